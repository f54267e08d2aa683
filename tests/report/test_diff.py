"""Diffs that the real git and the real patch take."""

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.report.diff import unified

CASES = [
    pytest.param(b"a\nb\nc\n", b"a\nb\nnew\nc\n", id="a line between"),
    pytest.param(b"a\nb", b"a\nb\n\nnew", id="no line end at the end, before and after"),
    pytest.param(b"a\nb\n", b"a\nb", id="the last line end is gone"),
    pytest.param(b"a", b"b\na", id="one line without an end"),
    pytest.param(b"a\r\nb\r\n", b"a\r\nb\r\nnew\r\n", id="CRLF"),
    pytest.param(b"a\rb\r", b"a\rb\rnew\r", id="CR alone"),
    pytest.param(b"caf\xe9\n\xff\n", b"caf\xe9\nnew \xa9\n\xff\n", id="bytes of another encoding"),
    pytest.param(
        "\ufeffa\u2028b\x0cc\n".encode(), "\ufeffnew\na\u2028b\x0cc\n".encode(), id="what else ends lines for Python"
    ),
    pytest.param(b"--- a\n+++ b\n@@ -1 +1 @@\n", b"--- a\nnew\n+++ b\n@@ -1 +1 @@\n", id="lines that look like a diff"),
    pytest.param(b"x\n" * 900, b"x\n" * 300 + b"new\n" + b"x\n" * 600 + b"end\n", id="lines that are all the same"),
    pytest.param(b"a\nb\nc\nd\n", b"", id="all is gone"),
    pytest.param(b"a\nb\nc\nd\n", b"d\nc\nb\na\n", id="all is otherwise"),
    pytest.param(b"x\n" * 30, b"new\n" + b"x\n" * 30 + b"end\n", id="two changes far apart"),
]
NAMES = ["post.md", "a b.md", 'q"uote.md', "tab\there.md", "ü.md", "-x.md"]
_GIT = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn"]
_PATCH = ["patch", "-p1", "--binary", "--no-backup-if-mismatch", "-s"]
needs_patch = pytest.mark.skipif(not shutil.which("patch"), reason="no patch here")
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="no git here")


def _applied(command, folder, name, old, new, monkeypatch):
    monkeypatch.chdir(folder)
    file = folder / name
    file.write_bytes(old)
    subprocess.run(command, input=unified(str(file), old, new), cwd=folder, check=True, capture_output=True, timeout=60)
    return file.read_bytes()


@needs_git
@pytest.mark.parametrize(("old", "new"), CASES)
def test_git_takes_it(old, new, tmp_path, monkeypatch):
    assert _applied(_GIT, tmp_path, "post.md", old, new, monkeypatch) == new


@needs_patch
@pytest.mark.parametrize(("old", "new"), CASES)
def test_patch_takes_it(old, new, tmp_path, monkeypatch):
    assert _applied(_PATCH, tmp_path, "post.md", old, new, monkeypatch) == new


@needs_git
@pytest.mark.parametrize("name", NAMES)
def test_git_takes_any_name(name, tmp_path, monkeypatch):
    assert _applied(_GIT, tmp_path, name, b"a\n", b"a\nb\n", monkeypatch) == b"a\nb\n"


@needs_git
@settings(max_examples=25)
@given(st.binary(max_size=80), st.integers(0, 80), st.binary(min_size=1, max_size=20))
def test_git_takes_any_bytes_but_nul(tmp_path_factory, old, at, new):
    old, new = old.replace(b"\0", b"0"), new.replace(b"\0", b"0")
    changed = old[:at] + new + old[at:]
    if not old:
        return
    with pytest.MonkeyPatch.context() as patch:
        assert _applied(_GIT, tmp_path_factory.mktemp("git"), "post.md", old, changed, patch) == changed


def test_a_few_lines_in_many_equal_ones_are_a_short_diff():
    old = b"x\n" * 50_000
    assert unified("post.md", old, b"a\n" + old + b"b\n").count(b"\n") < 20


def test_no_change_is_no_diff():
    assert unified("post.md", b"a\n", b"a\n") == b""
