"""The article may run in some countries only."""

import pytest

TYPE = 'type = "geographic_restriction"\n'
PAGE = '<html lang="en-US"><body><article><h1>The river rises</h1><p>For our readers in the US and in Canada.</p></article></body></html>'
ONLY = 'only = ["NO", "SE"]\n'
NOT_IN = 'not_in = ["US"]\n'


# (options, the country, outcome, reason, a part of the message)
COUNTRIES = [
    pytest.param(
        ONLY, "DK", "failed", None, "in NO or SE only. The call says that the country is DK.", id="none of them"
    ),
    pytest.param(NOT_IN, "US", "failed", None, "may not run in US.", id="the excluded one"),
    pytest.param(NOT_IN, "us", "failed", None, "may not run in US.", id="the excluded one, in small letters"),
    pytest.param(ONLY + 'not_in = ["SE"]', "SE", "failed", None, "The call says", id="allowed and excluded"),
    pytest.param(ONLY, None, "cant_tell", "fact_unknown", "No page tells its country", id="who knows"),
    pytest.param(NOT_IN, None, "cant_tell", "fact_unknown", "may not run in US. No page", id="who knows, one excluded"),
    pytest.param("", "US", "cant_tell", "fact_unknown", "does not say in which countries", id="none in the pack"),
    pytest.param(ONLY, "NO", "passed", None, "The country NO", id="one of them"),
    pytest.param(ONLY, "se", "passed", None, "The country se", id="one of them, in small letters"),
    pytest.param(NOT_IN, "CA", "passed", None, "The country CA", id="another than the excluded one"),
    pytest.param(ONLY + NOT_IN, "NO", "passed", None, "NO", id="both lists hold"),
]


@pytest.mark.parametrize(("options", "country", "outcome", "reason", "says"), COUNTRIES)
def test_where_it_runs(judged, options, country, outcome, reason, says):
    finding = judged(TYPE + options, PAGE, facts=[f"country={country}"] if country else [])
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message
