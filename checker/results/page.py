"""A page of a report, read back: what `checker.report.json` wrote, as far as reports over many pages need it.

The names are those of schemas/report.schema.json. Fields that are not known here are passed over, so that a newer report can be read.
"""

from __future__ import annotations

from msgspec import Struct, field

from checker.model import EditClass, Outcome, PageOutcome, Severity


class Evidence(Struct, frozen=True):
    """Where something stands."""

    text: str
    href: str | None = None
    line: int | None = None
    column: int | None = None
    path: str | None = None
    before: str = ""
    after: str = ""


class Clause(Struct, frozen=True):
    """What the terms ask."""

    text: str
    url: str | None = None


class Fix(Struct, frozen=True):
    """What to put on the page."""

    html: str
    markdown: str


class Edit(Struct, frozen=True):
    """One difference from the original."""

    kind: EditClass = field(name="class")
    original: str
    copy: str
    line: int | None = None


class Suppression(Struct, frozen=True):
    """Why somebody lets a finding pass."""

    waiver: str
    reason: str


class Finding(Struct, frozen=True):
    """What became of one requirement."""

    requirement: str
    fingerprint: str
    outcome: Outcome
    severity: Severity
    message: str
    clause: Clause
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None
    reason: str | None = None
    suppression: Suppression | None = None
    edits: tuple[Edit, ...] = ()


class Terms(Struct, frozen=True):
    """By which terms the page was judged."""

    id: str
    version: str
    url: str | None = None


class Publisher(Struct, frozen=True):
    """Whose work it is."""

    id: str | None = None
    name: str | None = None
    domain: str | None = None


class Article(Struct, frozen=True):
    """The original."""

    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()


class Match(Struct, frozen=True):
    """An original whose text it has, and how much of it (0 to 1)."""

    original: str
    of_original: float
    of_page: float


class Error(Struct, frozen=True):
    """Why the page could not be read."""

    code: str
    message: str = ""


class Page(Struct, frozen=True):
    """One page."""

    target: str
    outcome: PageOutcome
    url: str | None = None
    language: str | None = None
    republished: bool | None = None
    terms: Terms | None = None
    publisher: Publisher | None = None
    article: Article = Article()
    findings: tuple[Finding, ...] = ()
    incomplete: str | None = None
    error: Error | None = None
    matches: tuple[Match, ...] = ()
    digest: str | None = None
