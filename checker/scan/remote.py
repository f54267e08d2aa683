"""Archives on the web: the bytes of one record, or a whole file, range by range (RFC 9110, section 14)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from checker.documents.web import fetching
from checker.documents.web.answer import Answer, without_login
from checker.documents.web.settings import Limits
from checker.errors import TargetError

_RANGE = 4 * 1024 * 1024
_SECONDS = 60.0
_GIVEN = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})")
"""The first byte of a part, its last one, and how long the file is."""


def part(url: str, offset: int, length: int, *, private: bool) -> bytes:
    """So many bytes of a file from an offset on. Raises TargetError where the server does not give them."""
    with fetching.Fetcher(Limits(length + 1, _SECONDS, private)) as fetcher:
        answer = _asked(fetcher, url, offset, length)
    if answer.status != 206:
        raise TargetError(
            f"{without_login(url)}: the server answers {answer.status} to a request for a part", "http_error"
        )
    return answer.content[:length]


@contextmanager
def whole(url: str, *, private: bool) -> Iterator[BinaryIO]:
    """A file to read from and to seek in. Raises TargetError, also while it is read, where the server does not give it."""
    with fetching.Fetcher(Limits(_RANGE + 1, _SECONDS, private)) as fetcher:
        yield io.BufferedReader(_Ranges(fetcher, url), _RANGE)


class _Ranges(io.RawIOBase):
    def __init__(self, fetcher: fetching.Fetcher, url: str) -> None:
        self._fetcher, self._url, self._at = fetcher, url, 0
        self._length: int | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == 2:
            raise io.UnsupportedOperation("the end is not known")
        self._at = offset + (self._at if whence else 0)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._at == self._length:
            return 0
        wanted = min(len(buffer), _RANGE)
        answer = _asked(self._fetcher, self._url, self._at, wanted)
        if answer.status == 416:
            return 0
        if answer.status != 206:
            raise TargetError(
                f"{without_login(self._url)}: the server answers {answer.status} to a request for a part", "http_error"
            )
        found = answer.content[:wanted]
        self._length = self._end(answer.headers.get("content-range", ""), len(found), wanted)
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)

    def _end(self, given: str, count: int, wanted: int) -> int:
        """How long the file is, so that it has an end whatever a server sends. Raises TargetError where the part is not what was wanted."""
        after = self._at + count
        said = _GIVEN.fullmatch(given)
        # Without that header, a part that is shorter than was asked for is the last one, and any other is without an end.
        told = self._length or (after if count < wanted else 0)
        first, last, length = map(int, said.groups()) if said else (self._at, after - 1, told)
        right = after == length or (after < length and count == wanted)
        if not right or (first, last) != (self._at, after - 1) or self._length not in {None, length}:
            raise TargetError(
                f"{without_login(self._url)}: the server gives another part than was asked for", "http_error"
            )
        return length


def _asked(fetcher: fetching.Fetcher, url: str, offset: int, length: int) -> Answer:
    headers = {"Range": f"bytes={offset}-{offset + length - 1}", "Accept-Encoding": "identity", "Accept": "*/*"}
    return fetching.follow(url, lambda at: fetcher.once(at, headers))
