"""A baseline: old findings that are let pass for the time being, so that new ones fail. A JSON file (schemas/baseline.schema.json).

Only what failed can be in it. A page that could not be read and what cannot be told are neither let pass nor written down.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from checker import data
from checker.documents import files
from checker.errors import UsageError
from checker.fingerprint import fingerprints
from checker.model import (
    BaselineEntry,
    BaselineStanding,
    Outcome,
    PageOutcome,
    PageReport,
    Suppression,
    Waiver,
)

_VERSION = 1
_MOST = 20


@dataclass(frozen=True)
class Baseline:
    """The entries of a baseline, and the folder that its targets are relative to."""

    folder: Path
    entries: tuple[BaselineEntry, ...] = ()

    @cached_property
    def _by_print(self) -> dict[str, BaselineEntry]:
        return {entry.fingerprint: entry for entry in self.entries}

    def applied(self, page: PageReport, today: date) -> PageReport:
        """The page with a suppression for each failed finding that has an entry which has not ended."""
        if page.outcome is PageOutcome.ERROR or not self.entries:
            return page
        from checker.engine import outcome_of  # noqa: PLC0415  (slow to import)

        findings = tuple(
            replace(finding, suppression=_suppression(entry))
            if finding.stands and (entry := self._by_print.get(name)) and not _is_over(entry, today)
            else finding
            for finding, name in zip(page.findings, self.prints(page), strict=True)
        )
        return page if findings == page.findings else replace(page, findings=findings, outcome=outcome_of(findings))

    def standing(self, pages: Iterable[PageReport], is_gone: Callable[[str], bool], today: date) -> BaselineStanding:
        """What became of the entries. Those of pages that were not looked at are not stale; `is_gone` knows the pages that are no more."""
        looked: set[str] = set()
        alive: set[str] = set()
        for page in pages:
            if _was_judged(page):
                looked.add(self.name(page))
                names = zip(page.findings, self.prints(page), strict=True)
                alive |= {name for finding, name in names if finding.outcome in {Outcome.FAILED, Outcome.CANT_TELL}}
        stale = (
            each
            for each in self.entries
            if each.fingerprint not in alive and (each.target in looked or is_gone(each.target))
        )
        return BaselineStanding(tuple(stale), tuple(each for each in self.entries if _is_over(each, today)))

    def pruned(self, stale: Iterable[BaselineEntry]) -> Baseline:
        """The baseline without its stale entries; nothing is ever added."""
        gone = {entry.fingerprint for entry in stale}
        return replace(self, entries=tuple(each for each in self.entries if each.fingerprint not in gone))

    def of(
        self, pages: Iterable[PageReport], reason: str, owner: str | None, expires: date | None, today: date
    ) -> Baseline:
        """A baseline of all that failed on some pages and that nobody let pass."""
        entries = (
            BaselineEntry(
                fingerprint,
                self.name(page),
                finding.requirement,
                finding.message,
                reason,
                owner,
                expires.isoformat() if expires else None,
                today.isoformat(),
            )
            for page in pages
            if page.outcome is not PageOutcome.ERROR
            for finding, fingerprint in zip(page.findings, self.prints(page), strict=True)
            if finding.stands
        )
        return replace(self, entries=tuple(entries))

    def prints(self, page: PageReport) -> tuple[str, ...]:
        """The fingerprints of a page's findings, wherever the call was made from."""
        return fingerprints(replace(page, target=self.name(page)))

    def name(self, page: PageReport) -> str:
        """A page as entries name it."""
        if page.url or page.target == "-":
            return page.url or page.target
        return PurePosixPath(Path(os.path.relpath(os.path.abspath(page.target), self.folder))).as_posix()


def read(file: Path) -> Baseline:
    """The baseline in a file. Raises UsageError that names the file and the place of what is wrong."""
    try:
        values = json.loads(files.whole(file).decode("utf-8"))
    except OSError as error:
        hint = "; `creditline baseline create` makes one" if isinstance(error, FileNotFoundError) else ""
        raise UsageError(f"{file}: {error.strerror or error}{hint}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{file}: not a JSON file: {error}") from error
    if wrong := list(_problems(values))[:_MOST]:
        raise UsageError("\n".join(f"{file}: {each}" for each in wrong))
    return Baseline(file.resolve().parent, tuple(BaselineEntry(**each) for each in values["entries"]))


def written(baseline: Baseline) -> str:
    """The file of a baseline, its entries sorted, so that a change of one entry changes one place."""
    entries = sorted(baseline.entries, key=lambda entry: (entry.target, entry.requirement, entry.fingerprint))
    values = {"version": _VERSION, "entries": [asdict(entry) for entry in entries]}
    text = json.dumps(values, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _problems(values: Any) -> Iterator[str]:
    from jsonschema import Draft202012Validator  # noqa: PLC0415  (slow to import)

    schema = json.loads((data.folder("schemas") / "baseline.schema.json").read_text("utf-8"))
    errors = sorted(Draft202012Validator(schema).iter_errors(values), key=lambda error: str(error.json_path))
    for error in errors:
        why = f"{error.instance!r} is no such thing: {error.schema.get('description')}"
        yield f"{_said(error.absolute_path)}: {(why if error.validator == 'pattern' else error.message)[:200]}"
    for number, entry in enumerate(() if errors else values["entries"]):
        if not _is_day(entry["expires"]):
            yield f"entries.{number}.expires: {entry['expires']!r} is no day of the calendar"


def _said(place: Iterable[str | int]) -> str:
    return ".".join(map(str, place)) or "the baseline"


def _is_day(text: str | None) -> bool:
    try:
        return text is None or bool(date.fromisoformat(text))
    except ValueError:
        return False


def _was_judged(page: PageReport) -> bool:
    """True where a finding that is not there is gone: the page was read whole, and it was told whether it is a copy."""
    known = page.terms is not None or page.outcome is PageOutcome.NOT_REPUBLISHED
    return known and page.incomplete is None


def _is_over(entry: BaselineEntry, today: date) -> bool:
    return entry.expires is not None and today > date.fromisoformat(entry.expires)


def _suppression(entry: BaselineEntry) -> Suppression:
    return Suppression(Waiver.BASELINE, entry.reason, entry.owner, entry.expires)
