"""Values as TOML, which reads back as the same values, and pages that try to break out of it."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.terms.drafting import toml

HOSTILE = [
    pytest.param('"\n[[version]]\nid = "x', id="a quote and a new line"),
    pytest.param("\\", id="a backslash at the end"),
    pytest.param('\\"', id="an escaped quote"),
    pytest.param('"""', id="three quotes"),
    pytest.param("'''\n# x", id="three apostrophes"),
    pytest.param("a\r\nb = 1", id="a carriage return"),
    pytest.param("a\u2028b = 1", id="a line separator"),
    pytest.param("a\x00\x1b[31mb", id="control characters"),
    pytest.param("a\u202eb", id="a direction mark"),
    pytest.param("a\ud800b", id="half a character"),
    pytest.param("\ufeffa", id="a byte order mark"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_string_stays_a_string(text):
    source = toml.pair("a", text) + "\n" + toml.pair("b", 1)
    assert tomllib.loads(source) == {"a": toml.clean(text), "b": 1}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_comment_stays_a_comment(text):
    line = toml.comment(text)
    assert line.startswith("#")
    assert len(line.splitlines()) == 1
    assert tomllib.loads(f"{line}\nb = 1\n") == {"b": 1}


@given(st.text())
def test_any_text_reads_back(text):
    assert tomllib.loads(toml.pair("a", text))["a"] == toml.clean(text)


@given(st.text())
def test_any_text_is_one_comment(text):
    assert tomllib.loads(toml.comment(text) + "\nb = 1\n") == {"b": 1}


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(True, id="true"),
        pytest.param(7, id="a number"),
        pytest.param(0.5, id="a part"),
        pytest.param("x", id="a string"),
        pytest.param(["a", "b"], id="a list"),
        pytest.param({"medium": ["audio", "video"], "edited": False}, id="a table"),
        pytest.param([], id="nothing"),
    ],
)
def test_values_read_back(value):
    assert tomllib.loads(toml.pair("a", value))["a"] == value


@pytest.mark.parametrize("key", ["a-b_1", "a b", 'a"b', ""])
def test_keys_read_back(key):
    assert tomllib.loads(toml.pair(key, 1)) == {key: 1}


def test_what_has_no_toml_is_refused():
    with pytest.raises(TypeError):
        toml.value(None)


def test_long_texts_end_with_an_ellipsis():
    assert toml.clean("a" * 99, 10) == "aaaaaaaaa…"
    assert len(toml.comment("a" * 9999)) <= toml.COMMENT + 2
