"""A host and port in, a connection to an address that was checked out; private ones are refused.

The check stands where the connection is made: the name is resolved once, every answer is
checked, and the connection goes to the very address that passed. A second answer from the
name server (DNS rebinding) is never asked for, and spellings of an address (decimal, octal,
mapped, embedded) don't matter, because what is checked is what is connected to.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterable

import httpcore2

from counterclaim.errors import UsageError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NOT_PUBLIC_4 = tuple(
    ipaddress.IPv4Network(net)
    for net in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT (RFC 6598), and a cloud's metadata at 100.100.100.200
        "127.0.0.0/8",
        "168.63.129.16/32",  # a cloud's control address in public space
        "169.254.0.0/16",  # link-local, with the metadata address 169.254.169.254
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
"""IANA's special-purpose registry (RFC 6890) for IPv4, and what clouds put beside it."""

_GLOBAL_6 = ipaddress.IPv6Network("2000::/3")
"""All global unicast lies here (RFC 4291); anything else is local, multicast or reserved."""

_NOT_PUBLIC_6 = tuple(
    ipaddress.IPv6Network(net)
    for net in (
        "2001::/23",  # protocol assignments, with Teredo, which embeds IPv4
        "2001:db8::/32",
        "2002::/16",  # 6to4, which embeds IPv4 and is withdrawn (RFC 7526)
        "3fff::/20",
    )
)

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class RefusedAddressError(Exception):
    """The name leads to an address that must not be fetched; the message says which and why."""


class Deadline:
    """The moment by which a whole fetch has to be done."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """Seconds left, or ``at_most`` if that is less; raises ``httpcore2.TimeoutException`` when over."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time allowed is over")
        return left if at_most is None else min(left, at_most)


def is_public(address: Address) -> bool:
    """Whether ``address``, or the IPv4 address inside it, is one of the open internet."""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in net for net in _NOT_PUBLIC_4)
    if address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if address in _NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _GLOBAL_6 and not any(address in net for net in _NOT_PUBLIC_6)


def parse_allowed(allow_host: str | None) -> tuple[str, int] | None:
    """Host and port of the setting ``allow_host``; raises UsageError if it is not HOST:PORT."""
    if allow_host is None:
        return None
    host, _, port = allow_host.rpartition(":")
    if not host or not port.isdecimal():
        raise UsageError(
            f"the setting allow_host is {allow_host!r}, which is not HOST:PORT", "Write it like archive.local:8080"
        )
    return host.strip("[]").lower(), int(port)


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """The addresses that ``host`` has, as numbers. Raises ``OSError`` or ``UnicodeError`` if it has none."""
    answer: list[list[str]] = []
    failure: list[OSError | UnicodeError] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.append(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except (OSError, UnicodeError) as error:
            failure.append(error)

    # The system's resolver takes no time limit, so that a slow name server would hold up a run.
    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if failure:
        raise failure[0]
    if not answer:
        raise httpcore2.ConnectTimeout("the name server did not answer in time")
    return answer[0]


class CheckedBackend(httpcore2.NetworkBackend):
    """Connects to public addresses only, or to the one host and port that is allowed."""

    def __init__(self, allowed: tuple[str, int] | None, deadline: Deadline) -> None:
        self._allowed = allowed
        self._deadline = deadline
        self._backend = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to a checked address of ``host``; raises RefusedAddressError, httpcore2 errors."""
        try:
            addresses = resolve(host, port, self._deadline.left(timeout))
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"the name {host} is not known ({error})") from None
        if (host.lower(), port) != self._allowed:
            for address in addresses:
                if not is_public(ipaddress.ip_address(address)):
                    raise RefusedAddressError(f"{host} leads to {address}, which is not on the open internet")
        failure = httpcore2.ConnectError(f"the name {host} has no address")
        for address in addresses:
            try:
                stream = self._backend.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except httpcore2.ConnectError as error:
                failure = error
                continue
            return TimedStream(stream, self._deadline)
        raise failure


class TimedStream(httpcore2.NetworkStream):
    """A connection whose every step ends with the deadline, so that no slow drip outlasts it."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As the stream's, within the time left."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """As the stream's, within the time left."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """As the stream's, within the time left; ``server_hostname`` stays the name, not the address."""
        secure = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return TimedStream(secure, self._deadline)

    def get_extra_info(self, info: str) -> object:
        """As the stream's."""
        return self._stream.get_extra_info(info)
