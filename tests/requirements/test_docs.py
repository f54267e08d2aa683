"""The documentation of each requirement type: its examples come out as it says, and its options are all there are.

A page docs/requirements/<type>.md holds groups: a `toml` block with a requirement, then any number of blocks `html passed`,
`html failed`, `html cant_tell` or `html inapplicable` (or `markdown ...`). A block `html original` is the original of the
pages behind it in its group; words behind the outcome declare facts (`html passed partner=true`).
"""

import re
from pathlib import Path

import pytest

from checker import requirements

DOCS = Path(__file__).parents[2] / "docs" / "requirements"
BLOCK = re.compile(r"^```(toml|html|markdown)(?: ([a-z_]+)((?: [a-z_]+=\S+)*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
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
