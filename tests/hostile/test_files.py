"""Files with odd names, of odd kinds, and such as come and go."""

import json
import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import checker
from checker.documents.files import Selection, expand, read
from checker.run import Plan, Watch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="such files are not possible there")
PAGE = "<title>The river</title><p>The water came early this year.</p>"
ODD = [
    "a\nb.html",
    "::error file=x::forged\n::stop-commands::y.html",
    'it\'s "quoted" `id` $(id) ;&|.html',
    "-rf.html",
    "--help.html",
    "\x1b[2J\x07\b\r\x7f\x9b31m.html",
    "\u202eltr\u2066.html",
    "%s{0}{x!r}%n.html",
    "<script>alert(1)</script>.html".replace("/", "\u2215"),
    "*?[a-z].html",
    "~.html",
    " .html",
    "x" * 235 + ".html",
    "é" * 120 + ".html",
    "\U0001f5de\ufe0f.html",
    "C:\\page.html",
    "http:page.html",
]


@pytest.fixture
def odd(tmp_path):
    """A folder of pages with odd names."""
    folder = tmp_path / "odd"
    folder.mkdir()
    for name in ODD:
        (folder / name).write_text(PAGE, "utf-8")
    Path(os.fsdecode(os.path.join(os.fsencode(folder), b"\xff\xfe.html"))).write_text(PAGE, "utf-8")
    return folder


def test_odd_names_are_all_in_the_report_and_none_acts_in_it(run, odd, active):
    done = run("check", "-v", "--report", "json=../report.json", ".", cwd=odd)
    assert done.returncode == 0
    assert not active.search(done.stdout + done.stderr)
    assert not [line for line in done.stdout.splitlines() if line.startswith(b"::")]
    pages = json.loads((odd.parent / "report.json").read_text("utf-8"))["pages"]
    assert len(pages) == len(ODD) + 1
    assert {page["outcome"] for page in pages} == {"not_republished"}
    assert {page["target"] for page in pages} >= {f"./{name}" for name in ODD}


def test_odd_names_are_read_as_arguments(run, odd):
    done = run("check", "-f", "json", "--", *ODD, cwd=odd)
    assert [page["target"] for page in json.loads(done.stdout)["pages"]] == ODD
    assert done.returncode == 0


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=40))
@example("[]")
@example("**")
@example("[!")
@example(".")
def test_any_name_stands_for_its_own_file(tmp_path_factory, name):
    file = tmp_path_factory.mktemp("any") / (name + ".html")
    file.write_text(PAGE, "utf-8")
    assert [read(each).content for each in expand(str(file), Selection())] == [PAGE.encode()]
    # `..html` is a name with no ending: nothing but dots stands before it.
    assert list(expand(str(file.parent), Selection())) == ([str(file)] if name.strip(".") else [])


@pytest.fixture
def site(tmp_path):
    """A folder with a good page beside all that only looks like one."""
    folder = tmp_path / "site"
    (folder / "page.html").mkdir(parents=True)
    (folder / "page.html" / "inside.html").write_text(PAGE, "utf-8")
    (folder / "good.html").write_text(PAGE, "utf-8")
    (folder / "itself.html").symlink_to("itself.html")
    (folder / "there.html").symlink_to("back.html")
    (folder / "back.html").symlink_to("there.html")
    (folder / "nowhere.html").symlink_to("gone")
    (folder / "up").symlink_to("..", target_is_directory=True)
    (folder / "folder.html").symlink_to(".", target_is_directory=True)
    (folder / "zero.html").symlink_to("/dev/zero")
    os.mkfifo(folder / "fifo.html")
    with socket.socket(socket.AF_UNIX) as made:
        before = Path.cwd()
        os.chdir(folder)  # the path of a socket has to be short
        made.bind("socket.html")
        os.chdir(before)
    (folder / "shut.html").write_text(PAGE, "utf-8")
    (folder / "shut.html").chmod(0)
    return folder


# what is in the folder or named -> the code of its error, or what came of it
KINDS = {
    "site/good.html": "not_republished",
    "site/page.html/inside.html": "not_republished",
    "site/itself.html": "unreadable",
    "site/there.html": "unreadable",
    "site/back.html": "unreadable",
    "site/nowhere.html": "unreadable",
    "site/zero.html": "not_a_file",
    "site/fifo.html": "not_a_file",
    "site/socket.html": "unreadable",
    "/dev/null": "not_a_file",
    "/dev/full": "not_a_file",
    "missing.html": "not_found",
    "good.html/below": "not_found",
    "x" * 5000: "not_found",
    "": "not_found",
}


