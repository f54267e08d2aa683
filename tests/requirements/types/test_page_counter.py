"""The publisher's page counter is on the page, with the article's own id."""

from dataclasses import replace

import pytest

from checker.model import Kind, Outcome
from checker.requirements.types.page_counter import PageCounter

LONG = """The river rose by two metres in the night, and the town moved its market to the hill behind the old mill, where it stood
until the spring, when the water had gone and the square was dry again for the first time since the autumn."""
PAGE = f"""<html lang="en"><head><title>The river rises</title>{{head}}</head><body><article><h1>The river rises</h1>
<p>{LONG}</p>{{middle}}<p>{LONG}</p><p>{LONG}</p><p>{LONG}</p>
<p>First published by <a href="https://news.example/2024/river-81">Example News</a>.</p>{{end}}</article></body></html>"""
ASKED = 'type = "page_counter"\n'
SRC = 'src = "https://count.news.example/{id}/pixel.gif*"'
ARTICLE = 'article = "https://news.example/{any}/{id}"'


def page(end="", head="", middle=""):
    return PAGE.format(head=head, middle=middle, end=end)


def pixel(path="river-81/pixel.gif", host="count.news.example"):
    return f'<img src="https://{host}/{path}" alt="">'


# (options, what stands at the end, outcome, a part of the message)
COUNTERS = [
    pytest.param(SRC, pixel(host="count.mynews.example"), "failed", "not on the page", id="a look-alike host"),
    pytest.param(SRC, pixel("pixel.gif"), "failed", "not on the page", id="no id"),
    pytest.param(SRC, pixel("a/river-81/pixel.gif"), "failed", "not on the page", id="two parts for one id"),
    pytest.param(SRC, f"<!-- {pixel()} -->", "failed", "inside an HTML comment", id="in a comment"),
    pytest.param(
        SRC + '\nelements = ["img"]',
        f"<!-- {pixel()} -->",
        "failed",
        "inside an HTML comment",
        id="in a comment, as an element",
    ),
    pytest.param(SRC, "", "failed", "not on the page", id="nothing"),
    pytest.param(SRC, f"<noscript>{pixel()}</noscript>", "failed", "inside <noscript>", id="in noscript"),
    pytest.param(SRC, f"<template>{pixel()}</template>", "failed", "inside <template>", id="in a template"),
    pytest.param(
        SRC + "\n" + ARTICLE,
        pixel("bridge-80/pixel.gif"),
        "failed",
        "its id is bridge-80, the article's river-81 (line ",
        id="another article's",
    ),
    pytest.param(
        SRC + '\nelements = ["script", "iframe"]', pixel(), "failed", "not on the page", id="in another element"
    ),
    pytest.param(SRC, pixel("bridge-80/pixel.gif"), "passed", "", id="another id where nobody says which"),
    pytest.param(SRC + "\n" + ARTICLE, pixel(), "passed", "", id="the article's"),
    pytest.param(
        SRC + "\n" + ARTICLE, pixel("bridge-80/pixel.gif") + pixel(), "passed", "", id="the article's beside another's"
    ),
    pytest.param(
        SRC + '\narticle = "https://news.example/story/{id}"', pixel("7/pixel.gif"), "passed", "", id="no id to compare"
    ),
    pytest.param(
        'src = "https://count.news.example/*"\n' + ARTICLE, pixel(), "passed", "", id="a counter without an id"
    ),
    pytest.param(SRC, pixel("RIVER-81/pixel.gif?from=herald", "www.COUNT.news.example"), "passed", "", id="capitals"),
    pytest.param(SRC, f'<div style="display:none">{pixel()}</div>', "passed", "", id="an invisible one"),
    pytest.param(SRC, pixel().replace("src", "data-src"), "passed", "", id="one that is loaded late"),
    pytest.param(SRC + '\nelements = ["img"]', pixel(), "passed", "", id="in the element asked for"),
    pytest.param(
        SRC + '\nelements = ["img"]',
        '<amp-pixel src="https://count.news.example/river-81/pixel.gif" layout="nodisplay"></amp-pixel>',
        "passed",
        "",
        id="in what stands for it on a page for phones",
    ),
    pytest.param(
        SRC + '\nelements = ["img"]',
        '<iframe src="https://count.news.example/river-81/pixel.gif"></iframe>',
        "passed",
        "",
        id="in another element, where an image does no more than ask for it",
    ),
    pytest.param(
        SRC + '\nelements = ["img"]',
        '<script src="/tracker.js" data-counter="https://count.news.example/river-81/pixel.gif"></script>',
        "passed",
        "",
        id="of which a script is told",
    ),
    pytest.param(
        SRC, '<script src="//count.news.example/7/pixel.gif"></script>', "passed", "", id="in any that loads something"
    ),
]


