"""Figures: each names its pages, and the worst come first."""

from dataclasses import replace

import pytest

from checker.model import Outcome, PageOutcome, Severity
from checker.results import read
from checker.results.history import history
from checker.results.look import LOCAL, looks
from checker.results.tally import tally
from tests.results.made import page

GOOD = {"link_to_original": "passed", "author_credit": "passed"}
PAGES = (
    page("https://b.example/1", **GOOD),
    page("https://b.example/2", link_to_original="failed", author_credit="failed"),
    page("https://a.example/1", link_to_original="failed", author_credit="passed", language="de-AT"),
    page("https://a.example/2", "https://news.example/mill", link_to_original="renderer_decides", no_edits="reminder"),
    page("https://c.example/1", error="timeout"),
    page("own.md", **GOOD, language=None),
)


@pytest.fixture
def figures(results):
    found = history(look for look, _ in looks([read.read(results("a.json", "2026-11-01", *PAGES))]))
    made = tally(found)
    names = [look.target for look in made.pages]
    return made, lambda numbers: sorted(names[number] for number in numbers)


def test_hosts_are_the_worst_first_and_a_page_that_was_not_read_is_counted(figures):
    made, named = figures
    assert [group.key for group in made.hosts] == ["b.example", "a.example", "c.example", LOCAL]
    assert named(made.hosts[2].outcomes[PageOutcome.ERROR]) == ["https://c.example/1"]


def test_each_figure_names_its_pages(figures):
    made, named = figures
    by_name = {each.requirement: each for each in made.requirements}
    link = by_name["link_to_original"]
    assert named(link.outcomes[Outcome.FAILED]) == ["https://a.example/1", "https://b.example/2"]
    assert named(link.outcomes[Outcome.PASSED]) == ["https://b.example/1", "own.md"]
    assert named(link.reasons["renderer_decides"]) == ["https://a.example/2"]
    assert named(made.hosts[0].missing["author_credit"]) == ["https://b.example/2"]


def test_a_reminder_is_nothing_that_could_not_be_told(figures):
    made, _ = figures
    by_name = {each.requirement: each for each in made.requirements}
    assert by_name["no_edits"].open == ()
    assert len(by_name["no_edits"].outcomes[Outcome.CANT_TELL]) == 1


def test_articles_and_languages(figures):
    made, named = figures
    articles = {group.key: named(group.pages) for group in made.articles}
    assert articles["https://news.example/mill"] == ["https://a.example/2"]
    assert {group.key: len(group.pages) for group in made.languages} == {"en": 3, "de": 1, "unknown": 1}


def test_a_page_counts_once_a_month_by_its_last_look(results):
    files = [
        results("a.json", "2026-10-01", page("p", link_to_original="failed")),
        results("b.json", "2026-10-20", page("p", link_to_original="passed")),
        results("c.json", "2026-11-20", page("p", link_to_original="failed")),
    ]
    made = tally(history(look for look, _ in looks(map(read.read, files))))
    assert [(each.key, {outcome.value for outcome in each.outcomes}) for each in made.months] == [
        ("2026-10", {"compliant"}),
        ("2026-11", {"violation"}),
    ]
    assert [look.outcome for look in made.pages] == [PageOutcome.VIOLATION]


def test_a_requirement_is_as_severe_as_where_it_is_most(results):
    # Pages are gone through in the order of their targets: the last one is not what counts.
    error = page("b.md", link_to_original="failed")
    (finding,) = error.findings
    milder = (replace(finding, severity=Severity.WARNING),)
    warning = [replace(error, target=target, findings=milder) for target in ("a.md", "c.md")]
    for pages in ((error, *warning), (*warning, error)):
        made = tally(history(look for look, _ in looks([read.read(results("a.json", "2026-11-01", *pages))])))
        assert made.requirements[0].severity is Severity.ERROR


@pytest.fixture
def courses(results):
    """Two pages of one site over three months: one falls short in the second, the other since the first."""
    first, second = "https://a.example/1", "https://a.example/2"
    files = (
        results("3.json", "2026-11-05", page("https://a.example/0", **GOOD), page(first, link_to_original="failed")),
        results("1.json", "2026-09-02", page("https://a.example/0", **GOOD), page(first, **GOOD)),
        results("1b.json", "2026-09-03", page(second, link_to_original="failed")),
        results(
            "2.json", "2026-10-03", page(first, link_to_original="failed"), page(second, link_to_original="failed")
        ),
        results("2b.json", "2026-10-20", page(second, **GOOD)),
        results("3b.json", "2026-11-06", page(second, link_to_original="failed"), page("mine.md", error="timeout")),
    )
    return tally(history(look for look, _ in looks(map(read.read, files))))


def test_a_figure_is_as_old_as_the_oldest_thing_that_is_missing(courses):
    (host,) = (group for group in courses.hosts if group.key == "a.example")
    (link,) = (each for each in courses.requirements if each.requirement == "link_to_original")
    assert host.since == link.since == "2026-10-03"


def test_months_come_in_their_order_each_page_by_its_last_look_and_copies_alone(courses):
    names = [look.target for look in courses.pages]
    told = {
        month.key: {outcome.value: sorted(names[each] for each in pages) for outcome, pages in month.outcomes.items()}
        for month in courses.months
    }
    good, first, second = "https://a.example/0", "https://a.example/1", "https://a.example/2"
    assert list(told) == ["2026-09", "2026-10", "2026-11"]
    assert told["2026-09"] == {"compliant": [good, first], "violation": [second]}
    assert told["2026-10"] == {"compliant": [second], "violation": [first]}
    assert told["2026-11"] == {"compliant": [good], "violation": [first, second]}
