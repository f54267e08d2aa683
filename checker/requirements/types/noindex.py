"""Search engines are kept out of the copy, or are let in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import ClassVar

from checker.acknowledgements.scene import MOST
from checker.credit.snippets import noindex_snippet
from checker.model import Evidence
from checker.page.page import Page
from checker.requirements.case import Case, Verdict, failed, not_in_source, passed, where
from checker.requirements.requirement import Requirement

_ROBOTS = frozenset({"robots", "googlebot", "bingbot"})
_WORDS = frozenset({"noindex", "none"})
_VALUED = frozenset({"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"})
"""Rules that have a value, which no robot's name is."""
_WEEKDAY = re.compile(r"(unavailable_after:)\s*[a-z]+\s*,")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Noindex(Requirement):
    """Asks for `noindex` in a robots meta element or the X-Robots-Tag header; with `must_not`, that there is none."""

    FORBIDDABLE: ClassVar[bool] = True

    forbidden: bool = False

    def judge(self, case: Case) -> Verdict:
        """Told by the built page alone: a Markdown source gets its robots element from its theme."""
        found = list(islice(kept_out(case.scene.page), MOST))
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
        if meta.name in _ROBOTS and _shuts(meta.value):
            yield page.element_evidence(meta.element, meta.value, None, meta.attribute)
    # Each header has robots of its own, so several are kept on lines of their own.
    for header in page.headers.get("x-robots-tag", "").splitlines():
        if _shuts(header):
            yield Evidence(header, path="/header/x-robots-tag")


def _shuts(value: str) -> bool:
    """True where all robots or a known one are asked to stay out, or were asked to from a day on that has come."""
    return any(
        (name == "unavailable_after" and _is_past(more)) or not _WORDS.isdisjoint(name.split())
        for robot, name, more in _rules(value)
        if not robot or robot in _ROBOTS
    )


def _rules(value: str) -> Iterator[tuple[str, str, str]]:
    """(robot, rule, its value): a robot's name goes for the rules behind it, up to the next name."""
    robot = ""
    for part in _WEEKDAY.sub(r"\1", value.lower()).split(","):
        name, _, more = map(str.strip, part.partition(":"))
        if ":" in part and name not in _VALUED:
            robot = name
            name, _, more = map(str.strip, more.partition(":"))
        yield robot, name, more


def _is_past(text: str) -> bool:
    """True for a day that has come, as HTTP and ISO 8601 write it."""
    try:
        when = datetime.fromisoformat(text) if _ISO.match(text) else parsedate_to_datetime(text)
    except (ValueError, IndexError):
        return False
    return (when if when.tzinfo else when.replace(tzinfo=UTC)) <= datetime.now(UTC)
