"""What the words of a credit line tell of: this page, or something else on it or elsewhere."""

from __future__ import annotations

import re

from checker.acknowledgements.captions import is_about_part, is_caption, names_work
from checker.acknowledgements.names import Named
from checker.acknowledgements.parts import (
    ends_passage,
    is_amid_sections,
    is_below_passage,
    is_of_passage,
    is_of_section,
)
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_below_picture, is_below_table, is_footnote, is_listed, sentence
from checker.wording.wordings import Match

_SENTENCE = 40
_DASH = re.compile(r"\s*[–—―]\s*")
_BRACKET = 4
"""So many characters from its bracket a link may end: a quotation mark and a space are between."""
_WORDY = re.compile(r"\w")
_AROUND_LABEL = " *_"


def is_of_another(scene: Scene, match: Match, named: Named) -> bool:
    """True where the words tell of something else: a quotation, a picture, a reference in a list, a research paper.

    Notes on a paper and the digest of an article name it as their original, and are no copy of it.
    """
    if _leads_to_another(scene, match, named) or _is_of_list(scene, match) or _is_of_linked(scene, match):
        return True
    quoted = _is_of_quotation(scene, match) or is_of_passage(scene, match.block) or _is_sample(match)
    if quoted or _is_linked_subject(match) or _is_below_part(scene, match):
        return True
    if is_label(match):
        paper = named.address is not None and named.address.is_paper
        below = _is_loose(match) and is_below_passage(scene, match.block)
        return paper or below or scene.is_digest or _labels_part(scene, match)
    # "Taken from [Example Docs](...)" above the steps of one section.
    return _is_loose(match) and not _tells_of_page(scene, match) and _is_in_section(scene, match)


def _is_loose(match: Match) -> bool:
    """True for doubtful words that may stand anywhere in a line."""
    return match.phrase.weak and not match.phrase.line


def _is_below_part(scene: Scene, match: Match) -> bool:
    """True right below a picture or a table, for words that may be its."""
    labelled = is_label(match) or (match.phrase.line and is_amid_sections(scene, match.block))
    return (_is_loose(match) and is_below_picture(match.block)) or (labelled and is_below_table(match.block))


def _labels_part(scene: Scene, match: Match) -> bool:
    """True for a label of a reference behind the text, or of a section, unless it says that it is the page's."""
    alone = _follows_sentence(match) or _is_of_details(scene, match)
    listed = (is_listed(match.block) and not alone) or is_footnote(match) or _lists_several(scene, match)
    reference = listed and match.block.index > scene.layout.prose[0]
    part = reference or is_of_section(scene, match.block) or ends_passage(scene, match.block)
    return part and not _tells_of_page(scene, match)


def _is_of_list(scene: Scene, match: Match) -> bool:
    """True in a list for what stands behind a title, as that is what the list is of, and for what one section's list refers to."""
    if not is_listed(match.block):
        return False
    titled = match.block.index > scene.layout.prose[0] and not _starts_line(match)
    # "- [originally published by Ann Writer in Example Letters](...)"
    return titled or (match.phrase.line and is_amid_sections(scene, match.block))


def _is_in_section(scene: Scene, match: Match) -> bool:
    """True where a line of its own stands in one section of several."""
    inner = is_amid_sections(scene, match.block) or is_of_section(scene, match.block)
    return inner and _starts_line(match)


def _tells_of_page(scene: Scene, match: Match) -> bool:
    """True for words that say what they are of: "This article is taken from: ..." is the page's, in whatever part it stands.

    "Artículo original: ..." speaks of the other article.
    """
    label = match.block.folded[match.start : match.end].partition(":")[0].strip(_AROUND_LABEL)
    if label in match.phrase.language.vague:
        return False
    works = tuple(match.phrase.language.works)
    return names_work(scene, match.block, match.start) or match.block.folded.startswith(works, match.start)


def _follows_sentence(match: Match) -> bool:
    """True on a line behind a sentence: Markdown takes what stands right below a list for a part of its last item."""
    start, _ = match.block.line_at(match.start)
    return match.block.text[:start].rstrip().endswith(("。", "！", "？"))


