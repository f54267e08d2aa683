"""Credit lines: text that names where the work was first published, and the link to it that comes with the words."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.acknowledgements import doubts, papers, titles
from checker.acknowledgements.credit_links import Credit, acknowledged, is_bare, is_own_list, linked, telling
from checker.acknowledgements.credited import credited
from checker.acknowledgements.doubts import opens
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.names import Named
from checker.acknowledgements.parts import below_headings
from checker.acknowledgements.scene import Scene, once
from checker.acknowledgements.standing import cell, is_aside, sentence
from checker.acknowledgements.subjects import is_label, is_of_another, is_of_part
from checker.model import Acknowledgement, Kind
from checker.page.page import Block, Link
from checker.page.text import fold
from checker.wording.wordings import Match

_WEAK_LINE = 220
_LONGEST_FIRST = 45
_MOST_BEHIND = 3
_NEAR = 3
_PARTS, _MOST_PARTS = 3, 2
_RELATIVE = re.compile(r"(?:\.{1,2})?/(?!/)|(?!www\.)[\w./-]+\.(?:md|mdx|html?|json|ipynb|pdf|txt|py|csv|ya?ml)(?:#|$)")
_APPOSED = re.compile(r",\s(\w+)\s(\w+(?:\s\w+)?)")
_WORDY = re.compile(r"\w")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MARKS = " .*_)]）】"
_CATEGORIES = frozenset({"category", "tag"})


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A source attribution for each credit line, and a link to the original where the line has one."""
    for match, named in lines(scene):
        yield from _credits(scene, match, named)


@once
def lines(scene: Scene) -> tuple[tuple[Match, Named], ...]:
    """The wordings that are credit lines, each with whom it credits."""
    return tuple(_lines(scene))


def _lines(scene: Scene) -> Iterator[tuple[Match, Named]]:
    seen: dict[int, tuple[list[int], set[int]]] = {}
    several = _of_several(scene)
    # Of several wordings that fit one line, the surest speaks; of these first the one that says where the name begins, and
    # before it the one that has the address too.
    for match in sorted(scene.matching("source_attribution"), key=_doubt):
        named = None if match.block.index in several else _named(scene, match)
        if (
            named is None
            or _is_own(scene, named)
            or _is_own_magazine(scene, match, named)
            or is_of_part(scene, match, named)
            or is_of_another(scene, match, named)
        ):
            continue
        starts, links = seen.setdefault(match.block.index, ([], set()))
        if not (_is_named(match, named, starts) or id(named.link) in links) and (match.slots or not starts):
            insort(starts, named.start)
            links.update([id(named.link)] if named.link else [])
            yield match, named


def host_credits(scene: Scene, blocks: Collection[int]) -> Mapping[int, Sequence[int]]:
    """Where some blocks credit the host itself, each with its places: how others are to word that, or what it lets them do."""
    found: dict[int, list[int]] = {}
    for match in scene.matching("source_attribution"):
        named = credited(scene, match) if match.block.index in blocks else None
        if named is not None and _is_own(scene, named):
            found.setdefault(match.block.index, []).append(match.start)
    return found


def _doubt(match: Match) -> tuple[bool, ...]:
    slots = match.slots
    return (
        match.phrase.weak and not opens(match),
        match.phrase.clue,
        _names_first(match),
        not slots,
        not {"source", "link"} <= slots.keys(),
    )


def _names_first(match: Match) -> bool:
    """True for a wording that starts with whom it names ("{source} からの転載です"): it takes in all that stands before."""
    return match.slots.get("source", (-1, -1))[0] == match.start


def _is_named(match: Match, named: Named, starts: Sequence[int]) -> bool:
    """True where a name found before, at one of some offsets of the block in their order, is this one or a part of it."""
    spans = [(named.start, named.start + 1), *([match.slots["source"]] if _names_first(match) else [])]
    return any(bisect_left(starts, start) < bisect_left(starts, end) for start, end in spans)


def _named(scene: Scene, match: Match) -> Named | None:
    """Whom a match credits, or None where it credits nobody or stands where such words are no credit."""
    named = credited(scene, match)
    if named is None or _is_clause(match, named) or _tells_of_another(scene, match):
        return None
    return None if match.phrase.weak and not _may_be_credit(scene, match, named) else named


