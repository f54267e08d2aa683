"""A report as a code host wants it: with paths from the top of the repository, whatever folder and whatever way they were given."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from html import unescape
from pathlib import Path

from checker.cli.options import Format
from checker.documents.files import is_page
from checker.model import Finding, Listed, PageReport, Report
from checker.run import is_address

FORMATS = frozenset({Format.SARIF, Format.JUNIT, Format.GITHUB, Format.GITLAB, Format.MARKDOWN})
"""The formats that a code host or a CI reads."""
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_LARGEST = 64 * 1024 * 1024
_ROOM = 1024 * 1024  # GitHub refuses a larger summary of one step


def within(report: Report, targets: Iterable[str]) -> Report:
    """The report with its files as paths from the top of the repository, and with the lists among the targets that name its pages."""
    top = _top(Path.cwd())
    lines: Mapping[str, Listed] = {}
    if any(is_address(page.target) for page in report.pages):
        lines = {url: line for target in reversed(list(targets)) for url, line in _lines(target, top)}
    return replace(report, pages=tuple(_placed(page, top, lines) for page in report.pages))


def summarise(report: Report) -> None:
    """Appends the report to the summary of a GitHub Actions step, where there is one, as far as it has room."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    from checker.report import markdown  # noqa: PLC0415  (only there)

    with suppress(OSError), open(file, "ab") as summary:
        summary.write(markdown.write(report, _ROOM - summary.tell()).encode("utf-8", "backslashreplace"))


def _placed(page: PageReport, top: Path, lines: Mapping[str, Listed]) -> PageReport:
    if is_address(page.target):
        return replace(page, listed=lines.get(page.target))
    if page.target == "-":
        return page
    findings = tuple(_sourced(finding, top) for finding in page.findings)
    return replace(page, target=_path(page.target, top), findings=findings)


def _sourced(finding: Finding, top: Path) -> Finding:
    """A finding whose source is named from the top of the repository, too."""
    place = finding.source
    return replace(finding, source=replace(place, file=_path(place.file, top))) if place else finding


def _path(name: str, top: Path) -> str:
    """A file from the top of its repository, with forward slashes; one that lies elsewhere has its whole path."""
    file = Path(os.path.abspath(name))
    return file.relative_to(top).as_posix() if file.is_relative_to(top) else file.as_posix()


def _top(folder: Path) -> Path:
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)


def _lines(target: str, top: Path) -> Iterator[tuple[str, Listed]]:
    """The addresses in a list of pages, each with its first line there."""
    file = Path(target)
    if is_address(target) or is_page(target) or not file.is_file() or file.stat().st_size > _LARGEST:
        return
    seen: set[str] = set()
    with open(file, encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            for url in set(_ADDRESS.findall(unescape(line))) - seen:
                seen.add(url)
                yield url, Listed(_path(target, top), number)
