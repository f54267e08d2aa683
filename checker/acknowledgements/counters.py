"""Page counters of the original's publisher. They are recognised by their address and never requested."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from checker import data
from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement, Evidence, Kind
from checker.page.address import Address, is_within
from checker.page.page import Resource


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A page counter for each thing the page loads that is one; one that is not loaded counts nobody."""
    seen: set[str] = set()
    for resource in scene.page.resources:
        found = scene.address(resource.url)
        if found and found.url not in seen and is_counter(scene, found):
            seen.add(found.url)
            yield _counter(scene, resource, found)


def is_counter(scene: Scene, found: Address) -> bool:
    """True for a known counter, or a counter's address on a domain that the article credits by a link."""
    if scene.host.owns(found.domain) or any(is_within(found.host, own) for own in _rules()["analytics"]):
        return False
    if scene.directory.counters.owner(found):
        return True
    url = found.url.lower()
    if any(_in_order(url, parts) for parts in _rules()["known"]):
        return True
    return any(word in url for word in _rules()["words"]) and found.domain in _linked_domains(scene)


def _linked_domains(scene: Scene) -> set[str]:
    found = (scene.address(link.href) for block in scene.article for link in block.links)
    return {address.domain for address in found if address}


def _counter(scene: Scene, resource: Resource, found: Address) -> Acknowledgement:
    evidence: Evidence = scene.page.element_evidence(resource.element, "", found.url)
    publisher = scene.directory.counters.owner(found) or scene.directory.at(found.host)
    names = (publisher.name,) if publisher and publisher.name else ()
    return Acknowledgement(Kind.PAGE_COUNTER, evidence, names, hidden_by=resource.hidden_by, via="markup")


def _in_order(url: str, parts: list[str]) -> bool:
    at = 0
    for part in parts:
        at = url.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads((data.folder("rules") / "counters.toml").read_text("utf-8"))
