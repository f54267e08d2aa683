"""The canonical address is the original's."""

from dataclasses import replace

import pytest

from checker.documents.document import Document, Media
from checker.page import read
from checker.requirements.types.canonical_link import CanonicalLink

TYPE = 'type = "canonical_link"\n'
TEXT = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
OWN = '<meta property="og:url" content="https://herald.example/river-rises">'
PAGE = f"""<html><head><title>The river rises</title>{{}}</head><body><article><h1>The river rises</h1>{{}}<p>{TEXT}</p></article>
</body></html>"""


def link(href="https://news.example/2024/river"):
    return f'<link rel="canonical" href="{href}">'


# (the head, in the article, outcome, a part of the message)
LINKS = [
    pytest.param(OWN + link("https://mynews.example/2024/river"), "", "failed", "a third site", id="a look-alike host"),
    pytest.param(OWN + link("https://herald.example/river-rises"), "", "failed", "to https://herald", id="itself"),
    pytest.param(
        OWN + link("/river-rises"), "", "failed", "it leads to /river-rises", id="itself, by a relative address"
    ),
    pytest.param(OWN + link("https://news.example/"), "", "failed", "it leads to https://news", id="the home page"),
    pytest.param(link("https://news.example/"), "", "failed", "to https://news", id="the home page, host unknown"),
    pytest.param(link("https://herald.example/river"), "", "failed", "to https://herald", id="itself, host unknown"),
    pytest.param(OWN, link(), "failed", "stands in the body", id="in the body"),
    pytest.param("", link(), "failed", "stands in the body", id="in the body, host unknown"),
    pytest.param(OWN + link() + link("/river"), "", "failed", "another canonical link contradicts it", id="two"),
    pytest.param(link() + link("/river"), "", "failed", "contradicts it", id="two, host unknown"),
    pytest.param(OWN + f"<!-- {link()} -->", "", "failed", "has no canonical link", id="in a comment"),
    pytest.param(OWN, "", "failed", "The page has no canonical link.", id="none"),
    pytest.param(OWN + link(), "", "passed", "original's: https://news.example/2024/river", id="the original"),
    pytest.param(link(), "", "passed", "https://news.example/2024/river", id="the original, host unknown"),
    pytest.param(OWN + link("http://www.news.example/2024/river"), "", "passed", "www", id="with www and http"),
    pytest.param(OWN + link() + link(), "", "passed", "original's", id="the same twice"),
    pytest.param(
        OWN + link() + link("http://www.news.example/2024/river/"), "", "passed", "original's", id="the same, otherwise"
    ),
    pytest.param(
        link() + link("https://news.example/2024/river/"), "", "passed", "original's", id="otherwise, host unknown"
    ),
    pytest.param(
        f'<base href="https://news.example/2024/">{OWN}{link("river")}', "", "passed", "original's", id="by a base"
    ),
]


@pytest.mark.parametrize(("head", "middle", "outcome", "says"), LINKS)
def test_where_it_leads(judged, head, middle, outcome, says):
    finding = judged(TYPE, PAGE.format(head, middle))
    assert (finding.outcome, finding.reason) == (outcome, None)
    assert says in finding.message


@pytest.mark.parametrize(("there", "reason"), [("river", None), ("drought", "another_page_linked")])
def test_which_of_the_publisher_s_articles_it_is_tells_the_original(judged, there, reason):
    original = f'<link rel="canonical" href="https://news.example/2024/{there}"><h1>The river rises</h1><p>{TEXT}</p>'
    finding = judged(TYPE, PAGE.format(OWN + link(), ""), original)
    assert finding.reason == reason
    assert finding.outcome == ("cant_tell" if reason else "passed")


def test_a_failure_shows_the_link_and_gives_another(judged):
    finding = judged(TYPE, PAGE.format(OWN + link("https://herald.example/river-rises"), ""))
    assert [evidence.text for evidence in finding.evidence] == ["https://herald.example/river-rises"]
    assert finding.fix.html.startswith('<link rel="canonical"')


# (the source, outcome, reason)
SOURCES = [
    pytest.param(f"---\ntitle: The river\n---\n{TEXT}\n", "cant_tell", "not_in_source", id="Markdown without it"),
    pytest.param(f"<article><h1>The river</h1><p>{TEXT}</p></article>", "cant_tell", "not_in_source", id="a fragment"),
    pytest.param(
        f"---\ncanonical_url: https://herald.example/river\n---\n{TEXT}\n", "failed", None, id="another's front matter"
    ),
    pytest.param(
        f"---\ncanonical_url: https://news.example/2024/river\n---\n{TEXT}\n", "passed", None, id="front matter"
    ),
]


@pytest.mark.parametrize(("source", "outcome", "reason"), SOURCES)
def test_what_a_source_tells(judged, source, outcome, reason):
    finding = judged(TYPE, source)
    assert (finding.outcome, finding.reason) == (outcome, reason)


def test_of_a_publisher_without_domains_any_other_site_is_right(ack, case):
    assert (
        CanonicalLink().judge(case(ack("canonical_link", href="https://other.example/river"), domains=())).outcome
        == "passed"
    )


def test_but_the_page_itself_is_not(case, scene):
    page = read.read(
        Document("page.html", PAGE.format(OWN + link("https://herald.example/river"), "").encode(), Media.HTML)
    )
    verdict = CanonicalLink().judge(case(domains=(), scene=replace(scene, page=page)))
    assert verdict.outcome == "failed"
    assert "it names the page itself" in verdict.message
