"""Whose copy a page is: told from what may tell it, and the rest of what it credits where that is wanted."""

from pathlib import Path

import pytest

from checker import acknowledgements, engine
from checker.documents.document import Document, Media
from checker.model import Kind
from checker.question import Question
from checker.terms.library import packaged
from checker.terms.recognise import recognise

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    each
    for folder in ("tests/pages", "examples")
    for each in (ROOT / folder).rglob("*")
    if each.suffix in {".html", ".md"}
)
OWN = (
    b"<html><body><main><article><h1>The river</h1><p class='byline'>By Ann Writer</p><p class='author'>Bo Reader</p>"
    b"<p>The river rose in the night and fell at noon, and the town moved its market to the hill for good.</p>"
    b"<p>This work is licensed under a <a href='https://creativecommons.org/licenses/by/4.0/'>CC BY 4.0</a> licence.</p>"
    b"</article></main></body></html>"
)


@pytest.fixture(scope="module")
def recogniser():
    """The recogniser with all that comes with the program."""
    return engine.default().recogniser


def test_authors_and_licences_make_no_page_a_copy(recogniser):
    assert len(PAGES) > 100
    for file in PAGES:
        media = Media.MARKDOWN if file.suffix == ".md" else Media.HTML
        scene = recogniser.scene(Document(str(file), file.read_bytes(), media))
        told, whole = (
            recognise(acknowledgements.Observations(scene).by(each), recogniser.directory, incomplete=False)
            for each in (acknowledgements.TELLING, acknowledgements.OBSERVERS)
        )
        assert (told.republished, told.reasons) == (whole.republished, whole.reasons), file


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        (Question(), set()),
        (Question(terms=packaged()["globalresearch"]), {Kind.AUTHOR_CREDIT, Kind.LICENSE_NOTICE}),
    ],
    ids=["its own article", "a copy, as the call says"],
)
def test_what_a_page_credits_is_told_where_somebody_says_that_it_is_a_copy(recogniser, question, kinds):
    found = recogniser.observe(Document("page.html", OWN, Media.HTML), question).found
    assert {ack.kind for ack in found} == kinds
    assert {name for ack in found for name in ack.names if ack.kind is Kind.AUTHOR_CREDIT} == (
        {"Ann Writer", "Bo Reader"} if kinds else set()
    )
