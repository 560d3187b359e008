"""If fetching went wrong silently, the archive would hold half pages, error pages or nothing."""

import pytest

from counterclaim.capture import capture
from counterclaim.config import Config
from counterclaim.errors import UsageError
from counterclaim.records import Capture, SetAside

from .conftest import PAGE, Server


def fetch(server: Server, path: str, **settings: object) -> Capture | SetAside:
    config = Config(**{"allow_host": server.host, "timeout": 5.0, **settings})  # type: ignore[arg-type]
    [found] = capture(f"http://{server.host}/{path}", config)
    return found


def aside(server: Server, path: str, **settings: object) -> SetAside:
    found = fetch(server, path, **settings)
    assert isinstance(found, SetAside)
    assert found.stage == "capture"
    assert "\n" not in f"{found.reason}{found.advice}"
    assert found.advice
    return found


def test_a_page_is_kept_byte_for_byte_with_both_sides_headers(server: Server) -> None:
    found = fetch(server, "page#part")
    assert isinstance(found, Capture)
    assert (found.kind, found.content, found.http_status, found.charset) == ("url", PAGE, 200, "utf-8")
    assert found.media_type == "text/html"
    assert found.url == f"http://{server.host}/page"
    assert found.file is None
    assert ("X-Test", "a") in found.http_headers
    asked = dict(found.request_headers)
    assert asked["Host"] == server.host
    assert server.asked[0][1]["User-Agent"] == asked["User-Agent"] == "counterclaim"


def test_a_redirect_is_followed_and_the_final_address_kept(server: Server) -> None:
    found = fetch(server, "hop")
    assert isinstance(found, Capture)
    assert found.url == f"http://{server.host}/page?from=hop"
    assert found.source.endswith("/hop")


def test_the_kind_is_read_from_the_bytes_and_not_believed(server: Server) -> None:
    found = fetch(server, "lying")
    assert isinstance(found, Capture)
    assert found.media_type == "text/html"
    assert aside(server, "picture").code == "binary"


def test_the_charset_that_the_server_names_is_kept_for_reading(server: Server) -> None:
    found = fetch(server, "latin")
    assert isinstance(found, Capture)
    assert found.charset == "ISO-8859-1"


@pytest.mark.parametrize("path", ["gzip", "deflate"])
def test_compressed_pages_are_unpacked(server: Server, path: str) -> None:
    found = fetch(server, path)
    assert isinstance(found, Capture)
    assert found.content == PAGE


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("missing", "http-status"),
        ("error", "http-status"),
        ("nowhere", "http-status"),
        ("empty", "empty"),
        ("loop", "too-many-redirects"),
        ("cutgzip", "damaged"),
        ("badgzip", "damaged"),
        ("brotli", "unreachable"),
        ("cut", "unreachable"),
        ("nonsense", "unreachable"),
        ("to/ftp://127.0.0.1/x", "refused-address"),
        ("to/file:///etc/passwd", "refused-address"),
        ("to/javascript:alert(1)", "refused-address"),
        ("to/http://[::bad/", "unreachable"),
    ],
)
def test_a_page_that_cannot_be_had_says_why(server: Server, path: str, code: str) -> None:
    assert aside(server, path).code == code


def test_a_redirect_loop_stops_at_the_limit(server: Server) -> None:
    aside(server, "loop", max_redirects=3)
    assert len(server.asked) == 4


def test_no_redirects_are_followed_when_none_are_allowed(server: Server) -> None:
    assert aside(server, "hop", max_redirects=0).code == "too-many-redirects"


def test_a_page_above_the_size_limit_is_not_downloaded_to_its_end(server: Server) -> None:
    assert aside(server, "page", max_bytes=50).code == "too-large"


def test_a_compressed_bomb_is_stopped_at_the_size_limit(server: Server) -> None:
    assert aside(server, "bomb", max_bytes=1_000_000).code == "too-large"


@pytest.mark.parametrize("path", ["slow", "drip"])
def test_a_slow_server_cannot_hold_up_a_run(server: Server, path: str) -> None:
    found = aside(server, path, timeout=0.3)
    assert found.code == "unreachable"
    assert "0.3 seconds" in found.reason


def test_a_closed_port_is_unreachable(server: Server) -> None:
    [found] = capture("http://127.0.0.1:1/", Config(allow_host="127.0.0.1:1", timeout=2.0))
    assert isinstance(found, SetAside)
    assert found.code == "unreachable"


def test_proxies_of_the_environment_are_not_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert isinstance(fetch(server, "page"), Capture)


def test_credentials_in_an_address_are_neither_sent_nor_kept(server: Server) -> None:
    [found] = capture(f"http://ann:secret@{server.host}/page", Config(allow_host=server.host))
    assert isinstance(found, SetAside)
    assert found.code == "refused-address"
    assert "secret" not in str(found)
    assert server.asked == []


@pytest.mark.parametrize("setting", ["127.0.0.1", "host:", ":80", "host:http"])
def test_a_wrong_allow_host_is_a_usage_error_and_not_a_silent_refusal(setting: str) -> None:
    with pytest.raises(UsageError, match="HOST:PORT"):
        list(capture("http://127.0.0.1:1/", Config(allow_host=setting)))
