"""The wordings of all languages, and one pass over a page that finds which of them it uses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from typing import Any

from checker.page.page import Block
from checker.page.text import fold, is_ideographic
from checker.wording.spotting import Joined, automaton
from checker.wording.template import Template, starts

MOST = 3000
"""How many matches of a page are looked at: the longest pages have some hundreds, and each takes its time."""
_LONGEST_OWN = 20
_BEFORE_CAPTION = " *([©"


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """What one language's file says beside its templates. All words are folded."""

    tag: str
    ends: frozenset[str]
    hard_ends: frozenset[str]
    dates: frozenset[str]
    vague: frozenset[str]
    ours: frozenset[str]
    """What a site begins to call its own magazine with: "unserem"."""
    marks: tuple[str, ...]
    reserved: tuple[str, ...]
    captions: tuple[str, ...]
    of_translation: tuple[str, ...] = ()
    """What tells of a translation in a credit: its list of that name."""
    partners: frozenset[str] = frozenset()
    """What it so calls that is not its own: "our sister paper". Its list `partner`."""
    leads: tuple[str, ...] = ()
    """What leads to a name within a slot: "the May issue of"."""
    unprinted: tuple[str, ...] = ()
    """What a text may come from that nobody published: "a talk"."""
    pointers: tuple[str, ...] = ()
    works: frozenset[str] = frozenset()
    """What a text is called: its list `work`."""
    published: frozenset[str] = frozenset()
    """What tells that it came out: its list `published`."""
    own: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    work_parts: tuple[str, ...] = ()
    other_works: tuple[str, ...] = ()
    credit: Mapping[str, str] = field(default_factory=dict)
    """How a new credit is worded, as it is written: the words in `[ ]` are linked."""


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One wording of one kind of acknowledgement."""

    kind: str
    language: Language
    template: Template
    weak: bool = False
    clue: bool = False
    line: bool = False
    """True where the wording is weak but on a line, or in a sentence, that starts with it."""
    paper: bool = False
    """True where the wording is weak, and credits nobody but a newspaper or a magazine."""
    what: str | None = None
    example: str = ""
    """How it is used, and in `near_misses` what only looks so; an index has neither."""
    near_misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A phrase found in a block, with the place of its slots in the block's text."""

    phrase: Phrase
    block: Block
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]


