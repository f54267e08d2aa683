"""Links whose words say that they lead to the original: "read the original article", or the page's own title."""

from __future__ import annotations

from collections.abc import Iterator

from checker.acknowledgements import titles
from checker.acknowledgements.credit_links import address_below, link_acknowledgements, link_below
from checker.acknowledgements.dates import is_date
from checker.acknowledgements.layout import EDGE
from checker.acknowledgements.making import line_acknowledgement, unlinked_acknowledgement
from checker.acknowledgements.parts import below_headings, ends_passage
from checker.acknowledgements.scene import Scene, once
from checker.acknowledgements.standing import is_aside, is_below_picture, is_listed, sentence
from checker.model import Acknowledgement, Kind
from checker.page.host import name_key
from checker.page.page import Block, Link
from checker.wording.wordings import Match

_LABEL = 60
_MIN_TITLE = 12
_FIRST_WORDS = 6
_PARAGRAPH = 240
_PARTING = " |•·–-"


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A link to the original for each wording that covers, or stands right before, a link; a broken one where the link is gone."""
    for match in worded(scene):
        links = match.block.links_in(match.start, match.end + 3)
        if not links and (below := labelled(scene, match)):
            yield from link_acknowledgements(scene, *below, ())
        elif not links and (bare := labelled_address(scene, match)):
            yield unlinked_acknowledgement(scene, *bare)
        elif not links and _is_label(match):
            yield line_acknowledgement(
                scene, Kind.LINK_TO_ORIGINAL, match.block, match.start, match.end, broken="not_linked", certain=False
            )
        for link in links:
            found = scene.address(link.href)
            if found is None or not scene.host.owns(found.domain):
                # In a list the bare word "original" is one reference of several, notes on a paper link it so, and amid the text
                # stands what a part of it is after.
                behind = match.block.index > scene.layout.prose[0]
                listed = is_listed(match.block) and (match.phrase.weak or behind)
                paper = found is not None and found.is_paper
                unsure = is_loose(match) or _is_amid_text(scene, match) or is_doubtful(scene, match, link)
                certain = not (listed or paper or unsure or scene.is_digest)
                yield from link_acknowledgements(scene, match.block, link, (), certain=certain)
                break
    yield from _titled(scene)


@once
def worded(scene: Scene) -> tuple[Match, ...]:
    """The wordings of such links, where they may stand: on one line, and a label below a picture is the picture's."""
    return tuple(_worded(scene))


def _worded(scene: Scene) -> Iterator[Match]:
    said = list(scene.matching("original_link"))
    several = below_headings(scene, said)
    for match in said:
        label = match.phrase.line or _is_bare(match)
        is_wrapped = "\n" in match.block.text[match.start : match.end]
        if is_wrapped or (label and not (_is_line_at_edge(scene, match) and not is_below_picture(match.block))):
            continue
        of_part = match.block.index in several or ends_passage(scene, match.block) or is_aside(match)
        if not of_part or _follows_note(scene, match):
            yield match


def labelled(scene: Scene, match: Match) -> tuple[Block, Link] | None:
    """The one link to an article elsewhere right below a label at an edge of the article: "Original", and its address."""
    if not _is_lone_label(scene, match):
        return None
    below = link_below(scene, match.block)
    found = scene.address(below[1].href) if below else None
    if below is None or found is None or not found.is_article or scene.host.owns(found.domain):
        return None
    return None if link_below(scene, below[0]) or is_doubtful(scene, match, below[1]) else below


def labelled_address(scene: Scene, match: Match) -> tuple[Block, int, int] | None:
    """The article's address right below such a label, where it is written out and no link; a list's may be one of several."""
    lone = _is_lone_label(scene, match) and not match.phrase.clue
    found = address_below(scene, match.block, match.end) if lone else None
    return None if found and is_listed(found[0]) else found


def _is_lone_label(scene: Scene, match: Match) -> bool:
    """True for a label at an edge of the article that is all of its block and links nothing."""
    return not match.block.links and _is_whole(match) and _is_line_at_edge(scene, match)


def _is_whole(match: Match) -> bool:
    """True for words that are all of their block."""
    text = match.block.text
    return not text[: match.start].strip() and not text[match.end :].strip(" :：-–—")


def is_loose(match: Match) -> bool:
    """True for words that lead to a whole text ("read the full story"), which may be another than the page's."""
    return match.phrase.clue and not _is_bare(match)


def is_doubtful(scene: Scene, match: Match, link: Link) -> bool:
    """True for a bare "Source", whose link leads to a reference as often as to the original, but where that has the page's own title."""
    found = scene.address(link.href)
    return _is_bare(match) and not (found is not None and titles.is_of_page(scene, found))


def _is_amid_text(scene: Scene, match: Match) -> bool:
    """True far from the edges of the article, and behind the other sentences of a paragraph: it may be of what they tell of."""
    start, _ = match.block.line_at(match.start)
    return not scene.at_edge(match.block) or match.start - start > _PARAGRAPH


def _is_bare(match: Match) -> bool:
    """True for a loose word that is all of its line: "Source", and nothing but a link."""
    return match.phrase.clue and match.phrase.template.text.endswith("$")


def _is_line_at_edge(scene: Scene, match: Match) -> bool:
    """True for what starts a line, or follows on its date or on words about the work, shortly before the text or behind it."""
    first, last = scene.layout.prose
    around = match.block.index <= first or match.block.index > last - EDGE
    start, _ = match.block.line_at(match.start)
    before = match.block.folded[start : match.start].rstrip(_PARTING)
    return around and (not before or is_date(before, scene.wordings.dates) or _follows_note(scene, match))


def _follows_note(scene: Scene, match: Match) -> bool:
    """True behind a sentence that says what this work is: "This is a guest post for Example News. You can read the original here"."""
    start, _ = sentence(match.block, match.start)
    said = match.block.folded[:start].split()
    named = any(word in match.phrase.language.works for word in said[:_FIRST_WORDS])
    return named and not scene.wordings.leads_to_another(" ".join(said))


def _titled(scene: Scene) -> Iterator[Acknowledgement]:
    """Links on another site's article that bear the page's own headline. They support a credit, and make no copy by themselves."""
    headline = next((block for block in scene.article if block.element.tag == "h1"), None)
    title = name_key(headline.text) if headline else ""
    if len(title) < _MIN_TITLE or scene.host.domain is None:
        return
    for block in scene.edges:
        for link in block.links if block is not headline else ():
            if name_key(block.text[link.start : link.end]) != title:
                continue
            found = scene.address(link.href)
            if found and found.is_article and not scene.host.owns(found.domain):
                yield line_acknowledgement(
                    scene, Kind.LINK_TO_ORIGINAL, block, link.start, link.end, link=link, certain=False
                )


def _is_label(match: Match) -> bool:
    """True where the words are all of a short line: what was meant as a link, and no sentence about one."""
    start, end = match.block.line_at(match.start)
    return end - start <= min(_LABEL, 2 * (match.end - match.start))
