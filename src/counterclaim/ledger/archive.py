"""The archive: captures in, WARC records appended to a file out, and read back with every hash checked.

WARC 1.1 (ISO 28500:2017), gzip per record. Libraries read a truncated archive without an
error, so the end of every gzip member and the SHA-256 of every byte range are checked here.
"""

import hashlib
import io
import os
import re
import zlib
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from counterclaim.errors import LedgerError
from counterclaim.records import Capture, sha256_hex

ROLL_BYTES = 1_000_000_000
"""A file that has reached this size gets no further record: 1 GB, as archives commonly do."""

HEADER_ROOM = 4_000_000
"""Most that a record may unpack to beyond its payload, against bombs in a case from a stranger."""

_RESTORE = "Restore the archive from a backup; everything else in the case can still be read"
_NOT_PLAIN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_URI_CHARACTERS = "%:/?#[]@!$&'()*+,;=~"  # RFC 3986; the rest is percent-encoded
_SOURCE_RECORD = re.compile(rb"\r\nWARC-Type: (?:response|resource)\r\n")
# What a server said of the bytes on the wire is not true of the decoded bytes that are kept.
_WIRE_HEADERS = frozenset({"content-encoding", "content-length", "transfer-encoding"})
_CHUNK = 1 << 20


def file_name(number: int) -> str:
    """The name of the archive file with this number, counted from 1."""
    return f"{number:05d}.warc.gz"


class _Sha256:
    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def update(self, data: bytes) -> None:
        self._hash.update(data)

    def __str__(self) -> str:
        return f"sha256:{self._hash.hexdigest()}"


class _Writer(WARCWriter):  # type: ignore[misc]
    @staticmethod
    def _create_digester() -> _Sha256:
        return _Sha256()


