"""The report as JSON (schemas/report.schema.json), whole or one line a page."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from checker.fingerprint import fingerprints
from checker.model import (
    Acknowledgement,
    BaselineEntry,
    BaselineStanding,
    Clause,
    Edit,
    Evidence,
    Finding,
    Landing,
    Match,
    OriginalUsed,
    PageOutcome,
    PageReport,
    Place,
    Publisher,
    Rendering,
    Report,
    Suppression,
)
from checker.report import inert
from checker.version import __version__

SCHEMA_VERSION = "1.0"


def write(report: Report) -> str:
    """The whole report as one JSON object."""
    return inert.dumps(as_object(report), indent=1) + "\n"


def write_lines(report: Report) -> str:
    """The pages, one JSON object a line."""
    return "".join(map(line, report.pages))


def line(report: PageReport) -> str:
    """One page as one line."""
    return inert.dumps(page(report)) + "\n"


def as_object(report: Report) -> dict[str, Any]:
    """The report as plain values."""
    outcomes = [
        PageOutcome.COMPLIANT,
        PageOutcome.VIOLATION,
        PageOutcome.NEEDS_REVIEW,
        PageOutcome.NOT_REPUBLISHED,
        PageOutcome.ERROR,
    ]
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "creditline", "version": __version__},
        "created": report.created.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "summary": {"pages": len(report.pages), **{outcome.value: report.count(outcome) for outcome in outcomes}}
        | ({"suppressed": report.suppressed} if report.suppressed else {}),
        "pages": [page(each) for each in report.pages],
    } | ({"baseline": _standing(report.baseline)} if report.baseline else {})


def _standing(standing: BaselineStanding) -> dict[str, Any]:
    return {"stale": [_entry(each) for each in standing.stale], "expired": [_entry(each) for each in standing.expired]}


def _entry(entry: BaselineEntry) -> dict[str, str | None]:
    return {name: _maybe(value) for name, value in asdict(entry).items()}


def page(report: PageReport) -> dict[str, Any]:
    """One page as plain values."""
    publisher, terms = report.recognition.publisher, report.terms
    error = {"code": report.error_code, "message": _whole(report.error_message or "")} if report.error_code else None
    return {
        "target": _whole(report.target),
        "url": report.url,
        "outcome": report.outcome.value,
        "language": _maybe(report.language),
        "republished": report.recognition.republished,
        "form": report.recognition.form.value if report.recognition.form else None,
        "reasons": [_whole(reason) for reason in report.recognition.reasons],
        "terms": {"id": terms.id, "version": _whole(terms.version), "url": terms.url} if terms else None,
        "publisher": _publisher(publisher) if publisher else None,
        "earlier": [_publisher(each) for each in report.recognition.earlier],
        "article": {
            "url": _maybe(report.article.url),
            "title": _maybe(report.article.title),
            "authors": [_whole(name) for name in report.article.authors],
        },
        "acknowledgements": [_acknowledgement(ack) for ack in report.acknowledgements],
        "findings": list(map(_finding, report.findings, fingerprints(report))),
        "incomplete": report.incomplete,
        "error": error,
    } | _of_the_web(report)


def _of_the_web(report: PageReport) -> dict[str, Any]:
    """What is left out where nobody followed links, looked for originals, ran scripts or kept evidence."""
    optional = {
        "links": [_landing(each) for each in report.links],
        "original": _original(report.original) if report.original else None,
        "rendering": _rendering(report.rendering) if report.rendering else None,
        "digest": report.digest,
        "matches": [_match(each) for each in report.matches],
    }
    return {key: value for key, value in optional.items() if value}


def _match(match: Match) -> dict[str, Any]:
    shares = {"of_original": round(match.of_original, 3), "of_page": round(match.of_page, 3)}
    return {"original": _whole(match.original), "url": _maybe(match.url), "words": match.words} | shares


def _original(used: OriginalUsed) -> dict[str, Any]:
    told = {"url": _maybe(used.url), "reason": used.reason, "message": _maybe(used.message)}
    if used.kept is None:
        return told
    return {**told, "kept": round(used.kept, 3), "words_added": used.words_added}


def _rendering(rendering: Rendering) -> dict[str, Any]:
    return {
        "outcome_without_scripts": rendering.outcome.value,
        "only_with_scripts": [_acknowledgement(ack) for ack in rendering.only_with],
        "only_without_scripts": [_acknowledgement(ack) for ack in rendering.only_without],
        "problem": _maybe(rendering.problem),
    }


def _landing(landing: Landing) -> dict[str, Any]:
    return {
        "href": _whole(landing.href),
        "end": landing.end.value,
        "status": landing.status,
        "url": _maybe(landing.url),
        "redirects": [_whole(each) for each in landing.redirects],
    }


def _publisher(publisher: Publisher) -> dict[str, Any]:
    return {"id": publisher.id, "name": _maybe(publisher.name), "domain": publisher.domain}


def _acknowledgement(ack: Acknowledgement) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": ack.kind.value,
        **_evidence(ack.evidence),
        "names": [_whole(name) for name in ack.names],
        "hidden": ack.hidden,
        "via": ack.via,
    }
    optional = {
        "hidden_by": ack.hidden_by,
        "broken": ack.broken,
        "region": ack.region,
        "details": _details(ack) or None,
    }
    return found | {key: value for key, value in optional.items() if value is not None}


def _details(ack: Acknowledgement) -> dict[str, object]:
    return {key: _whole_value(value) for key, value in ack.details.items() if value is not None}


def _whole_value(value: object) -> object:
    if isinstance(value, list):
        return [_whole_value(item) for item in value]
    return _whole(value) if isinstance(value, str) else value


def _finding(finding: Finding, fingerprint: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "requirement": finding.requirement,
        "fingerprint": fingerprint,
        "type": finding.type or finding.requirement,
        "outcome": finding.outcome.value,
        "severity": finding.severity.value,
        "message": _whole(finding.message),
        "clause": _clause(finding.clause),
        "evidence": [_evidence(evidence) | _context(evidence) for evidence in finding.evidence],
        "fix": {"html": _whole(finding.fix.html), "markdown": _whole(finding.fix.markdown)} if finding.fix else None,
    }
    optional = {
        "reason": finding.reason,
        "edits": [_edit(edit) for edit in finding.edits],
        "suppression": _suppression(finding.suppression) if finding.suppression else None,
        "severity_by_terms": finding.by_terms.value if finding.by_terms else None,
        "source": _place(finding.source) if finding.source else None,
    }
    return found | {key: value for key, value in optional.items() if value}


def _suppression(suppression: Suppression) -> dict[str, Any]:
    return {
        "waiver": suppression.waiver.value,
        "reason": _whole(suppression.reason),
        "owner": _maybe(suppression.owner),
        "expires": suppression.expires,
        "line": suppression.line,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": _whole(place.file), "line": place.line, "column": place.column}


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "class": edit.kind.value,
        "original": _whole(edit.original),
        "copy": _whole(edit.copy),
        "line": edit.line,
    }


def _clause(clause: Clause) -> dict[str, str | None]:
    return {"text": _whole(clause.text), "url": _maybe(clause.url)}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "text": _whole(evidence.text),
        "href": _maybe(evidence.href),
        "line": evidence.line,
        "column": evidence.column,
        "path": _maybe(evidence.path),
    }


def _context(evidence: Evidence) -> dict[str, str]:
    around = {"before": _whole(evidence.before), "after": _whole(evidence.after)}
    return {key: text for key, text in around.items() if text}


def _maybe(text: str | None) -> str | None:
    return None if text is None else _whole(text)


def _whole(text: str) -> str:
    """Text that can be encoded: a file name's undecodable bytes come as lone surrogates."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
