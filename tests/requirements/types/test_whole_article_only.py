"""The full text runs, and no extract."""

import pytest

from checker.model import Outcome
from checker.original.compare import Comparison
from checker.requirements.types.whole_article_only import WholeArticleOnly

ASKS = 'type = "whole_article_only"'
FIRST = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
SECOND = "Boats took the bakers and their bread across, and the mill stood empty until the water fell in the spring."
OTHER = "The mayor of the next town held a long speech on bridges, and nobody who was there remembers a word of it."


def page(*paragraphs, language="en"):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<html lang="{language}"><body><article><h1>The river</h1><p>By Ann Writer</p>{text}</article></body></html>'
    )


# (the copy's paragraphs, outcome)
COPIES = [
    pytest.param([FIRST, OTHER], "failed", id="another text of that length"),
    pytest.param([FIRST, "Boats took the bakers across."], "failed", id="a sentence cut short"),
    pytest.param([FIRST, '<span style="display:none">' + SECOND + "</span>"], "failed", id="the rest hidden"),
    pytest.param(
        [FIRST, '<a href="https://news.example/2024/river">Read on at Example News</a>'], "failed", id="the beginning"
    ),
    pytest.param([FIRST, SECOND.replace("took", "ferried").replace("spring", "summer")], "passed", id="words changed"),
    pytest.param([SECOND, FIRST], "passed", id="another order"),
    pytest.param([f"{FIRST} {OTHER} {SECOND}"], "passed", id="something put in, in one paragraph"),
    pytest.param([FIRST.upper(), SECOND], "passed", id="capitals"),
]


@pytest.mark.parametrize(("paragraphs", "outcome"), COPIES)
def test_how_much_of_the_original_runs(judged, paragraphs, outcome):
    finding = judged(ASKS, page(*paragraphs), page(FIRST, SECOND))
    assert (finding.outcome, finding.reason) == (outcome, None)
    assert ("left out is, for one, “" in finding.message) == (outcome == "failed")
    assert {edit.kind.value for edit in finding.edits} <= {"removed", "truncated"}
    assert bool(finding.edits) == (outcome == "failed")


# (the share that is there, the share that is asked for, outcome)
SHARES = [
    pytest.param(0.89, {}, "failed", id="just too little"),
    pytest.param(0.9, {}, "passed", id="just enough"),
    pytest.param(0.99, {"min_share": 1.0}, "failed", id="all but a sentence of all"),
    pytest.param(1.0, {"min_share": 1.0}, "passed", id="all"),
    pytest.param(0.5, {"min_share": 0.5}, "passed", id="half of half"),
]


@pytest.mark.parametrize(("kept", "options", "outcome"), SHARES)
def test_the_share_that_is_asked_for(case, kept, options, outcome):
    verdict = WholeArticleOnly(**options).judge(case(compared=Comparison(kept, 100)))
    assert verdict.outcome == outcome
    assert f"{kept:.0%}" in verdict.message


def test_too_little_never_reads_as_enough(case):
    verdict = WholeArticleOnly().judge(case(compared=Comparison(0.896, 100)))
    assert (verdict.outcome, "Only 89%" in verdict.message) == ("failed", True)


@pytest.mark.parametrize("original", [None, page()], ids=["no original", "an original without text"])
def test_nothing_to_compare(judged, original):
    finding = judged(ASKS, page(FIRST), original)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "original_unavailable")


TRANSLATIONS = [
    pytest.param(page("In der Nacht stieg der Fluss.", language="de"), [], id="another language"),
    pytest.param(page("In der Nacht stieg der Fluss."), ["translated=true"], id="declared"),
]


@pytest.mark.parametrize(("copy", "facts"), TRANSLATIONS)
def test_a_translation_cannot_be_compared(judged, copy, facts):
    finding = judged(ASKS, copy, page(FIRST, SECOND), facts)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "translated")


def test_what_compares_is_no_other_language(judged):
    assert judged(ASKS, page(FIRST, SECOND), page(FIRST, SECOND), ["translated=true"]).outcome is Outcome.PASSED
