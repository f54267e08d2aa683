"""What CI systems have around a job: a fresh copy of this project, a site, and a package index."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = [
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "checker",
    "rules",
    "schemas",
    ".pre-commit-hooks.yaml",
    "action.yml",
]


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """A repository that has this project as it is now, to install from."""
    folder = tmp_path_factory.mktemp("project")
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    commit(folder)
    return folder


@pytest.fixture(scope="session")
def index(tmp_path_factory):
    """Skips where pip reaches no package index: nothing can be installed afresh there."""
    folder = tmp_path_factory.mktemp("index")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), "hatchling"]
    if subprocess.run(command, capture_output=True, check=False, timeout=120).returncode:
        pytest.skip("pip reaches no package index")


@pytest.fixture
def site(tmp_path):
    """A repository that has the example site."""
    folder = tmp_path / "my site"
    shutil.copytree(ROOT / "examples" / "community-site", folder)
    commit(folder)
    return folder


@pytest.fixture(scope="session")
def git():
    """Calls git in a folder."""
    return called


def commit(folder):
    """Makes a repository of a folder."""
    called(folder, "init", "--quiet", "--initial-branch", "main")
    called(folder, "add", "--all")
    called(folder, "commit", "--quiet", "--message", "All of it")


def called(folder, *arguments):
    """What git says. Settings and hooks of whoever runs the tests are left out."""
    named = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@host.example"}
    named |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in named.items()}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**kept, **named, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture
def valid(tmp_path):
    """Holds a text against the schema of whoever reads it, by the name that check-jsonschema has for it."""

    def check(kind, text):
        file = tmp_path / f"{kind}.yml"
        file.write_text(text, "utf-8")
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}", str(file)]
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()

    return check
