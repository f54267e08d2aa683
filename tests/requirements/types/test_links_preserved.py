"""The links in the original's text are in the copy too."""

import pytest

from checker.model import Outcome

PAGE = """<html><head><link rel="canonical" href="https://news.example/2024/river"></head><body><article><h1>The river rises</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>More of it stands here, in a paragraph that is long enough to count as the article's own: {links}.</p></article>"""
GAUGE, MILL = "https://gauge.example/7", "https://mill.example/history"


def page(*hrefs):
    return PAGE.format(links=" and ".join(f'<a href="{href}">this</a>' for href in hrefs))


# (where the original's links lead, where the copy's do, outcome)
CASES = [
    pytest.param([GAUGE], ["https://gauge.example/70"], "failed", id="a longer address"),
    pytest.param([GAUGE], ["https://mygauge.example/7"], "failed", id="a look-alike host"),
    pytest.param([GAUGE, MILL], [MILL], "failed", id="one of two"),
    pytest.param([GAUGE], [], "failed", id="none"),
    pytest.param([], [], "passed", id="none to keep"),
    pytest.param([GAUGE, MILL], [MILL, GAUGE], "passed", id="both, turned round"),
    pytest.param([GAUGE], ["http://www.GAUGE.example/7/?utm_source=herald#top"], "passed", id="written otherwise"),
    pytest.param([GAUGE], [f"https://web.archive.org/web/2024/{GAUGE}"], "passed", id="in an archive"),
    pytest.param(["https://news.example/2024/river#map"], [], "passed", id="a link to the article itself"),
    pytest.param(["https://news.example/newsletter"], [], "passed", id="the publisher's newsletter"),
    pytest.param(["https://news.example/2023/bridge"], [], "failed", id="another article of the publisher's"),
    pytest.param(["https://www.facebook.com/sharer?u=river"], [], "passed", id="a button that shares it"),
    pytest.param(["https://bookshop.org/b/river"], [], "passed", id="a book for sale"),
    pytest.param(["mailto:ann@news.example", "#notes"], [], "passed", id="no pages"),
]


@pytest.mark.parametrize(("wanted", "there", "outcome"), CASES)
def test_what_became_of_the_links(judged, wanted, there, outcome):
    finding = judged('type = "links_preserved"', page(*there), page(*wanted))
    assert (finding.outcome.value, finding.reason) == (outcome, None)


GERMAN = """<html lang="de"><body><article><h1>Der Fluss steigt</h1><p>In der Nacht ist der Fluss um zwei Meter gestiegen, und die Stadt
hat ihren Markt auf den Hügel hinter der alten Mühle verlegt, wie {links} zeigt.</p><p>Dieser Text ist zuerst bei
<a href="https://news.example/2024/river">Example News</a> erschienen. Aus dem Englischen von Bea Dolmetsch.</p></article>"""


@pytest.mark.parametrize(("there", "reason"), [("https://gauge.example/de/7", "translated"), ("", None)])
def test_a_translation_may_link_pages_in_its_own_language(judged, there, reason):
    links = f'<a href="{there}">der Pegel</a>' if there else "der Pegel"
    finding = judged(
        'type = "links_preserved"', GERMAN.format(links=links), page(GAUGE).replace("<html>", '<html lang="en">')
    )
    assert (finding.outcome.value, finding.reason) == ("cant_tell" if reason else "failed", reason)


def test_a_hidden_link_is_not_kept(judged):
    hidden = PAGE.format(links=f'<span style="display:none"><a href="{GAUGE}">this</a></span>')
    assert judged('type = "links_preserved"', hidden, page(GAUGE)).outcome is Outcome.FAILED


TWENTY = [f"https://gauge.example/{number}" for number in range(20)]


@pytest.mark.parametrize(
    ("share", "kept", "outcome"),
    [
        pytest.param("0.55", 10, "failed", id="one too few"),
        pytest.param("0.55", 11, "passed", id="just enough"),
        pytest.param("1.0", 19, "failed", id="all but one"),
    ],
)
def test_a_share(judged, share, kept, outcome):
    finding = judged(f'type = "links_preserved"\nmin_share = {share}', page(*TWENTY[:kept]), page(*TWENTY))
    assert finding.outcome.value == outcome


def test_the_message_names_three_and_counts_the_rest(judged):
    finding = judged('type = "links_preserved"', page(), page(*TWENTY[:5]))
    assert "5 of the original's 5 links are gone" in finding.message
    assert finding.message.endswith(
        "https://gauge.example/0, https://gauge.example/1 and https://gauge.example/2 and 2 more."
    )


def test_each_link_that_is_gone_is_an_edit(judged):
    original = page(GAUGE, MILL, *TWENTY[:1]).replace(f'{MILL}">this', f'{MILL}">the old mill')
    copy = page(*TWENTY[:1], "https://herald.example/mill").replace('mill">this', 'mill">The Old Mill')
    edits = judged('type = "links_preserved"', copy, original).edits
    assert [(edit.kind.value, edit.original, edit.copy, edit.line) for edit in edits] == [
        ("link_removed", GAUGE, "", None),
        ("link_changed", MILL, "https://herald.example/mill", 3),
    ]


def test_without_the_original(judged):
    finding = judged('type = "links_preserved"', page(GAUGE))
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "original_unavailable")
    assert "--original" in finding.message
