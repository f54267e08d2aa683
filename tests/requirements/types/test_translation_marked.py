"""A translation is declared as one."""

import pytest

from checker.model import Outcome

MARKED = 'type = "translation_marked"'
REPUBLISHER = f'{MARKED}\nname = "republisher"'
TEXT = f'{MARKED}\ntext = "The Hill Herald alone answers for this German version by {{translator}}."'.replace(
    "{", "{{"
).replace("}", "}}")
WORDED = "The Hill Herald alone answers for this German version by Bea Dolmetsch."


def page(more="", language="de", site="The Hill Herald"):
    lang = f' lang="{language}"' if language else ""
    named = f'<meta property="og:site_name" content="{site}">' if site else ""
    return (
        f"<html{lang}><head><title>Der Fluss steigt</title>{named}</head><body><article><h1>Der Fluss steigt</h1><p>Von Ann Writer</p>"
        "<p>In der Nacht stieg der Fluss um zwei Meter, und die Stadt verlegte ihren Markt auf den Hügel hinter der alten Mühle.</p>"
        f"{more}</article></body></html>"
    )


# (behind the text, outcome, reason)
TRANSLATIONS = [
    pytest.param(
        "<p>Sie übersetzte drei Romane von Carl Author.</p>", "failed", None, id="a translator of other books"
    ),
    pytest.param("<p>Lesen Sie den Text auch in einer Übersetzung.</p>", "failed", None, id="the word alone"),
    pytest.param(f"<p>{WORDED}</p>", "failed", None, id="a wording that nobody asked for"),
    pytest.param("", "failed", None, id="nothing"),
    pytest.param(
        "<p>Übersetzt von unserer Redaktion</p>", "cant_tell", "worded_otherwise", id="a translator without a name"
    ),
    pytest.param(
        '<p>Dies ist eine Übersetzung des Artikels <a href="https://news.example/2024/river">The River Rises</a>.</p>',
        "cant_tell",
        "worded_otherwise",
        id="of what, and not by whom",
    ),
    pytest.param("<p>Aus dem Englischen von Bea Dolmetsch</p>", "passed", None, id="the language and a name"),
    pytest.param("<p>Übersetzung: Bea Dolmetsch</p>", "passed", None, id="a label and a name"),
    pytest.param("<p>Translated by Bea Dolmetsch</p>", "passed", None, id="in another language"),
]


@pytest.mark.parametrize(("more", "outcome", "reason"), TRANSLATIONS)
def test_a_translation(judged, more, outcome, reason):
    finding = judged(MARKED, page(more))
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert bool(finding.evidence) == (outcome != "failed")


@pytest.mark.parametrize("asks", [MARKED, REPUBLISHER], ids=["translator", "republisher"])
def test_a_hidden_credit_marks_nothing(judged, asks):
    finding = judged(asks, page('<p style="display:none">Übersetzung: Bea Dolmetsch</p>'))
    assert finding.outcome is Outcome.FAILED
    assert "credit is hidden by display:none (line 1" in finding.message
    assert [evidence.text[:12] for evidence in finding.evidence] == ["Übersetzung:"]


# (behind the text, the site's name, outcome, reason)
REPUBLISHERS = [
    pytest.param(
        "<p>Übersetzung: Bea Dolmetsch</p><p>The Hill Herald</p>",
        "The Hill Herald",
        "cant_tell",
        "republisher_unnamed",
        id="the site's name elsewhere",
    ),
    pytest.param(
        "<p>Übersetzung: Bea Dolmetsch</p>", "Bea", "cant_tell", "republisher_unnamed", id="a name too short to tell"
    ),
    pytest.param(
        "<p>Übersetzung: Bea Dolmetsch</p>", None, "cant_tell", "republisher_unnamed", id="a site without a name"
    ),
    pytest.param("<p>The Hill Herald</p>", "The Hill Herald", "failed", None, id="the site's name alone"),
    pytest.param(
        "<p>Übersetzt von unserer Redaktion</p>",
        "The Hill Herald",
        "cant_tell",
        "worded_otherwise",
        id="nobody by name",
    ),
    pytest.param(
        "<p>Übersetzt von Bea Dolmetsch für The Hill Herald</p>",
        "The Hill Herald",
        "passed",
        None,
        id="translator and site",
    ),
    pytest.param(
        "<p>Übersetzung: Hill Herald</p>", "The Hill Herald", "passed", None, id="the site, without its article"
    ),
]


@pytest.mark.parametrize(("more", "site", "outcome", "reason"), REPUBLISHERS)
def test_the_site_answers_for_its_translation(judged, more, site, outcome, reason):
    finding = judged(REPUBLISHER, page(more, site=site))
    assert (finding.outcome, finding.reason) == (outcome, reason)


WORDINGS = [
    pytest.param("<p>The Hill Herald alone.</p>", "failed", id="its first words"),
    pytest.param(f"<p hidden>{WORDED}</p>", "failed", id="hidden"),
    pytest.param(f"<p>{WORDED}</p>", "passed", id="word for word"),
    pytest.param(f"<p>{WORDED.replace('alone ', '')}</p>", "passed", id="changed a little"),
    pytest.param("<p>Übersetzung: Bea Dolmetsch</p>", "passed", id="a translator instead"),
]


@pytest.mark.parametrize(("more", "outcome"), WORDINGS)
def test_a_wording(judged, more, outcome):
    assert judged(TEXT, page(more)).outcome == outcome


def test_a_wording_names_the_republisher_too(judged):
    asks = f"{REPUBLISHER}\n{TEXT.partition(chr(10))[2]}"
    assert judged(asks, page(f"<p>Übersetzung: Bea Dolmetsch</p><p>{WORDED}</p>")).outcome is Outcome.PASSED


@pytest.mark.parametrize("asks", [MARKED, REPUBLISHER, TEXT], ids=["translator", "republisher", "text"])
@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_a_page_in_the_publisher_s_language_is_no_translation(judged, asks, language):
    assert judged(asks, page(language=language)).outcome is Outcome.PASSED


# (the page's language, the original's, what the call declares, outcome, reason)
FACTS = [
    pytest.param(None, None, [], "cant_tell", "original_unavailable", id="no language, no original"),
    pytest.param(None, "en", [], "cant_tell", "fact_unknown", id="no language"),
    pytest.param("de", "de", [], "passed", None, id="the original's language"),
    pytest.param("en", "de", [], "failed", None, id="another than the original's"),
    pytest.param(None, None, ["translated=true"], "failed", None, id="declared"),
    pytest.param("de", None, ["translated=false"], "passed", None, id="declared not to be one"),
]


@pytest.mark.parametrize(("own", "first", "facts", "outcome", "reason"), FACTS)
def test_what_is_a_translation(judged, own, first, facts, outcome, reason):
    finding = judged(MARKED, page(language=own), page(language=first) if first else None, facts)
    assert (finding.outcome, finding.reason) == (outcome, reason)


def test_the_call_is_believed_before_a_credit(judged):
    asks, credited = REPUBLISHER, page("<p>Übersetzung: Bea Dolmetsch</p>")
    assert judged(asks, credited, facts=["translated=false"]).outcome is Outcome.PASSED


def test_a_page_that_says_that_it_is_a_translation_is_one_in_whatever_language(judged):
    credit = '<p>This is a translation of an article by <a href="https://news.example/2024/river">Example News</a>.</p>'
    finding = judged(MARKED, page(credit, language="en"))
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "worded_otherwise")
