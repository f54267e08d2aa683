"""Two addresses of one page, and two that are not."""

import pytest

from checker.page.identity import same_page

ARTICLE = "https://news.example/2024/05/the-river-rises"

OTHERS = [
    pytest.param("https://news.example/2024/05/the-river-falls", id="another article"),
    pytest.param("https://news.example.evil.example/2024/05/the-river-rises", id="a look-alike host"),
    pytest.param("https://news.example/", id="the home page"),
    pytest.param("https://river.example/2024/05/the-river-rises", id="the same path elsewhere"),
    pytest.param("https://news.example/2024/05/the-river-rises?id=7", id="a parameter that chooses a page"),
    pytest.param("https://news.example/2024/05/the-river-rises/2", id="a page below"),
    pytest.param("#", id="nowhere"),
]


@pytest.mark.parametrize("other", OTHERS)
def test_other_pages(other):
    assert not same_page(ARTICLE, other)
    assert not same_page(other, ARTICLE)


TWINS = [
    pytest.param("https://www.youtube.com/watch?v=x7", "https://youtu.be/x7?si=a", "https://youtu.be/x8", id="a video"),
    pytest.param(
        "https://twitter.com/ann/status/7", "https://x.com/ann/status/7?s=20", "https://x.com/bob/status/7", id="a post"
    ),
    pytest.param(
        "https://en.wiki.example/River",
        "https://en.m.wiki.example/River",
        "https://de.wiki.example/River",
        id="a language",
    ),
    pytest.param(
        "https://news.example/a b.html", "https://news.example/a%20b.html", "https://news.example/ab.html", id="a space"
    ),
]


@pytest.mark.parametrize(("one", "same", "another"), TWINS)
def test_sites_that_have_two_addresses(one, same, another):
    assert same_page(one, same)
    assert same_page(same, one)
    assert not same_page(one, another)


SAME = [
    pytest.param("http://news.example/2024/05/the-river-rises/", id="http and a final slash"),
    pytest.param("https://www.news.example/2024/05/the-river-rises", id="www"),
    pytest.param("https://m.news.example/2024/05/the-river-rises", id="the phone's host"),
    pytest.param("https://amp.news.example/2024/05/the-river-rises", id="an AMP host"),
    pytest.param("https://news.example/2024/05/the-river-rises/amp/", id="an AMP folder"),
    pytest.param("https://news.example/amp/2024/05/the-river-rises", id="AMP in front"),
    pytest.param("https://news.example/2024/05/the-river-rises.amp.html", id="an AMP file"),
    pytest.param("https://news.example/2024/05/the-river-rises?outputType=amp", id="AMP by a parameter"),
    pytest.param("https://news.example/2024/05/the-river-rises/print/", id="a print view"),
    pytest.param("https://news.example/2024/05/the-river-rises?print=1", id="print by a parameter"),
    pytest.param(
        "https://news.example/2024/05/the-river-rises?utm_source=x&fbclid=1#top", id="trackers and a fragment"
    ),
    pytest.param("https://news.example/2024/05/the%2Driver%2Drises", id="percent-encoded"),
    pytest.param("https://NEWS.example/2024/05/The-River-Rises", id="another case"),
    pytest.param("https://news.example/2024/05/the-river-rises/index.html", id="an index file"),
    pytest.param(
        "https://web.archive.org/web/20240601000000/https://news.example/2024/05/the-river-rises", id="archived"
    ),
    pytest.param(
        "https://www.google.com/url?q=https://news.example/2024/05/the-river-rises", id="through a redirector"
    ),
    pytest.param("https://www.google.com/amp/s/news.example/2024/05/the-river-rises", id="an AMP viewer"),
    pytest.param("https://news-example.cdn.ampproject.org/c/s/news.example/2024/05/the-river-rises", id="an AMP cache"),
]


@pytest.mark.parametrize("other", SAME)
def test_other_addresses_of_the_same_page(other):
    assert same_page(ARTICLE, other)
    assert same_page(other, ARTICLE)


def test_an_international_name_in_both_forms():
    assert same_page("https://bücher.example/der-fluss", "https://xn--bcher-kva.example/der-fluss/")


def test_a_doi_is_the_same_wherever_it_is_resolved():
    assert same_page("https://doi.org/10.1234/river.5", "http://dx.doi.org/10.1234/RIVER.5")
    assert same_page("https://doi.org/10.1234/river.5", "https://journal.example/article/doi/10.1234/river.5")
    assert not same_page("https://doi.org/10.1234/river.5", "https://doi.org/10.1234/river.6")


@pytest.mark.parametrize(
    ("short", "is_same"),
    [
        pytest.param("https://news.example/?p=58056", True, id="with the article's number"),
        pytest.param("https://news.example/?p=58057", False, id="with another's"),
        pytest.param("https://river.example/?p=58056", False, id="on another site"),
        pytest.param("https://news.example/?p=58056&lang=fr", False, id="with more than the number"),
    ],
)
def test_a_short_link(short, is_same):
    assert same_page(short, "https://www.news.example/the-river-rises/58056") is is_same
