"""Datelines: an agency's mark that opens or closes a text: "BERLIN (dpa) -"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from checker.acknowledgements import papers
from checker.acknowledgements.captions import is_caption
from checker.acknowledgements.credit_links import link_acknowledgements
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.name_words import alternatives
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_below_picture, is_listed
from checker.model import Acknowledgement, Kind
from checker.page.address import is_dead
from checker.page.page import Block, Region
from checker.page.text import CAPITALS, fold
from checker.wording.spotting import those_in

_LONGEST = 3000
_SHORT = 60
_PLACE = rf"[{CAPITALS}][^\n()（|]{{2,40}}"
_LISTED = 8
"""So near to each other stand the articles of a list."""
_BRACKETS = (")", "）", "]")


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """The first dateline, or closing mark, of an agency, or of somebody whom the dateline links, as a source attribution."""
    marked = {block.index for block in scene.spotted("agency")}
    names = [block for block in scene.article if block.index in marked and _is_name(scene, block)]
    # A title that is nothing but an agency's name is that of a list.
    marked -= _listed(names) | {block.index for block in names if block.element.tag == "h1"}
    for block in scene.edges:
        if block.region is Region.MASTHEAD:
            continue
        linked = tuple(_linked_dateline(scene, block))
        found = linked or (_marked(scene, block) if block.index in marked else ()) or tuple(_cable(scene, block))
        if found and not is_caption(scene, block, 0):
            yield from found
            return


@dataclass(frozen=True, slots=True)
class _Mark:
    """How an agency's mark may be written: alone, maybe with partners; with its office behind it; with the brackets that close a text."""

    alone: str
    several: str
    plain: str
    bracketed: str


def _written(marks: tuple[str, ...]) -> _Mark:
    alone = f"(?P<mark>{alternatives(marks)})"
    several = rf"{alone}(?:[/,＝=・\s]{{1,3}}[\w&-]{{2,14}}){{0,3}}"
    # Two letters on a line of their own may be anything: the size of the type, a country.
    # "Example Business" is another name than the agency's; "Example in Oldtown" and "exa/lby" are the agency.
    office = rf"[/,]\s?[\w&-]{{2,14}}|\s[a-z]{{2,4}}(?=$|\s[{CAPITALS}])(?:\s[{CAPITALS}][\w-]{{1,14}}){{0,2}}"
    plain = f"(?P<mark>{alternatives(mark for mark in marks if len(mark) > 2)})(?:{office}){{0,3}}"
    # Some papers put the date behind it: "(EXA, 5.3.2023)". A stroke closes what one opens: "(as in /a or /exa)" is a path.
    bracketed = rf"(?:[(（\[〔［]©?|(?<!\S)/(?=[^/]{{2,20}}/)){several}(?:,\s?\d[\d. ]{{4,11}})?[)）\]/〕］]\W{{0,3}}$"
    return _Mark(alone, several, plain, bracketed)


