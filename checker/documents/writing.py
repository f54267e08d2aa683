"""A file's new content, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat

from checker.errors import TargetError


def replace(target: str, before: bytes, after: bytes) -> None:
    """Gives a file new content in one step: whoever reads it meanwhile sees the old one or the new one.

    A symbolic link stays one, and what it leads to changes; the mode stays, and the owner where that may be. Raises TargetError where
    the file must not be written, or no longer has the content `before`.
    """
    path = os.path.realpath(target)
    try:
        mode = os.stat(path).st_mode
        if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
            raise TargetError("cannot be written: it is read-only", "unwritable")
        _check(path, before)
        renew(path, after)
    except OSError as error:
        raise TargetError(f"cannot be written: {error.strerror or error}", "unwritable") from error


def _check(path: str, before: bytes) -> None:
    with open(path, "rb") as file:
        if file.read() != before:
            raise TargetError("cannot be written: it was changed meanwhile", "changed")


def renew(path: str, content: bytes) -> None:
    """By a new file beside the old one, if there is one, that takes its name when it is whole and on the disk.

    It is gone if anything goes wrong. Raises OSError.
    """
    folder = os.path.dirname(path)
    beside = os.path.join(folder, f".creditline-{os.urandom(8).hex()}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            if os.path.exists(path):
                _as_old(file.fileno(), os.stat(path))
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
    _settle(folder)


def _as_old(handle: int, old: os.stat_result) -> None:
    """The old file's owner, where it may be given, and its mode."""
    with contextlib.suppress(OSError):
        os.fchown(handle, old.st_uid, old.st_gid)
    os.fchmod(handle, stat.S_IMODE(old.st_mode))


def _settle(folder: str) -> None:
    """Puts the new name on the disk, where the file system can be asked to."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
