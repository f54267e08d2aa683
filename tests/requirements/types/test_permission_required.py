"""The host needs the publisher's permission: a page can say that it has it, and cannot show that it has not."""

import pytest

from checker.model import Audience, Outcome
from checker.requirements.types.permission_required import PermissionRequired


def test_a_statement_passes(ack, case):
    verdict = PermissionRequired().judge(case(ack("permission_statement")))
    assert verdict.outcome is Outcome.PASSED
    assert verdict.evidence


@pytest.mark.parametrize("hidden", ["display_none", "comment"])
def test_what_readers_do_not_see_never_satisfies(ack, case, hidden):
    assert PermissionRequired().judge(case(ack("permission_statement", hidden_by=hidden))).outcome is Outcome.CANT_TELL


@pytest.mark.parametrize("audience", ["commercial", "print"])
def test_a_page_that_says_nothing_cannot_be_judged_and_whom_to_ask_is_named(case, audience):
    verdict = PermissionRequired().judge(case(audience=Audience(audience)))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "permission_unknown")
    assert audience in verdict.message
    assert "Ask ask@news.example" in verdict.message


def test_nobody_is_named_where_nobody_is_known(case):
    assert "Ask" not in PermissionRequired().judge(case(contact=None)).message
