"""Bylines: who wrote the work, by the words, by the markup, by the metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from checker.acknowledgements import credit_lines
from checker.acknowledgements.captions import is_caption
from checker.acknowledgements.licence_families import is_licence
from checker.acknowledgements.making import line_acknowledgement, metadata_acknowledgement
from checker.acknowledgements.names import is_date, is_person, people
from checker.acknowledgements.scene import MOST, Scene
from checker.acknowledgements.standing import is_below_picture, sentence
from checker.model import Acknowledgement, Kind
from checker.page.host import name_key
from checker.page.page import Block, Region
from checker.page.text import fold, ideographs, is_ideographic
from checker.wording.wordings import Match

_AUTHOR_METAS = frozenset(
    {"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"}
)
_MAX_LINE = 160
_OPENING = "「『“‘"
_MAX_DEPTH = 6
_FEW_LINES = 4
_HEAD = 12
_TAIL = 4
_SIGNED = 2
_SIGNATURE = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
_MARKS = 2
_PARTED = re.compile(r"\s+[·•|–—]\s+")
_AROUND_DATE = " ,|–—-"
_LINKED_DATE = 3
_LAST_PART = re.compile(r"(?<=[,|]\s)[^,|\n]+$")
_PERSON_AND_PAPER = re.compile(r"(?P<person>[^,|\n]{4,40}?)\s*[,|]\s*(?P<paper>[^,|\n]{3,60})")
_HEADINGS = frozenset({"h1", "h2"})
_NAMED_SO = re.compile(r"(?:^|[\s_-])(?:authors?|auth|aut[eo]u?re?s?|byline|writer)(?=$|[\s_-])", re.IGNORECASE)
"""A class of what may be the article's author, or somebody else's: a name alone in its place is the article's."""


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """An author credit for each byline that readers see, then those of the metadata."""
    yield from _worded(scene)
    yield from _before_agencies(scene)
    yield from _before_credited(scene)
    yield from _above_credits(scene)
    yield from _marked_up(scene)
    metadata = tuple(islice(_metadata(scene), MOST))
    yield from _named_in_metadata(scene, tuple(dict.fromkeys(name for ack in metadata for name in ack.names)))
    yield from metadata


def _worded(scene: Scene) -> Iterator[Acknowledgement]:
    for match in scene.matching("author_credit", "translator_credit", "source_attribution"):
        span = match.slots.get("author")
        if (
            span is None
            or _is_in_address(match.block, span[0])
            or is_caption(scene, match.block, match.start)
            or not _stands_as_byline(scene, match.block)
            or _is_of_teaser(scene, match.block, match.start)
            or _is_in_next_sentence(match, span[0])
        ):
            continue
        labelled = ":" in match.block.folded[match.start : span[0]] or _is_foreign(match.block, *span)
        said = match.block.text[span[0] : _before_link(match.block, *span)]
        found = people(said, match.phrase.language, labelled=labelled) or _dated(scene, match.block, *span)
        names = _not_host(scene, found) or _owners(scene, found)
        if names:
            end = span[0] + match.block.text[span[0] :].find(names[-1]) + len(names[-1])
            links = match.block.links_in(*span)
            link = links[0] if links else None
            at = scene.address(link.href) if link and labelled else None
            # A label whose name leads to another site: an author who publishes there.
            details: dict[str, object] = {"elsewhere": at.domain} if at and not scene.host.owns(at.domain) else {}
            if _is_translated(scene, match.block, span[0]):
                details["translated"] = True
            yield line_acknowledgement(
                scene, Kind.AUTHOR_CREDIT, match.block, match.start, end, names=names, link=link, details=details
            )


def _is_in_next_sentence(match: Match, at: int) -> bool:
    """True behind the end of the sentence that names the source: "first published in Example News. Translated by Bo Reader"."""
    source, _ = match.slots.get("source", (at, at))
    first, _ = match.block.line_at(at)
    return first <= source < sentence(match.block, at)[0]


def _is_translated(scene: Scene, block: Block, start: int) -> bool:
    """True where one wording names the author and a translator: "作者：Ann 译者：Bo"."""
    both = (match.slots.get("author") for match in scene.matches_in(block) if match.phrase.kind == "translator_credit")
    return any(slot is not None and slot[0] == start for slot in both)


def _dated(scene: Scene, block: Block, start: int, end: int) -> tuple[str, ...]:
    """One word above the text with nothing but a date behind it: "By ann on May 3, 2020"."""
    name, _, behind = block.text[start:end].partition("\n")[0].partition(" ")
    above = block.index <= scene.prose[0] and any(map(str.isdigit, behind))
    dated = above and is_date(fold(behind.strip(_AROUND_DATE)), scene.wordings.dates)
    return people(name, scene.language, labelled=True) if dated else ()


