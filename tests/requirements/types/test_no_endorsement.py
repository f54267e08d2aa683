"""Nothing suggests that the publisher endorses the host; the type warns at most."""

import pytest

from checker.model import Severity

PAGE = """<article><h1>The river rises</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>First published by <a href="https://news.example/7">Example News</a>. {line}</p></article>"""

# (a line under the article, outcome)
LINES = [
    pytest.param("We are a proud member of the River Club.", "passed", id="somebody else's partner"),
    pytest.param(
        "In partnership with you, our readers. See Example News.", "passed", id="the name in the next sentence"
    ),
    pytest.param("Example News reports that the partnership ended in 1990.", "passed", id="a partnership in the news"),
    pytest.param("Recommended by the green men.", "passed", id="an acronym inside other words"),
    pytest.param("<span hidden>Endorsed by Example News.</span>", "passed", id="hidden"),
    pytest.param("<!-- We are endorsed by Example News. -->", "passed", id="in a comment"),
    pytest.param("", "passed", id="nothing"),
    pytest.param("We are an official partner of Example News.", "failed", id="a partner"),
    pytest.param("This site is recommended by the Example News Network.", "failed", id="another of its names"),
    pytest.param("The Herald, in collaboration with <i>Example</i> News", "failed", id="words in their own type"),
]


@pytest.mark.parametrize(("line", "outcome"), LINES)
def test_a_line(judged, line, outcome):
    finding = judged('type = "no_endorsement"\nstrength = "must_not"', PAGE.format(line=line))
    assert (finding.outcome.value, finding.severity) == (outcome, Severity.WARNING)


def test_the_sentence_is_quoted_with_its_place(judged):
    finding = judged('type = "no_endorsement"', PAGE.format(line="We are endorsed by Example News."))
    assert finding.message.startswith(
        "“We are endorsed by Example News.” may suggest that Example News endorses the site (line 3"
    )
    assert finding.evidence[0].line == 3
