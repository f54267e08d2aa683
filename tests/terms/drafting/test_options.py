"""What a sentence tells about a requirement's options."""

import pytest

from checker.page.page import Link
from checker.terms.drafting import kinds, language, options, quotes
from checker.terms.drafting.values import Sentence

ENGLISH = language.languages()["en"]


def read(kind, text, links=()):
    masked, wordings = quotes.masked(text, ENGLISH)
    return options.read(kinds.kinds()[kind], Sentence(masked, wordings=tuple(wordings), links=links), ENGLISH)


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        pytest.param("link_to_original", "Link to the original article.", {"target": "article"}, id="to the article"),
        pytest.param("link_to_original", "Link to our home page.", {"target": "home"}, id="to the home page"),
        pytest.param(
            "link_to_original",
            "Link to either our home page or the story.",
            {"target": "article_or_home"},
            id="to either",
        ),
        pytest.param("source_attribution", "Credit us at the top.", {"position": "top"}, id="at the top"),
        pytest.param(
            "source_attribution", "Credit us in the first paragraph.", {"position": "first_paragraph"}, id="paragraph"
        ),
        pytest.param("mandated_statement", "Add our tagline at the end.", {"position": "bottom"}, id="at the end"),
        pytest.param("author_credit", "Use the author's full name.", {"full_name": True}, id="full name"),
        pytest.param("copyright_line", "Do not claim copyright in it.", {"effect": "no_claim"}, id="no claim"),
        pytest.param("link_quality", "The link must not be nofollow.", {"rel_forbidden": ["nofollow"]}, id="nofollow"),
        pytest.param(
            "no_edits",
            "You may change time, place and house style.",
            {"allowed": ["time", "location", "style"]},
            id="a list",
        ),
        pytest.param(
            "images_excluded", "Photos by agencies are excluded.", {"scope": "third_party"}, id="images by others"
        ),
        pytest.param("images_excluded", "Our photos are excluded.", {"scope": "all"}, id="all images"),
        pytest.param("logo", "Show our logo at the top.", {}, id="an option that the type has not"),
    ],
)
def test_words_that_tell_an_option(kind, text, told):
    assert read(kind, text) == told


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        pytest.param("excerpt_limit", "Up to 200 words.", {"max_words": 200}, id="words"),
        pytest.param("excerpt_limit", "A 250-word excerpt.", {"max_words": 250}, id="with a hyphen"),
        pytest.param("excerpt_limit", "The first three paragraphs.", {"max_paragraphs": 3}, id="a number in words"),
        pytest.param("excerpt_limit", "At most 25% of it.", {"max_percent": 25}, id="per cent"),
        pytest.param("embargo", "Wait two weeks.", {"min_days": 14}, id="weeks"),
        pytest.param("time_limit", "For three months.", {"max_days": 90}, id="months"),
        pytest.param("excerpt_limit", "Up to 0 words.", {}, id="none at all"),
        pytest.param("excerpt_limit", "Up to 1234567 words.", {}, id="a number that is none"),
    ],
)
def test_quantities(kind, text, told):
    assert read(kind, text) == told


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        pytest.param(
            "credit_line",
            "Add “This story was first published by Example News.”",
            {"text": "This story was first published by Example News."},
            id="a credit",
        ),
        pytest.param(
            "byline_format", "Use “Ann Writer, Example News”.", {"texts": ["{author}, Example News"]}, id="a person"
        ),
        pytest.param(
            "byline_format", "Use “[Author Name] / Example News”.", {"texts": ["{author} / Example News"]}, id="slots"
        ),
        pytest.param("credit_line", "Add “Example News is a nonprofit newsroom.”", {}, id="a wording of another kind"),
        pytest.param("social_tagging", "Tag @examplenews on Facebook.", {"handles": ["@examplenews"]}, id="an account"),
        pytest.param(
            "permission_required", "Ask rights@news.example.", {"contact": "rights@news.example"}, id="an address"
        ),
        pytest.param("license_notice", "Say that it is CC BY-ND 4.0.", {"license": "CC-BY-ND-4.0"}, id="a licence"),
    ],
)
def test_what_is_written_out(kind, text, told):
    assert read(kind, text) == told


def test_a_licence_behind_a_link():
    link = Link("https://creativecommons.org/licenses/by/4.0/", 12, 23, None, None)
    assert read("license_link", "Link to the licence.", (link,)) == {"license": "CC-BY-4.0"}


@pytest.mark.parametrize(
    ("text", "template"),
    [
        pytest.param("By [Author Name], Example News", "By {author}, Example News", id="square brackets"),
        pytest.param("Firstname Lastname, Example News", "{author}, Example News", id="no brackets"),
        pytest.param("Published on [date] at <link>", "Published on {date} at {link}", id="two of them"),
        pytest.param("Read it (see below)", "Read it (see below)", id="round brackets that stand for nothing"),
        pytest.param("[whatever this is]", "{any}", id="something unknown"),
    ],
)
def test_what_stands_for_something(text, template):
    assert options.placeholders(text, ENGLISH) == template


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Write to rights@news.example.", "rights@news.example", id="before a stop"),
        pytest.param("Write to rights at news.example.", None, id="in words"),
        pytest.param("See @examplenews.", None, id="an account"),
    ],
)
def test_addresses_for_mail(text, found):
    assert options.email(text) == found


def test_the_sentence_as_the_page_has_it():
    sentence = Sentence("Add qqcredit here.", "You must:", wordings=(("credit", "First published by us"),))
    assert options.unmasked(sentence) == "You must: Add “First published by us” here."
