"""Later corrections of the original reach the copy."""

import pytest

from checker.model import Severity

TYPE = 'type = "correction_updates"\n'
FIRST = (
    "The water came early this year, stayed for nine days, and left a line on the wall of the school beside the mill."
)
LAST = "Boats took the bakers and their bread across, and nobody in the lower town went without a loaf."
NOTE = "Correction: an earlier version of this story said that the water stayed for five days."
OLD = FIRST.replace("nine", "five")


def page(*paragraphs, language="en"):
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    return f'<html lang="{language}"><title>The river</title><body><article><h1>The river</h1>{text}</article></body></html>'


GERMAN = page(
    "Das Wasser kam in diesem Jahr früh, blieb fünf Tage und hinterließ eine Linie an der Wand der Schule neben der Mühle.",
    "Boote brachten die Bäcker und ihr Brot über den Fluss, und niemand in der unteren Stadt blieb ohne ein Brot.",
    language="de",
)
# (the copy, the original, outcome, reason, a part of the message)
CASES = [
    pytest.param(page(OLD, LAST), page(FIRST, LAST), "passed", None, "no note", id="changed, and no note says why"),
    pytest.param(page(OLD, LAST), page(FIRST, LAST, NOTE), "failed", None, "five days", id="the text before"),
    pytest.param(page(OLD, LAST), page(NOTE, FIRST, LAST), "failed", None, "five days", id="a note at the top"),
    pytest.param(page(FIRST), page(FIRST, LAST, NOTE), "failed", None, "five days", id="a part of the text"),
    pytest.param(GERMAN, page(FIRST, LAST, NOTE), "cant_tell", "translated", "five days", id="a translation"),
    pytest.param(page(OLD, LAST), None, "cant_tell", "original_unavailable", "corrected", id="without the original"),
    pytest.param(page(FIRST, LAST), page(FIRST, LAST, NOTE), "passed", None, "as it was", id="the text of today"),
    pytest.param(
        page(f"“{FIRST}”", LAST), page(FIRST, LAST, NOTE), "passed", None, "as it was", id="the text in other type"
    ),
    pytest.param(page(OLD, LAST, NOTE), page(FIRST, LAST, NOTE), "passed", None, "note of what", id="the note"),
    pytest.param(
        page(OLD, LAST, f"Editor’s {NOTE} Thanks to Cid."), page(FIRST, LAST, NOTE), "passed", None, "note of what", id="its words"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("copy", "original", "outcome", "reason", "says"), CASES)
def test_whether_they_reach_it(judged, copy, original, outcome, reason, says):
    finding = judged(TYPE, copy, original)
    assert (finding.outcome, finding.reason) == (outcome, reason), finding.message
    assert says in finding.message
    assert finding.severity is not Severity.ERROR
