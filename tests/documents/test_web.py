"""Pages from the web, from a real server on this machine: which, as an address of a private network, is refused unless allowed."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from checker.documents import web
from checker.documents.document import Media
from checker.errors import TargetError


class Handler(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self):
        name = self.path.strip("/")
        getattr(self, f"_{name}", self._missing)()

    def log_message(self, *_):
        pass

    def _answer(self, content, kind="text/html; charset=utf-8", status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(content)

    def _page(self):
        self.server.agents.append(self.headers["User-Agent"])
        self._answer(b"<h1>The river</h1>")

    def _notes(self):
        self._answer(b"# The river", "text/markdown")

    def _plain(self):
        self._answer(b"Credit <Example News>.", "text/plain; charset=utf-8")

    def _markup(self):
        self._answer(b"\n<!doctype html><p>Credit us.", "text/plain")

    def _moved(self):
        self._answer(b"", status=302, Location="/page")

    def _circle(self):
        self._answer(b"", status=302, Location="/circle")

    def _large(self):
        self._answer(b"x" * 100_000)

    def _slow(self):
        self._answer(b"x")
        for _ in range(30):
            time.sleep(0.1)
            try:
                self.wfile.write(b"x" * 70_000)
            except OSError:
                return

    def _missing(self):
        self._answer(b"nothing", status=404)


@pytest.fixture(scope="module")
def server():
    """The address of a server that answers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.agents = []
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetch(server):
    """Fetches a path from it."""

    def get(path, **limits):
        return web.fetch(f"http://127.0.0.1:{server.server_port}/{path}", web.Limits(**({"private": True} | limits)))

    return get


def test_a_page_comes_with_its_headers_and_where_it_was_found(fetch, server):
    document = fetch("moved")
    assert (document.content, document.media, document.truncated) == (b"<h1>The river</h1>", Media.HTML, False)
    assert document.url == f"http://127.0.0.1:{server.server_port}/page"
    assert document.target.endswith("/moved")
    assert document.headers["content-type"] == "text/html; charset=utf-8"
    assert server.agents[-1].startswith("creditline/")


@pytest.mark.parametrize(
    ("path", "media"),
    [
        pytest.param("page", Media.HTML, id="HTML"),
        pytest.param("notes", Media.MARKDOWN, id="Markdown"),
        pytest.param("plain", Media.MARKDOWN, id="plain text"),
        pytest.param("markup", Media.HTML, id="HTML that is called plain text"),
    ],
)
def test_the_format_is_told_by_its_type(fetch, path, media):
    assert fetch(path).media is media


def test_of_a_large_page_the_rest_is_left(fetch):
    document = fetch("large", max_bytes=1000)
    assert (len(document.content), document.truncated) == (1000, True)


@pytest.mark.parametrize(
    ("path", "limits", "code", "says"),
    [
        pytest.param("nowhere", {}, "http_error", "answers 404", id="not there"),
        pytest.param("circle", {}, "too_many_redirects", "more than 5 redirects", id="redirects without end"),
        pytest.param("slow", {"seconds": 0.5}, "timeout", "seconds", id="a byte now and then"),
        pytest.param("page", {"private": False}, "unreachable", "private network", id="a private address"),
        pytest.param("moved", {"private": False}, "unreachable", "private network", id="a redirect from one"),
    ],
)
def test_what_cannot_be_had_is_told_with_a_code(fetch, path, limits, code, says):
    with pytest.raises(TargetError, match=says) as caught:
        fetch(path, **limits)
    assert caught.value.code == code


def test_a_name_that_resolves_to_a_private_address_is_refused_before_anything_is_sent(server):
    before = len(server.agents)
    with pytest.raises(TargetError, match="private network"):
        web.fetch(f"http://localhost:{server.server_port}/page")
    assert len(server.agents) == before


def test_a_server_that_is_not_there_is_told(server):
    with pytest.raises(TargetError) as caught:
        web.fetch("http://127.0.0.1:1/", web.Limits(private=True))
    assert caught.value.code == "unreachable"
    assert str(caught.value).startswith("http://127.0.0.1:1/: Failed to establish a new connection")


@pytest.mark.parametrize(
    ("ip", "private"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("192.168.0.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),  # noqa: S104
        ("224.0.0.1", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:127.0.0.1", True),
        ("::ffff:93.184.216.34", False),
        ("93.184.216.34", False),
        ("2606:2800:220:1::1", False),
    ],
)
def test_what_is_a_private_address(ip, private):
    assert web.is_private(ip) is private
