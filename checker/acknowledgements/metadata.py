"""What only machines read: canonical links, structured data, HTTP headers. It supports what readers see, and decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.acknowledgements.making import metadata_acknowledgement
from checker.acknowledgements.scene import Scene
from checker.documents.web.answer import whole
from checker.model import Acknowledgement, Evidence, Kind
from checker.page.identity import same_page
from checker.page.page import Region

_MAX_DEPTH = 6
_NAME_KEYS = {
    "creditText": Kind.SOURCE_ATTRIBUTION,
    "publisher": Kind.SOURCE_ATTRIBUTION,
    "copyrightNotice": Kind.COPYRIGHT_LINE,
    "copyrightHolder": Kind.COPYRIGHT_LINE,
}
_SOURCE_METAS = frozenset({"source", "contentsource", "dc.source", "dcterms.source", "csource"})
_NAMING_METAS = {
    **dict.fromkeys(_SOURCE_METAS, Kind.SOURCE_ATTRIBUTION),
    "copyright": Kind.COPYRIGHT_LINE,
    "dc.rights": Kind.COPYRIGHT_LINE,
}
_MAX_NAME = 120
_SYNDICATED = "syndication-source"
_ORIGINAL_METAS = {_SYNDICATED, "original-source", "dcterms.source", "dc.source", "citation_fulltext_html_url"}


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """Canonical links to another site, and what metadata says of an original."""
    yield from _canonicals(scene)
    yield from _headers(scene)
    yield from _metas(scene)
    for data in scene.page.structured:
        for kind, name, href in _structured(data.value, 0):
            evidence = scene.page.script_evidence(data, href or name, href)
            if _is_elsewhere(scene, href) if href else kind is not Kind.SOURCE_ATTRIBUTION or _is_anothers(scene, name):
                yield metadata_acknowledgement(kind, evidence, "json_ld", (name,) if name else ())


def source_names(scene: Scene) -> Iterator[str]:
    """The names that the metadata gives the source of the text, where that is not the host."""
    for meta in scene.page.metas:
        if meta.name in _SOURCE_METAS and _is_anothers(scene, meta.value):
            yield meta.value.strip()


def _is_elsewhere(scene: Scene, href: str) -> bool:
    found = scene.address(href)
    return found is not None and found.is_article and not scene.host.owns(found.domain)


def _is_anothers(scene: Scene, name: str) -> bool:
    name = name.strip()
    return 1 < len(name) <= _MAX_NAME and not scene.host.is_called(name) and scene.address(name) is None


def _canonicals(scene: Scene) -> Iterator[Acknowledgement]:
    """A canonical in the body is inert: search engines read it in the head alone. Several cancel each other out."""
    found = [relation for relation in scene.page.relations if relation.name == "canonical" and relation.value.strip()]
    contradicted = _is_contradicted(scene)
    for relation in found:
        if _is_elsewhere(scene, relation.value) and (scene.host.domain or scene.host.others):
            value = relation.value.strip()
            evidence = scene.page.element_evidence(relation.element, value, whole(scene.base or "", value))
            broken = "in_body" if not relation.in_head else "contradicted" if contradicted else None
            if _is_sister(scene, relation.value):
                broken = "sister_site"
            yield Acknowledgement(Kind.CANONICAL_LINK, evidence, broken=broken, via="markup")


def _is_contradicted(scene: Scene) -> bool:
    """True where the head and the `Link` header name more than one page as canonical."""
    relations = (each for each in scene.page.relations if each.name == "canonical" and each.in_head)
    hrefs = [*(each.value for each in relations), *(url for rel, url in _linked(scene) if rel == "canonical")]
    urls = [at.url if (at := scene.address(href)) else href.strip() for href in hrefs if href.strip()]
    return any(url != urls[0] and not same_page(url, urls[0]) for url in urls[1:])


def _is_sister(scene: Scene, href: str) -> bool:
    """True for a site of the host's own family: its menu leads there. Such sites share their stories and one canonical."""
    found = scene.address(href)
    menus = (block for block in scene.page.blocks if block.region is Region.NAVIGATION)
    hrefs = dict.fromkeys(link.href for block in menus for link in block.links)
    return found is not None and any(at.domain == found.domain for at in map(scene.address, hrefs) if at)


