"""Where the text of the article stands among the blocks of a page."""

from checker.acknowledgements.layout import Layout
from checker.documents.document import Document, Media
from checker.page.read import read

SHORT = "<p>The river has come back, and this time it stays for a while, says the town, which has waited for it since the spring.</p>"
POLICY = (
    "<section><div><div><p>We want a lively forum, and ask all readers to share their views on our articles, to keep to the subject, and "
    "to be polite to each other. It may take up to an hour until a contribution is seen, and whoever writes to us under another's name is "
    "kept out. Write to the desk below the form if something that should not stand here does.</p></div></div></section>"
)


def layout(head, behind):
    """The layout of a short article, with something of another length behind it."""
    content = (
        f"<title>The river comes back to town | Riverside Post</title>{head}<div>{SHORT}{SHORT}</div>{behind}{POLICY}"
    )
    page = read(Document("page", content.encode(), Media.HTML))
    return Layout(page, tuple(page.visible))


def test_the_text_is_near_the_title_whatever_longer_text_stands_far_off():
    title = "<h1>The river comes back to town</h1>"
    far = "".join(f"<div>Teaser {number}</div>" for number in range(90))
    found = layout(title, far)
    first, last = found.prose
    assert [found.article[at].text.startswith("The river has come back") for at in (first, last)] == [True, True]
    assert last == first + 1


def test_without_a_title_the_most_text_is_the_article():
    found = layout("<h1>Another thing</h1>", "")
    assert found.article[found.prose[0]].text.startswith("We want a lively forum")
