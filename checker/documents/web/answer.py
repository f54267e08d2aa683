"""What a server answered, and the parts of an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit, urlunsplit

from checker.version import __version__

ROBOT = "creditline"
"""What robots.txt calls this program."""
USER_AGENT = f"{ROBOT}/{__version__} (+https://pypi.org/project/creditline/)"
_LOGIN = re.compile(r"\A((?:[a-z][a-z0-9+.-]*:)?//).*@", re.IGNORECASE | re.DOTALL)
"""In what is no address, all that may be one: of a password that was not escaped, any sign may be a part."""
_USUAL_PORTS = frozenset({None, 80, 443})
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Hop:
    """An address on the way that sent the request on, and with which status."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. `url` is where it came from, without a login; header names are in lower case.

    `content` is unpacked, and `truncated` says that it is not all. `asked` is the address that was asked for first, `hops` the
    redirects between the two, `seconds` the time that the network took.
    """

    url: str
    status: int
    reason: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    truncated: bool = False
    seconds: float = 0.0
    asked: str = ""
    hops: tuple[Hop, ...] = ()

    @property
    def media_type(self) -> str:
        """The content type without its parameters, in lower case; empty where the server names none. Some name it twice."""
        return self.headers.get("content-type", "").partition(",")[0].partition(";")[0].strip().lower()

    @property
    def location(self) -> str | None:
        """Where a redirect leads; None for any other answer."""
        goal = self.headers.get("location", "").strip()
        if self.status not in _MOVED or not goal:
            return None
        # Headers arrive as Latin-1, whatever the server wrote.
        return whole(self.url, goal.encode("latin-1", "replace").decode("utf-8", "replace"))


def without_login(url: str) -> str:
    """An address without user name and password. Only this form is ever stored, printed or reported. What is no address is cut alike."""
    if "@" not in url:
        return url
    with suppress(ValueError):
        parts = urlsplit(url)
        if parts.netloc and parts.port != 0:
            host = parts.netloc.rpartition("@")[2]
            return urlunsplit(parts._replace(netloc=host)) if host != parts.netloc else url
    return _LOGIN.sub(r"\1", url, 1)


def whole(base: str, href: str) -> str:
    """The whole address of a link on a page; as it is written where it makes none (`http://[`)."""
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def is_web(url: str) -> bool:
    """True for an address of the web that can be asked: it has a host that all read alike, and no port that there is not."""
    with suppress(ValueError):
        parts = urlsplit(url)
        # Before a backslash some end the host, others the login: it would not be asked who was looked at.
        host = "" if "\\" in parts.netloc else (parts.hostname or "").strip(".")
        return parts.scheme.lower() in {"http", "https"} and bool(host) and parts.port != 0
    return False


def login_of(url: str) -> str:
    """The user name and password of an address, as they stand before its host; empty where there are none."""
    return urlsplit(url).netloc.rpartition("@")[0]


def with_login(url: str, login: str) -> str:
    """An address with a user name and a password."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=f"{login}@{parts.netloc}")) if login else url


def origin_of(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return parts.scheme.lower(), (parts.hostname or "").lower(), parts.port


def host_of(url: str) -> str:
    """Who answers at an address: its host in lower case, with the port where that is not the usual one; empty where it has none."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return ""
    return f"{host}:{port}" if host and port not in _USUAL_PORTS else host
