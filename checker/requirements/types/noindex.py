"""Search engines are kept out of the copy, or are let in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import noindex_snippet
from checker.model import Evidence
from checker.page.page import Page
from checker.requirements.case import Case, Verdict, failed, not_in_source, passed, where
from checker.requirements.requirement import Requirement

_ROBOTS = frozenset({"robots", "googlebot", "bingbot"})
_WORDS = frozenset({"noindex", "none"})


@dataclass(frozen=True, slots=True)
class Noindex(Requirement):
    """Asks for `noindex` in a robots meta element or the X-Robots-Tag header; with `must_not`, that there is none."""

    FORBIDDABLE: ClassVar[bool] = True

    forbidden: bool = False

    def judge(self, case: Case) -> Verdict:
        """Told by the built page alone: a Markdown source gets its robots element from its theme."""
        found = list(kept_out(case.scene.page))
        if self.forbidden:
            if found:
                return failed(f"Search engines are kept out of the page ({where(found[0])}).", found)
            return (
                passed("Search engines are let in.")
                if case.has_head
                else not_in_source("whether search engines are let in")
            )
        if found:
            return passed("Search engines are kept out of the page.", found)
        if not case.has_head:
            return not_in_source("whether search engines are let in")
        return failed("Search engines are let in.", (), noindex_snippet())


def kept_out(page: Page) -> Iterator[Evidence]:
    """Where a page asks search engines to stay out."""
    for meta in page.metas:
        if meta.name in _ROBOTS and _WORDS & _words(meta.value):
            yield page.element_evidence(meta.element, meta.value, None, meta.attribute)
    header = page.headers.get("x-robots-tag", "")
    if _WORDS & _words(header):
        yield Evidence(header, path="/header/x-robots-tag")


def _words(value: str) -> set[str]:
    """What is asked of all robots or of a known one: `max-image-preview: none` and `otherbot: noindex` ask for nothing here."""
    said = (part.rpartition(":") for part in value.lower().split(","))
    return {word for robot, _, asked in said if not robot or robot.strip() in _ROBOTS for word in asked.split()}
