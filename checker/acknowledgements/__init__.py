"""Page -> what it credits. One module a kind of evidence; this is their index."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from checker.acknowledgements import (
    bylines,
    clippings,
    copyright_lines,
    counters,
    credit_lines,
    datelines,
    front_matter,
    licences,
    linked_names,
    metadata,
    name_lines,
    notices,
    original_links,
    parted,
    permissions,
    pointers,
    translators,
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
    original_links.observe,
    pointers.observe,
    bylines.observe,
    translators.observe,
    copyright_lines.observe,
    licences.observe,
    notices.observe,
    permissions.observe,
    counters.observe,
    front_matter.observe,
    metadata.observe,
)


def observe(scene: Scene) -> tuple[Acknowledgement, ...]:
    """Everything on a page that may credit another's original, whatever any terms ask for.

    Of each kind of evidence the first `MOST`.
    """
    return unique(ack for observer in OBSERVERS for ack in islice(observer(scene), MOST))


def unique(found: Iterable[Acknowledgement]) -> tuple[Acknowledgement, ...]:
    """Each acknowledgement once: several wordings often fit one line. The surest of them stays."""
    kept: dict[tuple[object, ...], Acknowledgement] = {}
    for ack in found:
        where = ack.evidence
        key = (ack.kind, where.line, where.column, where.path, where.href)
        if key not in kept or (ack.certain and not kept[key].certain):
            kept[key] = ack
    return tuple(kept.values())
