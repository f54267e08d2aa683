"""`creditline scan`: check web archives at scale."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli import options, outputs
from checker.cli.exits import Exit
from checker.documents import files
from checker.errors import TargetError, UsageError
from checker.page.text import printable
from checker.run import INTERNAL
from checker.version import __version__

if TYPE_CHECKING:
    from checker.cli import asked
    from checker.scan.local import Piece
    from checker.scan.places import Place
    from checker.scan.rows import Asked, Row


_FAULT = "internal_error"


class RowFormat(StrEnum):
    """How rows are written."""

    JSONL = "jsonl"
    PARQUET = "parquet"


class Where(StrEnum):
    """Where a scan runs."""

    LOCAL = "local"
    SPARK = "spark"


Archives = Annotated[
    list[str],
    typer.Argument(
        metavar="WARC...", help="WARC and WACZ files, folders of them, or addresses of WARC files.", show_default=False
    ),
]


def scan(  # noqa: PLR0913  (a command line has this many options)
    archives: Archives,
    form: Annotated[RowFormat, typer.Option("--format", "-f", help="How the rows are written.")] = RowFormat.JSONL,
    output: options.Output = None,
    jobs: options.Jobs = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a scan that was stopped, whose rows are in --output.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Write the rows of pages that are nobody's copy, too.")
    ] = False,
    publisher: Annotated[
        list[str] | None,
        typer.Option(
            "--publisher",
            metavar="ID",
            help="Only pages of this publisher; those that do not name it are not parsed. Repeat for more.",
        ),
    ] = None,
    cdx: Annotated[
        Path | None, typer.Option("--cdx", metavar="FILE", help="Read only the records that this CDX or CDXJ names.")
    ] = None,
    engine: Annotated[Where, typer.Option("--engine", help="Where it runs: here, or on a cluster.")] = Where.LOCAL,
    master: Annotated[
        str, typer.Option("--master", metavar="URL", help="The cluster, as Spark names it.")
    ] = "local[*]",
    config: options.ConfigFile = None,
    max_bytes: options.MaxBytes = options.MAX_BYTES,
    private: options.PrivateHosts = False,
    quiet: options.Quiet = False,
) -> None:
    """Check the pages in web archives: a row for each page that republishes, and for each that could not be read.

    Exit codes: 0 all is well, 1 a page falls short, 2 the call is wrong, 3 an archive or a record could not be read, 70 an internal
    error, 130 somebody stopped it.
    """
    from checker.scan import local  # noqa: PLC0415  (slow to import)

    if output is None:
        _need_no_file(form, engine, resume=resume)
    elif not outputs.is_plain(str(output)) and not (engine is Where.SPARK and output.is_dir()):
        raise UsageError(f"{output}: no file; without --output, rows go to standard output")
    outputs.apart((*archives, cdx, config), (output,))
    asked = _asked(config, max_bytes, publisher or (), everything=everything)
    cut = local.pieces(_places(archives, cdx, private=private))
    count: Counter[str] = Counter()
    if engine is Where.SPARK:
        count.update(_on_spark(cut, asked, master, output, form, resume=resume))
    else:
        _here(cut, asked, form, output, options.processes(jobs), count, resume=resume, quiet=quiet)
    _tell(count, quiet=quiet)
    raise typer.Exit(_code(count, checked=bool(cut)))


def _need_no_file(form: RowFormat, engine: Where, *, resume: bool) -> None:
    """Raises UsageError for what cannot go to standard output."""
    if resume:
        raise UsageError("--resume goes on with the scan whose rows are in a file: give --output FILE")
    if form is RowFormat.PARQUET or engine is Where.SPARK:
        raise UsageError("Parquet is written to a file: give --output FILE")


def _asked(config: Path | None, max_bytes: int, publishers: Sequence[str], *, everything: bool) -> Asked:
    from checker.cli import asked as calls  # noqa: PLC0415
    from checker.documents.files import Selection  # noqa: PLC0415
    from checker.judging import Judging  # noqa: PLC0415
    from checker.scan import naming  # noqa: PLC0415
    from checker.scan.rows import Asked  # noqa: PLC0415

    if publishers and everything:
        raise UsageError("--all wants the rows of all pages, and --publisher those of some: give one of them")
    asking = calls.asked(calls.Call(config=config), Selection(max_bytes=max_bytes))
    named = naming.of(asking.library, publishers) if publishers else None
    return Asked(Judging(asking.library, asking.of), everything, max_bytes, named, _terms(asking))


def _terms(asking: asked.Asked) -> str:
    """A digest of what pages are judged by: the configuration, all terms, and how this version of the program reads pages."""
    from checker.terms.reading import text_of  # noqa: PLC0415
    from checker.verify import digest  # noqa: PLC0415

    library, file = asking.library, asking.per_path.config.file
    versions = (digest(version) for name in sorted(library) for version in library[name].versions)
    said = "\0".join((__version__, text_of(file) if file else "", *versions))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _places(archives: Sequence[str], cdx: Path | None, *, private: bool) -> list[Place]:
    """The archives, or the records in them that a CDX names."""
    from checker.scan import places  # noqa: PLC0415

    found = [place for target in archives for place in places.expand(target, private=private)]
    return _selected(found, cdx, private=private) if cdx else found


def _selected(found: list[Place], cdx: Path, *, private: bool) -> list[Place]:
    from checker.scan import cdx as index  # noqa: PLC0415
    from checker.scan import places  # noqa: PLC0415

    try:
        with files.opened(str(cdx)) as content, TextIOWrapper(content, "utf-8", "replace") as lines:
            return places.selected(found, index.entries(lines), private=private)
    except (OSError, TargetError) as error:
        raise UsageError(f"{cdx}: {error}") from error


def _here(  # noqa: PLR0913
    cut: Sequence[Piece],
    asked: Asked,
    form: RowFormat,
    output: Path | None,
    jobs: int,
    count: Counter[str],
    *,
    resume: bool,
    quiet: bool,
) -> None:
    from checker.scan import local, rows  # noqa: PLC0415
    from checker.scan import output as parquet  # noqa: PLC0415

    with _progress(cut, count, quiet=quiet) as watch:
        if output is None:
            for piece, done in local.scan(cut, asked, jobs):
                options.say("".join(rows.line(row).decode() for row in done.rows))
                watch(piece.size, done.rows)
        elif form is RowFormat.JSONL:
            local.run(cut, asked, jobs, output, watch, resume=resume).remove()
        else:
            parquet.require()
            journal = output.with_name(output.name + ".jsonl")
            state = local.run(cut, asked, jobs, journal, watch, resume=resume)
            parquet.to_parquet(journal, output)
            state.remove()
            journal.unlink()


def _on_spark(  # noqa: PLR0913
    cut: Sequence[Piece], asked: Asked, master: str, output: Path | None, form: RowFormat, *, resume: bool
) -> Counter[str]:
    from checker.scan import spark  # noqa: PLC0415

    if form is not RowFormat.PARQUET or resume or output is None:
        raise UsageError("--engine spark writes Parquet into a new folder: give --format parquet and --output FOLDER")
    count: Counter[str] = Counter()
    for row in spark.run(cut, asked, master, output.resolve()):
        count[_kind(row["outcome"], row["error"])] += row["count"]
    return count


@contextmanager
def _progress(cut: Sequence[Piece], count: Counter[str], *, quiet: bool) -> Iterator[Any]:
    """Counts the rows of each outcome; shows on a terminal how far the scan has come."""
    from checker.cli.watch import bar  # noqa: PLC0415

    shown = None if quiet else bar()
    task = shown.add_task("", total=sum(piece.size for piece in cut) or None) if shown else None

    def watch(size: int, found: Iterable[Row]) -> None:
        for row in found:
            error = row["error"] or {}
            count[_kind(row["outcome"], error.get("code"))] += 1
            if row["target"] == row["archive"]:
                sys.stderr.write(f"creditline: {printable(row['archive'])}: {printable(error['message'])}\n")
        if shown and task is not None:
            shown.advance(task, size)

    try:
        yield watch
    finally:
        if shown:
            shown.stop()


def _tell(count: Counter[str], *, quiet: bool) -> None:
    if not quiet:
        said = ", ".join(f"{number} {outcome.replace('_', ' ')}" for outcome, number in sorted(count.items()) if number)
        sys.stderr.write(f"creditline: rows: {said or 'none'}\n")


def _kind(outcome: str, error: str | None) -> str:
    """What a row counts as: its outcome, or a fault of the program's, which is no archive's error."""
    return _FAULT if error == INTERNAL else outcome


def _code(count: Counter[str], *, checked: bool) -> Exit:
    if count[_FAULT]:
        return Exit.INTERNAL
    if count["violation"]:
        return Exit.FALLS_SHORT
    return Exit.NOT_CHECKED if count["error"] or not checked else Exit.OK
