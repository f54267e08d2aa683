"""A copy waits for some time after first publication."""

import pytest

TYPE = 'type = "embargo"\n'
TEXT = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>"
)


def page(day):
    meta = f'<meta property="article:published_time" content="{day}">' if day else ""
    return f"<html><head><title>The river rises</title>{meta}</head><body><article>{TEXT}</article></body></html>"


# (options, the page's day where the original is of 5 March, outcome, reason, a part of the message)
DAYS = [
    pytest.param(
        "min_days = 2", "2024-03-06", "failed", None, "page: 1; the terms ask to wait 2 days.", id="a day short"
    ),
    pytest.param("min_hours = 48", "2024-03-06", "failed", None, "48 hours", id="fewer hours, however late in the day"),
    pytest.param("min_days = 3\nmin_hours = 24", "2024-03-07", "failed", None, "3 days", id="days are more than hours"),
    pytest.param(
        "min_days = 1\nmin_hours = 72", "2024-03-07", "failed", None, "72 hours", id="hours are more than days"
    ),
    pytest.param("min_days = 2", "2024-03-05", "cant_tell", "date_unclear", "own day", id="the original's own day"),
    pytest.param("min_days = 2", "2024-03-01", "cant_tell", "date_unclear", "own day", id="before the original"),
    pytest.param("min_hours = 36", "2024-03-06", "cant_tell", "date_unclear", "36 hours", id="perhaps enough hours"),
    pytest.param("min_hours = 12", "2024-03-06", "cant_tell", "date_unclear", "12 hours", id="perhaps a minute"),
    pytest.param(
        "min_hours = 48", "2024-03-07", "cant_tell", "date_unclear", "48 hours", id="perhaps not all of the hours"
    ),
    pytest.param("min_days = 2", None, "cant_tell", "date_unclear", "Not both", id="no day on the page"),
    pytest.param("", "2024-03-09", "cant_tell", "reminder", "until when", id="no time in the terms"),
    pytest.param("min_days = 2", "2024-03-07", "passed", None, "to the page: 2.", id="to the day"),
    pytest.param("min_days = 2", "2024-04-05", "passed", None, "31", id="a month later"),
    pytest.param("min_hours = 48", "2024-03-08", "passed", None, "3", id="surely enough hours"),
]


@pytest.mark.parametrize(("options", "day", "outcome", "reason", "says"), DAYS)
def test_how_long_it_waited(judged, options, day, outcome, reason, says):
    finding = judged(TYPE + options, page(day), page("2024-03-05"))
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


@pytest.mark.parametrize(
    ("facts", "outcome", "reason"),
    [
        ([], "cant_tell", "original_unavailable"),
        (["days_since_original=1"], "failed", None),
        (["days_since_original=2"], "passed", None),
    ],
    ids=["nothing known", "too early", "late enough"],
)
def test_without_the_original_the_call_may_say_it(judged, facts, outcome, reason):
    finding = judged(TYPE + "min_days = 2", page("2024-03-09"), facts=facts)
    assert (finding.outcome, finding.reason) == (outcome, reason)


def test_an_original_without_a_day_does_not_tell(judged):
    finding = judged(TYPE + "min_days = 2", page("2024-03-09"), page(None))
    assert (finding.outcome, finding.reason) == ("cant_tell", "date_unclear")