def header_bytes(number: int) -> bytes:
    """The warcinfo record that an archive file begins with."""
    out = io.BytesIO()
    writer = _Writer(out, gzip=True, warc_version="1.1")
    info = {"software": "counterclaim", "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record(file_name(number), info))
    return out.getvalue()


def record_bytes(capture: Capture) -> bytes:
    """The WARC records of a capture: ``response`` and ``request`` for a URL, else one ``resource``.

    The payload of the first record is the capture's content, as it is. Headers that describe
    the bytes on the wire (their encoding and length) are kept as ``X-Archive-Orig-...``.
    """
    out = io.BytesIO()
    writer = _Writer(out, gzip=True, warc_version="1.1")
    heads = {
        "WARC-Date": capture.captured_at,
        "WARC-Payload-Digest": f"sha256:{capture.sha256}",
        "Counterclaim-Source": _plain(capture.source),
    }
    body = io.BytesIO(capture.content)
    size = len(capture.content)
    if capture.kind != "url":
        heads["Content-Type"] = _plain(capture.media_type + (f"; charset={capture.charset}" if capture.charset else ""))
        uri = f"urn:sha256:{capture.sha256}"
        writer.write_record(writer.create_warc_record(uri, "resource", body, size, warc_headers_dict=heads))
        return out.getvalue()
    uri = quote(_plain(capture.url or capture.source), safe=_URI_CHARACTERS)
    response = writer.create_warc_record(
        uri, "response", body, size, warc_headers_dict=heads, http_headers=_response_head(capture)
    )
    request = writer.create_warc_record(
        uri,
        "request",
        warc_headers_dict={"WARC-Date": capture.captured_at},
        http_headers=_request_head(uri, capture.request_headers),
    )
    writer.write_request_response_pair(request, response)
    return out.getvalue()


def _response_head(capture: Capture) -> StatusAndHeaders:
    headers = [
        (f"X-Archive-Orig-{name}" if name.lower() in _WIRE_HEADERS else name, value)
        for name, value in capture.http_headers
    ]
    headers.append(("Content-Length", str(len(capture.content))))
    status = capture.http_status or 200
    phrase = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""
    return StatusAndHeaders(f"{status} {phrase}".strip(), _plain_headers(headers), protocol="HTTP/1.1")


def _request_head(uri: str, headers: tuple[tuple[str, str], ...]) -> StatusAndHeaders:
    parts = urlsplit(uri)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return StatusAndHeaders(f"GET {target} HTTP/1.1", _plain_headers(list(headers)), is_http_request=True)


def _plain_headers(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(quote(name, safe=""), _plain(value)) for name, value in headers if name]


def _plain(value: str) -> str:
    """``value`` on one line in printable characters: a header must not be able to begin another."""
    return _NOT_PLAIN.sub(lambda match: quote(match[0]), printable(value)).strip()


def printable(value: str) -> str:
    r"""``value`` with what no database or archive can hold (lone surrogates, NUL) as ``\udc80``, ``\x00``."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", r"\x00")


class Appender:
    """Appends to the archive files of one case. The caller holds the case's lock.

    Where a file ends is not asked of the file but given by the caller, from the database:
    whatever stands beyond was never acknowledged.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: tuple[int, io.FileIO] | None = None

    def append(self, number: int, at: int, data: bytes) -> None:
        """Put ``data`` at byte ``at`` of the file, which then ends there, and on to the disk."""
        file = self._cut(number, at)
        file.seek(at)
        view = memoryview(data)
        while view:
            view = view[file.write(view) :]
        os.fsync(file.fileno())

    def cut(self, number: int, length: int) -> None:
        """Cut the file back to its acknowledged ``length``."""
        os.fsync(self._cut(number, length).fileno())

    def close(self) -> None:
        """Close the file that is open, if any."""
        if self._open is not None:
            self._open[1].close()
            self._open = None

    def _cut(self, number: int, length: int) -> io.FileIO:
        file = self._file(number)
        check_length(self._folder, number, length)  # truncating a shorter file would fill it with zeros
        file.truncate(length)
        return file

    def _file(self, number: int) -> io.FileIO:
        if self._open is not None and self._open[0] == number:
            return self._open[1]
        self.close()
        path = self._folder / file_name(number)
        new = not path.exists()
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        self._open = (number, io.FileIO(os.open(path, flags, 0o644), "r+"))
        if new:
            sync_folder(self._folder)
        return self._open[1]


def sync_folder(folder: Path) -> None:
    """Put the folder's list of names on to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def recover(folder: Path, acknowledged: dict[int, int], appender: Appender) -> None:
    """Cut back what a killed writer left beyond the ``acknowledged`` length of each file.

    At most one capture can be left over. Raises LedgerError, and cuts nothing, if a file is
    missing or shorter than acknowledged, or if there is more than a killed writer can leave.
    """
    for number, length in acknowledged.items():
        check_length(folder, number, length)
    last = max(acknowledged, default=0)
    _refuse_strange(folder, acknowledged, last)
    for number, length in ((last, acknowledged.get(last, 0)), (last + 1, 0)):
        path = folder / file_name(number)
        if path.exists() and path.stat().st_size > length:
            _refuse_more_than_one(path, length)
            appender.cut(number, length)


def check_length(folder: Path, number: int, length: int) -> int:
    """The size of an archive file. Raises LedgerError if it is less than the acknowledged ``length``."""
    path = folder / file_name(number)
    if not path.exists():
        raise LedgerError(f"the archive file {path} is missing", _RESTORE)
    size = path.stat().st_size
    if size < length:
        raise LedgerError(
            f"the archive file {path} is damaged: {size} bytes are there, {length} were written", _RESTORE
        )
    return size


def _refuse_strange(folder: Path, acknowledged: dict[int, int], last: int) -> None:
    for path in sorted(folder.glob("[0-9][0-9][0-9][0-9][0-9].warc.gz")):
        number = int(path.name[:5])
        longer = number in acknowledged and number != last and path.stat().st_size > acknowledged[number]
        if longer or (number not in acknowledged and number != last + 1):
            raise LedgerError(f"the archive file {path} holds more than the database knows of", _OLD_DATABASE)


_OLD_DATABASE = "The database seems older than the archive: restore the two together from one backup"


def _refuse_more_than_one(path: Path, length: int) -> None:
    with path.open("rb") as file:
        file.seek(length)
        heads = sum(1 for head in _member_heads(file) if _SOURCE_RECORD.search(head))
    if heads > 1:
        raise LedgerError(
            f"the archive file {path} holds {heads} captures that the database doesn't know", _OLD_DATABASE
        )


def _member_heads(file: io.BufferedReader) -> Iterator[bytes]:
    """The first bytes of every complete gzip member from here on; ends at the first that is damaged."""
    pending = b""
    while True:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS + 16)
        head = b""
        while not unpacker.eof:
            pending = pending or file.read(_CHUNK)
            if not pending:
                return
            try:
                unpacked = unpacker.decompress(pending, _CHUNK)
            except zlib.error:
                return
            head = (head + unpacked)[:4096] if len(head) < 4096 else head
            pending = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
        yield head


def read_range(folder: Path, number: int, start: int, length: int, sha256: str) -> bytes:
    """The bytes of one range of an archive file. Raises LedgerError unless they have this SHA-256."""
    path = folder / file_name(number)
    check_length(folder, number, start + length)
    with path.open("rb") as file:
        file.seek(start)
        data = file.read(length)
    if sha256_hex(data) != sha256:
        where = f"bytes {start} to {start + length} of the archive file {path}"
        raise LedgerError(f"{where} are not what was written", _RESTORE)
    return data


def payload(records: bytes, size: int, sha256: str) -> bytes:
    """The content of a capture from the bytes of its WARC records.

    The content is the last ``size`` bytes of the first record's block. Raises LedgerError
    unless the record is whole and the content has this SHA-256.
    """
    unpacker: Any = zlib.decompressobj(zlib.MAX_WBITS + 16)
    try:
        record = unpacker.decompress(records, size + HEADER_ROOM)
    except zlib.error as error:
        raise LedgerError(f"the archived record of {sha256} can't be unpacked: {error}", _RESTORE) from None
    content: bytes = record[-size - 4 : -4]
    if not unpacker.eof or not record.endswith(b"\r\n\r\n") or sha256_hex(content) != sha256:
        raise LedgerError(f"the archived record of {sha256} is damaged", _RESTORE)
    return content
