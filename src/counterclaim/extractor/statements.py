"""Decoded token ranges in, statements with spans mended at quotation marks out."""

import re
from bisect import bisect_right

from counterclaim.extractor.decode import Attribution, Piece
from counterclaim.extractor.tokens import Tokens, paragraph_spans, quoted_spans, single_quoted_spans
from counterclaim.records import Kind, Span, Spans, Statement, new_statement

_CLOSING = "\"”’'»"
_PASSIVE = re.compile(
    r"\W+(?:(?:was|is|has been|had been|were|are)\W+)(?:\w+ly\W+)?\w+(?:ed|id|own|ught|en)\b", re.IGNORECASE
)
_STRAY = frozenset(["a", "an", "the", "of", "to", "that", "and", "as", "or", "not", "for", "in"])
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+[A-Z“\"‘]|\n")
_GAP = 30
"""Characters, about five words. On PolNeAR's dev part exact content rises from .612 to .620 for 3 to
40 and characters of contents fall by .0007."""
_LOOSE = re.compile(r"[\W_]+")

Draft = tuple[Spans, Spans, Spans, float]
"""Source, cue, content and confidence of a statement in the making."""


class Layout:
    """Where the paragraphs and quotations of one text stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = paragraph_spans(text)
        self.quoted = [span for start, end in self.paragraphs for span in _quotations(text, start, end)]
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

    A content without source and cue is kept only where it stands in quotation marks: without
    them nothing shows that it is anybody's words. Contents that stop just short of a quotation
    mark take it in, and a quotation that goes on in the next paragraph, as an unclosed one
    does, stays one statement.
    """
    layout = Layout(text)
    drafts = []
    for item in found:
        content = tuple(close_quotation(layout, span) for span in _telling(text, _spans(text, tokens, item.content)))
        if content:
            cue = _spans(text, tokens, item.cue)
            source = _telling(text, _spans(text, tokens, item.source))
            if _expletive(text, source, cue):
                source = ()
            if not cue and not any(layout.quotation_at(start) for start, _ in content):
                continue
            drafts.append((source, cue, content, item.confidence))
    drafts = continue_over_paragraphs(layout, bridge_gaps(text, share_sources(text, drafts)))
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


def share_sources(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts in which a cue without a source has the one before it in its sentence.

    Two verbs with one subject ("she denied it and accused him") and participles ("he said,
    adding that ...") have one source; the network ties it to one cue. Of PolNeAR's
    attributions one in twenty shares its source.
    """
    sources = sorted({source[0] for source, _, _, _ in drafts if source})
    starts = [start for start, _ in sources]
    out = []
    for source, cue, content, confidence in drafts:
        if not source and cue:
            number = bisect_right(starts, cue[0][0]) - 1
            if number >= 0 and not _SENTENCE_END.search(text, sources[number][1], cue[0][0] + 1):
                source = (sources[number],) if sources[number][1] <= cue[0][0] else ()
        out.append((source, cue, content, confidence))
    return out


def bridge_gaps(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts in which pieces of one content that stand close together are one piece.

    A content is broken by its cue or source ("We did," she said, "and ..."); where neither stands
    in a short gap the tags only failed to go on.
    """
    breaking = sorted(span for source, cue, _, _ in drafts for span in (*source, *cue))
    starts = [start for start, _ in breaking]
    out = []
    for source, cue, content, confidence in drafts:
        joined: list[Span] = []
        for start, end in content:
            gap = (joined[-1][1], start) if joined else (0, 0)
            number = bisect_right(starts, gap[0] - 1)
            free = number == len(breaking) or breaking[number][0] >= gap[1]
            if joined and free and gap[1] - gap[0] <= _GAP and not _SENTENCE_END.search(text, gap[0], gap[1] + 1):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        out.append((source, cue, tuple(joined), confidence))
    return out


def continue_over_paragraphs(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Joins what is one quotation set over several paragraphs.

    By the typographer's rule a quotation that goes on is left unclosed at the paragraph's
    end and opened anew at the start of the next. The words of such a next paragraph belong
    to the same statement, unless the model gave them a source or cue of their own.
    """
    pieces = sorted((span, number) for number, draft in enumerate(drafts) for span in draft[2])
    piece_starts = [span[0] for span, _ in pieces]
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
            first = max(bisect_right(piece_starts, following[0]) - 1, 0)
            near = pieces[first : bisect_right(piece_starts, following[1])]
            inside = [i for span, i in near if span[0] < following[1] and span[1] > following[0]]
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


def _quotations(text: str, start: int, end: int) -> list[Span]:
    """Quotations of one paragraph; single marks count only where nothing stands in double ones."""
    double = quoted_spans(text, start, end)
    single = single_quoted_spans(text, start, end)
    return sorted(double + [s for s in single if not any(a < s[1] and s[0] < b for a, b in double)])


def _words(text: str) -> bool:
    return bool(_LOOSE.sub("", text))


def _telling(text: str, spans: Spans) -> Spans:
    """Spans without those that hold nothing but a stray article or particle: they say nothing."""
    return tuple(span for span in spans if not set(text[slice(*span)].lower().split()) <= _STRAY)


def _expletive(text: str, source: Spans, cue: Spans) -> bool:
    """Whether the source is the "it" of "it was reported that", which is nobody."""
    if len(source) != 1 or not cue or text[slice(*source[0])].lower() != "it":
        return False
    return _PASSIVE.match(text[source[0][1] : cue[-1][1]]) is not None


def _spans(text: str, tokens: Tokens, pieces: tuple[Piece, ...]) -> Spans:
    """The characters of pieces, widened to whole words: a tag can end inside one."""
    spans = []
    for piece in pieces:
        start, end = int(tokens.starts[piece.first]), int(tokens.ends[piece.last - 1])
        while start and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        spans.append((start, end))
    return tuple(spans)


def _merged(spans: Spans) -> Spans:
    """Spans in text order, those that touch or overlap made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
