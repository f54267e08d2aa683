"""The publisher's report as Markdown: what a person reads first, and what goes into a letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from checker.model import Outcome, PageOutcome
from checker.report.markdown import literally
from checker.results.history import Change, History
from checker.results.tally import Group, RequirementTally, Tally

_LONGEST = 200
_MOST = 20
"""More rows than this nobody reads: the JSON report has them all."""


def write(tally: Tally, history: History, created: datetime, since: datetime | None = None) -> str:
    """The report: a summary, what is missing, who lacks most, and what changed."""
    return "\n".join(_lines(tally, history, created, since)) + "\n"


def _lines(tally: Tally, history: History, created: datetime, since: datetime | None) -> Iterator[str]:
    counts = {outcome: sum(look.outcome is outcome for look in tally.pages) for outcome in PageOutcome}
    copies = sum(look.is_copy for look in tally.pages)
    yield f"# Republished pages, {created:%Y-%m-%d}"
    yield ""
    yield f"{len(tally.pages)} pages were looked at. {copies} of them are copies: {_said(counts)}."
    yield from _requirements(tally.requirements)
    yield from _groups("Sites", tally.hosts)
    yield from _groups("Articles", tally.articles)
    if since:
        yield from _changes(history, since)
    yield ""
    yield "What could not be told is neither right nor wrong. This report is no legal advice."


def _said(counts: dict[PageOutcome, int]) -> str:
    words = {
        PageOutcome.COMPLIANT: "keep to the terms",
        PageOutcome.VIOLATION: "fall short of them",
        PageOutcome.NEEDS_REVIEW: "need a person to look",
    }
    said = [f"{counts[outcome]} {word}" for outcome, word in words.items()]
    return ", ".join(said) + f"; {counts[PageOutcome.ERROR]} could not be read"


def _requirements(tallies: Sequence[RequirementTally]) -> Iterator[str]:
    shown = [each for each in tallies if each.count(Outcome.FAILED) or each.open]
    if not shown:
        return
    yield from ("", "## What is missing", "", "| requirement | missing | met | cannot be told | since |")
    yield "|---|--:|--:|--:|---|"
    for each in shown[:_MOST]:
        counts = f"{each.count(Outcome.FAILED)} | {each.count(Outcome.PASSED)} | {len(each.open)}"
        yield f"| {_cell(each.requirement)} | {counts} | {each.since or ''} |"


def _groups(title: str, groups: Sequence[Group]) -> Iterator[str]:
    if not groups:
        return
    yield from ("", f"## {title}", "", "| | pages | fall short | most often missing | since |", "|---|--:|--:|---|---|")
    for group in groups[:_MOST]:
        missing = ", ".join(f"{_cell(name)} ({len(pages)})" for name, pages in list(group.missing.items())[:3])
        pages = f"{len(group.pages)} | {group.count(PageOutcome.VIOLATION)}"
        yield f"| {_cell(group.key)} | {pages} | {missing} | {group.since or ''} |"
    if len(groups) > _MOST:
        yield from ("", f"And {len(groups) - _MOST} more.")


def _changes(history: History, since: datetime) -> Iterator[str]:
    courses = history.courses(since)
    yield from ("", f"## Since {since:%Y-%m-%d}", "")
    for change in Change:
        count = sum(each.change is change for each in courses)
        yield f"- {change.value.replace('_', ' ')}: {count}"


def _cell(text: str) -> str:
    """A page's text in a table, whose bars end cells even in code."""
    return literally(text[:_LONGEST]).replace("|", "\\|")
