"""Lines that are a publisher's name, by themselves or with a date: "Example News, January 24, 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from checker.acknowledgements.credit_lines import link_acknowledgements
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.metadata import source_names
from checker.acknowledgements.names import alternatives, is_date, is_person, people
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_below_picture, seams
from checker.model import Acknowledgement, Kind
from checker.page.address import Address, Target
from checker.page.host import name_key
from checker.page.page import Block, Link, Region
from checker.page.text import fold
from checker.terms.directory import aiding_words, papers, source_labels

_LONGEST = 3000
_HEAD = 12
"""So many blocks above the text a source may stand that only the metadata tells from other names."""
_BYLINE = 140
_NEAR = 3
_PAIR = 2
_FEW_LINES = 6
_SHORT = 240
_TITLES = frozenset({"h1", "h2"})
_NAME = 24
_MOST_NAMES = 3
_NAME_END = re.compile(r"[\n|,•·]|\s[–—-]\s")
_LINE = re.compile(r"[^\n]+")
_DATED = re.compile(r"(?P<name>[^·•|\n]{2,60}?)\s*[·•|]\s.*\b(?:19|20)\d\d\b")
_PARTS = re.compile(r"(?:(?<=[,|/•·])|(?<=\s[–—-]))[^,|/•·–—]+|^[^,|/•·–—]+")
_PERSON_BEFORE = re.compile(r"(?P<who>[^\n]{3,80}?)\s*[,|/–—-]\s*(?:the )?$", re.IGNORECASE)
_ADDRESS = re.compile(r"[»›→>\s-]{0,4}https?://[!-~]+")
_NAME_BEHIND = 40
_PARTING = " .,|/·•–—-\n"
_YEAR = re.compile(r"\b(?:19|20)\d\d\W*$")
_PLACED = re.compile(
    r"\W{0,3}(?P<name>[^,|\n]{3,40}?)(?:\s*[,|]\s*|\s)(?P<place>[A-ZÄÖÜ][\w.' -]{2,30}?)(?P<date>,[^\n]{6,30})?$"
)
_INITIALS = 5
_CLAUSE_END = re.compile(r"[,|/–—]")
_NAME_AND_DATE = re.compile(
    r"^\W{0,4}(?:(?:by|from|source|via)\W{1,3})?(?P<name>[^,|/\n(]{2,60}?)(?:\s*[,|/(–—-]\s*|\s+(?=\d))(?P<date>[^\n]{4,40})$",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(r"^(?:[^\d\n]{1,30}:\s|\W*[^\W\d_]{3,14}\s(?=[^\n]*\d))")
_ZONE = re.compile(r"\s(?:[A-Z]{2,5}|GMT\s?[+-]\d{1,2})\s*$")
# What stands between a name and a date in both forms: most lines have none of it.
_PARTED = re.compile(r"[,|/(–—\d-]")
_DATE_AND_NAME = re.compile(r"^\W{0,4}(?P<date>[^|\n]{2,40}?)\s*[|–—-]\s*(?P<name>[^|\n]{2,60})$")


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A source attribution for each line that is a known publisher's name, by itself or with a date."""
    blocks = [block for block in scene.own_bylines if len(block.text) <= _LONGEST and _may_name(scene, block)]
    found = [ack for block in blocks for ack in _name_lines(scene, block)]
    # A list of articles has the agency of each.
    if len({name_key(name) for ack in found for name in ack.names}) <= _MOST_NAMES:
        yield from found
    for block in blocks:
        yield from _linked_name_lines(scene, block)
        yield from _behind_byline(scene, block)
    yield from _told_name_lines(scene)
    yield from _last_address(scene)


def _may_name(scene: Scene, block: Block) -> bool:
    """Not in the page's title: a list of what an agency wrote has its name there."""
    return block.element.tag != "h1" and (block.region is Region.BYLINE or scene.at_edge(block))


