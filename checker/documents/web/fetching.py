"""One request, within its limits; and the chain of redirects behind an address."""

from __future__ import annotations

import http.client
import re
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from http.cookiejar import DefaultCookiePolicy
from types import TracebackType

import requests
import urllib3
from urllib3.exceptions import HTTPError

from checker.documents.packed import unpacked
from checker.documents.web.answer import (
    USER_AGENT,
    Answer,
    Hop,
    is_web,
    login_of,
    origin_of,
    with_login,
    without_login,
)
from checker.documents.web.guard import Guard, PrivateAddressError
from checker.documents.web.settings import Limits, Recorder
from checker.documents.web.transport import SPENT, Adapter, Budget, Wire, response_of
from checker.errors import TargetError

REDIRECTS = 5
_LONGEST = 8000
"""Characters of an address: so many must be understood (RFC 9110, section 4.1), and nobody needs more."""
_CHUNK = 64 * 1024
_READING = 60.0
"""Seconds to read what was received before."""
_OVERHEAD = 1024 * 1024
"""Bytes of headers and of framing, on top of the page's own."""
_CONNECTION = re.compile(r"\A(?:<[^>]*>|\w+\([^)]*\)): ")
"""How urllib3 names the connection that failed, before it says why."""
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_PLAIN = frozenset({"", "identity", "none", "utf-8"})
"""What servers write there that pack nothing."""


class _Session(requests.Session):
    """A session that leaves redirects alone: requests would look ahead at each, and unpack all of its body for that."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """No redirect is seen here: `follow` follows them."""


class Fetcher:
    """A session: it keeps connections open, and keeps no cookies and no logins of anybody's."""

    def __init__(self, limits: Limits, guard: Guard | None = None, recorder: Recorder | None = None) -> None:
        self.limits = limits
        self._guard = guard or Guard(limits.private)
        self._recorder = recorder
        self._session = _Session()
        self._session.trust_env = False
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.update({"User-Agent": USER_AGENT, "Accept": "text/html, */*;q=0.5"})
        # What is packed in another way cannot be unpacked within a limit.
        self._session.headers["Accept-Encoding"] = "gzip"
        adapter = Adapter()
        self._session.mount("http://", adapter)
        self._session.mount("https://", adapter)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()

    def once(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        seconds: float | None = None,
        most: int | None = None,
    ) -> Answer:
        """What a server answers to one request; a redirect is an answer like any other.

        Raises TargetError where there is none: its code says why.
        """
        require_web(url)
        seconds, most = seconds or self.limits.seconds, most or self.limits.max_bytes
        wire = Wire() if self._recorder else None
        SPENT.set(Budget(self._guard, seconds, most + _OVERHEAD, wire))
        start = time.monotonic()
        try:
            with self._session.get(
                url, headers=headers, stream=True, allow_redirects=False, timeout=seconds
            ) as response:
                answer = _answer(url, response.raw, most)
        except (requests.exceptions.RequestException, HTTPError, zlib.error, ValueError, OSError) as error:
            failure = _failure(url, error, seconds)
            if self._recorder:
                self._recorder.failed(url, failure)
            raise failure from error
        if self._recorder and wire:
            self._recorder.exchange(url, wire, cut=answer.truncated)
        return replace(answer, seconds=time.monotonic() - start)


def heard(url: str, received: bytes, most: int) -> Answer:
    """The answer that somebody received, byte for byte, once; read as `Fetcher.once` reads it.

    Raises TargetError where the bytes are none.
    """
    SPENT.set(Budget(Guard(), _READING, len(received) + 1))
    try:
        return _answer(url, response_of(received), most)
    except (http.client.HTTPException, HTTPError, zlib.error, ValueError, OSError) as error:
        raise _failure(url, error, _READING) from error


Once = Callable[[str], Answer]


