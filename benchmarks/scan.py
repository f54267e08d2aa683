"""What looking for a publisher, the processes and the archives' reader are worth, as ratios taken in one run.

    python benchmarks/scan.py [FOLDER] [--passes N] [--spark MASTER]

See benchmarks/README.md for what is in them.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks import pages
from benchmarks.figures import Figure, Goal, Taken, in_turns, over_all, ratios, told
from checker import engine
from checker.documents.document import Document
from checker.errors import CreditlineError
from checker.judging import Judging, Same
from checker.model import PageOutcome, PageReport
from checker.processes import Workers
from checker.question import Question
from checker.scan import local, naming, places, rows, spark
from checker.scan.local import Piece
from checker.scan.naming import Naming
from checker.scan.rows import Asked
from checker.terms.library import packaged

_COPIES = 4
"""Archives: so many, with the same pages each."""
_PAGES = 40
"""Pages of an archive at least: of fewer, the beginning of a process would be all that is measured."""
WARM = "A warm Spark job"
_ALL = Asked(Judging(None, Same(Question())), everything=True)


def main() -> None:
    """Measures and prints a line each."""
    parser = argparse.ArgumentParser(
        description="Ratios of looking for a publisher, the processes and the archives' reader."
    )
    parser.add_argument("folder", nargs="?", default="examples", help="HTML pages, searched recursively")
    parser.add_argument("--passes", type=int, default=3, help="how often each is measured (default: 3)")
    parser.add_argument("--spark", metavar="MASTER", help="compare with Spark, too: local[2], spark://host:7077")
    given = parser.parse_args()
    told(measure(pages.html(given.folder), given.passes, given.spark))


def measure(documents: Sequence[Document], passes: int, master: str | None = None) -> tuple[Figure, ...]:
    """All figures of a site and of archives; those of Spark where its master is named.

    Measured are the pages that are nobody's copy, or all where each is one.
    """
    checker = engine.default()
    ordinary = [page for page in documents if checker.check(page, Question()).recognition.republished is False]
    measured = ordinary or documents
    with tempfile.TemporaryDirectory() as name:
        archived = measured * -(-_PAGES // len(measured))
        archives = [archive(Path(name) / f"{number}.warc.gz", archived) for number in range(_COPIES)]
        found = (
            *looked_for(measured, passes),
            *scanned(archives[0], archived, passes),
            *in_processes(archives, archived, passes),
        )
        return (*found, *on_spark(archives, archived, master, passes)) if master else found


def looked_for(documents: Sequence[Document], passes: int) -> tuple[Figure, ...]:
    """A check, and looking for a publisher in the bytes, beside a bare parse."""
    checker, seeker = engine.default(), _seeker()
    steps: dict[str, Callable[[Document], object]] = {
        "bare": pages.bare_parse,
        "looking": seeker.may_name,
        "check": lambda page: checker.check(page, Question()),
    }
    taken = over_all(steps, documents, passes)
    left = sum(map(seeker.may_name, documents))
    said = f"{pages.counted(documents)}; processor time"
    unit = f"times {pages.BARE}"
    return (
        _headline("`check` of a page that is nobody's copy", unit, ratios(taken, "check", "bare"), Goal(0.6), said),
        Figure(
            "Looking for one publisher in a page",
            unit,
            ratios(taken, "looking", "bare"),
            None,
            f"{said}; {left} name it",
        ),
    )


def _seeker() -> Naming:
    """Of the publishers that can be looked for, the one with the most names."""
    library = packaged()
    each = (naming.of(library, [profile.id]) for profile in library.profiles if profile.publisher)
    return max(each, key=lambda found: len(found.keys[0][1]))


def scanned(file: Path, documents: Sequence[Document], passes: int) -> tuple[Figure, ...]:
    """Reading an archive and judging its pages, all or those of one publisher, beside reading it and parsing all."""
    ways = {
        "all parsed": Asked(_answering(pages.bare_parse)),
        "reading alone": Asked(_answering(lambda _: None)),
        "all checked": _ALL,
        "one publisher": replace(_ALL, everything=False, naming=_seeker()),
    }
    taken = in_turns({name: partial(_through, file, way) for name, way in ways.items()}, passes, time.process_time)
    unit = "times as fast as reading and parsing every record"
    said = f"one WARC file of {pages.counted(documents)}, processor time"
    return (
        Figure("Reading a WARC file alone", unit, ratios(taken, "all parsed", "reading alone"), None, said),
        Figure("`scan` of a WARC file", unit, ratios(taken, "all parsed", "all checked"), None, said),
        _headline("`scan --publisher` of it", unit, ratios(taken, "all parsed", "one publisher"), _ARCHIVE, said),
    )


_ARCHIVE = Goal(3, at_least=True)


def _headline(what: str, unit: str, values: tuple[float, ...], goal: Goal, conditions: str) -> Figure:
    return Figure(what, unit, values, goal, conditions, headline=True)


def _through(file: Path, asked: Asked) -> None:
    for _ in rows.pages(str(file), asked):
        pass


def _answering(way: Callable[[Document], object]) -> Callable[[Document], PageReport]:
    def judge(document: Document) -> PageReport:
        way(document)
        return PageReport(document.target, PageOutcome.NOT_REPUBLISHED)

    return judge


def in_processes(archives: Sequence[Path], documents: Sequence[Document], passes: int) -> tuple[Figure, ...]:
    """Two processes beside one, what it takes to begin included; and the memory of one of the two."""
    cut = _pieces(archives) * 4
    steps = {"one": lambda: list(local.scan(cut, _ALL, 1)), "two": lambda: list(local.scan(cut, _ALL, 2))}
    taken = in_turns(steps, passes, time.perf_counter)
    most = tuple(max(_memory(cut)) for _ in range(passes))
    said = f"{len(cut)} pieces of {pages.counted(documents)} each"
    return (
        _headline(
            "`--jobs 2`",
            "times as fast as `--jobs 1`",
            ratios(taken, "one", "two"),
            Goal(1.7, at_least=True),
            f"{said}; by the clock",
        ),
        _headline("Memory of a worker at most", "MB", most, Goal(300), said),
    )


def _memory(cut: Sequence[Piece]) -> list[float]:
    """The highest memory of the process that did a piece, in MB, after each piece."""
    return [came for _, came in Workers(2, partial(partial, _remembered, _ALL)).map(cut) if isinstance(came, float)]


def _remembered(asked: Asked, piece: Piece) -> float:
    local.do(asked, piece)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def on_spark(archives: Sequence[Path], documents: Sequence[Document], master: str, passes: int) -> tuple[Figure, ...]:
    """The jobs of a session after its first, beside two processes. Nothing where the cluster cannot be had, which is told."""
    cut = _pieces(archives)
    try:
        taken = _on_spark(cut, master, passes)
    except CreditlineError as error:
        print(f"left out: {error}", file=sys.stderr)
        return ()
    said = f"{master}; {len(cut)} pieces of {pages.counted(documents)} each; by the clock"
    return (_headline(WARM, "times two processes", ratios(taken, "warm", "pool"), Goal(1.25), said),)


def _on_spark(cut: Sequence[Piece], master: str, passes: int) -> Taken:
    with tempfile.TemporaryDirectory() as folder, spark.session(master) as session:
        outputs = (Path(folder) / str(number) for number in range(passes + 1))
        spark.write(session, cut, _ALL, next(outputs))
        steps = {
            "pool": lambda: list(local.scan(cut, _ALL, 2)),
            "warm": lambda: spark.write(session, cut, _ALL, next(outputs)),
        }
        return in_turns(steps, passes, time.perf_counter)


def _pieces(archives: Sequence[Path]) -> list[Piece]:
    return local.pieces([place for path in archives for place in places.expand(str(path))])


def archive(path: Path, pages: Sequence[Document]) -> Path:
    """A WARC file with some pages."""
    with path.open("wb") as out:
        for number, page in enumerate(pages):
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.content
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://host.example/{number}\r\n"
                f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            out.write(gzip.compress(head.encode() + block + b"\r\n\r\n"))
    return path


if __name__ == "__main__":
    main()
