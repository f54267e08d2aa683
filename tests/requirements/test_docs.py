"""The documentation of each requirement type: its examples come out as it says, and its options are all there are.

A page docs/requirements/<type>.md holds groups: a `toml` block with a requirement, then any number of blocks `html passed`,
`html failed`, `html cant_tell` or `html inapplicable` (or `markdown ...`). A block `html original` is the original of the
pages behind it in its group; words behind the outcome declare facts (`html passed partner=true`).

The table in docs/requirements/README.md is made from the pages' first sentences; REWRITE_DOCS=1 writes it anew.
"""

import os
import re
import tomllib
from pathlib import Path

import pytest

from checker import requirements
from checker.requirements.requirement import Bound
from checker.terms.library import packaged

DOCS = Path(__file__).parents[2] / "docs" / "requirements"
ASKED = dict(re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", (DOCS.parent / "packs.md").read_text("utf-8"), re.MULTILINE))
INDEX = DOCS / "README.md"
TABLE = re.compile(r"^\| type .*\Z", re.MULTILINE | re.DOTALL)
FIRST_SENTENCE = re.compile(r"\A# `\w+`\n\n(.+?[.!?])(?=\s)", re.DOTALL)
FLAGS = {Bound.WARNS: ["warns"], Bound.REMINDS: ["reminder"]}
BLOCK = re.compile(r"^```(toml|html|markdown)(?: ([a-z_]+)((?: [a-z_]+=\S+)*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MEASURED = tomllib.loads((DOCS.parents[1] / "rules" / "accuracy.toml").read_text("utf-8"))
ACCURACY = re.compile(r"\n\*\*Accuracy\.\*\* [^\n]*\n\Z")
OUTCOMES = {"passed", "failed", "cant_tell", "inapplicable"}


def examples(name):
    """The examples of a page: requirement, outcome, facts, page, original."""
    requirement, original = "", None
    for language, word, facts, content in BLOCK.findall((DOCS / f"{name}.md").read_text("utf-8")):
        if language == "toml":
            requirement, original = content, None
        elif word == "original":
            original = content
        elif word in OUTCOMES:
            yield requirement, word, facts.split(), content, original


PAGES = sorted(path.stem for path in DOCS.glob("*.md") if path.stem != "README")
EXAMPLES = [
    pytest.param(*example, id=f"{name} {number}: {example[1]}")
    for name in PAGES
    for number, example in enumerate(examples(name), 1)
]


@pytest.mark.parametrize(("requirement", "outcome", "facts", "page", "original"), EXAMPLES)
def test_an_example_comes_out_as_it_says(judged, requirement, outcome, facts, page, original):
    finding = judged(requirement, page, original, facts)
    assert finding.outcome.value == outcome, (finding.message, finding.reason)


def test_every_type_has_a_page_and_every_page_a_type():
    assert set(PAGES) == set(requirements.TYPES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_an_example_for_each_side(name):
    """A reminder has none: nothing passes it."""
    outcomes = {example[1] for example in examples(name)}
    assert outcomes == {"cant_tell"} if name in requirements.REMINDERS else {"passed"} < outcomes


@pytest.mark.parametrize("name", PAGES)
def test_a_page_lists_the_options_that_there_are(name):
    listed = set(re.findall(r"^\| `([a-z_]+)`", (DOCS / f"{name}.md").read_text("utf-8"), re.MULTILINE))
    assert listed == set(requirements.type_of(name).OPTIONS)


@pytest.mark.parametrize("name", sorted(set(requirements.TYPES) - set(requirements.REMINDERS)))
def test_the_table_of_packs_says_which_types_only_warn(name):
    assert ASKED[name].endswith("warns)") == (requirements.type_of(name).BOUND is Bound.WARNS)


def row(name):
    """A type's line in the index. Which types need the original, docs/packs.md says."""
    sentence = FIRST_SENTENCE.search((DOCS / f"{name}.md").read_text("utf-8"))[1]
    needs = ["original"] if "(original" in ASKED.get(name, "") else []
    flags = ", ".join(FLAGS.get(requirements.type_of(name).BOUND, []) + needs)
    return f"| [`{name}`]({name}.md) | {' '.join(sentence.split())} | {flags} |"


def test_the_index_has_a_line_for_each_type():
    """REWRITE_DOCS=1 writes it anew."""
    table = "\n".join(["| type | what it asks | flags |", "|---|---|---|", *map(row, requirements.TYPES)]) + "\n"
    index = INDEX.read_text("utf-8")
    if os.environ.get("REWRITE_DOCS"):
        INDEX.write_text(TABLE.sub(lambda _: table, index), "utf-8")
    assert TABLE.search(INDEX.read_text("utf-8"))[0] == table


def accuracy(name):
    """What is known of how often a type is right, as its page says it."""
    found = MEASURED[name]
    real = "Not measured on real pages: too few of them are labelled for it."
    if "precision" in found:
        real = (
            f"On {MEASURED['pages']} labelled real pages, of which {found['lacking']} lack it, {found['precision']:.0%} of its "
            f"failures are right, and {found['recall']:.0%} of what is lacking is told; the rest cannot be told."
        )
    own = f"passes {found['own_passed']} times and fails {found['own_failed']} times, as it should"
    return f"\n**Accuracy.** {real} On the project's own pages it {own}.\n"


ASKED_BY = re.compile(r"\n\*\*Asked by\*\* [^\n]*\n")


def asked_by(name):
    """The packs whose terms of today ask for a type, as its page says it."""
    packs = [
        pack for pack in packaged().profiles if any(name in demand.test.types for demand in terms_of(pack).demands)
    ]
    links = ", ".join(f"[{pack.name}](../publishers/{pack.id}.md)" for pack in packs)
    return f"\n**Asked by** {links or 'no rule pack so far'}.\n"


def terms_of(pack):
    return packaged()[pack.id].version_of()


@pytest.mark.parametrize("name", requirements.TYPES)
def test_a_page_says_which_packs_ask_for_its_type(name):
    """REWRITE_DOCS=1 writes it anew."""
    file = DOCS / f"{name}.md"
    text = file.read_text("utf-8")
    if os.environ.get("REWRITE_DOCS"):
        text = ASKED_BY.sub("", text).rstrip("\n") + "\n"
        measured = ACCURACY.search(text)
        at = measured.start() if measured else len(text)
        text = text[:at] + asked_by(name) + text[at:]
        file.write_text(text, "utf-8")
    assert asked_by(name) in text


@pytest.mark.parametrize("name", [name for name in requirements.TYPES if name not in requirements.REMINDERS])
def test_a_page_says_how_often_its_type_is_right(name):
    """REWRITE_DOCS=1 writes it anew, after benchmarks/accuracy.py --write."""
    file = DOCS / f"{name}.md"
    text = file.read_text("utf-8")
    if os.environ.get("REWRITE_DOCS"):
        text = ACCURACY.sub("", text).rstrip("\n") + "\n" + accuracy(name)
        file.write_text(text, "utf-8")
    assert text.endswith(accuracy(name))
