"""Who republishes: whose page it is, and what the site calls itself."""

import pytest

from checker.page.host import Host, identify, name_key


def links(*hosts):
    return "".join(f"<p><a href='https://{host}/story-{number}'>x</a></p>" for number, host in enumerate(hosts))


@pytest.mark.parametrize(
    ("source", "domain"),
    [
        pytest.param("<p>x", None, id="nothing tells"),
        pytest.param(
            "<meta property='og:url' content='https://www.h.example/x'>", "h.example", id="the page's own address"
        ),
        pytest.param(
            "<link rel=canonical href='https://h.example/x'>", "h.example", id="a canonical, where nothing else tells"
        ),
        pytest.param("<base href='https://h.example/'>", "h.example", id="the base"),
        pytest.param(
            "<html><!-- Mirrored from www.h.example/x/ by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 02 Mar 2016 --><p>x",
            "h.example",
            id="what a mirroring tool wrote into the page",
        ),
        pytest.param(
            "<html><!-- Mirrored from https://h.example/x/ by HTTrack Website Copier/3.x [XR&CO] --><p>x",
            "h.example",
            id="what a later version of the tool wrote",
        ),
        pytest.param(
            "<html><!-- saved from url=(0021)https://h.example/x/ --><p>x",
            "h.example",
            id="what a browser wrote into it",
        ),
        pytest.param(
            "<html><!-- The pictures are mirrored from o.example/x --><p>x",
            None,
            id="another comment that names a site",
        ),
        pytest.param("<html><!-- saved from url=(0014)about:internet --><p>x", None, id="a browser's word for nowhere"),
        pytest.param(
            "<link rel=canonical href='https://o.example/x'><meta property='og:url' content='https://h.example/x'>",
            "h.example",
            id="its own address against a canonical to another",
        ),
        pytest.param(
            "<link rel=canonical href='https://o.example/x'><link rel=shortlink href='https://h.example/?p=1'>",
            "h.example",
            id="a short link against a canonical to another",
        ),
        pytest.param(
            "<link rel=canonical href='https://h.example/x'><link rel=shortlink href='https://h.example/5'>"
            + "<link rel=alternate href='https://feeds.example/h'>" * 3,
            "h.example",
            id="its own addresses against several feeds elsewhere",
        ),
        pytest.param(links(*["h.example"] * 8), "h.example", id="eight links"),
        pytest.param(
            "<a href='https://web.archive.org/web/20240101000000/https://h.example/x'>x</a>" * 4
            + "<a href='/web/20240101000000/https://h.example/y'>y</a>" * 4,
            "h.example",
            id="eight links on a page kept in an archive",
        ),
        pytest.param(
            "<link rel=canonical href='https://h.example/x'>"
            + links(*["o.example"] * 9)
            + "<a href='y.html'>y</a>" * 10,
            "h.example",
            id="a canonical against links elsewhere, on a page that links its own site without naming it",
        ),
        pytest.param(links(*["github.com"] * 20), None, id="near miss: a site where everybody publishes"),
        pytest.param(links(*["h.example"] * 7), None, id="near miss: seven links"),
        pytest.param(links(*["facebook.com"] * 20), None, id="near miss: share buttons"),
        pytest.param(
            "<link rel=canonical href='https://o.example/x'>" + links(*["h.example"] * 9, "o.example"),
            "h.example",
            id="most of its links against a canonical to another",
        ),
        pytest.param(
            "<meta property='og:url' content='/x'><meta property='og:url' content='nonsense'>",
            None,
            id="near miss: no addresses",
        ),
    ],
)
def test_the_domain(source, domain, page_of):
    assert identify(page_of(source)).domain == domain


COPIED = "<link rel=canonical href='https://{0}/x'><meta property='og:url' content='https://{0}/x'>"
FEED = "<link rel=alternate type='application/rss+xml' href='https://{0}/feed'>"


@pytest.mark.parametrize(
    ("name", "canonical", "feed", "domain"),
    [
        pytest.param("Valley Post", "o.example", "valleypost.example", "valleypost.example", id="called like its feed"),
        pytest.param(
            "Valley Post", "o.example", "valpost.example", "valpost.example", id="or like what is short for it"
        ),
        pytest.param("Valley Post", "o.example", "feeds.example", "o.example", id="near miss: called like neither"),
        pytest.param(
            "Valley Post", "valleypost.com", "valleypost.example", "valleypost.com", id="near miss: called like both"
        ),
    ],
)
def test_the_feed_tells_a_copy_s_host_whose_head_names_the_original(name, canonical, feed, domain, page_of):
    named = f"<meta property='og:site_name' content='{name}'>"
    assert identify(page_of(named + COPIED.format(canonical) + FEED.format(feed))).domain == domain


def test_near_miss_links_in_markdown_say_nothing(page_of):
    assert identify(page_of("[x](https://o.example/x)\n" * 20, "markdown")).domain is None


