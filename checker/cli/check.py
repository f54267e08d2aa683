"""`creditline check`: judge pages by their publishers' terms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from checker.cli import options
from checker.cli.exits import FailOn, code_of
from checker.cli.options import Format
from checker.documents.files import Selection
from checker.errors import UsageError
from checker.model import Audience, Report


def check(  # noqa: PLR0913  (a command line has this many options)
    targets: options.Targets,
    terms: Annotated[
        str | None, typer.Option("--terms", metavar="ID", help="Judge by these terms, whosever the page seems to be.")
    ] = None,
    terms_file: Annotated[
        Path | None, typer.Option("--terms-file", metavar="FILE", help="Judge by a rule pack of your own.")
    ] = None,
    original: Annotated[
        str | None,
        typer.Option("--original", metavar="URL", help="The original's address, where the page does not tell."),
    ] = None,
    audience: Annotated[
        Audience, typer.Option("--audience", help="For whom the site publishes; some terms differ by it.")
    ] = Audience.COMMUNITY,
    form: Annotated[Format, typer.Option("--format", "-f", help="How the report is written.")] = Format.TEXT,
    output: options.Output = None,
    report: Annotated[
        list[str] | None, typer.Option("--report", metavar="FORMAT=FILE", help="A further report. May be given again.")
    ] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="What makes the run fail.")] = FailOn.ERROR,
    include: options.Include = None,
    exclude: options.Exclude = None,
    max_bytes: options.MaxBytes = options.MAX_BYTES,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Check republished pages against their publishers' terms.

    Exit codes: 0 all is well, 1 a page falls short, 2 the call is wrong, 3 a target could not be read or there was nothing to
    check, 70 an internal error.
    """
    further = [_further(given) for given in report or []]
    done = _checked(targets, terms, terms_file, original, audience, Selection(include or (), exclude or (), max_bytes))
    for kind, file in [(form, output), *further]:
        options.write(done, kind, file, lambda report: _text(report, quiet=quiet, verbose=verbose))
    raise typer.Exit(code_of(done, fail_on))


def _checked(  # noqa: PLR0913
    targets: Sequence[str],
    terms: str | None,
    terms_file: Path | None,
    original: str | None,
    audience: Audience,
    selection: Selection,
) -> Report:
    from checker import check as checked  # noqa: PLC0415  (reading the engine takes longer than reading the options)
    from checker.engine import Question  # noqa: PLC0415
    from checker.page import address  # noqa: PLC0415
    from checker.terms import load  # noqa: PLC0415

    if terms and terms_file:
        raise UsageError("--terms and --terms-file say the same thing twice")
    if original and address.parse(original) is None:
        raise UsageError(f"--original: {original!r} is not an http(s) address")
    pack = load.from_file(terms_file) if terms_file else load.by_id(terms) if terms else None
    return checked(targets, Question(pack, original, audience), selection)


def _text(report: Report, *, quiet: bool, verbose: bool) -> list[object]:
    from checker.report import text  # noqa: PLC0415

    detail = text.Detail.VERBOSE if verbose else text.Detail.QUIET if quiet else text.Detail.NORMAL
    return list(text.judged(report, detail))


def _further(given: str) -> tuple[Format, Path]:
    name, found, file = given.partition("=")
    if not found or not file or name not in {form.value for form in Format}:
        raise UsageError(
            f"--report {given!r}: write it as FORMAT=FILE, with one of {', '.join(form.value for form in Format)}"
        )
    return Format(name), Path(file)
