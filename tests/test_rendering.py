"""Pages whose scripts matter, end to end: a real browser, which gets all that it asks for from a real server by way of this program."""

import json
import time

import pytest

import checker
from checker.model import Kind, Outcome, PageOutcome
from checker.run import Plan

pytestmark = pytest.mark.usefixtures("browser")

TEXT = "The water came early this year, stayed for nine days, and left a line on the school wall. " * 12
TITLE = "The river comes back to Example Town"
NEWS = "https://news.example/2024/river"
CREDIT = f'<p id="credit">This article was originally published on <a href="{NEWS}">Example News</a>.</p>'
JS = {"Content-Type": "text/javascript"}


def copy(more="", head=""):
    return f"""<!doctype html><html><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1><p>By Ann Writer</p>
<p>{TEXT}</p>{more}</article></body></html>"""


def added(html):
    """A script that puts something at the article's end."""
    return f"document.querySelector('article').insertAdjacentHTML('beforeend', {html!r});"


@pytest.fixture
def server(serving):
    return serving()


@pytest.fixture
def page(server, settings_of):
    """Checks one page, whose scripts run."""

    def run(content, renders=True, limits=None):
        server.pages["host.example/copy"] = content
        # Much time, for machines that are busy: no page but the endless ones needs it.
        plan = Plan(settings=settings_of(renders=renders, limits={"seconds": 30.0, **(limits or {})}))
        return checker.check([server.url("/copy", "host.example")], plan=plan).pages[0]

    return run


def of(report, kind):
    return [ack for ack in report.acknowledgements if ack.kind is kind and ack.usable]


def finding(report, requirement):
    return next(each for each in report.findings if each.requirement == requirement)


def test_a_page_without_scripts_is_the_same_with_them(page):
    plain, shown = page(copy(CREDIT), renders=False), page(copy(CREDIT))
    assert shown.outcome is plain.outcome is PageOutcome.COMPLIANT
    assert plain.rendering is None
    assert (shown.rendering.only_with, shown.rendering.only_without, shown.rendering.problem) == ((), (), None)
    assert [each.message for each in shown.findings] == [each.message for each in plain.findings]


def test_a_credit_that_only_a_script_shows_counts_and_is_told(page):
    content = copy(head=f"<script>addEventListener('load', () => {{ {added(CREDIT)} }})</script>")
    assert page(content, renders=False).outcome is PageOutcome.NOT_REPUBLISHED
    report = page(content)
    assert report.outcome is PageOutcome.COMPLIANT
    assert Kind.LINK_TO_ORIGINAL in {ack.kind for ack in report.rendering.only_with}
    assert report.rendering.outcome is PageOutcome.NOT_REPUBLISHED
    assert finding(report, "link_to_original").message.endswith("Only with scripts: without them it is not met.")
    assert "scripts" not in finding(report, "author_credit").message
    assert Kind.AUTHOR_CREDIT not in {ack.kind for ack in report.rendering.only_with}


def test_a_credit_that_a_script_takes_away_is_none(page):
    content = copy(
        f"{CREDIT}<p>© Example News</p><script>document.getElementById('credit').remove()</script>",
        f'<link rel="canonical" href="{NEWS}">',
    )
    report = page(content)
    link = finding(report, "link_to_original")
    assert link.outcome is not Outcome.PASSED
    assert Kind.LINK_TO_ORIGINAL in {ack.kind for ack in report.rendering.only_without}
    assert report.rendering.outcome is PageOutcome.COMPLIANT


def test_a_link_that_only_a_script_mends_is_told(page):
    content = copy(
        f'<p>This article was originally published on <a id="to" href="#">Example News</a>.</p>'
        f"<script>document.getElementById('to').href = '{NEWS}'</script>"
    )
    report = page(content)
    assert finding(report, "link_to_original").message.endswith("Only with scripts: without them it is not met.")
    assert "scripts" not in finding(report, "source_attribution").message
    assert [ack.evidence.href for ack in report.rendering.only_with if ack.kind is Kind.LINK_TO_ORIGINAL] == [NEWS]


def test_what_stands_in_noscript_is_there_without_scripts(page):
    report = page(copy(f"{CREDIT}<noscript><p>Copyright © 2024 Example News</p></noscript>"))
    assert not of(report, Kind.COPYRIGHT_LINE)
    assert [ack.kind for ack in report.rendering.only_without] == [Kind.COPYRIGHT_LINE]
    assert report.rendering.only_with == ()


