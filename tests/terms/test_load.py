"""A pack's values arrive, and the version in force is found."""

from datetime import date

import pytest

from checker.terms.pack import Profile, Source, Strength, Terms, Version

SOURCE = Source("https://news.example/republish", date(2026, 1, 15), "read whole")


def test_a_publisher_arrives(pack):
    terms = pack()
    facts = terms.publisher
    assert (terms.id, facts.name, facts.aliases, facts.domains, facts.contact) == (
        "example-news",
        "Example News",
        ("Example News Network",),
        ("news.example",),
        "ask@news.example",
    )
    assert (facts.languages, facts.counters) == (("en", "fr-CA"), ("https://count.news.example/{id}/*",))
    assert terms.profile.license == "CC-BY-ND-4.0"
    assert terms.notices[0].text.startswith("This site holds")


def test_a_version_arrives(pack):
    (version,) = pack().versions
    assert (version.id, version.since, version.until, version.source) == (
        "2023-01-01",
        date(2023, 1, 1),
        None,
        SOURCE,
    )
    (gate,) = version.gates
    assert (str(gate.when), gate.clause.url) == ("third party is true", SOURCE.url)


def test_requirements_arrive(pack):
    link, notice, search = pack().versions[0].demands
    assert (link.id, link.strength, link.test.type, dict(link.test.options)) == (
        "link_to_original",
        Strength.MUST,
        "link_to_original",
        {"target": "article_or_home"},
    )
    assert (link.clause.text, link.clause.url) == (
        "The copy links to the story on the publisher's site.",
        "https://news.example/republish",
    )
    assert [notice.when.holds({"audience": name}) for name in ("commercial", "community")] == [True, False]
    assert (search.id, search.test.types) == (
        "canonical_link_or_noindex",
        ("canonical_link", "noindex", "syndication_source_meta"),
    )
    assert all(demand.sure and not demand.drafted for demand in (link, notice, search))


@pytest.mark.parametrize(
    ("change", "sure", "drafted"),
    [
        pytest.param(
            ('strength = "must"\n', 'strength = "must"\nconfidence = "unsure"\n'), False, False, id="one unsure"
        ),
        pytest.param(("[[version.gate]]", 'confidence = "unsure"\n[[version.gate]]'), False, False, id="all unsure"),
        pytest.param(('strength = "must"\n', 'strength = "must"\nreview = "needed"\n'), False, True, id="a draft"),
    ],
)
def test_what_is_unsure_or_a_draft_is_known_as_such(pack, change, sure, drafted):
    demand = pack(change).versions[0].demands[0]
    assert (demand.sure, demand.drafted) == (sure, drafted)


def test_a_requirement_may_be_surer_than_its_version(pack):
    terms = pack(
        ("[[version.gate]]", 'confidence = "unsure"\n[[version.gate]]'),
        ('strength = "must"\n', 'strength = "must"\nconfidence = "sure"\n'),
    )
    assert [demand.sure for demand in terms.versions[0].demands] == [True, False, False]


def version(name, since=None, until=None):
    return Version(
        name, SOURCE, (), date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None
    )


TERMS = Terms(
    Profile("example"),
    (
        version("old", "2010-01-01", "2015-06-01"),
        version("new", "2020-01-01"),
        version("between", "2015-06-01", "2018-01-01"),
    ),
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        pytest.param("2010-01-01", "old", id="first day"),
        pytest.param("2015-05-31", "old", id="last day"),
        pytest.param("2015-06-01", "between", id="first day of the next"),
        pytest.param("2017-12-31", "between", id="its last day"),
        pytest.param("2020-01-01", "new", id="first day of the newest"),
        pytest.param("2030-01-01", "new", id="later"),
        pytest.param("2019-01-01", "new", id="in a gap"),
        pytest.param("1999-01-01", "new", id="before all"),
        pytest.param(None, "new", id="no day"),
    ],
)
def test_the_version_in_force(day, name):
    assert TERMS.version_of(date.fromisoformat(day) if day else None).id == name


def test_a_version_without_dates_holds_ever_since():
    terms = Terms(Profile("example"), (version("later", "2020-01-01"), version("ever", until="2020-01-01")))
    assert terms.version_of(date(1999, 1, 1)).id == "ever"
    assert terms.version_of().id == "later"
