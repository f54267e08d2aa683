"""The page keeps the fair-use notice."""

import pytest

from checker.model import Outcome
from checker.requirements.types.fair_use_notice import FairUseNotice

KIND = "fair_use_notice"
OWN = {"what": "fair_use", "notice": "example/fair-use"}


def judged(case, *acknowledgements):
    return FairUseNotice("fair-use").judge(case(*acknowledgements, notices={"fair-use": "The notice, word for word."}))


PASSES = [
    pytest.param(OWN, "there (line 4, column 2)", id="the pack's notice"),
    pytest.param({"what": "fair_use"}, "there", id="another that claims fair use"),
    pytest.param(OWN | {"difference": "[-old-]{+new+}"}, "Changed: [-old-]{+new+}", id="changed a little"),
]


@pytest.mark.parametrize(("details", "says"), PASSES)
def test_a_whole_notice_passes(ack, case, details, says):
    verdict = judged(case, ack(KIND, details=details))
    assert verdict.outcome is Outcome.PASSED
    assert says in verdict.message


# (what is there, outcome, a part of the message, reason)
FAILS = [
    pytest.param({"details": {"what": "disclaimer"}}, "failed", "carries no fair-use notice", None, id="a disclaimer"),
    pytest.param(
        {"details": {"what": "disclaimer", "notice": "example/disclaimer"}},
        "failed",
        "carries no",
        None,
        id="another notice of the pack",
    ),
    pytest.param(
        {"details": OWN | {"difference": "[-the rest-]"}, "broken": "truncated"},
        "failed",
        "cut short (line 4, column 2). Changed: [-the rest-]",
        None,
        id="cut",
    ),
    pytest.param(
        {"details": OWN | {"difference": "[-much-]"}, "broken": "altered"},
        "cant_tell",
        "changed too much",
        "notice_altered",
        id="altered",
    ),
    pytest.param({"details": OWN, "hidden_by": "display_none"}, "failed", "hidden by display:none", None, id="hidden"),
    pytest.param({"details": OWN, "hidden_by": "comment"}, "failed", "inside an HTML comment", None, id="in a comment"),
]


@pytest.mark.parametrize(("given", "outcome", "says", "reason"), FAILS)
def test_what_is_cut_hidden_or_something_else_never_satisfies(ack, case, given, outcome, says, reason):
    verdict = judged(case, ack(KIND, **given))
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert says in verdict.message
    assert verdict.fix.markdown == "The notice, word for word."


def test_what_is_hidden_and_changed_is_not_there_for_readers(ack, case):
    verdict = judged(case, ack(KIND, details=OWN, broken="altered", hidden_by="display_none"))
    assert verdict.outcome is Outcome.FAILED


def test_what_readers_see_is_judged_before_what_they_do_not(ack, case):
    hidden = ack(KIND, details=OWN, hidden_by="display_none")
    verdict = judged(case, hidden, ack(KIND, details=OWN, broken="altered", line=9))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "notice_altered")
    assert "line 9" in verdict.message


def test_no_notice(case):
    verdict = judged(case)
    assert (verdict.outcome, verdict.message) == (Outcome.FAILED, "The page carries no fair-use notice.")


def test_another_pack_s_notice_of_the_same_id_is_not_this_pack_s(ack, case):
    assert judged(case, ack(KIND, details={"what": "disclaimer", "notice": "other/fair-use"})).outcome is Outcome.FAILED


def test_any_notice_will_do_where_the_pack_names_none(ack, case):
    assert FairUseNotice().judge(case(ack(KIND, details={"what": "fair_use"}))).outcome is Outcome.PASSED
    assert FairUseNotice().judge(case()).fix is None


@pytest.mark.parametrize("broken", ["truncated", "altered"])
def test_nor_does_it_matter_then_how_much_of_another_pack_s_is_there(ack, case, broken):
    other = {"what": "fair_use", "notice": "other/fair-use", "difference": "[-the rest-]"}
    verdict = FairUseNotice().judge(case(ack(KIND, details=other, broken=broken)))
    assert (verdict.outcome, verdict.message) == (Outcome.PASSED, "The fair-use notice is there (line 4, column 2).")
    assert FairUseNotice().judge(case(ack(KIND, details=other, hidden_by="display_none"))).outcome is Outcome.FAILED
