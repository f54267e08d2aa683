"""Only some publications may republish."""

import pytest

TYPE = 'type = "eligibility"\n'
PAGE = "<article><h1>The river rises</h1><p>The Riverton Herald is a partner of Example News and a street paper.</p></article>"
FREE = 'audiences = ["community", "noncommercial"]\n'


# (options, the audience, declared, outcome, reason, a part of the message)
HOSTS = [
    pytest.param(FREE, "commercial", [], "failed", None, "community and noncommercial publications", id="another"),
    pytest.param(
        FREE + "partner = true", "print", ["partner=true"], "failed", None, "a print one", id="a partner, but another"
    ),
    pytest.param("partner = true", "community", ["partner=false"], "failed", None, "is none", id="no partner"),
    pytest.param(
        'partner = true\nwho = "street papers"',
        "community",
        ["partner=false"],
        "failed",
        None,
        "The terms are for street papers",
        id="no partner, in words",
    ),
    pytest.param(
        "partner = true", "community", [], "cant_tell", "fact_unknown", "partners of Example News; if", id="who knows"
    ),
    pytest.param(
        'who = "street papers"', "community", ["partner=true"], "cant_tell", "fact_unknown", "street papers", id="words"
    ),
    pytest.param(
        FREE + 'who = "street papers"', "community", [], "cant_tell", "fact_unknown", "street", id="audience and words"
    ),
    pytest.param("", "community", [], "cant_tell", "fact_unknown", "for some publications only", id="nothing said"),
    pytest.param(FREE, "community", [], "passed", None, "A community publication may", id="the first audience"),
    pytest.param(FREE, "noncommercial", [], "passed", None, "A noncommercial publication", id="the second audience"),
    pytest.param("partner = true", "print", ["partner=true"], "passed", None, "The call says", id="a partner"),
    pytest.param(FREE + "partner = true", "community", ["partner=true"], "passed", None, "call", id="both"),
]


@pytest.mark.parametrize(("options", "audience", "facts", "outcome", "reason", "says"), HOSTS)
def test_who_may(judged, options, audience, facts, outcome, reason, says):
    finding = judged(TYPE + options, PAGE, facts=facts, audience=audience)
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message
