"""What rule packs cost: five hundred publishers more per page, and the packs that come with the program at the start.

    python benchmarks/packs.py [FOLDER] [--packs N] [--passes N]

Ratios and not seconds, because seconds say more about the machine. See benchmarks/README.md for what is in them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from itertools import product
from pathlib import Path
from random import Random
from statistics import median

from checker.documents import files
from checker.documents.document import Document
from checker.documents.files import Selection
from checker.engine import Engine, Question
from checker.terms.library import packaged
from checker.terms.pack import Notice, Profile, PublisherFacts, Source, Terms, Version
from checker.wording import wordings

_SYLLABLES = "ba de fi go lu mar nor pel quin ros sta tor ul ven wes yor zan".split()
_NOTICE_WORDS = 40
_NOTHING = "pass"
_LOAD = """
from checker.terms.library import packaged
library = packaged()
library.profiles
library["{pack}"].version_of()
"""
_IMPORT = "from checker.terms.library import packaged"


def main() -> None:
    """Measures and prints two lines."""
    parser = argparse.ArgumentParser(description="The cost of rule packs, as ratios.")
    parser.add_argument("folder", nargs="?", default="examples", help="pages, searched recursively (default: examples)")
    parser.add_argument("--packs", type=int, default=500, help="how many publishers are made up (default: 500)")
    parser.add_argument("--passes", type=int, default=9, help="how often everything is gone through (default: 9)")
    given = parser.parse_args()
    documents = [files.read(name) for name in files.expand(given.folder, Selection())]
    if not documents:
        raise SystemExit(f"{given.folder}: no page")
    print(per_page(documents, given.packs, given.passes))
    print(at_start(given.passes))


def made_up(number: int, seed: int = 0) -> list[Terms]:
    """Rule packs of publishers that do not exist, each with two names, a domain, a counter and a notice of its own."""
    chance = Random(seed)  # noqa: S311 - names, no secrets
    names = [" ".join(part.capitalize() for part in parts) for parts in product(_SYLLABLES, repeat=3)]
    return [_made_up(name, chance) for name in chance.sample(names, number)]


def _made_up(name: str, chance: Random) -> Terms:
    key = name.lower().replace(" ", "-")
    facts = PublisherFacts(
        f"{name} News",
        (f"The {name} Daily",),
        (f"{key}.example",),
        counters=(f"https://count.{key}.example/{{id}}/*",),
    )
    words = ("".join(chance.choices(_SYLLABLES, k=2)) for _ in range(_NOTICE_WORDS))
    notice = Notice("about", "statement", "en", " ".join(words))
    source = Source(f"https://{key}.example/republish", date(2026, 1, 1))
    return Terms(Profile(key, facts, (notice,)), (Version("1", source, ()),))


def per_page(documents: Sequence[Document], number: int, passes: int) -> str:
    """The time of `check` with the made-up publishers, as a ratio to the time without; both take turns, page by page."""
    few = Engine(packaged(), wordings.default())
    many = Engine(packaged().with_own(made_up(number)), wordings.default())
    for engine in (few, many):
        _seconds(engine, documents)  # wordings and regular expressions are loaded once a process
    ratios = [_seconds(many, documents) / _seconds(few, documents) for _ in range(passes)]
    noise = [_seconds(few, documents) / _seconds(few, documents) for _ in range(passes)]
    return (
        f"{len(documents)} pages, {number} publishers more, {passes} passes: check takes {_said(ratios)} times as long; "
        f"the same engine twice: {_said(noise)}"
    )


def _seconds(engine: Engine, documents: Sequence[Document]) -> float:
    start = time.perf_counter()
    for document in documents:
        engine.check(document, Question())
    return time.perf_counter() - start


def at_start(passes: int) -> str:
    """The time of a process that reads the heads of all packs and one pack whole, beside one that does nothing."""
    pack = packaged().profiles[0].id
    steps: dict[str, Callable[[], float]] = {
        "bare": lambda: _process(_NOTHING),
        "modules": lambda: _process(_IMPORT),
        "packs": lambda: _process(_LOAD.format(pack=pack)),
    }
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(passes):
        for name, step in steps.items():
            taken[name].append(step())
    own = [
        (packs - modules) / bare
        for packs, modules, bare in zip(taken["packs"], taken["modules"], taken["bare"], strict=True)
    ]
    return f"{len(packaged())} packs at hand: reading them at the start takes {_said(own)} times `python -c pass`"


def _process(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[1])
    return time.perf_counter() - start


def _said(ratios: Sequence[float]) -> str:
    return f"{median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"


if __name__ == "__main__":
    main()
