"""The records of a WARC file (ISO 28500), whatever is wrong with some of them.

A reader that goes on behind damage, that knows each record's offset, and that never holds more of one than it may: the two libraries
for WARC files end at the first damaged record, so this one reads the few lines of a record's head itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from checker.scan import packing
from checker.scan.packing import Member, Members

_HEAD = 64 * 1024
"""Bytes: heads of records are shorter."""
_VERSION = re.compile(rb"WARC/\d+\.\d+\r?\n")
_NEXT = b"WARC/1."
_STEP = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Record:
    """A record. `content` is its block as it was archived, as far as it could be had; `damage` says what is wrong, if anything is."""

    offset: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    truncated: bool = False
    damage: str | None = None

    @property
    def type(self) -> str:
        """What kind of record it is: `response`, `warcinfo`."""
        return self.headers.get("warc-type", "").lower()


def records(file: BinaryIO, limit: int, offset: int = 0, *, exact: bool = True) -> Iterator[Record]:
    """The records from an offset on, of a file plain or packed by gzip or zstd, in their order. `limit` is the bytes kept of each.

    The first begins at the offset, unless it is not `exact`: then it is the first that seems to begin there or behind it.
    """
    head = file.read(4)
    file.seek(0)
    if head.startswith(b"\x1f\x8b"):
        yield from _packed(packing.gzip(file, limit + _HEAD), limit, offset, exact=exact)
    elif head in {b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18"}:
        yield from _packed(packing.zstd(file, limit + _HEAD), limit, offset, exact=exact)
    else:
        yield from _plain(file, limit, offset if exact else _following(file, offset))


def _packed(members: Members, limit: int, offset: int, *, exact: bool) -> Iterator[Record]:
    if offset:
        members.seek(offset) if exact else members.find(offset)
    while member := members.next():
        yield from _in_member(member, limit)


def _in_member(member: Member, limit: int) -> Iterator[Record]:
    """The record of a member; the records of one that was packed whole."""
    at, content = 0, member.content
    if not content:
        yield Record(member.start, damage="not packed as it should be")
    while at < len(content):
        record, at = _parse(member.start, content, at, limit, whole=member.whole)
        yield record
        while content[at : at + 1] in {b"\r", b"\n"}:
            at += 1
        if record.damage:
            return


def _parse(offset: int, content: bytes, at: int, limit: int, *, whole: bool) -> tuple[Record, int]:
    """The record at an offset of some bytes, and where the next begins."""
    headers, start = _headers(content, at)
    if headers is None:
        return Record(offset, damage="no head of a record"), len(content)
    length = _length(headers)
    if length is None:
        return Record(offset, headers, damage="no length, or a wrong one"), len(content)
    block = content[start : start + min(length, limit)]
    if len(block) < min(length, limit):
        damage = None if not whole and len(content) > limit else "shorter than its length"
        return Record(offset, headers, block, truncated=True, damage=damage), len(content)
    return Record(offset, headers, block, truncated=length > limit), start + length


def _following(file: BinaryIO, offset: int) -> int:
    """Where the first record begins at an offset or behind it: lengths lead there from the beginning, and what a page says does not."""
    last = next((record for record in _plain(file, 0, 0) if record.offset >= offset), None)
    return last.offset if last else file.seek(0, 2)


def _plain(file: BinaryIO, limit: int, offset: int) -> Iterator[Record]:
    file.seek(offset)
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


def _one(file: BinaryIO, offset: int, head: bytes, limit: int) -> tuple[Record, int]:
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
    damage = "shorter than its length" if len(block) < wanted else None
    return Record(offset, headers, block, truncated=length > wanted or bool(damage), damage=damage), start + length


def _find(file: BinaryIO, offset: int) -> int | None:
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
    end, width = content.find(b"\r\n\r\n", at, last), 4
    if end < 0:
        end, width = content.find(b"\n\n", at, last), 2
    if end < 0:
        return None, at
    lines = content[at:end].decode("utf-8", "replace").split("\n")[1:]
    fields = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in fields}, end + width


def _length(headers: Mapping[str, str]) -> int | None:
    given = headers.get("content-length", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 16 else None
