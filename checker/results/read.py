"""Files of results -> pages, one after another: JSON reports and JSON lines, as `check`, `audit` and `scan` write them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from checker.documents import files
from checker.errors import TargetError, UsageError
from checker.model import Report
from checker.report import json
from checker.results.page import Page


@dataclass(frozen=True, slots=True)
class Results:
    """The pages of one run, each still as JSON. `created` is when it was made, `digest` the SHA-256 of its bytes."""

    name: str
    created: datetime
    digest: str
    lines: tuple[msgspec.Raw, ...]

    def pages(self) -> Iterator[tuple[Page, bytes]]:
        """Each page, and its JSON. Raises UsageError that says which one is broken, and why."""
        for number, raw in enumerate(self.lines, 1):
            try:
                yield decoded(raw), raw
            except BROKEN as error:
                raise UsageError(f"{self.name}: page {number} of it is no page of a report: {error}") from error


_DECODER = msgspec.json.Decoder(Page)
BROKEN = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What decoding raises for JSON that is no page."""


def decoded(raw: bytes) -> Page:
    """A page from its JSON. Raises one of `BROKEN`."""
    return _DECODER.decode(raw)


def of_report(report: Report) -> Results:
    """The results of a run of just now."""
    lines = [json.line(page).encode("utf-8", "backslashreplace") for page in report.pages]
    digest = hashlib.sha256(f"{report.created}\n".encode() + b"".join(lines)).hexdigest()
    return Results("this run", report.created, digest, tuple(map(msgspec.Raw, lines)))


class _Report(msgspec.Struct):
    created: datetime
    pages: list[msgspec.Raw]


class _Line(msgspec.Struct):
    target: str
    outcome: str


def read(file: Path) -> Results:
    """The results in a file. Raises TargetError where it cannot be read, UsageError where it is neither a report nor lines of one.

    Lines do not tell when they were written: the file's own time does.
    """
    try:
        content = files.whole(file)
        changed = datetime.fromtimestamp(file.stat().st_mtime, UTC).replace(microsecond=0)
    except OSError as error:
        raise unreadable(file, error) from error
    return parsed(str(file), content, changed)


def unreadable(file: Path | str, error: OSError) -> TargetError:
    """What is said of a file that cannot be read."""
    return TargetError(f"{file}: cannot be read: {error.strerror or error}")


def parsed(name: str, content: bytes, changed: datetime) -> Results:
    """The results in some bytes, which have a name and were changed at a time. Raises UsageError where they are none."""
    digest = hashlib.sha256(content).hexdigest()
    if lines := _lines(content):
        return Results(name, changed, digest, lines)
    try:
        report = msgspec.json.decode(content, type=_Report)
    except BROKEN as error:
        why = "nested too deep" if isinstance(error, RecursionError) else error
        raise UsageError(f"{name}: neither a JSON report nor JSON lines of creditline: {why}") from error
    return Results(name, report.created.astimezone(UTC), digest, tuple(report.pages))


def is_results(content: bytes) -> bool:
    """True where a file begins as results do; a list of addresses does not."""
    return content.lstrip()[:1] == b"{"


def _lines(content: bytes) -> tuple[msgspec.Raw, ...]:
    """The lines, where the first one is a page."""
    rows = [row for row in content.split(b"\n") if row.strip()]
    try:
        msgspec.json.decode(rows[0] if rows else b"", type=_Line)
    except BROKEN:
        return ()
    return tuple(map(msgspec.Raw, rows))