def _owners(scene: Scene, names: tuple[str, ...]) -> tuple[str, ...]:
    """A person after whom the site is called, and whom its metadata gives as the author: whose blog it is wrote the article."""
    authors = {fold(meta.value.strip()) for meta in scene.page.metas if meta.name in _AUTHOR_METAS}
    return tuple(
        name
        for name in names
        if fold(name) in authors
        and scene.host.is_called(name)
        and is_person(name, scene.language)
        and not _is_known(scene, name)
    )


def _is_known(scene: Scene, name: str) -> bool:
    """True for a publisher or an agency."""
    return bool(scene.directory.named(name)) or scene.directory.is_news_agency(name)


def _is_in_address(block: Block, start: int) -> bool:
    """True where a hyphen or a slash follows right behind the words: "https://news.example/recap-by-ann"."""
    return block.text[start : start + 1] in {"-", "/"} and not block.text[start - 1 : start].isspace()


def _is_foreign(block: Block, start: int, end: int) -> bool:
    """True for a letter of another script, or an `@`, beside words without spaces: a name, even of one word ("翻译自 ann 的文章").

    Such a name may be quoted: "博主「ann」".
    """
    beside = block.text[:start].rstrip()[-1:] + block.text[end : end + 1]
    first = block.text[start:end].lstrip(_OPENING)[:1]
    return any(map(is_ideographic, beside)) and ((first.isascii() and first.isalpha()) or first == "@")


def _before_agencies(scene: Scene) -> Iterator[Acknowledgement]:
    """People above the text before an agency: "ANN WRITER AP Sports Writer". Alone, or far from the title, they take pictures."""
    first, _ = scene.prose
    for block in scene.spotted("agency"):
        start, end = block.line_at(0)
        if not first - _HEAD <= block.index <= first or end - start > _MAX_LINE or is_below_picture(block):
            continue
        line = block.text[start:end]
        before = line[: _title_at_agency(scene, line) or _agency_below_title(scene, block, line)].rstrip(" ,|-–—")
        names = people(before, scene.language)
        if names and before.endswith(names[-1]):
            yield line_acknowledgement(
                scene, Kind.AUTHOR_CREDIT, block, start, start + len(before), names=_not_host(scene, names)
            )


def _before_credited(scene: Scene) -> Iterator[Acknowledgement]:
    """A person above the text before whom the page credits: "Ann Writer, Example Times" above what "appeared on Example Times"."""
    first, _ = scene.prose
    lines = (block for block in scene.article if first - _HEAD <= block.index <= first)
    found = [(block, parts) for block in lines if (parts := _PERSON_AND_PAPER.fullmatch(block.text))]
    credited = _credited(scene) if found else ()
    for block, parts in found:
        if name_key(parts["paper"]) in credited and is_person(parts["person"], scene.language):
            yield line_acknowledgement(
                scene, Kind.AUTHOR_CREDIT, block, 0, parts.end("person"), names=(parts["person"],)
            )


def _credited(scene: Scene) -> frozenset[str]:
    """The keys of the names that credit lines give as sources."""
    return frozenset(name_key(named.name) for _, named in credit_lines.lines(scene) if named.name)


def _above_credits(scene: Scene) -> Iterator[Acknowledgement]:
    """Behind the text a line that is a person's name, right above the credit line: so syndicated texts are signed."""
    _, last = scene.prose
    ends = (block for block in scene.article if abs(block.index - last) <= _SIGNED)
    signed = {block.index: block for block in ends if _is_signature(scene, block.text)}
    sources = [match.block for match, _ in credit_lines.lines(scene) if not match.phrase.weak] if signed else ()
    for source in sources:
        above = scene.above(source)
        block = signed.get(above.index) if above and not above.is_heading else None
        names = _not_host(scene, (block.text.strip(),)) if block and not is_below_picture(block) else ()
        if block and names:
            yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, block, 0, len(block.text), names=names)


def _is_signature(scene: Scene, text: str) -> bool:
    """True for a person's name and nothing else. Ideographs alone may be anything: "to be continued" is as long as a name."""
    plain = _SIGNATURE.fullmatch(text) is not None and not ideographs(text)
    return plain and is_person(text, scene.language) and not scene.wordings.caption_end(fold(text))


def _title_at_agency(scene: Scene, line: str) -> int:
    """Where in a line an agency stands before what somebody is there, or 0."""
    found = ((at, mark) for mark in scene.directory.marks if (at := line.find(f" {mark} ")) > 0)
    at, mark = min(found, default=(0, ""))
    return at if line[at + len(mark) + 2 :][:1].isupper() else 0


