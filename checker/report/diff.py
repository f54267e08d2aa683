"""A change of a file as a unified diff, as `git apply` and `patch` read it. Bytes in, bytes out: a diff has no encoding."""

from __future__ import annotations

import os
import re
from difflib import diff_bytes, unified_diff

_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]|[^\x00-\x7f]')
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_NO_NEWLINE = b"\n\\ No newline at end of file\n"


def unified(target: str, old: bytes, new: bytes) -> bytes:
    """The diff from one content of a file to another; empty where they are the same. Lines end at LF alone, as for git."""
    name = _name(target)
    lines = diff_bytes(
        unified_diff, _lines(old), _lines(new), _quoted("a/" + name), _quoted("b/" + name), lineterm=b"\n"
    )
    return b"".join(line if line.endswith(b"\n") else line + _NO_NEWLINE for line in lines)


def _lines(content: bytes) -> list[bytes]:
    parts = content.split(b"\n")
    return [part + b"\n" for part in parts[:-1]] + [part for part in parts[-1:] if part]


def _name(target: str) -> str:
    """A path as seen from the working folder, where it lies in that; else from the root."""
    here = os.path.relpath(target)
    return os.path.abspath(target).lstrip("/") if here.startswith("..") else here.replace(os.sep, "/")


def _quoted(name: str) -> bytes:
    """A name as git writes it: in quotes with C's escapes, where it has other than plain characters."""
    if not _SPECIAL.search(name):
        return os.fsencode(name) + (b"\t" if " " in name else b"")
    return b'"' + b"".join(_escaped(char) for char in name) + b'"'


def _escaped(char: str) -> bytes:
    if char in _ESCAPES:
        return _ESCAPES[char].encode()
    raw = os.fsencode(char)
    return b"".join(b"\\%03o" % byte for byte in raw) if _SPECIAL.match(char) else raw
