"""Search engines are kept out of the copy, or are let in."""

from dataclasses import replace

import pytest

from checker.requirements.types.noindex import Noindex

PAGE = """<html lang="en"><head><title>The river rises</title>{head}</head><body><article><h1>The river rises</h1>
<p>First published by Example News.</p></article>{body}</body></html>"""


def outcomes(judged, page):
    """What becomes of the page where they must be kept out, and where they must not."""
    findings = [judged(f'type = "noindex"\nstrength = "{strength}"', page) for strength in ("must", "must_not")]
    return [finding.outcome.value for finding in findings]


OUT, IN = ["passed", "failed"], ["failed", "passed"]
# (what the head says, what becomes of it)
HEADS = [
    pytest.param('<meta name="robots" content="index, max-image-preview:none">', IN, id="no previews"),
    pytest.param('<meta name="robots" content="noindexing">', IN, id="a longer word"),
    pytest.param('<meta name="robots" content="nofollow, noarchive">', IN, id="other wishes"),
    pytest.param('<meta name="robots" content="unavailable_after: none">', IN, id="a date"),
    pytest.param('<meta name="otherbot" content="noindex">', IN, id="another robot"),
    pytest.param('<meta name="description" content="noindex">', IN, id="another meta"),
    pytest.param('<!-- <meta name="robots" content="noindex"> -->', IN, id="in a comment"),
    pytest.param("", IN, id="nothing"),
    pytest.param('<meta name="robots" content="noindex">', OUT, id="noindex"),
    pytest.param('<META NAME="ROBOTS" CONTENT="Follow,NoIndex">', OUT, id="capitals"),
    pytest.param('<meta name="robots" content="noindex nofollow">', OUT, id="without a comma"),
    pytest.param('<meta name="robots" content="none">', OUT, id="none"),
    pytest.param('<meta name="googlebot" content="noindex">', OUT, id="one search engine"),
    pytest.param('<meta name="bingbot" content="noindex">', OUT, id="another search engine"),
]


@pytest.mark.parametrize(("head", "outcome"), HEADS)
def test_the_head(judged, head, outcome):
    assert outcomes(judged, PAGE.format(head=head, body="")) == outcome


# (the header, whether search engines are kept out)
HEADERS = [
    pytest.param("max-image-preview: none", False, id="no previews"),
    pytest.param("unavailable_after: 25 Jun 2030 15:00:00 PST", False, id="a date"),
    pytest.param("otherbot: noindex", False, id="another robot"),
    pytest.param("nofollow", False, id="another wish"),
    pytest.param("otherbot: nofollow, noindex", False, id="another robot's second rule"),
    pytest.param("googlebot: nofollow, otherbot: noindex", False, id="a search engine before another robot"),
    pytest.param("unavailable_after: Fri, 25 Jun 2094 15:00:00 GMT", False, id="a date to come, with its weekday"),
    pytest.param("otherbot: unavailable_after: 2010-06-25", False, id="a date for another robot"),
    pytest.param("unavailable_after: next week, perhaps", False, id="no date"),
    pytest.param("unavailable_after: 25 Jun 2010 15:00:00 PST", True, id="a date that has come"),
    pytest.param(
        "unavailable_after: Friday, 25-Jun-10 15:00:00 GMT", True, id="a date that has come, with its weekday"
    ),
    pytest.param("googlebot: unavailable_after: 2010-06-25T15:00:00+00:00", True, id="a date for a search engine"),
    pytest.param("none", True, id="none"),
    pytest.param("otherbot: nofollow, googlebot: noindex", True, id="another robot before a search engine"),
    pytest.param("otherbot: nofollow\nnoindex", True, id="another robot in a header of its own"),
    pytest.param("noindex", True, id="noindex"),
    pytest.param("nofollow, NoIndex", True, id="the second word"),
    pytest.param("googlebot: noindex, nofollow", True, id="a search engine"),
]


@pytest.mark.parametrize(("header", "out"), HEADERS)
def test_the_header(case, scene, header, out):
    answered = replace(scene, page=replace(scene.page, title="The river", headers={"x-robots-tag": header}))
    verdict = Noindex().judge(case(scene=answered))
    assert (verdict.outcome == "passed") is out
    assert (Noindex(forbidden=True).judge(case(scene=answered)).outcome == "failed") is out
    assert [evidence.text for evidence in verdict.evidence] == (header.splitlines()[-1:] if out else [])


def test_what_mends_it(judged):
    finding = judged('type = "noindex"', PAGE.format(head="", body=""))
    assert finding.fix.html == '<meta name="robots" content="noindex">'


# (a source, what becomes of it)
SOURCES = [
    pytest.param("# The river\n\nFirst published by Example News.\n", ["cant_tell"] * 2, id="markdown"),
    pytest.param("<p>First published by Example News.</p>", ["cant_tell"] * 2, id="a fragment"),
    pytest.param('<meta name="robots" content="noindex"><p>By Example News.</p>', OUT, id="a fragment that says it"),
]


@pytest.mark.parametrize(("page", "outcome"), SOURCES)
def test_a_source_that_the_site_makes_a_page_of(judged, page, outcome):
    assert outcomes(judged, page) == outcome


@pytest.mark.parametrize("strength", ["must", "must_not"])
def test_why_it_cannot_be_told(judged, strength):
    finding = judged(f'type = "noindex"\nstrength = "{strength}"', "<p>First published by Example News.</p>")
    assert finding.reason == "not_in_source"
