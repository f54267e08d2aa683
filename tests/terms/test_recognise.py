"""Is a page a copy, and of whose work? The host's own pages first."""

import pytest

from checker.documents.document import Document, Media
from checker.engine import default, of
from checker.page.site import Site
from checker.question import Question
from checker.terms import own
from checker.terms.library import packaged

PROSE = (
    "The town has grown along the river for three hundred years, and every spring the water comes back to look at what was "
    "built without asking it. This year it came early, stayed for nine days, and left a line on the school wall."
)
NEWS = "https://news.example/2024/river"


NOTICE = next(iter(packaged()["globalresearch"].notices)).text


def page(end="", *, top="", head="", after="", truncated=False):
    content = f"""<!DOCTYPE html><html lang="en"><head><title>The river comes back | Riverside Commons</title>
    <meta property="og:site_name" content="Riverside Commons"><meta property="og:url" content="https://riversidecommons.example/posts/river/">{head}
    </head><body><main><article><h1>The river comes back</h1>{top}{f"<p>{PROSE}</p>" * 5}{end}</article></main>{after}
    <footer><p>© 2024 Riverside Commons. All rights reserved.</p></footer></body></html>"""
    return Document("page.html", content.encode(), Media.HTML, truncated=truncated)


NOT_A_COPY = [
    pytest.param(
        page("<p>© 2024 Riverside Commons</p><p>He read it (reproduced from Example 2010).</p>"),
        id="a reference in brackets",
    ),
    pytest.param(page("<!-- Copyright 2023 Example Counter, all rights reserved -->"), id="whose a counter's code is"),
    pytest.param(page(), id="nothing is credited"),
    pytest.param(
        page(f"<p>{NOTICE.replace('www.globalresearch.ca', 'This site')}</p>"),
        id="a publisher's notice without its name",
    ),
    pytest.param(page(top="<p>By Ann Writer</p>"), id="the host's own author"),
    pytest.param(
        page("<p>This article was originally published on Riverside Commons.</p>"), id="the host names itself"
    ),
    pytest.param(page("<p>© 2024 Riverside Commons</p>"), id="the host's copyright"),
    pytest.param(
        page(head='<link rel="canonical" href="https://riversidecommons.example/posts/river/">'),
        id="a canonical to itself",
    ),
    pytest.param(
        page(f'<p>Example News has <a href="{NEWS}">written about it</a> too.</p>'), id="a link to another article"
    ),
    pytest.param(page("<p>Photo: Example News</p>"), id="a photo credit"),
    pytest.param(page("<p>Reproduced with permission only.</p>"), id="a permission that others need"),
    pytest.param(page("<p>The letter is reprinted here with permission.</p>"), id="the permission of a letter"),
    pytest.param(page("<p>Data: originally published by Example News.</p>"), id="whose the data are"),
    pytest.param(page("<table><tr><td>1</td></tr></table><p>Source: Example News</p>"), id="a table's source"),
    pytest.param(
        page(top="<blockquote><p>It is ours.</p><p>— first published in Example News</p></blockquote>"),
        id="a quotation's, behind a dash",
    ),
    pytest.param(
        page(
            top='<p><img src="/river.jpg"></p><p>Source: <a href="https://commons.wikimedia.org/wiki/File:River.jpg">Wikipedia</a></p>'
        ),
        id="a picture's, by its link",
    ),
    pytest.param(page("<p>This article may not be reproduced without permission.</p>"), id="a demand to others"),
    pytest.param(
        page(after="<section id='comments'><p>This was originally published on Example News.</p></section>"),
        id="a reader's comment",
    ),
    pytest.param(
        page(after="<aside class='sidebar'><a href='https://www.globalresearch.ca/'>Global Research</a></aside>"),
        id="the blogroll",
    ),
    pytest.param(
        page(f"<p>“The wall was too low”, <a href='{NEWS}'>Global Research wrote</a> at the time.</p>"),
        id="a quotation with its source",
    ),
]


@pytest.mark.parametrize("document", NOT_A_COPY)
def test_the_host_s_own_page_is_no_copy_and_credits_nobody(document):
    report = default().inspect(document)
    assert (report.recognition.republished, report.recognition.publisher) == (False, None)
    assert report.acknowledgements == ()
    assert report.outcome == "not_republished"
    assert report.recognition.reasons


