"""One look at one page, as little of it as figures need: thousands of them are in memory at once."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from checker.model import Outcome, PageOutcome, Severity
from checker.page import address
from checker.results.page import Finding, Page
from checker.results.read import Results

LOCAL = "local files"
"""The host of pages that are files."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a requirement. `message` and `line` are kept of what is missing and of what could not be told."""

    requirement: str
    outcome: Outcome
    severity: Severity
    fingerprint: str
    reason: str | None = None
    message: str = ""
    line: int | None = None

    @property
    def missing(self) -> bool:
        """True for what the terms ask and the page has not."""
        return self.outcome is Outcome.FAILED

    @property
    def open(self) -> bool:
        """True for what could not be told; what no page can tell is none of it."""
        return self.outcome is Outcome.CANT_TELL and self.severity is not Severity.NOTE


@dataclass(frozen=True, slots=True)
class Look:
    """What came of a page at one time. `digest` is the SHA-256 of its part of the results, in which all evidence is."""

    target: str
    at: datetime
    outcome: PageOutcome
    host: str
    article: str
    """The original's address, or its title where no address is known; empty where neither is."""
    title: str | None
    url: str | None
    publisher: str | None
    terms: str | None
    terms_version: str | None
    language: str
    error: str | None
    digest: str
    findings: tuple[Judged, ...] = ()

    @property
    def url_of_article(self) -> str | None:
        """The original's address."""
        return self.article if address.parse(self.article) else None

    @property
    def is_copy(self) -> bool:
        """True for a page that was judged as a copy."""
        return self.outcome in {PageOutcome.COMPLIANT, PageOutcome.VIOLATION, PageOutcome.NEEDS_REVIEW}

    @property
    def was_seen(self) -> bool:
        """False where the page could not be read: then nothing on it is fixed."""
        return self.outcome is not PageOutcome.ERROR


def looks(results: Iterable[Results]) -> Iterator[tuple[Look, bytes]]:
    """A look for each page of some results, and the page as JSON."""
    for each in results:
        for page, raw in each.pages():
            yield look(page, each.created, hashlib.sha256(raw).hexdigest()), raw


def look(page: Page, at: datetime, digest: str) -> Look:
    """A page as it was at a time."""
    return Look(
        target=page.target,
        at=at,
        outcome=page.outcome,
        host=sys.intern(_host(page)),
        article=page.article.url or page.article.title or "",
        title=page.article.title,
        url=page.url,
        publisher=page.publisher.name or page.publisher.domain if page.publisher else None,
        terms=page.terms.id if page.terms else None,
        terms_version=page.terms.version if page.terms else None,
        language=sys.intern((page.language or "").lower().partition("-")[0] or "unknown"),
        error=page.error.code if page.error else None,
        digest=digest,
        findings=tuple(_judged(each) for each in page.findings if not each.suppression),
    )


def _judged(finding: Finding) -> Judged:
    told = finding.outcome in {Outcome.FAILED, Outcome.CANT_TELL}
    return Judged(
        sys.intern(finding.requirement),
        finding.outcome,
        finding.severity,
        finding.fingerprint,
        sys.intern(finding.reason) if finding.reason else None,
        sys.intern(finding.message) if told else "",
        next((each.line for each in finding.evidence if each.line), None) if told else None,
    )


def _host(page: Page) -> str:
    found = address.parse(page.url or page.target)
    return found.host if found else LOCAL
