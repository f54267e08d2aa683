"""Options that several commands share, and where their output goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from checker.cli import outputs
from checker.cli.exits import FailOn
from checker.documents.document import DEFAULT_MAX_BYTES
from checker.documents.web.settings import JOBS, Limits, Pace, Settings
from checker.errors import UsageError
from checker.model import Audience, Report

_LARGEST = 1 << 30
_DAY = 86_400


def stdout_or(output: Path | None) -> Path | None:
    """The file that an option names; None, which is standard output, for `-`."""
    return None if output == Path("-") else output


def utf8(given: Any) -> Any:
    """What an option gives that is no name of a file: a text, or some. Raises BadParameter for bytes that are none."""
    try:
        "".join(given or ()).encode("utf-8")
    except UnicodeEncodeError as error:
        raise typer.BadParameter("it is not UTF-8") from error
    return given


Targets = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, globs, addresses, lists of addresses (plain, sitemaps, feeds), or - for standard input.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", callback=stdout_or, help="Write the report to a file instead of standard output."),
]
Include = Annotated[
    list[str] | None,
    typer.Option("--include", metavar="GLOB", help="Of a folder, check only these. May be given again."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="GLOB", help="Of a folder, leave these out. May be given again."),
]
MaxBytes = Annotated[
    int,
    typer.Option(
        "--max-bytes",
        min=1,
        max=_LARGEST,
        metavar="N",
        help="Read no more than this of a page; the rest cannot be told.",
    ),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="The configuration, instead of the one found from here upwards."),
]
TermsId = Annotated[
    str | None, typer.Option("--terms", metavar="ID", help="Judge by these terms, whosever the page seems to be.")
]
TermsFile = Annotated[
    str | None, typer.Option("--terms-file", metavar="FILE-or-URL", help="Judge by a rule pack of your own.")
]
AudienceOf = Annotated[
    Audience | None,
    typer.Option("--audience", help="For whom the site publishes; some terms differ by it.  [default: community]"),
]
Fact = Annotated[
    list[str] | None,
    typer.Option("--fact", metavar="NAME=VALUE", help="What no page tells: partner=true. May be given again."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Refuse rule packs that are drafts.")]
PrivateHosts = Annotated[
    bool, typer.Option("--allow-private-hosts", help="Fetch from addresses of private networks too.")
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout", min=0.1, max=_DAY, metavar="S", help="Wait no longer than this for an answer, in seconds."
    ),
]
Delay = Annotated[
    float,
    typer.Option("--delay", min=0, max=_DAY, metavar="S", help="Pause between two requests to one host, in seconds."),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        min=1,
        max=256,
        metavar="N",
        help="Read files on so many processors, and fetch from so many hosts, at once.  [default: all; 16 hosts]",
    ),
]
Offline = Annotated[bool, typer.Option("--offline", help="Fetch nothing; read pages of the web from the cache.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache of pages of the web.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what falls short.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say what passed too, and why a page was taken for a copy.")
]
FailsOn = Annotated[FailOn, typer.Option("--fail-on", help="What makes the run fail.")]
Further = Annotated[
    list[str] | None, typer.Option("--report", metavar="FORMAT=FILE", help="A further report. May be given again.")
]
MAX_BYTES = DEFAULT_MAX_BYTES
TIMEOUT = Limits().seconds
DELAY = Pace().delay


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
    MARKDOWN = "markdown"
    HTML = "html"


ReportFormat = Annotated[Format, typer.Option("--format", "-f", help="How the report is written.")]


def settings(  # noqa: PLR0913  (the web is asked in this many ways)
    max_bytes: int, timeout: float, delay: float, jobs: int | None, *, private: bool, offline: bool, no_cache: bool
) -> Settings:
    """How the options say that the web is asked."""
    from checker.documents.web import cache  # noqa: PLC0415

    if offline and no_cache:
        raise UsageError("--offline reads from the cache, and --no-cache forbids it")
    place = None if no_cache else cache.folder()
    if offline and place is None:
        raise UsageError("--offline reads from the cache, and there is no home for one: set XDG_CACHE_HOME")
    return Settings(Limits(max_bytes, timeout, private), Pace(delay), jobs or JOBS, place, offline)


def processes(jobs: int | None) -> int:
    """How many processes an option asks for; as many as there are processors for this one where it asks for none."""
    return jobs or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def uncached(settings: Settings) -> Settings:
    """The same without a cache: what is kept as evidence was fetched. Raises UsageError where nothing is to be."""
    if settings.offline:
        raise UsageError("--offline fetches nothing that --evidence could keep")
    return replace(settings, cache=None)


def rendering(settings: Settings) -> Settings:
    """The same with a browser that runs the pages' scripts. Raises UsageError where none is installed."""
    from checker.documents.web.rendering import find  # noqa: PLC0415  (few calls render)

    if settings.offline:
        raise UsageError("--offline fetches nothing, and --render needs what the pages' scripts ask for")
    find()
    return replace(settings, renders=True)


def write(report: Report, form: Format, output: Path | None, as_text: Callable[[Report], Iterable[object]]) -> None:
    """Writes a report to a file or to standard output. Raises UsageError that names what cannot be written."""
    if form is Format.TEXT and output is None:
        _to_terminal(report, as_text)
    else:
        put(_content(report, form, as_text), output)


def in_github_job() -> bool:
    """True where output goes to the log of a job on GitHub, whose runner looks for commands in it."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _to_terminal(report: Report, as_text: Callable[[Report], Iterable[object]]) -> None:
    if in_github_job():
        from checker.report import github  # noqa: PLC0415  (only there)

        say(github.shielded(as_text(report)))
    else:
        _print(as_text(report))


def write_all(
    written: Iterable[tuple[Report, Format, Path | None]], as_text: Callable[[Report], Iterable[object]]
) -> None:
    """Writes a report in several ways. One that cannot be written takes none of the others with it; its UsageError comes at the end."""
    failure: UsageError | None = None
    for report, form, output in written:
        try:
            write(report, form, output, as_text)
        except UsageError as error:
            failure = failure or error
    if failure:
        raise failure


def put(text: str | bytes, output: Path | None) -> None:
    """Writes a text to a file, whole or not at all, or to standard output. Raises UsageError that names what cannot be written."""
    content = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    if output is None:
        say(content)
    else:
        outputs.put(content, output)


def say(text: str | bytes) -> None:
    """Writes a text to standard output, whatever characters a page put into it and whoever reads it to its end."""
    try:
        sys.stdout.buffer.write(text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except OSError as error:
        unsaid(error)


def silence() -> None:
    """Sends the rest of standard output nowhere: Python would complain once more while shutting down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unsaid(error: OSError) -> None:
    """Ends what goes to standard output: nobody reads on, which is no fault, or it has no room, which raises UsageError."""
    silence()
    if not isinstance(error, BrokenPipeError):
        raise outputs.unwritable("standard output", error) from error


def _content(report: Report, form: Format, as_text: Callable[[Report], Iterable[object]]) -> str:
    from checker.report import writer  # noqa: PLC0415  (each format is read when it is asked for)

    if form is Format.TEXT:
        return "".join(f"{line}\n" for line in as_text(report))
    return writer(form.value)(report)


def _print(lines: Iterable[object]) -> None:
    """Whether somebody reads the output to its end changes nothing about what the pages came to."""
    from rich.console import Console  # noqa: PLC0415

    class Piped(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    console = Piped(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)
    try:
        for line in lines:
            console.print(line)
        sys.stdout.flush()
    except OSError as error:
        unsaid(error)
