"""The byline follows a pattern."""

import pytest

TYPE = 'type = "byline_format"\n'
ASKED = TYPE + 'text = "{author}, {publisher}"'
INSTITUTION = TYPE + 'text = "{author}, {institution}"'
TEXT = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
PAGE = f"<article><h1>The river rises</h1>{{}}<p>{TEXT}</p></article>"
ORIGINAL = PAGE.format('<p>By Ann Writer</p><p class="affiliation">University of Riverton</p>')


# (options, what stands above the text, outcome, reason, a part of the message)
BYLINES = [
    pytest.param(
        ASKED, "<p>By Ann Writer, Counterexample News</p>", "failed", None, "not follow", id="a name that ends alike"
    ),
    pytest.param(ASKED, "<p>By Ann Writer</p>", "failed", None, "“Ann Writer, Example News”", id="the author alone"),
    pytest.param(
        ASKED,
        "<p>By Ann Writer</p><p>Example News has more of this story</p>",
        "failed",
        None,
        "does not follow",
        id="the publisher in a sentence below",
    ),
    pytest.param(
        ASKED, "<p>By Ann Writer</p><p hidden>Example News</p>", "failed", None, "not follow", id="the publisher hidden"
    ),
    pytest.param(
        TYPE + 'texts = ["{author} of Example News", "{author} for Example News"]',
        "<p>By Ann Writer, Example News</p>",
        "failed",
        None,
        "“Ann Writer of Example News”",
        id="none of two patterns",
    ),
    pytest.param(ASKED, "", "cant_tell", "no_byline", "No byline", id="no byline"),
    pytest.param(ASKED, "<p hidden>By Ann Writer, Example News</p>", "cant_tell", "no_byline", "No", id="hidden"),
    pytest.param(
        TYPE + 'text = "{author}"',
        "<p>By Ann Writer</p>",
        "cant_tell",
        "original_unavailable",
        "which names its byline has",
        id="nothing fixed",
    ),
    pytest.param(
        INSTITUTION,
        "<p>By Ann Writer, University of Riverton</p>",
        "cant_tell",
        "original_unavailable",
        "--original",
        id="an institution, without the original",
    ),
    pytest.param(ASKED, "<p>By Ann Writer, Example News</p>", "passed", None, "follows", id="as asked"),
    pytest.param(ASKED, "<p>By Ann Writer / EXAMPLE NEWS</p>", "passed", None, "follows", id="other marks"),
    pytest.param(ASKED, "<p>By Ann Writer, EN</p>", "passed", None, "follows", id="another of its names"),
    pytest.param(ASKED, "<p>By Ann Writer</p><p>Example News</p>", "passed", None, "follows", id="on its own line"),
    pytest.param(ASKED, "<p>Example News</p><p>By Ann Writer</p>", "passed", None, "follows", id="on a line above"),
    pytest.param(
        ASKED,
        '<p class="byline">Ann Writer, Example News</p>',
        "passed",
        None,
        "follows",
        id="in a block that is marked up as a byline",
    ),
    pytest.param(
        TYPE + 'texts = ["{author} of Example News", "{author} for Example News"]',
        "<p>By Ann Writer for Example News</p>",
        "passed",
        None,
        "follows",
        id="one of two patterns",
    ),
]


@pytest.mark.parametrize(("asked", "top", "outcome", "reason", "says"), BYLINES)
def test_how_the_byline_reads(judged, asked, top, outcome, reason, says):
    finding = judged(asked, PAGE.format(top))
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


def test_a_failure_shows_the_byline_and_what_it_should_be(judged):
    finding = judged(ASKED, PAGE.format("<p>By Ann Writer</p>"))
    assert [evidence.text for evidence in finding.evidence] == ["By Ann Writer"]
    assert finding.fix.markdown == "Ann Writer, Example News"


@pytest.mark.parametrize(
    ("top", "outcome"),
    [("<p>By Ann Writer</p>", "failed"), ("<p>By Ann Writer, University of Riverton</p>", "passed")],
    ids=["without it", "with it"],
)
def test_the_original_tells_the_institution(judged, top, outcome):
    assert judged(INSTITUTION, PAGE.format(top), ORIGINAL).outcome == outcome


def test_a_name_in_front_matter_is_no_byline_yet(judged):
    finding = judged(ASKED, f"---\nauthor: Ann Writer\n---\n{TEXT}\n")
    assert (finding.outcome, finding.reason) == ("cant_tell", "no_byline")
    assert [evidence.text for evidence in finding.evidence] == ["Ann Writer"]
