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
    pages = tuple(page for target in targets for page in _pages(target, selection, judge))
    unique = {page.target: page for page in reversed(pages)}
    seen = dict.fromkeys(page.target for page in pages)
    return Report(tuple(unique[target] for target in seen), datetime.now(UTC).replace(microsecond=0))


def _pages(target: str, selection: Selection, judge: Judge) -> Iterator[PageReport]:
    if target.lower().startswith(("http://", "https://")):
        yield failed(target, "unsupported_target", "this version reads local files, folders and standard input")
        return
    try:
        for name in files.expand(target, selection):
            yield _page(name, selection, judge)
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
