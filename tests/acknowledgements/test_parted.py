"""Credits that two elements share: a label and its value, a heading and a link, words and a logo."""

import pytest

from checker.acknowledgements import parted
from checker.model import Kind

LINK = '<a href="https://news.example/2024/river/">Example News</a>'
LOGO = '<a href="https://news.example/2024/river/"><img src="/logo.png" alt="Example News"></a>'
NAMED = '<a href="https://examplenews.example/2024/river/">Example News</a>'
NOTHING = [
    pytest.param({"end": f"<div><span>Source</span> {LINK}</div>"}, id="a label below the text may name a reference"),
    pytest.param({"end": f"<table><tr><th>Source</th><td>{LINK}</td></tr></table>"}, id="a table below the text"),
    pytest.param({"top": '<dl><dt>Source</dt><dd><a href="/news/river/">Our news</a></dd></dl>'}, id="the site itself"),
    pytest.param({"top": "<dl><dt>Source</dt><dd>Riverside Commons</dd></dl>"}, id="the site's name"),
    pytest.param({"top": f"<dl><dt>Category</dt><dd>{LINK}</dd></dl>"}, id="another label"),
    pytest.param(
        {"top": '<div><div>by</div><div><a href="https://news.example/2024/a/">Ann Writer</a></div></div>'},
        id="a person",
    ),
    pytest.param({"top": f"<h4>Related</h4><p>{LINK}</p>"}, id="another heading"),
    pytest.param({"top": f"<h4>Originally published by</h4><p>Nobody knows, but see {LINK}</p>"}, id="a sentence"),
    pytest.param({"top": "<p>Originally published by <img src='/logo.png' alt='Example News'></p>"}, id="no link"),
]
FOUND = [
    pytest.param({"top": f"<dl><dt>Source</dt><dd>{LINK}</dd></dl>"}, id="a definition"),
    pytest.param({"top": f"<table><tr><th>Source</th><td>{LINK}</td></tr></table>"}, id="a table"),
    pytest.param({"top": f'<div><div class="label">Fuente</div><div>{LINK}</div></div>'}, id="a field"),
    pytest.param({"top": f"<div><span>Originally published</span> {LINK}</div>"}, id="a label in a line"),
    pytest.param({"top": f"<div><h5>Originally published by</h5><p>{LINK}</p></div>"}, id="a heading"),
    pytest.param({"end": f"<p>Originally published by {LOGO}</p>"}, id="a logo"),
    pytest.param({"top": f"<div><div>by</div><div>{NAMED}</div></div>"}, id="the word before a writer's name"),
]


@pytest.mark.parametrize("parts", NOTHING)
def test_what_is_no_credit(scene_of, parts):
    assert not list(parted.observe(scene_of(**parts)))


@pytest.mark.parametrize("parts", FOUND)
def test_a_credit_in_two_elements(scene_of, parts):
    source, link = parted.observe(scene_of(**parts))
    assert (source.kind, source.names, source.certain) == (Kind.SOURCE_ATTRIBUTION, ("Example News",), True)
    assert (link.kind, (link.evidence.href or "").endswith("/2024/river/")) == (Kind.LINK_TO_ORIGINAL, True)


def test_a_label_without_a_link_is_not_sure(scene_of):
    (source,) = parted.observe(scene_of(top="<dl><dt>Source</dt><dd>Example News</dd></dl>"))
    assert not source.certain
