"""A text in, the statements that its layout alone gives out: turns of a transcript, posts under a handle.

Where a line says who speaks before a colon, or a name and a handle stand over a post, nothing has
to be guessed from the words. The network reads such pages too; what it finds in a turn or a post
gives way to the whole of it.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from counterclaim.extractor.confidence import Evidence
from counterclaim.extractor.layout import Layout
from counterclaim.extractor.mending import Draft
from counterclaim.records import Span

_NAME = r"[A-Z][\w.’'&-]*(?:,? (?:\(?[A-Z][\w.’'&-]*\)?|of|the|for|and|de|van|von|al|in|\d{1,3})){0,6}"
_TURN = re.compile(
    rf"[ \t]*(?:(?P<label>{_NAME})(?P<cue>:)|(?P<letter>[QA])(?P<mark>[.:])|"
    r"(?P<member>(?:Mr|Mrs|Ms|Dr)\. [A-Z][A-Z’'-]+(?: of [A-Z]\w+)?|The [A-Z][A-Z ]+[A-Z])(?P<stop>\.))"
    r"[ \t]+(?P<words>\S.*\S)"
)
"""A speaker's label and what follows: "MAYOR: ...", "Q. ...", "Mr. BELL of Ohio. ..."."""
_LOGGED = re.compile(
    r"[ \t]*[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]+(?P<label>[\w.’'-]+(?: [\w.’'-]+){0,4})(?P<cue>:)"
    r"[ \t]+(?P<words>\S.*)"
)
"""A line of a log or chat: the time, who, the words, which seldom end with a full stop."""
_LABELS = (("letter", "mark"), ("member", "stop"), ("label", "cue"))
_TALK = re.compile(r"\?|\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)\b")
_ENDED = re.compile(r"[.!?…][”\"’')\]]*$")
_NOBODY = re.compile(
    r"(?:photo|picture|image|video|source|note|update|correction|related|watch|credit|location|date|time|where|when|"
    r"price|entry|tickets|minutes|score|result|contact|phone|email|read|topics|tags|born|died|age|total|weather|"
    r"exclusive|breaking|live|analysis|opinion|editor.s note|caption|file|headline|address|website|subject|re|ps)s?",
    re.IGNORECASE,
)
"""Words that stand before a colon and name nobody."""

_HEADER = re.compile(
    r"[ \t]*(?P<name>[A-Z][^@\n:.!?]{1,50}?)[ \t]*\(?(?P<handle>@\w{2,30})\)?(?:[ \t]*[·•|,][^\n]*)?[ \t]*"
)
_HANDLE = re.compile(r"[ \t]*(?P<handle>@\w{2,30})[ \t]*")
_SHORT_NAME = re.compile(r"[ \t]*[A-Z][^@\n:.!?]{1,50}")
_BESIDES = re.compile(
    r"[ \t]*(?:replying to @.*|\d{1,2}:\d\d.{0,30}(?:19|20)\d\d.*|\d+\s?[smhd]|"
    r"[\d.,]+[KM]? (?:likes|reposts|retweets|replies|views).*)",
    re.IGNORECASE,
)
"""Lines that a page sets around a post: whom it answers, when it was sent, how many liked it."""
_SIGNATURE = re.compile(
    r"[ \t]*(?P<dash>[-–—]{0,2})[ \t]*(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,4}(?:,[^\n]*)?)[ \t]*"
)
_SIGNATURE_WORDS = 16


class Given(NamedTuple):
    """One turn or post: who, the mark that says so, and the words."""

    source: Span
    cue: Span
    content: tuple[Span, ...]


def given(layout: Layout) -> list[Given]:
    """The turns and posts of a text."""
    return sorted([*_turns(layout), *_posts(layout)])


