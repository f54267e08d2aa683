"""Made-up pages and results, as other commands write them."""

import json
from datetime import datetime

from checker.model import Article, Clause, Evidence, Finding, Fix, Outcome, PageOutcome, PageReport, Severity, TermsUsed
from checker.report import json as report

SEVERITIES = {"link_to_original": Severity.ERROR, "author_credit": Severity.WARNING, "no_edits": Severity.NOTE}


def page(target, original="https://news.example/river", error=None, language="en", **outcomes):
    """A page by what became of its requirements: passed, failed, or a reason why it could not be told."""
    if error:
        return PageReport(target, PageOutcome.ERROR, error_code=error, error_message="no answer")
    findings = tuple(finding(*each) for each in outcomes.items())
    demanded = {each.outcome for each in findings if each.severity is Severity.ERROR}
    outcome = PageOutcome.VIOLATION if Outcome.FAILED in demanded else PageOutcome.COMPLIANT
    return PageReport(
        target,
        PageOutcome.NEEDS_REVIEW if outcome is PageOutcome.COMPLIANT and Outcome.CANT_TELL in demanded else outcome,
        url=target if target.startswith("http") else None,
        language=language,
        terms=TermsUsed("example-news", "2024-05-01", "https://news.example/republish"),
        article=Article(original, "The river rises", ("Ann Writer",)),
        findings=findings,
    )


def finding(requirement, said):
    outcome = Outcome(said) if said in set(Outcome) else Outcome.CANT_TELL
    return Finding(
        requirement,
        outcome,
        SEVERITIES[requirement],
        f"About {requirement}.",
        Clause(f"The copy keeps {requirement}.", "https://news.example/republish"),
        (Evidence("Example News", "#", 3, 7, "/html/body/p[2]", "First published by ", " in May."),),
        Fix("<p>Mend</p>", "Mend") if outcome is Outcome.FAILED else None,
        None if said in set(Outcome) else said,
    )


def write(file, created, *pages):
    """A report on some pages, made at noon of a day."""
    at = datetime.fromisoformat(f"{created}T12:00:00+00:00")
    value = {
        "schema_version": "1.0",
        "tool": {"name": "creditline", "version": "0"},
        "created": f"{at:%Y-%m-%dT%H:%M:%SZ}",
        "pages": [report.page(each) for each in pages],
    }
    file.write_text(json.dumps(value), "utf-8")
    return file
