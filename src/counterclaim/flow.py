"""Sources in, a case filled or extractions handed out: the only module that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, Literal

import msgspec

from counterclaim import extractor as extraction_stage
from counterclaim import ledger as ledger_stage
from counterclaim import link as link_stage
from counterclaim import resolve as resolve_stage
from counterclaim.capture import capture, expand
from counterclaim.config import Config
from counterclaim.errors import ReadError
from counterclaim.read import read
from counterclaim.records import Article, Capture, Extraction, Provenance, SetAside
from counterclaim.records.links import Links, SeriesRule


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the user says of an article; it wins over what the article says of itself."""

    published: str | None = None
    title: str | None = None
    publisher: str | None = None


class Analysed(msgspec.Struct, frozen=True, kw_only=True):
    """One source after all stages: its bytes, its text and what was found in it."""

    capture: Capture
    article: Article
    extraction: Extraction


class Unread(msgspec.Struct, frozen=True, kw_only=True):
    """One source that was set aside, with its bytes where there are any."""

    record: SetAside
    capture: Capture | None = None


Result = Literal["added", "known", "copy", "set-aside"]
"""``known``: the same bytes were there; ``copy``: other bytes that hold a document that was there."""


class Tally(msgspec.Struct):
    """What became of the sources of one run; ``set_aside`` holds those that could not be used."""

    added: int = 0
    known: int = 0
    copies: int = 0
    statements: int = 0
    words: int = 0
    set_aside: list[SetAside] = msgspec.field(default_factory=list)

    @property
    def sources(self) -> int:
        """How many sources there were."""
        return self.added + self.known + self.copies + len(self.set_aside)


def analyse(article: Article, extractor: extraction_stage.Extractor) -> Extraction:
    """Everything that is found in one article."""
    return resolve_stage.resolve(article, extractor([article])[0])


def analyse_all(
    captures: Iterable[Capture | SetAside],
    config: Config,
    given: Given | None = None,
    extractor: extraction_stage.Extractor | None = None,
) -> Iterator[Analysed | Unread]:
    """All stages over many captures, in order; what can't be used comes out in its place.

    Nothing is stored, and one article is held at a time, however many there are. Raises
    ModelError if the model's files are damaged.
    """
    extractor = extractor or extraction_stage.shipped(config)
    for item in captures:
        read_item = _read(item, config, given or Given())
        if isinstance(read_item, Unread):
            yield read_item
        else:
            found, article = read_item
            yield Analysed(capture=found, article=article, extraction=analyse(article, extractor))


def analyse_sources(
    sources: Sequence[str], config: Config, given: Given | None = None, stdin: BinaryIO | None = None
) -> Iterator[Analysed | Unread]:
    """All stages over files, folders, globs, ``-`` and addresses; see ``analyse_all``."""
    return analyse_all(_captures(expand(sources), config, stdin), config, given)


def add(
    ledger: ledger_stage.Ledger,
    items: Sequence[str | SetAside],
    config: Config,
    *,
    run: str,
    given: Given | None = None,
    extractor: extraction_stage.Extractor | None = None,
    stdin: BinaryIO | None = None,
    each: Callable[[Result, str], None] | None = None,
) -> Tally:
    """Takes sources into a case and says what became of them.

    ``items`` come from ``capture.expand``. ``run`` names the run beside what it set aside.
    ``each`` is called once for every source as soon as its fate is certain: when it is
    called with "added" the source is safe on disk. Raises LedgerError if the case can't be
    written and ModelError if the model's files are damaged; bad sources raise nothing.
    """
    tally = Tally()

    def settle(result: Result, source: str) -> None:
        if result == "added":
            tally.added += 1
        elif result == "known":
            tally.known += 1
        elif result == "copy":
            tally.copies += 1
        if each:
            each(result, source)

    extractor = extractor or extraction_stage.shipped(config)
    provenance = (extractor.provenance, resolve_stage.PROVENANCE)
    with ledger.writer():
        fresh = _unknown(ledger, _captures(items, config, stdin), settle)
        for outcome in analyse_all(fresh, config, given, extractor):
            if isinstance(outcome, Unread):
                ledger.set_aside(outcome.record, outcome.capture, run)
                tally.set_aside.append(outcome.record)
                settle("set-aside", outcome.record.source)
            else:
                _store(ledger, outcome, provenance, tally, settle)
    return tally


def link(
    ledger: ledger_stage.Ledger,
    rule: SeriesRule = "best-low-high",
    each: Callable[[int, int], None] | None = None,
    names: link_stage.NameList | None = None,
) -> Links:
    """Everything that is found across the articles of a case.

    Articles that were not linked yet are linked first, each only to what it touches, and kept in the case's
    ``links.db``; ``each`` is called after every one with how many are done and how many there are to do.
    ``names`` joins speakers under the names that a list gives them. Raises
    LedgerError if another process writes to the case meanwhile, ModelError if the model's files are damaged.
    """
    with ledger_stage.LinkIndex(ledger.folder, link_stage.link_version()) as index:
        if set(ledger.document_ids()) - index.documents():
            with ledger.writer():
                fresh = [document for document in ledger.document_ids() if document not in index.documents()]
                for done, document in enumerate(fresh, start=1):
                    link_stage.take_in(ledger.case_article(document), index)
                    if each:
                        each(done, len(fresh))
        if names is None:
            return link_stage.links_of(index, rule, judged=ledger.judgements())
        articles = (ledger.case_article(document) for document in ledger.document_ids())
        return link_stage.links_of(index, rule, link_stage.Listed(names, articles), ledger.judgements())


def claim_members(ledger: ledger_stage.Ledger) -> dict[str, tuple[str, ...]]:
    """The ids of the propositions that each claim of a linked case is made of, by the claim's id."""
    with ledger_stage.LinkIndex(ledger.folder, link_stage.link_version()) as index:
        return link_stage.claim_members(index, ledger.judgements())


def _store(
    ledger: ledger_stage.Ledger,
    outcome: Analysed,
    provenance: tuple[Provenance, ...],
    tally: Tally,
    settle: Callable[[Result, str], None],
) -> None:
    if ledger.add(outcome.capture, outcome.article, outcome.extraction, provenance):
        tally.statements += len(outcome.extraction.statements)
        tally.words += len(outcome.article.text.split())
        settle("added", outcome.capture.source)
    else:
        settle("copy", outcome.capture.source)


def _captures(
    items: Sequence[str | SetAside], config: Config, stdin: BinaryIO | None = None
) -> Iterator[Capture | SetAside]:
    for item in items:
        if isinstance(item, SetAside):
            yield item
        else:
            yield from capture(item, config, stdin=stdin)


def _unknown(
    ledger: ledger_stage.Ledger, captures: Iterable[Capture | SetAside], settle: Callable[[Result, str], None]
) -> Iterator[Capture | SetAside]:
    """Captures whose bytes the case doesn't hold yet; the others are told at once.

    Bytes that were only set aside are tried again: a setting may have changed since.
    """
    for item in captures:
        if isinstance(item, Capture) and ledger.known(item.sha256, retry=True):
            settle("known", item.source)
        else:
            yield item


def _read(item: Capture | SetAside, config: Config, given: Given) -> tuple[Capture, Article] | Unread:
    if isinstance(item, SetAside):
        return Unread(record=item)
    try:
        article = read(item, config, published=given.published, title=given.title, publisher=given.publisher)
    except ReadError as error:
        return Unread(record=error.set_aside(), capture=item)
    return item, article
