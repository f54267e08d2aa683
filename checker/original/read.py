"""A publisher's page -> the original that it shows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from lxml import etree

from checker.acknowledgements import counters
from checker.acknowledgements.scene import Scene
from checker.documents.web.answer import whole
from checker.model import Acknowledgement, Kind, Recognition
from checker.original import notes
from checker.original.frame import frame, is_furniture, is_slanted
from checker.original.headline import is_same
from checker.original.original import Anchor, Image, Original
from checker.original.style import style
from checker.page import address, host
from checker.page.host import name_key
from checker.page.page import Block, Region, Resource
from checker.page.published import published

_TAGLINES = 4
_LEAST = 20
_NO_LETTERS = re.compile(r"[\W\d_]+")
_NUMBERED = 4
"""From so many digits on, they tell one image from another."""
_SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+$)|-scaled(?=\.\w+$)|@\dx(?=\.\w+$)")
_AFFILIATION = re.compile(r"affiliation|institution", re.IGNORECASE)
_MAX_DEPTH = 4
_MAX_LABEL = 40


def original(scene: Scene, acknowledgements: Sequence[Acknowledgement], recognition: Recognition) -> Original:
    """The facts of the article that a page of its publisher's shows."""
    page, source = scene.page, recognition.publisher
    ends = tuple(dict.fromkeys(_taglines(scene)))
    around = frame(scene, scene.layout.body, acknowledgements)
    return Original(
        url=_url(scene),
        title=_title(scene),
        authors=_authors(acknowledgements),
        affiliations=tuple(dict.fromkeys(_affiliations(scene))),
        published=published(page),
        language=page.language,
        license=_license(acknowledgements),
        paragraphs=tuple(block.text for block in scene.layout.body),
        frame=around | {number for number, block in enumerate(scene.layout.body) if block.text in ends},
        anchors=tuple(_anchors(scene, around)),
        images=tuple(images(scene)),
        taglines=ends,
        corrections=tuple(dict.fromkeys(notes.corrections(scene))),
        refusal=next(notes.refusals(scene), None),
        third_party=(source.name or source.domain) if recognition.republished and source else None,
        republish_button=_has_button(scene),
        publisher=next(host.told_names(page, scene.host.domain), None),
    )


def images(scene: Scene) -> Iterator[Image]:
    """The images of an article, with their captions, once each. A page counter is none."""
    seen: set[str] = set()
    for resource in scene.page.resources:
        if resource.element.tag != "img" or resource.hidden_by or not _in_article(scene, resource.element):
            continue
        name = "" if _is_counter(scene, resource) else _own_name(scene, resource.url)
        if name and name not in seen:
            seen.add(name)
            yield Image(name, _caption(resource.element), resource.element.get("alt") or "")


def _is_counter(scene: Scene, resource: Resource) -> bool:
    """True for a known counter, and for what has no size to be seen."""
    found = scene.address(resource.url)
    sizes = {resource.element.get(side) for side in ("width", "height")}
    return sizes <= {"0", "1"} or (found is not None and counters.is_known(found, scene.directory))


def _own_name(scene: Scene, url: str) -> str:
    """The name of an image; its whole address where many are called so."""
    name = image_name(url)
    parts = _NO_LETTERS.split(name.rpartition(".")[0] or name)
    common = sum(map(str.isdigit, name)) < _NUMBERED and set(notes.words("image_names")).issuperset(filter(None, parts))
    return whole(scene.base or "", url) if name and common else name


def image_name(url: str) -> str:
    """The last part of an image's address without the size that a CMS adds to it; empty for data in the page, and what is no address."""
    if url.startswith("data:"):
        return ""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    return _SIZE.sub("", path.rpartition("/")[2].lower())


def _in_article(scene: Scene, element: etree._Element) -> bool:
    """False for an image in another article of the page, and in what stands beside all of them."""
    if next(element.iterancestors("nav", "aside", "footer"), None) is not None:
        return False
    own = next(element.iterancestors("article"), None)
    theirs = next(scene.layout.body[0].element.iterancestors("article"), None) if scene.layout.body else None
    return own is None or theirs is None or own is theirs or theirs in own.iterancestors()


