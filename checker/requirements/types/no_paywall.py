"""Readers do not pay for the copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from checker.acknowledgements.scene import MOST
from checker.model import Evidence
from checker.requirements.case import Case, Verdict, cant_tell, failed, not_in_source, passed, where
from checker.requirements.requirement import Requirement
from checker.requirements.words import words

_MAX_DEPTH = 4


@dataclass(frozen=True, slots=True)
class NoPaywall(Requirement):
    """Asks that the page is free: by what is declared, by its structured data, by the marks of paywalls."""

    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """What the page declares of itself decides; marks of a paywall, which may be for other articles, do not."""
        declared = case.facts.get("paywall")
        if declared is not None:
            return (
                failed("The call says that readers pay.")
                if declared
                else passed("The call says that readers do not pay.")
            )
        said = list(islice(_said(case), MOST))
        if False in {free for free, _ in said}:
            evidence = [each for free, each in said if not free]
            return failed(f"The page says of itself that it is not free ({where(evidence[0])}).", evidence)
        if said:
            return passed("The page says of itself that it is free.", [each for _, each in said])
        if marks := list(islice(_marks(case), MOST)):
            return cant_tell("paywall_suspected", f"The page has marks of a paywall ({where(marks[0])}).", marks)
        if not case.has_head:
            return not_in_source("whether readers pay")
        return passed("Nothing on the page asks readers to pay.")


def _said(case: Case) -> Iterator[tuple[bool, Evidence]]:
    for data in case.scene.page.structured:
        for value in _free(data.value, 0):
            yield value, case.scene.page.script_evidence(data, "isAccessibleForFree")


def _free(value: object, depth: int) -> Iterator[bool]:
    """What schema.org's `isAccessibleForFree` says, of the article and not of its parts."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _free(item, depth + 1)
    elif isinstance(value, Mapping):
        free = {"true": True, "false": False}.get(str(value.get("isAccessibleForFree")).lower())
        if free is not None:
            yield free
        yield from _free(value.get("@graph"), depth + 1)


def _marks(case: Case) -> Iterator[Evidence]:
    for match in case.scene.matching("paywall_notice"):
        if not match.block.hidden_by:
            yield case.evidence(match.block, match.start, match.end)
    for element in case.scene.page.root.iter():
        names = (
            f"{element.get('class') or ''} {element.get('id') or ''}".lower() if isinstance(element.tag, str) else ""
        )
        if any(mark in names for mark in words("paywalls")):
            yield case.scene.page.element_evidence(element, names.strip())
