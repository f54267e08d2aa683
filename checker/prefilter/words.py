"""Where in the text of a page may something stand that makes it a copy? Two passes over its bytes, for all languages at once.

The first looks at the text as ASCII words with one space between them: whatever else stands between or in two words (tags, marks,
letters beyond ASCII) is that space, in the text and in what is looked for. So a wording is found whatever its markup. The second looks
for parts of the words of other scripts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property, lru_cache
from html import unescape
from html.entities import html5
from itertools import product
from typing import Any

from checker.page.host import name_key
from checker.page.text import IGNORABLE, fold
from checker.prefilter import linear
from checker.terms.directory import Directory
from checker.wording.wordings import Phrase, Wordings

_CREDITING = frozenset({"source_attribution", "translator_credit", "permission_statement", "original_link"})
_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_REFERENCE = re.compile(rb"&#?\w{1,31};?")
_NUMBER = (
    rb"#[xX]0*(?:[346][0-9a-fA-F]|[57][0-9aA]|[aA][dD]|[0-9a-fA-F]{3,})|#0*(?:4[89]|5[0-7]|6[5-9]|[78]\d|9[07-9]|1[01]\d|12[0-2]|173"
    rb"|30[45]|847|8[89]\d|9\d\d|[1-79]\d{3}|8[013-9]\d\d|820[3-7]|823[4-8]|828[89]|829\d|\d{5,})(?:[^0-9]|$)"
)
"""How a reference by number to a letter, or to what nobody sees, may begin; those to marks are common, and are none of them."""
_BETWEEN = rb"(?:[^a-z0-9&:]++|&(?:#?\w{1,31}+;?+)?+)*+"
_SIGNS = (b"\xc2\xa9", b"(c)", b"&copy", b"&#169", b"&#xa9")
_GOES_ON = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789,/)&%$#@=+_'")
"""What stands before a word in the middle of a sentence."""
_BROKEN = re.compile(rb"(?<![a-zA-Z\x80-\xff])[a-zA-Z\x80-\xff]++(?:\x02++[a-z\x80-\xff][a-zA-Z\x80-\xff]*+)++")
_BEFORE_MARK = frozenset("([/,.!?:|–—-（\"'»”;\2".encode())
_AROUND = 800
"""How far apart the words of one wording may stand in the bytes."""
_REACH = 4000
"""How far from a name the ends of its line are looked for."""
_LONGEST_NAMED = 160
"""Datelines and names on lines of their own stand on shorter lines."""
_KEPT = 4
_MOST_IN_DFA = 500
"""Of a word of another script so many letters are looked for, in all their cases."""
_FEW, _FEW_WORDINGS, _LITTLE = 3, 100, 0.5
"""So many ASCII letters a wording must have to be looked for by them."""
_WORDS_ONLY = bytes(code if (chr(code).isalnum() and code < 128) or chr(code) == ":" else 32 for code in range(256))
_OTHER_SCRIPTS = bytes((*range(0xCD, 0xE2), *range(0xE3, 0xEF), *range(0xF0, 0xF5)))
_CLOUDS = (
    *"\u00ad\u034f\u061c\u0640\u0670\u180e\u0130\u0131ⓒ\u212a\u212b\u2126أإآٱىةکیёЁ",
    *map(chr, (*range(0x64B, 0x653), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)),
    *map(chr, (*range(0xFE00, 0xFE10), *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))),
)


_ONE_WAY = {ord(char): fold(char) for char in _CLOUDS if fold(char).isalnum()}


class Words:
    """The words of some wordings and of a directory, ready to be looked for."""

    def __init__(self, wordings: Wordings, directory: Directory) -> None:
        self._wordings, self._directory = wordings, directory

    def places(self, text: bytes, words: bytes) -> Iterator[tuple[int, Sort]]:
        """Where a text, given as it is and as its words, has to be looked at closely, and what for."""
        low = text.lower()
        for wanted, tests in self._in_words(words):
            for start, end in wanted.places(low):
                yield from ((start, test.sort) for test in tests if test.fits(text, low, start, end))
        yield from ((start, Sort.RIGHTS) for start in _signs(low))
        if has_other_scripts(low):
            found, fragments = self._fragments
            for number, start, end in found.find_matches_as_indexes(low, overlapping=True):
                yield from ((start, test.sort) for test in fragments[number] if test.fits(text, low, start, end))

    def broken(self, text: bytes) -> Iterator[int]:
        """Where a word that is looked for is broken by a tag."""
        wanted = {word for word in set(_BROKEN.findall(text)) if self._is_wanted(word.replace(b"\2", b""))}
        if wanted:
            yield from (found.start() for found in _BROKEN.finditer(text) if found[0] in wanted)

    def _is_wanted(self, word: bytes) -> bool:
        low = word.lower()
        if low.isascii():
            return low in self._vocabulary
        parts = as_words(low).split()
        return not self._vocabulary.isdisjoint(parts) or bool(self._fragments[0].find_matches_as_indexes(low))

    @cached_property
    def _vocabulary(self) -> frozenset[bytes]:
        return frozenset(word for words in self._by_words[2] for word in words.split())

    def _in_words(self, words: bytes) -> Iterator[tuple[Wanted, list[Test]]]:
        """The words that were found and are wanted, each with its tests that something may pass on this page."""
        found, spelled, wanted = self._by_words
        numbers = {number for number, _, _ in found.find_matches_as_indexes(words, overlapping=True)}
        present = {spelled[number] for number in numbers}
        for each in filter(None, (wanted.get(word) for word in present)):
            if tests := [test for test in each.tests if test.may_fit(present)]:
                yield each, tests

    @cached_property
    def _by_words(self) -> tuple[Any, list[bytes], Mapping[bytes, Wanted]]:
        table: dict[bytes, dict[Test, None]] = defaultdict(dict)
        for wording, test in self._entries():
            if found := _ascii(wording):
                table[found][test] = None
        beside = {words for tests in table.values() for test in tests for group in test.others for words in group}
        spelled = [*table, *sorted(beside - table.keys())]
        wanted = {words: Wanted(words, tuple(tests)) for words, tests in table.items()}
        return automaton([b" %s " % words for words in spelled]), spelled, wanted

    @cached_property
    def _fragments(self) -> tuple[Any, list[tuple[Test, ...]]]:
        table: dict[bytes, dict[Test, None]] = defaultdict(dict)
        for wording, test in self._entries():
            for form in () if _ascii(wording) else _forms(wording):
                table[form][test] = None
        return automaton(list(table)), list(map(tuple, table.values()))

    def _entries(self) -> Iterator[tuple[str, Test]]:
        """What is looked for, folded, each with the test that says whether a place is worth a closer look."""
        for phrase in self._wordings.phrases:
            yield from _of_phrase(phrase)
        yield from ((word, Test(Sort.RIGHTS)) for word in self._wordings.marks)
        yield from ((word, Test(Sort.POINTER)) for word in self._wordings.pointers)
        yield from ((word, _Short(Sort.NAME)) for word in self._directory.agency_words)
        for name in self._directory.all_names:
            for form in (fold(name), fold(_CAMEL.sub(" ", name)), name_key(name)):
                yield form, _Short(Sort.NAME)
        for mark in self._directory.marks:
            yield fold(mark), _Mark(Sort.NAME, mark=mark.encode())


class Sort(Enum):
    """What a place is looked at for."""

    WORDING = "wording"
    POINTER = "pointer"
    NAME = "name"
    RIGHTS = "rights"


@dataclass(frozen=True, slots=True)
class Test:
    """Whether what stands in a text, given in its own and in lower case, between two offsets is worth a closer look.

    `others` are groups of words of which it has to have one each, too.
    """

    sort: Sort
    others: tuple[frozenset[bytes], ...] = ()

    def may_fit(self, present: AbstractSet[bytes]) -> bool:
        """False where some of the other words are nowhere on the page."""
        return not any(present.isdisjoint(group) for group in self.others)

    def fits(self, text: bytes, low: bytes, start: int, end: int) -> bool:
        """True wherever it stands."""
        return True


@dataclass(frozen=True)
class Wanted:
    """Words that were found, and how it is told where they stand."""

    words: bytes
    tests: tuple[Test, ...]

    @cached_property
    def place(self) -> re.Pattern[bytes]:
        """The expression for these words in a text with its marks and tags."""
        parts = (word if word == b":" else rb"%s(?![a-z0-9])" % word for word in self.words.split())
        return re.compile(_BETWEEN.join(parts))

    def places(self, low: bytes) -> Iterator[tuple[int, int]]:
        """Where they stand in a text in lower case."""
        for found in self.place.finditer(low):
            if not low[found.start() - 1 : found.start()].isalnum():
                yield found.span()


def automaton(patterns: list[bytes]) -> Any:
    """What finds some patterns in bytes, all at once; the quickest form where they are few, for it is the largest."""
    from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind  # noqa: PLC0415

    form = Implementation.DFA if len(patterns) <= _MOST_IN_DFA else Implementation.ContiguousNFA
    return BytesAhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=form)


def has_other_scripts(text: bytes) -> bool:
    """Whether a text has letters of other scripts than the Latin one."""
    return not text.isascii() and len(text.translate(None, _OTHER_SCRIPTS)) != len(text)


def as_words(text: bytes) -> bytes:
    """The ASCII words and colons of a text in lower case, one space around each."""
    low = text.lower()
    if b"&" in low:
        low = _REFERENCE.sub(b" ", low)
    if not low.isascii():
        low = low.replace("：".encode(), b":").replace("﹕".encode(), b":")
    return b" %s " % b" ".join(low.translate(_WORDS_ONLY).replace(b":", b" : ").split())


def _ascii(wording: str) -> bytes:
    """A folded wording as `as_words` makes it; empty where too little is left of it."""
    words = as_words(wording.encode()).strip()
    letters = sum(map(len, words.split()))
    return words if letters >= _FEW or (wording.isascii() and letters) else b""


def cleared(text: bytes) -> bytes:
    """A text in which each letter of a word is written in one way alone: no references, no soft hyphens, no full-width letters."""
    if not _clouds().search(text):
        return text
    if b"&" in text and any(map(_is_letter, set(_REFERENCE.findall(text)))):
        text = _REFERENCE.sub(lambda found: _plain(found[0]), text)
    return text if text.isascii() else IGNORABLE.sub("", text.decode("utf-8", "replace")).translate(_ONE_WAY).encode()


@cache
def _clouds() -> Any:
    """What finds a letter that may be written in another way."""
    names = {name.rstrip(";").encode() for name in html5 if _is_letter(f"&{name}".encode())}
    chars = [char.encode() for char in _CLOUDS]
    return linear.compiled(b"|".join((*chars, b"&(?:" + b"|".join((_NUMBER, *sorted(names))) + b")")))


@lru_cache(maxsize=8192)
def _plain(reference: bytes) -> bytes:
    """What a reference to a letter stands for; any other reference as it is."""
    return unescape(reference.decode()).encode() if _is_letter(reference) else reference


@lru_cache(maxsize=8192)
def _is_letter(reference: bytes) -> bool:
    """True for a reference to what a word may be written with, or to what nobody sees."""
    char = unescape(reference.decode("ascii", "replace"))
    if len(char) != 1:
        return reference.startswith(b"&shy")
    return (
        (char.isascii() and char.isalnum())
        or char in _CLOUDS
        or bool(IGNORABLE.match(char))
        or (char >= "\u0370" and char.isalpha())
    )


def _signs(low: bytes) -> Iterator[int]:
    """Where signs for copyright stand."""
    for sign in _SIGNS:
        at = low.find(sign)
        while at >= 0:
            yield at
            at = low.find(sign, at + 1)


@dataclass(frozen=True, slots=True)
class _Short(Test):
    """A name alone on its line, or beside a date."""

    def fits(self, text: bytes, low: bytes, start: int, end: int) -> bool:
        """True unless the text between the tags is longer than such a line; where it is very long, nobody looks for its ends."""
        first, last = low.rfind(b"\2", max(0, start - _REACH), start), low.find(b"\2", end, end + _REACH)
        if (first < 0 and start > _REACH) or (last < 0 and end + _REACH < len(low)):
            return True
        piece = low[first + 1 : last if last >= 0 else len(low)]
        return len(piece) <= _LONGEST_NAMED or not piece.isascii() or len(b" ".join(piece.split())) <= _LONGEST_NAMED


@dataclass(frozen=True, slots=True)
class _Wording(Test):
    """A wording of which some words are here."""

    opens: bool = False
    labels: bool = False

    def fits(self, text: bytes, low: bytes, start: int, end: int) -> bool:
        """True where the other words are near, and it stands where its line or its sentence may begin, if it must."""
        if self.opens and (before := low[max(0, start - 8) : start].rstrip()) and before[-1] in _GOES_ON:
            return False
        near = as_words(low[max(0, start - _AROUND) : end + _AROUND])
        if self.labels and b":" not in near:
            return False
        return all(any(b" %s " % words in near for words in group) for group in self.others)


@dataclass(frozen=True, slots=True)
class _Mark(Test):
    """An agency's mark, letter case included."""

    mark: bytes = b""

    def fits(self, text: bytes, low: bytes, start: int, end: int) -> bool:
        """True behind what may stand before it in a dateline."""
        before = text[max(0, start - 6) : start].rstrip()
        return (not before or before[-1] in _BEFORE_MARK) and text[start:end] == self.mark


