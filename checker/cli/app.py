"""The commands under one roof, and the one place where exceptions become exit codes."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
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
from checker.errors import CreditlineError, EvidenceError, TargetError, UsageError
from checker.page.text import printable
from checker.version import __version__

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

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
        options.say(f"creditline {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Checks that a republished page carries the credit its publisher's terms ask for."""
    try:
        Path.cwd()
    except OSError as error:
        raise UsageError(f"the working folder is not there: {error.strerror}") from error


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
    except OSError as error:
        if error.errno not in _NO_ROOM:
            _fault(error)
        options.silence()
        _complain(f"cannot write: {error.strerror}", Exit.USAGE)
    except Exception as error:
        _fault(error)
    except SystemExit as ended:
        # Typer makes an exit of Ctrl-C, and says nothing; who catches it before says what was done.
        if isinstance(ended.__context__, typer.Exit) and isinstance(ended.__context__.__cause__, KeyboardInterrupt):
            _complain("interrupted", Exit.INTERRUPTED)
        raise


def _fault(error: Exception) -> None:
    said = f"internal error: {type(error).__name__}: {error}"
    _complain(" ".join(said.split()), Exit.INTERNAL)


def _complain(message: str, code: Exit) -> None:
    sys.stderr.write(f"creditline: {printable(message)}\n")
    sys.exit(code)
