"""Made-up cases for tests of pages: texts and words in, a ledger that holds them out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from counterclaim.ledger import Ledger
from counterclaim.link.corroboration import corroborate
from counterclaim.link.series import relation
from counterclaim.link.series_rules import estimate
from counterclaim.records import (
    Article,
    Capture,
    Extraction,
    Figure,
    Provenance,
    SetAside,
    Span,
    Spans,
    Speaker,
    Statement,
    content_id,
    new_document,
    new_statement,
    sha256_hex,
)
from counterclaim.records.links import (
    Alias,
    Change,
    Claim,
    FigureSeries,
    Links,
    OriginGroup,
    OriginLink,
    Party,
    Passage,
    Position,
    Role,
    SeriesValue,
    group_id,
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


class Counted(NamedTuple):
    """A figure by its words, who gives it and as of when."""

    words: str
    low: float | None
    high: float | None
    by: str | None = None
    as_of: str | None = None


def figure(document: str, text: str, counted: Counted) -> Figure:
    """The figure where its words stand in the text."""
    (span,) = spans(text, counted.words)
    return Figure(
        id=content_id("figure", document=document, span=span),
        span=span,
        text=counted.words,
        low=counted.low,
        high=counted.high,
        approximate=False,
        measure="killed",
        what="passengers",
        place=None,
        as_of=counted.as_of,
        by=counted.by,
        statement=None,
        part_of=None,
        confidence=0.9,
    )


def add(
    ledger: Ledger, text: str, statements: Sequence[Said] = (), figures: Sequence[Counted] = (), **head: Any
) -> tuple[Statement, ...]:
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
    given = tuple(figure(document.id, text, one) for one in figures)
    extraction = Extraction(document=document, statements=tuple(found), figures=given)
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


def party(name: str, statements: Sequence[Statement], **more: Any) -> Party:
    """A party of these statements, under the names that they give for their speaker."""
    names: dict[str, list[str]] = {}
    for one in statements:
        names.setdefault(one.speaker.name or name, []).append(one.id)
    aliases = tuple(Alias(name=alias, statements=tuple(ids)) for alias, ids in names.items())
    more.setdefault("type", "person")
    return Party(id=content_id("party", first=min(one.id for one in statements)), name=name, aliases=aliases, **more)


def claim(text: str, positions: Sequence[Position], bodies: dict[str, str] | None = None) -> Claim:
    """A claim whose counts and state follow from its positions."""
    counted = corroborate(positions, bodies=bodies)
    days = [one.day for one in positions if one.day]
    return Claim(
        id=group_id("claim", tuple(one.statement for one in positions)),
        text=text,
        positions=tuple(positions),
        independent_sources=counted.independent_for,
        independent_against=counted.independent_against,
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        state=counted.state,
    )


def series(values: Sequence[SeriesValue], what: str | None = "passengers", place: str | None = None) -> FigureSeries:
    """A series whose relation and estimate follow from its values."""
    found = estimate(values, "best-low-high")
    return FigureSeries(
        id=group_id("figure_series", tuple(one.figure for one in values)),
        measure="killed",
        what=what,
        place=place,
        values=tuple(values),
        relation=relation(values),
        rule="best-low-high",
        low=found.low,
        best=found.best,
        high=found.high,
    )


BRANDT = Speaker(name="Ilse Brandt", type="person", role="mayor of Osk")
MAYOR = Speaker(name="the mayor of Osk", type="person", role="mayor")
LINES = Speaker(name="Harbour Lines", type="organisation")
SPOKESMAN = Speaker(name="Piet Halm", type="person", role="spokesman for Harbour Lines")
SAILOR = Speaker(name="Jon Verrick", type="person", role="sailor")
GUARD = Speaker(name="the coast guard", type="organisation")

WIRE = (
    "Brandt said the ferry was overloaded. Harbour Lines denied that the ferry was overloaded. "
    "At least 12 passengers died, the mayor said. A man on the quay said the bell had rung."
)
LATER = (
    "“The ferry was too full,” said Verrick. The mayor of Osk repeated that it had carried too many. Halm admitted "
    "that the ferry was overloaded. The coast guard counted 17 dead by Tuesday evening, the mayor 21. "
    "The coast guard denied that it had slept. The engine was sound, Halm said."
)


class Ferry(NamedTuple):
    """A case with its links: an agency's copy in two papers, and a later report that turns it round."""

    ledger: Ledger
    links: Links
    wire: tuple[Statement, ...]
    copy: tuple[Statement, ...]
    later: tuple[Statement, ...]