def _headers(scene: Scene) -> Iterator[Acknowledgement]:
    """What the `Link` header says of an original: canonical (RFC 6596) and license (RFC 4946)."""
    for rel, url in _linked(scene):
        evidence = Evidence(url, url, path=f"/header/link/{rel}")
        if rel == "license":
            yield Acknowledgement(Kind.LICENSE_NOTICE, evidence, hidden_by="metadata", via="header")
        elif rel == "canonical" and _is_elsewhere(scene, url):
            broken = "contradicted" if _is_contradicted(scene) else None
            yield Acknowledgement(Kind.CANONICAL_LINK, evidence, broken=broken, via="header")


def _linked(scene: Scene) -> Iterator[tuple[str, str]]:
    """(relation, address) of each link in the `Link` header (RFC 8288)."""
    value = scene.page.headers.get("link")
    if not value:
        return
    from requests.utils import parse_header_links  # noqa: PLC0415  (slow to import; few documents have headers)

    for parsed in parse_header_links(value[:8000]):
        link = {name.lower(): value for name, value in parsed.items()}
        for rel in str(link.get("rel", "")).lower().split():
            yield rel, str(link.get("url", ""))


def _metas(scene: Scene) -> Iterator[Acknowledgement]:
    for meta in scene.page.metas:
        if meta.name in _ORIGINAL_METAS and _is_elsewhere(scene, meta.value):
            evidence = scene.page.element_evidence(meta.element, meta.value, meta.value, "content")
            details: dict[str, object] = {"syndicated": True} if meta.name == _SYNDICATED else {}
            yield metadata_acknowledgement(Kind.LINK_TO_ORIGINAL, evidence, "meta", details=details)
        elif (kind := _NAMING_METAS.get(meta.name)) and _is_anothers(scene, meta.value):
            evidence = scene.page.element_evidence(meta.element, meta.value.strip(), attribute="content")
            yield metadata_acknowledgement(kind, evidence, "meta", (meta.value.strip(),))
    for prop in scene.page.properties:
        if prop.name in {"isBasedOn", "isBasedOnUrl"} and _is_elsewhere(scene, prop.value):
            evidence = scene.page.element_evidence(prop.element, prop.value, prop.value, prop.attribute or None)
            yield metadata_acknowledgement(Kind.LINK_TO_ORIGINAL, evidence, "microdata")


def _structured(value: object, depth: int) -> Iterator[tuple[Kind, str, str | None]]:
    """(kind, name, href) of what structured data (schema.org CreativeWork) says of an original."""
    if isinstance(value, list) and depth <= _MAX_DEPTH:
        for item in value[:50]:
            yield from _structured(item, depth + 1)
    elif isinstance(value, Mapping) and depth <= _MAX_DEPTH:
        yield from _said(value)
        for key in ("@graph", "mainEntity"):
            yield from _structured(value.get(key), depth + 1)


def _said(work: Mapping[str, object]) -> Iterator[tuple[Kind, str, str | None]]:
    for key, kind in _NAME_KEYS.items():
        for name in _names(work.get(key)):
            yield kind, name, None
    for url in _urls(work.get("isBasedOn")):
        yield Kind.LINK_TO_ORIGINAL, "", url
    for url in _urls(work.get("license")):
        yield Kind.LICENSE_NOTICE, url, None


def _urls(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        url = (item.get("url") or item.get("@id")) if isinstance(item, Mapping) else item
        if isinstance(url, str) and url.startswith(("http://", "https://")):
            yield url[:2000]


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, Mapping) else item
        if isinstance(name, str) and name.strip():
            yield name.strip()[:_MAX_NAME]
