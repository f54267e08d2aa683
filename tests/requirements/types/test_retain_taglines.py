"""The notes at the original's end stay with the copy."""

import pytest

from checker.model import Outcome, Severity

TEXT = """The river rose by two metres in the night, and the town moved its market to the hill behind the old mill, where it stood
until the spring, when the water had gone and the square was dry again for the first time since the autumn."""
NOTE = "Ann Writer reports on the river towns. Her work is paid for by the Mill Fund."
OTHER = "Cid Helper contributed to this report."


def page(*end, top=""):
    paragraphs = "".join(f"<p>{line}</p>" for line in end)
    return f"<article><h1>The river rises</h1>{top}<p>{TEXT}</p><p>{TEXT}</p><p>{TEXT}</p>{paragraphs}</article>"


ORIGINAL = page(f"<em>{NOTE}</em>", OTHER)
ASKED = 'type = "retain_taglines"\n'
# (the copy, outcome)
COPIES = [
    pytest.param(page(NOTE), "failed", id="one of two"),
    pytest.param(page(NOTE.split(". ", maxsplit=1)[0], OTHER), "failed", id="a half of one"),
    pytest.param(page(NOTE, f"<span hidden>{OTHER}</span>"), "failed", id="one that is hidden"),
    pytest.param(page(NOTE, f"<!-- {OTHER} -->"), "failed", id="one in a comment"),
    pytest.param(page(), "failed", id="none"),
    pytest.param(page(OTHER, NOTE), "passed", id="both, turned round"),
    pytest.param(page(f"{NOTE} {OTHER}"), "passed", id="both in one paragraph"),
    pytest.param(page(NOTE.replace("Her work is", "Her work was").upper(), OTHER), "passed", id="a word changed"),
]


@pytest.mark.parametrize(("copy", "outcome"), COPIES)
def test_what_became_of_the_notes(judged, copy, outcome):
    finding = judged(ASKED, copy, ORIGINAL)
    assert (finding.outcome.value, finding.reason) == (outcome, None)


def test_what_is_lost_is_quoted_and_put_into_the_fix(judged):
    finding = judged(ASKED, page(NOTE), ORIGINAL)
    assert f"“{OTHER}”" in finding.message
    assert finding.fix.html == f"<p>{OTHER}</p>"


@pytest.mark.parametrize(
    ("copy", "outcome"), [(page(NOTE, OTHER), "passed"), (page(top=f"<p>{NOTE}</p><p>{OTHER}</p>"), "failed")]
)
def test_their_place(judged, copy, outcome):
    assert judged(ASKED + 'position = "bottom"', copy, ORIGINAL).outcome.value == outcome
    assert judged(ASKED, copy, ORIGINAL).outcome is Outcome.PASSED


def test_an_original_without_notes(judged):
    finding = judged(ASKED, page(), page())
    assert (finding.outcome, finding.message) == (Outcome.PASSED, "The original has no notes at its end.")


def test_without_the_original(judged):
    finding = judged(ASKED, page(NOTE))
    assert (finding.outcome, finding.reason, finding.severity) == (
        Outcome.CANT_TELL,
        "original_unavailable",
        Severity.NOTE,
    )
