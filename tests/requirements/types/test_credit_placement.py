"""The credit stands in its place."""

import pytest

TYPE = 'type = "credit_placement"\n'
TEXT = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
REST = "The bridge stays shut until the water has gone, and nobody in the town hall knows when that will be."
PAGE = f"<article><h1>The river rises</h1>{{}}<p>{TEXT}</p><p>{REST}</p>{{}}</article>"
CREDIT = '<p>First published by <a href="https://news.example/2024/river">Example News</a>.</p>'
NAME = "<p>First published by Example News.</p>"
LINK = '<p><a href="https://news.example/2024/river">Read the original article</a></p>'


# (options, at the top, at the end, outcome, reason)
PLACES = [
    pytest.param('position = "top"\nwithin_words = 20', "", CREDIT, "failed", None, id="at the end, not the top"),
    pytest.param('position = "bottom"\nwithin_words = 20', CREDIT, "", "failed", None, id="at the top, not the end"),
    pytest.param('position = "first_paragraph"', "", CREDIT, "failed", None, id="behind the first paragraph"),
    pytest.param('position = "heading"', "", CREDIT, "failed", None, id="not before the text"),
    pytest.param('position = "byline"', "<p>By Ann Writer</p>", CREDIT, "failed", None, id="not in the byline"),
    pytest.param(
        'position = "top"', "<!-- First published by Example News -->", "", "cant_tell", "no_credit_line", id="hidden"
    ),
    pytest.param('position = "top"', "", "", "cant_tell", "no_credit_line", id="nowhere"),
    pytest.param(
        'of = "author_credit"\nposition = "top"', CREDIT, "", "cant_tell", "no_credit_line", id="another credit"
    ),
    pytest.param('position = "top"', CREDIT, "", "passed", None, id="at the top"),
    pytest.param('position = "top"\nwithin_words = 60', "", CREDIT, "passed", None, id="a short text is all top"),
    pytest.param('position = "bottom"\nwithin_words = 20', "", CREDIT, "passed", None, id="at the end"),
    pytest.param('position = "top_or_bottom"\nwithin_words = 5', "", CREDIT, "passed", None, id="at either end"),
    pytest.param('position = "first_paragraph"', CREDIT, "", "passed", None, id="before the first paragraph"),
    pytest.param('position = "heading"', CREDIT, "", "passed", None, id="before the text"),
    pytest.param('position = "byline"', "<p>By Ann Writer</p>" + CREDIT, "", "passed", None, id="beside the byline"),
    pytest.param('position = "heading"', CREDIT, CREDIT, "passed", None, id="one of two"),
    pytest.param('position = "heading"', LINK, "", "passed", None, id="a link that names nobody"),
    pytest.param(
        'of = "author_credit"\nposition = "heading"', "<p>By Ann Writer</p>", CREDIT, "passed", None, id="the author's"
    ),
    pytest.param(
        'of = "link_to_original"\nposition = "bottom"\nwithin_words = 5', NAME, LINK, "passed", None, id="the link"
    ),
    pytest.param(
        'of = "link_to_original"\nposition = "top"\nwithin_words = 5', NAME, LINK, "failed", None, id="not the link"
    ),
]


@pytest.mark.parametrize(("options", "top", "end", "outcome", "reason"), PLACES)
def test_where_it_stands(judged, options, top, end, outcome, reason):
    finding = judged(TYPE + options, PAGE.format(top, end))
    assert (finding.outcome, finding.reason) == (outcome, reason)


def test_the_first_sentence_ends_at_its_stop(judged):
    pages = (
        f"<article><h1>The river rises</h1><p>{first}</p><p>{REST}</p></article>"
        for first in (
            f"This text first appeared in Example News. {TEXT}",
            f"{TEXT} This text first appeared in Example News.",
        )
    )
    outcomes = [judged(TYPE + 'position = "first_sentence"', page).outcome for page in pages]
    assert outcomes == ["passed", "failed"]


def test_a_failure_says_what_is_asked_and_where_the_credit_is(judged):
    finding = judged(TYPE + 'position = "heading"', PAGE.format("", CREDIT))
    assert "it does not stand before the text (line 1, column " in finding.message
    assert [evidence.text for evidence in finding.evidence] == ["First published by Example News."]


def test_where_front_matter_will_stand_the_theme_decides(judged):
    finding = judged(TYPE + 'position = "heading"', f"---\nsource: Example News\n---\n{TEXT}\n")
    assert (finding.outcome, finding.reason) == ("cant_tell", "placement_unknown")


# (the end of the page, outcome)
TOGETHER = [
    pytest.param(NAME + LINK, "failed", id="in two paragraphs"),
    pytest.param(NAME, "failed", id="no link"),
    pytest.param(CREDIT.replace("2024/river", ""), "failed", id="a link to the home page"),
    pytest.param(CREDIT, "passed", id="linked"),
    pytest.param(NAME.replace("</p>", "<br>") + LINK[3:], "passed", id="on two lines"),
    pytest.param(NAME + CREDIT, "passed", id="one credit of two"),
]


@pytest.mark.parametrize(("end", "outcome"), TOGETHER)
def test_credit_and_link_stand_together(judged, end, outcome):
    finding = judged(TYPE + "same_block = true", PAGE.format("", end))
    assert finding.outcome == outcome
    if outcome == "failed":
        assert "has no link to the original beside it" in finding.message


def test_front_matter_is_taken_for_together(judged):
    source = f"---\nsource: Example News\noriginal_url: https://news.example/2024/river\n---\n{TEXT}\n"
    assert judged(TYPE + "same_block = true", source).outcome == "passed"
