"""Archives where they are: files, the archives in a WACZ file, addresses; all of their records, or those that an index names."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from lzma import LZMAError
from typing import BinaryIO, cast

from checker.documents import files
from checker.documents.web.answer import without_login
from checker.errors import TargetError
from checker.scan import warc
from checker.scan.cdx import Entry
from checker.scan.forward import Forward
from checker.scan.warc import Record

_WACZ = ".wacz"
_UNTOLD = 4 * 1024 * 1024
"""Bytes asked for of a record whose length nobody told."""
_MOST, _MOST_NAMES = 500, 5000
_PIECE = 256 * 1024
_LARGE, _TIGHT = 256 * 1024 * 1024, 100


@dataclass(frozen=True, slots=True)
class Place:
    """An archive. `inside` is its name in a WACZ file, where it takes `size` bytes.

    `offsets` are the records that are wanted, with their lengths; there are none where all are.
    """

    name: str
    file: str
    inside: str | None = None
    offsets: tuple[tuple[int, int | None], ...] = ()
    private: bool = False
    size: int = 0


def is_address(name: str) -> bool:
    """True for an archive on the web."""
    return name.lower().startswith(("http://", "https://"))


def expand(target: str, *, private: bool = False) -> list[Place]:
    """The archives that a target stands for. One that cannot be read is one too: whoever reads its records is told why."""
    if is_address(target):
        return [Place(without_login(target), target, private=private)]
    if os.path.isdir(target):
        unlisted: list[OSError] = []
        walked = os.walk(target, onerror=unlisted.append)
        names = sorted(os.path.join(where, name) for where, _, inside in walked for name in inside)
        found = [place for name in names if files.is_archive(name) for place in expand(name)]
        return found + [Place(error.filename, error.filename) for error in unlisted]
    try:
        return _inside(target) if target.lower().endswith(_WACZ) else [Place(target, target)]
    except TargetError:
        return [Place(target, target)]


def _inside(target: str) -> list[Place]:
    """The archives in a WACZ file. Raises TargetError."""
    with _unzipped(target) as packed:
        told = {each.filename: each.compress_size for each in packed.infolist()}
    names = sorted(name for name in told if name.startswith("archive/") and files.is_archive(name))
    if not names:
        raise TargetError("a WACZ file without an archive", "damaged")
    if len(names) > _MOST or len(told) > _MOST_NAMES:  # the list of all is read again with each of them
        raise TargetError(f"a WACZ file of more than {_MOST} archives, or {_MOST_NAMES} files", "too_large")
    return [Place(f"{target}!{name}", target, name, size=told[name]) for name in names]


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
            found.append(Place(without_login(url), url, None, sorted_offsets, private))
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
    if place.inside is None and place.file.lower().endswith(_WACZ):
        _inside(place.file)  # says what is wrong with it, for nothing was found in it
    with _opened(place) as file:
        if not place.offsets:
            yield from warc.records(file, limit, offset, exact=exact)
        else:
            yield from warc.records_at(file, limit, (wanted for wanted, _ in place.offsets if wanted >= offset))


def _remote(place: Place, limit: int, offset: int) -> Iterator[Record]:
    """Records on the web: those of the index by their bytes alone, else the whole file."""
    from checker.scan import remote  # noqa: PLC0415  (few archives are on the web)

    if not place.offsets:
        with remote.whole(place.file, private=place.private) as file:
            yield from warc.records(file, limit, offset)
    asked = ((wanted, length or _UNTOLD) for wanted, length in place.offsets if wanted >= offset)
    for wanted, found in remote.parts(place.file, asked, private=place.private):
        if isinstance(found, TargetError):
            yield Record(wanted, unread=found)
        else:
            record = next(warc.records(io.BytesIO(found), limit), Record(wanted, damage=warc.BEHIND_THE_END))
            yield replace(record, offset=wanted)


@contextmanager
def _opened(place: Place) -> Iterator[BinaryIO]:
    if place.inside is None:
        with _file(place.file) as file:
            yield file
    else:
        with _unzipped(place.file) as packed, packed.open(_bounded(packed.getinfo(place.inside))) as member:
            yield cast(BinaryIO, Forward(iter(partial(member.read, _PIECE), b"")))


def _bounded(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The same. Raises TargetError for a bomb: what is archived is never packed so tightly."""
    if member.file_size > max(_LARGE, _TIGHT * member.compress_size):
        raise TargetError(f"a bomb: {member.compress_size} bytes that unpack to {member.file_size}", "too_large")
    return member


@contextmanager
def _unzipped(target: str) -> Iterator[zipfile.ZipFile]:
    """A WACZ file. Raises TargetError, also while it is read: the library has many errors for what is wrong with one."""
    with _file(target) as file:
        try:
            with zipfile.ZipFile(file) as packed:
                yield packed
        except TargetError:
            raise
        except (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, LookupError, RuntimeError, ValueError) as error:
            raise TargetError(f"no WACZ file that can be read: {error}", "damaged") from error


@contextmanager
def _file(target: str) -> Iterator[BinaryIO]:
    """A regular file. Raises TargetError, also while it is read."""
    try:
        with files.opened(target) as file:
            yield file
    except OSError as error:
        raise files.unread(error) from error
