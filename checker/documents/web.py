"""Pages from the web, one request each, politely: a bounded size, a bounded time, and never from a private address.

The address is checked on the open connection, before anything is sent: whatever a name resolved to, and wherever a redirect led.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.documents.document import DEFAULT_MAX_BYTES, Document, Media
from checker.errors import TargetError
from checker.version import __version__

if TYPE_CHECKING:
    import requests

USER_AGENT = f"creditline/{__version__}"
_REDIRECTS = 5
_CHUNK = 64 * 1024
_MARKDOWN = ("text/markdown", "text/x-markdown")
_CONNECTION = re.compile(r"\A(?:<[^>]*>|\w+\([^)]*\)): ")
"""How urllib3 names the connection that failed, before it says why."""
_PLAIN = "text/plain"
"""What servers call anything that they do not know better."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may cost: bytes, and seconds for the whole of it. `private` admits addresses of private networks."""

    max_bytes: int = DEFAULT_MAX_BYTES
    seconds: float = 30.0
    private: bool = False


def fetch(url: str, limits: Limits | None = None) -> Document:
    """The document at an http(s) address. Raises TargetError with a stable code where it cannot be had."""
    import requests  # noqa: PLC0415  (slow to import, and local targets need no network)

    limits = limits or Limits()
    try:
        with _session(limits) as session, session.get(url, stream=True, timeout=limits.seconds) as response:
            return _document(url, response, limits)
    except requests.exceptions.TooManyRedirects as error:
        raise TargetError(f"{url}: more than {_REDIRECTS} redirects", "too_many_redirects") from error
    except requests.exceptions.Timeout as error:
        raise TargetError(f"{url}: no answer within {limits.seconds:g} seconds", "timeout") from error
    except (requests.exceptions.RequestException, ValueError, OSError) as error:
        raise TargetError(f"{url}: {_reason(error)}", "unreachable") from error


def _document(url: str, response: requests.Response, limits: Limits) -> Document:
    if response.status_code != 200:
        raise TargetError(f"{url}: the server answers {response.status_code} {response.reason}", "http_error")
    content = _content(url, response, limits)
    headers = {name.lower(): value for name, value in response.headers.items()}
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    text = kind in _MARKDOWN or (kind == _PLAIN and not content.lstrip().startswith(b"<"))
    media = Media.MARKDOWN if text else Media.HTML
    truncated = len(content) > limits.max_bytes
    return Document(url, content[: limits.max_bytes], media, response.url, headers, truncated=truncated)


def _content(url: str, response: requests.Response, limits: Limits) -> bytes:
    """The body up to one byte over the limit: a time limit for the whole, since a slow server may send a byte a second."""
    end = time.monotonic() + limits.seconds
    content = bytearray()
    for chunk in response.iter_content(_CHUNK):
        content += chunk
        if len(content) > limits.max_bytes:
            break
        if time.monotonic() > end:
            raise TargetError(f"{url}: not read within {limits.seconds:g} seconds", "timeout")
    return bytes(content)


def _session(limits: Limits) -> requests.Session:
    import requests  # noqa: PLC0415

    session = requests.Session()
    session.max_redirects = _REDIRECTS
    session.trust_env = False
    session.headers["User-Agent"] = USER_AGENT
    if not limits.private:
        adapter = _public_only()
        session.mount("http://", adapter)
        session.mount("https://", adapter)
    return session


def _public_only() -> Any:
    """An adapter whose connections go to public addresses alone."""
    from requests.adapters import HTTPAdapter  # noqa: PLC0415
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415
    from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool  # noqa: PLC0415

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _checked(super()._new_conn())

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _checked(super()._new_conn())

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **more: Any) -> None:
            super().init_poolmanager(*args, **more)
            self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

    return Adapter()


def _checked(connection: socket.socket) -> socket.socket:
    peer = connection.getpeername()[0]
    if is_private(peer):
        connection.close()
        raise OSError(f"{peer} is an address of a private network")
    return connection


def is_private(ip: str) -> bool:
    """True for an IP address that is not on the public internet: loopback, link-local, private, reserved, multicast."""
    found = ipaddress.ip_address(ip.partition("%")[0])
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    found = mapped or found
    return not found.is_global or found.is_multicast


def _reason(error: BaseException) -> str:
    """The innermost reason of an error: requests and urllib3 wrap what the network said several times."""
    wrapped = (getattr(error, "reason", None), *error.args)
    inner = next((each for each in wrapped if isinstance(each, BaseException)), None)
    return _reason(inner) if inner else _CONNECTION.sub("", str(error))[:300]