def _turns(layout: Layout) -> list[Given]:
    """Labelled lines, if they make a conversation."""
    found, lines = [], []
    for number, (start, end) in enumerate(layout.paragraphs):
        match = _LOGGED.fullmatch(layout.text, start, end)
        if match is None:
            match = _TURN.fullmatch(layout.text, start, end)
            if match is None or not _ENDED.search(match["words"]):
                continue
        parts = match.groupdict()
        group, cue = next(pair for pair in _LABELS if parts.get(pair[0]))
        if not _NOBODY.fullmatch(match[group]):
            found.append(Given(match.span(group), match.span(cue), (match.span("words"),)))
            lines.append(number)
    return found if _conversation(layout.text, found, lines) else []


def _conversation(text: str, found: list[Given], lines: list[int]) -> bool:
    """Whether labelled lines are people talking and no list of headings or facts.

    Two letters Q or A do; else somebody must ask or say "I" or "you", and labels be repeated, be in
    capitals or stand on neighbouring lines.
    """
    labels = [text[slice(*turn.source)] for turn in found]
    if sum(label in ("Q", "A") for label in labels) >= 2:
        return True
    alike = len(set(labels)) < len(labels) or sum(label.isupper() for label in labels) >= 2
    near = any(after - before == 1 for before, after in pairwise(lines))
    return (alike or near) and any(_TALK.search(text, *turn.content[0]) for turn in found)


def _posts(layout: Layout) -> list[Given]:
    """Posts as they are copied from a page: a line with name and handle, and the lines under it."""
    found: list[Given] = []
    text = layout.text
    head: tuple[Span, Span] | None = None
    body: list[Span] = []

    def finish() -> None:
        if head and body:
            found.append(Given(*head, tuple(body)))

    previous = (0, 0)
    for start, end in layout.paragraphs:
        besides = _BESIDES.fullmatch(text, start, end) is not None
        header = None if besides else _HEADER.fullmatch(text, start, end)
        handle = _HANDLE.fullmatch(text, start, end)
        if header or text[previous[1] : start].count("\n") > 1:
            finish()
            head, body = (header.span("name"), header.span("handle")) if header else None, []
        elif handle and _SHORT_NAME.fullmatch(text, *previous):
            body = body[:-1] if head else []
            finish()
            head, body = (previous, handle.span("handle")), []
        elif head and not besides:
            body.append((start, end))
        previous = start, end
    finish()
    return found


def with_given(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts with the turns and posts of the layout in place of what was found of them.

    Pieces that were found for the same speaker beyond a turn (its next paragraph) stay with it.
    """
    turns = given(layout)
    if not turns:
        return drafts
    spans = [span for turn in turns for span in (turn.source, turn.cue, *turn.content)]
    kept = []
    more: dict[int, list[Span]] = {}
    for draft in drafts:
        source, _, content, _ = draft
        owner = [k for k, turn in enumerate(turns) if source and _touch(source[0], turn.source)]
        free = [span for span in content if not any(_touch(span, other) for other in spans)]
        if owner:
            more.setdefault(owner[0], []).extend(free)
        elif len(free) == len(content):
            kept.append(draft)
    for k, turn in enumerate(turns):
        content = tuple(sorted([*turn.content, *more.get(k, [])]))
        kept.append(((turn.source,), (turn.cue,), content, Evidence()))
    return kept


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def sign(layout: Layout, draft: Draft) -> Draft:
    """A quotation of nobody that fills its paragraph, with the name that is set under it as its source."""
    source, cue, content, evidence = draft
    if source or cue or len(content) != 1:
        return draft
    quotation, here = layout.quotation_at(content[0][0]), layout.paragraph_at(content[0][0])
    under = layout.paragraph_after(content[0][0])
    if quotation is None or under is None or quotation != here:
        return draft
    match = _SIGNATURE.fullmatch(layout.text, *under)
    if not match or len(match["name"].split()) > _SIGNATURE_WORDS or layout.text[under[1] - 1] in ".!?:;":
        return draft
    dash = (match.span("dash"),) if match["dash"] else ()
    return (match.span("name"),), dash, content, evidence
