"""The first bytes of a source in, what kind of source it is out: the name is a weak hint only."""

import codecs
import re
from typing import Literal

import msgspec

Kind = Literal["html", "text", "pdf", "lines"]
"""What a capture can be; ``lines`` is JSONL."""

MEDIA_TYPES: dict[Kind, str] = {
    "html": "text/html",
    "text": "text/plain",
    "pdf": "application/pdf",
    "lines": "application/json",
}

HEAD = 65_536
"""Bytes looked at. Pages open with long comments and style sheets at times, never this long."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound"),
    (b"\x1f\x8b", "a file compressed twice"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"WARC/", "a web archive"),
)
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HTML = re.compile(
    r"(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|section|div|h1|p)\b)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(?:html|head|body|article|div|p|br|h[1-6])\b[^<>]*>", re.IGNORECASE)
_XML = re.compile(r"\s*(?:<\?xml\b|<(?:rss|feed|svg|urlset|rdf)\b)", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_OBJECT = re.compile(r"\s*\{\s*\"")


class UnusableError(ValueError):
    """The bytes are of no kind that can be read; the message says what they are."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


def sniff(head: bytes, name: str) -> Kind:
    """The kind of a source by its first ``HEAD`` bytes; ``name`` decides only between equals.

    Raises UnusableError with code ``binary`` or ``unknown-kind``.
    """
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for signature, what in _SIGNATURES:
        if head.startswith(signature) and (len(signature) > 2 or b"\x00" in head):
            raise UnusableError("binary", f"it is {what}")
    suffix = name.lower().removesuffix(".gz").rpartition(".")[2]
    named_lines = suffix in ("jsonl", "ndjson")
    if named_lines and head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return "lines"  # whatever follows: a broken line costs only itself
    start = _as_text(head)
    if named_lines or _first_line_is_article(start):
        return "lines"
    if _HTML.match(start) or (suffix in ("html", "htm", "xhtml") and _TAG.search(start)):
        return "html"
    if _XML.match(start):
        raise UnusableError("unknown-kind", "it is an XML file and not a page")
    if suffix == "json" or _OBJECT.match(start):
        raise UnusableError("unknown-kind", "it is JSON, but not one article per line")
    return "text"


def _as_text(head: bytes) -> str:
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace")
    controls = len(_CONTROLS.findall(head))
    # Text has none of these; a few strays (old word processors) must not cost an article.
    if b"\x00" in head or controls > len(head) // 100:
        raise UnusableError("binary", "its bytes are not text")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


def _first_line_is_article(start: str) -> bool:
    if not _OBJECT.match(start):
        return False
    line, newline, _ = start.lstrip().partition("\n")
    if not newline and len(start) > HEAD // 2:
        return '"text"' in line or '"html"' in line  # a long first line, cut off by HEAD
    try:
        found = msgspec.json.decode(line.encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        return False
    return isinstance(found, dict) and ("text" in found or "html" in found)
