"""One source as the user wrote it in, its captures and set-asides out, whatever its kind."""

import io
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from counterclaim.capture.media import MEDIA_TYPES, UnusableError, sniff
from counterclaim.capture.sources import display, display_url, expand, is_url
from counterclaim.capture.streams import DamagedError, Readable, TooLargeError, head_of, lines, opened, read_all
from counterclaim.capture.url import Fetched, fetch
from counterclaim.config import Config
from counterclaim.errors import CaptureError
from counterclaim.records import Capture, CaptureKind, SetAside, sha256_hex

_ADVICE = {
    "binary": "Give HTML, plain text, PDF or JSONL",
    "unknown-kind": "Give HTML, plain text, PDF, or JSONL with one article per line",
    "too-large": "Raise the setting max_bytes if it is meant to be read",
    "damaged": "Get the file again",
}


def capture(source: str, config: Config, *, stdin: BinaryIO | None = None) -> Iterator[Capture | SetAside]:
    """See ``counterclaim.capture.capture``."""
    for item in expand([source]):
        if isinstance(item, SetAside):
            yield item
            continue
        try:
            yield from _one(item, config, stdin)
        except CaptureError as error:
            yield error.set_aside()


def count(items: Sequence[str | SetAside]) -> int:
    """See ``counterclaim.capture.count``."""
    return sum(_lines_in(item) if isinstance(item, str) and _looks_like_lines(item) else 1 for item in items)


def _one(item: str, config: Config, stdin: BinaryIO | None) -> Iterator[Capture | SetAside]:
    if item == "-":
        if stdin is None and sys.stdin is None:
            raise CaptureError("-", "unreadable", "standard input is closed", "Give it something to read")
        yield from _stream("-", "-", "stdin", stdin or sys.stdin.buffer, config)
    elif not item:
        raise CaptureError("''", "missing", "the name is empty", "Give the name of a file or folder")
    elif is_url(item):
        yield _page(item, config)
    else:
        yield from _file(item, config)


def _file(path: str, config: Config) -> Iterator[Capture | SetAside]:
    source = display(path)
    if "\0" in path or not Path(path).exists():
        raise CaptureError(source, "missing", "there is no such file", "Check the name")
    try:
        with Path(path).open("rb", buffering=0) as stream:
            yield from _stream(source, Path(source).name, "file", stream, config)
    except OSError as error:
        reason = f"it can't be read ({error.strerror or error})"
        raise CaptureError(source, "unreadable", reason, "Check its permissions and its disk") from None


def _stream(
    source: str, name: str, kind: CaptureKind, stream: Readable, config: Config
) -> Iterator[Capture | SetAside]:
    file = None if kind == "stdin" else name
    try:
        head, whole = head_of(opened(stream))
        if not head.strip():
            raise CaptureError(source, "empty", "it is empty", "Give a file with an article in it")
        found = sniff(head, name)
        if found == "lines":
            yield from _lines(source, file, whole, config)
            return
        content = read_all(whole, config.max_bytes)
    except (UnusableError, TooLargeError, DamagedError) as error:
        raise _refused(source, error) from None
    yield Capture(
        kind=kind,
        source=source,
        content=content,
        sha256=sha256_hex(content),
        media_type=MEDIA_TYPES[found],
        captured_at=_now(),
        file=file,
    )


def _lines(source: str, file: str | None, stream: io.BufferedReader, config: Config) -> Iterator[Capture | SetAside]:
    captured_at = _now()
    for number, line in lines(stream, config.max_bytes):
        where = f"{source}:{number}"
        if line is None:
            reason = f"the line is longer than {config.max_bytes:,} bytes"
            yield CaptureError(where, "too-large", reason, _ADVICE["too-large"]).set_aside()
            continue
        content = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not content.strip():
            continue
        problem = _problem(content)
        if problem:
            advice = "Mend the line; the other lines were read"
            yield CaptureError(where, "bad-json", problem, advice, sha256_hex(content)).set_aside()
            continue
        yield Capture(
            kind="line",
            source=where,
            content=content,
            sha256=sha256_hex(content),
            media_type=MEDIA_TYPES["lines"],
            captured_at=captured_at,
            file=file,
        )


def _problem(line: bytes) -> str | None:
    """Why ``line`` is no JSON object, in words; None if it is one."""
    try:
        msgspec.json.decode(line, type=dict[str, Any])
    except msgspec.ValidationError:
        return "the line is JSON, but not an object with fields"
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return f"the line is not JSON ({error})"
    except RecursionError:
        return "the line is JSON nested too deeply"
    return None


def _page(url: str, config: Config) -> Capture:
    source = display_url(url)
    fetched: Fetched = fetch(url, config)
    if not fetched.content.strip():
        raise CaptureError(source, "empty", "the page is empty", "Check the address in a browser")
    try:
        found = sniff(fetched.content[:65_536], "")
        if found == "lines":
            raise UnusableError("unknown-kind", "it is JSONL, which is not read over the network")
    except UnusableError as error:
        raise _refused(source, error) from None
    return Capture(
        kind="url",
        source=source,
        content=fetched.content,
        sha256=sha256_hex(fetched.content),
        media_type=MEDIA_TYPES[found],
        captured_at=_now(),
        charset=fetched.charset,
        url=fetched.url,
        http_status=fetched.status,
        http_headers=fetched.headers,
        request_headers=fetched.request_headers,
    )


def _refused(source: str, error: UnusableError | TooLargeError | DamagedError) -> CaptureError:
    return CaptureError(source, error.code, str(error), _ADVICE[error.code])


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _looks_like_lines(item: str) -> bool:
    name = item.lower().removesuffix(".gz")
    return not is_url(item) and name.endswith((".jsonl", ".ndjson"))


def _lines_in(path: str) -> int:
    """Lines that are not blank; 1 for a file that can't be read to its end."""
    try:
        with Path(path).open("rb", buffering=0) as stream:
            return sum(1 for line in opened(stream) if line.strip())
    except (OSError, ValueError):
        return 1
