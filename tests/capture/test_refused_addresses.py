"""If one of these connected, a link in somebody's list could read a private network or a cloud's keys."""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

import pytest

from counterclaim.capture import capture
from counterclaim.capture.address import is_public
from counterclaim.config import Config
from counterclaim.records import SetAside

from .conftest import Canary, Server

_LOOPBACK = """
127.0.0.1 127.0.0.2 127.1 127.0.1 127.000.000.001 127.255.255.254 2130706433 0x7f000001 0x7F.0.0.1 0x7f.1
0177.0.0.1 0177.1 017700000001 00000177.0.0.1 0 0.0.0.0 0x0 00 000.0.0.0 127.0.0.1. localhost localhost. LOCALHOST
LocalHost 127.0.0.0x1 127.0x1 0x7f.0.1 0x7f.0x0.0x0.0x1 2130706434
[::1] [::] [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001] [::ffff:127.0.0.1] [::ffff:7f00:1]
[0:0:0:0:0:ffff:127.0.0.1] [::FFFF:127.0.0.1] [::127.0.0.1] [::7f00:1] [::ffff:0:127.0.0.1] [64:ff9b::127.0.0.1]
[64:ff9b::7f00:1] [2002:7f00:1::] [2002:7f00:0001::1] [::ffff:0.0.0.0] [fe80::1] [fe80::1%25lo] [::1%25lo] [::1%lo]
%31%32%37.0.0.1 127.0.0.1%00 127.0.0.1%20 ①②⑦.⓪.⓪.①
１２７.０.０.１ 127。0。0。1 127．0．0．1 ⑫7.0.0.1 ⓛocalhost ｌｏｃａｌｈｏｓｔ
"""
_OTHERS = """
10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.254 192.168.0.1 192.168.1.254 100.64.0.1 100.127.255.254 100.100.100.200
169.254.169.254 169.254.169.253 169.254.170.2 169.254.0.1 168.63.129.16 192.0.0.192 192.0.2.1 192.88.99.1 198.18.0.1
198.19.255.254 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 0.0.0.1 0.1.2.3 12
2852039166 0xa9fea9fe 0xa9.0xfe.0xa9.0xfe 0251.0376.0251.0376 0251.254.169.254 169.254.43518 169.16689662 0xA9FEA9FE
[fd00:ec2::254] [fd00::1] [fc00::1] [fec0::1] [fe80::a9fe:a9fe] [ff02::1] [ff0e::1] [2001:db8::1] [2001::1] [2001:0:1::]
[2001:10::1] [2002:a9fe:a9fe::] [2002:0a00:0001::] [3fff::1] [4000::1] [5f00::1] [100::1] [64:ff9b::a9fe:a9fe]
[64:ff9b::10.0.0.1] [64:ff9b:1::1] [::ffff:169.254.169.254] [::ffff:a9fe:a9fe] [::ffff:10.0.0.1] [::ffff:192.168.0.1]
[::169.254.169.254] [::ffff:0:a9fe:a9fe] [::2] [1::1] [fd12:3456:789a:1::1] [0064:ff9b::c0a8:0001]
"""
_SHAPES = """
http://{at}/ HTTP://{at}/ http://{at} http://{at}/latest/meta-data/ http://{at}?q=http://example.org/
http://example.org@{at}/ http://example.org:80@{at}/ http://example.org%40{at}/ http://{at}#@example.org/
http://example.org#@{at}/ http://example.org\\@{at}/ http://{at}\\@example.org/ http:\\\\{at}/ http:/{at}/ http:///{at}/
http://{at}%2f@example.org/ http://[{at}]/ http://{at}:{at}/ https://{at}/ //{at}/ http:{at} http://@{at}/ http://:@{at}/
gopher://{at}/ ftp://{at}/ dict://{at}/ ws://{at}/ file://{at}/ jar:http://{at}!/ view-source:http://{at}/ netdoc://{at}/
"""
LOOPBACK, OTHERS, SHAPES = _LOOPBACK.split(), _OTHERS.split(), _SHAPES.split()

