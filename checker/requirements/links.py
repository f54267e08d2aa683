"""The links of a page by what they lead to: the article, the publisher's home page, its site, an author's page, a DOI."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from checker.acknowledgements.standing import is_listed
from checker.model import Evidence, Kind
from checker.page.address import Address, Target, is_within
from checker.page.identity import same_page
from checker.page.page import Block, Link
from checker.requirements.case import Case
from checker.terms.patterns import Pattern

_DOI_HOSTS = ("doi.org", "dx.doi.org")
_PICTURES = ("img", "svg", "picture")
_SHORT = 240


@dataclass(frozen=True, slots=True)
class Lead:
    """A link of the article with where it leads."""

    block: Block
    link: Link
    address: Address

    @property
    def text(self) -> str:
        """The words that are linked."""
        return self.block.text[self.link.start : self.link.end]

    @property
    def at(self) -> tuple[int, int]:
        """Its place."""
        return self.block.index, self.link.start

    def evidence(self, case: Case) -> Evidence:
        """Where it stands; of a link without words, its element."""
        if self.link.start == self.link.end:
            return case.scene.page.element_evidence(self.link.element, "", self.link.href)
        return case.evidence(self.block, self.link.start, self.link.end, self.link.href)


def leads(case: Case, target: str | None = None) -> Iterator[Lead]:
    """The links that readers see where credits stand, in order; those to a target alone if one is given."""
    for block in case.scene.article:
        for link in block.links:
            found = None if link.hidden_by else case.scene.address(link.href)
            if found and (target is None or leads_to(case, found, target)):
                yield Lead(block, link, found)


def without_words(case: Case, target: str) -> Iterator[Lead]:
    """The links at an edge of the article that may lead to a target though no words say so; in no list, where other articles stand.

    They are all of a line, or a picture. Where nobody knows the publisher's site, those to any other site's articles are meant, and where
    nobody knows its name either, also those in a short block.
    """
    unknown = target == "article" and not case.domains and case.original is None
    stands = _stands_briefly if unknown and case.publisher.name is None else _stands_alone
    near = _others(case) if unknown else leads(case, target)
    yield from (lead for lead in near if _is_at_edge(case, lead.block) and stands(lead))


def _others(case: Case) -> Iterator[Lead]:
    """The links to other sites' articles that stand in no byline."""
    bylines = {ack.at[0] for ack in case.of(Kind.AUTHOR_CREDIT) if ack.at}
    for lead in leads(case):
        if case.scene.is_anothers_article(lead.address) and lead.block.index not in bylines:
            yield lead


def _is_at_edge(case: Case, block: Block) -> bool:
    return case.scene.at_edge(block) and not is_listed(block)


def _stands_briefly(lead: Lead) -> bool:
    return len(lead.block.text) <= _SHORT


def _stands_alone(lead: Lead) -> bool:
    start, end = lead.block.line_at(lead.link.start)
    return _is_picture(lead.link) if not lead.text.strip() else 2 * len(lead.text) > end - start


def _is_picture(link: Link) -> bool:
    return next(link.element.iter(*_PICTURES), None) is not None


def leads_to(case: Case, found: Address, target: str) -> bool:
    """Whether an address is the article, the publisher's home page, any page of its site, an author's page or a DOI."""
    return _TARGETS[target](case, found)


@lru_cache(maxsize=256)
def path_pattern(path: str) -> Pattern:
    """A pattern for the paths of addresses: `/questions/{id}` also has longer ones; `{id}` is one part, `*` anything."""
    return Pattern(path.rstrip("/"), part="[^/]+", anything=".*", end=r"(?:/|\z)")


def _is_article(case: Case, found: Address) -> bool:
    if case.original and case.original.url and same_page(found.url, case.original.url):
        return True
    return case.is_publishers(found) and found.is_article and not found.is_profile


def _is_home(case: Case, found: Address) -> bool:
    return case.is_publishers(found) and found.target is Target.HOME


def _is_doi(case: Case, found: Address) -> bool:
    return any(is_within(found.host, host) for host in _DOI_HOSTS) or "/10." in found.path


_TARGETS: Mapping[str, Callable[[Case, Address], bool]] = {
    "article": _is_article,
    "home": _is_home,
    "article_or_home": lambda case, found: _is_article(case, found) or _is_home(case, found),
    "domain": lambda case, found: case.is_publishers(found),
    "author": lambda case, found: case.is_publishers(found) and found.is_profile,
    "doi": _is_doi,
}
