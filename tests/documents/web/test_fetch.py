"""One page by its address, from a real server on this machine: which, as an address of a private network, is refused unless allowed."""

import gzip
import socket
import ssl
import threading
import time
import tracemalloc
import zlib
from contextlib import suppress

import pytest
import trustme

from checker.documents import web
from checker.documents.document import Media
from checker.documents.packed import unpacked
from checker.documents.web.answer import Answer
from checker.documents.web.fetching import Fetcher, follow, heard
from checker.documents.web.guard import Guard
from checker.documents.web.settings import Limits
from checker.errors import TargetError

HTML = "<h1>The river</h1>"
ZEROS = b"\0" * 50_000_000


def redirect(to, status=302):
    return status, {"Location": to}, ""


def slow_body(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(40):
        time.sleep(0.05)
        handler.wfile.write(b"x" * 10)


def slow_headers(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(40):
        time.sleep(0.05)
        handler.wfile.write(b"X-%d: 1\r\n" % number)


def slow_status(handler):
    for letter in b"HTTP/1.1 200 OK, and this goes on":
        time.sleep(0.05)
        handler.wfile.write(bytes([letter]))


def endless_chunk(handler):
    """A chunk whose length is a line without an end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(200):
        handler.wfile.write(b"0" * 65536)


def endless_header(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(100):
        handler.wfile.write(b"0" * 65536)


def endless_body(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(1000):
        handler.wfile.write(b"x" * 65536)


def cut_body(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>half")
    handler.close_connection = True


def nonsense(handler):
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")
    handler.close_connection = True


def hinted(handler):
    """What is to be loaded with a page comes ahead of it."""
    handler.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n")
    time.sleep(0.05)
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(HTML), HTML.encode())
    )


def quietly(answer):
    """An answer that a client may hang up on."""

    def send(handler):
        with suppress(OSError):
            answer(handler)
        handler.close_connection = True

    return send


PAGES = {
    "/page": HTML,
    "/notes": (200, {"Content-Type": "text/markdown"}, "# The river"),
    "/plain": (200, {"Content-Type": "text/plain; charset=utf-8"}, "Credit <Example News>."),
    "/markup": (200, {"Content-Type": "text/plain"}, "\n<!doctype html><p>Credit us."),
    "/unnamed": (200, {"Content-Type": ""}, HTML),
    "/moved": redirect("/page"),
    "/accents": redirect("/río".encode().decode("latin-1")),
    "/r%C3%ADo": HTML,
    "/circle": redirect("/circle"),
    "/mail": redirect("mailto:desk@news.example"),
    "/file": redirect("file:///etc/passwd"),
    "/to-nowhere": redirect("http://:80/"),
    "/to-half": redirect("http://[::1"),
    "/to-latin": redirect("/r\xedo"),
    "/to-far-away": redirect("/" + "x" * 9000),
    "/large": "x" * 100_000,
    "/gone": (410, {}, "gone"),
    "/broken": (500, {}, "a fault"),
    "/shut": (403, {}, "no"),
    "/login": (401, {}, "who?"),
    "/busy": (429, {}, "later"),
    "/guarded": (503, {}, "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"),
    "/mitigated": (403, {"cf-mitigated": "challenge"}, ""),
    "/slow-body": quietly(slow_body),
    "/slow-headers": quietly(slow_headers),
    "/slow-status": quietly(slow_status),
    "/endless-chunk": quietly(endless_chunk),
    "/endless-header": quietly(endless_header),
    "/endless-body": quietly(endless_body),
    "/cut-body": quietly(cut_body),
    "/nonsense": quietly(nonsense),
    "/hinted": hinted,
    "/gzip": (200, {"Content-Encoding": "gzip"}, gzip.compress(HTML.encode())),
    "/deflate": (200, {"Content-Encoding": "deflate"}, zlib.compress(HTML.encode())),
    "/two-members": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"<h1>The ") + gzip.compress(b"river</h1>")),
    "/padded": (200, {"Content-Encoding": "gzip"}, gzip.compress(HTML.encode()) + b"\0" * 512),
    "/odd": (200, {"Content-Encoding": "UTF-8"}, HTML),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(ZEROS)),
    "/moved-bomb": (302, {"Location": "/page", "Content-Encoding": "gzip"}, gzip.compress(ZEROS)),
    "/not-gzip": (200, {"Content-Encoding": "gzip"}, HTML),
    "/brotli": (200, {"Content-Encoding": "br"}, HTML),
    **{f"/hop{number}": redirect(f"/hop{number + 1}") for number in range(5)},
    "/hop5": HTML,
    "/far": redirect("/hop0"),
}


@pytest.fixture
def server(serving):
    """A server with good and bad answers."""
    return serving(PAGES)


@pytest.fixture
def fetch(server):
    """Fetches a path from it."""

    def get(path, **limits):
        return web.fetch(server.url(path), Limits(**({"private": True, "seconds": 5} | limits)))

    return get


def test_a_page_comes_with_its_headers_and_where_it_was_found(fetch, server):
    document = fetch("/moved")
    assert (document.content, document.media, document.truncated) == (HTML.encode(), Media.HTML, False)
    assert document.url == server.url("/page")
    assert document.target == server.url("/moved")
    assert document.headers["content-type"] == "text/html; charset=utf-8"


def test_the_program_says_who_it_is_and_where_to_complain(fetch, server):
    fetch("/page")
    agent = server.requests[-1].headers["user-agent"]
    assert agent.startswith("creditline/")
    assert "(+https://" in agent


@pytest.mark.parametrize(
    ("path", "media"),
    [
        pytest.param("/page", Media.HTML, id="HTML"),
        pytest.param("/unnamed", Media.HTML, id="of no named type"),
        pytest.param("/notes", Media.MARKDOWN, id="Markdown"),
        pytest.param("/plain", Media.MARKDOWN, id="plain text"),
        pytest.param("/markup", Media.HTML, id="HTML that is called plain text"),
    ],
)
def test_the_format_is_told_by_its_type(fetch, path, media):
    assert fetch(path).media is media


def test_a_type_that_is_named_twice_is_one():
    answer = Answer("http://news.example/", 200, headers={"content-type": "text/html, text/html; charset=utf-8"})
    assert answer.media_type == "text/html"


@pytest.mark.parametrize("path", ["/gzip", "/deflate", "/two-members", "/hop0", "/accents", "/padded", "/odd"])
def test_what_is_packed_or_moved_five_times_comes_whole(fetch, path):
    assert fetch(path).content == HTML.encode()


@pytest.mark.parametrize(
    "path", ["/large", "/bomb", "/endless-body"], ids=["a large page", "a bomb", "a page without an end"]
)
def test_of_a_large_page_the_rest_is_left(fetch, path):
    document = fetch(path, max_bytes=1000)
    assert (len(document.content), document.truncated) == (1000, True)


def test_no_piece_of_a_bomb_is_large():
    assert max(map(len, unpacked([gzip.compress(ZEROS)]))) <= 64 * 1024


def test_what_comes_with_a_redirect_is_bounded_too(fetch):
    tracemalloc.start()
    try:
        assert fetch("/moved-bomb", max_bytes=1000).content == HTML.encode()
        assert tracemalloc.get_traced_memory()[1] < len(ZEROS) / 10
    finally:
        tracemalloc.stop()


# path, limits -> the code, and what is said
BAD = [
    pytest.param("/nowhere", {}, "not_found", "answers 404", id="not there"),
    pytest.param("/gone", {}, "not_found", "answers 410", id="gone"),
    pytest.param("/broken", {}, "http_error", "answers 500", id="a fault"),
    pytest.param("/shut", {}, "blocked", "answers 403", id="refused"),
    pytest.param("/login", {}, "blocked", "answers 401", id="a login"),
    pytest.param("/busy", {}, "rate_limited", "answers 429", id="too many"),
    pytest.param("/guarded", {}, "challenge", "a person", id="a challenge by its page"),
    pytest.param("/mitigated", {}, "challenge", "a person", id="a challenge by its header"),
    pytest.param("/circle", {}, "too_many_redirects", "in a circle", id="a redirect to itself"),
    pytest.param("/far", {}, "too_many_redirects", "more than 5 redirects", id="redirects without end"),
    pytest.param("/mail", {}, "bad_address", "no http", id="a redirect to mail"),
    pytest.param("/file", {}, "bad_address", "no http", id="a redirect to a file"),
    pytest.param("/to-nowhere", {}, "bad_address", "no http", id="a redirect to no host"),
    pytest.param("/to-half", {}, "bad_address", r"http://\[::1: no http", id="a redirect to half an address"),
    pytest.param("/to-latin", {}, "not_found", "answers 404", id="a redirect that is no UTF-8"),
    pytest.param("/to-far-away", {}, "bad_address", "longer than", id="a redirect to a very long address"),
    pytest.param("/slow-body", {"seconds": 0.5}, "timeout", "0.5 seconds", id="a body now and then"),
    pytest.param("/slow-headers", {"seconds": 0.5}, "timeout", "0.5 seconds", id="a header now and then"),
    pytest.param("/slow-status", {"seconds": 0.5}, "timeout", "0.5 seconds", id="a letter now and then"),
    pytest.param("/endless-chunk", {"max_bytes": 10}, "unreachable", ": ", id="a chunk without an end"),
    pytest.param("/endless-header", {"max_bytes": 10}, "unreachable", ": ", id="a header without an end"),
    pytest.param("/cut-body", {}, "unreachable", "breaks off", id="a body that is cut"),
    pytest.param("/nonsense", {}, "unreachable", "no HTTP: 'SSH", id="not HTTP"),
    pytest.param("/not-gzip", {}, "unreachable", ": ", id="not packed as it says"),
    pytest.param("/brotli", {}, "unreachable", "not asked for", id="packed in a way that was not asked for"),
    pytest.param("/page", {"private": False}, "private_address", "private network", id="a private address"),
    pytest.param("/moved", {"private": False}, "private_address", "private network", id="a redirect from one"),
]


@pytest.mark.parametrize(("path", "limits", "code", "says"), BAD)
def test_what_cannot_be_had_is_told_with_a_code(fetch, path, limits, code, says):
    with pytest.raises(TargetError, match=says) as caught:
        fetch(path, **limits)
    assert caught.value.code == code
    assert "Traceback" not in str(caught.value)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.example/",
        "http://",
        "http:///page",
        "http://news.example:0/",
        "http://news.example:x/",
        "http://[::1/",
        "//a",
        "",
        "http://127.0.0.1:1\\@news.example/",
    ],
)
def test_what_is_no_address_of_the_web_is_told(url):
    with pytest.raises(TargetError) as caught:
        web.fetch(url, Limits(private=True))
    assert caught.value.code == "bad_address"


def test_a_name_that_resolves_to_a_private_address_is_refused_before_anything_is_sent(server):
    with pytest.raises(TargetError, match="private network"):
        web.fetch(server.url("/page", "localhost"))
    assert server.requests == []


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_a_private_address_is_refused_in_all_its_forms(server, host):
    with pytest.raises(TargetError) as caught:
        web.fetch(server.url("/page", host))
    assert caught.value.code in {"private_address", "unreachable", "bad_address"}
    assert server.requests == []


def test_a_redirect_to_a_private_address_is_refused(serving):
    """The first host is allowed here by an address that is taken for a public one."""
    inner = serving({"/secret": "a secret"})
    outer = serving({"/": redirect(inner.url("/secret", "inner.example"))})

    def connect(address, seconds):
        return socket.create_connection(("127.0.0.1", outer.port), seconds)

    guard = Guard(
        resolve=lambda host, _: ["127.0.0.1" if host == "inner.example" else "93.184.216.34"], connect=connect
    )
    with Fetcher(Limits(seconds=5), guard) as fetcher, pytest.raises(TargetError) as caught:
        follow(outer.url("/", "outer.example"), fetcher.once)
    assert caught.value.code == "private_address"
    assert inner.requests == []


def test_a_second_resolution_never_happens():
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    tried = []

    def connect(address, _seconds):
        tried.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    guard = Guard(resolve=lambda _host, _port: next(answers), connect=connect)
    with Fetcher(Limits(seconds=1), guard) as fetcher, pytest.raises(TargetError):
        fetcher.once("http://rebinding.example/")
    assert tried == [("93.184.216.34", 80)]
    assert next(answers) == ["127.0.0.1"]


def test_a_name_that_is_not_resolved_in_time_is_a_timeout():
    answered = threading.Event()
    guard = Guard(resolve=lambda *_: answered.wait(60) and [])
    with Fetcher(Limits(seconds=0.1), guard) as fetcher, pytest.raises(TargetError) as caught:
        fetcher.once("http://slow.example/")
    answered.set()
    assert caught.value.code == "timeout"


def test_a_server_that_is_not_there_is_told():
    with pytest.raises(TargetError) as caught:
        web.fetch("http://127.0.0.1:1/", Limits(private=True))
    assert caught.value.code == "unreachable"
    assert str(caught.value) == "http://127.0.0.1:1/: Connection refused"


def test_connections_are_kept_open(server):
    with Fetcher(Limits(private=True)) as fetcher:
        ports = []
        server.pages["/port"] = lambda handler: (ports.append(handler.client_address[1]), (200, {}, "x"))[1]
        for _ in range(3):
            fetcher.once(server.url("/port"))
    assert len(set(ports)) == 1


def test_what_is_told_ahead_of_an_answer_is_no_answer_nor_is_the_answer_another_s(server):
    with Fetcher(Limits(private=True)) as fetcher:
        found = [fetcher.once(server.url(path)) for path in ("/hinted", "/notes")]
    assert [(each.status, each.content) for each in found] == [(200, HTML.encode()), (200, b"# The river")]


def test_what_was_told_ahead_is_no_answer_in_what_was_kept_either():
    kept = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"
    assert heard("http://news.example/", kept, 10).content == b"x"


# --- logins and cookies ---------------------------------------------------------------------------------------------


def login(url, who="ann:secret"):
    return url.replace("://", f"://{who}@")


def test_a_login_goes_to_its_own_origin_and_nowhere_else(serving):
    other = serving({"/there": HTML})
    own = serving({"/a": redirect("/b"), "/b": redirect(other.url("/there"))})
    document = web.fetch(login(own.url("/a")), Limits(private=True))
    assert ["authorization" in request.headers for request in own.requests] == [True, True]
    assert ["authorization" in request.headers for request in other.requests] == [False]
    assert "secret" not in repr(document)


def test_a_login_in_a_redirect_is_not_used(serving):
    other = serving({"/there": HTML})
    own = serving({"/a": redirect(login(other.url("/there"), "eve:trap"))})
    web.fetch(own.url("/a"), Limits(private=True))
    assert "authorization" not in other.requests[0].headers


@pytest.mark.parametrize("path", ["/nowhere", "/circle", "/mail", "/nonsense", "/not-gzip"])
def test_a_password_is_never_printed(server, path):
    with pytest.raises(TargetError) as caught:
        web.fetch(login(server.url(path)), Limits(private=True))
    assert "secret" not in str(caught.value)
    assert "ann" not in str(caught.value)


def test_a_password_in_a_bad_address_is_not_printed():
    with pytest.raises(TargetError) as caught:
        web.fetch("http://ann:secret@news.example:port/", Limits(private=True))
    assert "secret" not in str(caught.value)


def test_cookies_are_not_kept(server):
    server.pages["/set"] = (302, {"Location": "/page", "Set-Cookie": "who=ann; Path=/"}, "")
    with Fetcher(Limits(private=True)) as fetcher:
        follow(server.url("/set"), fetcher.once)
        fetcher.once(server.url("/page"))
    assert all("cookie" not in request.headers for request in server.requests)


def test_logins_of_the_environment_are_not_used(server, monkeypatch, tmp_path):
    file = tmp_path / "netrc"
    file.write_text("machine 127.0.0.1 login ann password secret\n")
    monkeypatch.setenv("NETRC", str(file))
    web.fetch(server.url("/page"), Limits(private=True))
    assert "authorization" not in server.requests[0].headers


# --- TLS ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def secure(serving):
    """A server whose certificate is signed by an authority that the client may know or not."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return serving({"/page": HTML, "/slow": quietly(slow_headers)}, context), authority


def test_a_page_comes_over_tls(secure, tmp_path):
    server, authority = secure
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    with Fetcher(Limits(private=True)) as fetcher:
        fetcher._session.verify = str(file)
        assert fetcher.once(server.url("/page", scheme="https")).content == HTML.encode()
        with pytest.raises(TargetError) as caught:
            fetcher.once(server.url("/slow", scheme="https"), seconds=0.4)
    assert caught.value.code == "timeout"


def test_a_certificate_that_nobody_vouches_for_is_refused(secure):
    server, _ = secure
    with pytest.raises(TargetError, match="certificate verify failed") as caught:
        web.fetch(server.url("/page", scheme="https"), Limits(private=True))
    assert caught.value.code == "unreachable"


def test_requests_of_several_threads_have_a_limit_each(server):
    """The budget belongs to a thread: a slow answer in one takes no time from another."""
    with Fetcher(Limits(private=True)) as fetcher:
        failed = []

        def slow():
            try:
                fetcher.once(server.url("/slow-headers"), seconds=0.3)
            except TargetError as error:
                failed.append(error.code)

        threads = [threading.Thread(target=slow) for _ in range(3)]
        for thread in threads:
            thread.start()
        assert fetcher.once(server.url("/page"), seconds=5).content == HTML.encode()
        for thread in threads:
            thread.join()
    assert failed == ["timeout"] * 3
