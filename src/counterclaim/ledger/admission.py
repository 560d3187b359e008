"""What must hold of records before they are stored: records in, a LedgerError or nothing out."""

from collections.abc import Iterable
from typing import Any

import msgspec

from counterclaim.errors import LedgerError
from counterclaim.ledger import times
from counterclaim.ledger.archive import printable
from counterclaim.records import Article, Capture, Extraction, Provenance, joined, quotes, sha256_hex

_DEFECT = "Nothing was stored of it. This is a defect: report it with the source"


def check_capture(capture: Capture) -> None:
    """Raise LedgerError unless the capture's time is UTC and its charset plain text."""
    try:
        times.decode(capture.captured_at)
    except ValueError as error:
        raise LedgerError(f"{printable(capture.source)}: {error}", _DEFECT) from None
    _check_storable(capture.source, (capture.charset, capture.media_type))


def check_article(
    capture: Capture, article: Article, extraction: Extraction, provenance: tuple[Provenance, ...]
) -> None:
    """Raise LedgerError unless the three belong together and every span holds the words given for it."""
    source, text, document = capture.source, article.text, article.document
    _check_storable(source, (article, extraction, provenance))
    if article.capture_sha256 != capture.sha256:
        raise _refused(source, "the article was read from other bytes than these")
    if extraction.document.id != document.id:
        raise _refused(source, "the extraction is that of another document")
    if document.sha256 != sha256_hex(text.encode("utf-8")):
        raise _refused(source, "the document's SHA-256 is not that of its text")
    try:
        _check_spans(text, article, extraction)
    except ValueError as error:
        raise _refused(source, str(error)) from None
    for records in (extraction.statements, extraction.figures):
        ids = [record.id for record in records]
        if len(set(ids)) < len(ids):
            raise _refused(source, "two records have the same id")


def _check_spans(text: str, article: Article, extraction: Extraction) -> None:
    quotes(text, article.sentences)
    for statement in extraction.statements:
        words = statement.text
        there = (joined(text, statement.source), joined(text, statement.cue), quotes(text, statement.content))
        if not statement.content or there != (words.source, words.cue, words.content):
            raise ValueError(f"the words of statement {statement.id} are not those at its spans")
        quotes(text, statement.about)
    mentions = [(figure.span, figure.text) for figure in extraction.figures]
    mentions += [(date.span, date.text) for date in extraction.dates]
    for span, words_there in mentions:
        if quotes(text, (span,)) != (words_there,):
            raise ValueError(f"the words {words_there!r} are not those at their span")
    quotes(text, tuple(vote.span for vote in extraction.votes))


def _check_storable(source: str, value: Any) -> None:
    """Raise LedgerError for a lone surrogate or a NUL in any string: databases cut or refuse them."""
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:
        raise _refused(source, "its text holds a character that Unicode doesn't have (a lone surrogate)") from None
    # The quick look also finds the six characters \u0000 written out, hence the second one.
    if b"\\u0000" in encoded and any("\0" in string for string in _strings(msgspec.to_builtins(value))):
        raise _refused(source, "its text holds a NUL character")


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


def _refused(source: str, reason: str) -> LedgerError:
    return LedgerError(f"{printable(source)}: {reason}", _DEFECT)
