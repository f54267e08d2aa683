"""The example pages: what the README promises of each, and the real page in detail."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import checker
from checker.cli.exits import FailOn, code_of
from checker.documents.document import Document, Media
from checker.engine import default
from checker.model import Kind, Outcome
from checker.question import Question

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
EXPECTED = tomllib.loads((EXAMPLES / "expected.toml").read_text("utf-8"))["page"]
SEED = EXAMPLES / "us-nato-belarus.md"
ORIGINAL = "https://www.globalresearch.ca/us-nato-wants-drag-belarus-war-ukraine/5805670"


@pytest.mark.parametrize("expected", EXPECTED, ids=[page["file"] for page in EXPECTED])
def test_an_example_comes_out_as_its_readme_says(expected):
    (page,) = checker.check([str(EXAMPLES / expected["file"])]).pages
    publisher = page.recognition.publisher
    failed = [finding.requirement for finding in page.findings if finding.outcome is Outcome.FAILED]
    assert page.outcome == expected["outcome"]
    assert sorted(failed) == sorted(expected["failed"])
    assert (
        publisher is None if "publisher" not in expected else expected["publisher"] in {publisher.id, publisher.domain}
    )
    assert (page.recognition.republished is False) == (expected["outcome"] == "not_republished")


def test_every_example_is_expected_and_listed_in_the_readme():
    files = {
        file.relative_to(EXAMPLES).as_posix() for file in EXAMPLES.rglob("*") if file.suffix in {".md", ".html"}
    } - {"README.md"}
    assert files == {page["file"] for page in EXPECTED}
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    for page in EXPECTED:
        name = page["file"].removeprefix("community-site/")
        assert f"| `{name}` | {page['outcome']} |" in readme


@pytest.fixture(scope="module")
def seed():
    """The report on the real page."""
    return checker.check([str(SEED)])


@pytest.fixture(scope="module")
def findings(seed):
    """Its findings by requirement."""
    return {finding.requirement: finding for finding in seed.pages[0].findings}


def test_the_real_page_falls_short_for_its_link_alone(seed, findings):
    page = seed.pages[0]
    assert (page.outcome, code_of(seed, FailOn.ERROR)) == ("violation", 1)
    assert (page.recognition.publisher.id, page.terms.id) == ("globalresearch", "globalresearch")
    assert [name for name, finding in findings.items() if finding.outcome is Outcome.FAILED] == ["link_to_original"]


def test_its_source_attribution_names_both_publishers(findings):
    found = findings["source_attribution"]
    assert found.outcome is Outcome.PASSED
    assert "Global Research" in found.message
    assert "InfoBrics" in found.message
    assert {(7, 1), (60, 1)} <= {(evidence.line, evidence.column) for evidence in found.evidence}


def test_its_copyright_line_names_the_author_the_publisher_and_the_year(seed, findings):
    found = findings["copyright_line"]
    assert found.outcome is Outcome.PASSED
    assert "Ahmed Adel, InfoBrics, 2023" in found.message
    assert [(evidence.text, evidence.line, evidence.column) for evidence in found.evidence] == [
        ("Copyright © Ahmed Adel, InfoBrics, 2023", 61, 1)
    ]
    (line,) = [ack for ack in seed.pages[0].acknowledgements if ack.kind is Kind.COPYRIGHT_LINE]
    assert (line.names, line.details["years"]) == (("Ahmed Adel", "InfoBrics"), "2023")


def test_its_author_is_credited(seed, findings):
    assert findings["author_credit"].outcome is Outcome.PASSED
    assert "Ahmed Adel" in findings["author_credit"].message
    assert seed.pages[0].article.authors == ("Ahmed Adel",)
    assert seed.pages[0].article.title == "US-NATO Wants to Drag Belarus Into War with Ukraine?"


def test_its_fair_use_notice_and_its_disclaimer_are_there(seed, findings):
    assert findings["fair_use_notice"].outcome is Outcome.PASSED
    assert "line 73" in findings["fair_use_notice"].message
    notices = {ack.details["what"]: ack for ack in seed.pages[0].acknowledgements if ack.kind is Kind.FAIR_USE_NOTICE}
    assert notices.keys() == {"fair_use", "disclaimer"}
    assert notices["disclaimer"].evidence.text.startswith(
        "The contents of this article are of sole responsibility of the author(s)."
    )
    assert notices["disclaimer"].evidence.line == 71


def test_its_link_is_a_dead_hash_and_the_one_real_link_goes_home(findings):
    found = findings["link_to_original"]
    assert found.outcome is Outcome.FAILED
    assert (found.evidence[0].line, found.evidence[0].column) == (60, 41)
    assert (found.evidence[0].text, found.evidence[0].href) == ("InfoBrics", "#")
    assert "“#” (line 60, column 41)" in found.message
    assert "http://www.globalresearch.ca" in found.message
    assert "home page" in found.message
    assert found.clause.url == "https://www.globalresearch.ca/about-2"


def test_its_link_is_listed_as_broken(seed):
    broken = [ack for ack in seed.pages[0].acknowledgements if ack.kind is Kind.LINK_TO_ORIGINAL]
    assert broken
    assert {(ack.evidence.href, ack.broken, ack.usable) for ack in broken} == {("#", "dead_link", False)}


def test_with_the_article_s_address_in_its_links_the_real_page_is_compliant(tmp_path):
    file = tmp_path / "mended.md"
    file.write_text(SEED.read_text("utf-8").replace("](#)", f"]({ORIGINAL})"), "utf-8")
    report = checker.check([str(file)])
    assert (report.pages[0].outcome, code_of(report, FailOn.WARNING)) == ("compliant", 0)
    assert report.pages[0].article.url == ORIGINAL
    assert {finding.outcome.value for finding in report.pages[0].findings} == {"passed", "inapplicable"}


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#top",
        "javascript:void(0)",
        "https://www.globalresearch.ca/",
        "https://globalresearch.ca.example/a-b-c/5805670",
    ],
)
def test_with_any_other_address_in_its_links_it_is_not(href):
    content = SEED.read_text("utf-8").replace("](#)", f"]({href})")
    report = default().check(Document("page.md", content.encode(), Media.MARKDOWN), Question())
    link = next(finding for finding in report.findings if finding.requirement == "link_to_original")
    assert link.outcome in {Outcome.FAILED, Outcome.CANT_TELL}
    assert report.outcome != "compliant"


def test_what_the_fix_says_mends_the_page(findings):
    mended = (
        SEED.read_text("utf-8")
        + "\n\n"
        + findings["link_to_original"].fix.markdown.replace("ADDRESS-OF-THE-ORIGINAL", ORIGINAL)
        + "\n"
    )
    report = default().check(Document("page.md", mended.encode(), Media.MARKDOWN), Question())
    assert report.outcome == "compliant"


@pytest.mark.parametrize(
    "make", [str, lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text], ids=["LF", "CR LF", "a BOM"]
)
def test_how_its_lines_end_changes_nothing(make):
    document = Document("page.md", make(SEED.read_text("utf-8")).encode(), Media.MARKDOWN)
    link = next(
        finding
        for finding in default().check(document, Question()).findings
        if finding.requirement == "link_to_original"
    )
    assert (link.outcome, link.evidence[0].line) == (Outcome.FAILED, 60)


HEAVY = {"lxml", "requests", "jsonschema", "markdown_it", "yaml", "ahocorasick_rs", "rapidfuzz"}


@pytest.mark.parametrize(
    ("option", "heavy"),
    [("--version", HEAVY | {"typer", "rich"}), ("-V", HEAVY | {"typer", "rich"}), ("--help", HEAVY)],
    ids=["--version", "-V", "--help"],
)
def test_a_short_answer_imports_nothing_heavy(option, heavy, tmp_path):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "checker", option],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {
        line.rpartition("|")[2].strip().split(".")[0]
        for line in done.stderr.splitlines()
        if line.startswith("import time:")
    }
    assert "checker" in imported
    assert imported & heavy == set()


# Its docstring still names one. Mend it, and take it out.


def test_no_publisher_stands_in_the_code():
    packs = [
        tomllib.loads(file.read_text("utf-8"))["publisher"] for file in (ROOT / "rules" / "publishers").glob("*.toml")
    ]
    words = {word.casefold() for pack in packs for word in [pack["name"], *pack.get("aliases", []), *pack["domains"]]}
    assert words
    named = [
        f"{file.relative_to(ROOT)}: {word}"
        for file in sorted((ROOT / "checker").rglob("*.py"))
        for code in [file.read_text("utf-8").casefold()]
        for word in words
        if word in code and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", code)
    ]
    assert named == []


def test_the_address_of_an_earlier_source_is_no_fix(tmp_path):
    page = tmp_path / "page.md"
    seed = (ROOT / "examples" / "us-nato-belarus.md").read_text("utf-8")
    page.write_text(
        seed.replace("article is [InfoBrics](#)", "article is [InfoBrics](https://infobrics.org/post/1)"), "utf-8"
    )
    [finding] = [
        found for found in checker.check([str(page)]).pages[0].findings if found.requirement == "link_to_original"
    ]
    assert (finding.outcome, finding.reason) == ("cant_tell", "another_original_linked")
    assert "infobrics.org" in finding.message
    assert "infobrics.org" not in finding.fix.markdown
