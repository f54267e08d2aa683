"""Reads what a run saw out of its WARC file, and tells what is not as it was written."""

from __future__ import annotations

import mmap
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from checker.documents import files
from checker.documents.document import Document
from checker.documents.evidence import records
from checker.documents.evidence.records import CALL, MEDIA, TERMS, What
from checker.errors import EvidenceError, TargetError, UsageError
from checker.model import Audience

_MAGIC = b"\x1f\x8b\x08"
_GZIP = 31
"""zlib's number for gzip alone."""
_CHUNK = 64 * 1024
_BYTES = 16
"""Of a member that is damaged, what stands before the damage is read in so small steps."""
_LARGEST = 1 << 30


class KeptCall(Struct, frozen=True):
    """What a run was asked: `shown` is the file of an original, and `follows` says that links and originals were asked for."""

    terms: str | None
    original: str | None
    shown: str | None
    audience: Audience
    facts: dict[str, Any]
    max_bytes: Annotated[int, Meta(ge=1)]
    renders: bool
    follows: bool


class _Note(Struct, frozen=True):
    """The start of every note: of what it is, where it is of something that failed."""

    of: str | None = None


class _Failure(Struct, frozen=True):
    message: str
    code: str


N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class _Member:
    """One member of a gzip file: where it starts and ends, what is in it, and whether that is all of it."""

    start: int
    end: int
    content: bytes
    whole: bool


@dataclass(frozen=True, slots=True)
class _Record:
    kind: str
    uri: str
    block: bytes
    sound: bool
    truncated: bool = False
    media: str = ""


class Kept:
    """The evidence (`web/settings.py`) in a file. All its records are read, and their digests compared, when it is opened.

    Raises TargetError where the file cannot be read, UsageError where it is no evidence of this program's.
    """

    def __init__(self, file: Path) -> None:
        self._name = str(file)
        self._data = _mapped(file)
        self._starts: dict[tuple[str, str], int] = {}
        self._damaged: set[tuple[str, str]] = set()
        self.damage: list[int] = []
        """Where in the file something is damaged, in bytes."""
        for member in _members(self._data, 0):
            self._index(member)
        if self._starts.keys() <= self._damaged:
            raise UsageError(
                f"{file}: no evidence: not a WARC file of this program's, whose records are packed by gzip"
            )
        if (What.NOTE, CALL) not in self._starts and not self.damage:
            raise UsageError(f"{file}: no evidence: a WARC file of another program's")
        self.call = self._noted(CALL, KeptCall)
        """What the run was asked."""
        self.terms = self._noted(TERMS, dict[str, str]) if (What.NOTE, TERMS) in self._starts else {}
        """The digests of the terms that it used, by `ID@VERSION`."""

    def received(self, url: str) -> bytes:
        """What a request received."""
        return self._of(What.ANSWER, records.uri_of(url)).block

    def rendering(self, url: str) -> bytes:
        """A page as its scripts made it."""
        return self._of(What.RENDERING, records.uri_of(url)).block

    def document(self, name: str) -> Document:
        """A file."""
        found = self._of(What.FILE, records.file_uri(name))
        media = next(media for media, kind in MEDIA.items() if kind == found.media)
        return Document(name, found.block, media, truncated=found.truncated)

    def _index(self, member: _Member) -> None:
        record = _record(member)
        sound = record is not None and record.sound
        if not sound:
            self.damage.append(member.start)
        if record and (key := _key(record)):
            self._starts[key] = member.start
            if not sound:
                self._damaged.add(key)

    def _of(self, what: What, uri: str) -> _Record:
        """The last record of something. Raises EvidenceError where it is not there or not as it was, and what was raised then."""
        start = self._starts.get((what, uri))
        if start is None and not self.damage:
            raise EvidenceError(f"{uri}: there is nothing of it in {self._name}")
        if start is None:
            raise EvidenceError(f"{uri}: not found, and {self._name} is damaged (byte {self.damage[0]})", "tampered")
        if (what, uri) in self._damaged:
            raise EvidenceError(f"{uri}: its record is not as it was written (byte {start})", "tampered")
        record = _record(next(_members(self._data, start)))
        if record is None:
            raise EvidenceError(f"{uri}: its record cannot be read any more", "tampered")
        if record.kind == What.NOTE and what is not What.NOTE:
            said = _read(record, _Failure)
            raise TargetError(said.message, said.code)
        return record

    def _noted(self, uri: str, kind: type[N]) -> N:
        return _read(self._of(What.NOTE, uri), kind)


def _read(note: _Record, kind: type[N]) -> N:
    """What a note says. Raises EvidenceError where this program would not have said it so."""
    try:
        return msgspec.json.decode(note.block, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise EvidenceError(f"{note.uri}: its record is not as it was written: {error}", "tampered") from error


def _key(record: _Record) -> tuple[str, str] | None:
    """What a record is looked for by. A failure stands in the place of what failed."""
    of = record.kind
    if record.kind == What.NOTE:
        with suppress(EvidenceError):
            of = _read(record, _Note).of or record.kind
    return (of, record.uri) if of in set(What) else None


def _record(member: _Member) -> _Record | None:
    """The record in a member; None where it has none."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  (an extra)
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    if not member.content.startswith(b"WARC/"):
        return None
    try:
        found = next(iter(ArchiveIterator(BytesIO(member.content), no_record_parse=True)), None)
        block = found.raw_stream.read() if found else b""
    except (ArchiveLoadFailed, EOFError, ValueError):
        return None
    if found is None:
        return None
    headers = dict(found.rec_headers.headers)
    sound = member.whole and all(
        headers.get(name) == told for name, told in records.digests(block, found.rec_type).items()
    )
    uri, media = headers.get("WARC-Target-URI", ""), headers.get("Content-Type", "")
    return _Record(found.rec_type, uri, block, sound, "WARC-Truncated" in headers, media)


def _mapped(file: Path) -> mmap.mmap:
    try:
        with files.opened(str(file)) as opened:
            return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    except TargetError as error:
        raise TargetError(f"{file}: {error}", error.code) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "an empty file"
        raise TargetError(f"{file}: cannot be read: {reason}") from error


def _members(data: mmap.mmap, start: int) -> Iterator[_Member]:
    """The members of a gzip file from one on; behind a damaged one, those that can be found again."""
    while 0 <= start < len(data):
        member = _unpacked(data, start, _CHUNK)
        if not member.whole:
            member = _unpacked(data, start, _BYTES)
        yield member
        start = member.end if member.whole else data.find(_MAGIC, start + 1)


def _unpacked(data: mmap.mmap, start: int, step: int) -> _Member:
    unpacker, content, at = zlib.decompressobj(_GZIP), bytearray(), start
    with suppress(zlib.error):
        while not unpacker.eof and at < len(data) and len(content) <= _LARGEST:
            content += unpacker.decompress(data[at : at + step], _LARGEST)
            at += step
    end = min(at, len(data)) - len(unpacker.unused_data)
    return _Member(start, end, bytes(content), unpacker.eof)
