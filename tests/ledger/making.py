"""Made-up articles for tests of storage: a number in, records that belong together out."""

from typing import NamedTuple

from counterclaim.ledger import Ledger
from counterclaim.records import (
    Article,
    Capture,
    DateMention,
    Extraction,
    Figure,
    Provenance,
    RuleCheck,
    Speaker,
    Vote,
    content_id,
    new_document,
    new_statement,
    sha256_hex,
)

PROVENANCE = (
    Provenance(component="extractor", version="1", weights="ab" * 32, configuration="cd" * 32),
    Provenance(component="resolver", version="2"),
)


class Item(NamedTuple):
    """What ``Ledger.add`` takes."""

    capture: Capture
    article: Article
    extraction: Extraction
    provenance: tuple[Provenance, ...] = PROVENANCE


def capture_of(content: bytes, source: str, **fields: object) -> Capture:
    given = {"kind": "file", "media_type": "text/plain", "captured_at": "2024-03-01T08:00:00Z", **fields}
    return Capture(source=source, content=content, sha256=sha256_hex(content), **given)


def url_capture(content: bytes, url: str) -> Capture:
    return capture_of(
        content,
        url,
        kind="url",
        url=url,
        media_type="text/html",
        http_status=200,
        http_headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Content-Length", "12")),
        request_headers=(("Host", "paper.example"), ("User-Agent", "test")),
    )


def item(number: int, *, capture: Capture | None = None, statements: int = 3, **head: object) -> Item:
    """The article with this number: always the same, unlike any other's, with every kind of record."""
    lead = f"At least {number + 20} farmers were hurt on Friday near ford {number}. "
    vote = "The council voted 7 to 4. "
    text = lead + vote
    spans = []
    for which in range(statements):
        source, cue, content = f"Mayor Ödön {which}", "said", f"the bridge {number}-{which} would “never” be closed"
        begin = len(text)
        spans.append(
            (
                (begin, begin + len(source)),
                (begin + len(source) + 1, begin + len(source) + 5),
                (begin + len(source) + 6, begin + len(source) + 6 + len(content)),
            )
        )
        text += f"{source} {cue} {content}. "
    capture = capture or capture_of(text.encode(), f"articles/{number}.txt", file=f"{number}.txt", charset="utf-8")
    given = {
        "file": capture.file,
        "title": f"Bridge {number}",
        "publisher": ("Dél Hírlap", "Northern Post", None)[number % 3],
        "authors": ("A. Writer", "Ö. Író"),
        "published": None if number % 5 == 4 else f"2024-02-{number % 28 + 1:02d}",
        "language": "en",
        **head,
    }
    given.setdefault("published_from", "option" if given["published"] else None)
    document = new_document(text, **given)
    found = []
    for which, (source, cue, content) in enumerate(spans):
        found.append(
            new_statement(
                document.id,
                text,
                source=(source,),
                cue=(cue,),
                content=((content[0], content[0] + 3), (content[0] + 4, content[1])),
                kind=("direct", "indirect", "mixed")[which % 3],
                act=("asserts", "denies", None)[which % 3],
                speaker=Speaker(id=f"s{which}", name=f"Mayor Ödön {which}", type="person", role="mayor"),
                said_on=None,
                within=found[0].id if which == 2 else None,
                confidence=0.5 + which / 10,
            )
        )
    figure = Figure(
        id=content_id("figure", document=document.id, span=(0, 11)),
        span=(0, len(f"At least {number + 20}")),
        text=f"At least {number + 20}",
        low=number + 20,
        high=None,
        approximate=False,
        measure="injured",
        what="farmers",
        place=None,
        as_of=None,
        by=None,
        statement=None,
        part_of=None,
        confidence=0.75,
    )
    friday = text.index("on Friday")
    ballot = (len(lead), len(lead) + len(vote) - 1)
    return Item(
        capture,
        Article(document=document, text=text, sentences=((0, len(lead) - 1), ballot), capture_sha256=capture.sha256),
        Extraction(
            document=document,
            statements=tuple(found),
            figures=(figure,),
            dates=(DateMention(span=(friday, friday + 9), text="on Friday", value="2024-02-02"),),
            votes=(
                Vote(
                    span=ballot,
                    body="the council",
                    question=None,
                    yes=7,
                    no=4,
                    abstain=None,
                    absent=None,
                    rule=None,
                    passed=True,
                    check=RuleCheck(rule="majority", share=7 / 11, passed=True, agrees=None),
                ),
            ),
        ),
    )


def fill(ledger: Ledger, count: int) -> list[Item]:
    items = [item(number) for number in range(count)]
    with ledger.writer():
        for made in items:
            assert ledger.add(*made)
    return items
