"""How well edits are told apart: articles made up from templates, copies with known edits, and what was said of them.

    python benchmarks/edits.py [--copies N] [--seed N]

It prints a table with precision, recall and F1 of each class, whether an edit that the terms allow was ever held against a copy, and the
time of a comparison beside that of difflib in the same run. See benchmarks/edits.md.
"""

from __future__ import annotations

import argparse
import difflib
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from benchmarks.articles import HOST, article, drawn
from benchmarks.changes import Known, changed, edited
from checker.documents.document import Document, Media
from checker.engine import Engine
from checker.model import Edit
from checker.original.common import runs
from checker.original.compare import Text, compare
from checker.question import Question
from checker.terms import validity
from checker.terms.library import packaged
from checker.wording import load

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
EDITS, FEW = 18, 3
"""How many edits a copy has, of its 84 sentences; and how many where hardly anything was touched, as in most copies."""


def matched(known: Sequence[Known], found: Sequence[Edit], page: str) -> Iterator[tuple[str, str, object]]:
    """For each edit whether it was found, missed or made up; one that is reported in two pieces was found once."""
    left, lines = list(found), page.split("\n")
    for edit in known:
        mine = [each for each in left if edit.is_it(each, lines)]
        left = [each for each in left if each not in mine]
        yield edit.kind, "found" if mine else "missed", edit
    yield from ((each.kind.value, "made up", each) for each in left)


def engine(allowed: Sequence[str]) -> Engine:
    """The program with the terms of Example News."""
    option = f"allowed = {list(allowed)}" if allowed else ""
    library = packaged().with_own([validity.parse(PACK.format(allowed=option), "example.toml")])
    return Engine(library, load.default())


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
            (copy, known), language = edited(rng, page, EDITS), "en"
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
                [(changed(rng, kind, text) or text) if at % 7 == 0 else text for text in group]
                for at, group in enumerate(page.paragraphs)
            ]
            copy = replace(page, paragraphs=tuple(map(tuple, said)))
            _, outcome, message = report(program, page.html(), copy.html(rng.sample(HOST, 3)))
            count, wrong = count + 1, wrong + (outcome != "passed")
            if verbose and outcome != "passed":
                print(kind, message)
    return count, wrong


@dataclass(frozen=True)
class Times:
    """The median times of one run in milliseconds, and how many words an article has."""

    words: int
    comparison: float
    """All that is said of a copy: its sentences, its words, every difference with its class and its place."""
    characters: float
    """difflib on the same texts as they stand, a character at a time."""
    alignment: float
    """The alignment of the words alone, which are given."""
    difflib: float
    """difflib on the same words."""
    exact: float
    """difflib on them without its short cut, which passes over the commonest."""


def speed(rng: random.Random, count: int, rounds: int = 25) -> Times:
    """A whole comparison with a copy that has about so many edits, and the alignment of its words alone, beside difflib on the same."""
    steps: dict[str, Callable[[list[Any]], object]] = {
        "comparison": lambda texts: compare(Text(texts[0], "en"), Text(texts[1], "en")),
        "characters": lambda texts: _difflib(*texts),
        "alignment": lambda texts: runs(*texts),
        "difflib": lambda texts: _difflib(*texts),
        "exact": lambda texts: _difflib(*texts, autojunk=False),
    }
    took: dict[str, list[float]] = {name: [] for name in steps}
    sizes = []
    for _ in range(rounds):
        page = article(rng)
        copy, _known = edited(rng, page, count)
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
    for edits in (EDITS, FEW):
        _print(edits, speed(drawn(given.seed), edits))


def _print(edits: int, took: Times) -> None:
    print(
        f"\n{took.words} words, about {edits} edits: a comparison with its classes takes {took.comparison:.2f} ms",
        end="; ",
    )
    print(f"difflib on the characters {took.characters:.1f} ms, {took.characters / took.comparison:.1f} times as long")
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
