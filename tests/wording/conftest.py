"""Blocks of text to look for wordings in."""

from html import escape

import pytest

from checker.documents.document import Document, Media
from checker.page.read import read


@pytest.fixture(scope="session")
def blocks_of():
    """The blocks of an article that says a text, each line of it a paragraph of its own."""

    def make(text):
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
        return read(Document("page.html", f"<article>{paragraphs}</article>".encode(), Media.HTML)).blocks

    return make
