"""The HTML report in a real browser: it opens, filters, sorts and unfolds, everybody can use it, and no page acts in it."""

import os
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from checker.model import Edit, EditClass, Finding, Match, Outcome
from checker.report import html
from checker.results import read
from checker.results.history import history
from checker.results.kept import InMemory
from checker.results.tally import tally
from tests.results.made import page, write

NOW = datetime(2026, 11, 20, tzinfo=UTC)
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
BAD = "<img src=x onerror=alert(1)></script><script>window.hit=1</script>\u202e\x1b[31m"
MANY = 700


@pytest.fixture
def report(tmp_path):
    """A report on looks at pages, as a file."""

    def make(*looks, since=None):
        with InMemory() as kept:
            for number, pages in enumerate(looks, 1):
                kept.add(read.read(write(tmp_path / f"{number}.json", f"2026-{number:02}-03", *pages)))
            found = history(kept.looks())
            content = html.write(tally(found), found, kept.page, NOW, since)
        file = tmp_path / "report.html"
        file.write_text(content, "utf-8")
        return file

    return make


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if not BROWSER:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        options = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
        opened = started.chromium.launch(executable_path=BROWSER, args=options)
        yield opened
        opened.close()


@pytest.fixture
def show(browser):
    """Opens a file; whatever the browser complains of or asks the network for is an error at the end."""
    contexts, said = [], []

    def open_file(file, **settings):
        context = browser.new_context(**settings)
        contexts.append(context)
        shown = context.new_page()
        shown.on("console", lambda message: said.append(message.text))
        shown.on("pageerror", lambda error: said.append(str(error)))
        shown.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
        shown.goto(file.as_uri())
        shown.wait_for_selector("#filter:not([hidden])")
        return shown

    yield open_file
    for context in contexts:
        context.close()
    assert said == []


def some(count=3):
    yield page("https://b.example/bad", link_to_original="failed", author_credit="failed")
    yield page("https://c.example/open", link_to_original="renderer_decides", language="de")
    for number in range(count):
        yield page(f"https://a.example/{number}", link_to_original="passed", author_credit="passed")


def names(shown):
    return shown.locator("#pages tbody tr[data-number]:visible .open").all_inner_texts()


def test_the_worst_page_is_first_and_unfolds(report, show):
    shown = show(report(list(some())))
    assert names(shown)[0] == "https://b.example/bad"
    shown.get_by_role("button", name="https://b.example/bad").click()
    details = shown.locator(".details")
    assert details.locator(".finding").count() == 2
    assert details.locator("mark").first.inner_text() == "Example News"
    assert "First published by Example News in May." in details.locator("dd bdi").first.inner_text()
    assert details.locator("pre").first.inner_text() == "<p>Mend</p>"
    shown.get_by_role("button", name="https://b.example/bad").click()
    assert shown.locator(".details").count() == 0


def test_it_is_used_by_keyboard_alone(report, show):
    shown = show(report(list(some())))
    shown.get_by_role("button", name="https://b.example/bad").focus()
    shown.keyboard.press("Enter")
    assert shown.locator(".details").count() == 1
    shown.get_by_role("button", name="Site").focus()
    shown.keyboard.press("Space")
    assert names(shown)[0] == "https://a.example/0"


def test_it_filters(report, show):
    shown = show(report(list(some())))
    shown.get_by_label("Contains").fill("C.EXAMPLE")
    assert names(shown) == ["https://c.example/open"]
    assert shown.locator("#count").inner_text() == "1 of 5 pages"
    shown.get_by_role("button", name="Show all").click()
    shown.get_by_text("5 of 5 pages", exact=True).wait_for()
    shown.locator("select[name=requirement]").select_option("author_credit")
    assert names(shown) == ["https://b.example/bad"]
    shown.locator("select[name=requirement]").select_option("")
    shown.get_by_label("Outcome").select_option("needs_review")
    assert names(shown) == ["https://c.example/open"]
    shown.get_by_label("Outcome").select_option("")
    shown.get_by_label("Language").select_option("de")
    assert names(shown) == ["https://c.example/open"]


def test_it_sorts_both_ways_and_says_so(report, show):
    shown = show(report(list(some(12))))
    shown.get_by_role("button", name="Page", exact=True).click()
    assert names(shown)[:3] == ["https://a.example/0", "https://a.example/1", "https://a.example/2"]
    assert names(shown)[9:11] == ["https://a.example/9", "https://a.example/10"]
    shown.get_by_role("button", name="Page", exact=True).click()
    assert names(shown)[0] == "https://c.example/open"
    assert shown.locator("th[aria-sort=descending]").inner_text().strip().startswith("Page")


