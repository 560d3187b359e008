"""A capture in, an article out: the reader for its kind, then limits, language and sentences."""

import re
from collections.abc import Callable

from counterclaim.config import Config
from counterclaim.errors import ReadError, UsageError
from counterclaim.read.dates import iso_day
from counterclaim.read.decode import decode
from counterclaim.read.html import read_html
from counterclaim.read.language import language
from counterclaim.read.line import read_line
from counterclaim.read.parsed import Parsed, UnreadableError
from counterclaim.read.pdf import read_pdf
from counterclaim.read.plain import read_plain
from counterclaim.read.sentences import sentences
from counterclaim.records import Article, Capture, PublishedFrom, new_document

_WORD = re.compile(r"\w+")


def read(
    capture: Capture,
    config: Config,
    *,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Article:
    """See ``counterclaim.read.read``."""
    day = _given_day(published)
    reader = _READERS.get(capture.media_type)
    if reader is None:
        reason = f"no reader knows the kind {capture.media_type!r}"
        advice = "Give HTML, plain text, PDF or JSONL"
        raise ReadError(capture.source, "unknown-kind", reason, advice, capture.sha256)
    try:
        parsed = reader(capture, config)
        _check_length(parsed.text, config)
        _check_characters(parsed)
        found = language(parsed.text)
    except UnreadableError as error:
        raise ReadError(capture.source, error.code, str(error), error.advice, capture.sha256) from None
    published_from: PublishedFrom | None = "option" if day else parsed.published_from
    document = new_document(
        parsed.text,
        url=capture.url or parsed.url,
        file=capture.file and capture.file.encode("utf-8", "backslashreplace").decode(),
        title=title or parsed.title,
        publisher=publisher or parsed.publisher,
        authors=parsed.authors,
        published=day or parsed.published,
        published_from=published_from,
        language=found,
    )
    return Article(
        document=document,
        text=parsed.text,
        sentences=sentences(parsed.text, lines_break=parsed.lines_break),
        capture_sha256=capture.sha256,
    )


def _html(capture: Capture, config: Config) -> Parsed:
    return read_html(
        capture.content, charset=capture.charset, url=capture.url, captured_at=capture.captured_at, config=config
    )


def _plain(capture: Capture, config: Config) -> Parsed:
    if len(capture.content) > 4 * config.max_chars + 4:
        raise too_long(config)
    return read_plain(decode(capture.content, (capture.charset,) if capture.charset else ()))


def _pdf(capture: Capture, config: Config) -> Parsed:
    return read_pdf(capture.content, config)


def _line(capture: Capture, config: Config) -> Parsed:
    return read_line(capture.content, captured_at=capture.captured_at, config=config)


_READERS: dict[str, Callable[[Capture, Config], Parsed]] = {
    "text/html": _html,
    "text/plain": _plain,
    "application/pdf": _pdf,
    "application/json": _line,
}


def too_long(config: Config) -> UnreadableError:
    """What is raised for text beyond ``config.max_chars``."""
    reason = f"the text is longer than {config.max_chars:,} characters"
    return UnreadableError("too-long", reason, "Split it, or raise the setting max_chars")


def _check_length(text: str, config: Config) -> None:
    if not text.strip():
        raise UnreadableError("empty", "no text was found in it", "Check that it holds an article")
    if len(text) > config.max_chars:
        raise too_long(config)
    words = sum(1 for _, _ in zip(_WORD.finditer(text), range(config.min_words), strict=False))
    if words < config.min_words:
        reason = f"the text has only {words} words"
        raise UnreadableError("too-short", reason, "Give the whole article, or lower the setting min_words")


_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


def _check_characters(parsed: Parsed) -> None:
    """Refuses NULs and lone surrogates, which are no text and which nothing after this could keep."""
    for value in (parsed.text, parsed.title, parsed.publisher, parsed.url, *parsed.authors):
        found = _UNSTORABLE.search(value or "")
        if found:
            reason = f"it holds the character U+{ord(found.group()):04X}, which is no text"
            raise UnreadableError("binary", reason, "Take that character out")


def _given_day(published: str | None) -> str | None:
    if published is None:
        return None
    day = iso_day(published)
    if day is None:
        raise UsageError(f"the publication date {published!r} is not a date", "Write it like 2024-05-04")
    return day
