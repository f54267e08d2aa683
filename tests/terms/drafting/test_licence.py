"""Licences in words, in codes and in addresses."""

import pytest

from checker.page.page import Link
from checker.terms.drafting import licence

DEED = Link("https://creativecommons.org/licenses/by-nc-nd/4.0/deed.de", 0, 4, None, None)


@pytest.mark.parametrize(
    ("text", "links", "spdx"),
    [
        pytest.param("CC BY-ND 4.0", (), "CC-BY-ND-4.0", id="a code"),
        pytest.param("cc-by-nc-sa", (), "CC-BY-NC-SA", id="no version"),
        pytest.param("BY-NC-ND 3.0 US Creative Commons license", (), "CC-BY-NC-ND-3.0", id="a port that is not listed"),
        pytest.param("Creative Commons Attribution-NonCommercial 4.0", (), "CC-BY-NC-4.0", id="words"),
        pytest.param("Creative Commons — Attribution/No derivatives", (), "CC-BY-ND", id="words with a slash"),
        pytest.param("Creative Commons Attribution Share Alike 3.0", (), "CC-BY-SA-3.0", id="share alike"),
        pytest.param(
            "See https://creativecommons.org/licenses/by/3.0/us/", (), "CC-BY-3.0-US", id="a port that is listed"
        ),
        pytest.param("the licence", (DEED,), "CC-BY-NC-ND-4.0", id="a link"),
        pytest.param("CC BY 4.0", (DEED,), "CC-BY-NC-ND-4.0", id="a link is believed before words"),
        pytest.param("https://creativecommons.org/publicdomain/zero/1.0/", (), "CC0-1.0", id="none kept"),
        pytest.param("CC0", (), "CC0-1.0", id="none kept, as a code"),
        pytest.param("Attribution is needed.", (), None, id="attribution alone"),
        pytest.param("Written by and by Ann Writer", (), None, id="the word by"),
        pytest.param("All rights reserved", (), None, id="none"),
    ],
)
def test_which_licence(text, links, spdx):
    assert licence.named(text, links) == spdx
