"""The headline is the original's."""

import pytest

from checker.model import Severity

TYPE = 'type = "headline_change"\nstrength = "must_not"\n'
TEXT = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."


def page(headings, head=""):
    return f"<html><head>{head}</head><body>{headings}<article><p>{TEXT}</p></article></body></html>"


ORIGINAL = page("<h1>“We sold bread under the trees”</h1>")

# (the page, outcome, reason, a part of the message)
HEADLINES = [
    pytest.param(page("<h1>Bread was sold under the trees</h1>"), "failed", None, "“Bread was sold", id="other words"),
    pytest.param(page("<h1>We sold bread</h1>"), "failed", None, "the original's is “", id="cut short"),
    pytest.param(
        page("<h1>Flood</h1><p>“We sold bread under the trees”</p>"), "failed", None, "“Flood”", id="as a quote"
    ),
    pytest.param(
        page("<h1>Flood</h1><h3>We sold bread under the trees</h3>"), "failed", None, "“Flood”", id="as a low heading"
    ),
    pytest.param(
        page("<h1>Flood</h1>", "<title>We sold bread under the trees</title>"), "failed", None, "“Flood”", id="as title"
    ),
    pytest.param(
        page("<h1 hidden>We sold bread under the trees</h1><h1>Flood</h1>"), "failed", None, "“Flood”", id="hidden"
    ),
    pytest.param(f"---\ntitle: Flood\n---\n{TEXT}\n", "failed", None, "“Flood”", id="front matter"),
    pytest.param(page(""), "cant_tell", "no_headline", "No headline", id="none"),
    pytest.param(page("<h1>???</h1>"), "failed", None, "“???”", id="nothing but marks"),
    pytest.param(page("<h1>“We sold bread under the trees”</h1>"), "passed", None, "The headline is", id="the same"),
    pytest.param(page("<h1>WE SOLD BREAD UNDER THE TREES!</h1>"), "passed", None, "is", id="in capitals"),
    pytest.param(page("<h1>Rivers: We sold bread under the trees</h1>"), "passed", None, "is", id="with a section"),
    pytest.param(page("<h1>The Herald</h1><h2>We sold bread under the trees</h2>"), "passed", None, "is", id="second"),
    pytest.param(
        page("", "<title>We sold bread under the trees | The Herald</title>"),
        "passed",
        None,
        "is",
        id="the title alone",
    ),
    pytest.param(
        f"---\ntitle: We sold bread under the trees\n---\n{TEXT}\n", "passed", None, "is", id="in front matter"
    ),
    pytest.param(f"# We sold bread under the trees\n\n{TEXT}\n", "passed", None, "is", id="in Markdown"),
]


@pytest.mark.parametrize(("copy", "outcome", "reason", "says"), HEADLINES)
def test_how_it_reads(judged, copy, outcome, reason, says):
    finding = judged(TYPE, copy, ORIGINAL)
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


def test_it_only_warns(judged):
    assert judged(TYPE, page("<h1>Flood</h1>"), ORIGINAL).severity is Severity.WARNING


def test_without_the_original_nobody_can_tell(judged):
    finding = judged(TYPE, page("<h1>Flood</h1>"))
    assert (finding.outcome, finding.reason) == ("cant_tell", "original_unavailable")


def test_an_original_s_title_may_have_its_site_s_name(judged):
    original = page("", "<title>We sold bread under the trees - Example News</title>")
    assert judged(TYPE, page("<h1>We sold bread under the trees</h1>"), original).outcome == "passed"
    assert judged(TYPE, page("<h1>We sold bread</h1>"), original).outcome == "failed"


@pytest.mark.parametrize(
    ("headline", "outcome", "reason"),
    [("Flood", "cant_tell", "translated"), ("We sold bread under the trees", "passed", None)],
    ids=["another", "left as it was"],
)
def test_whether_a_translation_says_the_same_a_person_sees(judged, headline, outcome, reason):
    finding = judged(TYPE, page(f"<h1>{headline}</h1>"), ORIGINAL, facts=["translated=true"])
    assert (finding.outcome, finding.reason) == (outcome, reason)
