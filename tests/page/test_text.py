"""The folded form in which text is compared."""

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.page.text import disarmed, fold, is_ideographic, language_of_script, printable, significant, squeeze


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Ann's", "ann's", id="a straight quote stays"),
        pytest.param("Ann’s ‘x’ ʼ`´", "ann's 'x' '''", id="curly quotes become straight"),
        pytest.param("“a” „b“ «c»", '"a" "b" "c"', id="every pair of double quotes becomes one"),
        pytest.param("a–b—c−d‑e", "a-b-c-d-e", id="dashes become hyphens"),
        pytest.param("Ｃｏｐｙ：ＡＢ！", "copy:ab!", id="full-width letters become narrow"),
        pytest.param("a\u00a0b\u3000c\u202fd", "a b c d", id="wide and fixed spaces become spaces"),
        pytest.param("İSTANBUL ılık", "istanbul ilik", id="a Turkish capital keeps its one place"),
        pytest.param("ЁЛКА ёлка", "елка елка", id="Cyrillic yo is written ye"),
        pytest.param("أحمد إلى فتاة", "احمد الي فتاه", id="Arabic letters that are written several ways"),
        pytest.param("STRAẞE ẞ", "straße ß", id="a capital sharp s"),
        pytest.param("ⓒ © (C)", "© © (c)", id="a circled c is a copyright sign"),
        pytest.param("ΑΣ", "ας", id="a final sigma, as lower() makes it"),
        pytest.param("é ü", "é ü", id="near miss: accents stay"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(st.text(st.characters()))
@example("İ" * 3)
@example("".join(map(chr, range(0x130, 0x150))) + "ŉǰΐΰև")
def test_folding_keeps_the_length_of_any_text(text):
    assert len(fold(text)) == len(text)


def test_folding_keeps_the_length_of_every_character_there_is():
    assert [code for code in range(sys.maxunicode + 1) if len(fold(chr(code))) != 1] == []


@given(st.text(st.characters()))
def test_what_is_folded_folds_no_further(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param(" \t\r\n\u00a0\u3000", 0, id="white space"),
        pytest.param("a b", 2, id="white space between letters"),
        pytest.param("a\u00adb\u200b\ufeff\u200e", 2, id="a soft hyphen, zero-width and direction marks"),
        pytest.param("\0a", 1, id="a NUL"),
        pytest.param("👩\u200d👧❤\ufe0f", 3, id="what joins and varies pictures"),
        pytest.param("e\u0301", 2, id="near miss: an accent of its own is seen"),
        pytest.param("مَـرحبا", 5, id="Arabic vowel marks and stretching"),
    ],
)
def test_how_many_characters_readers_see(text, count):
    assert significant(text) == count


def test_squeeze_leaves_single_spaces_and_what_is_seen():
    assert squeeze(" a\u00ad \r\n\t b\u200b\u00a0c ") == "a b c"
    assert squeeze("\ufeff a \u200b b\u00ad") == "a b"


@pytest.mark.parametrize(
    ("char", "answer"),
    [("漢", True), ("か", True), ("한", True), ("ไ", True), ("a", False), ("é", False), ("Я", False), ("ع", False)],
)
def test_scripts_without_spaces(char, answer):
    assert is_ideographic(char) is answer


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("河上的大坝在洪水到来之前坚持了四十年，它叫 Example。", "zh"),
        ("川のダムは四十年もった。", "ja"),
        ("강의 둑은 사십 년을 버텼다.", "ko"),
        ("The dam, 大坝, held for forty years.", None),
        ("Плотина держалась сорок лет.", None),
        ("1998", None),
    ],
)
def test_the_language_of_a_text_in_a_script_of_its_own(text, language):
    assert language_of_script(text) == language


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("plain\ttext\n", "plain\ttext\n", id="tabs and line ends stay"),
        pytest.param("漢字 é 🗞", "漢字 é 🗞", id="letters of every script stay"),
        pytest.param("\x1b[31mred", "\\u{1b}[31mred", id="a terminal's commands"),
        pytest.param("a\rb\x9b", "a\\u{d}b\\u{9b}", id="a carriage return, an eight-bit command"),
        pytest.param("abc\u202edef", "abc\\u{202e}def", id="text turned around"),
        pytest.param("\ud800", "\\u{d800}", id="half a surrogate pair"),
        pytest.param("\u2028\ue000", "\\u{2028}\\u{e000}", id="a line separator, a private character"),
        pytest.param(
            "::error::x\n \t::add-mask::y", "\\u{3a}:error::x\n \t\\u{3a}:add-mask::y", id="commands for CI systems"
        ),
        pytest.param("a ##[error]x", "a \\u{23}#[error]x", id="a command for CI systems of the older form"),
        pytest.param("##vso[task.setvariable]x", "\\u{23}#vso[task.setvariable]x", id="another CI system's"),
        pytest.param(
            "std::map ## [1] #[x] a::", "std::map ## [1] #[x] a::", id="near miss: colons and hashes elsewhere"
        ),
    ],
)
def test_text_is_safe_to_print(text, printed):
    assert printable(text) == printed
    assert printed.encode("utf-8")


@pytest.mark.parametrize(
    "text", ["#" * 300_000, "##a" * 100_000, ":" * 300_000, " " * 300_000 + "::", "\n" * 300_000 + "::"]
)
def test_marks_without_end_are_looked_through_once(text):
    assert len(disarmed(text)) <= len(text) <= len(printable(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("a ##[error]b", "a #[error]b", id="a command"),
        pytest.param("####vso[x]", "#vso[x]", id="a command behind further marks"),
        pytest.param(" :::error::b", ":error::b", id="at the start of a line"),
        pytest.param("a::b ## c[d] #[e]", "a::b ## c[d] #[e]", id="near miss: marks elsewhere"),
    ],
)
def test_of_a_command_the_marks_go_where_text_is_to_be_used(text, left):
    assert disarmed(text) == left
