"""Live pages from a real server on this machine: what following their links makes of them, and lists of pages as targets."""

import pytest

import checker
from checker.run import Plan

PROSE = (
    "<p>"
    + "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill. " * 3
    + "</p>"
)
COPY = """<!DOCTYPE html><html lang="en"><head><title>The river rises | Hill Post</title></head>
<body><article><h1>The river rises</h1>
<p>By Ann Writer</p>{prose}{prose}
<p>This article was originally published on <a href="{link}">Example News</a>.</p></article></body></html>"""
ORIGINAL = f"<!DOCTYPE html><title>The river rises</title><article><h1>The river rises</h1><p>By Ann Writer</p>{PROSE}{PROSE}</article>"
HOME = "<!DOCTYPE html><title>Example News</title><h1>Example News</h1><p>All the news of the river.</p>"


@pytest.fixture
def site(serving):
    """A host with one copy, and the publisher's site; `answer` is what stands at the original's address."""

    def make(answer, **more):
        server = serving()
        link = server.url("/2024/05/the-river-rises", host="news.example")
        server.pages |= {
            "hill.example/copy": COPY.format(prose=PROSE, link=link),
            "news.example/2024/05/the-river-rises": answer,
            "news.example/": HOME,
            **more,
        }
        return server

    return make


@pytest.fixture
def audited(settings_of):
    def audit(server, path="/copy", do=checker.audit):
        return do([server.url(path, host="hill.example")], plan=Plan(settings=settings_of())).pages

    return audit


ENDS = [
    pytest.param(ORIGINAL, "passed", None, "It answers", id="the original"),
    pytest.param((404, {}, "<h1>Not here</h1>"), "failed", None, "404", id="nothing"),
    pytest.param((410, {}, "<h1>Gone</h1>"), "failed", None, "410", id="gone for good"),
    pytest.param((302, {"Location": "/"}, ""), "failed", None, "home page", id="a redirect to the home page"),
    pytest.param((403, {}, "<h1>No</h1>"), "cant_tell", "blocked", "refuses", id="a refusal is no dead link"),
    pytest.param((500, {}, "<h1>Sorry</h1>"), "cant_tell", "original_unavailable", "no answer", id="a broken server"),
]


@pytest.mark.parametrize(("answer", "outcome", "reason", "says"), ENDS)
def test_where_the_link_back_leads(site, audited, answer, outcome, reason, says):
    (page,) = audited(site(answer))
    (finding,) = [each for each in page.findings if each.requirement == "link_to_original"]
    assert (finding.outcome, finding.reason) == (outcome, reason), finding.message
    assert says in finding.message


def test_check_alone_follows_no_link(site, audited):
    server = site((404, {}, ""))
    (page,) = audited(server, do=checker.check)
    assert [each.outcome for each in page.findings if each.requirement == "link_to_original"] == ["passed"]
    assert server.asked("news.example") == []


def test_a_page_counter_is_never_requested(settings_of):
    counter = "http://counter.theconversation.com/content/7/count.gif"
    (page,) = checker.audit([counter], plan=Plan(settings=settings_of())).pages
    assert (page.outcome, page.error_code) == ("error", "page_counter")


def test_robots_txt_is_obeyed(site, audited):
    server = site(
        ORIGINAL, **{"hill.example/robots.txt": (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /copy")}
    )
    (page,) = audited(server)
    assert (page.outcome, page.error_code) == ("error", "disallowed")
    assert "/copy" not in server.asked("hill.example")


def test_a_sitemap_is_its_pages(site, audited):
    server = site(ORIGINAL)
    server.pages["hill.example/sitemap.xml"] = (
        200,
        {"Content-Type": "application/xml"},
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>{server.url('/copy', host='hill.example')}</loc></url>"
        f"<url><loc>{server.url('/gone', host='hill.example')}</loc></url></urlset>",
    )
    pages = audited(server, "/sitemap.xml")
    assert [(page.target.rpartition("/")[2], page.outcome.value) for page in pages] == [
        ("copy", "compliant"),
        ("gone", "error"),
    ]


def test_a_private_address_is_refused(site):
    server = site(ORIGINAL)
    (page,) = checker.audit([server.url("/copy")]).pages
    assert (page.outcome, page.error_code) == ("error", "private_address")
    assert server.asked() == []
