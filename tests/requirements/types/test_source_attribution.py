"""The page names the publisher as its source."""

import pytest

from checker.model import Outcome, Publisher
from checker.requirements.types.source_attribution import SourceAttribution

KIND = "source_attribution"

# (names on the page, outcome, a part of the message, reason)
NAMED = [
    pytest.param(
        ["Other News"],
        "cant_tell",
        "names Other News as its source, and not Example News",
        "another_source_named",
        id="somebody else",
    ),
    pytest.param(
        ["mynews.example"],
        "cant_tell",
        "mynews.example",
        "another_source_named",
        id="a look-alike domain, more letters in front",
    ),
    pytest.param(
        ["news.example.evil.example"],
        "cant_tell",
        "evil",
        "another_source_named",
        id="a look-alike domain, more letters behind",
    ),
    pytest.param(
        ["example-news.other.example"],
        "cant_tell",
        "other.example",
        "another_source_named",
        id="its name in another's domain",
    ),
    pytest.param(
        ["Entertainment"],
        "cant_tell",
        "Entertainment",
        "another_source_named",
        id="a word that starts with a short name",
    ),
    pytest.param(
        ["Counterexample Newsletter"],
        "cant_tell",
        "Counterexample",
        "another_source_named",
        id="its name inside longer words",
    ),
    pytest.param(
        [None],
        "cant_tell",
        "links to its source without naming it (line 4, column 2)",
        "named_by_link_only",
        id="a link without a name",
    ),
    pytest.param(["Example News"], "passed", "names Example News as its source", None, id="its name"),
    pytest.param(["EXAMPLE NEWS"], "passed", "Example News", None, id="in capitals"),
    pytest.param(["The Example News"], "passed", "Example News", None, id="with an article"),
    pytest.param(["“Example News”"], "passed", "Example News", None, id="in curly quotes"),
    pytest.param(["Example-News"], "passed", "Example News", None, id="with a dash"),
    pytest.param(["ExampleNews"], "passed", "Example News", None, id="in one word"),
    pytest.param(["Example News Network"], "passed", "Example News", None, id="another of its names"),
    pytest.param(["Example News and partners"], "passed", "Example News", None, id="its name among other words"),
    pytest.param(["https://www.news.example/2024/river"], "passed", "Example News", None, id="an address on its site"),
    pytest.param(["EN"], "passed", "Example News", None, id="its short name"),
    pytest.param(["news.example"], "passed", "Example News", None, id="its domain"),
    pytest.param(["www.news.example"], "passed", "Example News", None, id="its domain with www"),
    pytest.param(["en.news.example"], "passed", "Example News", None, id="its subdomain"),
    pytest.param(
        ["Other News", "Example News"], "passed", "names Example News and Other News", None, id="it and somebody else"
    ),
]


@pytest.mark.parametrize(("names", "outcome", "says", "reason"), NAMED)
def test_who_is_named(ack, case, names, outcome, says, reason):
    verdict = SourceAttribution().judge(case(*(ack(KIND, *([name] if name else [])) for name in names)))
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert says in verdict.message
    assert verdict.evidence


def test_nothing_is_named(case):
    verdict = SourceAttribution().judge(case())
    assert (verdict.outcome, verdict.evidence) == (Outcome.FAILED, ())
    assert "Nothing on the page names Example News" in verdict.message
    assert "https://news.example/2024/river" in verdict.fix.html
    assert "[Example News](<https://news.example/2024/river>)" in verdict.fix.markdown


@pytest.mark.parametrize(
    ("hidden", "says"),
    [
        ("display_none", "display:none"),
        ("comment", "HTML comment"),
        ("same_colour", "colour"),
        ("noscript", "<noscript>"),
    ],
    ids=["display:none", "comment", "colour", "noscript"],
)
def test_what_readers_do_not_see_never_satisfies(ack, case, hidden, says):
    verdict = SourceAttribution().judge(case(ack(KIND, "Example News", hidden_by=hidden)))
    assert verdict.outcome is Outcome.FAILED
    assert says in verdict.message
    assert "(line 4, column 2)" in verdict.message
    assert verdict.evidence


def test_metadata_alone_is_nothing_to_readers(ack, case):
    verdict = SourceAttribution().judge(case(ack(KIND, "Example News", hidden_by="metadata", via="json_ld")))
    assert verdict.outcome is Outcome.FAILED


def test_other_kinds_name_no_source(ack, case):
    verdict = SourceAttribution().judge(
        case(ack("author_credit", "Example News"), ack("copyright_line", "Example News"))
    )
    assert verdict.outcome is Outcome.FAILED


def test_a_publisher_without_a_name_takes_any(ack, case):
    verdict = SourceAttribution().judge(
        case(ack(KIND, "Somebody"), publisher=Publisher(None, None, None), names=(), domains=())
    )
    assert verdict.outcome is Outcome.PASSED


def test_a_publisher_of_unknown_name_that_is_linked_may_be_named(ack, case):
    publisher = Publisher(None, None, "news.example")
    link = ack("link_to_original", href="https://news.example/2024/river")
    verdict = SourceAttribution().judge(case(link, publisher=publisher, names=()))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "named_by_link_only")


def test_a_sentence_whose_link_alone_credits(ack, case):
    publisher = Publisher(None, None, "news.example")
    said = ack("source_attribution", href="https://news.example/2024/river", details={"link_only": True})
    verdict = SourceAttribution().judge(case(said, publisher=publisher, names=("news.example",)))
    assert (verdict.outcome, verdict.reason) == (Outcome.CANT_TELL, "named_by_link_only")


@pytest.mark.parametrize(
    ("publisher", "outcome", "reason"),
    [(Publisher(None, "ann", "platform.example"), "cant_tell", "named_by_link_only"), (None, "failed", None)],
    ids=["a name out of an address", "a publisher that is known"],
)
def test_a_link_alone_to_the_original(ack, case, publisher, outcome, reason):
    linked = ack("link_to_original", text="Original", href="https://platform.example/ann/river")
    asked = case(linked, publisher=publisher, names=("ann",)) if publisher else case(linked)
    verdict = SourceAttribution().judge(asked)
    assert (verdict.outcome, verdict.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Example News", "cant_tell"),
        ("news.example", "cant_tell"),
        ("Original", "failed"),
        ("The River Post", "failed"),
    ],
    ids=["its name", "its address", "no name", "another's name"],
)
def test_a_link_under_the_publisher_s_name_may_say_that_it_is_the_source(ack, case, words, outcome):
    verdict = SourceAttribution().judge(
        case(ack("link_to_original", text=words, href="https://news.example/2024/river"))
    )
    assert verdict.outcome == outcome
