"""What every observer looks at: the page, its host, and the wordings found on it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import accumulate, islice

from lxml import etree

from checker.acknowledgements.licence_families import families
from checker.acknowledgements.likeness import KnownNotices
from checker.documents.document import Media
from checker.model import Acknowledgement, Evidence, Kind, Publisher
from checker.page import address
from checker.page.address import Address, Target
from checker.page.host import Host
from checker.page.page import Block, Link, Page, Region
from checker.page.prose import is_running_text
from checker.page.text import fold, word_count
from checker.terms.directory import Directory
from checker.wording.spotting import Spotter
from checker.wording.wordings import Language, Match, Wordings

_CAPTION = 300
_TITLE, _FAR = 400, 8
_SUMMARY, _NOTED = 12, 3
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]$")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOTES = frozenset({Region.SIDEBAR, Region.FOOTER})
_PICTURES = frozenset({"img", "picture", "figure"})
_WRAPPERS = 2
"""In so many elements more than its picture a caption may stand."""
_CODE = frozenset({"pre", "code", "samp", "kbd"})
_TEMPLATE_CODE = re.compile(r"\s*(?:\{\{[<%]|\{%)")
_COLONS = (":", "：")
_COLON = re.compile(r"[:：](?=\s|$)")
_NOT_FAR = 80
_CITED = 2
_FIRST_WORDS = 6
_AROUND_WORD = "([*_\"',"
_SUBJECT = 5
_ASIDE = 40
_NO_SUBJECT = 2
_QUOTE = re.compile(r"(?:[「『“«‘]|(?<=[\s(])[\"'])$")
_WORDY = re.compile(r"\w")
_COMMA = re.compile(r"[,;，；](?!\d)")
_AROUND = 40
MOST = 300
"""How many pieces of evidence of each kind are kept: nobody credits a work more often, but a hostile page might."""
EDGE = 4
"""How many blocks at either end of an article a short credit line may stand in."""


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

    @cached_property
    def own_bylines(self) -> tuple[Block, ...]:
        """The article without what stands like a byline far below the text that has one above it: those are of other articles."""
        first, last = self.prose
        titled = any(block.region is Region.BYLINE and block.index <= first for block in self.article)
        return tuple(
            block
            for block in self.article
            if not (titled and block.region is Region.BYLINE and block.index > last + EDGE)
        )

    @cached_property
    def prose(self) -> tuple[int, int]:
        """The indexes of the first and last block of the article.

        In HTML these are the first and last paragraph of the element that holds the most running text. A Markdown source is
        nothing but its article, which begins with its first long paragraph below the front matter.
        """
        body, long = self._holder, self._paragraphs
        if self.page.document.media is Media.MARKDOWN:
            above = self.page.front_matter_texts
            texts = [block for block in long if block.element.tag not in _HEADINGS and block.index >= above]
            first = next(iter(texts or self.article), None)
            return (first.index, self.article[-1].index) if first else (0, 0)
        if body is None:
            return (self.article[0].index, self.article[-1].index) if self.article else (0, 0)
        held = [block for block in long if body in islice(block.element.iterancestors(), 2)]
        first = next(
            block for block, following in zip(held, [*held[1:], None], strict=True) if _opens(block, following)
        )
        return first.index, held[-1].index

    @cached_property
    def _begun(self) -> int:
        """Where the beginning ends: what looks like the first two paragraphs may be a summary and a note above the byline."""
        first, last = self.prose
        long = [block.index for block in self._paragraphs if first <= block.index <= min(last, first + _SUMMARY)]
        return max((first + EDGE, *long[:_NOTED]))

    @cached_property
    def _paragraphs(self) -> tuple[Block, ...]:
        return tuple(block for block in self.article if block.region is Region.ARTICLE and is_running_text(block))

    @cached_property
    def _holder(self) -> etree._Element | None:
        """The element that holds the most running text."""
        weights: Counter[etree._Element] = Counter()
        for block in self._paragraphs:
            # Some sites wrap each paragraph: then the element around the wrappers holds the article.
            for distance, holder in enumerate(islice(block.element.iterancestors(), 2)):
                weights[holder] += len(block.text) * (4 - distance)
        return weights.most_common(1)[0][0] if weights else None

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the article itself, from its first paragraph to its last."""
        first, last = self.prose
        return tuple(block for block in self.article if first <= block.index <= last)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """How many words of the body stand before each of its blocks, and at the end how many it has."""
        return tuple(accumulate((word_count(block.text) for block in self.body), initial=0))

    @cached_property
    def _demands(self) -> dict[int, list[int]]:
        """Where demands start, by block."""
        found: dict[int, list[int]] = {}
        for match in self.matches:
            if match.phrase.kind == "demand":
                found.setdefault(match.block.index, []).append(match.start)
        return found

    @cached_property
    def is_digest(self) -> bool:
        """True where the article says at its edge that it sums up another text."""
        return any(match.phrase.kind == "digest_note" and self.at_edge(match.block) for match in self.matches)

    @cached_property
    def language(self) -> Language:
        """The wordings of the page's declared language, of English where it declares none that is known."""
        return self.wordings.of(self.page.language)

    def address(self, href: str) -> Address | None:
        """Where a link leads, or None where it leads to no page."""
        return address.parse(href, self.base)

    @cached_property
    def _matches(self) -> Mapping[int, list[Match]]:
        found: dict[int, list[Match]] = {}
        for match in self.matches:
            found.setdefault(match.block.index, []).append(match)
        return found

    def matches_in(self, block: Block) -> Sequence[Match]:
        """The matches in a block."""
        return self._matches.get(block.index, ())

    def matching(self, *kinds: str) -> Iterator[Match]:
        """The matches of some kinds that may credit something: not in a sidebar, not inside a demand, not quoted."""
        for match in self.matches:
            if match.phrase.kind not in kinds or not self.may_credit(match.block):
                continue
            if not (self.is_demand(match) or _is_quoted(match)):
                yield match

    def may_lead_to(self, href: str, hosts: Iterable[str]) -> bool:
        """False where a link surely leads to none of some sites, which is told sooner than where it leads.

        Archives and redirectors have a site's name in their own addresses.
        """
        written = href.lower()
        return not href.isascii() or any(host in written or host in self._where for host in hosts)

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
        first, last = self.prose
        return first - _AROUND <= block.index <= self._begun or last - EDGE <= block.index <= last + _AROUND

    def is_behind(self, block: Block) -> bool:
        """True behind the article's last paragraph: what begins there is another article."""
        return block.index > self.prose[1]

    def is_around(self, block: Block) -> bool:
        """True for the article and what stands near it, or in one element with it; a page's own footer stands further off."""
        first, last = self.prose
        near = first - _AROUND <= block.index <= last + _AROUND
        return near or any(holder is self._holder for holder in block.element.iterancestors())

    def is_host(self, publisher: Publisher) -> bool:
        """True where a publisher is the site itself: by its domain, where that is known; sites name agencies as publishers of a story."""
        if self.host.domain:
            return any(self.host.owns(address.registered(domain)) for domain in self.directory.domains_of(publisher))
        return any(self.host.is_called(name) for name in self.directory.names_of(publisher))

    def is_about_part(self, block: Block, start: int) -> bool:
        """True where the sentence at an offset has a picture, or another part, for its subject: "Some figures are taken from ...".

        Where it begins with what is said, it goes on about the subject of the sentence before: "... Used by permission."
        """
        first, last = sentence(block, start)
        end = self.wordings.caption_end(block.folded, first)
        if end is not None and self._is_label_of_work(block, end):
            return False
        if any(word in self.wordings.caption_words for word in block.folded[first:last].split(maxsplit=2)[:2]):
            return True
        subject = block.folded[first:start].split()
        if len(subject) <= _NO_SUBJECT and first > block.line_at(start)[0]:
            before, _ = sentence(block, first - 2)
            return self._names_part(block.folded[before:first].split()) or self._names_part(subject)
        return self._names_part(subject)

    def _names_part(self, words: Sequence[str]) -> bool:
        subject = f" {' '.join(word.strip(',') for word in words[:_SUBJECT])} "
        return any(f" {part} " in subject for part in self.wordings.part_words)

    def is_bare(self, url: str) -> bool:
        """True for an address in Markdown that is not written as a link: most renderers make one of it (GFM's autolinks), not all."""
        return self.page.document.media is Media.MARKDOWN and url.startswith(("http://", "https://"))

    def is_caption(self, block: Block, start: int) -> bool:
        """True where a line is a picture's credit: it starts with a word for one, or links to where pictures are shared.

        A template's code (`{{< figure ... >}}`) is what a site makes a picture of, and no text.
        """
        first, last = block.line_at(start)
        if self._is_of_work(block, start, first):
            return False
        end = self.wordings.caption_end(block.folded, first)
        if end is not None or _TEMPLATE_CODE.match(block.text, first):
            return end is None or not self._is_label_of_work(block, end)
        addresses = (self.address(link.href) for link in block.links_in(first, last) if last - first <= _CAPTION)
        return any(found is not None and found.is_picture for found in addresses)

    def _is_label_of_work(self, block: Block, end: int) -> bool:
        """True where a word for a picture's credit labels one that starts with the work: "Credit: this article is ..."."""
        behind = (each for each in self.matches_in(block) if each.start >= end and not each.phrase.weak)
        found = next((each for each in behind if not _WORDY.search(block.folded, end, each.start)), None)
        words = block.folded[found.start :].split(maxsplit=_CITED)[:_CITED] if found else ()
        return found is not None and any(word in found.phrase.language.works for word in words)

    def is_below_picture(self, block: Block, start: int) -> bool:
        """True for what stands right below a picture, but for a sentence of it that speaks of the work."""
        return is_below_picture(block) and not self._is_of_work(block, start, -1)

    def _is_of_work(self, block: Block, start: int, line: int) -> bool:
        """True where the sentence at an offset, and not the line's first, names the work: "[Image: ...] This article was ..."."""
        return sentence(block, start)[0] > line and self.names_work(block, start)

    def names_work(self, block: Block, start: int) -> bool:
        """True where the sentence at an offset starts with what it speaks of: "this article is ..."."""
        first, last = sentence(block, start)
        languages = {match.phrase.language for match in self.matches_in(block) if first <= match.start < last}
        words = (
            word.strip(_AROUND_WORD) for word in block.folded[first:last].split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS]
        )
        return any(word in language.works for word in words for language in languages)


