"""Wordings that terms ask for, looked for on a page: word for word, or by likeness.

Text is compared as words: letter case, white space, quotes, dashes and punctuation do not count. A template's placeholders stand
for what is known (the publisher's names, the original's title), else for up to twenty words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.model import Evidence
from checker.page.page import Block, Region
from checker.page.text import IGNORABLE, fold
from checker.requirements.case import Case

PLACEHOLDERS = frozenset(
    {"author", "title", "publisher", "date", "republisher", "reporter", "translator", "photographer", "publications"}
    | {"institution", "link", "any"}
)
THRESHOLD = 0.8
_EMPTY = frozenset({"link", "any", "date"})
"""Placeholders that may stand for nothing: a link is no text, and a date is often left out."""
_PUBLISHER = frozenset({"publisher", "publications"})
_GAP = 20
_DENSE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
# Where words are written without spaces, each character is one.
_WORD = re.compile(rf"[{_DENSE}]|(?:(?![{_DENSE}])\w)+")
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
_STRETCH = 1.4
_ELSEWHERE = frozenset({Region.COMMENTS, Region.NAVIGATION, Region.RELATED})


@dataclass(frozen=True, slots=True)
class Found:
    """A wording found: the block where it starts, its offsets there, how much of it is there, and what hides it."""

    block: Block
    start: int
    end: int
    ratio: float = 1.0
    hidden_by: str | None = None

    @property
    def at(self) -> tuple[int, int]:
        """Its place."""
        return self.block.index, self.start

    def evidence(self, case: Case) -> Evidence:
        """Where it stands."""
        return case.evidence(self.block, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Gap:
    """A placeholder in a template: the wordings that it may stand for, any words where there are none."""

    known: tuple[tuple[str, ...], ...] = ()
    least: int = 1


Part = tuple[str, ...] | Gap


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of some blocks that stand together, each with its place."""

    blocks: tuple[Block, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    owners: tuple[int, ...] = field(repr=False)

    def found(self, first: int, last: int, ratio: float = 1.0) -> Found:
        """The words from `first` to before `last`, as far as they lie in the block where they start."""
        block = self.blocks[self.owners[first]]
        upto = bisect_right(self.owners, self.owners[first]) - 1
        return Found(block, self.starts[first], self.ends[min(last - 1, upto)], ratio, block.hidden_by)


def find(case: Case, texts: Sequence[str], match: str = "exact", threshold: float = THRESHOLD) -> Found | None:
    """The first of some wordings that readers see, else one that is hidden, else None. `meaning` counts as `similar` here."""
    for stretch in _stretches(case):
        for text in texts:
            parts = template(case, text)
            span = _exactly(parts, stretch.words)
            if span:
                return stretch.found(*span)
            if match != "exact" and (like := _similar(_literal(parts), stretch.words, threshold)):
                return stretch.found(*like[:2], like[2])
    return None


def nearest(case: Case, texts: Sequence[str], threshold: float = 0.5) -> Found | None:
    """What comes nearest to one of some wordings, for a message on what is wrong with it."""
    return find(case, texts, "similar", threshold)


def in_block(case: Case, text: str, block: Block) -> bool:
    """True where a block has a wording, word for word."""
    return _exactly(template(case, text), _stretch([block]).words) is not None


def is_open(case: Case, text: str) -> bool:
    """True for a wording in which nothing is fixed: it would be anywhere."""
    return all(isinstance(part, Gap) and not part.known for part in template(case, text))


def choices(
    case: Case, text: str | None, texts: Sequence[str], wording: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """All wordings that a pack accepts, the one in the page's language first."""
    of_language = dict(wording or {})
    tag = (case.scene.page.language or "").lower()
    ranked = sorted(of_language, key=lambda known: not (tag == known.lower() or tag.startswith(known.lower() + "-")))
    return (*([text] if text else []), *texts, *(of_language[known] for known in ranked))


def filled(case: Case, text: str) -> str:
    """A template for a fix: what is known put in, the rest as capitals in brackets."""
    known = {
        "publisher": case.called,
        "publications": case.called,
        "author": ", ".join(case.article.authors),
        "title": case.article.title or "",
        "link": case.article.url or "",
        "any": "…",
    }
    return _PLACEHOLDER.sub(lambda found: known.get(found[1]) or f"[{found[1].upper()}]", " ".join(text.split()))


def template(case: Case, text: str) -> list[Part]:
    """A wording as runs of words and gaps."""
    parts: list[Part] = []
    for number, piece in enumerate(_PLACEHOLDER.split(text)):
        if number % 2:
            parts.append(_gap(case, piece))
        elif words := _words(piece):
            parts.append(words)
    return parts


def _gap(case: Case, name: str) -> Gap:
    original = case.original
    known: tuple[str, ...] = ()
    if name in _PUBLISHER:
        known = case.names
    elif name == "title" and original and original.title:
        known = (original.title,)
    elif name == "institution" and original:
        known = original.affiliations
    return Gap(tuple(filter(None, map(_words, known))), 0 if name in _EMPTY else 1)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(IGNORABLE.sub("", fold(text))))


def _literal(parts: Sequence[Part]) -> tuple[str, ...]:
    """The words of a template that stand for themselves; a known gap by the first of its wordings."""
    literal: list[str] = []
    for part in parts:
        if not isinstance(part, Gap):
            literal += part
        elif part.known:
            literal += part.known[0]
    return tuple(literal)


def _stretches(case: Case) -> Iterator[Stretch]:
    """What readers see, then each hidden block by itself."""
    blocks = [block for block in case.scene.page.blocks if block.region not in _ELSEWHERE and block.text]
    yield _stretch([block for block in blocks if not block.hidden_by])
    yield from (_stretch([block]) for block in blocks if block.hidden_by)


def _stretch(blocks: Sequence[Block]) -> Stretch:
    found = [
        (IGNORABLE.sub("", word[0]), word.start(), word.end(), number)
        for number, block in enumerate(blocks)
        for word in _WORD.finditer(block.folded)
    ]
    words, starts, ends, owners = zip(*found, strict=True) if found else ((), (), (), ())
    return Stretch(tuple(blocks), words, starts, ends, owners)


def _exactly(parts: Sequence[Part], words: Sequence[str]) -> tuple[int, int] | None:
    """Where all parts stand one behind the other. Gaps are bounded, so the time is too."""
    solid = [number for number, part in enumerate(parts) if not isinstance(part, Gap) or part.known]
    if not solid:
        return None
    reached = {end: at for at in range(len(words)) for end in _ends(parts[solid[0]], words, at)}
    for part in parts[solid[0] + 1 : solid[-1] + 1]:
        further: dict[int, int] = {}
        for end, start in reached.items():
            for after in _ends(part, words, end):
                further[after] = max(start, further.get(after, 0))
        reached = further
    return min(((start, end) for end, start in reached.items()), default=None)


def _ends(part: Part, words: Sequence[str], at: int) -> Iterator[int]:
    """Where a part that starts at a word may end."""
    if not isinstance(part, Gap):
        if at < len(words) and words[at] == part[0] and tuple(words[at : at + len(part)]) == part:
            yield at + len(part)
    elif part.known:
        for wording in part.known:
            yield from _ends(wording, words, at)
    else:
        yield from range(at + part.least, min(at + _GAP, len(words)) + 1)


def _similar(wanted: Sequence[str], words: Sequence[str], threshold: float) -> tuple[int, int, float] | None:
    """The stretch that has most of a wording's words in their order, where that is enough of them."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415  (only terms that ask for a likeness need it)

    size, step = max(1, round(len(wanted) * _STRETCH)), max(1, len(wanted) // 4)
    vocabulary = Counter(wanted)
    best: tuple[int, int, float] | None = None
    for at in range(0, max(1, len(words) - size + step), step) if wanted else ():
        window = words[at : at + size]
        if sum((vocabulary & Counter(window)).values()) < threshold * len(wanted):
            continue
        ratio = LCSseq.similarity(wanted, window) / len(wanted)
        if ratio >= threshold and (best is None or ratio > best[2]):
            best = at, min(at + size, len(words)), ratio
    return _trimmed(wanted, words, best) if best else None


def _trimmed(wanted: Sequence[str], words: Sequence[str], found: tuple[int, int, float]) -> tuple[int, int, float]:
    """Without the words before the first and behind the last that the wording has: those belong to other paragraphs."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    start, end, ratio = found
    equal = [code for code in LCSseq.opcodes(wanted, words[start:end]) if code.tag == "equal"]
    return start + equal[0].dest_start, start + equal[-1].dest_end, ratio
