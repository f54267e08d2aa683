"""The original is the publisher's own, and not one that it took from somebody else."""

import pytest

from checker.model import Outcome
from checker.original.original import Original
from checker.requirements.types.third_party_content_excluded import ThirdPartyContentExcluded

ASKS = 'type = "third_party_content_excluded"'
TEXT = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>"
)
PAGE = f"<article><h1>The river</h1><p>By Ann Writer</p>{TEXT}%s</article>"
OWN = '<p>This article was first published by <a href="https://news.example/2024/river">Example News</a>.</p>'
OTHER = '<p>This article was first published by <a href="https://river.example/7">The River Post</a>.</p>'
HEAD = '<html><head><meta property="og:site_name" content="Example News"><meta property="og:url" content="https://news.example/2024/river"></head>'

# (the original, outcome, a part of the message)
ORIGINALS = [
    pytest.param(PAGE % OWN, "passed", "no earlier source", id="it shows the credit for copies"),
    pytest.param(
        PAGE % OWN.replace("Example News", "the Example News Network"),
        "passed",
        "no earlier source",
        id="it shows the credit with another name",
    ),
    pytest.param(HEAD + PAGE % OWN, "passed", "No earlier source", id="it credits itself on its own site"),
    pytest.param(HEAD + PAGE % "", "passed", "No earlier source", id="it credits nobody"),
    pytest.param(
        HEAD + PAGE % OTHER,
        "failed",
        "Example News itself took the article from The River Post",
        id="it credits another",
    ),
]


@pytest.mark.parametrize(("original", "outcome", "says"), ORIGINALS)
def test_the_original_tells(judged, original, outcome, says):
    finding = judged(ASKS, PAGE % OWN, original)
    assert (finding.outcome, finding.reason) == (outcome, None)
    assert says in finding.message


SOURCES = [
    pytest.param("Example News", "passed", id="the publisher's name"),
    pytest.param("The Example News", "passed", id="its name with an article"),
    pytest.param("EN", "passed", id="an alias"),
    pytest.param("news.example", "passed", id="its site"),
    pytest.param("Example Newspapers", "failed", id="a longer name"),
    pytest.param("mynews.example", "failed", id="a look-alike site"),
]


@pytest.mark.parametrize(("source", "outcome"), SOURCES)
def test_the_publisher_is_no_earlier_source_of_its_own(case, source, outcome):
    verdict = ThirdPartyContentExcluded().judge(case(original=Original(third_party=source)))
    assert verdict.outcome == outcome


# (what the call declares, the original, outcome)
DECLARED = [
    pytest.param("third_party=true", None, "failed", id="another's"),
    pytest.param("third_party=false", None, "passed", id="its own"),
    pytest.param("third_party=true", HEAD + PAGE % "", "failed", id="another's, though the original credits nobody"),
    pytest.param("third_party=false", HEAD + PAGE % OTHER, "passed", id="its own, though the original credits another"),
]


@pytest.mark.parametrize(("fact", "original", "outcome"), DECLARED)
def test_the_call_is_believed_first(judged, fact, original, outcome):
    assert judged(ASKS, PAGE % OTHER, original, [fact]).outcome == outcome


# (what the copy credits, reason)
COPIES = [
    pytest.param(OWN, "original_unavailable", id="the publisher"),
    pytest.param(OWN.replace("Example News", "EN"), "original_unavailable", id="the publisher by an alias"),
    pytest.param("", "original_unavailable", id="nobody"),
    pytest.param(OTHER.replace("<p>", "<p hidden>"), "original_unavailable", id="another, hidden"),
    pytest.param(OTHER, "another_source_named", id="another"),
    pytest.param(OWN + OTHER, "another_source_named", id="the publisher and another"),
]


@pytest.mark.parametrize(("credit", "reason"), COPIES)
def test_a_copy_alone_gives_reason_to_look_at_most(judged, credit, reason):
    finding = judged(ASKS, PAGE % credit)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, reason)
    assert ("The River Post" in finding.message) == (reason == "another_source_named")


def test_without_the_publisher_s_names_nobody_is_another(ack, case):
    verdict = ThirdPartyContentExcluded().judge(case(ack("source_attribution", "The River Post"), names=()))
    assert verdict.reason == "original_unavailable"
