"""Reports on a page whose every text would like to act: on a terminal, in a browser, in a spreadsheet, in a CI system."""

import csv
import io
import json
import os
import re
from html.parser import HTMLParser

import pytest
from lxml import etree

from checker.cli.options import Format
from checker.cli.report import ReportFormat
from checker.credit.form import Form

ACTS = (
    "\x1b[31m\x1b]8;;http://evil.example\x07\x9b0m\x7f\x85\u202e\u2066\u200f\u2028\x00\x08"
    "::error::forged ##[error]forged ##vso[task.logissue]forged"
    " <script>hit(1)</script><img src=x onerror=hit(2)> ]]> ![p](http://track.example/p.png)"
)
HTML = f"""<!doctype html><html lang="en"><head><title>=cmd|'/c calc'!A0 {ACTS} &#xd800;\ud800</title>
<meta property="og:title" content="+1 {ACTS}"><meta name="author" content="@SUM(1) Ann {ACTS}">
<link rel="canonical" href="javascript:hit(3)//{ACTS}">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"\\ud800 -2 \\u001b[31m","author":{{"name":"=1+1"}}}}</script>
</head><body><h1>-1+1 {ACTS}</h1><p>By =HYPERLINK("http://track.example") {ACTS}</p>
<p>The water came early this year, stayed for nine days, and left a line on the school wall.</p>
<p>This article was originally published on <a href="javascript:hit(4)">Global Research {ACTS}</a>.</p>
<p>The original source of this article is <a href='https://news.example/"onmouseover="hit(5)'>=Example {ACTS}</a>.</p>
<p>::add-mask::x</p><p>Copyright © <a href="data:text/html,{ACTS}">Ann {ACTS}</a>, 2024</p>
<img src="http://track.example/x.png" alt="{ACTS}"><p>Source: Example\r\n::stop-commands::y</p></body></html>"""
MARKDOWN = f"""---
title: "=1+1 <script>hit(1)</script>"
author: "=Ann ::error::forged"
canonical_url: "javascript:hit(3)"
---
# {ACTS}

*This article was originally published on [Global Research {ACTS}](javascript:hit(4)) by =Ann {ACTS}.*
"""


NAME = json.dumps(f"=1+1 {ACTS}".replace("\0", ""))
PACK = f"""id = "own"
[publisher]
name = {NAME}
domains = ["news.example"]
[[version]]
id = {NAME}
source = {{ url = "https://own.example/terms", read = "2026-01-01" }}
[[version.requirement]]
type = "author_credit"
strength = "must"
clause = {NAME}
[[version.requirement]]
type = "copyright_line"
strength = "must"
clause = {NAME}
"""


@pytest.fixture
def pages(tmp_path):
    """The page as HTML and as Markdown."""
    for name, content in (("bad.html", HTML), ("bad.md", MARKDOWN)):
        (tmp_path / name).write_bytes(content.encode("utf-8", "surrogatepass"))
    return ["bad.html", "bad.md"]


class Live(HTMLParser):
    """Notes what a browser would run or load."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            plain = re.sub(r"[\s\x00-\x20]", "", value or "").lower()
            loads = name in {"src", "srcset", "poster", "data"} and "track.example" in plain
            if name.startswith("on") or loads or plain.startswith(("javascript:", "vbscript:", "data:text")):
                self.found.append((tag, name, value))


def harmless_text(out, active):
    assert not active.search(out)
    assert not [line for line in out.splitlines() if line.lstrip().startswith(b"::")]
    assert b"##[" not in out
    assert b"##vso[" not in out


def whole_json(out, active):
    """Lone surrogates may be there as escapes of escapes only: what is read can be written as UTF-8."""
    read = json.loads(out)
    json.dumps(read, ensure_ascii=False).encode("utf-8")
    assert not active.search(out.replace(b"\t", b" "))
    return read


@pytest.mark.parametrize("command", ["check", "inspect"])
@pytest.mark.parametrize("more", [[], ["-v"], ["-q"]], ids=["normal", "verbose", "quiet"])
def test_text_does_nothing_to_a_terminal_or_a_log(run, pages, command, more, active):
    done = run(command, *more, *pages)
    assert b"Global Research" in done.stdout
    harmless_text(done.stdout + done.stderr, active)


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_json_can_be_read_by_anyone(run, pages, command, active):
    assert len(whole_json(run(command, "-f", "json", *pages).stdout, active)["pages"]) == 2
    lines = run(command, "-f", "jsonl", *pages).stdout.decode().splitlines()  # at each character that ends a line
    assert len([whole_json(line.encode(), active) for line in lines]) == 2


@pytest.fixture
def results(run, pages):
    """A file of results on these pages."""
    run("check", "--terms", "globalresearch", "-f", "jsonl", "-o", "results.jsonl", *pages)
    return "results.jsonl"


def read_html(text, active):
    assert Live(text).found == []
    assert "<script>hit" not in text
    assert not active.search(text.replace("\t", " ").encode())


def read_csv(text, active):
    rows = list(csv.reader(io.StringIO(text)))
    assert len({len(row) for row in rows}) == 1
    assert not [
        cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r") and not re.fullmatch(r"-?[\d.]+", cell)
    ]
    assert not active.search(text.replace("\r\n", "\n").encode())


def read_markdown(text, active):
    from markdown_it import MarkdownIt  # noqa: PLC0415

    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert Live(shown).found == []
    assert "<script" not in shown
    assert "<img" not in shown
    assert not active.search(text.encode())


READERS = {
    ReportFormat.JSON: lambda text, active: whole_json(text.encode(), active),
    ReportFormat.HTML: read_html,
    ReportFormat.CSV: read_csv,
    ReportFormat.MARKDOWN: read_markdown,
}


def read_xml(text, active):
    assert len(etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))) == 2
    harmless_text(text.encode(), active)


def read_log(text, active):
    """Between the first line and the token that it names, the runner hears nothing; the commands behind it are the program's."""
    first, _, rest = text.partition("\n")
    said, _, commands = rest.partition(first.replace("::stop-commands", "") + "::\n")
    assert not active.search(said.encode() + commands.encode())
    assert {line.partition(" ")[0] for line in commands.splitlines()} <= {"::error", "::warning", "::notice"}


