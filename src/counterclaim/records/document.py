"""An article as read: canonical text that never changes, and what is known about it."""

from typing import Literal

import msgspec

from counterclaim.records.identity import content_id, sha256_hex
from counterclaim.records.spans import Span

PublishedFrom = Literal["option", "metadata", "text"]
"""Where a publication date came from: the user, the page's metadata, or the text itself."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One article's head, as it stands in exports.

    ``sha256`` is that of the canonical text in UTF-8: whoever holds the text can check that
    every offset refers to it. ``published`` is an ISO 8601 day; ``language`` an ISO 639-1
    code. ``file`` is the name of the file it came from, without its folder.
    """

    id: str
    url: str | None
    file: str | None
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None
    published_from: PublishedFrom | None
    language: str | None
    sha256: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its canonical text and the text's sentences.

    ``sentences`` are spans that cover every non-space character of ``text`` once, in order.
    ``capture_sha256`` is the SHA-256 of the captured bytes that the text was read from.
    """

    document: Document
    text: str
    sentences: tuple[Span, ...]
    capture_sha256: str


def new_document(
    text: str,
    *,
    url: str | None = None,
    file: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    authors: tuple[str, ...] = (),
    published: str | None = None,
    published_from: PublishedFrom | None = None,
    language: str | None = None,
) -> Document:
    """A document with its ids worked out from the canonical ``text``.

    Identity is the text, the address, the title, the publisher and the day: a reprint under
    another name is another document, a moved file is not.
    """
    sha256 = sha256_hex(text.encode("utf-8", "surrogatepass"))
    return Document(
        id=content_id("document", sha256=sha256, url=url, title=title, publisher=publisher, published=published),
        url=url,
        file=file,
        title=title,
        publisher=publisher,
        authors=authors,
        published=published,
        published_from=published_from,
        language=language,
        sha256=sha256,
    )
