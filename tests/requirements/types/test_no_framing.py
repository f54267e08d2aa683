"""No frame shows the publisher's site."""

import pytest

from checker.model import Outcome

PAGE = """<article><h1>The river rises</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>First published by Example News.</p>
{frame}</article>"""

# (what is on the page, outcome)
FRAMES = [
    pytest.param('<iframe src="https://mynews.example/2024/river"></iframe>', "passed", id="a look-alike host"),
    pytest.param(
        '<iframe src="https://video.example/?of=news.example/river"></iframe>', "passed", id="its name in a query"
    ),
    pytest.param('<iframe src="https://count.news.example/7/pixel.gif"></iframe>', "passed", id="its counter"),
    pytest.param('<iframe src="https://charts.news.example/7"></iframe>', "passed", id="a chart of its own host"),
    pytest.param('<iframe src="https://news.example/river/embed/#?secret=k"></iframe>', "passed", id="a card to embed"),
    pytest.param('<iframe src="https://news.example/Player/7"></iframe>', "passed", id="a player"),
    pytest.param('<img src="https://news.example/river.jpg">', "passed", id="a picture"),
    pytest.param('<a href="https://news.example/river">Example News</a>', "passed", id="a link"),
    pytest.param('<template><iframe src="https://news.example/r"></iframe></template>', "passed", id="not loaded"),
    pytest.param("<iframe></iframe>", "passed", id="an empty frame"),
    pytest.param('<iframe src="https://www.news.example/2024/river"></iframe>', "failed", id="an article"),
    pytest.param('<iframe data-src="//news.example/"></iframe>', "failed", id="the home page, loaded late"),
    pytest.param(
        '<iframe src="https://news.example/2024/embedded-with-the-army"></iframe>', "failed", id="a word like embed"
    ),
    pytest.param('<object data="https://news.example/2024/river"></object>', "failed", id="an object"),
    pytest.param('<embed src="https://news.example/2024/river">', "failed", id="an embed"),
]


@pytest.mark.parametrize(("frame", "outcome"), FRAMES)
def test_a_frame(judged, frame, outcome):
    finding = judged('type = "no_framing"\nstrength = "must_not"', PAGE.format(frame=frame))
    assert (finding.outcome.value, finding.reason) == (outcome, None)


def test_its_address_and_its_place_are_told(judged):
    finding = judged('type = "no_framing"', PAGE.format(frame='<iframe src="https://news.example/a"></iframe>'))
    assert finding.outcome is Outcome.FAILED
    assert "https://news.example/a (line 4, column 1)" in finding.message
