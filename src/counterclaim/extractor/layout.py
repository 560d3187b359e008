"""A text in, where its paragraphs and quotations stand out."""

import re
from bisect import bisect_right

from counterclaim.extractor.tokens import paragraph_spans, quoted_spans, single_quoted_spans
from counterclaim.records import Span

_CLOSING = "\"”“’'»"
_LOOSE = re.compile(r"[\W_]+")


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

    def paragraph_at(self, at: int) -> Span:
        """The paragraph that the character ``at`` stands in."""
        return self.paragraphs[max(bisect_right(self._paragraph_starts, at) - 1, 0)]

    def paragraph_after(self, at: int) -> Span | None:
        """The paragraph that follows the one that the character ``at`` stands in."""
        number = bisect_right(self._paragraph_starts, at)
        return self.paragraphs[number] if number < len(self.paragraphs) else None


def has_words(text: str) -> bool:
    """Whether ``text`` holds anything but marks, punctuation and space."""
    return bool(_LOOSE.sub("", text))


def _quotations(text: str, start: int, end: int) -> list[Span]:
    """Quotations of one paragraph; single marks count only where nothing stands in double ones."""
    double = quoted_spans(text, start, end)
    single = single_quoted_spans(text, start, end)
    return sorted(double + [s for s in single if not any(a < s[1] and s[0] < b for a, b in double)])
