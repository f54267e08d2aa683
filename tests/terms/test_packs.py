"""Rule packs: those that come with the program are right, and a wrong one is told what is wrong with it."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.errors import RulesError, UsageError
from checker.model import Audience
from checker.terms import load
from checker.terms.pack import Demand, Strength, Terms, Version

ROOT = Path(__file__).parents[2]
PACKS = [ROOT / "rules" / "good-practice.toml", *sorted((ROOT / "rules" / "publishers").glob("*.toml"))]
SCHEMA = json.loads((ROOT / "schemas" / "terms.schema.json").read_text("utf-8"))

GOOD = """
id = "example-news"

[publisher]
name = "Example News"
aliases = ["Example News Network"]
domains = ["news.example"]
contact = "ask@news.example"

[[notice]]
id = "fair-use"
what = "fair_use"
language = "en"
text = "This site holds material of others, the use of which was not always authorised; we believe that it is a fair use."

[[version]]
id = "2023-01-01"
in_force = { from = "2023-01-01" }
source = { url = "https://news.example/republish", read = "2026-01-15" }

[[version.requirement]]
type = "link_to_original"
strength = "must"
target = "article_or_home"
clause = "The copy links to the story on the publisher's site."

[[version.requirement]]
type = "fair_use_notice"
strength = "should"
notice = "fair-use"
when = { audience = ["commercial"] }
clause = "The notice under the article stays with it."
"""


@pytest.fixture
def pack(tmp_path):
    """Reads a pack from a text, with some of it replaced."""

    def read(*changes):
        content = GOOD
        for old, new in changes:
            assert old in content
            content = content.replace(old, new)
        file = tmp_path / "example-news.toml"
        file.write_text(content, "utf-8")
        return load.from_file(file)

    return read


@pytest.mark.parametrize("file", PACKS, ids=lambda file: file.stem)
def test_a_packaged_pack_is_valid_and_named_for_its_id(file):
    values = tomllib.loads(file.read_text("utf-8"))
    Draft202012Validator.check_schema(SCHEMA)
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(values)] == []
    assert load.from_file(file) == load.packaged()[file.stem]
    assert values["id"] == file.stem


def test_no_two_packs_claim_a_name_or_a_domain():
    facts = [pack.publisher for pack in load.packaged().values() if pack.publisher]
    domains = [domain for fact in facts for domain in fact.domains]
    names = [name.casefold() for fact in facts for name in (fact.name, *fact.aliases)]
    assert len(set(domains)) == len(domains)
    assert len(set(names)) == len(names)


def test_the_pack_of_the_real_page_asks_for_what_its_publisher_asks():
    version = load.by_id("globalresearch").version_of()
    asked = [(demand.type, demand.strength.value) for demand in version.demands]
    assert ("source_attribution", "must") in asked
    assert ("copyright_line", "must") in asked
    assert ("link_to_original", "must") in asked
    assert [demand.options for demand in version.demands if demand.type == "link_to_original"] == [
        {"target": "article"}
    ]
    assert all(demand.clause.url == version.url for demand in version.demands)


def test_a_pack_s_values_arrive(pack):
    terms = pack()
    link, notice = terms.versions[0].demands
    assert (terms.id, terms.publisher.name, terms.publisher.domains) == (
        "example-news",
        "Example News",
        ("news.example",),
    )
    assert (link.type, link.strength, dict(link.options)) == (
        "link_to_original",
        Strength.MUST,
        {"target": "article_or_home"},
    )
    assert link.clause.text == "The copy links to the story on the publisher's site."
    assert link.clause.url == "https://news.example/republish"
    assert notice.audiences == frozenset({Audience.COMMERCIAL})
    assert [notice.applies_to(audience) for audience in Audience] == [
        audience is Audience.COMMERCIAL for audience in Audience
    ]
    assert all(link.applies_to(audience) for audience in Audience)
    assert terms.notices[0].text.startswith("This site holds")


# (what is changed, what the error must name)
WRONG = [
    pytest.param(('contact = "', 'contct = "'), ["publisher", "contct"], id="unknown key of the publisher"),
    pytest.param(
        ('target = "article_or_home"', 'targt = "article"'),
        ["version.0.requirement.0", "targt"],
        id="unknown key of a requirement",
    ),
    pytest.param(
        ('notice = "fair-use"\n', 'target = "article"\n'),
        ["version.0.requirement.1", "target"],
        id="another type's option",
    ),
    pytest.param(
        ('target = "article_or_home"', 'target = "somewhere"'),
        ["version.0.requirement.0.target", "somewhere"],
        id="a bad option",
    ),
    pytest.param(
        ('strength = "must"', 'strength = "perhaps"'),
        ["version.0.requirement.0.strength", "perhaps"],
        id="bad strength",
    ),
    pytest.param(
        ('type = "link_to_original"', 'type = "link_to_orignal"'),
        ["version.0.requirement.0.type", "link_to_orignal"],
        id="unknown type",
    ),
    pytest.param(
        ('audience = ["commercial"]', 'audience = ["everyone"]'), ["when.audience.0", "everyone"], id="unknown audience"
    ),
    pytest.param(('notice = "fair-use"', 'notice = "unfair-use"'), ["unfair-use"], id="dangling notice"),
    pytest.param(
        ('from = "2023-01-01"', 'from = "1 January 2023"'),
        ["version.0.in_force.from", "1 January 2023"],
        id="a date in words",
    ),
    pytest.param(('from = "2023-01-01"', "from = 2023-01-01"), ["version.0.in_force.from"], id="a date without quotes"),
    pytest.param(('id = "example-news"', 'id = "Example News"'), ["id", "Example News"], id="a bad id"),
    pytest.param(('id = "example-news"\n', ""), ["'id'"], id="no id"),
    pytest.param(('domains = ["news.example"]', "domains = []"), ["publisher.domains"], id="no domain"),
    pytest.param(
        ('domains = ["news.example"]', 'domains = ["https://news.example/"]'),
        ["publisher.domains.0"],
        id="an address as a domain",
    ),
    pytest.param(
        ('url = "https://news.example/republish"', 'url = "javascript:alert(1)"'),
        ["version.0.source.url"],
        id="a bad address",
    ),
    pytest.param(('strength = "must"\n', ""), ["version.0.requirement.0", "strength"], id="no strength"),
    pytest.param(("[[version]]", "[version]"), ["version"], id="a table where a list is asked"),
    pytest.param(("[[notice]]", "[notice]"), ["notice"], id="one notice that is no list"),
    pytest.param(('id = "example-news"', "id = "), ["not a TOML file"], id="not TOML"),
    pytest.param(
        ('id = "example-news"', 'id = "example-news"\nid = "again"'), ["not a TOML file"], id="a key given twice"
    ),
]


@pytest.mark.parametrize(("change", "named"), WRONG)
def test_a_wrong_pack_is_told_which_key_is_wrong(pack, change, named):
    with pytest.raises(RulesError) as caught:
        pack(change)
    assert "example-news.toml" in str(caught.value)
    for word in named:
        assert word in str(caught.value)


def test_a_day_that_does_not_exist_is_refused_with_its_key(pack):
    with pytest.raises(RulesError, match=r"version\.0\.in_force\.from: '2023-02-30' is no date"):
        pack(('from = "2023-01-01"', 'from = "2023-02-30"'))


def test_a_time_that_ends_before_it_begins_is_refused(pack):
    with pytest.raises(RulesError, match="until 2022-01-01 is not after from 2023-01-01"):
        pack(('from = "2023-01-01"', 'from = "2023-01-01", until = "2022-01-01"'))


def test_all_that_is_wrong_is_said_at_once(pack):
    with pytest.raises(RulesError) as caught:
        pack(('strength = "must"', 'strength = "perhaps"'), ('contact = "', 'contct = "'))
    assert "perhaps" in str(caught.value)
    assert "contct" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"# " + b"x" * 1024 * 1024, "larger than"),
        (b"\xff\xfe\x00", "not a TOML file"),
        (b"", "'id'"),
        (b"a = " + b"[" * 5000, "not a TOML file"),
    ],
    ids=["too large", "not UTF-8", "empty", "nested too deep"],
)
def test_what_is_no_pack_at_all_is_refused(tmp_path, content, says):
    file = tmp_path / "pack.toml"
    file.write_bytes(content)
    with pytest.raises(RulesError, match=re.escape("pack.toml")) as caught:
        load.from_file(file)
    assert says in str(caught.value)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(RulesError, match=r"missing\.toml"):
        load.from_file(tmp_path / "missing.toml")
    with pytest.raises(RulesError):
        load.from_file(tmp_path)


def test_an_unknown_id_is_told_the_nearest():
    with pytest.raises(UsageError, match="did you mean 'globalresearch'"):
        load.by_id("globalreserch")
    with pytest.raises(UsageError, match="terms list"):
        load.by_id("zzz")


def version(name, since, until=None):
    return Version(
        name, date.fromisoformat(since), "https://news.example/", (), date.fromisoformat(until) if until else None
    )


TERMS = Terms(
    "example",
    (
        version("old", "2010-01-01", "2015-06-01"),
        version("new", "2020-01-01"),
        version("between", "2015-06-01", "2018-01-01"),
    ),
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2010-01-01", "old"),
        ("2015-05-31", "old"),
        ("2015-06-01", "between"),
        ("2017-12-31", "between"),
        ("2020-01-01", "new"),
        ("2030-01-01", "new"),
        ("2019-01-01", "new"),
        ("1999-01-01", "new"),
        (None, "new"),
    ],
    ids=[
        "first day",
        "last day",
        "first day of the next",
        "its last day",
        "first day of the newest",
        "later",
        "in a gap",
        "before all",
        "no day",
    ],
)
def test_the_version_in_force(day, name):
    assert TERMS.version_of(date.fromisoformat(day) if day else None).id == name


def test_a_demand_without_audiences_is_asked_of_all():
    clause = load.by_id("good-practice").version_of().demands[0].clause
    assert all(Demand("permission", Strength.MUST, clause).applies_to(audience) for audience in Audience)
