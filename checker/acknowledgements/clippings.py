"""Clippings: a line that names a newspaper and the day of its issue: "(Ann Writer, Example Gazette, 24 May 2014)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from checker.acknowledgements.captions import is_caption
from checker.acknowledgements.dates import is_date
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.name_words import alternatives
from checker.acknowledgements.papers import is_own, is_section, seems_anothers
from checker.acknowledgements.people import people
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_below_picture, is_listed
from checker.model import Acknowledgement, Kind
from checker.page.address import Target
from checker.page.host import name_key
from checker.page.page import Block, Link, Region
from checker.page.text import fold
from checker.terms.directory import is_periodical, issue_leads, known_papers, page_words, periodical_words
from checker.wording.wordings import Match

_LONGEST = 160
_ABOVE, _INTO, _BELOW = 8, 1, 4
"""So many blocks before the text, in it and behind it a clipping's line may stand."""
_MOST = 2
_MIN_PARAGRAPHS = 2
_SHORT = 4
"""A lower-case word of so few letters joins others: "aus den", "dans", "del"."""
_DATE_MAY_START = re.compile(r"\b\w|(?<=[^\x00-\x7f])\d")
_YEARED = re.compile(
    r"[^\W\d_]{3}\.?\s\d{1,2}\D{1,5}(?:19|20)\d\d\b|\b\d{1,2}\W*(?:\w{1,4}\W+)?[^\W\d_]{3,}.*?\b(?:19|20)\d\d\b"
    r"|\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:(?:19|20)\d\d|\d\d)\b|\b(?:19|20)\d\d\D{1,3}\d{1,2}\D{1,3}\d{1,2}"
)
_DAY = re.compile(rf"{_YEARED.pattern}|\d\.?\s?(?:de\s)?[^\W\d_]{{3}}|[^\W\d_]{{3}}\.?\s\d{{1,2}}$")
"""A day with its month, with a year or without."""
_LINE = re.compile(r"[^\n]+")
_MOST_LINES = 4
_UP_TO_YEAR = re.compile(r".*?\b(?:19|20)\d\d\b")
_MARKS = " \t,.–—-|:：/、，·"
_BRACKETS = "()[]（）【】"
_QUOTED = re.compile(r"(?P<before>.*?)[“\"„«‘《「『](?P<name>[^“”\"„«»‘’《》「」『』]{2,50})[”\"“»’》」』]")
_PARTED = re.compile(r"(?P<before>.*(?:[,;:：|]\s*|\s[–—-]\s))?(?P<name>.+)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its date, whether it stands apart from the text's beginning, and whether a credit's wording starts it."""

    head: str
    apart: bool
    worded: bool


@dataclass(frozen=True, slots=True)
class _Clipping:
    """A line of a clipping, and where it stands: the newspaper, the writers, and whether words or brackets tell what it is."""

    block: Block
    start: int
    end: int
    name: str
    writers: tuple[str, ...]
    told: bool


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A source attribution, and the writer, of a line that is a newspaper's name and a date, where there is but one newspaper."""
    found = [clip for block in _places(scene) if (clip := next(_clippings(scene, block), None))]
    # One above the text and one below it; more, or several newspapers, are a list of what they wrote.
    if len(found) > _MOST or len({name_key(clip.name) for clip in found}) > 1:
        return
    yield from (ack for clip in found for ack in _credits(scene, clip))


def _credits(scene: Scene, clip: _Clipping) -> Iterator[Acknowledgement]:
    """Sure below an article, where words or brackets tell it, or where it is no heading of a site whose name is known."""
    block, span = clip.block, (clip.start, clip.end)
    # Above a paper's own stories its name and the day stand in the byline.
    bare = not block.is_heading and block.region is not Region.BYLINE
    told = clip.told or (bare and bool(scene.host.domain or scene.host.names))
    certain = (
        told and len(scene.layout.body) >= _MIN_PARAGRAPHS and not (clip.writers and _is_doubtful(scene, clip.name))
    )
    yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, *span, names=(clip.name,), certain=certain)
    if clip.writers:
        yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, block, *span, names=clip.writers)


def _places(scene: Scene) -> Iterator[Block]:
    """The short blocks with a day around the text's beginning and its end; of links the last line may have one."""
    first, last = scene.layout.prose
    for block in scene.edges:
        near = first - _ABOVE <= block.index <= first + _INTO or last - _INTO <= block.index <= last + _BELOW
        linked = bool(block.links) and not _is_last_line(block, block.links)
        shown = block.region in {Region.ARTICLE, Region.BYLINE} and not linked
        dated = near and shown and len(block.text) <= _LONGEST and _DAY.search(block.text)
        if dated and not (is_listed(block) or scene.in_teaser(block)):
            yield block


