"""Translations only as the terms allow."""

import pytest

TEXT = "<p>In der Nacht stieg der Fluss um zwei Meter, und die Stadt verlegte ihren Markt auf den Hügel hinter der alten Mühle.</p>"
PERMITTED = "<p>Reprinted with permission of Example News.</p>"
CREDIT = "<p>Übersetzung: Bea Dolmetsch</p>"


def page(more="", language="de"):
    lang = f' lang="{language}"' if language else ""
    return f"<html{lang}><body><article><h1>Der Fluss</h1><p>Von Ann Writer</p>{TEXT}{more}</article></body></html>"


# (the page, what the call declares, outcome where none is allowed, outcome where one must ask, its reason)
PAGES = [
    pytest.param(page(language="en-GB"), [], "passed", "passed", None, id="the publisher's language"),
    pytest.param(page(), ["translated=false"], "passed", "passed", None, id="declared to be none"),
    pytest.param(page(), [], "failed", "cant_tell", "permission_unknown", id="another language"),
    pytest.param(page(CREDIT), [], "failed", "cant_tell", "permission_unknown", id="a translator"),
    pytest.param(
        page(language="en"), ["translated=true"], "failed", "cant_tell", "permission_unknown", id="declared to be one"
    ),
    pytest.param(
        page(PERMITTED.replace("<p>", "<p hidden>")),
        [],
        "failed",
        "cant_tell",
        "permission_unknown",
        id="a permission that readers do not see",
    ),
    pytest.param(page(PERMITTED), [], "failed", "passed", None, id="with permission"),
    pytest.param(page(), ["permission=true"], "failed", "passed", None, id="with permission, as the call says"),
    pytest.param(page(), ["permission=false"], "failed", "failed", None, id="without permission"),
    pytest.param(
        page(PERMITTED), ["permission=false"], "failed", "failed", None, id="without permission, whatever the page says"
    ),
    pytest.param(page(language=None), [], "cant_tell", "cant_tell", "original_unavailable", id="no language"),
]


@pytest.mark.parametrize(("copy", "facts", "none", "asked", "reason"), PAGES)
def test_what_the_terms_allow(judged, copy, facts, none, asked, reason):
    outcomes = [
        judged(f'type = "translation_rules"\n{allowed}', copy, facts=facts)
        for allowed in ('allowed = "no"', "", 'allowed = "yes"')
    ]
    assert [finding.outcome for finding in outcomes] == [none, asked, "passed"]
    assert outcomes[1].reason == reason


def test_whom_to_ask(judged):
    finding = judged('type = "translation_rules"', page(CREDIT))
    assert "Ask ask@news.example." in finding.message
    assert [evidence.text for evidence in finding.evidence] == ["Übersetzung: Bea Dolmetsch"]


# (the page's language, the original's, outcome, reason)
ORIGINALS = [
    pytest.param("de-AT", "de", "passed", None, id="the same"),
    pytest.param("en", "de", "failed", None, id="another, though the publisher's"),
    pytest.param(None, "de", "cant_tell", "fact_unknown", id="unknown"),
    pytest.param("de", None, "failed", None, id="none with the original"),
]


@pytest.mark.parametrize(("own", "first", "outcome", "reason"), ORIGINALS)
def test_the_language_of_the_original(judged, own, first, outcome, reason):
    finding = judged('type = "translation_rules"\nallowed = "no"', page(language=own), page(language=first))
    assert (finding.outcome, finding.reason) == (outcome, reason)
