"""The page names the author."""

import pytest

from checker.documents.document import Document, Media
from checker.engine import default
from checker.model import Outcome
from checker.question import Question
from checker.requirements.types.author_credit import AuthorCredit

KIND = "author_credit"
TYPE = 'type = "author_credit"\n'
TEXT = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>"
)
BOTH = "<p>By Ann Writer and Bo Reader</p>"


def test_a_byline_passes_and_is_quoted(ack, case):
    verdict = AuthorCredit().judge(case(ack(KIND, "Ann Writer"), ack(KIND, "Ann Writer", "Bo Reader", line=9)))
    assert (verdict.outcome, verdict.message) == (Outcome.PASSED, "The page credits Ann Writer, Bo Reader.")
    assert [evidence.line for evidence in verdict.evidence] == [4, 9]


# (why readers do not see it, outcome, a part of the message, reason)
UNSEEN = [
    pytest.param("display_none", "failed", "hidden by display:none (line 4, column 2)", None, id="display:none"),
    pytest.param("comment", "failed", "inside an HTML comment", None, id="in a comment"),
    pytest.param("metadata", "cant_tell", "metadata", "metadata_only", id="in the metadata alone"),
]


@pytest.mark.parametrize(("hidden", "outcome", "says", "reason"), UNSEEN)
def test_what_readers_do_not_see_never_satisfies(ack, case, hidden, outcome, says, reason):
    verdict = AuthorCredit().judge(case(ack(KIND, "Ann Writer", hidden_by=hidden)))
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert says in verdict.message
    assert verdict.evidence


def test_nobody_is_named(case):
    verdict = AuthorCredit().judge(case())
    assert (verdict.outcome, verdict.message, verdict.reason) == (
        Outcome.FAILED,
        "Nothing on the page names an author.",
        None,
    )
    assert verdict.fix.markdown == "By Ann Writer"


def test_agencies_often_name_nobody(case):
    verdict = AuthorCredit().judge(case(is_agency=True))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "original_unavailable")
    assert "Example News" in verdict.message


def test_a_source_credits_no_author(ack, case):
    assert AuthorCredit().judge(case(ack("source_attribution", "Ann Writer"))).outcome is Outcome.FAILED


def test_a_holder_of_the_copyright_may_be_the_author(ack, case):
    verdict = AuthorCredit().judge(case(ack("copyright_line", "Ann Writer")))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "named_in_copyright_line")
    assert "Ann Writer" in verdict.message


def page(top="", end=""):
    return f"<article><h1>The river rises</h1>{top}{TEXT}{TEXT}{end}</article>"


CREDIT = '<p>First published by <a href="https://news.example/2024/river">Example News</a>{}.</p>'
# (what stands above the text and below it, the name that may be the author's)
STRANGERS = [
    pytest.param("", CREDIT.format(" after a report of Dan Reeder"), "Dan Reeder", id="beside the credit"),
    pytest.param("", CREDIT.format(" for Éva Łukasz-Nagy"), "Éva Łukasz-Nagy", id="with letters beyond ASCII"),
    pytest.param("", CREDIT.format(", Иван Петров"), "Иван Петров", id="in another script"),
    pytest.param(
        "",
        '<p>Republished with permission from <a href="https://mill.example/2024/river">Dan Reeder</a>.</p>',
        "Dan Reeder",
        id="who gave permission",
    ),
    pytest.param(
        "",
        '<p>Republished with permission from <a href="https://hillmill.example/2024/river">Hill Mill</a>.</p>',
        None,
        id="a site that gave permission",
    ),
    pytest.param(
        "",
        '<p>Это перевод статьи: <a href="https://news.example/2024/river">Dan Reeder. How the river came back to the town</a></p>',
        "Dan Reeder",
        id="before the title",
    ),
    pytest.param("<p>Dan Reeder<br>Oldtown</p>", "", "Dan Reeder", id="on a line of its own"),
    pytest.param("", CREDIT.format(" for its Editor Dan Reeder"), "Editor Dan Reeder", id="behind what he is"),
    pytest.param("", "<p>Dan Reeder is a reporter at Example News, who sees to rivers.</p>", "Dan Reeder", id="a life"),
    pytest.param("", "<p>DAN REEDER</p>", "DAN REEDER", id="in capitals below the text"),
    pytest.param("<p>DAN REEDER</p>", "", None, id="capitals above the text"),
    pytest.param("", "<p>LATEST MARKET</p>", None, id="a button in capitals"),
    pytest.param("<p>Dan Reeder and the town saw the river come.</p>", "", None, id="above the text"),
    pytest.param(
        "<p>The river came to the old mill of Dan Reeder.</p>",
        "<p>Dan Reeder has left the mill and moved to the hill behind it.</p>",
        None,
        id="of whom the text told",
    ),
    pytest.param("", CREDIT.format(" in The River Rises"), None, id="the title"),
    pytest.param("", CREDIT.format(" under Creative Commons Attribution 4.0"), None, id="a licence"),
    pytest.param("", CREDIT.format(" for the UNO"), None, id="an abbreviation"),
    pytest.param("", CREDIT.format(" in OpenRiver Maps"), None, id="a product"),
    pytest.param("", CREDIT.format(" for Old Market"), None, id="words that the text has in small letters"),
    pytest.param("", CREDIT.format(" and Example News Network"), None, id="a name of the publisher's"),
    pytest.param(
        "", '<p>原文：<a href="https://news.example/2024/river">Rivers Dams</a></p>', None, id="behind a label"
    ),
    pytest.param("", CREDIT.format("").replace("First published by", "Originally Published By"), None, id="a wording"),
    pytest.param(
        "", CREDIT.format("").replace("First published by", "Dieser Artikel erschien zuerst auf"), None, id="its work"
    ),
    pytest.param("<h2>Dan Reeder</h2>", "", None, id="a heading"),
    pytest.param("", "<p>The town moved its market, as Dan Reeder of the mill saw it.</p>", None, id="in a sentence"),
]


