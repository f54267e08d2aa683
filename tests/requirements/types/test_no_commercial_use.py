"""The copy is not used for commerce: only the call tells, and the type warns at most."""

import pytest

from checker.model import Severity

PAGE = """<article><h1>The river rises</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>First published by Example News.</p><div class="advertisement">Buy now</div></article>"""

# (audience, declared facts, outcome, reason, a part of the message)
CASES = [
    pytest.param("community", [], "passed", None, "A community publication", id="a community, with advertisements"),
    pytest.param("noncommercial", [], "passed", None, "A noncommercial publication", id="not commercial"),
    pytest.param("commercial", ["commercial=false"], "passed", None, "not commercial", id="declared against it"),
    pytest.param("print", [], "cant_tell", "fact_unknown", "--fact commercial=false", id="printed"),
    pytest.param("commercial", [], "failed", None, "Ask ask@news.example.", id="commercial"),
    pytest.param("community", ["commercial=true"], "failed", None, "the publication is", id="declared to be"),
]


@pytest.mark.parametrize(("audience", "facts", "outcome", "reason", "says"), CASES)
def test_who_publishes(judged, audience, facts, outcome, reason, says):
    finding = judged('type = "no_commercial_use"\nstrength = "must_not"', PAGE, None, facts, audience)
    assert (finding.outcome.value, finding.reason, finding.severity) == (outcome, reason, Severity.WARNING)
    assert says in finding.message