@lru_cache(maxsize=256)
def _marks(marks: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """How a mark stands in a cable's and in any dateline, how it closes an article, and the last, maybe short, paragraph of one."""
    mark = _written(marks)
    letters = f"(?P<mark>{alternatives(each for each in marks if each.islower())})"
    opening = (*_opening_elsewhere(mark.several), *_opening(mark, letters))
    forms = (_cable_forms(mark), opening, _closing(mark), _ending(mark))
    return tuple(tuple(map(re.compile, each)) for each in forms)


def _cable_forms(mark: _Mark) -> tuple[str, ...]:
    """What says itself that it is a cable, however short its paragraph.

    "Reported" before a space heads the text; before anything else it tells what an agency reported.
    """
    return (rf"[(（]?{mark.several}[^\s，。（(）)]{{0,16}}?\d{{1,2}}日(?:[電电讯訊]|(?:报道|報道|報導|消息)[\s(（])",)


def _opening(mark: _Mark, letters: str) -> tuple[str, ...]:
    several, plain = mark.several, mark.plain
    placed = rf"\W{{0,3}}(?:{_PLACE})?[(（](?:[\w-]{{2,6}}/)?{several}[)）]"
    return (
        rf"[^\n()（]{{0,80}}?[(（]{several}[)）]\s*(?:[-–—.:]|$)",
        rf"{placed}\s*[-–—]",
        # Without a dash: the mark stands between a place and the first sentence, or before it, maybe behind the paper's own.
        rf"{placed}\s+[{CAPITALS}]",
        rf"\W{{0,3}}[{CAPITALS}][^\n()–—-]{{1,60}}?[,.]\s?{several}\s*[–—-]",
        rf"\W{{0,3}}[{CAPITALS}][\w .-]{{1,30}}/{several}\s*[.:–—-]\s",
        # Before a bar: "Oldtown exa | The river rose". In capitals it may be whose agency a photographer is.
        rf"\s{{0,3}}[{CAPITALS}][\w ./'-]{{1,40}}?\s{letters}\s\|\s",
        # Without a place: "Example Wire – The river rose".
        rf"\W{{0,3}}{plain}\s+[–—-]{{1,2}}\s+[“\"‘']?[{CAPITALS}]",
        # Or before the day: "EXA, 25th May, 2017-The river rose".
        rf"\W{{0,3}}{plain},\s[^\n()–—-]{{0,12}}?\d[^\n()–—-]{{0,14}}?[–—-]{{1,2}}\s?[“\"‘']?[{CAPITALS}]",
    )


def _closing(mark: _Mark) -> tuple[str, ...]:
    several, plain, bracketed = mark.several, mark.plain, mark.bracketed
    capitals = rf"[{CAPITALS}][{CAPITALS}\d .,'-]{{2,40}}"
    # "(Ann Writer/EXA)" is a photographer of an agency.
    initials = r"(?:[^\W\d_A-Z]{2,5}/){0,2}"
    return (
        rf"\W{{0,3}}{_PLACE}\|\s?{several}\s?\|",
        rf"(?:[(（][cC][)）]\s?|\W{{0,3}}){initials}{plain}(?:\s[(（][A-Z]{{2,5}}[)）])?\W{{0,3}}$",
        # Behind it or below it, who wrote and who edited: "PTI ABC DE", "--IANS" and "ab/cd".
        rf"\W{{0,3}}{plain}(?:\s(?:[A-Z]{{2,4}}|[a-z]{{2,4}}(?:/[a-z]{{2,4}}){{0,3}})){{1,6}}\W{{0,3}}$",
        rf"\W{{0,3}}{bracketed}",
        # In a line of its own above the text: "MADRID, 05 (EXA)" and "MADRID - EXA".
        rf"{capitals}[(（]{several}[)）]$",
        rf"{capitals}\s[–—-]\s{plain}$",
        rf".{{200,}}{bracketed}",
        rf".{{200,}}[.!?»”\"]\s{{1,3}}{plain}\W{{0,3}}$",
    )


def _ending(mark: _Mark) -> tuple[str, ...]:
    return (
        rf".{{40,}}[.!?»”\"’']\s{{0,3}}{mark.bracketed}",
        rf"(?:.{{40,}}[.!?»”\"’']\s{{1,3}}|.{{40,}}\s)?[-–—]{{1,2}}\s?{mark.alone}\W{{0,3}}$",
    )


def _opening_elsewhere(mark: str) -> tuple[str, ...]:
    """Datelines as they are set in Japanese, Chinese, Korean and Russian: in brackets with the place, before the word for a cable."""
    dated = r"[^\W\d_][^\n()–—/]{1,24}?\d[^\n()–—/]{0,14}?\s?"
    return (
        rf"\W{{0,2}}[【［〔][^】］〕\n]{{0,24}}?(?<![A-Za-z]){mark}\s*[】］〕]",
        rf"\[[^\]\n]{{2,24}}?\s{mark}\]\s*[–—-]",
        rf"[(（\[][^()（）\[\]=\n]{{1,12}}=\s?{mark}[)）\]]",
        rf"[(（]{mark}[)）]\s*[:：]?\s*(?=[\u3040-\u9fff\uac00-\ud7af])",
        rf"{dated}[–—-]\s{mark}[.,]",
        rf"{dated}\.\s{mark}\.?\s*[–—-]",
        rf"{dated}/{mark}/",
    )


_LINKED_DATELINE = re.compile(rf"^\W{{0,3}}[{CAPITALS}][^\n()]{{1,60}}?\((?P<name>[^()\n]{{2,50}})\)\s*[–—-]")


def _linked_dateline(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """A dateline of a publisher that nobody here knows, but that it links: "CHICAGO (Example News) -"."""
    found = _LINKED_DATELINE.match(block.text)
    links = block.links_in(*found.span("name")) if found else []
    at = scene.address(links[0].href) if links else None
    if found is None or at is None or scene.host.domain is None or scene.host.owns(at.domain):
        return
    # A link over more than that is a teaser.
    if block.index > scene.layout.begun or links[0].end > found.end():
        return
    names = (found["name"],)
    yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, 0, found.end(), names=names, link=links[0])
    yield from link_acknowledgements(scene, block, links[0], names)


_CABLE = re.compile(
    r"^\W{0,3}(?:(?P<place>[A-Z][A-Z .'-]{2,30}),?\s(?P<date>[^\n()]{0,20}\d[^\n()]{0,12})?)?\((?P<name>[^\n()]{2,50})\)\s*(?:[-–—]|:\s)"
)
"""The dateline of a cable: a place in capitals, a date, a name in brackets and a dash."""
_LETTERS = re.compile(r"[A-Z]{2,6}")


def _cable(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """The dateline of an agency that nobody here knows, which its form or its name tells: "OLDTOWN, March 5 (EXA) --"."""
    found = _CABLE.match(block.text) if block.index <= scene.layout.begun else None
    if found is None or found["name"] in scene.host.initials or scene.host.is_called(found["name"]):
        return
    lettered = found["date"] is not None and _LETTERS.fullmatch(found["name"])
    called_so = scene.directory.named(found["name"]) is None and scene.directory.is_news_agency(found["name"])
    if not (lettered or called_so):
        return
    yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, 0, found.end(), names=(found["name"],))


def _listed(names: Sequence[Block]) -> set[int]:
    """The blocks that are names in a list of articles, each with its agency: near to another, or set like another."""
    near = {block.index for pair in pairwise(names) if pair[1].index - pair[0].index <= _LISTED for block in pair}
    alike = Counter(map(_set_as, names))
    return near | {block.index for block in names if alike[_set_as(block)] > 1}


def _set_as(block: Block) -> tuple[str, str | None, str | None]:
    parent = block.element.getparent()
    return block.element.tag, block.element.get("class"), None if parent is None else parent.get("class")


def _is_picture(scene: Scene, found: re.Match[str]) -> bool:
    """True where an agency stands beside a word for pictures, or one that deals in them: "(EXA/Getty Images)"."""
    marked = fold(found[0][found.start("mark") - found.start() :])
    return any(word in scene.wordings.caption_words for word in re.findall(r"\w+", marked))


def _is_name(scene: Scene, block: Block) -> bool:
    return scene.directory.is_exactly(block.text.strip())


def _marked(scene: Scene, block: Block) -> tuple[Acknowledgement, ...]:
    text = block.text[:_LONGEST]
    marks = those_in(tuple(scene.directory.marks), text)
    if not marks:
        return ()
    cable, opening, closing, ending = _marks(marks)
    begins = not scene.layout.is_behind(block)
    forms = (*(cable if begins else ()), *(opening if begins and len(block.text) > _SHORT else ()), *closing)
    if block.index >= scene.layout.prose[1] and not is_below_picture(block):
        forms = (*forms, *ending)
    found = next((match for form in forms if (match := form.match(text))), None)
    publisher = scene.directory.marks[found["mark"]] if found else None
    if found is None or publisher is None or _is_of_another(scene, block, found):
        return ()
    # Several agencies share some letters: on a site that has them in its name they are its own.
    if scene.is_host(publisher) or found["mark"] in scene.host.initials:
        return ()
    name, span = publisher.name or found["mark"], (found.start(), found.end())
    # A paper's own service may be called by the paper's word: "Tribune News Service" of a Tribune. Whose the mark is, it does not tell.
    certain = not papers.shares_word(scene, name)
    names = (name,) if certain else ()
    return (line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, *span, names=names, certain=certain),)


def _is_of_another(scene: Scene, block: Block, found: re.Match[str]) -> bool:
    """True for the mark of a picture, of the next article, or of an item in a list."""
    if _is_name(scene, block) and (is_below_picture(block) or _is_below_teaser(scene, block)):
        return True
    return _is_picture(scene, found) or _ends_items(scene, block)


def _is_below_teaser(scene: Scene, block: Block) -> bool:
    """True behind the text for a name below the title of another article, which is a link to it."""
    if not scene.layout.is_behind(block):
        return False
    above = scene.above(block)
    title = above if above and scene.layout.is_behind(above) else None
    covered = sum(link.end - link.start for link in title.links if not is_dead(link.href)) if title else 0
    return title is not None and covered >= len(title.text.strip())


def _ends_items(scene: Scene, block: Block) -> bool:
    """True at the end of an item in a list whose items end with the source of each: news in short."""
    if not (is_listed(block) and block.text.endswith(_BRACKETS)):
        return False
    return sum(is_listed(each) and each.text.endswith(_BRACKETS) for each in scene.article) > 1
