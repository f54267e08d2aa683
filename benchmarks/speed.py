"""How long a page takes, as a ratio to parsing the same bytes with lxml and doing nothing else.

    python benchmarks/speed.py [FOLDER] [--passes N]

Ratios and not seconds, because seconds say more about the machine; processor time, for others use it too. See
benchmarks/README.md for what is in them.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from statistics import median

from lxml import etree

from checker import engine
from checker.cli.start import collect_rarely
from checker.documents import files
from checker.documents.document import Document, Media
from checker.documents.files import Selection
from checker.page import read

_MIN_SECONDS = 0.02


def main() -> None:
    """Measures and prints one line."""
    parser = argparse.ArgumentParser(
        description="The time of a page as a ratio to a bare lxml parse of the same bytes."
    )
    parser.add_argument(
        "folder", nargs="?", default="examples", help="HTML pages, searched recursively (default: examples)"
    )
    parser.add_argument("--passes", type=int, default=7, help="how often all pages are gone through (default: 7)")
    given = parser.parse_args()
    collect_rarely()
    documents = html_pages(given.folder)
    if not documents:
        raise SystemExit(f"{given.folder}: no HTML page")
    print(line(documents, measure(documents, max(1, given.passes))))


def html_pages(folder: str) -> list[Document]:
    """The HTML pages of a folder, already in memory: the disk is not measured. Markdown has no bare parse to compare with."""
    documents = (files.read(name) for name in files.expand(folder, Selection()))
    return [document for document in documents if document.media is Media.HTML]


def measure(documents: Sequence[Document], passes: int) -> dict[str, list[float]]:
    """For each step the ratios of all passes. The steps take turns, so that a slow moment of the machine hits all of them."""
    checker, question = engine.default(), engine.Question()
    steps: dict[str, Callable[[Document], object]] = {
        "read": read.read,
        "inspect": checker.inspect,
        "check": lambda document: checker.check(document, question),
    }
    repeats = _repeats(documents)
    for step in steps.values():
        _seconds(step, documents, 1)  # rule packs, wordings and regular expressions are loaded once a process
    ratios: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(passes):
        bare = _seconds(bare_parse, documents, repeats)
        for name, step in steps.items():
            ratios[name].append(_seconds(step, documents, repeats) / bare)
    return ratios


def bare_parse(document: Document) -> None:
    """What any program that looks at HTML through lxml has to do at least."""
    try:
        etree.fromstring(document.content, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.XMLSyntaxError:
        return  # an empty page


def line(documents: Sequence[Document], ratios: dict[str, list[float]]) -> str:
    """The medians with their spread."""
    size = sum(len(document.content) for document in documents) / 1e6
    passes = len(next(iter(ratios.values())))
    parts = [f"{name} {median(each):.2f} ({min(each):.2f}-{max(each):.2f})" for name, each in ratios.items()]
    return f"{len(documents)} pages, {size:.1f} MB, {passes} passes; times a bare lxml parse: {', '.join(parts)}"


def _repeats(documents: Sequence[Document]) -> int:
    """How often a small folder is gone through in one pass, so that the clock can tell."""
    once = max(_seconds(bare_parse, documents, 1), 1e-6)
    return max(1, round(_MIN_SECONDS / once))


def _seconds(step: Callable[[Document], object], documents: Sequence[Document], repeats: int) -> float:
    start = time.process_time()
    for _ in range(repeats):
        for document in documents:
            step(document)
    return time.process_time() - start


if __name__ == "__main__":
    main()
