"""Rows as Parquet: flat columns to group and to filter by, and the whole page as JSON beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from checker.errors import UsageError
from checker.scan.rows import Row

_GROUP = 10_000
COLUMNS = (
    "archive",
    "offset",
    "date",
    "digest",
    "target",
    "url",
    "outcome",
    "republished",
    "publisher",
    "terms",
    "failed",
    "error",
    "page",
)
"""The columns of a Parquet file, in their order."""


def flat(row: Row) -> dict[str, Any]:
    """A row as the columns have it: `failed` are the requirements that it falls short of, `page` is all of it as JSON."""
    publisher, terms, error = row["publisher"], row["terms"], row["error"]
    failed = [each["requirement"] for each in row["findings"] if each["outcome"] == "failed"]
    plain = {
        name: row[name] for name in ("archive", "offset", "date", "digest", "target", "url", "outcome", "republished")
    }
    return plain | {
        "publisher": publisher and (publisher["id"] or publisher["name"] or publisher["domain"]),
        "terms": terms and terms["id"],
        "failed": failed,
        "error": error and error["code"],
        "page": json.dumps(row, ensure_ascii=False),
    }


def require() -> None:
    """Raises UsageError where the library that writes Parquet is missing."""
    try:
        import pyarrow  # noqa: F401, PLC0415  (an extra)
    except ImportError:
        raise UsageError("Parquet needs a library: pip install 'creditline[parquet]'") from None


def to_parquet(lines: Path, output: Path) -> None:
    """Writes rows that are JSON lines as a Parquet file, some thousands at a time. Raises UsageError; then there is no new file."""
    part = output.with_name(output.name + ".part")
    try:
        _write(lines, part)
        part.replace(output)
    except OSError as error:
        raise UsageError(f"{output}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def _write(lines: Path, output: Path) -> None:
    import pyarrow  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    schema = _schema(pyarrow)
    with lines.open("rb") as file, parquet.ParquetWriter(output, schema, compression="zstd") as writer:
        for group in _groups(flat(json.loads(line)) for line in file):
            writer.write_table(pyarrow.Table.from_pylist(group, schema))


def _groups(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    left = iter(rows)
    while group := list(islice(left, _GROUP)):
        yield group


def _schema(pyarrow: Any) -> Any:
    kinds = {"offset": pyarrow.int64(), "republished": pyarrow.bool_(), "failed": pyarrow.list_(pyarrow.string())}
    return pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in COLUMNS])
