"""The page links back to the original."""

import pytest

from checker.documents.document import Document, Media
from checker.engine import Engine
from checker.model import Outcome, Publisher
from checker.question import Question
from checker.requirements.types.link_to_original import LinkToOriginal
from checker.terms.library import packaged
from checker.wording import load

KIND = "link_to_original"
ARTICLE = "https://news.example/2024/river"
HOME = "https://news.example/"

# (where a usable link leads, outcome, a part of the message, reason)
LINKS = [
    pytest.param(
        "https://mynews.example/2024/river",
        "cant_tell",
        "at mynews.example",
        "another_original_linked",
        id="a look-alike host, more letters in front",
    ),
    pytest.param(
        "https://news.example.evil.example/river",
        "cant_tell",
        "evil.example",
        "another_original_linked",
        id="a look-alike host, more letters behind",
    ),
    pytest.param(
        "https://news.example@evil.example/river",
        "cant_tell",
        "at evil.example",
        "another_original_linked",
        id="the domain as a user's name",
    ),
    pytest.param(
        "https://evil.example/news.example/river",
        "cant_tell",
        "at evil.example",
        "another_original_linked",
        id="the domain in a path",
    ),
    pytest.param(
        "https://other.example/river",
        "cant_tell",
        "not to Example News's",
        "another_original_linked",
        id="another site",
    ),
    pytest.param(ARTICLE, "passed", ARTICLE, None, id="the publisher's site"),
    pytest.param("http://www.news.example/2024/river", "passed", "www.news.example", None, id="with www and http"),
    pytest.param("https://en.news.example/2024/river", "passed", "en.news.example", None, id="a subdomain"),
    pytest.param("HTTPS://NEWS.EXAMPLE/2024/river", "passed", "NEWS.EXAMPLE", None, id="capitals"),
]


@pytest.mark.parametrize(("href", "outcome", "says", "reason"), LINKS)
def test_where_a_usable_link_leads(ack, case, href, outcome, says, reason):
    verdict = LinkToOriginal().judge(case(ack(KIND, href=href)))
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert says in verdict.message
    assert verdict.evidence[0].href == href


# (the link, a part of the message)
UNUSABLE = [
    pytest.param(
        {"text": "Example News", "href": "#", "broken": "dead_link"},
        "“Example News” are there, but their link goes to “#” (line 4, column 2)",
        id="#",
    ),
    pytest.param(
        {"text": "Example News", "href": "", "broken": "dead_link"},
        "“Example News” are there, but their link is empty (line 4, column 2)",
        id="empty",
    ),
    pytest.param({"text": ARTICLE, "broken": "not_linked"}, "is text without a link (line 4, column 2)", id="text"),
    pytest.param(
        {"text": "Example News", "href": ARTICLE, "hidden_by": "display_none"},
        "is hidden by display:none (line 4, column 2)",
        id="display:none",
    ),
    pytest.param(
        {"text": "Example News", "href": ARTICLE, "hidden_by": "comment", "via": "comment"},
        "inside an HTML comment",
        id="comment",
    ),
    pytest.param(
        {"text": HOME, "href": HOME, "broken": "home_page"}, "leads to a home page", id="a home page in front matter"
    ),
    pytest.param(
        {"href": ARTICLE, "hidden_by": "metadata", "via": "json_ld"},
        "Nothing on the page links to the original article at Example News",
        id="metadata",
    ),
]


@pytest.mark.parametrize(("link", "says"), UNUSABLE)
def test_what_readers_cannot_see_or_use_never_satisfies(ack, case, link, says):
    verdict = LinkToOriginal().judge(case(ack(KIND, **link)))
    assert (verdict.outcome, verdict.reason) == (Outcome.FAILED, None)
    assert says in verdict.message


# (where the source's own link leads, outcome)
SOURCES = [
    pytest.param("https://social.example/posts/1", "cant_tell", id="a page of another site"),
    pytest.param("https://social.example/", "failed", id="a home page"),
    pytest.param("#", "failed", id="nowhere"),
    pytest.param(None, "failed", id="no link"),
]


