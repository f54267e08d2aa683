"""Rule packs and configurations from anyone: what is wrong with one is said with its file, and none takes long."""

import os
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.documents.files import matches
from checker.errors import RulesError
from checker.requirements.links import path_pattern
from checker.terms import counters, validity
from checker.terms.reading import MOST_VALUES

PACK = """id = "own"
[publisher]
name = "Own News"
domains = ["own.example"]
[[version]]
id = "1"
source = { url = "https://own.example/terms", read = "2026-01-01" }
[[version.requirement]]
type = "author_credit"
strength = "must"
clause = "A copy names the author."
"""
DEEP = 3000
# the content of a TOML file -> what is said of it; whatever it is, a configuration or a pack
NO_TOML = [
    pytest.param(b"<!doctype html><p>Log in.", "not a TOML file", id="a page"),
    pytest.param(b"\x7fELF\x02\x01\x01\0\0\0\0", "not a TOML file", id="a program"),
    pytest.param(b'a = "\xff\xfe"', "it is not UTF-8", id="not UTF-8"),
    pytest.param(b'a = "x"'.decode().encode("utf-16"), "it is not UTF-8", id="UTF-16"),
    pytest.param(b"a = " + b"[" * DEEP + b"]" * DEEP, "not a TOML file", id="deep lists"),
    pytest.param(b"a = " + b"{b=" * 400 + b"1" + b"}" * 400, "too deep", id="deep tables"),
    pytest.param(b"a." * DEEP + b"b = 1", "too deep", id="deep keys"),
    pytest.param(b"[" + b"a." * DEEP + b"b]", "too deep", id="a deep header"),
    pytest.param(b"a = [" + b"1," * (MOST_VALUES + 1) + b"]", "too large", id="many values"),
    pytest.param(b"[[a]]\n" * (MOST_VALUES + 1), "too large", id="many tables"),
    pytest.param(b"#" * (1024 * 1024 + 1), "larger than 1048576 bytes", id="huge"),
    pytest.param(b"a = " + b"9" * 5000, "not a TOML file", id="a number without an end"),
    pytest.param(b"a = 1\na = 2", "not a TOML file", id="a key twice"),
    pytest.param(b"a = 9999-99-99", "not a TOML file", id="no day"),
]


@pytest.mark.parametrize(("content", "says"), NO_TOML)
@pytest.mark.parametrize("option", ["--terms-file", "--config"])
def test_a_file_that_is_none_ends_with_code_2_and_is_named(run, copy, tmp_path, option, content, says):
    (tmp_path / "own.toml").write_bytes(content)
    done = run("check", option, "own.toml", "copy.md")
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode()
    assert said.startswith("creditline: own.toml: ")
    assert says in said
    assert len(said) < 2000


@pytest.mark.parametrize("option", ["--terms-file", "--config"])
@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("/dev/zero", "larger than 1048576 bytes"),
        ("empty", "Is a directory|has no rule packs"),
        ("missing.toml", "No such file"),
        ("loop.toml", "symbolic links"),
        ("x" * 5000, "name too long"),
    ],
)
def test_what_is_no_file_ends_with_code_2_and_is_named(run, copy, tmp_path, option, place, says):
    (tmp_path / "loop.toml").symlink_to("loop.toml")
    (tmp_path / "empty").mkdir()
    done = run("check", option, place, "copy.md")
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode()
    assert said.startswith(f"creditline: {place}: ")
    assert any(each in said for each in says.split("|"))


# a text in a pack, and what stands in its place -> what is said
WRONG = [
    pytest.param('id = "own"', 'id = "../../etc/passwd"', "line 1: id: '../../etc/passwd' is none", id="a path as id"),
    pytest.param('id = "own"', 'id = "own\\u0000"', "line 1: id: 'own\\x00' is none", id="a NUL"),
    pytest.param(
        'id = "own"', 'id = "own"\nextends = ["../../secret"]', "no rule pack '../../secret'", id="a path as base"
    ),
    pytest.param('id = "own"', 'id = "own"\nextends = ["own"]', "own", id="its own base"),
    pytest.param(
        'id = "own"', 'id = "own"\nextends = ["gone"]', "own.toml: there is no rule pack 'gone'", id="no base"
    ),
    pytest.param('id = "own"', 'id = ["own"]', "line 1: id: ['own'] is not of type 'string'", id="a list as id"),
    pytest.param('"must"', "1", "strength: '1' is none of its values", id="a number as strength"),
    pytest.param('"must"', f'"{"m" * 900_000}"', "strength: 'mmm", id="a word without an end"),
    pytest.param('clause = "A copy', f'{"k" * 900_000} = "A copy', ".kkkk", id="a key without an end"),
    pytest.param(
        'clause = "A copy',
        '"\\n::error::forged\\u202e\\u001b[31m" = "A copy',
        ".\\n\\u{3a}:error::forged\\u{202e}\\u{1b}[31m: there is no such key",
        id="a key that forges a command",
    ),
    pytest.param(
        '"author_credit"',
        f'"link_to_original"\npath = "{"*" * 3000}"',
        "path: a pattern has at most 2000 characters",
        id="a pattern without an end",
    ),
    pytest.param(
        'domains = ["own.example"]',
        f'domains = ["own.example"]\ncounters = ["https://own.example/{"*" * 3000}"]',
        "counters.0: ",
        id="a counter without an end",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "says"), WRONG)
