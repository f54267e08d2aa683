"""Answers on disk: which are kept, and what becomes of them."""

import os
import time

import pytest

from checker.documents.web import cache
from checker.documents.web.answer import Answer
from checker.documents.web.cache import Cache
from checker.documents.web.client import Web
from checker.errors import TargetError

PAGE = Answer("http://news.example/a", 200, "OK", {"etag": '"1"', "content-type": "text/html"}, b"<p>\n\xff\0")


@pytest.fixture
def visit(serving, settings_of, tmp_path):
    """Visits a page in a run of its own, with one cache for all runs."""
    server = serving()
    login = "ann:secret@"

    def get(path="/page", *, signed_in=False, **settings):
        url = server.url(path, f"{login if signed_in else ''}news.example")
        with Web(settings_of(**{"cache": tmp_path / "http", **settings})) as web:
            return web.get(url)

    get.server = server
    return get


def changing(body, **headers):
    """A page with a version, which is not sent to whoever has it."""

    def answer(handler):
        known = handler.headers.get("If-None-Match") == headers.get("ETag")
        return (304, headers, "") if known and "ETag" in headers else (200, headers, body)

    return answer


def test_what_has_not_changed_is_not_sent_again(visit):
    visit.server.pages["/page"] = changing("<h1>The river</h1>", ETag='"7"')
    first, second = visit(), visit()
    assert (second.status, second.content, second.url) == (200, first.content, first.url)
    assert second.headers["content-type"] == "text/html; charset=utf-8"
    asked = [request for request in visit.server.requests if request.path == "/page"]
    assert [request.headers.get("if-none-match") for request in asked] == [None, '"7"']


def test_what_has_changed_is_sent(visit):
    visit.server.pages["/page"] = changing("old", ETag='"7"')
    visit()
    visit.server.pages["/page"] = changing("new", ETag='"8"')
    assert visit().content == b"new"
    assert visit(offline=True).content == b"new"


def test_a_date_does_as_well(visit):
    date = "Sun, 22 Nov 2026 18:00:00 GMT"
    visit.server.pages["/page"] = (200, {"Last-Modified": date}, "x")
    visit()
    visit()
    assert visit.server.requests[-1].headers["if-modified-since"] == date


def test_what_is_said_of_a_page_that_has_not_changed_is_kept_with_it(visit):
    visit.server.pages["/page"] = changing("x", ETag='"7"')
    visit()
    visit.server.pages["/page"] = (304, {"ETag": '"8"', "X-Robots-Tag": "noindex", "Content-Type": "image/png"}, "")
    visit()
    found = visit(offline=True)
    assert (found.content, found.headers["x-robots-tag"], found.headers["etag"]) == (b"x", "noindex", '"8"')
    assert found.media_type == "text/html"


@pytest.mark.parametrize("version", ["\x0ba", "\x1f99", '"\xe4"'])
def test_a_version_that_no_request_can_name_is_not_asked_for(visit, version):
    visit.server.pages["/page"] = (200, {"ETag": version, "Last-Modified": version}, "x")
    assert [visit().content, visit().content] == [b"x", b"x"]
    assert not {"if-none-match", "if-modified-since"} & set(visit.server.requests[-1].headers)


def test_offline_asks_nobody(visit):
    visit.server.pages |= {"/page": (301, {"Location": "/moved"}, ""), "/moved": "x"}
    online = visit()
    asked = len(visit.server.requests)
    found = visit(offline=True)
    assert (found.content, found.url, found.hops) == (online.content, online.url, online.hops)
    assert len(visit.server.requests) == asked


@pytest.mark.parametrize("settings", [{}, {"cache": None}], ids=["not in the cache", "no cache"])
def test_offline_what_is_not_there_is_told(visit, settings):
    with pytest.raises(TargetError) as caught:
        visit(offline=True, **settings)
    assert caught.value.code == "offline"
    assert visit.server.requests == []


