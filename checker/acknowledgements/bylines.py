"""Bylines by their words: "By Ann Writer"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.acknowledgements import authors
from checker.acknowledgements.captions import is_caption
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.names import is_date, people
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import sentence
from checker.model import Acknowledgement, Kind
from checker.page.page import Block, Region
from checker.page.text import fold, is_ideographic
from checker.wording.wordings import Match

_OPENING = "「『“‘"
_MARKS = 2
_AROUND_DATE = " ,|–—-"


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """An author credit for each byline that readers see, and whose words are known."""
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
        names = authors.not_host(scene, found) or authors.owners(scene, found)
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
