"""The report for people: what it says, and what it never lets through to a terminal."""

import unicodedata
from dataclasses import replace

import pytest
from rich.text import Text

from checker.documents.document import Document, Media
from checker.engine import default
from checker.model import Match, Outcome, Place, Suppression, Waiver
from checker.question import Question
from checker.report import text as report_text
from checker.report.text import Detail

DETAILS = list(Detail)


def written(lines):
    return "".join(f"{line.plain if isinstance(line, Text) else line}\n" for line in lines)


NASTY = [
    pytest.param("\x1b[31mred\x1b[0m", id="ANSI colours"),
    pytest.param("\x1b]0;title\x07", id="a window title"),
    pytest.param("\x1b]8;;https://evil.example/\x1b\\here\x1b]8;;\x1b\\", id="a terminal's link"),
    pytest.param("\x9b31m", id="one-byte CSI"),
    pytest.param("a\rb", id="a carriage return"),
    pytest.param("a\x08\x08\x08b", id="backspaces"),
    pytest.param("a\x00b", id="NUL"),
    pytest.param("a\x7fb", id="DEL"),
    pytest.param("a\u202eb\u2066c\u2069", id="bidi marks"),
    pytest.param("a\u200bb\ufeffc", id="characters without a width"),
    pytest.param("a\u2028b\u2029c", id="line separators"),
    pytest.param("\udcff", id="a lone surrogate"),
    pytest.param("a\nb\n  x.html:1:1: error forged: line", id="line breaks that forge a line"),
    pytest.param("\U000e0041\U000e0042", id="tags that nobody sees"),
]


def harmful(text):
    return [
        char for char in text if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    ]


@pytest.mark.parametrize("detail", DETAILS, ids=lambda detail: detail.name.lower())
@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_of_a_page_or_of_a_file_s_name_does_anything_to_a_terminal(
    report_of, page_with, unreadable, nasty, detail
):
    pages = [page_with(nasty), page_with("fine", target=f"{nasty}.html"), unreadable(f"{nasty}.html", f"no {nasty}")]
    for lines in (report_text.judged(report_of(*pages), detail), report_text.listed(report_of(*pages), detail)):
        assert harmful(written(lines)) == []


@pytest.mark.parametrize("write", [report_text.judged, report_text.listed], ids=["check", "inspect"])
def test_no_text_of_a_page_starts_a_line(report_of, page_with, write):
    said = written(write(report_of(page_with("a\nforged: line\r\nforged: again")), Detail.VERBOSE))
    assert "forged: line" in said
    assert not any(line.lstrip().startswith("forged") for line in said.splitlines())


@pytest.mark.parametrize("command", ["::error::forged", "##[error]forged", "##vso[task.logissue]forged"])
def test_neither_a_page_nor_a_file_s_name_gives_a_ci_system_a_command(report_of, page_with, unreadable, command):
    pages = [page_with(command, target=f"{command}.html"), unreadable(f" {command}.html", command)]
    for lines in (
        report_text.judged(report_of(*pages), Detail.VERBOSE),
        report_text.listed(report_of(*pages), Detail.VERBOSE),
    ):
        said = written(lines)
        assert "forged" in said
        assert "##[" not in said
        assert "##vso[" not in said
        assert not any(line.lstrip().startswith("::") for line in said.splitlines())


@pytest.mark.parametrize("detail", DETAILS, ids=lambda detail: detail.name.lower())
def test_a_whole_page_of_harm_comes_out_harmless(report_of, detail):
    nasty = "\x1b[31m\u202e"
    content = (
        f"<title>{nasty}</title><article><h1>{nasty}</h1><p>By Ann Wri{nasty}ter</p><p>This article was originally published on "
        f'<a href="https://news.example/{nasty}">Exam{nasty}ple News</a>.</p><p>© 2023 Ann {nasty}Writer</p></article>'
    )
    for content_type in Media:
        page = default().check(Document(f"{nasty}.html", content.encode(), content_type), Question())
        assert page.acknowledgements
        for lines in (report_text.judged(report_of(page), detail), report_text.listed(report_of(page), detail)):
            assert harmful(written(lines)) == []


def test_letters_of_every_script_are_left_alone(report_of, page_with):
    said = written(report_text.judged(report_of(page_with("Łódź 日本語 العربية हिन्दी 😀 “quotes”")), Detail.NORMAL))
    assert "Łódź 日本語 العربية हिन्दी 😀 “quotes”" in said


