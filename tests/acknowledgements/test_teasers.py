"""On a list of a site's articles a credit is of the article that its title leads to, and not of the page."""

import pytest

from checker.acknowledgements import credit_lines
from checker.acknowledgements.teasers import Teasers
from checker.page.host import identify

CREDIT = "<p>This article was originally published on <a href=https://news.example/2024/river>Example News</a>.</p>"
TEXT = "<p>The river rose by a metre on Monday, and by noon the lower bridge was closed to all but the town's own boats.</p>"
OWN = '<meta property="og:url" content="https://blog.example/{}">'
EXTERNAL = "<a href=https://news.example/2024/river>The river</a>"


def card(title):
    return f"<article><header><h2>{title}</h2></header>{CREDIT}{TEXT}</article>"


OVER = f"<article><header>{{}}</header><div>{CREDIT}{TEXT}</div><a aria-label='post link to {{}}' href=/2024/river/></a></article>"


def linked(href):
    return f"<a href={href}>The river</a>"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (OWN.format("tags/rivers/"), f"<h1>rivers</h1>{card(linked('/2024/river/'))}", True),
        (OWN.format("tags/rivers/"), f"<h1>rivers</h1>{card(linked('https://blog.example/2024/river/'))}", True),
        ("", card(linked("/2024/river/")) + card("<a href=/2024/bread/>Bread</a>"), True),
        (OWN.format("tags/rivers/"), OVER.format("<h2>The river</h2>", "The river"), True),
        (
            OWN.format("tags/rivers/"),
            f"<article><a href=/2024/river/><h2>The river</h2></a>{CREDIT}{TEXT}</article>",
            True,
        ),
        (OWN.format("2024/river/"), card(linked("/2024/river/")), False),
        (OWN.format("2024/bread/"), OVER.format("<h1>Bread</h1>", "The river"), False),
        (OWN.format("2024/03/river.html"), card(linked("/river/")), False),
        (OWN.format("tags/rivers/"), card("The river"), False),
        (OWN.format("tags/rivers/"), card(f"On {linked('/2024/river/')}"), False),
        (OWN.format("tags/rivers/"), card(EXTERNAL), False),
        (OWN.format(""), card(linked("/2024/river/")), False),
        ("", card(linked("/2024/river/")), False),
        (OWN.format("2024/river/"), f"<h1>{linked('/')}</h1>{card('The river')}", False),
    ],
    ids=[
        "a list that says so",
        "an absolute link",
        "two titles side by side",
        "a link over it",
        "a link around its title",
        "near miss: to itself",
        "near miss: a link to what is read next",
        "near miss: to its old address",
        "near miss: no link",
        "near miss: a link in a title",
        "near miss: to another site",
        "near miss: the front page is said to be the page's address",
        "near miss: nothing says which page it is",
        "near miss: the site's name",
    ],
)
def test_a_teaser(page_of, head, body, expected):
    page = page_of(f"<html lang=en><head><title>x</title>{head}</head><body>{body}</body></html>")
    block = next(block for block in page.blocks if "originally published" in block.text)
    assert Teasers(page, identify(page)).hold(block) is expected


def test_a_credit_below_another_article_s_title_is_none(seen):
    around = f"</article><article><h2>{linked('/posts/bread/')}</h2>{CREDIT}</article><article>"
    assert seen(credit_lines.observe, top=around) == []
    assert seen(credit_lines.observe, top=around.replace("/posts/bread/", "/posts/river/"))
