"""Targets of a publisher's report that are no results yet: they are audited now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.cli import watch
from checker.cli.asked import Call, asked
from checker.cli.options import Format
from checker.documents import files
from checker.documents.files import Selection
from checker.errors import TargetError, UsageError
from checker.run import Plan, is_address

if TYPE_CHECKING:
    from checker.documents.document import Document
    from checker.documents.web.settings import Settings
    from checker.question import Question
    from checker.results.read import Results

_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Auditing:
    """How targets are audited; `site` is where paths of originals begin."""

    settings: Settings
    site: str | None = None


def is_results(source: str) -> bool:
    """True for a file of results, and for a pipe, which can be read but once; whoever reads results says of what cannot be read."""
    from checker.results import read  # noqa: PLC0415

    if is_address(source):
        return False
    try:
        with files.opened(source) as file:
            return read.is_results(file.read(1024))
    except (OSError, TargetError):
        return True


def audited(targets: Sequence[str], auditing: Auditing) -> Results:
    """The results of an audit of pages, each beside the original that its table names. Raises UsageError."""
    from checker import audit  # noqa: PLC0415
    from checker.results import read  # noqa: PLC0415

    pages, rest = _tables(targets, auditing.site)
    asking = asked(Call(), Selection())

    def ask(document: Document) -> Question:
        question = asking.of(document)
        return replace(question, original=pages.get(document.target) or question.original)

    with watch.watching(Format.JSON, None, quiet=False, resume=False) as watching:
        report = audit([*pages, *rest], ask, Plan(settings=auditing.settings, watch=watching), asking.library)
    return read.of_report(report)


def _tables(targets: Sequence[str], site: str | None) -> tuple[Mapping[str, str | None], Sequence[str]]:
    """The pages in those targets that are tables, and the other targets."""
    pages: dict[str, str | None] = {}
    rest = []
    for target in targets:
        found = None if is_address(target) else _table(target, site)
        if found is None:
            rest.append(target)
        pages |= found or {}
    return pages, rest


def _table(target: str, site: str | None) -> Mapping[str, str | None] | None:
    """The pages in a file that is a table; None where it is another kind of list. Raises TargetError, and UsageError where it is none."""
    from checker.documents import listing  # noqa: PLC0415  (slow to import)
    from checker.results import read  # noqa: PLC0415
    from checker.results import targets as tables  # noqa: PLC0415

    try:
        with open(target, "rb", opener=files.unwaiting) as file:
            content = file.read(_LARGEST)
    except OSError as error:
        raise read.unreadable(target, error) from error
    found = tables.read(content.decode("utf-8-sig", "replace"), site)
    if found is None and listing.read(content, text=True) is None:
        raise UsageError(f"{target}: neither results of creditline nor a list of pages")
    return found
