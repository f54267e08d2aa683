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
    from checker.errors import CreditlineError
    from checker.judging import Judging
    from checker.model import Audience, Finding, Outcome, PageOutcome, PageReport, Report, Severity
    from checker.question import Question
    from checker.results.history import History
    from checker.results.tally import Tally, tally
    from checker.run import Plan
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
    "match",
    "tally",
]

_HOMES = {
    "Question": "checker.question",
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
    from checker import question as questions  # noqa: PLC0415  (`import checker` alone stays light)
    from checker.judging import Judging, Same  # noqa: PLC0415

    asked = question or questions.Question()
    return _run(targets, plan, Judging(library, asked if callable(asked) else Same(asked)))


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
    from checker import question as questions  # noqa: PLC0415
    from checker.judging import Judging, Same  # noqa: PLC0415

    return _run(targets, plan, Judging(library, asks or Same(questions.Question()), inspects=True))


def match(  # noqa: PLR0913  (what `check` takes, and what is looked for)
    originals: Iterable[str],
    targets: Iterable[str],
    question: Question | Asks | None = None,
    plan: Plan | None = None,
    library: Library | None = None,
    least: float | None = None,
) -> Report:
    """Finds the pages that have text of given articles, whether they say so or not, and judges each beside its original.

    `least` is the share of an article's words (0 to 1) that makes a page a copy. Articles that could not be had are error pages of the
    report; where none of them is left to look for, no page is looked at. Raises TargetError where `originals` hold no page at all.
    """
    from dataclasses import replace  # noqa: PLC0415

    from checker import question as questions  # noqa: PLC0415
    from checker import run  # noqa: PLC0415
    from checker.copies import collecting, shelf  # noqa: PLC0415
    from checker.judging import Judging, Same  # noqa: PLC0415

    asked = question or questions.Question()
    judging = Judging(library, asked if callable(asked) else Same(asked))
    plan = _careful(plan or run.Plan(), judging)
    found = collecting.collected(originals, plan, judging, shelf.LEAST if least is None else least)
    for page in found.missed:
        plan.watch.found(1)
        plan.watch.done(page)
    looking = found.matching.is_needed and not found.interrupted
    report = run.run(targets if looking else (), plan, found.matching)
    interrupted = report.interrupted or found.interrupted
    return replace(report, pages=found.missed + report.pages, interrupted=interrupted)


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


def _run(targets: Iterable[str], plan: Plan | None, judge: Judging) -> Report:
    from checker import run  # noqa: PLC0415

    plan = _careful(plan or run.Plan(), judge)
    audit = judge.audit() if plan.follows and not judge.inspects else None
    return run.run(targets, plan, run.sealed(judge) if plan.settings.recorder else judge, audit)


def _careful(plan: Plan, judge: Judging) -> Plan:
    """The plan, with page counters left alone: a request would count a reader, wherever the address comes from."""
    from dataclasses import replace  # noqa: PLC0415

    # Each is a lambda, for an engine takes time to make.
    avoids, counts = lambda url: judge.engine.is_counter(url), lambda page: judge.engine.counts(page)  # noqa: PLW0108
    return replace(plan, settings=replace(plan.settings, avoids=avoids, counts=counts))
