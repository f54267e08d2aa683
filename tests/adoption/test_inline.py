"""Suppressions that a page's own source writes down."""

from datetime import date

import pytest

from checker.documents.document import Media
from checker.model import Audience, Outcome, PageOutcome, Severity, Waiver

DAY = date(2026, 11, 27)

HOLDS = [
    pytest.param("<!-- creditline-ignore link_to_original: their archive is gone -->", id="one"),
    pytest.param("<!--creditline-ignore link_to_original:their archive is gone-->", id="without spaces"),
    pytest.param("<!-- creditline-ignore copyright_line, link_to_original: their archive is gone -->", id="two"),
    pytest.param(
        "<!-- creditline-ignore link_to_original until=2026-11-27: their archive is gone -->", id="its last day"
    ),
    pytest.param("<!-- creditline-ignore link_to_original:\n  their archive\n  is gone -->", id="over several lines"),
    pytest.param("> <!-- creditline-ignore link_to_original: their archive is gone -->", id="in a quotation"),
]


@pytest.mark.parametrize("comment", HOLDS)
def test_a_comment_with_a_reason_lets_a_finding_pass(judged, post, finding, comment):
    found = finding(judged(f"{post}\n{comment}\n", today=DAY), "link_to_original")
    assert found.outcome is Outcome.FAILED
    assert found.suppression.waiver is Waiver.INLINE
    assert found.suppression.reason == "their archive is gone"
    assert found.suppression.line == 12


def test_it_decides_nothing_and_stays(judged, post):
    both = "<!-- creditline-ignore link_to_original, copyright_line: their archive is gone -->"
    page = judged(f"{post}\n{both}\n", today=DAY)
    assert judged(post).outcome is PageOutcome.VIOLATION
    assert page.outcome is PageOutcome.COMPLIANT
    assert {each.requirement for each in page.findings if each.suppression} == {"link_to_original", "copyright_line"}


def test_in_html(judged, finding):
    text = "<p>By Ann Writer</p><p>This article was originally published on <a href='#'>Global Research</a>.</p>"
    comment = "<!-- creditline-ignore link_to_original: their archive is gone -->"
    page = judged(f"<title>x</title>\n{text}\n{comment}", "post.html", Media.HTML, today=DAY)
    assert finding(page, "link_to_original").suppression.line == 3


IGNORED = "<!-- creditline-ignore link_to_original: their archive is gone -->"
PAGE = (
    "<html><title>x</title><p>By Ann Writer</p><p>Originally published on <a href='#'>Global Research</a>.</p></html>"
)


@pytest.mark.parametrize(
    ("text", "media", "line"),
    [
        (f"{IGNORED}\n\nBy Ann Writer\n\nOriginally published on [Global Research](#).\n", Media.MARKDOWN, 1),
        (f"\n{IGNORED}<!DOCTYPE html>{PAGE}", Media.HTML, 2),
        (f"<!DOCTYPE html>\n<!-- theme -->\n{IGNORED}\n{PAGE}", Media.HTML, 3),
        (f"<!DOCTYPE html>\n{PAGE}\n<!-- made in 1 s -->\n{IGNORED}", Media.HTML, 4),
    ],
    ids=["first in Markdown", "before the doctype", "behind the doctype", "behind the page"],
)
def test_beside_the_page_s_root(judged, finding, text, media, line):
    assert finding(judged(text, media=media, today=DAY), "link_to_original").suppression.line == line


NOTHING = [
    pytest.param("<!-- creditline-ignore link_to_original -->", "it gives no reason", id="no reason"),
    pytest.param("<!-- creditline-ignore link_to_original: -->", "it gives no reason", id="an empty reason"),
    pytest.param("<!-- creditline-ignore link_to_origin: x -->", "did you mean 'link_to_original'?", id="unknown"),
    pytest.param("<!-- creditline-ignore: x -->", "it names no requirement", id="nothing named"),
    pytest.param(
        "<!-- creditline-ignore link_to_original until=2026-11-26: x -->", "it ended on 2026-11-26", id="a day too late"
    ),
    pytest.param("<!-- creditline-ignore link_to_original until=soon: x -->", "until=soon is no day", id="no day"),
    pytest.param("<!-- creditline-ignore link_to_original until=2026-02-30: x -->", "is no day", id="no such day"),
]


@pytest.mark.parametrize(("comment", "says"), NOTHING)
def test_a_wrong_one_lets_nothing_pass_and_is_told(judged, post, finding, comment, says):
    page = judged(f"{post}\n{comment}\n", today=DAY)
    assert finding(page, "link_to_original").suppression is None
    told = finding(page, "suppression")
    assert (told.outcome, told.severity) == (Outcome.FAILED, Severity.WARNING)
    assert says in told.message
    assert told.evidence[0].line == 12


