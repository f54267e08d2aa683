"""What only machines read: canonical links, structured data, HTTP headers. It supports what readers see, and decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.acknowledgements.scene import Scene, metadata_acknowledgement
from checker.model import Acknowledgement, Evidence, Kind

_MAX_DEPTH = 6
_TEXT_KEYS = {"creditText": Kind.SOURCE_ATTRIBUTION, "copyrightNotice": Kind.COPYRIGHT_LINE}
_ORIGINAL_METAS = {"syndication-source", "original-source", "dcterms.source", "dc.source", "citation_fulltext_html_url"}


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """Canonical links to another site, and what metadata says of an original."""
    yield from _canonicals(scene)
    yield from _headers(scene)
    yield from _metas(scene)
    for data in scene.page.structured:
        for kind, name, href in _structured(data.value, 0):
            evidence = scene.page.script_evidence(data, href or name, href)
            if href is None or _is_elsewhere(scene, href):
                yield metadata_acknowledgement(kind, evidence, "json_ld", (name,) if name else ())


def _is_elsewhere(scene: Scene, href: str) -> bool:
    found = scene.address(href)
    return found is not None and found.is_article and not scene.host.owns(found.domain)


def _canonicals(scene: Scene) -> Iterator[Acknowledgement]:
    """A canonical in the body is inert: search engines read it in the head alone. Several cancel each other out."""
    found = [relation for relation in scene.page.relations if relation.name == "canonical" and relation.value.strip()]
    targets = {relation.value.strip() for relation in found}
    for relation in found:
        if _is_elsewhere(scene, relation.value) and scene.host.domain:
            evidence = scene.page.element_evidence(relation.element, relation.value.strip(), relation.value.strip())
            broken = None if relation.in_head else "in_body"
            yield Acknowledgement(
                Kind.CANONICAL_LINK,
                evidence,
                broken=broken or ("contradicted" if len(targets) > 1 else None),
                via="markup",
            )


def _headers(scene: Scene) -> Iterator[Acknowledgement]:
    """The `Link` header of RFC 8288: canonical (RFC 6596) and license (RFC 4946)."""
    value = scene.page.headers.get("link")
    if not value:
        return
    from requests.utils import parse_header_links  # noqa: PLC0415  (slow to import; few documents have headers)

    kinds = {"canonical": Kind.CANONICAL_LINK, "license": Kind.LICENSE_NOTICE}
    for link in parse_header_links(value[:8000]):
        for rel in str(link.get("rel", "")).lower().split():
            url = str(link.get("url", ""))
            if rel in kinds and (rel == "license" or _is_elsewhere(scene, url)):
                hidden = "metadata" if rel == "license" else None
                yield Acknowledgement(
                    kinds[rel], Evidence(url, url, path=f"/header/link/{rel}"), hidden_by=hidden, via="header"
                )


def _metas(scene: Scene) -> Iterator[Acknowledgement]:
    for meta in scene.page.metas:
        if meta.name in _ORIGINAL_METAS and _is_elsewhere(scene, meta.value):
            evidence = scene.page.element_evidence(meta.element, meta.value, meta.value, "content")
            yield metadata_acknowledgement(Kind.LINK_TO_ORIGINAL, evidence, "meta")
    for prop in scene.page.properties:
        if prop.name in {"isBasedOn", "isBasedOnUrl"} and _is_elsewhere(scene, prop.value):
            evidence = scene.page.element_evidence(prop.element, prop.value, prop.value, prop.attribute or None)
            yield metadata_acknowledgement(Kind.LINK_TO_ORIGINAL, evidence, "microdata")


def _structured(value: object, depth: int) -> Iterator[tuple[Kind, str, str | None]]:
    """(kind, name, href) of what structured data (schema.org CreativeWork) says of an original."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _structured(item, depth + 1)
    elif isinstance(value, Mapping):
        for key, kind in _TEXT_KEYS.items():
            if isinstance(value.get(key), str):
                yield kind, str(value[key])[:200], None
        for url in _urls(value.get("isBasedOn")):
            yield Kind.LINK_TO_ORIGINAL, "", url
        for url in _urls(value.get("license")):
            yield Kind.LICENSE_NOTICE, url, None
        for name in _names(value.get("copyrightHolder")):
            yield Kind.COPYRIGHT_LINE, name, None
        yield from _structured(value.get("@graph"), depth + 1)
        yield from _structured(value.get("mainEntity"), depth + 1)


def _urls(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        url = (item.get("url") or item.get("@id")) if isinstance(item, Mapping) else item
        if isinstance(url, str) and url.startswith(("http://", "https://")):
            yield url[:2000]


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, Mapping) else item
        if isinstance(name, str) and name.strip():
            yield name.strip()[:120]
