"""The benchmarks run, and say what they are asked: which figures there are, and what they should be. Not how great they are."""

from benchmarks import pages, scan, speed, start
from benchmarks.figures import Goal
from checker.scan.rows import Asked

DOCUMENTS = pages.html("examples/community-site")[:2]


def goals(figures):
    return {figure.what: figure.goal for figure in figures}


def test_a_page():
    assert goals(speed.measure(DOCUMENTS, 1)) == {
        "`read` of a page": None,
        "`inspect` of a page": None,
        "`check` of a page": Goal(1.6),
    }


def test_a_start(monkeypatch):
    called = []
    monkeypatch.setattr(start, "_run", called.append)
    monkeypatch.setattr(start, "_spent", lambda: float(len(called)))
    found = start.measure("page.md", 2)
    assert goals(found) == {
        "`creditline --version`": Goal(1.3),
        "`creditline --help`": Goal(10),
        "`creditline check` of one page": Goal(6),
    }
    assert {figure.values for figure in found} == {(1.0, 1.0)}
    assert {call[-1] for call in called} == {"--version", "--help", "page.md", "pass"}


def test_a_site():
    assert goals(scan.looked_for(DOCUMENTS, 1)) == {
        "`check` of a page that is nobody's copy": Goal(0.6),
        "Looking for one publisher in a page": None,
    }


def test_an_archive(tmp_path):
    file = scan.archive(tmp_path / "pages.warc.gz", DOCUMENTS)
    seen = []
    scan._through(file, Asked(scan._answering(seen.append)))
    assert [document.content for document in seen] == [document.content for document in DOCUMENTS]
    assert goals(scan.scanned(file, DOCUMENTS, 1)) == {
        "Reading a WARC file alone": None,
        "`scan` of a WARC file": None,
        "`scan --publisher` of it": Goal(3, at_least=True),
    }


def test_a_worker_tells_its_memory_in_megabytes(tmp_path):
    (piece,) = scan._pieces([scan.archive(tmp_path / "pages.warc.gz", DOCUMENTS)])
    assert 10 < scan._remembered(scan._ALL, piece) < 10_000


def test_pages_are_counted_with_their_sizes():
    assert pages.counted(DOCUMENTS).startswith("2 pages, 0.0 MB (median ")


def test_markdown_has_no_bare_parse():
    assert {document.media.value for document in pages.html("examples")} == {"html"}
