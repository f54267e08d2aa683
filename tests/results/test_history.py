"""What became of what is missing: new, fixed, returned, still missing, or not looked at."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from checker.model import PageOutcome, PageReport
from checker.results import read
from checker.results.history import Change, history
from checker.results.look import looks
from tests.results.made import page

DAY = datetime(2026, 11, 10, tzinfo=UTC)


@pytest.fixture
def course(results):
    """What became of the link on one page that came out so at the looks of some days."""

    def tell(**days):
        files = []
        for day, said in days.items():
            shown = page("p", error=said) if said == "timeout" else page("p", link_to_original=said) if said else None
            name = f"2026-{day[1:3]}-{day[3:]}"
            files.append(results(f"{name}.json", name, *([shown] if shown else [])))
        found = history(look for look, _ in looks(map(read.read, files)))
        return [(each.change, f"{each.since:%m-%d}") for each in found.courses(DAY)]

    return tell


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"d1101": "passed", "d1115": "failed"}, [(Change.NEW, "11-15")]),
        ({"d1115": "failed"}, [(Change.NEW, "11-15")]),
        ({"d1101": "failed", "d1115": "passed"}, [(Change.FIXED, "11-15")]),
        ({"d1101": "failed", "d1115": "inapplicable"}, [(Change.FIXED, "11-15")]),
        ({"d1101": "failed", "d1115": "failed"}, [(Change.STILL_MISSING, "11-01")]),
        (
            {"d1001": "failed", "d1020": "passed", "d1101": "failed", "d1115": "failed"},
            [(Change.STILL_MISSING, "11-01")],
        ),
        ({"d1001": "failed", "d1101": "passed", "d1115": "failed"}, [(Change.RETURNED, "11-15")]),
        ({"d1101": "failed", "d1112": "passed", "d1115": "failed"}, [(Change.RETURNED, "11-15")]),
        ({"d1101": "failed"}, [(Change.NOT_LOOKED_AT, "11-01")]),
        ({"d1101": "failed", "d1115": "timeout"}, [(Change.NOT_LOOKED_AT, "11-01")]),
        ({"d1101": "failed", "d1115": "renderer_decides"}, [(Change.NOT_LOOKED_AT, "11-15")]),
        ({"d1101": "failed", "d1105": "passed"}, []),
        ({"d1101": "passed", "d1115": "passed"}, []),
        ({"d1101": "timeout", "d1115": "timeout"}, []),
        ({"d1101": "failed", "d1112": "timeout", "d1115": "failed"}, [(Change.STILL_MISSING, "11-01")]),
    ],
    ids=[
        "there before and missing now",
        "missing at the first look",
        "mended",
        "no longer asked for",
        "missing all the time",
        "missing all the time since then, and once before",
        "mended and missing again",
        "mended and missing again since then",
        "nobody looked again",
        "it could not be read again",
        "it can no longer be told",
        "mended before",
        "never missing",
        "never read",
        "not read in between",
    ],
)
def test_what_became_of_it(course, days, expected):
    assert course(**days) == expected


def test_the_order_of_the_files_changes_nothing(results):
    early = results("a.json", "2026-11-01", page("p", link_to_original="failed"))
    late = results("b.json", "2026-11-15", page("p", link_to_original="passed"))
    told = [
        history(look for look, _ in looks(map(read.read, files))).courses(DAY)
        for files in ([early, late], [late, early])
    ]
    assert told[0] == told[1]
    assert [each.change for each in told[0]] == [Change.FIXED]


def test_a_look_on_the_day_itself_is_no_earlier_one(results):
    files = [
        results("a.json", "2026-11-01", page("p", link_to_original="failed")),
        results("b.json", "2026-11-10", page("p", link_to_original="passed")),
    ]
    found = history(look for look, _ in looks(map(read.read, files)))
    assert [each.change for each in found.courses(datetime(2026, 11, 10, 12, tzinfo=UTC))] == [Change.FIXED]
    assert found.courses(datetime(2026, 11, 10, 13, tzinfo=UTC)) == ()


def test_a_page_that_is_nobodys_copy_any_more_is_mended(results):
    own = PageReport("p", PageOutcome.NOT_REPUBLISHED)
    files = [
        results("a.json", "2026-11-01", page("p", link_to_original="failed")),
        results("b.json", "2026-11-15", own),
    ]
    found = history(look for look, _ in looks(map(read.read, files)))
    assert [each.change for each in found.courses(DAY)] == [Change.FIXED]


def test_the_worst_of_a_requirement_that_came_out_twice_counts(results):
    missing, untold = page("p", link_to_original="failed"), page("p", link_to_original="renderer_decides")
    both = replace(missing, findings=untold.findings + missing.findings)
    found = history(look for look, _ in looks([read.read(results("a.json", "2026-11-15", both))]))
    assert [each.change for each in found.courses(DAY)] == [Change.NEW]
