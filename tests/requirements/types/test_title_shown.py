"""The original's title is shown."""

import pytest

from checker.model import Outcome
from checker.original.original import Original
from checker.requirements.types.title_shown import TitleShown

LINE = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
TITLE = "<h1>The River Rises</h1>"
BY = f"<p>By Ann Writer</p><p>{LINE}</p>"
ORIGINAL = f"<article>{TITLE}{BY}</article>"
OTHER = "<h1>Water in the old town</h1>"
CREDIT = '<p>First published as “The river rises” by <a href="https://news.example/2024/river">Example News</a>.</p>'
PLAIN = '<p>This article was first published by <a href="https://news.example/2024/river">Example News</a>.</p>'
HEAD = "<html><head><title>The river rises</title></head><body>"


def asks(where):
    return f'type = "title_shown"\nwhere = "{where}"'


# (the page, outcome as a headline, outcome anywhere)
PAGES = [
    pytest.param(f"<h1>The river is rising</h1>{BY}", "failed", "failed", id="nearly its words"),
    pytest.param(f"<h1>The riverrises</h1>{BY}", "failed", "failed", id="its letters"),
    pytest.param(f"<h1>Rises the river?</h1>{BY}", "failed", "failed", id="its words in another order"),
    pytest.param(f"<h1 hidden>The river rises</h1>{OTHER}{BY}", "failed", "failed", id="hidden"),
    pytest.param(f"{OTHER}{BY}<!-- The river rises -->", "failed", "failed", id="in a comment"),
    pytest.param(f"{HEAD}{OTHER}{BY}", "failed", "failed", id="in the browser's tab"),
    pytest.param(f"{OTHER}{BY}{CREDIT}", "failed", "passed", id="in the credit"),
    pytest.param(
        f"{OTHER}{BY}<h2>The river rises</h2><p>{LINE}</p>", "failed", "passed", id="as a heading in the text"
    ),
    pytest.param(f"{OTHER}{BY}", "failed", "failed", id="nowhere"),
    pytest.param(f"{TITLE}{BY}", "passed", "passed", id="as it is"),
    pytest.param(f"<h1>the river rises!</h1>{BY}", "passed", "passed", id="in lower case"),
    pytest.param(f"<h1>Weather – The river rises</h1>{BY}", "passed", "passed", id="behind a section"),
    pytest.param(
        f"<h1>The Hill Herald</h1><h2>The river rises</h2>{BY}", "passed", "passed", id="in the second heading"
    ),
    pytest.param(f"---\ntitle: The river rises\n---\n\n{LINE}", "passed", "passed", id="as front matter"),
    pytest.param(f"# The river rises\n\n{LINE}", "passed", "passed", id="in Markdown"),
]


@pytest.mark.parametrize(("page", "headline", "anywhere"), PAGES)
def test_the_title_on_the_page(judged, page, headline, anywhere):
    findings = {where: judged(asks(where), page, ORIGINAL) for where in ("headline", "anywhere")}
    assert (findings["headline"].outcome, findings["anywhere"].outcome) == (headline, anywhere)
    assert {finding.reason for finding in findings.values()} == {None}


TITLES = [
    pytest.param("The river rises | Example News", "passed", id="the publisher's name behind it"),
    pytest.param("The river rises - Weather - EN", "failed", id="a section behind it, too"),
    pytest.param("The river rises – Your questions", "failed", id="a second half"),
    pytest.param("Example News", "failed", id="the publisher's name alone"),
]


@pytest.mark.parametrize(("title", "outcome"), TITLES)
def test_the_publisher_s_name_is_no_part_of_a_title(judged, title, outcome):
    original = f"<html><head><title>{title}</title></head><body>{BY}</body></html>"
    assert judged(asks("headline"), TITLE + BY, original).outcome == outcome


# (the page, reason)
NO_HEADLINE = [
    pytest.param(f"{HEAD}{BY}", "no_headline", id="a whole page"),
    pytest.param(BY, "not_in_source", id="a fragment"),
    pytest.param(LINE, "not_in_source", id="Markdown"),
]


@pytest.mark.parametrize("where", ["headline", "anywhere"])
@pytest.mark.parametrize(("page", "reason"), NO_HEADLINE)
def test_a_page_without_a_headline(judged, page, reason, where):
    finding = judged(asks(where), page, ORIGINAL)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, reason)


# (the page, outcome, reason)
CREDITS = [
    pytest.param(TITLE + BY + PLAIN, "failed", None, id="in the headline alone"),
    pytest.param(TITLE + BY + CREDIT.replace("rises", "rose"), "failed", None, id="nearly its words"),
    pytest.param(TITLE + BY + CREDIT.replace("<p>", "<p hidden>"), "cant_tell", "no_credit_line", id="hidden"),
    pytest.param(TITLE + BY, "cant_tell", "no_credit_line", id="no credit"),
    pytest.param(
        f"---\nsource: Example News\n---\n\n{LINE}", "cant_tell", "not_in_source", id="a credit as front matter"
    ),
    pytest.param(OTHER + BY + CREDIT, "passed", None, id="in the credit"),
    pytest.param(
        f'{OTHER}{BY}<p>Republished from Example News:</p><p><a href="https://news.example/2024/river">The river rises</a></p>',
        "passed",
        None,
        id="in the line below",
    ),
]


@pytest.mark.parametrize(("page", "outcome", "reason"), CREDITS)
def test_the_title_in_the_credit(judged, page, outcome, reason):
    finding = judged(asks("credit"), page, ORIGINAL)
    assert (finding.outcome, finding.reason) == (outcome, reason)


# (where, the page, outcome); what cannot be told needs the original
ALONE = [
    pytest.param("credit", OTHER + BY + CREDIT, "cant_tell", id="a credit with another title than the headline"),
    pytest.param("credit", TITLE + BY + PLAIN, "cant_tell", id="a credit without a title"),
    pytest.param("credit", BY + CREDIT, "cant_tell", id="a credit, and no headline"),
    pytest.param("credit", TITLE + BY + CREDIT, "passed", id="a credit with the headline"),
    pytest.param("headline", BY, "cant_tell", id="no headline"),
    pytest.param("headline", OTHER + BY, "passed", id="a headline"),
    pytest.param("anywhere", BY + CREDIT, "cant_tell", id="a title in the credit, and no headline"),
    pytest.param("anywhere", f"---\ntitle: The river\n---\n\n{LINE}", "passed", id="a title as front matter"),
]


@pytest.mark.parametrize(("where", "page", "outcome"), ALONE)
def test_without_the_original_the_headline_is_its_title(judged, where, page, outcome):
    finding = judged(asks(where), page)
    assert (finding.outcome, finding.reason) == (outcome, "original_unavailable" if outcome == "cant_tell" else None)


@pytest.mark.parametrize("where", ["headline", "anywhere", "credit"])
def test_a_translation_has_a_title_of_its_own(judged, where):
    page = f'<html lang="de"><head><title>Wasser</title></head><body><h1>Der Fluss steigt</h1>{BY}{PLAIN}</body></html>'
    english = f'<html lang="en"><body>{ORIGINAL}</body></html>'
    finding = judged(asks(where), page, english)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "translated")


@pytest.mark.parametrize("title", [None, "…"], ids=["none", "no words"])
def test_an_original_without_a_title_in_words(ack, case, title):
    verdict = TitleShown("credit").judge(
        case(ack("source_attribution", "Example News"), original=Original(title=title))
    )
    assert verdict.outcome is (Outcome.CANT_TELL if title is None else Outcome.FAILED)
