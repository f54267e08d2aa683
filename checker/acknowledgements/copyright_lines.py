"""Copyright lines as values: sign or word, years, holders.

The forms are those of the Universal Copyright Convention's notice (Article III: the symbol ©, the name, the year of first
publication) in every order that pages use them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from checker.acknowledgements.captions import is_about_part, is_caption
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.name_bounds import clean
from checker.acknowledgements.scene import MOST, Scene
from checker.acknowledgements.standing import is_below_picture
from checker.credit import blanks
from checker.model import Acknowledgement, Kind
from checker.page.page import Block, Region
from checker.page.text import fold, is_ideographic
from checker.wording.spotting import automaton

_YEAR = r"(?:1[6-9]|20|[2๒][5๕](?=[4-9๔-๙])|[١۱][٣-٩۳-۹]|[٢۲][٠۰])\d\d"
"""Arabic, Persian and Thai figures too; years of the Iranian calendar, in its figures, begin with 13 and 14, of the Thai with 25."""
_YEARS = rf"{_YEAR}(?:\s*[-/–]\s*(?:{_YEAR}|\d\d|present|now|today))?(?:\s*,\s*{_YEAR})*"
_LEADING_YEARS = re.compile(rf"^[\s,.:;(]*(?P<years>{_YEARS})[\s,.:;)]*")
_TRAILING_YEARS = re.compile(rf"[\s,.:;(]*(?P<years>{_YEARS})[\s).]*$")
_YEARS_BEFORE = re.compile(rf"{_YEARS}\s*$")
_HOLDER_END = re.compile(
    r"\n|[.。](?=\s|$)(?<!\b[A-Z]\.)(?<!Inc\.)(?<!Ltd\.)(?<!Co\.)(?<!St\.)(?<!Dr\.)|[|•·;；]|\s[–—-]\s|\s\(|[）)\]]|©"
)
_NEARBY = re.compile(r"(?:©|\(c\)|&copy;|[\s:,.-]|\b(?:copyright|by|por|par|von|di|door)\b(?=\s))+", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:,|;|/|&|\band\b|\bund\b|\bet\b|\by\b|、|，|،)\s*")
_MAX_HOLDER = 120
_MOST_SMALL = 3
_MOST_PICTURES = 2
_BARE = 60
_LONGEST = 500
_MOST_MARKS = 8
_SAYS_WHOSE = ("copyrighted by", "copyright of")


@dataclass(frozen=True, slots=True)
class CopyrightLine:
    """A copyright notice: when and whose. `years` are as written ("2019-2023")."""

    holders: tuple[str, ...]
    years: str | None = None

    @classmethod
    def from_text(cls, text: str, reserved: tuple[str, ...] = ()) -> CopyrightLine:
        """The notice in what follows the sign or the word for copyright, up to the end of the line.

        >>> CopyrightLine.from_text(" Ann Writer, Example News, 2023")
        CopyrightLine(holders=('Ann Writer', 'Example News'), years='2023')
        """
        years = None
        text = text[_NEARBY.match(text).end() :] if _NEARBY.match(text) else text  # type: ignore[union-attr]
        if leading := _LEADING_YEARS.match(text):
            years, text = leading["years"], text[leading.end() :]
        if after := _NEARBY.match(text):
            text = text[after.end() :]
        text = _before(text, reserved)
        if years is None and (trailing := _TRAILING_YEARS.search(text)):
            years, text = trailing["years"], text[: trailing.start()]
        parts = [clean(part) for part in _SPLIT.split(text[:_MAX_HOLDER])]
        # "Example News, an Example company, examplenews.example": what goes on in small letters says more of the holder before it.
        holders = (part for part in parts if _is_holder(part) and (part is parts[0] or not part[0].islower()))
        return cls(tuple(holders), years)


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A copyright line for each notice that is not the host's own."""
    blocks = (block for block in scene.spotted("copyright") if _may_stand(scene, block))
    found = list(islice((ack for block in blocks for ack in _notices(scene, block)), MOST))
    # A page of many pictures has the photographer of each, and no year.
    bare = {ack.names for ack in found if not ack.details["years"]}
    yield from (ack for ack in found if len(bare) <= _MOST_PICTURES or ack.details["years"])


def in_footers(scene: Scene, domains: Collection[str]) -> Iterator[Acknowledgement]:
    """The notices in a page's footer whose holder is known to have one of some domains: sites of many sources keep them there."""
    for block in scene.page.visible:
        for notice in _notices(scene, block) if block.region is Region.FOOTER else ():
            known = (scene.directory.named(name) for name in notice.names)
            if any(who and not set(domains).isdisjoint(scene.directory.domains_of(who)) for who in known):
                yield notice


