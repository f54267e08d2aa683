"""Authors whom the metadata names, and where readers see the very names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from checker.acknowledgements import authors
from checker.acknowledgements.making import line_acknowledgement, metadata_acknowledgement
from checker.acknowledgements.people import is_person
from checker.acknowledgements.scene import MOST, Scene
from checker.model import Acknowledgement, Kind
from checker.page.text import fold

_MAX_LINE = 160
_LABEL_ENDS = (":", "：")
_MAX_DEPTH = 6
_TAIL = 4


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """An author credit for each name of the metadata around the text, then those of the metadata."""
    metadata = tuple(islice(_metadata(scene), MOST))
    yield from _named_in_metadata(scene, tuple(dict.fromkeys(name for ack in metadata for name in ack.names)))
    yield from metadata


def _named_in_metadata(scene: Scene, names: tuple[str, ...]) -> Iterator[Acknowledgement]:
    """Around the text, a short line with the very name that the metadata gives the author, or a name that links to its profile."""
    first, last = scene.layout.prose
    for block in scene.article:
        if not (scene.layout.in_head(block) or last < block.index <= last + _TAIL) or len(block.text) > _MAX_LINE:
            continue
        for name in names:
            at = block.text.find(name)
            if at >= 0 and is_person(name, scene.language):
                yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, block, at, at + len(name), names=(name,))
        for link in block.links if block.index <= first else ():
            if block.text[: link.start].rstrip().endswith(_LABEL_ENDS):
                continue  # a label that is the author's is known by its words: this one may be the proofreader's
            name = block.text[link.start : link.end].strip()
            if name not in names and authors.has_page(scene, link, name):
                yield line_acknowledgement(
                    scene, Kind.AUTHOR_CREDIT, block, link.start, link.end, names=(name,), link=link
                )


def _metadata(scene: Scene) -> Iterator[Acknowledgement]:
    page = scene.page
    for meta in page.metas:
        names = (
            authors.not_host(scene, (_without_label(scene, meta.value.strip()[:120]),))
            if meta.name in authors.METAS
            else ()
        )
        if names:
            evidence = page.element_evidence(meta.element, meta.value.strip(), attribute=meta.attribute)
            yield metadata_acknowledgement(Kind.AUTHOR_CREDIT, evidence, "meta", names)
    for prop in page.properties:
        told = prop.name == "author" and prop.attribute == "content"
        if names := authors.not_host(scene, (prop.value.strip(),)) if told else ():
            evidence = page.element_evidence(prop.element, prop.value.strip(), attribute="content")
            yield metadata_acknowledgement(Kind.AUTHOR_CREDIT, evidence, "microdata", names)
    for data in page.structured:
        for name in authors.not_host(scene, tuple(islice(_json_names(data.value, 0), MOST))):
            yield metadata_acknowledgement(Kind.AUTHOR_CREDIT, page.script_evidence(data, name), "json_ld", (name,))


def _without_label(scene: Scene, value: str) -> str:
    """A name that somebody wrote into the metadata as the page shows it: "By Ann Writer"."""
    label = authors.label(scene)
    name = value[len(label) :].strip()
    return name if label and fold(value).startswith(fold(label)) and is_person(name, scene.language) else value


def _json_names(value: object, depth: int) -> Iterator[str]:
    """The names under `author` in an article's structured data."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _json_names(item, depth + 1)
    elif isinstance(value, Mapping):
        authors = value.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            person = not isinstance(author, Mapping) or "Organization" not in str(author.get("@type"))
            name = author.get("name") if isinstance(author, Mapping) else author
            if person and isinstance(name, str) and name.strip():
                yield name.strip()[:120]
        yield from _json_names(value.get("@graph"), depth + 1)
