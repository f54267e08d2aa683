"""What docs/adoption.md shows lets pass what it says."""

import re
from pathlib import Path

from checker.model import Outcome

TEXT = (Path(__file__).parents[2] / "docs" / "adoption.md").read_text("utf-8")
NAMES = {"link_to_original", "author_credit"}


def suppressed(page):
    return {each.requirement for each in page.findings if each.suppression and each.outcome is Outcome.FAILED}


def shown(language):
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)[0]


def test_comments(judged, post):
    text = post.replace("By Ann Writer\n\n", "") + "\n" + shown("html").replace("2027", "2999")
    assert suppressed(judged(text)) == {*NAMES, "copyright_line"}


def test_front_matter(judged, post):
    front = shown("yaml").replace("2027", "2999")
    text = post.replace("By Ann Writer\n\n", "").replace("---\n#", f"{front}---\n#")
    assert suppressed(judged(text)) == NAMES
