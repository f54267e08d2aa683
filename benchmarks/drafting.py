"""How well drafts find what terms ask for: the types that are drafted from labelled terms, against their labels.

    python benchmarks/drafting.py [FOLDER] [--held-out] [--misses]

FOLDER holds one JSON file a publisher: its name, the address of its terms, and its clauses, each with a type and its text. A third of
them, by a hash of the name, is held back: it is for measuring and not for working on.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from checker.errors import CreditlineError
from checker.terms.drafting import clauses_of

FOLDER = "../shared/terms/publishers"
NAMES = {"link_back": "link_to_original", "canonical_tag": "canonical_link", "disclaimer_notice": "fair_use_notice"}
_TEXTS = ("text", "quote", "full_text", "page_text")


@dataclass(frozen=True, slots=True)
class Case:
    """One set of terms: its name, its address, its text, and the types that people saw in it."""

    name: str
    url: str
    text: str
    types: frozenset[str]

    @property
    def held_out(self) -> bool:
        """True for the third that nobody works on."""
        return int(sha256(self.name.encode()).hexdigest(), 16) % 3 == 0


@dataclass(frozen=True, slots=True)
class Score:
    """Types found rightly, found wrongly and missed, over all cases."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def main() -> None:
    """Print the score of the cases that may be seen, or of those that are held back."""
    parser = argparse.ArgumentParser(description="The types drafted from labelled terms, against their labels.")
    parser.add_argument("folder", nargs="?", default=FOLDER, help=f"JSON files of labelled terms (default: {FOLDER})")
    parser.add_argument("--held-out", action="store_true", help="the third that is held back")
    parser.add_argument("--misses", action="store_true", help="name what is wrong and missed, case by case")
    given = parser.parse_args()
    if not Path(given.folder).is_dir():
        raise SystemExit(f"{given.folder}: no such folder; nothing was measured")
    chosen = [case for case in cases(Path(given.folder)) if case.held_out == given.held_out]
    if given.misses and not given.held_out:
        print("\n".join(_misses(chosen)))
    print(line(chosen, score(chosen)))


def cases(folder: Path) -> tuple[Case, ...]:
    """The labelled terms of a folder."""
    return tuple(_case(json.loads(file.read_text("utf-8"))) for file in sorted(folder.glob("*.json")))


def drafted(case: Case) -> frozenset[str]:
    """The types that a draft of its text has; none where it finds no terms."""
    try:
        return frozenset(clause.type for clause in clauses_of(case.text, case.url))
    except CreditlineError:
        return frozenset()


def score(chosen: Iterable[Case]) -> Score:
    """All cases counted together."""
    pairs = [(drafted(case), case.types) for case in chosen]
    return Score(
        sum(len(found & labels) for found, labels in pairs),
        sum(len(found - labels) for found, labels in pairs),
        sum(len(labels - found) for found, labels in pairs),
    )


def line(chosen: list[Case], counted: Score) -> str:
    """The score in words."""
    return (
        f"{len(chosen)} term sets: F1 {counted.f1:.3f}, precision {counted.precision:.3f}, recall {counted.recall:.3f} "
        f"({counted.right} right, {counted.wrong} wrong, {counted.missed} missed)"
    )


def _case(values: dict[str, Any]) -> Case:
    clauses = values["clauses"]
    texts = [str(values[key]) for key in _TEXTS if values.get(key)] or [clause["text"] for clause in clauses]
    heading = f"# Republishing {values['name']}"
    types = frozenset(NAMES.get(clause["type"], clause["type"]) for clause in clauses)
    url = values["terms_url"] or f"https://{(values['domains'] or ['publisher.example'])[0]}/republish"
    return Case(values["slug"], url, "\n\n".join([heading, *dict.fromkeys(texts)]), types)


def _misses(chosen: Iterable[Case]) -> Iterator[str]:
    totals: Counter[str] = Counter()
    for case in chosen:
        found = drafted(case)
        signs = sorted([*(f"+{name}" for name in found - case.types), *(f"-{name}" for name in case.types - found)])
        totals.update(signs)
        yield f"{case.name}: {' '.join(signs) or 'all right'}"
    yield ", ".join(f"{name} {count}" for name, count in totals.most_common())


if __name__ == "__main__":
    main()
