"""Permission statements: the copy says that it runs with permission. A prohibition says nothing of the kind."""

from __future__ import annotations

from collections.abc import Iterator

from checker.acknowledgements.scene import Scene, is_aside, line_acknowledgement, sentence
from checker.model import Acknowledgement, Kind
from checker.page.page import Block


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """One for each sentence that says so, outside captions."""
    seen: set[tuple[int, int]] = set()
    for match in scene.matching("permission_statement"):
        start, end = sentence(match.block, match.start)
        if (
            (match.block.index, start) in seen
            or scene.is_caption(match.block, match.start)
            or scene.is_about_part(match.block, match.start)
            or is_aside(match)
            or not scene.at_edge(match.block)
            or (start > 0 and scene.is_below_picture(match.block, start) and not _names_source(scene, match.block))
        ):
            continue
        seen.add((match.block.index, start))
        # "Posted with permission" may be said of a picture, of data, of a program.
        certain = not match.phrase.weak or scene.names_work(match.block, match.start)
        yield line_acknowledgement(scene, Kind.PERMISSION_STATEMENT, match.block, start, end, certain=certain)


def _names_source(scene: Scene, block: Block) -> bool:
    """True where a paragraph surely tells whose work it is: no caption does."""
    return any(match.phrase.kind == "source_attribution" and not match.phrase.weak for match in scene.matches_in(block))
