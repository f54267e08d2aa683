"""`creditline report`: what a publisher wants to know of many pages."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import audits, options, outputs, shelves
from checker.cli.exits import Exit
from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.results.history import History
    from checker.results.kept import Kept


class ReportFormat(StrEnum):
    """How a publisher's report is written."""

    JSON = "json"
    HTML = "html"
    CSV = "csv"
    PARQUET = "parquet"
    MARKDOWN = "markdown"


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="RESULTS-or-TARGETS...",
        help="Results of check, audit or scan (JSON, JSON lines); or what to audit now: addresses, lists of them, sitemaps, "
        "tables with a column of pages and one of originals.",
        show_default=False,
    ),
]
Site = Annotated[
    str | None,
    typer.Option("--site", metavar="URL", help="Where your articles are, if a table has only their paths."),
]
StoreFile = Annotated[
    Path | None,
    typer.Option("--store", metavar="FILE", help="Keep the results in this file, and report on all that is in it."),
]


def report(  # noqa: PLR0913  (a command line has this many options)
    sources: Sources = None,
    form: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="How the report is written.")
    ] = ReportFormat.JSON,
    output: options.Output = None,
    store: StoreFile = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Say what changed since this day (YYYY-MM-DD).")
    ] = None,
    site: Site = None,
    timeout: options.Timeout = options.TIMEOUT,
    delay: options.Delay = options.DELAY,
    jobs: options.Jobs = None,
    private: options.PrivateHosts = False,
    offline: options.Offline = False,
    no_cache: options.NoCache = False,
) -> None:
    """Report on many pages: who keeps to the terms, what is missing where, and whether it gets better.

    Exit codes: 0 the report is written, 2 the call or a file of results is wrong, 3 there is nothing to report on.
    """
    outputs.apart((*(sources or ()), store), (output,))
    day = _day(since) if since else None
    if site:
        shelves.web_address("--site", site)
    net = options.settings(options.MAX_BYTES, timeout, delay, jobs, private=private, offline=offline, no_cache=no_cache)
    with kept(store, sources or [], audits.Auditing(net, site)) as looks:
        content = _content(form, history_of(looks), looks, day)
    options.put(content, output)


@contextmanager
def kept(store: Path | None, sources: Sequence[str], auditing: audits.Auditing) -> Iterator[Kept]:
    """What is kept in a store, or in memory, with some results added to it: those in files, and those of an audit of the rest."""
    from checker.results import read  # noqa: PLC0415  (slow to import; few commands read results)
    from checker.results.kept import InMemory  # noqa: PLC0415
    from checker.results.store import Store  # noqa: PLC0415

    files = [source for source in sources if audits.is_results(source)]
    with Store(store) if store else InMemory() as looks:
        for file in files:
            looks.add(read.read(Path(file)))
        if targets := [source for source in sources if source not in files]:
            looks.add(audits.audited(targets, auditing))
        yield looks


def history_of(looks: Kept) -> History:
    """The history of all looks that are kept. Exits with NOT_CHECKED where there are none."""
    from checker.results.history import history  # noqa: PLC0415

    found = history(looks.looks())
    if not found.looks:
        sys.stderr.write("creditline: there are no results to report on\n")
        raise typer.Exit(Exit.NOT_CHECKED)
    return found


def _content(form: ReportFormat, history: History, looks: Kept, since: datetime | None) -> bytes:
    from checker.report import html  # noqa: PLC0415
    from checker.report.publisher import csv, json, markdown, parquet  # noqa: PLC0415
    from checker.results.tally import tally  # noqa: PLC0415

    figures, now = tally(history), datetime.now(UTC)
    if form is ReportFormat.PARQUET:
        return parquet.write(figures, history)
    written = {
        ReportFormat.HTML: lambda: html.write(figures, history, looks.page, now, since),
        ReportFormat.CSV: lambda: csv.write(figures, history),
        ReportFormat.JSON: lambda: json.write(figures, history, now, since),
        ReportFormat.MARKDOWN: lambda: markdown.write(figures, history, now, since),
    }
    return written[form]().encode("utf-8", "backslashreplace")


def _day(given: str) -> datetime:
    try:
        return datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise UsageError(f"--since {given!r}: write it as YYYY-MM-DD") from error
