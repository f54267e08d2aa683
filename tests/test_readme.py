"""What the README shows is what the program says."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHOWN = re.compile(r"<!-- output: (.+?) -->\n```\n(.*?)\n```", re.DOTALL)
BLOCKS = SHOWN.findall((ROOT / "README.md").read_text("utf-8"))


def test_something_is_shown():
    assert BLOCKS


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_what_is_shown_is_what_is_said(command, shown):
    name, *arguments = shlex.split(command)
    assert name == "creditline"
    done = subprocess.run(
        [sys.executable, "-m", "checker", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.rstrip("\n") == shown
