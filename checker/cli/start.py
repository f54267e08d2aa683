"""The entry point: `--version` is answered before anything else is read."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the program."""
    if sys.argv[1:] in (["--version"], ["-V"]) and _told_version():
        return
    from checker.cli.process import run  # noqa: PLC0415

    run()


def _told_version() -> bool:
    """Prints the version. False where it cannot be said: the whole program says so with an error."""
    from checker.version import __version__  # noqa: PLC0415

    try:
        print(f"creditline {__version__}", flush=True)  # noqa: T201
    except OSError:
        return False
    return True
