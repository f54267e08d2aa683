"""Page counters: another's, known by their address, and never requested."""

from urllib.parse import quote

import pytest

from checker.acknowledgements import counters

COUNTER = "https://counter.theconversation.com/content/123/count.gif"

FOUND = [
    pytest.param({"end": f'<img src="{COUNTER}" width="1" height="1">'}, COUNTER, None, id="an image"),
    pytest.param({"end": f'<img data-src="{COUNTER}" width="1">'}, COUNTER, None, id="loaded late"),
    pytest.param(
        {"end": f'<img src="{COUNTER}" style="display:none">'}, COUNTER, None, id="an invisible image is still loaded"
    ),
    pytest.param(
        {
            "end": '<p><a href="https://news.example/2024/river">Example News</a></p><img src="https://news.example/counter/1.gif">'
        },
        "https://news.example/counter/1.gif",
        None,
        id="of a publisher that the article links",
    ),
    pytest.param({"end": f'<noscript><img src="{COUNTER}"></noscript>'}, COUNTER, "noscript", id="in noscript"),
    pytest.param({"end": f"<!-- <img src='{COUNTER}'> -->"}, COUNTER, "comment", id="in a comment"),
    pytest.param({"end": f'<iframe src="{COUNTER}"></iframe>'}, COUNTER, None, id="a frame"),
    pytest.param({"end": f'<script src="{COUNTER}"></script>'}, COUNTER, None, id="a script"),
    pytest.param({"media": "markdown", "end": f"![The Conversation]({COUNTER})"}, COUNTER, None, id="a Markdown image"),
    pytest.param(
        {"end": f'<img src="{COUNTER}?distributor=republish-lightbox-basic">'},
        f"{COUNTER}?distributor=republish-lightbox-basic",
        None,
        id="with a query",
    ),
    pytest.param(
        {"end": f'<img src="https://i0.wp.com/{COUNTER.removeprefix("https://")}?ssl=1">'},
        f"{COUNTER}?ssl=1",
        "proxied",
        id="through an image proxy",
    ),
    pytest.param(
        {"end": f'<img src="/_next/image?url={quote(COUNTER, safe="")}&amp;w=16">'},
        f"{COUNTER}&w=16",
        "proxied",
        id="through a site builder's proxy",
    ),
    pytest.param(
        {"media": "markdown", "end": "![](https://medium.com/_/stat?event=post.clientViewed&postId=1)"},
        "https://medium.com/_/stat?event=post.clientViewed&postId=1",
        None,
        id="of a feed",
    ),
    pytest.param(
        {"end": '<img src="/wp-content/uploads/2024/05/count.gif">'},
        "https://riversidecommons.example/wp-content/uploads/2024/05/count.gif",
        "rehosted",
        id="copied to the host",
    ),
]


@pytest.mark.parametrize(("parts", "href", "why"), FOUND)
def test_a_counter(seen, parts, href, why):
    assert [(kind, address, hidden) for kind, _, address, hidden in seen(counters.observe, **parts)] == [
        ("page_counter", href, why)
    ]


NEAR_MISSES = [
    pytest.param(
        {
            "end": '<p>Follow us on <a href="https://www.facebook.com/river">Facebook</a></p>'
            '<img src="https://www.facebook.com/tr?pixel=1">'
        },
        id="the host's statistics, of a site that it links",
    ),
    pytest.param({"end": '<img src="https://www.google-analytics.com/collect?pixel=1">'}, id="the host's statistics"),
    pytest.param({"end": '<img src="https://riversidecommons.example/counter/1.gif">'}, id="the host's own counter"),
    pytest.param({"end": '<img src="/counter/1.gif">'}, id="the host's own counter, relative"),
    pytest.param(
        {"end": '<img src="https://news.example/counter/1.gif">'}, id="of a site that nothing on the page credits"
    ),
    pytest.param(
        {
            "end": '<p><a href="https://news.example/2024/river">Example News</a></p><img src="https://news.example/river.jpg">'
        },
        id="a picture",
    ),
    pytest.param({"end": f'<p><a href="{COUNTER}">counter</a></p>'}, id="a link loads nothing"),
    pytest.param(
        {"end": '<img src="https://counter.lookalike.example/content/123/count.gif">'}, id="a look-alike host"
    ),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_counter(seen, parts):
    assert seen(counters.observe, **parts) == []


def test_one_counter_is_listed_once(seen):
    assert len(seen(counters.observe, end=f'<img src="{COUNTER}"><img src="{COUNTER}">')) == 1