def test_a_wrong_pack_ends_with_code_2_and_says_where(run, copy, tmp_path, right, wrong, says, active):
    assert right in PACK
    (tmp_path / "own.toml").write_text(PACK.replace(right, wrong, 1), "utf-8")
    for call in (("check", "--terms-file", "own.toml", "copy.md"), ("terms", "validate", "own.toml")):
        done = run(*call)
        assert (done.returncode, done.stdout) == (2, b"")
        assert not active.search(done.stderr)
        assert not [line for line in done.stderr.splitlines() if line.startswith(b"::")]
        assert says in done.stderr.decode()
        assert len(done.stderr) < 5000


# keys of a configuration that name files -> the value with a name that no file has
NO_NAMES = [
    pytest.param('terms = ["a\\u0000b"]', id="packs"),
    pytest.param('baseline = "a\\u0000b"', id="a baseline"),
    pytest.param('[[content]]\nsource = "a\\u0000b"\nbuilt = "."', id="sources"),
]


@pytest.mark.parametrize("content", NO_NAMES)
def test_a_name_that_no_file_has_ends_with_code_2(run, copy, tmp_path, content):
    (tmp_path / "own.toml").write_text(content, "utf-8")
    done = run("check", "--config", "own.toml", "copy.md")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"creditline: own.toml: 'a\\x00b': no file has such a name\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("check --terms-file packs copy.md", "packs/pipe.toml: line 1: the pack: 'id' is a required property"),
        ("terms validate packs", "packs/pipe.toml: line 1: the pack: 'id' is a required property"),
        ("check --baseline packs/pipe.toml copy.md", "packs/pipe.toml: not a JSON file"),
        ("report packs/pipe.toml", "packs/pipe.toml: neither a JSON report nor JSON lines"),
        ("scan copy.md --cdx packs/pipe.toml", "packs/pipe.toml: not a regular file"),
        ("check -o packs/pipe.toml copy.md", "packs/pipe.toml: No such device or address"),
        ("scan -o packs/pipe.toml copy.md", "packs/pipe.toml: no file; without --output"),
    ],
)
def test_a_pipe_at_whose_other_end_is_nobody_is_not_waited_for(run, copy, tmp_path, call, says):
    (tmp_path / "packs").mkdir()
    os.mkfifo(tmp_path / "packs" / "pipe.toml")
    done = run(*call.split())
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd", "/etc/passwd", "..", "good-practice/../..", "x\0", "own\n::error::x"]
)
def test_an_id_leads_to_no_file(run, copy, name):
    for call in (("check", "--terms", name, "copy.md"), ("terms", "show", name), ("explain", name)):
        if "\0" in name:
            continue
        done = run(*call)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"root:" not in done.stderr
        assert not [line for line in done.stderr.splitlines() if line.startswith(b"::")]


# --- time is linear -------------------------------------------------------------------------------------------------


CATASTROPHES = [
    pytest.param("*a" * 30 + "b", "a" * 5000, id="stars between letters"),
    pytest.param("*" * 500 + "b", "a" * 5000, id="stars alone"),
    pytest.param("{id}" * 20 + "b", "a" * 5000, id="names side by side"),
    pytest.param("{a}x{b}x{c}x{d}x{e}x{f}x!", "x" * 5000, id="names between letters"),
    pytest.param("{a}*{a}*{a}*{a}*!", "x/" * 2500, id="one name again and again"),
    pytest.param("(a+)+$", "a" * 5000, id="an expression, which is none here"),
    pytest.param("(a|a)*b" + "(.*)*" * 20, "a" * 5000, id="another one"),
]


@pytest.mark.parametrize(("pattern", "text"), CATASTROPHES)
def test_no_pattern_goes_on_for_ever(pattern, text):
    """An engine that backtracks would take years."""
    assert not path_pattern("/" + pattern).match("/" + text)
    assert not counters.pattern("https://own.example/" + pattern).match("own.example/" + text)
    assert not matches(text, pattern)


@given(st.text("ab/*{i}.\n\ud800é", max_size=12), st.text("ab/.i?\n\ud800é", max_size=20))
def test_any_pattern_holds_against_any_text(pattern, text):
    path_pattern(pattern).match(text)
    counters.pattern(pattern).match(text)


def test_letters_that_mean_something_elsewhere_mean_themselves():
    assert path_pattern("/a.b+(c)|[d]$").match("/a.b+(c)|[d]$")
    assert not path_pattern("/a.b").match("/aXb")
    assert not path_pattern("/a|b").match("/b")


@given(st.data())
@settings(max_examples=100)
def test_a_pack_that_is_broken_anywhere_is_read_or_refused(data):
    broken = list(PACK)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 9))] = data.draw(st.text("\"'[]{}=\n#.\0\\u1é", max_size=4))
    with suppress(RulesError):
        assert validity.parse("".join(broken), "own.toml").versions