FORMATS = {
    Format.TEXT: lambda text, active: harmless_text(text.encode(), active),
    Format.JSON: READERS[ReportFormat.JSON],
    Format.SARIF: READERS[ReportFormat.JSON],
    Format.GITLAB: READERS[ReportFormat.JSON],
    Format.JSONL: lambda text, active: [whole_json(line.encode(), active) for line in text.splitlines()],
    Format.JUNIT: read_xml,
    Format.GITHUB: read_log,
    Format.HTML: read_html,
    Format.MARKDOWN: read_markdown,
}


def test_every_format_of_a_check_is_well_formed_and_nothing_in_it_acts(run, pages, tmp_path, active):
    """Names of files and the publisher's name are hostile, too."""
    (tmp_path / "own.toml").write_text(PACK, "utf-8")
    names = [os.fsdecode(name) for name in (b"=::error::<b>\xff\x9b##[error].html", "\u202e|`![a](b).md".encode())]
    for page, name in zip(pages, names, strict=True):
        (tmp_path / page).rename(tmp_path / name)
    further = [each for form in Format for each in ("--report", f"{form}={form}.out")]
    done = run("check", "--terms-file", "own.toml", *further, *names)
    harmless_text(done.stdout + done.stderr, active)
    for form in Format:
        FORMATS[form]((tmp_path / f"{form}.out").read_bytes().decode("utf-8"), active)


@pytest.mark.parametrize("form", READERS)
def test_no_page_acts_in_a_publisher_s_report(run, results, form, active):
    done = run("report", "-f", form.value, results)
    assert done.returncode == 0
    READERS[form](done.stdout.decode("utf-8"), active)


def test_no_page_acts_in_a_letter(run, results, active):
    done = run("letter", "--page", "bad.html", results)
    assert done.returncode == 0
    harmless_text(done.stdout, active)


@pytest.mark.parametrize("form", Form)
def test_a_credit_for_such_an_article_is_escaped(run, pages, form, active):
    given = ["--url", "https://news.example/2024/river", "--publisher", f'"><b>=News {ACTS}'.replace("\0", "")]
    done = run(
        "credit",
        *given,
        "--title",
        ACTS.replace("\0", ""),
        "--author",
        ACTS.replace("\0", ""),
        "-f",
        form.value,
        "bad.html",
    )
    text = done.stdout.decode("utf-8")
    assert done.returncode == 0
    assert not active.search(text.encode())
    if form in {Form.HTML, Form.JSON_LD}:
        read_html(text, active)
    if form is Form.MARKDOWN:
        read_markdown(text, active)


def test_what_mends_a_page_is_escaped(run, pages, active):
    for page in whole_json(run("check", "-f", "json", "--terms", "globalresearch", *pages).stdout, active)["pages"]:
        fixes = [finding["fix"] for finding in page["findings"] if finding["fix"]]
        assert fixes
        for fix in fixes:
            read_html(fix["html"], active)
            read_markdown(fix["markdown"], active)
