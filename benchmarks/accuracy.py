"""How often the tool is right on pages that people labelled: what a page carries, whose it is, and what it is told to lack.

    python benchmarks/accuracy.py [MANIFEST] [--misses] [--unclassed] [--floors NAME] [--write]

MANIFEST (default: benchmarks/pages.jsonl) has one JSON object a line: `file` (from the manifest's own folder), `kind` (`republished` or
`not_republished`), `publisher`, `publisher_domain`, and `labels`: for each acknowledgement `{"present": true | false | null}`. A null is
not scored. Adding a page is adding a file and a line. It ends with 1 where a figure is below its floor in accuracy.toml (`[NAME]`;
`pages` for the default manifest). `--unclassed` takes the classes and ids off the HTML, which no reader sees; `--write` writes the
requirements' figures to rules/accuracy.toml.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from checker import engine, trial
from checker.documents import files
from checker.documents.document import Document, Media
from checker.engine import Engine
from checker.model import Outcome, PageReport, Publisher
from checker.page import address
from checker.page.host import name_key
from checker.question import Question
from checker.requirements import TYPES
from checker.terms import validity
from checker.terms.library import packaged

HERE = Path(__file__).parent
PAGES = HERE / "pages.jsonl"
FLOORS = HERE / "accuracy.toml"
MEASURED = HERE.parent / "rules" / "accuracy.toml"
_NAMES = re.compile(rb"""(<[a-z][^<>]*?)\s(?:class|id)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE)
LABELS = {
    "source_attribution": "source_attribution",
    "author_credit": "author_credit",
    "link_to_original_article": "link_to_original",
    "copyright_line": "copyright_line",
    "license_notice": "license_notice",
    "fair_use_or_disclaimer": "fair_use_notice",
    "page_counter_pixel": "page_counter",
    "canonical_to_original": "canonical_link",
    "permission_statement": "permission_statement",
}
"""What a label is called, and what the acknowledgement is called that it labels."""
JUDGED = (
    "source_attribution", "author_credit", "link_to_original", "copyright_line", "license_notice", "canonical_link",
)  # fmt: skip
"""The requirement types that a label alone decides: such a requirement fails rightly where its acknowledgement is labelled absent."""


@dataclass(slots=True)
class Tally:
    """Counts of one question: right and wrong yes, missed yes."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    untold: int = 0

    def add(self, truth: bool, guess: bool) -> bool:
        """Count one answer; True where it is right."""
        self.right += truth and guess
        self.wrong += guess and not truth
        self.missed += truth and not guess
        return truth == guess

    @property
    def precision(self) -> float:
        """The share of yeses that are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


@dataclass(slots=True)
class Score:
    """All that was counted, and what was wrong in words."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in LABELS.values()})
    failed: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in JUDGED})
    republished: Tally = field(default_factory=Tally)
    publisher: Tally = field(default_factory=Tally)
    misses: list[str] = field(default_factory=list)

    @property
    def macro_f1(self) -> float:
        """The mean of the kinds' F1."""
        return sum(tally.f1 for tally in self.kinds.values()) / len(self.kinds)

    @property
    def failed_precision(self) -> float:
        """The share of all failed findings that are right."""
        right, wrong = (sum(getattr(tally, name) for tally in self.failed.values()) for name in ("right", "wrong"))
        return right / max(1, right + wrong)

    def figures(self) -> dict[str, float]:
        """The figures that have floors."""
        return {
            "macro_f1": self.macro_f1,
            "lowest_f1": min(tally.f1 for tally in self.kinds.values()),
            "republished_f1": self.republished.f1,
            "publisher": self.publisher.recall,
            "failed_precision": self.failed_precision,
        }


def main() -> None:
    """Print the tables; end with 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description="Accuracy on labelled pages.")
    parser.add_argument(
        "manifest", nargs="?", type=Path, default=PAGES, help="labelled pages (default: the project's own)"
    )
    parser.add_argument("--misses", action="store_true", help="name every page and question that was answered wrongly")
    parser.add_argument("--unclassed", action="store_true", help="take the classes and ids off the HTML")
    parser.add_argument("--floors", default="pages", help="the table of accuracy.toml to hold the figures against")
    parser.add_argument("--write", action="store_true", help=f"write the requirements' figures to {MEASURED.name}")
    given = parser.parse_args()
    rows = read(given.manifest)
    counted = score(rows, given.manifest.parent, unclassed=given.unclassed)
    print("\n".join([*(counted.misses if given.misses else ()), *table(rows, counted)]))
    if given.write:
        MEASURED.write_text("\n".join(measured(rows, counted)) + "\n", "utf-8")
    floors = tomllib.loads(FLOORS.read_text("utf-8")).get(given.floors, {})
    below = [
        f"{name} {value:.3f} < {floors[name]}"
        for name, value in counted.figures().items()
        if value < floors.get(name, 0)
    ]
    raise SystemExit("below the floor: " + ", ".join(below) if below else 0)


def read(manifest: Path) -> list[dict[str, Any]]:
    """The rows of a manifest."""
    return [json.loads(line) for line in manifest.read_text("utf-8").splitlines() if line.strip()]


def _unclassed(document: Document) -> Document:
    """A page without the names that its site's style sheets go by: what they tell of its parts, other sites' do not."""
    if document.media is not Media.HTML:
        return document
    content, found = document.content, 1
    while found:
        content, found = _NAMES.subn(rb"\1", content)
    return replace(document, content=content)


def score(rows: Iterable[Mapping[str, Any]], folder: Path, *, unclassed: bool = False) -> Score:
    """Every row's page, inspected and judged; with `unclassed` without its classes and ids."""
    counted, judge = Score(), engine.default()
    for row in rows:
        document = files.read(str(folder / row["file"]))
        document = _unclassed(document) if unclassed else document
        seen = judge.inspect(document)
        _count_seen(counted, row, seen)
        # A page that is not taken for a copy is told nothing.
        if seen.recognition.republished:
            _count_failed(counted, row, _judged(judge, document))
    return counted