def _agency_below_title(scene: Scene, block: Block, line: str) -> int:
    """Where an agency that is the last part of a line right below the title begins, or 0: "Ann Writer, Example Wire"."""
    above = scene.above(block)
    last = _LAST_PART.search(line)
    titled = above is not None and above.element.tag in _HEADINGS
    known = last is not None and scene.directory.is_exactly(last[0]) and scene.directory.is_news_agency(last[0])
    return last.start() if last and titled and known else 0


def _before_link(block: Block, start: int, end: int) -> int:
    """Where a name ends at the latest: a link behind it is the work's title. A name may be a link itself."""
    first = next(iter(block.links_in(start, end)), None)
    return first.start if first and first.start > start + _MARKS else end


def _stands_as_byline(scene: Scene, block: Block) -> bool:
    """Before or after the text: "by Ann Writer" inside it is part of a sentence or of a list of books."""
    return block.region is Region.BYLINE or scene.at_edge(block)


def _is_of_teaser(scene: Scene, block: Block, start: int) -> bool:
    """True inside a link to another article of the site, behind its title: "[The river comes back. By Ann Writer](/river)"."""
    over = next((link for link in block.links if link.start < start < link.end), None)
    found = scene.address(over.href) if over else None
    return over is not None and (found is None or (scene.host.owns(found.domain) and not found.is_profile))


def _marked_up(scene: Scene) -> Iterator[Acknowledgement]:
    """Names in an element that says it is the byline: rel=author, or a byline's class where no words say so."""
    worded = {match.block.index for match in scene.matches if match.phrase.kind == "author_credit"}
    for block in scene.own_bylines:
        for link in block.links:
            name = block.text[link.start : link.end].strip()
            if "author" in link.rel and is_person(name, scene.language) and _not_host(scene, (name,)):
                yield line_acknowledgement(
                    scene, Kind.AUTHOR_CREDIT, block, link.start, link.end, names=(name,), link=link
                )
        yield from _linked_and_dated(scene, block)
        if block.index not in worded and len(block.text) <= _MAX_LINE and _is_byline(scene, block):
            yield from _byline_block(scene, block)


def _linked_and_dated(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """Above the text a person's name that is a link, with a date right behind it, at the beginning of a block."""
    link = next(iter(block.links), None)
    if link is None or block.text[: link.start].strip() or not scene.prose[0] - _HEAD <= block.index <= scene.prose[0]:
        return
    name, behind = block.text[link.start : link.end].strip(), block.text[link.end :].split()[:_LINKED_DATE]
    date = fold(" ".join(behind).strip(_AROUND_DATE))
    if any(map(str.isdigit, date)) and is_date(date, scene.wordings.dates) and is_person(name, scene.language):
        names = _not_host(scene, (name,)) or _owners(scene, (name,))
        if names:
            yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, block, link.start, link.end, names=names, link=link)


def _is_byline(scene: Scene, block: Block) -> bool:
    """By its class, or above the text by its lines: of two to four, one is a date and one a link to another site."""
    if block.region is Region.BYLINE or _is_dated_name(scene, block) or _is_named_so(scene, block):
        return True
    if "\n" not in block.text or block.index > scene.prose[0] or scene.host.domain is None:
        return False
    lines = [line.strip() for line in block.text.split("\n") if line.strip()]
    if not 2 <= len(lines) <= _FEW_LINES:
        return False
    addresses = (scene.address(link.href) for link in block.links)
    elsewhere = any(at.is_article and not scene.host.owns(at.domain) for at in addresses if at)
    return elsewhere and any(is_date(fold(line), scene.wordings.dates) for line in lines)


def _is_named_so(scene: Scene, block: Block) -> bool:
    """True between title and text, or right below the text, for what begins with people's names in an element that is called an author."""
    first, last = scene.prose
    if ":" in block.folded or not (first - _HEAD <= block.index <= scene.begun or block.index == last + 1):
        return False
    around = block.element.getparent()
    classes = (each.get("class") or "" for each in (block.element, around) if each is not None)
    names = people(block.text, scene.language) if any(map(_NAMED_SO.search, classes)) else ()
    return bool(names) and name_key(names[0]) not in _credited(scene)


def _is_dated_name(scene: Scene, block: Block) -> bool:
    """True right below the title for somebody's name and, on the line below, a date: so notebooks are written out."""
    name, _, date = block.text.partition("\n")
    above = scene.above(block) if date else None
    dated = above is not None and above.element.tag == "h1" and is_date(fold(date), scene.wordings.dates)
    return dated and bool(people(name, scene.language))


