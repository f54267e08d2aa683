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


def shown(before="", within="", after=""):
    return f"<html><body>{before}<article><h1>The river</h1>{within}{TEXT}</article>{after}</body></html>"


CLOCK = '<header><time datetime="2025-01-01T08:00:00Z">Wednesday</time></header>'
DAY = '<p>By Ann Writer, <time datetime="2024-02-01">1 February</time></p>'
# what a page shows that has no other date -> outcome, reason
SHOWN = [
    pytest.param(shown(CLOCK), "cant_tell", "date_unclear", id="the day of today above the page"),
    pytest.param(
        shown(after='<div class="comments"><p><time datetime="2025-01-01">Then</time> Fine.</p></div>'),
        "cant_tell",
        "date_unclear",
        id="a comment's",
    ),
    pytest.param(
        shown(
            '<aside><article><h3><a href="/b">More</a></h3><time datetime="2025-01-01">Then</time></article></aside>'
        ),
        "cant_tell",
        "date_unclear",
        id="another article's",
    ),
    pytest.param(
        shown('<div><article><h3><a href="/b">More</a></h3><time datetime="2025-01-01">Then</time></article></div>'),
        "cant_tell",
        "date_unclear",
        id="a teaser's",
    ),
    pytest.param(
        shown(within=f'{DAY}<p><time datetime="2025-01-01">New Year</time>: the mill burned.</p>'),
        "cant_tell",
        "date_unclear",
        id="two",
    ),
    pytest.param(shown(CLOCK, DAY), "passed", None, id="its own, below the day of today"),
    pytest.param(
        shown(within=f'{DAY}<p><time class="updated" datetime="2025-01-01">changed</time></p>'),
        "passed",
        None,
        id="its own, before that of a change",
    ),
    pytest.param(shown(within=DAY.replace("2024", "2025")), "failed", None, id="its own, too late"),
]


@pytest.mark.parametrize(("copy", "outcome", "reason"), SHOWN)
def test_the_day_that_a_page_shows(judged, copy, outcome, reason):
    finding = judged(ASKS, copy, page("2024-01-01"))
    assert (finding.outcome, finding.reason) == (outcome, reason)


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
