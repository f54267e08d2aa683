"""What is packed record by record: gzip members (RFC 1952) and zstd frames (RFC 8878), as the WARC standard packs records.

One is unpacked at a time, and never more than a given number of bytes of it are held, however well it was packed.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, BinaryIO, Protocol

from checker.errors import TargetError

_PIECE = 128 * 1024
_MOST = 1024 * 1024
"""Bytes that are unpacked at a time."""
_LITTLE = 1024
_LARGE, _TIGHT = 256 * 1024 * 1024, 100
"""A bomb unpacks to more bytes than that, and to so many times its own."""
_GZIP = b"\x1f\x8b\x08"
_ZSTD = b"\x28\xb5\x2f\xfd"
_DICTIONARY = b"\x5d\x2a\x4d\x18"
"""A frame that is skipped; in WARC files packed by zstd the first may hold the dictionary of all others."""
_MAX_DICTIONARY = 16 * 1024 * 1024
_MAX_WINDOW = 1 << 27


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, /) -> bytes:
        """Some of what comes out of these bytes and of those before them. Without any bytes: what is left of that, in the end nothing."""


@dataclass(frozen=True, slots=True)
class Member:
    """What was unpacked of one member. `start` is its offset in the file; `rest` is what follows, where that is more than comes at once."""

    start: int
    content: bytes
    rest: Iterator[bytes] | None = None


class Members:
    """The members of a packed file, from an offset on. Of each, so many bytes come at once, and what is left piece by piece."""

    def __init__(self, file: BinaryIO, magic: bytes, make: Callable[[], _Unpacker], limit: int) -> None:
        self._file, self._magic, self._make, self._limit = file, magic, make, limit
        self._rest: Iterator[bytes] = iter(())
        self.seek(0)

    def seek(self, offset: int) -> None:
        """Goes on at an offset of the file; at its end, where that cannot be gone to."""
        self._ended = self._file.seek(offset) != offset
        self._buffer, self._at = b"", offset
        self._rest = iter(())

    def next(self) -> Member | None:
        """The next member; None at the end of the file. What is no member is passed over, up to the next that looks like one."""
        deque(self._rest, maxlen=0)
        start = self._at
        if not self._more(len(self._magic)):
            return None
        if not self._buffer.startswith(self._magic):
            self.find(start + 1)
            return Member(start, b"")
        self._rest = self._unpacked(start)
        out, size = [], 0
        for piece in self._rest:
            out.append(piece)
            size += len(piece)
            if size > self._limit:
                return Member(start, b"".join(out), self._rest)
        return Member(start, b"".join(out))

    def _unpacked(self, start: int) -> Iterator[bytes]:
        """The pieces of a member, as far as it can be unpacked. What comes next is the one behind it, or what looks like one."""
        unpacker, left, size = self._make(), self._buffer, 0
        self._buffer = b""
        try:
            while size <= max(_LARGE, _TIGHT * (self._position() - start)):
                if piece := unpacker.decompress(left):
                    size += len(piece)
                    yield piece
                if unpacker.eof:
                    self._buffer = unpacker.unused_data
                    self._at = self._position()
                    return
                left = b"" if piece else self._file.read(_PIECE)
                if not (piece or left):
                    self._at, self._ended = self._position(), True
                    return
        except Exception:  # noqa: S110  (whatever the library calls bytes that it cannot unpack)
            pass
        self.find(start + len(self._magic))

    def _position(self) -> int:
        return self._file.tell() - len(self._buffer)

    def _more(self, count: int) -> bool:
        while len(self._buffer) < count and not self._ended:
            piece = self._file.read(_PIECE)
            self._ended = not piece
            self._buffer += piece
        return bool(self._buffer)

    def find(self, offset: int) -> None:
        """Goes to where at an offset or behind it a member seems to begin, or to the file's end."""
        self.seek(offset)
        while True:
            at = self._buffer.find(self._magic)
            while at >= 0 and not self._begins(at):
                at = self._buffer.find(self._magic, at + 1)
            if at >= 0:
                self._at += at
                self._buffer = self._buffer[at:]
                return
            kept = self._buffer[-64:]
            self._at += len(self._buffer) - len(kept)
            piece = self._file.read(_PIECE)
            if not piece:
                self._at += len(kept)
                self._buffer, self._ended = b"", True
                return
            self._buffer = kept + piece

    def _begins(self, at: int) -> bool:
        """True where a record of an archive comes out, not only what chance made look like a member."""
        try:
            piece = self._make().decompress(self._buffer[at : at + 512])
        except Exception:  # whatever the library calls bytes that it cannot unpack
            return False
        return piece.startswith((b"WARC/", b"W")[len(piece) < 5])