def _opens(block: Block, following: Block | None) -> bool:
    """False for what is no longer than a title or a caption may be, where the text is far below it."""
    return following is None or len(block.text) > _TITLE or following.index - block.index <= _FAR


def _is_quoted(match: Match) -> bool:
    """True inside a line, right behind an opening quote: somebody tells how credits are worded, or cites one."""
    start, _ = match.block.line_at(match.start)
    before = match.block.text[start : match.start]
    return len(before) > _CITED and bool(_QUOTE.search(before))


def _credit_end(match: Match) -> int:
    """Where a credit ends at the latest: behind an address, or a comma, what others must do is no part of it."""
    if "link" in match.slots:
        return match.slots["link"][0] + 1
    start, end = match.slots.get("source", (match.end, match.end))
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


def is_listed(block: Block) -> bool:
    """True in an item of a list."""
    return block.element.tag == "li" or any(True for _ in block.element.iterancestors("li"))


def is_aside(match: Match) -> bool:
    """True in brackets behind a sentence, where words are a reference: "... lives there too (taken from Example Facts)"."""
    start, _ = match.block.line_at(match.start)
    before = match.block.text[start : match.start].rstrip(" *_")
    return len(before) > _ASIDE and before.endswith(("(", "[", "（"))


def is_below_picture(block: Block) -> bool:
    """True where a block begins right below a picture: what stands there is its caption, whatever the markup."""
    begins = block.pieces[0] if block.pieces else None
    if begins is None or begins.tail:
        return begins is not None and _is_picture(begins.node)
    around = (begins.node, *islice(begins.node.iterancestors(), _WRAPPERS))
    before = next(filter(lambda each: each is not None, map(_before, around)), None)
    return before is not None and _is_picture(before)


