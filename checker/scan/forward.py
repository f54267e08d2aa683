"""What comes piece by piece, as a file to read from."""

from __future__ import annotations

from collections.abc import Iterator

_KEPT = 1024 * 1024


class Forward:
    """A file of which there are only pieces, one after the other. It goes back a little: what was read last is kept."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._at = self._start = 0
        self._kept = b""

    def read(self, size: int) -> bytes:
        """So many bytes, fewer at the end."""
        first = self._at - self._start
        if first + size > len(self._kept):
            # More than is asked for, so that what is kept is copied seldom.
            self._go_on(first + size + _KEPT)
            first -= self._forget(first)
        found = self._kept[first : first + size]
        self._at += len(found)
        return found

    def seek(self, offset: int) -> int:
        """Goes to an offset, or as near to it as that can be: to the end, or to what is still kept."""
        while offset > self._start + len(self._kept) and self._go_on(len(self._kept) + _KEPT):
            self._forget(len(self._kept))
        self._at = min(max(offset, self._start), self._start + len(self._kept))
        return self._at

    def tell(self) -> int:
        """The offset."""
        return self._at

    def _go_on(self, size: int) -> bool:
        """Takes pieces until so many bytes are there; False where there are none left."""
        parts, have = [self._kept], len(self._kept)
        while have < size and (piece := next(self._pieces, b"")):
            parts.append(piece)
            have += len(piece)
        self._kept = b"".join(parts)
        return len(parts) > 1

    def _forget(self, first: int) -> int:
        """Drops what lies further back than it is kept, but nothing from `first` on; gives how much that is."""
        gone = max(0, min(first, len(self._kept) - _KEPT))
        self._kept = self._kept[gone:]
        self._start += gone
        return gone
