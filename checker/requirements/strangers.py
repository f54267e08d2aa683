"""Names where credits and bylines stand that nobody could place: whether one of them is the author's, a person has to see.

Only scripts with capital letters tell a name that no wording leads to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from checker.acknowledgements.authors import METAS
from checker.acknowledgements.people import is_person
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import sentence
from checker.acknowledgements.subjects import is_label
from checker.model import Acknowledgement, Kind
from checker.page.host import name_key
from checker.page.page import Block, Link, Region
from checker.page.text import fold, is_ideographic
from checker.terms.directory import is_periodical
from checker.wording.wordings import Match

_LETTER = "A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿԱ-ևḀ-ỿ"
"""Of the scripts that have capitals."""
_WORD = re.compile(rf"(?<![{_LETTER}\d/.@-])(?:[{_LETTER}][{_LETTER}'’-]*[{_LETTER}]|[{_LETTER}]\.)(?!\d)")
_NAME_FIRST = re.compile(rf"(?:[{_LETTER}'’-]+\.?\s){{1,3}}[{_LETTER}'’-]{{2,}}[:.]\s")
_SMALL = re.compile(r"\b[^\W\d_]+\b")
_LABELS = (":", "：")
_CAMEL = re.compile(r"[a-z]{3}[A-Z]")
_FEW_WORDS, _LONG_LINK, _OF_PERSON = 6, 5, 2
_SIGNED, _MOST_NAMES, _INITIALS = 2, 3, 2
_SHORT = 300
"""Characters: of a longer paragraph only the sentence counts that a credit stands in."""


class Stretch(NamedTuple):
    """A part of a block."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end]


def stranger(scene: Scene, found: Sequence[Acknowledgement]) -> Stretch | None:
    """The first name, beside a credit or on a line of its own at either end of the article, that none of those who are credited bears.

    So may a source of two words in a text without capitals ("Ann Writer의 글") or that gave its permission, unless its site is called so.
    """
    known = _known(scene, found)
    runs = [run for block, lines in _places(scene, found) for run in _free(scene, block, lines)]
    small = _small(scene) if runs else frozenset()
    found_there = (name for run in runs for name in _names(scene, run, small))
    names = (name for name in found_there if is_person(name.text, scene.language))
    return next((name for name in names if not _is_known(scene, name, known)), None)


def labelled(scene: Scene) -> Stretch | None:
    """The first label for an author or a translator at the article's edge, with what it says: "Author: raj in"; not the site's name.

    A byline that is a line of its own is one, too: "By Raj".
    """
    found = scene.matching("author_credit", "translator_credit")
    labels = (_said(match) for match in found if _may_label(scene, match) and (is_label(match) or _is_byline(match)))
    return next((label for label, name in labels if name and _may_be_anothers(scene, name)), None)


def owner(scene: Scene) -> str | None:
    """The person after whom the site is called, whom the page's metadata or a byline names."""
    told = (meta.value.strip() for meta in scene.page.metas if meta.name in METAS)
    bylines = (block.text.strip() for block in scene.article if block.region is Region.BYLINE)
    persons = (name for name in (*told, *bylines) if is_person(name, scene.language) and not is_periodical(name))
    return next((name for name in persons if scene.host.is_called(name)), None)


def _may_label(scene: Scene, match: Match) -> bool:
    return "author" in match.slots and scene.at_edge(match.block) and not match.block.hidden_by


def _is_byline(match: Match) -> bool:
    """True for a short line that begins with a byline's words and ends with what may be a name."""
    text, (start, end) = match.block.text, match.block.line_at(match.start)
    first = text[match.slots["author"][0] : end][:1]
    alone = match.start == start and not match.phrase.weak and len(text[start:end].split()) <= _FEW_WORDS
    return alone and (first == "@" or (first.isalpha() and not first.islower()))


def _said(match: Match) -> tuple[Stretch, str]:
    """A label with what it says, and that alone: the rest of its line."""
    start, end = match.slots["author"]
    name = match.block.text[start:end].partition("\n")[0].rstrip()
    return Stretch(match.block, match.start, start + len(name)), name.strip()


def _may_be_anothers(scene: Scene, name: str) -> bool:
    return fold(name) not in scene.wordings.vague and not scene.host.is_called(name)


def _known(scene: Scene, found: Sequence[Acknowledgement]) -> frozenset[str]:
    """The names that are placed, as keys."""
    permitting = {ack.at[0] for ack in found if ack.kind is Kind.PERMISSION_STATEMENT and ack.at}
    told = (ack for ack in found if any(map(is_ideographic, ack.evidence.text)) or (ack.at and ack.at[0] in permitting))
    persons = {name for ack in told if _may_be_person(scene, ack) for name in ack.names}
    names = {name for ack in found for name in ack.names} - persons
    names |= {ack.evidence.text for ack in found if ack.kind is Kind.LICENSE_NOTICE}
    return frozenset(map(name_key, names)) - {""}


def _may_be_person(scene: Scene, source: Acknowledgement) -> bool:
    if source.kind is not Kind.SOURCE_ATTRIBUTION:
        return False
    found = scene.address(source.evidence.href or "")
    site = name_key(found.domain) if found else ""
    persons = [name for name in source.names if len(name.split()) == _OF_PERSON and is_person(name, scene.language)]
    return any(name_key(name) not in site and scene.directory.named(name) is None for name in persons)


def _small(scene: Scene) -> frozenset[str]:
    """The words that the page has in small letters."""
    return frozenset(word for block in scene.article for word in _SMALL.findall(block.text) if word.islower())