def _byline_block(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    start = 0
    for line in block.text.split("\n"):
        found = (
            people(line, scene.language)
            or people(_behind_label(scene, line), scene.language)
            or _beside_date(scene, line)
        )
        names = _not_host(scene, found) or _owners(scene, found)
        if names and not _leads_to_article(scene, block, start, start + len(line)):
            yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, block, start, start + len(line), names=names)
        start += len(line) + 1


def _behind_label(scene: Scene, line: str) -> str:
    """What stands behind the word for a byline inside a line: "May 3, 2020 by Ann Writer"."""
    label = fold(_label(scene))
    at = fold(line).find(f" {label}") if label.endswith(" ") else -1
    return line[at + 1 + len(label) :] if at >= 0 else ""


def _beside_date(scene: Scene, line: str) -> tuple[str, ...]:
    """The people in one part of a line of which another is a date: "May 3, 2020 · 4 min · Ann Writer"."""
    parts = _PARTED.split(line)
    if not any(is_date(fold(part), scene.wordings.dates) for part in parts):
        return ()
    return next(filter(None, (people(part, scene.language) for part in parts)), ())


def _label(scene: Scene) -> str:
    return scene.language.credit.get("byline", "").partition("{author}")[0]


def _leads_to_article(scene: Scene, block: Block, start: int, end: int) -> bool:
    """True for a line that is a link to another site's article: a source's name looks like a person's."""
    addresses = (scene.address(link.href) for link in block.links_in(start, end))
    return any(at.is_article and not at.is_profile and not scene.host.owns(at.domain) for at in addresses if at)


def _named_in_metadata(scene: Scene, names: tuple[str, ...]) -> Iterator[Acknowledgement]:
    """Around the text, a short line with the very name that the metadata gives the author, or a name that links to its profile."""
    first, last = scene.prose
    for block in scene.article:
        if (
            not (first - _HEAD <= block.index <= first or last < block.index <= last + _TAIL)
            or len(block.text) > _MAX_LINE
        ):
            continue
        for name in names:
            at = block.text.find(name)
            if at >= 0 and is_person(name, scene.language):
                yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, block, at, at + len(name), names=(name,))
        for link in block.links if block.index <= first else ():
            found, name = scene.address(link.href), block.text[link.start : link.end].strip()
            person = is_person(name, scene.language) and name not in names and _not_host(scene, (name,))
            if found and found.is_profile and person:
                yield line_acknowledgement(
                    scene, Kind.AUTHOR_CREDIT, block, link.start, link.end, names=(name,), link=link
                )


def _metadata(scene: Scene) -> Iterator[Acknowledgement]:
    page = scene.page
    for meta in page.metas:
        names = (
            _not_host(scene, (_without_label(scene, meta.value.strip()[:120]),)) if meta.name in _AUTHOR_METAS else ()
        )
        if names:
            evidence = page.element_evidence(meta.element, meta.value.strip(), attribute=meta.attribute)
            yield metadata_acknowledgement(Kind.AUTHOR_CREDIT, evidence, "meta", names)
    for prop in page.properties:
        told = prop.name == "author" and prop.attribute == "content"
        if names := _not_host(scene, (prop.value.strip(),)) if told else ():
            evidence = page.element_evidence(prop.element, prop.value.strip(), attribute="content")
            yield metadata_acknowledgement(Kind.AUTHOR_CREDIT, evidence, "microdata", names)
    for data in page.structured:
        for name in _not_host(scene, tuple(islice(_json_names(data.value, 0), MOST))):
            yield metadata_acknowledgement(Kind.AUTHOR_CREDIT, page.script_evidence(data, name), "json_ld", (name,))


def _without_label(scene: Scene, value: str) -> str:
    """A name that somebody wrote into the metadata as the page shows it: "By Ann Writer"."""
    label = _label(scene)
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


def _not_host(scene: Scene, names: tuple[str, ...]) -> tuple[str, ...]:
    """Without the host, publishers and words for nobody ("Staff"): an agency alone is a source, not an author."""
    people = (_without_agency(scene, name) for name in names if name and not scene.directory.named(name))
    return tuple(
        name
        for name in people
        if not (scene.host.is_called(name) or _is_known(scene, name))
        and not is_licence(name)
        and fold(name) not in scene.wordings.vague
    )


def _without_agency(scene: Scene, name: str) -> str:
    """The name alone, where a site prints the agency right behind it."""
    endings = _endings(scene.directory.agency_names)
    folded = name.casefold()
    ending = next((each for each in endings if folded.endswith(each)), "") if folded.endswith(endings) else ""
    return name[: -len(ending)].removesuffix(" The").rstrip(" ,-–—") if ending else name


@lru_cache(maxsize=8)
def _endings(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {name.casefold()}" for name in names)
