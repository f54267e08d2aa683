"""Archives where they are: files, the archives in a WACZ file, addresses; all of their records, or those that an index names."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, cast

from checker.documents import files
from checker.errors import TargetError
from checker.scan import warc
from checker.scan.cdx import Entry
from checker.scan.warc import Record

_SLACK = 64 * 1024
"""Bytes asked for of a record whose length nobody told."""
_UNTOLD = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Place:
    """An archive. `inside` is its name in a WACZ file; `offsets` the records that are wanted, with their lengths, empty for all."""

    name: str
    file: str
    inside: str | None = None
    offsets: tuple[tuple[int, int | None], ...] = ()
    private: bool = False


def is_address(name: str) -> bool:
    """True for an archive on the web."""
    return name.lower().startswith(("http://", "https://"))


def expand(target: str, *, private: bool = False) -> list[Place]:
    """The archives that a target stands for. Raises TargetError for one that is not there."""
    if is_address(target):
        return [Place(target, target, private=private)]
    if os.path.isdir(target):
        names = sorted(os.path.join(where, name) for where, _, inside in os.walk(target) for name in inside)
        return [place for name in names if files.is_archive(name) for place in expand(name)]
    if not os.path.lexists(target):
        raise TargetError(f"{target}: no such file or folder", "not_found")
    if not target.lower().endswith(".wacz"):
        return [Place(target, target)]
    try:
        with zipfile.ZipFile(target) as packed:
            inside = sorted(
                name for name in packed.namelist() if name.startswith("archive/") and files.is_archive(name)
            )
    except (OSError, zipfile.BadZipFile, ValueError) as error:
        raise TargetError(f"{target}: no WACZ file: {error}", "damaged") from error
    return [Place(f"{target}!{name}", target, name) for name in inside]


def selected(places: Iterable[Place], entries: Iterable[Entry], *, private: bool = False) -> list[Place]:
    """The records that an index names, in the order of their files and offsets.

    A file of the index is the given archive with that name's end. Where one address ends with `/`, it is the folder of all.
    """
    known = list(places)
    folders = [place.file for place in known if is_address(place.file) and place.file.endswith("/")]
    wanted: dict[str, dict[int, int | None]] = {}
    for entry in entries:
        wanted.setdefault(entry.filename, {})[entry.offset] = entry.length
    found = []
    for filename, offsets in sorted(wanted.items()):
        sorted_offsets = tuple(sorted(offsets.items()))
        near = next((place for place in known if _is_called(place, filename)), None)
        if near:
            found.append(Place(near.name, near.file, near.inside, sorted_offsets, near.private))
        elif folders:
            url = folders[0] + filename.lstrip("/")
            found.append(Place(url, url, None, sorted_offsets, private))
        else:
            raise TargetError(f"the index names {filename}, which is none of the archives", "not_found")
    return found


def _is_called(place: Place, filename: str) -> bool:
    own = (place.inside or place.file).replace(os.sep, "/")
    return own == filename or own.endswith("/" + filename) or filename.endswith("/" + own.rpartition("/")[2])


def records(place: Place, limit: int, offset: int = 0, *, exact: bool = True) -> Iterator[Record]:
    """The records of an archive from an offset on (see `warc.records`). Raises TargetError where it cannot be read."""
    if is_address(place.file):
        yield from _remote(place, limit, offset)
        return
    with _opened(place) as file:
        if not place.offsets:
            yield from warc.records(file, limit, offset, exact=exact)
        for wanted, _ in place.offsets:
            if wanted >= offset:
                file.seek(0)
                yield from islice(warc.records(file, limit, wanted), 1)


def _remote(place: Place, limit: int, offset: int) -> Iterator[Record]:
    """Records on the web: those of the index by their bytes alone, else the whole file."""
    from checker.scan import remote  # noqa: PLC0415  (few archives are on the web)

    if not place.offsets:
        with remote.whole(place.file, private=place.private) as file:
            yield from warc.records(file, limit, offset)
    for wanted, length in place.offsets:
        if wanted >= offset:
            content = remote.part(place.file, wanted, length or _UNTOLD, private=place.private)
            for record in islice(warc.records(io.BytesIO(content), limit), 1):
                yield Record(wanted, record.headers, record.content, record.truncated, record.damage)


@contextmanager
def _opened(place: Place) -> Iterator[BinaryIO]:
    try:
        if place.inside is None:
            with open(place.file, "rb") as file:
                yield file
            return
        with zipfile.ZipFile(place.file) as packed, packed.open(place.inside) as member:
            yield cast(BinaryIO, member)
    except (OSError, zipfile.BadZipFile) as error:
        raise TargetError(f"{place.name}: cannot be read: {error}", "unreadable") from error
