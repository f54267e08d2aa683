"""Changes or additions are declared."""

import pytest

TYPE = 'type = "edits_marked"\n'
ASKED = TYPE + 'text = "Additional reporting by {reporter}, {republisher}"\n'
TEXT = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
PAGE = f"<article><h1>The river rises</h1>{{}}<p>{TEXT}</p><p>{TEXT}</p>{{}}</article>"
NOTE = "<p>This article has been edited for length.</p>"
ADDED = "<p>Additional reporting by Bo Reader, the Riverton Herald</p>"


# (options, the end of the page, outcome, reason, a part of the message)
NOTES = [
    pytest.param(TYPE, "<p>She edits films for a living.</p>", "failed", None, "does not say", id="another's edits"),
    pytest.param(TYPE, "", "failed", None, "The page does not say that it was changed.", id="nothing"),
    pytest.param(TYPE, NOTE.replace("<p>", "<p hidden>"), "failed", None, "does not say", id="hidden"),
    pytest.param(TYPE, f"<!-- {NOTE} -->", "failed", None, "does not say", id="in a comment"),
    pytest.param(ASKED + 'match = "exact"', "", "failed", None, "does not say", id="exact: nothing"),
    pytest.param(ASKED, ADDED.replace("<p>", "<p hidden>"), "failed", None, "does not say", id="the words, hidden"),
    pytest.param(
        ASKED + 'match = "exact"', NOTE, "cant_tell", "worded_otherwise", "other words", id="exact: other words"
    ),
    pytest.param(
        ASKED + 'match = "similar"', NOTE, "cant_tell", "worded_otherwise", "other words", id="similar: other words"
    ),
    pytest.param(TYPE, NOTE, "passed", None, "The page says that it was changed.", id="a note"),
    pytest.param(TYPE, ADDED, "passed", None, "says", id="an addition"),
    pytest.param(ASKED, NOTE, "passed", None, "says", id="meaning: other words"),
    pytest.param(ASKED + 'match = "exact"', ADDED, "passed", None, "says", id="exact: the words"),
    pytest.param(
        TYPE + 'text = "This article has been cut down by {republisher}"\nmatch = "similar"',
        "<p>This article has been cut short by the Riverton Herald.</p>",
        "passed",
        None,
        "says",
        id="similar: another word",
    ),
    pytest.param(
        TYPE + 'texts = ["With the Riverton Herald", "Shortened by us"]\nmatch = "exact"',
        "<p>Shortened by us.</p>",
        "passed",
        None,
        "says",
        id="one of two",
    ),
]


@pytest.mark.parametrize(("asked", "end", "outcome", "reason", "says"), NOTES)
def test_what_the_page_says(judged, asked, end, outcome, reason, says):
    finding = judged(asked, PAGE.format("", end))
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


def test_the_fix_is_the_note_that_the_terms_give(judged):
    assert "Additional reporting by" in judged(ASKED, PAGE.format("", "")).fix.markdown
    assert judged(TYPE, PAGE.format("", "")).fix is None


# (options, at the top, at the end, outcome)
PLACES = [
    pytest.param(TYPE, NOTE, "", "failed", id="a note at the top"),
    pytest.param(ASKED + 'match = "exact"\n', ADDED, "", "failed", id="the words at the top"),
    pytest.param(TYPE, "", NOTE, "passed", id="a note at the end"),
    pytest.param(TYPE, NOTE, NOTE, "passed", id="one of two notes at the end"),
    pytest.param(ASKED + 'match = "exact"\n', "", ADDED, "passed", id="the words at the end"),
]


@pytest.mark.parametrize(("asked", "top", "end", "outcome"), PLACES)
def test_where_it_stands(judged, asked, top, end, outcome):
    assert judged(asked + 'position = "bottom"\nwithin_words = 10', PAGE.format(top, end)).outcome == outcome


# (the original, outcome, reason)
ASKED_WHEN = [
    pytest.param(PAGE.format("", ""), "inapplicable", None, id="unchanged"),
    pytest.param(None, "cant_tell", "original_unavailable", id="who knows"),
    pytest.param(
        PAGE.format("", "<p>And then came the second wave.</p>" + f"<p>{TEXT} It stays.</p>"),
        "failed",
        None,
        id="changed",
    ),
]


@pytest.mark.parametrize(("original", "outcome", "reason"), ASKED_WHEN)
def test_it_is_asked_of_a_page_that_was_changed(judged, original, outcome, reason):
    finding = judged(TYPE + "when = { edited = true }", PAGE.format("", ""), original)
    assert (finding.outcome, finding.reason) == (outcome, reason)
