"""A page -> the sentences that may be terms, each with what introduces it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from checker.page.page import Block, Link, Page, Region
from checker.page.text import fold, squeeze
from checker.terms.drafting import quotes
from checker.terms.drafting.language import Language
from checker.terms.drafting.values import Sentence

LIMIT = 200_000
"""How many characters of a page are read: terms are a page or two long."""
_LONGEST = 900
_LEAD = 300
_INNER = frozenset({Region.ARTICLE, Region.BYLINE, Region.CAPTION, Region.MASTHEAD})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"})
_ITEMS = frozenset({"li", "dd"})
_MARK = re.compile(r"\A\s{0,3}(?:[-–—•*·●▪◦✓✔✗✘]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s{1,3}")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|st|no|inc|u\.s|u\.k|p\.m|a\.m|cf|approx)|\b[a-z])\.\Z", re.IGNORECASE
)
_STOP = re.compile(r"[.!?…][\"'”’)\]»]{0,2}(?=\s{1,3}[\"'“‘(\[«¡¿]{0,2}[^\W_a-zа-яё])|\n|\s[•●▪·]\s|;(?=\s)")


@dataclass(slots=True)
class _State:
    """Where the walk over the blocks is."""

    lead: str = ""
    under: str = ""
    about: str = ""
    listing: bool = False
    skipped: int = 0
    expects: bool = False
    found: list[Sentence] = field(default_factory=list)


def of_page(page: Page, language: Language) -> tuple[Sentence, ...]:
    """The sentences of a page's main part; of all of it where that says nothing."""
    visible = [block for block in page.visible if block.text.strip()]
    inner = [block for block in visible if block.region in _INNER]
    spoken = inner if language.topic.find(fold("\n".join(block.text for block in inner)[:LIMIT])) else visible
    return of_blocks([block for block in spoken if block.region is not Region.NAVIGATION], language)


def of_blocks(blocks: Iterable[Block], language: Language) -> tuple[Sentence, ...]:
    """The sentences of some blocks, without those under headings that speak of something else."""
    state, budget = _State(), LIMIT
    for block in blocks:
        text = block.text[:budget]
        budget -= len(text)
        if not text:
            break
        if tag := _heading(block):
            _under_heading(state, text, tag, language)
        if not state.skipped:
            _add(state, block, text, language)
    return tuple(state.found)


def split(text: str) -> Iterator[str]:
    """The sentences of a text."""
    start = 0
    for stop in _STOP.finditer(text):
        if not _ABBREVIATION.search(text[max(start, stop.start() - 8) : stop.start() + 1]):
            yield text[start : stop.end()].strip()
            start = stop.end()
    yield text[start:].strip()


def _heading(block: Block) -> str | None:
    tag = str(block.element.tag)
    return tag if tag in _HEADINGS else None


def _under_heading(state: _State, text: str, tag: str, language: Language) -> None:
    """A heading ends what was introduced above it, and says whether what follows is about terms at all."""
    folded = fold(squeeze(text))
    level = int(tag[1]) if tag[1:].isdigit() else 6
    if state.skipped and level > state.skipped:
        return
    state.skipped = level if language.other.find(folded) and not language.topic.find(folded) else 0
    state.about, state.listing = squeeze(text)[:_LEAD], False
    state.under = state.about if language.leads.find(folded) else ""
    state.lead = state.under


def _add(state: _State, block: Block, text: str, language: Language) -> None:
    item = _is_item(block.element) or bool(_MARK.match(text))
    if state.listing and not item:
        state.lead, state.listing = state.under, False
    state.listing = item
    masked, wordings = _masked(state, _MARK.sub("", text), language)
    for part in split(masked):
        _append(state, squeeze(part)[:_LONGEST], wordings, block)
    _introduce(state, squeeze(masked), item=item, language=language)


def _masked(state: _State, text: str, language: Language) -> tuple[str, quotes.Wordings]:
    """A block's text with its wordings masked. A block that a sentence announces may be a wording itself."""
    kind = quotes.kind_of(text, language) if state.expects else None
    if kind and len(text) < _LONGEST and not (kind == quotes.TEXT and state.listing):
        return f"{quotes.MASK}{kind}.", [(kind, squeeze(text))]
    return quotes.masked(text, language)


def _append(state: _State, text: str, wordings: quotes.Wordings, block: Block) -> None:
    if not any(char.isalpha() for char in text):
        return
    own = [wordings.pop(0) for _ in quotes.MASKED.findall(text) if wordings]
    state.found.append(Sentence(text, state.lead, state.about, tuple(own), _links(block, text)))


def _links(block: Block, text: str) -> tuple[Link, ...]:
    """The block's links whose words stand in a sentence."""
    return tuple(
        link for link in block.links if (words := squeeze(block.text[link.start : link.end])) and words in text
    )


def _introduce(state: _State, text: str, *, item: bool, language: Language) -> None:
    """A block that ends with a colon introduces what follows: a list, or one block."""
    ends = text.endswith((":", "：", "…", "..."))
    last = [*split(text)][-1]
    state.expects = ends and language.introduces.find(fold(last)) is not None
    if ends and not item:
        state.lead = f"{state.under} {last}".strip()[-_LEAD:]
    elif not item:
        state.lead = state.under


def _is_item(element: etree._Element) -> bool:
    """True for a list's item and for what stands in one."""
    near: Sequence[etree._Element] = [element, *list(element.iterancestors())[:3]]
    return any(each.tag in _ITEMS for each in near)
