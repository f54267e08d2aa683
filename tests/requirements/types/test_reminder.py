"""What no machine can check: printed for people, and never passed."""

import pytest

from checker.model import Outcome, Severity
from checker.requirements import REMINDERS, make
from checker.requirements.types.reminder import Reminder

WRITTEN = {"notify_publisher", "payment_required", "report_reach"}
NAMING = WRITTEN | {"no_systematic_republication", "takedown_on_request"}


@pytest.mark.parametrize("name", REMINDERS)
@pytest.mark.parametrize("strength", ["must", "must_not", "should"])
def test_it_is_a_note_however_strong_the_clause(judged, name, strength):
    finding = judged(f'type = "{name}"\nstrength = "{strength}"', "# The river\n\nWe did all that was asked.")
    assert (finding.outcome, finding.severity, finding.reason) == (Outcome.CANT_TELL, Severity.NOTE, "reminder")


@pytest.mark.parametrize("name", REMINDERS)
def test_each_says_what_is_not_known_and_of_whom(case, name):
    message = make(name, {}).judge(case()).message
    assert message.endswith(".")
    assert ("Example News" in message) == (name in NAMING)
    assert len({make(other, {}).judge(case()).message for other in REMINDERS}) == len(REMINDERS)


@pytest.mark.parametrize("name", REMINDERS)
def test_whom_to_write_to(case, name):
    assert ("Write to ask@news.example." in make(name, {}).judge(case()).message) == (name in WRITTEN)
    assert "Write to" not in make(name, {}).judge(case(contact=None)).message
    assert "Write to desk@news.example." in make(name, {"contact": "desk@news.example"}).judge(case()).message


# (options, the end of the message)
OPTIONS = [
    pytest.param({"handles": ("@examplenews",)}, "elsewhere. Name @examplenews.", id="a handle"),
    pytest.param({"handles": ("@en", "@news", "#river")}, "Name @en, @news and #river.", id="several handles"),
    pytest.param({"amount": "50 coins"}, "The terms say 50 coins.", id="an amount"),
    pytest.param({"days": 2.5}, "Within 2.5 days.", id="days"),
    pytest.param({"days": 1}, "Within 1 day.", id="one day"),
    pytest.param(
        {"contact": "a@b.example", "handles": ("@en",), "amount": "50 coins", "days": 7},
        "Write to a@b.example. Name @en. The terms say 50 coins. Within 7 days.",
        id="all",
    ),
]


@pytest.mark.parametrize(("options", "says"), OPTIONS)
def test_what_one_needs_to_do_it(case, options, says):
    assert Reminder("social_tagging", **options).judge(case()).message.endswith(says)