def _places(scene: Scene, found: Sequence[Acknowledgement]) -> Iterator[tuple[Block, Iterable[Stretch]]]:
    """Where a name may be the author's: blocks, and the parts of each."""
    credited: dict[int, set[int]] = {}
    for ack in found:
        if ack.at and not ack.hidden_by:
            credited.setdefault(ack.at[0], set()).add(ack.at[1])
    for block in scene.article:
        if block.index in credited and len(block.text) > _SHORT:
            yield block, (Stretch(block, *sentence(block, at)) for at in sorted(credited[block.index]))
        elif block.index in credited:
            yield block, (Stretch(block, 0, len(block.text)),)
        elif scene.at_edge(block) and not block.is_heading and not scene.is_code(block):
            yield block, (*_short(block), *_introduced(scene, block))


def _introduced(scene: Scene, block: Block) -> Iterator[Stretch]:
    """Whom a short text below the article begins with, and nobody named before: "Ann Writer is a reporter at Example News"."""
    _, last = scene.layout.prose
    if block.index < last - 1 or len(block.text) > _SHORT:
        return
    name = next(_capitals(Stretch(block, 0, len(block.text))), None)
    if name and name.start == 0 and not any(name.text in other.text for other in scene.article if other is not block):
        yield name


def _short(block: Block) -> Iterator[Stretch]:
    """The lines of few words."""
    start = 0
    for line in block.text.split("\n"):
        if len(line.split()) <= _FEW_WORDS:
            yield Stretch(block, start, start + len(line))
        start += len(line) + 1


def _free(scene: Scene, block: Block, lines: Iterable[Stretch]) -> Iterator[Stretch]:
    """Words with capitals, side by side, that belong to no wording."""
    taken = sorted(_fixed(scene, block))
    # Wordings overlap: the end of the longest so far says whether one before reaches as far.
    ends = list(accumulate((end for _, end in taken), max))
    for run in (run for line in lines for run in _capitals(line)):
        before = bisect_left(taken, (run.end,)) - 1
        if before < 0 or ends[before] <= run.start:
            yield run


def _fixed(scene: Scene, block: Block) -> Iterator[tuple[int, int]]:
    """The words of wordings themselves, without what stands in their slots; in a gap between them anything may stand."""
    for match in scene.matches_in(block):
        slots = sorted(match.slots.values())
        yield from (span for slot in slots for span in _titled(block, *slot))
        if match.phrase.template.has_gap:
            continue
        at = match.start
        for start, end in slots:
            yield at, start
            at = end
        yield at, match.end


def _titled(block: Block, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The link right behind a label: "Original: [The River Rises](...)" has the original's title, or its site's name."""
    labelled = block.text[:start].rstrip().endswith(_LABELS) or block.text[start:end].startswith(_LABELS)
    yield from ((_behind_name(block, link), link.end) for link in block.links_in(start, end)[:1] if labelled)


def _behind_name(block: Block, link: Link) -> int:
    """Where a title begins that stands behind its author's name: "[Ann Writer: The River Rises](...)"."""
    named = _NAME_FIRST.match(block.text, link.start, link.end)
    return named.end() if named else link.start


def _capitals(line: Stretch) -> Iterator[Stretch]:
    text, run = line.block.text, None
    for word in _WORD.finditer(text, line.start, line.end):
        is_capital = word[0][0].isupper()
        if run and not (is_capital and text[run.end : word.start()] == " "):
            yield run
            run = None
        if is_capital:
            run = Stretch(line.block, run.start if run else word.start(), word.end())
    if run:
        yield run


def _names(scene: Scene, run: Stretch, small: Container[str]) -> Iterator[Stretch]:
    """What is left of it without words that are no part of a name: abbreviations, and what the page has in small letters, too."""
    if _signs(scene, run) and not any(fold(word) in small for word in run.text.split()):
        yield run
        return
    start = run.start
    for word in re.finditer(r"\S+", run.text):
        if _is_no_name(word[0]) or fold(word[0]) in small:
            yield Stretch(run.block, start, max(start, run.start + word.start() - 1))
            start = run.start + word.end() + 1
    yield Stretch(run.block, start, max(start, run.end))


def _signs(scene: Scene, run: Stretch) -> bool:
    """True for two or three words in capitals that are all of a line right below the text: some papers set their writers so."""
    words, line = run.text.split(), run.block.line_at(run.start)
    alone = run.block.text[slice(*line)].strip(" .,()[]–—-") == run.text
    behind = 0 <= run.block.index - scene.layout.prose[1] <= _SIGNED
    return (
        alone
        and behind
        and _OF_PERSON <= len(words) <= _MOST_NAMES
        and all(word.isupper() and len(word) > _INITIALS for word in words)
    )


def _is_no_name(word: str) -> bool:
    return bool(_CAMEL.search(word)) or any(one.isupper() and other.isupper() for one, other in pairwise(word))


def _is_known(scene: Scene, name: Stretch, known: frozenset[str]) -> bool:
    """True for what is credited already, or a publisher's name, the site's, or a part of a title."""
    key, links = name_key(name.text), name.block.links_in(name.start, name.end)
    titled = fold(name.text) in fold(scene.page.title or "") or any(
        len(name.block.text[link.start : link.end].split()) > _LONG_LINK and name.end >= _behind_name(name.block, link)
        for link in links
    )
    credited = any(key in each for each in known)
    return titled or credited or scene.host.is_called(name.text) or scene.directory.named(name.text) is not None