def _caption(element: etree._Element) -> str:
    for figure in element.iterancestors("figure", "div"):
        for caption in figure.iter("figcaption", "p", "span"):
            if caption.tag == "figcaption" or "caption" in (caption.get("class") or ""):
                return " ".join("".join(map(str, caption.itertext())).split())
        if figure.tag == "figure":
            break
    return ""


def _url(scene: Scene) -> str | None:
    page = scene.page
    canonical = (relation.value for relation in page.relations if relation.name == "canonical")
    given = (page.document.url, *canonical, page.meta("og:url"))
    return next((found.url for each in given if each and (found := address.parse(each))), None)


def _authors(acknowledgements: Sequence[Acknowledgement]) -> tuple[str, ...]:
    named = [ack for ack in acknowledgements if ack.kind is Kind.AUTHOR_CREDIT]
    visible = [ack for ack in named if ack.usable]
    return tuple(dict.fromkeys(name for ack in visible or named for name in ack.names))


def _license(acknowledgements: Sequence[Acknowledgement]) -> str | None:
    notices = (ack.details.get("license") for ack in acknowledgements if ack.kind is Kind.LICENSE_NOTICE)
    return next((str(found) for found in notices if found), None)


def _title(scene: Scene) -> str | None:
    """The highest heading; of several the longest that the metadata agree with, as some sites make their own name one."""
    page, domain = scene.page, scene.host.domain or ""
    site = {name_key(name) for name in (page.meta("og:site_name") or "", domain, domain.partition(".")[0])}
    told = [title for title in (page.meta("og:title"), page.title) if title]
    headings = [block.text for block in page.visible if block.element.tag == "h1"]
    own = [heading for heading in headings if name_key(heading) not in site]
    agreed = [heading for heading in own if any(is_same(heading, title) for title in told)]
    return next(iter([*sorted(agreed, key=len, reverse=True), *own, *told, *headings]), None)


def _anchors(scene: Scene, around: Collection[int]) -> Iterator[Anchor]:
    """The links of the text; those in a box and those that offer another story are none of it."""
    seen: set[str] = set()
    for number, block in enumerate(scene.layout.body):
        for link in () if number in around else block.links:
            if (found := scene.address(link.href)) and found.url not in seen:
                seen.add(found.url)
                yield Anchor(found.url, block.text[link.start : link.end])


def _taglines(scene: Scene) -> Iterator[str]:
    """The short notes behind the text, and its last paragraphs where they are set apart by their type; no call to give or republish."""
    last, words = scene.layout.prose[1], style(scene.page.language)
    behind = [block for block in scene.article if block.index > last and block.region is Region.ARTICLE][:_TAGLINES]
    ends = [block for block in scene.layout.body[-_TAGLINES:] if is_slanted(block) or _is_in_footer(block)]
    for block in (*ends, *behind):
        if len(block.text) >= _LEAST and not is_furniture(scene, block, words):
            yield block.text


def _is_in_footer(block: Block) -> bool:
    around = block.element.getparent()
    return block.element.tag == "footer" or (around is not None and around.tag == "footer")


def _affiliations(scene: Scene) -> Iterator[str]:
    for data_ in scene.page.structured:
        yield from _structured(data_.value, 0)
    for block in scene.page.visible:
        marks = f"{block.element.get('class') or ''} {block.element.get('itemprop') or ''}"
        if _AFFILIATION.search(marks) and len(block.text) < 4 * _MAX_LABEL:
            yield block.text


def _structured(value: object, depth: int) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _structured(item, depth + 1)
    elif isinstance(value, Mapping):
        for named in _several(value.get("affiliation")):
            if isinstance(named, Mapping) and isinstance(named.get("name"), str):
                yield named["name"]
        for key in ("@graph", "author", "mainEntity"):
            yield from _structured(value.get(key), depth + 1)


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _has_button(scene: Scene) -> bool:
    words = notes.words("republish_buttons")
    labels = (block.folded for block in scene.page.visible if len(block.text) <= _MAX_LABEL)
    texts = (block.folded[link.start : link.end] for block in scene.page.visible for link in block.links)
    buttons = ("".join(map(str, element.itertext())).lower() for element in scene.page.root.iter("button"))
    return any(word in text for group in (labels, texts, buttons) for text in group for word in words)
