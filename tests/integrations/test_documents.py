"""What the documents tell people to write: held against the schemas of those who read it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "docs" / "integrations"


def shown(name, mark):
    """The examples of a kind in a document."""
    found = re.findall(rf"^```yaml {mark}\n(.*?)^```", (DOCUMENTS / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    return found


def test_the_action(valid):
    valid("github-actions", (ROOT / "action.yml").read_text("utf-8"))


@pytest.mark.parametrize("file", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda file: file.name)
def test_the_workflows(valid, file):
    valid("github-workflows", file.read_text("utf-8"))


@pytest.mark.parametrize("text", shown("github.md", "workflow"))
def test_the_workflows_that_are_shown(valid, text):
    valid("github-workflows", text)


@pytest.mark.parametrize("text", shown("gitlab.md", "gitlab"))
def test_the_configurations_of_gitlab_that_are_shown(valid, text):
    valid("gitlab-ci", text)


@pytest.mark.parametrize("text", shown("pre-commit.md", "pre-commit"))
def test_the_configurations_of_pre_commit_that_are_shown(text, tmp_path):
    (tmp_path / "config.yaml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "pre_commit", "validate-config", "config.yaml"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (repository,) = yaml.safe_load(text)["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= hooks


def test_inputs_that_are_shown_are_there():
    inputs = {
        "OWNER/creditline@COMMIT": set(_yaml("action.yml")["inputs"]),
        "OWNER/creditline/.github/workflows/creditline.yml@COMMIT": set(_called()["inputs"]),
    }
    for text in shown("github.md", "workflow"):
        for job in yaml.safe_load(text)["jobs"].values():
            for step in [job, *job.get("steps", [])]:
                if step.get("uses") in inputs:
                    assert set(step["with"]) <= inputs[step["uses"]]


@pytest.mark.parametrize("kind", ["inputs", "outputs"])
def test_every_input_and_output_is_documented(kind):
    rows = re.findall(r"^\| (`.*?) \|", (DOCUMENTS / "github.md").read_text("utf-8"), re.MULTILINE)
    assert set(_yaml("action.yml")[kind]) <= {name for row in rows for name in re.findall(r"`([\w-]+)`", row)}


def test_the_workflow_hands_its_inputs_to_the_action():
    (step,) = [
        step
        for step in _yaml(".github/workflows/creditline.yml")["jobs"]["check"]["steps"]
        if step.get("id") == "creditline"
    ]
    given = set(_called()["inputs"]) - {"code-scanning"}
    assert set(step["with"]) == given <= set(_yaml("action.yml")["inputs"])


def _yaml(name):
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def _called():
    return _yaml(".github/workflows/creditline.yml")[True]["workflow_call"]
