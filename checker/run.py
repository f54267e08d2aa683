"""Targets -> report: every target is in it, and one that cannot be read never stops the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from checker.documents import files
from checker.documents.document import Document
from checker.documents.files import Selection
from checker.errors import TargetError
from checker.model import PageOutcome, PageReport, Report

Judge = Callable[[Document], PageReport]
INTERNAL = "internal"


def run(targets: Iterable[str], selection: Selection, judge: Judge) -> Report:
    """The report on some targets, in their order; a file that two targets name is checked once."""
    pages: dict[str, PageReport] = {}
    for target in targets:
        for name in _names(target, selection):
            if isinstance(name, PageReport):
                pages.setdefault(name.target, name)
            elif name not in pages:
                pages[name] = _page(name, selection, judge)
    return Report(tuple(pages.values()), datetime.now(UTC).replace(microsecond=0))


def _names(target: str, selection: Selection) -> Iterator[str | PageReport]:
    """The files that a target stands for, or why it stands for none."""
    if target.lower().startswith(("http://", "https://")):
        yield failed(target, "unsupported_target", "this version reads local files, folders and standard input")
        return
    try:
        yield from files.expand(target, selection)
    except TargetError as error:
        yield failed(target, error.code, str(error))


def _page(name: str, selection: Selection, judge: Judge) -> PageReport:
    try:
        return judge(files.read(name, selection.max_bytes))
    except TargetError as error:
        return failed(name, error.code, str(error))
    except Exception as error:
        return failed(name, INTERNAL, f"{type(error).__name__}: {error}")


def failed(target: str, code: str, message: str) -> PageReport:
    """The report on a target that could not be read."""
    return PageReport(target, PageOutcome.ERROR, error_code=code, error_message=message)
