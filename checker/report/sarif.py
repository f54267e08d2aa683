"""The report as SARIF 2.1.0 (OASIS), as GitHub code scanning takes it: one run, and one result a remark that a page's owner can act on.

What waits for the original, reminders, and pages that could not be read are notifications of the run: they are in the file, and raise
no alert that nobody could close.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from itertools import islice
from typing import Any
from urllib.parse import quote

from checker.model import Finding, PageOutcome, Report, Severity, Suppression, Waiver
from checker.page.text import printable
from checker.report import inert
from checker.report.markdown import address, literally
from checker.report.precision import precision
from checker.report.remarks import NOT_CHECKED, UNREADABLE, UNRECOGNISED, WORST_FIRST, Remark, remarks, sentence
from checker.requirements import REMINDERS, TYPES
from checker.run import is_address
from checker.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST = 25_000  # GitHub refuses a run with more results
_LONGEST = 1024  # and descriptions of rules that are longer
_WIDEST = 200  # evidence that long hardly stands on one line of the source
_WORD = re.compile(r"[^\W_]+")
_KINDS = {Waiver.INLINE: "inSource", Waiver.BASELINE: "external", Waiver.CONFIG: "external"}
_OWN = {
    UNREADABLE: "A page could not be read.",
    UNRECOGNISED: "It cannot be told whether a page is a copy.",
    NOT_CHECKED: "What no page can tell was not checked.",
}


def write(report: Report) -> str:
    """The whole report as one SARIF log with one run."""
    said = sorted((each for page in report.pages for each in remarks(page)), key=_rank)
    rules = {rule: number for number, rule in enumerate(sorted({remark.rule for remark in said}))}
    results = [each for each in said if each.rule not in {UNREADABLE, NOT_CHECKED}]
    asides = [each for each in said if each.rule in {UNREADABLE, NOT_CHECKED}]
    run = {
        "tool": {"driver": _driver(said, rules)},
        "automationDetails": {"id": f"creditline/{_category(report)}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, asides, rules)],
        "results": [_result(each, rules) for each in islice(results, _MOST)],
        "properties": {"summary": sentence(report), "resultsLeftOut": max(0, len(results) - _MOST)},
    }
    return inert.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _category(report: Report) -> str:
    """GitHub closes the alerts of a category that a later upload of it has not: a run on live pages leaves those of files alone."""
    return "live" if report.pages and all(is_address(page.target) for page in report.pages) else "pages"


def _rank(remark: Remark) -> int:
    return WORST_FIRST.index(remark.severity)


def _driver(said: Sequence[Remark], rules: Mapping[str, int]) -> dict[str, Any]:
    samples = {remark.rule: remark for remark in reversed(said)}
    return {"name": "creditline", "semanticVersion": __version__, "rules": [_rule(samples[rule]) for rule in rules]}


def _rule(remark: Remark) -> dict[str, Any]:
    """A rule is a requirement of one publisher's terms; its help says what they ask, in whose words, and how it is tested."""
    finding = remark.finding
    if finding is None:
        about = _OWN[remark.rule]
        return {"id": remark.rule, **_described(about, about), "help": {"text": about, "markdown": about}}
    kind = finding.type or finding.requirement
    about = _about(kind)
    known = precision(kind)
    return {
        "id": remark.rule,
        "name": "".join(word.capitalize() for word in _WORD.findall(kind)),
        **_described(about or finding.clause.text, finding.clause.text),
        "help": {"text": _help(finding, about), "markdown": _help_markdown(finding, about)},
        **({"helpUri": address(finding.clause)} if address(finding.clause) else {}),
        "defaultConfiguration": {"level": finding.severity.value},
        "properties": {
            "tags": ["republication", kind],
            "problem.severity": _PROBLEMS[finding.severity],
            **({"precision": known} if known else {}),
        },
    }


_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def _described(short: str, full: str) -> dict[str, Any]:
    return {"shortDescription": {"text": _text(short[:_LONGEST])}, "fullDescription": {"text": _text(full[:_LONGEST])}}


def _about(kind: str) -> str:
    """What a type asks, in one sentence: the first line of its module."""
    if kind not in TYPES or kind in REMINDERS:  # several types in one requirement, or none that is tested
        return ""
    return (import_module(f"checker.requirements.types.{kind}").__doc__ or "").partition("\n")[0]


