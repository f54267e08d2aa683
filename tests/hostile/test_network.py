"""Servers that are broken or unfriendly, each at an address of its own, asked by the program as one run."""

import gzip
import json
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.documents.web.manners import retry_after

GOOD = b"<!doctype html><title>The river</title><p>The water came early this year, and it stayed for nine days."
TIMEOUT = 2.0


def answer(body=GOOD, *headers, status="200 OK", length=None):
    """The bytes of an answer."""
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {size}", "Connection: close", *headers]
    if not any(line.lower().startswith("content-type") for line in headers):
        lines.append("Content-Type: text/html")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def redirect(where):
    return answer(b"", f"Location: {where}", status="302 Found")


def slowly(data, start=b""):
    """A byte now and then; behind `start`, each is a chunk."""

    def send(connection):
        connection.sendall(start)
        for each in data:
            connection.sendall(b"1\r\n%c\r\n" % each if start else bytes([each]))
            time.sleep(0.2)

    return send


def endless(start, piece):
    def send(connection):
        connection.sendall(start)
        while True:
            connection.sendall(piece)

    return send


def reset(connection):
    """Hangs up in the middle, and not politely."""
    connection.sendall(answer()[:80])
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


def silent(_connection):
    time.sleep(TIMEOUT * 5)


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
ZEROS = gzip.compress(b"0" * 20_000_000)
# what a server sends for /page -> what becomes of the page: its outcome, or the code of its error
SERVERS = {
    "good": (answer(), {"not_republished"}),
    "redirect to itself": (redirect("/page"), {"too_many_redirects"}),
    "redirect to a file": (redirect("file:///etc/passwd"), {"bad_address"}),
    "redirect to data": (redirect("data:text/html,<p>x"), {"bad_address"}),
    "redirect to no address": (redirect("http://[::1"), {"bad_address"}),
    "redirect to half an address": (redirect("//["), {"bad_address"}),
    "redirect to an address of megabytes": (redirect("/" + "a" * 60_000), {"bad_address"}),
    "redirect in no encoding": (redirect("/\xe4"), {"not_found"}),
    "redirect to nothing": (redirect(""), {"too_many_redirects", "http_error", "unreachable", "bad_address"}),
    "redirect with a line break": (redirect("/a%0d%0aX: y"), {"not_found"}),
    "redirect without an address": (answer(b"", status="302 Found"), {"http_error", "unreachable", "bad_address"}),
    "silence": (silent, {"timeout"}),
    "slow headers": (slowly(answer()), {"timeout"}),
    "slow body": (slowly(b"<p>" * 100, start=CHUNKED), {"timeout"}),
    "endless headers": (endless(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"), {"unreachable"}),
    "an endless header": (endless(b"HTTP/1.1 200 OK\r\nX: ", b"y" * 65536), {"unreachable"}),
    "an endless status": (endless(b"HTTP/1.1 200 ", b"y" * 65536), {"unreachable"}),
    "an endless body": (endless(b"HTTP/1.1 200 OK\r\n\r\n", b"<p>x " * 10_000), {"not_republished", "needs_review"}),
    "endless answers before the answer": (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), {"unreachable", "timeout"}),
    "a bomb": (answer(ZEROS, "Content-Encoding: gzip"), {"not_republished", "needs_review"}),
    "a broken packet": (answer(ZEROS[:500] + b"x" * 500, "Content-Encoding: gzip"), {"unreachable", "needs_review"}),
    "an unknown packing": (answer(GOOD, "Content-Encoding: rot13"), {"unreachable"}),
    "too long a length": (answer(length=100_000), {"unreachable"}),
    "too short a length": (answer(length=60), {"not_republished"}),
    "a negative length": (answer(length=-5), {"not_republished", "unreachable"}),
    "a length in words": (answer(length="many"), {"not_republished", "unreachable"}),
    "an enormous length": (answer(length=10**30), {"unreachable"}),
    "broken chunks": (CHUNKED + b"zz\r\nxx\r\n", {"unreachable"}),
    "negative chunks": (CHUNKED + b"-5\r\nxx\r\n", {"unreachable"}),
    "cut chunks": (CHUNKED + b"ffff\r\n<p>", {"unreachable"}),
    "a reset": (reset, {"unreachable"}),
    "nothing": (b"", {"unreachable"}),
    "not HTTP": (b"SSH-2.0-OpenSSH_9.2\r\n", {"unreachable"}),
    "HTTP of another world": (b"HTTP/9.9 banana\r\n\r\n", {"unreachable"}),
    "binary": (bytes(range(256)) * 40, {"unreachable"}),
    "TLS": (b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03" + b"x" * 200, {"unreachable"}),
    "headers of megabytes": (answer(GOOD, *["X-Pad: " + "y" * 60_000] * 40), {"unreachable"}),
    "a thousand headers": (answer(GOOD, *["X-Pad: y"] * 1000), {"unreachable"}),
    "headers without sense": (
        answer(GOOD, "\x01\x02: x", ": y", "z", "Content-Type: \xff\xfe/;;="),
        {"not_html", "not_republished", "unreachable"},
    ),
    "a picture": (answer(b"\x89PNG\r\n", "Content-Type: image/png"), {"not_html"}),
    "a picture called a page": (answer(b"\x89PNG\r\n\x1a\n" + b"\0" * 99), {"not_html", "needs_review"}),
    "404": (answer(status="404 Not Found"), {"not_found"}),
    "404 with a reason that acts": (answer(status="404 \x1b[31m::error::forged"), {"not_found"}),
    "404 with a reason of megabytes": (answer(status="404 " + "Not found. " * 5000), {"not_found"}),
    "a type of megabytes": (answer(GOOD, "Content-Type: text/" + "x" * 60_000), {"not_html"}),
    "500": (answer(status="500 Oh"), {"http_error"}),
    "999": (answer(status="999 Denied"), {"http_error", "blocked", "unreachable"}),
    "204 without a page": (
        answer(b"", status="204 No Content"),
        {"not_republished", "http_error", "not_html", "needs_review"},
    ),
    "wait for seconds": (answer(b"", "Retry-After: 86400", status="429 Slow"), {"rate_limited"}),
    "wait for centuries": (answer(b"", "Retry-After: " + "9" * 300, status="503 Busy"), {"http_error"}),
    "wait for a date": (answer(b"", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", status="429 Slow"), {"rate_limited"}),
    "wait for no date": (answer(b"", "Retry-After: Fri, 99 Foo 99999 99:99:99 -9999", status="500 x"), {"http_error"}),
    "a list of itself": (
        answer(b"<urlset><url><loc>SELF</loc></url></urlset>", "Content-Type: text/xml"),
        {"empty_list"},
    ),
    "an index of itself": (answer(b"<sitemapindex><sitemap><loc>SELF</loc></sitemap></sitemapindex>"), {"empty_list"}),
}


class Hosts:
    """A server for each way to be bad, at 127.1.N.N: to the program, each is another host. It is bad at one path alone."""

    def __init__(self, path, net):
        self._path = path.encode()
        self._else = answer() if path == "/robots.txt" else answer(b"", status="404 Not Found")
        self._open = [self._listen(f"{net}.{number}", what) for number, (what, _) in enumerate(SERVERS.values(), 1)]

    def url(self, name):
        host, port = self._open[list(SERVERS).index(name)].getsockname()
        return f"http://{host}:{port}/page"

    def _listen(self, host, what):
        listening = socket.create_server((host, 0))
        threading.Thread(target=self._serve, args=(listening, what), daemon=True).start()
        return listening

    def _serve(self, listening, what):
        with suppress(OSError):
            while True:
                connection, _ = listening.accept()
                threading.Thread(target=self._answer, args=(connection, what), daemon=True).start()

    def _answer(self, connection, what):
        with suppress(OSError), connection:
            asked = connection.recv(65536)
            if not asked.startswith(b"GET " + self._path):
                connection.sendall(self._else)
            elif callable(what):
                what(connection)
            else:
                at = "http://{}:{}/page".format(*connection.getsockname())
                sent = what.replace(b"SELF", at.encode())
                connection.sendall(sent if sent == what else answer(sent.partition(b"\r\n\r\n")[2]))
            with suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
                connection.recv(65536)

    def close(self):
        for listening in self._open:
            listening.close()


@pytest.fixture(scope="module")
def hosts():
    if sys.platform != "linux":
        pytest.skip("elsewhere, this machine has one address only")
    made = Hosts("/page", "127.1.0")
    yield made
    made.close()


@pytest.fixture(scope="module")
def guided():
    """Hosts whose pages are good, and whose robots.txt is not."""
    made = Hosts("/robots.txt", "127.1.1")
    yield made
    made.close()


@pytest.fixture(scope="module")
def pages(hosts, guided, tmp_path_factory):
    """What one run makes of all of them, and how long it takes."""
    folder = tmp_path_factory.mktemp("run")
    urls = [where.url(name) for where in (hosts, guided) for name in SERVERS]
    options = ["--allow-private-hosts", "--no-cache", "--delay", "0", "--timeout", str(TIMEOUT), "--jobs", "128"]
    command = [sys.executable, "-m", "checker", "check", *options, "--max-bytes", "300000", "-f", "json", *urls]
    began = time.monotonic()
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"XDG_CACHE_HOME": str(folder)},
        capture_output=True,
        timeout=120,
        check=False,
    )
    took = time.monotonic() - began
    assert b"Traceback" not in done.stderr
    return {page["target"]: page for page in json.loads(done.stdout)["pages"]}, done.returncode, took


@pytest.mark.parametrize("name", SERVERS)
def test_what_becomes_of_a_page(hosts, pages, name):
    found = pages[0].get(hosts.url(name))
    came = ((found["error"] or {}).get("code") or found["outcome"]) if found else None
    assert came in SERVERS[name][1]


@pytest.mark.parametrize("name", SERVERS)
def test_what_becomes_of_a_page_whose_robots_txt_is_like_that(guided, pages, name):
    """The page is read, or it is told why it must not be; a list of addresses is no rule."""
    found = pages[0][guided.url(name)]
    came = (found["error"] or {}).get("code") or found["outcome"]
    assert came in {"not_republished", "disallowed", "timeout", "unreachable", "bad_address"}
    assert came in SERVERS[name][1] | {"not_republished", "disallowed"}


def test_none_of_them_is_a_fault_of_the_program_or_holds_up_the_run(pages):
    found, code, took = pages
    assert code == 3
    assert not [page for page in found.values() if (page["error"] or {}).get("code") == "internal"]
    assert took < TIMEOUT * 3 * 5  # a few tries of the slowest one, on a busy machine


def test_nothing_that_servers_say_acts_in_the_report(pages, active):
    for page in pages[0].values():
        message = (page["error"] or {}).get("message") or ""
        assert len(message) < 1000
        assert "\n" not in message
        assert not active.search(json.dumps(message, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def test_a_server_that_says_nothing_delays_none_of_the_same_machine(run, serving):
    bad, good = serving({"/robots.txt": lambda _: time.sleep(2)}), serving({"/page": GOOD})
    urls = [bad.url("/page"), *(good.url(f"/page?{number}") for number in range(3))]
    done = run("check", "--allow-private-hosts", "--no-cache", "--delay", "0", "--timeout", "1", "-f", "jsonl", *urls)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [page["target"] for page in told] == [*urls[1:], urls[0]]
    assert told[-1]["error"]["code"] == "timeout"
    assert done.returncode == 3


LOOPBACKS = [
    "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001",
    "0", "0.0.0.0", "localhost", "LOCALHOST", "localhost.", "user:pw@127.0.0.1", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]",  # noqa: S104
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]",
    "１２７.０.０.１", "127。0。0。1", "①②⑦.⓪.⓪.①", "%31%32%37.0.0.1", "127.0.0.1%2f.news.example", "127.0.0.1\\@news.example",
    "169.254.169.254", "[fd00:ec2::254]", "2852039166", "0xa9fea9fe", "100.100.100.200", "10.0.0.1", "192.168.0.1", "172.31.255.255",
]  # fmt: skip


def test_no_way_to_write_an_address_of_this_machine_is_let_through(run, hosts):
    port = hosts.url("good").rpartition(":")[2]
    urls = [f"http://{host}:{port}" for host in LOOPBACKS]
    done = run("check", "--no-cache", "--delay", "0", "--timeout", "3", "-f", "json", *urls)
    codes = {
        page["target"]: (page["error"] or {}).get("code", page["outcome"]) for page in json.loads(done.stdout)["pages"]
    }
    assert done.returncode == 3
    assert set(codes.values()) <= {"private_address", "bad_address", "unreachable"}
    assert sum(code == "private_address" for code in codes.values()) >= 15


NOW = datetime(2026, 11, 22, tzinfo=UTC)


@given(
    st.text(max_size=40)
    | st.from_regex(r"[A-Z][a-z]{2}, [0-9]{1,3} [A-Z][a-z]{2} [0-9]{1,6} [0-9:]{1,9} ?[-+A-Z0-9]{0,6}")
)
@example("Fri, 31 Dec 9999 23:59:59 -9900")
@example("Mon, 1 Jan 0001 00:00:00 +2359")
@example("Fri, 31 Dec 99999 23:59:59 GMT")
@example("9" * 1000)
@example("1 " * 30)
def test_whatever_a_server_asks_to_wait_it_is_a_time_or_nothing(value):
    seconds = retry_after({"retry-after": value}, NOW)
    assert seconds is None or seconds >= 0
