"""creditline: checks that a republished page carries the credit its publisher's terms ask for.

>>> import checker
>>> report = checker.check(["examples/us-nato-belarus.md"])
>>> [finding.requirement for finding in report.pages[0].findings if finding.outcome == "failed"]
['link_to_original']
"""

from __future__ import annotations

from checker.version import __version__

TYPE_CHECKING = False  # as in `typing`, whose import alone takes longer than `--version` may
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from os import PathLike

    from checker.documents.document import Document
    from checker.engine import Engine, Question
    from checker.errors import CreditlineError
    from checker.live import Audit
    from checker.model import Audience, Finding, Outcome, PageOutcome, PageReport, Report, Severity
    from checker.results.history import History
    from checker.results.tally import Tally, tally
    from checker.run import Judge, Plan
    from checker.terms.library import Library
    from checker.terms.pack import Terms

    Asks = Callable[[Document], Question]

__all__ = [
    "Audience",
    "CreditlineError",
    "Finding",
    "History",
    "Library",
    "Outcome",
    "PageOutcome",
    "PageReport",
    "Plan",
    "Question",
    "Report",
    "Severity",
    "Tally",
    "Terms",
    "__version__",
    "audit",
    "check",
    "history",
    "inspect",
    "tally",
]

_HOMES = {
    "Question": "checker.engine",
    "CreditlineError": "checker.errors",
    **dict.fromkeys(
        ("Audience", "Finding", "Outcome", "PageOutcome", "PageReport", "Report", "Severity"), "checker.model"
    ),
    "History": "checker.results.history",
    "Tally": "checker.results.tally",
    "tally": "checker.results.tally",
    "Plan": "checker.run",
    "Library": "checker.terms.library",
    "Terms": "checker.terms.pack",
}


def __getattr__(name: str) -> object:
    """The public names are imported when somebody asks for them: `import checker` alone stays light (PEP 562)."""
    if name in _HOMES:
        from importlib import import_module  # noqa: PLC0415  (likewise)

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def check(
    targets: Iterable[str],
    question: Question | Asks | None = None,
    plan: Plan | None = None,
    library: Library | None = None,
) -> Report:
    """Judges pages (files, folders, addresses, lists of addresses) by their publishers' terms.

    The question may be one for all pages, or a function that says what is asked of a document. What cannot be read is an error page of
    the report.
    """
    from checker import engine  # noqa: PLC0415  (`import checker` alone stays light)

    asked, judge = question or engine.Question(), _engine(library)

    def ask(document: Document) -> Question:
        return asked(document) if callable(asked) else asked

    audit = _audit(judge, ask) if plan and plan.follows else None
    return _run(targets, plan, judge, lambda document: judge.check(document, ask(document)), audit)


def audit(
    targets: Iterable[str],
    question: Question | Asks | None = None,
    plan: Plan | None = None,
    library: Library | None = None,
) -> Report:
    """As `check`, with all that needs the network: links back are followed, and pages are compared with their originals.

    The original is the one at `question.original` or, where that says nothing, at the address that the page names.
    """
    from dataclasses import replace  # noqa: PLC0415  (it takes as long)

    from checker.run import Plan  # noqa: PLC0415

    return check(targets, question, replace(plan or Plan(), follows=True), library)


def inspect(
    targets: Iterable[str], plan: Plan | None = None, library: Library | None = None, asks: Asks | None = None
) -> Report:
    """Lists what pages credit, whatever any terms ask for. `asks` says what is known of a document, as for `check`."""
    observe = _engine(library)
    return _run(targets, plan, observe, lambda document: observe.inspect(document, asks(document) if asks else None))


def history(files: Iterable[str | PathLike[str]], store: str | PathLike[str] | None = None) -> History:
    """All looks at pages that files of results tell of (JSON reports, JSON lines), and those of a store, to which they are added.

    `tally` makes figures of it. Raises CreditlineError where a file is none of results.
    """
    from pathlib import Path  # noqa: PLC0415

    from checker.results import read  # noqa: PLC0415
    from checker.results.history import history as made  # noqa: PLC0415
    from checker.results.kept import InMemory  # noqa: PLC0415
    from checker.results.store import Store  # noqa: PLC0415

    with Store(Path(store)) if store else InMemory() as kept:
        for file in files:
            kept.add(read.read(Path(file)))
        return made(kept.looks())


def _engine(library: Library | None) -> Engine:
    from checker import engine  # noqa: PLC0415

    return engine.of(library) if library else engine.default()


def _audit(judge: Engine, ask: Asks) -> Audit:
    from checker.live import Audit  # noqa: PLC0415  (slow to import; files need no network)

    return Audit(ask, judge.check, judge.original_of)


def _run(targets: Iterable[str], plan: Plan | None, judge: Engine, each: Judge, audit: Audit | None = None) -> Report:
    from dataclasses import replace  # noqa: PLC0415

    from checker import run  # noqa: PLC0415

    plan = plan or run.Plan()
    # A request of a page counter would count a reader, wherever the address comes from.
    plan = replace(plan, settings=replace(plan.settings, avoids=judge.is_counter))
    return run.run(targets, plan, run.sealed(each) if plan.settings.recorder else each, audit)