def ferry_case(folder: Path) -> Ferry:
    """Two sides, a reprint, a party under two names, a spokesman, figures in dispute and a change of position."""
    ledger = Ledger.create(folder)
    wire_said = [
        Said("the ferry was overloaded", "Brandt", "said", act="asserts", speaker=BRANDT),
        Said("the ferry was overloaded.", "Harbour Lines", "denied", act="denies", speaker=LINES),
        Said("At least 12 passengers died", "the mayor", "said", act="asserts", speaker=MAYOR),
        Said("the bell had rung", "A man on the quay", "said", act="asserts"),
    ]
    twelve = [Counted("At least 12", 12, None, "mayor", "2024-05-04")]
    wire = add(ledger, WIRE, wire_said, twelve, title="Ferry sinks", publisher="Osk Daily", published="2024-05-04")
    copy = add(ledger, WIRE, wire_said, twelve, title="Ferry lost", publisher="Coast Post", published="2024-05-05")
    later = add(
        ledger,
        LATER,
        [
            Said("“The ferry was too full,”", "Verrick", "said", "direct", "asserts", SAILOR),
            Said("it had carried too many", "The mayor of Osk", "repeated", act="asserts", speaker=MAYOR),
            Said("the ferry was overloaded", "Halm", "admitted", act="admits", speaker=SPOKESMAN),
            Said("it had slept", "The coast guard", "denied", act="denies", speaker=GUARD),
            Said("The engine was sound", "Halm", "said", act="asserts", speaker=SPOKESMAN),
        ],
        [
            Counted("17 dead", 17, 17, "coast guard", "2024-05-07"),
            Counted("21", 21, 21, "mayor", "2024-05-07"),
        ],
        title="What the ferry carried",
        publisher="Inland Echo",
        published="2024-05-08",
    )
    return Ferry(ledger, _ferry_links(ledger, wire, copy, later), wire, copy, later)


def _ferry_links(
    ledger: Ledger, wire: Sequence[Statement], copy: Sequence[Statement], later: Sequence[Statement]
) -> Links:
    documents = {row.document.publisher: row.document.id for row in ledger.documents()}
    osk, coast, inland = documents["Osk Daily"], documents["Coast Post"], documents["Inland Echo"]
    wired, alone = group_id("origin_group", (osk, coast)), group_id("origin_group", (inland,))
    whole = Passage(one=(0, len(WIRE)), other=(0, len(WIRE)))
    tie = OriginLink(kind="exact", one=osk, other=coast, share=1.0, passages=(whole,))
    lines = party("Harbour Lines", [wire[1], copy[1]], type="organisation")
    roles = (Role(role="mayor of Osk", first="2024-05-04", last="2024-05-08"),)
    mayor = party("Ilse Brandt", [wire[0], wire[2], copy[0], copy[2], later[1]], roles=roles)
    halm = party("Piet Halm", [later[2], later[4]], speaks_for=lines.id)
    sailor, guard = party("Jon Verrick", [later[0]]), party("the coast guard", [later[3]], type="organisation")

    def position(one: Statement, stance: str, who: Party | None, day: str, document: str) -> Position:
        return Position(
            statement=one.id,
            document=document,
            party=who.id if who else None,
            stance=stance,
            origin_group=alone if document == inland else wired,
            day=day,
            score=0.9,
        )

    overloaded = [
        position(wire[0], "for", mayor, "2024-05-03", osk),
        position(wire[1], "against", lines, "2024-05-04", osk),
        position(copy[0], "for", mayor, "2024-05-04", coast),
        position(copy[1], "against", lines, "2024-05-05", coast),
        position(later[0], "for", sailor, "2024-05-08", inland),
        position(later[1], "for", mayor, "2024-05-08", inland),
        position(later[2], "unclear", halm, "2024-05-08", inland),
    ]
    bell = [position(wire[3], "for", None, "2024-05-04", osk), position(copy[3], "for", None, "2024-05-05", coast)]
    slept = [position(later[3], "against", guard, "2024-05-08", inland)]
    engine = [position(later[4], "for", halm, "2024-05-08", inland)]
    claims = (
        claim("the ferry was overloaded", overloaded),
        claim("the bell had rung", bell),
        claim("it had slept", slept),
        claim("the engine was sound", engine),
    )
    values = []
    for document, who, at in ((osk, mayor, 0), (coast, mayor, 0), (inland, guard, 0), (inland, mayor, 1)):
        found = ledger.case_article(document).figures[at]
        values.append(
            SeriesValue(
                figure=found.id,
                document=document,
                statement=None,
                party=who.id,
                by=found.by,
                origin_group=alone if document == inland else wired,
                as_of=found.as_of,
                low=found.low,
                high=found.high,
                approximate=False,
            )
        )
    turned = Change(
        party=lines.id,
        claim=claims[0].id,
        series=None,
        before=wire[1].id,
        after=later[2].id,
        before_day="2024-05-04",
        after_day="2024-05-08",
        before_value="denies",
        after_value="admits",
    )
    dead = series(values)
    moved = msgspec.structs.replace(
        turned,
        party=mayor.id,
        claim=None,
        series=dead.id,
        before=values[0].figure,
        after=values[3].figure,
        before_value="at least 12",
        after_value="21",
    )
    return Links(
        origin_groups=(
            OriginGroup(id=wired, documents=(osk, coast), origin="Quay Agency", links=(tie,)),
            OriginGroup(id=alone, documents=(inland,), origin=None),
        ),
        parties=(mayor, lines, halm, sailor, guard),
        claims=claims,
        figure_series=(dead,),
        changes=(turned, moved),
    )
