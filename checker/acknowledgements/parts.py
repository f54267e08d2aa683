"""Parts of a page that have a source of their own: a section between others, a passage that is quoted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from checker.acknowledgements.scene import Scene
from checker.page.page import Block
from checker.page.prose import is_running_text
from checker.wording.wordings import Match

_BRIEF, _QUOTED, _SECTION = 8, 60, 120
_FEW, _SEVERAL = 2, 3


def is_of_section(scene: Scene, block: Block) -> bool:
    """True for a label ("Source:") above the text of a section, with sections of that rank before and behind it.

    A page's own stands before its sections, or behind its text. In the last section it is of that alone where most text stands behind it.
    """
    headings, above, below = _around(scene, block)
    if above is None or above.text == headings[0].text:
        # The title, which pages that are stored with their navigation have once more below that.
        return False
    ranked = [each.index for each in headings if each.element.tag == above.element.tag]
    before = any(ranked[0] < each.index < above.index and _is_text(scene, each, _BRIEF) for each in scene.article)
    if below is None:
        return before and block.index == above.index + 1 and _opens_text(scene, block)
    own = any(block.index < each.index < below.index and _is_text(scene, each, _BRIEF) for each in scene.article)
    return own and before and ranked[-1] >= below.index


def is_amid_sections(scene: Scene, block: Block) -> bool:
    """True between two headings of one rank, of which the first is not the page's title."""
    headings, above, below = _around(scene, block)
    if above is None or below is None or above.text == headings[0].text:
        return False
    return above.element.tag == below.element.tag


def _around(scene: Scene, block: Block) -> tuple[Sequence[Block], Block | None, Block | None]:
    """The headings of an article, with the last before a block and the first behind it."""
    headings = scene.headings
    first = bisect_left(headings, block.index, key=lambda each: each.index)
    behind = bisect_right(headings, block.index, lo=first, key=lambda each: each.index)
    return headings, headings[first - 1] if first else None, next(iter(headings[behind : behind + 1]), None)


def _opens_text(scene: Scene, block: Block) -> bool:
    """True where the text behind a block is more than what may be said of a copy below it."""
    behind = (len(each.text) for each in scene.article if each.index > block.index and _is_text(scene, each, _BRIEF))
    return sum(behind) >= _SECTION


def ends_passage(scene: Scene, block: Block) -> bool:
    """True at the end of a section between others, and right above a heading with a few paragraphs above it and more text below.

    It is of what stands above, as the source of a definition is.
    """
    following = scene.below(block)
    if following is None or not following.is_heading:
        return False
    _, above, _ = _around(scene, block)
    if is_amid_sections(scene, block) and any(_is_text(scene, each, _BRIEF) for each in _between(scene, above, block)):
        return True
    texts = [each for each in scene.layout.body if is_running_text(each)]
    start = above.index if above else -1
    passage = [each for each in texts if start < each.index < block.index]
    behind = sum(len(each.text) for each in texts if each.index > block.index)
    return len(passage) >= _FEW and behind > sum(len(each.text) for each in texts if each.index < block.index)


def below_headings(scene: Scene, said: Iterable[Match], least: int = _SEVERAL) -> frozenset[int]:
    """The blocks of some wordings that stand right below a heading, where at least so many do: each tells of its own section."""
    blocks = {match.block.index: match.block for match in said}
    found = frozenset(index for index, block in blocks.items() if _is_below_heading(scene, block))
    return found if len(found) >= least else frozenset()


def _is_below_heading(scene: Scene, block: Block) -> bool:
    above = scene.above(block)
    return above is not None and above.is_heading


def _between(scene: Scene, above: Block | None, below: Block) -> Iterator[Block]:
    start = above.index if above else -1
    return (each for each in scene.article if start < each.index < below.index)


def is_of_passage(scene: Scene, block: Block) -> bool:
    """True at the end of a quotation that the page's own text stands before and behind."""
    return _closes(scene, block, block)


def is_below_passage(scene: Scene, block: Block) -> bool:
    """True right below such a quotation."""
    above = scene.above(block)
    return above is not None and _closes(scene, above, block)


def _closes(scene: Scene, quoted: Block, block: Block) -> bool:
    """True where a block is the last of what belongs to the quotation around another, amid the page's own text."""
    quotation = next(quoted.element.iterancestors("blockquote"), None)
    if quotation is None:
        return False
    within = [each for each in scene.article if _is_within(each, quotation)]
    long = any(each.index < block.index and _is_text(scene, each, _QUOTED) for each in within)
    own = [each.index for each in scene.article if _is_text(scene, each, _BRIEF)]
    return long and bool(own) and own[0] < within[0].index and own[-1] > max(within[-1].index, block.index)


def _is_within(block: Block, element: etree._Element) -> bool:
    return any(each is element for each in block.element.iterancestors())


def _is_text(scene: Scene, block: Block, least: int) -> bool:
    """True for what is neither a title, a listing, a link nor a credit."""
    bare = not block.links and not scene.is_code(block) and not scene.matches_in(block)
    return bare and len(block.text) >= least and not block.is_heading
