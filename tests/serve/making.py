"""Made-up cases for tests of pages: texts and words in, a ledger that holds them out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim.ledger import Ledger
from counterclaim.records import (
    Article,
    Capture,
    Extraction,
    Provenance,
    SetAside,
    Span,
    Spans,
    Speaker,
    Statement,
    new_document,
    new_statement,
    sha256_hex,
)

PROVENANCE = (
    Provenance(component="extractor", version="1.2.3", weights="ab" * 32, configuration="cd" * 32),
    Provenance(component="resolver", version="4"),
)


class Said(NamedTuple):
    """A statement by its words; ``content`` may have several pieces. ``inside`` is the place of the outer one."""

    content: str | tuple[str, ...]
    source: str = ""
    cue: str = ""
    kind: str = "indirect"
    act: str | None = None
    speaker: Speaker = Speaker()
    said_on: str | None = None
    inside: int | None = None
    confidence: float = 0.9


def spans(text: str, words: str | tuple[str, ...]) -> Spans:
    """Where the words stand, each searched for after the one before."""
    found: list[Span] = []
    after = 0
    for piece in (words,) if isinstance(words, str) else words:
        if piece:
            start = text.index(piece, after)
            after = start + len(piece)
            found.append((start, after))
    return tuple(found)


def add(ledger: Ledger, text: str, statements: Sequence[Said] = (), **head: Any) -> tuple[Statement, ...]:
    """Puts one article into the ledger and gives back its statements."""
    if head.get("published"):
        head.setdefault("published_from", "metadata")
    document = new_document(text, **head)
    content = text.encode()
    capture = Capture(
        kind="file",
        source=f"articles/{document.id[:6]}.txt",
        content=content,
        sha256=sha256_hex(content),
        media_type="text/plain",
        captured_at="2024-05-01T08:00:00Z",
        file=document.file,
    )
    found: list[Statement] = []
    for said in statements:
        statement = new_statement(
            document.id,
            text,
            source=spans(text, said.source),
            cue=spans(text, said.cue),
            content=spans(text, said.content),
            kind=said.kind,
            act=said.act,
            speaker=said.speaker,
            said_on=said.said_on,
            within=None if said.inside is None else found[said.inside].id,
            confidence=said.confidence,
        )
        found.append(statement)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    article = Article(document=document, text=text, sentences=((start, end),), capture_sha256=capture.sha256)
    extraction = Extraction(document=document, statements=tuple(found))
    assert ledger.add(capture, article, extraction, PROVENANCE)
    return tuple(found)


OLVEDY = Speaker(id="o", name="Katarin Olvedy", type="person", role="president of Tolvara")
HALYARD = Speaker(id="h", name="The Halyard Institute", type="organisation", role=None)
RESIDENTS = Speaker(id="r", name="residents", type="unnamed", role=None)

FLOOD = """The dam on the upper river gave way on Friday.

“We were not warned,” Olvedy said. “Nobody rang.” The Halyard Institute denied that
it had known anything about it.

Olvedy told reporters that the institute claimed the wall was sound. Residents asked who had the key.
It was reported that the road is closed."""


def flood_case(folder: Path) -> Ledger:
    """A small case with every kind of thing that a page shows."""
    ledger = Ledger.create(folder)
    add(
        ledger,
        FLOOD,
        [
            Said(
                ("“We were not warned,”", "“Nobody rang.”"), "Olvedy", "said", "direct", "accuses", OLVEDY, "2024-05-03"
            ),
            Said("it had known anything about it", "The Halyard Institute", "denied", act="denies", speaker=HALYARD),
            Said(
                "the institute claimed the wall was sound",
                "Olvedy",
                "told reporters",
                act="asserts",
                speaker=Speaker(id="o", name="katarin  olvedy", type="person", role="head of state"),
                confidence=0.999,
            ),
            Said("the wall was sound", "the institute", "claimed", speaker=HALYARD, inside=2, confidence=1.0),
            Said("who had the key", "Residents", "asked", act="asks", speaker=RESIDENTS, confidence=0.57),
            Said("the road is closed", cue="was reported", kind="mixed"),
        ],
        title="Dam gives way",
        publisher="Tolvara Daily",
        authors=("Zora Pelikant", "M. Jessik"),
        published="2024-05-04",
        language="en",
        url="https://daily.example/dam?a=1&b=2",
        file="dam.html",
    )
    add(ledger, "It rained again.", title=None, file="rain.txt", language="en")
    reason = {"reason": "it is in Spanish and not in English", "advice": "Give an English translation"}
    ledger.set_aside(SetAside(stage="read", source="articles/presa.html", code="not-english", **reason))
    return ledger