APP = '<div id="root"></div><script type="module" src="/app.js"></script>'
FILLS = """import { html } from "./text.js";
const answer = await fetch("/api/article");
document.getElementById("root").innerHTML = html(await answer.json());"""


def app(server):
    server.pages |= {
        "/app.js": (200, JS, FILLS),
        "/text.js": (200, JS, "export const html = data => data.html;"),
        "/api/article": (200, {"Content-Type": "application/json"}, json.dumps({"html": copy(CREDIT)})),
    }
    return APP


def test_an_app_is_read_when_its_scripts_have_filled_it(server, page):
    bare = page(app(server), renders=False)
    assert (bare.outcome, bare.error_code) == (PageOutcome.ERROR, "js_required")
    assert "--render" in bare.error_message
    report = page(APP)
    assert (report.outcome, report.error_code) == (PageOutcome.COMPLIANT, None)
    assert report.rendering.outcome is PageOutcome.ERROR
    asked = [request.path for request in server.requests]
    assert asked.count("/copy") == 2
    assert {"/app.js", "/text.js", "/api/article"} <= set(asked)


def test_an_app_that_shows_nothing_stays_untold(page):
    report = page('<div id="root"></div><script src="/none.js"></script>')
    assert (report.outcome, report.error_code) == (PageOutcome.ERROR, "js_required")
    assert report.error_message == "only scripts put the text on the page, and in a browser they did not"


COUNTER = "/content/7/count.gif?"

PARTS = """<img src="{url}img"><script src="{url}script"></script><script>fetch("{url}fetch")</script>
<script>navigator.sendBeacon("{url}beacon")</script><iframe src="{url}frame"></iframe><script>open("{url}window")</script>
<link rel="stylesheet" href="{url}style"><form action="{url}form" target="x"></form><script>document.forms[0].submit()</script>"""

# what a page does -> what it must not reach
NEVER = [
    pytest.param(PARTS, id="parts of the page"),
    pytest.param('<script>location.href = "{url}"</script>', id="another page"),
    pytest.param('<meta http-equiv="refresh" content="0; url={url}">', id="a refresh"),
]


@pytest.mark.parametrize("way", NEVER)
def test_a_page_counter_is_never_requested(serving, page, way):
    from checker import engine  # noqa: PLC0415

    news = serving()
    url = news.url(COUNTER, "counter.theconversation.com")
    assert engine.default().is_counter(url)
    report = page(copy(CREDIT + way.replace("{url}", url)))
    assert of(report, Kind.LINK_TO_ORIGINAL)
    assert report.rendering.problem is None
    assert news.requests == []


def test_a_counter_that_nobody_knew_of_is_not_requested_by_a_copy_of_its_publisher(serving, page):
    news = serving({"/counter/7.js": (200, JS, ""), "/chart.js": (200, JS, added("<p>A chart</p>"))})
    counter, chart = (news.url(path, "news.example") for path in ("/counter/7.js", "/chart.js"))
    page(copy(f'{CREDIT}<script src="{counter}"></script><script src="{chart}"></script>'))
    assert news.asked() == ["/robots.txt", "/chart.js"]


INSIDE = """<script src="{url}script"></script><link rel="stylesheet" href="{url}style"><script src="/moved"></script>
<link rel="preconnect" href="{url}"><link rel="dns-prefetch" href="{url}"><link rel="prefetch" href="{url}prefetch">
<link rel="preload" as="image" href="{url}preload"><link rel="manifest" href="{url}manifest"><link rel="icon" href="{url}icon">
<img src="{url}img"><video src="{url}video"></video><object data="{url}object"></object><iframe src="{url}frame"></iframe>
<style>@font-face {font-family: f; src: url("{url}font")} p {font-family: f; background: url("{url}background")}</style>
<script>fetch("{url}fetch"); fetch("{url}post", {method: "POST"}); navigator.sendBeacon("{url}beacon");
new EventSource("{url}events"); new WebSocket("{url}socket".replace("http", "ws"));
new Worker(URL.createObjectURL(new Blob(['fetch("{url}worker")'])));
navigator.serviceWorker?.register("/service.js");
const peer = new RTCPeerConnection({iceServers: [{urls: "stun:127.0.0.3:3478"}]}); peer.createDataChannel("x");
peer.createOffer().then(offer => peer.setLocalDescription(offer));</script>"""

