"""Helpers that many tests share. They are session fixtures, so that property tests may use them too."""

import re
import signal
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest
from hypothesis import settings

from checker.documents.document import Document, Media
from checker.documents.web.settings import Limits, Pace, Settings
from checker.page.read import read

settings.register_profile("suite", deadline=None, max_examples=200)
settings.load_profile("suite")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # What a shell starts in the background hears no Ctrl-C, and nor would the programs that the tests start and stop.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def page_of():
    """Reads a text, or bytes, as a page."""

    def make(content, media="html", *, url=None, headers=None, truncated=False):
        raw = content.encode("utf-8") if isinstance(content, str) else content
        return read(Document("page", raw, Media(media), url, headers or {}, truncated))

    return make


@pytest.fixture(scope="session")
def place_of():
    """The line and column of an offset in a text, counted without the code under test."""

    def count(text, offset):
        lines = re.sub(r"\r\n?", "\n", text[:offset]).split("\n")
        return len(lines), len(lines[-1]) + 1

    return count


@pytest.fixture(scope="session")
def words_of():
    """Every word of a page's blocks with the line and column that its evidence gives."""

    def find(page):
        for block in page.blocks:
            for match in re.finditer(r"\S+", block.text):
                found = page.text_evidence(block, match.start(), match.end())
                yield match[0], (found.line, found.column)

    return find


class Request(NamedTuple):
    """What a server was asked, and when."""

    host: str
    path: str
    headers: dict[str, str]
    at: float


class Server(ThreadingHTTPServer):
    """Says nothing of clients that hang up."""

    daemon_threads = True

    def handle_error(self, *_):
        pass


class Serving:
    """A web server on this machine. `pages` has its answers by path: a body, or (status, headers, body), or a function."""

    def __init__(self, context=None, host="127.0.0.1"):
        self.pages = {}
        self.requests = []
        self._server = Server((host, 0), self._handler())
        if context:
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self.host, self.port = host, self._server.server_port

    def _handler(serving):  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                headers = {name.lower(): value for name, value in self.headers.items()}
                host = headers.get("host", "").partition(":")[0]
                serving.requests.append(Request(host, self.path, headers, time.monotonic()))
                serving.answer(self, host, self.path)

            def log_message(self, *_):
                pass

        return Handler

    def answer(self, handler, host, path):
        found = self.pages.get(f"{host}{path}", self.pages.get(path, (404, {}, b"<h1>Not here</h1>")))
        if callable(found):
            found = found(handler)
        if found is not None:
            self.send(handler, *(found if isinstance(found, tuple) else (200, {}, found)))

    def send(self, handler, status, headers, body):
        body = body.encode() if isinstance(body, str) else body
        handler.send_response(status)
        given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **headers}
        for name, value in given.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    def url(self, path="/", host=None, scheme="http"):
        return f"{scheme}://{host or self.host}:{self.port}{path}"

    def asked(self, host=None):
        """The paths that were asked for."""
        return [request.path for request in self.requests if host in {None, request.host}]

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def serving():
    """Starts servers, and stops them."""
    started = []

    def start(pages=None, context=None, host="127.0.0.1"):
        server = Serving(context, host)
        server.pages |= pages or {}
        started.append(server)
        return server

    yield start
    for server in started:
        server.close()


@pytest.fixture(scope="session")
def settings_of():
    """How tests ask the web: without pauses, and every name is this machine."""

    def make(*, limits=None, pace=None, **more):
        return Settings(
            Limits(**{"seconds": 5.0, "private": True, **(limits or {})}),
            Pace(**{"delay": 0.0, "backoff": 0.01, **(pace or {})}),
            **{"resolve": lambda _host, _port: ["127.0.0.1"], **more},
        )

    return make


@pytest.fixture(scope="session")
def browser():
    """The path of an installed browser; without one, whatever needs it is skipped."""
    from checker.documents.web import rendering  # noqa: PLC0415
    from checker.errors import UsageError  # noqa: PLC0415

    try:
        return rendering.find()
    except UsageError as error:
        pytest.skip(f"no browser: {error}")
