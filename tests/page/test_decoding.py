"""Bytes become text: what a page declares, what it is, and what happens when both are wrong."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.page.decoding import decode

RUSSIAN = "Источник: газета «Правда», автор Пётр Иванов. Перепечатка разрешена со ссылкой на источник. " * 3
JAPANESE = "この記事は元の新聞に掲載されました。著作権は著者にあります。"
CHINESE = "本文原载于北京日报，作者王小明。转载请注明出处。"
GERMAN = "Zuerst erschienen in der Zürcher Zeitung – „Für alle“ von Jörg Müller"


def html(text, charset=None):
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<!doctype html><html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        pytest.param(html(GERMAN).encode(), GERMAN, "utf-8", id="UTF-8 that nobody declares"),
        pytest.param(html(GERMAN, "iso-8859-1").encode(), GERMAN, "utf-8", id="UTF-8 that is declared as Latin-1"),
        pytest.param(html(GERMAN, "shift_jis").encode(), GERMAN, "utf-8", id="UTF-8 that is declared as Shift_JIS"),
        pytest.param(html(GERMAN, "no-such-set").encode(), GERMAN, "utf-8", id="UTF-8 under a name nobody knows"),
        pytest.param(html(GERMAN, "utf-8").encode("cp1252"), GERMAN, None, id="windows-1252 that is declared as UTF-8"),
        pytest.param(html(GERMAN, "windows-1252").encode("cp1252"), GERMAN, "cp1252", id="windows-1252, declared"),
        pytest.param(
            html(GERMAN, "iso-8859-1").encode("cp1252"), GERMAN, "cp1252", id="Latin-1 is read as windows-1252"
        ),
        pytest.param(html(GERMAN, "us-ascii").encode("cp1252"), GERMAN, "cp1252", id="ASCII is read as windows-1252"),
        pytest.param(html(RUSSIAN, "windows-1251").encode("cp1251"), RUSSIAN, "cp1251", id="windows-1251, declared"),
        pytest.param(html(RUSSIAN).encode("cp1251"), RUSSIAN, "cp1251", id="windows-1251 that nobody declares"),
        pytest.param(
            html(RUSSIAN, "koi8-r").encode("koi8-r", "replace"), "Перепечатка", "koi8-r", id="KOI8-R, declared"
        ),
        pytest.param(html(JAPANESE, "Shift_JIS").encode("cp932"), JAPANESE, "cp932", id="Shift_JIS, declared"),
        pytest.param(html(JAPANESE, "x-sjis").encode("cp932"), JAPANESE, "cp932", id="Shift_JIS under its old name"),
        pytest.param(html(JAPANESE, "euc-jp").encode("euc-jp"), JAPANESE, "euc_jp", id="EUC-JP, declared"),
        pytest.param(
            html(JAPANESE, "iso-2022-jp").encode("iso-2022-jp"), JAPANESE, "iso2022_jp", id="ISO-2022-JP is valid ASCII"
        ),
        pytest.param(html(CHINESE, "gb2312").encode("gb2312"), CHINESE, "gb18030", id="GB2312, declared"),
        pytest.param(html(CHINESE, "big5").encode("utf-8"), CHINESE, "utf-8", id="UTF-8 that is declared as Big5"),
        pytest.param(
            html(GERMAN, "iso-8859-1").encode("utf-8-sig"), GERMAN, "utf-8", id="a byte order mark of UTF-8 wins"
        ),
        pytest.param(html(GERMAN, "utf-8").encode("utf-16"), GERMAN, "utf-16-le", id="UTF-16 with a byte order mark"),
        pytest.param(
            codecs.BOM_UTF16_BE + html(GERMAN).encode("utf-16-be"),
            GERMAN,
            "utf-16-be",
            id="big-endian UTF-16 with its mark",
        ),
        pytest.param(html(GERMAN).encode("utf-16-le"), GERMAN, "utf-16-le", id="UTF-16 without a mark"),
        pytest.param(html(GERMAN).encode("utf-16-be"), GERMAN, "utf-16-be", id="big-endian UTF-16 without a mark"),
        pytest.param(html(GERMAN).encode("utf-32"), GERMAN, "utf-32-le", id="UTF-32 with a mark"),
        pytest.param(html(GERMAN).encode("utf-32-be"), GERMAN, "utf-32-be", id="UTF-32 without a mark"),
        pytest.param(
            html(GERMAN, "utf-16").encode("utf-8"), GERMAN, "utf-8", id="a meta that can be read is not in UTF-16"
        ),
        pytest.param(html(GERMAN, "utf-16").encode("cp1252"), GERMAN, None, id="a wrong UTF-16 leaves guessing"),
        pytest.param(html("plain").encode(), "plain", "utf-8", id="ASCII"),
        pytest.param(b"", "", "utf-8", id="nothing"),
    ],
)
def test_the_text_comes_out_right(content, text, encoding):
    decoded = decode(content)
    assert text in decoded.text
    assert not decoded.damaged
    # Where the encoding is guessed, one of several is right.
    assert encoding in {decoded.encoding, None}


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        pytest.param(
            "<!-- <meta charset=x> --><meta charset=windows-1251>", "cp1251", id="an unknown name gives way to the next"
        ),
        pytest.param(
            "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "cp1251", id="the old form"
        ),
        pytest.param("<META CHARSET = 'Windows-1251' />", "cp1251", id="in capitals, with spaces"),
        pytest.param("<meta charset=windows-1251>", "cp1251", id="without quotes"),
        pytest.param("<?xml version='1.0' encoding='windows-1251'?><html>", "cp1251", id="as XML says it"),
        pytest.param(
            "<p data-charset='windows-1251'></p><meta charset='koi8-r'>", "koi8-r", id="near miss: another attribute"
        ),
    ],
)
def test_where_a_page_declares_its_encoding(head, encoding):
    assert decode((head + "<p>" + "Правда " * 5).encode(encoding)).encoding == encoding


@pytest.mark.parametrize(
    "name",
    ["base64", "hex", "rot13", "zlib", "unicode_escape", "raw-unicode-escape", "idna", "punycode", "undefined", "mbcs"],
)
def test_codecs_that_are_no_text_encoding_are_not_obeyed(name):
    decoded = decode(html(GERMAN, name).encode("cp1252"))
    assert GERMAN in decoded.text


def test_an_encoding_under_its_old_name():
    assert decode(("<meta charset=x-sjis><p>記" + " ok" * 4).encode("cp932")).encoding == "cp932"


def test_what_the_transport_says_goes_before_what_the_page_says():
    content = html(RUSSIAN, "iso-8859-1").encode("cp1251")
    assert RUSSIAN in decode(content, "text/html; charset=windows-1251").text
    assert RUSSIAN not in decode(content, "text/html").text


def test_a_quoted_charset_of_the_transport_counts():
    assert decode(b"<p>\xcf\xf0\xe0\xe2\xe4\xe0", 'text/html; Charset="Windows-1251"').text == "<p>Правда"


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda raw: raw + b"<p>caf\xe9 au lait</p>", id="one badly pasted word"),
        pytest.param(lambda raw: raw[:200] + b"\xff" + raw[200:], id="one bad byte"),
        pytest.param(
            lambda raw: raw.replace(b"</p>", "é".encode()[:1] + b"</p>", 1), id="half a character before a tag"
        ),
    ],
)
def test_a_few_bad_bytes_leave_a_page_utf_8(spoil):
    decoded = decode(spoil(html(RUSSIAN).encode()))
    assert (decoded.encoding, decoded.damaged) == ("utf-8", True)
    assert "автор" in decoded.text
    assert "�" in decoded.text


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_page_that_is_cut_inside_a_character_is_still_utf_8(cut):
    whole = b"<p>plain text of some length and at its end a newspaper " + "🗞".encode()
    decoded = decode(whole[:-cut])
    assert (decoded.encoding, decoded.damaged) == ("utf-8", True)
    assert decoded.text.startswith("<p>plain text")


def test_bytes_that_a_declared_encoding_has_not_become_replacement_characters():
    decoded = decode(b"<meta charset=shift_jis><p>ok \x81\xff\xfd ok \x80 \x80</p>")
    assert decoded.damaged
    assert decoded.text.count("ok") == 2


@settings(max_examples=100)
@given(
    content=st.binary(max_size=300),
    charset=st.sampled_from(["", "utf-8", "utf-7", "utf-16", "hz", "gb2312", "idna", "zlib", "big5"]),
)
def test_no_bytes_raise(content, charset):
    assert isinstance(decode(b"<meta charset=" + charset.encode() + b">" + content).text, str)
    assert isinstance(decode(content, f"text/html; charset={charset}").text, str)


PAGE = html(GERMAN * 5).encode("utf-8")
WIDE = html(GERMAN * 5).encode("utf-16-le")
NOISE = bytes(range(256)) * 20


@pytest.mark.parametrize(
    ("content", "garbled"),
    [
        pytest.param(PAGE, False, id="near miss: a page"),
        pytest.param(PAGE.replace("ü".encode(), b"\xfc"), False, id="near miss: a badly pasted letter now and then"),
        pytest.param(codecs.BOM_UTF16_LE + WIDE, False, id="near miss: UTF-16"),
        pytest.param(html(CHINESE * 20).encode("utf-16"), False, id="near miss: UTF-16 without spaces"),
        pytest.param(html(JAPANESE).encode("iso2022_jp"), False, id="near miss: escapes of ISO-2022-JP"),
        pytest.param(codecs.BOM_UTF16_LE + PAGE, True, id="UTF-8 under a mark of UTF-16"),
        pytest.param(codecs.BOM_UTF8 + WIDE, True, id="UTF-16 under a mark of UTF-8"),
        pytest.param(codecs.BOM_UTF16_BE + WIDE, True, id="UTF-16 under the mark of the other one"),
        pytest.param(WIDE + PAGE, True, id="UTF-16, and then UTF-8"),
        pytest.param(PAGE + WIDE, True, id="UTF-8, and then UTF-16"),
        pytest.param(PAGE + b"\0" * 500, True, id="a tail of NULs"),
        pytest.param(PAGE.replace(b"<", b"\xc0\xbc"), True, id="overlong"),
        pytest.param(html("\ud83d\ude00 " * 20).encode("utf-8", "surrogatepass"), True, id="pairs of surrogates"),
    ],
)
def test_a_text_of_which_a_part_makes_no_sense_says_so(content, garbled):
    found = decode(content)
    assert (found.garbled, found.binary) == (garbled, False)


@pytest.mark.parametrize(
    ("content", "binary"),
    [
        pytest.param(html(RUSSIAN).encode("cp1251"), False, id="near miss: windows-1251"),
        pytest.param(html(CHINESE).encode("gb18030"), False, id="near miss: GB 18030"),
        pytest.param(b"\x1b[31mred\x1b[0m " * 50 + b"\xe4", False, id="near miss: the colours of a terminal"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + NOISE, True, id="a picture"),
        pytest.param(b"%PDF-1.7\n1 0 obj\n<< /Length 9 >>\nstream\n" + NOISE, True, id="a PDF"),
    ],
)
def test_what_is_no_text_says_so(content, binary):
    assert decode(content).binary is binary
