"""What is said of a wrong configuration, and that the schema, the reader and the document know the same keys."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker import config
from checker.errors import UsageError
from checker.model import Audience

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "config.schema.json").read_text("utf-8"))

WRONG = [
    pytest.param("term = []", "line 1: term: there is no such key; did you mean 'terms'?", id="unknown key"),
    pytest.param(
        '[site]\nname = "Our Site"\ndomain = []',
        "line 3: site.domain: there is no such key; did you mean 'domains'?",
        id="unknown key in a table",
    ),
    pytest.param(
        '[[paths]]\nglobs = ["a"]\n\n[[paths]]\nglobs = ["b"]\nseverty = {}',
        "line 6: paths.1.severty: there is no such key; did you mean 'severity'?",
        id="unknown key in the second of several tables",
    ),
    pytest.param("zzz = 1", "zzz: there is no such key; known are site, terms, facts", id="a key that is like none"),
    pytest.param('audience = "print"', "audience: there is no such key", id="a site's fact outside of its table"),
    pytest.param('terms = "packs"', "line 1: terms: 'packs' is not of type 'array'", id="text where a list is asked"),
    pytest.param(
        '[site]\naudience = "comunity"',
        "line 2: site.audience: 'comunity' is none of its values; did you mean 'community'?",
        id="unknown audience",
    ),
    pytest.param('strict = "yes"', "strict: 'yes' is not of type 'boolean'", id="a flag in words"),
    pytest.param("[[paths]]\nterms = 'a'", "line 1: paths.0: 'globs' is a required property", id="a rule for no path"),
    pytest.param(
        '[[paths]]\nglobs = ["a"]\nseverity = { author_credit = "of" }',
        "'of' is none of its values; did you mean 'off'?",
        id="unknown severity",
    ),
    pytest.param(
        '[[paths]]\nglobs = ["a"]\nexclude_parts = ["div > p"]',
        "'div > p' is no such thing: Parts of the page that are none of its article, as simple selectors",
        id="a selector with a combinator",
    ),
    pytest.param(
        '[[paths]]\nglobs = ["a"]\noriginal = "/river"',
        "line 3: paths.0.original: '/river' is no such thing: The address of a page's original",
        id="an original without a host",
    ),
    pytest.param(
        '[[paths]]\nglobs = ["a"]\noriginal = "https://news.example/{slug"',
        "paths.0.original: 'https://news.example/{slug': expected '}'",
        id="a brace that does not close",
    ),
    pytest.param(
        '[[content]]\nsource = "a"\nbuilt = "b"\npermalinks = ["{slog}.html"]',
        "content.0.permalinks: '{slog}.html': there is no {slog}; did you mean 'slug'?",
        id="an unknown placeholder",
    ),
    pytest.param("[facts]\npartnr = true", "there is no fact 'partnr'; did you mean 'partner'", id="unknown fact"),
    pytest.param('[facts]\npartner = "perhaps"', "is neither true nor false", id="a fact's wrong value"),
    pytest.param("terms = [", "not a TOML file", id="no TOML"),
]


@pytest.mark.parametrize(("content", "says"), WRONG)
def test_a_wrong_one_is_told_with_file_line_and_key(tmp_path, content, says):
    file = tmp_path / "creditline.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(UsageError, match=re.escape(says)) as caught:
        config.read(file)
    assert "creditline.toml" in str(caught.value)


def test_the_line_is_that_of_the_project_s_file(tmp_path):
    file = tmp_path / "pyproject.toml"
    file.write_text('[project]\nname = "a"\n\n[tool.creditline]\nterm = []\n', "utf-8")
    with pytest.raises(UsageError, match=r"pyproject\.toml: line 5: term: "):
        config.read(file)


def test_our_table_that_is_none(tmp_path):
    file = tmp_path / "pyproject.toml"
    file.write_text("[tool]\ncreditline = 3\n", "utf-8")
    with pytest.raises(UsageError, match="the configuration: 3 is not of type 'object'"):
        config.read(file)


def test_all_that_is_wrong_is_told(tmp_path):
    file = tmp_path / "creditline.toml"
    file.write_text("term = []\nstrct = true\n", "utf-8")
    with pytest.raises(UsageError, match=r"line 1: term.*\n.*line 2: strct"):
        config.read(file)


def test_the_schema_is_one_and_knows_the_audiences():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["site"]["properties"]["audience"]["enum"] == [audience.value for audience in Audience]


def keys(schema, prefix=""):
    """All keys of a schema, those of tables behind their table."""
    for name, value in schema.get("properties", {}).items():
        yield f"{prefix}{name}"
        yield from keys(value.get("items", value), f"{prefix}{name}.")


def test_the_document_explains_every_key_and_no_other():
    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z_.]+)` \|", text, re.MULTILINE)) == set(keys(SCHEMA))


def test_what_the_document_shows_is_valid(tmp_path):
    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    shown = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert len(shown) > 3
    for number, content in enumerate(shown):
        file = tmp_path / f"{number}.toml"
        file.write_text(content, "utf-8")
        config.read(file)
