"""The entry point: `--version` is answered before anything heavy is read, and nothing ever ends in a traceback."""

from __future__ import annotations

import gc
import sys

_MANY = 200_000


def main() -> None:
    """Runs the program."""
    collect_rarely()
    if sys.argv[1:] in (["--version"], ["-V"]):
        from checker.version import __version__  # noqa: PLC0415

        sys.stdout.write(f"creditline {__version__}\n")
        return
    from checker.cli.app import run  # noqa: PLC0415

    run()


def collect_rarely() -> None:
    """Lets the cyclic collector run rarely: it would go through all rules and pages again and again, and they make no cycles."""
    gc.set_threshold(_MANY, 20, 100)
