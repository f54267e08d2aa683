"""Whether a credit line leaves no doubt: by its words, by whom it names, and by where it stands."""

from __future__ import annotations

import re

from checker.acknowledgements import papers, titles
from checker.acknowledgements.byline_agencies import is_source
from checker.acknowledgements.dates import is_date
from checker.acknowledgements.metadata import source_names
from checker.acknowledgements.names import Named
from checker.acknowledgements.scene import Scene, once
from checker.acknowledgements.standing import cell
from checker.acknowledgements.subjects import is_label
from checker.model import Publisher
from checker.page.address import Target
from checker.page.host import name_key
from checker.page.page import Block
from checker.wording.wordings import Match

_SENTENCE = 40
_HEADER = 3
_WORDY = re.compile(r"\w")
_BEFORE_LABEL = " .*_)]）】|·([（【"
_STOPS = (".", "!", "?", "。", "！", "？", ":", "：")


def is_sure(scene: Scene, match: Match, named: Named) -> bool:
    """True for a weak wording that leaves no doubt: the metadata gives that source too, or it links to another site.

    A label ("Source:") above the text names the text's source where that is a newspaper or linked; below it may name a reference, but
    where its link bears the page's own title. A verb ("published in") names the text's source wherever it links to an article.
    """
    told = name_key(named.name or "") in _source_keys(scene)
    if told or opens(match) or _labels_press(scene, match, named) or _tells_press(scene, match, named):
        return True
    first, _ = scene.layout.prose
    if named.address is None or scene.host.owns(named.address.domain):
        return False
    if titles.is_of_page(scene, named.address):
        return True
    if match.phrase.clue or match.phrase.paper:
        return False
    if is_label(match):
        return match.block.index <= first and not (named.address.is_brief or _ends_quotation(scene, match.block))
    return named.address.is_article


def opens(match: Match) -> bool:
    """True for a wording that is sure where a line, or a sentence of one, starts with it: elsewhere it speaks of another work."""
    start, _ = match.block.line_at(match.start)
    before = match.block.text[start : match.start]
    return match.phrase.line and (not _WORDY.search(before) or before.rstrip(" *_").endswith(_STOPS))


def _labels_press(scene: Scene, match: Match, named: Named) -> bool:
    """True for a label before the name of a news agency or a newspaper, above the text or alone below it: that is no reference."""
    if named.name is None or match.phrase.clue or not is_label(match) or _ends_quotation(scene, match.block):
        return False
    return _is_of_press(scene, named.name) and (
        match.block.index < scene.layout.prose[0] or _is_lone(scene, match, named)
    )


def _is_of_press(scene: Scene, name: str) -> bool:
    agency = marked(scene, name) is not None and not scene.host.is_called(name)
    return agency or is_source(scene, name) or papers.seems_anothers(scene, name)


@once
def _source_keys(scene: Scene) -> frozenset[str]:
    """The keys of the names that the metadata gives the source."""
    return frozenset(map(name_key, source_names(scene)))


def _is_lone(scene: Scene, match: Match, named: Named) -> bool:
    """True for the one label of a page, on a line of its own, maybe behind the day. With a link it may lead to what the text draws on.

    A bar parts what else a byline tells.
    """
    start, end = cell(match)
    before = match.block.folded[start : match.start].strip(_BEFORE_LABEL)
    behind = match.block.folded[named.end : end].partition("|")[0]
    alone = (not before or is_date(before, match.phrase.language.dates)) and not _WORDY.search(behind)
    return alone and named.address is None and len(_labelled(scene)) == 1


@once
def _labelled(scene: Scene) -> frozenset[int]:
    """The blocks with labels in them."""
    return frozenset(match.block.index for match in scene.matching("source_attribution") if is_label(match))


def _tells_press(scene: Scene, match: Match, named: Named) -> bool:
    """True for a doubtful verb that begins a line, before the name of a newspaper: "This article appeared in Example Gazette"."""
    clue = match.phrase.clue or match.phrase.paper or is_label(match)
    begins = match.start == match.block.line_at(match.start)[0]
    # "In partnership with Example Gazette": what two made together is the own site's too.
    inside = scene.matches_from(match.block, match.start, match.end)
    joint = any(each.phrase.kind == "endorsement_claim" for each in inside)
    return begins and not clue and not joint and named.name is not None and papers.is_anothers(scene, named.name)


def _ends_quotation(scene: Scene, block: Block) -> bool:
    """True for the line below the text of a quotation: it names where that comes from."""
    quotation = next(block.element.iterancestors("blockquote"), None)
    if quotation is None:
        return False
    before = (other for other in scene.article if other.index < block.index and len(other.text) > _SENTENCE)
    return any(quotation in other.element.iterancestors("blockquote") for other in before)


def is_of_translation(scene: Scene, match: Match, named: Named) -> bool:
    """True for a clue to an article right above the author's and the translator's names: "via: https://..."."""
    if named.address is None or not named.address.is_article or scene.host.owns(named.address.domain):
        return False
    near = (match.block.index, match.block.index + 1)
    return any("author" in told.slots and told.block.index in near for told in scene.matching("translator_credit"))


def is_of_header(scene: Scene, match: Match, named: Named) -> bool:
    """True for the address of an article elsewhere below its byline and its date: "by: Ann Writer", "date: ...", "url: ..."."""
    index = match.block.index
    if index > scene.layout.prose[0] or not scene.is_anothers_article(named.address):
        return False
    above = [block for block in scene.article if index - _HEADER <= block.index < index]
    by = any(each.phrase.kind == "author_credit" for block in above for each in scene.matches_in(block))
    dated = (block.folded.partition(":")[2].strip() for block in above)
    return by and any(is_date(said, scene.wordings.dates) for said in dated)


def is_homely(match: Match, named: Named) -> bool:
    """True for a label of a work's address before a home page's: a site that gives it so to all its articles may mean itself."""
    if "source" in match.slots or named.address is None or named.address.target is not Target.HOME:
        return False
    return ":" in match.block.folded[match.start : named.start]


def marked(scene: Scene, name: str) -> Publisher | None:
    """The agency whose mark a name is, in whatever case."""
    return scene.directory.marks.get(name.upper())