QUIET = [
    pytest.param("`<!-- creditline-ignore link_to_original: x -->`", id="in a code span"),
    pytest.param("```\n<!-- creditline-ignore link_to_original: x -->\n```", id="in a listing"),
    pytest.param("creditline-ignore link_to_original: x", id="in the text"),
    pytest.param("<!-- see creditline-ignore link_to_original: x -->", id="further on in a comment"),
    pytest.param("<!-- creditline-ignored link_to_original: x -->", id="another word"),
]


@pytest.mark.parametrize("text", QUIET)
def test_what_is_none(judged, post, finding, text):
    page = judged(f"{post}\n{text}\n", today=DAY)
    assert finding(page, "link_to_original").suppression is None
    assert not [each for each in page.findings if each.requirement == "suppression"]


def test_a_finding_that_is_gone_is_no_fault_of_its_suppression(judged, post):
    page = judged(f"{post}\n<!-- creditline-ignore author_credit: she wants no credit -->\n", today=DAY)
    assert not [each for each in page.findings if each.suppression or each.requirement == "suppression"]


FRONT = [
    pytest.param("creditline:\n  ignore:\n    link_to_original: their archive is gone\n", id="YAML"),
    pytest.param(
        "creditline:\n  ignore:\n    link_to_original: {reason: their archive is gone, until: 2027-01-31}\n",
        id="with a last day",
    ),
]


@pytest.mark.parametrize("lines", FRONT)
def test_front_matter_lets_pass(judged, post, finding, lines):
    found = finding(judged(post.replace("---\n#", f"{lines}---\n#"), today=DAY), "link_to_original")
    assert found.suppression.reason == "their archive is gone"
    assert found.suppression.line in {5, 6}


WRONG_FRONT = [
    pytest.param("link_to_original: true", "gives no reason", id="a flag"),
    pytest.param("link_to_original: {until: 2027-01-31}", "gives no reason", id="a day alone"),
    pytest.param("link_to_orginal: gone", "did you mean 'link_to_original'?", id="unknown"),
    pytest.param("link_to_original: {reason: gone, until: 2020-01-31}", "it ended on 2020-01-31", id="too late"),
]


@pytest.mark.parametrize(("line", "says"), WRONG_FRONT)
def test_wrong_front_matter_is_told(judged, post, finding, line, says):
    page = judged(post.replace("---\n#", f"creditline:\n  ignore:\n    {line}\n---\n#"), today=DAY)
    assert finding(page, "link_to_original").suppression is None
    assert says in finding(page, "suppression").message


def test_toml_front_matter(judged, post, finding):
    text = post.replace("---\ntitle: The river rises\n---", '+++\n[creditline.ignore]\nlink_to_original = "gone"\n+++')
    assert finding(judged(text, today=DAY), "link_to_original").suppression.reason == "gone"


def test_a_page_of_the_web_lets_nothing_pass(judged, post, finding):
    page = judged(
        f"{post}\n<!-- creditline-ignore link_to_original: we do not like to -->\n", url="https://h.example/post"
    )
    assert finding(page, "link_to_original").suppression is None


def test_a_call_can_take_no_heed_of_them(judged, post, finding):
    page = judged(f"{post}\n<!-- creditline-ignore link_to_original: gone -->\n", inline=False)
    assert finding(page, "link_to_original").suppression is None


def test_what_cannot_be_told_can_be_let_pass(judged, post, finding):
    text = (
        post.replace("(#)", "(https://www.globalresearch.ca/x/1)")
        + "\n<!-- creditline-ignore permission_required: asked -->"
    )
    page = judged(text, today=DAY)
    other = judged(text, today=DAY, audience=Audience.COMMERCIAL)
    assert finding(page, "permission_required").outcome is Outcome.INAPPLICABLE
    assert finding(page, "permission_required").suppression is None
    assert finding(other, "permission_required").outcome is Outcome.CANT_TELL
    assert finding(other, "permission_required").suppression.reason == "asked"


HOSTILE = [
    pytest.param("<!-- creditline-ignore" + " " * 1_000_000 + "x -->", id="a million spaces"),
    pytest.param("<!-- creditline-ignore" + " until=" * 200_000 + " -->", id="many last days"),
    pytest.param("<!-- creditline-ignore" + " a" * 500_000 + ": x -->", id="many names"),
    pytest.param("<!-- creditline-ignore a -->\n\n" * 5000, id="many comments"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_ones_have_an_end_and_take_little_room(judged, post, text):
    page = judged(f"{post}\n{text}", today=DAY)
    assert len([each for each in page.findings if each.requirement == "suppression"]) <= 100
