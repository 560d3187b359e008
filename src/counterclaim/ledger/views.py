"""What the ledger answers with: questions and rows as frozen structs; nothing in, shapes out."""

from typing import NamedTuple

import msgspec

from counterclaim.records import Act, Document, Kind, Provenance, SetAside, Span, Statement


class StatementQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements are asked for; every condition that is given must hold.

    ``speaker`` and ``publisher`` match as a part of the name, without regard to case or
    accents. ``search`` are words that must all stand in the statement's content or source;
    words in double quotes must stand next to each other. ``document`` is a document's id or
    the first four or more characters of it. ``min_confidence`` lies in [0, 1].
    """

    speaker: str | None = None
    publisher: str | None = None
    kind: Kind | None = None
    act: Act | None = None
    search: str | None = None
    document: str | None = None
    min_confidence: float = 0.0
    limit: int | None = None
    offset: int | None = None


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One document of the case, where its bytes came from, and how much it holds.

    ``words`` counts the words of the canonical text, ``captured_at`` is UTC.
    """

    document: Document
    words: int
    statements: int
    source: str
    captured_at: str
    capture_sha256: str


class StoredArticle(NamedTuple):
    """A document with its canonical text and the spans of the text's sentences."""

    document: Document
    text: str
    sentences: tuple[Span, ...]


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """One statement with the head of the document that reports it."""

    statement: Statement
    document: Document


class StatementDetail(msgspec.Struct, frozen=True, kw_only=True):
    """One statement with all that is needed to check it.

    ``text`` is the article's canonical text, to which the spans refer; ``provenance`` the
    components that found the statement; ``source``, ``captured_at`` and ``capture_sha256``
    lead to the bytes that the text was read from.
    """

    statement: Statement
    document: Document
    text: str
    provenance: tuple[Provenance, ...]
    source: str
    captured_at: str
    capture_sha256: str


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A source that was set aside: its reason, the run that did so and when (UTC)."""

    record: SetAside
    run: str
    at: str


class Count(msgspec.Struct, frozen=True):
    """How often a name occurs."""

    name: str
    count: int


class ActCount(msgspec.Struct, frozen=True):
    """How many statements have this act (null: not known) and this kind."""

    act: Act | None
    kind: Kind
    count: int


class SetAsideCount(msgspec.Struct, frozen=True):
    """How many sources were set aside under ``code``, with a few of them as examples."""

    code: str
    count: int
    examples: tuple[str, ...]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """A case in numbers.

    ``copies`` counts captures whose text was already there from other bytes. ``speakers``
    are those with most statements, ``publishers`` all with their numbers of documents, both
    most first. ``first_day`` and ``last_day`` span the dated documents; ``undated`` counts
    the others. ``set_aside`` leaves out sources that were taken in later.
    """

    documents: int
    words: int
    statements: int
    figures: int
    dates: int
    votes: int
    captures: int
    copies: int
    acts: tuple[ActCount, ...]
    speakers: tuple[Count, ...]
    publishers: tuple[Count, ...]
    first_day: str | None
    last_day: str | None
    undated: int
    set_aside: tuple[SetAsideCount, ...]


class DayCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Statements per day of publication, in order of days, and those of undated documents."""

    days: tuple[tuple[str, int], ...]
    undated: int


class Damage(msgspec.Struct, frozen=True):
    """One thing in a case that is not as it was recorded: where it is and what is wrong."""

    where: str
    what: str