@pytest.mark.parametrize(("href", "outcome"), SOURCES)
def test_a_source_whose_link_leads_to_some_page(ack, case, href, outcome):
    verdict = LinkToOriginal().judge(case(ack("source_attribution", "Example News", href=href)))
    assert (verdict.outcome, verdict.reason) == (outcome, "another_page_linked" if outcome == "cant_tell" else None)
    assert (f"linked to {href};" in verdict.message) is (outcome == "cant_tell")


def test_a_home_page_is_called_the_publisher_s_where_it_is(ack, case):
    linked = case(ack("link_to_publisher", href="https://other.example/"))
    assert "to a home page, https://other.example/" in LinkToOriginal().judge(linked).message


def test_one_good_link_is_enough(ack, case):
    verdict = LinkToOriginal().judge(case(ack(KIND, href="#", broken="dead_link"), ack(KIND, href=ARTICLE, line=9)))
    assert verdict.outcome is Outcome.PASSED
    assert [evidence.line for evidence in verdict.evidence] == [9]


def test_a_home_page_is_no_article_unless_the_terms_take_it(ack, case):
    home = case(ack("link_to_publisher", href=HOME))
    strict = LinkToOriginal(target="article").judge(home)
    assert strict.outcome is Outcome.FAILED
    assert HOME in strict.message
    assert "home page" in strict.message
    assert LinkToOriginal(target="article_or_home").judge(home).outcome is Outcome.PASSED


def test_any_article_that_the_text_links_may_not_be_the_original(judged):
    text = '<p>The bridge, as we <a href="https://news.example/2024/bridge">reported</a>, held until the water went down.</p>'
    source = (
        f"<html><head></head><body><article>{text * 3}<p>First published by Example News.</p></article></body></html>"
    )
    found = judged('type = "link_to_original"\ntarget = "article_or_home"\n', source)
    assert (found.outcome, found.reason) == (Outcome.CANT_TELL, "another_page_linked")


@pytest.mark.parametrize(
    ("hrefs", "says"),
    [
        ([HOME], "the one real link goes to the publisher's home page, https://news.example/ ("),
        (
            [HOME + "category/rivers/"],
            "the one real link goes to a list of the publisher's articles, https://news.example/category",
        ),
        (
            [HOME, HOME + "tag/rivers/"],
            "2 links go to the publisher's home page or a list of the publisher's articles, ",
        ),
    ],
    ids=["home page", "a list", "both"],
)
def test_a_list_is_called_no_home_page(ack, case, hrefs, says):
    links = [ack("link_to_publisher", href=href, line=4 + number) for number, href in enumerate(hrefs)]
    assert says in LinkToOriginal().judge(case(*links)).message


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (ARTICLE + "/?utm_source=x", "passed"),
        ("https://m.news.example/2024/river", "passed"),
        ("https://news.example/2024/harbour", "cant_tell"),
        ("https://elsewhere.example/2024/river", "passed"),
        (None, "passed"),
    ],
    ids=["it", "its page for phones", "another of the publisher's", "no page of the publisher's", "nobody tells"],
)
def test_the_original_that_the_call_names(ack, case, told, outcome):
    verdict = LinkToOriginal().judge(case(ack(KIND, href=ARTICLE), told=told))
    assert (verdict.outcome, verdict.reason) == (outcome, "another_page_linked" if outcome == "cant_tell" else None)
    assert LinkToOriginal(target="domain").judge(case(ack(KIND, href=ARTICLE), told=told)).outcome is Outcome.PASSED


