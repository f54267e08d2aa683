"""What is a matter of style, of time and of place in one language: `rules/edits/<tag>.toml` as a value."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from checker import data

_UNIT = re.compile(r"(\d+)(?!(?:st|nd|rd|th)$)([^\W\d_]+)$")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|ª)$")
_BETWEEN = re.compile(r"(?<!\d) | (?!\d)|(?<=\w)['-](?=\w)")
_ENGLISH = "en"
_LEAST_COMMON = 0.1
"""From this share of a text's words on, a language's commonest words tell its language."""


@dataclass(frozen=True)
class Vocabulary:
    """Words of time or of place.

    `relative` phrases hang on the reader; `words` say which day, or stand for a place that has a name; `parts` are those of a day or a
    year; `fillers` stand between them.
    """

    relative: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()

    @cached_property
    def all(self) -> frozenset[str]:
        """Every word among them."""
        relative = {word for phrase in self.relative for word in phrase.split()}
        return self.words | self.parts | self.fillers | relative

    @cached_property
    def _heads(self) -> frozenset[str]:
        return frozenset(phrase.split()[0] for phrase in self.relative)

    def has_relative(self, words: Sequence[str]) -> bool:
        """True where one of the phrases that hang on the reader is among some words."""
        if self._heads.isdisjoint(words):
            return False
        text = f" {' '.join(words)} "
        return any(f" {phrase} " in text for phrase in self.relative)


@dataclass(frozen=True)
class Style:
    """One language's words. Of a language without a file, only what no language decides is a matter of style."""

    common: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    thousands: tuple[str, ...] = ()
    plain_accents: bool = False
    same: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[tuple[re.Pattern[str], str], ...] = ()
    phrases: tuple[tuple[re.Pattern[str], str], ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    time: Vocabulary = Vocabulary()
    place: Vocabulary = Vocabulary()
    host_starts: tuple[str, ...] = ()
    host_within: tuple[str, ...] = ()

    @cached_property
    def times(self) -> frozenset[str]:
        """Every word that may stand in words of time."""
        return self.time.all | frozenset(self.numbers)

    @cached_property
    def _phrased(self) -> re.Pattern[str]:
        """What all phrases have in common: most words are none of them, and are looked at once."""
        return _any(self.phrases)

    @cached_property
    def _ruled(self) -> re.Pattern[str]:
        return _any(self.rules)

    @cached_property
    def _weighed(self) -> frozenset[str]:
        """The words that count for something beside others: titles, numbers, parts of a date. Most changes have none."""
        return self.honorifics | self.time.words | frozenset(self.numbers)

    def canonical(self, words: Sequence[str]) -> str:
        """Some words in the one form in which all their spellings are the same; empty where nothing but courtesy is left."""
        if not words:
            return ""
        text = " ".join(words)
        if self._phrased.search(text):
            for pattern, written in self.phrases:
                text = pattern.sub(written, text)
            words = text.split()
        plain: Sequence[str] = [self._spelled(part) for word in words for part in _parts(word)]
        if not self._weighed.isdisjoint(plain):
            plain = _dated(self._counted([word for word in plain if word not in self.honorifics]), self.time)
        return _run_together(plain)

    def _spelled(self, word: str) -> str:
        if word[0].isdigit():
            for mark in self.thousands:
                word = re.sub(rf"(?<=\d){re.escape(mark)}(?=\d{{3}}\b)", "", word)
            return word
        word = self.same.get(word, word)
        if self._ruled.search(word):
            for pattern, written in self.rules:
                word = pattern.sub(written, word)
        return _bare(word) if self.plain_accents and not word.isascii() else word

    def _counted(self, words: Sequence[str]) -> Sequence[str]:
        """The words with numbers in words as digits: twenty five is 25, two hundred is 200."""
        if self.numbers.keys().isdisjoint(words):
            return words
        found: list[str] = []
        value: int | None = None
        for word in words:
            number = self.numbers.get(word)
            if value is not None and (number is None or (number >= value % 100 > 0 and number < 100)):
                found.append(str(value))
                value = None
            if number is None:
                found.append(word)
            else:
                value = number if value is None else value * number if number >= 100 else value + number
        return found if value is None else [*found, str(value)]


def _any(rules: Sequence[tuple[re.Pattern[str], str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in rules) or r"(?!)")


def _parts(word: str) -> tuple[str, ...]:
    """A number and the unit that is written without a space behind it."""
    found = _UNIT.match(word) if word[0].isdigit() else None
    return (found[1], found[2]) if found else (word,)


def _bare(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def _dated(words: Sequence[str], time: Vocabulary) -> Sequence[str]:
    """The words of a date in one order; other words as they stand."""
    if time.words.isdisjoint(words):
        return words
    plain = [_ORDINAL.sub(r"\1", word) for word in words if word not in time.fillers]
    is_date = all(word in time.words or word.isdigit() for word in plain)
    return sorted(plain) if is_date else words


def _run_together(words: Sequence[str]) -> str:
    """The words without what stands between them, but for the space between two numbers."""
    text = "".join(words)
    return text if text.isalpha() else _BETWEEN.sub("", " ".join(words))


def style(tag: str | None) -> Style:
    """The style of a language by its tag; English where none is given. Where it has no file, English tells what sites put in."""
    return _styles().get((tag or _ENGLISH).replace("_", "-").split("-")[0].lower()) or _unknown()


def language(words: Sequence[str]) -> str | None:
    """The language of a text by its commonest words, or None where none of the known ones has enough of them."""
    shares = {tag: sum(word in known.common for word in words) for tag, known in _styles().items()}
    best, second = sorted(shares, key=lambda tag: -shares[tag])[:2]
    return best if shares[best] > _LEAST_COMMON * len(words) and shares[best] > 1.3 * shares[second] else None


@cache
def _unknown() -> Style:
    english = _styles()[_ENGLISH]
    return Style(host_starts=english.host_starts, host_within=english.host_within)


@cache
def _styles() -> Mapping[str, Style]:
    files = sorted((data.folder("rules") / "edits").glob("*.toml"))
    return {file.stem: _read(tomllib.loads(file.read_text("utf-8"))) for file in files}


def _read(table: Mapping[str, Any]) -> Style:
    spelling, host = table["spelling"], table["host"]
    return Style(
        common=frozenset(table["common"]),
        abbreviations=frozenset(table["abbreviations"]),
        conjunctions=frozenset(table["conjunctions"]),
        honorifics=frozenset(table["honorifics"]),
        thousands=tuple(table["thousands"]),
        plain_accents=table["plain_accents"],
        same={word: group[0] for group in spelling["same"] for word in group},
        rules=tuple((re.compile(pattern), written) for pattern, written in spelling["rules"]),
        phrases=tuple((re.compile(pattern), written) for pattern, written in spelling["phrases"]),
        numbers=table["numbers"],
        time=_vocabulary(table["time"]),
        place=_vocabulary(table["place"]),
        host_starts=tuple(host["starts"]),
        host_within=tuple(host["within"]),
    )


def _vocabulary(table: Mapping[str, Any]) -> Vocabulary:
    sets = (frozenset(table.get(key, ())) for key in ("words", "parts", "fillers"))
    return Vocabulary(tuple(table["relative"]), *sets)
