"""Manners, towards real servers on this machine that have names of their own."""

import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from checker.documents.web.client import Web
from checker.documents.web.manners import LONGEST_WAIT, Turns, retry_after
from checker.errors import TargetError

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def robots(text, status=200):
    return status, {"Content-Type": "text/plain"}, text


@pytest.fixture
def ask(serving, settings_of):
    """Asks a server for a path, and gives the code of what came."""

    def get(pages, *paths, **settings):
        server = serving(pages)
        with Web(settings_of(**settings)) as web:
            return server, [_code(web, server.url(path, "news.example")) for path in paths]

    return get


def _code(web, url):
    try:
        return web.get(url).status
    except TargetError as error:
        return error.code


# robots.txt -> what becomes of /page
ROBOTS = [
    pytest.param(robots("User-agent: *\nDisallow: /page"), "disallowed", id="all robots are kept out"),
    pytest.param(robots("User-agent: CreditLine\nDisallow: /"), "disallowed", id="this one is kept out"),
    pytest.param(robots("\ufeffUser-agent: *\nDisallow: /page"), "disallowed", id="with a mark of its encoding"),
    pytest.param(robots("User-agent: otherbot\nDisallow: /"), 200, id="another is kept out"),
    pytest.param(robots("User-agent: *\nDisallow: /\nAllow: /page"), 200, id="the longest rule wins"),
    pytest.param(
        robots("User-agent: *\nDisallow: /\n\nUser-agent: creditline\nDisallow:"), 200, id="this one is let in"
    ),
    pytest.param(robots("User-agent: *\nDisallow: /*.pdf$"), 200, id="files are kept out"),
    pytest.param(robots("<!doctype html><p>Not found"), 200, id="a page"),
    pytest.param(robots(b"\xff\xfe\0\0User-agent: *"), 200, id="nonsense"),
    pytest.param(robots("no", 404), 200, id="none"),
    pytest.param(robots("no", 403), 200, id="refused"),
    pytest.param(robots("no", 500), "disallowed", id="a fault"),
    pytest.param(robots("no", 429), "disallowed", id="too many"),
]


@pytest.mark.parametrize(("text", "code"), ROBOTS)
def test_robots_txt_is_obeyed(ask, text, code):
    server, codes = ask({"/robots.txt": text, "/page": "x"}, "/page", pace={"retries": 0})
    assert codes == [code]
    assert server.asked() == (["/robots.txt", "/page"] if code == 200 else ["/robots.txt"])


def test_robots_txt_is_read_once_a_run_and_wherever_it_has_moved(ask):
    pages = {
        "/robots.txt": (301, {"Location": "/real.txt"}, ""),
        "/real.txt": robots("User-agent: *\nDisallow: /b"),
        "/a": "x",
    }
    server, codes = ask(pages, "/a", "/b", "/a")
    assert codes == [200, "disallowed", 200]
    assert server.asked() == ["/robots.txt", "/real.txt", "/a", "/a"]


def test_robots_txt_of_each_host_on_the_way_is_obeyed(serving, settings_of):
    server = serving({"old.example/page": lambda _: (301, {"Location": server.url("/page", "new.example")}, "")})
    server.pages["new.example/robots.txt"] = robots("User-agent: *\nDisallow: /")
    with Web(settings_of()) as web:
        assert _code(web, server.url("/page", "old.example")) == "disallowed"
    assert server.asked("new.example") == ["/robots.txt"]


def test_a_host_that_does_not_answer_is_asked_once(serving, settings_of):
    with Web(
        settings_of(resolve=lambda *_: (_ for _ in ()).throw(OSError("no such name")), pace={"retries": 0})
    ) as web:
        for _ in range(3):
            assert _code(web, "http://gone.example/page") == "unreachable"


# --- patience -------------------------------------------------------------------------------------------------------


def once(first, then="x"):
    """An answer for the first request, and another for all that follow."""
    seen = []

    def answer(_):
        seen.append(1)
        return first if len(seen) == 1 else (200, {}, then)

    return answer


# what the server says first -> what comes of it, after how many requests
PATIENCE = [
    pytest.param((429, {"Retry-After": "0"}, ""), 200, 2, id="at once"),
    pytest.param((503, {}, ""), 200, 2, id="busy, without saying how long"),
    pytest.param((429, {"Retry-After": "nonsense"}, ""), 200, 2, id="nonsense"),
    pytest.param((429, {"Retry-After": "3600"}, ""), 429, 1, id="an hour"),
    pytest.param((429, {"Retry-After": "9" * 400}, ""), 429, 1, id="for ever"),
    pytest.param((500, {}, ""), 500, 1, id="a fault"),
    pytest.param((403, {"Retry-After": "0"}, ""), 403, 1, id="refused"),
]