COPIES = [
    pytest.param(
        page(f'<p>This article was originally published on <a href="{NEWS}">Example News</a>.</p>'),
        None,
        "Example News",
        "news.example",
        id="a credit line",
    ),
    pytest.param(
        page("<p>This article was originally published on Example News.</p>"),
        None,
        "Example News",
        None,
        id="a credit line without a link",
    ),
    pytest.param(
        page(top=f"<p>文章转载自：<br>江城<br>原文：{NEWS}</p>"),
        None,
        "江城",
        "news.example",
        id="a name, and its address on a line below",
    ),
    pytest.param(
        page(head=f'<link rel="canonical" href="{NEWS}">'), None, None, "news.example", id="a canonical on another site"
    ),
    pytest.param(
        page(top="<p>Global Research, January 24, 2023</p>"),
        "globalresearch",
        "Global Research",
        "globalresearch.ca",
        id="a known dateline",
    ),
    pytest.param(
        page("<p>Copyright © Ann Writer, Global Research, 2023</p>"),
        "globalresearch",
        "Global Research",
        "globalresearch.ca",
        id="a known holder",
    ),
    pytest.param(
        page(
            "<p>The original source of this article is <a href='#'>Example News</a></p>",
            top="<p>Global Research, January 24, 2023</p>",
        ),
        "globalresearch",
        "Global Research",
        "globalresearch.ca",
        id="two sources: the one whose terms are known",
    ),
    pytest.param(
        page('<p style="display:none">This article was originally published on Global Research.</p>'),
        "globalresearch",
        "Global Research",
        "globalresearch.ca",
        id="a hidden credit still tells where it is from",
    ),
    pytest.param(
        page("<p>Originally published at www.globalresearch.ca</p>"),
        "globalresearch",
        "Global Research",
        "globalresearch.ca",
        id="a domain",
    ),
]


@pytest.mark.parametrize(("text", "copied"), [("", False), (PROSE, True)], ids=["an entry of a list", "an article"])
def test_front_matter_without_a_text_is_nobody_s_copy(text, copied):
    source = f"---\ntitle: The river\ndescription: {PROSE}\noriginal_url: {NEWS}\n---\n{text}\n"
    recognition = default().inspect(Document("river.md", source.encode(), Media.MARKDOWN)).recognition
    assert recognition.republished is copied
    assert recognition.reasons


@pytest.mark.parametrize(("document", "pack", "name", "domain"), COPIES)
def test_a_copy_and_whose(document, pack, name, domain):
    recognition = default().inspect(document).recognition
    assert recognition.republished is True
    assert (recognition.publisher.id, recognition.publisher.name, recognition.publisher.domain) == (pack, name, domain)
    assert all(reason.strip() for reason in recognition.reasons)


@pytest.mark.parametrize("name", ["notglobalresearch.ca", "my-global-research.example"])
def test_a_look_alike_is_not_the_publisher(name):
    document = page(f'<p>This article was originally published on <a href="https://{name}/river/1">{name}</a>.</p>')
    recognition = default().inspect(document).recognition
    assert recognition.republished is True
    assert recognition.publisher.id is None


def test_the_original_s_address_is_that_of_the_credit():
    document = page(f'<p>This article was originally published on <a href="{NEWS}">Example News</a>.</p>')
    assert default().inspect(document).recognition.original_url == NEWS


def test_a_link_on_the_publisher_s_site_is_the_original_before_any_other():
    own = "https://www.globalresearch.ca/river/123"
    document = page(
        f'<p>This article was originally published on <a href="{NEWS}">Example News</a>.</p>'
        f'<p>This article was originally published on <a href="{own}">Global Research</a>.</p>'
    )
    assert default().inspect(document).recognition.original_url == own


CANNOT_TELL = [
    pytest.param(page("<p>© 2023 Ann Writer</p>"), id="another's copyright line alone"),
    pytest.param(page("<p>Published with permission from Example Works</p>"), id="one line is one sign"),
    pytest.param(page(truncated=True), id="a page that was not read whole"),
]


@pytest.mark.parametrize("document", CANNOT_TELL)
def test_it_cannot_be_told(document):
    report = default().inspect(document)
    assert report.recognition.republished is None
    assert report.outcome == "needs_review"
    assert report.recognition.reasons


def test_terms_that_the_call_names_decide_whose_copy_it_is():
    report = default().check(page(), Question(packaged()["globalresearch"]))
    assert (report.recognition.republished, report.recognition.publisher.id, report.terms.id) == (
        True,
        "globalresearch",
        "globalresearch",
    )
    assert report.outcome == "violation"


