"""Live pages, end to end: fetched from real servers that have names here, judged, and their links followed."""

import gzip
import threading
import time
from dataclasses import replace

import pytest

import checker
from checker import live
from checker.documents.web.cache import Cache
from checker.model import End, Kind, Outcome, PageOutcome, PageReport
from checker.question import Question
from checker.run import Plan, Watch, run
from checker.terms import validity
from checker.terms.library import packaged

TEXT = "The water came early this year, stayed for nine days, and left a line on the school wall. " * 12
TITLE = "The river comes back to Example Town"
ORIGINAL = f"<title>{TITLE}</title><h1>{TITLE}</h1><p>By Ann Writer</p><p>{TEXT}</p>"


def copy(url, more="", head=""):
    return f"""<!doctype html><html><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1><p>By Ann Writer</p>
<p>{TEXT}</p><p>This article was originally published on <a href="{url}">Example News</a>.</p>{more}</article></body></html>"""


REFRESH = "<meta http-equiv='refresh' content='0; url={}'><p>This article has moved."


def redirect(to, status=301):
    return status, {"Location": to}, ""


@pytest.fixture
def server(serving):
    """All hosts: `host.example` republishes, `news.example` has the originals."""
    return serving({"news.example/river": ORIGINAL})


@pytest.fixture
def audit(settings_of):
    """Audits targets as one run."""

    def run(*targets, **settings):
        return checker.audit(targets, plan=Plan(settings=settings_of(**settings)))

    return run


@pytest.fixture
def page(server, audit):
    """Audits one page of the host's."""

    def run(content, **settings):
        server.pages["host.example/copy"] = content
        return audit(server.url("/copy", "host.example"), **settings).pages[0]

    return run


def link_of(report):
    return next(finding for finding in report.findings if finding.requirement == "link_to_original")


def test_a_link_that_leads_to_the_original_passes(server, page):
    report = page(copy(server.url("/river", "news.example")))
    assert report.outcome is PageOutcome.COMPLIANT
    assert report.url == report.target == server.url("/copy", "host.example")
    assert [(each.end, each.status) for each in report.links] == [(End.ORIGINAL, 200)]
    assert link_of(report).message.endswith("It answers.")


