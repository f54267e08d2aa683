"""Many archives on the processors of this machine, in pieces, with a state on disk from which a run that was killed goes on.

A large file is cut where a record seems to begin; each piece tells where the next really begins, and one that began elsewhere is read
again. Rows come in the order of the archives and of their records, whatever the number of processes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from checker.errors import UsageError
from checker.processes import Workers
from checker.scan import rows
from checker.scan.places import Place
from checker.scan.rows import Asked, Row

_PIECE = 16 * 1024 * 1024
"""Bytes of an archive that are done at once: what is repeated after a kill at most."""
_RECORDS = 200
_UNTOLD = -1
"""Where the next record begins, behind a piece of which nothing could be had: the piece behind it finds out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an archive: the records that begin at `start` or behind it, and before `end` (None: to the end).

    `exact` is whether it is known that one begins at `start`. `size` is its bytes as far as they are known, of records that an index names
    their number.
    """

    place: Place
    start: int = 0
    end: int | None = None
    exact: bool = True
    size: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a piece: the offset of its first record, that of the first record behind it (None: there is none), and the rows."""

    first: int | None
    following: int | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """How far a run has come: the pieces that are done, the bytes of its output, and where the next record begins."""

    pieces: int = 0
    size: int = 0
    following: int | None = None


def pieces(found: Sequence[Place]) -> list[Piece]:
    """The pieces of some archives, in their order."""
    cut = []
    for place in found:
        if place.offsets:
            parts = [place.offsets[at : at + _RECORDS] for at in range(0, len(place.offsets), _RECORDS)]
            cut += [Piece(replace(place, offsets=part), size=len(part)) for part in parts]
        elif place.inside or not os.path.isfile(place.file):
            cut.append(Piece(place, size=place.size))
        else:
            size = os.path.getsize(place.file)
            starts = range(0, max(size, 1), _PIECE)
            ends = [*starts[1:], None]
            cut += [Piece(place, at, end, at == 0, (end or size) - at) for at, end in zip(starts, ends, strict=True)]
    return cut


def do(asked: Asked, piece: Piece) -> Done:
    """The rows of a piece."""
    first = None
    found: list[Row] = []
    for offset, row in rows.of_place(piece.place, asked, piece.start, exact=piece.exact):
        if piece.end is not None and offset >= piece.end:
            return Done(first, offset, tuple(found))
        first = offset if first is None else first
        if row:
            found.append(row)
    return Done(first, None, tuple(found))


def scan(cut: Sequence[Piece], asked: Asked, jobs: int, begun: Begun = Begun()) -> Iterator[tuple[Piece, Done]]:
    """Each piece with what came of it, from where a run has begun on."""
    following = begun.following
    for piece, came in _came(cut[begun.pieces :], asked, jobs):
        if not (isinstance(came, Exception) or piece.exact or following in {_UNTOLD, came.first}):
            came = _again(piece, following, asked)  # noqa: PLW2901  (what came of it is what comes of it now)
        done = _failed(piece, came) if isinstance(came, Exception) else came
        following = done.following
        yield piece, done


def _again(piece: Piece, start: int | None, asked: Asked) -> Done | Exception:
    """A piece that begins elsewhere than it seemed to: what looked like a record's beginning was a part of one."""
    if start is None or (piece.end is not None and start >= piece.end):
        return Done(None, start, ())
    return _tried(asked, replace(piece, start=start, exact=True))


def _came(cut: Sequence[Piece], asked: Asked, jobs: int) -> Iterator[tuple[Piece, Done | Exception]]:
    if jobs > 1 and len(cut) > 1:
        yield from Workers(jobs, partial(partial, do, asked)).map(cut)
        return
    for piece in cut:
        yield piece, _tried(asked, piece)


def _tried(asked: Asked, piece: Piece) -> Done | Exception:
    """What came of a piece in this process: a fault in one never stops the others."""
    try:
        return do(asked, piece)
    except Exception as error:
        return error


def _failed(piece: Piece, error: Exception) -> Done:
    """A piece of which nothing could be had."""
    return Done(
        None, _UNTOLD, (rows.failed(piece.place.name, piece.start, "internal", f"{type(error).__name__}: {error}"),)
    )


class State:
    """How far a run has come, on disk beside its output: written anew, as a whole, after the rows of each piece are on disk."""

    def __init__(self, output: Path, cut: Sequence[Piece], asked: Asked) -> None:
        self._file = output.with_name(output.name + ".state")
        told = [asked.everything, asked.max_bytes, asked.naming.keys if asked.naming else None, asked.terms]
        said = json.dumps([[asdict(piece) for piece in cut], *told], sort_keys=True)
        self._run = hashlib.sha256(said.encode()).hexdigest()

    def read(self) -> Begun:
        """How far the run has come. Raises UsageError for another run's state."""
        if not self._file.exists():
            return Begun()
        try:
            values = json.loads(self._file.read_text("utf-8"))
            run, begun = values.pop("run"), Begun(**values)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(f"{self._file}: no state of a run: {error}") from error
        if run != self._run:
            raise UsageError(f"{self._file}: the state of another run: other archives, other options or other terms")
        return begun

    def write(self, begun: Begun) -> None:
        """Notes how far the run has come."""
        new = self._file.with_name(self._file.name + ".new")
        with new.open("w", encoding="utf-8") as file:
            json.dump({"run": self._run, **asdict(begun)}, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._file)

    def remove(self) -> None:
        """The run has come to its end, or begins anew."""
        self._file.unlink(missing_ok=True)


def run(  # noqa: PLR0913
    cut: Sequence[Piece],
    asked: Asked,
    jobs: int,
    output: Path,
    watch: Callable[[int, Iterable[Row]], None],
    *,
    resume: bool,
) -> State:
    """Scans into a file of JSON lines. With `resume`, goes on where an earlier run was stopped, however it was.

    `watch` is told of each piece, by its size, and of its rows; of those of the earlier run, too. The state is to be removed when nothing
    is left to do. Raises UsageError where the file cannot be written, or where it or the state beside it is another run's.
    """
    state = State(output, cut, asked)
    if not resume:
        state.remove()
    begun = state.read()
    try:
        with output.open("r+b" if begun.pieces else "w+b") as file:
            if file.seek(0, os.SEEK_END) < begun.size:
                raise UsageError(f"{output}: shorter than the state beside it says")
            file.truncate(begun.size)
            watch(sum(piece.size for piece in cut[: begun.pieces]), _earlier(file))
            file.seek(begun.size)
            for number, (piece, done) in enumerate(scan(cut, asked, jobs, begun), begun.pieces + 1):
                file.write(b"".join(map(rows.line, done.rows)))
                file.flush()
                os.fsync(file.fileno())
                state.write(Begun(number, file.tell(), done.following))
                watch(piece.size, done.rows)
    except OSError as error:
        raise UsageError(f"{output}: {error.strerror or error}") from error
    return state


def _earlier(file: BinaryIO) -> Iterator[Row]:
    """The rows that an earlier run wrote. Raises UsageError where something else stands there."""
    file.seek(0)
    try:
        for line in file:
            yield json.loads(line)
    except ValueError as error:
        raise UsageError(f"{file.name}: no rows of a scan: {error}") from error
