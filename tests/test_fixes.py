"""Every example page, mended: what fix says it did is so, a second run has nothing to do, and nothing else changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from checker.credit.fixing import Wish, fix
from checker.documents import files
from checker.documents.files import Selection
from checker.engine import default
from checker.model import Outcome
from checker.question import Question

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(files.expand(str(ROOT / "examples"), Selection()))
URL = "https://www.globalresearch.ca/us-nato-wants-drag-belarus-war-ukraine/5805670"


@pytest.mark.parametrize("original", [None, URL], ids=["as it is", "with its original"])
@pytest.mark.parametrize("name", EXAMPLES, ids=[Path(name).name for name in EXAMPLES])
def test_an_example(name, original):
    document = files.read(name)
    if original and default().check(document, Question()).recognition.republished is False:
        pytest.skip("nobody's copy")
    wish = Wish(Question(original=original))
    fixed = fix(default(), document, wish)
    after = replace(document, content=fixed.content)
    passed = {
        each.requirement for each in default().check(after, wish.question).findings if each.outcome is Outcome.PASSED
    }
    assert {each.requirement for each in fixed.insertions} <= passed
    assert not fix(default(), after, wish).changed
    assert _without(fixed) == document.content.decode().split()


def _without(fixed):
    """The words of the new source but for those that were put in."""
    text = fixed.content.decode()
    for each in fixed.insertions:
        text = text.replace(each.text, "", 1)
    return text.split()
