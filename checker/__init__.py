"""creditline: checks that a republished page carries the credit its publisher's terms ask for.

>>> import checker
>>> report = checker.check(["examples/us-nato-belarus.md"])
>>> [finding.requirement for finding in report.pages[0].findings if finding.outcome == "failed"]
['link_to_original']
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.version import __version__

TYPE_CHECKING = False  # as in `typing`, whose import alone takes longer than `--version` may
if TYPE_CHECKING:
    from checker.engine import Engine, Question
    from checker.model import Report
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
    return _run(targets, plan, judge, lambda document: judge.check(document, asked))


def audit(
    targets: Iterable[str], question: Question | None = None, plan: Plan | None = None, library: Library | None = None
) -> Report:
    """As `check`; of pages at addresses, the links back to the original are followed, too."""
    from dataclasses import replace  # noqa: PLC0415  (it takes as long)

    from checker.run import Plan  # noqa: PLC0415

    return check(targets, question, replace(plan or Plan(), follows=True), library)


def inspect(targets: Iterable[str], plan: Plan | None = None, library: Library | None = None) -> Report:
    """Lists what pages credit, whatever any terms ask for."""
    observe = _engine(library)
    return _run(targets, plan, observe, observe.inspect)


def _engine(library: Library | None) -> Engine:
    from checker import engine  # noqa: PLC0415

    return engine.of(library) if library else engine.default()


def _run(targets: Iterable[str], plan: Plan | None, judge: Engine, each: Judge) -> Report:
    from dataclasses import replace  # noqa: PLC0415

    from checker import run  # noqa: PLC0415

    plan = plan or run.Plan()
    # A request of a page counter would count a reader, wherever the address comes from.
    plan = replace(plan, settings=replace(plan.settings, avoids=judge.is_counter))
    return run.run(targets, plan, each)
