"""What the prefilter, the processes and the archives' reader are worth, as ratios taken in one run.

    python benchmarks/scan.py [FOLDER] [--passes N] [--spark MASTER]

See benchmarks/README.md for what is in them.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from lxml import etree

from checker import engine
from checker.documents import files
from checker.documents.document import Document, Media
from checker.documents.files import Selection
from checker.engine import Engine, Question
from checker.judging import Judging, Same
from checker.scan import local, places, rows, spark
from checker.scan.rows import Asked
from checker.terms.library import packaged
from checker.wording import wordings

_COPIES = 4
"""Archives: so many, with the same pages each."""


def main() -> None:
    """Measures and prints a line each."""
    parser = argparse.ArgumentParser(description="Ratios of the prefilter, the processes and the archives' reader.")
    parser.add_argument("folder", nargs="?", default="examples", help="HTML pages, searched recursively")
    parser.add_argument("--passes", type=int, default=3, help="how often each is measured (default: 3)")
    parser.add_argument("--spark", metavar="MASTER", help="compare with Spark, too: local[2], spark://host:7077")
    given = parser.parse_args()
    pages = [files.read(name) for name in files.expand(given.folder, Selection())]
    pages = [page for page in pages if page.media is Media.HTML]
    whole = Engine(packaged(), wordings.default(), sieves=False)
    quick = Engine(packaged(), wordings.default(), sieves=True)
    ordinary = [page for page in pages if whole.check(page, Question()).recognition.republished is False]
    print(prefiltered(ordinary, whole, quick, given.passes))
    with tempfile.TemporaryDirectory() as folder:
        archives = [archive(Path(folder) / f"{number}.warc.gz", ordinary or pages) for number in range(_COPIES)]
        print(scanned(archives, quick, given.passes))
        print(in_processes(archives))
        if given.spark:
            print(on_spark(archives, given.spark, Path(folder)))


def prefiltered(pages: Sequence[Document], whole: Engine, quick: Engine, passes: int) -> str:
    """The prefilter and the check with and without it, beside a bare parse of pages that are nobody's copy."""
    sieve = quick._prefilter
    left = sum(map(sieve.may_be_copy, pages))
    ratios: dict[str, list[float]] = {"prefilter": [], "check with it": [], "check without it": []}
    for _ in range(passes):
        bare = seconds(bare_parse, pages)
        ratios["prefilter"].append(seconds(sieve.may_be_copy, pages) / bare)
        ratios["check with it"].append(seconds(lambda page: quick.check(page, Question()), pages) / bare)
        ratios["check without it"].append(seconds(lambda page: whole.check(page, Question()), pages) / bare)
    said = ", ".join(f"{name} {median(each):.2f}" for name, each in ratios.items())
    return (
        f"{len(pages)} pages that are nobody's copy, {left} of them not told by their bytes; times a bare parse: {said}"
    )


def scanned(archives: Sequence[Path], quick: Engine, passes: int) -> str:
    """Reading archives and asking the prefilter, beside reading them and parsing all."""
    sieve = quick._prefilter
    ways: dict[str, Callable[[Document], object]] = {
        "reading alone": lambda _: None,
        "the prefilter": sieve.may_be_copy,
        "all parsed": bare_parse,
        "all checked": lambda page: quick.check(page, Question()),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(passes):
        for name, way in ways.items():
            start = time.perf_counter()
            asked = Asked(_answering(way), everything=False)
            for path in archives[:1]:
                for _ in rows.pages(str(path), asked):
                    pass
            taken[name].append(time.perf_counter() - start)
    base = median(taken["all parsed"])
    said = ", ".join(f"{name} {base / median(each):.2f}" for name, each in taken.items())
    return f"archives, times as fast as reading and parsing all: {said}"


def _answering(way: Callable[[Document], object]) -> Callable[[Document], object]:
    nobodys = engine._nobodys

    def judge(document: Document) -> object:
        way(document)
        return nobodys(document)

    return judge


def in_processes(archives: Sequence[Path]) -> str:
    """Two processes beside one; what it takes to begin is in both."""
    asked = Asked(Judging(None, Same(Question())), everything=True)
    cut = local.pieces([place for path in archives for place in places.expand(str(path))]) * 2
    one, two = (timed(lambda jobs=jobs: list(local.scan(cut, asked, jobs))) for jobs in (1, 2))
    return f"processes: two are {one / two:.2f} times as fast as one ({one:.1f} s, {two:.1f} s)"


def on_spark(archives: Sequence[Path], master: str, folder: Path) -> str:
    """A session's second job, beside two processes."""
    asked = Asked(Judging(None, Same(Question())), everything=True)
    cut = local.pieces([place for path in archives for place in places.expand(str(path))])
    pool = timed(lambda: list(local.scan(cut, asked, 2)))
    with spark.session(master) as session:
        spark.write(session, cut, asked, folder / "cold")
        warm = timed(lambda: spark.write(session, cut, asked, folder / "warm"))
    return f"Spark at {master}: a warm job takes {warm / pool:.2f} times the time of two processes ({warm:.1f} s, {pool:.1f} s)"


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


def bare_parse(page: Document) -> None:
    """What any program that looks at HTML through lxml has to do at least."""
    try:
        etree.fromstring(page.content, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.XMLSyntaxError:
        return


def seconds(step: Callable[[Document], object], pages: Sequence[Document]) -> float:
    """How long a step takes over all pages."""
    return timed(lambda: [step(page) for page in pages])


def timed(step: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
