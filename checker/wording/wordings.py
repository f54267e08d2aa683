"""All languages' wordings, and one pass over a page that finds which of them it uses."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from checker import data
from checker.errors import RulesError
from checker.page.page import Block
from checker.page.text import fold, is_ideographic, squeeze
from checker.wording.spotting import Joined, automaton
from checker.wording.template import Template, starts

MOST = 3000
"""How many matches of a page are looked at: the longest pages have some hundreds, and each takes its time."""
_LONGEST_OWN = 20
_SHOWN = frozenset({"example", "near_misses"})
_BEFORE_CAPTION = " *([©"
KINDS = (
    "source_attribution",
    "author_credit",
    "translator_credit",
    "license_notice",
    "permission_statement",
    "fair_use_notice",
    "original_link",
    "demand",
    "digest_note",
    "edit_note",
    "excerpt_note",
    "further_reading",
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
    ours: frozenset[str]
    """What a site begins to call its own magazine with: "unserem"."""
    marks: tuple[str, ...]
    reserved: tuple[str, ...]
    captions: tuple[str, ...]
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


@cache
def default() -> Wordings:
    """The wordings that come with the program."""
    return load(sorted(folder().glob("*.toml")), index())


def folder() -> Path:
    """Where they lie, with their index."""
    return data.folder("rules") / "wording"


def index() -> Mapping[str, Any]:
    """The files as they are read already, by the digests of their contents; empty where somebody has not made it.

    Reading a thousand templates takes many times longer than checking a page. A file that was changed since is read anew.
    """
    file = folder() / "index.json"
    return dict(json.loads(file.read_bytes())) if file.is_file() else {}


def digest(content: bytes) -> str:
    """The key of a file's content in the index."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def load(files: Iterable[Path], known: Mapping[str, Any] = MappingProxyType({})) -> Wordings:
    """Wordings from files, those that an index knows from there. Raises RulesError that names the file."""
    languages, phrases = [], []
    for file in files:
        try:
            content = file.read_bytes()
            language, found = _made(known.get(digest(content)) or read(tomllib.loads(content.decode("utf-8"))))
        except (OSError, ValueError, KeyError, TypeError, RulesError) as error:
            raise RulesError(f"{file.name}: {error}") from error
        languages.append(language)
        phrases += found
    return Wordings(languages, phrases)


def parse(values: Mapping[str, Any]) -> tuple[Language, list[Phrase]]:
    """One language from the values of its file (see schemas/wording.schema.json)."""
    return _made(read(values))


def read(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same as plain values, as the index has them: all words folded, each template with its anchors."""
    slots, rights, lists = values.get("slots", {}), values.get("copyright", {}), values.get("words", {})
    return {
        "language": {
            "tag": values["language"],
            "ends": _folded(slots.get("end")),
            "hard_ends": _folded(slots.get("always_end")),
            "dates": _folded(slots.get("date")),
            "vague": _folded(slots.get("vague")),
            "ours": _folded(slots.get("ours")),
            "leads": _folded(slots.get("lead")),
            "unprinted": _folded(slots.get("unprinted")),
            "marks": _folded(rights.get("marks")),
            "reserved": _folded(rights.get("reserved")),
            "captions": _folded(values.get("captions", {}).get("words")),
            "pointers": _folded(values.get("pointers", {}).get("words")),
            "own": _folded(values.get("pointers", {}).get("own")),
            "parts": _folded(values.get("pointers", {}).get("part")),
            "work_parts": _folded(values.get("others", {}).get("parts")),
            "other_works": _folded(values.get("others", {}).get("works")),
            "credit": values.get("credit", {}),
        },
        "lists": lists,
        "phrases": [_read_phrase(kind, entry, lists) for kind in KINDS for entry in values.get(kind, [])],
    }


def _read_phrase(kind: str, entry: Mapping[str, Any], lists: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    weight = entry.get("weight")
    values = {
        "kind": kind,
        "template": entry["template"],
        "anchors": Template(entry["template"], lists).anchors,
        "weak": weight in {"weak", "clue", "line", "paper"},
        "clue": weight == "clue",
        "line": weight == "line",
        "paper": weight == "paper",
        "what": entry.get("what"),
        "example": entry["example"],
        "near_misses": entry.get("not"),
    }
    return {name: value for name, value in values.items() if value}


def indexed(values: Mapping[str, Any]) -> dict[str, Any]:
    """What an index has of a file that was read: all but what only shows how its wordings are used."""
    phrases = [{name: each[name] for name in each if name not in _SHOWN} for each in values["phrases"]]
    return {**values, "phrases": phrases}


def _made(values: Mapping[str, Any]) -> tuple[Language, list[Phrase]]:
    words = values["language"]
    language = Language(
        tag=words["tag"],
        ends=frozenset(words["ends"]),
        hard_ends=frozenset(words["hard_ends"]),
        dates=frozenset(words["dates"]),
        vague=frozenset(words["vague"]),
        ours=frozenset(words["ours"]),
        leads=tuple(words["leads"]),
        unprinted=tuple(words["unprinted"]),
        marks=tuple(words["marks"]),
        reserved=tuple(words["reserved"]),
        captions=tuple(words["captions"]),
        pointers=tuple(words["pointers"]),
        works=frozenset(_folded(values["lists"].get("work"))),
        published=frozenset(_folded(values["lists"].get("published"))),
        own=tuple(words["own"]),
        parts=tuple(words["parts"]),
        work_parts=tuple(words["work_parts"]),
        other_works=tuple(words["other_works"]),
        credit=words["credit"],
    )
    return language, [_phrase(each, language, values["lists"]) for each in values["phrases"]]


def _phrase(values: Mapping[str, Any], language: Language, lists: Mapping[str, Sequence[str]]) -> Phrase:
    return Phrase(
        values["kind"],
        language,
        Template(values["template"], lists, values["anchors"]),
        values.get("weak", False),
        values.get("clue", False),
        values.get("line", False),
        values.get("paper", False),
        values.get("what"),
        values.get("example", ""),
        tuple(values.get("near_misses", ())),
    )


def _folded(words: Iterable[str] | None) -> list[str]:
    return list(dict.fromkeys(fold(squeeze(word)) for word in words or ()))
