"""How well edits are told apart: articles made up from templates, copies with known edits, and what was said of them.

    python benchmarks/edits.py [--copies N] [--seed N]

It prints a table with precision, recall and F1 of each class, whether an edit that the terms allow was ever held against a copy, and the
time of a comparison beside that of difflib in the same run. See benchmarks/edits.md.
"""

from __future__ import annotations

import argparse
import difflib
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from checker.documents.document import Document, Media
from checker.engine import Engine, Question
from checker.model import Edit
from checker.original.common import runs
from checker.original.compare import Text, compare
from checker.original.words import words
from checker.terms import validity
from checker.terms.library import packaged
from checker.wording import wordings

PACK = """
id = "example"
[publisher]
name = "Example News"
domains = ["news.example"]
contact = "ask@news.example"
[[version]]
id = "2024-01-01"
source = {{ url = "https://news.example/republish", read = "2026-01-15" }}
[[version.requirement]]
type = "no_edits"
strength = "must_not"
clause = "The text is not changed."
{allowed}
[[version.requirement]]
type = "links_preserved"
strength = "must"
clause = "The links are kept."
"""
# Slots of the sentences below.
SLOTS = {
    "name": "Ann Writer|Bea Holm|Carl Osei|Dana Petrov|Eli Marsh|Fay Okoro|Gus Lind|Hana Sato|Ivo Brandt|Jo Quill".split(
        "|"
    ),
    "mr": "Mr. Marsh|Dr. Holm|Mrs. Okoro|Prof. Lind|Ms. Sato|Dr. Brandt".split("|"),
    "town": "Riverton|Marlow|Eastbrook|Port Callan|Highmere|Stonefield|Lower Tarn|Wexley".split("|"),
    "office": "water office|school board|harbour council|road department|housing office|farmers' union|town library|fire brigade".split(
        "|"
    ),
    "thing": "dam|market hall|ferry|library|bus line|clinic|reservoir|bridge|footpath|school kitchen|sawmill|lighthouse".split(
        "|"
    ),
    "people": "fishers|teachers|nurses|farmers|engineers|students|drivers|bakers|carpenters|volunteers".split("|"),
    "number": "two|three|four|five|six|seven|eight|nine|eleven|twelve|fourteen|twenty|thirty|forty".split("|"),
    "month": "January|February|March|April|June|July|August|September|October|November".split("|"),
    "weekday": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday".split("|"),
    "british": "neighbours|colours|organisers|centres|programmes|labourers|theatres|rumours|travellers|catalogues|honours|harbours".split(
        "|"
    ),
    "verb": "repaired|closed|measured|painted|defended|sold|inspected|rebuilt|insured|abandoned|visited|photographed".split(
        "|"
    ),
    "adjective": "narrow|costly|quiet|crowded|rusty|wooden|famous|muddy|generous|unfinished|modern|steep".split("|"),
    "when": "today|yesterday|last week|this morning|last month|this year|last night".split("|"),
    "where": "here|in the state|in the city|across the county|in the region".split("|"),
    "percent": [str(number) for number in range(11, 89)],
    "year": [str(number) for number in range(1950, 2019)],
    "day": [str(number) for number in range(3, 28)],
}
SENTENCES = """
The {office} of {town} {verb} the {adjective} {thing} {when}, according to {name}.
“We never thought the {thing} would matter to {people},” said {mr}, who has lived in {town} since {year}.
About {percent} per cent of the {people} had {verb} the {thing} before the vote in {month}.
A report on {day} {month} {year} found that {number} {british} depended on the {adjective} {thing}.
Neither the {office} nor the {people} wanted a {adjective} {thing} beside the old road to {town}.
{name} counted {number} boats, {number} carts, and {percent} bicycles at the gate of the {thing}.
The {people} who work {where} say that the {adjective} {thing} costs them {number} hours every day.
In {town}, {british} and {people} {verb} the {thing} together, and nobody asked who would pay for the paint.
{mr} told the {office} that a {adjective} {thing} is worth more than {percent} new benches.
It took the {people} of {town} {number} summers to find out why the {thing} was never {verb}.
“It’s a {adjective} place,” {name} said — and the {people} agreed with her.
The {thing} stood empty for {number} winters, until {people} from {town} {verb} it in {year}.
On {weekday} evening the {office} published the list of {british} that it had {verb} {where}.
Records from {year} show a {adjective} {thing}, a mill, and {number} houses on the bank below {town}.
The cost rose by {percent} per cent {when}, which the {office} had not foreseen.
Most {people} walk past the {adjective} {thing} without a look, though {name} has written a book about it.
Some of the {british} moved to {town} in {year}; others stayed and {verb} what was left of the {thing}.
“Ask the {people},” {mr} answered, “and you will hear {number} different stories about this {thing}.”
A second {thing} was {verb} near {town} by {people} who had been trained at the {office}.
The first winter after the flood... nobody in {town} likes to speak of it, {name} writes.
At the meeting {people} complained that the {office} had {verb} {number} trees behind the {adjective} {thing}.
The map that hangs in the {office} gives the {thing} a {adjective} look that it never had.
Officials in the U.S. have studied the {adjective} {thing} of {town} for {number} years.
By e-mail, {name} explained why the {thing} was {verb} before the {british} could vote on it.
""".strip().splitlines()
GERMAN = """
Die Verwaltung von {town} hat die alte Brücke nach {number} Jahren wieder geöffnet, und viele Menschen sind gekommen.
Nach dem Hochwasser war der Markt auf dem Hügel, weil die Straßen in der Stadt nicht mehr zu benutzen waren.
Es ist nicht leicht, mit den Leuten über das Wasser zu sprechen, sagt {name}, die seit {year} in {town} wohnt.
Der Bericht zeigt, dass die Schule und das Krankenhaus auf die Fähre angewiesen sind, die nur im Sommer fährt.
Auch die Bauern haben sich an den Bürgermeister gewandt, um für ihre Felder eine neue Leitung zu bekommen.
""".strip().splitlines()
HOST = [
    '<div class="newsletter-box"><p>Sign up for our weekly newsletter and get the best stories of the valley in your inbox.</p></div>',
    '<p><a href="https://herald.example/other">Read more: what the valley thinks of its new road and who is to pay for it</a></p>',
    "<aside><p>The Riverton Herald is a paper of the valley. Its readers have paid for it since the first day.</p></aside>",
    "<p><em>Editor's note: this story has been edited for length and clarity by the Riverton Herald.</em></p>",
    '<figure><img src="own.jpg"><figcaption>The valley as our own photographer saw it from the hill.</figcaption></figure>',
]
CREDIT = '<p>This article was originally published on <a href="https://news.example/2024/valley">Example News</a>.</p>'

