"""Page -> what it credits. One module a kind of evidence; this is their index."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from checker.acknowledgements import (
    author_metadata,
    bylines,
    clippings,
    copyright_lines,
    counters,
    credit_lines,
    datelines,
    front_matter,
    licences,
    linked_authors,
    linked_names,
    metadata,
    name_lines,
    notices,
    original_links,
    parted,
    permissions,
    pointers,
    releases,
    signatures,
    translators,
    unworded_bylines,
)
from checker.acknowledgements.scene import MOST, Observer, Scene
from checker.model import Acknowledgement

OBSERVERS: tuple[Observer, ...] = (
    credit_lines.observe,
    name_lines.observe,
    clippings.observe,
    parted.observe,
    linked_names.observe,
    datelines.observe,
    signatures.observe,
    releases.observe,
    original_links.observe,
    pointers.observe,
    bylines.observe,
    unworded_bylines.observe,
    linked_authors.observe,
    author_metadata.observe,
    translators.observe,
    copyright_lines.observe,
    licences.observe,
    notices.observe,
    permissions.observe,
    counters.observe,
    front_matter.observe,
    metadata.observe,
)

_EVERYWHERE = {
    bylines.observe,
    unworded_bylines.observe,
    linked_authors.observe,
    author_metadata.observe,
    licences.observe,
}
TELLING = (bylines.telling, *(each for each in OBSERVERS if each not in _EVERYWHERE))
"""Those whose evidence may show that a page is a copy. An author or a licence alone, every article has."""


def observe(scene: Scene) -> tuple[Acknowledgement, ...]:
    """Everything on a page that may credit another's original, whatever any terms ask for.

    Of each kind of evidence the first `MOST`.
    """
    return Observations(scene).by(OBSERVERS)


class Observations:
    """What observers see on a page: each looks once, and not before somebody asks."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._seen: dict[Observer, tuple[Acknowledgement, ...]] = {}

    def by(self, observers: Iterable[Observer]) -> tuple[Acknowledgement, ...]:
        """What some of them see, in their order."""
        return unique(ack for observer in observers for ack in self._of(observer))

    def _of(self, observer: Observer) -> tuple[Acknowledgement, ...]:
        if observer not in self._seen:
            self._seen[observer] = tuple(islice(observer(self._scene), MOST))
        return self._seen[observer]


def unique(found: Iterable[Acknowledgement]) -> tuple[Acknowledgement, ...]:
    """Each acknowledgement once: several wordings often fit one line. The surest of them stays."""
    kept: dict[tuple[object, ...], Acknowledgement] = {}
    for ack in found:
        where = ack.evidence
        key = (ack.kind, where.line, where.column, where.path, where.href)
        if key not in kept or (ack.certain and not kept[key].certain):
            kept[key] = ack
    return tuple(kept.values())
