"""Where a page's running text stands, whatever the names of the elements around it say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from lxml import etree

from checker.page.page import Block, Region
from checker.page.text import ideographs

_LONG = 80
_START = 40
MUCH = 1000
"""Characters: a sidebar may have a longer note, an article that stands in one has more."""
_TIMES, _SOME = 2, 300
_OUTER = frozenset({Region.NAVIGATION, Region.SIDEBAR, Region.RELATED, Region.FOOTER, Region.MASTHEAD})

_TITLES = frozenset({"h1", "h2"})
_WHOLE = frozenset({"html", "body"})
_ABOVE, _NEAR, _FEW = 30, 8, 2
_PARTS = re.compile(r"\s(?:[|–—-]|::|»)\s")

Names = tuple[str, str | None, str | None]
"""An element by what its region is told from: its tag, its class and its id."""


def is_running_text(block: Block) -> bool:
    """True for a paragraph: long, as scripts without spaces need a third of the characters, and not mostly links."""
    return _length(block) >= _LONG and 2 * sum(link.end - link.start for link in block.links) < len(block.text)


def _length(block: Block) -> int:
    start = block.text[:_START]
    # A label in such a script before names in another ("글쓴이: Ann Writer") does not make a text of them.
    dense = not start.isascii() and 3 * ideographs(start) >= len(start)
    return len(block.text) * (3 if dense else 1)


def misnamed(blocks: Sequence[Block], title: str | None) -> frozenset[Names]:
    """The elements around a page's text, where their names have put it beside the article and little stands in the article itself.

    "Middle rail" is a column of the article on one site and beside it on the next. Below the page's title a short text is one too.
    """
    held = Counter[etree._Element]()
    firsts: dict[etree._Element, Block] = {}
    for block in blocks:
        if block.region in _OUTER and block.hidden_by is None and is_running_text(block):
            for parent in islice(block.element.iterancestors(), 1):
                held[parent] += _length(block)
                firsts.setdefault(parent, block)
    holder, most = next(iter(held.most_common(1)), (None, 0))
    if holder is None or most < (_SOME if _is_titled(blocks, firsts[holder], title or "") else MUCH):
        return frozenset()
    if most < _TIMES * _length_of_article(blocks):
        return frozenset()
    around = (holder, *holder.iterancestors())
    return frozenset((each.tag, each.get("class"), each.get("id")) for each in around)


def _is_titled(blocks: Sequence[Block], first: Block, title: str) -> bool:
    """True for a text below the page's title, in one element with it that is not the whole page."""
    heading = _heading(blocks, first.index, title)
    return heading is not None and heading.region in _OUTER and _around(heading, first) is not None


def _length_of_article(blocks: Sequence[Block]) -> int:
    own = (block for block in blocks if block.region is Region.ARTICLE and block.hidden_by is None)
    return sum(_length(block) for block in own if is_running_text(block))


def gathered(blocks: Sequence[Block], title: str | None) -> Sequence[Block]:
    """The blocks, with the head and the foot of the article in it, and the lead above its text.

    A `<header>` or a `<footer>` beside the text, in the element that holds it and its title, is the article's, and not the site's.
    So is a foot right behind the text, where more follows that is no foot.
    """
    text = _text(blocks)
    if not text:
        return blocks
    own = {each.index for each in (*_around_text(blocks, text, title or ""), *_right_behind(blocks, text[-1].index))}
    return [each._replace(region=Region.ARTICLE) if each.index in own else each for each in blocks] if own else blocks


def _around_text(blocks: Sequence[Block], text: Sequence[Block], title: str) -> Iterator[Block]:
    """What stands shortly above and below the text in the least element that holds it and its title."""
    first, last = text[0].index, text[-1].index
    heading = _heading(blocks, first, title)
    around = _around(heading, text[0]) if heading else None
    if heading is None or around is None or _holds(around, _last(blocks)):
        return
    parts = {
        Region.MASTHEAD: range(heading.index - _NEAR, first),
        Region.RELATED: range(heading.index, first),
        Region.FOOTER: range(last, last + _NEAR),
    }
    for each in blocks[max(0, heading.index - _NEAR) : last + _NEAR]:
        if each.index in parts.get(each.region, ()) and _is_part(each) and _holds(around, each):
            yield each


def _right_behind(blocks: Sequence[Block], last: int) -> Iterator[Block]:
    """A foot right behind the text that more follows than the rest of it."""
    seen = [each for each in blocks[last + 1 : last + 1 + _NEAR] if each.text and not each.hidden_by]
    foot = list(takewhile(lambda each: each.region is Region.FOOTER, seen))
    if len(foot) <= _FEW < len(seen) - len(foot):
        yield from foot


def _text(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs in the element that holds the most running text."""
    long = [each for each in blocks if each.region is Region.ARTICLE and not each.hidden_by and is_running_text(each)]
    held = Counter[etree._Element]()
    for block in long:
        # Some sites wrap each paragraph: then the element around the wrappers holds them.
        for distance, parent in enumerate(islice(block.element.iterancestors(), 2)):
            held[parent] += _length(block) * (4 - distance)
    holders = [parent for parent, _ in held.most_common(1)]
    return [each for each in long if any(parent in holders for parent in islice(each.element.iterancestors(), 2))]


def _heading(blocks: Sequence[Block], first: int, title: str) -> Block | None:
    """The heading nearest above the text, where it is the page's title: others are the site's name, or a section's."""
    above = blocks[max(0, first - _ABOVE) : first]
    nearest = next((each for each in reversed(above) if each.element.tag in _TITLES and not each.hidden_by), None)
    longest = max(_PARTS.split(title), key=len)
    return (
        nearest if nearest and nearest.text and (nearest.text in title or longest in nearest.text) and longest else None
    )


def _around(heading: Block, first: Block) -> etree._Element | None:
    """The least element that holds both heading and text; None where that is the page."""
    holders = set(first.element.iterancestors())
    common = next((each for each in heading.element.iterancestors() if each in holders), None)
    return None if common is None or common.tag in _WHOLE else common


def _last(blocks: Sequence[Block]) -> Block:
    """The last thing that readers see: what holds that too is the whole page's."""
    return next(each for each in reversed(blocks) if each.text and not each.hidden_by)


def _is_part(block: Block) -> bool:
    """True for all but teasers of other articles, which have links; the lead has none."""
    return block.region is not Region.RELATED or (not block.links and is_running_text(block))


def _holds(around: etree._Element, block: Block) -> bool:
    return any(each is around for each in block.element.iterancestors())
