"""Whether what stands behind a page's link is its original at all."""

import pytest

from checker.model import EditClass
from checker.original.compare import Comparison
from checker.original.differences import Difference
from checker.original.likeness import is_original
from checker.original.original import Original

PAGE = f"<title>Hill Post</title><h1>The river rises</h1><p>{'The water came early this year. ' * 30}</p>"
TRANSLATED = (Difference(EditClass.TRANSLATED, "", "", None, None),)

# (the original's title, the comparison, whether it is the original)
CASES = [
    pytest.param("Ten soups for the winter", Comparison(0.0, 40), False, id="neither text nor title"),
    pytest.param("Ten soups for the winter", Comparison(0.04, 40), False, id="one sentence that many pages have"),
    pytest.param("Hill Post", Comparison(0.0, 40), False, id="the name of a site as the title"),
    pytest.param("Ten soups for the winter", None, False, id="no text, another title"),
    pytest.param(None, None, False, id="nothing at all"),
    pytest.param(
        "Ten soups for the winter",
        Comparison(0.1, 40, late=0.9),
        False,
        id="its last lines, which its author's others have too",
    ),
    pytest.param("The river rises", Comparison(0.1, 40, late=0.9), True, id="its last lines and the title"),
    pytest.param("Ten soups for the winter", Comparison(0.3, 40), True, id="a part of the text"),
    pytest.param("Ten soups for the winter", Comparison(0.6, 40, late=0.4), True, id="its second half"),
    pytest.param("Ten soups for the winter", Comparison(0.02, 200), True, id="a few sentences of a long text"),
    pytest.param("The river rises", Comparison(0.0, 40), True, id="the title alone"),
    pytest.param("The river rises", None, True, id="the title, and no text"),
    pytest.param("Der Fluss steigt", Comparison(0.0, 40, TRANSLATED), True, id="another language"),
    pytest.param("Nichts da", Comparison(0.0, 2, TRANSLATED), False, id="a line in another language"),
]
TEXT = "Das Wasser kam früh in diesem Jahr. "


@pytest.mark.parametrize(("title", "compared", "expected"), CASES)
def test_what_makes_it_the_original(page_of, title, compared, expected):
    text = TEXT * compared.sentences if compared else ""
    assert is_original(Original(title=title, paragraphs=(text,)), compared, page_of(PAGE)) is expected
