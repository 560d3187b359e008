"""A PDF in, its text out: lines mended into paragraphs, within limits of pages and length."""

import io
import logging
import re
import struct
import time
import zlib
from collections import Counter
from collections.abc import Iterator

import pypdf
from pypdf.errors import PyPdfError

from counterclaim.config import Config
from counterclaim.read.dates import dateline
from counterclaim.read.parsed import Parsed, UnreadableError
from counterclaim.read.plain import headline

MAX_PAGES = 500
MAX_SECONDS = 8.0
MAX_DRAWING = 3_000_000
"""Bytes of drawing instructions on one page; a page of text has about 50,000, and time grows with them."""

_FAILURES = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pypdf is known to raise on files made to break it, beside its own errors."""

_ADVICE = "Give the text, or a PDF that was saved from the article"
_HYPHEN = re.compile(r"[a-z]-$")
_COMPOUND = re.compile(
    r"\b(?:well|self|ex|non|anti|vice|all|half|cross|long|short|high|low|so|full|part|pre|post|pro|mid|semi|multi|"
    r"two|three|four|five|six|seven|eight|nine|ten|year|old|right|left|far|hard|on|off|old|new|first|second|third)-$",
    re.IGNORECASE,
)
"""First parts that keep their hyphen at a line's end; after others it is taken for the typesetter's."""

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")
_PAGE_NUMBER = re.compile(r"^(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?$", re.IGNORECASE)

# pypdf reports each oddity of a file; the reason for one that is set aside is ours to give.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(content: bytes, config: Config) -> Parsed:
    """The text of a PDF, its title, authors and day.

    The day is that of a dateline; failing that, that of the file's making, which may be
    later than the article's. Raises UnreadableError with code ``encrypted``, ``no-text``,
    ``too-long`` or ``damaged``.
    """
    try:
        reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("encrypted", "the PDF is locked with a password", "Give an unlocked copy")
        pages = list(_pages(reader, config))
        about = reader.metadata
        title, author = (about.title, about.author) if about else (None, None)
        made = _made(about)
    except UnreadableError:
        raise
    except pypdf.errors.DependencyError:
        raise UnreadableError("encrypted", "the PDF is locked", "Give an unlocked copy") from None
    except _FAILURES as error:
        raise UnreadableError("damaged", f"the PDF can't be read ({type(error).__name__})", _ADVICE) from None
    text = "\n\n".join(_paragraphs(pages))
    if not text:
        raise UnreadableError("no-text", "the PDF holds pictures of pages and no text", "Give the text of its pages")
    seen = dateline(text)
    day = seen or made
    return Parsed(
        text=text,
        lines_break=True,
        title=_clean(title) or headline(text),
        authors=tuple(name for part in re.split("[;,]", author or "") if (name := _clean(part))),
        published=day,
        published_from=("text" if seen else "metadata") if day else None,
    )


def _made(about: pypdf.DocumentInformation | None) -> str | None:
    try:
        made = about.creation_date if about else None
    except ValueError:  # a date that is none must not cost the text
        return None
    return made.date().isoformat() if made else None


class _Clock:
    """Stops the reading of a page when the processor time for the whole file is over."""

    def __init__(self) -> None:
        self._end = time.thread_time() + MAX_SECONDS

    def tick(self, *_: object) -> None:
        """Called by pypdf before each operator of a page."""
        if time.thread_time() > self._end:
            raise UnreadableError("too-long", f"the PDF takes more than {MAX_SECONDS:.0f} seconds of work", _ADVICE)


def _pages(reader: pypdf.PdfReader, config: Config) -> Iterator[list[str]]:
    if len(reader.pages) > MAX_PAGES:
        raise UnreadableError("too-long", f"the PDF has more than {MAX_PAGES} pages", "Give the pages of the article")
    clock, length = _Clock(), 0
    for page in reader.pages:
        clock.tick()
        _check_drawing(page)
        text = page.extract_text(visitor_operand_before=clock.tick)
        length += len(text)
        if length > config.max_chars:
            reason = f"the text is longer than {config.max_chars:,} characters"
            raise UnreadableError("too-long", reason, "Split it, or raise the setting max_chars")
        yield [_clean(line) or "" for line in text.splitlines()]


def _check_drawing(page: pypdf.PageObject) -> None:
    """Refuse a page, or a form drawn on it, whose instructions alone would take minutes to go through."""
    contents = page.get_contents()
    sizes = [len(contents.get_data())] if contents is not None else []
    waiting, seen = [page], set[int]()
    while waiting:
        resources = waiting.pop().get("/Resources")
        forms = resources.get_object().get("/XObject") if resources is not None else None
        for value in forms.get_object().values() if forms is not None else ():
            form = value.get_object()
            if id(form) not in seen and form.get("/Subtype") == "/Form":
                seen.add(id(form))
                waiting.append(form)
                sizes.append(len(form.get_data()))
    if sum(sizes) > MAX_DRAWING:
        raise UnreadableError("too-long", "a page of the PDF is drawn with too many instructions", _ADVICE)


def _paragraphs(pages: list[list[str]]) -> Iterator[str]:
    """Paragraphs out of lines: a line that ends early after a full stop, or a blank one, ends a paragraph."""
    edges = Counter(line for page in pages for line in {*page[:1], *page[-1:]} if line)
    # Headers and footers stand at the edge of most pages, word for word.
    running = {line for line, times in edges.items() if len(pages) > 2 and times > len(pages) / 2}
    lines = [line for page in pages for line in page if line not in running and not _PAGE_NUMBER.match(line)]
    widths = sorted(len(line) for line in lines if line)
    full = 0.85 * widths[int(0.9 * (len(widths) - 1))] if widths else 0
    paragraph = ""
    for line in lines:
        if not line:
            # Inside a sentence a blank line is a page's edge or a gap around a picture.
            ends = not paragraph or _SENTENCE_END.search(paragraph) is not None or len(paragraph) < full
        else:
            paragraph = _joined(paragraph, line)
            ends = len(line) < full and _SENTENCE_END.search(line) is not None
        if ends and paragraph:
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _joined(paragraph: str, line: str) -> str:
    if _HYPHEN.search(paragraph) and line[0].islower():
        return (paragraph if _COMPOUND.search(paragraph) else paragraph[:-1]) + line
    return f"{paragraph} {line}" if paragraph else line


def _clean(text: str | None) -> str | None:
    return " ".join(_INVISIBLE.sub("", (text or "").translate(_LIGATURES)).split()) or None
