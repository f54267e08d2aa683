"""What a snippet leaves open is known by its words, whatever the snippet."""

from datetime import date

import pytest

from checker.credit import blanks, snippets
from checker.model import Article, Fix

NOBODY = Article()


@pytest.mark.parametrize(
    ("fix", "missing"),
    [
        pytest.param(snippets.source_snippet("Ferry News", NOBODY), "original_unknown", id="source"),
        pytest.param(snippets.link_snippet("Ferry News", NOBODY), "original_unknown", id="link"),
        pytest.param(snippets.words_snippet("Read on", NOBODY), "original_unknown", id="link on given words"),
        pytest.param(snippets.canonical_snippet(NOBODY), "original_unknown", id="canonical"),
        pytest.param(snippets.syndication_source_snippet(NOBODY), "original_unknown", id="syndication source"),
        pytest.param(snippets.author_snippet(NOBODY), "author_unknown", id="author"),
        pytest.param(snippets.license_snippet("Ferry News"), "license_unknown", id="licence"),
        pytest.param(
            snippets.license_snippet("Ferry News", "LicenseRef-own"), "license_unknown", id="licence without an address"
        ),
        pytest.param(
            snippets.notice_snippet("By [REPORTER] of [PUBLICATIONS]"), "author_unknown", id="a template's name"
        ),
        pytest.param(snippets.notice_snippet("First in [PUBLICATIONS]"), "words_unknown", id="a template's words"),
        pytest.param(snippets.notice_snippet("Read [the original] first [1]"), None, id="brackets of the text's own"),
        pytest.param(snippets.noindex_snippet(), None, id="nothing open"),
        pytest.param(snippets.license_snippet("Ferry News", "CC-BY-4.0"), None, id="a known licence"),
    ],
)
def test_what_is_missing(fix, missing):
    assert blanks.blank_in(fix.html) == missing


@pytest.mark.parametrize(("published", "line"), [(None, "© Ann, News"), (date(2023, 1, 2), "© Ann, News, 2023")])
def test_a_year_is_known_or_left_out(published, line):
    made = snippets.copyright_snippet("News", Article(authors=("Ann",)))
    assert blanks.dated(made, published) == Fix(f"<p>Copyright {line}</p>", f"Copyright {line}")
