"""Where a page's running text stands, whatever the names of the elements around it say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from lxml import etree

from checker.page.page import Block, Region
from checker.page.text import is_ideographic

_LONG = 80
_START = 40
MUCH = 1000
"""Characters: a sidebar may have a longer note, an article that stands in one has more."""
_TIMES = 2
_OUTER = frozenset({Region.NAVIGATION, Region.SIDEBAR, Region.RELATED, Region.FOOTER, Region.MASTHEAD})

Names = tuple[str, str | None, str | None]
"""An element by what its region is told from: its tag, its class and its id."""


def is_running_text(block: Block) -> bool:
    """True for a paragraph: long, as scripts without spaces need a third of the characters, and not mostly links."""
    return _length(block) >= _LONG and 2 * sum(link.end - link.start for link in block.links) < len(block.text)


def _length(block: Block) -> int:
    start = block.text[:_START]
    # A label in such a script before names in another ("글쓴이: Ann Writer") does not make a text of them.
    dense = not start.isascii() and 3 * sum(map(is_ideographic, start)) >= len(start)
    return len(block.text) * (3 if dense else 1)


def misnamed(blocks: Sequence[Block]) -> frozenset[Names]:
    """The elements around a page's text, where their names have put it beside the article and little stands in the article itself.

    "Middle rail" is a column of the article on one site and beside it on the next.
    """
    held = Counter[etree._Element]()
    for block in blocks:
        if block.region in _OUTER and block.hidden_by is None and is_running_text(block):
            held.update({parent: _length(block) for parent in islice(block.element.iterancestors(), 1)})
    holder, most = next(iter(held.most_common(1)), (None, 0))
    if holder is None or most < MUCH or most < _TIMES * _length_of_article(blocks):
        return frozenset()
    around = (holder, *holder.iterancestors())
    return frozenset((each.tag, each.get("class"), each.get("id")) for each in around)


def _length_of_article(blocks: Sequence[Block]) -> int:
    own = (block for block in blocks if block.region is Region.ARTICLE and block.hidden_by is None)
    return sum(_length(block) for block in own if is_running_text(block))
