"""What a call and its configuration say of old findings and of which pages are looked at, put into the run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.adoption.baseline import Baseline
from checker.adoption.per_path import PerPath, path_of
from checker.cli.exits import Exit
from checker.cli.shelves import as_seen_from_here, is_address
from checker.documents import files
from checker.errors import TargetError
from checker.model import BaselineEntry, BaselineStanding, PageReport, Report
from checker.page.text import printable

if TYPE_CHECKING:
    from checker.adoption.changed import Changes
    from checker.adoption.sources import Sources
    from checker.config import Config
    from checker.run import Plan

_SHOWN = 5


@dataclass(frozen=True)
class Adopted:
    """How a run treats what is not yet well."""

    per_path: PerPath
    sources: Sources
    file: Path | None = None
    """Where the baseline stands."""
    baseline: Baseline = field(default_factory=lambda: Baseline(Path()))
    changes: Changes | None = None
    today: date = field(default_factory=date.today)

    def plan(self, plan: Plan) -> Plan:
        """The run, with what the configuration leaves out left out and what is let pass let pass."""
        selection = replace(plan.selection, also=self._admits)
        wanted = self._has_changed if self.changes else plan.wanted
        return replace(plan, selection=selection, wanted=wanted, finish=self.finished)

    def finished(self, page: PageReport) -> PageReport:
        """A page that was judged, as it is reported."""
        return self.baseline.applied(self.sources.located(self.per_path.weighed(page)), self.today)

    def standing(self, report: Report, targets: Sequence[str]) -> BaselineStanding:
        """What became of the baseline's entries. A page is gone where its folder was looked through and it is not there."""
        folders = [Path(os.path.abspath(target)) for target in targets if os.path.isdir(target)]

        def is_gone(name: str) -> bool:
            at = Path(os.path.normpath(self.baseline.folder / name))
            return any(at.is_relative_to(folder) for folder in folders) and not os.path.lexists(at)

        return self.baseline.standing(report.pages, is_gone, self.today)

    def _admits(self, path: str) -> bool:
        config = self.per_path.config
        relative = path_of(path, None, config)
        return relative is None or files.Selection(config.include, config.exclude).admits(relative)

    def _has_changed(self, target: str) -> bool:
        from checker.adoption import changed  # noqa: PLC0415  (few calls ask git)

        if self.changes is None or not files.is_page(target):
            return True
        return changed.narrowed(self.changes, self.sources.source_of)(target)


def adopted(
    per_path: PerPath, file: Path | None = None, changed_since: str | None = None, terms_file: str | None = None
) -> Adopted:
    """What a call says of it: `file` is the baseline. Raises UsageError for a bad one, and for an unknown revision."""
    from checker.adoption import baseline as baselines  # noqa: PLC0415
    from checker.adoption.sources import Sources  # noqa: PLC0415

    found = baselines.read(file) if file else Baseline(Path())
    bearing = _bearing(per_path.config, file, terms_file)
    changes = _changes(changed_since, bearing) if changed_since is not None else None
    today = date.today()
    return Adopted(per_path, Sources(per_path.config, today), file, found, changes, today)


def _changes(rev: str, bearing: Iterable[Path]) -> Changes | None:
    """What changed; None, for all, where that by which all pages are judged is among it."""
    from checker.adoption import changed  # noqa: PLC0415

    changes = changed.since(rev, Path.cwd())
    for file in map(Path.resolve, bearing):
        if file.is_relative_to(changes.root) and changes.has(file):
            _say(f"{as_seen_from_here(file)} changed since {rev}, so all pages are checked")
            return None
    return changes


def _bearing(config: Config, baseline: Path | None, terms_file: str | None) -> Iterator[Path]:
    """The files that bear on all pages."""
    yield from filter(None, (config.file, baseline))
    if terms_file and not is_address(terms_file):
        yield Path(terms_file)
    for place in config.terms:
        yield from sorted(place.rglob("*.toml")) if place.is_dir() else (place,)


def tell(standing: BaselineStanding, file: Path | None) -> None:
    """Says on standard error what of a baseline is to be tidied up."""
    name = as_seen_from_here(file) if file else ""
    if standing.expired:
        _say(f"{name}: {_counted(standing.expired)} past the last day: {_named(standing.expired)}")
    if standing.stale:
        prune = f"`creditline baseline prune {name} TARGET...` takes them out"
        _say(f"{name}: {_counted(standing.stale)} no longer needed; {prune}: {_named(standing.stale)}")


def unchecked(targets: Sequence[str], done: Adopted, selection: files.Selection) -> Exit:
    """Says on standard error why no page was checked, and what that ends with."""
    if done.changes and any(_has_pages(target, selection) for target in targets):
        _say(f"nothing to check: no page changed since {done.changes.rev}")
        return Exit.OK
    return nothing(targets)


def nothing(targets: Sequence[str]) -> Exit:
    """Says on standard error that there was no page, and what that ends with."""
    _say(f"nothing was checked: there is no page in {', '.join(targets)} that is not left out")
    return Exit.NOT_CHECKED


def _has_pages(target: str, selection: files.Selection) -> bool:
    try:
        return any(True for _ in files.expand(target, selection))
    except TargetError:
        return False


def _counted(entries: Sequence[BaselineEntry]) -> str:
    return "1 entry is" if len(entries) == 1 else f"{len(entries)} entries are"


def _named(entries: Sequence[BaselineEntry]) -> str:
    shown = [f"{entry.requirement} on {entry.target}" for entry in entries[:_SHOWN]]
    more = [f"and {len(entries) - _SHOWN} more"] if len(entries) > _SHOWN else []
    return ", ".join([*shown, *more])


def _say(text: str) -> None:
    sys.stderr.write(f"creditline: {printable(text)}\n")
