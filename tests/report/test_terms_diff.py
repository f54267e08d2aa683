"""What changed between two sets of terms, as it is written: all of it, and nothing that a page could do to its reader."""

import json
import unicodedata

import pytest

from checker.report import terms_diff
from checker.report.terms_diff import Compared
from checker.terms.diff import Change, Difference, How, Statement
from checker.terms.pack import Test
from checker.terms.statements import TermsPage

LINK = Statement(
    "A link leads to the article.",
    "link_to_original",
    ("link_to_original",),
    "must",
    "medium is online",
    {"target": "article"},
)
HOME = Statement("A link leads home.", "link_to_original", ("link_to_original",), "should", None, {"target": "home"})
AUTHOR = Statement("Name the author.", types=("author_credit",), strength="must")
CHANGES = (
    Change(
        How.CHANGED,
        LINK,
        HOME,
        (
            Difference("strength", "must", "should"),
            Difference("when", "medium is online", None),
            Difference("target", "article", "home"),
            Difference("clause", LINK.text, HOME.text),
        ),
    ),
    Change(
        How.CHANGED,
        AUTHOR,
        AUTHOR,
        (Difference("any_of", (), (Test("noindex", {"max": 3}),)), Difference("names", ["A"], ["A", "B"])),
    ),
    Change(How.ADDED, None, AUTHOR),
    Change(How.REMOVED, LINK, None),
)


@pytest.fixture
def compared():
    """Some changes between two pages of given names."""

    def make(*changes, old="old.html", new="new.html"):
        return Compared(TermsPage(old, None, None), TermsPage(new, None, "https://news.example/terms"), changes)

    return make


def test_as_text(compared):
    assert terms_diff.text(compared(*CHANGES)).splitlines() == [
        "old.html -> new.html",
        "  changed  link_to_original: strength must -> should; when medium is online -> nothing; target article -> home; other words",
        "      was: A link leads to the article.",
        "      now: A link leads home.",
        '  changed  author_credit: any_of nothing -> [{"type": "noindex", "max": 3}]; names A -> A, B',
        "      says: Name the author.",
        "  added    author_credit (must): Name the author.",
        "  removed  link_to_original (must, only where medium is online): A link leads to the article.",
        "4 changes: 1 added, 1 removed, 2 changed.",
    ]


def test_as_markdown(compared):
    assert terms_diff.markdown(compared(CHANGES[0], *CHANGES[2:])).splitlines() == [
        "# old.html → new.html",
        "",
        "## Added",
        "",
        "- `author_credit` (must): Name the author.",
        "",
        "## Removed",
        "",
        "- `link_to_original` (must, only where medium is online): A link leads to the article.",
        "",
        "## Changed",
        "",
        r"- `link_to_original`: strength must -\> should; when medium is online -\> nothing; target article -\> home; other words",
        "  - was: A link leads to the article.",
        "  - now: A link leads home.",
        "",
        "3 changes: 1 added, 1 removed, 1 changed.",
    ]


def test_as_json(compared):
    values = json.loads(terms_diff.as_json(compared(*CHANGES)))
    assert values["new"] == {"name": "new.html", "kind": "page", "url": "https://news.example/terms"}
    assert values["summary"] == {"added": 1, "removed": 1, "changed": 2}
    first, second, added, removed = values["changes"]
    assert first["differences"][0] == {"key": "strength", "old": "must", "new": "should"}
    assert second["differences"][0] == {"key": "any_of", "old": [], "new": [{"type": "noindex", "max": 3}]}
    assert (added["change"], added["old"], added["new"]["types"]) == ("added", None, ["author_credit"])
    assert removed["old"] == {
        "id": "link_to_original",
        "types": ["link_to_original"],
        "strength": "must",
        "when": "medium is online",
        "options": {"target": "article"},
        "text": "A link leads to the article.",
    }


@pytest.mark.parametrize("write", [terms_diff.text, terms_diff.markdown])
def test_no_changes(compared, write):
    assert write(compared()).endswith("\nNothing changed.\n")
    assert json.loads(terms_diff.as_json(compared()))["changes"] == []


NASTY = [
    pytest.param("\x1b[31mred\x1b[0m", id="ANSI colours"),
    pytest.param("a\nb\n  added    forged: line", id="line breaks that forge a line"),
    pytest.param("a\rb\x08\x00\x7f", id="control characters"),
    pytest.param("a\u202eb\u2066c", id="direction marks"),
    pytest.param("\udcff", id="a lone surrogate"),
    pytest.param("</li><script>alert(1)</script>", id="markup"),
    pytest.param("# Heading `code` [a](javascript:b) ![c](d)", id="Markdown"),
]


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_of_a_page_or_of_a_file_s_name_does_anything_to_its_reader(compared, nasty):
    said = Statement(nasty, types=("logo",), strength="must", when=nasty, options={"text": nasty})
    changes = [Change(How.ADDED, None, said), Change(How.CHANGED, said, said, (Difference("text", nasty, [nasty]),))]
    given = compared(*changes, old=nasty, new=nasty)
    written = terms_diff.text(given), terms_diff.markdown(given)
    for text in written:
        assert [char for char in text if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs"}] == []
    assert len(written[0].splitlines()) == 5
    assert "<script" not in written[1].replace(r"\<", "")
    assert "](" not in written[1].replace(r"\]", "")
    assert json.loads(terms_diff.as_json(given))["changes"][0]["new"]["text"] == nasty.replace("\udcff", r"\udcff")
