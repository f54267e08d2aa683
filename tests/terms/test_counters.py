"""Page counters by the addresses that packs give them."""

import pytest

from checker.model import Publisher
from checker.page import address
from checker.terms.counters import Counters, key, pattern

NEWS = Publisher("example-news", "Example News", "news.example")
RIVER = Publisher("river-post", "The River Post", "river.example")
KNOWN = Counters(
    [
        (NEWS, "https://count.news.example/content/{id}/count*"),
        (RIVER, "https://pixel.river.example/pixel.js?key=*"),
        (RIVER, "https://counter.river.*/c/{id}"),
    ]
)


@pytest.mark.parametrize(
    ("url", "owner"),
    [
        pytest.param("https://count.news.example/content/12345/count.gif", NEWS, id="as written"),
        pytest.param("http://COUNT.news.example/content/12345/count?x=1", NEWS, id="scheme and letter case"),
        pytest.param("https://count.news.example/content/count.gif", None, id="no id"),
        pytest.param("https://count.news.example/content/1/2/count.gif", None, id="more parts than it has"),
        pytest.param("https://news.example/content/12345/count.gif", None, id="another host of the publisher"),
        pytest.param("https://count.news.example.evil.example/content/1/count.gif", None, id="a look-alike host"),
        pytest.param("https://pixel.river.example/pixel.js?key=https://river.example/a", RIVER, id="a query"),
        pytest.param("https://counter.river.org/c/7", RIVER, id="any top-level domain"),
        pytest.param("https://counter.river.org/d/7", None, id="another path there"),
    ],
)
def test_whose_counter_an_address_is(url, owner):
    assert KNOWN.owner(address.parse(url)) == owner


def test_the_id_is_read():
    found = pattern("https://count.news.example/{id}/*").match(key("https://www.count.news.example/river-7/a.gif"))
    assert found["id"] == "river-7"


def test_an_id_that_stands_twice_is_one():
    twice = pattern("https://count.news.example/{id}/{id}.gif")
    assert twice.match(key("https://count.news.example/7/7.gif"))
    assert not twice.match(key("https://count.news.example/7/8.gif"))
