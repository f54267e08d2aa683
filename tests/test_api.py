"""The public names, and the examples of docs/api.md."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import checker

ROOT = Path(__file__).parents[1]
EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "api.md").read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_examples_run_and_print_nothing_by_themselves(code, tmp_path):
    for name in ("examples", "rules", "schemas"):
        (tmp_path / name).symlink_to(ROOT / name)
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)}
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


@pytest.mark.parametrize("name", checker.__all__)
def test_each_public_name_is_there_and_says_what_it_is(name):
    assert getattr(checker, name).__doc__


def test_another_name_is_not_there():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = checker.nonsense


def test_the_import_alone_is_light():
    code = "import sys, checker; print(sorted({'lxml', 'requests', 'typer', 'msgspec', 'jinja2'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


def test_a_dashboard_is_thirty_lines():
    longest = max(EXAMPLES, key=len)
    assert len([line for line in longest.splitlines() if line.strip()]) <= 30
