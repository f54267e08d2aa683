"""The page links back to the original."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import ClassVar

from checker.credit.snippets import link_snippet, source_snippet
from checker.model import Acknowledgement, Evidence, Fix, Kind
from checker.page import address
from checker.page.address import Target
from checker.page.host import name_key
from checker.page.identity import same_page
from checker.requirements.case import Case, Verdict, cant_tell, failed, passed, where, why_unseen
from checker.requirements.links import Lead, leads, leads_to, path_pattern, without_words
from checker.requirements.options import COUNT, POSITION, STRING, STRINGS, TARGET
from checker.requirements.placement import Place, placed_at
from checker.requirements.requirement import Requirement, Schema

_TEMPLATE = re.compile(r"\]\(\s*(?:\{|<%|<\?)")
"""A Markdown link, or an address written as one, that begins with code: `[Example News]({{ page.original_url }})`."""
_GOALS = {
    "article": "the original article",
    "home": "the publisher's home page",
    "article_or_home": "the original article or the publisher's home page",
    "domain": "the publisher's site",
    "author": "the author's page",
    "doi": "the article's DOI",
}
_HOMES = frozenset({"home", "article_or_home", "domain"})
_ARTICLES = frozenset({"article", "article_or_home", "domain"})
_EITHER = "article_or_home"
_MIN_LABEL = 6


@dataclass(frozen=True, slots=True)
class Way:
    """A link that will do, and its place."""

    evidence: Evidence
    at: Place | None

    @property
    def href(self) -> str:
        """Where it leads, as written."""
        return self.evidence.href or self.evidence.text


@dataclass(frozen=True, slots=True)
class LinkToOriginal(Requirement):
    """Asks for links that readers can follow: to the article itself, or what else `target` names. `path` is a pattern for the address."""

    OPTIONS: ClassVar[Schema] = {
        "target": TARGET,
        "domains": STRINGS,
        **POSITION,
        "at_least": COUNT,
        "path": STRING,
    }

    target: str = "article"
    domains: tuple[str, ...] = ()
    position: str | None = None
    within_words: int | None = None
    at_least: int = 1
    path: str | None = None

    def judge(self, case: Case) -> Verdict:
        """Passed where a usable link leads there; a link to another site's original cannot be judged from the page."""
        case = replace(case, domains=(*case.domains, *self.domains)) if self.domains else case
        right = self._right(case)
        if another := self._another(case, right):
            return another
        if len(right) >= self.at_least:
            verdict = passed(
                f"The page links to {_GOALS[self.target]}: {right[0].href}", [way.evidence for way in right]
            )
            return placed_at(case, verdict, [way.at for way in right], self.position, self.within_words)
        fix = self._fix(case)
        if right:
            message = f"The page links to {_GOALS[self.target]} {len(right)} of {self.at_least} times."
            return failed(message, [way.evidence for way in right], fix)
        return self._missing(case, fix)

    def _another(self, case: Case, right: list[Way]) -> Verdict | None:
        """What is to be said where no link leads to the original that the call tells, or all to where another text was found."""
        if self.target != "article" or not right:
            return None
        hrefs = [found.url for way in right if (found := case.scene.address(way.href))]
        if case.elsewhere and all(same_page(href, case.elsewhere) for href in hrefs):
            message = f"The page links to {right[0].href}, where another text stands; whether that is the original cannot be told."
            return cant_tell("another_page_linked", message, [way.evidence for way in right])
        told = address.parse(case.told or "")
        if told is None or not case.is_publishers(told) or any(same_page(href, told.url) for href in hrefs):
            return None
        message = f"The page links to {right[0].href}, and the original is said to be {told.url}; whether these are one cannot be told."
        return cant_tell("another_page_linked", message, [way.evidence for way in right], self._fix(case))

    def _fix(self, case: Case) -> Fix:
        if self.target == "home" and case.domains:
            home = replace(case.article, url=f"https://{case.domains[0]}/")
            return source_snippet(case.called, home, case.language)
        return link_snippet(case.called, case.article, case.language)

    def _right(self, case: Case) -> list[Way]:
        """The usable links that lead where the terms want one, in order, each once."""
        found = [Way(ack.evidence, ack.at) for ack in case.usable(Kind.LINK_TO_ORIGINAL) if _is_publishers(ack, case)]
        if self.target not in _ARTICLES:
            found = []
        if self.target in _HOMES:
            found += [Way(ack.evidence, ack.at) for ack in case.usable(Kind.LINK_TO_PUBLISHER)]
        if self.target != "article":
            # Of its articles the text may link any: only words tell which is the original.
            goal = "home" if self.target == _EITHER else self.target
            found += [Way(lead.evidence(case), lead.at) for lead in leads(case, goal)]
        ways = {(way.evidence.line, way.evidence.column, way.evidence.path): way for way in found}
        return [way for way in ways.values() if self._has_path(case, way)]

    def _has_path(self, case: Case, way: Way) -> bool:
        found = case.scene.address(way.href)
        return self.path is None or (found is not None and path_pattern(self.path).match(found.path) is not None)

    def _missing(self, case: Case, fix: Fix) -> Verdict:
        if usable := case.usable(Kind.LINK_TO_ORIGINAL):
            return self._elsewhere(case, usable, fix)
        if unclear := self._unclear(case, fix):
            return unclear
        homes = case.usable(Kind.LINK_TO_PUBLISHER)
        # A link to a home page where the article is meant is said once, with the home pages.
        said = {(home.evidence.line, home.evidence.column) for home in homes}
        unusable = [
            ack
            for ack in case.of(Kind.LINK_TO_ORIGINAL)
            if ack.hidden_by != "metadata"
            and (ack.evidence.line, ack.evidence.column) not in said
            and not _is_written_elsewhere(ack, case)
        ]
        message = _message(case, unusable, homes, _GOALS[self.target])
        return failed(message, [*unusable, *homes], fix)

    def _unclear(self, case: Case, fix: Fix) -> Verdict | None:
        """What may be the link: an address that some renderers link, what a template fills in, a link on the source's name."""
        bare = [ack for ack in case.of(Kind.LINK_TO_ORIGINAL) if ack.details.get("bare") and ack.usable]
        if bare := [ack for ack in bare if _is_publishers(ack, case)]:
            message = f"The original's address is there without a link ({where(bare[0].evidence)}); some Markdown renderers make one of it."
            return cant_tell("renderer_decides", message, bare, fix)
        sources = case.usable(Kind.SOURCE_ATTRIBUTION)
        if filled := [ack for ack in sources if _is_filled(ack, case)]:
            message = f"A template fills in where the credit's link leads ({where(filled[0].evidence)}); the built page tells."
            return cant_tell("not_in_source", message, filled)
        if further := [ack for ack in sources if _leads_further(ack, case)]:
            message = f"The source is linked to {further[0].evidence.href}; whether that is {_GOALS[self.target]} cannot be told."
            return cant_tell("another_page_linked", message, further, fix)
        if alike := [lead.evidence(case) for lead in leads(case) if self._may_be_right(lead, case)]:
            message = f"The page links to {alike[0].href} ({where(alike[0])}); whether that is {_GOALS[self.target]} cannot be told."
            return cant_tell("another_page_linked", message, alike, fix)
        if alone := [lead.evidence(case) for lead in without_words(case, self.target)]:
            message = f"The page links to {alone[0].href} ({where(alone[0])}), and no words say whether that is {_GOALS[self.target]}."
            return cant_tell("another_page_linked", message, alone, fix)
        return None

    def _may_be_right(self, lead: Lead, case: Case) -> bool:
        """True for any article of the publisher's where the terms ask for little, and for one on a site that is called like it."""
        return (self.target == _EITHER and leads_to(case, lead.address, "article")) or _leads_to_namesake(lead, case)

    def _elsewhere(self, case: Case, usable: list[Acknowledgement], fix: Fix) -> Verdict:
        if any(_is_publishers(ack, case) for ack in usable):
            message = f"The page links to {usable[0].evidence.href}, and not to {_GOALS[self.target]}; whether that will do cannot be told."
            return cant_tell("another_page_linked", message, usable, fix)
        message = f"The page links to an original at {_host(usable[0], case)}, not to {case.called}'s; whether that will do cannot be told."
        return cant_tell("another_original_linked", message, usable, fix)