def test_an_original_that_the_call_names_decides_whose_copy_it_is():
    report = default().check(page(), Question(original="https://www.globalresearch.ca/river/123"))
    assert (report.recognition.publisher.id, report.article.url) == (
        "globalresearch",
        "https://www.globalresearch.ca/river/123",
    )


def test_publishers_without_a_pack_are_judged_by_good_practice():
    report = default().check(page("<p>This article was originally published on Example News.</p>"), Question())
    assert report.terms.id == "good-practice"
    assert {finding.severity.value for finding in report.findings} == {"warning"}
    assert report.outcome == "compliant"


def test_a_pack_of_one_s_own_brings_its_publisher_and_its_notices(tmp_path):
    notice = (
        "Everything that stands here was written by people of the river towns, and whoever takes it over does so with "
        "our thanks and at their own peril, since nobody in this office has ever checked a single figure in it."
    )
    file = tmp_path / "own.toml"
    file.write_text(
        f"""id = "own-news"
[publisher]
name = "Own News"
aliases = ["The Weekly Own"]
domains = ["own.example"]
[[notice]]
id = "peril"
what = "disclaimer"
language = "en"
text = "{notice}"
[[version]]
id = "1"
in_force = {{ from = "2023-01-01" }}
source = {{ url = "https://own.example/terms", read = "2026-01-01" }}
[[version.requirement]]
type = "source_attribution"
strength = "must"
clause = "A copy names the source."
""",
        "utf-8",
    )
    library = packaged().with_own(own.read([file]))
    document = page(f"<p>Source: The Weekly Own</p><p>{notice}</p>")
    report = of(library).check(document, Question(library["own-news"]))
    assert of(library).check(document, Question()).terms.id == "own-news"
    assert report.recognition.publisher.id == "own-news"
    assert [ack.details["notice"] for ack in report.acknowledgements if ack.details.get("notice")] == ["own-news/peril"]
    assert [finding.outcome for finding in report.findings] == ["passed"]
    assert of(packaged()) is default()


def test_uncertain_signs_of_one_kind_do_not_add_up():
    document = page("<p>Source: Example News</p><p>Source: Other News</p><p>Source: Third News</p>")
    recognition = default().check(document, Question()).recognition
    assert len(recognition.reasons) > 2
    assert recognition.republished is None


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param("<p>Copyright 2023 Example Radio</p>", True, id="and readers see whose it is"),
        pytest.param("", False, id="alone"),
        pytest.param("<p>© 2023 E.B</p>", True, id="with the author's initials"),
    ],
)
def test_an_original_that_the_head_tells_search_engines_takes_a_second_sign(end, expected):
    document = page(end, head=f'<meta name="syndication-source" content="{NEWS}">')
    assert bool(default().inspect(document).recognition.republished) is expected


def test_initials_are_no_domain():
    assert default().inspect(page("<p>© 2023 E.B</p>")).recognition.republished is None


# (a canonical address in front matter, the site's own domains, whether the page is a copy)
CANONICALS = [
    pytest.param("https://news.example/2024/river", (), None, id="perhaps the site's own"),
    pytest.param("https://news.example/2024/river", ("our.example",), True, id="another site's"),
    pytest.param("https://our.example/2024/river", ("our.example",), False, id="the site's own"),
    pytest.param("https://dev.to/ann-example/river-1a2b", (), True, id="on a platform"),
    pytest.param("https://www.globalresearch.ca/river/1234567", (), True, id="a known publisher's"),
]


@pytest.mark.parametrize(("url", "domains", "republished"), CANONICALS)
def test_a_canonical_address_alone(url, domains, republished):
    content = f"---\ntitle: The river\ncanonical_url: {url}\n---\n{PROSE}\n\n{PROSE}\n"
    document = Document("page.md", content.encode(), Media.MARKDOWN)
    assert default().inspect(document, Question(site=Site(domains=domains))).recognition.republished is republished


HEADED = """<!DOCTYPE html><html lang="en"><head><title>{title}</title>
<link rel="canonical" href="{url}"><meta property="og:url" content="{url}">{head}</head>
<body><article><h1>The river comes back</h1><p>{prose}</p><p>{prose}</p>
<p>This article was originally published on <a href="{url}">Example News</a>.</p></article></body></html>"""


