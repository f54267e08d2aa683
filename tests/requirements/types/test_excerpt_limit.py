"""Only a part of the article may run, or an extract ends in a certain way."""

import pytest

TYPE = 'type = "excerpt_limit"\n'
PARTS = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>",
    "<p>Carts with bread stood between the apple trees at seven, and the mayor himself carried the tables up the lane.</p>",
    "<p>Nobody sold fish, because the fishmonger was still looking for his boat in the gardens on the other bank.</p>",
)
OWN = (
    "<p>Our neighbours write this today, and we think that a town by a river should have listened to its engineers.</p>"
)


def page(*parts):
    return f"<article><h1>The river rises</h1>{''.join(parts)}</article>"


ORIGINAL = page(*PARTS)

# (options, page, original, outcome, reason, a part of the message)
AMOUNTS = [
    pytest.param("max_words = 30", page(*PARTS), ORIGINAL, "failed", None, "about 61 words, where 30 may", id="words"),
    pytest.param("max_percent = 50", page(*PARTS[:2]), ORIGINAL, "failed", None, "where 50 % may", id="per cent"),
    pytest.param("max_paragraphs = 1", page(*PARTS[:2]), ORIGINAL, "failed", None, "2 paragraphs", id="paragraphs"),
    pytest.param(
        "max_words = 100\nmax_percent = 10", page(PARTS[0]), ORIGINAL, "failed", None, "10 % may", id="one limit of two"
    ),
    pytest.param(
        "max_words = 30", page(PARTS[0], OWN), None, "cant_tell", "length_unclear", "site's own", id="perhaps its own"
    ),
    pytest.param(
        "max_percent = 50", page(PARTS[0]), None, "cant_tell", "original_unavailable", "how much", id="a share of what"
    ),
    pytest.param(
        "max_paragraphs = 1", page(PARTS[0]), None, "cant_tell", "original_unavailable", "how", id="paragraphs of what"
    ),
    pytest.param(
        "max_words = 100\nmax_percent = 10",
        page(PARTS[0]),
        None,
        "cant_tell",
        "original_unavailable",
        "how much",
        id="few words, but a share of what",
    ),
    pytest.param(
        "", page(PARTS[0]), None, "cant_tell", "original_unavailable", "how much may run", id="no limit given"
    ),
    pytest.param("max_words = 30", page(PARTS[0]), None, "passed", None, "own text has 22 words", id="a short page"),
    pytest.param("max_words = 30", page(PARTS[0], OWN, OWN), ORIGINAL, "passed", None, "No more", id="its own text"),
    pytest.param("max_words = 20", page(PARTS[0]), ORIGINAL, "passed", None, "No more", id="a word or two over"),
    pytest.param("max_percent = 70", page(*PARTS[:2]), ORIGINAL, "passed", None, "No more", id="a share"),
    pytest.param("max_paragraphs = 2", page(*PARTS[:2]), ORIGINAL, "passed", None, "No more", id="two paragraphs"),
]


@pytest.mark.parametrize(("options", "copy", "original", "outcome", "reason", "says"), AMOUNTS)
def test_how_much_runs(judged, options, copy, original, outcome, reason, says):
    finding = judged(TYPE + options, copy, original)
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


WORDS = 'text = "Read the full article on {publisher}"\n'
ARTICLE = 'link = "article"\n'
LINKED = '<p><a href="https://news.example/2024/river">Read the full article on Example News</a></p>'

# (options, how the extract ends, outcome, reason, a part of the message)
ENDS = [
    pytest.param(WORDS, "", "failed", None, "“Read the full article on Example News”", id="no words"),
    pytest.param(WORDS, LINKED.replace("<p>", "<p hidden>"), "failed", None, "the words", id="hidden words"),
    pytest.param(ARTICLE, "", "failed", None, "Nothing on the page links", id="no link"),
    pytest.param(
        ARTICLE, "<p>Read the full article on Example News</p>", "failed", None, "No link", id="words unlinked"
    ),
    pytest.param(ARTICLE, LINKED.replace("2024/river", ""), "failed", None, "home page", id="a link to the home page"),
    pytest.param(
        WORDS + ARTICLE,
        LINKED.replace("Read the full article on Example News", "Go on"),
        "cant_tell",
        "worded_otherwise",
        "in words of its own",
        id="other words",
    ),
    pytest.param(
        ARTICLE,
        LINKED.replace("news.example", "mynews.example"),
        "cant_tell",
        "another_original_linked",
        "mynews.example",
        id="a look-alike host",
    ),
    pytest.param(
        'link = "home"',
        LINKED,
        "cant_tell",
        "another_page_linked",
        "not to the publisher's home page",
        id="the article where the home page is asked for",
    ),
    pytest.param(WORDS + ARTICLE, LINKED, "passed", None, "has what the terms ask for", id="words and link"),
    pytest.param(WORDS, LINKED.replace("full", "whole"), "passed", None, "has what", id="nearly the words"),
    pytest.param(ARTICLE, LINKED.replace("Read the full", "An"), "passed", None, "has what", id="a link in any words"),
    pytest.param('link = "home"', LINKED.replace("2024/river", ""), "passed", None, "has what", id="the home page"),
]


@pytest.mark.parametrize(("options", "end", "outcome", "reason", "says"), ENDS)
def test_how_an_extract_ends(judged, options, end, outcome, reason, says):
    finding = judged(TYPE + options, page(PARTS[0], end))
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


def test_an_address_in_markdown_may_become_a_link(judged):
    finding = judged(
        TYPE + ARTICLE, f"{PARTS[0][3:-4]}\n\nRead the original article: https://news.example/2024/river\n"
    )
    assert (finding.outcome, finding.reason) == ("cant_tell", "renderer_decides")


def test_a_key_of_front_matter_is_the_link(judged):
    source = f"---\noriginal_url: https://news.example/2024/river\n---\n{PARTS[0][3:-4]}\n"
    assert judged(TYPE + ARTICLE, source).outcome == "passed"


def test_what_an_extract_must_have_is_asked_before_how_long_it_is(judged):
    assert judged(TYPE + ARTICLE + "max_words = 30", page(PARTS[0])).outcome == "failed"
    assert judged(TYPE + ARTICLE + "max_words = 30", page(*PARTS, LINKED), ORIGINAL).outcome == "failed"
    assert judged(TYPE + ARTICLE + "max_words = 30", page(PARTS[0], LINKED), ORIGINAL).outcome == "passed"
