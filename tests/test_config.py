"""The configuration: where it is found, what it may say, and what is told of a wrong one."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker import config
from checker.errors import UsageError
from checker.model import Audience

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "config.schema.json").read_text("utf-8"))


@pytest.fixture
def written(tmp_path):
    """Writes a file below a folder and returns it."""

    def write(name, content):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
        return file

    return write


def test_where_there_is_none_everything_is_as_it_comes(tmp_path):
    assert config.find(tmp_path) == config.Config()


def test_the_nearest_above_holds(written, tmp_path):
    written("creditline.toml", 'audience = "print"')
    written("site/pyproject.toml", '[tool.creditline]\naudience = "commercial"')
    written("site/posts/pyproject.toml", '[project]\nname = "posts"')
    assert config.find(tmp_path / "site" / "posts").audience is Audience.COMMERCIAL
    assert config.find(tmp_path).audience is Audience.PRINT


def test_the_own_file_goes_before_the_project_s(written, tmp_path):
    written("creditline.toml", "strict = true")
    written("pyproject.toml", "[tool.creditline]\nstrict = false")
    assert config.find(tmp_path).strict is True


def test_paths_are_relative_to_the_file(written, tmp_path):
    file = written("sub/creditline.toml", 'terms = ["packs", "own.toml"]')
    assert config.read(file).terms == (tmp_path / "sub" / "packs", tmp_path / "sub" / "own.toml")


def test_facts_are_read_as_conditions_ask_for_them(written):
    file = written("creditline.toml", '[facts]\npartner = true\nedition = "au"\ndays_since_original = 3\n')
    assert config.read(file).facts == {"partner": True, "edition": "au", "days_since_original": 3.0}


WRONG = [
    pytest.param("term = []", "there is no key 'term'; did you mean 'terms'", id="unknown key"),
    pytest.param('terms = "packs"', "terms: 'packs' is no list", id="text where a list is asked"),
    pytest.param('audience = "everyone"', "audience: 'everyone' is none of community", id="unknown audience"),
    pytest.param('strict = "yes"', "strict: 'yes' is no true or false", id="a flag in words"),
    pytest.param("[facts]\npartnr = true", "there is no fact 'partnr'; did you mean 'partner'", id="unknown fact"),
    pytest.param('[facts]\npartner = "perhaps"', "is neither true nor false", id="a fact's wrong value"),
    pytest.param("terms = [", "not a TOML file", id="no TOML"),
]


@pytest.mark.parametrize(("content", "says"), WRONG)
def test_a_wrong_one_is_told_with_file_and_key(written, content, says):
    with pytest.raises(UsageError, match=says) as caught:
        config.read(written("creditline.toml", content))
    assert "creditline.toml" in str(caught.value)


def test_the_schema_knows_the_same_keys():
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == set(config._TYPES)
    assert SCHEMA["properties"]["audience"]["enum"] == [audience.value for audience in Audience]
