"""In what form a page republishes."""

import pytest

from checker import acknowledgements
from checker.acknowledgements.form import form_of
from checker.terms.recognise import recognise

CREDIT = '<p>This article was originally published by <a href="https://news.example/2024/river">Example News</a>.</p>'


@pytest.fixture(scope="session")
def recognised(scene_of, directory):
    """A page's recognition and its form."""

    def make(**parts):
        scene = scene_of(**parts)
        found = acknowledgements.observe(scene)
        recognition = recognise(found, directory, incomplete=False)
        return recognition, form_of(scene, found, recognition.publisher)

    return make


FORMS = [
    pytest.param({"end": CREDIT}, "whole", id="a credit and nothing else"),
    pytest.param(
        {"end": CREDIT + '<p>Read the <a href="https://news.example/2024/river">original article</a>.</p>'},
        "whole",
        id="a link to the original is no sign of an extract",
    ),
    pytest.param(
        {
            "end": CREDIT
            + '<p><a href="https://news.example/2024/river">Read the rest of this article at Example News</a></p>'
        },
        "excerpt",
        id="the rest stands elsewhere",
    ),
    pytest.param(
        {"top": "<p>Excerpted from The Long Road by Ann Writer, published by Example Press.</p>"},
        "excerpt",
        id="from a book",
    ),
    pytest.param({"end": CREDIT + "<p>Translated by Bo Reader</p>"}, "translation", id="with a translator"),
    pytest.param(
        {"media": "markdown", "top": "*Перевод статьи [How it rose](https://news.example/2024/river)*"},
        "translation",
        id="a translation, whoever translated it",
    ),
    pytest.param(
        {"end": CREDIT.replace("</a>.", "</a> and has been translated into Spanish.")},
        "whole",
        id="near miss: another one",
    ),
    pytest.param(
        {"end": CREDIT.replace("Example News", "Translated Lives")}, "whole", id="near miss: the source is called so"
    ),
    pytest.param({"top": "<p>By Ann Writer, Associated Press</p>"}, "wire", id="an agency's story"),
    pytest.param(
        {
            "top": "<p>By Ann Writer</p>",
            "end": '<p>Originally published at <a href="https://annwriter.example/river">annwriter.example</a>.</p>',
        },
        "cross_post",
        id="first on the author's own site",
    ),
    pytest.param(
        {
            "inside": "</p><p>This story was originally published by Example News.</p><p>",
            "top": "<p>This story was originally published by River Review.</p>",
            "end": "<p>This story was originally published by The Mill Times.</p>",
        },
        "roundup",
        id="three sources, each in its place",
    ),
]


@pytest.mark.parametrize(("parts", "form"), FORMS)
def test_form(recognised, parts, form):
    assert recognised(**parts)[1] == form


def test_a_chain_names_whom_the_publisher_had_it_from(recognised):
    recognition, form = recognised(
        end='<p>This article is republished from <a href="https://hill.example/river">Hill Institute</a>. '
        'It first appeared on <a href="https://review.example/essays/river">River Review</a>.</p>'
    )
    assert recognition.publisher.name == "Hill Institute"
    assert [each.name for each in recognition.earlier] == ["River Review"]
    assert form == "whole"


def test_one_publisher_named_twice_is_no_chain(recognised):
    recognition, _ = recognised(top="<p>This story was originally published by Example News.</p>", end=CREDIT)
    assert recognition.earlier == ()
