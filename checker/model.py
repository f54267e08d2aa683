"""The vocabulary, as frozen values. The words are those of the JSON report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What an acknowledgement is."""

    SOURCE_ATTRIBUTION = "source_attribution"
    AUTHOR_CREDIT = "author_credit"
    TRANSLATOR_CREDIT = "translator_credit"
    LINK_TO_ORIGINAL = "link_to_original"
    LINK_TO_PUBLISHER = "link_to_publisher"
    COPYRIGHT_LINE = "copyright_line"
    LICENSE_NOTICE = "license_notice"
    FAIR_USE_NOTICE = "fair_use_notice"
    MANDATED_STATEMENT = "mandated_statement"
    PAGE_COUNTER = "page_counter"
    CANONICAL_LINK = "canonical_link"
    PERMISSION_STATEMENT = "permission_statement"


class Outcome(StrEnum):
    """The outcome of a finding, as in W3C's Evaluation and Report Language (EARL 1.0)."""

    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cant_tell"
    INAPPLICABLE = "inapplicable"


class PageOutcome(StrEnum):
    """What became of a whole page."""

    COMPLIANT = "compliant"
    VIOLATION = "violation"
    NEEDS_REVIEW = "needs_review"
    NOT_REPUBLISHED = "not_republished"
    ERROR = "error"


class Severity(StrEnum):
    """How much a finding weighs: `must` clauses are errors, `should` clauses warnings, what nobody can tell from a page is a note.

    Only errors decide what becomes of a page.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Audience(StrEnum):
    """For whom the host publishes; terms differ by it."""

    COMMUNITY = "community"
    NONCOMMERCIAL = "noncommercial"
    COMMERCIAL = "commercial"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where on the page something stands.

    `line` and `column` are 1-based, in code points of the source that was read; `path` is the place in the tree. `before` and `after`
    are what readers see around the text.
    """

    text: str
    href: str | None = None
    line: int | None = None
    column: int | None = None
    path: str | None = None
    before: str = field(default="", compare=False)
    after: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One thing on a page that credits another's original.

    `via` tells where it was read: `text`, `link`, `meta`, `json_ld`, `microdata`, `front_matter`, `header`, `comment`
    or `markup`. `broken` and `hidden_by` say why readers cannot use or see it; such an acknowledgement is evidence, never proof.
    `details` holds the kind's own values (the years of a copyright line, the likeness of a notice).
    """

    kind: Kind
    evidence: Evidence
    names: tuple[str, ...] = ()
    broken: str | None = None
    hidden_by: str | None = None
    via: str = "text"
    region: str | None = None
    certain: bool = True
    """False for wordings that may be something else ("Source: ..."): they alone do not make a page a copy."""
    details: dict[str, object] = field(default_factory=dict)
    at: tuple[int, int] | None = field(default=None, compare=False)
    """The index of its block, and its offset there; None where it stands in no block."""

    @property
    def hidden(self) -> bool:
        """True where readers cannot see it."""
        return self.hidden_by is not None

    @property
    def usable(self) -> bool:
        """True where readers can see and use it."""
        return not (self.hidden_by or self.broken)

    @property
    def visible_text(self) -> bool:
        """True where it stands in what readers see, and not in metadata alone."""
        return self.usable and self.via in {"text", "link", "front_matter", "markup"}


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published the original. `id` is the rule pack's, and None for publishers without one."""

    id: str | None
    name: str | None
    domain: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """The original work, as far as it is known."""

    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()


class Form(StrEnum):
    """In what form a page republishes."""

    WHOLE = "whole"
    EXCERPT = "excerpt"
    TRANSLATION = "translation"
    WIRE = "wire"
    CROSS_POST = "cross_post"
    ROUNDUP = "roundup"


@dataclass(frozen=True, slots=True)
class Recognition:
    """Whether a page is a copy, and of whose work; None is "cannot be told". Each reason is one sentence.

    `earlier` are further publishers that the page credits: those from which the publisher had it, in a chain. `form` is None where
    nothing was republished.
    """

    republished: bool | None
    publisher: Publisher | None = None
    original_url: str | None = None
    reasons: tuple[str, ...] = ()
    earlier: tuple[Publisher, ...] = ()
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """The sentence of the terms that asks for something, in our own words, and where it was read."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """What to put on the page to mend it."""

    html: str
    markdown: str


class EditClass(StrEnum):
    """How a copy differs from its original in one place."""

    TYPOGRAPHY = "typography"
    HOUSE_STYLE = "house_style"
    TIME_PLACE = "time_place"
    HEADLINE = "headline"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    MOVED = "moved"
    TRUNCATED = "truncated"
    LINK_REMOVED = "link_removed"
    LINK_CHANGED = "link_changed"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference: what the original has and what the copy has; `line` is where, in the source of the copy that was read.

    `before` and `after` are the words of the copy around it.
    """

    kind: EditClass
    original: str
    copy: str
    line: int | None = None
    before: str = ""
    after: str = ""


