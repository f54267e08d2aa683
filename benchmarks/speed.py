"""How long a page takes, as a ratio to parsing the same bytes with lxml and doing nothing else.

    python benchmarks/speed.py [FOLDER] [--passes N]

Ratios and not seconds, because seconds say more about the machine; processor time, for others use it too. See
benchmarks/README.md for what is in them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from benchmarks import pages
from benchmarks.figures import Figure, Goal, over_all, ratios, told
from checker import engine
from checker.cli.process import collect_rarely
from checker.documents.document import Document
from checker.page import read

_GOALS = {"check": Goal(1.6)}


def main() -> None:
    """Measures and prints a line each."""
    parser = argparse.ArgumentParser(
        description="The time of a page as a ratio to a bare lxml parse of the same bytes."
    )
    parser.add_argument(
        "folder", nargs="?", default="examples", help="HTML pages, searched recursively (default: examples)"
    )
    parser.add_argument("--passes", type=int, default=7, help="how often all pages are gone through (default: 7)")
    given = parser.parse_args()
    collect_rarely()
    told(measure(pages.html(given.folder), given.passes))


def measure(documents: Sequence[Document], passes: int) -> tuple[Figure, ...]:
    """How many bare parses each step takes."""
    checker, question = engine.default(), engine.Question()
    steps: dict[str, Callable[[Document], object]] = {
        "bare": pages.bare_parse,
        "read": read.read,
        "inspect": checker.inspect,
        "check": lambda document: checker.check(document, question),
    }
    taken = over_all(steps, documents, passes)
    said = f"{pages.counted(documents)}, processor time"
    return tuple(
        Figure(
            f"`{name}` of a page",
            f"times {pages.BARE}",
            ratios(taken, name, "bare"),
            _GOALS.get(name),
            said,
            headline=name in _GOALS,
        )
        for name in ("read", "inspect", "check")
    )


if __name__ == "__main__":
    main()
