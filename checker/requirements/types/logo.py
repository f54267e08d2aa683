"""The publisher's logo is shown with the credit, or must not be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lxml import etree

from checker.acknowledgements.scene import MOST
from checker.model import Evidence
from checker.page.host import name_key
from checker.page.page import Resource
from checker.page.text import fold
from checker.requirements.case import Case, Verdict, cant_tell, failed, passed, where
from checker.requirements.links import leads_to
from checker.requirements.options import STRINGS, TARGET
from checker.requirements.requirement import Requirement, Schema

_IMAGES = frozenset({"img", "amp-img", "object", "embed"})
# "logo" begins a word, also one of a camel's: a `dialogo` is none.
_LOGO = re.compile(r"(?<![^\W\d_])(?i:logo)|Logo")


@dataclass(frozen=True, slots=True)
class Logo(Requirement):
    """Asks for an image that its address or its alternative text shows to be the publisher's logo. `link` is what it leads to."""

    FORBIDDABLE: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {"hints": STRINGS, "link": TARGET}

    hints: tuple[str, ...] = ()
    link: str | None = None
    forbidden: bool = False

    def judge(self, case: Case) -> Verdict:
        """An image says little of what it shows, so a missing logo is no certain failure: another image may be it."""
        found = list(self._logos(case))
        evidence = [case.scene.page.element_evidence(image.element, image.url, image.url) for image in found[:MOST]]
        if self.forbidden:
            return _forbidden(case, evidence)
        if not found:
            return _unseen(case)
        if self.link and not any(_links(case, image.element, self.link) for image in found):
            return failed(
                f"The logo is there, and links to something else than asked ({where(evidence[0])}).", evidence
            )
        return passed("The publisher's logo is shown.", evidence)

    def _logos(self, case: Case) -> Iterator[Resource]:
        for resource in case.scene.page.resources:
            if resource.element.tag in _IMAGES and not resource.hidden_by and self._is_logo(case, resource):
                yield resource

    def _is_logo(self, case: Case, image: Resource) -> bool:
        words = f"{image.url} {image.element.get('alt') or ''} {image.element.get('title') or ''}"
        if any(fold(hint) in fold(words) for hint in self.hints):
            return True
        on_site = case.is_publishers(case.scene.address(image.url))
        named = any(len(name_key(name)) > 2 and name_key(name) in name_key(words) for name in case.names)
        return _LOGO.search(words) is not None and (on_site or named)


def _forbidden(case: Case, found: list[Evidence]) -> Verdict:
    if found:
        return failed(f"The page shows {case.called}'s logo ({where(found[0])}).", found)
    return passed(f"Nothing on the page is known for {case.called}'s logo.")


def _unseen(case: Case) -> Verdict:
    page = case.scene.page
    images = {each.element for each in page.resources if each.element.tag in _IMAGES and _is_seen(each)}
    images.update(page.root.iter("svg"))
    if images:
        message = (
            f"No image is known for {case.called}'s logo by its address or its text; one of {len(images)} may be it."
        )
        return cant_tell("image_unknown", message)
    return failed(f"The page does not show {case.called}'s logo.")


def _is_seen(image: Resource) -> bool:
    """A picture of one pixel counts readers; it shows them nothing."""
    return not image.hidden_by and not {image.element.get("width"), image.element.get("height")} & {"0", "1"}


def _links(case: Case, image: etree._Element, target: str) -> bool:
    hrefs = (link.get("href") or "" for link in image.iterancestors("a"))
    return any((found := case.scene.address(href)) and leads_to(case, found, target) for href in hrefs)
