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
from functools import partial

from benchmarks.figures import Figure, Goal, in_turns, ratios, told

PAGE = "examples/us-nato-belarus.md"
_SCRIPT = "from checker.cli.start import main; main()"
"""What the installed script does."""
_NOTHING = ["-c", "pass"]
_GOALS = {"--version": Goal(1.3), "--help": Goal(10), "check": Goal(6)}


def main() -> None:
    """Measures and prints a line each."""
    parser = argparse.ArgumentParser(description="The time of a short run as a ratio to `python -c pass`.")
    parser.add_argument("page", nargs="?", default=PAGE, help="the page to check")
    parser.add_argument("--rounds", type=int, default=15, help="how often each call is made (default: 15)")
    given = parser.parse_args()
    told(measure(given.page, given.rounds))


def measure(page: str, rounds: int) -> tuple[Figure, ...]:
    """How many times `python -c pass` each call takes."""
    calls = {name: ["-c", _SCRIPT, name] for name in _GOALS} | {"pass": _NOTHING}
    calls["check"].append(page)
    steps = {name: partial(_run, call) for name, call in calls.items()}
    in_turns(steps, 1, _spent)  # the first run after an installation compiles; it is nobody's usual run
    taken = in_turns(steps, rounds, _spent)
    return tuple(
        Figure(
            f"`creditline {name}`{' of one page' if name == 'check' else ''}",
            "times `python -c pass`",
            ratios(taken, name, "pass"),
            goal,
            "processor time of the process",
            headline=True,
        )
        for name, goal in _GOALS.items()
    )


def _run(call: list[str]) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ended = subprocess.run([sys.executable, *call], capture_output=True, env=kept, check=False)
    if call != _NOTHING and not ended.stdout:
        sys.exit(f"{' '.join(call)} says nothing, so its time says nothing: {ended.stderr.decode(errors='replace')}")


def _spent() -> float:
    """The processor time of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
