"""Figures -> docs/performance.md, and those of them that the README tells."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from lxml import etree

from benchmarks.figures import Figure, short
from checker.cli.options import processes

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
README = ROOT / "README.md"
_HEAD = ("| measure | goal | reached | measured | spread | conditions |", "|---|---|---|---|---|---|")
_LIBRARIES = ("ahocorasick-rs", "google-re2", "rapidfuzz")


def table(figures: Sequence[Figure]) -> str:
    """A row a figure."""
    return "\n".join([*_HEAD, *map(_row, figures)])


def _row(figure: Figure) -> str:
    reached = {True: "yes", False: "no", None: ""}[figure.is_met]
    cells = (
        figure.what,
        str(figure.goal or ""),
        reached,
        f"{short(figure.middle)} {figure.unit}",
        figure.spread,
        f"{len(figure.values)} passes; {figure.conditions}",
    )
    return f"| {' | '.join(cells)} |"


def headlines(figures: Sequence[Figure]) -> str:
    """The table of the figures that the README tells: its rows are those of the whole one."""
    return table([figure for figure in figures if figure.headline])


def conditions(busy: float, missing: Sequence[str]) -> str:
    """What all figures of a run share: the machine's kind, the versions, how many processors were busy, and what was not at hand."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    parsed = ".".join(map(str, etree.LIBXML_VERSION))
    said = (
        f"Measured with Python {platform.python_version()}, lxml {version('lxml')} (libxml2 {parsed}), {libraries}, "
        f"on {processes(None)} processors ({platform.system()}, {platform.machine()}), of which {busy:.1f} were busy "
        "when the run began."
    )
    return f"{said} Left out, for they were not at hand: {', '.join(missing)}." if missing else said


def block(said: str, figures: Sequence[Figure], printed: str) -> str:
    """What stands between the markers of docs/performance.md: the conditions, the table, and what `match` printed of itself."""
    parts = [said, table(figures)]
    if printed:
        parts.append(f"`python benchmarks/match.py` says:\n\n```\n{printed.strip()}\n```")
    return "\n\n".join(parts)


def between(text: str, name: str, put: str) -> str:
    """A document with other text between `<!-- NAME -->` and `<!-- /NAME -->`. Raises ValueError where it has no such markers."""
    first, last = _markers(name)
    head, begins, rest = text.partition(first)
    _, ends, tail = rest.partition(last)
    if not begins or not ends:
        raise ValueError(f"no <!-- {name} --> with <!-- /{name} --> behind it")
    return f"{head}{first}{put}\n{last}{tail}"


def held(text: str, name: str) -> str:
    """What stands between the markers of a document."""
    first, last = _markers(name)
    return text.partition(first)[2].partition(last)[0]


def _markers(name: str) -> tuple[str, str]:
    return f"<!-- {name} -->\n", f"<!-- /{name} -->"


def write(said: str, figures: Sequence[Figure], printed: str, page: Path = PAGE, readme: Path = README) -> None:
    """Writes the figures into both documents."""
    for file, name, put in ((page, "figures", block(said, figures, printed)), (readme, "speed", headlines(figures))):
        file.write_text(between(file.read_text("utf-8"), name, put), "utf-8")
