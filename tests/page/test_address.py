"""Addresses: whose they are, what they lead to, and when two are one."""

from pathlib import Path

import pytest
from publicsuffixlist import PSLFILE, PublicSuffixList

from checker.page.address import Target, _suffixes, is_dead, is_within, named, parse, registered


@pytest.mark.parametrize(
    ("href", "url", "host", "domain"),
    [
        pytest.param("https://a.example/x", "https://a.example/x", "a.example", "a.example", id="as it is"),
        pytest.param(
            "HTTP://WWW.A.Example/X", "http://WWW.A.Example/X", "a.example", "a.example", id="capitals and www"
        ),
        pytest.param("//a.example/x", "https://a.example/x", "a.example", "a.example", id="without a scheme"),
        pytest.param(
            " https://a.exam\nple/x y ",
            "https://a.example/x%20y",
            "a.example",
            "a.example",
            id="white space around and within, as browsers read it",
        ),
        pytest.param(
            "https://user:pw@a.example:8080/x",
            "https://user:pw@a.example:8080/x",
            "a.example",
            "a.example",
            id="a name and a port",
        ),
        pytest.param(
            "https://a.example./x", "https://a.example./x", "a.example", "a.example", id="a dot behind the host"
        ),
        pytest.param(
            "https://news.bbc.co.uk/x",
            "https://news.bbc.co.uk/x",
            "news.bbc.co.uk",
            "bbc.co.uk",
            id="a suffix of two parts",
        ),
        pytest.param(
            "https://www.wwf.org/x", "https://www.wwf.org/x", "wwf.org", "wwf.org", id="a host that begins like www"
        ),
        pytest.param(
            "https://ann.github.io/x", "https://ann.github.io/x", "ann.github.io", "ann.github.io", id="a host of many"
        ),
        pytest.param(
            "https://bücher.example/x",
            "https://bücher.example/x",
            "xn--bcher-kva.example",
            "xn--bcher-kva.example",
            id="beyond ASCII",
        ),
        pytest.param("https://192.0.2.7/x", "https://192.0.2.7/x", "192.0.2.7", None, id="a number"),
    ],
)
def test_an_address(href, url, host, domain):
    found = parse(href)
    assert (found.url, found.host) == (url, host)
    assert domain is None or found.domain == domain


@pytest.mark.parametrize(
    "href",
    [
        pytest.param("", id="nothing"),
        pytest.param("  ", id="white space"),
        pytest.param("#top", id="a place on the page"),
        pytest.param("/x", id="a path without a base"),
        pytest.param("a.example/x", id="a host that reads as a path"),
        pytest.param("mailto:ann@a.example", id="a letter"),
        pytest.param("tel:123", id="a call"),
        pytest.param("javascript:void(0)", id="a script"),
        pytest.param("data:text/html,x", id="data"),
        pytest.param("ftp://a.example/x", id="another scheme"),
        pytest.param("https://localhost/x", id="a host without a dot"),
        pytest.param("https:///x", id="no host"),
        pytest.param("https://[::1/x", id="half a number"),
        pytest.param("https://a.example:x]/", id="brackets in the wrong place"),
        pytest.param("https://a.example/" + "x" * 4000, id="too long"),
    ],
)
def test_no_address(href):
    assert parse(href) is None


@pytest.mark.parametrize(
    ("href", "url"),
    [
        pytest.param("/y", "https://a.example/y", id="a path from the root"),
        pytest.param("y", "https://a.example/d/y", id="a path from the page"),
        pytest.param("//b.example/y", "https://b.example/y", id="another host"),
        pytest.param("https://b.example/y", "https://b.example/y", id="a whole address"),
    ],
)
def test_an_address_on_a_page(href, url):
    assert parse(href, "https://a.example/d/x").url == url


@pytest.mark.parametrize(
    ("href", "paper"),
    [
        ("https://arxiv.org/abs/1811.07557", True),
        ("https://export.arxiv.org/x", True),
        ("https://a.example/arxiv.org", False),
    ],
    ids=["a paper", "a subdomain", "near miss: in the path"],
)
def test_a_paper(href, paper):
    assert parse(href).is_paper is paper


def test_a_place_on_the_page_is_none_even_with_a_base():
    assert parse("#top", "https://a.example/x") is None


