"""Translator credits: a translation is a copy of somebody's work."""

from __future__ import annotations

from collections.abc import Iterator

from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.people import people
from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement, Kind
from checker.page.text import fold


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """One for each line that names who translated the text. Machines have no names."""
    for match in scene.matching("translator_credit"):
        span = match.slots.get("translator")
        if span is None or not scene.at_edge(match.block):
            continue
        found = people(match.block.text[span[0] : span[1]], match.phrase.language, labelled=True)
        names = tuple(name for name in found if fold(name) not in scene.wordings.vague)
        if names:
            yield line_acknowledgement(
                scene, Kind.TRANSLATOR_CREDIT, match.block, match.start, span[0] + len(names[0]), names=names
            )
