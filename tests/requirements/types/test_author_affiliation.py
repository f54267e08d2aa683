"""The author's institution is named."""

import pytest

TYPE = 'type = "author_affiliation"\n'
TEXT = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>"
)
REST = "<p>The bridge stays shut until the water has gone, and nobody in the town hall knows when that will be.</p>"
PAGE = f"<article><h1>The river rises</h1><p>By Ann Writer</p>{{}}{TEXT}{REST}{{}}</article>"
SEVERAL = PAGE.format('<p class="affiliation">Department of Geography, University of Riverton</p>', "")
ONE = PAGE.format('<p itemprop="affiliation">University of Riverton</p>', "")


def page(end="", top=""):
    return PAGE.format(top, end)


# (the original, the copy's end, outcome, reason, a part of the message)
NAMED = [
    pytest.param(ONE, "<p>Ann Writer, University of Milltown</p>", "failed", None, "name the author's", id="another"),
    pytest.param(ONE, "<p>She was once the university's.</p>", "failed", None, "Riverton.", id="a word of it"),
    pytest.param(ONE, "", "failed", None, "does not name", id="none"),
    pytest.param(
        ONE, "<p hidden>University of Riverton</p>", "failed", None, "do not see it: hidden by its markup", id="hidden"
    ),
    pytest.param(ONE, "<!-- University of Riverton -->", "failed", None, "inside an HTML comment", id="in a comment"),
    pytest.param(
        ONE, '<aside class="related"><p>University of Riverton</p></aside>', "failed", None, "name", id="in a teaser"
    ),
    pytest.param(
        SEVERAL, "<p>University of Riverton</p>", "cant_tell", "worded_otherwise", "a part of", id="a part of it"
    ),
    pytest.param(SEVERAL, "<p hidden>University of Riverton</p>", "failed", None, "name", id="a hidden part of it"),
    pytest.param(ONE, "<p>Ann teaches at the UNIVERSITY of Riverton.</p>", "passed", None, "is named", id="there"),
    pytest.param(
        SEVERAL, "<p>Department of Geography (University of Riverton)</p>", "passed", None, "named", id="other marks"
    ),
    pytest.param(page(), "", "passed", None, "The original names no institution.", id="none in the original"),
    pytest.param(
        None, "<p>University of Riverton</p>", "cant_tell", "original_unavailable", "--original", id="unshown"
    ),
]


@pytest.mark.parametrize(("original", "end", "outcome", "reason", "says"), NAMED)
def test_what_is_named(judged, original, end, outcome, reason, says):
    finding = judged(TYPE, page(end), original)
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


def test_one_of_several_institutions_is_enough(judged):
    original = page("", '<p class="affiliation">University of Riverton</p><p class="affiliation">Mill Museum</p>')
    assert judged(TYPE, page("<p>Ann Writer works at the Mill Museum.</p>"), original).outcome == "passed"


# (options, at the top, at the end, outcome)
PLACES = [
    pytest.param('position = "byline"', "", "<p>University of Riverton</p>", "failed", id="not in the byline"),
    pytest.param('position = "byline"', "<p>University of Riverton</p>", "", "passed", id="beside the byline"),
    pytest.param(
        'position = "bottom"\nwithin_words = 5', "<p>University of Riverton</p>", "", "failed", id="not at the bottom"
    ),
    pytest.param(
        'position = "bottom"\nwithin_words = 5', "", "<p>University of Riverton</p>", "passed", id="at the bottom"
    ),
]


@pytest.mark.parametrize(("options", "top", "end", "outcome"), PLACES)
def test_where_it_stands(judged, options, top, end, outcome):
    finding = judged(TYPE + options, page(end, top), ONE)
    assert finding.outcome == outcome
    assert [evidence.text for evidence in finding.evidence] == ["University of Riverton"]
