"""`creditline baseline`: the findings that are let pass for the time being."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import options
from checker.cli.asked import Call, asked
from checker.cli.command import Command
from checker.cli.exits import Exit
from checker.documents.files import Selection
from checker.errors import UsageError
from checker.model import PageOutcome, Report
from checker.page.text import printable

if TYPE_CHECKING:
    from checker.cli.adopted import Adopted

app = typer.Typer(
    help="A file of old findings that are let pass, so that new ones fail; `check --baseline FILE` uses it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
File = Annotated[Path, typer.Argument(metavar="FILE", help="The baseline.", show_default=False)]
Audit = Annotated[bool, typer.Option("--audit", help="Follow the links of live pages, as audit does.")]


@dataclass(frozen=True, slots=True)
class _Run:
    """What is checked: all else is as the configuration says."""

    targets: Sequence[str]
    config: Path | None
    selection: Selection
    audit: bool


@app.command(cls=Command)
def create(  # noqa: PLR0913  (a command line has this many options)
    file: File,
    targets: options.Targets,
    reason: Annotated[
        str,
        typer.Option(
            "--reason", metavar="TEXT", callback=options.utf8, help="Why they are let pass.", show_default=False
        ),
    ],
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="WHO", callback=options.utf8, help="Who answers for them.")
    ] = None,
    expires: Annotated[
        str | None, typer.Option("--expires", metavar="DAY", help="The last day that they are let pass: 2027-01-31.")
    ] = None,
    config: options.ConfigFile = None,
    include: options.Include = None,
    exclude: options.Exclude = None,
    audit: Audit = False,
) -> None:
    """Write a baseline of all that fails on some pages now.

    It never overwrites one. What could not be read and what cannot be told is not in it.
    """
    from checker.adoption.baseline import Baseline, written  # noqa: PLC0415

    until, why = _day(expires), " ".join(reason.split())
    if not why:
        raise UsageError("--reason: a baseline without a reason is none")
    if os.path.lexists(file):
        raise UsageError(
            f"{file} exists already; `creditline baseline prune` takes out of it what is not needed any more"
        )
    report, _ = _checked(_Run(targets, config, Selection(include or (), exclude or ()), audit), None)
    made = Baseline(file.resolve().parent).of(report.pages, why, owner, until, date.today())
    options.put(written(made), file)
    pages = len({entry.target for entry in made.entries})
    _say(f"{file}: {len(made.entries)} let pass, on {pages} page{'' if pages == 1 else 's'}")
    raise typer.Exit(_unreadable(report))


@app.command(cls=Command)
def prune(  # noqa: PLR0913
    file: File,
    targets: options.Targets,
    config: options.ConfigFile = None,
    include: options.Include = None,
    exclude: options.Exclude = None,
    audit: Audit = False,
) -> None:
    """Take out of a baseline what is mended. Nothing is ever added, and what was not looked at stays."""
    from checker.adoption.baseline import read, written  # noqa: PLC0415

    before = read(file)
    report, adopting = _checked(_Run(targets, config, Selection(include or (), exclude or ()), audit), file)
    stale = adopting.standing(report, targets).stale
    if stale:
        options.put(written(before.pruned(stale)), file)
    _say(f"{file}: {len(stale)} taken out, {len(before.entries) - len(stale)} left")
    raise typer.Exit(_unreadable(report))


def _checked(run: _Run, baseline: Path | None) -> tuple[Report, Adopted]:
    """The pages, judged as the configuration says. Exits where there are none, or where somebody stopped it."""
    from checker import check  # noqa: PLC0415
    from checker.cli import adopted  # noqa: PLC0415
    from checker.run import Plan  # noqa: PLC0415

    asking = asked(Call(config=run.config), run.selection)
    adopting = adopted.adopted(asking.per_path, baseline)
    plan = adopting.plan(Plan(run.selection, follows=run.audit))
    report = check(run.targets, asking.of, plan, asking.library)
    if report.interrupted:
        raise typer.Exit(Exit.INTERRUPTED)
    if not report.pages:
        raise typer.Exit(adopted.unchecked(run.targets, adopting, plan.selection))
    return report, adopting


def _unreadable(report: Report) -> Exit:
    """Says which pages could not be read, and what that ends with."""
    errors = [page for page in report.pages if page.outcome is PageOutcome.ERROR]
    for page in errors:
        sys.stderr.write(f"creditline: {printable(f'{page.target}: {page.error_message}')} [{page.error_code}]\n")
    return Exit.NOT_CHECKED if errors else Exit.OK


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"--expires {text!r} is no day; write it as 2027-01-31") from error


def _say(text: str) -> None:
    options.say(printable(text) + "\n")
