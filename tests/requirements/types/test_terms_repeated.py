"""The terms travel with the copy, as a link or in words."""

import pytest

from checker.model import Outcome
from checker.requirements.types.terms_repeated import TermsRepeated

ASKS = 'type = "terms_repeated"'
TERMS = "You may run this story for free if you name Example News, link to it, and change nothing."
WORDED = f'{ASKS}\ntext = "{TERMS}"'
URL = "https://news.example/republish"
TEXT = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>"
)
PAGE = f"<article><h1>The river</h1><p>By Ann Writer</p>{TEXT}%s</article>"
LINK = f'<p><a href="{URL}">Terms</a></p>'

NOT_LINKED = [
    pytest.param('<p><a href="https://mynews.example/republish">Terms</a></p>', id="a look-alike host"),
    pytest.param(f'<p><a href="{URL}/questions">Terms</a></p>', id="a page below"),
    pytest.param('<p><a href="https://news.example/">Terms</a></p>', id="the home page"),
    pytest.param(f"<p>{URL}</p>", id="an address without a link"),
    pytest.param(f'<p style="display:none"><a href="{URL}">Terms</a></p>', id="hidden"),
    pytest.param(f'<p><a href="{URL}"></a></p>', id="a link with nothing to click"),
    pytest.param(f'</article><section class="comments"><a href="{URL}">Terms</a></section>', id="in the comments"),
    pytest.param(f"<p>{TERMS}</p>", id="in words that the pack does not know"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("more", NOT_LINKED)
def test_without_a_link_nobody_knows_which_words_would_do(judged, more):
    finding = judged(ASKS, PAGE % more)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "terms_not_linked")
    assert URL in finding.fix.html


LINKED = [
    pytest.param(LINK, id="words"),
    pytest.param(
        '<p><a href="http://www.news.example/republish/?utm_source=copy#rules">Terms</a></p>',
        id="another view of the page",
    ),
    pytest.param(f'<p><a href="{URL}"><img src="terms.png" alt="Terms"></a></p>', id="a picture"),
]


@pytest.mark.parametrize("asks", [ASKS, WORDED], ids=["without a text", "with a text"])
@pytest.mark.parametrize("more", LINKED)
def test_a_link_to_the_terms_repeats_them(judged, more, asks):
    finding = judged(asks, PAGE % more)
    assert finding.outcome is Outcome.PASSED
    assert "republish" in finding.evidence[0].href


UNWORDED = [
    pytest.param("<p>You may run this story for free.</p>", "does not repeat", id="the first words alone"),
    pytest.param(
        "<p>Example News links to a story: may you name it and change nothing, for free?</p>",
        "does not repeat",
        id="its words in another order",
    ),
    pytest.param(f"<p hidden>{TERMS}</p>", "hidden by its markup (line 1", id="hidden"),
    pytest.param(f"<!-- {TERMS} -->", "inside an HTML comment", id="in a comment"),
    pytest.param(
        f'</article><section class="comments"><p>{TERMS}</p></section>', "does not repeat", id="in a reader's comment"
    ),
    pytest.param("", "does not repeat", id="nothing"),
]


@pytest.mark.parametrize(("more", "says"), UNWORDED)
def test_neither_the_words_nor_a_link(judged, more, says):
    finding = judged(WORDED, PAGE % more)
    assert (finding.outcome, finding.reason) == (Outcome.FAILED, None)
    assert says in finding.message
    assert "change nothing" in finding.fix.markdown


WORDS = [
    pytest.param(f"<p>{TERMS}</p>", id="word for word"),
    pytest.param(
        "<p>You may run this story free if you name the “Example News”, link to it and change nothing</p>",
        id="changed a little",
    ),
    pytest.param(
        "<p>You may run this story for free</p><ul><li>if you name Example News,</li><li>link to it,</li><li>and change nothing.</li></ul>",
        id="as a list",
    ),
    pytest.param(f"</article><footer><p>{TERMS}</p></footer>", id="in the footer"),
    pytest.param(f"<p hidden>{TERMS}</p><p>{TERMS}</p>", id="hidden once, and shown once"),
]


@pytest.mark.parametrize("more", WORDS)
def test_the_terms_in_words(judged, more):
    assert judged(WORDED, PAGE % more).outcome is Outcome.PASSED


def test_terms_without_an_address_are_linked_nowhere(case):
    verdict = TermsRepeated().judge(case())
    assert (verdict.outcome, verdict.reason, verdict.fix) == (Outcome.CANT_TELL, "terms_not_linked", None)
