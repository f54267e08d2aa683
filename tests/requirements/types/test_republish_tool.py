"""The code of the publisher's republish button was used: its traces can be seen, and nothing shows that there was none."""

import pytest

from checker.requirements.types.republish_tool import RepublishTool

PAGE = """<html lang="en"><head><title>The river rises</title></head><body><article><h1>The river rises</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>First published by <a href="https://news.example/2024/river">Example News</a>.</p>{end}</article></body></html>"""

# (what stands at the end, outcome, reason)
ENDS = [
    pytest.param('<img src="https://stats.host.example/7.gif">', "cant_tell", "tool_unseen", id="a picture"),
    pytest.param("<p>Republish this story</p>", "cant_tell", "tool_unseen", id="words"),
    pytest.param("", "cant_tell", "tool_unseen", id="nothing"),
    pytest.param('<img src="https://count.news.example/7/pixel.gif">', "passed", None, id="the publisher's counter"),
    pytest.param('<div class="Republish-Content"></div>', "passed", None, id="a button's class"),
    pytest.param("<script id='republication-tracker-tool'></script>", "passed", None, id="a button's script"),
]


@pytest.mark.parametrize(("end", "outcome", "reason"), ENDS)
def test_what_the_page_has(judged, end, outcome, reason):
    finding = judged('type = "republish_tool"', PAGE.format(end=end))
    assert (finding.outcome.value, finding.reason) == (outcome, reason)


# (whose counter it is, outcome)
NAMES = [
    pytest.param("The River Post", "cant_tell", id="another publisher's"),
    pytest.param("Example News", "passed", id="the publisher's"),
    pytest.param(None, "passed", id="nobody knows whose"),
]


@pytest.mark.parametrize(("name", "outcome"), NAMES)
def test_a_counter(ack, case, name, outcome):
    counter = ack("page_counter", *([name] if name else []))
    assert RepublishTool().judge(case(counter)).outcome == outcome


# (what the original has, a part of the message)
ORIGINALS = [
    pytest.param("<button>Share</button>", "The original shows no republish button", id="another button"),
    pytest.param("<button>Republish this story</button>", "Nothing on the page shows", id="a button"),
]


@pytest.mark.parametrize(("button", "says"), ORIGINALS)
def test_an_original_with_and_without_a_button(judged, button, says):
    finding = judged('type = "republish_tool"', PAGE.format(end=""), PAGE.format(end=button))
    assert finding.reason == "tool_unseen"
    assert says in finding.message


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("# The river\n\nFirst published by Example News.\n", id="markdown"),
        pytest.param("<p>First published by Example News.</p>", id="a fragment"),
    ],
)
def test_a_source_that_the_site_makes_a_page_of(judged, page):
    finding = judged('type = "republish_tool"', page)
    assert (finding.outcome.value, finding.reason) == ("cant_tell", "not_in_source")
