"""A text in Python in, its statements out: what a script needs without a case on disk."""

from datetime import UTC, datetime

from counterclaim.config import Config
from counterclaim.extractor import shipped
from counterclaim.flow import analyse
from counterclaim.read import read
from counterclaim.records import Capture, Extraction, sha256_hex


def extract(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    config: Config | None = None,
) -> Extraction:
    """The attributed statements of one article given as plain text.

    Offsets refer to ``text`` itself, in code points. ``published`` is an ISO 8601 day. The
    result has the shape of ``counterclaim extract --format jsonl``: ``document``,
    ``statements``, ``figures``, ``dates``, ``votes``.

    Raises ReadError if the text can't be used (empty, not English), UsageError if
    ``published`` is no day, ModelError if the model's files are damaged.

    >>> extract("The dam is safe, the minister said.").statements[0].text.source
    'the minister'
    """
    config = config or Config()
    content = text.encode("utf-8", "surrogatepass")
    capture = Capture(
        kind="text",
        source="text",
        content=content,
        sha256=sha256_hex(content),
        media_type="text/plain",
        charset="utf-8",
        captured_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    article = read(capture, config, published=published, title=title, publisher=publisher)
    return analyse(article, shipped(config))
