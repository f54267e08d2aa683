"""Where in a line a source's name stands: as all of it, beside a date or a place, behind a label, or at the end of a byline."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from checker.acknowledgements import authors, papers, titles
from checker.acknowledgements.byline_agencies import after_people, is_anothers_site, is_source
from checker.acknowledgements.dates import is_date
from checker.acknowledgements.name_words import alternatives
from checker.acknowledgements.parts import ends_passage
from checker.acknowledgements.people import is_person
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_below_picture, seams
from checker.page.page import Block, Region
from checker.page.text import CAPITALS, fold
from checker.terms.directory import source_labels

_NAME = 24
_DATED = re.compile(r"(?P<name>[^·•|\n]{2,60}?)\s*[·•|]\s.*\b(?:19|20)\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\W*$")
_PLACED = re.compile(rf"\W{{0,3}}(?P<name>[^,|\n]{{3,40}}?)\s[{CAPITALS}][\w.' -]{{2,30}}?,(?P<date>[^\n]{{6,30}})$")
_PART = re.compile(r"(?:(?!\s[–—-]\s)[^,|/·•●—()（）\n])+")
"""What stands between the marks that part a line."""
_PLACE = re.compile(rf"[{CAPITALS}][\w.'-]+(?: [\w.'-]+){{0,2}}")
_PAPER = re.compile(
    r"\s*(?:[^\W\d_][^\n|–—,:;()/]{3,30}/)?(?P<name>[^\W\d_][^\n|–—,:;()/]{1,40}?)"
    r"(?:\s[|–—-]\s(?P<who>[^\n|–—]{4,40}))?\s*"
)
_LONGEST_PARTED = 80
_INITIALS = 5
_NAME_AND_DATE = re.compile(
    r"^\W{0,4}(?:(?:by|from|source|via)\W{1,3})?(?P<name>[^,|/\n(]{2,60}?)(?:\s*[,|/(–—-]\s*|\s+(?=\d))(?P<date>[^\n]{4,40})$",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(r"^(?:[^\d\n]{1,30}:\s|\W*[^\W\d_]{3,14}\s(?=[^\n]*\d))")
_ZONE = re.compile(r"\s(?:[A-Z]{2,5}|GMT\s?[+-]\d{1,2})\s*$")
# What stands between a name and a date in both forms: most lines have none of it.
_PARTED = re.compile(r"[,|/(–—\d-]")


def name_place(scene: Scene, block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Where in a block the name stands in the line from `start` to `end`; None where the line names nobody so."""
    line = block.text[start:end]
    place = _name_in(scene, block, line) or _labelled(scene, block, line) or _set_apart(scene, block, start, end)
    return (place[0] + start, place[1] + start) if place else None


def _name_in(scene: Scene, block: Block, line: str) -> tuple[int, int] | None:
    """Where in a line the name stands that is all of it, or all but a date, or that ends a byline."""
    start = len(line) - len(line.lstrip(" \t–—-|"))
    if found := _dated(scene, line) or _in_byline(scene, block, line, start):
        return found
    first, _ = scene.layout.prose
    if block.index > first and block.region is not Region.BYLINE:
        # What looks like the first paragraphs may stand above the byline, and the byline may be the last line.
        place = after_people(scene, block, line)
        signs = place is not None and not line[place[1] :].strip(" .") and _is_right_behind(scene, block)
        return place if block.index <= scene.layout.begun or signs else None
    if beside := _shared(scene, line[start:]) or _placed(scene, line[start:]) or _parted(scene, line[start:]):
        return beside[0] + start, beside[1] + start
    if scene.directory.is_exactly(line[start:]):
        # Right below a picture it is the photographer's agency.
        bare = block.region is not Region.BYLINE and is_below_picture(block)
        return None if bare else (start, len(line))
    return _heading(scene, block, line) or after_people(scene, block, line)


