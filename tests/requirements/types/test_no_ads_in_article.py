"""No advertisement stands between the article's paragraphs; the type warns at most."""

import pytest

from checker.model import Outcome, Severity

FIRST = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
LAST = "It stood there until the spring, when the water had gone and the square was dry again, as Example News wrote."
EMPTY = "<div><span></span></div>" * 40
PAGE = f"""<html lang="en"><head><title>The river rises</title></head><body>{{before}}<article><h1>The river rises</h1>
<p>{FIRST}</p>{{between}}<p>{LAST}</p></article>{{after}}</body></html>"""
ASKED = 'type = "no_ads_in_article"\nstrength = "must_not"'

# (what stands between the paragraphs, outcome)
BETWEEN = [
    pytest.param('<div class="download-container thread-wrapper"></div>', "passed", id="longer words that end alike"),
    pytest.param('<div class="inline-address banner-admin"></div>', "passed", id="longer words that begin alike"),
    pytest.param('<img id="imgid-7" src="https://cdn.newsmedia.net/a.jpg">', "passed", id="a host that ends alike"),
    pytest.param('<img src="https://media.network.example/a.jpg">', "passed", id="a host that begins alike"),
    pytest.param('<img src="https://pics.example/?from=criteo.com">', "passed", id="an advertiser in a query"),
    pytest.param('<p>Advertisement: buy <a href="https://doubleclick.net/">this</a></p>', "passed", id="a link"),
    pytest.param("<!-- <div class='ad-slot'></div> -->", "passed", id="one in a comment"),
    pytest.param("", "passed", id="nothing"),
    pytest.param('<div class="entry wp-ad-unit"></div>', "failed", id="its class"),
    pytest.param(f'{EMPTY}<div id="Google-Ads-3"></div>{EMPTY}', "failed", id="its id, among much that is empty"),
    pytest.param('<ins class="adsbygoogle"></ins>', "failed", id="an element of its own"),
    pytest.param('<iframe src="//ads.criteo.com/7"></iframe>', "failed", id="where it comes from"),
    pytest.param('<script src="https://yandex.ru/ads/system/context.js"></script>', "failed", id="a part of a site"),
]


@pytest.mark.parametrize(("between", "outcome"), BETWEEN)
def test_between_the_paragraphs(judged, between, outcome):
    finding = judged(ASKED, PAGE.format(before="", between=between, after=""))
    assert (finding.outcome.value, finding.severity, finding.reason) == (outcome, Severity.WARNING, None)


def test_where_it_stands_is_told(judged):
    finding = judged(ASKED, PAGE.format(before="", between='\n<div class="advert"></div>', after=""))
    assert "(line 3, column 1)" in finding.message
    assert finding.evidence[0].text == "advert"


@pytest.mark.parametrize("where", ["before", "after"])
def test_around_the_article_it_may_stand(judged, where):
    places = {"before": "", "between": "", "after": ""} | {where: f'{EMPTY}<div class="ad-slot"></div>'}
    assert judged(ASKED, PAGE.format(**places)).outcome is Outcome.PASSED


def test_a_text_of_one_paragraph_has_no_inside(judged):
    page = f"<html><head><title>Short</title></head><body><p>{LAST}</p><div class='ad-slot'></div></body></html>"
    assert judged(ASKED, page).outcome is Outcome.PASSED


SOURCES = [
    pytest.param(f"# The river rises\n\n{FIRST}\n\n{LAST}\n", "cant_tell", "not_in_source", id="markdown"),
    pytest.param(f"<article><p>{FIRST}</p><p>{LAST}</p></article>", "cant_tell", "not_in_source", id="a fragment"),
    pytest.param(
        f"<article><p>{FIRST}</p><i class='ad-slot'></i><p>{LAST}</p></article>",
        "failed",
        None,
        id="a fragment that has one",
    ),
]


@pytest.mark.parametrize(("page", "outcome", "reason"), SOURCES)
def test_a_source_that_the_site_makes_a_page_of(judged, page, outcome, reason):
    finding = judged(ASKED, page)
    assert (finding.outcome.value, finding.reason) == (outcome, reason)
