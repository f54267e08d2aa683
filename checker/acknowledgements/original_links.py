"""Links whose words say that they lead to the original: "read the original article"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.acknowledgements.credit_lines import link_acknowledgements
from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A link to the original for each wording that covers, or stands right before, a link."""
    for match in scene.matching("original_link"):
        for link in match.block.links_in(match.start, match.end + 3):
            found = scene.address(link.href)
            if found is None or not scene.host.owns(found.domain):
                yield from link_acknowledgements(scene, match.block, link, ())
                break