@pytest.mark.parametrize(("first", "status", "requests"), PATIENCE)
def test_a_server_that_is_busy_is_asked_again(ask, first, status, requests):
    server, codes = ask({"/page": once(first)}, "/page")
    assert codes == [status]
    assert server.asked().count("/page") == requests


def test_retry_after_is_waited_for(ask):
    server, codes = ask({"/page": once((429, {"Retry-After": "1"}, ""))}, "/page")
    first, second = (request.at for request in server.requests if request.path == "/page")
    assert codes == [200]
    assert 0.95 < second - first < 2


def test_a_server_that_asks_for_more_time_than_there_is_is_left_alone(ask):
    server, codes = ask({"/page": (429, {"Retry-After": "3600"}, ""), "/other": "x"}, "/page", "/other", "/page")
    assert codes == [429, "rate_limited", "rate_limited"]
    assert server.asked() == ["/robots.txt", "/page"]


def test_who_asks_for_little_time_is_asked_again(ask):
    _, codes = ask({"/page": once((503, {"Retry-After": "0"}, "")), "/other": "x"}, "/page", "/other")
    assert codes == [200, 200]


def test_patience_ends(ask):
    server, codes = ask({"/page": (503, {}, "")}, "/page")
    assert codes == [503]
    assert server.asked().count("/page") == 3


def test_a_connection_that_breaks_is_tried_once_more(ask):
    def broken(handler):
        handler.close_connection = True

    server, codes = ask({"/page": broken}, "/page")
    assert codes == ["unreachable"]
    assert server.asked().count("/page") == 2


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90),
        (format_datetime(NOW - timedelta(days=1), usegmt=True), 0),
        ("Sun Nov 22 18:00:30 2026", 30),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
    ],
)
def test_how_long_a_server_asks_to_wait(value, seconds):
    assert retry_after({"retry-after": value}, NOW) == seconds


def test_one_request_at_a_time_goes_to_a_host_and_a_pause_lies_between(serving, settings_of):
    going, most = [], []

    def count(_):
        going.append(1)
        most.append(len(going))
        time.sleep(0.02)
        going.pop()
        return 200, {}, "x"

    server = serving({"/page": count})
    with Web(settings_of(pace={"delay": 0.1})) as web:
        threads = [threading.Thread(target=web.get, args=(server.url("/page", "news.example"),)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    times = [request.at for request in server.requests if request.path == "/page"]
    assert max(most) == 1
    assert min(later - sooner for sooner, later in pairwise(times)) >= 0.1


def test_a_pause_that_robots_txt_asks_for_is_kept_within_reason(serving, settings_of):
    server = serving({"/robots.txt": robots("User-agent: *\nCrawl-delay: 900"), "/a": "x"})
    with Web(settings_of()) as web:
        web.get(server.url("/a", "news.example"))
        wait = web.ready_at(server.url("/a", "news.example")) - time.monotonic()
    assert LONGEST_WAIT - 5 < wait <= LONGEST_WAIT


def test_turns_sleep_as_long_as_is_left():
    slept = []
    turns = Turns(2.0, slept.append)
    for _ in range(2):
        with turns.turn("news.example"):
            pass
    with turns.turn("other.example"):
        pass
    assert [round(each) for each in slept] == [2]


# --- what is never requested ----------------------------------------------------------------------------------------


def test_what_is_to_be_avoided_is_never_requested_nor_by_way_of_a_redirect(serving, settings_of):
    server = serving({"/on": lambda _: (302, {"Location": server.url("/pixel", "count.example")}, "")})
    settings = settings_of(avoids=lambda url: "count.example" in url)
    with Web(settings) as web:
        for path, host in (("/pixel", "count.example"), ("/on", "news.example")):
            assert _code(web, server.url(path, host)) == "page_counter"
    assert server.asked("count.example") == []


def test_a_host_is_left_alone_though_an_answer_that_was_under_way_asks_for_nothing():
    turns = Turns(0.0)
    turns.leave("news.example", 60)
    turns.leave("news.example", 0)
    assert turns.is_left("news.example")
    assert not turns.is_left("other.example")


def test_who_waits_for_a_host_that_asks_to_be_left_alone_leaves_it_too(serving, settings_of):
    asked, waiting = threading.Event(), threading.Event()

    def first(_):
        asked.set()
        waiting.wait(5)
        time.sleep(0.1)
        return 429, {"Retry-After": "3600"}, ""

    server, codes = serving({"/page": first, "/other": "x"}), []
    with Web(settings_of()) as web:
        one = threading.Thread(target=lambda: codes.append(_code(web, server.url("/page", "news.example"))))
        one.start()
        asked.wait(5)
        other = threading.Thread(target=lambda: codes.append(_code(web, server.url("/other", "news.example"))))
        other.start()
        waiting.set()
        one.join()
        other.join()
    assert sorted(map(str, codes)) == ["429", "rate_limited"]
    assert "/other" not in server.asked()
