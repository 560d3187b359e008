"""An article's text and its statements in; its paragraphs as HTML with the statements marked out."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from counterclaim.records import Spans, Statement
from counterclaim.serve.characters import shown
from counterclaim.serve.segments import Close, Mark, Open, Role, Text, nest, paragraphs, trimmed

_TAGS = {"content": "mark", "cue": "i", "source": "b"}


def paragraphs_html(text: str, statements: Sequence[Statement], anchors: Sequence[tuple[int, str]]) -> Iterator[Markup]:
    """The article as ``<p>`` elements and the white space between them, in order.

    ``anchors`` gives each statement's number and short id. A content is ``<mark>``, a cue
    ``<i class="cue">``, a source ``<b class="source">``. The first piece of a statement's
    content has the id ``in-SHORT``; all words whose innermost content is this statement's
    link to ``#s-SHORT`` (white space alone is no link). Where every word belongs to another
    statement inside, an empty link stands at the end, so that each content can be followed.
    The statement's number stands in ``data-n``, for the style sheet to print: taken
    without its tags the result is the text and nothing else (see ``characters.shown``).
    """
    marks = list(_marks(text, statements))
    unplaced = set(range(len(statements)))
    pending = sorted(marks, reverse=True)
    active: list[Mark] = []
    done = 0
    for paragraph in paragraphs(text):
        yield shown(text[done : paragraph.start])
        active = [mark for mark in active if mark.end > paragraph.start]
        while pending and pending[-1].start < paragraph.end:
            active.append(pending.pop())
        yield Markup('<p dir="auto" class="{}">').format("wrapped" if paragraph.wrapped else "free")
        yield from _pieces(text, nest(paragraph.start, paragraph.end, active), anchors, unplaced)
        yield Markup("</p>")
        done = paragraph.end
    yield shown(text[done:])
    for owner in sorted(unplaced):
        yield Markup('<span id="in-{}"></span>').format(anchors[owner][1])


def _pieces(
    text: str, pieces: Iterator[Open | Close | Text], anchors: Sequence[tuple[int, str]], unplaced: set[int]
) -> Iterator[Markup]:
    contents: list[int] = []
    linked: list[bool] = []
    for piece in pieces:
        match piece:
            case Open(mark, _):
                if mark.role == "content":
                    yield _open_content(anchors[mark.owner][1], new=mark.owner in unplaced)
                    unplaced.discard(mark.owner)
                    contents.append(mark.owner)
                    linked.append(False)
                else:
                    yield Markup('<{0} class="{1}">').format(_TAGS[mark.role], mark.role)
            case Text(start, end):
                words = shown(text[start:end])
                if contents and not text[start:end].isspace():
                    linked[-1] = True
                    words = Markup('<a href="#s-{}">{}</a>').format(anchors[contents[-1]][1], words)
                yield words
            case Close(mark, last):
                if mark.role == "content":
                    contents.pop()
                    yield _number(anchors[mark.owner], linked=linked.pop(), last=last)
                yield Markup("</{}>").format(_TAGS[mark.role])


def _open_content(short: str, *, new: bool) -> Markup:
    return Markup('<mark id="in-{}">').format(short) if new else Markup("<mark>")


def _number(anchor: tuple[int, str], *, linked: bool, last: bool) -> Markup:
    number, short = anchor
    if not last:
        return Markup("")
    if linked:
        return Markup('<span class="n" data-n="{}"></span>').format(number)
    return Markup('<a class="n" href="#s-{0}" data-n="{1}" aria-label="Statement {1}"></a>').format(short, number)


def _marks(text: str, statements: Sequence[Statement]) -> Iterator[Mark]:
    for owner, statement in enumerate(statements):
        spans: dict[Role, Spans] = {"content": statement.content, "cue": statement.cue, "source": statement.source}
        for role, pieces in spans.items():
            for start, end in pieces:
                span = trimmed(text, start, end)
                if span:
                    yield Mark(*span, role, owner)