def _heading(scene: Scene, block: Block, line: str) -> tuple[int, int] | None:
    """A newspaper right above the text, alone or before a person: "Example Times", "Example Times - Ann Writer"."""
    heads = _is_above_text(scene, block) and not block.links and not is_below_picture(block)
    paper = _PAPER.fullmatch(line) if heads else None
    if paper is None:
        return None
    known = papers.is_anothers(scene, paper["name"]) or papers.is_known(scene, paper["name"])
    signed = paper["who"] is None or is_person(paper["who"], scene.language)
    return paper.span("name") if known and signed else None


def _is_above_text(scene: Scene, block: Block) -> bool:
    """True right above the text, or with only the page's own title between."""
    between = scene.page.blocks[block.index + 1 : scene.layout.prose[0]]
    return (
        block.index < scene.layout.prose[0]
        and len(between) <= 1
        and all(titles.is_page_s(scene, each.text) for each in between)
    )


def _dated(scene: Scene, line: str) -> tuple[int, int] | None:
    """A known name with a date and nothing else: "Example Wire, March 3, 2020"."""
    for form in (_NAME_AND_DATE, _date_and_name(scene.wordings.bylines)) if _PARTED.search(line) else ():
        found = form.match(line)
        dated = found is not None and _is_told_date(scene, found["date"])
        if found and dated and scene.directory.named(found["name"].strip()):
            return found.span("name")
    return None


@lru_cache(maxsize=1)
def _date_and_name(bylines: tuple[str, ...]) -> re.Pattern[str]:
    """A date before a name, with a mark or a byline's word between them: "March 3, 2020 | Example Wire", "3 mars 2020 par Example Wire"."""
    words = alternatives(each.strip() for each in bylines if each[0].isascii() and each.endswith(" "))
    between = rf"(?:\s*[|–—-]\s*|\s(?=[\u3040-\u9fff])|\s(?:{words})\s)"
    name = r"(?P<name>(?!\d+[-:\s]\d)[^|\n]{2,60})"
    return re.compile(rf"^\W{{0,4}}(?P<date>[^|\n]{{2,40}}?){between}{name}$", re.IGNORECASE)


def _in_byline(scene: Scene, block: Block, line: str, start: int) -> tuple[int, int] | None:
    """A known name that opens a line with a date, or stands on a line of its own beside one: above the text, or below its summary."""
    if block.index > scene.layout.begun and block.region is not Region.BYLINE:
        return None
    before = _DATED.match(line, start)
    if before and scene.directory.is_exactly(before["name"]):
        return before.span("name")
    return (start, len(line)) if _is_beside_date(scene, block, line) and not is_below_picture(block) else None


def _is_beside_date(scene: Scene, block: Block, line: str) -> bool:
    """True for what calls itself a news agency, and a paper whose stories others run, on a line of its own above or below a date."""
    if not is_source(scene, line.strip()):
        return False
    around = _lines_around(scene, block, line)
    return any(is_date(fold(each), scene.wordings.dates) for each in around if each.strip())


def _lines_around(scene: Scene, block: Block, line: str) -> tuple[str, str]:
    """The lines right above and right below one, in its block or in those beside it."""
    above, _, below = block.text.partition(line)
    at, blocks = block.index, scene.page.blocks
    above = above.rstrip("\n") or next((each.text for each in blocks[max(0, at - 1) : at]), "")
    below = below.lstrip("\n") or next((each.text for each in blocks[at + 1 : at + 2]), "")
    return above.rpartition("\n")[2], below.partition("\n")[0]


def _labelled(scene: Scene, block: Block, line: str) -> tuple[int, int] | None:
    """A known name behind a word for a source, and maybe a date before that: "Forrás: Example Wire", "Source Example Wire"."""
    found = _source_label(source_labels()).match(fold(line))
    name = line[slice(*found.span("name"))] if found else ""
    known = scene.directory.is_exactly(name) or is_anothers_site(scene, name)
    return found.span("name") if found and known and not ends_passage(scene, block) else None


