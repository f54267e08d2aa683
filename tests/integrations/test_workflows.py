"""GitHub's own schemas of actions and workflows, for the files and for what the documents show."""

import re
from pathlib import Path

import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema.validators import validator_for

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "integrations" / "github.md").read_text("utf-8")
SHOWN = re.findall(r"^```yaml workflow\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)


def errors(kind, text):
    # YAML 1.1 reads the key `on` as true, and GitHub does not.
    value = yaml.safe_load(re.sub(r"^on:", '"on":', text, flags=re.MULTILINE))
    schema = get_builtin_schema(kind)
    return [error.message for error in validator_for(schema)(schema).iter_errors(value)]


def test_the_action():
    assert errors("vendor.github-actions", (ROOT / "action.yml").read_text("utf-8")) == []


@pytest.mark.parametrize("file", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda file: file.name)
def test_the_workflows(file):
    assert errors("vendor.github-workflows", file.read_text("utf-8")) == []


@pytest.mark.parametrize("text", SHOWN)
def test_the_workflows_that_the_document_shows(text):
    assert errors("vendor.github-workflows", text) == []


def test_the_document_gives_the_action_no_input_that_it_has_not():
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    for text in SHOWN:
        for job in yaml.safe_load(text)["jobs"].values():
            for step in job.get("steps", []):
                if step.get("uses", "").startswith("OWNER/creditline@"):
                    assert set(step.get("with", {})) <= set(action["inputs"])


def test_the_workflow_hands_on_inputs_of_the_action():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "creditline.yml").read_text("utf-8"))
    (step,) = [step for step in workflow["jobs"]["check"]["steps"] if step.get("uses") == "./.creditline"]
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    given = set(workflow[True]["workflow_call"]["inputs"]) - {"code-scanning"}
    assert set(step["with"]) == given <= set(action["inputs"])
