"""Nothing suggests that gifts to the host reach the publisher; the type warns at most."""

import pytest

from checker.model import Severity

PAGE = """<article><h1>The river rises</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>First published by <a href="https://news.example/7">Example News</a>. {line}</p></article>"""

# (a line under the article, outcome)
LINES = [
    pytest.param("Your donation helps the Riverton Herald.", "passed", id="a call for the host alone"),
    pytest.param("Donate to support us. We like Example News.", "passed", id="the name in the next sentence"),
    pytest.param("Example News writes that they donate blood.", "passed", id="gifts of another kind"),
    pytest.param("Your donation helps us to read, write and be seen.", "passed", id="an acronym inside other words"),
    pytest.param("<span hidden>Your gift supports Example News.</span>", "passed", id="hidden"),
    pytest.param("<!-- Your gift supports Example News. -->", "passed", id="in a comment"),
    pytest.param("", "passed", id="nothing"),
    pytest.param("Your gift supports Example News and us.", "failed", id="a gift that supports both"),
    pytest.param("Donate now to help the EXAMPLE NEWS NETWORK!", "failed", id="another of its names"),
    pytest.param("Support Example News by donating to the Herald.", "failed", id="the name inside the words"),
]


@pytest.mark.parametrize(("line", "outcome"), LINES)
def test_a_line(judged, line, outcome):
    finding = judged('type = "no_donation_implication"\nstrength = "must_not"', PAGE.format(line=line))
    assert (finding.outcome.value, finding.severity) == (outcome, Severity.WARNING)


def test_the_sentence_is_quoted_with_its_place(judged):
    finding = judged('type = "no_donation_implication"', PAGE.format(line="Your gift supports Example News."))
    assert (
        finding.message
        == "“Your gift supports Example News.” may suggest that gifts reach Example News (line 3, column 74)."
    )
    assert finding.evidence[0].line == 3
