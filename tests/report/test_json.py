"""The JSON report: what others may rely on, held against its schema."""

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

import checker
from checker.documents.document import Document, Media
from checker.engine import default
from checker.model import Kind, Outcome, PageOutcome, PageReport, Place, Recognition, Severity, Suppression, Waiver
from checker.question import Question
from checker.report import json as report_json
from checker.terms.library import packaged

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


def test_the_example_pages_make_a_valid_report(valid):
    value = valid(report_json.write(checker.check([str(EXAMPLES)])))
    assert value["schema_version"] == "1.0"
    assert value["tool"] == {"name": "creditline", "version": checker.__version__}
    outcomes = [page["outcome"] for page in value["pages"]]
    assert value["summary"] == {"pages": len(outcomes)} | {
        outcome.value: outcomes.count(outcome.value) for outcome in PageOutcome
    }
    assert outcomes.count("violation") > 5


def test_inspect_makes_a_valid_report_without_findings_and_terms(valid):
    value = valid(report_json.write(checker.inspect([str(EXAMPLES)])))
    assert all((page["findings"], page["terms"]) == ([], None) for page in value["pages"])
    assert {page["republished"] for page in value["pages"]} >= {True, False}
    assert any(page["acknowledgements"] for page in value["pages"])


def test_what_was_let_pass_weighed_and_located_is_in_it(valid, report_of):
    page = default().check(
        Document("a.html", b"<p>Originally published on <a href='#'>Example News</a>.", Media.HTML), Question()
    )
    suppression = Suppression(Waiver.BASELINE, "old debt", "Ann", "2027-01-31")
    findings = tuple(
        replace(each, suppression=suppression, by_terms=Severity.ERROR, source=Place("a.md", 3, 4))
        if each.stands
        else each
        for each in page.findings
    )
    value = valid(report_json.write(report_of(replace(page, findings=findings))))
    found = next(each for each in value["pages"][0]["findings"] if each["requirement"] == "link_to_original")
    assert found["suppression"] == {
        "waiver": "baseline",
        "reason": "old debt",
        "owner": "Ann",
        "expires": "2027-01-31",
        "line": None,
    }
    assert (found["severity"], found["severity_by_terms"]) == ("warning", "error")
    assert found["source"] == {"file": "a.md", "line": 3, "column": 4}
    assert value["summary"]["suppressed"] == 2


HARD = [
    pytest.param(b"", id="empty"),
    pytest.param(b"\xff\xfe\x00\xd8", id="a lone surrogate"),
    pytest.param(b"<p>" + b"\x00\x01\x1b[31m" * 9, id="control characters"),
    pytest.param("<p>By Ann\u202eretirW</p><p>© 2023 \U0001f600 News</p>".encode(), id="direction marks and emoji"),
    pytest.param(b"<div>" * 5000, id="too deep"),
    pytest.param(
        b"<p>This article was originally published on <a href='https://n\xc3\xa9ws.example/1'>N\xc3\xa9ws</a>.</p>",
        id="an IDN",
    ),
    pytest.param(
        b"<p>This article was originally published on <a href='http://[::1'>Example News</a>.</p>",
        id="a broken address",
    ),
    pytest.param(b"---\nauthor: [a, {b: c}]\n---\nBy Ann Writer", id="strange front matter"),
]


@pytest.mark.parametrize("pack", [None, "globalresearch", "good-practice"])
@pytest.mark.parametrize("media", list(Media))
@pytest.mark.parametrize("content", HARD)
def test_whatever_the_page_the_report_is_valid(valid, report_of, content, media, pack):
    question = Question(packaged().called(pack) if pack else None)
    page = default().check(Document("page", content, media), question)
    valid(report_json.write(report_of(page)))
    valid(report_json.write_lines(report_of(page)), page=True)


@pytest.mark.parametrize(
    "text", ["plain", "日本語 “quotes” ©", "\x1b[31m\x00\u202e", "\udcff\udc80", "a\u2028b\nc"], ids=ascii
)
def test_text_of_any_kind_arrives_in_valid_json(valid, report_of, page_with, text):
    written = report_json.write(report_of(page_with(text)))
    written.encode("utf-8")
    value = valid(written)
    if text.isprintable():
        assert value["pages"][0]["findings"][0]["message"] == f"It says {text}."
        assert value["pages"][0]["acknowledgements"][0]["details"] == {"years": text, "holders": [text]}


