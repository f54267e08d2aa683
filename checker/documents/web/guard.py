"""Which addresses may be reached.

A name is resolved once a connection, each address that it has is checked, and the connection goes to one that was: a second resolution,
which could give another address, never happens. Redirects are connections like any other. Numbers in all their forms (decimal,
octal, hexadecimal) are read by the resolver, and what it makes of them is checked.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

_GLOBAL = ipaddress.IPv6Network("2000::/3")
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))
"""Networks whose addresses end in an IPv4 address that is meant."""
_MOST_TRIED = 4

Resolve = Callable[[str, int], Iterable[str]]
Connect = Callable[[tuple[str, int], float], socket.socket]


class PrivateAddressError(OSError):
    """An address that is not on the public internet."""


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, by the system's resolver."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"{host!r} is no name of a host") from error
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """Opens connections; to private networks only with `private`."""

    private: bool = False
    resolve: Resolve = resolve
    connect: Connect = socket.create_connection

    def open(self, host: str, port: int, seconds: float) -> socket.socket:
        """A connection to a host within some seconds. Raises PrivateAddressError, or OSError where there is none."""
        end = time.monotonic() + seconds
        found = _in_time(lambda: list(self.resolve(host, port)), seconds)
        public = [ip for ip in found if self.private or not is_private(ip)]
        if found and not public:
            raise PrivateAddressError(f"{found[0]} is an address of a private network")
        return self._first(public[:_MOST_TRIED], port, end)

    def _first(self, ips: list[str], port: int, end: float) -> socket.socket:
        failure: OSError = OSError("the name of the host has no address")
        for ip in ips:
            try:
                connection = self.connect((ip, port), max(0.01, end - time.monotonic()))
            except OSError as error:
                failure = error
                continue
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return connection
        raise failure


def _in_time(ask: Callable[[], list[str]], seconds: float) -> list[str]:
    """What is answered within some seconds. Raises what asking raises, and TimeoutError.

    A resolver that is at work cannot be stopped: it is left to itself, in a thread that nobody waits for.
    """
    answers: SimpleQueue[list[str] | Exception] = SimpleQueue()
    Thread(target=lambda: answers.put(_answer(ask)), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError("the name of the host is not resolved in time") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _answer(ask: Callable[[], list[str]]) -> list[str] | Exception:
    try:
        return ask()
    except Exception as error:
        return error


def is_private(ip: str) -> bool:
    """True for an IP address that is not on the public internet: loopback, link-local, private, reserved, multicast.

    An IPv6 address that stands for an IPv4 address (mapped, 6to4, NAT64) is judged by that one.
    """
    found = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if inner := _inner(found):
            return is_private(str(inner))
        if found not in _GLOBAL:
            return True
    return not found.is_global or found.is_multicast


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if any(ip in network for network in _NAT64):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
