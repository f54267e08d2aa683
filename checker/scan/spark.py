"""Many archives on Apache Spark: the same function over the same pieces, the rows written as Parquet by the cluster itself.

A task that fails is tried again by the cluster, which keeps the rows of one try alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from checker.errors import TargetError, UsageError
from checker.scan import output, rows
from checker.scan.local import Piece
from checker.scan.rows import Asked


def run(cut: Sequence[Piece], asked: Asked, master: str, goal: Path) -> list[dict[str, Any]]:
    """Scans on a cluster into a folder of Parquet files, and tells how many rows came of each outcome and error.

    Every machine of the cluster needs this program, and the archives at the same paths. Raises UsageError where the library is missing,
    and TargetError where the cluster cannot be had or the folder exists.
    """
    with session(master) as cluster:
        write(cluster, cut, asked, goal)
        counted = cluster.read.parquet(str(goal)).groupBy("outcome", "error").count().collect()
        return [row.asDict() for row in counted]


@contextmanager
def session(master: str) -> Iterator[Any]:
    """A session on a cluster. Raises UsageError where the library is missing, and TargetError for what goes wrong in it."""
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415  (an extra, and large)
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError:
        raise UsageError("Spark needs a library: pip install 'creditline[spark]'") from None
    if master.startswith("local"):
        # Otherwise Spark takes the `python3` of the path, which need not be the one that this program is installed in.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("creditline scan")
    try:
        cluster = builder.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "8").getOrCreate()
        try:
            yield cluster
        finally:
            cluster.stop()
    except (PySparkException, OSError, RuntimeError) as error:
        raise TargetError(f"Spark at {master}: {str(error).splitlines()[0]}", "cluster") from error


def write(cluster: Any, cut: Sequence[Piece], asked: Asked, goal: Path) -> None:
    """Scans into a folder, which must not exist."""
    archives = whole(cut)
    found = cluster.sparkContext.parallelize(archives, len(archives)).flatMap(partial(_rows, asked))
    cluster.createDataFrame(found, _schema()).write.mode("errorifexists").parquet(str(goal))


def whole(cut: Sequence[Piece]) -> list[Piece]:
    """Whole archives instead of their pieces: a cluster has many, and each task reads one from its beginning."""
    return list(dict.fromkeys(Piece(piece.place) for piece in cut))


def _rows(asked: Asked, piece: Piece) -> Iterator[tuple[Any, ...]]:
    for _, row in rows.of_place(piece.place, asked):
        if row:
            values = output.flat(row)
            yield tuple(values[name] for name in output.COLUMNS)


def _schema() -> str:
    kinds = {"offset": "bigint", "republished": "boolean", "failed": "array<string>"}
    return ", ".join(f"{name} {kinds.get(name, 'string')}" for name in output.COLUMNS)