def test_one_page_key_by_key(valid, report_of, page_with):
    (page,) = valid(report_json.write(report_of(page_with("words"))))["pages"]
    assert page["target"] == "page.html"
    assert page["terms"] == {"id": "example", "version": "2023-01-01", "url": "https://news.example/terms"}
    assert page["publisher"] == {"id": "example", "name": "words", "domain": "news.example"}
    assert page["article"] == {"url": "words", "title": "words", "authors": ["words"]}
    assert page["acknowledgements"][1] == {
        "kind": "link_to_original",
        "text": "words",
        "names": ["words"],
        "href": "words",
        "hidden": True,
        "hidden_by": "display_none",
        "broken": "dead_link",
        "via": "text",
        "region": "article",
        "line": None,
        "column": None,
        "path": "/front-matter/words",
    }
    failed, untold, passed, _ = page["findings"]
    assert failed["evidence"][0] == {
        "text": "words",
        "href": "https://news.example/words",
        "line": 3,
        "column": 7,
        "path": "/html/body/p",
    }
    assert failed["fix"] == {"html": "<p>words</p>", "markdown": "words"}
    assert failed["clause"] == {"text": "A copy names its source words.", "url": "https://news.example/terms"}
    assert (failed["outcome"], failed["severity"], failed["requirement"]) == ("failed", "error", "source_attribution")
    assert "reason" not in failed
    assert untold["reason"] == "metadata_only"
    assert passed["fix"] is None
    assert page["error"] is None


def test_a_page_that_could_not_be_read_has_a_code_and_a_message(valid, report_of, unreadable):
    value = valid(report_json.write(report_of(unreadable())))
    assert value["pages"][0]["error"] == {"code": "not_found", "message": "no such file"}
    assert value["summary"]["error"] == 1
    assert value["pages"][0]["findings"] == []


@pytest.mark.parametrize("republished", [True, False, None])
def test_a_page_says_whether_it_is_a_copy(valid, report_of, republished):
    page = PageReport("page.html", PageOutcome.NEEDS_REVIEW, recognition=Recognition(republished))
    assert valid(report_json.write(report_of(page)))["pages"][0]["republished"] is republished


def test_jsonl_is_one_line_a_page_with_the_same_objects(valid, report_of, page_with, unreadable):
    report = report_of(page_with("a\nb\u2028c"), unreadable())
    lines = report_json.write_lines(report).split("\n")
    assert lines.pop() == ""
    pages = [valid(line, page=True) for line in lines]
    assert pages == valid(report_json.write(report))["pages"]


def test_an_empty_report_is_valid(valid, report_of):
    value = valid(report_json.write(report_of()))
    assert (value["pages"], value["created"]) == ([], "2026-11-22T18:00:00Z")
    assert report_json.write_lines(report_of()) == ""


def test_the_schema_knows_every_word_of_the_model():
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))["$defs"]
    assert set(schema["acknowledgement"]["properties"]["kind"]["enum"]) == {kind.value for kind in Kind}
    assert set(schema["finding"]["properties"]["outcome"]["enum"]) == {outcome.value for outcome in Outcome}
    assert set(schema["page"]["properties"]["outcome"]["enum"]) == {outcome.value for outcome in PageOutcome}
    assert {"target", "outcome", "url", "terms", "article", "acknowledgements", "findings", "incomplete"} <= {
        field.name for field in fields(PageReport)
    }


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "fine"},
        {"unknown": 1},
        {"error": {"code": "strange", "message": ""}},
        {"findings": [{"requirement": "x"}]},
        {"acknowledgements": [{"kind": "thanks"}]},
    ],
    ids=["an unknown outcome", "an unknown key", "an unknown code", "half a finding", "an unknown kind"],
)
def test_the_schema_refuses_what_the_contract_does_not_know(valid, report_of, unreadable, change):
    page = json.loads(report_json.write_lines(report_of(unreadable()))) | change
    with pytest.raises(AssertionError):
        valid(json.dumps(page), page=True)
