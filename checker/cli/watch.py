"""What is seen of a run before it ends: JSON lines as soon as each page is done, a bar on a terminal."""

from __future__ import annotations

import _thread
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import options, outputs
from checker.cli.options import Format
from checker.errors import UsageError
from checker.model import Clause, Finding, PageOutcome, PageReport, Report, Suppression, Waiver
from checker.run import Watch

if TYPE_CHECKING:
    from rich.progress import Progress

    from checker.results.page import Page
    from checker.results.page import Suppression as Waived


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier run left in its output: the pages, as far as an exit code needs them."""

    pages: tuple[PageReport, ...] = ()

    @property
    def targets(self) -> frozenset[str]:
        """What need not be done again."""
        return frozenset(page.target for page in self.pages)


@contextmanager
def watching(form: Format, output: Path | None, *, quiet: bool, resume: bool) -> Iterator[Watch]:
    """A watch that writes each page where it is to be written line by line, and that shows how far the run has come.

    Raises UsageError where the lines cannot be written; those before are kept, whole.
    """
    lines = outputs.Lines(output, more=resume) if form is Format.JSONL and output else None
    both = _Both(form, lines, None if quiet else bar())
    try:
        yield both
    finally:
        both.close()
    if both.failure:
        raise both.failure


def tell(report: Report) -> None:
    """Says of a run that somebody stopped how far it came."""
    if report.interrupted:
        sys.stderr.write(f"creditline: interrupted; pages done: {len(report.pages)}\n")


def earlier(form: Format, output: Path | None) -> Earlier:
    """The pages of the run that is gone on with. What could not be read is taken out of its output, and tried again."""
    if form is not Format.JSONL or output is None:
        raise UsageError(
            "--resume goes on with the run whose results are in a file: give --format jsonl and --output FILE"
        )
    if not output.is_file():
        return Earlier()
    try:
        lines = output.read_bytes().splitlines(keepends=True)
    except OSError as error:
        raise UsageError(f"{output}: {error.strerror or error}") from error
    done = [(line, page) for line in lines if (page := _done(line))]
    outputs.put(b"".join(line for line, _ in done), output)
    return Earlier(tuple(_judged(page) for _, page in done))


class _Both(Watch):
    def __init__(self, form: Format, lines: outputs.Lines | None, bar: Progress | None) -> None:
        self._form, self._lines, self._bar = form, lines, bar
        self._lock = threading.Lock()
        self._open = True
        self._total = 0
        self.failure: UsageError | None = None
        self._task = bar.add_task("", total=0) if bar else None

    def found(self, count: int) -> None:
        with self._lock:
            self._total += count
            if self._bar and self._task is not None:
                self._bar.update(self._task, total=self._total)

    def close(self) -> None:
        """Waits for whoever is writing, and lets nobody write any more: of a run that was stopped, threads may still be at work.

        Python aborts where one of them holds standard output when the program ends.
        """
        with self._lock:
            self._open = False
            if self._bar:
                self._bar.stop()
            if self._lines:
                self._lines.close()

    def done(self, page: PageReport) -> None:
        with self._lock:
            if not self._open:
                return
            if self._form is Format.JSONL and not self.failure:
                self._write(page)
            if self._bar and self._task is not None:
                self._bar.advance(self._task)

    def _write(self, page: PageReport) -> None:
        from checker.report import json as report  # noqa: PLC0415

        line = report.line(page).encode("utf-8", "backslashreplace")
        try:
            (self._lines.write if self._lines else options.say)(line)
        except UsageError as error:
            # Whatever thread this is: the run ends with what is done, as by Ctrl-C.
            self.failure = error
            _thread.interrupt_main()


def bar() -> Progress | None:
    """A bar on a terminal that a person looks at; it goes to standard error and leaves nothing behind."""
    if not sys.stderr.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return None
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn  # noqa: PLC0415

    shown = Progress(
        BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=Console(file=sys.stderr), transient=True
    )
    shown.start()
    return shown


def _done(line: bytes) -> Page | None:
    """The page of a line, where it was done; the last line may be cut off."""
    from checker.results import read  # noqa: PLC0415  (few runs are gone on with)

    try:
        page = read.decoded(line) if line.endswith(b"\n") else None
    except read.BROKEN:
        return None
    return page if page and page.outcome != PageOutcome.ERROR else None


def _judged(page: Page) -> PageReport:
    """What an exit code needs of a page."""
    findings = (
        Finding(
            found.requirement,
            found.outcome,
            found.severity,
            "",
            Clause(""),
            suppression=_suppression(found.suppression),
        )
        for found in page.findings
    )
    return PageReport(page.target, page.outcome, findings=tuple(findings))


def _suppression(found: Waived | None) -> Suppression | None:
    return Suppression(Waiver(found.waiver), found.reason) if found else None
