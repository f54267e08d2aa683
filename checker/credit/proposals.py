"""The changes of a page's source that may meet a requirement, the best first. Whether one does, `fixing` finds out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml import etree

from checker.acknowledgements.scene import Scene
from checker.credit.sources import front_matter, html, markdown
from checker.credit.sources.splice import Edit
from checker.credit.sources.spots import Spot
from checker.documents.document import Media
from checker.model import Acknowledgement, Finding, Fix, Kind, PageReport
from checker.page.host import name_key
from checker.page.page import Link

_IN_HEAD = frozenset({"canonical_link", "noindex", "syndication_source_meta"})
_BYLINES = frozenset({"author_credit", "byline_format"})
_HREF = re.compile(r"href=\"([^\"]*)\"")
_SEARCH_RELS = ("nofollow", "ugc", "sponsored")
"""The words of `rel` that tell search engines not to count a link; several are often given together."""


@dataclass(frozen=True, slots=True)
class Means:
    """What there is to put in: the snippet (None where it would have a blank), the known authors, the key of a canonical address."""

    fix: Fix | None
    report: PageReport
    authors: tuple[str, ...]
    canonical_key: str

    @property
    def url(self) -> str | None:
        """Where the snippet links to."""
        found = _HREF.search(self.fix.html) if self.fix else None
        return unescape(found[1]) if found else None


def proposals(scene: Scene, finding: Finding, means: Means) -> Iterator[Edit]:
    """What is there in the wrong form is mended before anything is added beside it."""
    types = (finding.type or "").split("+")
    if "link_to_original" in types:
        yield from _dead_link(scene, means)
    if "link_quality" in types:
        yield from _rels(scene, finding)
    if means.fix is None:
        return
    if types[0] in _IN_HEAD:
        yield from _in_head(scene, types[0], means)
    else:
        yield from _in_body(scene, means.fix, means, is_byline=types[0] in _BYLINES)


def _in_body(scene: Scene, fix: Fix, means: Means, *, is_byline: bool) -> Iterator[Edit]:
    is_markdown = scene.page.document.media is Media.MARKDOWN
    if is_byline and is_markdown and not front_matter.has_role(scene.page, "author"):
        key = front_matter.key_edit(scene.page, "author" if len(means.authors) == 1 else "authors", means.authors)
        yield from [key] if key else []
    spots = _markdown_spots if is_markdown else _html_spots
    for spot in spots(scene, means.report.acknowledgements, is_byline=is_byline):
        yield spot.edit(fix.markdown if is_markdown else fix.html)


def _html_spots(scene: Scene, found: tuple[Acknowledgement, ...], *, is_byline: bool) -> Iterator[Spot]:
    if is_byline:
        yield from html.headline_spots(scene)
        yield from html.top_spots(scene)
    yield from html.end_spots(scene, found)
    if not is_byline:
        yield from html.top_spots(scene)
        yield from html.beside_spots(scene, _bylines(found))


def _markdown_spots(scene: Scene, found: tuple[Acknowledgement, ...], *, is_byline: bool) -> Iterator[Spot]:
    if is_byline:
        yield from markdown.headline_spots(scene.page)
        yield from markdown.top_spots(scene.page)
    yield from markdown.end_spots(scene.page)
    if not is_byline:
        yield from markdown.top_spots(scene.page)
        yield from markdown.beside_spots(scene.page, _bylines(found))


def _bylines(found: tuple[Acknowledgement, ...]) -> list[Acknowledgement]:
    return [ack for ack in found if ack.kind is Kind.AUTHOR_CREDIT]


def _in_head(scene: Scene, type_: str, means: Means) -> Iterator[Edit]:
    """An element of the head, or a key of the front matter; a single canonical link that names another page gets the right address."""
    page = scene.page
    url = means.url
    if type_ == "canonical_link" and url:
        canonical = [each for each in page.relations if each.name == "canonical" and each.in_head]
        if len(canonical) == 1:
            edit = html.attribute_edit(page, canonical[0].element, "href", _escaped(url), "in the canonical link")
            yield from [edit] if edit else []
        if not front_matter.has_role(page, "canonical") and (
            edit := front_matter.key_edit(page, means.canonical_key, [url])
        ):
            yield edit
    if page.document.media is Media.HTML and means.fix:
        yield from (spot.edit(means.fix.html) for spot in html.head_spots(page))


def _dead_link(scene: Scene, means: Means) -> Iterator[Edit]:
    """The address of the one credit link that leads nowhere, unless it stands on the name of somebody else."""
    credits_ = [ack for ack in means.report.acknowledgements if ack.kind is Kind.LINK_TO_ORIGINAL]
    dead = [ack for ack in credits_ if ack.broken == "dead_link" and not ack.hidden and ack.at]
    if len(dead) != 1 or means.url is None or not _may_be_ours(scene, dead[0], means.report):
        return
    place = "in the link that led nowhere"
    for link in _links(scene, dead[0]):
        offset = html.offset_of(scene.page, scene.page.element_evidence(link.element, ""))
        as_html = html.attribute_edit(scene.page, link.element, "href", _escaped(means.url), place)
        as_markdown = markdown.dead_link_edit(scene.page, offset, means.url, place) if offset is not None else None
        yield from (edit for edit in (as_html or as_markdown,) if edit)


def _may_be_ours(scene: Scene, ack: Acknowledgement, report: PageReport) -> bool:
    """True for words that name nobody, or the publisher: a link on another's name belongs to that one."""
    publisher = report.recognition.publisher
    names = (*scene.directory.names_of(publisher), publisher.name or "", publisher.domain or "") if publisher else ()
    return not ack.names or bool({name_key(name) for name in ack.names} & ({name_key(name) for name in names} - {""}))


def _links(scene: Scene, ack: Acknowledgement) -> list[Link]:
    block = next((each for each in scene.page.blocks if ack.at and each.index == ack.at[0]), None)
    offset = ack.at[1] if ack.at else 0
    links = block.links_in(offset, offset + len(ack.evidence.text)) if block else []
    return [link for link in links if link.href == (ack.evidence.href or "")]


def _rels(scene: Scene, finding: Finding) -> Iterator[Edit]:
    """The link without one of the words of its `rel`, or without all that are for search engines."""
    for element in _judged(scene, finding):
        words = (element.get("rel") or "").split()
        without = [{word} for word in words] + [set(_SEARCH_RELS)]
        for gone in without:
            kept = [word for word in words if word.lower() not in {each.lower() for each in gone}]
            if len(kept) == len(words):
                continue
            edit = html.attribute_edit(scene.page, element, "rel", " ".join(kept), "in the link's rel")
            yield from [edit] if edit else []


def _judged(scene: Scene, finding: Finding) -> Iterator[etree._Element]:
    """The link that a finding speaks of."""
    said = {(each.line, each.column) for each in finding.evidence}
    for block in scene.article:
        for link in block.links:
            at = scene.page.text_evidence(block, link.start, link.end)
            if link.rel and (at.line, at.column) in said:
                yield link.element


def _escaped(url: str) -> str:
    return url.replace("&", "&amp;").replace('"', "%22").replace("'", "%27").replace("<", "%3C").replace(">", "%3E")
