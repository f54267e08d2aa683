"""The comment on a pull request, rendered: nothing of a page's comes alive in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

import checker
from checker.model import Clause, Fix, Suppression, Waiver
from checker.report import markdown

SITE = Path(__file__).parents[2] / "examples" / "community-site"
OURS = {"html", "body", "div", "h3", "p", "details", "summary", "code", "pre", "ul", "li", "strong", "a"}
TERMS = "https://news.example/terms"
# Bare addresses become links here, too, as on code hosts; quotes and dots stay as they are.
RENDER = MarkdownIt("gfm-like", {"html": True, "linkify": True})
HOSTILE = {
    "an element": "<img src=x onerror=alert(1)>",
    "a script": "</details><script>alert(1)</script>",
    "a comment": "<!-- ",
    "a link": "[click](https://evil.example)",
    "a picture": "![x](https://evil.example/a.png)",
    "a bare address": "https://evil.example/a",
    "a bare host": "www.evil.example and evil.example",
    "an address of mail": "mail ann@evil.example now",
    "a reference": "[x]: https://evil.example",
    "a mention": "@ann-writer and @team/all",
    "an issue": "#12 GH-12 owner/repo#12",
    "a commit": "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
    "a fence": "```\n\n<b>out</b>\n\n~~~\n``````",
    "code": "`a`` b` ``",
    "emphasis": "*a* **b** _c_ ~~d~~",
    "a table": "| a | b |\n|---|---|",
    "a heading": "# a\n\nb\n===",
    "a list": "- a\n- b\n\n1. c",
    "a quote": "> [!CAUTION]",
    "an entity": "&lt;b&gt; &#64;ann",
    "an escape": "\\[x](https://evil.example)",
    "control characters": "a\x00\x1b[31mb\u202ec\ud800",
}


def rendered(text):
    return html.document_fromstring("<div>" + RENDER.render(text) + "</div>")


def words_outside_code(tree):
    for code in list(tree.iter("code", "pre")):
        code.text = ""
        for child in code:
            code.remove(child)
    return tree.text_content()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_of_a_page_comes_alive(report_of, page_with, text):
    tree = rendered(markdown.write(report_of(page_with(text, target=f"{text}.md"))))
    assert {element.tag for element in tree.iter()} <= OURS
    assert {link.get("href") for link in tree.iter("a")} <= {TERMS}
    assert all(set(element.attrib) <= {"href", "class"} for element in tree.iter())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_code_hosts_find_nobody_to_call(report_of, page_with, text):
    """Mentions, issues and commits are looked for in what is no code."""
    said = words_outside_code(rendered(markdown.write(report_of(page_with(text, target=f"{text}.md")))))
    for mark in ("@", "#", "deadbeef", "GH-", "://", "www."):
        assert mark not in said


@given(text=st.text(st.characters()))
def test_whatever_a_page_says(report_of, page_with, text):
    tree = rendered(markdown.write(report_of(page_with(text, target=f"{text}.html"))))
    assert {element.tag for element in tree.iter()} <= OURS
    assert {link.get("href") for link in tree.iter("a")} <= {TERMS}
    assert len(list(tree.iter("details"))) == 1
    assert len(list(tree.iter("li"))) == 2


@given(text=st.text(st.characters(codec="utf-8")))
def test_the_words_are_still_the_words(text):
    tree = rendered("- **error** x: " + markdown.literally(text))
    assert tree.text_content().split() == ["error", "x:", *markdown.printable(text).split()]


def test_the_snippet_is_ready_to_paste(report_of, finding_of, judged):
    snippet = "By Ann\n\n```\nkept\n```\n\n    as it is"
    tree = rendered(markdown.write(report_of(judged(finding_of(fix=Fix("<p>", snippet))))))
    (block,) = tree.iter("pre")
    assert block.text_content() == snippet + "\n"
    assert block[0].get("class") == "language-markdown"


def test_pages_that_fall_short_come_first_and_the_rest_is_counted(report_of, finding_of, judged, unreadable):
    reminder = judged(finding_of("cant_tell", "note", reason="reminder"), target="fine.md", outcome="compliant")
    wish = judged(finding_of("failed", "warning"), target="wish.md", outcome="compliant")
    suppressed = finding_of(suppression=Suppression(Waiver.BASELINE, "since before"))
    old = judged(suppressed, target="old.md", outcome="compliant")
    tree = rendered(markdown.write(report_of(reminder, old, wish, judged(finding_of()), unreadable())))
    assert [summary.text_content() for summary in tree.iter("summary")] == [
        "site/post.md: violation",
        "missing.html: error",
        "wish.md: compliant",
        "old.md: compliant",
    ]
    assert "1 suppressed, 1 not checked." in tree.text_content()
    assert "Suppressed (baseline: since before)" in tree.text_content()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://news.example/a>b <b>", None])
def test_the_terms_link_only_where_they_have_an_address(report_of, finding_of, judged, url):
    tree = rendered(markdown.write(report_of(judged(finding_of(clause=Clause("It links back.", url))))))
    links = [link.get("href") for link in tree.iter("a")]
    assert links == (["https://news.example/a%3Eb%20%3Cb%3E"] if url and url.startswith("https") else [])


def test_it_has_room_in_a_comment_and_says_what_has_not(report_of, finding_of, judged):
    pages = [judged(finding_of(message="Word " * 300), target=f"{number}.md") for number in range(500)]
    text = markdown.write(report_of(*pages))
    assert len(text.encode()) <= 60_000
    shown = text.count("<details>")
    assert text.endswith(f"And {500 - shown} more pages, which have no room here.\n")


def test_a_page_with_very_much_to_say_leaves_room_for_others(report_of, finding_of, judged):
    long = judged(*[finding_of(message="Word " * 300, requirement=f"r{number}") for number in range(30)])
    huge = judged(*[finding_of(fix=Fix("<p>", "word " * 700)) for _ in range(20)], target="huge.md")
    tree = rendered(markdown.write(report_of(long, huge, judged(finding_of(), target="small.md"))))
    assert [summary.text_content() for summary in tree.iter("summary")] == [
        "site/post.md: violation",
        "small.md: violation",
    ]
    assert "And 10 more on this page." in tree.text_content()
    assert "And 1 more page," in tree.text_content()


def test_a_real_site_is_short():
    text = markdown.write(checker.check([str(SITE)]))
    assert text.startswith(
        "### creditline\n\n28 pages checked, 0 of them could not be told; 0 skipped, unreadable. 15 errors"
    )
    assert len(text) < 15_000


def test_a_text_without_an_end_is_cut(report_of, finding_of, judged):
    shown = markdown.write(report_of(judged(finding_of(message="x" * 5000))))
    assert "x" * 900 in shown
    assert "x" * 1000 not in shown
