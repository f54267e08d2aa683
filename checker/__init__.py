"""creditline: checks that a republished page carries the credit its publisher's terms ask for.

>>> import checker
>>> report = checker.check(["examples/us-nato-belarus.md"])
>>> [finding.requirement for finding in report.pages[0].findings if finding.outcome == "failed"]
['link_to_original']
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.version import __version__

if TYPE_CHECKING:
    from checker.documents.files import Selection
    from checker.engine import Question
    from checker.model import Report
    from checker.terms.library import Library

__all__ = ["__version__", "check", "inspect"]


def check(
    targets: Iterable[str],
    question: Question | None = None,
    selection: Selection | None = None,
    library: Library | None = None,
) -> Report:
    """Judges files and folders by their publishers' terms. What cannot be read is an error page of the report."""
    from checker import engine, run  # noqa: PLC0415  (`import checker` alone stays light)
    from checker.documents.files import Selection  # noqa: PLC0415

    asked = question or engine.Question()
    judge = engine.of(library) if library else engine.default()
    return run.run(targets, selection or Selection(), lambda document: judge.check(document, asked))


def inspect(targets: Iterable[str], selection: Selection | None = None, library: Library | None = None) -> Report:
    """Lists what files and folders credit, whatever any terms ask for."""
    from checker import engine, run  # noqa: PLC0415
    from checker.documents.files import Selection  # noqa: PLC0415

    observe = engine.of(library) if library else engine.default()
    return run.run(targets, selection or Selection(), observe.inspect)