# what is at the link -> what becomes of the finding, and its reason
LINKS = [
    pytest.param({"/river": redirect("/a/river")}, End.ORIGINAL, "passed", None, id="moved"),
    pytest.param({"/river": (404, {}, "")}, End.GONE, "failed", None, id="gone"),
    pytest.param(
        {"/river": REFRESH.format("/a/river")}, End.ORIGINAL, "passed", None, id="moved by a page that leads on"
    ),
    pytest.param(
        {"/river": REFRESH.format("/river") + ORIGINAL}, End.ORIGINAL, "passed", None, id="a page that reloads itself"
    ),
    pytest.param(
        {"/river": REFRESH.format("/")}, End.HOME_PAGE, "failed", None, id="a page that leads on to the home page"
    ),
    pytest.param(
        {"/river": REFRESH.format("/pool"), "/pool": REFRESH.format("/river")},
        End.ANOTHER_PAGE,
        "cant_tell",
        "another_page_linked",
        id="pages that lead to each other",
    ),
    pytest.param(
        {"/river": f"<noscript>{REFRESH.format('/')}</noscript>{ORIGINAL}"},
        End.ORIGINAL,
        "passed",
        None,
        id="on for those without scripts",
    ),
    pytest.param({"/river": redirect("/")}, End.HOME_PAGE, "failed", None, id="on to the home page"),
    pytest.param({"/river": "<h1>Page not found</h1>"}, End.SOFT_404, "failed", None, id="not found, politely"),
    pytest.param({"/river": "<p>Buy this domain"}, End.PARKED, "failed", None, id="for sale"),
    pytest.param(
        {"/river": redirect("/soup")}, End.ANOTHER_PAGE, "cant_tell", "another_page_linked", id="another page"
    ),
    pytest.param({"/river": (403, {}, "")}, End.BLOCKED, "cant_tell", "blocked", id="refused"),
    pytest.param(
        {"/river": (429, {"Retry-After": "900"}, "")}, End.RATE_LIMITED, "cant_tell", "rate_limited", id="too many"
    ),
    pytest.param({"/river": (500, {}, "")}, End.UNAVAILABLE, "cant_tell", "original_unavailable", id="a fault"),
    pytest.param(
        {"/robots.txt": (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /river")},
        End.DISALLOWED,
        "cant_tell",
        "disallowed",
        id="kept out",
    ),
    pytest.param(
        {"/river": (403, {"cf-mitigated": "challenge"}, "")}, End.CHALLENGE, "cant_tell", "challenge", id="a challenge"
    ),
    pytest.param(
        {"/river": "<h1>Before you continue to News</h1>"},
        End.CONSENT_WALL,
        "cant_tell",
        "consent_wall",
        id="a question",
    ),
]


@pytest.mark.parametrize(("at", "end", "outcome", "reason"), LINKS)
def test_the_link_back_is_judged_by_where_it_leads(server, page, at, end, outcome, reason):
    server.pages |= {
        "news.example/a/river": ORIGINAL,
        "news.example/": "<h1>Example News</h1>",
        "news.example/soup": "<h1>Ten soups for the winter</h1><p>" + "Cook it slowly. " * 60,
    } | {f"news.example{path}": answer for path, answer in at.items()}
    report = page(copy(server.url("/river", "news.example")))
    finding = link_of(report)
    assert [each.end for each in report.links] == [end]
    assert (finding.outcome, finding.reason) == (Outcome(outcome), reason)
    assert report.recognition.republished is True


def test_one_good_link_is_enough(server, page):
    server.pages["news.example/old"] = (404, {}, "")
    old, good = server.url("/old", "news.example"), server.url("/river", "news.example")
    report = page(copy(old, f'<p>This article first appeared in <a href="{good}">Example News</a>.</p>'))
    assert {each.end for each in report.links} == {End.GONE, End.ORIGINAL}
    assert link_of(report).outcome is Outcome.PASSED


def test_check_follows_no_links(server, settings_of):
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"))
    (report,) = checker.check([server.url("/copy", "host.example")], plan=Plan(settings=settings_of())).pages
    assert (report.outcome, report.links) == (PageOutcome.COMPLIANT, ())
    assert server.asked("news.example") == []


def test_a_page_counter_is_never_requested(serving, settings_of):
    """Neither where the page loads it, nor where a link leads to it, nor as a target."""
    from checker import engine  # noqa: PLC0415

    server = serving()
    counter = server.url("/republication-tracker-tool.php?post=7", "news.example")
    known = engine.default().is_counter
    counters = [url for url in (counter, "https://counter.theconversation.com/content/7/count.gif") if known(url)]
    assert counters
    server.pages["host.example/copy"] = copy(counters[0], f'<img src="{counters[0]}" width="1" height="1">')
    targets = [server.url("/copy", "host.example"), counters[0]]
    report = checker.audit(targets, plan=Plan(settings=settings_of()))
    assert report.pages[1].error_code == "page_counter"
    assert server.asked("news.example") == []
    assert server.asked("counter.theconversation.com") == []


# --- pages that are not had -----------------------------------------------------------------------------------------

# the page -> its code, and whether that it cannot be told is a finding
NOT_HAD = [
    pytest.param((404, {}, "x"), "not_found", False, id="not there"),
    pytest.param((500, {}, "x"), "http_error", False, id="a fault"),
    pytest.param((401, {}, "x"), "blocked", True, id="a login"),
    pytest.param((403, {}, "x"), "blocked", True, id="refused"),
    pytest.param((402, {}, "x"), "paywall", True, id="payment"),
    pytest.param((429, {"Retry-After": "900"}, "x"), "rate_limited", True, id="too many"),
    pytest.param((503, {}, "<script>_cf_chl_opt"), "challenge", True, id="a challenge"),
    pytest.param("<title>Just a moment...</title>", "challenge", True, id="a challenge that says all is well"),
    pytest.param("<h1>Before you continue to Host</h1>", "consent_wall", True, id="a question"),
    pytest.param('<div id="root"></div><script src="/a.js"></script>', "js_required", True, id="an app"),
    pytest.param((200, {"Content-Type": "image/png"}, b"\x89PNG"), "not_html", True, id="a picture"),
    pytest.param((200, {"Content-Type": "text/html"}, "%PDF-1.7"), "not_html", True, id="a PDF that is called a page"),
    pytest.param("<h1>Page not found</h1>", "soft_404", False, id="not there, politely"),
    pytest.param("<p>This domain is for sale", "parked", False, id="for sale"),
]


@pytest.mark.parametrize(("content", "code", "found"), NOT_HAD)
def test_a_page_that_is_not_had_neither_passes_nor_fails(page, content, code, found):
    report = page(content)
    assert (report.outcome, report.error_code) == (PageOutcome.ERROR, code)
    assert [(each.outcome, each.reason) for each in report.findings] == [(Outcome.CANT_TELL, code)] * found


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("text/html", "%PDF-1.7", "no page of text though it is called text/html"),
        ("text/plain", "a\0b", "no page of text though it is called text/plain"),
        ("image/png", "x", "no page of text but image/png"),
    ],
)
def test_what_is_no_page_is_told_with_what_its_server_calls_it(page, kind, content, said):
    assert page((200, {"Content-Type": kind}, content)).error_message == said


