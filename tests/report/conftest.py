"""Reports to write, and the schema that every one of them must meet."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.model import (
    Acknowledgement,
    Article,
    Clause,
    Evidence,
    Finding,
    Fix,
    Kind,
    Outcome,
    PageOutcome,
    PageReport,
    Publisher,
    Recognition,
    Report,
    Severity,
    TermsUsed,
)

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "report.schema.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def valid():
    """Parses what was written as JSON and holds it against the schema, or against that of one page."""

    def check(text, *, page=False):
        schema = {**SCHEMA, "$ref": "#/$defs/page"} if page else SCHEMA
        if page:
            schema = {"$schema": SCHEMA["$schema"], "$defs": SCHEMA["$defs"], "$ref": "#/$defs/page"}
        value = json.loads(text)
        errors = [
            f"{'.'.join(map(str, error.absolute_path))}: {error.message}"
            for error in Draft202012Validator(schema).iter_errors(value)
        ]
        assert errors == []
        return value

    return check


@pytest.fixture(scope="session")
def report_of():
    """A report on some pages."""

    def make(*pages):
        return Report(pages, datetime(2026, 11, 22, 18, 0, 0, tzinfo=UTC))

    return make


@pytest.fixture(scope="session")
def page_with():
    """A page on which every place that text can come from says a given text."""

    def make(text, target="page.html"):
        evidence = Evidence(text, f"https://news.example/{text}", 3, 7, "/html/body/p")
        nowhere = Evidence(text, text, path=f"/front-matter/{text}")
        clause = Clause(f"A copy names its source {text}.", "https://news.example/terms")
        findings = [
            Finding(
                "source_attribution",
                Outcome.FAILED,
                Severity.ERROR,
                f"It says {text}.",
                clause,
                (evidence, nowhere),
                Fix(f"<p>{text}</p>", text),
            ),
            Finding(
                "author_credit",
                Outcome.CANT_TELL,
                Severity.WARNING,
                f"It says {text}.",
                clause,
                (),
                Fix(text, text),
                "metadata_only",
            ),
            Finding("copyright_line", Outcome.PASSED, Severity.ERROR, f"It says {text}.", clause, (evidence,)),
            Finding("permission", Outcome.INAPPLICABLE, Severity.ERROR, f"It says {text}.", clause),
        ]
        acknowledgements = [
            Acknowledgement(
                Kind.SOURCE_ATTRIBUTION, evidence, (text,), details={"years": text, "holders": [text], "nothing": None}
            ),
            Acknowledgement(
                Kind.LINK_TO_ORIGINAL, nowhere, (text,), broken="dead_link", hidden_by="display_none", region="article"
            ),
            Acknowledgement(Kind.AUTHOR_CREDIT, nowhere, (text,), hidden_by="metadata", via="json_ld"),
        ]
        return PageReport(
            target,
            PageOutcome.VIOLATION,
            "https://host.example/",
            Recognition(True, Publisher("example", text, "news.example"), text, (f"it says {text}",)),
            TermsUsed("example", "2023-01-01", "https://news.example/terms"),
            Article(text, text, (text,)),
            tuple(acknowledgements),
            tuple(findings),
        )

    return make


@pytest.fixture(scope="session")
def unreadable():
    """A page that could not be read."""

    def make(target="missing.html", message="no such file"):
        return PageReport(target, PageOutcome.ERROR, error_code="not_found", error_message=message)

    return make


@pytest.fixture(scope="session")
def finding_of():
    """A finding, with what tests do not care about filled in."""

    def make(outcome="failed", severity="error", requirement="link_to_original", **more):
        given = {"message": "Nothing links to the original.", "clause": Clause("The copy links back."), **more}
        return Finding(requirement, Outcome(outcome), Severity(severity), **given)

    return make


@pytest.fixture(scope="session")
def judged():
    """A page that was judged, with these findings."""

    def make(*findings, target="site/post.md", outcome="violation", **more):
        terms = TermsUsed("example", "2023-01-01", "https://news.example/terms")
        return PageReport(target, PageOutcome(outcome), terms=terms, findings=findings, **more)

    return make
