"""A report as one HTML file that needs nothing else: no network, no script or style of anybody else's.

What pages say is escaped by the template engine, whatever it is, and shown with its control characters spelled out. The file forbids itself
all requests and all scripts but its own (Content Security Policy, level 3).
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from checker.model import Outcome, PageOutcome, Report, Severity
from checker.original.segments import Segment, segments
from checker.page import address
from checker.page.text import printable
from checker.report.html.chart import bars, trend
from checker.results.history import Change, History, history
from checker.results.kept import InMemory
from checker.results.look import Look
from checker.results.page import Edit, Finding, Page
from checker.results.read import of_report
from checker.results.tally import Tally, tally
from checker.version import __version__

_FOLDER = Path(__file__).parent
_RANK = [
    PageOutcome.VIOLATION,
    PageOutcome.NEEDS_REVIEW,
    PageOutcome.ERROR,
    PageOutcome.COMPLIANT,
    PageOutcome.NOT_REPUBLISHED,
]
"""The worst first."""
_SHOWN = 500
"""How many pages are shown before somebody asks for more: laying out thousands takes a browser seconds."""


@dataclass(frozen=True, slots=True)
class Row:
    """A page in the table."""

    target: str
    host: str
    title: str | None
    original: str | None
    language: str
    outcome: str
    rank: int
    missing: tuple[str, ...]
    since: str | None


def write(
    figures: Tally,
    past: History,
    page_of: Callable[[Look], Page],
    created: datetime,
    since: datetime | None = None,
) -> str:
    """The report; `page_of` gives all that was said of a page. With `since`, what changed since then is counted."""
    looks = sorted(figures.pages, key=lambda look: (_RANK.index(look.outcome), look.target))
    style, script = _file("style.css"), _file("script.js")
    counts = Counter(look.outcome for look in looks)
    return _template("page.html").render(
        version=__version__,
        created=created,
        since=since,
        style=Markup(style),  # noqa: S704  (this program's own file)
        style_hash=_hash(style),
        script=Markup(script),  # noqa: S704
        script_hash=_hash(script),
        pages=looks,
        shown=_SHOWN,
        counts=[(outcome.value, counts[outcome]) for outcome in _RANK],
        changes=_changes(past, since) if since else (),
        bars=bars(figures.requirements),
        trend=trend(figures.months),
        languages=sorted({look.language for look in looks}),
        rows=[_row(look, past) for look in looks],
        details=[_details(look, page_of(look)) for look in looks],
    )


def of_run(report: Report) -> str:
    """The report on one run, as `check` and `audit` have it."""
    with InMemory() as kept:
        kept.add(of_report(report))
        found = history(kept.looks())
        return write(tally(found), found, kept.page, report.created)


def _row(look: Look, history: History) -> Row:
    missing = tuple(dict.fromkeys(each.requirement for each in look.findings if each.missing))
    since = min((history.since(look.target, each) for each in missing), default=None)
    return Row(
        look.target,
        look.host,
        look.title,
        look.url_of_article,
        look.language,
        look.outcome.value,
        _RANK.index(look.outcome),
        missing,
        f"{since:%Y-%m-%d}" if since else None,
    )


def _changes(history: History, since: datetime) -> list[tuple[str, int]]:
    counts = Counter(each.change for each in history.courses(since))
    return [(change.value, counts[change]) for change in Change]


def _details(look: Look, page: Page) -> str:
    """What is said of one page when somebody opens it."""
    told = sorted(filter(_is_told, page.findings), key=lambda each: (each.outcome is not Outcome.FAILED, each.severity))
    return _template("details.html").render(
        look=replace(look, url=_web(look.url or look.target)),
        page=page,
        terms_url=_web(page.terms.url) if page.terms else None,
        findings=[_shown(each) for each in told],
        met=sum(each.outcome is Outcome.PASSED for each in page.findings),
        waiting=sum(_waits(each) for each in page.findings),
    )


def _is_told(finding: Finding) -> bool:
    return finding.outcome is Outcome.FAILED or (finding.outcome is Outcome.CANT_TELL and not _waits(finding))


def _waits(finding: Finding) -> bool:
    """True for what no page can tell."""
    return finding.outcome is Outcome.CANT_TELL and finding.severity is Severity.NOTE


def _shown(finding: Finding) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(finding, name) for name in finding.__struct_fields__}
    clause = {"text": finding.clause.text, "url": _web(finding.clause.url)}
    return values | {"clause": clause, "edits": [_edit(each) for each in finding.edits]}


def _edit(edit: Edit) -> dict[str, object]:
    parts = segments(edit.original, edit.copy)
    return {
        "kind": edit.kind.value,
        "ours": list(_without(parts, "added")),
        "theirs": list(_without(parts, "removed")),
    }


def _without(parts: Iterable[Segment], kind: str) -> Iterator[Segment]:
    return (part for part in parts if part.kind != kind)


def _web(url: str | None) -> str | None:
    """An address that may be a link: of the web, and nothing else."""
    return url if url and address.parse(url) and url.lower().startswith(("http://", "https://")) else None


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        finalize=lambda value: _readable(value) if type(value) is str else value,
    )
    return environment.get_template(name)


def _readable(text: str) -> Markup:
    """A text for people, escaped; of no line of it does a line of the file begin, for CI systems take some for commands."""
    return Markup(str(escape(printable(text))).replace("\n", "&#10;"))  # noqa: S704  (it is escaped)


def _file(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
