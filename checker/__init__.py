"""creditline: checks that a republished page carries the credit its publisher's terms ask for.

>>> import checker
>>> report = checker.check(["examples/us-nato-belarus.md"])
>>> [finding.requirement for finding in report.pages[0].findings if finding.outcome == "failed"]
['link_to_original']
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.version import __version__

if TYPE_CHECKING:
    from checker.documents.document import Document
    from checker.engine import Engine, Question
    from checker.live import Audit
    from checker.model import PageReport, Report
    from checker.original.original import Original
    from checker.run import Judge, Plan
    from checker.terms.library import Library

__all__ = ["__version__", "audit", "check", "inspect"]


def check(
    targets: Iterable[str], question: Question | None = None, plan: Plan | None = None, library: Library | None = None
) -> Report:
    """Judges pages (files, folders, addresses, lists of addresses) by their publishers' terms.

    What cannot be read is an error page of the report.
    """
    from checker import engine  # noqa: PLC0415  (`import checker` alone stays light)

    asked, judge = question or engine.Question(), _engine(library)
    audit = _audit(judge, asked) if plan and plan.follows else None
    return _run(targets, plan, judge, lambda document: judge.check(document, asked), audit)


def audit(
    targets: Iterable[str], question: Question | None = None, plan: Plan | None = None, library: Library | None = None
) -> Report:
    """As `check`, with all that needs the network: links back are followed, and pages are compared with their originals.

    The original is the one at `question.original` or, where that says nothing, at the address that the page names.
    """
    from checker.run import Plan  # noqa: PLC0415

    return check(targets, question, replace(plan or Plan(), follows=True), library)


def inspect(targets: Iterable[str], plan: Plan | None = None, library: Library | None = None) -> Report:
    """Lists what pages credit, whatever any terms ask for."""
    observe = _engine(library)
    return _run(targets, plan, observe, observe.inspect)


def _engine(library: Library | None) -> Engine:
    from checker import engine  # noqa: PLC0415

    return engine.of(library) if library else engine.default()


def _audit(judge: Engine, asked: Question) -> Audit:
    from checker.live import Audit  # noqa: PLC0415  (slow to import; files need no network)

    def beside(document: Document, original: Original) -> PageReport:
        return judge.check(document, replace(asked, shown=original, fetched=asked.original is None))

    return Audit(judge.original_of, None if asked.shown else beside, asked.original)


def _run(targets: Iterable[str], plan: Plan | None, judge: Engine, each: Judge, audit: Audit | None = None) -> Report:
    from checker import run  # noqa: PLC0415

    plan = plan or run.Plan()
    # A request of a page counter would count a reader, wherever the address comes from.
    plan = replace(plan, settings=replace(plan.settings, avoids=judge.is_counter))
    return run.run(targets, plan, each, audit)
