"""Decoded token ranges in, statements with spans mended at quotation marks out."""

import re
from bisect import bisect_right

from counterclaim.extractor.decode import Attribution, Piece
from counterclaim.extractor.tokens import Tokens, paragraph_spans, quoted_spans
from counterclaim.records import Kind, Span, Spans, Statement, new_statement

_CLOSING = "\"”’'»"
_STRAY = frozenset(["a", "an", "the", "of", "to", "that", "and", "as", "or", "not", "for", "in"])
_LOOSE = re.compile(r"[\W_]+")

Draft = tuple[Spans, Spans, Spans, float]
"""Source, cue, content and confidence of a statement in the making."""


class Layout:
    """Where the paragraphs and quotations of one text stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = paragraph_spans(text)
        self.quoted = [span for start, end in self.paragraphs for span in quoted_spans(text, start, end)]
        self._quote_starts = [start for start, _ in self.quoted]
        self._paragraph_starts = [start for start, _ in self.paragraphs]

    def quotation_at(self, at: int) -> Span | None:
        """The quotation that the character ``at`` stands in, marks included."""
        number = bisect_right(self._quote_starts, at) - 1
        if number >= 0 and at < self.quoted[number][1]:
            return self.quoted[number]
        return None

    def next_quotation(self, at: int) -> int:
        """Where the first quotation after ``at`` begins; the text's length if none does."""
        number = bisect_right(self._quote_starts, at)
        return self._quote_starts[number] if number < len(self._quote_starts) else len(self.text)

    def unclosed(self, quotation: Span) -> bool:
        """Whether a quotation runs to its paragraph's end without a closing mark."""
        start, end = quotation
        return end - start < 2 or self.text[end - 1] not in _CLOSING

    def paragraph_after(self, at: int) -> Span | None:
        """The paragraph that follows the one that the character ``at`` stands in."""
        number = bisect_right(self._paragraph_starts, at)
        return self.paragraphs[number] if number < len(self.paragraphs) else None


def statements(document_id: str, text: str, tokens: Tokens, found: list[Attribution]) -> list[Statement]:
    """The statements of one text, in text order.

    Contents that stop just short of a quotation mark take it in, and a quotation that goes
    on in the next paragraph, as an unclosed one does, stays one statement.
    """
    layout = Layout(text)
    drafts = []
    for item in found:
        content = tuple(close_quotation(layout, span) for span in _telling(text, _spans(tokens, item.content)))
        if content:
            source = _telling(text, _spans(tokens, item.source))
            drafts.append((source, _spans(tokens, item.cue), content, item.confidence))
    drafts = continue_over_paragraphs(layout, drafts)
    made: dict[str, Statement] = {}
    for source, cue, content, confidence in drafts:
        statement = new_statement(
            document_id,
            text,
            source=source,
            cue=cue,
            content=_merged(content),
            kind=kind_of(layout, content),
            confidence=round(min(max(confidence, 0.0), 1.0), 4),
        )
        made.setdefault(statement.id, statement)
    return sorted(made.values(), key=lambda s: (s.content, s.source, s.cue))


def close_quotation(layout: Layout, span: Span) -> Span:
    """``span`` with a quotation mark at either edge that the model left just outside.

    Only where nothing but marks and punctuation would be added, so that no word is.
    """
    text = layout.text
    start, end = span
    opening = layout.quotation_at(start)
    if opening and opening[0] < start and not _words(text[opening[0] : start]):
        start = opening[0]
    closing = layout.quotation_at(end - 1)
    if closing and end < closing[1] and closing[0] >= start and not _words(text[end : closing[1]]):
        end = closing[1]
    return start, end


def continue_over_paragraphs(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Joins what is one quotation set over several paragraphs.

    By the typographer's rule a quotation that goes on is left unclosed at the paragraph's
    end and opened anew at the start of the next. The words of such a next paragraph belong
    to the same statement, unless the model gave them a source or cue of their own.
    """
    owners = {span: number for number, draft in enumerate(drafts) for span in draft[2]}
    merged = list(drafts)
    gone: set[int] = set()
    for number in range(len(drafts)):
        if number in gone:
            continue
        last = merged[number][2][-1]
        quotation = layout.quotation_at(last[1] - 1)
        while quotation and layout.unclosed(quotation) and not _words(layout.text[last[1] : quotation[1]]):
            paragraph = layout.paragraph_after(last[0])
            following = layout.quotation_at(paragraph[0]) if paragraph else None
            if following is None or paragraph is None or following[0] != paragraph[0]:
                break
            inside = [i for span, i in owners.items() if span[0] < following[1] and span[1] > following[0]]
            if any(i == number or merged[i][0] or merged[i][1] for i in inside):
                break
            gone.update(inside)
            last, quotation = following, following
            source, cue, content, confidence = merged[number]
            merged[number] = (source, cue, (*content, following), confidence)
    return [draft for number, draft in enumerate(merged) if number not in gone]


def kind_of(layout: Layout, content: Spans) -> Kind:
    """Whether the words of a content stand wholly, partly or not at all in quotation marks."""
    inside = outside = False
    for start, end in content:
        at = start
        while at < end:
            quotation = layout.quotation_at(at)
            if quotation:
                stop = min(quotation[1], end)
                inside = inside or _words(layout.text[at:stop])
            else:
                stop = min(layout.next_quotation(at), end)
                outside = outside or _words(layout.text[at:stop])
            at = stop
    if inside:
        return "mixed" if outside else "direct"
    return "indirect"


def _words(text: str) -> bool:
    return bool(_LOOSE.sub("", text))


def _telling(text: str, spans: Spans) -> Spans:
    """Spans without those that hold nothing but a stray article or particle: they say nothing."""
    return tuple(span for span in spans if not set(text[slice(*span)].lower().split()) <= _STRAY)


def _spans(tokens: Tokens, pieces: tuple[Piece, ...]) -> Spans:
    return tuple((int(tokens.starts[p.first]), int(tokens.ends[p.last - 1])) for p in pieces)


def _merged(spans: Spans) -> Spans:
    """Spans in text order, those that touch or overlap made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
