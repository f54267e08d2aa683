"""How long a short run takes, as a ratio to `python -c pass`.

    python benchmarks/start.py [PAGE] [--rounds N]

Processor time of the whole process, the calls in turns. See benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from statistics import median

_CALLS = {
    "pass": ["-c", "pass"],
    "--version": ["-m", "checker", "--version"],
    "--help": ["-m", "checker", "--help"],
    "check": ["-m", "checker", "check"],
}


def main() -> None:
    """Measures and prints one line."""
    parser = argparse.ArgumentParser(description="The time of a short run as a ratio to `python -c pass`.")
    parser.add_argument("page", nargs="?", default="examples/community-site/harvest.html", help="the page to check")
    parser.add_argument("--rounds", type=int, default=15, help="how often each call is made (default: 15)")
    given = parser.parse_args()
    calls = _CALLS | {"check": [*_CALLS["check"], given.page]}
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(given.rounds):
        for name, call in calls.items():
            seconds[name].append(_seconds(call))
    bare = median(seconds.pop("pass"))
    parts = (f"{name} {median(each) / bare:.1f} ({min(each) / bare:.1f}-{max(each) / bare:.1f})" for name, each in seconds.items())
    print(f"{given.rounds} rounds; times `python -c pass`: {', '.join(parts)}")


def _seconds(call: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *call], stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
