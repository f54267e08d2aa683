"""Acknowledgements, made of where they stand."""

from __future__ import annotations

from dataclasses import replace

from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement, Evidence, Kind
from checker.page.address import Target
from checker.page.page import Block, Link


def line_acknowledgement(  # noqa: PLR0913
    scene: Scene,
    kind: Kind,
    block: Block,
    start: int,
    end: int,
    *,
    names: tuple[str, ...] = (),
    link: Link | None = None,
    broken: str | None = None,
    certain: bool = True,
    details: dict[str, object] | None = None,
) -> Acknowledgement:
    """An acknowledgement that stands in a block's text."""
    evidence = scene.page.text_evidence(block, start, end, link.href if link else None)
    hidden = block.hidden_by or (link.hidden_by if link else None)
    via = "comment" if block.hidden_by == "comment" else "text"
    region, more = block.region.value, details or {}
    return Acknowledgement(kind, evidence, names, broken, hidden, via, region, certain, more, (block.index, start))


def unlinked_acknowledgement(  # noqa: PLR0913
    scene: Scene, block: Block, start: int, end: int, *, names: tuple[str, ...] = (), certain: bool = True
) -> Acknowledgement:
    """A link to the original that is written as an address and not as a link; one to a home page is none to the original."""
    url = block.text[start:end]
    bare, at = scene.is_bare(url), scene.address(url)
    elsewhere = at is not None and (at.is_profile or at.target in {Target.HOME, Target.LISTING})
    found = line_acknowledgement(
        scene,
        Kind.LINK_TO_ORIGINAL,
        block,
        start,
        end,
        names=names,
        broken=("home_page" if elsewhere else None) if bare else "not_linked",
        certain=certain,
        details={"bare": True} if bare else {},
    )
    return replace(found, evidence=replace(found.evidence, href=url)) if bare else found


def metadata_acknowledgement(
    kind: Kind, evidence: Evidence, via: str, names: tuple[str, ...] = (), details: dict[str, object] | None = None
) -> Acknowledgement:
    """An acknowledgement that only machines read."""
    return Acknowledgement(kind, evidence, names, hidden_by="metadata", via=via, details=details or {})