# an answer -> whether it is kept
KEPT = [
    pytest.param((200, {}, "x"), True, id="a page"),
    pytest.param((404, {}, "x"), True, id="not found"),
    pytest.param((410, {}, "x"), True, id="gone"),
    pytest.param((200, {"Cache-Control": "private, no-store"}, "x"), False, id="not to be kept"),
    pytest.param((403, {}, "x"), False, id="refused"),
    pytest.param((429, {}, "x"), False, id="too many"),
    pytest.param((500, {}, "x"), False, id="a fault"),
    pytest.param((503, {}, "x"), False, id="busy"),
    pytest.param((200, {}, "x" * 2000), False, id="too large"),
    pytest.param((200, {}, "<title>Just a moment...</title>"), False, id="a challenge that says that all is well"),
    pytest.param((404, {"CF-Mitigated": "challenge"}, "x"), False, id="a challenge by its header"),
]


@pytest.mark.parametrize(("answer", "kept"), KEPT)
def test_conclusive_answers_alone_are_kept(visit, answer, kept):
    visit.server.pages["/page"] = answer
    limits = {"max_bytes": 1000}
    visit(limits=limits, pace={"retries": 0})
    if kept:
        assert visit(offline=True).status == answer[0]
        return
    with pytest.raises(TargetError):
        visit(offline=True)


def test_a_challenge_leaves_the_page_of_before(visit):
    visit.server.pages["/page"] = "the page"
    visit()
    visit.server.pages["/page"] = "<title>Just a moment...</title>"
    visit()
    assert visit(offline=True).content == b"the page"


def test_what_was_cut_on_the_disk_is_asked_for_anew(visit, tmp_path):
    visit.server.pages["/page"] = changing("<h1>The river</h1>", ETag='"7"')
    visit()
    for file in (tmp_path / "http").glob("*/*"):
        file.write_bytes(file.read_bytes()[:-3])
    assert visit().content == b"<h1>The river</h1>"


def test_with_a_login_nothing_is_kept(visit, tmp_path):
    visit.server.pages["/page"] = "for ann alone"
    visit(signed_in=True)
    with pytest.raises(TargetError):
        visit(offline=True)
    stored = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"secret" not in stored
    assert b"ann alone" not in stored


def test_bytes_come_back_as_they_were(tmp_path):
    Cache(tmp_path).put("http://news.example/a", PAGE)
    assert Cache(tmp_path).get("http://news.example/a") == PAGE
    assert Cache(tmp_path).get("http://news.example/b") is None


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]\nx", b'{"asked": "other"}\n', b"\xff"])
def test_a_file_that_is_broken_is_none(tmp_path, content):
    place = Cache(tmp_path)
    place.put("http://news.example/a", PAGE)
    (file,) = (each for each in tmp_path.rglob("*") if each.is_file() and each.name != "CACHEDIR.TAG")
    file.write_bytes(content)
    assert place.get("http://news.example/a") is None


def test_a_folder_that_cannot_be_made_is_no_cache(tmp_path):
    (tmp_path / "file").write_text("in the way")
    place = Cache(tmp_path / "file" / "http")
    place.put("http://news.example/a", PAGE)
    assert place.get("http://news.example/a") is None


def test_old_answers_are_dropped_once_a_day(tmp_path):
    place = Cache(tmp_path)
    for name in ("old", "new"):
        place.put(f"http://news.example/{name}", PAGE)
    old = place._file("http://news.example/old")
    long_ago = time.time() - 40 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    Cache(tmp_path)
    assert old.exists()
    os.utime(tmp_path / "CACHEDIR.TAG", (long_ago, long_ago))
    Cache(tmp_path)
    assert not old.exists()
    assert place.get("http://news.example/new") == PAGE


def test_backup_programs_know_the_folder_for_a_cache(tmp_path):
    Cache(tmp_path / "http")
    assert (tmp_path / "http" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


@pytest.mark.parametrize(("given", "expected"), [("/var/caches", "/var/caches"), ("relative", None), ("", None)])
def test_where_the_cache_is(monkeypatch, tmp_path, given, expected):
    monkeypatch.setenv("XDG_CACHE_HOME", given)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert str(cache.folder()) == f"{expected or tmp_path / '.cache'}/creditline/http"
