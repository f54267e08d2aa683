"""Targets -> report: each is in it, whatever happens to the others."""

import os
import signal
import threading
import time
from dataclasses import replace

import pytest

from checker import run
from checker.documents.files import Selection
from checker.model import PageOutcome, PageReport

PLAN = run.Plan()


def judge(document):
    if b"fault" in document.content:
        raise RuntimeError("a fault of ours")
    return PageReport(document.target, PageOutcome.COMPLIANT)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder with pages, and the call made in it."""
    for name, content in {"a.md": "one", "b.md": "a fault", "c.html": "<p>three</p>", "notes.txt": "none"}.items():
        (tmp_path / name).write_text(content, "utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("targets", "outcomes"),
    [
        (["a.md"], [("a.md", None)]),
        (["b.md", "a.md"], [("b.md", "internal"), ("a.md", None)]),
        (["missing.md", "a.md"], [("missing.md", "not_found"), ("a.md", None)]),
        (["a.md", "a.md", "*.md"], [("a.md", None), ("b.md", "internal")]),
        (["*.nothing"], [("*.nothing", "not_found")]),
        (["https://news.example:0/", "a.md"], [("https://news.example:0/", "bad_address"), ("a.md", None)]),
        ([], []),
    ],
    ids=[
        "one",
        "a fault beside a good one",
        "a missing one beside a good one",
        "named thrice",
        "a glob of none",
        "an address of nothing",
        "none",
    ],
)
def test_every_target_is_in_the_report_in_its_order(targets, outcomes):
    report = run.run(targets, PLAN, judge)
    assert [(page.target, page.error_code) for page in report.pages] == outcomes


@pytest.mark.usefixtures("site")
def test_a_fault_is_told_with_its_kind_and_message():
    (page,) = run.run(["b.md"], PLAN, judge).pages
    assert (page.outcome, page.error_message) == (PageOutcome.ERROR, "RuntimeError: a fault of ours")


@pytest.mark.usefixtures("site")
def test_a_file_that_is_named_twice_is_read_once():
    judged = []

    def note(document):
        judged.append(document.target)
        return judge(document)

    run.run(["a.md", "a.md", "*.md"], PLAN, note)
    assert judged == ["a.md", "b.md"]


def test_the_time_is_that_of_the_run_to_the_second():
    created = run.run([], PLAN, judge).created
    assert created.microsecond == 0
    assert created.utcoffset().total_seconds() == 0


@pytest.mark.usefixtures("site")
def test_files_that_are_not_wanted_are_not_looked_at():
    plan = run.Plan(wanted=lambda name: name != "b.md")
    assert [page.target for page in run.run(["a.md", "b.md", "c.html"], plan, judge).pages] == ["a.md", "c.html"]


@pytest.mark.usefixtures("site")
def test_the_last_word_on_each_page_is_what_is_told_and_reported():
    told = []

    class Told(run.Watch):
        def done(self, page):
            told.append(page.url)

    plan = run.Plan(watch=Told(), finish=lambda page: replace(page, url="finished"))
    assert [page.url for page in run.run(["a.md", "missing.md"], plan, judge).pages] == ["finished"] * 2
    assert told == ["finished"] * 2


@pytest.mark.usefixtures("site")
def test_of_folders_a_further_test_chooses_and_what_is_named_is_taken():
    plan = run.Plan(Selection(also=lambda path: path.endswith("a.md")))
    assert [page.target for page in run.run([".", "c.html"], plan, judge).pages] == ["./a.md", "c.html"]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("others", [0, 2], ids=["one thread", "further threads, which may get the signal"])
def test_who_stops_it_while_a_page_is_told_of_is_heard_behind_that(others):
    told, ended = [], threading.Event()
    for _ in range(others):
        threading.Thread(target=ended.wait, daemon=True).start()

    class Stopping(run.Watch):
        def done(self, page):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.01)
            told.append(page.target)

    report = run.run(["a.md", "c.html"], replace(PLAN, watch=Stopping()), judge)
    ended.set()
    assert report.interrupted
    assert [page.target for page in report.pages] == told == ["a.md"]
