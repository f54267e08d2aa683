"""Translator credits: a translation is a copy of somebody's work."""

import pytest

from checker.acknowledgements import translators

FOUND = [
    pytest.param("Translated from the French by Bo Reader", ("Bo Reader",), id="translated by"),
    pytest.param("Translation: Bo Reader", ("Bo Reader",), id="translation, colon"),
    pytest.param("译者：李四", ("李四",), id="Chinese"),
]


@pytest.mark.parametrize(("line", "names"), FOUND)
def test_a_translator(seen, line, names):
    assert [found[:2] for found in seen(translators.observe, end=f"<p>{line}</p>")] == [("translator_credit", names)]


NEAR_MISSES = [
    pytest.param({"end": "<p>Translation: 23 January 2023</p>"}, id="a date"),
    pytest.param({"end": "<p>Translated by Google Translate</p>"}, id="a machine"),
    pytest.param({"after": "<section id='comments'><p>Translation: Bo Reader</p></section>"}, id="a reader's comment"),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_translator(seen, parts):
    assert seen(translators.observe, **parts) == []
