"""The hooks, installed and run by pre-commit itself on a scratch repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CONFIG = """repos:
  - repo: {project}
    rev: {revision}
    hooks:
      - id: creditline
      - id: creditline-packs
"""
GOOD = "# Our own page\n\nWritten here, about the weather of this week.\n"
COPY = "# The river comes back\n\nThe water came.\n\nThis article was originally published on [Global Research](#).\n"
PACK = """id = "our-partner"
[publisher]
name = "Our Partner"
domains = ["partner.example"]
[[version]]
id = "1"
source = { url = "https://partner.example/terms", read = "2026-01-01" }
[[version.requirement]]
type = "author_credit"
strength = "must"
clause = "A copy names the author."
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Where pre-commit keeps what it installs: once for all tests."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def hook(index, project, home, tmp_path, git):
    """Puts files into a repository with the hooks and runs one; gives the exit code and what was said."""
    revision = git(project, "rev-parse", "HEAD")
    git(tmp_path, "init", "--quiet")
    (tmp_path / ".pre-commit-config.yaml").write_text(CONFIG.format(project=project, revision=revision), "utf-8")

    def run(name, files):
        for file, content in files.items():
            (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / file).write_text(content, "utf-8")
        git(tmp_path, "add", "--all")
        kept = {
            key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT", "PYTHONPATH"))
        }
        command = [sys.executable, "-m", "pre_commit", "run", name, "--color", "never", "--verbose"]
        environment = {**kept, "PRE_COMMIT_HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=300)
        return done.returncode, done.stdout.decode()

    return run


def test_the_manifest_is_one():
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    subprocess.run(command, check=True, capture_output=True)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["minimum_pre_commit_version"] for hook in hooks} == {"2.9.0"}


def test_a_copy_without_its_credit_stops_the_commit(hook):
    code, said = hook("creditline", {"a post.md": COPY, "own.html": f"<p>{GOOD}", "notes.txt": COPY})
    assert code == 1
    assert "a post.md:5:43: error link_to_original" in said
    assert "2 pages checked: 1 violation, 1 not republished." in said


def test_pages_of_ones_own_pass(hook):
    code, said = hook("creditline", {"own.md": GOOD})
    assert (code, "Passed" in said) == (0, True)


def test_commits_without_pages_are_not_held_up(hook):
    code, said = hook("creditline", {"notes.txt": COPY})
    assert (code, "no files to check" in said) == (0, True)


def test_the_configuration_of_the_site_holds(hook):
    configured = {"creditline.toml": 'terms = ["packs"]\n', "packs/our-partner.toml": PACK}
    code, said = hook("creditline", {**configured, "a.md": COPY.replace("Global Research](#)", "Our Partner](#)")})
    assert code == 1
    assert "terms our-partner of 1" in said


PACKS = {
    "a good one": ({"packs/our-partner.toml": PACK}, 0, "packs/our-partner.toml: valid (our-partner)"),
    "a wrong one": ({"packs/our-partner.toml": PACK.replace("author_credit", "author_credits")}, 1, "author_credits"),
    "another program's file": ({"pyproject.toml": "[project]\n"}, 0, "no files to check"),
}


@pytest.mark.parametrize(("files", "code", "said"), PACKS.values(), ids=PACKS)
def test_packs(hook, files, code, said):
    done = hook("creditline-packs", files)
    assert (done[0], said in done[1]) == (code, True), done[1]
