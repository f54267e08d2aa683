"""Pages with findings, for all tests of what is let pass."""

import pytest

from checker.documents.document import Document, Media
from checker.engine import default
from checker.question import Question

POST = """---
title: The river rises
---
# The river rises

By Ann Writer

The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.

This article was originally published on [Global Research](#).
"""


@pytest.fixture(scope="session")
def post():
    """A copy that lacks its link and its copyright line."""
    return POST


@pytest.fixture(scope="session")
def judged():
    """Judges a text; by name, what became of it."""

    def judge(text, target="post.md", media=Media.MARKDOWN, url=None, **asked):
        return default().check(Document(target, text.encode(), media, url), Question(**asked))

    return judge


@pytest.fixture(scope="session")
def finding():
    """The finding on one requirement."""

    def find(page, name):
        return next(each for each in page.findings if each.requirement == name)

    return find
