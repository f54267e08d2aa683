"""Where the running text stands: what is called a sidebar on one site is the article's column on another."""

import pytest

from checker.page.page import Region

SENTENCE = (
    "The water came back in spring, stayed for nine days, and left a line on the wall of the school in the old town. "
)
TEXT = "".join(f"<p>{number}. {SENTENCE * 2}</p>" for number in range(8))
NOTE = f"<p>A note. {SENTENCE}</p>"


def region(page, word):
    return next(block for block in page.blocks if word in block.text).region


@pytest.mark.parametrize(
    "around",
    ["<div class='middle_rail'>", "<aside>", "<div class='related'>", "<nav>", "<footer>", "<header>"],
)
def test_the_text_of_a_page_is_its_article(page_of, around):
    seen = page_of(f"<html><body><div>{around}<h1>The river</h1>{TEXT}</div></body></html>")
    assert region(seen, "The river") is Region.ARTICLE
    assert region(seen, "7. The water") is Region.ARTICLE


def test_what_stands_beside_it_stays_beside_it(page_of):
    seen = page_of(
        f"<div class='rail'><div class=related>{NOTE}</div>{TEXT}</div><aside>{NOTE.replace('A note', 'One')}</aside>"
    )
    assert region(seen, "7. The water") is Region.ARTICLE
    assert region(seen, "A note") is Region.RELATED
    assert region(seen, "One") is Region.SIDEBAR


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"<article>{TEXT}</article><aside>{TEXT.replace('7.', 'Last')}</aside>", id="a long sidebar"),
        pytest.param(f"<p>{SENTENCE}</p><aside><p>Last. {SENTENCE}</p></aside>", id="a short one"),
        pytest.param(f"<div id=comments>{TEXT.replace('7.', 'Last')}</div>", id="comments without an article"),
        pytest.param(
            "<aside>" + "".join(f"<div><p>Last {n}. {SENTENCE}</p></div>" for n in range(20)) + "</aside>",
            id="many short texts, each of its own",
        ),
    ],
)
def test_no_article(page_of, markup):
    assert region(page_of(markup), "Last") is not Region.ARTICLE
