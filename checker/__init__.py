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
    from checker.engine import Question
    from checker.model import Report
    from checker.run import Plan
    from checker.terms.library import Library

__all__ = ["__version__", "audit", "check", "inspect"]


def check(
    targets: Iterable[str], question: Question | None = None, plan: Plan | None = None, library: Library | None = None
) -> Report:
    """Judges pages (files, folders, addresses, lists of addresses) by their publishers' terms.

    What cannot be read is an error page of the report.
    """
    from checker import engine  # noqa: PLC0415  (`import checker` alone stays light)

    return _run(targets, plan, library, question or engine.Question())


def audit(
    targets: Iterable[str], question: Question | None = None, plan: Plan | None = None, library: Library | None = None
) -> Report:
    """As `check`; of pages at addresses, the links back to the original are followed, too."""
    from checker.run import Plan  # noqa: PLC0415

    return check(targets, question, replace(plan or Plan(), follows=True), library)


def inspect(targets: Iterable[str], plan: Plan | None = None, library: Library | None = None) -> Report:
    """Lists what pages credit, whatever any terms ask for."""
    return _run(targets, plan, library, None)


def _run(targets: Iterable[str], plan: Plan | None, library: Library | None, question: Question | None) -> Report:
    from checker import run  # noqa: PLC0415
    from checker.judging import Judging  # noqa: PLC0415

    judge, plan = Judging(library, question), plan or run.Plan()
    # A request of a page counter would count a reader, wherever the address comes from.
    plan = replace(plan, settings=replace(plan.settings, avoids=lambda url: judge.engine.is_counter(url)))  # noqa: PLW0108  (an engine takes time to make)
    return run.run(targets, plan, judge)
