"""Suppressions that a page's own source writes down, each with its reason.

    <!-- creditline-ignore link_to_original, author_credit until=2027-01-31: the publisher's site is gone -->

or in the front matter, `creditline: {ignore: {link_to_original: "the publisher's site is gone"}}`. Whoever calls decides whose pages may
say so: a stranger's page never may.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from itertools import islice

from lxml import etree

from checker.model import Clause, Evidence, Finding, Outcome, Severity, Suppression, Waiver
from checker.page.page import FrontMatterEntry, Page

MARK = "creditline-ignore"
_KEY = "creditline.ignore."
# On text whose white space is squeezed: else a long run of it takes long to read.
_WRITTEN = re.compile(rf"{MARK}(?= |:|$)(?P<names>[^:=]*?)(?: until=(?P<until>[^ :]*))? ?(?::(?P<reason>.*))?$")
_MOST = 100
_MAX_COMMENT = 2000
_MAX_NAME = 80
_NO_REASONS = frozenset({"true", "yes", "on"})
"""What front matter has for a flag: a reason is a sentence."""
TYPE = "suppression"
"""The requirement that suppressions themselves are in order."""
_CLAUSE = Clause("A suppression names a requirement, and gives a reason.")


@dataclass(frozen=True, slots=True)
class Directive:
    """One requirement that a page wants let pass. `until` is the last day, as it was written."""

    requirement: str
    reason: str
    until: str | None
    evidence: Evidence


def waived(findings: Sequence[Finding], page: Page, today: date) -> tuple[Finding, ...]:
    """The findings of a page with what its source lets pass, and one more for each suppression that is wrong.

    What failed and what cannot be told can be let pass; it stays in the report, and decides nothing.
    """
    directives = list(written(page))
    return (*applied(findings, directives, today), *_complaints(directives, findings, today))


def applied(findings: Iterable[Finding], directives: Iterable[Directive], today: date) -> tuple[Finding, ...]:
    """The findings with a suppression for each that a directive names."""
    valid = [each for each in directives if each.reason and _holds(each, today)]
    return tuple(_suppressed(finding, valid) for finding in findings)


def written(page: Page) -> Iterator[Directive]:
    """The suppressions in a page's comments and in its front matter, the first hundred of each."""
    if MARK in page.html:
        yield from islice((each for comment in _comments(page.root) for each in _in_comment(comment, page)), _MOST)
    yield from islice(in_front_matter(page), _MOST)


def in_front_matter(page: Page) -> Iterator[Directive]:
    """The suppressions in a page's front matter."""
    entries = {entry.key.removeprefix(_KEY): entry for entry in page.front_matter if entry.key.startswith(_KEY)}
    for key, entry in entries.items():
        name, _, part = key.partition(".")
        if part in {"", "reason"}:
            until = entries.get(f"{name}.until")
            yield _directive(name, entry.value, until.value if until else None, _place(entry, page))
        elif part == "until" and f"{name}.reason" not in entries:
            yield _directive(name, "", entry.value, _place(entry, page))


def _comments(root: etree._Element) -> Iterator[etree._Element]:
    """All comments of a page: those at its top and at its end stand beside the root."""
    yield from reversed(list(root.itersiblings(etree.Comment, preceding=True)))
    yield from root.iter(etree.Comment)
    yield from root.itersiblings(etree.Comment)


def _in_comment(comment: etree._Element, page: Page) -> Iterator[Directive]:
    text = " ".join((comment.text or "")[:_MAX_COMMENT].split())
    found = _WRITTEN.match(text)
    if found is None:
        return
    evidence = page.element_evidence(comment, text)
    for name in re.split(r"[\s,]+", found["names"].strip()):
        yield _directive(name, found["reason"] or "", found["until"], evidence)


def _directive(name: str, reason: str, until: str | None, evidence: Evidence) -> Directive:
    why = " ".join(reason.split())
    return Directive(name[:_MAX_NAME], "" if why.lower() in _NO_REASONS else why, until, evidence)


def _place(entry: FrontMatterEntry, page: Page) -> Evidence:
    return page.front_matter_evidence(entry)


def _suppressed(finding: Finding, directives: Iterable[Directive]) -> Finding:
    if finding.suppression or finding.outcome not in {Outcome.FAILED, Outcome.CANT_TELL}:
        return finding
    found = next((each for each in directives if _is_about(each, finding)), None)
    if found is None:
        return finding
    return replace(
        finding,
        suppression=Suppression(Waiver.INLINE, found.reason, expires=found.until, line=found.evidence.line),
    )


def _is_about(directive: Directive, finding: Finding) -> bool:
    return directive.requirement in {finding.requirement, finding.type}


def _holds(directive: Directive, today: date) -> bool:
    until = _day(directive.until)
    return directive.until is None or (until is not None and today <= until)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _complaints(directives: Iterable[Directive], findings: Sequence[Finding], today: date) -> Iterator[Finding]:
    for directive in directives:
        if why := _wrong(directive, findings, today):
            message = f"This suppression has no effect: {why}"
            yield Finding(TYPE, Outcome.FAILED, Severity.WARNING, message, _CLAUSE, (directive.evidence,), type=TYPE)


def _wrong(directive: Directive, findings: Sequence[Finding], today: date) -> str | None:
    """Why a suppression suppresses nothing, or None; that its finding is gone is no fault."""
    known = {name for finding in findings for name in (finding.requirement, finding.type or "")}
    if not directive.requirement:
        return "it names no requirement."
    if directive.requirement not in known and not _is_type(directive.requirement):
        near = get_close_matches(directive.requirement, sorted(known), 1)
        return f"there is no requirement {directive.requirement!r}{f'; did you mean {near[0]!r}?' if near else '.'}"
    if not directive.reason:
        return f"it gives no reason; write one behind a colon, as in “{MARK} {directive.requirement}: why”."
    if directive.until is not None and _day(directive.until) is None:
        return f"until={directive.until} is no day; write it as 2027-01-31."
    return None if _holds(directive, today) else f"it ended on {directive.until}."


def _is_type(name: str) -> bool:
    from checker.requirements import TYPES  # noqa: PLC0415  (the index of all types reads them all)

    return name in TYPES
