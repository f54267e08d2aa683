"""Whose terms a page has."""

import pytest

from checker.documents.document import Document, Media
from checker.errors import TargetError
from checker.page import read
from checker.terms.drafting import language, publisher, sentences

URL = "https://www.examplenews.example/republish"


def page(body, head=""):
    return read.read(Document("-", f"<html><head>{head}</head><body>{body}</body></html>".encode(), Media.HTML))


def heading(body, head="", url=URL):
    found = page(body, head)
    return publisher.heading(found, url, sentences.of_page(found, language.languages()["en"]), "en")


@pytest.mark.parametrize(
    ("head", "body", "name"),
    [
        pytest.param(
            '<meta property="og:site_name" content="The Example News">', "", "The Example News", id="the site's name"
        ),
        pytest.param("<title>Republish - Example News</title>", "", "Example News", id="the title"),
        pytest.param("", "<p>Credit Example News and link.</p>", "Example News", id="the text"),
        pytest.param(
            "", "<p>Example is here. Example News Daily and Example News.</p>", "Example News", id="the best of three"
        ),
        pytest.param("", "<p>Credit River Post and link.</p>", "examplenews.example", id="another's name"),
        pytest.param("", "<p>credit us</p>", "examplenews.example", id="no name"),
    ],
)
def test_the_name(head, body, name):
    assert heading(body, head).name == name


def test_the_id_and_the_domain():
    found = heading("", '<meta property="og:site_name" content="L’Éxample  News!">')
    assert (found.id, found.domains) == ("lexample-news", ("examplenews.example",))


@pytest.mark.parametrize(
    ("body", "contact"),
    [
        pytest.param(
            "<p>Republish our stories. Ask rights@news.example.</p>", "rights@news.example", id="in a sentence"
        ),
        pytest.param(
            '<p>Republish us, or <a href="mailto:ask@news.example?subject=x">ask</a>.</p>',
            "ask@news.example",
            id="a link",
        ),
        pytest.param("<p>Republish our stories.</p>", None, id="none"),
        pytest.param('<p>Republish us, or <a href="mailto://[">ask</a>.</p>', None, id="a link that is no address"),
    ],
)
def test_the_contact(body, contact):
    assert heading(body).contact == contact


@pytest.mark.parametrize(
    ("body", "spdx"),
    [
        pytest.param(
            "<p>Our stories are CC BY-ND.</p><p>It is CC BY-ND 4.0.</p>", "CC-BY-ND-4.0", id="one with a version"
        ),
        pytest.param("<p>Our stories are CC BY-ND.</p>", "CC-BY-ND", id="none with a version"),
        pytest.param("<p>Ask us.</p>", None, id="no licence"),
    ],
)
def test_the_licence(body, spdx):
    assert heading(body).license == spdx


@pytest.mark.parametrize("url", ["nothing", "mailto:ask@news.example", "https://localhost/x", "", "\x00"])
def test_an_address_without_a_host_is_nobody_s(url):
    with pytest.raises(TargetError):
        heading("<p>Republish our stories.</p>", url=url)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        pytest.param("Example News", "example-news", id="two words"),
        pytest.param("  The Éxample & Co. ", "the-example-co", id="signs and accents"),
        pytest.param("日本", "", id="nothing that an id may have"),
        pytest.param("x" * 90, "x" * 40, id="too long"),
    ],
)
def test_names_as_ids(name, identifier):
    assert publisher.identifier(name) == identifier


def test_keys_are_of_four_letters_or_more():
    assert publisher.keys(page("<p>Hi</p>"), "https://abc.example/") == frozenset()
    assert "examplenews" in publisher.keys(page("<p>Hi</p>"), URL)
