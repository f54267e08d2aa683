"""The site says how to reach it."""

import pytest

from checker.model import Outcome

ASKS = 'type = "site_contact_required"'
HEAD = '<html><head><title>The river</title><base href="https://hill.example/river"></head><body>'
TEXT = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>"
)
PAGE = f"{HEAD}<article><h1>The river</h1><p>By Ann Writer</p>{TEXT}</article>%s</body></html>"

NO_WAYS = [
    pytest.param('<footer><a href="mailto:?subject=The%20river">Send to a friend</a></footer>', id="a button to share"),
    pytest.param('<footer><a href="mailto: ?body=x">Send</a></footer>', id="a button to share, with a space"),
    pytest.param('<footer><a href="tel:">Call</a></footer>', id="a link to call nobody"),
    pytest.param(
        "<footer><p>Write to ann@news.example or ann@en.news.example.</p></footer>", id="the publisher's mail"
    ),
    pytest.param(
        '<footer><a href="mailto:Ann@News.example?subject=x">Ann</a></footer>', id="a link to write to the publisher"
    ),
    pytest.param(
        '<footer><a href="https://news.example/contact">Contact</a></footer>', id="the publisher's page of contact"
    ),
    pytest.param(
        '<section id="comments" class="comments"><p>Contact ann@reader.example or +49 30 1234567!</p></section>',
        id="a reader's mail in the comments",
    ),
    pytest.param(
        '<div class="related-posts"><a href="/first-contact">First contact</a></div>',
        id="a headline beside the article",
    ),
    pytest.param('<footer style="display:none"><a href="/contact">Contact</a></footer>', id="a hidden footer"),
    pytest.param('<footer><a href="/contact" hidden>Contact</a></footer>', id="a hidden link"),
    pytest.param("<footer><p>2023-2024 (12) 1,500 readers @hillherald</p></footer>", id="years, counts and a handle"),
    pytest.param("<footer><p>Meet us at hill.example.</p></footer>", id="the word at"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("more", NO_WAYS)
def test_what_does_not_reach_the_site(judged, more):
    finding = judged(ASKS, PAGE % more)
    assert (finding.outcome, finding.evidence) == (Outcome.FAILED, ())


WAYS = [
    pytest.param(
        '<footer><a href="mailto:desk@hill.example?subject=x">Write</a></footer>', "Write", id="a link to write"
    ),
    pytest.param('<footer><a href="TEL:+49301234567">Call</a></footer>', "Call", id="a link to call"),
    pytest.param('<footer><a href="/about/contact-us">Say hello</a></footer>', "Say hello", id="contact in an address"),
    pytest.param('<nav><a href="/imprint.html">IMPRESSUM</a></nav>', "IMPRESSUM", id="contact in another language"),
    pytest.param("<footer><p>Mail: desk@hill.example</p></footer>", "desk@hill.example", id="an address in the text"),
    pytest.param(
        "<footer><p>desk (at) hill.example</p></footer>", "desk (at) hill.example", id="an address for people only"
    ),
    pytest.param("<footer><p>Fon +49 30 123-4567</p></footer>", "+49 30 123-4567", id="a number"),
    pytest.param("<footer><p>Call (555) 010-0199</p></footer>", "(555) 010-0199", id="a number with its area"),
    pytest.param(
        "<footer><p>Not ann@news.example but desk@hill.example</p></footer>",
        "desk@hill.example",
        id="an address beside the publisher's",
    ),
    pytest.param(
        "<footer><p>desk@mynews.example</p></footer>",
        "desk@mynews.example",
        id="a host that looks like the publisher's",
    ),
]


@pytest.mark.parametrize(("more", "text"), WAYS)
def test_what_reaches_the_site(judged, more, text):
    finding = judged(ASKS, PAGE % more)
    assert finding.outcome is Outcome.PASSED
    assert [evidence.text for evidence in finding.evidence] == [text]


SOURCES = [
    pytest.param("# The river\n\nIt rose.", "cant_tell", id="Markdown"),
    pytest.param("<article><h1>The river</h1><p>It rose.</p></article>", "cant_tell", id="a fragment"),
    pytest.param("# The river\n\nIt rose. [Contact](/contact)", "passed", id="Markdown with a link"),
]


@pytest.mark.parametrize(("page", "outcome"), SOURCES)
def test_a_source_without_header_and_footer_does_not_tell(judged, page, outcome):
    finding = judged(ASKS, page)
    assert (finding.outcome, finding.reason) == (outcome, "not_in_source" if outcome == "cant_tell" else None)
