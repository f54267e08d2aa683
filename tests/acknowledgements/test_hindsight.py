"""What is seen once the publisher is known: its links outside the credit lines, and a canonical to a third site."""

import pytest

from checker.acknowledgements import hindsight, metadata, notices

DOMAINS = ("news.example",)
TITLED = "https://news.example/2024/the-river-comes-back"

FOUND = [
    pytest.param(
        '<a href="https://news.example/">News</a>',
        [("link_to_publisher", "https://news.example/", None)],
        id="to the home page",
    ),
    pytest.param(
        '<a href="http://www.news.example">News</a>',
        [("link_to_publisher", "http://www.news.example", None)],
        id="with www, without a slash",
    ),
    pytest.param(
        '<a href="https://en.news.example/">News</a>',
        [("link_to_publisher", "https://en.news.example/", None)],
        id="on a subdomain",
    ),
    pytest.param(
        f'<a href="{TITLED}">here</a>', [("link_to_original", TITLED, None)], id="the address has the page's title"
    ),
    pytest.param(
        '<a href="https://news.example/?p=5">The river comes back</a>',
        [("link_to_original", "https://news.example/?p=5", None)],
        id="the text is the page's title",
    ),
    pytest.param(
        "news.example/ is not linked, https://news.example/2024/river is",
        [("link_to_original", None, "not_linked")],
        id="an address as text",
    ),
]


@pytest.mark.parametrize(("line", "expected"), FOUND)
def test_a_link_to_the_publisher(scene_of, line, expected):
    found = hindsight.review(scene_of(end=f"<p>{line}</p>"), DOMAINS, ())
    assert [(ack.kind.value, ack.evidence.href, ack.broken) for ack in found] == expected


NEAR_MISSES = [
    pytest.param(
        {"end": '<p><a href="https://mynews.example/">News</a></p>'}, id="a look-alike host, more letters in front"
    ),
    pytest.param(
        {"end": '<p><a href="https://news.example.lookalike.example/">News</a></p>'},
        id="a look-alike host, more letters behind",
    ),
    pytest.param({"end": '<p><a href="https://other.example/news.example/">News</a></p>'}, id="the domain in a path"),
    pytest.param(
        {"end": '<p><a href="https://news.example@other.example/">News</a></p>'}, id="the domain as a user's name"
    ),
    pytest.param(
        {"end": '<p><a href="https://news.example/2019/bridges-and-boats">bridges</a></p>'},
        id="another article of the publisher",
    ),
    pytest.param(
        {"end": '<p><a href="https://news.example/author/ann-writer">Ann Writer</a></p>'}, id="an author's page"
    ),
    pytest.param({"end": '<p><a href="mailto:ann@news.example">Write</a></p>'}, id="a mail address"),
    pytest.param({"end": "<p>Example News has written about it.</p>"}, id="a bare mention"),
    pytest.param(
        {"after": f"<section id='comments'><p><a href='{TITLED}'>here</a></p></section>"}, id="a reader's comment"
    ),
    pytest.param(
        {"after": f"</main><aside class='sidebar'><a href='{TITLED}'>here</a></aside><main>"}, id="the sidebar"
    ),
    pytest.param({"after": "</main><footer><a href='https://news.example/'>News</a></footer><main>"}, id="the footer"),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_link_to_the_publisher(scene_of, parts):
    assert hindsight.review(scene_of(**parts), DOMAINS, ()) == ()


@pytest.mark.parametrize(
    ("href", "why"),
    [("https://news.example/2024/river", None), ("https://third.example/2024/river", "third_party")],
    ids=["to the publisher", "to another copier"],
)
def test_a_canonical_counts_where_it_leads_to_the_publisher(scene_of, href, why):
    scene = scene_of(head=f'<link rel="canonical" href="{href}">')
    found = hindsight.review(scene, DOMAINS, tuple(metadata.observe(scene)))
    assert [(ack.evidence.href, ack.broken) for ack in found] == [(href, why)]


def test_what_is_known_already_is_not_said_twice(scene_of):
    scene = scene_of(end='<p><a href="https://news.example/">News</a></p>')
    once = hindsight.review(scene, DOMAINS, ())
    assert hindsight.review(scene, DOMAINS, once) == once


def test_the_publisher_s_notice_in_the_footer_is_the_copy_s(scene_of):
    after = "</main><footer><p>Copyright 2023 The Associated Press. All rights reserved.</p><p>© 2023 Reuters</p></footer><main>"
    found = hindsight.review(scene_of(after=after), ("apnews.com",), ())
    assert [(ack.kind.value, ack.names) for ack in found] == [("copyright_line", ("The Associated Press",))]


CUT = "This site has copyrighted material the use of which has not always been specifically authorized by the copyright owner."


@pytest.mark.parametrize(
    ("domains", "broken"),
    [(DOMAINS, None), (("globalresearch.ca",), "truncated")],
    ids=["anybody's", "the publisher's"],
)
def test_a_notice_like_a_part_of_another_publishers_is_nobodys_in_particular(scene_of, domains, broken):
    scene = scene_of(end=f"<p>{CUT}</p>")
    (found,) = hindsight.review(scene, domains, tuple(notices.observe(scene)))
    assert (found.kind.value, found.details["what"], found.broken) == ("fair_use_notice", "fair_use", broken)
    assert ("notice" in found.details) == bool(broken)