def test_where_the_page_was_read_says_more_than_the_page(page_of):
    page = page_of("<meta property='og:url' content='https://o.example/x'>", url="https://news.h.example/x")
    assert identify(page).domain == "h.example"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        pytest.param("<meta property='og:site_name' content='The Daily H'>", {"dailyh"}, id="a site's name"),
        pytest.param("<meta name=application-name content='H'>", {"h"}, id="an application's name"),
        pytest.param(
            "<head><title>A story | The Daily H</title></head>", {"astory", "dailyh"}, id="at either end of the title"
        ),
        pytest.param(
            "<head><title>A - story - Daily H</title></head>",
            {"a", "dailyh"},
            id="before the first dash of the title and behind the last",
        ),
        pytest.param("<head><title>A well-known story</title></head>", set(), id="near miss: a hyphen in the title"),
        pytest.param(
            "<head><title>河水回来了_首页_新闻中心_江城网</title></head>",
            {"首页", "新闻中心", "江城网"},
            id="a title of sections in Chinese",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Daily H"}]}</script>',
            {"dailyh"},
            id="a site in a graph",
        ),
        pytest.param(
            '<script type="application/ld+json">[{"@type": "Article", "publisher": {"name": "Daily H"}}]</script>',
            {"dailyh"},
            id="an article's publisher",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "Person", "name": "Ann", "publisher": "x"}</script>',
            set(),
            id="near miss: a person",
        ),
        pytest.param(
            '<script type="application/ld+json">'
            + '{"@graph":' * 50
            + '{"@type": "WebSite", "name": "H"}'
            + "}" * 50
            + "</script>",
            set(),
            id="near miss: deeper than anybody writes",
        ),
        pytest.param(
            "<meta property='og:site_name' content=H><title>A story | Daily H</title>",
            {"h", "dailyh"},
            id="behind the title, where another says its name",
        ),
        pytest.param(
            "<meta property='og:url' content='https://h.example/x'>"
            '<script type="application/ld+json">{"publisher": {"name": "Paper", "url": "https://o.example/"}}</script>',
            set(),
            id="near miss: a publisher whose address is elsewhere",
        ),
        pytest.param("<meta property='og:site_name' content=' – '>", set(), id="near miss: no letters"),
        pytest.param(
            "<head><title>河水又来了_江城新闻_江城网-River Net</title></head>",
            {"江城新闻", "江城网"},
            id="the last parts of a Chinese title",
        ),
        pytest.param(
            "<footer><p>Copyright © 2024 江城网 All rights reserved</p></footer>", {"江城网"}, id="a Chinese footer"
        ),
        pytest.param("<footer><p>© 2024 H</p></footer>", set(), id="near miss: a footer in another script"),
    ],
)
def test_the_names(source, names, page_of):
    assert identify(page_of(source)).names == names


@pytest.mark.parametrize(
    ("name", "own"),
    [
        pytest.param("江城网文化频道", True, id="a channel"),
        pytest.param("江城网", True, id="the name"),
        pytest.param("江城", False, id="near miss: a city, whatever is named after it"),
        pytest.param("江城日报", False, id="near miss: another name with the same beginning"),
    ],
)
def test_a_site_is_called_by_the_beginning_of_a_name_without_spaces(name, own):
    assert Host(None, frozenset({"江城网"})).is_called(name) is own


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param("The Daily H", "dailyh", id="an article before it"),
        pytest.param("Theory Today", "theorytoday", id="near miss: a word that begins like one"),
        pytest.param("www.h-news.example", "hnewsexample", id="a host"),
        pytest.param("“Правда” – №1", "правда1", id="beyond ASCII"),
        pytest.param(" . ", "", id="no letters"),
    ],
)
def test_the_key_of_a_name(name, key):
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        pytest.param("the daily-h", True, id="another spelling"),
        pytest.param("h-site.example", True, id="its domain"),
        pytest.param("H Site", True, id="the first part of its domain"),
        pytest.param("Daily", False, id="near miss: half of it"),
        pytest.param("Daily Hope", False, id="near miss: it goes on"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_what_a_host_is_called(name, answer):
    assert Host("h-site.example", frozenset({"dailyh"})).is_called(name) is answer


def test_a_host_owns_its_domain_alone():
    host = Host("h.example", frozenset())
    assert host.owns("h.example")
    assert not host.owns("hh.example")
    assert not Host(None, frozenset()).owns("h.example")
    assert not Host(None, frozenset()).is_called("")


@pytest.mark.parametrize(
    "name", ["Example Daily", "The Example Daily, Inc.", "example daily LLC", "h.example", "江城学会"]
)
def test_what_the_site_is_called(name):
    assert Host("h.example", frozenset({"exampledaily", "江城学会官网"})).is_called(name)


@pytest.mark.parametrize("name", ["Example", "Incorporated Daily", "江城", "学会官网", ""])
def test_near_miss_another_name(name):
    assert not Host("h.example", frozenset({"exampledaily", "江城学会官网"})).is_called(name)


def test_a_company_that_is_called_like_the_site():
    assert Host("theexample.co.uk", frozenset()).is_company("Example Media Group Ltd")
    assert not Host("theexample.co.uk", frozenset()).is_company("Other Example")
    assert not Host("post.example", frozenset()).is_company("Post Office")
    assert Host("post.example", frozenset()).is_company("News of «POST.TEST»")
    assert not Host("post.example", frozenset()).is_company("evening-post.test")
    assert Host("wxyztv.example", frozenset()).is_company("WXYZ")
    assert not Host("wxyztv.example", frozenset()).is_company("WXY")
    assert not Host("exnews.example", frozenset()).is_company("EX")


@pytest.mark.parametrize(
    ("domain", "name", "own"),
    [
        ("extimes.example", "Example Times", True),
        ("rvpost.example", "The River Valley Post", True),
        ("extimes.example", "Times", False),
        ("extimes.example", "Example Sunday Times", False),
        ("ex.example", "Example X", False),
    ],
)
def test_a_domain_may_be_short_for_the_name_of_the_site(domain, name, own):
    assert Host(domain, frozenset()).is_called(name) is own


def test_a_domain_leaves_out_the_accents_of_a_name():
    assert Host("relacion.example", frozenset()).is_called("Relación")
    assert not Host("relacion.example", frozenset()).is_called("Relaciones")
