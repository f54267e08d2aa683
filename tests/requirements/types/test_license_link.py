"""The licence of the text is linked."""

import pytest

from checker.requirements.types.license_link import LicenseLink

TYPE = 'type = "license_link"\n'
TEXT = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
PAGE = f"""<html><head><title>The river rises</title>{{}}</head><body><article><h1>The river rises</h1><p>{TEXT}</p>{{}}</article>{{}}
</body></html>"""
ADDRESS = "https://creativecommons.org/licenses/by-nd/4.0/"
LINK = f'<p>Republished from Example News under <a href="{ADDRESS}">a Creative Commons licence</a>.</p>'


def page(end="", head="", footer=""):
    return PAGE.format(head, end, footer)


# (options, the page, outcome, reason, a part of the message)
LINKS = [
    pytest.param("", page(LINK.replace("<p>", "<p hidden>")), "failed", None, "does not link", id="hidden"),
    pytest.param("", page(f"<!-- {LINK} -->"), "failed", None, "does not link", id="in a comment"),
    pytest.param("", page(footer=f"<footer>{LINK}</footer>"), "failed", None, "does not link", id="in the footer"),
    pytest.param(
        "", page(head=f'<link rel="license" href="{ADDRESS}">'), "failed", None, "does not link", id="in the head"
    ),
    pytest.param(
        "",
        page(LINK.replace("creativecommons.org", "creativecommons.org.evil.example")),
        "failed",
        None,
        "",
        id="a look-alike host",
    ),
    pytest.param(
        "", page("<p>Republished under CC BY-ND 4.0.</p>"), "failed", None, "named without a link (line 1", id="a name"
    ),
    pytest.param("", page(), "failed", None, "The page does not link to the licence.", id="nothing"),
    pytest.param("", page(LINK.replace("by-nd", "by")), "cant_tell", "another_license", "CC-BY-ND-4.0", id="another"),
    pytest.param(
        "", page(LINK.replace("4.0", "3.0")), "cant_tell", "another_license", "CC-BY-ND-4.0", id="another version"
    ),
    pytest.param(
        'license = "CC-BY-4.0"', page(LINK), "cant_tell", "another_license", "CC-BY-4.0", id="not the option's"
    ),
    pytest.param(
        "",
        f"---\nlicense: CC-BY-ND-4.0\n---\n{TEXT}\n",
        "cant_tell",
        "not_in_source",
        "whether the licence is a link",
        id="front matter",
    ),
    pytest.param("", page(LINK), "passed", None, "The page links to the licence.", id="the pack's"),
    pytest.param("", page(LINK.replace("4.0/", "4.0/deed.fr")), "passed", None, "links", id="in another language"),
    pytest.param("", page(LINK.replace("https:", "http:")), "passed", None, "links", id="with http"),
    pytest.param(
        'license = "cc-by-4.0"', page(LINK.replace("by-nd", "by")), "passed", None, "links", id="the option's"
    ),
    pytest.param("", page(LINK.replace("by-nd", "by") + LINK), "passed", None, "links", id="it and another"),
]


@pytest.mark.parametrize(("options", "copy", "outcome", "reason", "says"), LINKS)
def test_what_is_linked(judged, options, copy, outcome, reason, says):
    finding = judged(TYPE + options, copy)
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


def test_a_failure_gives_the_line_with_the_link(judged):
    finding = judged(TYPE, page("<p>Republished under CC BY-ND 4.0.</p>"))
    assert [evidence.text for evidence in finding.evidence] == ["Republished under CC BY-ND 4.0."]
    assert ADDRESS in finding.fix.html


def test_where_the_pack_names_none_any_licence_will_do(ack, case):
    assert LicenseLink().judge(case(ack("license_notice", href="https://other.example/licence"))).outcome == "passed"
