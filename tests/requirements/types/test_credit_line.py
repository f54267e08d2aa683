"""A sentence says where the text first appeared, in the words of the terms."""

import pytest

TYPE = 'type = "credit_line"\n'
ASKED = TYPE + 'text = "This story was first published by {publisher}."\n'
EXACT = ASKED + 'match = "exact"\n'
MEANING = ASKED + 'match = "meaning"\n'
TEXT = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
PAGE = f"<article><h1>The river rises</h1><p>By Ann Writer</p>{{}}<p>{TEXT}</p>{{}}</article>"
LINE = "<p>This story was first published by Example News.</p>"
LINKED = LINE.replace("Example News", '<a href="https://news.example/2024/river">Example News</a>')
OTHER = "<p>This story was first published by the Riverton Post.</p>"
OWN_WORDS = "<p>Courtesy of Example News</p>"


def page(end="", top=""):
    return PAGE.format(top, end)


# (options, the end of the page, outcome, reason, a part of the message)
WORDS = [
    pytest.param(EXACT, OTHER, "failed", None, "they are not on the page", id="exact: another publisher"),
    pytest.param(EXACT, LINE.replace("story", "text"), "failed", None, "not on the page", id="exact: another word"),
    pytest.param(EXACT, OWN_WORDS, "failed", None, "not on the page", id="exact: in words of its own"),
    pytest.param(ASKED, OTHER, "failed", None, "not on the page", id="similar: another publisher"),
    pytest.param(ASKED, "", "failed", None, "“This story was first published by Example News.”", id="similar: nothing"),
    pytest.param(
        ASKED, LINE.replace("<p>", "<p hidden>"), "failed", None, "do not see it: hidden by its markup", id="hidden"
    ),
    pytest.param(ASKED, f"<!-- {LINE[3:-4]} -->", "failed", None, "inside an HTML comment", id="in a comment"),
    pytest.param(MEANING, "", "failed", None, "names Example News", id="meaning: nothing"),
    pytest.param(TYPE, "", "failed", None, "names Example News", id="no wording given: nothing"),
    pytest.param(ASKED, OWN_WORDS, "cant_tell", "worded_otherwise", "words of its own", id="similar: its own words"),
    pytest.param(
        ASKED + "threshold = 1.0",
        LINE.replace("story", "text"),
        "cant_tell",
        "worded_otherwise",
        "own",
        id="similar: below the threshold",
    ),
    pytest.param(
        MEANING, OTHER, "cant_tell", "another_source_named", "not Example News", id="meaning: another publisher"
    ),
    pytest.param(EXACT, LINE, "passed", None, "The credit line is there.", id="exact: the words"),
    pytest.param(EXACT, LINE.upper(), "passed", None, "is there", id="exact: in capitals"),
    pytest.param(EXACT, LINE.replace("Example News", "EN"), "passed", None, "is there", id="exact: a short name"),
    pytest.param(ASKED, LINE.replace("story", "text"), "passed", None, "is there", id="similar: another word"),
    pytest.param(MEANING, OWN_WORDS, "passed", None, "names Example News", id="meaning: its own words"),
    pytest.param(MEANING, LINE, "passed", None, "is there", id="meaning: the words"),
    pytest.param(TYPE, OWN_WORDS, "passed", None, "names Example News", id="no wording given: any"),
    pytest.param(
        TYPE + 'texts = ["Courtesy of {publisher}", "By permission of {publisher}"]\nmatch = "exact"',
        OWN_WORDS,
        "passed",
        None,
        "is there",
        id="one of two",
    ),
    pytest.param(
        TYPE + 'wording = { fr = "Paru dans {publisher}.", eo = "Aperis en {publisher}." }\nmatch = "exact"',
        "<p>Aperis en Example News.</p>",
        "passed",
        None,
        "is there",
        id="another language",
    ),
]


@pytest.mark.parametrize(("asked", "end", "outcome", "reason", "says"), WORDS)
def test_what_it_says(judged, asked, end, outcome, reason, says):
    finding = judged(asked, page(end))
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


# (options, the end of the page, outcome)
LINKS = [
    pytest.param(EXACT, LINE, "failed", id="no link"),
    pytest.param(EXACT, LINKED.replace("2024/river", ""), "failed", id="a link to the home page"),
    pytest.param(EXACT, LINKED.replace("news.example", "mynews.example"), "failed", id="a link to a look-alike host"),
    pytest.param(EXACT, LINE + LINKED.replace("This story", "It"), "failed", id="a link in another paragraph"),
    pytest.param(MEANING, OWN_WORDS, "failed", id="in words of its own, no link"),
    pytest.param(EXACT, LINKED, "passed", id="a link to the article"),
    pytest.param(
        MEANING, LINKED.replace("This story was", "It was"), "passed", id="in words of its own, with the link"
    ),
]


@pytest.mark.parametrize(("asked", "end", "outcome"), LINKS)
def test_where_it_links(judged, asked, end, outcome):
    finding = judged(asked + 'link = "article"', page(end))
    assert finding.outcome == outcome
    if outcome == "failed":
        assert "no link to what the terms ask" in finding.message


def test_front_matter_has_a_key_of_its_own_for_the_link(judged):
    source = f"---\nsource: Example News\noriginal_url: https://news.example/2024/river\n---\n{TEXT}\n"
    assert judged(MEANING + 'link = "article"', source).outcome == "passed"


# (options, at the top, at the end, outcome)
PLACES = [
    pytest.param(EXACT, "", LINE, "failed", id="not at the top"),
    pytest.param(MEANING, "", OWN_WORDS, "failed", id="in words of its own, not at the top"),
    pytest.param(EXACT, LINE, "", "passed", id="at the top"),
    pytest.param(MEANING, OWN_WORDS, "", "passed", id="in words of its own, at the top"),
]


@pytest.mark.parametrize(("asked", "top", "end", "outcome"), PLACES)
def test_where_it_stands(judged, asked, top, end, outcome):
    assert judged(asked + 'position = "top"\nwithin_words = 10', page(end, top)).outcome == outcome


@pytest.mark.parametrize(
    ("options", "fix"),
    [("", "This story was first published by Example News."), ('link = "article"', "[Example News](<")],
    ids=["the words", "a line with a link"],
)
def test_the_fix_is_the_line_that_the_terms_ask_for(judged, options, fix):
    assert fix in judged(EXACT + options, page()).fix.markdown