def test_what_is_no_page_is_told_of_and_stops_nothing(run, site):
    named = [name for name in KINDS if not name.startswith("site/")]
    done = run("check", "-f", "json", "site", *named)
    pages = {page["target"]: page for page in json.loads(done.stdout)["pages"]}
    shut = pages.pop("site/shut.html")
    assert shut["outcome"] == "not_republished" or shut["error"]["code"] == "unreadable"  # some users may read all
    assert {name: (page["error"] or {}).get("code", page["outcome"]) for name, page in pages.items()} == KINDS
    assert done.returncode == 3


@pytest.mark.parametrize("command", [["scan"], ["fix"], ["check", "--original"]], ids=" ".join)
def test_a_name_that_is_not_there_is_told_of_and_does_nothing(run, command, active):
    done = run(*command, "no \x1b[31m\u202e##[error].warc", *(["copy.md"] if "--original" in command else []))
    assert done.returncode in {2, 3}
    assert b"\\u{23}#[error].warc" in done.stderr
    assert not active.search(done.stderr)


def test_an_audit_and_a_run_that_is_recorded_tell_of_files_that_cannot_be_read(site, monkeypatch):
    """They read files in other places than a check does."""
    from checker.documents.web.settings import Settings  # noqa: PLC0415

    unread = []

    class Recorder:
        def read(self, document):
            assert document.target == "site/good.html"

        def unread(self, name, error):
            unread.append((name, error.code))

    monkeypatch.chdir(site.parent)
    wrong = {name: code for name, code in KINDS.items() if code != "not_republished"}
    names = ["site/good.html", *wrong]
    codes = [None, *wrong.values()]
    assert [page.error_code for page in checker.audit(names).pages] == codes
    recorded = checker.check(names, plan=Plan(settings=Settings(recorder=Recorder())))
    assert [page.error_code for page in recorded.pages] == codes
    assert dict(unread) == wrong


LINK = "[Example News](https://news.example/2024/river) by Ann Writer."
NAMES = ["::error file=x::forged\n::stop-commands::y.html", " ::warning::x.md", "a\n ::error::b.md"]


@pytest.mark.parametrize(
    "call", ["check", "check -v", "inspect", "fix", "scan", "check copy.md --terms-file", "report"]
)
def test_no_name_is_a_command_at_the_beginning_of_a_line(call, copy, tmp_path, monkeypatch, capfd):
    from checker.cli import app  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        # The copy without its author and its link, so that `fix` has something to say of it.
        (tmp_path / name).write_text(copy.read_text("utf-8").replace(LINK, "Example News."), "utf-8")
        monkeypatch.setattr(sys, "argv", ["creditline", *call.split(), name])
        with pytest.raises(SystemExit):
            app.run()
        out, err = capfd.readouterr()
        assert ":error" in out + err or "warning" in out + err
        assert not [line for line in (out + err).splitlines() if line.lstrip().startswith("::")]


def test_one_file_of_many_names_is_one_page(run, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "linked").symlink_to("folder", target_is_directory=True)
    (tmp_path / "other.html").symlink_to("page.html")
    names = ["page.html", "./page.html", "folder/../page.html", "linked/../page.html", str(tmp_path / "page.html")]
    done = run("check", "-f", "json", *names, "*.html", ".")
    assert [page["target"] for page in json.loads(done.stdout)["pages"]] == ["page.html", "other.html"]


def test_files_that_vanish_meanwhile_are_told_of(tmp_path):
    for name in ("a.html", "b.html", "c.html"):
        (tmp_path / name).write_text(PAGE, "utf-8")

    class Vanish(Watch):
        def done(self, _):
            (tmp_path / "b.html").unlink(missing_ok=True)

    report = checker.check([str(tmp_path)], plan=Plan(watch=Vanish()))
    assert [page.error_code for page in report.pages] == [None, "unreadable", None]


def test_a_working_folder_that_is_gone_is_told_of(shell, copy):
    done = shell(f"mkdir gone && cd gone && rmdir ../gone && $CREDITLINE check -f json {copy}")
    assert done.stderr == b"creditline: the working folder is not there: No such file or directory\n"
    assert done.returncode == 2


def test_standard_input_that_is_closed_is_told_of(shell):
    done = shell("$CREDITLINE check - <&-")
    assert (done.returncode, done.stderr) == (3, b"")
    assert b"-: error: standard input is closed [unreadable]" in done.stdout
