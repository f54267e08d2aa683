"""The page says under which licence the text stands."""

import pytest

from checker.model import Outcome
from checker.requirements.types.license_notice import LicenseNotice


def test_a_notice_passes(ack, case):
    verdict = LicenseNotice().judge(case(ack("license_notice", href="https://creativecommons.org/licenses/by/4.0/")))
    assert verdict.outcome is Outcome.PASSED
    assert verdict.evidence


@pytest.mark.parametrize("hidden", ["display_none", "comment", "metadata"])
def test_what_readers_do_not_see_never_satisfies(ack, case, hidden):
    assert LicenseNotice().judge(case(ack("license_notice", hidden_by=hidden))).outcome is Outcome.FAILED


def test_no_notice(ack, case):
    verdict = LicenseNotice().judge(case(ack("copyright_line", "Ann Writer")))
    assert verdict.outcome is Outcome.FAILED
    assert "licence" in verdict.message
