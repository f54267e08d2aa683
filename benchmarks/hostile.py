"""How long the pages that somebody made to break a checker take, as a ratio to an ordinary page of the same size.

    python benchmarks/hostile.py [--size BYTES] [--passes N] [--all] [--types]

With --types each page is judged by one requirement of each type that a rule pack has, and not by its own publisher's terms.

Exits with 1 where one takes more than 20 times as long. Processor time, the least of the passes; see benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from checker.cli.process import collect_rarely
from checker.documents.document import Document, Media
from checker.engine import default
from checker.question import Question
from checker.terms.library import GOOD_PRACTICE, packaged
from checker.terms.pack import Demand, Terms
from tests.hostile import shapes

_MOST = 20
_SHOWN = 10


def main() -> None:
    """Measures all shapes and prints the worst."""
    parser = argparse.ArgumentParser(description="The time of hostile pages as a ratio to ordinary ones.")
    parser.add_argument("--size", type=int, default=1_000_000, help="the size of each page in bytes (default: 1000000)")
    parser.add_argument("--passes", type=int, default=2, help="how often each is judged (default: 2)")
    parser.add_argument("--all", action="store_true", help="print every shape")
    parser.add_argument("--types", action="store_true", help="judge by a requirement of each type")
    given = parser.parse_args()
    collect_rarely()
    question = Question(terms=of_each_type()) if given.types else Question()
    found = sorted(ratios(given.size, given.passes, question), reverse=True)
    for ratio, name in found if given.all else found[:_SHOWN]:
        print(f"{ratio:6.1f}  {name}")
    raise SystemExit(found[0][0] > _MOST)


def of_each_type() -> Terms:
    """Terms with a requirement of each type, the first that a rule pack has."""
    library = packaged()
    demands: dict[tuple[str, ...], Demand] = {}
    for name in sorted(library):
        for version in library[name].versions:
            for demand in version.demands:
                demands.setdefault(demand.test.types, replace(demand, when=None))
    own = library[GOOD_PRACTICE]
    return replace(own, versions=(replace(own.versions[-1], demands=tuple(demands.values())),))


def ratios(size: int, passes: int, question: Question) -> Iterator[tuple[float, str]]:
    """For each shape of each format how many times an ordinary page of its size it takes."""
    kinds = (
        (Media.HTML, shapes.HTML, shapes.ordinary(size)),
        (Media.MARKDOWN, shapes.MARKDOWN, shapes.ordinary_markdown(size)),
    )
    for media, made, ordinary in kinds:
        usual = _seconds(Document("page", ordinary, media), passes, question)
        for name, shape in made.items():
            page = Document("page", shape(size), media)
            longer = max(1.0, len(page.content) / size)
            yield _seconds(page, passes, question) / usual / longer, f"{media.value}: {name}"


def _seconds(page: Document, passes: int, question: Question) -> float:
    return min(_once(page, question) for _ in range(passes))


def _once(page: Document, question: Question) -> float:
    start = time.process_time()
    default().check(page, question)
    return time.process_time() - start


if __name__ == "__main__":
    main()
