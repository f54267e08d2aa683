"""The publisher's report as one row for each thing that a page lacks or that could not be told; for a page without any, one row."""

from __future__ import annotations

from collections.abc import Iterator

from checker.results.history import History
from checker.results.look import Judged, Look
from checker.results.tally import Tally

COLUMNS = (
    "host",
    "target",
    "article",
    "title",
    "publisher",
    "terms",
    "terms_version",
    "language",
    "looked_at",
    "page_outcome",
    "error",
    "requirement",
    "outcome",
    "severity",
    "reason",
    "message",
    "line",
    "since",
    "fingerprint",
    "digest",
)

Row = dict[str, str | int | None]


def rows(tally: Tally, history: History) -> Iterator[Row]:
    """The rows, page after page; each has all of COLUMNS."""
    for look in tally.pages:
        told = [each for each in look.findings if each.missing or each.open]
        page = dict.fromkeys(COLUMNS) | _of_page(look)
        yield from ([page | _of_finding(each, look, history) for each in told] or [page])


def _of_page(look: Look) -> Row:
    return {
        "host": look.host,
        "target": look.target,
        "article": look.url_of_article,
        "title": look.title,
        "publisher": look.publisher,
        "terms": look.terms,
        "terms_version": look.terms_version,
        "language": look.language,
        "looked_at": f"{look.at:%Y-%m-%dT%H:%M:%SZ}",
        "page_outcome": look.outcome.value,
        "error": look.error,
        "digest": look.digest,
    }


def _of_finding(judged: Judged, look: Look, history: History) -> Row:
    return {
        "requirement": judged.requirement,
        "outcome": judged.outcome.value,
        "severity": judged.severity.value,
        "reason": judged.reason,
        "message": judged.message,
        "line": judged.line,
        "since": f"{history.since(look.target, judged.requirement):%Y-%m-%d}" if judged.missing else None,
        "fingerprint": judged.fingerprint,
    }
