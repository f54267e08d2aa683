"""Connections that keep to a time and to a number of bytes.

A timeout of a socket is for one read: a server that sends a byte now and then, of a header or of a body, would be waited for as long as it
likes. Here every read, also of the headers, gets what is left of the whole time.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

from requests.adapters import HTTPAdapter
from urllib3 import HTTPHeaderDict, HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from checker.documents.web.guard import Guard

_POOLS = 64


@dataclass(slots=True)
class Wire:
    """What went over the wire at one request, byte for byte, since when, and the IP address at its other end."""

    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    sent: bytearray = field(default_factory=bytearray)
    received: bytearray = field(default_factory=bytearray)
    ip: str | None = None


class Budget:
    """What one request may still cost, and who opens its connection. With `wire`, what goes over it is kept."""

    def __init__(self, guard: Guard, seconds: float, most: int, wire: Wire | None = None) -> None:
        self._guard = guard
        self._end = time.monotonic() + seconds
        self._most = most
        self.wire = wire

    def left(self) -> float:
        """The seconds that are left. Raises TimeoutError where there are none."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("the time is up")
        return seconds

    def took(self, received: memoryview) -> None:
        """Counts bytes off. Raises OSError where they are too many: no header and no line is endless."""
        self._most -= len(received)
        if self._most < 0:
            raise OSError("the answer does not end")
        if self.wire:
            self.wire.received += received

    def gave(self, sent: bytes) -> None:
        """Keeps what was sent, where that is wanted."""
        if self.wire:
            self.wire.sent += sent

    def open(self, host: str, port: int) -> socket.socket:
        """A connection to a host."""
        return self._guard.open(host, port, self.left())


SPENT: ContextVar[Budget] = ContextVar("budget")
"""The budget of the request that this thread is at: urllib3 has no way to hand it through."""


class _Reader(io.RawIOBase):
    """A socket's bytes, within the budget."""

    def __init__(self, raw: io.RawIOBase, connection: socket.socket, budget: Budget) -> None:
        self._raw, self._connection, self._budget = raw, connection, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._connection.settimeout(self._budget.left())
        count: int | None = self._raw.readinto(buffer)
        self._budget.took(memoryview(buffer)[: count or 0])
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Final(http.client.HTTPResponse):
    """The final answer. What servers may tell ahead of it (RFC 9110, section 15.2), http.client takes for it, but for "100 Continue"."""

    def begin(self) -> None:
        super().begin()
        while http.HTTPStatus.SWITCHING_PROTOCOLS < self.status < http.HTTPStatus.OK:
            # By that, http.client knows that it has not begun.
            self.headers = self.msg = None  # type: ignore[assignment]
            super().begin()


class _Response(_Final):
    def __init__(self, sock: socket.socket, *args: Any, **more: Any) -> None:
        super().__init__(sock, *args, **more)
        raw, budget = self.fp.detach(), SPENT.get()
        if budget.wire:
            budget.wire.ip = sock.getpeername()[0]
        self.fp = io.BufferedReader(_Reader(raw, sock, budget))


class _Plain(HTTPConnection):
    response_class = _Response

    def _new_conn(self) -> socket.socket:
        return SPENT.get().open(self.host, self.port)

    def send(self, data: Any) -> None:
        SPENT.get().gave(data)
        super().send(data)


class _Secure(HTTPSConnection):
    response_class = _Response

    def _new_conn(self) -> socket.socket:
        return SPENT.get().open(self.host, self.port)

    def send(self, data: Any) -> None:
        SPENT.get().gave(data)
        super().send(data)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class Adapter(HTTPAdapter):
    """Sends requests over such connections; `SPENT` is set by whoever sends one."""

    def __init__(self) -> None:
        # A page in a browser asks one host for many things at once.
        super().__init__(pool_connections=_POOLS, pool_maxsize=_POOLS)

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        """Makes connections of these classes."""
        super().init_poolmanager(*args, **more)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}


class _Received:
    """What http.client takes for a socket: the bytes of one response."""

    def __init__(self, received: bytes) -> None:
        self._received = received

    def makefile(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._received)


def response_of(received: bytes) -> HTTPResponse:
    """The response in bytes that were received before, as `Adapter` would give it. Raises HTTPException where there is none."""
    told = _Final(cast(socket.socket, _Received(received)), method="GET")
    told.begin()
    return HTTPResponse(
        told,
        HTTPHeaderDict(told.msg.items()),
        told.status,
        version=told.version,
        reason=told.reason,
        preload_content=False,
        decode_content=False,
        original_response=told,
        request_method="GET",
    )
