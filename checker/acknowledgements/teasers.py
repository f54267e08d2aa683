"""What stands on a list of a site's articles: below a title that leads to another page, words tell of the article that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from lxml import etree

from checker.documents.document import Media
from checker.page import address
from checker.page.address import Address, Target
from checker.page.host import Host
from checker.page.identity import same_page
from checker.page.page import Block, Page

_MOST = 200
"""How many headings of a page are looked at: a list of articles has tens."""
_NOWHERE = "https://page.invalid/"


@dataclass(frozen=True)
class Teasers:
    """A page's titles of other articles. A page that says nowhere which it is may be the one that its only title leads to."""

    page: Page
    host: Host
    _known: dict[etree._Element | None, bool] = field(default_factory=dict, repr=False)

    def hold(self, block: Block) -> bool:
        """True where the title above a block, in one element with it, is a link to another article of the site."""
        if self.page.document.media is not Media.HTML:
            return False
        title, holder = self._title(block)
        if title is None or holder is None:
            return False
        if holder not in self._known:
            self._known[holder] = self._leads_elsewhere(title, holder)
        return self._known[holder]

    @cached_property
    def _headings(self) -> tuple[Block, ...]:
        return tuple(islice((block for block in self.page.visible if block.is_heading), _MOST))

    @cached_property
    def _own(self) -> tuple[Address, ...]:
        """The page's own addresses, as far as they are on its site: a canonical may lead to the original."""
        said = [self.page.document.url, self.page.meta("og:url")]
        said += [each.value for each in self.page.relations if each.name == "canonical"]
        found = (address.parse(url) for url in said if url)
        return tuple(at for at in found if at and self.host.owns(at.domain) and at.target is not Target.HOME)

    def _title(self, block: Block) -> tuple[Block | None, etree._Element | None]:
        """The first heading above a block in the smallest element that holds the block and a heading above it; and that element."""
        for holder in block.element.iterancestors():
            title = self._first.get(holder)
            if title is not None and title.index < block.index:
                return title, holder
        return None, None

    @cached_property
    def _first(self) -> Mapping[etree._Element, Block]:
        """The first heading of each element that holds any."""
        first: dict[etree._Element, Block] = {}
        for heading in self._headings:
            for holder in heading.element.iterancestors():
                first.setdefault(holder, heading)
        return first

    def _leads_elsewhere(self, title: Block, holder: etree._Element) -> bool:
        href = _whole_link(title) or _link_over(title, holder)
        found = address.parse(href, self._own[0].url if self._own else _NOWHERE) if href else None
        if found is None or not found.is_article:
            return False
        if self._own:
            return self.host.owns(found.domain) and not any(_is_same(found, own) for own in self._own)
        others = {_whole_link(each) for each in self._beside(title, holder)} - {None, href}
        return found.url.startswith(_NOWHERE) and bool(others)

    def _beside(self, title: Block, holder: etree._Element) -> Iterator[Block]:
        """The headings like a title in the elements beside that which holds it, of the same kind."""
        kind, parent = (holder.tag, holder.get("class")), holder.getparent()
        for heading in self._headings:
            around = next((each for each in heading.element.iterancestors() if each.getparent() is parent), None)
            alike = around is not None and (around.tag, around.get("class")) == kind
            if alike and heading.element.tag == title.element.tag:
                yield heading


def _whole_link(heading: Block) -> str | None:
    """Where a heading leads that is nothing but a link."""
    link = next(iter(heading.links), None)
    return link.href if link and heading.text[link.start : link.end].strip() == heading.text.strip() else None


def _link_over(title: Block, holder: etree._Element) -> str | None:
    """Where a link leads that lies over a whole teaser: around its title, or empty in it and said to be of that title."""
    around = next(title.element.iterancestors("a"), None)
    if around is not None:
        return around.get("href")
    said = (link for link in holder.iterchildren("a") if title.text.strip() in link.get("aria-label", ""))
    return next((link.get("href") for link in said if not "".join(map(str, link.itertext())).strip()), None)


def _is_same(one: Address, other: Address) -> bool:
    """True for two addresses of one page; of two that end alike one may be its old one."""
    return same_page(one.url, other.url) or _last(one) == _last(other)


def _last(at: Address) -> str:
    last = at.path.strip("/").rpartition("/")[2]
    return last.rpartition(".")[0] or last
