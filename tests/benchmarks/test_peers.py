"""Other readers of pages: measured where they are installed, left out where they are not."""

from benchmarks import __main__ as whole
from benchmarks import pages, peers, scan
from benchmarks.figures import Figure, Goal
from benchmarks.peers import Peer
from checker.errors import TargetError

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


def test_what_was_not_measured_is_named(monkeypatch):
    monkeypatch.setattr(peers, "PEERS", (GONE, THERE))
    figures = peers.measure(DOCUMENTS, 1, peers.PEERS)
    assert whole.missing(figures) == ["no-such-reader", "Spark"]
    assert whole.missing([*figures, Figure(scan.WARM, "times two processes", (1.0,))]) == ["no-such-reader"]


def test_a_cluster_that_cannot_be_had_is_left_out_and_told(tmp_path, capsys, monkeypatch):
    def none(_master):
        raise TargetError("Spark at nowhere: no")

    monkeypatch.setattr(scan.spark, "session", none)
    file = scan.archive(tmp_path / "pages.warc.gz", DOCUMENTS)
    assert scan.on_spark([file], DOCUMENTS, "nowhere", 1) == ()
    assert "left out: Spark at nowhere: no" in capsys.readouterr().err


def test_match_is_left_out_where_its_benchmark_is_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(whole, "_MATCH", tmp_path / "match.py")
    assert whole.matched() == ""
