"""What is packed by gzip or zlib, piece by piece: no piece is large, however well it was packed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

_PIECE = 64 * 1024
_GZIP = b"\x1f\x8b"
_EITHER = 47
"""zlib's number for "gzip or zlib, whichever it is"."""


def unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of what was packed; where it is cut or padded, they end there. Raises zlib.error for what is not packed so."""
    unpacker, ended = zlib.decompressobj(_EITHER), False
    for chunk in _small(chunks):
        left = chunk
        while left:
            if ended and not _GZIP.startswith(left[: len(_GZIP)]):
                return
            ended = False
            yield unpacker.decompress(left, _PIECE)
            left = unpacker.unconsumed_tail
            if unpacker.eof:
                left, unpacker, ended = unpacker.unused_data, zlib.decompressobj(_EITHER), True


def _small(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """What is left of a chunk is copied for each piece that comes out of it."""
    for chunk in chunks:
        yield from (chunk[start : start + _PIECE] for start in range(0, len(chunk), _PIECE))