def test_markup_of_the_terminal_library_is_plain_text(report_of, page_with):
    assert "[bold red]loud[/] :smile:" in written(
        report_text.judged(report_of(page_with("[bold red]loud[/] :smile:")), Detail.NORMAL)
    )


@pytest.mark.parametrize(
    ("detail", "said", "unsaid"),
    [
        (Detail.QUIET, {Outcome.FAILED, Outcome.CANT_TELL}, ["clause:", "mend:", "seen:", "because", "checked:"]),
        (Detail.NORMAL, {Outcome.FAILED, Outcome.CANT_TELL}, ["seen:", "because"]),
        (Detail.VERBOSE, set(Outcome), []),
    ],
    ids=["quiet", "normal", "verbose"],
)
def test_how_much_is_said(report_of, page_with, detail, said, unsaid):
    page = page_with("words")
    lines = written(report_text.judged(report_of(page), detail))
    for finding in page.findings:
        assert (f" {finding.requirement}: " in lines) == (finding.outcome in said)
    for word in ["clause:", "mend:", "seen:", "because", "checked:"]:
        assert (word in lines) == (word not in unsaid)


def test_the_worst_comes_first_and_each_line_can_be_clicked(report_of, page_with):
    lines = written(report_text.judged(report_of(page_with("words")), Detail.VERBOSE)).splitlines()
    findings = [line for line in lines if line.startswith("  page.html")]
    assert findings[0].startswith("  page.html:3:7: error source_attribution: ")
    order = [
        next(name for name in ("source_attribution", "author_credit", "copyright_line", "permission") if name in line)
        for line in findings
    ]
    assert order == ["source_attribution", "author_credit", "copyright_line", "permission"]


@pytest.mark.parametrize(
    ("target", "shown"), [("page.md", "mend:   words"), ("page.html", "mend:   <p>words</p>")], ids=["Markdown", "HTML"]
)
def test_what_mends_it_comes_in_the_page_s_own_format(report_of, page_with, target, shown):
    assert shown in written(report_text.judged(report_of(page_with("words", target)), Detail.NORMAL))


def test_evidence_without_a_line_is_shown_with_its_path(report_of, page_with):
    said = written(report_text.judged(report_of(page_with("words")), Detail.VERBOSE))
    assert "seen:   3:7 words -> https://news.example/words" in said
    assert "seen:   /front-matter/words words -> words" in said
    assert "None" not in said


def test_inspect_lists_what_is_hidden_or_broken_as_such(report_of, page_with):
    said = written(report_text.listed(report_of(page_with("words")), Detail.NORMAL))
    assert "3:7 source_attribution words -> https://news.example/words" in said
    assert "[display none]" in said
    assert "author_credit" not in said
    assert "author_credit" in written(report_text.listed(report_of(page_with("words")), Detail.VERBOSE))


def test_an_error_is_said_with_its_code(report_of, unreadable):
    assert written(report_text.judged(report_of(unreadable()), Detail.QUIET)).startswith(
        "missing.html: error: no such file [not_found]"
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "Nothing was checked."),
        (1, "Nothing was checked. 1 page could not be read."),
        (2, "Nothing was checked. 2 pages could not be read."),
    ],
)
def test_the_last_line_counts(report_of, unreadable, count, said):
    assert written(report_text.judged(report_of(*[unreadable()] * count), Detail.NORMAL)).splitlines()[-1] == said


def test_long_texts_are_cut(report_of, page_with):
    lines = written(report_text.judged(report_of(page_with("x" * 10_000)), Detail.NORMAL)).splitlines()
    assert max(map(len, lines)) < 3000
    assert any("…" in line for line in lines)


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_of_a_suppression_does_anything_to_a_terminal(report_of, nasty):
    document = Document("a.html", b"<p>Originally published on <a href='#'>Example News</a>.", Media.HTML)
    page = default().check(document, Question())
    suppression = Suppression(Waiver.BASELINE, f"x {nasty}", nasty, nasty)
    findings = tuple(replace(each, suppression=suppression, source=Place(nasty, 1, 1)) for each in page.findings)
    text = written(report_text.judged(report_of(replace(page, findings=findings)), Detail.VERBOSE))
    assert not harmful(text)
    assert not [line for line in text.splitlines() if line.startswith("  x.html:1:1: error")]


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_of_an_original_s_name_does_anything_to_a_terminal(report_of, page_with, nasty):
    page = replace(page_with("fine"), matches=(Match(f"{nasty}.html", None, 90, 0.6, 0.5),))
    said = written(report_text.judged(report_of(page), Detail.NORMAL))
    assert "it has 60% of the words of" in said
    assert harmful(said) == []
