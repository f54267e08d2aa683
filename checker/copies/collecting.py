"""Targets -> the articles in them that are to be looked for, and the reports on those that cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker import run
from checker.copies.matching import Matching, sought
from checker.copies.shelf import Sought
from checker.documents.files import Selection
from checker.errors import TargetError
from checker.model import PageOutcome, PageReport
from checker.page import read
from checker.run import Plan

if TYPE_CHECKING:
    from checker.documents.document import Document
    from checker.judging import Judging


@dataclass(frozen=True, slots=True)
class Collected:
    """What looks for the articles, and the reports on those that could not be had or have too little text of their own."""

    matching: Matching
    missed: tuple[PageReport, ...]
    interrupted: bool


def collected(targets: Iterable[str], plan: Plan, judging: Judging, least: float) -> Collected:
    """The articles in files, folders and lists and at addresses, in their order; all files of a folder are, whichever the plan wants.

    Raises TargetError where nothing is there that could be one.
    """
    articles: dict[str, Sought] = {}

    def keep(document: Document) -> PageReport:
        articles[document.target] = sought(document, judging)
        return PageReport(
            document.target, PageOutcome.NOT_REPUBLISHED, document.url, incomplete=read.read(document).incomplete
        )

    reading = Plan(Selection(max_bytes=plan.selection.max_bytes), plan.settings)
    report = run.run(targets, reading, keep)
    if not (report.pages or report.interrupted):
        raise TargetError("there is no original to look for: no page in what is given as originals", "not_found")
    missed = [page for page in report.pages if page.error_code]
    had = [articles[page.target] for page in report.pages if not page.error_code]
    matching = Matching(judging, tuple(had), least)
    return Collected(matching, (*missed, *_unknowable(matching)), report.interrupted)


def _unknowable(matching: Matching) -> Iterator[PageReport]:
    for each in matching.shelf.unknowable:
        yield run.failed(each.target, "too_short", "too little text of its own to be found again")