def _is_last_line(block: Block, links: Sequence[Link]) -> bool:
    """True for one link that is all of a block's last line, below others: the newspaper's address, or its picture of the page."""
    start, end = block.line_at(links[0].start)
    above, below = block.text[:start].strip(), block.text[end:].strip()
    said = block.text[start:end].strip(_BRACKETS + _MARKS)
    return len(links) == 1 and bool(above) and not below and len(said) <= links[0].end - links[0].start


def _clippings(scene: Scene, block: Block) -> Iterator[_Clipping]:
    """What the lines of a block say, each by itself and with the next: the date may stand below the name, or above it."""
    lines = [line.span() for line in _LINE.finditer(block.text) if not block.links_in(*line.span())]
    pairs = list(pairwise(lines)) if len(lines) <= _MOST_LINES else []
    spans = [*lines, *((one[0], other[1]) for one, other in pairs)] if len(lines) <= _MOST_LINES else ()
    if spans and not (is_caption(scene, block, 0) or is_below_picture(block)):
        yield from (clip for span in spans if (clip := _clipping(scene, block, *span)))
        yield from (clip for date, name in pairs if (clip := _dated_above(scene, block, date, name)))


def _dated_above(scene: Scene, block: Block, date: tuple[int, int], name: tuple[int, int]) -> _Clipping | None:
    """A newspaper's name that is all of a line, below one that is the day and the year."""
    day, said = block.text[slice(*date)].strip(_MARKS), block.text[slice(*name)].strip(_BRACKETS + _MARKS)
    if not (_YEARED.search(day) and is_date(fold(day), scene.wordings.dates) and _is_paper(scene, said)):
        return None
    own = is_own(scene, said) or is_section(said) or not _is_name(said.split())
    # Below its name a newspaper's address is written out on others' pages.
    return None if own else _Clipping(block, date[0], name[1], said, (), told=_gives_home(scene, block))


def _gives_home(scene: Scene, block: Block) -> bool:
    """True for one link to a home page that is its address."""
    found = scene.address(block.links[0].href) if block.links else None
    said = block.text[block.links[0].start : block.links[0].end] if block.links else ""
    return found is not None and found.target is Target.HOME and found.host.removeprefix("www.") in fold(said)


def _clipping(scene: Scene, block: Block, start: int, end: int) -> _Clipping | None:
    """What a line says, where it is a newspaper's name and a date, and maybe the writer's name or words for a work before them."""
    matches = [match for match in scene.matches_in(block) if start <= match.start < end]
    whole = _bare(block.text[start:end].replace("\n", ", "), matches)
    text = whole.strip(_BRACKETS + _MARKS)
    head = _before_joint(text[: _date_at(scene, text)])
    apart = text != whole or block.index >= scene.layout.prose[1]
    line = _Line(head, apart=apart, worded=_is_worded(block, start, matches))
    read = (_quoted(scene, head) or _named(scene, line)) if head else None
    if read is None or is_own(scene, read[0]) or is_section(read[0]):
        return None
    name, writers, told = read
    dated = _YEARED.search(text) is not None
    return _Clipping(block, start, end, name, writers, told or apart) if dated or (told and not writers) else None


def _is_worded(block: Block, start: int, matches: Iterable[Match]) -> bool:
    """True where a credit's wording, and no label, starts a line: "Taken from Example Gazette"."""
    starts = (match for match in matches if match.phrase.kind == "source_attribution" and match.start <= start + 1)
    return any(":" not in block.folded[start : match.slots.get("source", (0, 0))[0]] for match in starts)


def _bare(text: str, matches: Iterable[Match]) -> str:
    """A line without the number of a page, and without words of a permission: "... of 24 May 2014, p. 3, with permission"."""
    permits = any(match.phrase.kind == "permission_statement" for match in matches)
    found = _UP_TO_YEAR.match(text) if permits else None
    return _page().sub("", found[0] if found else text).strip(_MARKS)


@cache
def _page() -> re.Pattern[str]:
    words = alternatives(page_words())
    return re.compile(rf"[\s,;]*[(（]?\b(?:{words})\b\.?\s?[\d, -]{{1,8}}[)）]?$", re.IGNORECASE)


def _before_joint(head: str) -> str:
    """What stands before a date without the words that join it: "vom", "daté du"."""
    head = head.rstrip(_MARKS)
    for _ in range(2):
        before, _, word = head.rpartition(" ")
        head = before.rstrip(_MARKS) if before and _is_brief(word) else head
    return head


