"""The page names the author."""

import pytest

from checker.model import Outcome
from checker.requirements.types.author_credit import AuthorCredit

KIND = "author_credit"


def test_a_byline_passes_and_is_quoted(ack, case):
    verdict = AuthorCredit().judge(case(ack(KIND, "Ann Writer"), ack(KIND, "Ann Writer", "Bo Reader", line=9)))
    assert (verdict.outcome, verdict.message) == (Outcome.PASSED, "The page credits Ann Writer, Bo Reader.")
    assert [evidence.line for evidence in verdict.evidence] == [4, 9]


# (why readers do not see it, outcome, a part of the message, reason)
UNSEEN = [
    pytest.param("display_none", "failed", "hidden by display:none (line 4, column 2)", None, id="display:none"),
    pytest.param("comment", "failed", "inside an HTML comment", None, id="in a comment"),
    pytest.param("metadata", "cant_tell", "metadata", "metadata_only", id="in the metadata alone"),
]


@pytest.mark.parametrize(("hidden", "outcome", "says", "reason"), UNSEEN)
def test_what_readers_do_not_see_never_satisfies(ack, case, hidden, outcome, says, reason):
    verdict = AuthorCredit().judge(case(ack(KIND, "Ann Writer", hidden_by=hidden)))
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert says in verdict.message
    assert verdict.evidence


def test_nobody_is_named(case):
    verdict = AuthorCredit().judge(case())
    assert (verdict.outcome, verdict.message, verdict.reason) == (
        Outcome.FAILED,
        "Nothing on the page names an author.",
        None,
    )
    assert verdict.fix.markdown == "By Ann Writer"


def test_agencies_often_name_nobody(case):
    verdict = AuthorCredit().judge(case(is_agency=True))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "original_unavailable")
    assert "Example News" in verdict.message


def test_a_source_credits_no_author(ack, case):
    assert AuthorCredit().judge(case(ack("source_attribution", "Ann Writer"))).outcome is Outcome.FAILED


def test_a_holder_of_the_copyright_may_be_the_author(ack, case):
    verdict = AuthorCredit().judge(case(ack("copyright_line", "Ann Writer")))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "named_in_copyright_line")
    assert "Ann Writer" in verdict.message
