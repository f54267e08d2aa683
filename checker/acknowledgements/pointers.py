"""Sentences at an article's edge that speak of an original or a translation and say where it is, however they word it.

Templates know how credits are usually worded. Translators word theirs freely, but with one of a few words and a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from checker.acknowledgements import credit_lines, original_links, permissions
from checker.acknowledgements.captions import is_caption, names_work
from checker.acknowledgements.credit_links import link_acknowledgements
from checker.acknowledgements.making import line_acknowledgement, unlinked_acknowledgement
from checker.acknowledgements.parts import is_of_section
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_listed, is_reference_mark, sentence
from checker.model import Acknowledgement, Kind
from checker.page.page import Block, Link
from checker.page.text import is_ideographic
from checker.wording.wordings import Match

_LONGEST = 700
_BRIEF = 240
_AROUND = 60
_MOST_LINKS = 3
_BEHIND = 3
_URL = re.compile(r"https?://[^\s<>\"'）)】」]+", re.IGNORECASE)


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A source attribution and its link for each such sentence, where no template has found one in its block."""
    credited = {match.block.index for match, _ in credit_lines.lines(scene)}
    worded = original_links.worded(scene)
    if not credited and not scene.is_digest:
        yield from _labels(scene, worded)
        yield from _source_lines(
            scene, {match.block.index: match for match in worded if not original_links.is_loose(match)}
        )
    if not credited:
        yield from _permitted(scene)
    known = credited | {match.block.index for match in worded}
    for block in scene.spotted("pointer"):
        if block.index not in known and not scene.is_digest and _may_point(scene, block):
            yield from _pointed(scene, block)


def _pointed(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """The first original that a block's words point to: by a link, or by an address that is none."""
    for found in _pattern(scene.wordings.pointers).finditer(block.folded):
        start, end = sentence(block, found.start())
        if _tells_of_another(scene, block, found, start):
            continue
        behind = _address(scene, block, found.end(), end)
        told = behind is not None and behind[1] <= found.end() + _BEHIND and not block.links_in(*behind[1:])
        where, link = block, None if told else _original(scene, block, start, end, found.end())
        further = block.text[end:].strip()
        if link is None and not told and (not further or further.endswith((":", "："))):
            where, link = _below(scene, block) or (block, _only(scene, block, start))
        if link is None:
            bare = behind or _address_below(scene, block, end)
            if bare:
                last = bare[2] if bare[0] is block else end
                yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, start, max(end, last))
                yield unlinked_acknowledgement(scene, *bare)
                return
        elif not _labels_paper(scene, block, found, link) and not (
            where is block and _is_said_of(block, link, found, start)
        ):
            last = max(end, link.end if where is block else 0)
            yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, start, last, link=link, certain=True)
            yield from link_acknowledgements(scene, where, link, ())
            return


def _only(scene: Scene, block: Block, start: int) -> Link | None:
    """The one link of a paragraph, shortly before the words: "Example News has [a story](...) on it. This is a translation"."""
    link = _original(scene, block, 0, start) if len(block.links) == 1 else None
    return link if link and start - link.end <= _AROUND * 2 else None


def _tells_of_another(scene: Scene, block: Block, found: re.Match[str], start: int) -> bool:
    """True for words in a caption, of a part of the page, of a translation of this very page, and for what others must write."""
    return (
        is_caption(scene, block, found.start())
        or scene.wordings.is_of_this(block.folded, found.end())
        or _is_demanded(scene, block, found)
        or any(
            part.start() < found.start()
            for part in _pattern(scene.wordings.parts).finditer(block.folded, start, found.end())
        )
    )


def _labels_paper(scene: Scene, block: Block, found: re.Match[str], link: Link) -> bool:
    """True where a label ("original: ") or words behind the text have a research paper's link: notes on one tell it so.

    A translation says above its text that it is one.
    """
    labelled = ":" in block.folded[found.start() : link.start]
    return _is_paper(scene, link) and (labelled or block.index > scene.layout.prose[0])


def _is_paper(scene: Scene, link: Link) -> bool:
    at = scene.address(link.href)
    return at is not None and at.is_paper


def _is_demanded(scene: Scene, block: Block, found: re.Match[str]) -> bool:
    """True behind words that say what others must do: "when you reprint this, say that it is a translation of ..."."""
    demands = (match for match in scene.matches_in(block) if match.phrase.kind == "demand")
    return any(match.start <= found.start() for match in demands)


def _address(scene: Scene, block: Block, start: int, end: int) -> tuple[Block, int, int] | None:
    """The article's address that is written out behind the words, and is no link."""
    for url in _URL.finditer(block.text, start, end):
        stop = url.start() + len(url[0].rstrip(".,;:"))
        found = scene.address(block.text[url.start() : stop])
        if found and found.is_article and not scene.host.owns(found.domain):
            return block, url.start(), stop
    return None


def _source_lines(scene: Scene, worded: Mapping[int, Match]) -> Iterator[Acknowledgement]:
    """Where nothing else names a source, a line that links to the original is the credit."""
    for block in scene.edges:
        link = _original(scene, block, *block.line_at(worded[block.index].start)) if block.index in worded else None
        if link and len(block.text) <= _BRIEF and not is_listed(block) and not _is_paper(scene, link):
            span, details = sentence(block, link.start), {"link_only": True}
            certain = not original_links.is_doubtful(scene, worded[block.index], link)
            yield line_acknowledgement(
                scene, Kind.SOURCE_ATTRIBUTION, block, *span, link=link, certain=certain, details={**details}
            )