@pytest.mark.parametrize(
    ("path", "target"),
    [
        pytest.param("", Target.HOME, id="nothing"),
        pytest.param("/", Target.HOME, id="the root"),
        pytest.param("/index.html", Target.HOME, id="the root's page"),
        pytest.param("/?utm_source=x", Target.HOME, id="the root with tracking"),
        pytest.param("/en/", Target.HOME, id="a language's front page"),
        pytest.param("/tech/", Target.HOME, id="a part of a site"),
        pytest.param("/~ann/", Target.HOME, id="where somebody's own pages begin"),
        pytest.param("/~ann/river.html", Target.ARTICLE, id="near miss: one of these pages"),
        pytest.param("/#/2021/river", Target.ARTICLE, id="a page that a script shows"),
        pytest.param("/#!/2021/river", Target.ARTICLE, id="a page that a script shows, as they were once written"),
        pytest.param("/#river", Target.HOME, id="a place on the root's page"),
        pytest.param("/tag/x", Target.LISTING, id="a tag"),
        pytest.param("/Author/ann-lee/", Target.LISTING, id="a person, in capitals"),
        pytest.param("/about", Target.LISTING, id="about"),
        pytest.param("/institutions/university-of-example-1122", Target.LISTING, id="where an author works"),
        pytest.param("/en/topics/water-44", Target.LISTING, id="behind a language"),
        pytest.param("/tv/topics/water-44", Target.ARTICLE, id="near miss: behind no language"),
        pytest.param("/archives/2011/", Target.LISTING, id="a year of an archive"),
        pytest.param("/archive/2011/12", Target.LISTING, id="a month of an archive"),
        pytest.param("/archives/4711", Target.ARTICLE, id="one piece of an archive, by its number"),
        pytest.param("/archives/when-the-river-came-back", Target.ARTICLE, id="and by the words of its title"),
        pytest.param("/archives/an_interview_with_ann_part_1.php", Target.ARTICLE, id="with other marks between them"),
        pytest.param("/newsletter/when-the-river-came-back", Target.ARTICLE, id="one issue of a newsletter"),
        pytest.param("/archive/344/river-rises/", Target.ARTICLE, id="a piece of an issue"),
        pytest.param("/archives/river-and-lake", Target.LISTING, id="near miss: what an archive is of"),
        pytest.param("/topics/when-the-river-came-back", Target.LISTING, id="near miss: a list with a long name"),
        pytest.param("/archives/river.html", Target.ARTICLE, id="one piece of an archive, by its title"),
        pytest.param("/a/photo.JPG", Target.FILE, id="an image"),
        pytest.param("/feed.xml", Target.FILE, id="a feed"),
        pytest.param("/?p=123", Target.ARTICLE, id="an article by its number"),
        pytest.param("/2024/05/title", Target.ARTICLE, id="an article by its date"),
        pytest.param("/title", Target.ARTICLE, id="an article by its title"),
        pytest.param("/title.html", Target.ARTICLE, id="an article as a file"),
        pytest.param("/tag-of-war", Target.ARTICLE, id="near miss: a title that begins like a list"),
        pytest.param("/english", Target.ARTICLE, id="near miss: a title that begins like a language"),
        pytest.param("/section/politics/2024/title", Target.ARTICLE, id="near miss: an article deep in a section"),
        pytest.param("/a/why-jpg", Target.ARTICLE, id="near miss: a title that ends like a file"),
        pytest.param("/blog/css", Target.ARTICLE, id="near miss: an article about a kind of file"),
    ],
)
def test_what_an_address_leads_to(path, target):
    found = parse("https://a.example" + path)
    assert found.target is target
    assert found.is_article is (target is Target.ARTICLE)


@pytest.mark.parametrize(
    ("href", "target"),
    [
        pytest.param("https://www.facebook.com/sharer.php?u=https://a.example/x", Target.SHARING, id="a share button"),
        pytest.param("https://m.facebook.com/x", Target.SHARING, id="a host below it"),
        pytest.param(
            "https://www.linkedin.com/feed/update/urn:li:activity:7/", Target.ARTICLE, id="somebody's own post"
        ),
        pytest.param(
            "https://engineering.linkedin.com/blog/2024/river", Target.ARTICLE, id="such a company's own site"
        ),
        pytest.param("https://notfacebook.com/x", Target.ARTICLE, id="near miss: a host that ends alike"),
        pytest.param("https://t.me/river_news/2470", Target.ARTICLE, id="a channel's numbered post"),
        pytest.param("https://t.me/s/river_news/2470/x", Target.SHARING, id="near miss: no post's address"),
        pytest.param("https://t.me/river_news", Target.SHARING, id="near miss: a channel"),
        pytest.param("https://www.facebook.com/groups/2470", Target.SHARING, id="near miss: a group"),
        pytest.param("https://netflix.com/title", Target.ARTICLE, id="near miss: a host that ends in x.com"),
    ],
)
def test_sharing(href, target):
    assert parse(href).target is target


@pytest.mark.parametrize(
    ("href", "dead"),
    [
        ("", True),
        (" ", True),
        ("#", True),
        ("#!", True),
        ("JavaScript:void(0)", True),
        ("about:blank", True),
        ("#top", True),
        ("#/story/7", False),
        ("mailto:ann@news.example", True),
        ("tel:+123", True),
        ("/", False),
        ("https://a.example", False),
    ],
)
def test_dead_links(href, dead):
    assert is_dead(href) is dead