@pytest.mark.parametrize(("top", "end", "name"), STRANGERS)
def test_a_name_that_nobody_could_place_may_be_the_author_s(judged, top, end, name):
    finding = judged(TYPE, f"<title>The river rises</title>{page(top, end)}")
    if name is None:
        assert (finding.outcome, finding.message) == ("failed", "Nothing on the page names an author.")
    else:
        assert (finding.outcome, finding.reason) == ("cant_tell", "name_unclear")
        assert f"“{name}” (line 1, column " in finding.message
        assert [each.text for each in finding.evidence] == [name]


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("作者：raj in", "cant_tell"),
        ("作者：本站", "failed"),
        ("作者：", "failed"),
        ("By Raj", "cant_tell"),
        ("By @raj_in", "cant_tell"),
        ("By Staff", "failed"),
        ("By the river", "failed"),
        ("By Tuesday, as the mayor had said, it was gone.", "failed"),
    ],
    ids=["what may be a name", "the site", "nothing", "a byline", "a handle", "nobody", "a place", "a sentence"],
)
def test_what_a_label_says_may_be_a_name(judged, line, outcome):
    assert judged(TYPE, page(end=f"<p>{line}</p>")).outcome == outcome


def test_of_a_long_paragraph_the_sentence_of_the_credit_counts(judged):
    more = "The town moved its market to the hill behind the old mill, and Dan Reeder stayed. " * 5
    assert judged(TYPE, page(end=CREDIT.format(f". {more}"))).outcome == "failed"
    assert judged(TYPE, page(end=CREDIT.format(f", with Dan Reeder. {more}"))).outcome == "cant_tell"


# (what is said of the source, outcome)
SOURCES = [
    pytest.param("이 글은 Dan Reeder의 River를 번역한 글입니다.", "cant_tell", id="a person"),
    pytest.param("이 글은 Example News Network의 River를 번역한 글입니다.", "failed", id="a publisher"),
    pytest.param("이 글은 Upper River Beacon의 River를 번역한 글입니다.", "failed", id="three words"),
    pytest.param(
        'Source: <a href="https://danreeder.example/river">Dan Reeder</a>', "failed", id="a site of that name"
    ),
]


@pytest.mark.parametrize(("said", "outcome"), SOURCES)
def test_a_source_that_is_called_like_a_person(judged, said, outcome):
    assert judged(TYPE, page(end=f"<p>{said}</p>")).outcome == outcome


def test_a_name_may_stand_in_the_gap_of_a_wording_and_beside_letters_without_spaces():
    said = '<a href="https://reeds.example/dan">Dan Reeder</a>发布在示例博客中的一系列文章，原文链接如下，'
    content = page(end=f"<p>这篇文章翻译自{said}</p>")
    report = default().check(Document("page.html", content.encode(), Media.HTML), Question())
    found = next(finding for finding in report.findings if finding.requirement == "author_credit")
    assert (found.outcome, found.reason) == ("cant_tell", "name_unclear")
    assert "“Dan Reeder”" in found.message


# (options, the copy's byline, outcome, reason)
BESIDE = [
    pytest.param("", "<p>By Ann Writer</p>", "cant_tell", "another_author_named", id="one of two"),
    pytest.param('scope = "first"', "<p>By Bo Reader</p>", "cant_tell", "another_author_named", id="not the first"),
    pytest.param("", "<p>By Ann Writers and Bo Reader</p>", "cant_tell", "another_author_named", id="a letter more"),
    pytest.param("", "", "failed", None, id="nobody"),
    pytest.param("if_supplied = true", "", "failed", None, id="nobody, where one is supplied"),
    pytest.param("", BOTH, "passed", None, id="both"),
    pytest.param("", "<p>Text: BO READER, ANN WRITER</p>", "passed", None, id="both in another order"),
    pytest.param('scope = "first"', "<p>By Ann Writer</p>", "passed", None, id="the first"),
]


