"""Page counters of the original's publisher. They are recognised by their address and never requested."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any
from urllib.parse import unquote

from checker import data
from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement, Evidence, Kind
from checker.page import address
from checker.page.address import Address, is_within
from checker.page.page import Resource
from checker.terms.directory import Directory
from checker.wording.spotting import has_any

_INNER = re.compile(r"https?://.+|(?<=/)(?:[\w-]+\.)+[a-z]{2,}/.+", re.IGNORECASE)
_REHOSTED = re.compile(r"count(?:[-_]?\d+)?\.gif")


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A page counter for each thing the page loads that is one; one that is not loaded counts nobody."""
    seen: set[str] = set()
    for resource in scene.page.resources:
        found = _address(scene, resource.url) if _may_count(scene, resource.url) else None
        if found is None or found.url in seen:
            continue
        inner = _behind_proxy(found)
        broken = "proxied" if inner else "rehosted" if _is_rehosted(scene, found) else None
        if broken == "rehosted" or is_counter(scene, inner or found):
            seen.add(found.url)
            yield _counter(scene, resource, inner or found, broken)


def _may_count(scene: Scene, url: str) -> bool:
    """False for an address without a word that a counter's address has, which is told sooner than where it leads."""
    written = f"{url} {scene.base or ''}".lower()
    if "%" in written:
        written = unquote(written)
    return not written.isascii() or has_any(_words(scene.directory), written)


@lru_cache(maxsize=4)
def _words(directory: Directory) -> tuple[str, ...]:
    known = rules()
    words = ("count", *known["words"], *known["proxies"], *(parts[0] for parts in known["known"]))
    return (*words, *directory.counters.hosts)


def _address(scene: Scene, url: str) -> Address | None:
    """Where something is loaded from; what is relative to an unknown base comes from the host."""
    own = f"https://{scene.host.domain}/" if scene.host.domain else None
    return scene.address(url) or address.parse(url, own)


def _behind_proxy(found: Address) -> Address | None:
    """The address that an image proxy fetches: it keeps a copy, and the publisher counts one reader for all."""
    url = unquote(found.url)
    if not any(mark in url for mark in rules()["proxies"]):
        return None
    inner = _INNER.search(url, url.find("/", len("https://")))
    return address.parse(inner[0] if inner and "://" in inner[0] else f"https://{inner[0]}") if inner else None


def _is_rehosted(scene: Scene, found: Address) -> bool:
    """A counter's file on the host's own site: an import copied it with the article's pictures. A publisher's stands on its own."""
    name = found.path.rpartition("/")[2].lower()
    return (
        scene.host.owns(found.domain) and _REHOSTED.fullmatch(name) is not None and not is_known(found, scene.directory)
    )


def is_counter(scene: Scene, found: Address) -> bool:
    """True for a known counter, or a counter's address on a domain that the article credits by a link."""
    if scene.host.owns(found.domain) or any(is_within(found.host, own) for own in rules()["analytics"]):
        return False
    if is_known(found, scene.directory):
        return True
    url = found.url.lower()
    named = any(re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", url) for word in rules()["words"])
    return named and found.domain in _linked_domains(scene)


def is_known(found: Address, directory: Directory) -> bool:
    """True for a counter of a publisher's that a rule pack names, and for one of a form that is known."""
    url = found.url.lower()
    return bool(directory.counters.owner(found)) or any(_in_order(url, parts) for parts in rules()["known"])


def _linked_domains(scene: Scene) -> set[str]:
    found = (scene.address(link.href) for block in scene.article for link in block.links)
    return {address.domain for address in found if address}


def _counter(scene: Scene, resource: Resource, found: Address, broken: str | None) -> Acknowledgement:
    evidence: Evidence = scene.page.element_evidence(resource.element, "", found.url)
    publisher = scene.directory.counters.owner(found) or scene.directory.at(found.host)
    names = (publisher.name,) if publisher and publisher.name else ()
    return Acknowledgement(Kind.PAGE_COUNTER, evidence, names, broken, resource.hidden_by, "markup")


def _in_order(url: str, parts: list[str]) -> bool:
    at = 0
    for part in parts:
        at = url.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


@cache
def rules() -> dict[str, Any]:
    """What is known of counters' addresses (rules/counters.toml)."""
    return tomllib.loads((data.folder("rules") / "counters.toml").read_text("utf-8"))
