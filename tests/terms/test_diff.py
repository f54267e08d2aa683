"""What changed between two sets of statements: what belongs together, and which key differs."""

import pytest

from checker.terms import diff
from checker.terms.diff import How, Statement

LINK = Statement(
    "The copy links to the article.", "link_to_original", ("link_to_original",), "must", None, {"target": "article"}
)
AUTHOR = Statement("The author is named.", "author_credit", ("author_credit",), "must")
SOURCE = Statement("The publisher is named.", "source_attribution", ("source_attribution",), "must")


def said(*types, text="You must name the author of each story.", strength="must", **more):
    """A sentence of a page, which has no id."""
    return Statement(text, types=types, strength=strength if types else None, **more)


def changed(statement, **values):
    return Statement(
        **{
            name: values.get(name, getattr(statement, name))
            for name in ("text", "id", "types", "strength", "when", "options")
        }
    )


def told(changes):
    """Each change as what happened, to what, and which keys differ."""
    return [(change.how.value, change.name, [each.key for each in change.differences]) for change in changes]


# old, new -> what changed
CHANGES = [
    pytest.param([], [], [], id="nothing and nothing"),
    pytest.param([LINK, AUTHOR], [AUTHOR, LINK], [], id="another order"),
    pytest.param(
        [LINK], [changed(LINK, text="The copy  links to the article. ")], [], id="white space says nothing new"
    ),
    pytest.param([said(text="Don't edit it.")], [said(text="Don’t edit it.")], [], id="nor do other quotes"),
    pytest.param([LINK], [LINK, AUTHOR], [("added", "author_credit", [])], id="added"),
    pytest.param([LINK, AUTHOR], [LINK], [("removed", "author_credit", [])], id="removed"),
    pytest.param(
        [LINK],
        [changed(LINK, strength="should")],
        [("changed", "link_to_original", ["strength"])],
        id="from must to should",
    ),
    pytest.param(
        [LINK], [changed(LINK, options={"target": "home"})], [("changed", "link_to_original", ["target"])], id="option"
    ),
    pytest.param(
        [LINK], [changed(LINK, options={})], [("changed", "link_to_original", ["target"])], id="an option less"
    ),
    pytest.param(
        [LINK],
        [changed(LINK, when="medium is online")],
        [("changed", "link_to_original", ["when"])],
        id="a condition more",
    ),
    pytest.param(
        [LINK],
        [changed(LINK, text="A link leads back.", strength="may")],
        [("changed", "link_to_original", ["strength", "clause"])],
        id="the clause comes last",
    ),
    pytest.param(
        [LINK],
        [changed(LINK, id="link-back")],
        [("changed", "link-back", ["id"])],
        id="another id, the same words",
    ),
    pytest.param(
        [LINK],
        [changed(LINK, id="back", text="Readers are led to where it comes from.")],
        [("changed", "back", ["id", "clause"])],
        id="another id and other words of one type",
    ),
    pytest.param(
        [LINK, AUTHOR],
        [changed(LINK, types=("link_to_original", "canonical_link")), SOURCE],
        [
            ("changed", "link_to_original", ["type"]),
            ("added", "source_attribution", []),
            ("removed", "author_credit", []),
        ],
        id="an id goes before all, and others stay apart",
    ),
    pytest.param(
        [said("author_credit"), said("author_credit", text="Photographers are credited too, wherever they are known.")],
        [said("author_credit", text="Photographers are credited, wherever they are known."), said("author_credit")],
        [("changed", "author_credit", ["clause"])],
        id="of several sentences of one type the like ones belong together",
    ),
    pytest.param(
        [said("author_credit")],
        [said("logo", text="Show our logo.")],
        [("added", "logo", []), ("removed", "author_credit", [])],
        id="unlike sentences of two types",
    ),
    pytest.param(
        [said("author_credit")],
        [said("source_attribution", text="You must name the source of each story.")],
        [("added", "source_attribution", []), ("removed", "author_credit", [])],
        id="like sentences that ask for two things",
    ),
    pytest.param(
        [said(text="You name the author of each story.")],
        [said("author_credit")],
        [("changed", "author_credit", ["type", "strength", "clause"])],
        id="a sentence that now asks for something",
    ),
    pytest.param(
        [said(text="We like to be read.")],
        [said(text="Photographs belong to others.")],
        [("added", "sentence", []), ("removed", "sentence", [])],
        id="sentences that ask for nothing belong together by their words alone",
    ),
    pytest.param([said("logo")] * 2, [said("logo")], [("removed", "logo", [])], id="said twice, then once"),
]


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES)
def test_what_changed(old, new, expected):
    assert told(diff.compare(old, new)) == expected


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES)
def test_the_way_back_has_the_same_changes(old, new, expected):
    back = diff.turned(diff.compare(new, old))
    assert sorted((how, keys) for how, _, keys in told(back)) == sorted((how, keys) for how, _, keys in expected)


def test_a_change_says_what_was_and_what_is():
    (change,) = diff.compare([LINK], [changed(LINK, strength="should", text="A link would be nice.")])
    assert (change.old, change.how) == (LINK, How.CHANGED)
    assert [(each.key, each.old, each.new) for each in change.differences] == [
        ("strength", "must", "should"),
        ("clause", "The copy links to the article.", "A link would be nice."),
    ]


# pack, page -> what the page says otherwise
DRIFT = [
    pytest.param([AUTHOR], [said("author_credit")], [], id="other words for the same"),
    pytest.param(
        [AUTHOR], [said("logo", text="Show our logo."), said("author_credit")], [("added", "logo", [])], id="more"
    ),
    pytest.param([AUTHOR, LINK], [said("author_credit")], [("removed", "link_to_original", [])], id="less"),
    pytest.param(
        [AUTHOR],
        [said("author_credit", strength="should")],
        [("changed", "author_credit", ["strength"])],
        id="from must to should",
    ),
    pytest.param(
        [AUTHOR],
        [said("author_credit", strength="should"), said("author_credit")],
        [],
        id="one sentence that fits will do",
    ),
    pytest.param(
        [changed(AUTHOR, types=("no_resale",), strength="must_not")],
        [said("no_resale", strength="must")],
        [],
        id="a ban and a duty are as strong",
    ),
    pytest.param(
        [LINK], [said("link_to_original", options={"target": "home"})], [], id="words are read too loosely to differ"
    ),
    pytest.param(
        [changed(AUTHOR, types=("excerpt_limit",), options={"max_words": 250})],
        [said("excerpt_limit", options={"max_words": 300})],
        [("changed", "author_credit", ["max_words"])],
        id="another number",
    ),
    pytest.param(
        [changed(AUTHOR, types=("canonical_link", "noindex"))],
        [said("noindex")],
        [],
        id="one of the types that would do",
    ),
    pytest.param([AUTHOR], [said("author_credit"), said(text="Hello.")], [], id="sentences that ask for nothing"),
    pytest.param(
        [Statement("It names us.", "credit", ("credit_line",), "must", covers=("byline_format",))],
        [said("byline_format")],
        [],
        id="what a requirement covers",
    ),
]


@pytest.mark.parametrize(("pack", "page", "expected"), DRIFT)
def test_what_a_page_says_otherwise_than_its_pack(pack, page, expected):
    assert told(diff.drift(pack, page)) == expected
