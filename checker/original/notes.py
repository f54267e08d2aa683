"""What a publisher says of its article beside the text: that it was corrected, that it may not be republished."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import zip_longest
from typing import Any

from checker import data
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import sentence
from checker.page.page import Block, Region
from checker.page.text import fold, word_count

_LONGEST = 150
"""Words: a longer paragraph is a part of the story."""


def corrections(scene: Scene) -> Iterator[str]:
    """The notes that say what was corrected; where one has a heading of its own, what stands below that."""
    blocks = list(_blocks(scene))
    for block, below in zip_longest(blocks, blocks[1:]):
        if below and f"{block.folded.strip().rstrip(' :')}:" in words("correction_starts"):
            yield below.text
        elif block.folded.startswith(words("correction_starts")) or _has(block.folded, "correction_within"):
            yield block.text


def refusals(scene: Scene) -> Iterator[str]:
    """The sentences that say that the article may not be republished."""
    for block in _blocks(scene):
        for phrase in words("refusals"):
            if (at := block.folded.find(phrase)) >= 0:
                start, end = sentence(block, at)
                said = f" {block.folded[start:end]} "
                if not _has(said, "conditions") or _has(said, "permissions"):
                    yield block.text[start:end]


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of phrases from rules/originals.toml, folded as page text is."""
    return tuple(fold(phrase) for phrase in _rules()[name])


def _blocks(scene: Scene) -> Iterator[Block]:
    for block in scene.article:
        if block.region is Region.ARTICLE and word_count(block.text) <= _LONGEST:
            yield block


def _has(text: str, name: str) -> bool:
    return any(phrase in text for phrase in words(name))


@cache
def _rules() -> Mapping[str, Any]:
    return tomllib.loads((data.folder("rules") / "originals.toml").read_text("utf-8"))
