"""`creditline fix` on real files: what it writes, what it leaves, and what a terminal gets to see."""

import os
import pty
import subprocess
import sys

import pytest

from checker.cli import site

TEXT = "The ferry waits until the fog has lifted from the water, and nobody on the quay is in a hurry to say when that will be."
PAGE = f"# The ferry waits\n\nBy Ann Writer\n\n{TEXT}\n\nRepublished from Ferry News.\n"
CALL = ["--original", "https://ferry.example/news/the-ferry-waits"]


def fix(folder, *arguments, **more):
    command = [sys.executable, "-m", "checker", "fix", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False, **more)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "post.md").write_text(PAGE, "utf-8")
    return tmp_path


def test_a_diff_changes_nothing(folder):
    done = fix(folder, *CALL, "post.md")
    assert done.returncode == 1
    assert b"+[Read the original article on Ferry News]" in done.stdout
    assert (folder / "post.md").read_text("utf-8") == PAGE


def test_what_is_written_is_what_the_diff_shows_and_a_second_run_has_nothing_to_do(folder):
    shown = fix(folder, *CALL, "post.md").stdout
    assert fix(folder, *CALL, "--write", "post.md").returncode == 0
    written = (folder / "post.md").read_bytes()
    (folder / "post.md").write_text(PAGE, "utf-8")
    subprocess.run(["git", "apply"], cwd=folder, input=shown, check=True, timeout=60)
    assert (folder / "post.md").read_bytes() == written
    again = fix(folder, *CALL, "post.md")
    assert (again.returncode, again.stdout) == (0, b"")


def test_in_a_job_on_github_no_line_of_a_page_is_a_command_and_git_still_takes_the_diff(folder):
    (folder / "post.md").write_text(PAGE + "\n::error::forged\n", "utf-8")
    shown = fix(folder, *CALL, "post.md", env=os.environ | {"GITHUB_ACTIONS": "true"}).stdout
    first, *_, last = shown.splitlines()
    assert (first.rpartition(b"::")[0], b" ::error::forged" in shown) == (b"::stop-commands", True)
    assert last == b"::" + first.rpartition(b"::")[2] + b"::"
    subprocess.run(["git", "apply"], cwd=folder, input=shown, check=True, timeout=60)
    assert "[Read the original article on Ferry News]" in (folder / "post.md").read_text("utf-8")


def test_one_file_of_many_names_is_mended_once(folder):
    """A diff that has a file twice could not be applied."""
    (folder / "below").mkdir()
    done = fix(folder, *CALL, "post.md", "./post.md", "below/../post.md", "*.md", ".", str(folder / "post.md"))
    assert (done.returncode, done.stdout.count(b"+++ ")) == (1, 1)
    assert done.stderr.endswith(b"1 page: 1 to change, 1 inserted, 0 refused.\n")


def test_a_file_that_cannot_be_written_is_told_of_and_stops_no_other(folder):
    (folder / "good.md").write_text(PAGE.replace("Ferry News.", f"[Ferry News](#). [It]({CALL[1]})"), "utf-8")
    (folder / "post.md").chmod(0o444)
    done = fix(folder, *CALL, "--write", "post.md")
    assert done.returncode == 3
    assert b"post.md: cannot be written: it is read-only" in done.stderr
    assert (folder / "post.md").read_text("utf-8") == PAGE


def test_a_page_of_eleventy_in_nunjucks(folder):
    text = f"<h1>A</h1>\n<p>By Ann Writer</p>\n<p>{TEXT}</p>\n<p>Republished from Ferry News</p>"
    source = f"---\ntitle: A\n---\n{{% block main %}}\n{text}\n{{% endblock %}}\n"
    (folder / "post.njk").write_text(source, "utf-8")
    assert fix(folder, *CALL, "--write", "post.njk").returncode == 0
    line = f'<p><a href="{CALL[1]}">Read the original article on Ferry News</a>.</p>\n'
    assert (folder / "post.njk").read_text("utf-8") == source.replace("{% endblock", line + "{% endblock")


def test_a_terminal_gets_no_control_characters(folder):
    (folder / "post.md").write_text(PAGE.replace("waits until", "waits \x1b]0;gotcha\x07 until"), "utf-8")
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "checker", "fix", *CALL, "post.md"],
        cwd=folder,
        stdout=theirs,
        stderr=theirs,
        timeout=120,
        check=False,
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        said += part
        if not part:
            break
    assert b"\\u{1b}]0;gotcha\\u{7}" in said
    assert b"\x1b]0" not in said


@pytest.mark.parametrize("name", ["  ", "Ann \u202eretirW", "x" * 300])
def test_a_name_that_is_none_is_refused(folder, name):
    done = fix(folder, "--author", name, "post.md")
    assert done.returncode == 2
    assert (b"no name" if name else b"its value is empty") in done.stderr


KEYS = [
    pytest.param({}, "canonical_url", id="nothing tells"),
    pytest.param({"_config.yml": "theme: a"}, "canonical_url", id="Jekyll"),
    pytest.param({"hugo.toml": ""}, "canonicalURL", id="Hugo"),
    pytest.param({"hugo.toml": "", "posts/a.md": "---\ncanonical: https://a.example/b\n---\n"}, "canonical", id="its neighbours"),
    pytest.param({"hugo.toml": "", "posts/a.md": "---\nseo:\n  canonical: https://a.example/b\n---\n"}, "canonicalURL", id="a nested key"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "key"), KEYS)
def test_the_key_for_a_canonical_address_is_the_sites_own(tmp_path, files, key):
    (tmp_path / "posts").mkdir()
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8")
    assert site.canonical_key(str(tmp_path / "posts" / "post.md")) == key
