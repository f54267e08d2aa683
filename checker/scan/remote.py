"""Archives on the web: the bytes of one record, or a whole file, range by range (RFC 9110, section 14)."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import BinaryIO

from checker.documents.web import fetching, manners
from checker.documents.web.answer import Answer, without_login
from checker.documents.web.settings import Limits, Pace
from checker.errors import TargetError

_RANGE = 4 * 1024 * 1024
_SECONDS = 60.0
_PACE = Pace()
_PATIENCE = 3
"""Records in a row that cannot be had: then no more of the archive are asked for."""
_BEHIND_THE_END = 416
_GIVEN = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})")
"""The first byte of a part, its last one, and how long the file is."""


def parts(url: str, wanted: Iterable[tuple[int, int]], *, private: bool) -> Iterator[tuple[int, bytes | TargetError]]:
    """For each offset and length so many bytes of a file, or why the server does not give them.

    Raises TargetError where it gives none of several in a row.
    """
    failed = 0
    with fetching.Fetcher(Limits(_RANGE + 1, _SECONDS, private)) as fetcher:
        for offset, length in wanted:
            found = _part(fetcher, url, offset, length)
            failed = failed + 1 if isinstance(found, TargetError) else 0
            if isinstance(found, TargetError) and failed == _PATIENCE:
                raise found
            yield offset, found


def _part(fetcher: fetching.Fetcher, url: str, offset: int, length: int) -> bytes | TargetError:
    try:
        answer = _asked(fetcher, url, offset, length)
        said = _GIVEN.fullmatch(answer.headers.get("content-range", ""))
        if said and int(said[1]) != offset:
            raise _another(url)
    except TargetError as error:
        return error
    return b"" if answer.status == _BEHIND_THE_END else answer.content[:length]


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
        if answer.status == _BEHIND_THE_END:
            return 0
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
            raise _another(self._url)
        return length


def _asked(fetcher: fetching.Fetcher, url: str, offset: int, length: int) -> Answer:
    """A part of a file. Raises TargetError for any other answer but that the file ends before."""
    headers = {"Range": f"bytes={offset}-{offset + length - 1}", "Accept-Encoding": "identity", "Accept": "*/*"}
    send = partial(fetching.follow, url, lambda at: fetcher.once(at, headers, most=length + 1))
    answer = manners.patiently(send, _PACE, time.sleep)
    if answer.status == 200:
        raise TargetError(
            f"{without_login(url)}: the server gives whole files only: fetch it, and scan the file", "http_error"
        )
    if answer.status not in {206, _BEHIND_THE_END}:
        raise TargetError(
            f"{without_login(url)}: the server answers {answer.status} to a request for a part", "http_error"
        )
    return answer


def _another(url: str) -> TargetError:
    return TargetError(f"{without_login(url)}: the server gives another part than was asked for", "http_error")
