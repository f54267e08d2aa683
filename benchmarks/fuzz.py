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
import io
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
_SEEDS = {"html": "*.html", "markdown": "*.md", "front-matter": "*.md"}


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
    """A web archive."""
    from checker.errors import TargetError
    from checker.scan import warc as archives

    with suppress(TargetError):
        list(archives.records(io.BytesIO(data), 1_000_000))


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
    from checker.engine import Question
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
        for number, file in enumerate(_seeds(given.target)):
            (Path(corpus) / str(number)).write_bytes(file.read_bytes()[:20_000])
        bounds = [f"-max_total_time={given.seconds}", "-timeout=10", "-rss_limit_mb=2048", "-max_len=20000"]
        atheris.Setup([sys.argv[0], *bounds, "-print_final_stats=1", corpus], reads)
        atheris.Fuzz()


def _seeds(target: str) -> list[Path]:
    if target in _SEEDS:
        return sorted((ROOT / "examples").rglob(_SEEDS[target]))
    return sorted((ROOT / "rules").rglob("*.toml")) if target == "pack" else []


if __name__ == "__main__":
    main()
