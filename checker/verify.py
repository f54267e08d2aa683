"""Judges the pages of a report again, from the evidence that was kept of its run and from nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from checker.documents.document import Document
from checker.documents.evidence.keeping import Kept
from checker.documents.web.settings import Limits, Settings
from checker.engine import Engine
from checker.errors import EvidenceError, TargetError
from checker.live import Audit, Live
from checker.model import PageReport
from checker.question import Question
from checker.report import json as report
from checker.results.page import Page
from checker.results.read import decoded
from checker.run import failed, is_address, sealed
from checker.terms.pack import Version

if TYPE_CHECKING:
    from checker.documents.listing import Listing


class Status(StrEnum):
    """What became of a verdict when it was judged again."""

    STANDS = "stands"
    CHANGED = "changed"
    NO_EVIDENCE = "no_evidence"
    TAMPERED = "tampered"


@dataclass(frozen=True, slots=True)
class Change:
    """What comes out otherwise: of a requirement, or of the page (`outcome`, `error`). None is "was not there"."""

    what: str
    before: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one page. `note` says what else there is to know."""

    target: str
    outcome: str
    status: Status
    changes: tuple[Change, ...] = ()
    note: str | None = None


def verify(pages: Sequence[Page], kept: Kept, engine: Engine, question: Question) -> list[Verdict]:
    """What becomes of each page of a report when it is judged again."""
    desk = _Desk()
    versions = {page.target: page.terms.version for page in pages if page.terms}

    def ask(document: Document) -> Question:
        return replace(question, version=versions.get(document.target))

    @sealed
    def judge(document: Document) -> PageReport:
        return engine.check(document, ask(document))

    settings = Settings(
        Limits(max_bytes=kept.call.max_bytes),
        avoids=engine.is_counter,
        renders=kept.call.renders,
        evidence=kept,
    )
    audit = Audit(ask, engine.check, engine.original_of) if kept.call.follows else None
    live = Live(settings, judge, desk, audit)
    for number, page in enumerate(pages):
        if is_address(page.target):
            live.add((number,), page.target)
        else:
            desk.file((number,), page.target, kept, live)
    live.run()
    return [_verdict(page, desk.found[(number,)]) for number, page in enumerate(pages)]


def digest(version: Version) -> str:
    """The digest of a version of terms, with all that it inherits."""
    said = json.dumps(asdict(version), sort_keys=True, default=str)
    return f"sha256:{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()}"


class _Desk:
    """Takes what comes out: a page, or what kept it from being judged."""

    def __init__(self) -> None:
        self.found: dict[tuple[int, ...], PageReport | Exception] = {}

    def file(self, place: tuple[int, ...], target: str, kept: Kept, live: Live) -> None:
        try:
            live.judge(place, kept.document(target))
        except TargetError as error:
            self.done(place, failed(target, error.code, str(error)))
        except Exception as error:
            self.fault(place, target, error)

    def done(self, place: tuple[int, ...], page: PageReport) -> None:
        self.found.setdefault(place, page)

    def fault(self, place: tuple[int, ...], _target: str, error: Exception) -> None:
        self.found.setdefault(place, error)

    def listed(self, place: tuple[int, ...], target: str, found: Listing) -> None:
        """A list is in a report only for what is wrong with it."""
        code = "list_cut" if found.cut and (found.pages or found.lists) else "empty_list"
        self.done(place, failed(target, code, "a list"))


def _verdict(page: Page, found: PageReport | Exception) -> Verdict:
    target, outcome = page.target, page.outcome.value
    if isinstance(found, EvidenceError):
        return Verdict(target, outcome, Status(found.code), note=str(found))
    if isinstance(found, Exception):
        raise found
    if found.digest and not page.digest:
        return Verdict(target, outcome, Status.NO_EVIDENCE, note="the report was made without --evidence")
    if page.digest != found.digest:
        return Verdict(target, outcome, Status.TAMPERED, note="the evidence is not what this report was made from")
    changes = tuple(_changes(page, decoded(report.line(found).encode("utf-8", "backslashreplace"))))
    return Verdict(target, outcome, Status.CHANGED if changes else Status.STANDS, changes)


def _changes(before: Page, now: Page) -> list[Change]:
    """What differs of a page's outcome and of its findings, by the requirement; what somebody waived then is not judged again."""
    waived = any(finding.suppression for finding in before.findings)
    ends: list[tuple[str, str | None, str | None]] = []
    if not waived:
        ends.append(("outcome", before.outcome.value, now.outcome.value))
    ends.append(("error", _code(before), _code(now)))
    was, is_now = _outcomes(before), _outcomes(now)
    ends += [(name, was.get(name), is_now.get(name)) for name in dict.fromkeys([*was, *is_now])]
    return [Change(*end) for end in ends if end[1] != end[2]]


def _outcomes(page: Page) -> dict[str, str]:
    """The outcomes of a page's findings by their requirement; one that was found several times has several."""
    found: dict[str, list[str]] = {}
    for finding in page.findings:
        found.setdefault(finding.requirement, []).append(finding.outcome.value)
    return {name: ", ".join(sorted(outcomes)) for name, outcomes in found.items()}


def _code(page: Page) -> str | None:
    return page.error.code if page.error else None
