"""Known edits of made-up articles, and whether an edit that was reported is one of them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.articles import SLOTS, Page, sentence
from checker.model import Edit
from checker.original.words import words

Change = Callable[[random.Random, str], str | None]
"""Changes a sentence; None where there is nothing of its kind to change."""


@dataclass(frozen=True)
class Known:
    """An edit that was made: its class, and the sentence on both sides, or its line alone where the sentence is kept."""

    kind: str
    original: str
    copy: str

    def is_it(self, found: Edit, lines: Sequence[str]) -> bool:
        """True where a reported edit is this one: on the line of its sentence, or with its sentence's words."""
        if self.kind != found.kind.value:
            return False
        if self.original and self.copy and self.kind in CHANGES:
            return found.line is not None and self.copy in lines[found.line - 1]
        if self.kind == "translated":
            return True
        return any(_within(one, other) for one, other in ((self.original, found.original), (self.copy, found.copy)))


def _within(one: str, other: str) -> bool:
    one, other = (" ".join(words(text)) for text in (one, other))
    short, long = sorted((one, other), key=len)
    return short in long and 2 * len(short) > len(long)


def _swap(*pairs: tuple[str, str]) -> Change:
    """A change that puts one of several words for another, in either direction."""

    def change(rng: random.Random, text: str) -> str | None:
        there = [(one, other) for pair in pairs for one, other in (pair, pair[::-1]) if re.search(_whole(one), text)]
        if not there:
            return None
        one, other = rng.choice(there)
        return re.sub(_whole(one), lambda _: other, text, count=1)

    return change


def _whole(text: str) -> str:
    return (r"(?<!\w)" if text[0].isalnum() else "") + re.escape(text) + (r"(?!\w)" if text[-1].isalnum() else "")


def _one_of(name: str) -> Change:
    """A change of one slot's word for another of the same slot."""

    def change(rng: random.Random, text: str) -> str | None:
        there = [word for word in SLOTS[name] if re.search(_whole(word), text)]
        if not there:
            return None
        word = rng.choice(there)
        return re.sub(_whole(word), rng.choice([other for other in SLOTS[name] if other != word]), text, count=1)

    return change


def _sub(pattern: str, put: str) -> Change:
    return lambda _, text: re.sub(pattern, put, text, count=1) if re.search(pattern, text) else None


CHANGES: dict[str, list[Change]] = {
    "typography": [
        lambda _, text: text.translate({8220: '"', 8221: '"', 8217: "'"}) if "“" in text or "’" in text else None,
        _sub(" — ", " – "),
        _sub(r" — ", "—"),
        _sub(r"\.\.\.", "…"),
        _sub("fi", "ﬁ"),
        lambda _, text: text[: text.index(" ")].upper() + text[text.index(" ") :] if " " in text else None,
        lambda _, text: text.replace("“", "«\u00a0").replace("”", "\u00a0»") if "“" in text else None,
    ],
    "house_style": [
        _swap(
            ("neighbours", "neighbors"),
            ("colours", "colors"),
            ("organisers", "organizers"),
            ("centres", "centers"),
            ("programmes", "programs"),
            ("labourers", "laborers"),
            ("theatres", "theaters"),
            ("rumours", "rumors"),
            ("travellers", "travelers"),
            ("catalogues", "catalogs"),
            ("honours", "honors"),
            ("harbours", "harbors"),
        ),
        _swap(("per cent", "percent")),
        _sub(r"(\d+) per cent", r"\1%"),
        _swap(("two", "2"), ("three", "3"), ("eleven", "11"), ("twelve", "12"), ("twenty", "20"), ("forty", "40")),
        _sub(r"(Mr|Dr|Mrs)\. ", r"\1 "),
        _sub(r"(?:Mr|Dr|Mrs|Ms|Prof)\. ", ""),
        _sub(r"(\d+) (March|April|June|July|August) (\d{4})", r"\2 \1, \3"),
        _sub("January", "Jan."),
        _sub("September", "Sept."),
        _sub(", and (?=\\d+ bicycles)", " and "),
        _sub(", and (?=\\w+ houses)", " and "),
        _sub(r"U\.S\.", "US"),
        _sub("e-mail", "email"),
        _sub("It’s", "It is"),
    ],
    "time_place": [
        _swap(
            ("today", "on Tuesday"),
            ("yesterday", "on Monday"),
            ("last week", "in early May"),
            ("this morning", "on Friday morning"),
            ("last month", "in June"),
            ("this year", "in 2023"),
            ("last night", "on Thursday night"),
        ),
        _sub("today", "on 4 May"),
        _sub("yesterday", "Wednesday"),
        _sub("last week", "the week of May 6"),
        _sub(" today", " yesterday"),
        _swap(
            ("here", "in Port Callan"),
            ("in the state", "in Oregon"),
            ("in the city", "in Highmere"),
            ("across the county", "across Marlow County"),
            ("in the region", "in the Tarn Valley"),
        ),
        _sub("On (?:Mon|Tues|Wednes|Thurs|Fri|Satur)day evening", "This evening"),
    ],
    "changed": [
        _one_of("thing"),
        _one_of("people"),
        _one_of("verb"),
        _one_of("adjective"),
        _one_of("name"),
        _one_of("percent"),
        _one_of("year"),
        _one_of("weekday"),
        _one_of("month"),
        _one_of("office"),
        _swap(("two", "three"), ("six", "nine"), ("eleven", "twelve"), ("forty", "thirty")),
        _sub("according to", "in the words of"),
        _sub("wanted", "refused"),
        _sub("agreed with", "laughed at"),
        _sub("is worth more", "costs less"),
    ],
    "removed": [
        _sub(r", who has lived in .*?(?=\.)", ""),
        _sub(", according to .*(?=\\.)", ""),
        _sub(" together", ""),
        _sub(" on the bank below \\w+", ""),
        _sub(r", though .*(?=\.)", ""),
        _sub(" by people who had been trained", ""),
        _sub(" behind the \\w+ \\w+(?=\\.)", ""),
        _sub(r" of [A-Z]\w+(?= \w+ed the)", ""),
        _sub(" not(?= )", ""),
        _sub(" never(?= )", ""),
    ],
    "added": [
        _sub(r"(?<=\w)(?=\.$)", ", it is said, without any proof"),
        _sub(" said", " said angrily"),
        _sub(" the (?=\\w+ \\w+)", " the so-called "),
        _sub(r"(?<=\w), ", ", not surprisingly, "),
        _sub(" of ", " of the beautiful town of "),
        _sub(" was ", " was not "),
        _sub(" had ", " had never "),
    ],
}
OWN = [
    "Our own street was flooded before any other was, as readers will remember.",
    "This paper has warned of it again and again, and was laughed at.",
    "Whoever believes that will believe anything at all.",
    "The editor of this paper was there and saw something else.",
    "No, they did not.",
    "It rained that day.",
]


