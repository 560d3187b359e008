"""An article's text, its statements and figures in; its paragraphs as HTML with both marked out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from counterclaim.records import Span, Spans, Statement
from counterclaim.serve.characters import shown
from counterclaim.serve.segments import Close, Mark, Open, Role, Text, nest, paragraphs, trimmed

_TAGS = {"content": "mark", "cue": "i", "source": "b", "figure": "span"}
_LINK = Markup('<a class="n to" href="#{0}-{1}" data-n="{2}{3}" aria-label="{4} {3}"></a>')
_CLASSES = {"cue": "cue", "source": "source", "figure": "fig"}


class Anchor(NamedTuple):
    """A statement's number and short id; ``claims`` are number and short id of the claims to link to from its end."""

    number: int
    short: str
    claims: tuple[tuple[int, str], ...] = ()


class FigureAnchor(NamedTuple):
    """A figure's span and short id; ``series`` are number and short id of its series, if that is on the page."""

    span: Span
    short: str
    series: tuple[int, str] | None = None


def paragraphs_html(
    text: str, statements: Sequence[Statement], anchors: Sequence[Anchor], figures: Sequence[FigureAnchor] = ()
) -> Iterator[Markup]:
    """The article as ``<p>`` elements and the white space between them, in order.

    A content is ``<mark>``, a cue ``<i class="cue">``, a source ``<b class="source">``, a
    figure ``<span class="fig">``. The first piece of a statement's content has the id
    ``in-SHORT``, that of a figure ``g-SHORT``; all words whose innermost content is this
    statement's link to ``#s-SHORT`` (white space alone is no link). Where every word belongs
    to another statement inside, an empty link stands at the end, so that each content can be
    followed. Links to claims (``#c-SHORT``) and series (``#f-SHORT``) follow what they are of.
    Numbers stand in ``data-n``, for the style sheet to print: taken without its tags the
    result is the text and nothing else (see ``characters.shown``).
    """
    marks = list(_marks(text, statements, figures))
    page = _Page(text, statements, anchors, figures)
    pending = sorted(marks, reverse=True)
    active: list[Mark] = []
    done = 0
    for paragraph in paragraphs(text):
        yield shown(text[done : paragraph.start])
        active = [mark for mark in active if mark.end > paragraph.start]
        while pending and pending[-1].start < paragraph.end:
            active.append(pending.pop())
        yield Markup('<p dir="auto" class="{}">').format("wrapped" if paragraph.wrapped else "free")
        yield from page.pieces(nest(paragraph.start, paragraph.end, active))
        yield Markup("</p>")
        done = paragraph.end
    yield shown(text[done:])
    yield from page.unplaced()


class _Page:
    """One article on its way out: which ids were given already, and to what."""

    def __init__(
        self, text: str, statements: Sequence[Statement], anchors: Sequence[Anchor], figures: Sequence[FigureAnchor]
    ) -> None:
        self._text = text
        self._ends = [max(end for _, end in statement.content) for statement in statements]
        self._anchors = anchors
        self._figures = figures
        self._ids = dict.fromkeys(
            [*(f"in-{anchor.short}" for anchor in anchors), *(f"g-{figure.short}" for figure in figures)]
        )

    def pieces(self, pieces: Iterator[Open | Close | Text]) -> Iterator[Markup]:
        contents: list[int] = []
        linked: list[bool] = []
        for piece in pieces:
            match piece:
                case Open(mark, _):
                    yield self._open(mark)
                    if mark.role == "content":
                        contents.append(mark.owner)
                        linked.append(False)
                case Text(start, end):
                    words = shown(self._text[start:end])
                    if contents and not self._text[start:end].isspace():
                        linked[-1] = True
                        words = Markup('<a href="#s-{}">{}</a>').format(self._anchors[contents[-1]].short, words)
                    yield words
                case Close(mark, last):
                    if mark.role == "content":
                        contents.pop()
                        yield _number(self._anchors[mark.owner], linked=linked.pop(), last=last)
                    yield Markup("</{}>").format(_TAGS[mark.role])
                    if last:
                        yield self._onward(mark)

    def unplaced(self) -> Iterator[Markup]:
        """Empty places for ids that no mark could carry, so that no link leads nowhere."""
        for one in self._ids:
            yield Markup('<span id="{}"></span>').format(one)

    def _open(self, mark: Mark) -> Markup:
        ident = ""
        if mark.role == "content":
            ident = f"in-{self._anchors[mark.owner].short}"
        elif mark.role == "figure":
            ident = f"g-{self._figures[mark.owner].short}"
        attributes = Markup("")
        if mark.role in _CLASSES:
            attributes += Markup(' class="{}"').format(_CLASSES[mark.role])
        if ident in self._ids:
            del self._ids[ident]
            attributes += Markup(' id="{}"').format(ident)
        return Markup("<{}{}>").format(_TAGS[mark.role], attributes)

    def _onward(self, mark: Mark) -> Markup:
        """Links from what ends here to the claims or the series that it is part of; a broken quote ends once."""
        if mark.role == "content":
            if self._text[mark.end : self._ends[mark.owner]].strip():
                return Markup("")
            found = (_LINK.format("c", short, "C", at, "Claim") for at, short in self._anchors[mark.owner].claims)
            return Markup("").join(found)
        series = self._figures[mark.owner].series if mark.role == "figure" else None
        return _LINK.format("f", series[1], "F", series[0], "Figures") if series else Markup("")


def _number(anchor: Anchor, *, linked: bool, last: bool) -> Markup:
    if not last:
        return Markup("")
    if linked:
        return Markup('<span class="n" data-n="{}"></span>').format(anchor.number)
    return Markup('<a class="n" href="#s-{0}" data-n="{1}" aria-label="Statement {1}"></a>').format(
        anchor.short, anchor.number
    )


def _marks(text: str, statements: Sequence[Statement], figures: Sequence[FigureAnchor]) -> Iterator[Mark]:
    for owner, statement in enumerate(statements):
        spans: dict[Role, Spans] = {"content": statement.content, "cue": statement.cue, "source": statement.source}
        for role, pieces in spans.items():
            for start, end in pieces:
                span = trimmed(text, start, end)
                if span:
                    yield Mark(*span, role, owner)
    for owner, figure in enumerate(figures):
        span = trimmed(text, *figure.span)
        if span:
            yield Mark(*span, "figure", owner)