def _is_publishers(ack: Acknowledgement, case: Case) -> bool:
    """True for a link into the publisher's site; any original's, where the publisher has no known domain or no rule pack."""
    if case.publisher.id is None or not case.domains:
        return True
    return case.is_publishers(case.scene.address(ack.evidence.href or ack.evidence.text))


def _leads_to_namesake(lead: Lead, case: Case) -> bool:
    """True for a link to an article on a site that is called like a publisher of whom no site is known: `fifthriver.example`."""
    # Names are compared without their article, which stands in front of a domain's: `theriver.example`.
    label = name_key(lead.address.domain.partition(".")[0]).removeprefix("the")
    if case.domains or len(label) < _MIN_LABEL or not case.scene.is_anothers_article(lead.address):
        return False
    # Behind the name may stand the issue: "Fifth River #344".
    return any(name_key(name).startswith(label) for name in case.names)


def _leads_further(ack: Acknowledgement, case: Case) -> bool:
    """True for a source that is linked to a page of another site, of whatever kind, that is no home page."""
    found = case.scene.address(ack.evidence.href or "")
    return found is not None and found.target is not Target.HOME and not case.scene.host.owns(found.domain)


def _is_filled(ack: Acknowledgement, case: Case) -> bool:
    """True for a credit in a source whose link a template fills in; on a page of the web such a thing was left behind."""
    written = f"]({ack.evidence.href}) {ack.evidence.text}"
    return case.scene.page.document.url is None and _TEMPLATE.search(written) is not None


