"""The bytes of a page in, its article out: the body's paragraphs and what the page says of itself.

trafilatura finds the body (Barbaresi, ACL 2021); here its tree is turned into canonical
text: one paragraph per block, parted by a blank line, white space collapsed, invisible
characters dropped, in Unicode normal form C. Nothing is fetched.
"""

import logging
import re
import unicodedata
from collections.abc import Iterator, Mapping

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document as Found

from counterclaim.config import Config
from counterclaim.read.dates import dateline
from counterclaim.read.decode import decode
from counterclaim.read.page_date import metadata_day, visible_day
from counterclaim.read.parsed import Parsed, UnreadableError

MAX_HTML = 10_000_000
"""Characters of a page that are parsed: the largest news pages have about 3 million."""

MAX_ELEMENTS = 25_000
"""Elements of a page that are looked at: news pages have 500 to 10,000, and time grows with them."""

MAX_ATTRIBUTES = 1_000
"""Attributes of one tag: the parser's time grows with their square (100,000 take minutes)."""

LOST_SHARE = 0.5
"""Share of the plain reading below which the careful one lost the article; any value from .3 to .6
gives the same on the article-extraction-benchmark."""

_BLOCKS = frozenset(
    {"p", "head", "item", "quote", "row", "lb", "list", "table", "body", "main", "div", "comments", "fw"}
)
_SKIPPED = frozenset({"graphic"})
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PARSER_FAILURES = (
    etree.LxmlError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the libraries are known to raise on pages made to break them; they share no error of their own."""

_BROKEN = "Save the page from a browser, or give its text"

# The reason for a page that is set aside is ours to give; the library would print its own.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_html(content: bytes, *, charset: str | None, url: str | None, captured_at: str, config: Config) -> Parsed:
    """The article of a page. ``charset`` is what the server said, ``captured_at`` bounds its date.

    Raises UnreadableError with code ``encoding``, ``binary``, ``too-long``, ``damaged`` or
    ``no-article``.
    """
    declared = _META_CHARSET.search(content[:4096])
    names = (charset, declared[1].decode("ascii", "replace") if declared else None)
    markup = decode(content, tuple(name for name in names if name))
    if len(markup) > max(MAX_HTML, config.max_chars):
        raise UnreadableError("too-long", f"the page is longer than {MAX_HTML:,} characters", _BROKEN)
    try:
        tree = _tree(markup)
        paragraphs = _body(tree, url)
        found = extract_metadata(tree, default_url=url, extensive=False)
    except UnreadableError:
        raise
    except _PARSER_FAILURES as error:
        raise UnreadableError("damaged", f"the page can't be parsed ({type(error).__name__})", _BROKEN) from None
    text = "\n\n".join(paragraphs)
    if not text:
        raise UnreadableError("no-article", "no article was found in the page", _BROKEN)
    day = metadata_day(tree, found.url or url, captured_at)
    seen = None if day else dateline(text) or visible_day(tree)
    return Parsed(
        text=text,
        lines_break=True,
        title=_title(found),
        publisher=_clean(found.sitename),
        authors=tuple(name for part in (found.author or "").split(";") if (name := _clean(part))),
        url=found.url,
        published=day or seen,
        published_from="metadata" if day else "text" if seen else None,
    )


class _Census:
    """Meets a page's tags before a tree is built of them, and stops at what would take minutes."""

    def __init__(self) -> None:
        self._elements = 0

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        """One opening tag."""
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise UnreadableError("too-long", f"the page has more than {MAX_ELEMENTS:,} elements", _BROKEN)
        if len(attributes) > MAX_ATTRIBUTES:
            raise UnreadableError("damaged", f"a tag has more than {MAX_ATTRIBUTES:,} attributes", _BROKEN)

    def close(self) -> None:
        """The end of the page."""


def _tree(markup: str) -> HtmlElement:
    source = _NOT_IN_XML.sub(" ", markup).encode("utf-8")
    census = HTMLParser(encoding="utf-8", target=_Census(), no_network=True)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, no_network=True)
    try:
        etree.fromstring(source, parser=census)
        return document_fromstring(source, parser=parser)
    except etree.ParserError:
        raise UnreadableError("no-article", "the page is empty", _BROKEN) from None


def _body(tree: HtmlElement, url: str | None) -> list[str]:
    """The article's paragraphs: the careful reading, unless the plain one finds twice as much.

    Careful reading leaves out more of what surrounds an article, and on a few pages the
    article itself; there the plain one finds a multiple of it.
    """
    careful = _extracted(tree, url, favor_precision=True)
    plain = _extracted(tree, url, fast=True)
    return careful if sum(map(len, careful)) >= LOST_SHARE * sum(map(len, plain)) else plain


def _extracted(tree: HtmlElement, url: str | None, *, favor_precision: bool = False, fast: bool = False) -> list[str]:
    found = trafilatura.bare_extraction(
        tree, url=url, favor_precision=favor_precision, fast=fast, include_comments=False, include_formatting=False
    )
    return list(_paragraphs(found.body)) if isinstance(found, Found) and found.body is not None else []


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """The blocks of trafilatura's tree in order, each as one line; cells of a row parted by a bar."""
    buffer: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag in _BLOCKS
        if block:
            yield from _flushed(buffer)
        if event == "start":
            buffer.append(element.text or "" if element.tag not in _SKIPPED else "")
        else:
            buffer.append(" | " if element.tag == "cell" else "")
            buffer.append(element.tail or "")
    yield from _flushed(buffer)


def _flushed(buffer: list[str]) -> Iterator[str]:
    line = (_clean("".join(buffer)) or "").strip("| ")
    buffer.clear()
    if line:
        yield line


def _clean(text: str | None) -> str | None:
    """``text`` on one line: runs of white space (no-break spaces too) as one space; None if empty."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text or "")).split()) or None


def _title(found: Found) -> str | None:
    """The page's title without the publisher's name behind a bar or dash."""
    title, publisher = _clean(found.title), _clean(found.sitename)
    if title and publisher:
        shorter = re.sub(rf"\s+[-|–—·:•]\s+(?:the\s+)?{re.escape(publisher)}$", "", title, flags=re.IGNORECASE)
        return shorter or title
    return title
