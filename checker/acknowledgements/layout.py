"""Where the text of the article stands among the blocks of a page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

from lxml import etree

from checker.documents.document import Media
from checker.page.page import Block, Page, Region
from checker.page.prose import is_running_text
from checker.page.text import fold, word_count

_TITLE, _FAR = 400, 8
_SUMMARY, _NOTED = 12, 3
_FALLOFF = 60
"""Blocks from the title to where text weighs half as much."""
_SHORTEST_TITLE = 16
_HEAD = 12
"""So many blocks above the text, and below the title, a byline may stand."""
AROUND = 40
"""How many blocks from the article what stands near it may stand."""
EDGE = 4
"""How many blocks at either end of an article a short credit line may stand in."""


@dataclass(frozen=True)
class Layout:
    """The beginning and the end of a page's article, and what stands around it. `article` are the blocks that credits may stand in."""

    page: Page
    article: tuple[Block, ...]

    @cached_property
    def prose(self) -> tuple[int, int]:
        """The indexes of the first and last block of the article.

        In HTML these are the first and last paragraph of the element that holds the most running text. A Markdown source is
        nothing but its article, which begins with its first long paragraph below the front matter.
        """
        body, long = self._holder, self._paragraphs
        if self.page.document.media is Media.MARKDOWN:
            above = self.page.front_matter_texts
            texts = [block for block in long if not block.is_heading and block.index >= above]
            first = next(iter(texts or self.article), None)
            return (first.index, self.article[-1].index) if first else (0, 0)
        if body is None:
            return (self.article[0].index, self.article[-1].index) if self.article else (0, 0)
        held = [block for block in long if body in islice(block.element.iterancestors(), 2)]
        opening = [each for each, following in zip(held, [*held[1:], None], strict=True) if _opens(each, following)]
        # What stands in headings and in the items of a list above the text sums it up.
        first = next((each for each in opening if not _sums_up(each)), opening[0])
        return first.index, held[-1].index

    @cached_property
    def begun(self) -> int:
        """Where the beginning ends: what looks like the first two paragraphs may be a summary and a note above the byline."""
        first, last = self.prose
        texts = (block for block in self._paragraphs if not _sums_up(block))
        long = [block.index for block in texts if first <= block.index <= min(last, first + _SUMMARY)]
        return max((first + EDGE, *long[:_NOTED]))

    @cached_property
    def text_end(self) -> int:
        """The index of the last block of running text: titles, links and lists may stand behind it."""
        return self._paragraphs[-1].index if self._paragraphs else self.prose[1]

    @cached_property
    def _head(self) -> frozenset[int]:
        first, _ = self.prose
        above = [block for block in self.article if block.index <= first]
        title = next((at for at in range(len(above) - 1, -1, -1) if above[at].element.tag == "h1"), None)
        below = above[title + 1 :][:_HEAD] if title is not None else ()
        near = (block for block in above if block.index >= first - _HEAD)
        return frozenset(block.index for block in (*near, *below))

    def in_head(self, block: Block) -> bool:
        """True above the text for what stands near it or right below the title, as bylines do: a gallery may part the two."""
        return block.index in self._head

    @cached_property
    def _paragraphs(self) -> tuple[Block, ...]:
        return tuple(block for block in self.article if block.region is Region.ARTICLE and is_running_text(block))

    @cached_property
    def _holder(self) -> etree._Element | None:
        """The element that holds the most running text; what stands far from the title holds as much less."""
        weights: defaultdict[etree._Element, float] = defaultdict(float)
        named = fold(self.page.title or "")
        titles = (block for block in self.article if block.is_heading and len(block.text) > _SHORTEST_TITLE)
        title = next((block.index for block in titles if fold(block.text.strip()) in named), None)
        for block in self._paragraphs:
            far = 0 if title is None else abs(block.index - title)
            share = _FALLOFF / (_FALLOFF + far)
            # Some sites wrap each paragraph: then the element around the wrappers holds the article.
            for distance, holder in enumerate(islice(block.element.iterancestors(), 2)):
                weights[holder] += len(block.text) * (4 - distance) * share
        return max(weights, key=weights.__getitem__) if weights else None

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the article itself, from its first paragraph to its last."""
        first, last = self.prose
        return tuple(block for block in self.article if first <= block.index <= last)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """How many words of the body stand before each of its blocks, and at the end how many it has."""
        return tuple(accumulate((word_count(block.text) for block in self.body), initial=0))

    def is_behind(self, block: Block) -> bool:
        """True behind the article's last paragraph: what begins there is another article."""
        return block.index > self.prose[1]

    def is_around(self, block: Block) -> bool:
        """True for the article and what stands near it, or in one element with it; a page's own footer stands further off."""
        first, last = self.prose
        near = first - AROUND <= block.index <= last + AROUND
        return near or any(holder is self._holder for holder in block.element.iterancestors())


def _sums_up(block: Block) -> bool:
    """True for a heading or an item of a list: above a text they sum it up."""
    return block.is_heading or block.element.tag == "li"


def _opens(block: Block, following: Block | None) -> bool:
    """False for what is no longer than a title or a caption may be, where the text is far below it."""
    return following is None or len(block.text) > _TITLE or following.index - block.index <= _FAR
