"""Tables of pages that carry a publisher's articles (CSV, exports of analytics tools) -> which page copies which original."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from checker import data
from checker.documents.web.answer import whole
from checker.page import address

_DELIMITERS = ",;\t|"
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/:?].*)?", re.IGNORECASE)
"""An address as analytics tools write it, without its scheme."""
_HEADINGS = 20
"""Exports begin with some lines about themselves; the headings are among the first ones."""


def read(text: str, site: str | None = None) -> dict[str, str | None] | None:
    """The pages in a table, each with the address of its original where the table tells it; None where it is no table of pages.

    `site` is where paths of originals begin.
    """
    rows = _rows(text)
    found = next(_headings(rows), None)
    if found is None:
        return None
    line, page, original = found
    pages: dict[str, str | None] = {}
    for row in rows[line + 1 :]:
        if url := _url(_cell(row, page)):
            known = pages.get(url)
            pages[url] = known or _url(_cell(row, original), site)
    return pages


def _rows(text: str) -> list[list[str]]:
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip() and not line.startswith("#")]
    head = "\n".join(lines[:_HEADINGS])
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:  # a NUL, or a cell without end
        return []


def _headings(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, int | None]]:
    """The number of the line of headings, of the column of pages, and of that of originals."""
    for number, row in enumerate(rows[:_HEADINGS]):
        names = [" ".join(cell.lower().replace("_", " ").split()) for cell in row]
        page = _column(names, "page")
        if page is not None:
            original = _column(names, "original")
            yield number, page, None if original == page else original


def _column(names: Sequence[str], what: str) -> int | None:
    return next((names.index(name) for name in _columns()[what] if name in names), None)


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column].strip() if column is not None and column < len(row) else ""


def _url(cell: str, site: str | None = None) -> str | None:
    """The address in a cell, completed; None for what is none ("(direct)")."""
    if site and cell.startswith("/"):
        cell = whole(site, cell)
    elif _HOST.fullmatch(cell):
        cell = f"https://{cell}"
    return cell if cell.lower().startswith(("http://", "https://")) and address.parse(cell) else None


@cache
def _columns() -> Mapping[str, Sequence[str]]:
    return tomllib.loads((data.folder("rules") / "exports.toml").read_text("utf-8"))
