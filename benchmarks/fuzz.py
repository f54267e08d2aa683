"""Coverage-guided fuzzing of all that reads what strangers wrote, for a bounded time.

    pip install atheris
    python benchmarks/fuzz.py TARGET [--seconds 60]

TARGET is one of `html`, `markdown`, `front-matter`, `pack`, `listing`, `warc`. A fault is whatever is raised and is no error of the
project's own. An input that raises one, or that takes more than ten seconds or two gigabytes, is written to the working folder: put it into
tests/hostile/found/TARGET/, where a test reads it from then on, and mend the fault.
"""

# ruff: noqa: PLC0415  (what is fuzzed is imported when the fuzzer watches, and the fuzzer only by who fuzzes)

from __future__ import annotations

import argparse
import gzip
import io
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
_LIMIT = 1_000_000
_SEEDS = {
    "html": "examples/**/*.html",
    "markdown": "examples/**/*.md",
    "front-matter": "examples/**/*.md",
    "pack": "rules/**/*.toml",
}
_LOC = "<loc>https://host.example/a</loc>"
_LISTS = tuple(
    text.encode()
    for text in (
        f"<urlset><url>{_LOC}</url><url>{_LOC}</url></urlset>",
        f"<?xml version='1.0'?><sitemapindex><sitemap>{_LOC}</sitemap></sitemapindex>",
        "<rss><channel><item><link>https://host.example/a</link></item><item><guid>//host.example/b</guid></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/x/'><entry><link href='http://[::1]/a'/></entry></feed>",
        "# pages\nhttps://host.example/a\nhttps://host.example/b\n",
    )
)


def html(data: bytes) -> None:
    """A page as HTML, from its bytes to its findings."""
    _check(data, "html")


def markdown(data: bytes) -> None:
    """A page as Markdown, from its bytes to its findings."""
    _check(data, "markdown")


def front_matter(data: bytes) -> None:
    """The front matter of a page."""
    _check(b"---\n" + data + b"\n---\n# The river\n", "markdown")


def pack(data: bytes) -> None:
    """A rule pack."""
    from checker.errors import RulesError
    from checker.terms import validity

    with suppress(RulesError, UnicodeDecodeError):
        validity.parse(data.decode("utf-8-sig"), "pack.toml")


def listing(data: bytes) -> None:
    """A sitemap, a feed or a plain list."""
    from checker.documents import listing as lists

    lists.read(data, "https://host.example/", text=True)


def warc(data: bytes) -> None:
    """A web archive, from its bytes to the answers of servers in it."""
    from checker.errors import TargetError
    from checker.scan import response
    from checker.scan import warc as archives

    with suppress(TargetError):
        for record in archives.records(io.BytesIO(data), _LIMIT):
            with suppress(TargetError):
                response.answer(record, _LIMIT)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "html": html,
    "markdown": markdown,
    "front-matter": front_matter,
    "pack": pack,
    "listing": listing,
    "warc": warc,
}


def _check(data: bytes, media: str) -> None:
    from checker import engine
    from checker.documents.document import Document, Media
    from checker.question import Question
    from checker.report import json

    page = engine.default().check(Document("page", data, Media(media)), Question())
    json.line(page).encode("utf-8", "backslashreplace")


def main() -> None:
    """Fuzzes one target."""
    import atheris

    parser = argparse.ArgumentParser(description="Fuzz one reader.")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60, help="for so long (default: 60)")
    given = parser.parse_args()
    reads = TARGETS[given.target]
    with atheris.instrument_imports(include=["checker"]):
        reads(b"")
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(_seeds(given.target)):
            (Path(corpus) / str(number)).write_bytes(seed[:20_000])
        bounds = [f"-max_total_time={given.seconds}", "-timeout=10", "-rss_limit_mb=2048", "-max_len=20000"]
        atheris.Setup([sys.argv[0], *bounds, "-print_final_stats=1", corpus], reads)
        atheris.Fuzz()


def _seeds(target: str) -> Iterator[bytes]:
    """What the fuzzer begins with, and changes bit by bit."""
    if target == "warc":
        yield from _archives()
    elif target == "listing":
        yield from _LISTS
        yield gzip.compress(_LISTS[0])
    elif target in _SEEDS:
        for file in sorted(ROOT.glob(_SEEDS[target])):
            yield file.read_bytes()


def _archives() -> Iterator[bytes]:
    """Archives of a few records, plain and packed, with bodies in each coding that is read."""
    from tests.scan import archives as made

    page = made.page()
    chunked = made.page("4\r\n<p>x\r\n0\r\n\r\n", headers=["Transfer-Encoding: chunked"])
    zipped = made.page(gzip.compress(b"<p>The river"), headers=["Content-Encoding: gzip"])
    deflated = made.page(zlib.compress(b"<p>The river"), headers=["Content-Encoding: deflate"])
    yield from (
        made.plain(page, page),
        made.packed(page, chunked),
        made.plain(zipped, deflated),
        gzip.compress(page * 2),
    )
    with suppress(ImportError):
        import zstandard

        yield zstandard.compress(page) + zstandard.compress(chunked)
        yield b"\x5d\x2a\x4d\x18\x08\0\0\0" + b"The town" + zstandard.compress(page)


if __name__ == "__main__":
    main()
