"""The publisher's site is not framed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from checker.acknowledgements.scene import MOST
from checker.model import Evidence
from checker.page.address import Address
from checker.requirements.case import Case, Verdict, failed, passed, where
from checker.requirements.requirement import Requirement

_FRAMES = frozenset({"iframe", "frame", "embed", "object"})
_OFFERED = frozenset({"embed", "embeds", "player", "players", "widget", "widgets"})
"""Parts of the addresses of what a site offers for frames: a card of an article, a player, a chart."""


@dataclass(frozen=True, slots=True)
class NoFraming(Requirement):
    """Asks that no frame shows a page of the publisher's; its counters and its players are no pages."""

    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """Fails for a frame with an article or the home page in it."""
        found = list(islice(_framed(case), MOST))
        if found:
            return failed(f"A frame shows {case.called}'s site: {found[0].href} ({where(found[0])}).", found)
        return passed(f"No frame shows {case.called}'s site.")


def _framed(case: Case) -> Iterator[Evidence]:
    counters = case.scene.directory.counters
    for resource in case.scene.page.resources:
        if resource.element.tag not in _FRAMES or resource.hidden_by:
            continue
        found = case.scene.address(resource.url)
        if found and case.is_publishers(found) and not counters.owner(found) and _is_page(found, case):
            yield case.scene.page.element_evidence(resource.element, "", found.url)


def _is_page(found: Address, case: Case) -> bool:
    """True on the publisher's own hosts; a player or a chart has one of its own (`charts.news.example`), or says so."""
    return found.host in case.domains and not _OFFERED.intersection(found.path.lower().split("/"))
