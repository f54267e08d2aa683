"""All that is promised of speed, in one run: beside its goals, beside bare parses and beside well-known readers of pages.

    python -m benchmarks [FOLDER] [--passes N] [--spark MASTER] [--write]

`--write` writes the figures into docs/performance.md and the README. See benchmarks/README.md for what is in them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks import pages, peers, performance, scan, speed, start
from benchmarks.figures import Figure, told
from checker.cli.process import collect_rarely

_MATCH = Path(__file__).with_name("match.py")
_ROUNDS = 3
"""Calls of the program in each pass: one is short, and its time scatters."""


def main() -> None:
    """Measures, prints the table, and writes it where that is asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="All measures of speed, beside their goals."
    )
    parser.add_argument("folder", nargs="?", default="examples", help="HTML pages, searched recursively")
    parser.add_argument("--passes", type=int, default=5, help="how often each is measured (default: 5)")
    parser.add_argument("--spark", metavar="MASTER", default="local[2]", help="the cluster (default: local[2])")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md and the README's table")
    given = parser.parse_args()
    busy = os.getloadavg()[0]
    figures = measure(given.folder, given.passes, given.spark if has_spark() else None)
    printed = matched()
    said = performance.conditions(busy, missing(figures))
    print(performance.block(said, figures, printed))
    if given.write:
        performance.write(said, figures, printed)


def measure(folder: str, passes: int, master: str | None) -> list[Figure]:
    """All figures, each printed on standard error as soon as it is there: the whole run takes long."""
    collect_rarely()
    documents = pages.html(folder)
    found: list[Figure] = []
    for part in (
        lambda: speed.measure(documents, passes),
        lambda: peers.measure(documents, passes),
        lambda: scan.measure(documents, passes, master),
        lambda: start.measure(start.PAGE, passes * _ROUNDS),
    ):
        figures = part()
        told(figures, sys.stderr)
        found += figures
    return found


def matched() -> str:
    """What the benchmark of `match` prints; nothing where there is none."""
    if not _MATCH.is_file():
        return ""
    command = [sys.executable, "-m", "benchmarks.match"]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=_MATCH.parents[1]).stdout


def missing(figures: Sequence[Figure]) -> list[str]:
    """What is compared with only where it is at hand, and was not."""
    compared = {figure.what for figure in figures}
    others = {peer.what: peer.package for peer in peers.PEERS} | {scan.WARM: "Spark"}
    return [name for what, name in others.items() if what not in compared]


def has_spark() -> bool:
    """True where a cluster can be had on this machine."""
    return bool(find_spec("pyspark") and shutil.which("java"))


if __name__ == "__main__":
    main()