def test_of_many_pages_some_are_shown_and_all_are_found(report, show):
    shown = show(report(list(some(MANY))))
    assert shown.locator("#pages tbody tr[data-number]:visible").count() == 500
    assert shown.locator("#count").inner_text() == f"{MANY + 2} of {MANY + 2} pages, the first 500 shown"
    shown.get_by_label("Contains").fill(f"a.example/{MANY - 1}")
    assert names(shown) == [f"https://a.example/{MANY - 1}"]
    shown.get_by_label("Contains").fill("")
    shown.get_by_role("button", name="Show more pages").click()
    assert shown.locator("#pages tbody tr[data-number]:visible").count() == MANY + 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(report, show, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    looks = [list(some()), list(some()), [page("https://b.example/bad", link_to_original="passed")]]
    # The report forbids itself all scripts but its own; axe is one.
    shown = show(report(*looks, since=datetime(2026, 2, 1, tzinfo=UTC)), color_scheme=scheme, bypass_csp=True)
    shown.locator("#pages .open").first.click()
    found = axe.Axe().run(shown).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def test_the_trend_is_a_chart_and_a_table(report, show):
    looks = [[page("p", link_to_original=said)] for said in ("failed", "failed", "passed")]
    shown = show(report(*looks))
    assert "2026-03 100 percent compliant" in shown.locator("svg.trend").get_attribute("aria-label")
    assert shown.locator("svg.trend rect").count() == 3
    assert shown.locator("#trend ~ table tbody tr").count() == 3


def test_what_changed_is_counted(report):
    looks = [[page("p", link_to_original=said)] for said in ("failed", "passed")]
    content = report(*looks, since=datetime(2026, 2, 1, tzinfo=UTC)).read_text("utf-8")
    assert "<b>1</b> fixed" in content
    assert "<b>0</b> new" in content


def test_how_much_of_an_original_is_there_is_said_and_its_name_is_escaped(report):
    made = replace(page("p", link_to_original="failed"), matches=(Match(f"{BAD}.html", None, 90, 0.6, 0.5),))
    content = report([made]).read_text("utf-8")
    assert "It has 60% of the words of" in content
    assert "50% of its own" in content
    assert "<img src=x" not in content


def test_nothing_of_a_page_acts(report, show):
    made = page(BAD, BAD, link_to_original="failed", language='x" onclick="alert(1)')
    shown = show(report([made, page("javascript:alert(1)", "javascript:alert(2)", link_to_original="failed")]))
    for button in shown.locator("#pages .open").all():
        button.click()
    assert shown.evaluate("window.hit") is None
    assert shown.locator("img, main script, a[href^='javascript']").count() == 0
    assert "\\u{202e}" in shown.locator("#pages .open").first.inner_text()


def test_even_an_injected_script_would_not_run(report, browser):
    """The second line of defence: the policy of the file itself."""
    file = report(list(some()))
    file.write_text(file.read_text("utf-8").replace("</main>", "<script>window.hit = 1</script></main>"), "utf-8")
    shown = browser.new_page()
    shown.goto(file.as_uri())
    shown.wait_for_selector("#filter:not([hidden])")
    assert shown.evaluate("window.hit") is None
    shown.context.close()


def test_the_copy_stands_beside_the_original(report, show):
    made = page("p", link_to_original="failed")
    edits = (Edit(EditClass.CHANGED, "The river rose by two metres.", "The river rose by nine metres.", 4),)
    first = made.findings[0]
    with_edits = Finding(
        "no_edits", Outcome.FAILED, first.severity, "It was changed.", first.clause, edits=edits, type="no_edits"
    )
    object.__setattr__(made, "findings", (with_edits,))
    shown = show(report([made]))
    shown.locator("#pages .open").first.click()
    assert shown.locator(".edits del").all_inner_texts() == [" two"]
    assert shown.locator(".edits ins").all_inner_texts() == [" nine"]
    kind, ours, theirs = (shown.locator(".edits td").nth(place).bounding_box() for place in range(3))
    assert kind["width"] > 80
    assert ours["width"] == pytest.approx(theirs["width"], abs=1)


def test_text_of_the_right_to_left_is_laid_out_so(report, show):
    shown = show(report([page("p", "ארכיון הנהר", link_to_original="failed", language="he")]))
    cell = shown.locator("#pages tbody tr bdi", has_text=re.compile("River|river|ארכיון")).first
    assert cell.evaluate("each => getComputedStyle(each).unicodeBidi") in {"isolate", "plaintext"}


def test_on_paper_every_page_is_unfolded(report, show):
    shown = show(report(list(some())))
    shown.emulate_media(media="print")
    shown.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown.locator(".details").count() == 5
    assert shown.locator("#filter").is_hidden()
