"""The page keeps the copyright line of the original."""

import pytest

from checker.model import Outcome
from checker.requirements.types.copyright_line import CopyrightLine

KIND = "copyright_line"


@pytest.mark.parametrize(
    ("names", "years", "says"),
    [
        (["Ann Writer", "Example News"], "2023", "names Ann Writer, Example News, 2023."),
        (["Example News"], None, "names Example News."),
    ],
    ids=["with years", "without years"],
)
def test_a_line_passes_and_is_quoted(ack, case, names, years, says):
    verdict = CopyrightLine().judge(case(ack(KIND, *names, details={"years": years, "holders": names})))
    assert verdict.outcome is Outcome.PASSED
    assert says in verdict.message
    assert verdict.evidence[0].line == 4


@pytest.mark.parametrize(
    ("hidden", "says"),
    [
        ("display_none", "hidden by display:none (line 4, column 2)"),
        ("comment", "inside an HTML comment"),
        ("metadata", "no copyright line"),
    ],
    ids=["display:none", "comment", "metadata"],
)
def test_what_readers_do_not_see_never_satisfies(ack, case, hidden, says):
    verdict = CopyrightLine().judge(case(ack(KIND, "Ann Writer", hidden_by=hidden)))
    assert verdict.outcome is Outcome.FAILED
    assert says in verdict.message


def test_no_line(ack, case):
    verdict = CopyrightLine().judge(case(ack("author_credit", "Ann Writer"), ack("license_notice")))
    assert (verdict.outcome, verdict.message) == (Outcome.FAILED, "The page carries no copyright line of the original.")
    assert verdict.fix.html == "<p>Copyright © Ann Writer, Example News, YEAR</p>"
