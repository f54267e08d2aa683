"""What a publisher's page says beside its article: that it was corrected, that it may not be republished."""

import pytest

from checker.documents.document import Document, Media
from checker.engine import default

TITLE = "The river comes back to Example Town"
FIRST = (
    "The water came early this year, stayed for nine days, and left a line on the wall of the school beside the mill."
)
LAST = "Boats took the bakers and their bread across, and nobody in the lower town went without a loaf."


def original_of(end):
    body = f'<html lang="en"><body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{LAST}</p>{end}</article></body></html>'
    return default().original_of(Document("page.html", body.encode(), Media.HTML))


# (what stands behind the text, whether it is a refusal)
REFUSALS = [
    pytest.param("<p>Our photos may not be republished.</p>", False, id="pictures"),
    pytest.param("<p>This story may not be republished without a link to us.</p>", False, id="a condition"),
    pytest.param("<p>You may republish this story.</p>", False, id="an offer"),
    pytest.param("</article><footer><p>This story may not be republished.</p></footer>", False, id="the site's footer"),
    pytest.param("<p>This story may not be republished without our permission.</p>", True, id="without permission"),
    pytest.param("<p>Ann Writer is a reporter. This story may not be republished.</p>", True, id="a second sentence"),
    pytest.param("<p>Dieser Artikel darf nicht übernommen werden.</p>", True, id="German"),
]


@pytest.mark.parametrize(("end", "refused"), REFUSALS)
def test_refusals(end, refused):
    assert (original_of(end).refusal is not None) is refused


# (what stands behind the text, the notes)
NOTES = [
    pytest.param("<p>Correction officers opened the gates of the town.</p>", [], id="officers"),
    pytest.param("<p>An earlier version of this bill failed in the house.</p>", [], id="a version of something else"),
    pytest.param("<p>The correction: a wall that is two metres high.</p>", [], id="within a sentence"),
    pytest.param(
        "<p>CORRECTION (6 March): the wall is high.</p>", ["CORRECTION (6 March): the wall is high."], id="a day"
    ),
    pytest.param(
        "<h3>Correction</h3><p>The wall is two metres high.</p>", ["The wall is two metres high."], id="a heading"
    ),
    pytest.param(
        "<p><em>A previous version of this story gave another height.</em></p>",
        ["A previous version of this story gave another height."],
        id="an earlier version",
    ),
    pytest.param("<p>Fe de errores: el muro es alto.</p>", ["Fe de errores: el muro es alto."], id="Spanish"),
    pytest.param("<p>訂正：壁の高さ。</p>", ["訂正：壁の高さ。"], id="Japanese"),
]


@pytest.mark.parametrize(("end", "notes"), NOTES)
def test_notes_of_corrections(end, notes):
    assert list(original_of(end).corrections) == notes
