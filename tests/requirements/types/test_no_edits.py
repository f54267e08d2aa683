"""The text is the original's, but for changes that the terms allow; the type warns at most."""

import pytest

from checker.model import Outcome, Severity

ONE = "The river rose by two metres on Monday night, and the town moved its market to the hill behind the old mill."
TWO = "“Nobody was hurt,” the mayor of the town said at the bridge."
THREE = "The road along the water stays shut until the end of the week."
CHANGED = ONE.replace("Monday", "Tuesday")
OTHER = "Our own street was flooded before any other was."


def article(*sentences):
    return f"<article><h1>The river rises</h1><p>{' '.join(sentences)}</p></article>"


def asked(*allowed):
    options = f"allowed = [{', '.join(repr(each) for each in allowed)}]" if allowed else ""
    return f'type = "no_edits"\nstrength = "must_not"\n{options}'


SMALL = ["time", "location", "minor", "punctuation"]
LARGE = ["style", "clarity", "length"]
# (the copy's sentences, what the terms allow, outcome)
CASES = [
    pytest.param([ONE.upper(), TWO.replace("“", "'").replace("”", "'"), THREE], [], "passed", id="letter case, quotes"),
    pytest.param([ONE.replace(",", " –"), TWO, THREE], [], "passed", id="other marks"),
    pytest.param(["Our neighbours had a wet night.", ONE, TWO, THREE, OTHER], [], "passed", id="words around it"),
    pytest.param([ONE, "Hear, hear!", TWO, THREE], [], "passed", id="three words put in"),
    pytest.param([THREE, ONE, TWO], [], "passed", id="another order"),
    pytest.param([CHANGED, TWO, THREE], [], "failed", id="a day changed"),
    pytest.param([ONE, THREE], [], "failed", id="a sentence left out"),
    pytest.param([ONE, OTHER, TWO, THREE], [], "failed", id="a sentence put in"),
    *(pytest.param([CHANGED, TWO, THREE], [kind], "passed", id=f"a change, {kind} allowed") for kind in SMALL + LARGE),
    pytest.param([CHANGED, TWO, THREE], ["additions"], "failed", id="a change where additions are allowed"),
    pytest.param([ONE, THREE], ["length"], "passed", id="left out, length allowed"),
    pytest.param([ONE, THREE], [*SMALL, "style", "additions"], "failed", id="left out where all else is allowed"),
    pytest.param([ONE, OTHER, TWO, THREE], ["additions"], "passed", id="put in, additions allowed"),
    pytest.param([ONE, OTHER, TWO, THREE], [*SMALL, *LARGE], "failed", id="put in where all else is allowed"),
]


@pytest.mark.parametrize(("copy", "allowed", "outcome"), CASES)
def test_a_copy(judged, copy, allowed, outcome):
    finding = judged(asked(*allowed), article(*copy), article(ONE, TWO, THREE))
    assert (finding.outcome.value, finding.severity, finding.reason) == (outcome, Severity.WARNING, None)


TEXT = [
    f"In the year {1900 + number} the river stood {number} metres over the square of the town." for number in range(40)
]


@pytest.mark.parametrize(
    ("kind", "changes", "outcome"),
    [("minor", 4, "passed"), ("minor", 5, "failed"), ("style", 5, "passed"), ("style", 40, "passed")],
)
def test_small_changes_are_few(judged, kind, changes, outcome):
    copy = [text.replace("stood", "was") if number < changes else text for number, text in enumerate(TEXT)]
    assert judged(asked(kind), article(*copy), article(*TEXT)).outcome.value == outcome


def test_three_differences_are_named_with_their_places_and_the_rest_is_counted(judged):
    finding = judged(asked(), article(CHANGED, OTHER, THREE), article(ONE, TWO, THREE, *TEXT[:2]))
    assert "changed: “The river rose by two metres on Tuesday night" in finding.message
    assert "left out: “In the year 1900" in finding.message
    assert finding.message.endswith("; and 2 more.")
    assert [evidence.text for evidence in finding.evidence] == [CHANGED, OTHER]


def test_without_the_original(judged):
    finding = judged(asked(), article(ONE))
    assert (finding.outcome, finding.reason, finding.severity) == (
        Outcome.CANT_TELL,
        "original_unavailable",
        Severity.NOTE,
    )
