"""Built page -> the file that it was built from, and where in that file a finding has its place."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from checker.adoption import inline
from checker.config.values import Config, Content
from checker.documents import files
from checker.errors import TargetError
from checker.model import Evidence, Finding, Outcome, PageReport, Place
from checker.page import front_matter, published, read
from checker.page.page import Page
from checker.page.text import fold

_SUFFIXES = frozenset({".md", ".markdown", ".mdx"})
_INDEX = frozenset({"index", "_index"})
_DATED = re.compile(r"(\d{4}-\d\d-\d\d)-(?=.)")
_HEAD = 64 * 1024
_SHORTEST = 3
"""Shorter words stand anywhere."""


@dataclass(frozen=True, slots=True)
class _Source:
    """What a built page's path is made of."""

    dir: str
    stem: str
    slug: str
    day: date | None
    told: str | None
    """The address that its front matter gives it."""


class Sources:
    """The sources of a site's built pages. Folders are read when the first finding on a page built from them comes."""

    def __init__(self, config: Config, today: date) -> None:
        self._contents = config.content
        self._inline = config.inline
        self._today = today

    def located(self, page: PageReport) -> PageReport:
        """The page with the places of its findings in its source, and with what the source's front matter lets pass."""
        if page.url is not None or not any(map(_is_open, page.findings)):
            return page
        source = self.source_of(page.target)
        try:
            built_from = read.read(files.read(str(source))) if source else None
        except TargetError:
            built_from = None
        if source is None or built_from is None:
            return page
        from checker.engine import outcome_of  # noqa: PLC0415  (slow to import)

        directives = list(inline.in_front_matter(built_from)) if self._inline else []
        findings = inline.applied(page.findings, directives, self._today)
        placed = tuple(replace(each, source=_place(each, built_from, _seen(source))) for each in findings)
        return replace(page, findings=placed, outcome=outcome_of(placed))

    def source_of(self, target: str) -> Path | None:
        """The file that a built page was built from, or None where none is known."""
        at = Path(os.path.abspath(target))
        for content in self._contents:
            if at.is_relative_to(content.built):
                return self._indexes[content].get(_key(at.relative_to(content.built).as_posix()))
        return None

    @cached_property
    def _indexes(self) -> Mapping[Content, Mapping[str, Path]]:
        return {content: _index(content) for content in self._contents}


def _is_open(finding: Finding) -> bool:
    return finding.outcome in {Outcome.FAILED, Outcome.CANT_TELL}


def _seen(file: Path) -> str:
    """A file as it is named from the working folder."""
    here = Path.cwd()
    return (file.relative_to(here) if file.is_relative_to(here) else file).as_posix()


def _index(content: Content) -> dict[str, Path]:
    """The sources by the paths of their built pages. What front matter says goes before what patterns make."""
    told: dict[str, Path] = {}
    made: dict[str, Path] = {}
    # Unlike a glob, a walk passes over folders that vanish meanwhile.
    for file in sorted(Path(where, name) for where, _, names in os.walk(content.source) for name in names):
        if file.suffix.lower() not in _SUFFIXES or not file.is_file():
            continue
        source = _source(file, content.source)
        for path in _told(source):
            told.setdefault(_key(path), file)
        for path in _made(source, content.permalinks):
            made.setdefault(_key(path), file)
    return made | told


def _source(file: Path, folder: Path) -> _Source:
    at = PurePosixPath(file.relative_to(folder).as_posix()).with_suffix("")
    if at.name in _INDEX:
        at = at.parent
    values = _front_matter(file)
    dated = _DATED.match(at.name)
    day = published.day(values.get("date") or (dated[1] if dated else ""))
    parent = "" if at.parent == PurePosixPath() else at.parent.as_posix()
    slug = values.get("slug") or _DATED.sub("", at.name)
    return _Source(parent, at.name, slug, day, values.get("permalink") or values.get("url"))


def _front_matter(file: Path) -> dict[str, str]:
    try:
        with open(file, "rb", opener=files.unwaiting) as content:
            head = content.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return {}
    return {entry.key: entry.value for entry in front_matter.split(head)[0]}


def _told(source: _Source) -> Iterator[str]:
    """The files that an address in front matter may stand for; one with placeholders of the builder's stands for none."""
    if not source.told or set(source.told) & set(":{"):
        return
    path = source.told.strip("/")
    yield from (path,) if PurePosixPath(path).suffix else (f"{path}/index.html", f"{path}.html")


def _made(source: _Source, patterns: tuple[str, ...]) -> Iterator[str]:
    values = {"dir": source.dir, "stem": source.stem, "slug": source.slug}
    if source.day:
        values |= dict(zip(("year", "month", "day"), source.day.isoformat().split("-"), strict=True))
    for pattern in patterns:
        try:
            yield pattern.format_map(values)
        except KeyError:  # a date that the source does not have
            continue


def _key(path: str) -> str:
    """A path as builders write it: they lower its case, and put a dash for a space."""
    return re.sub(r"/+", "/", path).strip("/").casefold().replace(" ", "-")


def _place(finding: Finding, page: Page, file: str) -> Place | None:
    """Where a source says what a finding is about; what is missing belongs at its head. None where it says no such thing."""
    if not _is_open(finding):
        return None
    if not finding.evidence:
        return Place(file, 1, 1)
    found = next((at for each in finding.evidence if (at := _found(each, page)) and at.line), None)
    return Place(file, found.line, found.column or 1) if found and found.line else None


def _found(evidence: Evidence, page: Page) -> Evidence | None:
    """Evidence from the built page, in the source: the same words, a link to the same place, or front matter that it was made of."""
    words = fold(" ".join(evidence.text.split()))
    for block in page.blocks:
        at = block.folded.replace("\n", " ").find(words) if len(words) >= _SHORTEST else -1
        if at >= 0:
            return page.text_evidence(block, at, at + len(words))
    for block in page.blocks:
        for link in block.links:
            if evidence.href and link.href == evidence.href:
                return page.text_evidence(block, link.start, link.end)
    return next(
        (page.front_matter_evidence(entry) for entry in page.front_matter if _made_of(words, entry.value)), None
    )


def _made_of(words: str, value: str) -> bool:
    """True where a theme may have made words of a value: "By Ann Writer" of "Ann Writer"."""
    return len(value) > _SHORTEST and fold(" ".join(value.split())) in words
