"""The meta element `syndication-source` names the original."""

from dataclasses import replace

import pytest

from checker.model import Outcome, Publisher
from checker.requirements.types.syndication_source_meta import SyndicationSourceMeta

ASKS = 'type = "syndication_source_meta"'
ARTICLE = "https://news.example/2024/river"
TEXT = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>"
)
BODY = f"<body><article><h1>The river</h1><p>By Ann Writer</p>{TEXT}</article>%s</body></html>"
ORIGINAL = f'<html><head><link rel="canonical" href="{ARTICLE}"></head>{BODY % ""}'


def meta(*addresses, name="syndication-source"):
    return "".join(f'<meta name="{name}" content="{address}">' for address in addresses)


def page(head="", more=""):
    return f"<html><head><title>The river</title>{head}</head>{BODY % more}"


FAILS = [
    pytest.param(meta("https://mynews.example/river"), "does not name", id="a look-alike host"),
    pytest.param(
        meta("https://news.example.evil.example/river"), "does not name", id="the publisher's host in front of another"
    ),
    pytest.param(meta("https://hill.example/river"), "does not name", id="another site"),
    pytest.param(meta("https://news.example/"), "does not name", id="the publisher's home page"),
    pytest.param(meta("Example News"), "does not name", id="a name"),
    pytest.param(meta("/2024/river"), "does not name", id="a path"),
    pytest.param(meta(""), "does not name", id="nothing"),
    pytest.param(meta(ARTICLE, name="original-source"), "No meta element", id="an element of another name"),
    pytest.param(f"<!-- {meta(ARTICLE)} -->", "No meta element", id="in a comment"),
    pytest.param(f'<link rel="canonical" href="{ARTICLE}">', "No meta element", id="a canonical link"),
    pytest.param("", "No meta element", id="no element"),
]


@pytest.mark.parametrize(("head", "says"), FAILS)
def test_what_does_not_name_the_original(judged, head, says):
    finding = judged(ASKS, page(head))
    assert (finding.outcome, finding.reason) == (Outcome.FAILED, None)
    assert says in finding.message
    assert "syndication-source" in finding.fix.html


PASSES = [
    pytest.param(page(meta(ARTICLE)), id="the article"),
    pytest.param(page(meta("http://www.news.example/2024/river/")), id="with www and http"),
    pytest.param(page(meta(ARTICLE, name="Syndication-Source")), id="in capitals"),
    pytest.param(page(meta("https://hill.example/river", ARTICLE)), id="beside another"),
    pytest.param(page(more=meta(ARTICLE)), id="pasted into the body"),
]


@pytest.mark.parametrize("copy", PASSES)
@pytest.mark.parametrize("original", [None, ORIGINAL], ids=["alone", "beside the original"])
def test_what_names_the_original(judged, copy, original):
    finding = judged(ASKS, copy, original)
    assert finding.outcome is Outcome.PASSED
    assert "/2024/river" in finding.evidence[-1].href


@pytest.mark.parametrize("address", ["https://news.example/2024/market", "https://en.news.example/2024/river"])
def test_another_page_of_the_publisher_s_may_be_wrong(judged, address):
    assert judged(ASKS, page(meta(address))).outcome is Outcome.PASSED
    finding = judged(ASKS, page(meta(address)), ORIGINAL)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "another_page_linked")
    assert address in finding.message


@pytest.mark.parametrize(
    "source", ["# The river\n\nIt rose.", "<h1>The river</h1><p>It rose.</p>"], ids=["Markdown", "a fragment"]
)
def test_a_source_has_no_head_of_its_own(judged, source):
    finding = judged(ASKS, source)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "not_in_source")


@pytest.fixture
def unknown_site(case, scene, page_of):
    """A case about a page from a publisher whose site is not known."""

    def make(content):
        return case(
            publisher=Publisher(None, "Somebody", None), domains=(), scene=replace(scene, page=page_of(content))
        )

    return make


def test_whose_site_it_is_cannot_be_told_of_a_publisher_without_one(unknown_site):
    verdict = SyndicationSourceMeta().judge(unknown_site(page(meta(ARTICLE))))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "another_original_linked")
    assert SyndicationSourceMeta().judge(unknown_site(page(meta("Example News")))).outcome is Outcome.FAILED