def test_a_page_that_is_too_large_is_judged_as_far_as_it_goes(server, page):
    report = page(copy(server.url("/river", "news.example"), "<p>" + "x" * 100_000), limits={"max_bytes": 800})
    assert (report.outcome, report.incomplete) == (PageOutcome.NEEDS_REVIEW, "too_large")


def test_a_teaser_misses_nothing(server, page):
    head = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    content = (
        copy(server.url("/river", "news.example"), head=head)
        .replace(TEXT, "The water came.")
        .replace("By Ann Writer", "")
    )
    report = page(content)
    assert report.incomplete == "paywall"
    assert Outcome.FAILED not in {finding.outcome for finding in report.findings}
    assert "paywall" in {finding.reason for finding in report.findings}


@pytest.mark.parametrize(
    ("settings", "code"),
    [({"offline": True}, "offline"), ({"limits": {"private": False}}, "private_address")],
    ids=["offline", "private hosts"],
)
def test_a_page_that_may_not_be_asked_for(server, page, settings, code):
    assert page("x", **settings).error_code == code
    assert server.requests == []


def test_offline_the_whole_audit_comes_from_the_cache(server, page, tmp_path):
    content = copy(server.url("/river", "news.example"))
    first = page(content, cache=tmp_path)
    asked = len(server.requests)
    again = page(content, cache=tmp_path, offline=True)
    assert (again.findings, again.links) == (first.findings, first.links)
    assert len(server.requests) == asked


QUESTION = "<h1>Before you continue to Example News</h1>"


@pytest.mark.parametrize("wall", ["/copy", "/river"], ids=["the page", "its original"])
@pytest.mark.parametrize("moved", [False, True], ids=["in its place", "where it sends to"])
def test_what_stands_in_front_of_a_page_is_not_kept(server, audit, tmp_path, wall, moved):
    hosts = {"/copy": "host.example", "/river": "news.example"}
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"))
    server.pages[f"{hosts[wall]}/question"] = QUESTION
    server.pages[hosts[wall] + wall] = redirect("/question", 302) if moved else QUESTION
    url = server.url("/copy", "host.example")
    audit(url, cache=tmp_path)
    asked = len(server.requests)
    again = audit(url, cache=tmp_path, offline=True).pages[0]
    told = again.error_code if wall == "/copy" else again.links[0].end
    assert told == "offline"
    assert len(server.requests) == asked
    assert Cache(tmp_path).get(server.url(wall, hosts[wall])) is None


def test_a_password_is_in_no_report(server, audit):
    server.pages["host.example/copy"] = copy("/river")
    report = audit(server.url("/copy", "ann:secret@host.example"), server.url("/none", "ann:secret@host.example"))
    assert "secret" not in repr(report)


