"""The records of a WARC file (ISO 28500), whatever is wrong with some of them.

A reader that goes on behind damage, that knows each record's offset, and that never holds more of one than it may: the two libraries
for WARC files end at the first damaged record, so this one reads the few lines of a record's head itself.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import BinaryIO, Protocol

from checker.errors import TargetError
from checker.scan import packing
from checker.scan.forward import Forward
from checker.scan.packing import Member, Members

_HEAD = 64 * 1024
"""Bytes: heads of records are shorter."""
BLANK_LINE = re.compile(rb"\n\r?\n")
"""Where a head ends, whatever its lines end with: those of the block in it may end otherwise."""
_VERSION = re.compile(rb"WARC/\d+\.\d+\r?\n")
_NEXT = b"WARC/1."
BEHIND_THE_END = "behind the end of the file"
"""What is wrong with a record of which there is nothing."""
_STEP = 1024 * 1024
_File = BinaryIO | Forward


@dataclass(frozen=True, slots=True)
class Record:
    """A record. `content` is its block as it was archived, as far as it could be had; `damage` says what is wrong, if anything is.

    `unread` says why nothing of it could be had. `within` is where it begins in what comes out of the member at `offset`: not at 0 where
    several were packed as one.
    """

    offset: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    truncated: bool = False
    damage: str | None = None
    within: int = 0
    unread: TargetError | None = None

    @property
    def type(self) -> str:
        """What kind of record it is: `response`, `warcinfo`."""
        return self.headers.get("warc-type", "").lower()


def records(file: BinaryIO, limit: int, offset: int = 0, *, exact: bool = True) -> Iterator[Record]:
    """The records from an offset on, of a file plain or packed by gzip or zstd, in their order. `limit` is the bytes kept of each.

    The first begins at the offset, unless it is not `exact`: then it is the first that seems to begin there or behind it.
    """
    yield from _reading(file, limit)(offset, exact=exact)


def records_at(file: BinaryIO, limit: int, offsets: Iterable[int]) -> Iterator[Record]:
    """The records at some offsets, which rise; a damaged one where the file ends before."""
    reading = _reading(file, limit)
    for offset in offsets:
        yield next(reading(offset), Record(offset, damage=BEHIND_THE_END))


class _Reading(Protocol):
    def __call__(self, offset: int, *, exact: bool = True) -> Iterator[Record]: ...


def _reading(file: BinaryIO, limit: int) -> _Reading:
    """What gives the records from an offset on, by how the file is packed."""
    head = file.read(4)
    file.seek(0)
    if head.startswith(b"\x1f\x8b"):
        return partial(_packed, packing.gzip(file, limit + _HEAD), limit)
    if head in {b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18"}:
        return partial(_packed, packing.zstd(file, limit + _HEAD), limit)
    return partial(_unpacked, file, limit)


def _packed(members: Members, limit: int, offset: int, *, exact: bool = True) -> Iterator[Record]:
    if offset:
        members.seek(offset) if exact else members.find(offset)
    while member := members.next():
        yield from _in_member(member, limit)


def _in_member(member: Member, limit: int) -> Iterator[Record]:
    """The record of a member; the records of one that was packed whole."""
    if not member.content:
        yield Record(member.start, damage="not packed as it should be")
    file = Forward(chain((member.content,), member.rest)) if member.rest else io.BytesIO(member.content)
    for record in _plain(file, limit, 0):
        yield replace(record, offset=member.start, within=record.offset)


def _unpacked(file: BinaryIO, limit: int, offset: int, *, exact: bool = True) -> Iterator[Record]:
    yield from _plain(file, limit, offset if exact else _following(file, offset))


def _following(file: BinaryIO, offset: int) -> int:
    """Where the first record begins at an offset or behind it: lengths lead there from the beginning, and what a page says does not."""
    last = next((record for record in _plain(file, 0, 0) if record.offset >= offset), None)
    return last.offset if last else file.seek(0, 2)


def _plain(file: _File, limit: int, offset: int) -> Iterator[Record]:
    if file.seek(offset) != offset:
        return
    while True:
        start = file.tell()
        head = file.read(_HEAD)
        if not head.strip(b"\r\n"):
            return
        skipped = len(head) - len(head.lstrip(b"\r\n"))
        record, size = _one(file, start + skipped, head[skipped:], limit)
        yield record
        if record.damage:
            # Thousands of damaged records may stand one behind the other: the next is mostly in what was read.
            near = head.find(_NEXT, skipped + 1)
            following = start + near if near >= 0 else _find(file, start + max(skipped + 1, len(head) - len(_NEXT)))
            if following is None:
                return
            file.seek(following)
        else:
            file.seek(start + skipped + size)


def _one(file: _File, offset: int, head: bytes, limit: int) -> tuple[Record, int]:
    headers, start = _headers(head, 0)
    if headers is None:
        return Record(offset, damage="no head of a record"), 0
    length = _length(headers)
    if length is None:
        return Record(offset, headers, damage="no length, or a wrong one"), 0
    wanted = min(length, limit)
    block = head[start : start + wanted]
    if len(block) < wanted:
        file.seek(offset + start + len(block))
        block += file.read(wanted - len(block))
    whole = len(block) == wanted and (length == wanted or _reaches(file, offset + start + length))
    damage = None if whole else "shorter than its length"
    return Record(offset, headers, block, truncated=length > wanted or not whole, damage=damage), start + length


def _reaches(file: _File, end: int) -> bool:
    """True for a file that is at least so long."""
    file.seek(end - 1)
    return bool(file.read(1))


def _find(file: _File, offset: int) -> int | None:
    """Where the next record begins behind a damaged one."""
    file.seek(offset)
    kept = b""
    while piece := file.read(_STEP):
        buffer = kept + piece
        at = buffer.find(_NEXT)
        if at >= 0:
            return file.tell() - len(buffer) + at
        kept = buffer[-len(_NEXT) :]
    return None


def _headers(content: bytes, at: int) -> tuple[dict[str, str] | None, int]:
    """The named fields of a head, names in lower case, and where the block begins."""
    if not _VERSION.match(content, at):
        return None, at
    # No head goes on where another record begins: to look further for its end takes long where thousands have none.
    following = content.find(b"\nWARC/", at, at + _HEAD)
    last = following + 1 if following >= 0 else at + _HEAD
    blank = BLANK_LINE.search(content, at, last)
    if blank is None:
        return None, at
    lines = content[at : blank.start()].decode("utf-8", "replace").split("\n")[1:]
    fields = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in fields}, blank.end()


def _length(headers: Mapping[str, str]) -> int | None:
    given = headers.get("content-length", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 16 else None