def _count_seen(counted: Score, row: Mapping[str, Any], report: PageReport) -> None:
    truth = row["kind"] == "republished"
    if not counted.republished.add(truth, bool(report.recognition.republished)):
        counted.misses.append(f"{row['file']}: republished is {report.recognition.republished}")
    if truth and row.get("publisher") and not counted.publisher.add(True, _is(report.recognition.publisher, row)):
        counted.misses.append(f"{row['file']}: publisher is {report.recognition.publisher}, not {row['publisher']}")
    usable = {ack.kind.value for ack in report.acknowledgements if ack.usable}
    for kind, present in _labels(row):
        if not counted.kinds[kind].add(present, kind in usable):
            counted.misses.append(f"{row['file']}: {kind} is {'missed' if present else 'false'}")


def _count_failed(counted: Score, row: Mapping[str, Any], report: PageReport) -> None:
    outcomes = {finding.requirement: finding for finding in report.findings}
    for kind, present in _labels(row):
        if kind in outcomes:
            finding = outcomes[kind]
            counted.failed[kind].untold += finding.outcome is Outcome.CANT_TELL
            counted.failed[kind].add(not present, finding.outcome is Outcome.FAILED)
            if present and finding.outcome is Outcome.FAILED:
                counted.misses.append(f"{row['file']}: {kind} fails: {finding.message}")


def _labels(row: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    for label, kind in LABELS.items():
        present = (row["labels"].get(label) or {}).get("present")
        if present is not None:
            yield kind, present


def _judged(judge: Engine, document: Any) -> PageReport:
    """The page judged by terms that ask for everything that is labelled."""
    asked = "".join(
        f'[[version.requirement]]\ntype = "{name}"\nstrength = "must"\nclause = "It is there."\n' for name in JUDGED
    )
    pack = f'id = "everything"\n[[version]]\nid = "1"\nsource = {{ url = "https://terms.example/", read = "2026-01-01" }}\n{asked}'
    terms = validity.parse(pack, "everything.toml")
    library = packaged().with_own([terms])
    return judge.check(document, Question(library["everything"]))


def _is(found: Publisher | None, row: Mapping[str, Any]) -> bool:
    """True where the domain or the name is the labelled one."""
    if found is None:
        return False
    at = address.parse(f"http://{row.get('publisher_domain') or ''}")
    if found.domain and at and (address.is_within(found.domain, at.host) or address.is_within(at.host, found.domain)):
        return True
    return bool(found.name) and name_key(found.name or "") == name_key(row["publisher"])


def table(rows: Sequence[Mapping[str, Any]], counted: Score) -> Iterator[str]:
    """The figures, as Markdown."""
    copies = sum(row["kind"] == "republished" for row in rows)
    yield f"{len(rows)} pages, {copies} of them copies"
    yield from ("", "| acknowledgement | with it | precision | recall | F1 |", "|---|---|---|---|---|")
    for kind, tally in [*counted.kinds.items(), ("republished", counted.republished)]:
        yield f"| `{kind}` | {tally.right + tally.missed} | {tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} |"
    yield from ("", "| requirement | lacking | precision of failed | recall | cannot tell |", "|---|---|---|---|---|")
    for name, tally in counted.failed.items():
        yield f"| `{name}` | {tally.right + tally.missed} | {tally.precision:.3f} | {tally.recall:.3f} | {tally.untold} |"
    yield from ("", ", ".join(f"{name} {value:.3f}" for name, value in counted.figures().items()))


def measured(rows: Sequence[Mapping[str, Any]], counted: Score) -> Iterator[str]:
    """The requirements' figures as TOML, for their documentation and their reports."""
    yield "# Generated by benchmarks/accuracy.py --write. `precision`: the share of failed findings that are right, on labelled real pages;"
    yield "# `recall`: the share of what is lacking that is told. `own_*`: on the project's own pages, all of which come out right."
    yield f"pages = {len(rows)}"
    own = _own()
    for name in sorted({*own, *counted.failed}):
        yield from ("", f"[{name}]", f"own_passed = {own[name]['passed']}", f"own_failed = {own[name]['failed']}")
        if tally := counted.failed.get(name):
            yield from (f"precision = {tally.precision:.2f}", f"recall = {tally.recall:.2f}")
            yield f"lacking = {tally.right + tally.missed}"


def _own() -> Mapping[str, Counter[str]]:
    """How often each type of requirement passes and fails on the project's own pages."""
    outcomes: dict[str, Counter[str]] = {name: Counter() for name in TYPES}
    library = packaged()
    for folder in trial.cases(HERE.parent / "tests" / "pages"):
        for finding in trial.run(folder, engine.of(library), library).report.findings:
            for name in (finding.type or finding.requirement).split("+"):
                if name in outcomes:
                    outcomes[name][finding.outcome.value] += 1
    return outcomes


if __name__ == "__main__":
    main()
