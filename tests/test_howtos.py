"""The how-tos: their files are laid out, their commands run, and what they show is what is said."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOWTOS = sorted(file for file in (ROOT / "docs" / "howto").glob("*.md") if "<!-- run -->" in file.read_text("utf-8"))
STEP = re.compile(
    r"<!-- (file: (?P<file>\S+)|run|needs: (?P<needs>\w+)|output) -->\n```\w*\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@pytest.fixture
def run(tmp_path):
    """Runs lines of a shell in the site's folder, `creditline` being this program."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, command in (("creditline", f"{sys.executable} -m checker"), ("python3", sys.executable)):
        (folder / name).write_text(f'#!/bin/sh\nexec {command} "$@"\n', "utf-8")
        (folder / name).chmod(0o755)

    def call(lines):
        own = {
            "PATH": f"{folder}:{os.environ['PATH']}",
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(ROOT),
            "HOME": str(tmp_path),
        }
        done = subprocess.run(
            ["sh", "-e", "-c", lines],
            cwd=tmp_path / "site",
            env=own,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode in {0, 1}, done.stderr
        return done.stdout

    (tmp_path / "site").mkdir()
    return call


@pytest.mark.parametrize("howto", HOWTOS, ids=lambda file: file.stem)
def test_a_howto_does_what_it_says(run, tmp_path, howto):
    steps = list(STEP.finditer(howto.read_text("utf-8")))
    for step in steps:
        if step["file"]:
            file = tmp_path / "site" / step["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step["text"], "utf-8")
    said = None
    for step in steps:
        if step[1] == "output" and said is not None:
            assert said.rstrip("\n") == step["text"].rstrip("\n")
        elif step[1] == "run" or (step["needs"] and shutil.which(step["needs"])):
            said = run(step["text"])
        elif step["needs"]:
            said = None


def test_all_howtos_are_listed():
    listed = set(re.findall(r"\]\((\w+\.md)\)", (ROOT / "docs" / "howto" / "README.md").read_text("utf-8")))
    assert listed >= {file.name for file in HOWTOS}