def edited(rng: random.Random, page: Page, count: int) -> tuple[Page, list[Known]]:
    """A copy with about so many edits, no two of them in sentences side by side, and what they were."""
    said = [each for paragraph in page.paragraphs for each in paragraph]
    put: list[list[str]] = [[each] for each in said]
    known: list[Known] = []
    kinds = [*CHANGES, "sentence_removed", "sentence_added", "moved"]
    places = rng.sample(range(1, len(said) - 8, 3), min(count, (len(said) - 9) // 3))
    used: Counter[str] = Counter()
    for at in places:
        for kind in sorted(kinds, key=lambda kind: (used[kind], rng.random())):
            if made := list(_edit(rng, kind, at, put, places)):
                known += made
                used[kind] += 1
                break
    if rng.random() < 0.5:
        gone = rng.choice([1, 2, 5])
        known.append(Known("truncated", " ".join(said[-gone:]), ""))
        put[-gone:] = [[] for _ in range(gone)]
    paragraphs = (tuple(each for group in put[at : at + 3] for each in group) for at in range(0, len(put), 3))
    copy = replace(page, paragraphs=tuple(filter(None, paragraphs)))
    return _furnished(rng, copy, known), known


def _edit(rng: random.Random, kind: str, at: int, put: list[list[str]], places: list[int]) -> Iterator[Known]:
    text = put[at][0]
    if kind == "sentence_removed":
        put[at] = []
        yield Known("removed", text, "")
    elif kind == "sentence_added":
        own = rng.choice([text for text in OWN if not any(text in group for group in put)])
        put[at] = [text, own]
        yield Known("added", "", own)
    elif kind == "moved":
        # To behind a sentence that nothing else is done to, and not beside its own place.
        free = [
            number
            for number in range(2, len(put) - 8, 3)
            if abs(number - at) > 4 and number not in places and number - 1 not in places
        ]
        put[at], there = [], rng.choice(free)
        put[there] = [*put[there], text]
        yield Known("moved", text, text)
    else:
        new = changed(rng, kind, text)
        if new:
            put[at] = [new]
            yield Known(kind, text, new)


def _furnished(rng: random.Random, page: Page, known: list[Known]) -> Page:
    """The copy with another headline, perhaps, and its links changed."""
    links = list(page.links)
    if rng.random() < 0.7:
        text, url = links[0]
        links[0] = (text, f"https://herald.example/{rng.randrange(999)}")
        known.append(Known("link_changed", url, links[0][1]))
    if rng.random() < 0.7:
        text, url = links[-1]
        links[-1] = (text, "")
        known.append(Known("link_removed", url, ""))
    title = page.title
    if rng.random() < 0.5:
        title = sentence(rng, "{town} and the {adjective} {thing}")
        known.append(Known("headline", page.title, title))
    return replace(page, title=title, links=tuple(links))


def changed(rng: random.Random, kind: str, text: str) -> str | None:
    """A sentence with one edit of a class; None where it has nothing for that."""
    made = [
        new for change in rng.sample(CHANGES[kind], len(CHANGES[kind])) if (new := change(rng, text)) and new != text
    ]
    return made[0] if made else None
