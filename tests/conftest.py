"""Helpers that many tests share. They are session fixtures, so that property tests may use them too."""

import re

import pytest
from hypothesis import settings

from checker.documents.document import Document, Media
from checker.page.read import read

settings.register_profile("suite", deadline=None, max_examples=200)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def page_of():
    """Reads a text, or bytes, as a page."""

    def make(content, media="html", *, url=None, headers=None, truncated=False):
        raw = content.encode("utf-8") if isinstance(content, str) else content
        return read(Document("page", raw, Media(media), url, headers or {}, truncated))

    return make


@pytest.fixture(scope="session")
def place_of():
    """The line and column of an offset in a text, counted without the code under test."""

    def count(text, offset):
        lines = re.sub(r"\r\n?", "\n", text[:offset]).split("\n")
        return len(lines), len(lines[-1]) + 1

    return count


@pytest.fixture(scope="session")
def words_of():
    """Every word of a page's blocks with the line and column that its evidence gives."""

    def find(page):
        for block in page.blocks:
            for match in re.finditer(r"\S+", block.text):
                found = page.text_evidence(block, match.start(), match.end())
                yield match[0], (found.line, found.column)

    return find
