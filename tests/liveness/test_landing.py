"""Where links lead: to the original, or to what is left of it."""

import pytest

from checker.documents.web.answer import Answer, Hop
from checker.errors import TargetError
from checker.liveness.landing import landing, reached, unreached
from checker.model import End

ASKED = "https://news.example/2024/the-river-rises"
HOME = "https://news.example/"
TITLE = "The river rises again in Example Town"
PAGE = f"<title>{TITLE}</title><h1>{TITLE}</h1><p>" + "The water came early this year. " * 30
OTHER = "<title>News</title><h1>Ten soups for the winter</h1><p>" + "Cook the soup. " * 60


def end(*, url=ASKED, asked=ASKED, status=200, body=PAGE, kind="text/html", title=TITLE, **headers):
    """Where a link to `asked` leads when that answer is at `url`."""
    hops = (Hop(asked, 301),) if url != asked else ()
    answer = Answer(url, status, "said", {"content-type": kind, **headers}, body.encode(), asked=asked, hops=hops)
    return landing(asked, asked, reached(answer), title).end


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (200, End.ORIGINAL),
        (401, End.BLOCKED),
        (402, End.ORIGINAL),
        (403, End.BLOCKED),
        (404, End.GONE),
        (410, End.GONE),
        (429, End.RATE_LIMITED),
        (451, End.BLOCKED),
        (400, End.UNAVAILABLE),
        (500, End.UNAVAILABLE),
        (503, End.UNAVAILABLE),
    ],
)
def test_by_its_status(status, expected):
    assert end(status=status) is expected


# where it was found, and what is there -> where the link leads
PLACES = [
    pytest.param(
        {"url": "https://www.news.example/2024/the-river-rises/"}, End.ORIGINAL, id="another form of the address"
    ),
    pytest.param(
        {"url": "https://news.example/a/7/the-river-rises"}, End.ORIGINAL, id="addresses that were rearranged"
    ),
    pytest.param({"url": "https://paper.example/story/77"}, End.ORIGINAL, id="another site with the title"),
    pytest.param(
        {"url": "https://paper.example/x", "body": f'<head><link rel="canonical" href="{ASKED}"></head>{OTHER}'},
        End.ORIGINAL,
        id="a page that names it as canonical",
    ),
    pytest.param({"body": "%PDF-1.7", "kind": "application/pdf"}, End.ORIGINAL, id="a file"),
    pytest.param({"body": OTHER}, End.ORIGINAL, id="another title at its own address"),
    pytest.param({"body": '<div id="root"></div><script src="a.js"></script>'}, End.ORIGINAL, id="an app"),
    pytest.param({"url": HOME}, End.HOME_PAGE, id="a home page"),
    pytest.param({"url": "https://paper.example/"}, End.HOME_PAGE, id="another site's home page"),
    pytest.param({"url": "https://news.example/soups/ten", "body": OTHER}, End.ANOTHER_PAGE, id="another article"),
    pytest.param({"url": "https://news.example/login", "body": "<h1>Log in</h1>"}, End.ANOTHER_PAGE, id="a login"),
    pytest.param(
        {"url": "https://news.example/x", "body": OTHER, "title": None}, End.ANOTHER_PAGE, id="no title to compare"
    ),
    pytest.param({"body": "<h1>Page not found</h1>"}, End.SOFT_404, id="a page that says not found"),
    pytest.param({"body": "<p>This domain is for sale"}, End.PARKED, id="a domain for sale"),
    pytest.param({"body": "<h1>Before you continue to News</h1>"}, End.CONSENT_WALL, id="a question"),
    pytest.param({"body": "<title>Just a moment...</title>"}, End.CHALLENGE, id="a challenge"),
    pytest.param(
        {"status": 403, "body": "<title>Just a moment...</title>"}, End.CHALLENGE, id="a challenge that refuses"
    ),
]


@pytest.mark.parametrize(("given", "expected"), PLACES)
def test_by_where_it_was_found_and_what_is_there(given, expected):
    assert end(**given) is expected


def test_a_link_to_a_home_page_leads_there():
    assert end(asked=HOME, url=HOME, body=OTHER) is End.HOME_PAGE


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("unreachable", End.UNAVAILABLE),
        ("timeout", End.UNAVAILABLE),
        ("too_many_redirects", End.UNAVAILABLE),
        ("private_address", End.UNAVAILABLE),
        ("disallowed", End.DISALLOWED),
        ("offline", End.OFFLINE),
    ],
)
def test_without_an_answer(code, expected):
    found = landing("/x", ASKED, unreached(ASKED, TargetError("no", code)), TITLE)
    assert (found.href, found.end, found.status, found.redirects) == ("/x", expected, None, ())


def test_the_way_is_told():
    hops = (Hop(ASKED, 301), Hop("https://www.news.example/2024/the-river-rises", 302))
    found = landing(ASKED, ASKED, reached(Answer(HOME, 200, "", {}, PAGE.encode(), hops=hops)), TITLE)
    assert (found.url, found.status, found.redirects) == (HOME, 200, tuple(hop.url for hop in hops))