def _is_written_elsewhere(ack: Acknowledgement, case: Case) -> bool:
    """True for an address in words that is no address of the publisher's: it says nothing of the link that is asked for."""
    return address.parse(ack.evidence.text) is not None and not _is_publishers(ack, case)


def _host(ack: Acknowledgement, case: Case) -> str:
    found = case.scene.address(ack.evidence.href or "")
    return found.host if found else "an unknown place"


def _message(case: Case, unusable: list[Acknowledgement], homes: list[Acknowledgement], goal: str) -> str:
    """What is there instead of the link, each with its place."""
    said = [_said(ack) for ack in unusable[:3]]
    if homes:
        lead = "the one real link goes" if len(homes) == 1 else f"{len(homes)} links go"
        said.append(
            f"{lead} to {_pages(case, homes)}, {homes[0].evidence.href} ({where(homes[0].evidence)}), not to the article"
        )
    if not said:
        return f"Nothing on the page links to {goal} at {case.called}."
    return f"No link leads to {goal}: {'; '.join(said)}."


def _pages(case: Case, homes: list[Acknowledgement]) -> str:
    """What the links into the publisher's site that lead to no article lead to instead."""
    places = [at for ack in homes if (at := case.scene.address(ack.evidence.href or ""))]
    home = _GOALS["home"] if any(map(case.is_publishers, places)) else "a home page"
    named = {True: home, False: "a list of the publisher's articles"}
    found = {at.target is Target.HOME for at in places} or {True}
    return " or ".join(named[is_home] for is_home in sorted(found, reverse=True))


def _said(ack: Acknowledgement) -> str:
    words, place = f"“{ack.evidence.text}”", where(ack.evidence)
    if ack.hidden_by:
        return f"the link on {words} is {why_unseen(ack)} ({place})"
    if ack.broken == "dead_link":
        goes = f"goes to “{ack.evidence.href}”" if ack.evidence.href else "is empty"
        return f"the words {words} are there, but their link {goes} ({place})"
    if ack.broken == "not_linked" or ack.details.get("bare"):
        return f"{words} is text without a link ({place})"
    return f"{words} leads to a home page ({place})"