def _notices(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """Each notice in a block that is not the host's."""
    places, end = list(_places(scene.wordings.marks, block.folded)), 0
    for number, found in enumerate(places):
        line = _line(_behind(block, places, number), scene.wordings.reserved)
        if found.start() >= end and _is_anothers(scene, block, found, line):
            end = _end(block, found.end(), line)
            yield _acknowledgement(scene, block, found.start(), end, line)


@lru_cache(maxsize=256)
def _line(text: str, reserved: tuple[str, ...]) -> CopyrightLine:
    """What a text says behind a mark; a page that says it a hundred thousand times is read once."""
    return CopyrightLine.from_text(text, reserved)


def _behind(block: Block, marks: list[re.Match[str]], number: int) -> str:
    """What a notice may say behind its mark: the rest of the line, as far as a notice reaches.

    It holds few further marks: to read to the line's end behind each of thousands would take a minute.
    """
    start = marks[number].end()
    end = min(block.line_at(start)[1], start + _LONGEST)
    return block.text[
        start : min(end, marks[number + _MOST_MARKS].start()) if number + _MOST_MARKS < len(marks) else end
    ]


def _acknowledgement(scene: Scene, block: Block, mark: int, end: int, line: CopyrightLine) -> Acknowledgement:
    start = _with_years_before(block, mark)
    years = line.years or block.text[start:mark].strip() or None
    links = block.links_in(mark, end)
    details: dict[str, object] = {"years": years, "holders": list(line.holders), "links": [link.href for link in links]}
    # The host's own page of an author tells of no publisher.
    telling = (link for link in links if not ((at := scene.address(link.href)) and scene.host.owns(at.domain)))
    return line_acknowledgement(
        scene,
        Kind.COPYRIGHT_LINE,
        block,
        start,
        end,
        names=line.holders,
        link=next(telling, None),
        broken="unfilled" if blanks.is_left_in(block.text[start:end]) else None,
        details=details,
    )


def _is_anothers(scene: Scene, block: Block, found: re.Match[str], line: CopyrightLine) -> bool:
    """True for a notice, and one of somebody who has a name and is not the host."""
    if not line.holders or not _is_notice(scene, block, found, line) or _is_of_part(scene, block, found):
        return False
    return not (_is_nobody(scene, line) or _is_hosts(scene, line))


@lru_cache(maxsize=8)
def _marks(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any sign or word for copyright; words of scripts with spaces stand alone."""
    # Of signs in a row the last speaks: to read on behind each of thousands would take a minute.
    signs = (r"©(?![\s:,.-]*+©)", r"\(c\)(?=\s*(?:copyright|\d{4}|by\b))")
    forms = (
        re.escape(w) if is_ideographic(w[0]) else rf"\b{re.escape(w)}(?!\w)"
        for w in sorted(words, key=len, reverse=True)
    )
    return re.compile("|".join((*signs, *forms)))


def _places(words: tuple[str, ...], folded: str) -> Iterator[re.Match[str]]:
    """Where signs and words for copyright stand: few places may have one, and only there the words are tried one by one."""
    marks, end = _marks(words), 0
    for start in sorted({start for _, start, _ in _signs(words).find_matches_as_indexes(folded, overlapping=True)}):
        found = marks.match(folded, start) if start >= end else None
        if found:
            end = found.end()
            yield found


@lru_cache(maxsize=8)
def _signs(words: tuple[str, ...]) -> Any:
    return automaton(("©", "(c)", *words))


def _may_stand(scene: Scene, block: Block) -> bool:
    if block.element.tag == "h1" or scene.is_code(block):
        return False
    return block.hidden_by == "comment" or (
        block.region in {Region.ARTICLE, Region.BYLINE} and scene.layout.is_around(block)
    )


def _is_notice(scene: Scene, block: Block, found: re.Match[str], line: CopyrightLine) -> bool:
    """A word for copyright in running text is a notice only with a sign, a year, or at the start of its line."""
    line_start, line_end = block.line_at(found.start())
    before = _before_mark(block, found)
    if "©" in block.folded[found.start() : found.end() + 4] or found[0] == "(c)":
        return not _is_prose(line) and (len(before) < 80 or line.years is not None)
    if any(holder[0].islower() and not scene.directory.is_exactly(holder) for holder in line.holders):
        return False
    opens = not before or before.endswith((".", "。", "!", "™", '"'))
    if not before and line_end - line_start <= _BARE and line.years is None:
        # "Copyright Example News", and nothing else on the line than that all rights are reserved.
        said = block.folded[found.end() : line_end].strip(" .:").removeprefix(fold(", ".join(line.holders)))
        rest = said.strip(" .:,")
        return not rest or rest in scene.wordings.reserved
    plain = line.years is not None or is_ideographic(found[0][0]) or found[0].endswith(_SAYS_WHOSE)
    return plain and (opens or line_end - line_start < 200)


def _is_of_part(scene: Scene, block: Block, found: re.Match[str]) -> bool:
    """True for the notice of a picture or another part: in a caption, of such a subject, or right behind a word for its credit."""
    if is_caption(scene, block, found.start()) or is_below_picture(block) or is_about_part(scene, block, found.start()):
        return True
    if _is_photographers(scene, block, found):
        return True
    last_word = fold(_before_mark(block, found).rpartition("(")[2].rpartition(" ")[2])
    return scene.wordings.caption_end(last_word) == len(last_word)


def _is_photographers(scene: Scene, block: Block, found: re.Match[str]) -> bool:
    """True for a name and an agency's with a stroke between them, and no year: "A square in Oldtown. © ANN WRITER/EXA".

    Before a bar and the picture's words a comma does: "© Ann Writer, EXA | A square in Oldtown".
    """
    start = found.end()
    line, bar, _ = block.text[start : min(block.line_at(start)[1], start + _MAX_HOLDER)].partition(" | ")
    person, stroke, agency = line.rstrip(" .)").rpartition("," if bar and "/" not in line else "/")
    named = bool(stroke) and " " in person.strip() and not any(map(str.isdigit, person))
    return named and scene.directory.is_news_agency(agency.strip())


def _before_mark(block: Block, found: re.Match[str]) -> str:
    start, _ = block.line_at(found.start())
    return block.text[start : found.start()].strip(" *_([-–—")


def _is_prose(line: CopyrightLine) -> bool:
    """True for what goes on like a sentence behind the sign."""
    return any(holder[0].islower() and len(holder.split()) > _MOST_SMALL for holder in line.holders[:1])


def _is_nobody(scene: Scene, line: CopyrightLine) -> bool:
    """True for a holder without a name: "the author", 原作者, 文章的原作者."""
    return all(fold(holder).rpartition("的")[2] in scene.wordings.vague for holder in line.holders)


def _is_hosts(scene: Scene, line: CopyrightLine) -> bool:
    known = (scene.directory.named(holder) for holder in line.holders)
    return (
        any(scene.host.is_called(holder) or scene.host.is_company(holder) for holder in line.holders)
        or any(who and scene.is_host(who) for who in known)
        or _is_in_footer(scene, line.holders[0])
    )


def _is_in_footer(scene: Scene, holder: str) -> bool:
    """True for the company behind the site: the page's own footer has its notice too. No publisher that is known is such a one."""
    footers = (block.folded for block in scene.page.visible if block.region is Region.FOOTER)
    named = any(fold(holder) in text and _marks(scene.wordings.marks).search(text) for text in footers)
    return named and scene.directory.named(holder) is None


def _is_holder(name: str) -> bool:
    return 2 <= len(name) <= 80 and any(char.isalpha() for char in name) and len(name.split()) <= 9


def _before(text: str, reserved: tuple[str, ...]) -> str:
    """The text up to where a holder's name ends: the line, a full stop, or words like "all rights reserved"."""
    if end := _HOLDER_END.search(text):
        text = text[: end.start()]
    folded = fold(text)
    found = _reserved(reserved).find_matches_as_indexes(folded, overlapping=True) if reserved else ()
    cuts = [at for word, at, _ in found if not _sticks(folded[at - 1 : at], reserved[word])]
    return text[: min(cuts)] if cuts else text


@lru_cache(maxsize=8)
def _reserved(words: tuple[str, ...]) -> Any:
    """All the words in one pass: one by one, each of thousands of notices would be gone through hundreds of times."""
    return automaton(words)


def _sticks(before: str, word: str) -> bool:
    return before.isalpha() and not is_ideographic(word[0])


def _with_years_before(block: Block, start: int) -> int:
    # Not in the whole text before it: a page may have a notice in every line of a long block.
    before = _YEARS_BEFORE.search(block.text, max(0, start - _MAX_HOLDER), start)
    return before.start() if before else start


def _end(block: Block, start: int, line: CopyrightLine) -> int:
    """Where the last part of the notice ends."""
    line_end = block.line_at(start)[1]
    parts = [*line.holders, *([line.years] if line.years else [])]
    return max(block.text.find(part, start, line_end) + len(part) for part in parts)
