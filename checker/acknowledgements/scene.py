"""What every observer looks at: the page, its host, and the wordings found on it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, wraps
from itertools import takewhile
from typing import Any, TypeVar

from checker.acknowledgements.layout import AROUND, EDGE, Layout
from checker.acknowledgements.licence_families import families
from checker.acknowledgements.likeness import KnownNotices
from checker.acknowledgements.standing import sentence
from checker.acknowledgements.teasers import Teasers
from checker.documents.document import Media
from checker.model import Acknowledgement, Publisher
from checker.page import address
from checker.page.address import Address
from checker.page.host import Host
from checker.page.page import Block, Page, Region
from checker.page.text import fold, is_ideographic, language_of_script
from checker.terms.directory import Directory
from checker.wording.spotting import Spotter, has_any
from checker.wording.wordings import Language, Match, Wordings

_POINTER = 240
_NOTES = frozenset({Region.SIDEBAR, Region.FOOTER})
_CODE = frozenset({"pre", "code", "samp", "kbd"})
_COLONS = (":", "：")
_COLON = re.compile(r"[:：](?=\s|$)")
_NOT_FAR = 80
_CITED = 2
_QUOTE = re.compile(r"(?:[「『“«‘]|(?<=[\s(])[\"'])$")
_COMMA = re.compile(r"[,;，；](?!\d)")
_NEAR_ABOVE = 12
MOST = 300
"""How many pieces of evidence of each kind are kept: nobody credits a work more often, but a hostile page might."""
Seen = TypeVar("Seen")


@dataclass(frozen=True)
class Scene:
    """A page with all that is needed to see what it credits. Made once a page; observers only read it."""

    page: Page
    host: Host
    wordings: Wordings
    directory: Directory
    notices: KnownNotices = field(default_factory=KnownNotices)
    matches: tuple[Match, ...] = field(default=())

    @cached_property
    def looks(self) -> dict[Callable[[Scene], Any], Any]:
        """What looks have seen that are taken once."""
        return {}

    @cached_property
    def base(self) -> str | None:
        """What relative links are relative to."""
        if self.page.base and address.parse(self.page.base, self.page.document.url):
            return self.page.base
        return self.page.document.url

    @cached_property
    def article(self) -> tuple[Block, ...]:
        """The visible blocks that a credit may stand in, in order."""
        return tuple(block for block in self.page.visible if self._is_article(block))

    @cached_property
    def layout(self) -> Layout:
        """Where the text stands among them."""
        return Layout(self.page, self.article)

    @cached_property
    def spots(self) -> Mapping[str, tuple[Block, ...]]:
        """The blocks where credits stand that hold words of a kind: `copyright`, `pointer`, `licence`, `agency`, `notice`."""
        words = _spotter(self.wordings, self.directory, self.notices)
        return words.spot([block for block in self.page.blocks if self._carries_credits(block)])

    def spotted(self, kind: str) -> tuple[Block, ...]:
        """The blocks that hold a word of a kind, in order. Of hundreds of words a page has few, so this is where observers look."""
        return self.spots.get(kind, ())

    @cached_property
    def edges(self) -> tuple[Block, ...]:
        """The blocks at either end of the article that readers see."""
        return tuple(block for block in self.article if self.at_edge(block))

    @property
    def is_stub(self) -> bool:
        """True for a Markdown source with front matter and no text but where an article stands: an entry of a list."""
        above = self.page.front_matter_texts
        is_source = self.page.document.media is Media.MARKDOWN and bool(self.page.front_matter)
        texts = [block for block in self.page.visible if block.index >= above and block.text.strip()]
        return is_source and (not texts or (len(texts) == 1 and self._only_points(texts[0])))

    def _only_points(self, block: Block) -> bool:
        """True for one short sentence that says where an article stands, and links it."""
        kinds = {match.phrase.kind for match in self.matches_in(block)}
        said = bool(block.links) and not kinds.isdisjoint({"source_attribution", "original_link"})
        return said and len(block.text) <= _POINTER and sentence(block, 0)[1] >= len(block.text.rstrip())

    @cached_property
    def own_bylines(self) -> tuple[Block, ...]:
        """The article without what are other articles' bylines: those of teasers, and far below the text where one stands above it."""
        first, last = self.layout.prose
        titled = any(block.region is Region.BYLINE and block.index <= first for block in self.article)

        def is_other(block: Block) -> bool:
            return (titled and block.index > last + EDGE) or self.in_teaser(block)

        return tuple(block for block in self.article if block.region is not Region.BYLINE or not is_other(block))

    @cached_property
    def _demands(self) -> dict[int, list[int]]:
        """Where demands start, by block."""
        found: dict[int, list[int]] = {}
        for match in self.matches:
            if match.phrase.kind == "demand" and not _is_linked_name(match):
                found.setdefault(match.block.index, []).append(match.start)
        return found

    @cached_property
    def is_digest(self) -> bool:
        """True where the article says at its edge that it sums up another text."""
        return any(match.phrase.kind == "digest_note" and self.at_edge(match.block) for match in self.matches)

    @cached_property
    def language(self) -> Language:
        """The wordings of the page's language: of the declared one but where its text is in a script of another's, else of English."""
        declared = self.wordings.of(self.page.language)
        written = language_of_script(self.layout.body[0].text) if self.layout.body else None
        spaced = not any(is_ideographic(work[0]) for work in declared.works)
        return self.wordings.of(written) if written and spaced else declared

    def address(self, href: str) -> Address | None:
        """Where a link leads, or None where it leads to no page."""
        return address.parse(href, self.base)

    def is_anothers_article(self, found: Address | None) -> bool:
        """True for an article on another site, and no person's page there."""
        return found is not None and found.is_article and not (found.is_profile or self.host.owns(found.domain))

    @cached_property
    def _matches(self) -> Mapping[int, list[Match]]:
        found: dict[int, list[Match]] = {}
        for match in self.matches:
            found.setdefault(match.block.index, []).append(match)
        return found

    def matches_in(self, block: Block) -> Sequence[Match]:
        """The matches in a block, in their order."""
        return self._matches.get(block.index, ())

    def matches_from(self, block: Block, start: int, end: int) -> Sequence[Match]:
        """The matches in a block that start in a stretch of it: a paragraph of thousands is looked at for each of them."""
        found = self.matches_in(block)
        first, last = (bisect_left(found, at, key=lambda match: match.start) for at in (start, end))
        return found[first:last]

    def matching(self, *kinds: str) -> Iterator[Match]:
        """The matches of some kinds that may credit something: not in a sidebar, not inside a demand, not quoted."""
        return (match for match in self._crediting if match.phrase.kind in kinds)

    @cached_property
    def _crediting(self) -> tuple[Match, ...]:
        # A demand credits nobody itself.
        shown = (match for match in self.matches if match.phrase.kind != "demand" and self.may_credit(match.block))
        own = (match for match in shown if not (self.is_demand(match) or _is_quoted(match)))
        return tuple(match for match in own if not self.in_teaser(match.block))

    def in_teaser(self, block: Block) -> bool:
        """True for what tells of another article of the site."""
        return self._teasers.hold(block)

    @cached_property
    def _teasers(self) -> Teasers:
        return Teasers(self.page, self.host)

    def may_lead_to(self, href: str, hosts: tuple[str, ...]) -> bool:
        """False where a link surely leads to none of some sites, which is told sooner than where it leads.

        Archives and redirectors have a site's name in their own addresses.
        """
        return not href.isascii() or has_any(hosts, href.lower()) or has_any(hosts, self._where)

    @cached_property
    def _where(self) -> str:
        return (self.base or "").lower()

    def may_credit(self, block: Block) -> bool:
        """True where a block stands where credits stand."""
        return not self.is_code(block) and self._carries_credits(block)

    def _carries_credits(self, block: Block) -> bool:
        return self._is_article(block) or block.hidden_by == "comment"

    def _is_article(self, block: Block) -> bool:
        """By its region; a Markdown source has no sidebar and no footer of a site: an author's `<aside>` is a note to the text."""
        noted = self.page.document.media is Media.MARKDOWN and block.region in _NOTES
        return block.region.carries_credits or noted

    def is_code(self, block: Block) -> bool:
        """True for a listing or what a program printed: its notices are its own."""
        return block.element.tag in _CODE

    def is_demand(self, match: Match) -> bool:
        """True where a match stands in, or in one sentence behind, words that say what others must do.

        A demand that only follows a credit ("...转载自 X，转载请注明出处") does not undo it.
        """
        if self._is_told_before(match.block, match.start):
            return True
        demands = self._demands.get(match.block.index)
        if not demands:
            return False
        start, _ = sentence(match.block, match.start)
        following = bisect_left(demands, start)
        return following < len(demands) and demands[following] < _credit_end(match)

    def _is_told_before(self, block: Block, start: int) -> bool:
        """True for what follows a demand that ends with a colon, in its block or the next: the words that others must use."""
        if any(_COLON.search(block.text, at, min(start, at + _NOT_FAR)) for at in self._demands.get(block.index, ())):
            return True
        before = self._demanding.get(block.index - 1)
        last = max(self._demands.get(block.index - 1, (0,)))
        return before is not None and before.text.rstrip().endswith(_COLONS) and len(before.text) - last <= _NOT_FAR

    @cached_property
    def _demanding(self) -> dict[int, Block]:
        """The blocks with demands in them."""
        return {match.block.index: match.block for match in self.matches if match.phrase.kind == "demand"}

    def at_edge(self, block: Block) -> bool:
        """True shortly before and after the beginning, and shortly before and after the end, of the article."""
        first, last = self.layout.prose
        if first - AROUND <= block.index <= self.layout.begun or last - EDGE <= block.index <= last + AROUND:
            return True
        following = bisect_right(self._ends, block.index)
        return any(end - block.index <= EDGE for end in self._ends[following : following + 1])

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """Where lists of other articles start, which the last of the text stands above, and the links above its title; in order."""
        titles = [match.block.index for match in self.matches if match.phrase.kind == "further_reading"]
        return tuple(sorted((*titles, *map(self._above_links, titles))))

    def _above_links(self, title: int) -> int:
        """Where the blocks start that stand right above a title and are nothing but links, pictures and dates."""
        near = self.page.blocks[max(0, title - _NEAR_ABOVE) : title]
        return title - sum(1 for _ in takewhile(_has_only_links, reversed(near)))

    def above(self, block: Block) -> Block | None:
        """What readers see right above a block."""
        near = self.page.blocks[max(0, block.index - _NEAR_ABOVE) : block.index]
        shown = (each for each in reversed(near) if not each.hidden_by and each.text.strip())
        return next((each for each in shown if each.region.carries_credits), None)

    def below(self, block: Block) -> Block | None:
        """The next block of the article."""
        following = bisect_right(self.article, block.index, key=lambda each: each.index)
        return next(iter(self.article[following : following + 1]), None)

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The headings of the article."""
        return tuple(block for block in self.article if block.is_heading)

    def is_host(self, publisher: Publisher) -> bool:
        """True where a publisher is the site itself: by its domain, where that is known; sites name agencies as publishers of a story."""
        if self.host.domain:
            return any(self.host.owns(address.registered(domain)) for domain in self.directory.domains_of(publisher))
        return any(self.host.is_called(name) for name in self.directory.names_of(publisher))

    def is_bare(self, url: str) -> bool:
        """True for an address in Markdown that is not written as a link: most renderers make one of it (GFM's autolinks), not all."""
        return self.page.document.media is Media.MARKDOWN and url.startswith(("http://", "https://"))


def _is_linked_name(match: Match) -> bool:
    """True for a link that is no more than a demand's words, each with a capital letter: a magazine may be called "Without Leave"."""
    said = match.block.text[match.start : match.end]
    linked = any(match.start == link.start and link.end == match.end for link in match.block.links)
    return linked and not said.isupper() and all(word[:1].isupper() for word in said.split())


def _has_only_links(block: Block) -> bool:
    """True for links, pictures and dates in figures: no letter stands outside of links."""
    at, outside = 0, []
    for link in block.links:
        outside.append(block.text[at : link.start])
        at = max(at, link.end)
    return not any(map(str.isalpha, (*"".join(outside), *block.text[at:])))


def _is_quoted(match: Match) -> bool:
    """True inside a line, right behind an opening quote: somebody tells how credits are worded, or cites one."""
    start, _ = match.block.line_at(match.start)
    before = match.block.text[start : match.start]
    return len(before) > _CITED and bool(_QUOTE.search(before, len(before) - 1))


def _credit_end(match: Match) -> int:
    """Where a credit ends at the latest: behind an address, or a comma, what others must do is no part of it."""
    start, end = match.slots.get("source", (match.end, match.end))
    if "link" in match.slots:
        return min(match.slots["link"][0] + 1, end)
    if match.block.folded.startswith(("http://", "https://"), start):
        return start + 1
    comma = _COMMA.search(match.block.text, start, end) if end == match.end else None
    return comma.start() if comma else match.end


@lru_cache(maxsize=4)
def _spotter(wordings: Wordings, directory: Directory, notices: KnownNotices) -> Spotter:
    return Spotter(
        {
            "copyright": ("©", "(c)", *wordings.marks),
            "pointer": wordings.pointers,
            "licence": (word for family in families() for word in family.words),
            "agency": map(fold, directory.marks),
            "notice": notices.shingles,
        }
    )


def once(look: Callable[[Scene], Seen]) -> Callable[[Scene], Seen]:
    """A look at a page that several observers take: it is taken when the first of them asks, and kept as long as the page is."""

    @wraps(look)
    def taken(scene: Scene) -> Seen:
        if look not in scene.looks:
            scene.looks[look] = look(scene)
        return scene.looks[look]  # type: ignore[no-any-return]

    return taken


Observer = Callable[[Scene], Iterator[Acknowledgement]]
