"""All languages' wordings, and one pass over a page that finds which of them it uses."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from checker import data
from checker.errors import RulesError
from checker.page.page import Block
from checker.page.text import fold, is_ideographic, squeeze
from checker.wording.template import Template, starts

KINDS = (
    "source_attribution",
    "author_credit",
    "translator_credit",
    "license_notice",
    "permission_statement",
    "fair_use_notice",
    "original_link",
    "demand",
    "edit_note",
    "excerpt_note",
    "endorsement_claim",
    "donation_claim",
    "paywall_notice",
)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """What one language's file says beside its templates. All words are folded."""

    tag: str
    ends: frozenset[str]
    hard_ends: frozenset[str]
    dates: frozenset[str]
    vague: frozenset[str]
    marks: tuple[str, ...]
    reserved: tuple[str, ...]
    captions: tuple[str, ...]
    pointers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One wording of one kind of acknowledgement."""

    kind: str
    language: Language
    template: Template
    weak: bool = False
    clue: bool = False
    what: str | None = None
    example: str = ""
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

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """The words for "copyright" of all languages."""
        return tuple(dict.fromkeys(mark for language in self.languages.values() for mark in language.marks))

    @cached_property
    def captions(self) -> re.Pattern[str]:
        """The words that a picture's credit starts with, in all languages, at the start of a line."""
        words = {word for language in self.languages.values() for word in language.captions}
        # No letter may go on behind a word; scripts without spaces have no such bound.
        forms = (re.escape(word) + ("" if is_ideographic(word[-1]) else r"(?![^\W\d_])") for word in words)
        return re.compile(rf"[ *(\[©]*(?:{'|'.join(sorted(forms, key=len, reverse=True))})")

    @cached_property
    def caption_words(self) -> frozenset[str]:
        """The single words among them."""
        return frozenset(word for language in self.languages.values() for word in language.captions)

    @cached_property
    def pointers(self) -> tuple[str, ...]:
        """The words that tell of an original or a translation, in all languages."""
        return tuple(sorted({word for language in self.languages.values() for word in language.pointers}))

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
        from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415

        return AhoCorasick(list(self._anchors), matchkind=MatchKind.Standard)

    def search(self, blocks: Sequence[Block]) -> list[Match]:
        """Every match in the blocks, in the order of the page."""
        candidates: dict[int, dict[Phrase, None]] = defaultdict(dict)
        text, starts = _joined(blocks)
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            phrases = self._by_anchor[self._anchors[number]]
            if _is_whole(text, start, end):
                block = bisect_right(starts, start) - 1
                candidates[block].update(dict.fromkeys(phrases))
        found = [
            match for at in sorted(candidates) for phrase in candidates[at] for match in matches(phrase, blocks[at])
        ]
        return sorted(found, key=lambda match: (match.block.index, match.start))


def matches(phrase: Phrase, block: Block) -> Iterator[Match]:
    """Where a phrase stands in a block."""
    template = phrase.template
    if template.at_start:
        hits: Iterable[re.Match[str] | None] = (template.regex.match(block.folded, at) for at in starts(block.folded))
    else:
        hits = template.regex.finditer(block.folded)
    for hit in hits:
        if hit:
            slots = {
                name.rpartition("_")[0]: hit.span(name)
                for name, value in hit.groupdict().items()
                if value and value.strip()
            }
            yield Match(phrase, block, hit.start(), hit.end(), slots)


def _joined(blocks: Sequence[Block]) -> tuple[str, list[int]]:
    starts, at = [], 0
    for block in blocks:
        starts.append(at)
        at += len(block.folded) + 1
    return "\n".join(block.folded for block in blocks).replace("\n", " "), starts


def _is_whole(text: str, start: int, end: int) -> bool:
    """True where no letter goes on beside a match; scripts without spaces have no such bounds."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_sticks(before, text[start]) or _sticks(text[end - 1], after))


def _sticks(one: str, other: str) -> bool:
    return one.isalpha() and other.isalpha() and not is_ideographic(one) and not is_ideographic(other)


@cache
def default() -> Wordings:
    """The wordings that come with the program."""
    return load(sorted((data.folder("rules") / "wording").glob("*.toml")))


def load(files: Iterable[Path]) -> Wordings:
    """Wordings from files. Raises RulesError that names the file."""
    languages, phrases = [], []
    for file in files:
        try:
            language, found = parse(tomllib.loads(file.read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError, RulesError) as error:
            raise RulesError(f"{file.name}: {error}") from error
        languages.append(language)
        phrases += found
    return Wordings(languages, phrases)


def parse(values: Mapping[str, Any]) -> tuple[Language, list[Phrase]]:
    """One language from the values of its file (see schemas/wording.schema.json)."""
    slots, rights = values.get("slots", {}), values.get("copyright", {})
    language = Language(
        tag=values["language"],
        ends=_folded(slots.get("end")),
        hard_ends=_folded(slots.get("always_end")),
        dates=_folded(slots.get("date")),
        vague=_folded(slots.get("vague")),
        marks=tuple(sorted(_folded(rights.get("marks")))),
        reserved=tuple(sorted(_folded(rights.get("reserved")))),
        captions=tuple(sorted(_folded(values.get("captions", {}).get("words")))),
        pointers=tuple(sorted(_folded(values.get("pointers", {}).get("words")))),
    )
    lists = values.get("words", {})
    return language, [_phrase(kind, entry, language, lists) for kind in KINDS for entry in values.get(kind, [])]


def _phrase(kind: str, entry: Mapping[str, Any], language: Language, lists: Mapping[str, Sequence[str]]) -> Phrase:
    template = Template(entry["template"], lists)
    near_misses = tuple(entry.get("not", ()))
    weight = entry.get("weight")
    what, example = entry.get("what"), entry["example"]
    return Phrase(kind, language, template, weight in {"weak", "clue"}, weight == "clue", what, example, near_misses)


def _folded(words: Iterable[str] | None) -> frozenset[str]:
    return frozenset(fold(squeeze(word)) for word in words or ())