NO_ADDRESSES = [
    "http://[bad/x",
    "http://ann:secret@[bad/x",
    "https://",
    "http://ann:secret/1@host.example/x",
    "http://ann:secret#1@host.example/x",
    "http://ann:secret?1@host.example/x",
    "http://ann@a.example:secret/1@host.example/x",
    "http://ann:secret@host.example:99999/x",
    "http:///ann:secret@host.example/x",
    "http://[bad/x#part",
    "ftp://ann:secret@host.example/x",
]


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_address_is_told_of(audit, url):
    (report,) = audit(url).pages
    assert (report.outcome, report.error_code) == (PageOutcome.ERROR, "bad_address")
    assert "secret" not in repr(report)


def test_a_password_in_a_link_of_a_page_is_neither_told_nor_used(server, audit):
    river = server.url("/river", "ann:secret@news.example")
    server.pages["host.example/copy"] = copy(river, head=f'<link rel="canonical" href="{river}">')
    report = audit(server.url("/copy", "host.example"))
    assert report.pages[0].links[0].url == server.url("/river", "news.example")
    assert "secret" not in repr(report)
    assert not any("authorization" in request.headers for request in server.requests)


def test_a_password_of_a_page_counter_is_not_told(audit):
    (report,) = audit("http://ann:secret@counter.theconversation.com/content/7/count.gif").pages
    assert (report.error_code, report.target) == (
        "page_counter",
        "http://counter.theconversation.com/content/7/count.gif",
    )
    assert "secret" not in repr(report)


# --- what is said to search engines ---------------------------------------------------------------------------------

NEWS = "https://news.example/2024/river"
CANONICAL = f'<link rel="canonical" href="{NEWS}">'
NOINDEX = '<meta name="robots" content="noindex">'

# head, headers -> what contradicts
SIGNALS = [
    pytest.param(CANONICAL, {}, [], id="a canonical address"),
    pytest.param(NOINDEX, {}, [], id="search engines kept out"),
    pytest.param(CANONICAL + NOINDEX, {}, ["keeps search engines out"], id="both"),
    pytest.param(CANONICAL, {"X-Robots-Tag": "noindex"}, ["keeps search engines out"], id="kept out by a header"),
    pytest.param(CANONICAL, {"X-Robots-Tag": "otherbot: noindex"}, [], id="another robot kept out"),
    pytest.param(CANONICAL, {"Link": f'<{NEWS}>; rel="canonical"'}, [], id="the same by a header"),
    pytest.param(
        CANONICAL, {"X-Robots-Tag": "googlebot: none"}, ["keeps search engines out"], id="one engine kept out"
    ),
    pytest.param(CANONICAL, {"X-Robots-Tag": "unavailable_after: 1 Jan 2090 00:00:00 GMT"}, [], id="kept out some day"),
    pytest.param(
        CANONICAL, {"X-Robots-Tag": "unavailable_after: 2010-06-25"}, ["keeps search engines out"], id="kept out by now"
    ),
    pytest.param(f"{CANONICAL}{CANONICAL}", {}, [], id="the same twice"),
    pytest.param(
        f'{CANONICAL}<link rel="canonical" href="/copy">', {}, ["search engines go by neither"], id="two in the head"
    ),
    pytest.param(
        f'{CANONICAL}<link rel="canonical" href="http://[">',
        {},
        ["search engines go by neither"],
        id="one that is none",
    ),
    pytest.param(
        '<link rel="canonical" href="/copy">',
        {"Link": f'<{NEWS}>; rel="canonical"'},
        ["The Link header names"],
        id="another by a header",
    ),
    pytest.param(
        "",
        {"Link": f'<{NEWS}>; rel="canonical", <http://host.example/copy>; rel="canonical"'},
        ["the Link header another one"],
        id="two by a header",
    ),
    pytest.param(
        CANONICAL,
        {"Link": '<http://host.example/copy>; rel="canonical"'},
        ["the Link header another one"],
        id="its own by a header",
    ),
]