def _may_be_credit(scene: Scene, match: Match, named: Named) -> bool:
    """False for a weak wording that names a section, that names no newspaper where only such are credited, or that stands elsewhere."""
    name = named.name or ""
    if papers.is_section(name) or (match.phrase.paper and not papers.seems_anothers(scene, name)):
        return False
    return _stands_as_credit(scene, match, named)


def _is_clause(match: Match, named: Named) -> bool:
    """True where no link says what is a name in the long stretch before words that a name comes first of, or in the author's place."""
    start, end = match.slots.get("source", (0, 0))
    long = _names_first(match) and named.address is None and end - start > _LONGEST_FIRST
    return long or _is_no_author(match) or _goes_on(match, named)


def _tells_of_another(scene: Scene, match: Match) -> bool:
    """True for a weak wording that a work's title opens, which is not the page's: "The Long Road was first published in Example News".

    A wording that names no source may give a translation's original by its title.
    """
    start, end = match.slots.get("title", (-1, -1))
    opens = _title_first(match) and match.phrase.weak and "source" in match.slots
    return opens and not titles.is_page_s(scene, match.block.text[start:end])


def _title_first(match: Match) -> bool:
    """True for a wording that a work's title opens: in a text on something else of that name it tells of that."""
    return match.slots.get("title", (-1, -1))[0] == match.start


def _goes_on(match: Match, named: Named) -> bool:
    """True where more of a sentence follows the name that should have ended the line: "Quoted from Example News, the dam broke"."""
    last = match.phrase.template.text.endswith("{source} $")
    return last and len(_WORD.findall(match.block.text, named.end, match.end)) > _MOST_BEHIND


def _is_no_author(match: Match) -> bool:
    """True where a long stretch in the author's place begins with no name: "By default, ... can be had from the ... website"."""
    start, end = match.slots.get("author", (0, 0))
    return end - start > _LONGEST_FIRST and match.block.text[start].islower()


def _stands_as_credit(scene: Scene, match: Match, named: Named) -> bool:
    """A weak wording is a credit at the edge of the article, on a short line, where it is all of it, or with a link or a known name."""
    opening = opens(match)
    linked = named.address is not None and (opening or _ends_block(match, named))
    alone = linked or (opening and not _title_first(match) and not is_label(match))
    start, end = sentence(match.block, match.start) if alone else cell(match)
    if end - start - _spelled(match, named) > _WEAK_LINE or not scene.at_edge(match.block) or is_aside(match):
        return False
    if opening:
        return True
    if match.start <= start and _is_most(match, named, start, end):
        return True
    known = named.name is not None and scene.directory.named(named.name) is not None
    return known or named.address is not None or len(named.name or "") * 3 >= (end - start) - 20


def _spelled(match: Match, named: Named) -> int:
    """The length of an address that is written out in the name's place: percent signs make one as long as a paragraph."""
    return named.end - named.start if match.block.folded.startswith("http", named.start) else 0


def _is_most(match: Match, named: Named, start: int, end: int) -> bool:
    """True where a wording and its name are most of a line, or all of its first sentence: "This comes from Example News. It has more."."""
    _, slot = match.slots.get("source", (0, match.end))
    told = match.end if slot < match.end else named.end
    first = min(end, sentence(match.block, match.start)[1])
    return not match.block.text[told:first].strip(_MARKS) or (told - start) * _PARTS >= (end - start) * _MOST_PARTS


def _of_several(scene: Scene) -> frozenset[int]:
    """The blocks right below a heading that start with a sure wording, or have a label, where several do: each tells of its own work."""
    said = list(scene.matching("source_attribution"))
    sure = below_headings(scene, (match for match in said if match.phrase.line and opens(match)), least=2)
    return sure | below_headings(scene, filter(is_label, said))


def _ends_block(match: Match, named: Named) -> bool:
    """True for a label whose name, a link or an address, is the last of a text: some sites part no paragraphs."""
    return is_label(match) and not _WORDY.search(match.block.text, named.end)


def _is_own(scene: Scene, named: Named) -> bool:
    """True where the line credits the host itself: by its link where it has one, else by its name.

    A publisher that is known keeps its name, wherever the link leads: copies come with links that were relative on the original's site.
    """
    if _is_category(named.link):
        return named.address is None or scene.host.owns(named.address.domain)
    if _is_anothers(scene, named):
        return False
    if named.address and not is_own_list(scene, named.address):
        return scene.host.owns(named.address.domain)
    if named.link and _RELATIVE.match(named.link.href) and scene.base is None:
        return True
    known = scene.directory.named(named.name) if named.name else None
    return named.name is not None and (scene.host.is_called(named.name) or bool(known and scene.is_host(known)))


