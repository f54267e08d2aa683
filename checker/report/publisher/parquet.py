"""The publisher's report as Parquet, for whoever counts further."""

from __future__ import annotations

import io

from checker.errors import UsageError
from checker.report.publisher.rows import COLUMNS, rows
from checker.results.history import History
from checker.results.tally import Tally

_WHOLE_NUMBERS = frozenset({"line"})


def write(tally: Tally, history: History) -> bytes:
    """One table with the rows. Raises UsageError where PyArrow is not installed."""
    try:
        import pyarrow  # noqa: PLC0415  (an extra)
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("Parquet needs PyArrow: pip install 'creditline[parquet]'") from error
    types = {name: pyarrow.int64() if name in _WHOLE_NUMBERS else pyarrow.string() for name in COLUMNS}
    table = pyarrow.Table.from_pylist(list(rows(tally, history)), schema=pyarrow.schema(types))
    out = io.BytesIO()
    parquet.write_table(table, out, compression="zstd")
    return out.getvalue()