def gzip(file: BinaryIO, limit: int) -> Members:
    """The gzip members of a file."""
    return Members(file, _GZIP, _Gzip, limit)


@cache
def inflater() -> Any:
    """zlib, or ISA-L where it is installed: the same functions, in half the time."""
    try:
        from isal import isal_zlib  # noqa: PLC0415  (an extra)
    except ImportError:
        return zlib
    return isal_zlib


class _Gzip:
    def __init__(self) -> None:
        self._unpacker = inflater().decompressobj(31)

    @property
    def eof(self) -> bool:
        return bool(self._unpacker.eof)

    @property
    def unused_data(self) -> bytes:
        return bytes(self._unpacker.unused_data)

    def decompress(self, data: bytes, /) -> bytes:
        return bytes(self._unpacker.decompress(self._unpacker.unconsumed_tail + data, _MOST))


def zstd(file: BinaryIO, limit: int) -> Members:
    """The zstd frames of a file. Raises TargetError where the library for it is missing, or the dictionary of the frames is broken."""
    try:
        import zstandard  # noqa: PLC0415  (an extra)
    except ImportError:
        raise TargetError("packed by zstd: pip install 'creditline[archive]'", "no_library") from None
    try:
        start = _dictionary(file)
        words = zstandard.ZstdCompressionDict(start[0]) if start[0] else None
        unpacker = zstandard.ZstdDecompressor(dict_data=words, max_window_size=_MAX_WINDOW)
        unpacker.decompressobj()  # a dictionary is not looked at before that
    except zstandard.ZstdError as error:
        raise TargetError(f"a zstd dictionary that is broken: {error}", "damaged") from error
    members = Members(file, _ZSTD, lambda: _Zstd(unpacker.decompressobj()), limit)
    members.seek(start[1])
    return members


class _Zstd:
    """zstd gives all that comes out of what it is given: so it is given little at a time."""

    def __init__(self, unpacker: Any) -> None:
        self._unpacker = unpacker
        self._left = b""

    @property
    def eof(self) -> bool:
        return bool(self._unpacker.eof)

    @property
    def unused_data(self) -> bytes:
        return bytes(self._unpacker.unused_data) + self._left

    def decompress(self, data: bytes, /) -> bytes:
        out, size, at = [], 0, 0
        given = self._left + data
        while at < len(given) and not self.eof and size < _MOST:
            out.append(self._unpacker.decompress(given[at : at + _LITTLE]))
            size += len(out[-1])
            at += _LITTLE
        self._left = given[at:]
        return b"".join(out)


def _dictionary(file: BinaryIO) -> tuple[bytes, int]:
    """The dictionary at a file's beginning, which may be packed itself, and where the frames behind it begin."""
    head = file.read(8)
    if not head.startswith(_DICTIONARY):
        return b"", 0
    size = int.from_bytes(head[4:8], "little")
    if size > _MAX_DICTIONARY:
        raise TargetError("a zstd dictionary that is too large", "too_large")
    found = file.read(size)
    return (_unpacked_dictionary(found) if found.startswith(_ZSTD) else found), 8 + size


def _unpacked_dictionary(found: bytes) -> bytes:
    """Piece by piece: at once, as much memory is taken as the frame says that it needs."""
    import zstandard  # noqa: PLC0415

    unpacker, out = _Zstd(zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).decompressobj()), bytearray()
    while piece := unpacker.decompress(found):
        out += piece
        found = b""
        if len(out) > _MAX_DICTIONARY:
            raise TargetError("a zstd dictionary that is too large", "too_large")
    if not unpacker.eof:
        raise TargetError("a zstd dictionary that is cut", "damaged")
    return bytes(out)
