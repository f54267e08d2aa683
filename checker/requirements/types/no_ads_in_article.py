"""No advertisement stands inside the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import ClassVar

from lxml import etree

from checker.acknowledgements.scene import MOST
from checker.model import Evidence
from checker.page import address
from checker.page.address import Address
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
        found = list(islice(_ads(case), MOST))
        if found:
            return failed(f"Something between the paragraphs looks like an advertisement ({where(found[0])}).", found)
        if not case.has_head:
            return not_in_source("whether advertisements stand inside the article")
        return passed("Nothing inside the article looks like an advertisement.")


def _ads(case: Case) -> Iterator[Evidence]:
    body = case.scene.layout.body
    if len(body) < 2:
        return
    for element in _between(case.scene.page.root, body[0].element, body[-1].element):
        if isinstance(element.tag, str) and _is_ad(element):
            yield case.scene.page.element_evidence(element, element.get("class") or element.get("src") or "")


def _between(root: etree._Element, first: etree._Element, last: etree._Element) -> Iterator[etree._Element]:
    """The elements behind one and before another, in the order of the page."""
    inside = False
    for element in root.iter():
        if element is last:
            return
        if inside:
            yield element
        inside = inside or element is first


def _is_ad(element: etree._Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if _marks().search(names):
        return True
    source = address.parse(element.get("src") or "")
    return source is not None and any(_is_at(source, place) for place in words("advertisers"))


@cache
def _marks() -> re.Pattern[str]:
    """Marks as whole words of a name: `ad-unit` is none in `head-unit`, nor is `inline-ad` in `inline-address`."""
    ends = {mark: r"s?(?![a-z])" if mark.endswith("-ad") else "" for mark in words("advertisements")}
    return re.compile("|".join(rf"(?<![a-z0-9]){re.escape(mark)}{end}" for mark, end in ends.items()))


def _is_at(source: Address, place: str) -> bool:
    host, _, path = place.partition("/")
    return address.is_within(source.host, host) and source.path.startswith(f"/{path}")
