"""The original's date is shown."""

import pytest

TYPE = 'type = "date_shown"\n'
ANYWHERE = TYPE + 'where = "anywhere"\n'
ACCESSED = TYPE + 'which = "accessed"\n'
TEXT = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
PAGE = f"<article><h1>The river rises</h1>{{}}<p>{TEXT}</p>{{}}</article>"
ORIGINAL = f"""<html><head><meta property="article:published_time" content="2024-03-05T22:40:00Z"></head>
<body>{PAGE.format("", "")}</body></html>"""


def credit(date):
    return PAGE.format("", f"<p>This article was first published by Example News{date}.</p>")


# (options, page, outcome, reason, a part of the message)
ALONE = [
    pytest.param(TYPE, credit(" for 300 readers"), "failed", None, "The credit does not give the date.", id="a number"),
    pytest.param(TYPE, credit(": https://news.example/2024/03/05/river"), "failed", None, "credit", id="an address"),
    pytest.param(TYPE, credit(", and 2 more"), "failed", None, "credit", id="a small number"),
    pytest.param(
        TYPE,
        PAGE.format("<p>5 March 2024</p>", "<p>First published by Example News.</p>"),
        "failed",
        None,
        "credit",
        id="elsewhere",
    ),
    pytest.param(
        TYPE, PAGE.format("<p>5 March 2024</p>", ""), "cant_tell", "no_credit_line", "No credit", id="no credit"
    ),
    pytest.param(
        TYPE,
        f"---\nsource: Example News\ndate: 2024-03-05\n---\n{TEXT}\n",
        "cant_tell",
        "no_credit_line",
        "No credit",
        id="front matter",
    ),
    pytest.param(
        ANYWHERE,
        PAGE.format("", f"<p>In 1998 the water stood as high. {TEXT}</p>"),
        "cant_tell",
        "original_unavailable",
        "when it was published",
        id="a year in the text",
    ),
    pytest.param(
        ACCESSED + 'where = "anywhere"',
        PAGE.format("", f"<p>In 1998 the water stood as high. {TEXT}</p>"),
        "failed",
        None,
        "The page does not give the date.",
        id="when it was taken over: a year in the text",
    ),
    pytest.param(ACCESSED, credit(""), "failed", None, "credit", id="when it was taken over: no date"),
    pytest.param(TYPE, credit(" on 5 March 2024"), "passed", None, "A date is given.", id="a date"),
    pytest.param(TYPE, credit(" (05.03.24)"), "passed", None, "date", id="in figures"),
    pytest.param(TYPE, credit(" on ٥ مارس ٢٠٢٤"), "passed", None, "date", id="in other figures"),
    pytest.param(TYPE, credit(" on 15 Esfand 1402"), "passed", None, "date", id="by another calendar"),
    pytest.param(ANYWHERE, PAGE.format("<p>March 5, 2024</p>", ""), "passed", None, "date", id="a line of its own"),
    pytest.param(ACCESSED, credit(", retrieved on 7 May 2024"), "passed", None, "date", id="when it was taken over"),
]


@pytest.mark.parametrize(("asked", "page", "outcome", "reason", "says"), ALONE)
def test_a_page_alone(judged, asked, page, outcome, reason, says):
    finding = judged(asked, page)
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


# (options, page, outcome, reason, a part of the message)
BESIDE = [
    pytest.param(TYPE, credit(""), "failed", None, "The credit does not give the date, 2024-03-05.", id="no date"),
    pytest.param(ANYWHERE, PAGE.format("", ""), "failed", None, "The page does not give", id="no date anywhere"),
    pytest.param(TYPE, credit(" on 6 March 2024"), "cant_tell", "another_date", "2024-03-05", id="another day"),
    pytest.param(TYPE, credit(" in March 2024"), "cant_tell", "another_date", "credit", id="the month alone"),
    pytest.param(TYPE, credit(" on 15 Esfand 1402"), "cant_tell", "another_date", "credit", id="by another calendar"),
    pytest.param(
        ANYWHERE, PAGE.format("<p>9 April 2024</p>", ""), "cant_tell", "another_date", "The page", id="the copy's date"
    ),
    pytest.param(TYPE, credit(" on 5 March 2024"), "passed", None, "A date is given.", id="the day"),
    pytest.param(TYPE, credit(" on 2024-03-05"), "passed", None, "date", id="in figures"),
    pytest.param(TYPE, credit(" (3/5/24)"), "passed", None, "date", id="with a short year"),
    pytest.param(ANYWHERE, PAGE.format("<p>2024年3月5日</p>", ""), "passed", None, "date", id="in Chinese"),
    pytest.param(ACCESSED, credit(", retrieved on 7 May 2024"), "passed", None, "date", id="when it was taken over"),
]


@pytest.mark.parametrize(("asked", "page", "outcome", "reason", "says"), BESIDE)
def test_beside_the_original(judged, asked, page, outcome, reason, says):
    finding = judged(asked, page, ORIGINAL)
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message