# what a page does to reach a private address
PRIVATE = [
    pytest.param(INSIDE, id="parts of the page"),
    pytest.param('<form method="post" action="{url}"></form><script>document.forms[0].submit()</script>', id="a form"),
]


@pytest.mark.parametrize("way", PRIVATE)
def test_a_private_address_is_never_reached(serving, settings_of, way):
    """The page itself is on an address that passes for a public one."""
    from checker.documents.web import guard  # noqa: PLC0415

    try:
        inside = serving(host="127.0.0.3")
    except OSError:
        pytest.skip("this machine has one loopback address")
    server = serving({"/moved": (302, {"Location": inside.url("/")}, "")})
    server.pages["/copy"] = copy(CREDIT + way.replace("{url}", inside.url("/x")))
    real, guard.is_private = guard.is_private, lambda ip: ip == "127.0.0.3"
    try:
        settings = settings_of(
            renders=True,
            limits={"private": False, "seconds": 30.0},
            resolve=lambda host, _: [host if host.startswith("127") else "127.0.0.1"],
        )
        report = checker.check([server.url("/copy", "host.example")], plan=Plan(settings=settings)).pages[0]
    finally:
        guard.is_private = real
    assert report.outcome is PageOutcome.COMPLIANT
    assert inside.requests == []


def test_robots_txt_holds_for_what_scripts_ask_for(server, page):
    server.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /api/")
    assert page(app(server)).error_code == "js_required"
    assert "/api/article" not in server.asked()


# --- what must come to an end ---------------------------------------------------------------------------------------

ENDLESS = [
    pytest.param("<script>while (true);</script>", "needs_review", id="a loop"),
    pytest.param("<script>addEventListener('load', () => { while (true); })</script>", "needs_review", id="later"),
    pytest.param("<script>setInterval(() => fetch('/more?' + Math.random()), 50)</script>", "compliant", id="requests"),
    pytest.param('<script src="/slow"></script>', "compliant", id="a script that does not come"),
    pytest.param("<script>setInterval(() => location.reload(), 20)</script>", "compliant", id="reloads"),
    pytest.param("<script>alert(1); confirm(2); onbeforeunload = () => 'stay'</script>", "compliant", id="questions"),
]


@pytest.mark.parametrize(("script", "outcome"), ENDLESS)
def test_a_page_that_does_not_end_is_left(server, page, script, outcome):
    server.pages["/slow"] = lambda handler: time.sleep(20)
    start = time.monotonic()
    report = page(copy(CREDIT + script), limits={"seconds": 10.0 if outcome == "compliant" else 4.0})
    assert time.monotonic() - start < 20
    assert report.outcome is PageOutcome(outcome)
    told = [each for each in report.findings if each.reason == "not_rendered"]
    assert bool(told) == (outcome == "needs_review") == bool(report.rendering.problem)


def test_a_page_has_so_many_requests_and_no_more(server, page):
    script = "<script>for (let i = 0; i < 400; i++) fetch('/n?' + i)</script>"
    assert page(copy(CREDIT + script)).outcome is PageOutcome.COMPLIANT
    assert 100 < len(server.requests) < 220


def test_a_page_that_grows_too_large_is_cut(page):
    script = "<script>document.body.append('x'.repeat(300000))</script>"
    report = page(copy(CREDIT + script), limits={"max_bytes": 100_000})
    assert report.incomplete == "too_large"


def test_many_pages_share_one_browser_and_no_cookies(server, settings_of):
    script = f"<script>if (!document.cookie) {{ {added(CREDIT)} }} document.cookie = 'seen=1';</script>"
    server.pages |= {f"/copy{number}": copy(script) for number in range(6)}
    targets = [server.url(f"/copy{number}", "host.example") for number in range(6)]
    report = checker.check(targets, plan=Plan(settings=settings_of(renders=True, limits={"seconds": 30.0})))
    # `added` finds the article's end only where the script stands inside of it.
    assert [page.outcome for page in report.pages] == [PageOutcome.COMPLIANT] * 6
    assert not [request for request in server.requests if "cookie" in request.headers]
