"""How words stand in their block, and the block among others."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from lxml import etree

from checker.page.page import Block, Link
from checker.wording.wordings import Match

_INITIAL = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]|mrs?|ms|dra?|sra?|prof)$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,80}\]:")
_PICTURES = frozenset({"img", "picture", "figure"})
_WRAPPERS = 2
"""In so many elements more than its picture a caption may stand."""
_ASIDE = 40
_BARS = ("|", "/")


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
    """Where a sentence ends in a stretch: at its first or last mark that is behind no initial and no title ("Ann C.", "Dr."); else -1."""
    at = text.rfind(mark, start, end) if last else text.find(mark, start, end)
    while at >= 0 and mark == ". " and _INITIAL.search(text, max(0, at - 5), at):
        at = text.rfind(mark, start, at) if last else text.find(mark, at + 1, end)
    return at


def cell(match: Match) -> tuple[int, int]:
    """The line of a match, or what stands between bars and strokes there: "Today | Source: Example Wire | Print"."""
    start, end = match.block.line_at(match.start)
    before = match.block.text[start : match.start].rstrip()
    begins = match.start if before.endswith(_BARS) else start
    bar = match.block.text.find("|", match.start, end)
    return begins, bar if bar > 0 and begins > start else end


def is_reference_mark(block: Block, link: Link) -> bool:
    """True for a link that is a number: "(translated from [3])" tells what a sentence refers to."""
    return block.text[link.start : link.end].strip("[]() ").isdecimal()


def is_listed(block: Block) -> bool:
    """True in an item of a list."""
    return block.element.tag == "li" or any(True for _ in block.element.iterancestors("li"))


def is_footnote(match: Match) -> bool:
    """True in a footnote of a Markdown source: what is right below its text tells of one sentence there."""
    start, _ = match.block.line_at(match.start)
    return _FOOTNOTE.match(match.block.text, start) is not None


def is_aside(match: Match) -> bool:
    """True in brackets behind a sentence, where words are a reference: "... lives there too (taken from Example Facts)"."""
    start, _ = match.block.line_at(match.start)
    before = match.block.text[start : match.start].rstrip(" *_")
    return len(before) > _ASIDE and before.endswith(("(", "[", "（"))


def is_below_picture(block: Block) -> bool:
    """True where a block begins right below a picture: what stands there is its caption, whatever the markup."""
    above = _right_above(block)
    return above is not None and _is_picture(above)


def is_below_table(block: Block) -> bool:
    """True where a block begins right below a table."""
    above = _right_above(block)
    return above is not None and above.tag == "table"


def _right_above(block: Block) -> etree._Element | None:
    """The element right above the beginning of a block."""
    begins = block.pieces[0] if block.pieces else None
    if begins is None or begins.tail:
        return begins and begins.node
    around = (begins.node, *islice(begins.node.iterancestors(), _WRAPPERS))
    return next(filter(lambda each: each is not None, map(_before, around)), None)


def _before(element: etree._Element) -> etree._Element | None:
    """What stands before an element, a line break between them aside."""
    near = islice(element.itersiblings(preceding=True), 2)
    return next((each for each in near if each.tag != "br" or (each.tail or "").strip()), None)


def _is_picture(element: etree._Element) -> bool:
    """True for a picture, and for an element with nothing else in it."""
    if element.tag in _PICTURES:
        return True
    shown = not isinstance(element, etree._Comment) and next(element.iter("img"), None) is not None
    return shown and not any(str(text).strip() for text in element.itertext())


def seams(block: Block) -> tuple[int, ...]:
    """Where the text of one element ends and that of the next begins with at most a space between: a style sheet sets them apart."""
    return tuple(
        piece.start
        for before, piece in pairwise(block.pieces)
        if not piece.tail
        and before.node is not piece.node
        and (before.tail or before.node not in piece.node.iterancestors())
    )
