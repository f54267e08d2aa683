"""Datelines: a known publisher's name with a date, an agency's mark at either end of a text."""

import pytest

from checker.acknowledgements import datelines

FOUND = [
    pytest.param({"top": "<p>Global Research, January 24, 2023</p>"}, "Global Research", id="name and date"),
    pytest.param({"top": "<p>Global Research 24 January 2023</p>"}, "Global Research", id="name and date without a comma"),
    pytest.param({"top": "<p>globalresearch, January 24, 2023</p>"}, "globalresearch", id="another way to write the name"),
    pytest.param({"top": "<p>BERLIN (dpa) - The river has come back, and this time it stays for a while, says the town.</p>"}, "dpa", id="an agency's mark"),
    pytest.param({"top": "<p>LONDON (Reuters) – The river has come back, and this time it stays for a while, says the town.</p>"}, "Reuters", id="an en dash"),
    pytest.param({"end": "<p>(AFP)</p>"}, "Agence France-Presse", id="a mark behind the last word"),
]


@pytest.mark.parametrize(("parts", "name"), FOUND)
def test_a_dateline_names_its_source(seen, parts, name):
    assert [found[:2] for found in seen(datelines.observe, **parts)] == [("source_attribution", (name,))]


def test_two_lines_of_one_paragraph_are_two_sources(seen):
    top = '<p>Global Research, January 24, 2023<br><a href="#">Example News</a> 23 January 2023</p>'
    assert seen(datelines.observe, top=top) == [
        ("source_attribution", ("Global Research",), None, None),
        ("source_attribution", ("Example News",), "#", None),
        ("link_to_original", ("Example News",), "#", "dead_link"),
    ]


NEAR_MISSES = [
    pytest.param({"top": "<p>Sometown, January 24, 2023</p>"}, id="a town and a date"),
    pytest.param({"top": "<p>Riverside Commons, January 24, 2023</p>"}, id="the host itself"),
    pytest.param({"top": "<p>January 24, 2023</p>"}, id="a date alone"),
    pytest.param({"top": "<p>Global Research and others have written about the water.</p>"}, id="a bare mention"),
    pytest.param({"inside": "<br>Global Research"}, id="a name without a date"),
    pytest.param({"end": "<figure><figcaption>The line on the wall (AP)</figcaption></figure>"}, id="a photo credit"),
    pytest.param({"top": "<p>The lake (ap) - is what they call the apron of the dam, and nobody here knows any longer why they do.</p>"}, id="not the agency's letters"),
    pytest.param({"after": "<section id='comments'><p>Global Research, January 24, 2023</p></section>"}, id="a reader's comment"),
    pytest.param({"after": "</main><aside class='sidebar'><p>Global Research, January 24, 2023</p></aside><main>"}, id="the sidebar"),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_dateline(seen, parts):
    assert seen(datelines.observe, **parts) == []
