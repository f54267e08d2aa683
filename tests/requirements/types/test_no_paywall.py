"""Readers do not pay for the copy."""

import pytest

PAGE = """<html lang="en"><head><title>The river rises</title>{head}</head><body><article><h1>The river rises</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>First published by Example News.</p>{body}</article></body></html>"""
ASKED = 'type = "no_paywall"\nstrength = "must_not"'
WALL = '<div class="paywall">Subscribe to continue reading.</div>'


def data(text):
    return PAGE.format(head=f'<script type="application/ld+json">{text}</script>', body=WALL)


# (structured data on a page with marks of a paywall, outcome)
SAID = [
    pytest.param('{"headline": "Free"}', "cant_tell", id="nothing of the kind"),
    pytest.param('{"isAccessibleForFree": null}', "cant_tell", id="no answer"),
    pytest.param('{"isAccessibleForFree": "maybe"}', "cant_tell", id="no yes and no no"),
    pytest.param('{"hasPart": {"isAccessibleForFree": false}}', "cant_tell", id="a part of the page"),
    pytest.param('{"@graph": [[[[{"isAccessibleForFree": false}]]]]}', "cant_tell", id="too deep"),
    pytest.param('{"isAccessibleForFree": true}', "passed", id="free"),
    pytest.param('[{"isAccessibleForFree": "True"}]', "passed", id="free, in a list"),
    pytest.param('{"isAccessibleForFree": false}', "failed", id="not free"),
    pytest.param('{"@graph": [{}, {"isAccessibleForFree": "FALSE"}]}', "failed", id="not free, in a graph"),
    pytest.param('[{"isAccessibleForFree": true}, {"isAccessibleForFree": false}]', "failed", id="both"),
]


@pytest.mark.parametrize(("text", "outcome"), SAID)
def test_what_the_page_says_of_itself(judged, text, outcome):
    finding = judged(ASKED, data(text))
    assert finding.outcome.value == outcome
    assert finding.evidence
    assert finding.reason == ("paywall_suspected" if outcome == "cant_tell" else None)


# (the end of the article, outcome)
MARKS = [
    pytest.param("<p>Subscribe to our newsletter.</p>", "passed", id="a newsletter"),
    pytest.param("<p hidden>Subscribe to continue reading.</p>", "passed", id="hidden words"),
    pytest.param('<!-- <div class="paywall"></div> -->', "passed", id="in a comment"),
    pytest.param("", "passed", id="nothing"),
    pytest.param("<p>Subscribe to continue reading.</p>", "cant_tell", id="words"),
    pytest.param('<div class="Subscribers-Only"></div>', "cant_tell", id="a class"),
    pytest.param('<div id="tp-modal-7"></div>', "cant_tell", id="an id"),
]


@pytest.mark.parametrize(("body", "outcome"), MARKS)
def test_marks_of_a_paywall_may_be_for_other_articles(judged, body, outcome):
    finding = judged(ASKED, PAGE.format(head="", body=body))
    assert finding.outcome.value == outcome
    assert finding.reason == ("paywall_suspected" if outcome == "cant_tell" else None)


# (a fact that the call declares, what the page says, outcome)
DECLARED = [
    pytest.param("paywall=false", "false", "passed", id="free, against the page"),
    pytest.param("paywall=true", "true", "failed", id="not free, against the page"),
]


@pytest.mark.parametrize(("fact", "said", "outcome"), DECLARED)
def test_what_the_call_declares_decides(judged, fact, said, outcome):
    finding = judged(ASKED, data(f'{{"isAccessibleForFree": {said}}}'), None, [fact])
    assert finding.outcome.value == outcome
    assert finding.message.startswith("The call says")


# (a source, outcome, reason)
SOURCES = [
    pytest.param("# The river\n\nFirst published by Example News.\n", "cant_tell", "not_in_source", id="markdown"),
    pytest.param("<p>First published by Example News.</p>", "cant_tell", "not_in_source", id="a fragment"),
    pytest.param(WALL, "cant_tell", "paywall_suspected", id="a fragment with marks"),
]


@pytest.mark.parametrize(("page", "outcome", "reason"), SOURCES)
def test_a_source_that_the_site_makes_a_page_of(judged, page, outcome, reason):
    finding = judged(ASKED, page)
    assert (finding.outcome.value, finding.reason) == (outcome, reason)
