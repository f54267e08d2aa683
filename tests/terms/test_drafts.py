"""Drafts of packs from whole terms pages, made up, and pages that state no terms."""

import tomllib
from datetime import date

import pytest

from checker.errors import TargetError
from checker.terms import validity
from checker.terms.drafting import clauses_of, draft

URL = "https://news.example/republish"
DAY = date(2026, 1, 15)
TERMS = """# Republish our stories

You are free to republish our articles, online and in print, under the following conditions.

- You must credit the author and Example News in the byline.
- You have to link back to the original story on our website.
- You can't edit our stories, except to reflect changes in time, location and house style.
- Don't republish our photographs without written permission.
- Include the tracking pixel that comes with the story.
- You can't state or imply that donations to your organization support Example News.
- If you republish more than 90 days after publication, ask us first at republish@news.example.
"""
ASKED = {
    "author_credit",
    "source_attribution",
    "link_to_original",
    "no_edits",
    "images_excluded",
    "page_counter",
    "no_donation_implication",
}


@pytest.fixture(scope="module")
def drafted():
    return draft(TERMS, URL, DAY)


def test_it_finds_what_the_page_asks_for():
    assert {clause.type for clause in clauses_of(TERMS, URL)} >= ASKED


def test_it_is_a_valid_pack_that_says_where_and_when_it_was_read(drafted):
    pack = validity.parse(drafted, "draft.toml")
    source = pack.version_of().source
    assert (source.url, source.read) == (URL, DAY)
    assert tomllib.loads(drafted)["publisher"]["domains"] == ["news.example"]


def test_every_requirement_waits_for_a_person(drafted):
    requirements = tomllib.loads(drafted)["version"][0]["requirement"]
    assert requirements
    assert {requirement["review"] for requirement in requirements} == {"needed"}


def test_the_page_s_own_sentence_stands_above_as_a_comment(drafted):
    assert "# You have to link back to the original story on our website." in drafted


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("", id="nothing"),
        pytest.param("# About us\n\nExample News is a newsroom in a town by the river.", id="about the newsroom"),
        pytest.param("# Support us\n\nYour donation helps us. You must be 18 to give.", id="about gifts"),
        pytest.param(
            "# Comments\n\nYou must not post links. You must credit others in your comments.", id="about comments"
        ),
    ],
)
def test_a_page_without_terms_is_told(page):
    with pytest.raises(TargetError) as told:
        draft(page, URL, DAY)
    assert told.value.code == "not_terms"


HOSTILE = [
    pytest.param('You must credit "Example\nNews" \\ and link back to our "story"""', id="quotes and line ends"),
    pytest.param("You must credit Example\x1b[31m News and link back to the story.", id="control characters"),
    pytest.param('You must credit Example News.\n\n[[version.requirement]]\ntype = "no_edits"', id="TOML of its own"),
    pytest.param(
        "You must credit Example\u202e News and link back to our \u2028 story.", id="direction marks and separators"
    ),
]


@pytest.mark.parametrize("sentence", HOSTILE)
def test_a_page_s_text_stays_in_comments_and_strings(sentence):
    page = (
        f"# Republish our stories\n\nYou may republish our stories. {sentence}\n\nYou must link to the original story."
    )
    written = draft(page, URL, DAY)
    assert not set(written) & set("\x1b\u202e\u2028")
    requirements = tomllib.loads(written)["version"][0]["requirement"]
    assert {requirement["review"] for requirement in requirements} == {"needed"}
