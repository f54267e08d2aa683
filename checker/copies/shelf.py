"""Articles by their shingles, so that one look at a page's words finds every article of which it has text.

What several articles have in common (a foot, a disclaimer, a call to subscribe) tells nothing of any of them and counts for none; nor does
what is known for a publisher's notice. Two editions of one article have most of their text in common, and count as one article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from checker.copies.shingles import RUN, Shingled, shingled
from checker.original.original import Original

FEWEST = 30
"""Words: nobody's work is known again by fewer."""
LEAST = 0.15
"""Whoever has less of an article quotes it."""
_EDITION = 0.7
"""Two texts that have so much of the longer one in common are editions of one; a short one with a long foot is none of any other."""
_SEVERAL = 2
_MOST = 50
"""Articles of one page: it would take a hostile one to have text of more."""


@dataclass(frozen=True, slots=True)
class Sought:
    """An article that is looked for: the target that it was read from, the SHA-256 of its bytes, and what it says."""

    target: str
    digest: str
    original: Original


@dataclass(frozen=True, slots=True)
class Found:
    """How much of an article a page has: its words there, and their shares of the article's words and of the page's (0 to 1)."""

    sought: Sought
    words: float
    of_original: float
    of_page: float


@dataclass(frozen=True)
class _Article:
    """An article on the shelf; `common` are the shingles that are not its own."""

    sought: Sought
    text: Shingled
    common: Collection[int]

    @cached_property
    def own(self) -> Sequence[tuple[int, int]]:
        """The shingles that are its own: where each begins, and what it is."""
        return [(at, value) for at, value in enumerate(self.text.hashes) if value not in self.common]

    @cached_property
    def size(self) -> float:
        """How many of its words stand in them."""
        return self.text.covered(at for at, _ in self.own)

    def found(self, page: Shingled, least: float, hits: Collection[int]) -> Found | None:
        """What a page has of it; None where that is too little to matter."""
        words = self.text.covered(at for at, value in self.own if value in hits)
        if words < max(FEWEST, least * self.size):
            return None
        ours = {value for _, value in self.own} & set(hits)
        there = page.covered(at for at, value in enumerate(page.hashes) if value in ours)
        return Found(self.sought, words, words / self.size, there / sum(page.weights))


class Shelf:
    """The articles that are looked for. Made once in each process; it is only read."""

    def __init__(self, sought: Iterable[Sought], notices: Iterable[str] = ()) -> None:
        """`notices` are texts that make nobody's article."""
        self._sought = tuple(sought)
        texts = [_text(each.original) for each in self._sought]
        common = _common(texts) | {value for text in notices for value in shingled([text]).hashes}
        self._articles = [_Article(each, text, common) for each, text in zip(self._sought, texts, strict=True)]
        self._owners: dict[int, list[int]] = {}
        for number, article in enumerate(self._articles):
            for value in {value for _, value in article.own}:
                self._owners.setdefault(value, []).append(number)

    @property
    def unknowable(self) -> tuple[Sought, ...]:
        """Those that have too little text of their own to be known again."""
        return tuple(article.sought for article in self._articles if article.size < FEWEST)

    def find(self, texts: Iterable[str], least: float = LEAST) -> list[Found]:
        """The articles of which some paragraphs have at least that share, or `FEWEST` words of a short one; most words first."""
        page = shingled(texts)
        hits = self._owners.keys() & set(page.hashes)
        found = (self._articles[number].found(page, least, hits) for number in self._candidates(hits))
        return sorted(filter(None, found), key=lambda each: -each.words)

    def _candidates(self, hits: Iterable[int]) -> Iterator[int]:
        """The numbers of those of which enough shingles are there to be worth a look, and no more of them than any page copies."""
        counts = Counter(chain.from_iterable(self._owners[value] for value in hits))
        return (number for number, count in counts.most_common(_MOST) if count * RUN >= FEWEST)


def _text(original: Original) -> Shingled:
    return shingled(text for number, text in enumerate(original.paragraphs) if number not in original.frame)


def _common(texts: Sequence[Shingled]) -> set[int]:
    """The shingles that several articles have, editions of one article counted as one."""
    owners: dict[int, set[int]] = {}
    for number, text in enumerate(texts):
        edition = _edition_of(text, owners, texts)
        mine = number if edition is None else edition
        for value in text.hashes:
            held = owners.setdefault(value, set())
            if len(held) < _SEVERAL:
                held.add(mine)
    return {value for value, held in owners.items() if len(held) >= _SEVERAL}


def _edition_of(text: Shingled, owners: Mapping[int, Collection[int]], texts: Sequence[Shingled]) -> int | None:
    """The earlier article that is nearly the same text; what several have is left out of the account."""
    own = _own(text, owners)
    shared = Counter(chain.from_iterable(owners.get(value, ()) for value in own))
    for number, count in shared.most_common(1):
        if count >= _EDITION * max(len(own), len(_own(texts[number], owners))):
            return number
    return None


def _own(text: Shingled, owners: Mapping[int, Collection[int]]) -> set[int]:
    return {value for value in text.hashes if len(owners.get(value, ())) < _SEVERAL}
