"""`creditline inspect`: list what pages credit."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from checker.cli import options, outputs, watch
from checker.cli.asked import Call, asked
from checker.cli.exits import FailOn, code_of
from checker.cli.options import Format
from checker.documents.files import Selection
from checker.model import Report
from checker.run import Plan


class ListFormat(StrEnum):
    """How a list of what pages credit is written; the other formats tell what falls short."""

    TEXT = Format.TEXT.value
    JSON = Format.JSON.value
    JSONL = Format.JSONL.value


def inspect(  # noqa: PLR0913
    targets: options.Targets,
    listed: Annotated[ListFormat, typer.Option("--format", "-f", help="How the report is written.")] = ListFormat.TEXT,
    output: options.Output = None,
    include: options.Include = None,
    exclude: options.Exclude = None,
    max_bytes: options.MaxBytes = options.MAX_BYTES,
    timeout: options.Timeout = options.TIMEOUT,
    delay: options.Delay = options.DELAY,
    jobs: options.Jobs = None,
    private: options.PrivateHosts = False,
    offline: options.Offline = False,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """List every acknowledgement that pages carry, whatever any terms ask for."""
    from checker import inspect as inspected  # noqa: PLC0415
    from checker.cli import adopted  # noqa: PLC0415  (what reads pages is slow to import)

    form = Format(listed.value)
    outputs.apart(dict.fromkeys(targets), (output,))
    selection = Selection(include or (), exclude or (), max_bytes)
    asking = asked(Call(), selection)
    net = options.settings(max_bytes, timeout, delay, jobs, private=private, offline=offline, no_cache=no_cache)
    with watch.watching(form, output, quiet=quiet, resume=False) as watching:
        plan = Plan(selection, net, watch=watching, jobs=options.processes(jobs))
        plan = adopted.adopted(asking.per_path).plan(plan)
        report = inspected(targets, plan, asking.library, asking.of)
    if form is not Format.JSONL:
        options.write(report, form, output, lambda done: _text(done, quiet=quiet, verbose=verbose))
    watch.tell(report)
    if not (report.pages or report.interrupted):
        raise typer.Exit(adopted.nothing(targets))
    raise typer.Exit(code_of(report, FailOn.ERROR))


def _text(report: Report, *, quiet: bool, verbose: bool) -> list[object]:
    from checker.report import text  # noqa: PLC0415

    detail = text.Detail.VERBOSE if verbose else text.Detail.QUIET if quiet else text.Detail.NORMAL
    return list(text.listed(report, detail))
