"""An http(s) address in, what the server answered out: within limits of time, size and hops."""

import re
import ssl
import zlib
from collections.abc import Iterable, Iterator
from functools import cache

import httpcore2
import httpx2
import msgspec

from counterclaim.capture.address import CheckedBackend, Deadline, RefusedAddressError, parse_allowed
from counterclaim.capture.sources import display_url
from counterclaim.config import Config
from counterclaim.errors import CaptureError

REQUEST_HEADERS = (
    ("User-Agent", "counterclaim"),
    ("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.1"),
    ("Accept-Language", "en"),
    # What the server sends is then what is kept; servers that compress all the same are unpacked.
    ("Accept-Encoding", "identity"),
)

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_CHECK = "Check the address in a browser, or save the page and give the file"

Headers = tuple[tuple[str, str], ...]


class Fetched(msgspec.Struct, frozen=True):
    """A successful answer: the body unpacked, the headers as they came, the address that gave it."""

    url: str
    status: int
    content: bytes
    charset: str | None
    headers: Headers
    request_headers: Headers


def fetch(url: str, config: Config) -> Fetched:
    """The page at ``url`` after at most ``config.max_redirects`` redirects.

    Every hop must be http or https and lead to a public address (see ``address``). Raises
    CaptureError with code ``refused-address``, ``unreachable``, ``too-many-redirects``,
    ``too-large`` or ``http-status``.
    """
    source = display_url(url)
    deadline = Deadline(config.timeout)
    backend = CheckedBackend(parse_allowed(config.allow_host), deadline)
    try:
        with httpcore2.ConnectionPool(ssl_context=_tls(), network_backend=backend) as pool:
            return _follow(source, url, pool, config)
    except RefusedAddressError as error:
        advice = "Save the page and give the file, or allow the host with the setting allow_host"
        raise CaptureError(source, "refused-address", str(error), advice) from None
    except httpcore2.TimeoutException:
        reason = f"no full answer came within {config.timeout:g} seconds"
        raise CaptureError(source, "unreachable", reason, "Try later, or raise the setting timeout") from None
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
        raise CaptureError(source, "unreachable", f"the server can't be reached ({_cause(error)})", _CHECK) from None


@cache
def _tls() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)


def _follow(source: str, url: str, pool: httpcore2.ConnectionPool, config: Config) -> Fetched:
    at = _parsed(source, url)
    for _ in range(config.max_redirects + 1):
        request_headers = (("Host", at.netloc.decode("ascii")), *REQUEST_HEADERS)
        target = httpcore2.URL(scheme=at.raw_scheme, host=at.raw_host, port=at.port, target=at.raw_path)
        with pool.stream("GET", target, headers=_encoded(request_headers)) as response:
            headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
            location = _header(headers, "location")
            if response.status in _REDIRECTS and location:
                at = _joined(source, at, location)
                continue
            if not 200 <= response.status < 300:
                reason = f"the server answered with status {response.status}"
                raise CaptureError(source, "http-status", reason, _CHECK)
            content = _body(source, response, headers, config.max_bytes)
            charset = _CHARSET.search(_header(headers, "content-type") or "")
            return Fetched(str(at), response.status, content, charset[1] if charset else None, headers, request_headers)
    reason = f"it redirects more than {config.max_redirects} times"
    raise CaptureError(source, "too-many-redirects", reason, _CHECK)


def _parsed(source: str, url: str) -> httpx2.URL:
    try:
        parsed = httpx2.URL(url).copy_with(fragment=None)
    except (httpx2.InvalidURL, ValueError, UnicodeError) as error:
        raise CaptureError(source, "refused-address", f"it is not a valid address ({error})", _CHECK) from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        reason = "only addresses with http or https and a host are fetched"
        raise CaptureError(source, "refused-address", reason, _CHECK)
    if parsed.userinfo:
        reason = "addresses with a user name or password are not fetched, since they would be kept"
        raise CaptureError(source, "refused-address", reason, "Save the page and give the file")
    return parsed


def _joined(source: str, at: httpx2.URL, location: str) -> httpx2.URL:
    try:
        joined = at.join(location.encode("latin-1").decode("utf-8", "replace"))
    except (httpx2.InvalidURL, ValueError, UnicodeError) as error:
        raise CaptureError(source, "unreachable", f"it redirects to no valid address ({error})", _CHECK) from None
    return _parsed(source, str(joined))


def _encoded(headers: Headers) -> list[tuple[bytes, bytes]]:
    return [(name.encode("ascii"), value.encode("ascii")) for name, value in headers]


def _header(headers: Headers, name: str) -> str | None:
    return next((value for key, value in headers if key.lower() == name), None)


def _body(source: str, response: httpcore2.Response, headers: Headers, limit: int) -> bytes:
    encoding = (_header(headers, "content-encoding") or "identity").strip().lower()
    try:
        chunks = _unpacked(response.iter_stream(), encoding)
        body = bytearray()
        for chunk in chunks:
            body += chunk
            if len(body) > limit:
                reason = f"the page is larger than {limit:,} bytes"
                raise CaptureError(source, "too-large", reason, "Raise the setting max_bytes if it is meant to be read")
    except zlib.error as error:
        raise CaptureError(source, "damaged", f"its compressed data is damaged ({error})", _CHECK) from None
    except LookupError:
        raise CaptureError(source, "unreachable", f"it was sent compressed as {encoding!r}", _CHECK) from None
    return bytes(body)


def _unpacked(stream: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The chunks of a body unpacked in pieces of at most a megabyte; LookupError for an unknown encoding."""
    if encoding in ("identity", ""):
        yield from stream
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise LookupError(encoding)
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    for chunk in stream:
        data = chunk
        while data and not unpacker.eof:
            yield unpacker.decompress(data, 1_000_000)
            data = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise zlib.error("it ends too early")


def _cause(error: Exception) -> str:
    text = str(error).strip()
    return text or type(error).__name__
