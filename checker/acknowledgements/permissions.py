"""Permission statements: the copy says that it runs with permission. A prohibition says nothing of the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.acknowledgements.captions import is_about_part, is_caption, is_right_below_picture, names_work
from checker.acknowledgements.credit_lines import host_credits
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.scene import Scene, once
from checker.acknowledgements.standing import is_aside, sentence
from checker.model import Acknowledgement, Kind
from checker.page.page import Block
from checker.wording.wordings import Match

_WORD = re.compile(r"[^\W_]{2,}")
_SHORT_SUBJECT = 4


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """One for each sentence that says so, outside captions."""
    for match, start, end in statements(scene):
        sure = is_sure(scene, match)
        yield line_acknowledgement(scene, Kind.PERMISSION_STATEMENT, match.block, start, end, certain=sure)


@once
def statements(scene: Scene) -> tuple[tuple[Match, int, int], ...]:
    """The sentences that say so, and where they start and end in their blocks."""
    return tuple(_statements(scene))


def _statements(scene: Scene) -> Iterator[tuple[Match, int, int]]:
    seen: set[tuple[int, int]] = set()
    said = list(scene.matching("permission_statement"))
    own = host_credits(scene, {match.block.index for match in said})
    for match in said:
        start, end = sentence(match.block, match.start)
        hosts = any(start <= at < end for at in own.get(match.block.index, ()))
        if not hosts and (match.block.index, start) not in seen and not _is_of_another(scene, match, start):
            seen.add((match.block.index, start))
            yield match, start, end


def is_sure(scene: Scene, match: Match) -> bool:
    """True where it is the page's: "posted with permission" may be said of a picture, of data, of a program, of a book that is told of."""
    return (not match.phrase.weak and _opens(scene, match)) or names_work(scene, match.block, match.start)


def _opens(scene: Scene, match: Match) -> bool:
    """True where a sentence begins with the words, or names a source: "Her book was reprinted with permission" tells of the book."""
    start, _ = sentence(match.block, match.start)
    subject = _WORD.findall(match.block.text, start, match.start)
    return len(subject) <= _SHORT_SUBJECT or _names_source(scene, match.block)


def _is_of_another(scene: Scene, match: Match, start: int) -> bool:
    """True for the permission of a picture or a part, or of what is cited, and in running text."""
    block = match.block
    below = start > 0 and is_right_below_picture(scene, block, start) and not _names_source(scene, block)
    of_part = is_caption(scene, block, match.start) or is_about_part(scene, block, match.start)
    return below or of_part or is_aside(match) or not scene.at_edge(block)


def _names_source(scene: Scene, block: Block) -> bool:
    """True where a paragraph surely tells whose work it is: no caption does."""
    return any(match.phrase.kind == "source_attribution" and not match.phrase.weak for match in scene.matches_in(block))
