"""What a publisher's page tells of its article."""

import pytest

from checker.documents.document import Document, Media
from checker.engine import default
from checker.original.read import images
from checker.question import Question

LONG = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
MORE = "Boats took the bakers and their bread across, and the mill stood empty until the water fell in the spring."


def document(body):
    return Document("page.html", f'<html lang="en"><body>{body}</body></html>'.encode(), Media.HTML)


def original(*paragraphs, beside=""):
    text = "\n".join(each if each.startswith("<") else f"<p>{each}</p>" for each in paragraphs)
    return default().original_of(document(f"<article><h1>The river</h1>{text}</article>{beside}"))


# (what stands behind the text, whether it is an end note)
ENDS = [
    pytest.param("Republish our articles for free, online or in print.", False, id="a call to republish"),
    pytest.param("Sign up for our newsletter to read more of it.", False, id="a call to sign up"),
    pytest.param("<p><a href='/more'>The next flood, and who is to pay for it</a></p>", False, id="a link"),
    pytest.param("More", False, id="a word"),
    pytest.param("Ann Writer reports on rivers for the Herald.", True, id="who wrote it"),
    pytest.param("<p><em>This work was funded by the Valley Fund.</em></p>", True, id="who paid for it"),
]


@pytest.mark.parametrize(("note", "is_note"), ENDS)
def test_end_notes(note, is_note):
    assert bool(original(LONG, MORE, note).taglines) == is_note


FRAMES = [
    pytest.param("<p>The mayor of the town has said so too.</p>", False, id="a short paragraph"),
    pytest.param(
        '<h2 class="box-office">How the box office of the theatre was flooded</h2>', False, id="a word with box"
    ),
    pytest.param("<aside><p>The Herald has paid for this story itself.</p></aside>", True, id="an aside"),
    pytest.param('<div class="callout"><p>The Herald has paid for this story.</p></div>', True, id="a box"),
    pytest.param("<p>Sign up for our newsletter and miss nothing.</p>", True, id="a newsletter"),
    pytest.param("<p>Photo: Ann Writer, from the hill behind the town</p>", True, id="a caption"),
]


@pytest.mark.parametrize(("block", "is_frame"), FRAMES)
def test_what_stands_among_the_text_and_is_none(block, is_frame):
    assert original(LONG, block, MORE).frame == (frozenset({1}) if is_frame else frozenset())


def test_boxes_that_hold_all_of_the_text_are_how_a_site_sets_it():
    boxed = [f'<div class="text-box"><p>{text}</p></div>' for text in (LONG, MORE, LONG)]
    assert original(*boxed).frame == frozenset()


def test_links_are_told_once_with_their_words():
    link = '<a href="https://gauge.example/7">the gauge</a>'
    found = original(LONG.replace("The river", link), MORE.replace("the mill", link))
    assert [(each.url, each.words) for each in found.anchors] == [("https://gauge.example/7", "the gauge")]
    assert found.links == ("https://gauge.example/7",)


def test_links_to_other_stories_are_none_of_the_text():
    related = '<p><a href="https://news.example/2024/soup">Read also: ten soups</a></p>'
    boxed = '<aside><p>More of it is in <a href="https://news.example/2024/mill">our story on the mill</a>.</p></aside>'
    link = '<a href="https://gauge.example/7">the gauge</a>'
    assert original(LONG.replace("The river", link), related, boxed, MORE).links == ("https://gauge.example/7",)


HEAD = '<meta property="og:site_name" content="Example News">'
# (the head, headings, the title)
TITLES = [
    pytest.param("<title>The river rises | Example News</title>", "<h1>The river rises</h1>", "The river rises", id="one"),
    pytest.param("<title>High water</title>", "<h1>The river rises</h1>", "The river rises", id="another in the head"),
    pytest.param(
        "<title>The river rises | Example News</title>", "<h1>Example News</h1><h1>The river rises</h1>", "The river rises",
        id="below a name that the title has too",
    ),
    pytest.param(HEAD, "<h1>Example News</h1><h1>The river rises</h1>", "The river rises", id="below the site's name"),
    pytest.param(
        '<meta property="og:title" content="The river rises">', "<h1>Weather</h1><h1>The river rises</h1>", "The river rises",
        id="below its section's name",
    ),
    pytest.param(
        f'{HEAD}<meta property="og:title" content="The river rises">', "<h1>Example News</h1>", "The river rises",
        id="the site's name alone",
    ),
    pytest.param("<title>The river rises</title>", "", "The river rises", id="none"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "headings", "title"), TITLES)
def test_the_title(head, headings, title):
    page = f"<html><head>{head}</head><body>{headings}<article><p>{LONG}</p><p>{MORE}</p></article></body></html>"
    assert default().original_of(Document("page.html", page.encode(), Media.HTML)).title == title


IMAGE = '<img src="/pictures/{}.jpg">'


def test_images_are_those_of_the_article():
    body = (
        f"<nav>{IMAGE.format('logo')}</nav>{IMAGE.format('above')}<article><h1>The river</h1><figure>{IMAGE.format('mill')}</figure>"
        f"<img src='http://['><p>{LONG}</p><aside>{IMAGE.format('box')}</aside><p>{MORE}</p></article>"
        f"<article>{IMAGE.format('next')}<p>{LONG[:50]}</p></article><footer>{IMAGE.format('end')}</footer>"
    )
    scene, *_ = default().recogniser.observe(document(body), Question())
    assert [image.name for image in images(scene)] == ["above.jpg", "mill.jpg"]