def _is_of_linked(scene: Scene, match: Match) -> bool:
    """True in brackets right behind what a sentence links: "It tells of [a letter](...) (crosspost from Example News)"."""
    start, _ = match.block.line_at(match.start)
    before = match.block.text[start : match.start].rstrip()
    if not before.endswith(("(", "（")) or names_work(scene, match.block, match.start):
        return False
    end = start + len(before)
    links = match.block.links_in(max(start, end - _BRACKET), end)
    return any(_WORDY.search(match.block.text, start, link.start) for link in links)


def _starts_line(match: Match) -> bool:
    start, _ = match.block.line_at(match.start)
    return not _WORDY.search(match.block.text, start, match.start)


def is_of_part(scene: Scene, match: Match, named: Named) -> bool:
    """True for a picture's credit, and for that of figures or portions."""
    block = match.block
    if _has_pictures(scene, match):
        return False
    title = named.start if named.name is None and named.link else None
    return is_caption(scene, block, match.start) or any(
        is_about_part(scene, block, at, title) for at in (match.start, named.start)
    )


def _has_pictures(scene: Scene, match: Match) -> bool:
    """True for a wording that has a picture's word itself: "Text and photos courtesy of", "Credit for this article goes to"."""
    end = min((start for start, _ in match.slots.values()), default=match.end)
    own = match.block.folded[match.start : end].split()
    return not (match.phrase.template.has_gap or scene.wordings.caption_words.isdisjoint(own))


def _leads_to_another(scene: Scene, match: Match, named: Named) -> bool:
    """True where the words between this work and its credit come to another: "This post is a summary of an essay first published in"."""
    between = match.block.folded[match.start : named.start]
    return match.phrase.template.has_gap and scene.wordings.leads_to_another(" ".join(between.split()))


def _is_of_quotation(scene: Scene, match: Match) -> bool:
    """True behind the text of a quotation, as a feed's tail or a dash is: such a credit came with that text, and not with the page.

    A note on the work may be set like a quotation: "> This article is a translation. Link to the original: ...".
    """
    start, _ = match.block.line_at(match.start)
    dashed = _DASH.fullmatch(match.block.text, start, match.start) is not None
    told = any(names_work(scene, match.block, at) for at in {0, start})
    if told or not (dashed or match.start - start > _SENTENCE):
        return False
    return any(True for _ in match.block.element.iterancestors("blockquote"))


def _is_sample(match: Match) -> bool:
    """True in a quotation within an item of a list: it shows what the item tells of."""
    quotation = next(match.block.element.iterancestors("blockquote"), None)
    return quotation is not None and any(True for _ in quotation.iterancestors("li"))


def _is_of_details(scene: Scene, match: Match) -> bool:
    """True in a list that says who wrote the original, and links nothing else: no list of references has an author in an item.

    How that author is written to is no other page.
    """
    items = next(match.block.element.iterancestors("ul", "ol"), None)
    if items is None or sum(1 for link in items.iter("a") if not link.get("href", "").startswith("mailto:")) > 1:
        return False
    people = (each.block for each in scene.matching("author_credit", "translator_credit") if not each.phrase.weak)
    return any(items in each.element.iterancestors() for each in people)


def _lists_several(scene: Scene, match: Match) -> bool:
    """True for a line that links to the articles of several sites, as sources drawn on are told, or for a label above such lines."""
    start, end = match.block.line_at(match.start)
    links = match.block.links_in(start, end) or match.block.links_in(start, len(match.block.text))
    return len({at.domain for link in links if (at := scene.address(link.href)) and at.is_article}) > 1


def _is_linked_subject(match: Match) -> bool:
    """True inside a sentence for words with a link of their own: "Read [this article](...), first published in Example News".

    A link over all of the wording is the credit's.
    """
    start, _ = sentence(match.block, match.start)
    links = match.block.links_in(match.start, match.start + 1)
    linked = any(link.start <= match.start < link.end < match.end for link in links)
    return linked and bool(_WORDY.search(match.block.text, start, match.start))


def is_label(match: Match) -> bool:
    """True for a wording that is a label and a name ("Source: {source}"), and no sentence; some have a colon or none."""
    said = match.block.folded[match.start : match.end]
    return ":" in match.phrase.template.text and (":" in said or "：" in said)