def _before(element: etree._Element) -> etree._Element | None:
    """What stands before an element, a line break between them aside."""
    near = islice(element.itersiblings(preceding=True), 2)
    return next((each for each in near if each.tag != "br" or (each.tail or "").strip()), None)


def _is_picture(element: etree._Element) -> bool:
    """True for a picture, and for an element with nothing else in it."""
    if element.tag in _PICTURES:
        return True
    shown = not isinstance(element, etree._Comment) and next(element.iter("img"), None) is not None
    return shown and not "".join(map(str, element.itertext())).strip()


Observer = Callable[[Scene], Iterator[Acknowledgement]]


def sentence(block: Block, offset: int) -> tuple[int, int]:
    """The start and end of the sentence that an offset of a block lies in; a line break ends one too."""
    start, end = block.line_at(offset)
    for mark in (". ", "! ", "? ", "。", "！", "？"):
        before = _stop(block.text, mark, start, offset, last=True)
        if before >= 0:
            start = max(start, before + len(mark))
        after = _stop(block.text, mark, offset, end, last=False)
        if after >= 0:
            end = min(end, after + 1)
    return start, end


def _stop(text: str, mark: str, start: int, end: int, *, last: bool) -> int:
    """Where a sentence ends in a stretch: at its first or last mark that is not behind an initial ("Ann C. Writer"); else -1."""
    at = text.rfind(mark, start, end) if last else text.find(mark, start, end)
    while at >= 0 and mark == ". " and _INITIAL.search(text, max(0, at - 3), at):
        at = text.rfind(mark, start, at) if last else text.find(mark, at + 1, end)
    return at


