"""How long what a page is read with lives: a run of thousands must not wait for the cyclic collector to let go of it."""

import gc

from checker.documents.document import Document, Media
from checker.page.read import read

LEFT = {"Step", "Steps", "_Walker", "HtmlParts", "Page"}


def test_nothing_of_a_page_outlives_its_last_user():
    content = b"<main><div class=a><div class=a><div><div><p itemprop=x>One<p>Two</p></div></div></div></div></main>"
    gc.collect()
    gc.disable()
    try:
        before = left()
        read(Document("page.html", content, Media.HTML))
        assert [each for each in left() if not any(each is other for other in before)] == []
    finally:
        gc.enable()


def left():
    """What there is of pages: fixtures of other tests may hold some."""
    return [each for each in gc.get_objects() if type(each).__name__ in LEFT]
