"""Where nobody knows whose copy a page is, a link of its own line may lead to the original."""

import pytest

from checker.documents.document import Document, Media
from checker.engine import Engine
from checker.model import Outcome, Publisher
from checker.requirements.types.link_to_original import LinkToOriginal
from checker.requirements.types.source_attribution import SourceAttribution
from checker.terms.library import packaged
from checker.wording import load

NOBODY = Publisher(None, None, None)
TEXT = "<p>The river rose in the night and fell at noon, and the town moved its market to the hill.</p>"
ELSEWHERE = "https://news.example/2024/river"


@pytest.fixture(scope="module")
def of_page(case):
    """The case of a page that nobody is known to have published first."""
    engine = Engine(packaged(), load.default())

    def make(below, *found):
        source = f"<article><h1>The river</h1>{TEXT}{below}</article>".encode()
        scene = engine.recogniser.scene(Document("page.html", source, Media.HTML))
        return case(*found, publisher=NOBODY, names=(), domains=(), scene=scene)

    return make


@pytest.mark.parametrize(
    ("below", "outcome"),
    [
        (f'<p><a href="{ELSEWHERE}">Example Trade News</a></p>', Outcome.CANT_TELL),
        (f'<p>Seen by all who <a href="{ELSEWHERE}">were there</a> in the morning.</p>', Outcome.CANT_TELL),
        ('<p><a href="https://news.example/">Example Trade News</a></p>', Outcome.FAILED),
        ("<p>Example Trade News</p>", Outcome.FAILED),
    ],
    ids=["alone", "in a sentence", "a home page", "no link"],
)
def test_a_link_alone_may_be_the_source_and_the_original(of_page, below, outcome):
    asked = of_page(below)
    assert SourceAttribution().judge(asked).outcome is outcome
    assert LinkToOriginal().judge(asked).outcome is outcome


def test_a_link_on_whoever_wrote_it_is_not_the_original(of_page, ack):
    line = f'<p>By <a href="{ELSEWHERE}">Ann Writer</a></p>'
    block = next(block for block in of_page(line).scene.article if "Ann" in block.text)
    asked = of_page(line, ack("author_credit", "Ann Writer", at=(block.index, 0)))
    assert LinkToOriginal().judge(asked).outcome is Outcome.FAILED


def test_where_the_publisher_is_known_another_site_is_not_the_original(of_page, case):
    scene = of_page('<p><a href="https://other.example/2024/river">Other News</a></p>').scene
    assert LinkToOriginal().judge(case(scene=scene)).outcome is Outcome.FAILED
    assert SourceAttribution().judge(case(scene=scene)).outcome is Outcome.FAILED
