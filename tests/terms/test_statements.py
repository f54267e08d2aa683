"""What packs and pages of terms say, as statements that can be compared."""

import pytest

from checker.errors import TargetError
from checker.terms import statements
from checker.terms.library import packaged
from checker.terms.statements import PackVersion, TermsPage

TERMS = """<title>Republish our stories</title>
<nav><a href="/">Home</a></nav>
<article><h1>Republish our stories</h1>
<p>You may republish our articles if you follow these rules:</p>
<ul>
<li>You must credit Example News and the author.</li>
<li>You must link to the original story.</li>
</ul>
<p>We have written since 1990.</p></article>"""


@pytest.fixture
def terms_page(page_of):
    """A page of terms, with some of it replaced."""

    def make(*changes, media="html"):
        content = TERMS
        for old, new in changes:
            assert old in content
            content = content.replace(old, new)
        return TermsPage("terms.html", page_of(content, media), None)

    return make


@pytest.fixture
def version(pack):
    """The only version of a pack, with some of it replaced."""

    def make(*changes):
        terms = packaged().with_own([pack(*changes)])["example-news"]
        return PackVersion(terms, terms.version_of())

    return make


def told(changes):
    return [(change.how.value, change.name, [each.key for each in change.differences]) for change in changes]


def test_a_page_says_its_clauses_without_what_introduces_them_and_its_other_sentences(terms_page):
    said = statements.of_page(terms_page(), "https://news.example/republish")
    assert [(each.name, each.strength, each.text) for each in said if each.types] == [
        ("source_attribution", "must", "You must credit Example News and the author."),
        ("author_credit", "must", "You must credit Example News and the author."),
        ("link_to_original", "must", "You must link to the original story."),
    ]
    assert [each.text for each in said if not each.types] == [
        "Republish our stories",
        "You may republish our articles if you follow these rules:",
        "We have written since 1990.",
    ]


def test_a_page_without_terms_is_named(page_of):
    empty = TermsPage("river.html", page_of("<p>The river is high.</p>"), None)
    with pytest.raises(TargetError, match=r"river\.html: no terms found"):
        statements.changes(empty, empty)


# what is changed on the page -> what changed
PAGES = [
    pytest.param([], [], id="nothing"),
    pytest.param([("<nav>", "<nav>Subscribe today. ")], [], id="the menu"),
    pytest.param(
        [("<li>You must link", "<li>You should link")],
        [("changed", "link_to_original", ["strength", "clause"])],
        id="weaker",
    ),
    pytest.param(
        [("follow these rules", "follow these few rules")],
        [("changed", "sentence", ["clause"])],
        id="what introduces clauses, once",
    ),
    pytest.param(
        [("since 1990", "since 1991")], [("changed", "sentence", ["clause"])], id="a sentence that asks for nothing"
    ),
    pytest.param(
        [("<li>You must link to the original story.</li>\n", "")], [("removed", "link_to_original", [])], id="removed"
    ),
    pytest.param([("</ul>", "<li>You must not sell the story.</li></ul>")], [("added", "no_resale", [])], id="added"),
]


@pytest.mark.parametrize(("changes", "expected"), PAGES)
def test_what_changed_on_a_page(terms_page, changes, expected):
    assert told(statements.changes(terms_page(), terms_page(*changes))) == expected


# what is changed in the pack -> what changed
PACKS = [
    pytest.param([], [], id="nothing"),
    pytest.param(
        [('note = "read whole"', 'note = "read twice"'), ('"2026-01-15"', '"2026-02-15"')], [], id="when it was read"
    ),
    pytest.param(
        [('"Example News Network"', '"Example Network"')], [("changed", "publisher", ["aliases"])], id="whose they are"
    ),
    pytest.param([("CC-BY-ND-4.0", "CC-BY-4.0")], [("changed", "publisher", ["license"])], id="the licence"),
    pytest.param([("was not always", "was seldom")], [("changed", "publisher", ["notice fair-use"])], id="a notice"),
    pytest.param(
        [("{ third_party = true }", "{ translated = true }")], [("changed", "gate", ["when"])], id="a gate's condition"
    ),
    pytest.param([("article_or_home", "article")], [("changed", "link_to_original", ["target"])], id="an option"),
    pytest.param(
        [('["commercial"]', '["commercial", "print"]')], [("changed", "fair_use_notice", ["when"])], id="a condition"
    ),
    pytest.param([("should", "must")], [("changed", "fair_use_notice", ["strength"])], id="a strength"),
    pytest.param(
        [('{ type = "noindex" }', '{ type = "noindex" }, { type = "page_counter" }')],
        [("changed", "canonical_link_or_noindex_or_page_counter", ["id", "type", "any_of"])],
        id="a further alternative",
    ),
    pytest.param(
        [("syndication_source_meta", "page_counter")],
        [("changed", "canonical_link_or_noindex", ["type", "else"])],
        id="what does instead",
    ),
    pytest.param(
        [('target = "article_or_home"', 'target = "article_or_home"\nconfidence = "unsure"')],
        [("changed", "link_to_original", ["confidence"])],
        id="how sure it is",
    ),
    pytest.param(
        [('target = "article_or_home"', 'target = "article_or_home"\nreview = "needed"')],
        [],
        id="whether it was reviewed",
    ),
]


@pytest.mark.parametrize(("changes", "expected"), PACKS)
def test_what_changed_in_a_pack(version, changes, expected):
    assert told(statements.changes(version(), version(*changes))) == expected


def test_a_page_is_held_against_what_its_pack_says_itself_and_not_what_a_licence_adds(version, terms_page):
    extended = version(('license = "CC-BY-ND-4.0"', 'extends = ["cc-by-nd-4.0"]'))
    assert told(statements.changes(extended, terms_page())) == [
        ("removed", "fair_use_notice", []),
        ("removed", "canonical_link_or_noindex", []),
        ("added", "source_attribution", []),
        ("added", "author_credit", []),
    ]
    assert sorted(told(statements.changes(terms_page(), extended))) == [
        ("added", "canonical_link_or_noindex", []),
        ("added", "fair_use_notice", []),
        ("removed", "author_credit", []),
        ("removed", "source_attribution", []),
    ]


def test_what_a_gate_covers_is_no_news(version, terms_page):
    page = terms_page(("</ul>", "<li>Do not republish stories that we took from other publishers.</li></ul>"))
    covering = version(('give."', 'give."\ncovers = ["third_party_content_excluded"]'))
    added = [change.name for change in statements.changes(version(), page) if change.old is None]
    assert "third_party_content_excluded" in added
    assert "third_party_content_excluded" not in [change.name for change in statements.changes(covering, page)]