@pytest.mark.parametrize(("options", "end", "outcome", "says"), COUNTERS)
def test_a_counter(judged, options, end, outcome, says):
    finding = judged(ASKED + options, page(end))
    assert (finding.outcome.value, finding.reason) == (outcome, None)
    assert says in finding.message


def test_another_article_that_the_text_links_has_another_id(judged):
    other = '<p>The bridge, as we <a href="https://news.example/2024/bridge-80">reported</a>, held.</p>'
    source = page(pixel(), middle=other).replace("https://news.example/2024/river-81", "https://news.example/")
    assert judged(ASKED + SRC + "\n" + ARTICLE, source).outcome is Outcome.PASSED


SCRIPT = 'src = "https://count.news.example/{id}.js"\nelements = ["script"]'
# (options, page, reason)
UNTOLD = [
    pytest.param(SCRIPT, page(head='<script src="/tags.js"></script>'), "loaded_by_script", id="another script"),
    pytest.param(SRC, "# The river\n\nFirst published by Example News.\n", "not_in_source", id="markdown"),
    pytest.param(SRC, "<p>First published by Example News.</p>", "not_in_source", id="a fragment"),
    pytest.param("", "<p>First published by Example News.</p>", "not_in_source", id="a fragment, nothing shown"),
    pytest.param("", page(), "counter_unknown", id="terms that do not show their counter"),
    pytest.param("", page(pixel("7", "stats.host.example")), "counter_unknown", id="another counter"),
]


@pytest.mark.parametrize(("options", "source", "reason"), UNTOLD)
def test_a_missing_counter_that_may_be_loaded_all_the_same(judged, options, source, reason):
    finding = judged(ASKED + options, source)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, reason)


def test_a_missing_script_on_a_page_without_any(judged):
    assert judged(ASKED + SCRIPT, page()).outcome is Outcome.FAILED


# (a counter that the pack's publisher is known for, outcome)
KNOWN = [
    pytest.param(f"<noscript>{pixel()}</noscript>", "failed", id="not loaded"),
    pytest.param(pixel(), "passed", id="loaded"),
]


@pytest.mark.parametrize(("end", "outcome"), KNOWN)
def test_a_known_counter_where_the_terms_do_not_show_theirs(judged, end, outcome):
    assert judged(ASKED, page(end)).outcome.value == outcome


# (where the counter stands, position, outcome)
POSITIONS = [
    pytest.param("middle", "bottom", "failed", id="behind the first paragraph, not at the bottom"),
    pytest.param("end", "top", "failed", id="at the end, not at the top"),
    pytest.param("head", "bottom", "failed", id="in the head, not at the bottom"),
    pytest.param("head", "top", "passed", id="in the head"),
    pytest.param("middle", "top", "passed", id="behind the first paragraph"),
    pytest.param("end", "bottom", "passed", id="at the end"),
    pytest.param("end", "top_or_bottom", "passed", id="at one of both ends"),
]


@pytest.mark.parametrize("options", [pytest.param(SRC, id="shown"), pytest.param("", id="known")])
@pytest.mark.parametrize(("where", "position", "outcome"), POSITIONS)
def test_its_place(judged, where, position, outcome, options):
    counter = '<script src="https://count.news.example/river-81/pixel.gif"></script>'
    finding = judged(f'{ASKED}{options}\nposition = "{position}"', page(**{where: counter}))
    assert finding.outcome.value == outcome


def test_a_place_that_the_source_does_not_show(ack, case):
    counter = ack(Kind.PAGE_COUNTER, line=None, column=None)
    verdict = PageCounter(position="bottom").judge(case(counter))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "placement_unknown")


def test_the_fix_is_the_counter_where_its_whole_address_is_known(judged):
    src = 'src = "https://count.news.example/{id}/pixel.gif"\n'
    assert judged(ASKED + src + ARTICLE, page()).fix.html == pixel()[:-1] + ' width="1" height="1">'
    assert judged(ASKED + src, page()).fix is None


def test_the_id_is_the_original_s_where_its_address_is_known(case, scene):
    titled = replace(scene, page=replace(scene.page, title="The river"))
    counter = PageCounter(src="https://count.news.example/{id}.gif", article="https://news.example/{any}/{id}")
    assert "count.news.example/river.gif" in counter.judge(case(scene=titled)).fix.html