def line_acknowledgement(  # noqa: PLR0913
    scene: Scene,
    kind: Kind,
    block: Block,
    start: int,
    end: int,
    *,
    names: tuple[str, ...] = (),
    link: Link | None = None,
    broken: str | None = None,
    certain: bool = True,
    details: dict[str, object] | None = None,
) -> Acknowledgement:
    """An acknowledgement that stands in a block's text."""
    evidence = scene.page.text_evidence(block, start, end, link.href if link else None)
    hidden = block.hidden_by or (link.hidden_by if link else None)
    via = "comment" if block.hidden_by == "comment" else "text"
    region, more = block.region.value, details or {}
    return Acknowledgement(kind, evidence, names, broken, hidden, via, region, certain, more, (block.index, start))


def unlinked_acknowledgement(  # noqa: PLR0913
    scene: Scene, block: Block, start: int, end: int, *, names: tuple[str, ...] = (), certain: bool = True
) -> Acknowledgement:
    """A link to the original that is written as an address and not as a link; one to a home page is none to the original."""
    url = block.text[start:end]
    bare, at = scene.is_bare(url), scene.address(url)
    elsewhere = at is not None and (at.is_profile or at.target in {Target.HOME, Target.LISTING})
    found = line_acknowledgement(
        scene,
        Kind.LINK_TO_ORIGINAL,
        block,
        start,
        end,
        names=names,
        broken=("home_page" if elsewhere else None) if bare else "not_linked",
        certain=certain,
        details={"bare": True} if bare else {},
    )
    return replace(found, evidence=replace(found.evidence, href=url)) if bare else found


def metadata_acknowledgement(
    kind: Kind, evidence: Evidence, via: str, names: tuple[str, ...] = (), details: dict[str, object] | None = None
) -> Acknowledgement:
    """An acknowledgement that only machines read."""
    return Acknowledgement(kind, evidence, names, hidden_by="metadata", via=via, details=details or {})