def _name_lines(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    for line in _LINE.finditer(block.text):
        if len(line[0]) > 120:
            continue
        place = _name_in(scene, block, line[0]) or _labelled(scene, line[0]) or _set_apart(scene, block, *line.span())
        if place is None:
            continue
        name = line[0][slice(*place)].strip()
        known = scene.directory.named(name)
        nameless = scene.directory.is_agency_word(name)
        if not (known or nameless or _is_source(scene, name)) or (known and scene.is_host(known)):
            continue
        names = () if nameless else (name,)
        # A site's own list of an agency's stories is no address of the agency.
        links = [
            link
            for link in block.links_in(line.start() + place[0], line.start() + place[1])
            if (at := scene.address(link.href)) is None or not scene.host.owns(at.domain)
        ]
        yield line_acknowledgement(
            scene,
            Kind.SOURCE_ATTRIBUTION,
            block,
            line.start(),
            line.end(),
            names=names,
            link=links[0] if links else None,
        )
        for link in links:
            yield from link_acknowledgements(scene, block, link, names)


def _told_name_lines(scene: Scene) -> Iterator[Acknowledgement]:
    """Above the text, a block that is the very name that the metadata gives the source."""
    told = {name_key(name): name for name in source_names(scene)}
    first, _ = scene.prose
    for block in scene.article if told else ():
        name = block.text.strip(" \t–—-|")
        if first - _HEAD <= block.index < first and name_key(name) in told:
            link = next(iter(block.links), None)
            yield line_acknowledgement(
                scene, Kind.SOURCE_ATTRIBUTION, block, 0, len(block.text), names=(name,), link=link
            )
            if link:
                yield from link_acknowledgements(scene, block, link, (name,))


def _linked_name_lines(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """A link to another site that is a line by itself, above the text beside a date, or below a translator's name: a source."""
    first, _ = scene.prose
    translated = any(match.phrase.kind == "translator_credit" for match in scene.matches_in(block))
    if not (translated or block.index <= first) or len(block.text) > _SHORT or scene.host.domain is None:
        return
    link = _dated_link(scene, block)
    for line, each in [((0, len(block.text)), link)] if link else _linked_lines(scene, block, translated=translated):
        names = (block.text[each.start : each.end].strip(),)
        yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, *line, names=names, link=each)
        yield from link_acknowledgements(scene, block, each, names)


def _behind_byline(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """Above the text the name behind that of a person, which links to an article elsewhere: "By Ann Writer, [Example News](...)"."""
    by = next((match for match in scene.matches_in(block) if match.phrase.kind == "author_credit"), None)
    if by is None or block.index > scene.prose[0] or len(block.text) > _BYLINE or scene.host.domain is None:
        return
    link = next((each for each in block.links if _is_behind_person(scene, block, by.start, each)), None)
    if link:
        names = (block.text[link.start : link.end].strip(" ."),)
        yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, link.start, link.end, names=names, link=link)
        yield from link_acknowledgements(scene, block, link, names)


def _is_behind_person(scene: Scene, block: Block, start: int, link: Link) -> bool:
    """True for a link to an article elsewhere that is a short name, no person's, and nothing else between two marks of a byline."""
    name, before = block.text[link.start : link.end].strip(" ."), _PERSON_BEFORE.match(block.text, start, link.start)
    alone = not block.text[link.end : link.end + 2].strip(_PARTING)
    person = is_person(name, scene.language) and scene.directory.named(name) is None
    if before is None or not alone or len(name) > _NAME_BEHIND or person:
        return False
    found = scene.address(link.href)
    elsewhere = found is not None and not (found.is_profile or scene.host.owns(found.domain))
    return elsewhere and found is not None and found.is_article and bool(people(before["who"], scene.language))


def _last_address(scene: Scene) -> Iterator[Acknowledgement]:
    """Right behind the text the one line that is nothing but an address elsewhere: it may be the original's, or a reference."""
    _, last = scene.prose
    behind = [block for block in scene.article if last < block.index <= last + _NEAR]
    written = [block for block in behind if _ADDRESS.fullmatch(block.text.strip()) and len(block.links) == 1]
    for block in written if len(written) == 1 and not _is_labelled(scene, written[0]) else ():
        found = scene.address(block.links[0].href)
        if found and found.is_article and not found.is_profile and scene.host.domain not in {None, found.domain}:
            yield line_acknowledgement(
                scene, Kind.SOURCE_ATTRIBUTION, block, 0, len(block.text), link=block.links[0], certain=False
            )
            yield from link_acknowledgements(scene, block, block.links[0], (), certain=False)


def _is_labelled(scene: Scene, block: Block) -> bool:
    """True right below words that say what an address is."""
    above = scene.above(block)
    kinds = {match.phrase.kind for match in scene.matches_in(above)} if above else set()
    return not kinds.isdisjoint({"source_attribution", "original_link"})


def _linked_lines(scene: Scene, block: Block, *, translated: bool) -> Iterator[tuple[tuple[int, int], Link]]:
    """The lines of a block that are links to articles elsewhere, where another is a date or names a translator."""
    lines = {line[0].strip(): line.span() for line in _LINE.finditer(block.text) if line[0].strip()}
    dated = translated or any(is_date(fold(line), scene.wordings.dates) for line in lines)
    if not (dated and _PAIR <= len(lines) <= _FEW_LINES):
        return
    for link in block.links:
        found, line = scene.address(link.href), lines.get(block.text[link.start : link.end].strip())
        if line and found and found.is_article and not scene.host.owns(found.domain):
            yield line, link


def _dated_link(scene: Scene, block: Block) -> Link | None:
    """The link of a block that is a date and a short name, which leads elsewhere: "12 March 2020 [Example News](...)".

    To an article, or below a byline to the site of that very name: portals show whom they have a story from so.
    """
    link = block.links[0] if len(block.links) == 1 else None
    if link is None or not 0 < link.end - link.start <= _NAME:
        return None
    beside = f"{block.text[: link.start]} {block.text[link.end :]}".strip()
    found = scene.address(link.href) if is_date(fold(beside), scene.wordings.dates) else None
    if found is None or scene.host.owns(found.domain):
        return None
    return link if found.is_article or (_is_site_named(block, link, found) and _is_below_byline(scene, block)) else None


def _is_site_named(block: Block, link: Link, found: Address) -> bool:
    """True for a link to a home page that is called as its address is: "[Example News](https://examplenews.example)"."""
    named = name_key(block.text[link.start : link.end])
    return found.target is Target.HOME and named == name_key(found.domain.partition(".")[0])


def _is_below_byline(scene: Scene, block: Block) -> bool:
    """True where a byline that names somebody stands shortly above."""
    near = (each for each in scene.article if block.index - _NEAR <= each.index < block.index)
    return any(each.region is Region.BYLINE and is_person(each.text.strip(), scene.language) for each in near)


def _set_apart(scene: Scene, block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Where in a line a known name stands that only markup parts from a date: "<i>3 March 2020</i><i>Example Wire</i>"."""
    ends = (start, *(at for at in seams(block) if start < at < end), end)
    parts = [_named_part(scene, block.text, *span) for span in pairwise(ends)]
    if not any(_is_dated(scene, block.text[slice(*part)]) for part in parts):
        return None
    name = next((part for part in parts if scene.directory.is_exactly(block.text[slice(*part)].strip())), None)
    return (name[0] - start, name[1] - start) if name and len(parts) > 1 else None


def _named_part(scene: Scene, text: str, start: int, end: int) -> tuple[int, int]:
    """A part of a line without the "by" before a name."""
    label = fold(scene.language.credit.get("byline", "").partition("{author}")[0])
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return (start + len(label) if fold(text[start:end]).startswith(label) else start), end


def _is_dated(scene: Scene, text: str) -> bool:
    """True for a date, maybe behind a label, and for a few words that end with one: "Published 3 March 2020"."""
    return _is_told_date(scene, text) or (len(text) <= _NAME and bool(_YEAR.search(text)))


def _is_told_date(scene: Scene, text: str) -> bool:
    """True for a date, maybe behind a label and before a time zone: "Updated: 3 March 2020, 10:22 EST"."""
    return is_date(fold(_ZONE.sub("", _DATE_LABEL.sub("", text))), scene.wordings.dates)


def _name_in(scene: Scene, block: Block, line: str) -> tuple[int, int] | None:
    """Where in a line the name stands that is all of it, or all but a date, or that ends a byline."""
    for form in (_NAME_AND_DATE, _DATE_AND_NAME) if _PARTED.search(line) else ():
        found = form.match(line)
        dated = found is not None and _is_told_date(scene, found["date"])
        if found and dated and scene.directory.named(found["name"].strip()):
            return found.span("name")
    first, _ = scene.prose
    if block.index > first and block.region is not Region.BYLINE:
        # What looks like the first paragraphs may stand above the byline, and the byline may be the last line.
        place = _after_people(scene, block, line)
        signs = place is not None and not line[place[1] :].strip(" .") and _is_right_behind(scene, block)
        return place if block.index <= scene.begun or signs else None
    start = len(line) - len(line.lstrip(" \t–—-|"))
    if (before := _DATED.match(line, start)) and scene.directory.is_exactly(before["name"]):
        return before.span("name")
    if beside := _shared(scene, line[start:]) or _placed(scene, line[start:]):
        return beside[0] + start, beside[1] + start
    if scene.directory.is_exactly(line[start:]):
        # Right below a picture it is the photographer's agency.
        bare = block.region is not Region.BYLINE and is_below_picture(block)
        return None if bare else (start, len(line))
    return _after_people(scene, block, line)


def _labelled(scene: Scene, line: str) -> tuple[int, int] | None:
    """A known name behind a word for a source, and maybe a date before that: "Forrás: Example Wire", "Source Example Wire"."""
    found = _source_label(source_labels()).match(fold(line))
    return found.span("name") if found and scene.directory.is_exactly(line[slice(*found.span("name"))]) else None


@lru_cache(maxsize=1)
def _source_label(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\W{{0,4}}|[^\n:]{{0,30}}\d[^\n]{{0,10}}\s)(?:{alternatives(labels)})(?:\s?:\s?|\s)(?P<name>[^\n:]{{2,40}})$"
    )


def _after_people(scene: Scene, block: Block, line: str) -> tuple[int, int] | None:
    """An agency behind the names of a byline: "By Ann Writer, Associated Press", "Ann Writer, AP Business Writer"."""
    by = any(match.phrase.kind == "author_credit" for match in scene.matches_in(block))
    by = by or block.region is Region.BYLINE or _is_below_title(scene, block, line)
    if not by or len(line) > _BYLINE:
        return None
    folded = fold(line)
    names = tuple(name for name in _all_folded(scene.directory.agency_names) if name in folded)
    for found in _agency_names(names).finditer(folded):
        before = folded[: found.start(1)]
        return None if _is_drawn_on(before) or _tells_of_picture(scene, before) else found.span(1)
    return _last_name(scene, line) or _agency_as_author(scene, block, line)


def _is_below_title(scene: Scene, block: Block, line: str) -> bool:
    """True right below a heading for somebody and one other name: "Ann Writer | Example Wire". Elsewhere that is a picture's credit."""
    parts = [part[0].strip() for part in _PARTS.finditer(line)]
    several = len(parts) == _PAIR and "/" not in line and is_person(parts[0], scene.language)
    if not (several or _ends_with_agency(scene, line)) or is_below_picture(block):
        return False
    above = scene.above(block)
    return above is not None and above.element.tag in _TITLES


def _is_right_behind(scene: Scene, block: Block) -> bool:
    """True for what stands right below the last paragraph."""
    above = scene.above(block)
    return above is not None and above.index == scene.prose[1]


def _ends_with_agency(scene: Scene, line: str) -> bool:
    """True for people and an agency with nothing between them: "ANN WRITER and BO READER Example Wire"."""
    names = (name for name in scene.directory.agency_names if len(name) > _INITIALS)
    agency = next((name for name in names if line.endswith(f" {name}")), "")
    who = line.removesuffix(agency).strip()
    persons = people(who, scene.language) if agency else ()
    return bool(persons) and who.endswith(persons[-1])


def _last_name(scene: Scene, line: str) -> tuple[int, int] | None:
    """A known publisher, a paper, or what calls itself an agency, as a byline's last part: "By Ann Writer | Example News Service"."""
    parts = list(_PARTS.finditer(line))
    last = parts[-1].span() if len(parts) > 1 else None
    name = line[slice(*last)].strip() if last else ""
    known = scene.directory.is_exactly(name) or _is_source(scene, name)
    return last if name[:1].isupper() and known else None


def _is_source(scene: Scene, name: str) -> bool:
    """True for an agency, and for a paper whose stories others run; at home it is none."""
    paper = name_key(name) in papers() and not scene.host.is_called(name)
    return paper or scene.directory.is_news_agency(name)


def _placed(scene: Scene, line: str) -> tuple[int, int] | None:
    """An agency before a place, and maybe a date: "Example Wire, Oldtown", "Example Wire Oldtown, March 3, 2020"."""
    found = _PLACED.match(line)
    if (
        found is None
        or not scene.directory.is_exactly(found["name"])
        or not scene.directory.is_news_agency(found["name"])
    ):
        return None
    parted = line[found.end("name") :].lstrip()[:1] in {",", "|"}
    dated = found["date"] is not None and is_date(fold(found["date"]), scene.wordings.dates)
    return found.span("name") if dated or (parted and found["date"] is None) else None


def _shared(scene: Scene, line: str) -> tuple[int, int] | None:
    """Where an agency stands beside the host's own name, or somebody's initials: "exa/Riverside Post", "exa/abc"."""
    parts = [part.strip() for part in line.split("/")]
    agency = next((part for part in parts if scene.directory.is_exactly(part)), None)
    others = [part for part in parts if not scene.directory.is_exactly(part)]
    own = all(scene.host.is_called(part) or (part.islower() and len(part) <= _INITIALS) for part in others)
    return (line.find(agency), line.find(agency) + len(agency)) if agency and others and own else None


def _tells_of_picture(scene: Scene, before: str) -> bool:
    """True behind a word for pictures in the same part of a line: "By Ann Writer | Photos by Bo Reader, Example Wire"."""
    part = re.split(r"[|;·•]", before)[-1]
    return not scene.wordings.caption_words.isdisjoint(part.split())


def _is_drawn_on(before: str) -> bool:
    """True behind words that say that an agency's material went into a report: "By Ann Writer, with material from Example Wire"."""
    part = _CLAUSE_END.split(before)[-1]
    return not aiding_words().isdisjoint(part.split())


def _agency_as_author(scene: Scene, block: Block, line: str) -> tuple[int, int] | None:
    """An agency in an author's place, known or not: "By: Agencia Example", "Por Agencias"."""
    spans = [match.slots["author"] for match in scene.matches_in(block) if "author" in match.slots]
    slots = [*(block.text[slice(*span)] for span in spans), line]
    names = [_NAME_END.split(slot.strip(), maxsplit=1)[0].strip() for slot in slots]
    told = (name for name in names if name in line)
    name = next(
        filter(lambda name: scene.directory.is_news_agency(name) or scene.directory.is_agency_word(name), told), None
    )
    return (line.find(name), line.find(name) + len(name)) if name else None


@lru_cache(maxsize=8)
def _all_folded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, names))


# Of all names and marks only those that stand there are put into expressions: making one of them all takes longer than most pages.
@lru_cache(maxsize=256)
def _agency_names(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<=[\s,|/(–—-])({alternatives(names)})(?![\w.])")
