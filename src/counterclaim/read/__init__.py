"""Second stage: a capture in, an article out: canonical text, what is known about it, sentences.

The name is light to import: the parsers are loaded with the first call.
"""

from counterclaim.config import Config
from counterclaim.records import Article, Capture

__all__ = ["read"]


def read(
    capture: Capture,
    config: Config,
    *,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Article:
    """The article that ``capture`` holds.

    Plain text and the ``text`` of a JSONL line are their own canonical text, unchanged; the
    text of pages and PDFs is made of paragraphs parted by a blank line. ``published`` (an
    ISO 8601 day or time), ``title`` and ``publisher`` are what the user says and win over
    what was found. Raises ReadError with a code, a reason and an advice if the capture
    can't be used, and UsageError if ``published`` is no date.
    """
    from counterclaim.read.article import read as read_article

    return read_article(capture, config, published=published, title=title, publisher=publisher)
