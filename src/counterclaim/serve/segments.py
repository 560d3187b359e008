"""Spans that may nest, touch or cross in; well-nested pieces in text order out.

HTML elements must nest, spans over a text need not: a mark that crosses another, or runs
over a paragraph's end, is split into pieces. Every character comes out once, in order.
All functions here are pure.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from counterclaim.records import Span

Role = Literal["source", "cue", "content", "figure"]

# Lines of running text that a mail program or an editor broke: longer than a verse or a
# list's entry, shorter than a paragraph. Chosen by eye on plain-text press releases.
_WRAPPED_LINE = range(45, 101)
_OUTER_ROLE = {"content": 0, "cue": 1, "source": 2, "figure": 3}
_LINE = re.compile(r"[^\r\n]+")


class Mark(NamedTuple):
    """One span of one statement or figure: ``owner`` is its place in the caller's list."""

    start: int
    end: int
    role: Role
    owner: int


class Open(NamedTuple):
    """A piece of ``mark`` begins; ``first`` where the mark itself begins."""

    mark: Mark
    first: bool


class Close(NamedTuple):
    """The piece opened last ends; ``last`` where the mark itself ends."""

    mark: Mark
    last: bool


class Text(NamedTuple):
    """Characters ``start`` to ``end``, with the same marks open over all of them."""

    start: int
    end: int


Piece = Open | Close | Text


class Paragraph(NamedTuple):
    """A paragraph without the white space around it; ``wrapped`` if its line breaks mean nothing."""

    start: int
    end: int
    wrapped: bool


def nest(start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The text from ``start`` to ``end`` with the ``marks`` that touch it, properly nested.

    Where two marks cross, the one that ends sooner is closed and opened again inside the
    other. Of marks that begin at one place the longer is outside; of two with the same span
    content is outside cue, cue outside source and source outside figure, then the earlier owner. Marks that lie
    outside the range, and empty ones, don't come out.
    """

    def outer_first(mark: Mark) -> tuple[int, int, int]:
        return (-min(mark.end, end), _OUTER_ROLE[mark.role], mark.owner)

    inside = sorted((mark for mark in marks if max(mark.start, start) < min(mark.end, end)), reverse=True)
    edges = sorted({start, end} | {edge for mark in inside for edge in mark[:2] if start < edge < end})
    stack: list[Mark] = []
    for here, there in pairwise(edges):
        opening: list[Mark] = []
        while inside and max(inside[-1].start, start) == here:
            opening.append(inside.pop())
        furthest = max((min(mark.end, end) for mark in opening), default=0)
        while stack and min(stack[-1].end, end) < furthest:
            opening.append(stack.pop())
            yield Close(opening[-1], last=False)
        for mark in sorted(opening, key=outer_first):
            stack.append(mark)
            yield Open(mark, first=mark.start == here)
        yield Text(here, there)
        while stack and min(stack[-1].end, end) == there:
            closed = stack.pop()
            yield Close(closed, last=closed.end == there)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None if nothing else is in it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return (start, start + len(words)) if words else None


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of ``text`` in order; together they hold every character but white space.

    Blank lines part paragraphs. A text without blank lines has one paragraph per line.
    """
    lines = [span for found in _LINE.finditer(text) if (span := trimmed(text, *found.span()))]
    parted = [_line_breaks(text[left[1] : right[0]]) > 1 for left, right in pairwise(lines)]
    by_line = not any(parted)
    blocks: list[list[Span]] = []
    for line, new in zip(lines, [True, *parted], strict=False):
        if new or by_line:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return [Paragraph(block[0][0], block[-1][1], _is_wrapped(block)) for block in blocks]


def _line_breaks(gap: str) -> int:
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n")


def _is_wrapped(lines: list[Span]) -> bool:
    return len(lines) > 1 and all(end - start in _WRAPPED_LINE for start, end in lines[:-1])