def _labels(scene: Scene, worded: Iterable[Match]) -> Iterator[Acknowledgement]:
    """Where nothing else names a source, a label with the link to the original below it is the credit."""
    for match in worded:
        below = original_links.labelled(scene, match)
        if below or original_links.labelled_address(scene, match):
            details: dict[str, object] = {"link_only": True}
            span, link = (match.start, match.end), below[1] if below else None
            yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, match.block, *span, link=link, details=details)


def _permitted(scene: Scene) -> Iterator[Acknowledgement]:
    """Where nothing else names a source, what a permission links is the original: "[This article](...) is republished with permission"."""
    for match, start, end in permissions.statements(scene):
        block = match.block
        alone = len(block.links) == 1 and len(block.text) <= _BRIEF
        link = _original(scene, block, 0, len(block.text)) if alone else _original(scene, block, start, end)
        if link:
            details: dict[str, object] = {"link_only": True}
            yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, start, end, link=link, details=details)
            yield from link_acknowledgements(scene, block, link, ())


def _may_point(scene: Scene, block: Block) -> bool:
    """Not in a list of links, not in a long paragraph, and not above the text of one section of several."""
    points = bool(block.links) or "://" in block.text
    shown = (points or _below(scene, block) or _address_below(scene, block, 0)) and not block.hidden_by
    if not shown or len(block.text) > _LONGEST or not _is_at_end(scene, block) or is_listed(block):
        return False
    return names_work(scene, block, 0) or not is_of_section(scene, block)


def _below(scene: Scene, block: Block) -> tuple[Block, Link] | None:
    """The link to an article elsewhere that is all of the next block: "I translated this: [The river](...)"."""
    following = _following(scene, block)
    link = following.links[0] if following and len(following.links) == 1 else None
    alone = following and link and 2 * (link.end - link.start) > len(following.text)
    if following and link and is_listed(following) and following.text[: link.start].strip():
        # A list's item may tell what to do with what it links: "1. Download [the tool](...)".
        return None
    return (following, link) if following and link and alone and _is_article(scene, link) else None


def _address_below(scene: Scene, block: Block, end: int) -> tuple[Block, int, int] | None:
    """The article's address, written out, that is all of the next block, below a label ("Translated from:")."""
    following = _following(scene, block)
    text = following.text.strip() if following else ""
    if following is None or not block.text[max(end - 1, 0) :].strip().endswith((":", "：")) or not _URL.fullmatch(text):
        return None
    return _address(scene, following, 0, len(following.text))


def _following(scene: Scene, block: Block) -> Block | None:
    return next((other for other in scene.article if other.index > block.index), None)


def _is_said_of(block: Block, link: Link, found: re.Match[str], start: int) -> bool:
    """True where the sentence is about what it links: "[The river](...) is a translation", "For more, see [its translation](...)"."""
    is_subject = link.end <= found.start() and start <= link.start <= start + _BEHIND
    covers = link.start <= found.start() and found.end() <= link.end
    # "a translation of the article: [Translation - The river](...)" leads to the translation.
    if block.folded[link.start : link.end].startswith(found[0].split()[0]) and not covers:
        return True
    before = block.text[start : link.start]
    first, last = block.line_at(link.start)
    return is_subject or (covers and ("," in before or last - first > link.end - link.start + _AROUND))


def _is_at_end(scene: Scene, block: Block) -> bool:
    """Nearer than other credits: whoever points to an original does so first or last, and briefly."""
    first, last = scene.layout.prose
    if not scene.at_edge(block):
        return False
    return block.index <= first or block.index > last or len(block.text) <= _BRIEF


def _original(scene: Scene, block: Block, start: int, end: int, words_end: int | None = None) -> Link | None:
    """The one link of a sentence, or right behind it, to an article elsewhere; a list of links points to no original.

    A link right behind the words that tell of an original comes first: the sentence may link what made the copy too.
    """
    links = [link for link in block.links_in(start, end + _BEHIND) if not link.hidden_by]
    if len(links) > _MOST_LINKS:
        return None
    articles = [link for link in links if _is_article(scene, link) and not is_reference_mark(block, link)]
    if words_end is not None and not any(link.start < words_end <= link.end for link in articles):
        articles.sort(key=lambda link: not words_end <= link.start <= words_end + _BEHIND)
    return next(iter(articles), None)


def _is_article(scene: Scene, link: Link) -> bool:
    found = scene.address(link.href)
    if found is None or not found.is_article or found.is_profile or found.is_picture or scene.host.owns(found.domain):
        return False
    return found.owner is None or found.path.strip("/").count("/") > 0


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_forms(words)) or r"(?!)")


def _forms(words: Iterable[str]) -> Iterator[str]:
    """Whole words; scripts without spaces have no bounds."""
    for word in sorted(words, key=len, reverse=True):
        yield re.escape(word) if is_ideographic(word[0]) else rf"(?<!\w){re.escape(word)}(?!\w)"
