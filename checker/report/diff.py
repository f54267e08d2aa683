"""A change of a file as a unified diff, as `git apply` and `patch` read it. Bytes in, bytes out: a diff has no encoding."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]|[^\x00-\x7f]')
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_NO_NEWLINE = b"\n\\ No newline at end of file\n"
_CONTEXT = 3
_AHEAD = 500
"""How many lines ahead the place is looked for from which on two contents are the same again."""


class _Change(NamedTuple):
    """The lines from `start` to before `end` of the old content become those from `begin` to before `until` of the new one."""

    start: int
    end: int
    begin: int
    until: int


def unified(target: str, old: bytes, new: bytes) -> bytes:
    """The diff from one content of a file to another; empty where they are the same. Lines end at LF alone, as for git."""
    if old == new:
        return b""
    name = _name(target)
    head = [b"--- " + _quoted("a/" + name) + b"\n", b"+++ " + _quoted("b/" + name) + b"\n"]
    before, after = _lines(old), _lines(new)
    lines = [*head, *(line for hunk in _hunks(before, after) for line in _shown(hunk, before, after))]
    return b"".join(line if line.endswith(b"\n") else line + _NO_NEWLINE for line in lines)


def _lines(content: bytes) -> list[bytes]:
    parts = content.split(b"\n")
    return [part + b"\n" for part in parts[:-1]] + [part for part in parts[-1:] if part]


def _hunks(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[list[_Change]]:
    """The changes; those that share a line of context together."""
    hunk: list[_Change] = []
    for change in _changes(old, new):
        if hunk and change.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    yield hunk


def _changes(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[_Change]:
    """Where two contents differ, of which the new one has little more than the old one: a walk along both, line by line.

    A general comparison takes time that grows with the square of the lines, or gives up on lines that are frequent.
    """
    start = begin = 0
    while start < len(old) or begin < len(new):
        if start < len(old) and begin < len(new) and old[start] == new[begin]:
            start, begin = start + 1, begin + 1
            continue
        end, until = _same_again(old, new, start, begin)
        yield _Change(start, end, begin, until)
        start, begin = end, until


def _same_again(old: Sequence[bytes], new: Sequence[bytes], start: int, begin: int) -> tuple[int, int]:
    """The nearest places from which on the contents are the same for a while, with at most one old line gone."""
    for ahead in range(_AHEAD):
        for gone in (0, 1):
            end, until = start + gone, begin + ahead
            wanted = old[end : end + _CONTEXT]
            if end <= len(old) and until <= len(new) and new[until : until + _CONTEXT] == wanted and ahead + gone:
                return end, until
    return _compared(old, new, start, begin)


def _compared(old: Sequence[bytes], new: Sequence[bytes], start: int, begin: int) -> tuple[int, int]:
    """The same for contents that differ more."""
    found = SequenceMatcher(None, old[start:], new[begin:]).find_longest_match()
    return (start + found.a, begin + found.b) if found.size else (len(old), len(new))


def _shown(hunk: Sequence[_Change], old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[bytes]:
    first, last = hunk[0], hunk[-1]
    start = max(0, first.start - _CONTEXT)
    begin = first.begin - (first.start - start)
    end = min(len(old), last.end + _CONTEXT)
    until = last.until + end - last.end
    yield f"@@ -{_range(start, end)} +{_range(begin, until)} @@\n".encode()
    at = start
    for change in hunk:
        yield from (b" " + line for line in old[at : change.start])
        yield from (b"-" + line for line in old[change.start : change.end])
        yield from (b"+" + line for line in new[change.begin : change.until])
        at = change.end
    yield from (b" " + line for line in old[at:end])


def _range(start: int, end: int) -> str:
    """Lines as a diff counts them: an empty stretch is named by the line before it."""
    if end - start == 1:
        return str(start + 1)
    return f"{start + 1 if end > start else start},{end - start}"


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
