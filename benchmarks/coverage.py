"""How much of the publishers' real terms the rule packs express, clause by clause.

    python benchmarks/coverage.py [FOLDER] [--write]

FOLDER holds one JSON file a term set: `slug` and `clauses`, each with `type`, `modality` and `machine_checkable` (`page`,
`page+original`, `network` or `outside`). A clause is expressed where the pack of that name has a requirement of its type, or one
that says that it `covers` it. `--write` writes docs/coverage.md; what is not expressed, and why, stands in coverage.toml.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.terms.library import packaged
from checker.terms.pack import Terms

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "docs" / "coverage.md"
GAPS = ROOT / "benchmarks" / "coverage.toml"
FOLDER = ROOT.parent / "shared" / "terms" / "publishers"
RENAMED = {"link_back": "link_to_original", "canonical_tag": "canonical_link", "disclaimer_notice": "fair_use_notice"}
PACKS = {"global-research": "globalresearch", "creative-commons-tasl": "cc-by-4.0"}
OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of real terms: whose, of which type (by the packs' names), how strong, and whether a machine can check any of it."""

    slug: str
    type: str
    modality: str
    checkable: bool


def main() -> None:
    """Prints the figures, or writes the table."""
    parser = argparse.ArgumentParser(description="How much of real terms the rule packs express.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="JSON files, one a term set")
    parser.add_argument("--write", action="store_true", help="write docs/coverage.md")
    given = parser.parse_args()
    found = clauses(given.folder)
    if given.write:
        TABLE.write_text(table(found), "utf-8")
    print(summary(found))


def clauses(folder: Path) -> list[Clause]:
    """The clauses of all term sets, in the order of their files."""
    sets = (json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json")))
    return [_clause(terms["slug"], values) for terms in sets for values in terms["clauses"]]


def _clause(slug: str, values: Mapping[str, Any]) -> Clause:
    kind = RENAMED.get(values["type"], values["type"])
    return Clause(PACKS.get(slug, slug), kind, values["modality"], values["machine_checkable"] != OUTSIDE)


def expressed(pack: Terms | None) -> Counter[str]:
    """Which types of clauses a pack expresses in any of its versions, and how many of each."""
    most: Counter[str] = Counter()
    for version in pack.versions if pack else ():
        found = Counter(kind for demand in version.demands for kind in {*demand.test.types, *demand.covers})
        found.update(kind for gate in version.gates for kind in gate.covers)
        most |= found
    return most


def missing(found: Sequence[Clause]) -> list[Clause]:
    """The clauses that no pack expresses. One requirement may express two clauses of one type."""
    packs = packaged()
    known = {slug: expressed(packs.get(slug)) for slug in {clause.slug for clause in found}}
    return [clause for clause in found if not known[clause.slug][clause.type]]


def strengths(found: Sequence[Clause]) -> tuple[int, int]:
    """Of the expressed clauses: how many there are, and how many have a requirement of the clause's own strength."""
    agreeing = total = 0
    lost = set(missing(found))
    for clause in found:
        if clause in lost:
            continue
        total += 1
        agreeing += any(_agrees(clause, *each) for each in _strengths(packaged()[clause.slug], clause.type))
    return total, agreeing


def _strengths(pack: Terms, kind: str) -> Iterator[tuple[str, bool]]:
    for version in pack.versions:
        for demand in version.demands:
            if kind in {*demand.test.types, *demand.covers}:
                yield demand.strength.value, False
        for gate in version.gates:
            if kind in gate.covers:
                yield "", True


def _agrees(clause: Clause, strength: str, gate: bool) -> bool:
    """`must not edit` and `must leave unedited` are one strength; a gate has none of its own."""
    same = {"must_not": "must"}
    return gate or same.get(clause.modality, clause.modality) == same.get(strength, strength)


def summary(found: Sequence[Clause]) -> str:
    """The figures in one line."""
    checkable = [clause for clause in found if clause.checkable]
    lost = missing(checkable)
    total, agreeing = strengths(found)
    held = len(found) - len(missing(found))
    share = (len(checkable) - len(lost)) / len(checkable)
    return (
        f"{len({clause.slug for clause in found})} term sets, {len(found)} clauses; of {len(checkable)} that a machine can check "
        f"at least in part, {len(checkable) - len(lost)} are expressed ({share:.1%}); of all, {held} ({held / len(found):.1%}). "
        f"{agreeing} of {total} expressed clauses have a requirement of their own strength."
    )


def table(found: Sequence[Clause]) -> str:
    """docs/coverage.md."""
    lost = missing(found)
    rows = [_row(slug, found, lost) for slug in dict.fromkeys(clause.slug for clause in found)]
    reasons = {(gap["pack"], gap["type"]): gap["why"] for gap in tomllib.loads(GAPS.read_text("utf-8")).get("gap", [])}
    gaps = [_gap(clause, reasons.get((clause.slug, clause.type))) for clause in dict.fromkeys(lost)]
    return "\n".join([*_INTRODUCTION, summary(found), "", *_HEAD, *rows, "", *_GAPS_HEAD, *gaps, ""])


def _gap(clause: Clause, reason: str | None) -> str:
    checkable = "yes" if clause.checkable else "no"
    return f"| `{clause.slug}` | `{clause.type}` | {checkable} | {reason or '**no reason given**'} |"


def _row(slug: str, found: Sequence[Clause], lost: Sequence[Clause]) -> str:
    of_set = [clause for clause in found if clause.slug == slug]
    checkable = [clause for clause in of_set if clause.checkable]
    gone = [clause for clause in lost if clause.slug == slug]
    names = ", ".join(f"`{kind}`" for kind in dict.fromkeys(clause.type for clause in gone)) or ""
    held = sum(clause not in gone for clause in checkable)
    return f"| `{slug}` | {len(of_set)} | {len(checkable)} | {held} | {names} |"


_INTRODUCTION = [
    "# What the rule packs express of real terms",
    "",
    "Generated by `python benchmarks/coverage.py --write` from labelled clauses of real republication terms; a test keeps it",
    "fresh where those are at hand. A clause is expressed where its publisher's pack has a requirement, a reminder or a gate for it.",
    "",
]
_HEAD = ["| pack | clauses | checkable by machine | expressed of these | not expressed |", "|---|---|---|---|---|"]
_GAPS_HEAD = ["## What is not expressed, and why", "", "| pack | type | checkable | why |", "|---|---|---|---|"]


if __name__ == "__main__":
    main()