def _of_phrase(phrase: Phrase) -> Iterator[tuple[str, Test]]:
    """What is looked for of a phrase: of the stretches of words that it must have, the one that says most."""
    labels = phrase.kind == "author_credit" and ":" in phrase.template.text
    if not (labels or phrase.kind in _CREDITING):
        return
    template = phrase.template
    first = max(template.openings, key=_weight, default=()) if template.at_start else ()
    best = max((template.anchors, *template.runs), key=_weight)
    if opens := bool(first) and (_weight(first) > _LITTLE or _weight(best) <= _LITTLE):
        best = first
    runs = (frozenset(map(_ascii, run)) for run in template.runs if run is not best and len(run) <= _FEW_WORDINGS)
    test = _Wording(Sort.WORDING, tuple(sorted((run for run in runs if all(run)), key=len)), opens, labels)
    yield from ((wording, test) for wording in best)


def _weight(wordings: tuple[str, ...]) -> float:
    return min(sum(map(_says, _TOKEN.findall(wording))) if wording != ":" else 0 for wording in wordings)


_TOKEN = re.compile(r"[^\W_]+|:")


def _says(word: str) -> float:
    if word == ":":
        return 1.5
    return len(word) - 1.6 if word.isascii() else 2 * len(word)


def _forms(wording: str) -> Iterable[bytes]:
    """A wording of another script as it stands in bytes whose ASCII letters are in lower case: a part of it, in all cases."""
    word = max(_WORD.findall(wording), key=lambda each: 0 if each.isascii() else len(each), default=wording)
    part = word[-_KEPT:]
    return {"".join(chars).encode() for chars in product(*(dict.fromkeys((char, _upper(char))) for char in part))}


def _upper(char: str) -> str:
    upper = char.upper()
    return upper if len(upper) == 1 and not char.isascii() and upper.casefold() == char.casefold() else char
