"""The publisher's report as JSON (schemas/publisher-report.schema.json)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from checker.model import Outcome, PageOutcome
from checker.report import inert
from checker.results.history import Change, Course, History
from checker.results.look import Judged, Look
from checker.results.tally import Group, RequirementTally, Tally
from checker.version import __version__

SCHEMA_VERSION = "1.0"


def write(tally: Tally, history: History, created: datetime, since: datetime | None = None) -> str:
    """The whole report as one JSON object."""
    return inert.dumps(as_object(tally, history, created, since), indent=1) + "\n"


def as_object(tally: Tally, history: History, created: datetime, since: datetime | None = None) -> dict[str, Any]:
    """The report as plain values; pages are named by their `id` everywhere."""
    numbers = {look.target: number for number, look in enumerate(tally.pages)}
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "creditline", "version": __version__},
        "created": _time(created),
        "summary": _summary(tally.pages),
        "requirements": [_requirement(each) for each in tally.requirements],
        "hosts": [_group(each) for each in tally.hosts],
        "articles": [_group(each) for each in tally.articles],
        "languages": [_group(each) for each in tally.languages],
        "months": [_group(each) for each in tally.months],
        "changes": _changes(history.courses(since), since, numbers) if since else None,
        "pages": [_page(number, look, history) for number, look in enumerate(tally.pages)],
    }


def _summary(pages: Iterable[Look]) -> dict[str, int]:
    counts = Counter(look.outcome for look in pages)
    return {"pages": sum(counts.values()), **{outcome.value: counts[outcome] for outcome in PageOutcome}}


def _requirement(tally: RequirementTally) -> dict[str, Any]:
    return {
        "requirement": tally.requirement,
        "severity": tally.severity.value,
        **{outcome.value: list(tally.outcomes.get(outcome, ())) for outcome in Outcome},
        "reasons": {reason: list(pages) for reason, pages in tally.reasons.items()},
        "since": tally.since,
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "key": group.key,
        **{outcome.value: list(group.outcomes.get(outcome, ())) for outcome in PageOutcome},
        "missing": [{"requirement": name, "pages": list(pages)} for name, pages in group.missing.items()],
        "cant_tell": [
            {"requirement": name, "reason": reason, "pages": list(pages)}
            for (name, reason), pages in group.open.items()
        ],
        "since": group.since,
    }


def _changes(courses: Iterable[Course], since: datetime, numbers: Mapping[str, int]) -> dict[str, Any]:
    listed: dict[str, list[dict[str, Any]]] = {change.value: [] for change in Change}
    for each in courses:
        listed[each.change.value].append(
            {"page": numbers[each.target], "requirement": each.requirement, "since": f"{each.since:%Y-%m-%d}"}
        )
    return {"since": f"{since:%Y-%m-%d}", **listed}


def _page(number: int, look: Look, history: History) -> dict[str, Any]:
    return {
        "id": number,
        "target": look.target,
        "host": look.host,
        "article": {"url": look.url_of_article, "title": look.title},
        "publisher": look.publisher,
        "terms": {"id": look.terms, "version": look.terms_version} if look.terms else None,
        "language": look.language,
        "looked_at": _time(look.at),
        "outcome": look.outcome.value,
        "error": look.error,
        "digest": look.digest,
        "missing": [_missing(each, look, history) for each in look.findings if each.missing],
        "cant_tell": [_untold(each) for each in look.findings if each.open],
    }


def _missing(judged: Judged, look: Look, history: History) -> dict[str, Any]:
    since = history.since(look.target, judged.requirement)
    return {
        "requirement": judged.requirement,
        "fingerprint": judged.fingerprint,
        "severity": judged.severity.value,
        "message": judged.message,
        "line": judged.line,
        "since": f"{since:%Y-%m-%d}",
    }


def _untold(judged: Judged) -> dict[str, Any]:
    return {
        "requirement": judged.requirement,
        "fingerprint": judged.fingerprint,
        "reason": judged.reason,
        "message": judged.message,
        "line": judged.line,
    }


def _time(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