def follow(url: str, once: Once) -> Answer:
    """The answer at the end of the redirects of an address. `once` makes one request.

    A login goes to the origin that it was given for, and nowhere else. Raises TargetError for redirects without end.
    """
    hops: list[Hop] = []
    at, seconds = url, 0.0
    while True:
        require_web(at)
        answer = once(at)
        seconds += answer.seconds
        if (goal := answer.location) is None:
            return replace(answer, asked=without_login(url), hops=tuple(hops), seconds=seconds)
        hops.append(Hop(without_login(at), answer.status))
        at = _carried(url, without_login(goal))
        if len(hops) > REDIRECTS:
            raise TargetError(f"{without_login(url)}: more than {REDIRECTS} redirects", "too_many_redirects")
        if at in {hop.url for hop in hops}:
            raise TargetError(f"{without_login(url)}: it redirects in a circle", "too_many_redirects")


def require_web(url: str) -> None:
    """Raises TargetError for an address that is not one of the web, or too long for it."""
    if len(url) > _LONGEST:
        raise TargetError(f"{without_login(url)[:200]}…: longer than {_LONGEST} characters", "bad_address")
    if not is_web(url):
        raise TargetError(f"{without_login(url)}: no http(s) address", "bad_address")


def _carried(asked: str, goal: str) -> str:
    try:
        own = origin_of(asked) == origin_of(goal)
    except ValueError:
        return goal
    return with_login(goal, login_of(asked)) if own else goal


def _answer(url: str, response: urllib3.BaseHTTPResponse, most: int) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    # Other headers may be joined by a comma; behind this one's, a robot's name would go for the next one's rules too.
    if robots := response.headers.getlist("X-Robots-Tag"):
        headers["x-robots-tag"] = "\n".join(robots)
    content = _content(_body(response, headers.get("content-encoding", "")), most)
    return Answer(
        without_login(url), response.status, response.reason or "", headers, content[:most], len(content) > most
    )


def _body(response: urllib3.BaseHTTPResponse, encoding: str) -> Iterator[bytes]:
    encoding = encoding.strip().lower()
    chunks = response.stream(_CHUNK, decode_content=False)
    if encoding in _PLAIN:
        return iter(chunks)
    if encoding not in _PACKED:
        raise ValueError(f"the answer is packed as {encoding!r}, which was not asked for")
    return unpacked(chunks)


def _content(pieces: Iterable[bytes], most: int) -> bytes:
    """The body up to one byte over the limit."""
    content = bytearray()
    for piece in pieces:
        content += piece
        SPENT.get().left()
        if len(content) > most:
            break
    return bytes(content[: most + 1])


def _failure(url: str, error: BaseException, seconds: float) -> TargetError:
    root = _root(error)
    if isinstance(root, TimeoutError | urllib3.exceptions.TimeoutError) or isinstance(
        error, requests.exceptions.Timeout
    ):
        return TargetError(f"{without_login(url)}: no whole answer within {seconds:g} seconds", "timeout")
    code = "private_address" if isinstance(root, PrivateAddressError) else "unreachable"
    if isinstance(error, requests.exceptions.InvalidURL | requests.exceptions.InvalidSchema):
        return TargetError(f"{without_login(url)}: no http(s) address", "bad_address")
    return TargetError(f"{without_login(url)}: {_said(root)}", code)


def _root(error: BaseException) -> BaseException:
    """The innermost error: requests and urllib3 wrap what the network said several times."""
    wrapped = (getattr(error, "reason", None), *error.args)
    inner = next((each for each in wrapped if isinstance(each, BaseException)), None)
    return _root(inner) if inner else error


def _said(error: BaseException) -> str:
    if isinstance(error, http.client.BadStatusLine | http.client.UnknownProtocol) and not isinstance(error, OSError):
        return f"what the server sends is no HTTP: {' '.join(str(error).split())[:100]!r}"
    if isinstance(error, http.client.IncompleteRead):
        return "the answer breaks off, or is not as long as it says"
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(_CONNECTION.sub("", text[:2000]).split())[:300] or type(error).__name__
