"""The commands under one roof, and the one place where exceptions become exit codes."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from checker.cli import (
    baseline,
    check,
    credit,
    explain,
    fix,
    init,
    inspect,
    letter,
    options,
    report,
    scan,
    schema,
    terms,
    verify,
)
from checker.cli.exits import Exit
from checker.errors import CreditlineError, EvidenceError, TargetError
from checker.page.text import printable
from checker.version import __version__

app = typer.Typer(
    name="creditline",
    help="Checks that a republished page carries the credit its publisher's terms ask for.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check.check)
app.command(check.AUDIT, help=check.AUDITS)(check.check)
app.command()(inspect.inspect)
app.command()(report.report)
app.command()(letter.letter)
app.command()(init.init)
app.add_typer(baseline.app, name="baseline")
app.command()(credit.credit)
app.command()(explain.explain)
app.command()(verify.verify)
app.command()(fix.fix)
app.command()(scan.scan)
app.add_typer(terms.app, name="terms")
app.command()(schema.schema)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"creditline {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Checks that a republished page carries the credit its publisher's terms ask for."""


def run() -> None:
    """Runs the command line; every way out has its exit code."""
    try:
        app()
    except TargetError as error:
        _complain(str(error), Exit.NOT_CHECKED)
    except EvidenceError as error:
        _complain(str(error), Exit.FALLS_SHORT)
    except CreditlineError as error:
        _complain(str(error), Exit.USAGE)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        options.silence()
        sys.exit(Exit.OK)
    except Exception as error:
        _complain(f"internal error: {type(error).__name__}: {error}", Exit.INTERNAL)


def _complain(message: str, code: Exit) -> None:
    sys.stderr.write(f"creditline: {printable(message)}\n")
    sys.exit(code)
