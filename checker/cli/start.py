"""The entry point: `--version` is answered before anything heavy is read, and nothing ever ends in a traceback."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the program."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from checker.version import __version__  # noqa: PLC0415

        sys.stdout.write(f"creditline {__version__}\n")
        return
    from checker.cli.app import run  # noqa: PLC0415

    run()
