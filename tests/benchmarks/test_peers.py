"""Other readers of pages: measured where they are installed, left out where they are not."""

from benchmarks import __main__ as whole
from benchmarks import pages, peers
from benchmarks.figures import Goal
from benchmarks.peers import Peer

DOCUMENTS = pages.html("examples/community-site")[:2]
# `json.dumps` and `html.unescape` stand for readers: they are always there.
THERE = Peer("jinja2", "html", "unescape", lambda module: module.unescape, Goal(10, at_least=True))
FAILS = Peer("lxml", "json", "loads", lambda module: module.loads)
GONE = Peer("no-such-reader", "no_such_reader", "read", lambda module: module.read)


def test_a_peer_that_is_not_installed_is_left_out():
    found = peers.measure(DOCUMENTS, 1, (GONE, THERE))
    assert [figure.what for figure in found] == ["`html.unescape`"]
    assert found[0].goal == Goal(10, at_least=True)
    assert found[0].conditions.startswith("jinja2 ")


def test_without_any_peer_there_is_no_figure():
    assert peers.measure(DOCUMENTS, 1, (GONE,)) == ()


def test_a_peer_that_fails_on_a_page_has_done_it():
    (figure,) = peers.measure(DOCUMENTS, 2, (FAILS,))
    assert len(figure.values) == 2


def test_what_is_missing_is_named(monkeypatch):
    monkeypatch.setattr(peers, "PEERS", (GONE, THERE))
    monkeypatch.setattr(whole, "has_spark", lambda: False)
    assert whole.missing() == ["no-such-reader", "Spark"]


def test_match_is_left_out_where_its_benchmark_is_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(whole, "_MATCH", tmp_path / "match.py")
    assert whole.matched() == ""