@pytest.mark.parametrize(("options", "top", "outcome", "reason"), BESIDE)
def test_beside_the_original(judged, options, top, outcome, reason):
    finding = judged(TYPE + options, page(top), page(BOTH))
    assert (finding.outcome, finding.reason) == (outcome, reason)


def test_the_message_names_both_sides(judged):
    finding = judged(TYPE, page("<p>By Ann Writer</p>"), page(BOTH))
    assert finding.message == "The page credits Ann Writer; the original names Ann Writer, Bo Reader."
    assert finding.fix.markdown == "By Ann Writer, Bo Reader"


@pytest.mark.parametrize(
    ("original", "outcome", "reason"),
    [(None, "cant_tell", "original_unavailable"), (page(), "passed", None)],
    ids=["not shown", "without an author"],
)
def test_an_author_whom_the_original_does_not_name_is_not_asked_for(judged, original, outcome, reason):
    finding = judged(TYPE + "if_supplied = true", page(), original)
    assert (finding.outcome, finding.reason) == (outcome, reason)


@pytest.mark.parametrize(("name", "outcome"), [("Dan Reeder", "cant_tell"), ("Oldtown Gazette", "failed")])
def test_whom_a_site_is_called_after_may_be_the_author(judged, name, outcome):
    head = f'<meta property="og:site_name" content="{name}"><meta name="author" content="{name}">'
    assert judged(TYPE, f"<head>{head}</head>{page()}").outcome == outcome


# (what the site is called, its byline, outcome)
SITES = [
    pytest.param("Valley Post", "Valley Post", "cant_tell", id="the site's name"),
    pytest.param("Valley Post", "Valley Post Team", "cant_tell", id="its people"),
    pytest.param("Valley Post", "Ann Writer", "passed", id="somebody"),
    pytest.param("Valley Post", "Valley Post and Ann Writer", "passed", id="somebody beside it"),
]


@pytest.mark.parametrize(("site", "byline", "outcome"), SITES)
def test_whose_site_it_is_may_only_have_posted_the_article(judged, site, byline, outcome):
    head = f'<meta property="og:site_name" content="{site}"><meta property="og:url" content="https://valleypost.example/x">'
    author = f'<meta name="author" content="{byline}">'
    finding = judged(TYPE, f"<head>{head}{author}</head>{page(f'<p>By {byline}</p>')}")
    assert finding.outcome == outcome


# (the name, outcome, reason)
NAMES = [
    pytest.param("A. Writer", "cant_tell", "name_unclear", id="an initial"),
    pytest.param("Ann", "cant_tell", "name_unclear", id="one name"),
    pytest.param("A. M. Writer", "cant_tell", "name_unclear", id="two initials"),
    pytest.param("Ann M. Writer", "passed", None, id="an initial in the middle"),
    pytest.param("Ann Writer", "passed", None, id="two names"),
    pytest.param("李明", "passed", None, id="ideographs"),
]


@pytest.mark.parametrize(("name", "outcome", "reason"), NAMES)
def test_a_full_name(ack, case, name, outcome, reason):
    verdict = AuthorCredit(full_name=True).judge(case(ack(KIND, name)))
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert AuthorCredit().judge(case(ack(KIND, name))).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("options", "outcome"),
    [
        ('position = "heading"', "failed"),
        ('position = "bottom"\nwithin_words = 5', "passed"),
        ('position = "top"\nwithin_words = 60', "passed"),
    ],
    ids=["not before the text", "at the end", "within so many words"],
)
def test_where_it_stands(judged, options, outcome):
    assert judged(TYPE + options, page(end="<p>By Ann Writer</p>")).outcome == outcome


@pytest.mark.parametrize(
    ("hidden", "says"),
    [
        pytest.param("Bo Reader", True, id="another"),
        pytest.param("ann writer", False, id="the same in another case"),
        pytest.param(None, False, id="nobody"),
    ],
)
def test_metadata_that_names_somebody_else_is_told_and_decides_nothing(ack, case, hidden, says):
    more = [ack(KIND, hidden, hidden_by="metadata", via="json_ld")] if hidden else []
    verdict = AuthorCredit().judge(case(ack(KIND, "Ann Writer"), *more))
    assert verdict.outcome is Outcome.PASSED
    assert ("metadata names Bo Reader instead" in verdict.message) is says