def _is_anothers(scene: Scene, named: Named) -> bool:
    """True for a publisher whose terms are known and who is surely not the site, which tells its name and its domain."""
    known = scene.directory.named(named.name) if named.name else None
    if known is None or known.id is None or not (scene.host.domain and scene.host.names):
        return False
    return not scene.is_host(known) and not any(map(scene.host.is_called, scene.directory.names_of(known)))


def _is_own_magazine(scene: Scene, match: Match, named: Named) -> bool:
    """True where no link is on the name and none to an article right behind, and "our" stands before it or behind: a site's own
    magazine. A sister's or a partner's site is linked.

    With a capital letter it is a part of the name.
    """
    start, end = match.slots.get("source", (0, 0))
    said = match.block.text[start:end].strip()
    behind = (scene.address(link.href) for link in match.block.links_in(named.end, named.end + _NEAR))
    if named.address is not None or any(at and at.is_article for at in behind):
        return False
    ours = (
        word for word in match.phrase.language.ours if fold(said).startswith(word) and not _ends_amid(said, len(word))
    )
    return (not said[:1].isupper() and any(ours)) or _is_called_ours(match, named.end)


def _is_called_ours(match: Match, end: int) -> bool:
    """True for a name behind which the site says that it is its own, and no partner's: ", our newsletter"."""
    behind, language = _APPOSED.match(match.block.folded, end), match.phrase.language
    return behind is not None and behind[1] in language.ours and not behind[2].startswith(tuple(language.partners))


def _ends_amid(text: str, at: int) -> bool:
    """True where a word goes on; scripts without capital letters put no space between words."""
    return text[at - 1 : at].islower() and text[at : at + 1].isalnum()


def _is_category(link: Link | None) -> bool:
    """True for a link that says that it leads to a heading under which a site files its own articles."""
    return link is not None and not _CATEGORIES.isdisjoint(link.rel)


def _credits(scene: Scene, match: Match, named: Named) -> Iterator[Acknowledgement]:
    end = max(named.end, named.link.end if named.link else 0)
    start, end = _whole_line(match.block, min(match.start, named.start), end)
    names = _names(scene, match, named.name) if named.name else ()
    translated = match.phrase.clue and doubts.is_of_translation(scene, match, named)
    headed = match.phrase.clue and doubts.is_of_header(scene, match, named)
    sure = doubts.is_sure(scene, match, named) if match.phrase.weak else not doubts.is_homely(match, named)
    certain = translated or headed or sure
    credit = Credit(match, named, start, end, names, certain)
    links = linked(scene, credit)
    details: dict[str, object] = (
        {"translated": True} if translated else {"clue": True} if match.phrase.clue and not headed else {}
    )
    yield _line(scene, credit, telling(scene, credit, links), details)
    yield from acknowledged(scene, credit, links)


def _names(scene: Scene, match: Match, name: str) -> tuple[str, ...]:
    """Whom the line names: each of several agencies, and the agency whose mark stands behind a label."""
    marked = doubts.marked(scene, name) if is_label(match) else None
    return (marked.name,) if marked and marked.name else scene.directory.each(name)


def _line(scene: Scene, credit: Credit, link: Link | None, details: dict[str, object]) -> Acknowledgement:
    """The credit line itself, with the address that it gives where that is no link and most renderers make one of it."""
    block, named, span = credit.match.block, credit.named, (credit.start, credit.end)
    kind, names, certain = Kind.SOURCE_ATTRIBUTION, credit.names, credit.certain
    told = line_acknowledgement(scene, kind, block, *span, names=names, link=link, certain=certain, details=details)
    if link is None and named.address and not credit.match.phrase.weak and is_bare(scene, block, named):
        return replace(told, evidence=replace(told.evidence, href=named.address.url))
    return told


def _whole_line(block: Block, start: int, end: int) -> tuple[int, int]:
    """A credit is quoted with its sentence, where that is short."""
    first, last = sentence(block, start)
    return (first, max(last, end)) if max(last, end) - first <= 300 else (start, end)