def _date_at(scene: Scene, text: str) -> int:
    """Where the date begins that a text ends with; 0 where it ends with none."""
    starts = (found.start() for found in _DATE_MAY_START.finditer(text))
    dates = scene.wordings.dates
    return next((at for at in starts if _DAY.search(text[at:]) and is_date(fold(text[at:]), dates)), 0)


def _quoted(scene: Scene, head: str) -> tuple[str, tuple[str, ...], bool] | None:
    """A name in quotation marks, where its words or those before it tell that it is a newspaper's."""
    found = _QUOTED.fullmatch(head)
    if found is None:
        return None
    name, before = found["name"].strip(), found["before"].strip(_MARKS)
    told = bool(before) and _tells(scene, before.split())
    writers = () if told or not before else _writers(scene, before)
    labelled = bool(writers) and not before.startswith(writers[0])
    is_paper = _is_paper(scene, name) or told or labelled
    return (name, writers, told or labelled) if is_paper and (told or writers or not before) else None


def _named(scene: Scene, line: _Line) -> tuple[str, tuple[str, ...], bool] | None:
    """A newspaper's name at the end of a line, behind words for a work or behind its writer."""
    found = _PARTED.fullmatch(line.head)
    if found is None:
        return None
    before, words = (found["before"] or "").strip(_MARKS), found["name"].split()
    lead = _lead(scene, words)
    name = " ".join(words[lead:])
    told = lead > 0 and (line.worded or _tells(scene, words[:lead]))
    writers = _writers(scene, before) if before else ()
    called = _is_paper(scene, name) or (told and _names_any(scene, words, lead, apart=line.apart))
    called = called or (bool(writers) and _is_doubtful(scene, name))
    if not called or (lead and not told) or not _is_name(words[lead:]):
        return None
    return (name, writers, told or (bool(before) and not writers)) if writers or len(before) <= _SHORT else None


def _lead(scene: Scene, words: list[str]) -> int:
    """How many words stand before the name: "Artikel aus den", "Published in the", and the capital of "From the"."""
    lead = next((at for at, word in enumerate(words) if not _is_joint(scene, word)), len(words))
    if lead or not words[1:] or not _is_brief(words[1]):
        return lead
    lead = next((at for at, word in enumerate(words) if at and not word.islower()), len(words))
    return lead if _is_paper(scene, " ".join(words[lead:])) else 0


def _is_brief(word: str) -> bool:
    return word.islower() and len(word) <= _SHORT


def _names_any(scene: Scene, words: list[str], lead: int, *, apart: bool) -> bool:
    """True for any name behind a word for a newspaper or a text, and behind the text or in brackets, where no category is told."""
    before = frozenset(map(fold, words[:lead]))
    is_work = any(not before.isdisjoint(language.works) for language in scene.wordings.languages.values())
    return not before.isdisjoint(periodical_words()) or is_work or (apart and len(words) - lead > 1)


def _is_joint(scene: Scene, word: str) -> bool:
    return word.islower() or fold(word) in scene.wordings.work_words


def _tells(scene: Scene, words: list[str]) -> bool:
    """True for words that say no more than that a work came out there; a label ("Source:") may name what its text refers to."""
    first, *others = map(fold, words)
    led = first in issue_leads() or _is_telling(scene, first)
    return led and all(len(word) <= _SHORT or _is_telling(scene, word) for word in others)


def _is_telling(scene: Scene, folded: str) -> bool:
    return folded in scene.wordings.work_words or folded in periodical_words()


def _is_name(words: list[str]) -> bool:
    return (
        bool(words) and not words[0][0].isdigit() and all(not word.islower() or len(word) <= _SHORT for word in words)
    )


def _is_paper(scene: Scene, name: str) -> bool:
    """True for a name with a newspaper's word that is not all of it, and for one that is known."""
    return name_key(name) in known_papers() or scene.directory.named(name) is not None or is_periodical(name)


def _is_doubtful(scene: Scene, name: str) -> bool:
    """True for a name that may be a newspaper's or a title, which its writer must tell: "Ann Writer, Example Post, 24 May 2014"."""
    return not _is_paper(scene, name) and seems_anothers(scene, name)


def _writers(scene: Scene, text: str) -> tuple[str, ...]:
    """The people that a text names and nothing else, maybe behind the word for a writer."""
    folded = fold(text)
    label = next((label for label in scene.wordings.bylines if folded.startswith(label)), "")
    bare = text[len(label) :]
    found = people(bare, scene.language)
    return found if sum(map(len, found)) * 4 >= len(bare) * 3 else ()
