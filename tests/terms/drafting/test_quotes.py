"""Wordings that terms give word for word."""

import pytest

from checker.terms.drafting import language, quotes

ENGLISH = language.languages()["en"]


@pytest.mark.parametrize(
    ("text", "masked", "kinds"),
    [
        pytest.param(
            "Add “This story was originally published by Example News.” at the end.",
            "Add qqcredit at the end.",
            ["credit"],
            id="a credit in curly quotes",
        ),
        pytest.param(
            'Write "By Ann Writer, Example News".', "Write qqbyline.", ["byline"], id="a byline in straight quotes"
        ),
        pytest.param(
            "Say ‘this story is adapted from Example News’ below.", "Say qqedits below.", ["edits"], id="single quotes"
        ),
        pytest.param("Schreiben Sie „Read more on Example News“.", "Schreiben Sie qqread.", ["read"], id="low quotes"),
        pytest.param("Say «Translated from French by Ann».", "Say qqtranslation.", ["translation"], id="angle quotes"),
        pytest.param(
            "Use the following text: Example News is a nonprofit newsroom.",
            "Use the following text:  qqstatement.",
            ["statement"],
            id="no quotes, but a colon",
        ),
        pytest.param(
            "Write “one two three four five six seven”.",
            "Write qqtext.",
            ["text"],
            id="a long wording that says nothing known",
        ),
        pytest.param(
            "Write “First published here.” Then stop.", "Write qqcredit. Then stop.", ["credit"], id="a stop inside"
        ),
        pytest.param("Press the “river” button.", "Press the “river” button.", [], id="a word in quotes"),
        pytest.param(
            "The author's and the editors' names.", "The author's and the editors' names.", [], id="apostrophes"
        ),
        pytest.param(
            "A page that says qqcredit itself.", "A page that says qcredit itself.", [], id="a mask in the page"
        ),
    ],
)
def test_wordings_are_masked(text, masked, kinds):
    found, wordings = quotes.masked(text, ENGLISH)
    assert found == masked
    assert [kind for kind, _ in wordings] == kinds


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        pytest.param("This article first appeared in Example News", "credit", id="first appeared"),
        pytest.param("Reprinted with permission from Example News", "credit", id="reprinted"),
        pytest.param("Example News is a nonprofit newsroom that covers schools", "statement", id="what a publisher is"),
        pytest.param("Additional reporting by Ann Writer", "edits", id="additional reporting"),
        pytest.param("Read the full story on Example News", "read", id="read the rest"),
        pytest.param("the river", None, id="two words"),
    ],
)
def test_what_a_wording_says(wording, kind):
    assert quotes.kind_of(wording, ENGLISH) == kind