@pytest.mark.parametrize(("head", "headers", "expected"), SIGNALS)
def test_contradicting_signals_are_warned_of(server, page, head, headers, expected):
    report = page((200, headers, copy(server.url("/river", "news.example"), head=head)))
    found = [finding for finding in report.findings if finding.type == "search_signals"]
    assert len(found) == len(expected)
    assert all(text in finding.message for text, finding in zip(expected, found, strict=True))
    assert report.outcome is PageOutcome.COMPLIANT


HEADERS = """
id = "example-headers"

[publisher]
name = "Example News"
domains = ["news.example"]

[[version]]
id = "2024-01-01"
source = { url = "https://news.example/terms", read = "2026-01-15" }

[[version.requirement]]
type = "canonical_link"
strength = "must"
clause = "The canonical address is the original's."

[[version.requirement]]
type = "noindex"
strength = "must"
clause = "Search engines are kept out."
"""

# head, in the body, headers -> canonical_link, noindex
COUNTED = [
    pytest.param("", "", {}, ["failed", "failed"], id="nothing"),
    pytest.param("", CANONICAL, {}, ["failed", "failed"], id="an inert one in the body"),
    pytest.param("", "", {"Link": f'<{NEWS}>; rel="canonical"'}, ["passed", "failed"], id="a canonical header"),
    pytest.param(
        CANONICAL, "", {"Link": f'<{NEWS}>; rel="canonical"'}, ["passed", "failed"], id="head and header agree"
    ),
    pytest.param(
        '<link rel="canonical" href="/copy">',
        "",
        {"Link": f'<{NEWS}>; rel="canonical"'},
        ["failed", "failed"],
        id="head and header do not",
    ),
    pytest.param("", "", {"X-Robots-Tag": "googlebot: noindex"}, ["failed", "passed"], id="one search engine kept out"),
    pytest.param("", "", {"X-Robots-Tag": "otherbot: noindex"}, ["failed", "failed"], id="another robot kept out"),
    pytest.param("", "", {"X-Robots-Tag": "none"}, ["failed", "passed"], id="all kept out"),
]


def test_a_link_without_its_scheme_is_broken_and_its_page_a_copy_all_the_same(page):
    report = page(copy("www.news.example/2024/river"))
    assert [ack.names for ack in report.acknowledgements if ack.kind is Kind.SOURCE_ATTRIBUTION] == [("Example News",)]
    assert next(each for each in report.findings if each.requirement == "link_to_original").outcome == "failed"


@pytest.mark.parametrize(("head", "body", "headers", "expected"), COUNTED)
def test_headers_count(server, settings_of, head, body, headers, expected):
    library = packaged().with_own([validity.parse(HEADERS, "example-headers.toml")])
    server.pages["host.example/copy"] = 200, headers, copy(server.url("/river", "news.example"), body, head)
    (report,) = checker.check(
        [server.url("/copy", "host.example")],
        Question(library["example-headers"]),
        Plan(settings=settings_of()),
        library,
    ).pages
    found = {finding.requirement: finding.outcome.value for finding in report.findings}
    assert [found["canonical_link"], found["noindex"]] == expected


# --- lists ----------------------------------------------------------------------------------------------------------


def urlset(*urls):
    return (
        200,
        {"Content-Type": "application/xml"},
        f"<urlset>{''.join(f'<url><loc>{url}</loc></url>' for url in urls)}</urlset>",
    )


