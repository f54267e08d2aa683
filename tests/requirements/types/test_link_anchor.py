"""The link to the original stands on the words that the terms prescribe."""

import pytest

from checker.model import Outcome

ARTICLE = "https://news.example/2024/river"
PAGE = """<article><h1>The river rises</h1><p>By Ann Writer</p>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>{line}</p></article>"""
ORIGINAL = """<html><head><link rel="canonical" href="https://news.example/2024/river"></head><body><article><h1>Cold water</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p></article>"""


def link(words, href=ARTICLE):
    return PAGE.format(line=f'First published by Example News: <a href="{href}">{words}</a>')


NAME = 'texts = ["{publisher}"]'
# (options, what the link covers, where it leads, outcome, reason)
CASES = [
    pytest.param(NAME, "open it here", ARTICLE, "failed", None, id="an acronym inside other words"),
    pytest.param(NAME, "this article", ARTICLE, "failed", None, id="the name beside the link and not on it"),
    pytest.param(NAME, "", ARTICLE, "cant_tell", "no_link", id="a link on nothing"),
    pytest.param(NAME, "Example News", "https://news.example/", "cant_tell", "no_link", id="a link to the home page"),
    pytest.param(NAME, "Example News", "https://mynews.example/a", "cant_tell", "no_link", id="a look-alike host"),
    pytest.param(NAME, "Example News", ARTICLE, "passed", None, id="the name"),
    pytest.param(NAME, "at EN, in full", ARTICLE, "passed", None, id="an acronym among other words"),
    pytest.param(NAME, "EXAMPLE&nbsp;NEWS’s", ARTICLE, "passed", None, id="capitals and another space"),
    pytest.param('texts = ["{title}"]', "The River Rises", ARTICLE, "passed", None, id="the page's headline"),
    pytest.param('texts = ["{title}"]', "Rivers", ARTICLE, "failed", None, id="another title"),
    pytest.param('texts = ["Read on", "More"]', "Read more", ARTICLE, "passed", None, id="the second of two texts"),
    pytest.param(
        'texts = ["全文"]', "这里", ARTICLE, "failed", None, id="other words where words have no spaces between them"
    ),
    pytest.param('texts = ["全文"]', "阅读全文", ARTICLE, "passed", None, id="words without spaces"),
    pytest.param(
        NAME + '\ntarget = "home"',
        "Example News",
        "https://news.example/",
        "passed",
        None,
        id="the home page asked for",
    ),
    pytest.param(NAME + '\ntarget = "home"', "Example News", ARTICLE, "cant_tell", "no_link", id="an article instead"),
]


@pytest.mark.parametrize(("options", "words", "href", "outcome", "reason"), CASES)
def test_what_the_link_stands_on(judged, options, words, href, outcome, reason):
    finding = judged(f'type = "link_anchor"\n{options}', link(words, href))
    assert (finding.outcome.value, finding.reason) == (outcome, reason)


def test_one_right_link_is_enough(judged):
    line = f'<a href="{ARTICLE}">Here</a> or on <a href="{ARTICLE}">Example News</a>.'
    finding = judged(f'type = "link_anchor"\n{NAME}', PAGE.format(line=line))
    assert finding.outcome is Outcome.PASSED
    assert [evidence.text for evidence in finding.evidence] == ["Example News"]


def test_a_hidden_link_is_none(judged):
    line = f'Example News <span style="display:none"><a href="{ARTICLE}">Example News</a></span>'
    assert judged(f'type = "link_anchor"\n{NAME}', PAGE.format(line=line)).reason == "no_link"


def test_the_message_says_what_is_there_and_what_is_asked(judged):
    finding = judged('type = "link_anchor"\ntexts = ["{publisher}", "Read {title}"]', link("Here"))
    assert finding.message == "The link stands on “Here”, not on “Example News” or “Read The river rises”."


@pytest.mark.parametrize(("words", "outcome"), [("The river rises", "failed"), ("Cold water", "passed")])
def test_the_original_s_title_is_meant_where_it_is_shown(judged, words, outcome):
    assert judged('type = "link_anchor"\ntexts = ["{title}"]', link(words), ORIGINAL).outcome.value == outcome