@lru_cache(maxsize=1)
def _source_label(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\W{{0,4}}|[^\n:]{{0,30}}\d[^\n]{{0,10}}\s)(?:{alternatives(labels)})(?:\s?:\s?|\s)(?P<name>[^\n:]{{2,40}})$"
    )


def _set_apart(scene: Scene, block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Where in a line a known name stands that only markup parts from a date: "<i>3 March 2020</i><i>Example Wire</i>"."""
    inside = [at for at in seams(block) if start < at < end]
    if not inside:
        return None
    ends = (start, *inside, end)
    parts = [_named_part(scene, block.text, *span) for span in pairwise(ends)]
    if not any(_is_dated(scene, block.text[slice(*part)]) for part in parts):
        return None
    name = next((part for part in parts if scene.directory.is_exactly(block.text[slice(*part)].strip())), None)
    return (name[0] - start, name[1] - start) if name else None


def _named_part(scene: Scene, text: str, start: int, end: int) -> tuple[int, int]:
    """A part of a line without the "by" before a name."""
    label = fold(authors.label(scene))
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return (start + len(label) if fold(text[start:end]).startswith(label) else start), end


def _is_dated(scene: Scene, text: str) -> bool:
    """True for a date, maybe behind a label, and for a few words that end with one: "Published 3 March 2020"."""
    return _is_told_date(scene, text) or (len(text) <= _NAME and bool(_YEAR.search(text)))


def _is_told_date(scene: Scene, text: str) -> bool:
    """True for a date, maybe behind a label and before a time zone: "Updated: 3 March 2020, 10:22 EST"."""
    return is_date(fold(_ZONE.sub("", _DATE_LABEL.sub("", text))), scene.wordings.dates)


def _is_right_behind(scene: Scene, block: Block) -> bool:
    """True for what stands right below the last paragraph."""
    above = scene.above(block)
    return above is not None and above.index == scene.layout.prose[1]


def _placed(scene: Scene, line: str) -> tuple[int, int] | None:
    """An agency before a place and a date with only a space between: "Example Wire Oldtown, March 3, 2020"."""
    found = _PLACED.match(line)
    if found is None or not _is_agency(scene, found["name"]):
        return None
    return found.span("name") if is_date(fold(found["date"]), scene.wordings.dates) else None


def _parted(scene: Scene, line: str) -> tuple[int, int] | None:
    """The one agency in a line of which all else is a date and a place, in whatever order: "3 March 2020 · Oldtown (exa)".

    Without a date, what stands before an agency may be a photographer; behind a stroke it always may.
    """
    spans = [found.span() for found in _PART.finditer(line) if found[0].strip()] if len(line) <= _LONGEST_PARTED else []
    agencies = [span for span in spans if _is_agency(scene, line[slice(*span)].strip())]
    others = [span for span in spans if span not in agencies]
    places = [span for span in others if not _is_told_date(scene, line[slice(*span)].strip())]
    if len(agencies) != 1 or not others or not all(_PLACE.fullmatch(line[slice(*span)].strip()) for span in places):
        return None
    agency = agencies[0]
    before = [end for _, end in places if end <= agency[0]]
    doubtful = bool(before) and (len(others) == 1 or "/" in line[before[-1] : agency[0]])
    return None if doubtful or len(places) > 1 else agency


def _is_agency(scene: Scene, name: str) -> bool:
    return scene.directory.is_exactly(name) and scene.directory.is_news_agency(name)


def _shared(scene: Scene, line: str) -> tuple[int, int] | None:
    """Where an agency stands beside the host's own name, or somebody's initials: "exa/Riverside Post", "exa/abc"."""
    parts = [part.strip() for part in line.split("/")]
    agency = next((part for part in parts if scene.directory.is_exactly(part)), None)
    others = [part for part in parts if not scene.directory.is_exactly(part)]
    own = all(scene.host.is_called(part) or (part.islower() and len(part) <= _INITIALS) for part in others)
    return (line.find(agency), line.find(agency) + len(agency)) if agency and others and own else None
