"""Calls with odd words in them: exit code 2 and a clear word, before anything is read or written."""

import os
import sys

import pytest

from checker.cli import app, outputs
from checker.errors import UsageError

ORIGINAL = "<title>The river</title><link rel=canonical href='https://news.example/river'><h1>The river</h1><p>It rose."
HUGE = "9" * 30


@pytest.fixture
def call(tmp_path, copy, monkeypatch, capfd):
    """Calls the program in this process, in the test's folder: its exit code, what it printed and what it said."""
    (tmp_path / "original.html").write_text(ORIGINAL, "utf-8")
    (tmp_path / "link.md").symlink_to("copy.md")
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)

    def called(*words):
        monkeypatch.setattr(sys, "argv", ["creditline", *map(os.fsdecode, words)])
        with pytest.raises(SystemExit) as ended:
            app.run()
        return ended.value.code, *capfd.readouterr()

    return called


NO_ADDRESS = ["http://[", "http://", "https:///x", "http://x:99999/", "http://.../", "HTTP://[zz]/", "http://user:pw@/"]
TO_BE_QUOTED = ["http://a b/", "http://news.example/\nx", "http://news.example/\u202e"]


@pytest.mark.parametrize("address", NO_ADDRESS + TO_BE_QUOTED)
def test_an_address_that_is_none_is_refused(call, address):
    calls = [
        ["check", "--original", address, "copy.md"],
        ["fix", "--original", address, "copy.md"],
        ["terms", "draft", "--url", address, "original.html"],
        ["report", "--site", address, "results.json"],
    ]
    if address not in TO_BE_QUOTED:  # a credit does that by itself
        calls.append(["credit", "--url", address, "original.html"])
    for words in calls:
        assert call(*words) == (2, "", f"creditline: {words[-3]} {address!r}: no http(s) address\n")


# what no option takes -> a word of what is said
WRONG = [
    pytest.param(
        ["check", "--original", "gone.html", "copy.md"], "as a file: cannot be read: No such", id="no original"
    ),
    pytest.param(["check", "--original", "folder", "copy.md"], "as a file: a folder, where a file", id="a folder"),
    pytest.param(["check", "--original", "/dev/null", "copy.md"], "as a file: not a regular file", id="a device"),
    pytest.param(["check", "--original", "-", "-"], "standard input can be one thing", id="standard input twice"),
    pytest.param(["fix", "--original", "-", "-"], "standard input can be one thing", id="and for fix"),
    pytest.param(["match", "-", "--in", "-"], "standard input can be one thing", id="and for match"),
    pytest.param(["check", "--max-bytes", HUGE, "copy.md"], "--max-bytes", id="too many bytes"),
    pytest.param(["check", "--max-bytes", "-1", "copy.md"], "--max-bytes", id="fewer than none"),
    pytest.param(["check", "--timeout", "inf", "copy.md"], "--timeout", id="time without end"),
    pytest.param(["check", "--timeout", "nan", "copy.md"], "--timeout", id="no time"),
    pytest.param(["check", "--delay", "1e300", "copy.md"], "--delay", id="a pause without end"),
    pytest.param(["check", "--jobs", HUGE, "copy.md"], "--jobs", id="too many processes"),
    pytest.param(["match", "original.html", "--in", "copy.md", "--least", "nan"], "--least", id="no share"),
    pytest.param(["credit", "--title", b"\xff", "original.html"], "--title': it is not UTF-8", id="no text"),
    pytest.param(["credit", "--author", "Ann", "--author", b"\xff"], "--author': it is not UTF-8", id="no name"),
    pytest.param(["baseline", "create", "b.json", "copy.md", "--reason", b"\xff"], "not UTF-8", id="no reason"),
    pytest.param(["credit"], "nothing tells which article it is", id="no article"),
    pytest.param(["letter", "--page", "x", "--host", "y"], "--page and --host", id="a letter on two things"),
    pytest.param(["report", "--since", "2026-02-30", "x"], "--since '2026-02-30'", id="no day"),
    pytest.param(["check", "--evidence", "-", "copy.md"], "cannot go to standard output", id="evidence on a stream"),
    pytest.param(["check", "--evidence", "/", "copy.md"], "/ is there already", id="evidence as a root"),
    pytest.param(["check", "--evidence", "x" * 300, "copy.md"], "File name too long", id="evidence of a long name"),
    pytest.param(["letter", "--template", "folder", "x"], "folder: Is a directory", id="a folder as a template"),
]