Change = Callable[[random.Random, str], str | None]


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


@dataclass(frozen=True)
class Page:
    """An article: its title, its paragraphs as sentences, and the links that stand behind some of them."""

    title: str
    paragraphs: tuple[tuple[str, ...], ...]
    links: tuple[tuple[str, str], ...]

    def html(self, host: Sequence[str] = (), language: str = "en") -> str:
        """Its page; what the host puts in stands between its paragraphs."""
        links = [
            f' See <a href="{url}">{text}</a> for it.' if url else f" See {text} for it." for text, url in self.links
        ]
        texts = [" ".join(sentences) for sentences in self.paragraphs]
        texts = [
            text + (links[at // 4] if at % 4 == 1 and at // 4 < len(links) else "") for at, text in enumerate(texts)
        ]
        blocks = [f"<p>{text}</p>" for text in texts]
        for number, note in enumerate(host):
            blocks.insert(3 + 4 * number, note)
        body = "\n".join(blocks)
        return (
            f'<html lang="{language}"><head><title>{self.title}</title></head><body><article><h1>{self.title}</h1>\n'
            f"<p>By Ann Writer</p>\n{body}\n{CREDIT}</article></body></html>"
        )


def drawn(seed: int) -> random.Random:
    """What all made-up texts are drawn from; the same for the same seed."""
    return random.Random(seed)  # noqa: S311


def article(rng: random.Random, language: str = "en") -> Page:
    """An article of about 1,500 words."""
    templates = SENTENCES if language == "en" else GERMAN
    said = [_sentence(rng, templates[number % len(templates)]) for number in rng.sample(range(96), 84)]
    paragraphs = tuple(tuple(said[at : at + 3]) for at in range(0, len(said), 3))
    links = tuple(
        (f"record {number} of the archive", f"https://archive.example/r/{number}")
        for number in rng.sample(range(999), 5)
    )
    return Page(_sentence(rng, "How the {people} of {town} {verb} their {adjective} {thing}"), paragraphs, links)


def _sentence(rng: random.Random, template: str) -> str:
    text = re.sub(r"\{(\w+)\}", lambda found: rng.choice(SLOTS[found[1]]), template)
    return text[0].upper() + text[1:]


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
    said = [sentence for paragraph in page.paragraphs for sentence in paragraph]
    put: list[list[str]] = [[sentence] for sentence in said]
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
        made = [
            new
            for change in rng.sample(CHANGES[kind], len(CHANGES[kind]))
            if (new := change(rng, text)) and new != text
        ]
        if made:
            put[at] = [made[0]]
            yield Known(kind, text, made[0])


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
        title = _sentence(rng, "{town} and the {adjective} {thing}")
        known.append(Known("headline", page.title, title))
    return replace(page, title=title, links=tuple(links))


def matched(known: Sequence[Known], found: Sequence[Edit], page: str) -> Iterator[tuple[str, str, object]]:
    """For each edit whether it was found, missed or made up; one that is reported in two pieces was found once."""
    left, lines = list(found), page.split("\n")
    for edit in known:
        mine = [each for each in left if edit.is_it(each, lines)]
        left = [each for each in left if each not in mine]
        yield edit.kind, "found" if mine else "missed", edit
    yield from ((each.kind.value, "made up", each) for each in left)


def _within(one: str, other: str) -> bool:
    one, other = (" ".join(words(text)) for text in (one, other))
    short, long = sorted((one, other), key=len)
    return short in long and 2 * len(short) > len(long)


def engine(allowed: Sequence[str]) -> Engine:
    """The program with the terms of Example News."""
    option = f"allowed = {list(allowed)}" if allowed else ""
    library = packaged().with_own([validity.parse(PACK.format(allowed=option), "example.toml")])
    return Engine(library, wordings.default())


def report(program: Engine, original: str, copy: str) -> tuple[list[Edit], str, str]:
    """The edits on all findings of a copy, and what `no_edits` says of it."""
    shown = program.original_of(Document("original.html", original.encode(), Media.HTML))
    question = Question(original="https://news.example/2024/valley", shown=shown)
    findings = program.check(Document("copy.html", copy.encode(), Media.HTML), question).findings
    edits = [edit for finding in findings for edit in finding.edits]
    judged = next(finding for finding in findings if finding.type == "no_edits")
    return edits, judged.outcome.value, judged.message


def accuracy(rng: random.Random, copies: int, *, verbose: bool) -> dict[str, Counter[str]]:
    """How often the edits of each class were found, missed and made up."""
    counts: dict[str, Counter[str]] = {}
    program = engine(())
    for number in range(copies):
        page = article(rng)
        if number % 10 == 9:
            copy, known, language = article(rng, "de"), [Known("translated", "", "")], "de"
            copy = replace(copy, title=page.title, links=page.links)
        else:
            (copy, known), language = edited(rng, page, 18), "en"
        html = copy.html(rng.sample(HOST, 3), language)
        found, *_ = report(program, page.html(), html)
        for kind, outcome, edit in matched(known, found, html):
            counts.setdefault(kind, Counter())[outcome] += 1
            if verbose and outcome != "found":
                print(outcome, edit)
    return counts


def wrongly_forbidden(rng: random.Random, copies: int, *, verbose: bool) -> tuple[int, int]:
    """Of copies with nothing but edits that their terms allow, how many there were and how many were held to be changed."""
    allowing = {
        "typography": (),
        "house_style": ("style",),
        "time_place": ("time", "location"),
        "removed": ("length",),
        "added": ("additions",),
        "changed": ("clarity",),
    }
    count = wrong = 0
    for kind, allowed in allowing.items():
        program = engine(allowed)
        for _ in range(copies):
            page = article(rng)
            said = [
                [(_some(rng, kind, text) or text) if at % 7 == 0 else text for text in group]
                for at, group in enumerate(page.paragraphs)
            ]
            copy = replace(page, paragraphs=tuple(map(tuple, said)))
            _, outcome, message = report(program, page.html(), copy.html(rng.sample(HOST, 3)))
            count, wrong = count + 1, wrong + (outcome != "passed")
            if verbose and outcome != "passed":
                print(kind, message)
    return count, wrong


def _some(rng: random.Random, kind: str, text: str) -> str | None:
    made = [
        new for change in rng.sample(CHANGES[kind], len(CHANGES[kind])) if (new := change(rng, text)) and new != text
    ]
    return made[0] if made else None


@dataclass(frozen=True)
class Times:
    """The median times of one run in milliseconds, and how many words an article has."""

    words: int
    comparison: float
    alignment: float
    difflib: float
    exact: float
    """difflib without its short cut, which passes over the commonest words."""
    characters: float


def speed(rng: random.Random, rounds: int = 25) -> Times:
    """A whole comparison, and the alignment of its words alone beside difflib on the same words and on the same characters."""
    steps: dict[str, Callable[[list[Any]], object]] = {
        "comparison": lambda texts: compare(Text(texts[0], "en"), Text(texts[1], "en")),
        "alignment": lambda texts: runs(*texts),
        "difflib": lambda texts: _difflib(*texts),
        "exact": lambda texts: _difflib(*texts, autojunk=False),
        "characters": lambda texts: _difflib(*texts),
    }
    took: dict[str, list[float]] = {name: [] for name in steps}
    sizes = []
    for _ in range(rounds):
        page = article(rng)
        copy, _known = edited(rng, page, 18)
        texts = [[" ".join(sentences) for sentences in each.paragraphs] for each in (page, copy)]
        sizes.append(len(_words(texts[0])))
        given: dict[str, list[Any]] = {"comparison": texts, "characters": ["\n".join(each) for each in texts]}
        for name, step in steps.items():
            took[name].append(_milliseconds(step, given.get(name) or [_words(each) for each in texts]))
    return Times(round(median(sizes)), **{name: median(values) for name, values in took.items()})


def _words(texts: Sequence[str]) -> list[str]:
    return " ".join(texts).split()


def _difflib(one: Sequence[str], other: Sequence[str], *, autojunk: bool = True) -> object:
    return difflib.SequenceMatcher(None, one, other, autojunk).get_opcodes()


def _milliseconds(work: Callable[[list[Any]], object], texts: list[Any]) -> float:
    """The shortest of five times, of the processor: what else the machine does is no part of it."""

    def once() -> float:
        start = time.process_time()
        work(texts)
        return 1000 * (time.process_time() - start)

    return min(once() for _ in range(5))


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="How well the edits of made-up copies are told apart, and how fast.")
    parser.add_argument("--copies", type=int, default=60, help="how many copies are made (default: 60)")
    parser.add_argument("--seed", type=int, default=7, help="what the texts are drawn by (default: 7)")
    parser.add_argument("--verbose", action="store_true", help="prints every edit that was missed or made up")
    given = parser.parse_args()
    counts = accuracy(drawn(given.seed), given.copies, verbose=given.verbose)
    print("| class | edits | missed | made up | precision | recall | F1 |\n|---|---|---|---|---|---|---|")
    for kind in sorted(counts):
        print(_row(kind, counts[kind]))
    print(_row("all", sum(counts.values(), Counter())))
    count, wrong = wrongly_forbidden(drawn(given.seed), 20, verbose=given.verbose)
    print(f"\n{count} copies with nothing but edits that their terms allow: {wrong} held to be changed")
    took = speed(drawn(given.seed))
    print(f"{took.words} words: a comparison with its classes takes {took.comparison:.2f} ms", end="; ")
    print(f"difflib on the characters {took.characters:.1f} ms, {took.characters / took.comparison:.0f} times as long")
    print(f"the alignment of the words alone {took.alignment:.2f} ms", end="; ")
    print(f"difflib on the words {took.difflib:.1f} ms, {took.difflib / took.alignment:.0f} times as long", end="; ")
    print(f"without its short cut {took.exact:.1f} ms, {took.exact / took.alignment:.0f} times as long")


def f1(count: Counter[str]) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * count["found"] / ((2 * count["found"] + count["missed"] + count["made up"]) or 1)


def _row(kind: str, count: Counter[str]) -> str:
    found, missed, made_up = (count[key] for key in ("found", "missed", "made up"))
    precision, recall = found / ((found + made_up) or 1), found / ((found + missed) or 1)
    return f"| {kind} | {found + missed} | {missed} | {made_up} | {precision:.3f} | {recall:.3f} | {f1(count):.3f} |"


if __name__ == "__main__":
    main()
