"""Rule packs of the user's own, as documents: what is refused says whose fault it is."""

import pytest

from checker.documents.document import Document, Media
from checker.errors import RulesError
from checker.terms import own

PACK = """id = "own"
[[version]]
id = "1"
source = { url = "https://own.example/terms", read = "2026-01-01" }
[[version.requirement]]
type = "author_credit"
strength = "must"
clause = "A copy names the author."
"""


def document(content, *, truncated=False):
    return Document("https://own.example/own.toml", content, Media.HTML, truncated=truncated)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
def test_a_pack_is_read_from_a_document(mark):
    assert own.parse(document(mark + PACK.encode())).id == "own"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        pytest.param(document(b'id = "\xff"'), "not UTF-8", id="not text"),
        pytest.param(document(PACK.encode(), truncated=True), "larger than", id="not all of it"),
        pytest.param(document(PACK.encode() + b"#" * 1024 * 1024), "larger than", id="too much"),
        pytest.param(document(b"<p>Log in.</p>"), "not a TOML file", id="a page"),
        pytest.param(
            document(PACK.replace("must", "musst").encode()), "line 7: .*did you mean 'must'", id="a wrong value"
        ),
    ],
)
def test_what_is_no_pack_is_refused_and_named(given, says):
    with pytest.raises(RulesError, match=rf"^https://own\.example/own\.toml: .*{says}"):
        own.parse(given)


def test_a_draft_is_refused_where_somebody_is_strict():
    drafted = own.parse(document(PACK.replace("clause", 'review = "needed"\nclause').encode()))
    with pytest.raises(RulesError, match=r"^own\.toml: 1 of its requirements are drafts"):
        own.refuse_drafts(drafted, "own.toml")
