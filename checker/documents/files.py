"""Files, folders, globs and standard input as documents."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import BinaryIO

from checker.documents.document import DEFAULT_MAX_BYTES, Document, Media
from checker.errors import TargetError

_MEDIA = {
    ".html": Media.HTML,
    ".htm": Media.HTML,
    ".xhtml": Media.HTML,
    ".md": Media.MARKDOWN,
    ".markdown": Media.MARKDOWN,
    ".mdx": Media.MARKDOWN,
}
_NEVER_PAGES = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of a folder are pages: any `include` (all, if empty) and no `exclude`. Globs on the relative path.

    `also` is one more test, on the path itself.
    """

    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    max_bytes: int = DEFAULT_MAX_BYTES
    also: Callable[[str], bool] = bool

    def admits(self, relative: str) -> bool:
        """True where a file of a folder is wanted."""
        wanted = not self.include or any(matches(relative, pattern) for pattern in self.include)
        return wanted and not any(matches(relative, pattern) for pattern in self.exclude)


def expand(target: str, selection: Selection) -> Iterator[str]:
    """The single files (or `-`) that a target stands for, sorted. A name that exists is never read as a glob."""
    if target == "-" or os.path.lexists(target):
        yield from _in_folder(Path(target), selection) if os.path.isdir(target) else [target]
    elif glob.has_magic(target):
        found = sorted(glob.glob(target, recursive=True))
        if not found:
            raise TargetError(f"no file matches {target!r}", "not_found")
        for name in found:
            yield from expand(name, selection)
    else:
        raise TargetError(f"no such file or folder: {target!r}", "not_found")


def is_page(name: str) -> bool:
    """True where a file's name ends as a page's does."""
    return os.path.splitext(name)[1].lower() in _MEDIA


def is_archive(name: str) -> bool:
    """True where a file's name ends as a web archive's does."""
    return name.lower().endswith((".warc", ".warc.gz", ".warc.zst", ".wacz"))


def read(target: str, max_bytes: int = DEFAULT_MAX_BYTES) -> Document:
    """The document in a file, or on standard input for `-`.

    Raises TargetError where it cannot be read. Of more than `max_bytes` the rest is left and `truncated` set.
    """
    if target == "-":
        content = _read_stdin(max_bytes + 1)
        media = _sniff(content)
    else:
        content = _read_file(target, max_bytes + 1)
        media = _MEDIA.get(os.path.splitext(target)[1].lower()) or _sniff(content)
    return Document(target, content[:max_bytes], media, truncated=len(content) > max_bytes)


def opened(target: str) -> BinaryIO:
    """A regular file, open to be read. Raises TargetError for what is none, or cannot be opened."""
    try:
        file = open(target, "rb", opener=unwaiting)  # noqa: SIM115  (whoever asks closes it)
    except IsADirectoryError as error:
        raise TargetError("a folder, where a file was expected", "not_a_file") from error
    except (OSError, ValueError) as error:
        raise unread(error) from error
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise TargetError("not a regular file", "not_a_file")
    return file


def unread(error: Exception) -> TargetError:
    """The error for a file that cannot be read, by what the system says."""
    return TargetError(f"cannot be read: {getattr(error, 'strerror', None) or error}", "unreadable")


def unwaiting(name: str, flags: int) -> int:
    """Opens a file as `open` does, but waits for nobody: a pipe that nobody writes to is empty, and one that nobody reads is an error."""
    handle = os.open(name, flags | getattr(os, "O_NONBLOCK", 0), 0o666)
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(handle, True)
    return handle


def whole(file: Path) -> bytes:
    """All of a file that a call names: a plain one or a pipe. Raises OSError, also for a device, which might have no end."""
    with open(file, "rb", opener=unwaiting) as found:
        if stat.S_ISCHR(os.fstat(found.fileno()).st_mode):
            raise OSError(0, "a device, where a file was expected")
        return found.read()


def matches(relative: str, pattern: str) -> bool:
    """True where a glob fits a path or the end of one. A `*` stands for any characters, `/` among them."""
    return fnmatchcase(relative, pattern) or fnmatchcase("/" + relative, "*/" + pattern)


def _in_folder(folder: Path, selection: Selection) -> Iterator[str]:
    """Links to folders are not followed, so a loop of links ends. Folders that cannot be listed are told of at the end."""
    unlisted: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=unlisted.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NEVER_PAGES)
        for name in sorted(files):
            path = os.path.join(where, name)
            relative = os.path.relpath(path, folder).replace(os.sep, "/")
            if is_page(name) and selection.admits(relative) and selection.also(path):
                yield path
    if unlisted:
        raise TargetError(f"cannot be listed: {unlisted[0].filename!r}: {unlisted[0].strerror}", "unreadable")


def _read_stdin(limit: int) -> bytes:
    if sys.stdin is None:
        raise TargetError("standard input is closed", "unreadable")
    try:
        return sys.stdin.buffer.read(limit)
    except OSError as error:
        raise TargetError(f"cannot be read: {error.strerror}", "unreadable") from error


def _read_file(target: str, limit: int) -> bytes:
    with opened(target) as file:
        try:
            return file.read(limit)
        except OSError as error:
            raise unread(error) from error


def _sniff(content: bytes) -> Media:
    """The format of bytes without a telling name: HTML where the first thing is a tag."""
    head = content[:1024].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return Media.HTML if head.startswith(b"<") else Media.MARKDOWN
