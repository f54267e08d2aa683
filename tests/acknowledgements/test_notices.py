"""Fair-use notices and disclaimers on a page: the publisher's own by likeness, others by their wording."""

from html import escape

import pytest

from checker.acknowledgements import notices
from checker.terms.library import packaged

NOTICE = next(notice.text for notice in packaged()["globalresearch"].notices if notice.id == "fair-use")
DISCLAIMER = next(notice.text for notice in packaged()["globalresearch"].notices if notice.id == "disclaimer")
HALF = " ".join(NOTICE.split()[:45])


def paragraph(text):
    return f"<p>{escape(text)}</p>"


KNOWN = [
    pytest.param({"end": paragraph(NOTICE)}, "fair_use", None, id="the notice"),
    pytest.param(
        {"end": f'<p><a href="http://www.globalresearch.ca">www.globalresearch.ca</a>{escape(NOTICE[21:])}</p>'},
        "fair_use",
        None,
        id="with its link",
    ),
    pytest.param({"end": paragraph(NOTICE.replace('"', "”"))}, "fair_use", None, id="with curly quotes"),
    pytest.param({"end": "".join(map(paragraph, NOTICE.split(". ")))}, "fair_use", None, id="over several paragraphs"),
    pytest.param(
        {"end": paragraph(NOTICE.replace("specifically authorized", "explicitly authorised"))},
        "fair_use",
        None,
        id="reworded",
    ),
    pytest.param({"end": paragraph(HALF)}, "fair_use", "truncated", id="cut"),
    pytest.param(
        {"end": f'<p style="display:none">{escape(NOTICE)}</p>'}, "fair_use", "display_none", id="hidden by style"
    ),
    pytest.param({"end": f"<!-- {escape(NOTICE)} -->"}, "fair_use", "comment", id="in an HTML comment"),
    pytest.param({"end": paragraph(DISCLAIMER)}, "disclaimer", None, id="the disclaimer"),
]


@pytest.mark.parametrize(("parts", "what", "why"), KNOWN)
def test_a_publishers_own_notice(scene_of, parts, what, why):
    found = [ack for ack in notices.observe(scene_of(**parts)) if ack.details.get("notice")]
    assert [(ack.kind.value, ack.details["what"], ack.hidden_by or ack.broken) for ack in found] == [
        ("fair_use_notice", what, why)
    ]


NAMELESS = [
    pytest.param(NOTICE, True, id="it names its publisher"),
    pytest.param(NOTICE.replace("www.globalresearch.ca", "This site"), False, id="it stands on many sites alike"),
    pytest.param(NOTICE.partition(". ")[2], False, id="the name is cut off"),
]


@pytest.mark.parametrize(("text", "sure"), NAMELESS)
def test_a_notice_tells_whose_a_page_is_where_it_names_its_publisher(scene_of, text, sure):
    (found,) = [ack for ack in notices.observe(scene_of(end=paragraph(text))) if ack.details.get("notice")]
    assert found.certain is sure


def test_a_cut_notice_shows_what_is_missing(scene_of):
    (found,) = [ack for ack in notices.observe(scene_of(end=paragraph(HALF))) if ack.details.get("notice")]
    assert found.details["state"] == "truncated"
    assert found.details["likeness"] == pytest.approx(45 / len(NOTICE.split()), abs=0.03)
    assert "request permission from the copyright owner" in found.details["difference"]


WORDED = [
    pytest.param(
        "We believe this is a fair use of any such material as provided for in section 107 of the law.",
        "fair_use",
        id="fair use, section 107",
    ),
    pytest.param("The views expressed here do not necessarily reflect those of this site.", "disclaimer", id="views"),
    pytest.param("The opinions expressed in this article are those of the author.", "disclaimer", id="opinions"),
]


@pytest.mark.parametrize(("text", "what"), WORDED)
def test_a_notice_by_its_wording(scene_of, text, what):
    found = list(notices.observe(scene_of(end=paragraph(text))))
    assert [(ack.details["what"], ack.usable) for ack in found] == [(what, True)]


def test_a_notice_ends_the_text_also_above_titles_and_links(scene_of):
    said = "The opinions expressed in this article are those of the author."
    links = "".join(f"\n\n## Part {number}\n\n[Part {number}](/{number})" for number in range(1, 5))
    assert [ack.usable for ack in notices.observe(scene_of(media="markdown", end=said + links))] == [True]


NEAR_MISSES = [
    pytest.param({}, id="nothing"),
    pytest.param(
        {"inside": "Fair use is a doctrine of American law, and it is older than the town."}, id="speaks of fair use"
    ),
    pytest.param({"end": "<p>This article may not be reproduced without permission.</p>"}, id="a demand"),
    pytest.param({"end": "<p>All rights reserved.</p>"}, id="rights reserved"),
    pytest.param({"inside": "The river expressed its opinion and the bridge agreed."}, id="an opinion"),
    pytest.param({"after": f"<section id='comments'>{paragraph(NOTICE)}</section>"}, id="a reader's comment"),
    pytest.param({"after": f"</main><aside class='sidebar'>{paragraph(NOTICE)}</aside><main>"}, id="the sidebar"),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_notice(seen, parts):
    assert seen(notices.observe, **parts) == []


def test_a_known_notice_is_not_listed_again_for_its_wording(seen):
    assert len(seen(notices.observe, end=paragraph(NOTICE))) == 1


def test_the_place_is_where_the_notice_starts(scene_of):
    (found,) = notices.observe(scene_of(media="markdown", end=f"**Note:** {NOTICE}"))
    assert (found.evidence.line, found.evidence.column) == (15, 11)
    assert found.evidence.text.startswith("www.globalresearch.ca contains")
