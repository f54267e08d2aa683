"""The publisher's report as CSV (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from checker.page.text import printable
from checker.report.publisher.rows import COLUMNS, rows
from checker.results.history import History
from checker.results.tally import Tally

_FORMULA = re.compile(r"""(?:\A\s*+|(?<=[;\t\n])[ "']{0,9})(?=[=+\-@\t\r＝＋－＠])""")
"""Where a cell begins that is computed and not shown (OWASP, CSV injection): some spreadsheets part cells by semicolons or tabs, too."""


def write(tally: Tally, history: History) -> str:
    """A line of headings and the rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(tally, history):
        writer.writerow(_cell(value) for value in row.values())
    return out.getvalue()


def _cell(value: str | int | None) -> str | int:
    if value is None or isinstance(value, int):
        return "" if value is None else value
    return _FORMULA.sub(r"'\g<0>", printable(value))
