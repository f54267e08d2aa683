"""The configuration: where it is found, and what it comes to."""

from pathlib import Path

import pytest

from checker import config
from checker.config.values import PERMALINKS
from checker.errors import UsageError
from checker.model import Audience, Severity
from checker.page.site import Selector


@pytest.fixture
def written(tmp_path):
    """Writes a file below a folder and returns it."""

    def write(name, content=""):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
        return file

    return write


def test_where_there_is_none_everything_is_as_it_comes(tmp_path):
    (tmp_path / ".git").mkdir()
    assert config.find(tmp_path) == config.Config()


def test_the_nearest_above_holds(written, tmp_path):
    written("creditline.toml", '[site]\naudience = "print"')
    written("site/pyproject.toml", '[tool.creditline.site]\naudience = "commercial"')
    written("site/posts/pyproject.toml", '[project]\nname = "posts"')
    assert config.find(tmp_path / "site" / "posts").audience is Audience.COMMERCIAL
    assert config.find(tmp_path).audience is Audience.PRINT


def test_the_own_file_goes_before_the_project_s(written, tmp_path):
    written("creditline.toml", "strict = true")
    written("pyproject.toml", "[tool.creditline]\nstrict = false")
    assert config.find(tmp_path).strict is True


def test_a_repository_s_root_is_the_end(written, tmp_path):
    written("creditline.toml", "strict = true")
    (tmp_path / "site" / ".git").mkdir(parents=True)
    (tmp_path / "site" / "posts").mkdir()
    assert config.find(tmp_path / "site" / "posts") == config.Config()
    written("site/creditline.toml", "terms = ['own']")
    assert config.find(tmp_path / "site" / "posts").terms == (tmp_path / "site" / "own",)


def test_the_call_goes_before_the_environment_and_that_before_what_is_found(written, tmp_path, monkeypatch):
    written("creditline.toml", '[site]\naudience = "print"')
    named = written("elsewhere/team.toml", '[site]\naudience = "commercial"')
    given = written("elsewhere/my.toml", '[site]\naudience = "noncommercial"')
    assert config.settled(None, tmp_path).audience is Audience.PRINT
    monkeypatch.setenv("CREDITLINE_CONFIG", str(named))
    assert config.settled(None, tmp_path).audience is Audience.COMMERCIAL
    assert config.settled(given, tmp_path).audience is Audience.NONCOMMERCIAL


def test_a_file_that_is_named_and_not_there_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("CREDITLINE_CONFIG", str(tmp_path / "no.toml"))
    with pytest.raises(UsageError, match=r"no\.toml: No such file"):
        config.settled(None, tmp_path)


@pytest.mark.parametrize("content", ["tool = 1", "[tool]\ncreditlines = 1", ""])
def test_a_project_s_file_without_our_table_says_nothing(written, tmp_path, content):
    (tmp_path / ".git").mkdir()
    file = written("pyproject.toml", content)
    assert config.find(tmp_path) == config.Config()
    assert config.read(file).terms == ()


def test_paths_are_relative_to_the_file(written, tmp_path):
    found = config.read(
        written(
            "sub/creditline.toml",
            'terms = ["packs", "own.toml"]\nbaseline = "old.json"\n[[content]]\nsource = "content"\nbuilt = "public"',
        )
    )
    assert found.terms == (tmp_path / "sub" / "packs", tmp_path / "sub" / "own.toml")
    assert found.baseline == tmp_path / "sub" / "old.json"
    assert found.content == (config.Content(tmp_path / "sub" / "content", tmp_path / "sub" / "public", PERMALINKS),)


def test_facts_are_read_as_conditions_ask_for_them(written):
    file = written("creditline.toml", '[facts]\npartner = true\nedition = "au"\ndays_since_original = 3\n')
    assert config.read(file).facts == {"partner": True, "edition": "au", "days_since_original": 3.0}


def test_the_site(written):
    found = config.read(
        written(
            "creditline.toml",
            '[site]\nname = "Our Site"\ndomains = ["Our.example"]\nlanguages = ["pt"]\n[front_matter]\nauthor = ["escriba"]',
        )
    )
    assert found.site.names == ("Our Site",)
    assert found.site.domains == ("our.example",)
    assert found.site.language == "pt"
    assert found.site.keys == {"author": ("escriba",)}


def test_of_several_languages_none_is_that_of_a_page(written):
    assert config.read(written("creditline.toml", '[site]\nlanguages = ["pt", "en"]')).site.language is None


def test_what_holds_for_single_paths(written):
    found = config.read(
        written(
            "creditline.toml",
            '[[paths]]\nglobs = ["a/*"]\nterms = "own"\noriginal = "https://news.example/{slug}"\n'
            'severity = { author_credit = "warning", copyright_line = "off" }\nexclude_parts = ["aside.note", "#share"]\n',
        )
    )
    rule = config.PathRule(
        ("a/*",),
        "own",
        "https://news.example/{slug}",
        {"author_credit": Severity.WARNING, "copyright_line": None},
        (Selector("aside", frozenset({".note"})), Selector("", frozenset({"#share"}))),
    )
    assert found.paths == (rule,)


def test_what_init_writes_is_the_whole_path(written):
    file = written("creditline.toml")
    assert config.read(file).file == file.resolve()
    assert config.read(file).folder == Path(file).resolve().parent
