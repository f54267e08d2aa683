"""What is said of a page, whatever the format."""

from dataclasses import replace

import pytest

from checker.model import Clause, Evidence, Fix, Listed, PageOutcome, PageReport, Recognition, Suppression, Waiver
from checker.report.remarks import remarks, sentence

BASELINED = Suppression(Waiver.BASELINE, "since before", "Ann", "2027-01-31")

SAID = {
    "passed": ({"outcome": "passed"}, []),
    "does not apply": ({"outcome": "inapplicable"}, []),
    "failed": ({}, [("example/link_to_original", "error", "Nothing links to the original.")]),
    "failed, a wish": (
        {"severity": "warning"},
        [("example/link_to_original", "warning", "Nothing links to the original.")],
    ),
    "cannot tell": (
        {"outcome": "cant_tell", "reason": "metadata_only"},
        [("example/link_to_original", "note", "Cannot tell (metadata only): Nothing links to the original.")],
    ),
    "cannot tell, no page's fault": (
        {"outcome": "cant_tell", "severity": "note", "reason": "reminder"},
        [("not_checked", "note", "Not checked, and neither passed nor failed: link_to_original (reminder).")],
    ),
    "suppressed": (
        {"suppression": BASELINED},
        [
            (
                "example/link_to_original",
                "note",
                "Suppressed (baseline until 2027-01-31: since before): Nothing links to the original.",
            )
        ],
    ),
    "on several lines, with a bell": (
        {"message": "One\n\n::error::two\a"},
        [("example/link_to_original", "error", "One ::error::two\\u{7}")],
    ),
}


@pytest.mark.parametrize(("finding", "said"), SAID.values(), ids=SAID)
def test_of_each_finding(finding_of, judged, finding, said):
    found = remarks(judged(finding_of(**finding)))
    assert [(remark.rule, remark.severity.value, remark.text) for remark in found] == said


def test_the_worst_comes_first(finding_of, judged):
    page = judged(
        finding_of("cant_tell"), finding_of("failed", "warning"), finding_of("failed", requirement="no_edits")
    )
    assert [remark.rule for remark in remarks(page)] == [
        "example/no_edits",
        "example/link_to_original",
        "example/link_to_original",
    ]


def test_an_unreadable_page_is_an_error(unreadable):
    (remark,) = remarks(unreadable())
    assert (remark.rule, remark.severity.value) == ("unreadable", "error")
    assert remark.text == "The page was not checked: no such file [not_found]"


def test_a_page_that_may_be_a_copy_is_told_of():
    page = PageReport("a.md", PageOutcome.NEEDS_REVIEW, recognition=Recognition(None, reasons=("it names a source",)))
    (remark,) = remarks(page)
    assert (remark.rule, remark.severity.value) == ("unrecognised", "note")
    assert "it names a source" in remark.text


def test_nothing_is_said_of_nobodys_copy():
    assert remarks(PageReport("a.md", PageOutcome.NOT_REPUBLISHED)) == ()


PLACES = {
    "a file": ({"target": "site/post.md"}, ("site/post.md", 7)),
    "a name that is no Unicode": ({"target": "a\udcff.md"}, ("a\\udcff.md", 7)),
    "a page of the web": ({"target": "https://host.example/a"}, ("host.example/a", 1)),
    "a page of the web in a list": (
        {"target": "https://host.example/a", "listed": Listed("site/urls.txt", 4)},
        ("site/urls.txt", 4),
    ),
}


@pytest.mark.parametrize(("page", "place"), PLACES.values(), ids=PLACES)
def test_the_place(finding_of, judged, page, place):
    finding = finding_of(evidence=(Evidence("front matter"), Evidence("word", line=7, column=3)))
    (remark,) = remarks(judged(finding, **page))
    assert (remark.path, remark.line) == place


@pytest.mark.parametrize(("target", "snippet"), [("a.MD", "*By* Ann"), ("a.html", "<p>By Ann</p>")])
def test_the_snippet_is_in_the_pages_own_format(finding_of, judged, target, snippet):
    (remark,) = remarks(judged(finding_of(fix=Fix("<p>By Ann</p>", "*By* Ann")), target=target))
    assert remark.snippet == snippet


def test_the_sentence_leaves_nothing_out(report_of, finding_of, judged, unreadable):
    waiting = finding_of("cant_tell", "note", reason="original_unavailable")
    page = judged(finding_of(), finding_of("failed", "warning"), finding_of("cant_tell"), waiting)
    other = judged(finding_of(), finding_of(suppression=BASELINED), outcome="needs_review")
    assert sentence(report_of(page, other, unreadable())) == (
        "2 pages checked, 1 of them could not be told; 1 skipped, unreadable. "
        "2 errors, 1 warning, 1 cannot tell, 1 suppressed, 1 not checked."
    )


def test_the_sentence_when_nothing_was_checked(report_of):
    assert (
        sentence(report_of()) == "0 pages checked, 0 of them could not be told; 0 skipped, unreadable. Nothing to mend."
    )


def test_fingerprints_differ_within_a_page_and_between_pages(finding_of, judged):
    waiting = finding_of("cant_tell", "note")
    one = remarks(judged(finding_of(), finding_of(), waiting))
    other = remarks(judged(finding_of(), finding_of(), waiting, target="site/other.md"))
    assert len({remark.fingerprint for remark in (*one, *other)}) == 6


def test_a_fingerprint_does_not_hang_on_lines_or_messages(finding_of, judged):
    finding = finding_of(evidence=(Evidence("word", "#", 7, 3),))
    moved = replace(finding, message="line 57", evidence=(Evidence("word", "#", 57, 3),), clause=Clause("Said anew."))
    assert remarks(judged(finding))[0].fingerprint == remarks(judged(moved))[0].fingerprint
