"""How long a short run takes, as a ratio to `python -c pass`.

    python benchmarks/start.py [PAGE] [--rounds N]

Processor time of the whole process, the calls in turns. See benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from statistics import median

_SCRIPT = "from checker.cli.start import main; main()"
"""What the installed script does."""
_CALLS = {
    "pass": ["-c", "pass"],
    "--version": ["-c", _SCRIPT, "--version"],
    "--help": ["-c", _SCRIPT, "--help"],
    "check": ["-c", _SCRIPT, "check"],
}


def main() -> None:
    """Measures and prints one line."""
    parser = argparse.ArgumentParser(description="The time of a short run as a ratio to `python -c pass`.")
    parser.add_argument("page", nargs="?", default="examples/us-nato-belarus.md", help="the page to check")
    parser.add_argument("--rounds", type=int, default=15, help="how often each call is made (default: 15)")
    given = parser.parse_args()
    calls = _CALLS | {"check": [*_CALLS["check"], given.page]}
    for call in calls.values():
        _seconds(call)  # the first run after an installation compiles; it is nobody's usual run
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(given.rounds):
        for name, call in calls.items():
            seconds[name].append(_seconds(call))
    bare = median(seconds.pop("pass"))
    parts = (
        f"{name} {median(each) / bare:.1f} ({min(each) / bare:.1f}-{max(each) / bare:.1f})"
        for name, each in seconds.items()
    )
    print(f"{given.rounds} rounds; times `python -c pass`: {', '.join(parts)}")


def _seconds(call: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, *call], stdout=subprocess.DEVNULL, env=kept, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
