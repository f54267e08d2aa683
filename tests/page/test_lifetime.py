"""How long a page lives."""

import gc
import weakref

from checker.documents.document import Document, Media
from checker.page.read import read


def test_a_page_goes_with_its_last_user():
    gc.disable()
    try:
        page = read(
            Document(
                "page.html", b"<main itemprop='x'><p>One<p class=a>Two<div><p class=a>Three</div></main>", Media.HTML
            )
        )
        gone = weakref.ref(page)

        del page
        assert gone() is None

        steps = [each for each in gc.get_objects() if type(each).__name__ == "Step" and each.next]
        assert steps == []
    finally:
        gc.enable()