def test_lists_stand_for_their_pages_in_their_order(server, audit, tmp_path):
    def at(path):
        return server.url(path, "host.example")

    for path in "abcdefg":
        server.pages[f"host.example/{path}"] = f"<h1>{path}</h1>"
    index = f"<sitemapindex><sitemap><loc>{at('/1.xml.gz')}</loc></sitemap><sitemap><loc>{at('/2.xml')}</loc></sitemap></sitemapindex>"
    server.pages |= {
        "host.example/sitemap.xml": (200, {"Content-Type": "text/xml"}, index),
        "host.example/1.xml.gz": (
            200,
            {"Content-Type": "application/gzip"},
            gzip.compress(urlset(at("/a"), at("/b"))[2].encode()),
        ),
        "host.example/2.xml": urlset(at("/c"), at("/a")),
        "host.example/feed": (
            200,
            {"Content-Type": "application/rss+xml"},
            f"<rss><item><link>{at('/d')}</link></item></rss>",
        ),
        "host.example/list": (200, {"Content-Type": "text/plain"}, f"# ours\n{at('/e')}\n{at('/nowhere')}\n"),
        "host.example/list.gz": (200, {"Content-Type": "application/x-gzip"}, gzip.compress(at("/g").encode())),
    }
    file = tmp_path / "urls.txt"
    file.write_text(f"{at('/f')}\n{at('/f')}#top\n")
    local = tmp_path / "page.md"
    local.write_text("# A page of our own")
    report = audit(at("/sitemap.xml"), str(local), at("/feed"), str(file), at("/list"), at("/list.gz"))
    assert [page.target.rpartition("/")[2] for page in report.pages] == [
        "a",
        "b",
        "c",
        "page.md",
        "d",
        "f",
        "e",
        "nowhere",
        "g",
    ]
    assert [page.error_code for page in report.pages] == [None] * 7 + ["not_found", None]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param("<urlset></urlset>", "empty_list", id="of nothing"),
        pytest.param("<sitemapindex><sitemap><loc>ITSELF</loc></sitemap></sitemapindex>", "empty_list", id="of itself"),
        pytest.param(
            "<sitemapindex><sitemap><loc>ITSELF?NEXT</loc></sitemap></sitemapindex>", "empty_list", id="without an end"
        ),
    ],
)
def test_a_list_that_leads_nowhere_ends(server, audit, content, code):
    count = iter(range(1000))

    def answer(_):
        body = content.replace("ITSELF", server.url("/list", "host.example")).replace("NEXT", str(next(count)))
        return 200, {"Content-Type": "text/xml"}, body

    def send(handler):
        return answer(handler)

    for number in range(20):
        server.pages[f"host.example/list?{number}"] = send
    server.pages["host.example/list"] = send
    report = audit(server.url("/list", "host.example"))
    assert [page.error_code for page in report.pages] == [code]
    assert len(server.asked()) < 10


def test_lists_that_name_each_other_are_told_of_and_their_pages_are_checked_once(server, audit):
    one, other, page = (server.url(path, "host.example") for path in ("/one.xml", "/other.xml", "/a"))
    server.pages |= {"host.example/one.xml": urlset(other), "host.example/other.xml": urlset(one)}
    assert [(page.target, page.error_code) for page in audit(one).pages] == [(other, "empty_list")]
    server.pages |= {"host.example/other.xml": urlset(one, page), "host.example/a": "<h1>a</h1>"}
    assert [(page.target, page.error_code) for page in audit(one, page, other).pages] == [(page, None)]


def test_a_list_that_is_cut_says_so(server, audit):
    server.pages["host.example/list"] = urlset(server.url("/a", "host.example"), *["http://x.example/"] * 5)
    server.pages["host.example/a"] = "<h1>a</h1>"
    report = audit(server.url("/list", "host.example"), limits={"max_bytes": 90})
    assert report.pages[-1].error_code == "list_cut"


# --- many pages -----------------------------------------------------------------------------------------------------


class Noted(Watch):
    """Notes when each page is done."""

    def __init__(self):
        self.pages = []
        self.count = 0

    def found(self, count):
        self.count += count

    def done(self, page):
        self.pages.append(page.target)


def test_a_bad_host_delays_no_other_and_pages_are_told_of_when_they_are_done(server, settings_of):
    release = threading.Event()

    def slow(_):
        release.wait(5)
        return 200, {}, "<h1>late</h1>"

    server.pages["slow.example/a"] = slow
    targets = [server.url("/a", "slow.example")]
    for number in range(6):
        server.pages[f"host{number}.example/a"] = f"<h1>{number}</h1>"
        targets.append(server.url("/a", f"host{number}.example"))

    class Releasing(Noted):
        def done(self, page):
            super().done(page)
            if len(self.pages) == 6:
                release.set()

    watch = Releasing()
    report = checker.audit(targets, plan=Plan(settings=settings_of(jobs=3), watch=watch))
    assert [page.target for page in report.pages] == targets
    assert watch.pages[-1] == targets[0]
    assert watch.count == 7


