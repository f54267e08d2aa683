"""What is kept of a page in memory, and how looks are kept while a report is made of them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from checker.model import Publisher, Suppression, Waiver
from checker.report import json as report
from checker.results import read
from checker.results.kept import InMemory
from checker.results.look import look
from checker.results.store import Store
from tests.results.made import page

AT = datetime(2026, 11, 1, tzinfo=UTC)


def looked(made):
    return look(read.decoded(report.line(made).encode()), AT, "0")


def test_what_was_let_pass_is_not_missing():
    made = page("p", link_to_original="failed", author_credit="failed")
    waived = replace(made.findings[0], suppression=Suppression(Waiver.INLINE, "agreed"))
    found = looked(replace(made, findings=(waived, made.findings[1])))
    assert [each.requirement for each in found.findings] == ["author_credit"]


@pytest.mark.parametrize(("name", "expected"), [("Example News", "Example News"), (None, "news.example")])
def test_a_publisher_without_a_name_is_called_by_its_domain(name, expected):
    made = page("p")
    recognised = replace(made.recognition, publisher=Publisher(None, name, "news.example"))
    assert looked(replace(made, recognition=recognised)).publisher == expected


def test_a_line_is_kept_only_of_what_is_told():
    found = looked(page("p", link_to_original="failed", author_credit="passed"))
    assert [(each.line, bool(each.message)) for each in found.findings] == [(3, True), (None, False)]


@pytest.fixture(params=["in memory", "in a store"])
def kept(request, tmp_path):
    with InMemory() if request.param == "in memory" else Store(tmp_path / "s.db") as kept:
        yield kept


def test_looks_come_the_oldest_first_whatever_was_added_first(kept, results):
    for name, day in (("b.json", "2026-11-15"), ("a.json", "2026-11-01")):
        kept.add(read.read(results(name, day, page("p", link_to_original="failed"))))
    assert [each.at.day for each in kept.looks()] == [1, 15]


def test_results_are_kept_once(kept, results):
    given = read.read(results("a.json", "2026-11-01", page("p", link_to_original="failed")))
    assert [kept.add(given), kept.add(given)] == [True, False]
    assert len(list(kept.looks())) == 1
