"""The agency, the paper or the service that a byline names behind its people: "Ann Writer, AP Business Writer", "By Agencias"."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.acknowledgements import papers
from checker.acknowledgements.dates import is_date
from checker.acknowledgements.name_words import alternatives
from checker.acknowledgements.people import is_person, people
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_below_picture
from checker.page import address
from checker.page.host import name_key
from checker.page.page import Block, Region
from checker.page.text import fold
from checker.terms.directory import agency_roles, aiding_words, known_papers

_BYLINE = 140
_PAIR = 2
_INITIALS = 5
_TITLES = frozenset({"h1", "h2"})
_NAME_END = re.compile(r"[\n|,•·]|\s[–—-]\s")
_PARTS = re.compile(r"(?:(?<=[,|/•·])|(?<=\s[–—-]))[^,|/•·–—]+|^[^,|/•·–—]+")
_PART_END = re.compile(r"[\n,|/•·;(]|\s[–—-]\s")
_WORD = re.compile(r"(?<=\s)\S+")
_DOMAIN = re.compile(r"(?:[\w-]{2,}\.)+[a-z]{2,10}", re.IGNORECASE)
_AROUND_DATE = " ,|·•–—-"
_CLAUSE_END = re.compile(r"[,|/–—]")


def after_people(scene: Scene, block: Block, line: str) -> tuple[int, int] | None:
    """An agency behind the names of a byline: "By Ann Writer, Associated Press", "Ann Writer, AP Business Writer"."""
    by = any(match.phrase.kind == "author_credit" for match in scene.matches_in(block))
    by = by or block.region is Region.BYLINE or _is_below_title(scene, block, line)
    if not by or len(line) > _BYLINE:
        return None
    folded = fold(line)
    names = tuple(name for name in _all_folded(scene.directory.agency_names) if name in folded)
    for found in _agency_names(names).finditer(folded):
        before = folded[: found.start(1)]
        is_none = _is_begun(line, found.end(1)) or _is_drawn_on(before) or _tells_of_picture(scene, before)
        return None if is_none else found.span(1)
    return _last_name(scene, line) or _agency_as_author(scene, block, line)


def _is_begun(line: str, end: int) -> bool:
    """True where what seemed an agency's name is only how another name begins: "AP Chemistry teacher", but not "AP Business Writer"."""
    behind = _PART_END.split(line[end:], maxsplit=1)[0]
    words = behind.split() if behind[:1].isspace() else []
    goes_on = bool(words) and words[0][0].isupper() and not any(map(str.isdigit, behind))
    return goes_on and agency_roles().isdisjoint(map(fold, words))


def _is_below_title(scene: Scene, block: Block, line: str) -> bool:
    """True right below a heading for somebody and one other name: "Ann Writer | Example Wire". Elsewhere that is a picture's credit."""
    above = scene.above(block)
    if above is None or above.element.tag not in _TITLES or is_below_picture(block):
        return False
    parts = [part[0].strip() for part in _PARTS.finditer(_undated(scene, line))]
    several = len(parts) == _PAIR and "/" not in line and is_person(parts[0], scene.language)
    return several or _ends_with_agency(scene, line)


def _ends_with_agency(scene: Scene, line: str) -> bool:
    """True for people and an agency with nothing between them: "ANN WRITER and BO READER Example Wire"."""
    names = (name for name in scene.directory.agency_names if len(name) > _INITIALS)
    agency = next((name for name in names if line.endswith(f" {name}")), "")
    who = line.removesuffix(agency).strip()
    persons = people(who, scene.language) if agency else ()
    return bool(persons) and who.endswith(persons[-1])


def _last_name(scene: Scene, line: str) -> tuple[int, int] | None:
    """A known publisher, a paper, or what calls itself an agency, as a byline's last part: "By Ann Writer | Example News Service"."""
    parts = list(_PARTS.finditer(_undated(scene, line)))
    last = parts[-1].span() if len(parts) > 1 else None
    name = line[slice(*last)].strip() if last else ""
    known = scene.directory.is_exactly(name) or is_source(scene, name) or papers.seems_anothers(scene, name)
    return last if (name[:1].isupper() and known) or is_anothers_site(scene, name) else None


def _undated(scene: Scene, line: str) -> str:
    """A line without the date at its end: "Ann Writer, Example Times on Sep 28, 2021"."""
    if not any(map(str.isdigit, line)):
        return line
    ends = (word.start() for word in _WORD.finditer(line) if is_date(fold(line[word.start() :]), scene.wordings.dates))
    end = next(ends, len(line))
    return line[:end].rstrip(_AROUND_DATE) if any(map(str.isdigit, line[end:])) else line


def is_source(scene: Scene, name: str) -> bool:
    """True for an agency, and for a paper whose stories others run; at home it is none."""
    called = name.partition(".")[0].removeprefix("the") if _DOMAIN.fullmatch(name) else name
    paper = name_key(called) in known_papers() and not scene.host.is_called(called)
    return paper or scene.directory.is_news_agency(name)


def is_anothers_site(scene: Scene, name: str) -> bool:
    """True for a domain, written out, that is not the host's: "example.com"."""
    found = address.parse(f"http://{name}") if _DOMAIN.fullmatch(name) else None
    return found is not None and bool(scene.host.domain) and not scene.host.owns(found.domain)


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
    return re.compile(rf"(?<=[\s,|/(–—-])({alternatives(names)})(?![\w.]|-\w)")
