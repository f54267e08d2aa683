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


TITLED = "<html><head><title>The river comes back | Riverside Post</title></head><body>{}<p>Riverside Post, Mill Street 1</p></body></html>"
POST = (
    "<div class='post'><header><h1>The river comes back</h1><p>Ann Writer</p></header>{lead}<div>" + TEXT + "</div>"
    "<footer><p>From Example News</p></footer></div>"
)


def test_the_head_and_the_foot_of_an_article_are_parts_of_it(page_of):
    seen = page_of(TITLED.format(POST.format(lead="")))
    assert {region(seen, "Ann Writer"), region(seen, "Example News")} == {Region.ARTICLE}


def test_a_lead_is_no_teaser(page_of):
    teaser = f"<p class='teaser'>The lead. {SENTENCE}</p>"
    assert region(page_of(TITLED.format(POST.format(lead=teaser))), "The lead") is Region.ARTICLE
    linked = teaser.replace("The lead", "<a href='/next'>The lead</a>")
    assert region(page_of(TITLED.format(POST.format(lead=linked))), "The lead") is Region.RELATED


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            TITLED.replace("<p>Riverside Post, Mill Street 1</p>", "").format(POST), id="the whole page's foot"
        ),
        pytest.param(
            TITLED.replace("The river comes back", "Rivers").format(POST), id="below a heading that is not the title"
        ),
        pytest.param(
            TITLED.format(POST.replace("<footer>", "<div class='related'>A</div>" * 9 + "<footer>")), id="far below"
        ),
        pytest.param(
            TITLED.format(f"<div><h1>The river comes back</h1>{TEXT}</div><footer>Example News</footer>"), id="beside"
        ),
    ],
)
def test_the_foot_of_the_site_is_no_part_of_the_article(page_of, page):
    assert region(page_of(page.replace("{lead}", "")), "Example News") is Region.FOOTER


def test_a_foot_right_behind_the_text_is_its_own_where_more_follows(page_of):
    page = f"<div>{TEXT}</div><p class='copyright'>© Example Wire</p>" + "{}" + "<p class='footer'>Riverside Post</p>"
    assert region(page_of(page.format("<p>Share</p><p>Print</p><p>A comment</p>")), "Example Wire") is Region.ARTICLE
    assert region(page_of(page.format("")), "Example Wire") is Region.FOOTER


def test_a_short_text_below_the_title_is_the_article_wherever_they_stand(page_of):
    text = "".join(f"<p>{number}. {SENTENCE}</p>" for number in range(4))
    column = "<div id='left-column'><h1>{}</h1>" + text + "</div>"
    page = TITLED.format(column + "<p>Note</p>" + "<p>About us</p>")
    assert region(page_of(page.format("The river comes back")), "3. The water") is Region.ARTICLE
    assert region(page_of(page.format("Rivers of the world")), "3. The water") is Region.SIDEBAR
