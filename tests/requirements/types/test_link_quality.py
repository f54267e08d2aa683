"""A link to the publisher's site can be followed, by readers and by search engines."""

import pytest

from checker.model import Outcome

ARTICLE = "https://news.example/2024/river"
PAGE = """<html lang="en"><head><title>The river rises</title>{head}</head><body><article><h1>The river rises</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>{line}</p></article></body></html>"""
REL = 'rel_forbidden = ["nofollow"]'
DIRECT = "direct = true"
NO_PDF = 'no_extension = [".pdf"]'


def link(attributes):
    return PAGE.format(head="", line=f"First published by <a {attributes}>Example News</a>.")


# (options, the link, outcome, a part of the message)
LINKS = [
    pytest.param(REL, f'href="{ARTICLE}" rel="follow"', "passed", "can be followed", id="another rel"),
    pytest.param(DIRECT, f'href="{ARTICLE}" rel="nofollow"', "passed", "", id="a rel that nobody forbids"),
    pytest.param(DIRECT, 'href="//news.example/2024/river"', "passed", "", id="an address without its scheme"),
    pytest.param(DIRECT, 'href=" HTTPS://WWW.News.Example:443/river "', "passed", "", id="capitals, a port, spaces"),
    pytest.param(
        DIRECT, 'href="https://news.example/go?url=https://news.example/7"', "passed", "", id="the publisher's own way"
    ),
    pytest.param(NO_PDF, f'href="{ARTICLE}?format=pdf"', "passed", "", id="the ending in the query"),
    pytest.param(NO_PDF, f'href="{ARTICLE}-pdf"', "passed", "", id="the ending without its dot"),
    pytest.param(REL, f'href="{ARTICLE}" rel="noopener NoFollow"', "failed", "is marked rel=nofollow", id="its rel"),
    pytest.param(
        DIRECT, f'href="https://l.facebook.com/l.php?u={ARTICLE}"', "failed", "goes through another", id="a redirector"
    ),
    pytest.param(
        DIRECT, f'href="https://web.archive.org/web/2024/{ARTICLE}"', "failed", "another site", id="an archive"
    ),
    pytest.param(NO_PDF, f'href="{ARTICLE}.PDF"', "failed", "leads to a .pdf file", id="a forbidden ending"),
    pytest.param(
        f"{REL}\n{NO_PDF}",
        f'href="{ARTICLE}.pdf" rel="nofollow"',
        "failed",
        "(line 3, column 84) is marked rel=nofollow and leads to a .pdf file.",
        id="two faults",
    ),
]


@pytest.mark.parametrize(("options", "attributes", "outcome", "says"), LINKS)
def test_a_link(judged, options, attributes, outcome, says):
    finding = judged(f'type = "link_quality"\n{options}', link(attributes))
    assert (finding.outcome.value, finding.reason) == (outcome, None)
    assert says in finding.message


def test_one_good_link_is_enough(judged):
    line = f'<a rel="nofollow" href="{ARTICLE}">Here</a> or <a href="{ARTICLE}">there</a>, at Example News.'
    finding = judged(f'type = "link_quality"\n{REL}', PAGE.format(head="", line=line))
    assert finding.outcome is Outcome.PASSED
    assert [evidence.text for evidence in finding.evidence] == ["there"]


HIDDEN = f'<span style="display:none">First published by <a href="{ARTICLE}">Example News</a>.</span>'
COMMENT = f'<!-- First published by <a href="{ARTICLE}">Example News</a>. -->'
# (options, what the page has for a link, outcome, reason)
NONE = [
    pytest.param("visible = true", "", "cant_tell", "no_link", id="none at all"),
    pytest.param("visible = true", COMMENT, "cant_tell", "no_link", id="one in a comment"),
    pytest.param(
        "visible = true", '<a href="https://mynews.example/7">Example News</a>', "cant_tell", "no_link", id="look-alike"
    ),
    pytest.param(REL, HIDDEN, "cant_tell", "no_link", id="a hidden one where that is not asked"),
    pytest.param("visible = true", HIDDEN, "failed", None, id="a hidden one"),
]


@pytest.mark.parametrize(("options", "line", "outcome", "reason"), NONE)
def test_no_visible_link(judged, options, line, outcome, reason):
    finding = judged(f'type = "link_quality"\n{options}', PAGE.format(head="", line=line))
    assert (finding.outcome.value, finding.reason) == (outcome, reason)


OPEN = '<meta name="robots" content="index, max-image-preview:none">'
SHUT = '<meta name="robots" content="noindex">'
# (options, what the head says, outcome)
INDEXABLE = [
    pytest.param("indexable = true", "", "passed", id="says nothing"),
    pytest.param("indexable = true", OPEN, "passed", id="lets them in"),
    pytest.param(REL, SHUT, "passed", id="keeps them out and nobody minds"),
    pytest.param("indexable = true", SHUT, "failed", id="keeps them out"),
]


@pytest.mark.parametrize(("options", "head", "outcome"), INDEXABLE)
def test_a_page_that_search_engines(judged, options, head, outcome):
    line = f'<a href="{ARTICLE}">Example News</a>'
    assert judged(f'type = "link_quality"\n{options}', PAGE.format(head=head, line=line)).outcome.value == outcome


@pytest.mark.parametrize("visible", ["true", "false"])
def test_a_source_without_a_head_does_not_tell_whether_search_engines_are_let_in(judged, visible):
    page = f"# The river rises\n\nFirst published by [Example News]({ARTICLE}).\n"
    finding = judged(f'type = "link_quality"\nindexable = true\nvisible = {visible}', page)
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "not_in_source")
    assert judged(f'type = "link_quality"\nvisible = {visible}', page).outcome is Outcome.PASSED
