"""What `creditline fix` mends on pages that people labelled, and whether it leaves all else as it is.

    python benchmarks/fix.py [MANIFEST] [--misses]

MANIFEST (default: benchmarks/pages.jsonl, and all of examples/ and tests/pages/) is that of accuracy.py. Each page is mended twice: as it
is, and with an original and an author in the call. Where the label does not tell the original's address, one is made up on the publisher's
site, and the author is always made up: what is measured is the writing. It ends with 1 where a page is not mended as it must be.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from checker import engine
from checker.credit.fixing import Fixed, Wish, fix
from checker.documents import files
from checker.documents.files import Selection
from checker.engine import Engine
from checker.model import Kind, Outcome
from checker.page.decoding import decode
from checker.question import Question

HERE = Path(__file__).parent
PAGES = HERE / "pages.jsonl"
OWN = (HERE.parent / "examples", HERE.parent / "tests" / "pages")
AUTHOR = "Ann Writer"


@dataclass(slots=True)
class Tally:
    """Counts of one way of asking."""

    pages: int = 0
    wanting: int = 0
    changed: int = 0
    fixed: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The figures in words."""
        yield f"pages: {self.pages}, with something wanting: {self.wanting}, changed: {self.changed}"
        yield f"findings mended: {self.fixed.total()} ({_counts(self.fixed)})"
        yield f"findings refused: {self.refused.total()} ({_counts(self.refused)})"
        yield f"pages that are not idempotent, not minimal, or not mended where it says so: {len(self.wrong)}"


def main() -> int:
    """Prints the figures of both ways."""
    options = _options()
    checker = engine.default()
    tallies = {"what the page tells alone": Tally(), "with an original and an author": Tally()}
    for target, label in _pages(options.manifest):
        for tally, questions in zip(tallies.values(), (None, label), strict=True):
            _measure(checker, target, questions, tally)
    for name, tally in tallies.items():
        print(f"{name}:", *tally.lines(), sep="\n  ")
        if options.misses:
            print(*(f"    {each}" for each in tally.wrong), sep="\n")
    return any(tally.wrong for tally in tallies.values())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("manifest", nargs="?", type=Path)
    parser.add_argument("--misses", action="store_true", help="names the pages that are not mended as they must be")
    return parser.parse_args()


def _pages(manifest: Path | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each page once, with what its label tells."""
    listed = manifest or PAGES
    labels = {
        (listed.parent / label["file"]).resolve(): label for label in map(json.loads, listed.open(encoding="utf-8"))
    }
    others = [] if manifest else [Path(name) for folder in OWN for name in files.expand(str(folder), Selection())]
    for page in dict.fromkeys([*labels, *(other.resolve() for other in others)]):
        yield str(page), labels.get(page, {})


def _measure(checker: Engine, target: str, label: dict[str, Any] | None, tally: Tally) -> None:
    document = files.read(target)
    wish = Wish(Question() if label is None else _question(checker, target, label))
    fixed = fix(checker, document, wish)
    before = checker.check(document, wish.question)
    tally.pages += 1
    tally.wanting += any(finding.outcome is Outcome.FAILED for finding in before.findings)
    tally.changed += fixed.changed
    tally.fixed.update(each.requirement for each in fixed.insertions)
    tally.refused.update(each.reason for each in fixed.refusals)
    tally.wrong += [f"{target}: {fault}" for fault in _faults(checker, fixed, wish)]


def _question(checker: Engine, target: str, label: dict[str, Any]) -> Question:
    report = checker.check(files.read(target), Question())
    publisher = report.recognition.publisher
    site = (publisher.domain if publisher else None) or label.get("publisher_domain")
    known = label.get("original_url") or report.article.url
    url = known or (f"https://{site}/2024/05/01/{_slug(report.article.title)}" if site else None)
    named = any(ack.kind is Kind.AUTHOR_CREDIT for ack in report.acknowledgements)
    return Question(original=url if report.recognition.republished else None, authors=() if named else (AUTHOR,))


def _slug(title: str | None) -> str:
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in (title or "").lower()).split()
    return "-".join([*words[:8], "river-story"])


def _faults(checker: Engine, fixed: Fixed, wish: Wish) -> Iterator[str]:
    """What is wrong with a mended page: judged afresh from its bytes, beside the bytes that it had."""
    document = replace(fixed.document, content=fixed.content)
    passed = {
        each.requirement for each in checker.check(document, wish.question).findings if each.outcome is Outcome.PASSED
    }
    if claimed := [each.requirement for each in fixed.insertions if each.requirement not in passed]:
        yield f"not mended: {', '.join(claimed)}"
    again = fix(checker, document, wish)
    if again.changed:
        yield f"a second run changes it: {', '.join(each.requirement for each in again.insertions)}"
    if not _only_inserted(fixed):
        yield "more than insertions"


def _only_inserted(fixed: Fixed) -> bool:
    """True where the new bytes are the old ones, but for so many insertions as are told, on lines of their own or in a line.

    A value of an attribute or a dead address may be another one.
    """
    lines = [content.splitlines(keepends=True) for content in (fixed.document.content, fixed.content)]
    changes = [code for code in SequenceMatcher(None, *lines, autojunk=False).get_opcodes() if code[0] != "equal"]
    parts = [(b"".join(lines[0][a:b]), b"".join(lines[1][c:d])) for _, a, b, c, d in changes]
    replaced = [each for each in fixed.insertions if each.place.startswith("in the") and "front" not in each.place]
    lost = [old for old, new in parts if _rest(old, new) and _without(new, fixed) != old]
    return len(parts) <= len(fixed.insertions) and len(lost) <= len(replaced)


def _without(new: bytes, fixed: Fixed) -> bytes:
    """A line without all that was put into it: several things may stand in one."""
    encoding = decode(fixed.document.content).encoding
    for each in fixed.insertions:
        new = new.replace(each.text.encode(encoding, "xmlcharrefreplace"), b"", 1)
    return new


def _rest(old: bytes, new: bytes) -> bytes:
    """What of the old bytes is gone, between a common beginning and a common end."""
    same = next(
        (at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), min(len(old), len(new))
    )
    old, new = old[same:], new[same:]
    end = next((at for at, (one, two) in enumerate(zip(old[::-1], new[::-1], strict=False)) if one != two), len(old))
    return old[: len(old) - min(end, len(new))]


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common()) or "none"


if __name__ == "__main__":
    sys.exit(main())
