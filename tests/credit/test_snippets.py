"""What a fix says to put on a page: it mends the page, and a strange name cannot break out of it."""

from datetime import date
from html import escape

import pytest
from lxml import html as parsed

from checker.credit import blanks, snippets
from checker.documents.document import Document, Media
from checker.engine import default
from checker.model import Article
from checker.question import Question
from checker.terms.library import packaged

ARTICLE = Article("https://www.globalresearch.ca/river/123?a=1&b=2", "The river", ("Ann Writer",))
NOTICE = packaged()["globalresearch"].notices[0].text
STRANGE = "A <b>&\"'*_[x](y)`\\ |#"

MAKE = [
    pytest.param("source_attribution", lambda: snippets.source_snippet("Global Research", ARTICLE), id="source"),
    pytest.param("link_to_original", lambda: snippets.link_snippet("Global Research", ARTICLE), id="link"),
    pytest.param("author_credit", lambda: snippets.author_snippet(ARTICLE), id="author"),
    pytest.param("copyright_line", lambda: snippets.copyright_snippet("Global Research", ARTICLE), id="copyright"),
    pytest.param("fair_use_notice", lambda: snippets.notice_snippet(NOTICE), id="notice"),
]


@pytest.mark.parametrize("media", list(Media))
@pytest.mark.parametrize(("requirement", "make"), MAKE)
def test_a_fix_mends_what_it_is_for(requirement, make, media):
    fix = blanks.dated(make(), date(2024, 5, 3))
    page = (
        f"<article><h1>The river</h1>{fix.html}</article>"
        if media is Media.HTML
        else f"# The river\n\n{fix.markdown}\n"
    )
    report = default().check(Document("page", page.encode(), media), Question(packaged()["globalresearch"]))
    outcomes = {finding.requirement: finding.outcome.value for finding in report.findings}
    assert outcomes[requirement] == "passed"


STRANGE_ARTICLE = Article('https://news.example/">x', STRANGE, (STRANGE,))
STRANGE_FIXES = [
    pytest.param(snippets.source_snippet(STRANGE, STRANGE_ARTICLE), id="source"),
    pytest.param(snippets.link_snippet(STRANGE, STRANGE_ARTICLE), id="link"),
    pytest.param(snippets.author_snippet(STRANGE_ARTICLE), id="author"),
    pytest.param(snippets.copyright_snippet(STRANGE, STRANGE_ARTICLE), id="copyright"),
    pytest.param(snippets.notice_snippet(STRANGE), id="notice"),
]


@pytest.mark.parametrize("fix", STRANGE_FIXES)
def test_a_strange_name_stays_text_in_html(fix):
    tree = parsed.fragment_fromstring(fix.html)
    assert STRANGE in tree.text_content()
    assert {element.tag for element in tree.iter()} <= {"p", "a"}
    assert escape(STRANGE) in fix.html


@pytest.mark.parametrize("fix", STRANGE_FIXES)
def test_a_strange_name_stays_text_in_markdown(fix, page_of):
    page = page_of(fix.markdown, "markdown")
    assert any(STRANGE in block.text for block in page.blocks)
    assert all(link.href.startswith("https://news.example/") for block in page.blocks for link in block.links)
    assert not any(element.tag in {"b", "code", "strong", "em", "h1"} for element in page.root.iter())


def test_what_is_not_known_is_left_to_fill_in():
    nothing = Article()
    assert "ADDRESS-OF-THE-ORIGINAL" in snippets.link_snippet("Example News", nothing).html
    assert "NAME-OF-THE-AUTHOR" in snippets.author_snippet(nothing).markdown


# a page in a language -> the words of the fix for its missing link
LANGUAGES = [
    pytest.param('<html lang="de">', Media.HTML, "Zum Originalartikel auf Global Research", id="an HTML page's own"),
    pytest.param('<html lang="pt-BR">', Media.HTML, "Leia o artigo original em Global Research", id="a region's"),
    pytest.param("<html>", Media.HTML, "Read the original article on Global Research", id="English where none is told"),
    pytest.param(
        "---\nlang: fr\n---\n", Media.MARKDOWN, "Lire l’article original sur Global Research", id="front matter's"
    ),
    pytest.param("---\nlang: klingon!\n---\n", Media.MARKDOWN, "Read the original article", id="no tag"),
]


@pytest.mark.parametrize(("start", "media", "words"), LANGUAGES)
def test_a_fix_is_in_the_language_of_the_page(start, media, words):
    page = Document("page", f"{start}\nThe river comes back. Source: Global Research.".encode(), media)
    report = default().check(page, Question(packaged()["globalresearch"]))
    (fix,) = [finding.fix for finding in report.findings if finding.requirement == "link_to_original"]
    assert words in fix.html
    assert words in fix.markdown
