"""The commands under one roof, and the one place where exceptions become exit codes."""

from __future__ import annotations

import errno
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from checker.cli import options
from checker.cli.command import Command
from checker.cli.exits import Exit
from checker.errors import CreditlineError, EvidenceError, TargetError, UsageError
from checker.page.text import printable
from checker.version import __version__

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_COMMANDS = {
    "check": "check",
    "audit": "check",
    "inspect": "inspect",
    "match": "match",
    "report": "report",
    "letter": "letter",
    "init": "init",
    "baseline": "baseline",
    "credit": "credit",
    "explain": "explain",
    "verify": "verify",
    "fix": "fix",
    "scan": "scan",
    "terms": "terms",
    "schema": "schema",
}
"""The modules of the commands, in the order of the help."""


def command_line(called: str | None = None) -> typer.Typer:
    """The command line: with one command alone where that is called by its name, for making them all takes longer than a check."""
    app = typer.Typer(
        name="creditline",
        help="Checks that a republished page carries the credit its publisher's terms ask for.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for name in [called] if called in _COMMANDS else _COMMANDS:
        _add(app, name)
    return app


def _add(app: typer.Typer, name: str) -> None:
    module = import_module(f"checker.cli.{_COMMANDS[name]}")
    if hasattr(module, "app"):
        app.add_typer(module.app, name=name)
    else:
        told = module.AUDITS if name == "audit" else None
        app.command(name, cls=getattr(module, "Command", Command), help=told)(getattr(module, _COMMANDS[name]))


def _version(wanted: bool) -> None:
    if wanted:
        options.say(f"creditline {__version__}\n")
        raise typer.Exit


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
        command_line(next(iter(sys.argv[1:]), None))()
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
