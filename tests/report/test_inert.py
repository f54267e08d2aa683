"""JSON that acts nowhere, and that reads as it was."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.report.inert import dumps

NASTY = [
    "\x7f",
    "\x85\x9b31m",
    "a\u202eb\u2066c\u2069",
    "\u2028\u2029",
    "\u200b\ufeff\xad",
    "\U000e0041",
    "\x1b]8;;\x07\0",
]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_acts_and_all_reads_as_it_was(nasty, indent):
    written = dumps({nasty: [nasty, "漢字 é 🗞"]}, indent=indent)
    assert json.loads(written) == {nasty: [nasty, "漢字 é 🗞"]}
    assert "漢字 é 🗞" in written
    assert not [
        char for char in written if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    ]


def test_a_line_is_one_line_however_it_is_cut():
    assert len(dumps("a\nb\rc\x0bd\x1ce\x85f\u2028g\u2029h").splitlines()) == 1


@pytest.mark.parametrize("command", ["##[error]x", "##vso[task.logissue]x", "##teamcity[message]"])
def test_no_ci_system_finds_a_command(command):
    assert command[:-2] not in dumps([command])
    assert json.loads(dumps([command])) == [command]


def test_half_a_surrogate_pair_is_shown_as_text():
    assert json.loads(dumps("a\udc80\\b")) == "a\\udc80\\b"


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_whatever_it_is_it_reads_as_it_was(value):
    assert json.loads(dumps(value)) == value
