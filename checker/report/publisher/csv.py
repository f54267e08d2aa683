"""The publisher's report as CSV (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from checker.page.text import printable
from checker.report.publisher.rows import COLUMNS, rows
from checker.results.history import History
from checker.results.tally import Tally

_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What a cell of a spreadsheet begins with that is computed and not shown (OWASP, CSV injection)."""


def write(tally: Tally, history: History) -> str:
    """A line of headings and the rows."""
    out = io.StringIO()
    # In quotes, for some spreadsheets take a semicolon or a tab for the end of a cell, and what follows for a formula.
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for row in rows(tally, history):
        writer.writerow(_cell(value) for value in row.values())
    return out.getvalue()


def _cell(value: str | int | None) -> str | int:
    if value is None or isinstance(value, int):
        return "" if value is None else value
    text = printable(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