def _help(finding: Finding, about: str) -> str:
    where = f" ({finding.clause.url})" if finding.clause.url else ""
    return _text(f"The terms ask: {finding.clause.text}{where} {about}".strip())


def _help_markdown(finding: Finding, about: str) -> str:
    """Only of what the terms say: a rule is shown on many pages, and no page's text is in it."""
    url = address(finding.clause)
    source = f"\n\n[Where the publisher says so](<{url}>)" if url else ""
    tested = f"**What is tested**\n\n{literally(about)}\n\n" if about else ""
    mend = "Each alert ends with the text to put on the page. Capitals in it are for you to fill in."
    return f"**What the terms ask**\n\n{literally(finding.clause.text)}{source}\n\n{tested}**How to mend it**\n\n{mend}"


def _result(remark: Remark, rules: Mapping[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": remark.rule,
        "ruleIndex": rules[remark.rule],
        "level": remark.severity.value,
        "message": {"text": _text(_with_mend(remark))},
        "locations": [_location(remark)],
        "partialFingerprints": {
            "primaryLocationLineHash": remark.fingerprint,
            "creditlineFingerprint/v1": remark.fingerprint,
        },
        "properties": _properties(remark),
    }
    if remark.is_live:
        found["webRequest"] = {"target": printable(remark.page.target), "method": "GET"}
    if remark.finding and remark.finding.suppression:
        found["suppressions"] = [_suppression(remark.finding.suppression)]
    return found


def _with_mend(remark: Remark) -> str:
    page = f" Page: {printable(remark.page.target)}" if remark.is_live else ""
    return f"{remark.text}{page}" + (f" To mend it: {remark.snippet}" if remark.snippet else "")


def _properties(remark: Remark) -> dict[str, Any]:
    finding = remark.finding
    if finding is None:
        return {"outcome": PageOutcome.NEEDS_REVIEW.value}
    reason = {"reason": finding.reason} if finding.reason else {}
    return {"outcome": finding.outcome.value, "severity": finding.severity.value, **reason}


def _location(remark: Remark) -> dict[str, Any]:
    uri = f"file://{quote(remark.path)}" if remark.path.startswith("/") else quote(remark.path)
    found: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": _region(remark)}}
    if remark.place and remark.place.path:
        found["logicalLocations"] = [{"fullyQualifiedName": printable(remark.place.path), "kind": "element"}]
    return found


def _region(remark: Remark) -> dict[str, int]:
    """GitHub wants all four. A report has no source, so the end is that of the evidence as it reads, on its first line."""
    column = (remark.place.column if remark.place else None) or 1
    length = len(remark.place.text) if remark.place else 0
    end = column + (length if 0 < length <= _WIDEST else 1)
    return {"startLine": remark.line, "startColumn": column, "endLine": remark.line, "endColumn": end}


def _suppression(suppression: Suppression) -> dict[str, Any]:
    owner = f" ({suppression.owner})" if suppression.owner else ""
    until = f", until {suppression.expires}" if suppression.expires else ""
    justification = printable(f"{suppression.reason}{owner}{until}")
    return {"kind": _KINDS[suppression.waiver], "status": "accepted", "justification": justification}


def _invocation(report: Report, asides: Iterable[Remark], rules: Mapping[str, int]) -> dict[str, Any]:
    return {
        "executionSuccessful": not report.interrupted,
        "endTimeUtc": report.created.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "toolExecutionNotifications": [_notification(each, rules) for each in asides],
    }


def _notification(remark: Remark, rules: Mapping[str, int]) -> dict[str, Any]:
    return {
        "descriptor": {"id": remark.page.error_code or remark.rule},
        "associatedRule": {"id": remark.rule, "index": rules[remark.rule]},
        "level": remark.severity.value,
        "message": {"text": _text(remark.text)},
        "locations": [_location(remark)],
    }


def _text(text: str) -> str:
    """A message as it reads: in SARIF, brackets make links (3.11.6) and braces hold the place of arguments (3.11.5)."""
    for mark in "\\[]":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("{", "{{").replace("}", "}}")
