"""Bylines by their words: "By Ann Writer"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.acknowledgements import authors, name_words
from checker.acknowledgements.captions import is_caption
from checker.acknowledgements.dates import is_date
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.people import people
from checker.acknowledgements.scene import Scene, once
from checker.acknowledgements.standing import sentence
from checker.model import Acknowledgement, Kind
from checker.page.page import Block, Link, Region
from checker.page.text import fold, is_ideographic
from checker.wording.wordings import Match

_OPENING = "「『“‘"
_MARKS = 2
_AROUND_DATE = " ,|–—-"


class _Byline(NamedTuple):
    """Who is named by a wording, up to where in its block, with the link on the names, and what of them may tell of a copy."""

    match: Match
    names: tuple[str, ...]
    end: int
    link: Link | None
    details: dict[str, object]


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """An author credit for each byline that readers see, and whose words are known."""
    return (_credit(scene, byline) for byline in _bylines(scene))


def telling(scene: Scene) -> Iterator[Acknowledgement]:
    """Those of them that may show that a page is a copy: of who publishes elsewhere, or was translated."""
    return (_credit(scene, byline) for byline in _bylines(scene) if byline.details)


@once
def _bylines(scene: Scene) -> tuple[_Byline, ...]:
    return tuple(_found(scene))


def _found(scene: Scene) -> Iterator[_Byline]:
    for match in scene.matching("author_credit", "translator_credit", "source_attribution"):
        span = match.slots.get("author")
        if span is None or not _is_byline(scene, match, span):
            continue
        block = match.block
        labelled = ":" in block.folded[match.start : span[0]] or _is_foreign(block, *span)
        said = block.text[span[0] : _before_link(block, *span)]
        found = people(said, match.phrase.language, labelled=labelled) or _dated(scene, block, *span)
        if names := authors.not_host(scene, found) or authors.owners(scene, found):
            end = span[0] + block.text[span[0] :].find(names[-1]) + len(names[-1])
            if _is_subject(match, end):
                continue
            link = next(iter(block.links_in(*span)), None)
            yield _Byline(match, names, end, link, _details(scene, match, span, link if labelled else None))


def _is_byline(scene: Scene, match: Match, span: tuple[int, int]) -> bool:
    block = match.block
    if _is_in_address(block, span[0]) or is_caption(scene, block, match.start) or not _stands_as_byline(scene, block):
        return False
    return not (_is_of_teaser(scene, block, match.start) or _is_in_next_sentence(match, span[0]))


def _is_subject(match: Match, end: int) -> bool:
    """True where the sentence goes on behind a name that its publisher may have: "published by Example Media and is republished on ..."."""
    joining, _, behind = match.block.text[end : match.slots["author"][1]].lstrip(" ,").partition(" ")
    joined = name_words.between().fullmatch(f" {joining} ") is not None
    return "source" in match.slots and joined and fold(behind.partition(" ")[0]) in match.phrase.language.ends


def _details(scene: Scene, match: Match, span: tuple[int, int], labelled: Link | None) -> dict[str, object]:
    """What may tell of a copy: a label whose name leads to another site (an author who publishes there), a translator beside the author."""
    at = scene.address(labelled.href) if labelled else None
    details: dict[str, object] = {"elsewhere": at.domain} if at and not scene.host.owns(at.domain) else {}
    return details | ({"translated": True} if _is_translated(scene, match.block, span[0]) else {})


def _credit(scene: Scene, byline: _Byline) -> Acknowledgement:
    match, names, end, link, details = byline
    where = match.block, match.start, end
    return line_acknowledgement(scene, Kind.AUTHOR_CREDIT, *where, names=names, link=link, details=details)


def _is_in_next_sentence(match: Match, at: int) -> bool:
    """True behind the end of the sentence that names the source: "first published in Example News. Translated by Bo Reader"."""
    source, _ = match.slots.get("source", (at, at))
    first, _ = match.block.line_at(at)
    return first <= source < sentence(match.block, at)[0]


def _is_translated(scene: Scene, block: Block, start: int) -> bool:
    """True where one wording names the author and a translator: "作者：Ann 译者：Bo"."""
    return (block.index, start) in _translated(scene)


@once
def _translated(scene: Scene) -> frozenset[tuple[int, int]]:
    """Where, by block and place, wordings for a translator name the author."""
    both = (match for match in scene.matches if match.phrase.kind == "translator_credit" and "author" in match.slots)
    return frozenset((match.block.index, match.slots["author"][0]) for match in both)


def _dated(scene: Scene, block: Block, start: int, end: int) -> tuple[str, ...]:
    """One word above the text with nothing but a date behind it: "By ann on May 3, 2020"."""
    name, _, behind = block.text[start:end].partition("\n")[0].partition(" ")
    above = block.index <= scene.layout.prose[0] and any(map(str.isdigit, behind))
    dated = above and is_date(fold(behind.strip(_AROUND_DATE)), scene.wordings.dates)
    return people(name, scene.language, labelled=True) if dated else ()


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