class Wordings:
    """The wordings of some languages, ready to search with."""

    def __init__(self, languages: Sequence[Language], phrases: Sequence[Phrase]) -> None:
        self.languages = {language.tag: language for language in languages}
        self.phrases = tuple(phrases)
        self._by_anchor: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            for anchor in phrase.template.anchors:
                self._by_anchor[anchor].append(phrase)

    def only(self, kinds: Container[str]) -> Wordings:
        """The same languages with the phrases of some kinds."""
        return Wordings(tuple(self.languages.values()), [each for each in self.phrases if each.kind in kinds])

    def of(self, tag: str | None) -> Language:
        """The wordings of a language (BCP-47), of English where it is not given or not known."""
        known = (tag or "").replace("_", "-").lower()
        return self.languages.get(known) or self.languages.get(known.split("-")[0]) or self.languages["en"]

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """The words for "copyright" of all languages."""
        return tuple(dict.fromkeys(mark for language in self.languages.values() for mark in language.marks))

    @cached_property
    def reserved(self) -> tuple[str, ...]:
        """The words for "all rights reserved" of all languages."""
        return tuple(word for language in self.languages.values() for word in language.reserved)

    def caption_end(self, folded: str, start: int = 0) -> int | None:
        """Where the word ends with which a picture's credit starts, in any language, at an offset of a folded text."""
        at = start
        while at < len(folded) and folded[at] in _BEFORE_CAPTION:
            at += 1
        starts = folded[at : at + 2], folded[at : at + 1]
        for word in chain.from_iterable(self._captions.get(start, ()) for start in starts):
            end = at + len(word)
            # No letter may go on behind a word; scripts without spaces have no such bound.
            if folded.startswith(word, at) and (is_ideographic(word[-1]) or not folded[end : end + 1].isalpha()):
                return end
        return None

    @cached_property
    def _captions(self) -> Mapping[str, Sequence[str]]:
        """Those words by their first two letters, or their only one; the longest first."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.caption_words, key=len, reverse=True):
            found[word[:2]].append(word)
        return found

    @cached_property
    def caption_words(self) -> frozenset[str]:
        """The words with which a picture's credit starts, in all languages."""
        return frozenset(word for language in self.languages.values() for word in language.captions)

    def is_of_this(self, folded: str, at: int) -> bool:
        """True where the words behind a pointer are for this very page: "a translation of this post is at ..."."""
        behind = folded[at : at + _LONGEST_OWN].split(maxsplit=1)[:1]
        return any(word in language.own for language in self.languages.values() for word in behind)

    @cached_property
    def work_words(self) -> frozenset[str]:
        """What a text is called, and what tells that it came out, in all languages: pages are in others than they say."""
        return frozenset().union(*(language.works | language.published for language in self.languages.values()))

    @cached_property
    def bylines(self) -> tuple[str, ...]:
        """What a byline starts with, in all languages, folded."""
        starts = {
            fold(language.credit.get("byline", "").partition("{author}")[0]) for language in self.languages.values()
        }
        return tuple(sorted(starts - {""}, key=len, reverse=True))

    @cached_property
    def part_words(self) -> frozenset[str]:
        """The words for parts of a work, in all languages: what is said of these is said of no whole."""
        return frozenset(word for language in self.languages.values() for word in language.work_parts)

    def tells_of_translation(self, folded: str) -> bool:
        """True for the folded words of a credit that say that this is a translation."""
        return any(word in folded for language in self.languages.values() for word in language.of_translation)

    def leads_to_another(self, folded: str) -> bool:
        """True for words that lead from one work to another: "... is a summary of"; folded, with single spaces."""
        return any(
            f" {word} " in f" {folded} " for language in self.languages.values() for word in language.other_works
        )

    @cached_property
    def pointers(self) -> tuple[str, ...]:
        """The words that tell of an original or a translation, in all languages."""
        return tuple(sorted({word for language in self.languages.values() for word in language.pointers}))

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The words for a part of a page, in all languages: what is said of one is not said of the page."""
        return tuple(sorted({word for language in self.languages.values() for word in language.parts}))

    @cached_property
    def vague(self) -> frozenset[str]:
        """Link texts that name nobody, in all languages."""
        return frozenset(word for language in self.languages.values() for word in language.vague)

    @cached_property
    def dates(self) -> frozenset[str]:
        """Words that dates are made of, in all languages."""
        return frozenset(word for language in self.languages.values() for word in language.dates)

    @cached_property
    def _anchors(self) -> tuple[str, ...]:
        return tuple(self._by_anchor)

    @cached_property
    def _automaton(self) -> Any:
        return automaton(self._anchors)

    def search(self, blocks: Sequence[Block]) -> list[Match]:
        """Every match in the blocks, in the order of the page; where there are more than `MOST`, only so many."""
        candidates: dict[int, dict[Phrase, None]] = defaultdict(dict)
        joined = Joined(blocks)
        for number, start, end in self._automaton.find_matches_as_indexes(joined.text, overlapping=True):
            if _is_whole(joined.text, start, end):
                phrases = self._by_anchor[self._anchors[number]]
                candidates[joined.number(start)].update(dict.fromkeys(phrases))
        found = islice((match for at in sorted(candidates) for match in matches(candidates[at], blocks[at])), MOST)
        return sorted(found, key=lambda match: (match.block.index, match.start))


def matches(phrases: Iterable[Phrase], block: Block) -> Iterator[Match]:
    """Where some phrases stand in a block."""
    places: list[int] | None = None
    for phrase in phrases:
        if not phrase.template.may_match(block.folded):
            continue
        if not phrase.template.at_start:
            yield from _hits(phrase, block, phrase.template.regex.finditer(block.folded))
            continue
        if places is None:  # they are the same for all phrases
            places = starts(block.folded)
        near = [place for place in places if phrase.template.may_start(block.folded, place)]
        yield from _hits(phrase, block, (phrase.template.regex.match(block.folded, place) for place in near))


def _hits(phrase: Phrase, block: Block, hits: Iterable[re.Match[str] | None]) -> Iterator[Match]:
    for hit in hits:
        if hit:
            slots = {
                name.rpartition("_")[0]: hit.span(name)
                for name, value in hit.groupdict().items()
                if value and value.strip()
            }
            yield Match(phrase, block, hit.start(), hit.end(), slots)


def _is_whole(text: str, start: int, end: int) -> bool:
    """True where no letter goes on beside a match; scripts without spaces have no such bounds."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_sticks(before, text[start]) or _sticks(text[end - 1], after))


def _sticks(one: str, other: str) -> bool:
    return one.isalpha() and other.isalpha() and not is_ideographic(one) and not is_ideographic(other)
