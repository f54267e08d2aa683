"""The article may run for some days only."""

import pytest

from checker.model import Outcome

ASKS = 'type = "time_limit"\nmax_days = 90'
TEXT = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>"
)


def page(day=None):
    dated = f'<meta property="article:published_time" content="{day}">' if day else ""
    return f"<html><head><title>The river</title>{dated}</head><body><article><h1>The river</h1>{TEXT}</article></body></html>"


# (the day of the copy, outcome, a part of the message); the original is of the first of January
DAYS = [
    pytest.param("2023-12-31", "passed", "0 days after", id="before the original"),
    pytest.param("2024-01-01T23:59:00Z", "passed", "0 days after", id="the original's own day"),
    pytest.param("2024-03-31", "passed", "90 days after", id="the last day"),
    pytest.param("2024-04-01", "failed", "91 days after the original; the terms allow 90", id="the day behind"),
    pytest.param("2025-01-01", "failed", "366 days after", id="a year"),
]


@pytest.mark.parametrize(("day", "outcome", "says"), DAYS)
def test_the_days_of_page_and_original(judged, day, outcome, says):
    finding = judged(ASKS, page(day), page("2024-01-01"))
    assert (finding.outcome, finding.reason) == (outcome, None)
    assert says in finding.message


UNKNOWN = [
    pytest.param(page("2024-09-01"), None, "original_unavailable", id="no original"),
    pytest.param(page(), None, "original_unavailable", id="nothing at all"),
    pytest.param(page(), page("2024-01-01"), "date_unclear", id="a page without a day"),
    pytest.param(page("2024-09-01"), page(), "date_unclear", id="an original without a day"),
    pytest.param(page("last spring"), page("2024-01-01"), "date_unclear", id="a day in words"),
]


@pytest.mark.parametrize(("copy", "original", "reason"), UNKNOWN)
def test_without_both_days_nobody_can_tell(judged, copy, original, reason):
    finding = judged(ASKS, copy, original)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, reason)


@pytest.mark.parametrize(("days", "outcome"), [("90", "passed"), ("90.5", "failed"), ("91", "failed")])
@pytest.mark.parametrize("original", [None, page("2024-01-01")], ids=["alone", "beside the original"])
def test_the_call_is_believed_first(judged, days, outcome, original):
    assert judged(ASKS, page("2024-01-01"), original, [f"days_since_original={days}"]).outcome == outcome
