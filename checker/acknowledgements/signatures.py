"""A newspaper that signs a text: its name alone right below the last paragraph, or at the end of that with the agency that helped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.acknowledgements import papers
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.name_words import alternatives
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_below_picture, is_listed
from checker.model import Acknowledgement, Kind
from checker.page.page import Block, Region
from checker.page.text import CAPITALS
from checker.terms.directory import aiding_words, edition_words

_LONGEST = 60
_PARAGRAPH = 150
_BEHIND = 3
_TAIL = 120
_BRACKETS = " \t.()[]"
_NAME = re.compile(
    rf"[{CAPITALS}\u3040-\u9fff\uac00-\ud7af][\w.'’-]*(?:\s(?:[^\W\d_]{{1,3}}\s)?[{CAPITALS}][\w.'’-]*){{0,3}}"
)
_QUOTES = "\"'“„«»‘「『"
_SITE = re.compile(r"\.[a-z]{2,3}(?:\.[a-z]{2})?$")


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A source attribution for such a name that is not the site's: sure for a paper that is known, and where an agency helped it."""
    last = scene.layout.prose[1]
    ended = next((block for block in scene.article if block.index == last), None)
    if ended is None or len(ended.text) < _PARAGRAPH:
        return
    yield from _helped(scene, ended)
    below = [block for block in scene.article if last < block.index <= last + _BEHIND]
    if below and _may_sign(scene, below[0]) and not ended.text.startswith(tuple(_QUOTES)):
        yield from _helped(scene, below[0])
        yield from _alone(scene, below)


def _may_sign(scene: Scene, block: Block) -> bool:
    """True for a short line that leads nowhere and belongs to nothing else."""
    bare = len(block.text) <= _LONGEST and not block.links and block.region is Region.ARTICLE and not block.is_heading
    return bare and not (is_below_picture(block) or is_listed(block) or scene.in_teaser(block))


def _alone(scene: Scene, below: list[Block]) -> Iterator[Acknowledgement]:
    """A paper's name that is all of the first line; more papers below it are a list."""
    block, *others = below
    name = _without_edition(block.text.strip(_BRACKETS))
    if any(_is_paper(scene, _without_edition(other.text.strip(_BRACKETS))) for other in others):
        return
    if _is_paper(scene, name):
        certain = papers.is_known(scene, name)
        span = (0, len(block.text))
        yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, *span, names=(name,), certain=certain)


def _helped(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """A known paper before the agency that helped it: "Example Times with EXA"."""
    start = max(0, len(block.text) - _TAIL)
    found = _with_agency().search(block.text, start)
    if found is None or not scene.directory.is_news_agency(found["agency"]):
        return
    name = _without_edition(found["name"])
    if papers.is_known(scene, name):
        yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, *found.span("all"), names=(name,))


def _is_paper(scene: Scene, name: str) -> bool:
    """True for a known paper, and for a name with a newspaper's word: "Topics: Oldtown Times" is none."""
    bare = _NAME.fullmatch(name) is not None and papers.is_anothers(scene, name)
    return papers.is_known(scene, name) or bare


def _without_edition(name: str) -> str:
    """A paper's name without what tells its site from its print: "Example Times Online", "Example Times.com"."""
    return _edition().sub("", _SITE.sub("", name))


@cache
def _edition() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternatives(edition_words())})$", re.IGNORECASE)


@cache
def _with_agency() -> re.Pattern[str]:
    """At the end of a sentence or at a line's beginning, so that no words of one are taken in."""
    name = rf"(?P<name>[{CAPITALS}][\w.'’-]*(?:\s[{CAPITALS}][\w.'’-]*){{0,3}})"
    return re.compile(
        rf"(?:^|[.!?»”\")\n]\s{{1,3}}|\()(?P<all>{name}\s(?:{alternatives(aiding_words())})\s(?P<agency>[{CAPITALS}][\w -]{{1,30}}))\W*$"
    )