Resolver = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture(autouse=True)
def no_names_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are looked up on this machine only, so that the tests ask no name server."""
    real = socket.getaddrinfo

    def here(host: str, *args: Any, **kwargs: Any) -> list[tuple[Any, ...]]:
        name = str(host).rstrip(".").lower()
        if name != "localhost" and ":" not in name:
            try:
                socket.inet_aton(name)
            except OSError:
                raise socket.gaierror(socket.EAI_NONAME, "not known") from None
        return real(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", here)


def outcome(url: str) -> SetAside:
    [found] = capture(url, Config(timeout=3.0))
    assert isinstance(found, SetAside), f"{url} was fetched"
    return found


@pytest.mark.parametrize("host", LOOPBACK)
def test_no_spelling_of_this_machine_is_connected_to(host: str, canary: Canary) -> None:
    outcome(f"http://{host}:{canary.port}/")
    assert canary.visits() == 0


@pytest.mark.parametrize("host", [host for host in LOOPBACK if host.startswith("[")])
def test_no_spelling_of_this_machine_in_ipv6_is_connected_to(host: str, canary_6: Canary) -> None:
    outcome(f"http://{host}:{canary_6.port}/")
    assert canary_6.visits() == 0


@pytest.mark.parametrize("host", OTHERS)
def test_private_reserved_and_metadata_addresses_are_refused_before_connecting(host: str) -> None:
    assert outcome(f"http://{host}/").code in ("refused-address", "unreachable")
    if host.strip("[]").replace(".", "").replace(":", "").isalnum() and ("." in host or ":" in host):
        try:
            address = ipaddress.ip_address(host.strip("[]"))
        except ValueError:
            return
        assert not is_public(address)


@pytest.mark.parametrize("shape", SHAPES)
def test_no_trick_of_writing_an_address_leads_to_this_machine(shape: str, canary: Canary) -> None:
    url = shape.format(at=f"127.0.0.1:{canary.port}")
    for found in capture(url, Config(timeout=3.0)):
        assert isinstance(found, SetAside)
    assert canary.visits() == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0"])
@pytest.mark.parametrize("scheme", ["http:", "https:", ""])
def test_a_redirect_to_this_machine_is_refused(host: str, scheme: str, server: Server, canary: Canary) -> None:
    url = f"http://{server.host}/to/{scheme}//{host}:{canary.port}/"
    [found] = capture(url, Config(allow_host=server.host, timeout=3.0))
    assert isinstance(found, SetAside)
    assert found.code == "refused-address"
    assert canary.visits() == 0
    assert len(server.asked) == 1


def answers(*rounds: list[str]) -> tuple[Resolver, list[str]]:
    """A resolver that gives each round of addresses in turn, and the names it was asked."""
    asked: list[str] = []

    def resolve(host: str, port: int, *args: Any, **kwargs: Any) -> list[tuple[Any, ...]]:
        try:
            ipaddress.ip_address(host)
        except ValueError:
            asked.append(host)
            found = rounds[min(len(asked), len(rounds)) - 1]
        else:
            found = [host]
        return [
            (socket.AF_INET6 if ":" in one else socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found
        ]

    return resolve, asked


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        ["10.0.0.5"],
        ["169.254.169.254"],
        ["fd00:ec2::254"],
        ["::ffff:127.0.0.1"],
        ["8.8.8.8", "127.0.0.1"],
        ["127.0.0.1", "8.8.8.8"],
    ],
)
def test_a_public_name_with_a_private_answer_is_refused(
    found: list[str], canary: Canary, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolver, _ = answers(found)
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    assert outcome(f"http://news.example:{canary.port}/").code == "refused-address"
    assert canary.visits() == 0


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Where connections would go to, each failing at once."""
    tried: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], *args: Any, **kwargs: Any) -> socket.socket:
        tried.append(address)
        raise ConnectionRefusedError(111, "refused by the test")

    monkeypatch.setattr(socket, "create_connection", connect)
    return tried


def test_a_name_that_changes_its_answer_is_connected_to_as_it_was_checked(
    canary: Canary, connections: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    resolver, asked = answers(["93.184.216.34"], ["127.0.0.1"])
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    assert outcome(f"http://rebinding.example:{canary.port}/").code == "unreachable"
    assert connections == [("93.184.216.34", canary.port)]
    assert asked == ["rebinding.example"]
    assert canary.visits() == 0


def test_the_allowed_host_opens_its_own_port_only(server: Server, canary: Canary) -> None:
    [found] = capture(f"http://127.0.0.1:{canary.port}/", Config(allow_host=server.host, timeout=3.0))
    assert isinstance(found, SetAside)
    assert found.code == "refused-address"
    assert canary.visits() == 0


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def test_there_are_enough_spellings() -> None:
    assert len(set(LOOPBACK)) + len(set(OTHERS)) + len(set(SHAPES)) >= 150
