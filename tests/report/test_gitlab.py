"""GitLab's code quality report: what its documentation asks for."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import checker
from checker.model import Suppression, Waiver
from checker.report import gitlab

SITE = Path(__file__).parents[2] / "examples" / "community-site"
TEXT = {"type": "string", "minLength": 1}
DOCUMENTED = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": TEXT,
                "check_name": TEXT,
                "fingerprint": TEXT,
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                        "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                    },
                },
            },
        },
    }
)


def read(report):
    found = json.loads(gitlab.write(report))
    DOCUMENTED.validate(found)
    return found


def test_a_real_site(monkeypatch):
    monkeypatch.chdir(SITE.parent)
    found = read(checker.check([SITE.name, "missing.html"]))
    assert len({each["fingerprint"] for each in found}) == len(found)
    said = {(each["location"]["path"], each["check_name"], each["location"]["lines"]["begin"]) for each in found}
    assert ("community-site/content/posts/link-empty-href.md", "globalresearch/link_to_original", 23) in said
    assert ("missing.html", "unreadable", 1) in said


LEVELS = {
    "an error": ({}, "major"),
    "a warning": ({"severity": "warning"}, "minor"),
    "cannot tell": ({"outcome": "cant_tell", "reason": "metadata_only"}, "info"),
    "cannot tell, no page's fault": ({"outcome": "cant_tell", "severity": "note", "reason": "reminder"}, "info"),
    "suppressed": ({"suppression": Suppression(Waiver.BASELINE, "since before")}, "info"),
}


@pytest.mark.parametrize(("finding", "severity"), LEVELS.values(), ids=LEVELS)
def test_levels(report_of, finding_of, judged, finding, severity):
    (issue,) = read(report_of(judged(finding_of(**finding))))
    assert issue["severity"] == severity


@given(text=st.text(st.characters(), min_size=1))
def test_whatever_a_page_says_it_can_be_read(report_of, page_with, text):
    assert len(read(report_of(page_with(text, target=f"a{text}.html")))) == 2