@pytest.mark.parametrize(
    ("title", "head", "republished"),
    [
        pytest.param("The river comes back | Riverside Commons", "", True, id="a page that calls itself otherwise"),
        pytest.param("The river comes back | Example News", "", False, id="near miss: whose name it bears"),
        pytest.param("The river comes back", "", False, id="near miss: that calls itself nothing"),
        pytest.param(
            "The river comes back | The Gauge", '<meta name="publisher" content="news">', False, id="as its domain"
        ),
        pytest.param(
            "The river comes back | The Gauge",
            '<meta property="og:site_name" content="news.example">',
            False,
            id="as its domain, written out",
        ),
        pytest.param(
            "The river comes back | The Gauge",
            '<link rel="alternate" href="https://news.example/feed">',
            False,
            id="near miss: with that site's feed",
        ),
    ],
)
def test_the_original_s_address_in_all_of_the_head_is_no_site_of_the_page_s(title, head, republished):
    content = HEADED.format(title=title, head=head, url=NEWS, prose=PROSE)
    recognition = default().inspect(Document("page.html", content.encode(), Media.HTML)).recognition
    assert bool(recognition.republished) is republished


UNCREDITED = """<!DOCTYPE html><html lang="en"><head><title>The river comes back</title>{head}<link rel="canonical" href="{url}">
<meta property="og:url" content="{url}"></head><body><article><h1>The river comes back</h1><p>{prose}</p><p>{prose}</p></article>
</body></html>"""


@pytest.mark.parametrize(
    ("url", "head", "republished"),
    [
        pytest.param(
            "https://www.propublica.org/article/river",
            '<meta property="og:site_name" content="Riverside Commons">',
            None,
            id="a known publisher's address and another site's name",
        ),
        pytest.param(
            "https://www.propublica.org/article/river",
            '<meta property="og:site_name" content="ProPublica">',
            False,
            id="near miss: its own name",
        ),
        pytest.param("https://www.propublica.org/article/river", "", False, id="near miss: no name"),
        pytest.param(
            "https://www.propublica.org/article/river",
            '<meta property="og:site_name" content="Riverside Commons"><link rel=shortlink href="https://propublica.org/?p=7">',
            False,
            id="near miss: a short link there too",
        ),
        pytest.param(
            "https://gauge.example/river",
            '<meta property="og:site_name" content="Riverside Commons">',
            False,
            id="near miss: a publisher that nobody knows",
        ),
    ],
)
def test_whether_it_is_a_copy_is_a_doubt_where_a_head_has_an_original_s_address_and_another_name(
    url, head, republished
):
    content = UNCREDITED.format(head=head, url=url, prose=PROSE)
    recognition = default().inspect(Document("page.html", content.encode(), Media.HTML)).recognition
    assert recognition.republished is republished


@pytest.mark.parametrize("site", ["stackoverflow.com", "serverfault.com"])
def test_a_publisher_of_several_sites_has_the_domain_of_the_one_that_the_page_links_to(site):
    document = page(f'<p>Originally posted on <a href="https://{site}/questions/31/the-river">{site}</a>.</p>')
    recognition = default().check(document, Question()).recognition
    assert (recognition.publisher.id, recognition.publisher.domain) == ("stack-exchange", site)
    assert recognition.original_url == f"https://{site}/questions/31/the-river"


def test_the_link_to_the_article_tells_whose_it_is_before_that_to_its_author():
    credit = (
        '<p><a href="https://ann.writers.example/">ann</a>님의 <a href="https://news.example/2024/the-river-comes-back-every-spring">'
        "The river comes back every spring</a>을 번역하였습니다.</p>"
    )
    recognition = default().inspect(page(top=credit)).recognition
    assert recognition.publisher.domain == "news.example"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param("<p>作者：Ann Writer 译者：李四</p>", True, id="beside the author"),
        pytest.param("<p>译者：李四</p>", None, id="alone"),
    ],
)
def test_a_translator(end, expected):
    assert default().inspect(page(end)).recognition.republished is expected


def test_a_translator_s_own_first_publication_gives_way_to_the_original():
    first = "<p>首发于：https://translations.example/articles/7</p>"
    via = "<p>via: https://news.example/2023/bread</p><p>作者：Ann Writer 译者：李四</p>"
    assert default().inspect(page(first + via)).recognition.publisher.name == "news.example"