@pytest.mark.parametrize(("words", "says"), WRONG)
def test_a_value_that_is_none_is_refused(call, tmp_path, words, says):
    if words[0] == "letter" and "--template" in words:
        call("check", "--terms", "globalresearch", "-f", "jsonl", "-o", "x", "copy.md")
    before = sorted(os.listdir(tmp_path))
    code, out, err = call(*words)
    assert (code, out) == (2, "")
    assert says in err
    assert sorted(os.listdir(tmp_path)) == before


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--terms", "", "copy.md"],
        ["check", "--terms=", "copy.md"],
        ["check", "-o", "", "copy.md"],
        ["match", "original.html", "--in", ""],
        ["terms", "draft", "--url", "", "original.html"],
        ["baseline", "create", "b.json", "copy.md", "--reason", ""],
        ["report", "--store", ""],
    ],
    ids=" ".join,
)
def test_an_option_without_a_value_is_refused(call, tmp_path, words):
    """A variable of a script that nobody set would go for an option that nobody gave."""
    option = next(word for word in words if word.startswith("-")).rstrip("=")
    assert call(*words) == (2, "", f"creditline: {option}: its value is empty\n")
    assert not (tmp_path / "b.json").exists()


def test_what_looks_like_an_empty_value_is_none(call):
    """`--exclude --terms=`: a value of its own; and behind `--` are no options."""
    assert call("check", "--exclude", "--terms=", "copy.md")[0] == 0
    assert call("check", "copy.md", "--", "--terms=")[0] == 3


def test_a_user_without_a_home_has_no_cache(call, monkeypatch):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("checker.documents.web.cache.Path.home", homeless)
    assert call("check", "copy.md")[0] == 0
    code, _, err = call("check", "--offline", "copy.md")
    assert (code, "set XDG_CACHE_HOME" in err) == (2, True)


TWICE = "two outputs cannot be one file"
READ = "it is read, and cannot be written to as well"
# a call whose files get in each other's way -> the file, and what is said of it
BESIDE = [
    pytest.param("check -o copy.md copy.md", "copy.md", READ, id="a page"),
    pytest.param("check -o link.md copy.md", "link.md", READ, id="a page by a link"),
    pytest.param("check -f jsonl -o ./copy.md folder copy.md", "copy.md", READ, id="lines"),
    pytest.param("check --report json=copy.md copy.md", "copy.md", READ, id="a further report"),
    pytest.param("check --terms-file link.md -o copy.md original.html", "copy.md", READ, id="a pack"),
    pytest.param("check --baseline b.json -o b.json copy.md", "b.json", READ, id="a baseline"),
    pytest.param("inspect -o copy.md copy.md", "copy.md", READ, id="inspect"),
    pytest.param("match original.html --in copy.md -o original.html", "original.html", READ, id="match"),
    pytest.param("scan copy.md -o copy.md", "copy.md", READ, id="scan"),
    pytest.param("credit original.html -o original.html", "original.html", READ, id="credit"),
    pytest.param("report copy.md -o copy.md", "copy.md", READ, id="report"),
    pytest.param("report --store h.db -o h.db", "h.db", READ, id="a store"),
    pytest.param("letter copy.md -o copy.md", "copy.md", READ, id="letter"),
    pytest.param("check -o a --report json=./a copy.md", "a", TWICE, id="two reports"),
    pytest.param("check --report json=a --report sarif=a copy.md", "a", TWICE, id="two further reports"),
    pytest.param("check --evidence a.gz --report json=a.gz copy.md", "a.gz", TWICE, id="evidence and a report"),
]


@pytest.mark.parametrize(("words", "file", "says"), BESIDE)
def test_no_output_takes_the_place_of_what_is_read_or_of_another(call, tmp_path, words, file, says):
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
    assert call(*words.split()) == (2, "", f"creditline: {file}: {says}\n")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()} == before


def test_streams_devices_and_folders_are_in_nobody_s_way(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "old.json").write_text("{}", "utf-8")
    devices = [outputs.Path("/dev/null")] * 2 if os.path.exists("/dev/null") else []
    outputs.apart(["-", None, "site", "https://news.example/x"], [None, None, *devices, outputs.Path("site/a.html")])
    outputs.apart(["site"], [outputs.Path("site")])  # which whoever writes it says
    with pytest.raises(UsageError, match=TWICE):
        outputs.apart([], [outputs.Path("new.json"), outputs.Path("site/../new.json")])
