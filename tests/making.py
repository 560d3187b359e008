"""Small articles and extractions for tests, made through the records' own makers."""

from counterclaim.records import Article, Capture, Span, Statement, sha256_hex
from counterclaim.records.document import new_document
from counterclaim.records.statement import new_statement


def capture_of(text: str, source: str = "text") -> Capture:
    content = text.encode()
    return Capture(
        kind="text",
        source=source,
        content=content,
        sha256=sha256_hex(content),
        media_type="text/plain",
        captured_at="2024-05-04T12:00:00Z",
    )


def article_of(text: str, sentences: tuple[Span, ...] | None = None) -> Article:
    """An article whose sentences are its lines' pieces up to each full stop, if not given."""
    if sentences is None:
        found, start = [], 0
        for at, char in enumerate(text):
            last = at == len(text) - 1
            if last or (char in '.?!”"' and text[at + 1] in " \n") or text[at + 1] == "\n":
                while start < at and text[start].isspace():
                    start += 1
                if text[start : at + 1].strip():
                    found.append((start, at + 1))
                start = at + 1
        sentences = tuple(found)
    return Article(
        document=new_document(text, published="2024-05-04", published_from="option"),
        text=text,
        sentences=sentences,
        capture_sha256=sha256_hex(text.encode()),
    )


def said(text: str, source: str, cue: str, *content: str, after: int = 0) -> Statement:
    """The statement whose contents are these words of ``text``, with the nearest such source and cue."""
    contents = tuple((text.index(words, after), text.index(words, after) + len(words)) for words in content)

    def nearest(words: str) -> tuple[Span, ...]:
        starts = [at for at in range(len(text)) if words and text.startswith(words, at)]
        return tuple((at, at + len(words)) for at in sorted(starts, key=lambda at: abs(at - contents[0][0]))[:1])

    return new_statement(
        "document",
        text,
        source=nearest(source),
        cue=nearest(cue),
        content=contents,
        kind="indirect",
        confidence=0.9,
    )
