"""docs/report.md names every field of the report and every reason, and nothing else."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))
SECTIONS = dict(
    re.findall(
        r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", (ROOT / "docs" / "report.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
)
PAGE = SCHEMA["$defs"]["page"]["properties"]
FINDING = SCHEMA["$defs"]["finding"]["properties"]


def named(section):
    """The names in the first column of a section's table."""
    rows = re.findall(r"^\| (`.+?`) \|", SECTIONS[section], re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


# section -> what it names
TABLES = [
    pytest.param("The whole", SCHEMA["properties"], id="the whole"),
    pytest.param("A page", PAGE, id="a page"),
    pytest.param("An acknowledgement", SCHEMA["$defs"]["acknowledgement"]["properties"], id="an acknowledgement"),
    pytest.param("A finding", FINDING, id="a finding"),
    pytest.param("A link that was followed", PAGE["links"]["items"]["properties"], id="a link"),
    pytest.param("A match", PAGE["matches"]["items"]["properties"], id="a match"),
    pytest.param("Reasons", FINDING["reason"]["enum"], id="reasons"),
]


@pytest.mark.parametrize(("section", "known"), TABLES)
def test_a_table_names_what_the_schema_has(section, known):
    assert named(section) == set(known)


# section, field -> the words that the schema allows there, all of which are named
WORDS = [
    pytest.param("A page", PAGE["outcome"]["enum"], id="outcomes of pages"),
    pytest.param("A page", [form for form in PAGE["form"]["enum"] if form], id="forms"),
    pytest.param("An acknowledgement", SCHEMA["$defs"]["acknowledgement"]["properties"]["kind"]["enum"], id="kinds"),
    pytest.param("A finding", FINDING["outcome"]["enum"] + FINDING["severity"]["enum"], id="outcomes and severities"),
    pytest.param("A finding", list(FINDING["suppression"]["properties"]), id="suppressions"),
]


@pytest.mark.parametrize(("section", "words"), WORDS)
def test_a_section_names_the_words(section, words):
    assert [word for word in words if f"`{word}`" not in SECTIONS[section]] == []
