"""Which files changed, as a real git tells."""

import os
import subprocess

import pytest

from checker.adoption import changed
from checker.errors import UsageError

PLAIN = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@pytest.fixture
def git(tmp_path, monkeypatch):
    """Runs git in a repository with one commit, `first`, or in a folder of it."""
    for name, value in PLAIN.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "site"
    folder.mkdir()

    def run(*arguments, where=folder):
        identity = ["-c", "user.name=Ann", "-c", "user.email=ann@site.example", "-c", "protocol.file.allow=always"]
        subprocess.run(["git", *identity, *arguments], cwd=where, check=True, capture_output=True, timeout=60)

    run("init", "-q", "-b", "main")
    for name in ("same.md", "edited.md", "gone.md", "old.md"):
        (folder / name).write_text(name * 50, "utf-8")
    (folder / ".gitignore").write_text("public/\n", "utf-8")
    run("add", "-A")
    run("commit", "-qm", "first")
    run("tag", "first")
    return run


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "site"


def test_each_way_to_change(git, folder):
    (folder / "edited.md").write_text("other", "utf-8")
    (folder / "gone.md").unlink()
    git("mv", "old.md", "renamed.md")
    (folder / "staged.md").write_text("x", "utf-8")
    git("add", "staged.md")
    (folder / "untracked.md").write_text("x", "utf-8")
    found = changed.since("first", folder)
    has = {
        name: found.has(folder / name) for name in ("same.md", "edited.md", "renamed.md", "staged.md", "untracked.md")
    }
    assert has == {"same.md": False, "edited.md": True, "renamed.md": True, "staged.md": True, "untracked.md": True}


def test_committed_changes_count(git, folder):
    (folder / "edited.md").write_text("other", "utf-8")
    git("commit", "-qam", "second")
    assert changed.since("first", folder).changed == {"edited.md"}
    assert changed.since("HEAD", folder).changed == frozenset()


def test_what_others_did_meanwhile_does_not(git, folder):
    git("checkout", "-qb", "mine")
    (folder / "edited.md").write_text("mine", "utf-8")
    git("commit", "-qam", "mine")
    git("checkout", "-q", "main")
    (folder / "same.md").write_text("theirs", "utf-8")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "mine")
    assert changed.since("main", folder).changed == {"edited.md"}


ODD = ["with space.md", 'qu"ote.md', "ümläut.md", "new\nline.md", "-dash.md", "tab\t.md", "*.md"]


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_odd_names(git, folder, name):
    (folder / name).write_text("x", "utf-8")
    git("add", "-A")
    git("commit", "-qm", "second")
    assert changed.since("first", folder).has(folder / name)
    assert not changed.since("HEAD", folder).has(folder / name)


def test_a_name_that_is_no_text(git, folder):
    name = os.fsdecode(b"caf\xe9.md")
    (folder / name).write_text("x", "utf-8")
    git("add", "-A")
    git("commit", "-qm", "second")
    assert changed.since("first", folder).has(folder / name)
    assert not changed.since("HEAD", folder).has(folder / name)


def test_from_a_folder_inside(git, folder):
    (folder / "posts").mkdir()
    (folder / "posts" / "a.md").write_text("x", "utf-8")
    git("add", "-A")
    git("commit", "-qm", "second")
    found = changed.since("first", folder / "posts")
    assert found.has(folder / "posts" / "a.md")
    assert not found.has(folder / "posts" / ".." / "same.md")


def test_what_git_ignores_it_cannot_tell(git, folder, tmp_path):
    (folder / "public").mkdir()
    (folder / "public" / "a.html").write_text("x", "utf-8")
    (tmp_path / "outside.md").write_text("x", "utf-8")
    found = changed.since("first", folder)
    assert found.has(folder / "public" / "a.html")
    assert found.has(tmp_path / "outside.md")


def test_a_built_page_changes_with_its_source(git, folder):
    (folder / "edited.md").write_text("other", "utf-8")
    sources = {"public/same.html": folder / "same.md", "public/edited.html": folder / "edited.md"}
    has_changed = changed.narrowed(changed.since("first", folder), sources.get)
    assert not has_changed("public/same.html")
    assert has_changed("public/edited.html")
    assert has_changed("public/unknown.html")


def test_submodules(git, folder, tmp_path):
    other = tmp_path / "theme"
    other.mkdir()
    git("init", "-q", "-b", "main", where=other)
    (other / "page.md").write_text("x", "utf-8")
    git("add", "-A", where=other)
    git("commit", "-qm", "theirs", where=other)
    git("submodule", "add", "-q", str(other), "theme")
    git("commit", "-qm", "second")
    page = folder / "theme" / "page.md"
    assert changed.since("first", folder).has(page)
    assert not changed.since("HEAD", folder).has(page)
    page.write_text("y", "utf-8")
    assert changed.since("HEAD", folder).has(page)


@pytest.mark.parametrize("rev", ["nothing", "--output=x", "-h", "first..main", "HEAD~7", "", "first\nmain", "a\0b"])
def test_no_such_revision(git, folder, rev):
    with pytest.raises(UsageError, match="--changed-since"):
        changed.since(rev, folder)
    assert not (folder / "x").exists()


def test_no_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="not a git repository"):
        changed.since("HEAD", tmp_path)


def test_no_git(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="there is no git here"):
        changed.since("HEAD", tmp_path)


def test_a_monitor_that_a_repository_names_is_not_started(git, folder):
    git("config", "core.fsmonitor", "touch started; false")
    (folder / "edited.md").write_text("other", "utf-8")
    assert changed.since("first", folder).changed == {"edited.md"}
    assert not (folder / "started").exists()
