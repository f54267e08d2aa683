"""One change of a page's bytes, with every byte around it as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.credit.sources.splice import Edit, spliced
from checker.page.decoding import decode

TEXT = "<p>Ångström, naïve café and a river</p>\r\n<p>second</p>"


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        pytest.param("utf-8", "© é".encode(), id="UTF-8"),
        pytest.param("utf-8-sig", "© é".encode(), id="UTF-8 with a byte order mark"),
        pytest.param("utf-16", "© é".encode("utf-16-le"), id="UTF-16"),
    ],
)
def test_what_is_put_in_is_in_the_pages_own_encoding(encoding, written):
    content = TEXT.encode(encoding)
    made = spliced(content, Edit(5, 5, "© é", "there"))
    assert made.replace(written, b"", 1) == content
    assert decode(made).text == TEXT[:5] + "© é" + TEXT[5:]


def test_a_declared_encoding():
    content = b"<meta charset=windows-1252>" + TEXT.encode("cp1252")
    assert spliced(content, Edit(0, 0, "\u00a9 \u20ac", "there")) == b"\xa9 \x80" + content


def test_an_encoding_that_was_guessed_gets_references_where_letters_would_change_the_guess():
    content = TEXT.encode("cp1252")
    assert spliced(content, Edit(5, 5, "© é", "there")) == content[:5] + b"&#169; &#233;" + content[5:]


def test_what_the_encoding_does_not_have_becomes_a_reference():
    content = "<meta charset=shift_jis><p>日本語のテキスト</p>".encode("shift_jis")
    made = spliced(content, Edit(len(decode(content).text), len(decode(content).text), "© Ann", "there"))
    assert made == content + b"&#169; Ann"


def test_where_references_are_not_understood_it_is_refused():
    content = "<meta charset=shift_jis><p>日本語のテキスト</p>".encode("shift_jis")
    assert spliced(content, Edit(0, 0, "©", "there"), entities=False) is None


def test_bytes_that_make_no_sense_stay_what_they_are():
    content = "<p>Ångström é</p>".encode() + b"<p>\xff\xfe broken \xc3</p><p>end</p>" + "é".encode() * 30
    at = decode(content).text.index("<p>end")
    made = spliced(content, Edit(at, at, "<p>new</p>", "there"))
    assert made == content.replace(b"<p>end", b"<p>new</p><p>end")


def test_an_encoding_that_would_be_guessed_otherwise_is_refused():
    """Plain ASCII beyond which nothing tells the encoding: a sign that is UTF-8 for sure makes it no other."""
    made = spliced(b"<p>plain</p>", Edit(0, 0, "©", "there"))
    assert made == "©<p>plain</p>".encode()


@given(
    st.text(max_size=60),
    st.text(max_size=8),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le", "utf-16", "cp1252", "gb18030", "iso2022_jp", "big5"]),
    st.integers(0, 60),
    st.binary(max_size=6),
)
@example("ab", "c", "iso2022_jp", 1, b"")
def test_any_bytes_are_kept_or_the_change_is_refused(text, new, encoding, at, noise):
    content = (
        f"<meta charset={encoding}>".encode() * encoding.startswith(("gb", "iso", "big", "cp"))
        + text.encode(encoding, "replace")
        + noise
    )
    decoded = decode(content)
    at = min(at, len(decoded.text))
    made = spliced(content, Edit(at, at, new, "there"))
    if made is not None:
        size = len(made) - len(content)
        assert any(made[:cut] + made[cut + size :] == content for cut in range(len(content) + 1))
