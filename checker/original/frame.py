"""Which blocks stand among an article's text and are not its text: boxes, notes, newsletter blocks, captions, credits."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from lxml import etree

from checker.acknowledgements.captions import is_caption
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_below_picture
from checker.model import Acknowledgement
from checker.original.style import Style, style
from checker.page.page import Block, Piece, Region
from checker.page.text import word_count

_NOTE = 60
"""A note, a credit or a box has no more words in a paragraph; a longer one is text that holds one."""
_MOST = 2
_NOTES = ("edit_note", "excerpt_note")
_BOX = re.compile(
    r"(?:^|[\s_-])(?:(?:info|fact|text)?box|callout|aside|note|notice|disclaimer|promo|donat\w+|ads?|advert\w*|sponsor\w*|widget|pull-?quote|"
    r"teaser|cta|banner|embed|bio|poll|quiz|caption(?:-text)?)(?=$|\s)",
    re.IGNORECASE,
)
_ALERT = re.compile(r"\[!\w+\]")
"""How a quote of Markdown begins that is a box (`> [!NOTE]`)."""
_OPENING = " ([*"
_SLANTED = frozenset({"em", "i", "small"})
_BOXES = frozenset({"aside", "form", "details", "figure", "button"})


def frame(scene: Scene, blocks: Sequence[Block], found: Iterable[Acknowledgement]) -> frozenset[int]:
    """The places in a row of blocks at which no text of the article stands. `found` is what the page credits."""
    noted = {ack.at[0] for ack in found if ack.at} | {match.block.index for match in scene.matching(*_NOTES)}
    words = style(scene.page.language)
    known = {
        place
        for place, block in enumerate(blocks)
        if block.region is not Region.ARTICLE
        or (block.index in noted and _is_short(block))
        or is_furniture(scene, block, words)
    }
    return frozenset(known | _boxed(scene, blocks))


def _boxed(scene: Scene, blocks: Sequence[Block]) -> set[int]:
    """The places of blocks in boxes; none where the better part is in some, for then they are how the site sets its text."""
    around = set(scene.layout.body[0].element.iterancestors()) if scene.layout.body else set()
    boxed = {place for place, block in enumerate(blocks) if _is_boxed(block, around)}
    size = sum(len(blocks[place].text) for place in boxed)
    return boxed if _MOST * size <= sum(len(block.text) for block in blocks) else set()


def is_furniture(scene: Scene, block: Block, words: Style) -> bool:
    """True for a caption, for links alone, and for words that ask to read on, to sign up, to give or to republish."""
    linked = sum(link.end - link.start for link in block.links)
    if 2 * linked > len(block.text) or is_caption(scene, block, 0):
        return True
    # An article's own first paragraph stands below the picture at its head, too, but is not set as captions are.
    return _is_short(block) and ((is_slanted(block) and is_below_picture(block)) or _asks(block, words))


def is_slanted(block: Block) -> bool:
    """True where all of a paragraph is set as captions and notes are."""
    ends = (*(piece.start for piece in block.pieces[1:]), len(block.text))
    said = (piece for piece, end in zip(block.pieces, ends, strict=True) if block.text[piece.start : end].strip())
    return all(any(node.tag in _SLANTED for node in _within(piece, block.element)) for piece in said)


def _within(piece: Piece, block: etree._Element) -> Iterator[etree._Element]:
    """The elements in which a piece of a block stands, up to the one around the block."""
    for element in (*(() if piece.tail else (piece.node,)), *piece.node.iterancestors()):
        yield element
        if element is block.getparent():
            return


def _asks(block: Block, words: Style) -> bool:
    """True where a paragraph, or a link in it, begins as the host's own do, or holds what is in them alone."""
    said = (block.folded.lstrip(_OPENING), *(block.folded[link.start : link.end] for link in block.links))
    starts = any(_starts(text, phrase) for text in said for phrase in words.host_starts)
    return starts or _ALERT.match(block.text) is not None or any(phrase in block.folded for phrase in words.host_within)


def _is_short(block: Block) -> bool:
    return word_count(block.text) <= _NOTE


def _starts(text: str, phrase: str) -> bool:
    return text.startswith(phrase) and not (phrase[-1].isalnum() and text[len(phrase) : len(phrase) + 1].isalnum())


def _is_boxed(block: Block, around: Collection[etree._Element]) -> bool:
    """True inside something that its markup calls a box, and that the article itself is not in."""
    return any(
        element.tag in _BOXES or _BOX.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        for element in _holders(block, around)
    )


def _holders(block: Block, around: Collection[etree._Element]) -> Iterator[etree._Element]:
    yield block.element
    for element in block.element.iterancestors():
        if element in around:
            return
        yield element
