"""The page keeps the copyright line of the original."""

import pytest

from checker.model import Outcome
from checker.original.original import Original
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


def test_a_hidden_line_is_mended_with_its_own_words(ack, case):
    hidden = ack(KIND, "Ann Writer", "River Wire", hidden_by="display_none", details={"years": "2023"})
    assert CopyrightLine().judge(case(hidden)).fix.markdown == "Copyright © Ann Writer, River Wire, 2023"


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("Copyright © NAME-OF-THE-AUTHOR, Example News, 2024", "failed"),
        ("Copyright © Ann Writer, Example News, YEAR", "failed"),
        ("Copyright © Ann Writer, Example News, 2024", "passed"),
    ],
)
def test_a_snippet_in_which_a_blank_was_left(judged, line, outcome):
    text = "By Ann Writer\n\nThe river rose in the night and fell at noon.\n\nOriginally published by Example News."
    finding = judged('type = "copyright_line"', f"# The river\n\n{text}\n\n{line}\n")
    assert finding.outcome == outcome
    assert ("blank" in finding.message) == (outcome == "failed")


def test_of_a_hidden_line_with_a_blank_it_is_said_that_nobody_sees_it(ack, case):
    line = ack(KIND, "Ann Writer", broken="unfilled", hidden_by="display_none")
    assert "hidden by display:none" in CopyrightLine().judge(case(line)).message


def test_no_line(ack, case):
    verdict = CopyrightLine().judge(case(ack("author_credit", "Ann Writer"), ack("license_notice")))
    assert (verdict.outcome, verdict.message) == (Outcome.FAILED, "The page carries no copyright line of the original.")
    assert verdict.fix.html == "<p>Copyright © Ann Writer, Example News, YEAR</p>"


@pytest.mark.parametrize(
    ("names", "outcome", "reason"),
    [
        (["Example Newsroom"], "cant_tell", "another_holder_named"),
        (["Ann Writer"], "cant_tell", "another_holder_named"),
        (["EXAMPLE NEWS"], "passed", None),
        (["Ann Writer", "The Example News"], "passed", None),
    ],
    ids=["a longer name", "somebody else", "in capitals", "among others"],
)
def test_whose_notice_it_is(ack, case, names, outcome, reason):
    verdict = CopyrightLine(holders=("Example News", "Example News Trust")).judge(case(ack(KIND, *names)))
    assert (verdict.outcome, verdict.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("holders", "byline", "outcome"),
    [
        (["Example Newsroom Ltd"], ["Ann Writer"], "passed"),
        (["Ann M. Writer"], ["Ann M. Writer"], "passed"),
        (["River Wire"], ["Ann Writer"], "passed"),
        (["Hill Press", "Ann Writer"], ["Ann Writer"], "passed"),
        (["Ann Writer"], [], "passed"),
        (["Riverside Commons"], ["Ann Writer"], "cant_tell"),
    ],
    ids=[
        "the publisher's company",
        "the author",
        "an earlier source",
        "an author among others",
        "no byline",
        "nobody credited",
    ],
)
def test_where_the_terms_name_no_holder(ack, case, holders, byline, outcome):
    credited = [ack("source_attribution", "River Wire"), *(ack("author_credit", name) for name in byline)]
    verdict = CopyrightLine().judge(case(ack(KIND, *holders), *credited))
    assert (verdict.outcome, verdict.reason) == (outcome, "another_holder_named" if outcome == "cant_tell" else None)


def test_the_holder_of_the_terms_is_in_the_fix(case):
    assert "Example News Trust" in CopyrightLine(holders=("Example News Trust",)).judge(case()).fix.markdown


@pytest.mark.parametrize(
    ("hidden", "outcome", "reason"),
    [("display_none", "failed", None), (None, "cant_tell", "original_unavailable")],
    ids=["hidden", "not there"],
)
def test_where_the_original_has_no_notice_none_is_owed(ack, case, hidden, outcome, reason):
    found = [ack(KIND, "Example News", hidden_by=hidden)] if hidden else []
    verdict = CopyrightLine(if_supplied=True).judge(case(*found))
    assert (verdict.outcome, verdict.reason) == (outcome, reason)


def test_who_shows_the_original_is_not_asked_for_it(case):
    verdict = CopyrightLine(if_supplied=True).judge(case(original=Original("https://news.example/2024/river")))
    assert (verdict.outcome, verdict.reason) == ("cant_tell", "reminder")
    assert "a person" in verdict.message


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ([["Example News"], ["The River Post"]], "failed"),
        ([["The River Post"]], "failed"),
        ([["Example News", "The River Post"]], "passed"),
        ([["EN"]], "passed"),
        ([], "passed"),
    ],
    ids=["another line", "another holder", "together", "the publisher's", "none"],
)
def test_nobody_claims_the_article(ack, case, lines, outcome):
    verdict = CopyrightLine(effect="no_claim").judge(case(*(ack(KIND, *names) for names in lines)))
    assert verdict.outcome == outcome
    if outcome == "failed":
        assert "for The River Post (line 4, column 2)" in verdict.message


def test_a_hidden_claim_is_none(ack, case):
    verdict = CopyrightLine(effect="no_claim").judge(case(ack(KIND, "The River Post", hidden_by="display_none")))
    assert verdict.outcome is Outcome.PASSED
