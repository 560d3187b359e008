"""What came in: the bytes of one file, page or line, kept for ever, and where they came from."""

from typing import Literal

import msgspec

from counterclaim.records.identity import sha256_hex

CaptureKind = Literal["file", "line", "url", "stdin", "text"]
"""``line`` is one line of a JSONL file; ``text`` is a string handed in through Python."""


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one source at one time.

    ``source`` is what the user would recognise: a path, ``PATH:LINE`` for a line of JSONL,
    a URL, ``-``. ``media_type`` is what the bytes were found to be (``text/html``,
    ``text/plain``, ``application/pdf``, ``application/json`` for a line of JSONL), not what
    a name or a server claimed. ``captured_at`` is UTC, ISO 8601 with a ``Z``.

    For URLs ``url`` is the address that finally answered, ``http_status`` its status and
    ``http_headers`` its response headers in order; ``request_headers`` is what was asked.
    """

    kind: CaptureKind
    source: str
    content: bytes
    sha256: str
    media_type: str
    captured_at: str
    charset: str | None = None
    url: str | None = None
    file: str | None = None
    http_status: int | None = None
    http_headers: tuple[tuple[str, str], ...] = ()
    request_headers: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.sha256 != sha256_hex(self.content):
            raise ValueError(f"the SHA-256 given for {self.source} is not that of its bytes")
