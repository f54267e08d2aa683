"""What rule packs cost: five hundred publishers more per page, and the packs that come with the program at the start.

    python benchmarks/packs.py [FOLDER] [--packs N] [--passes N]

Ratios and not seconds, because seconds say more about the machine. See benchmarks/README.md for what is in them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path
from random import Random

from benchmarks import pages
from benchmarks.figures import Figure, in_turns, over_all, ratios, told
from checker.documents import files
from checker.documents.document import Document
from checker.documents.files import Selection
from checker.engine import Engine
from checker.question import Question
from checker.terms.library import packaged
from checker.terms.pack import Notice, Profile, PublisherFacts, Source, Terms, Version
from checker.wording import load

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
    """Measures and prints a line each."""
    parser = argparse.ArgumentParser(description="The cost of rule packs, as ratios.")
    parser.add_argument("folder", nargs="?", default="examples", help="pages, searched recursively (default: examples)")
    parser.add_argument("--packs", type=int, default=500, help="how many publishers are made up (default: 500)")
    parser.add_argument("--passes", type=int, default=9, help="how often everything is gone through (default: 9)")
    given = parser.parse_args()
    documents = [files.read(name) for name in files.expand(given.folder, Selection())]
    if not documents:
        raise SystemExit(f"{given.folder}: no page")
    told(measure(documents, given.packs, given.passes))


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


def measure(documents: Sequence[Document], number: int, passes: int) -> tuple[Figure, ...]:
    """What publishers more cost per page, beside the same engine twice; and what the packs at hand cost at the start."""
    return (*per_page(documents, number, passes), at_start(passes))


def per_page(documents: Sequence[Document], number: int, passes: int) -> tuple[Figure, Figure]:
    """The time of `check` with the made-up publishers, as a ratio to the time without; and the noise of such a ratio."""
    few = Engine(packaged(), load.default())
    many = Engine(packaged().with_own(made_up(number)), load.default())
    steps = {
        "few": lambda page: few.check(page, Question()),
        "many": lambda page: many.check(page, Question()),
        "again": lambda page: few.check(page, Question()),
    }
    taken = over_all(steps, documents, passes)
    said = f"{pages.counted(documents)}, processor time"
    unit = "times a check with those at hand"
    return (
        Figure(f"A check with {number} publishers more", unit, ratios(taken, "many", "few"), None, said),
        Figure("The same check again", unit, ratios(taken, "again", "few"), None, said),
    )


def at_start(passes: int) -> Figure:
    """The time of a process that reads the heads of all packs and one pack whole, beside one that does nothing."""
    pack = packaged().profiles[0].id
    codes = {"bare": _NOTHING, "modules": _IMPORT, "packs": _LOAD.format(pack=pack)}
    steps = {name: partial(_process, code) for name, code in codes.items()}
    taken = in_turns(steps, passes, time.perf_counter)
    own = [packs - modules for packs, modules in zip(taken["packs"], taken["modules"], strict=True)]
    values = ratios({**taken, "own": own}, "own", "bare")
    return Figure(
        f"Reading {len(packaged())} packs at the start", "times `python -c pass`", values, None, "by the clock"
    )


def _process(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[1])


if __name__ == "__main__":
    main()