@pytest.mark.parametrize(
    ("host", "domain", "answer"),
    [
        pytest.param("a.example", "a.example", True, id="itself"),
        pytest.param("b.a.example", "a.example", True, id="below it"),
        pytest.param("ba.example", "a.example", False, id="near miss: it ends alike"),
        pytest.param("a.example.org", "a.example", False, id="near miss: it begins alike"),
        pytest.param("example", "a.example", False, id="near miss: above it"),
    ],
)
def test_hosts_within_a_domain(host, domain, answer):
    assert is_within(host, domain) is answer


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("a.b.co.uk", "b.co.uk"),
        ("b.com.au", "b.com.au"),
        ("x.y.z.de", "z.de"),
        ("com", "com"),
        ("", ""),
        ("a.b.\ud800", "b.\ud800"),
        ("A.B.CO.UK", "b.co.uk"),
        ("a.b.nowhere", "b.nowhere"),
    ],
)
def test_registered_domains(host, domain):
    assert registered(host) == domain


def test_a_part_of_the_list_says_of_every_rule_in_it_what_the_whole_list_says():
    whole = PublicSuffixList(accept_encoded_idn=False)
    hosts = [f"www.example.{rule.removeprefix('*.')}" for rule in listed_rules()]
    assert len(hosts) > 5000
    assert [host for host in hosts if registered(host) != whole.privatesuffix(host)] == []


def listed_rules():
    lines = [line.strip() for line in Path(PSLFILE).read_text("utf-8").splitlines()]
    return [line.removeprefix("!") for line in lines if line and line.isascii() and not line.startswith("//")]


@pytest.mark.parametrize(
    ("href", "url"),
    [
        pytest.param(
            "https://urldefense.com/v3/__https://a.example/x__;!!abc!def$", "https://a.example/x", id="a mail filter's"
        ),
        pytest.param(
            "https://web.archive.org/web/20140406/http://a.example/x", "http://a.example/x", id="an archived page"
        ),
        pytest.param(
            "/web/20140406/http://a.example/x", "http://a.example/x", id="on a page kept there, without its name"
        ),
        pytest.param(
            "//web.archive.org/web/20140406im_/https://a.example/x", "https://a.example/x", id="a kept picture"
        ),
        pytest.param("http://web.archive.org/web/20140406/a.example/x", "http://a.example/x", id="without its scheme"),
        pytest.param("https://www.google.com/url?q=https://a.example/x&sa=D", "https://a.example/x", id="a redirector"),
        pytest.param("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx", "https://a.example/x", id="escaped"),
        pytest.param("https://web.archive.org/about", "https://web.archive.org/about", id="the archive's own page"),
        pytest.param(
            "https://b.example/go.php?url=https%3A%2F%2Fa.example%2Fx", "https://a.example/x", id="a site's own"
        ),
        pytest.param(
            "https://b.example/go?url=aHR0cHM6Ly9hLmV4YW1wbGUveA", "https://a.example/x", id="a site's own, encoded"
        ),
        pytest.param(
            "https://b.example/goto/aHR0cHM6Ly9uZXdzLmV4YW1wbGUvYT8-Pj4_Pz8",
            "https://news.example/a?>>>???",
            id="in the letters of addresses",
        ),
        pytest.param("https://b.example/goto/aHR0cHM6Ly9hLmV4YW1wbGUveA==", "https://a.example/x", id="in the path"),
        pytest.param(
            "https://b.example/go/aHR0c-what", "https://b.example/go/aHR0c-what", id="near miss: nothing encoded"
        ),
        pytest.param(
            "https://b.example/login?return=aHR0cHM6Ly9hLmV4YW1wbGUveA",
            "https://b.example/login?return=aHR0cHM6Ly9hLmV4YW1wbGUveA",
            id="near miss: another page that is told an encoded address",
        ),
        pytest.param("/out/?to=https://a.example/x", "https://a.example/x", id="a site's own, relative"),
        pytest.param(
            "https://b.example/share?url=https://a.example/x",
            "https://b.example/share?url=https://a.example/x",
            id="near miss: another page that is told an address",
        ),
        pytest.param(
            "https://b.example/go?name=https", "https://b.example/go?name=https", id="near miss: no address to go to"
        ),
    ],
)
def test_an_address_inside_another(href, url):
    assert parse(href).url == url


@pytest.mark.parametrize(
    ("href", "owner"),
    [
        ("https://medium.com/@ann/river-1a2b3c", "ann"),
        ("https://medium.com/p/1a2b3c", None),
        ("https://github.com/ann/river", "ann"),
        ("https://news.example/ann/river", None),
    ],
)
def test_whose_page_it_is_where_everybody_publishes(href, owner):
    assert parse(href).owner == owner


def test_labels_that_nobody_has_take_no_room():
    lists = _suffixes.cache_info().currsize
    assert {registered(f"www.example.nobody{number}") for number in range(50)} == {
        f"example.nobody{number}" for number in range(50)
    }
    assert _suffixes.cache_info().currsize <= lists + 1


@pytest.mark.parametrize(
    ("name", "domain"), [("news.example", "news.example"), ("Example News", None), ("Example", None)]
)
def test_a_name_that_is_a_domain(name, domain):
    found = named(name)
    assert (found.domain if found else None) == domain


@pytest.mark.parametrize("href", ["www.news.example/2024/river", "http//news.example/river", "WWW.news.example"])
def test_an_address_without_its_scheme_is_no_page_of_the_site(href):
    assert parse(href, "https://herald.example/a") is None
