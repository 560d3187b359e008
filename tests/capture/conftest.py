"""A little server on the loopback whose every path misbehaves in its own way."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = b"<!doctype html><html><head><title>Bridge closes</title></head><body><p>The bridge closes.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    server: "Server"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        name = self.path.lstrip("/").partition("/")[0].partition("?")[0]
        getattr(self, f"give_{name}", self.give_missing)()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def give(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def give_missing(self) -> None:
        self.give(PAGE, 404)

    def give_page(self) -> None:
        self.give(PAGE, X_Test="a", Set_Cookie="k=v")

    def give_lying(self) -> None:
        self.give(PAGE, Content_Type="image/png")

    def give_latin(self) -> None:
        self.give(PAGE, Content_Type="text/html; charset=ISO-8859-1")

    def give_empty(self) -> None:
        self.give(b"")

    def give_picture(self) -> None:
        self.give(b"\x89PNG\r\n\x1a\n" + bytes(200))

    def give_error(self) -> None:
        self.give(b"no", 503)

    def give_gzip(self) -> None:
        self.give(gzip.compress(PAGE), Content_Encoding="gzip")

    def give_deflate(self) -> None:
        self.give(zlib.compress(PAGE), Content_Encoding="deflate")

    def give_cutgzip(self) -> None:
        self.give(gzip.compress(PAGE)[:-20], Content_Encoding="gzip")

    def give_badgzip(self) -> None:
        self.give(b"not gzip at all", Content_Encoding="gzip")

    def give_brotli(self) -> None:
        self.give(b"\x0b\x02\x80abc\x03", Content_Encoding="br")

    def give_bomb(self) -> None:
        self.give(gzip.compress(b" " * 50_000_000), Content_Encoding="gzip")

    def give_loop(self) -> None:
        self.give(b"", 302, Location="/loop")

    def give_hop(self) -> None:
        self.give(b"", 301, Location="page?from=hop#part")

    def give_to(self) -> None:
        target = self.path.removeprefix("/to/")
        self.give(b"", 302, Location=target)

    def give_nowhere(self) -> None:
        self.give(b"", 302)

    def give_slow(self) -> None:
        time.sleep(1.5)

    def give_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(30):
            try:
                self.wfile.write(b"x")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def give_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"<p>only this")

    def give_nonsense(self) -> None:
        self.wfile.write(b"this is no HTTP\r\n\r\n")


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


class Canary:
    """Listens where nothing may connect, and counts who did."""

    def __init__(self, family: socket.AddressFamily, address: str) -> None:
        self._listening = socket.socket(family, socket.SOCK_STREAM)
        self._listening.bind((address, 0))
        self._listening.listen(50)
        self._listening.setblocking(False)
        self.port: int = self._listening.getsockname()[1]

    def visits(self) -> int:
        count = 0
        while True:
            try:
                self._listening.accept()[0].close()
            except BlockingIOError:
                return count
            count += 1

    def close(self) -> None:
        self._listening.close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    found = Canary(socket.AF_INET, "127.0.0.1")
    yield found
    found.close()


@pytest.fixture
def canary_6() -> Iterator[Canary]:
    try:
        found = Canary(socket.AF_INET6, "::1")
    except OSError:
        pytest.skip("this machine has no IPv6 loopback")
    yield found
    found.close()
