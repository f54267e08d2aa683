"""How long well-known readers of pages take, as a ratio to a whole check of the same pages. They do other things with them.

    python benchmarks/peers.py [FOLDER] [--passes N]

Each is left out where it is not installed (`pip install --group peers`). See benchmarks/README.md for what is asked of them.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version

from benchmarks import pages
from benchmarks.figures import Figure, Goal, over_all, ratios, told
from checker import engine
from checker.cli.process import collect_rarely
from checker.documents.document import Document

Read = Callable[[str], object]
_Page = tuple[Document, str]
"""A page, and its text for those that read no bytes."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A reader: its package, its module, what is called of it, and how much faster than it a check is to be."""

    package: str
    module: str
    call: str
    reader: Callable[[object], Read]
    goal: Goal | None = None

    @property
    def what(self) -> str:
        """What is measured of it."""
        return f"`{self.module}.{self.call}`"

    def read(self) -> Read | None:
        """What reads a page's text; None where it is not installed."""
        try:
            return self.reader(import_module(self.module))
        except ModuleNotFoundError:
            return None


PEERS = (
    Peer("trafilatura", "trafilatura", "extract", lambda module: module.extract, Goal(10, at_least=True)),
    Peer(
        "readability-lxml",
        "readability",
        "Document.summary",
        lambda module: lambda text: module.Document(text).summary(),
    ),
    Peer("extruct", "extruct", "extract", lambda module: module.extract, Goal(50, at_least=True)),
)


def main() -> None:
    """Measures and prints a line each."""
    parser = argparse.ArgumentParser(description="The time of other readers as a ratio to a check of the same pages.")
    parser.add_argument("folder", nargs="?", default="examples", help="HTML pages, searched recursively")
    parser.add_argument("--passes", type=int, default=3, help="how often all pages are gone through (default: 3)")
    given = parser.parse_args()
    collect_rarely()
    told(measure(pages.html(given.folder), given.passes))


def measure(documents: Sequence[Document], passes: int, peers: Sequence[Peer] = PEERS) -> tuple[Figure, ...]:
    """How many checks each peer that is installed takes. A page that it fails on counts as done."""
    found = {peer: read for peer in peers if (read := peer.read())}
    if not found:
        return ()
    logging.disable(logging.CRITICAL)
    check, question = engine.default().check, engine.Question()
    steps: dict[str, Callable[[_Page], object]] = {"check": lambda page: check(page[0], question)}
    steps |= {peer.package: _whole(read) for peer, read in found.items()}
    both = [(document, document.content.decode("utf-8", "replace")) for document in documents]
    taken = over_all(steps, both, passes)
    said = f"{pages.counted(documents)}, processor time"
    return tuple(_figure(peer, ratios(taken, peer.package, "check"), said) for peer in found)


def _whole(read: Read) -> Callable[[_Page], object]:
    def step(page: _Page) -> None:
        with contextlib.suppress(Exception):
            read(page[1])

    return step


def _figure(peer: Peer, values: tuple[float, ...], said: str) -> Figure:
    conditions = f"{peer.package} {version(peer.package)}; {said}"
    return Figure(peer.what, "times a check", values, peer.goal, conditions, headline=bool(peer.goal))


if __name__ == "__main__":
    main()