def test_large_pages_are_read_one_at_a_time_and_small_ones_together(server, settings_of, monkeypatch):
    """Each takes many times its size in memory."""
    monkeypatch.setattr(live, "_LARGE", 20)
    together = threading.Barrier(2)
    reading = []

    def judge(document):
        if document.content.startswith(b"small"):
            together.wait(5)
        else:
            reading.append(document.target)
            assert len(reading) == 1
            time.sleep(0.05)
            reading.pop()
        return PageReport(document.target, PageOutcome.NOT_REPUBLISHED)

    for number, content in enumerate(["large " * 9, "large " * 9, "large " * 9, "small", "small"]):
        server.pages[f"host{number}.example/a"] = content
    urls = [server.url("/a", f"host{number}.example") for number in range(5)]
    done = run(urls, Plan(settings=settings_of(jobs=5)), judge)
    assert [page.error_code for page in done.pages] == [None] * 5


def test_what_is_done_already_is_left_out(server, settings_of):
    server.pages["host.example/a"] = server.pages["host.example/b"] = "<h1>x</h1>"
    a, b = (server.url(path, "host.example") for path in ("/a", "/b"))
    plan = Plan(settings=settings_of(), skips=frozenset({a}))
    assert [page.target for page in checker.audit([a, b], plan=plan).pages] == [b]
    assert "/a" not in server.asked()


@pytest.mark.parametrize(
    ("host", "place"),
    [
        pytest.param("host.example", "#part", id="a place on the page"),
        pytest.param("ann:secret@host.example", "", id="a login"),
    ],
)
def test_a_page_that_is_done_is_known_again(server, settings_of, host, place):
    server.pages["host.example/a"] = "<h1>x</h1>"
    target = server.url(f"/a{place}", host)
    (first,) = checker.audit([target], plan=Plan(settings=settings_of())).pages
    plan = Plan(settings=settings_of(), skips=frozenset({first.target}))
    assert checker.audit([target], plan=plan).pages == ()


def test_what_was_done_before_somebody_stopped_it_is_kept(server, settings_of, monkeypatch):
    from checker.documents.web.errands import Errands  # noqa: PLC0415

    server.pages["host.example/a"] = "<h1>x</h1>"
    done = threading.Event()
    going = Errands.run

    class Stopping(Noted):
        def done(self, page):
            done.set()

    def run(self):
        threading.Thread(target=going, args=(self,), daemon=True).start()
        assert done.wait(5)
        time.sleep(0.05)
        raise KeyboardInterrupt

    monkeypatch.setattr(Errands, "run", run)
    server.pages["slow.example/a"] = lambda _: time.sleep(0.5)
    targets = [server.url("/a", "host.example"), server.url("/a", "slow.example")]
    report = checker.audit(targets, plan=Plan(settings=settings_of(), watch=Stopping()))
    assert report.interrupted
    assert [page.target for page in report.pages] == targets[:1]


def test_a_fault_on_one_page_is_told_and_stops_no_other(server, settings_of):
    from checker import run  # noqa: PLC0415
    from checker.model import PageReport  # noqa: PLC0415

    for path in "ab":
        server.pages[f"host.example/{path}"] = f"<h1>{path}</h1>"

    def judge(document):
        if b"<h1>a" in document.content:
            raise RuntimeError("a fault of ours")
        return PageReport(document.target, PageOutcome.COMPLIANT)

    targets = [server.url("/a", "ann:secret@host.example"), server.url("/b", "host.example")]
    report = run.run(targets, replace(Plan(), settings=settings_of()), judge)
    assert [page.error_code for page in report.pages] == ["internal", None]
    assert "secret" not in repr(report)
