"""Articles and pages from files, folders, archives and the web: every one is in the report, and no bad one stops the rest."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

import checker
from checker.documents.web.settings import Limits, Pace, Settings
from checker.model import PageOutcome
from checker.run import Plan, Watch
from checker.terms.library import packaged
from tests.scan import archives

from .texts import BELLS, OTHER, RIVER, html

VALLEY = '<link rel="canonical" href="https://valley.example/{}"><meta property="og:site_name" content="Valley Press">'


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder of originals, one of pages, and the call made beside them."""
    pages = {
        "originals/river.html": html(RIVER, VALLEY.format("river")),
        "originals/bells.html": html(BELLS, VALLEY.format("bells"), title="Seven bells"),
        "site/copy.html": html([*OTHER, *RIVER]),
        "site/own.html": html(OTHER),
        "site/part.md": "# Bells\n\n" + "\n\n".join([BELLS[0][-60:], BELLS[1], *OTHER]),
    }
    for name, content in pages.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(report):
    return [
        (page.target, page.error_code or page.outcome.value, [each.original for each in page.matches])
        for page in report.pages
    ]


COPIES = [
    ("site/copy.html", "violation", ["originals/river.html"]),
    ("site/own.html", "not_republished", []),
    ("site/part.md", "violation", ["originals/bells.html"]),
]


@pytest.mark.usefixtures("here")
def test_the_copies_in_a_folder_are_found():
    assert told(checker.match(["originals"], ["site"])) == COPIES


def test_many_files_are_looked_through_on_many_processors(here):
    for number in range(40):
        (here / "site" / f"z{number}.html").write_text(html([f"Page {number}.", *OTHER]), "utf-8")
    report = checker.match(["originals"], ["site"], plan=Plan(jobs=2))
    assert told(report)[:3] == COPIES
    assert report.count(PageOutcome.NOT_REPUBLISHED) == 41


def test_an_original_that_cannot_be_had_is_told_and_stops_nothing(here):
    (here / "brief.md").write_text("# Water\n\nNine days of water.\n", "utf-8")
    report = checker.match(["missing.html", "brief.md", "originals"], ["site"])
    assert told(report) == [("missing.html", "not_found", []), ("brief.md", "too_short", []), *COPIES]


@pytest.mark.usefixtures("here")
def test_without_an_original_no_page_is_looked_at():
    assert told(checker.match(["missing.html"], ["site"])) == [("missing.html", "not_found", [])]


def test_originals_without_a_page_are_a_clear_error(here):
    (here / "empty").mkdir()
    with pytest.raises(checker.CreditlineError, match="no original to look for"):
        checker.match(["empty"], ["site"])


@pytest.mark.usefixtures("here")
def test_an_original_among_the_pages_is_no_copy_of_itself():
    assert told(checker.match(["originals"], ["originals"])) == [
        ("originals/bells.html", "not_republished", []),
        ("originals/river.html", "not_republished", []),
    ]


@pytest.mark.usefixtures("here")
def test_the_share_that_counts_may_be_given():
    assert told(checker.match(["originals"], ["site"], least=0.9))[2] == ("site/part.md", "not_republished", [])


@pytest.mark.usefixtures("here")
def test_the_terms_may_be_given():
    report = checker.match(["originals"], ["site/copy.html"], checker.Question(packaged()["cc-by-4.0"]))
    assert report.pages[0].terms.id == "cc-by-4.0"


def test_archives_are_looked_through(here):
    records = [archives.page(html(OTHER)), archives.page(html(RIVER), url="https://herald.example/1")]
    own = archives.page(html(RIVER), url="https://valley.example/river")
    (here / "crawl.warc").write_bytes(archives.plain(*records, own))
    report = checker.match(["originals"], ["crawl.warc"])
    assert [(page.url, page.outcome.value) for page in report.pages] == [
        ("https://host.example/post", "not_republished"),
        ("https://herald.example/1", "violation"),
        ("https://valley.example/river", "not_republished"),
    ]


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder's files and says nothing."""

    def log_message(self, *_):
        pass


@pytest.fixture
def served(here):
    """The address of the same folder on a server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=here))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


WEB = Settings(Limits(private=True), Pace(0))


def test_originals_and_pages_of_the_web_are_fetched(here, served):
    (here / "list.txt").write_text(f"{served}/originals/river.html\n{served}/originals/none.html\n", "utf-8")
    report = checker.match(
        ["list.txt"], ["site/copy.html", f"{served}/site/copy.html", f"{served}/site/own.html"], plan=Plan(settings=WEB)
    )
    assert [(page.target.removeprefix(served), page.error_code or page.outcome.value) for page in report.pages] == [
        ("/originals/none.html", "not_found"),
        ("site/copy.html", "violation"),
        ("/site/copy.html", "not_republished"),
        ("/site/own.html", "not_republished"),
    ]
    assert report.pages[2].recognition.reasons == ("it is the original itself, or stands on the site of its publisher",)


@pytest.mark.usefixtures("here")
def test_a_watch_is_told_of_pages_and_of_originals_that_were_not_had():
    seen = []

    class Seeing(Watch):
        def done(self, page):
            seen.append(page.target)

    checker.match(["missing.html", "originals"], ["site"], plan=Plan(watch=Seeing()))
    assert seen == ["missing.html", "site/copy.html", "site/own.html", "site/part.md"]
