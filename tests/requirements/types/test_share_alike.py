"""An adaptation carries the licence of the original."""

import pytest

PAGE = """<article><h1>The river rises</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>First published by Example News.</p>{end}</article>"""
CC = "https://creativecommons.org/licenses"


def notice(path, words):
    return f'<p>This text is licensed under <a href="{CC}/{path}">{words}</a>.</p>'


SA4 = 'license = "CC-BY-SA-4.0"'
# (options, the licence notice, outcome, reason)
NOTICES = [
    pytest.param(SA4, notice("by/4.0/", "CC BY"), "cant_tell", "another_license", id="without share-alike"),
    pytest.param(SA4, notice("by-sa/3.0/", "CC BY-SA"), "cant_tell", "another_license", id="an older version"),
    pytest.param("", notice("by-sa/4.0/", "CC BY-SA"), "cant_tell", "another_license", id="another than the pack's"),
    pytest.param(SA4, f"<!-- {notice('by-sa/4.0/', 'CC BY-SA')} -->", "failed", None, id="in a comment"),
    pytest.param(SA4, "<p hidden>This text is licensed under CC BY-SA 4.0.</p>", "failed", None, id="hidden"),
    pytest.param(SA4, "", "failed", None, id="none"),
    pytest.param(SA4, notice("by-sa/4.0/deed.de", "CC BY-SA"), "passed", None, id="the licence, in another language"),
    pytest.param("", notice("by-nd/4.0/", "CC BY-ND"), "passed", None, id="the pack's"),
    pytest.param(
        SA4,
        "<p>This text is licensed under a Creative Commons license.</p>",
        "passed",
        None,
        id="which one, nobody says",
    ),
]


@pytest.mark.parametrize(("options", "end", "outcome", "reason"), NOTICES)
def test_a_notice(judged, options, end, outcome, reason):
    finding = judged(f'type = "share_alike"\n{options}', PAGE.format(end=end))
    assert (finding.outcome.value, finding.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("facts", "outcome"), [(["edited=false"], "inapplicable"), ([], "cant_tell"), (["edited=true"], "failed")]
)
def test_asked_of_what_was_changed(judged, facts, outcome):
    finding = judged(f'type = "share_alike"\n{SA4}\nwhen = {{ edited = true }}', PAGE.format(end=""), None, facts)
    assert finding.outcome.value == outcome
