"""Half-open spans in code points over an immutable text: offsets in, quoted strings out."""

Span = tuple[int, int]
"""``(start, end)``, half open, in code points of an article's canonical text."""

Spans = tuple[Span, ...]
"""The pieces of one source, cue or content in text order; a broken quote has several."""


def quotes(text: str, spans: Spans) -> tuple[str, ...]:
    """The words of each span, exactly as they stand in ``text``.

    Raises ``ValueError`` for a span that is empty, reversed or outside the text: such a
    span can't be shown to anybody and is always a defect upstream.
    """
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span ({start}, {end}) does not lie in a text of {len(text)} characters")
    return tuple(text[start:end] for start, end in spans)


def joined(text: str, spans: Spans) -> str:
    """The words of all spans as one string, pieces parted by a space; empty for no spans."""
    return " ".join(quotes(text, spans))
