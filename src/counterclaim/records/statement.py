"""Attributed statements: who is reported to have said what, tied to the characters."""

from typing import Literal, get_args

import msgspec

from counterclaim.records.identity import content_id
from counterclaim.records.spans import Spans, joined, quotes

Kind = Literal["direct", "indirect", "mixed"]
"""``direct``: word for word in quotation marks; ``mixed``: partly; ``indirect``: reported."""

Act = Literal[
    "asserts",
    "denies",
    "accuses",
    "admits",
    "demands",
    "promises",
    "warns",
    "believes",
    "declines",
    "asks",
]
"""What was done by saying it."""

SpeakerType = Literal["person", "organisation", "group", "unnamed", "document"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ACTS: tuple[Act, ...] = get_args(Act)
SPEAKER_TYPES: tuple[SpeakerType, ...] = get_args(SpeakerType)


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who a statement is attributed to, after coreference inside the article.

    ``name`` is the fullest name or description that the article gives. All fields are null
    for a statement without a source ("it was reported that ...").
    """

    id: str | None = None
    name: str | None = None
    type: SpeakerType | None = None
    role: str | None = None


class StatementText(msgspec.Struct, frozen=True, kw_only=True):
    """The words at a statement's spans: pieces of source and cue joined, contents apart."""

    source: str
    cue: str
    content: tuple[str, ...]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One attributed statement.

    ``source``, ``cue`` and ``content`` are spans over the article's canonical text; the
    first two may be empty. ``within`` is the id of the statement whose content holds this
    one. ``confidence`` lies in [0, 1]. ``act`` and ``said_on`` are null until they are known.
    ``about`` are the spans of the proposition that is denied or accused, without the words of
    denying; empty for every other act, and where the proposition isn't in the statement's words.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    text: StatementText
    kind: Kind
    act: Act | None
    about: Spans = ()
    speaker: Speaker
    said_on: str | None
    within: str | None
    confidence: float


def new_statement(
    document_id: str,
    text: str,
    *,
    source: Spans,
    cue: Spans,
    content: Spans,
    kind: Kind,
    confidence: float,
    act: Act | None = None,
    about: Spans = (),
    speaker: Speaker | None = None,
    said_on: str | None = None,
    within: str | None = None,
) -> Statement:
    """A statement with its id and its words filled in from its document and spans.

    Identity is the document and the three sets of spans, so that two versions of the model
    that find the same statement give it the same id. Raises ``ValueError`` if a span does
    not lie in ``text`` or there is no content.
    """
    if not content:
        raise ValueError("a statement needs at least one content span")
    quotes(text, about)
    words = StatementText(source=joined(text, source), cue=joined(text, cue), content=quotes(text, content))
    return Statement(
        id=content_id("statement", document=document_id, source=source, cue=cue, content=content),
        source=source,
        cue=cue,
        content=content,
        text=words,
        kind=kind,
        act=act,
        about=about,
        speaker=speaker or Speaker(),
        said_on=said_on,
        within=within,
        confidence=confidence,
    )
