"""What a site's owner says of it: selectors, own domains and names, keys, languages, and parts that are no article."""

import pytest
from lxml import etree

from checker.documents.document import Document, Media
from checker.page.host import identify
from checker.page.read import read
from checker.page.site import Selector, Site

MATCHES = [
    pytest.param("aside", "<aside>", True, id="a tag"),
    pytest.param("aside", "<div class='aside'>", False, id="near miss: a class named as the tag"),
    pytest.param(".note", "<div class='wide note'>", True, id="one of its classes"),
    pytest.param(".note", "<div class='notes'>", False, id="near miss: a longer class"),
    pytest.param(".note", "<div id='note'>", False, id="near miss: an id"),
    pytest.param("#share", "<div id='share'>", True, id="an id"),
    pytest.param("div.note.wide", "<div class='wide x note'>", True, id="a tag and two classes"),
    pytest.param("div.note.wide", "<div class='wide'>", False, id="near miss: one of two classes"),
    pytest.param("P.note", "<p class='note'>", True, id="a tag in capitals"),
]


@pytest.mark.parametrize(("selector", "markup", "answer"), MATCHES)
def test_selectors(selector, markup, answer):
    element = etree.fromstring(f"<body>{markup}</body>", etree.HTMLParser()).find("body")[0]
    assert Selector.of(selector).matches(element) is answer


@pytest.mark.parametrize("selector", ["", "div p", "div > p", "*", "a:hover", "[href]", ".", "#"])
def test_other_selectors_are_refused(selector):
    with pytest.raises(ValueError, match="is no simple selector"):
        Selector.of(selector)


def page(content, media=Media.HTML, **site):
    return read(Document("page", content.encode(), media), Site(**site))


def texts(read_page):
    return [block.text for block in read_page.blocks]


PARTS = [
    pytest.param("<p>One</p><div class=x><p>Two<img src=a.png></div><p>Three", ["One", "Three"], id="a block"),
    pytest.param("<p>One <b class=x>two <a href=/t>too</a></b> three", ["One", "three"], id="inside a line"),
    pytest.param("<p>One</p><p class=x>Two</p>tail<p>Three", ["One", "tail", "Three"], id="what follows it stays"),
    pytest.param("<p>One</p><div class=y>Two</div>", ["One", "Two"], id="near miss: another class"),
]


@pytest.mark.parametrize(("content", "expected"), PARTS)
def test_excluded_parts_are_not_read(content, expected):
    found = page(content, excluded=(Selector.of(".x"),))
    assert texts(found) == expected
    assert not found.resources
    assert not [link for block in found.blocks for link in block.links]


def test_places_behind_an_excluded_part_are_right():
    found = page("<div class=x>\n<p>Gone</p>\n</div>\n<p>Here</p>", excluded=(Selector.of(".x"),))
    evidence = found.text_evidence(found.blocks[0], 0, 4)
    assert (evidence.line, evidence.column) == (4, 4)


def test_own_domains_are_the_host_s():
    host = identify(page("<p>x"), Site(domains=("www.our.example", "our-mirror.example"), names=("The Our Site",)))
    assert host.domain == "our.example"
    assert host.owns("our-mirror.example")
    assert not host.owns("news.example")
    assert host.is_called("our site")


def test_what_is_said_goes_before_what_the_page_says():
    told = "<meta property='og:url' content='https://theme-demo.example/x'>"
    assert identify(page(told)).domain == "theme-demo.example"
    assert identify(page(told), Site(domains=("our.example",))).domain == "our.example"


def test_the_site_s_language_is_that_of_pages_that_declare_none():
    assert page("<html><p>x", language="pt").language == "pt"
    assert page("<html lang=en><p>x", language="pt").language == "en"
    assert page("x", Media.MARKDOWN, language="pt").language == "pt"


def test_further_keys_say_the_same_as_known_ones():
    found = page(
        "---\nparams:\n  Our_Original: a\nauthor: b\n---\nx",
        Media.MARKDOWN,
        keys={"original_url": ("params.our-original",)},
    )
    assert {entry.key: entry.roles for entry in found.front_matter} == {
        "params.Our_Original": ("original_url",),
        "author": ("author",),
    }


def test_a_further_key_keeps_what_it_is_known_for():
    found = page("---\nauthor: b\n---\nx", Media.MARKDOWN, keys={"text": ("author",)})
    assert found.front_matter[0].roles == ("author", "text")


def test_a_comment_for_this_program_is_no_text():
    said = "written by Ann Writer, Example News"
    assert texts(page(f"<p>x</p><!-- creditline-ignore author_credit: {said} -->")) == ["x"]
    assert texts(page(f"<p>x</p><!-- {said} -->")) == ["x", said]