def test_one_link_to_the_original_that_the_call_names_is_enough(ack, case):
    links = [ack(KIND, href=href, line=line) for line, href in enumerate([HOME + "2024/harbour", ARTICLE], 3)]
    assert LinkToOriginal().judge(case(*links, told=ARTICLE)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("target", "href"),
    [("article", ARTICLE), ("article_or_home", ARTICLE), ("home", HOME)],
    ids=["article", "either", "home"],
)
def test_what_mends_it_leads_where_the_terms_want_it(case, target, href):
    assert f'href="{href}"' in LinkToOriginal(target=target).judge(case()).fix.html


@pytest.mark.parametrize(
    ("link", "outcome"),
    [
        ("[Example News]({{ page.original_url }})", "cant_tell"),
        ("[Example News]({{< param original >}})", "cant_tell"),
        ("[Example News]({% original %})", "cant_tell"),
        ('<a href="{{ page.original_url }}">Example News</a>', "cant_tell"),
        ("<a href={props.url}>Example News</a>", "cant_tell"),
        ("Example News", "failed"),
        ("Example News {{ page.date }}", "failed"),
        ("[Example News](#)", "failed"),
    ],
)
def test_a_link_that_a_template_fills_in(judged, link, outcome):
    text = "By Ann Writer\n\nThe river rose in the night and fell at noon."
    page = f"# The river\n\n{text}\n\nThis article was originally published on {link}.\n"
    finding = judged('type = "link_to_original"', page)
    assert (finding.outcome, finding.reason) == (outcome, "not_in_source" if outcome == "cant_tell" else None)


@pytest.mark.parametrize("href", ["#", "#top", "mailto:desk@news.example", "tel:+4930"])
def test_a_link_that_leads_to_no_page_is_named(judged, href):
    text = "By Ann Writer\n\nThe river rose in the night and fell at noon."
    page = f"# The river\n\n{text}\n\nThis article was originally published on [Example News]({href}).\n"
    finding = judged('type = "link_to_original"', page)
    assert finding.outcome is Outcome.FAILED
    assert f"their link goes to “{href}” (line 7" in finding.message


PROSE = (
    "<p>The water comes back every spring to look at what the town has built on its banks without asking it first.</p>"
)
LOGO = '<img src="/logo.png" alt="Example News">'


@pytest.mark.parametrize(
    ("link", "outcome"),
    [
        (f'<p><a href="{ARTICLE}-rose">Example News</a></p>', "cant_tell"),
        (f'<p><a href="{ARTICLE}-rose">{LOGO}</a></p>', "cant_tell"),
        (f'<p>Seen at noon. <a href="{ARTICLE}-rose">{LOGO}</a></p>', "cant_tell"),
        (f'<p><a href="{ARTICLE}-rose"></a></p>', "failed"),
        (f'{PROSE * 6}<p><a href="{ARTICLE}-rose">The river rose</a></p>{PROSE * 6}', "failed"),
        (f'<p><a href="{HOME}">{LOGO}</a></p>', "failed"),
        (f'<p>The town, which <a href="{ARTICLE}-rose">flooded</a> in spring, was told to leave.</p>', "failed"),
        (f'<ul><li><a href="{ARTICLE}-rose">The river rose</a></li></ul>', "failed"),
    ],
    ids=[
        "alone",
        "a picture",
        "a picture beside words",
        "empty",
        "in mid-article",
        "a home page",
        "in a sentence",
        "in a list",
    ],
)
def test_a_link_without_words_that_tell_of_an_original(judged, link, outcome):
    text = "<p>By Ann Writer</p><p>The river rose in the night and fell at noon.</p><p>Source: Example News</p>"
    finding = judged('type = "link_to_original"', f"<article><h1>The river</h1>{text}{link}</article>")
    assert (finding.outcome, finding.reason) == (outcome, "another_page_linked" if outcome == "cant_tell" else None)
    assert outcome == "failed" or (finding.evidence[0].href, finding.evidence[0].line) == (f"{ARTICLE}-rose", 1)


