"""The publisher's page counter is on the page, with the article's own id."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.acknowledgements.scene import MOST
from checker.credit.snippets import counter_snippet
from checker.model import Evidence, Fix, Kind
from checker.page.page import Resource
from checker.requirements.case import Case, Verdict, cant_tell, failed, not_in_source, passed, unseen, where, why_unseen
from checker.requirements.options import STRING, one_of, some_of
from checker.requirements.placement import Place, placed_at
from checker.requirements.requirement import Requirement, Schema
from checker.terms.counters import key, pattern

_ELEMENTS = ("img", "script", "iframe")
_COPIED = "The page counter does not reach the publisher: a proxy or the host itself delivers a copy of it ({})."


@dataclass(frozen=True, slots=True)
class PageCounter(Requirement):
    """Asks for an element that loads an address like `src`, in which `{id}` is the id that `article`, the article's address, has too.

    `load` is the address that a new element loads, where `src` has gaps. Without `src`, where the terms ask for a counter and do not
    show it, any counter of the publisher's will do.
    """

    OPTIONS: ClassVar[Schema] = {
        "src": STRING,
        "load": STRING,
        "article": STRING,
        "elements": some_of(_ELEMENTS),
        "position": one_of("top", "bottom", "top_or_bottom"),
    }

    src: str | None = None
    load: str | None = None
    article: str | None = None
    elements: tuple[str, ...] = ()
    position: str | None = None

    def judge(self, case: Case) -> Verdict:
        """What is not loaded counts nobody: inside a comment, a template or <noscript>."""
        if self.src is None:
            return self._any(case)
        found = list(self._counters(case, self.src))
        loaded = [each for each in found if not each.hidden_by]
        known = self._article_id(case)
        if right := [each for each in loaded if known is None or self._id(case, each) in {None, known}]:
            return self._placed(case, passed("The publisher's page counter is there.", self._evidence(case, right)))
        fix = self._fix(known)
        if loaded:
            wrong = self._evidence(case, loaded)
            other = self._id(case, loaded[0])
            message = (
                f"The page counter is another article's: its id is {other}, the article's {known} ({where(wrong[0])})."
            )
            return failed(message, wrong, fix)
        if found:
            lost = self._evidence(case, found)
            return failed(
                f"The page counter is not loaded: it is {unseen(found[0].hidden_by or '')} ({where(lost[0])}).",
                lost,
                fix,
            )
        if copied := [ack for ack in case.of(Kind.PAGE_COUNTER) if ack.broken and not ack.hidden]:
            return failed(_COPIED.format(where(copied[0].evidence)), copied, fix)
        return self._missing(case, fix)

    def _missing(self, case: Case, fix: Fix | None) -> Verdict:
        if not case.has_head:
            return not_in_source("whether the publisher's counter is loaded")
        if any(script.element.tag == "script" for script in case.scene.page.resources) and self.elements == ("script",):
            return cant_tell(
                "loaded_by_script", "The counter is not in the page's source; another script may load it.", (), fix
            )
        return failed("The publisher's page counter is not on the page.", (), fix)

    def _counters(self, case: Case, src: str) -> Iterator[Resource]:
        wanted = pattern(src)
        for resource in case.scene.page.resources:
            found = case.scene.address(resource.url)
            # What a comment holds is no element any more.
            right = self._may_load(resource.element.tag) or resource.hidden_by == "comment"
            if found and right and wanted.match(key(found.url)):
                yield resource

    def _may_load(self, tag: object) -> bool:
        """True for the elements that the terms show; where an image will do, for any: it only asks for its address."""
        return not self.elements or "img" in self.elements or tag in self.elements

    def _id(self, case: Case, resource: Resource) -> str | None:
        found = case.scene.address(resource.url)
        match = pattern(self.src or "").match(key(found.url)) if found else None
        return match.groupdict().get("id") if match else None

    def _article_id(self, case: Case) -> str | None:
        """The id in the article's address: of the original, else of what the page links to as such; its text may link others."""
        if self.article is None:
            return None
        known = [case.article.url] if case.article.url else []
        told = (ack.evidence.href for ack in case.usable(Kind.LINK_TO_ORIGINAL))
        for url in (*known, *(at.url for href in told if href and (at := case.scene.address(href)))):
            match = pattern(self.article).match(key(url))
            if match and match.groupdict().get("id"):
                return str(match["id"])
        return None

    def _evidence(self, case: Case, found: list[Resource]) -> list[Evidence]:
        return [case.scene.page.element_evidence(each.element, "", each.url, each.attribute) for each in found[:MOST]]

    def _fix(self, known: str | None) -> Fix | None:
        """The element itself, where its whole address is known."""
        src = (self.load or self.src or "*").replace("{id}", known or "{id}")
        return None if "*" in src or "{" in src else counter_snippet(src, (self.elements or _ELEMENTS)[0])

    def _any(self, case: Case) -> Verdict:
        found = case.of(Kind.PAGE_COUNTER)
        loaded = [ack for ack in found if not ack.hidden]
        if right := [ack for ack in loaded if not ack.broken]:
            return self._placed(case, passed("A page counter of the publisher's is there.", right))
        if loaded:
            return failed(_COPIED.format(where(loaded[0].evidence)), loaded)
        if found:
            return failed(
                f"The page counter is not loaded: it is {why_unseen(found[0])} ({where(found[0].evidence)}).", found
            )
        if not case.has_head:
            return not_in_source("whether the publisher's counter is loaded")
        return cant_tell(
            "counter_unknown", f"No page counter of {case.called}'s is known; what it looks like, the terms do not say."
        )

    def _placed(self, case: Case, verdict: Verdict) -> Verdict:
        return placed_at(case, verdict, [_place(case, each) for each in verdict.evidence], self.position, None)


def _place(case: Case, counter: Evidence) -> Place | None:
    """Behind the last block of the article that starts before it; None where its place in the source is not known."""
    if counter.line is None:
        return None
    at = counter.line, counter.column or 0
    body = case.scene.layout.body
    before = bisect_right(body, at, key=lambda block: _start(case.evidence(block, 0, 1)))
    return (body[before - 1].index, len(body[before - 1].text)) if before else (0, 0)


def _start(evidence: Evidence) -> tuple[int, int]:
    return evidence.line or 0, evidence.column or 0
