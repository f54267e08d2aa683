"""Whether anything in the text of a page may credit another's original.

The blocks that hold one of the words are put together, and what the engine would say of them is asked of its own observers. They look
at each block as if it stood where a credit has to stand, for that is what cannot be told without the whole page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import itemgetter

from lxml import etree

from checker.acknowledgements import (
    bylines,
    copyright_lines,
    credit_lines,
    original_links,
    permissions,
    pointers,
    translators,
)
from checker.acknowledgements.datelines import observe as observe_datelines
from checker.acknowledgements.likeness import KnownNotices
from checker.acknowledgements.scene import Observer, Scene
from checker.documents.document import Document
from checker.model import Acknowledgement, Evidence
from checker.page.host import Host
from checker.page.page import Block, Page
from checker.page.source import Source
from checker.prefilter import datelines, head
from checker.prefilter.blocks import Reader, comment_block
from checker.prefilter.markup import Markup
from checker.prefilter.notices import Notices
from checker.prefilter.words import Sort, Words
from checker.terms.directory import Directory
from checker.terms.recognise import recognise
from checker.wording.wordings import Wordings

_BY_SORT: Mapping[Sort, tuple[Observer, ...]] = {
    Sort.POINTER: (pointers.observe,),
    Sort.NAME: (observe_datelines,),
    Sort.RIGHTS: (copyright_lines.observe,),
}
"""Who looks at a block, by what it may have."""
_BY_KIND: Mapping[str, tuple[Observer, ...]] = {
    "source_attribution": (credit_lines.observe,),
    "original_link": (original_links.observe, pointers.observe),
    "translator_credit": (translators.observe,),
    "permission_statement": (permissions.observe,),
    "author_credit": (bylines.observe,),
}
"""Who looks at the blocks that have a wording of a kind."""
_KINDS = frozenset({*_BY_KIND, "demand"})
"""The wordings that are looked for: those of credits, and those that undo one."""
_MOST_PLACES = 1000
"""Of so many places in a text no page is worth telling apart."""
_MOST = 60
"""So many blocks are looked at; a page with more is parsed."""
_ROOT = etree.Element("html")


class Sieve:
    """Looks for credits in the text of pages."""

    def __init__(self, wordings: Wordings, directory: Directory, notices: KnownNotices) -> None:
        self._wordings, self._directory = wordings, directory
        self._crediting = wordings.only(_KINDS)
        self._notices = Notices(notices.texts)
        self._no_notices = KnownNotices()
        self._words = Words(wordings, directory)

    def may_credit(self, markup: Markup, document: Document, text: bytes, words: bytes) -> bool:
        """False where nothing in the text of a page, given as it is and as its words, is a sign of a copy."""
        if self._notices.may_stand(words):
            return True
        candidates = self._candidates(markup, text, words)
        if not candidates:
            return candidates is None
        suspects = self._suspects(candidates, document, head.host(markup, document.url))
        # Where a block stands is asked last: that takes a look at much of the page.
        reader = Reader(markup)
        return any(each.number is None or not reader.is_elsewhere(each.number) for each in suspects)

    def _candidates(self, markup: Markup, text: bytes, words: bytes) -> list[_Candidate] | None:
        found = list(islice(self._places(text, words), _MOST_PLACES + 1))
        if len(found) > _MOST_PLACES:
            return None
        places: dict[int, set[Sort]] = {}
        number = at = 0
        for place, sort in sorted(found, key=itemgetter(0)):
            number += text.count(b"\2", at, place)
            at = place
            places.setdefault(number, set()).add(sort)
        for number in datelines.places(markup, text):
            places.setdefault(number, set()).add(Sort.NAME)
        return _candidates(markup, places) if places else []

    def _places(self, text: bytes, words: bytes) -> Iterator[tuple[int, Sort]]:
        yield from self._words.places(text, words)
        for at in self._words.broken(text):
            yield from ((at, sort) for sort in Sort)

    def _suspects(self, candidates: list[_Candidate], document: Document, host: Host) -> list[_Candidate]:
        """The candidates in which the observers find a sign of a copy."""
        found: list[Acknowledgement] = []
        for sort in Sort:
            if blocks := [each.block for each in candidates if sort in each.sorts]:
                found += self._observe(sort, blocks, document, host)
        signs = [ack for ack in found if recognise([ack], self._directory, incomplete=False).republished is not False]
        if any(ack.at is None for ack in signs):
            return candidates
        indexes = {ack.at[0] for ack in signs if ack.at}
        return [each for each in candidates if each.block.index in indexes]

    def _observe(self, sort: Sort, blocks: list[Block], document: Document, host: Host) -> Iterator[Acknowledgement]:
        matches = () if sort in {Sort.RIGHTS, Sort.POINTER} else tuple(self._crediting.search(blocks))
        page = _excerpt(document, blocks)
        scene = _Lenient(page, host, self._wordings, self._directory, self._no_notices, matches)
        kinds = {match.phrase.kind for match in matches}
        observers = _BY_SORT.get(sort) or [each for kind in _BY_KIND if kind in kinds for each in _BY_KIND[kind]]
        for observe in observers:
            yield from observe(scene)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A block that may have something, and what; `number` is its first text, None for a comment's."""

    number: int | None
    block: Block
    sorts: frozenset[Sort]


def _candidates(markup: Markup, places: Mapping[int, set[Sort]]) -> list[_Candidate] | None:
    """The blocks around some texts; None where they are too many or too long."""
    reader, end = Reader(markup), len(markup.texts)
    spans: dict[tuple[int, int], set[Sort]] = {}
    for number, sorts in places.items():
        if number < end:
            span = reader.span(number)
            if span is None:
                return None
            spans.setdefault(span, set()).update(sorts)
    comments = {number: sorts for number, sorts in places.items() if number >= end}
    if len(spans) + len(comments) > _MOST:
        return None
    found = [
        _Candidate(span[0], reader.block(at, *span), frozenset(sorts)) for at, (span, sorts) in enumerate(spans.items())
    ]
    return found + [
        _Candidate(None, comment_block(len(found) + at, markup.comments[number - end]), frozenset(sorts))
        for at, (number, sorts) in enumerate(comments.items())
    ]


class _Excerpt(Page):
    """A few blocks of a page, of which nobody knows where they stand."""

    def text_evidence(self, block: Block, start: int, end: int, href: str | None = None) -> Evidence:
        return Evidence(block.text[start:end].strip(), href)


class _Lenient(Scene):
    """A scene in which each block stands wherever a credit would have to stand."""

    @cached_property
    def prose(self) -> tuple[int, int]:
        """Behind the end and before the beginning."""
        return 10**9, -1

    def at_edge(self, block: Block) -> bool:
        """Always."""
        return True

    def is_around(self, block: Block) -> bool:
        """Always."""
        return True


def _excerpt(document: Document, blocks: list[Block]) -> Page:
    return _Excerpt(document, Source(""), "", None, _ROOT, tuple(blocks), (), (), (), (), ())
