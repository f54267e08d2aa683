"""Files that the program writes: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from checker.documents import files, writing
from checker.errors import UsageError


def put(content: bytes, output: Path) -> None:
    """Gives a file new content in one step: on a full disk, or after Ctrl-C, the old content is still there.

    What is no plain file (a FIFO, a device) is written to as it is. Raises UsageError that names what cannot be written.
    """
    try:
        _into(str(output), content)
    except OSError as error:
        raise unwritable(output, error) from error


def put_new(content: bytes, output: Path) -> None:
    """Writes a file that must not be there yet. Raises UsageError where it is there or cannot be written."""
    try:
        _fill(str(output), content)
    except OSError as error:
        raise unwritable(output, error) from error


def apart(read: Iterable[object], written: Iterable[Path | None]) -> None:
    """Raises UsageError for a call whose files get in each other's way: an output that is read too, or two outputs in one file.

    `read` are the files that the call names, None and addresses among them. What stands in folders is nobody's word.
    """
    inputs = [str(each) for each in read if each is not None]
    if inputs.count("-") > 1:
        raise UsageError("standard input can be one thing, not two")
    taken = {os.path.realpath(name): "it is read, and cannot be written to as well" for name in inputs}
    for output in written:
        if output is None or not is_plain(str(output)):
            continue
        real = os.path.realpath(output)
        if real in taken and not os.path.isdir(real):
            raise UsageError(f"{output}: {taken[real]}")
        taken[real] = "two outputs cannot be one file"


class Lines:
    """A file that is written line by line; after each one it is whole."""

    def __init__(self, output: Path, *, more: bool) -> None:
        """Opens the file, to add to what it has with `more`. Raises UsageError, as `write` does."""
        self._output = output
        try:
            # Without a buffer: what could not be written is not tried again while the file is closed.
            self._file = open(output, "ab" if more else "wb", buffering=0, opener=files.unwaiting)  # noqa: SIM115  (`close` does)
        except OSError as error:
            raise unwritable(output, error) from error

    def write(self, line: bytes) -> None:
        """Adds a line, all of it or nothing."""
        before = os.fstat(self._file.fileno())
        try:
            left = memoryview(line)
            while left:
                left = left[self._file.write(left) or 0 :]
        except OSError as error:
            if stat.S_ISREG(before.st_mode):
                os.ftruncate(self._file.fileno(), before.st_size)
            raise unwritable(self._output, error) from error

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


def unwritable(output: object, error: OSError) -> UsageError:
    """The error for a place that cannot be written to."""
    return UsageError(f"{output}: {error.strerror or error}")


def _into(output: str, content: bytes) -> None:
    if not is_plain(output):
        _over(output, content, "ab")
        return
    there = os.path.exists(output)
    path = os.path.realpath(output)  # a link stays one, and what it leads to changes
    if there and not os.access(path, os.W_OK):
        raise PermissionError(0, "it is read-only")
    try:
        writing.renew(path, content)
    except PermissionError:
        if not there:
            raise
        # A folder that takes no new files, such as one of a single file that is mounted into a container.
        _over(path, content, "wb")


def is_plain(output: str) -> bool:
    """True for a file, or for one that is not there yet: neither a pipe nor a device.

    What /dev/stdout leads to belongs to whoever opened it, who may have written to it already.
    """
    if not os.path.exists(output):
        return True
    return stat.S_ISREG(os.stat(output).st_mode) and not os.path.abspath(output).startswith(("/dev/", "/proc/"))


def _fill(path: str, content: bytes) -> None:
    """A new file with some content; it is gone again if anything goes wrong."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(path)
        raise


def _over(path: str, content: bytes, mode: Literal["ab", "wb"]) -> None:
    with open(path, mode, opener=files.unwaiting) as file:
        file.write(content)