def test_a_relative_link_leads_where_the_page_s_base_says(judged):
    page = (
        '<base href="https://news.example/"><article><p>By Ann Writer</p><p>The river rose in the night and fell at noon.</p>'
        '<p>Originally published on <a href="2024/the-river-rose">Example News</a>.</p></article>'
    )
    assert judged('type = "link_to_original"', page).outcome is Outcome.PASSED


@pytest.mark.parametrize("target", ["article", "article_or_home"])
def test_a_hidden_home_page_satisfies_nothing(ack, case, target):
    verdict = LinkToOriginal(target=target).judge(case(ack("link_to_publisher", href=HOME, hidden_by="display_none")))
    assert verdict.outcome is Outcome.FAILED


def test_a_dead_link_and_a_home_page_are_both_named(ack, case):
    dead = ack(KIND, text="Example News", href="#", broken="dead_link", line=60, column=41)
    verdict = LinkToOriginal().judge(case(dead, ack("link_to_publisher", href=HOME, line=73)))
    assert "“#” (line 60, column 41)" in verdict.message
    assert f"{HOME} (line 73, column 2)" in verdict.message
    assert [evidence.line for evidence in verdict.evidence] == [60, 73]


def test_no_link(case):
    verdict = LinkToOriginal().judge(case())
    assert (verdict.outcome, verdict.evidence) == (Outcome.FAILED, ())
    assert ARTICLE in verdict.fix.html


@pytest.mark.parametrize(
    "publisher", [Publisher(None, "Somebody", None), Publisher(None, None, None)], ids=["a name", "nothing known"]
)
def test_a_publisher_without_a_rule_pack_takes_any_original(ack, case, publisher):
    verdict = LinkToOriginal().judge(
        case(ack(KIND, href="https://other.example/river"), publisher=publisher, domains=())
    )
    assert verdict.outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("href", "outcome"),
    [
        ("https://www.oldriver.example/2024/bread", Outcome.CANT_TELL),
        ("https://www.oldriver.example/", Outcome.FAILED),
        ("https://newriver.example/2024/bread", Outcome.FAILED),
    ],
    ids=["an article", "a home page", "another site"],
)
def test_an_article_on_a_site_of_an_unknown_publisher_s_name_may_be_the_original(href, outcome):
    page = f'<article><h1>Bread</h1><p>Rises. <a href="{href}">Here</a>.</p><p>Originally appeared in <i>Old River</i> #344</p></article>'
    report = Engine(packaged(), load.default()).check(Document("page.html", page.encode(), Media.HTML), Question())
    found = next(each for each in report.findings if each.type == KIND)
    assert found.outcome is outcome


@pytest.mark.parametrize(
    ("href", "outcome"),
    [("https://river.example/2024/bread", Outcome.CANT_TELL), ("https://river.example/", Outcome.FAILED)],
    ids=["an article", "a home page"],
)
def test_where_nobody_is_known_as_the_publisher_an_article_that_is_linked_may_be_the_original(href, outcome):
    page = f'<article><h1>Bread</h1><p>Reprinted with kind permission.</p><p>Rises.</p><p>More <a href="{href}">of it</a>.</p></article>'
    report = Engine(packaged(), load.default()).check(Document("page.html", page.encode(), Media.HTML), Question())
    found = {each.type: each.outcome for each in report.findings}
    assert (found[KIND], found["source_attribution"]) == (outcome, outcome)


def test_a_canonical_is_no_link_for_readers(ack, case):
    assert LinkToOriginal().judge(case(ack("canonical_link", href=ARTICLE, via="markup"))).outcome is Outcome.FAILED


def test_an_address_that_only_some_renderers_link_cannot_be_told(ack, case):
    verdict = LinkToOriginal().judge(case(ack(KIND, text=ARTICLE, details={"bare": True})))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "renderer_decides")


def test_nor_does_such_an_address_of_another_site_excuse_the_missing_link(ack, case):
    verdict = LinkToOriginal().judge(case(ack(KIND, text="https://other.example/river", details={"bare": True})))
    assert verdict.outcome is Outcome.FAILED
