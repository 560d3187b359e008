"""An open binary stream in, its bytes within limits out: compressed data is unpacked under guard."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import Protocol

from counterclaim.capture.media import HEAD

MAX_RATIO = 200
"""Largest ratio at which gzip is unpacked; articles reach about 10, a bomb about 1,000."""

RATIO_FROM = 8_000_000
"""Unpacked bytes from which the ratio is watched: small repetitive files may exceed it."""


class Readable(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes | None:
        """Up to ``size`` bytes; empty at the end."""


class TooLargeError(ValueError):
    """More bytes than allowed; the message says which limit."""

    code = "too-large"


class DamagedError(ValueError):
    """Compressed data that can't be unpacked to its end."""

    code = "damaged"


class Counted(io.RawIOBase):
    """A stream read through, counting the bytes that went by."""

    def __init__(self, stream: Readable, pushed_back: bytes = b"") -> None:
        self._stream = stream
        self._pushed_back = pushed_back
        self.count = 0

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer``, from what was pushed back first, and return how many bytes."""
        if self._pushed_back:
            data, self._pushed_back = self._pushed_back[: len(buffer)], self._pushed_back[len(buffer) :]
        else:
            data = self._stream.read(len(buffer)) or b""
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class Unpacked(io.RawIOBase):
    """Gzip data unpacked while read; raises TooLargeError for a bomb, DamagedError for bad data."""

    def __init__(self, packed: Counted) -> None:
        self._packed = packed
        self._gzip = gzip.GzipFile(fileobj=io.BufferedReader(packed, HEAD))
        self._count = 0

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` with unpacked bytes and return how many."""
        try:
            data = self._gzip.read1(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise DamagedError(f"its compressed data is damaged ({error})") from None
        buffer[: len(data)] = data
        self._count += len(data)
        if self._count > RATIO_FROM and self._count > MAX_RATIO * self._packed.count:
            raise TooLargeError(f"it unpacks to more than {MAX_RATIO} times its size, as only a bomb does")
        return len(data)


def opened(stream: Readable) -> io.BufferedReader:
    """``stream`` ready to be read, and to be looked ahead of; unpacked if it is gzip."""
    start = stream.read(2) or b""
    counted = Counted(stream, start)
    raw: io.RawIOBase = Unpacked(counted) if start == b"\x1f\x8b" else counted
    return io.BufferedReader(raw, HEAD)


def head_of(stream: io.BufferedReader) -> tuple[bytes, io.BufferedReader]:
    """The first HEAD bytes, and a stream that gives all bytes from the start."""
    parts = bytearray()
    while len(parts) < HEAD and (part := stream.read1(HEAD - len(parts))):
        parts += part
    head = bytes(parts)
    return head, io.BufferedReader(Counted(stream, head), HEAD)


def read_all(stream: io.BufferedReader, limit: int) -> bytes:
    """All bytes of ``stream``; raises TooLargeError beyond ``limit`` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(f"it is larger than {limit:,} bytes")
    return data


def lines(stream: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line without its end; None for a line beyond ``limit`` bytes.

    Raises TooLargeError when a line goes on for four more times the limit: the file has no lines.
    """
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line.removesuffix(b"\n").removesuffix(b"\r")
            continue
        yield number, None
        del line
        for _ in range(4):
            rest = stream.readline(limit)
            if not rest or rest.endswith(b"\n"):
                break
        else:
            raise TooLargeError(f"a line goes on for more than {5 * limit:,} bytes")