class Waiver(StrEnum):
    """Where a finding was waived."""

    INLINE = "inline"
    BASELINE = "baseline"
    CONFIG = "config"


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why somebody lets a finding pass: it stays in every report, and decides nothing.

    `expires` is the last day (ISO 8601) on which it holds; `line` is where on the page it was written.
    """

    waiver: Waiver
    reason: str
    owner: str | None = None
    expires: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page's source says something: `line` and `column` are 1-based, in code points."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one requirement on one page.

    `requirement` is its id in the pack, `type` what was tested. `reason` is a stable word, given with `cant_tell`. `edits` are the
    differences from the original that a requirement looked at, allowed or not. `by_terms` is the severity that the terms give it, where
    the configuration gives it another; `source` is its place in the file that the page was built from.
    """

    requirement: str
    outcome: Outcome
    severity: Severity
    message: str
    clause: Clause
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None
    reason: str | None = None
    type: str | None = None
    edits: tuple[Edit, ...] = ()
    suppression: Suppression | None = None
    by_terms: Severity | None = None
    source: Place | None = None

    @property
    def stands(self) -> bool:
        """True where it failed, and nobody let it pass."""
        return self.outcome is Outcome.FAILED and self.suppression is None


class End(StrEnum):
    """Where a link leads, or why that cannot be told."""

    ORIGINAL = "original"
    HOME_PAGE = "home_page"
    ANOTHER_PAGE = "another_page"
    GONE = "gone"
    SOFT_404 = "soft_404"
    PARKED = "parked"
    UNAVAILABLE = "unavailable"
    BLOCKED = "blocked"
    RATE_LIMITED = "rate_limited"
    CHALLENGE = "challenge"
    CONSENT_WALL = "consent_wall"
    DISALLOWED = "disallowed"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Landing:
    """What became of a link when it was followed: `url` and `status` are those of the last answer, `redirects` the addresses before it.

    `href` is the link as it stands on the page.
    """

    href: str
    end: End
    url: str | None = None
    status: int | None = None
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendering:
    """What the scripts of a page do: what became of it without them, and the acknowledgements that are there only with or without them.

    `problem` says why the page with its scripts could not be seen.
    """

    outcome: PageOutcome
    only_with: tuple[Acknowledgement, ...] = ()
    only_without: tuple[Acknowledgement, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class TermsUsed:
    """Which terms a page was judged by."""

    id: str
    version: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """The file and the line (from 1) that name the address of a page of the web."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class OriginalUsed:
    """The original that a page was held against; `reason`, a stable word, and `message` say why it was not, where it could not be had.

    `kept` is the share of its text that the page has (0 to 1), and `words_added` how many words stand among it that are not its own; None
    where the texts were not compared, or not to their end.
    """

    url: str | None
    reason: str | None = None
    message: str | None = None
    kept: float | None = None
    words_added: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """An original whose text a page has: the target that it was read from, its address, and how many of its words are there.

    `of_original` is their share of the original's own words, `of_page` that of the page's (0 to 1).
    """

    original: str
    url: str | None
    words: int
    of_original: float
    of_page: float


@dataclass(frozen=True, slots=True)
class PageReport:
    """All that was found out about one target."""

    target: str
    outcome: PageOutcome
    url: str | None = None
    recognition: Recognition = Recognition(republished=None)
    terms: TermsUsed | None = None
    article: Article = Article()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    findings: tuple[Finding, ...] = ()
    error_code: str | None = None
    error_message: str | None = None
    incomplete: str | None = None
    language: str | None = None
    """As the page declares it (BCP 47)."""
    links: tuple[Landing, ...] = ()
    """The links back to the original and its publisher, where they were followed."""
    original: OriginalUsed | None = None
    """None where nobody looked for the original."""
    rendering: Rendering | None = None
    """What its scripts do, where a browser ran them."""
    digest: str | None = None
    """The SHA-256 of what was judged, where evidence of it is kept."""
    listed: Listed | None = None
    """Where a repository names a page that it does not have; reports for code hosts point there."""
    matches: tuple[Match, ...] = ()
    """The originals whose text it has, where that was looked for; it is judged beside the first."""


@dataclass(frozen=True, slots=True)
class BaselineEntry:
    """One finding that is let pass. `target` is a path from the baseline's folder, or an address; days are in ISO 8601."""

    fingerprint: str
    target: str
    requirement: str
    message: str
    reason: str
    owner: str | None
    expires: str | None
    created: str


@dataclass(frozen=True, slots=True)
class BaselineStanding:
    """What a run showed of a baseline: entries whose finding is gone, and entries that ended."""

    stale: tuple[BaselineEntry, ...] = ()
    expired: tuple[BaselineEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The pages of one run, in the order of their targets; `interrupted` where somebody stopped it before its end.

    `baseline` is what it showed of the one in use.
    """

    pages: tuple[PageReport, ...]
    created: datetime
    interrupted: bool = False
    baseline: BaselineStanding | None = None

    def count(self, outcome: PageOutcome) -> int:
        """How many pages came out so."""
        return sum(page.outcome is outcome for page in self.pages)

    @property
    def suppressed(self) -> int:
        """How many findings somebody let pass."""
        return sum(finding.suppression is not None for page in self.pages for finding in page.findings)
