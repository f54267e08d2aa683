"""No advertisement stands inside the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lxml import etree

from checker.model import Evidence
from checker.requirements.case import Case, Verdict, failed, not_in_source, passed, where
from checker.requirements.requirement import Bound, Requirement
from checker.requirements.words import words


@dataclass(frozen=True, slots=True)
class NoAdsInArticle(Requirement):
    """Warns of what looks like an advertisement between the paragraphs; whether it passes for a part of the article, a person sees."""

    BOUND: ClassVar[Bound] = Bound.WARNS
    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """Looks between the article's first and its last paragraph."""
        found = list(_ads(case))
        if found:
            return failed(f"Something between the paragraphs looks like an advertisement ({where(found[0])}).", found)
        if not case.has_head:
            return not_in_source("whether advertisements stand inside the article")
        return passed("Nothing inside the article looks like an advertisement.")


def _ads(case: Case) -> Iterator[Evidence]:
    body = case.scene.body
    if len(body) < 2:
        return
    holder = _common(body[0].element, body[-1].element)
    if holder is None:
        return
    order = {id(element): number for number, element in enumerate(holder.iter())}
    first, last = order.get(id(body[0].element), 0), order.get(id(body[-1].element), 0)
    for element in holder.iter():
        if isinstance(element.tag, str) and first < order[id(element)] < last and _is_ad(element):
            yield case.scene.page.element_evidence(element, element.get("class") or element.get("src") or "")


def _common(one: etree._Element, other: etree._Element) -> etree._Element | None:
    """The nearest element that holds both."""
    above = {id(parent) for parent in one.iterancestors()}
    return next((parent for parent in other.iterancestors() if id(parent) in above), None)


def _is_ad(element: etree._Element) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    if any(mark in name for name in named for mark in words("advertisements")):
        return True
    source = (element.get("src") or "").lower()
    return any(host in source for host in words("advertisers"))
