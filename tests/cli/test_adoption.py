"""`--changed-since`, resumed runs and live pages, with the program as users call it and a real git."""

import json
import os
import subprocess
import sys

import pytest

POST = """# The river comes back

By Ann Writer

The water came early this year, stayed for nine days, and left a line on the school wall.

This article was originally published on [Global Research](#).
"""
COMMENT = "\n<!-- creditline-ignore link_to_original, copyright_line: the archive is gone -->\n"


@pytest.fixture
def site(tmp_path):
    """A repository with two pages in a commit, `first`."""
    return repository(tmp_path / "site")


def repository(folder):
    (folder / "posts").mkdir(parents=True)
    for name in ("a.md", "b.md"):
        (folder / "posts" / name).write_text(POST, "utf-8")
    git(folder, "init", "-q")
    commit(folder, "first")
    return folder


def git(folder, *arguments):
    plain = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    identity = ["-c", "user.name=Ann", "-c", "user.email=ann@site.example"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, env=plain, check=True, capture_output=True, timeout=60)


def commit(folder, name):
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", name)
    git(folder, "tag", name)


@pytest.fixture(scope="module")
def run():
    """Calls the program; gives the exit code, the report's targets, and what standard error says."""

    def call(folder, *arguments):
        command = [sys.executable, "-m", "checker", "check", "--format", "json", *arguments]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
        pages = json.loads(done.stdout)["pages"] if done.stdout else []
        return done.returncode, [page["target"] for page in pages], done.stderr

    return call


def test_only_what_changed_is_checked(site, run):
    (site / "posts" / "b.md").write_text(POST + "\nMore.\n", "utf-8")
    assert run(site, "posts", "--changed-since", "first") == (1, ["posts/b.md"], "")
    assert run(site, "posts/a.md", "posts/b.md", "--changed-since", "first")[1] == ["posts/b.md"]
    assert run(site / "posts", ".", "--changed-since", "first")[1] == ["./b.md"]


def test_where_nothing_changed_all_is_well_and_that_is_said(site, run):
    code, pages, said = run(site, "posts", "--changed-since", "first")
    assert (code, pages) == (0, [])
    assert said == "creditline: nothing to check: no page changed since first\n"


def test_a_folder_without_pages_is_still_nothing(site, run):
    (site / "empty").mkdir()
    code, _, said = run(site, "empty", "--changed-since", "first")
    assert code == 3
    assert "nothing was checked" in said


def test_an_unreadable_target_is_still_told(site, run):
    assert run(site, "gone.md", "--changed-since", "first")[0] == 3


def test_no_such_revision(site, run):
    code, _, said = run(site, "posts", "--changed-since", "nothing")
    assert code == 2
    assert "there is no such revision" in said


RULES = [
    pytest.param("creditline.toml", "strict = true\n", id="the configuration"),
    pytest.param("creditline.toml", 'terms = ["packs"]\n', id="the configuration, with packs"),
    pytest.param("packs/own.toml", None, id="a rule pack"),
    pytest.param("old.json", None, id="the baseline"),
]


@pytest.fixture(scope="module")
def ruled(tmp_path_factory, run):
    """A repository with rules in a commit, `second`, since which nothing changed."""
    folder = repository(tmp_path_factory.mktemp("ruled") / "site")
    (folder / "packs").mkdir()
    (folder / "packs" / "own.toml").write_text(PACK, "utf-8")
    (folder / "creditline.toml").write_text('terms = ["packs"]\nbaseline = "old.json"\n', "utf-8")
    (folder / "old.json").write_text('{"version": 1, "entries": []}', "utf-8")
    commit(folder, "second")
    assert run(folder, "posts", "--changed-since", "second")[:2] == (0, [])
    return folder


@pytest.mark.parametrize(("name", "content"), RULES)
def test_where_the_rules_changed_every_page_is_checked(ruled, run, name, content):
    before = (ruled / name).read_text("utf-8")
    (ruled / name).write_text(before + "\n" if content is None else content, "utf-8")
    code, pages, said = run(ruled, "posts", "--changed-since", "second")
    (ruled / name).write_text(before, "utf-8")
    assert (code, pages) == (1, ["posts/a.md", "posts/b.md"])
    assert said == f"creditline: {name} changed since second, so all pages are checked\n"


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


def test_the_baseline_as_a_whole_is_still_looked_after(site, run):
    create = ["baseline", "create", "old.json", "posts", "--reason", "old debt", "--expires", "2026-01-31"]
    subprocess.run([sys.executable, "-m", "checker", *create], cwd=site, check=True, capture_output=True, timeout=60)
    commit(site, "second")
    (site / "posts" / "b.md").unlink()
    code, pages, said = run(site, "posts", "--changed-since", "second", "--baseline", "old.json")
    assert (code, pages) == (0, [])
    assert "6 entries are past the last day: " in said
    assert "3 entries are no longer needed" in said
    assert "link_to_original on posts/b.md" in said


def test_a_built_page_changes_with_its_source(site, run):
    (site / "creditline.toml").write_text('[[content]]\nsource = "posts"\nbuilt = "public"\n', "utf-8")
    (site / ".gitignore").write_text("public/\n", "utf-8")
    commit(site, "second")
    for name in ("a", "b", "c"):
        (site / "public" / name).mkdir(parents=True)
        (site / "public" / name / "index.html").write_text("<title>x</title><p>Our own words.</p>", "utf-8")
    (site / "posts" / "b.md").write_text(POST + "\nMore.\n", "utf-8")
    _, pages, _ = run(site, "public", "--changed-since", "second")
    assert pages == ["public/b/index.html", "public/c/index.html"]


def test_a_resumed_run_remembers_what_was_let_pass(site, run):
    (site / "posts" / "a.md").write_text(POST + COMMENT, "utf-8")
    (site / "posts" / "b.md").unlink()
    command = [sys.executable, "-m", "checker", "check", "posts", "-f", "jsonl", "-o", "done.jsonl", "--resume"]
    for _ in range(2):
        assert subprocess.run(command, cwd=site, check=False, timeout=60).returncode == 0


def test_a_live_page_lets_nothing_of_its_own_pass(site, run, serving):
    server = serving()
    credit = "This article was originally published on <a href='#'>Global Research</a>."
    server.pages["/post"] = f"<title>x</title><h1>The river</h1><p>By Ann Writer</p><p>{credit}</p>{COMMENT}"
    url = server.url("/post")
    code, pages, _ = run(site, url, "--allow-private-hosts", "--delay", "0", "--no-cache")
    assert (code, pages) == (1, [url])
