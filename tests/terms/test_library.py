"""Rule packs: those that come with the program are right, and bases and own packs are put together as they should be."""

from datetime import date
from pathlib import Path

import pytest

from checker.errors import RulesError, UsageError
from checker.model import Clause
from checker.terms import inheritance, own, validity
from checker.terms.counters import key, pattern
from checker.terms.library import packaged
from checker.terms.pack import Demand, Gate, Profile, Source, Strength, Terms, Test, Version

ROOT = Path(__file__).parents[2]
FILES = sorted(
    [ROOT / "rules" / "good-practice.toml"]
    + [file for shelf in ("publishers", "families", "licences") for file in (ROOT / "rules" / shelf).glob("*.toml")]
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_packaged_pack_is_valid_and_named_for_its_id(file):
    terms = validity.read(file)
    assert terms.id == file.stem
    assert packaged()[terms.id].versions
    assert not any(demand.drafted for version in terms.versions for demand in version.demands)
    assert (terms.publisher is not None) == (file.parent.name == "publishers")


def test_the_head_of_a_pack_tells_all_that_recognition_needs():
    heads = {profile.id: profile for profile in packaged().profiles}
    for name, head in heads.items():
        whole = packaged()[name]
        assert (head.publisher, head.id) == (whole.publisher, whole.id)
        assert set(head.notices) <= set(whole.notices)


def test_the_head_of_a_pack_names_the_counters_that_its_requirements_ask_for():
    """They are never requested, and the heads alone are read to know that."""
    for head in packaged().profiles:
        for url in packaged()[head.id].counters:
            assert any(pattern(known).match(key(url)) for known in head.publisher.counters), (head.id, url)


COUNTERS = [
    pytest.param('src = "https://count.news.example/{id}/*"', ["https://count.news.example/{id}/*"], id="its address"),
    pytest.param(
        'load = "https://count.news.example/a.gif"', ["https://count.news.example/a.gif"], id="what is loaded"
    ),
    pytest.param('src = "https://*"', [], id="every address"),
    pytest.param("", [], id="none"),
]


@pytest.mark.parametrize(("options", "expected"), COUNTERS)
def test_the_counters_that_the_requirements_of_an_own_pack_name_are_known(pack, options, expected):
    counters = 'counters = ["https://count.news.example/{id}/*"]\n'
    asks = ', { type = "page_counter"' + (f", {options}" if options else "") + " }]"
    mine = pack((counters, ""), (', { type = "noindex" }]', ', { type = "noindex" }' + asks))
    library = packaged().with_own([mine])
    head = next(head for head in library.profiles if head.id == "example-news")
    assert list(head.publisher.counters) == expected


def test_no_two_packs_claim_a_name_or_a_domain():
    facts = [profile.publisher for profile in packaged().profiles]
    domains = [domain for fact in facts for domain in fact.domains]
    names = [name.casefold() for fact in facts for name in dict.fromkeys((fact.name, *fact.aliases))]
    assert sorted({name for name in domains if domains.count(name) > 1}) == []
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_requirement_says_where_it_comes_from():
    for pack in packaged().values():
        for version in pack.versions:
            for demand in version.demands:
                assert all((demand.clause.text, demand.clause.url)), (pack.id, demand.id)


def test_the_pack_of_the_real_page_asks_for_what_its_publisher_asks():
    version = packaged()["globalresearch"].version_of()
    asked = [(demand.test.type, demand.strength.value) for demand in version.demands]
    assert {("source_attribution", "must"), ("copyright_line", "must"), ("link_to_original", "must")} <= set(asked)
    (link,) = [demand for demand in version.demands if demand.test.type == "link_to_original"]
    assert link.test.options.get("target", "article") == "article"
    assert all(demand.clause.url == version.source.url for demand in version.demands)


def test_an_unknown_id_is_told_the_nearest():
    with pytest.raises(UsageError, match="did you mean 'globalresearch'"):
        packaged().called("globalreserch")
    with pytest.raises(UsageError, match="terms list"):
        packaged().called("zzz")


def test_own_packs_go_before_packaged_ones_of_the_same_id(pack):
    mine = pack(('id = "example-news"', 'id = "globalresearch"'))
    library = packaged().with_own([mine])
    assert library["globalresearch"].publisher.name == "Example News"
    assert [profile.id for profile in library.profiles].count("globalresearch") == 1
    assert len(library) == len(packaged())
    assert packaged().with_own([]) is packaged()


def test_an_own_pack_may_extend_a_packaged_one(pack):
    mine = pack(('license = "CC-BY-ND-4.0"', 'extends = ["good-practice"]'))
    demands = packaged().with_own([mine])["example-news"].versions[0].demands
    assert [demand.id for demand in demands].count("link_to_original") == 1
    assert {"source_attribution", "author_credit", "fair_use_notice"} <= {demand.id for demand in demands}
    own_link = next(demand for demand in demands if demand.id == "link_to_original")
    assert own_link.strength is Strength.MUST


def test_a_base_that_is_not_there_is_named_with_the_nearest(pack):
    mine = pack(('license = "CC-BY-ND-4.0"', 'extends = ["good-practise"]'))
    with pytest.raises(RulesError, match="no rule pack 'good-practise' to extend; did you mean 'good-practice'"):
        packaged().with_own([mine])


def demand(name, strength=Strength.MUST, clause="It asks.", silences=()):
    return Demand(name, strength, Clause(clause, "https://base.example/"), Test(name), silences=silences)


def terms(name, *demands, extends=(), removed=(), since=None, until=None, gates=(), license_=None):
    source = Source(f"https://{name}.example/", date(2026, 1, 1))
    version = Version("1", source, demands, since, until, gates, removed)
    return Terms(Profile(name, license=license_, extends=extends), (version,))


def resolved(child, *bases):
    return inheritance.resolved(child, {base.id: base for base in bases}.__getitem__)


def test_what_is_inherited_is_overridden_and_removed_by_id():
    base = terms("base", demand("a"), demand("b"), demand("c"), license_="CC-BY-4.0")
    child = terms("child", demand("b", Strength.SHOULD), extends=("base",), removed=("c",))
    (version,) = resolved(child, base).versions
    assert [(each.id, each.strength) for each in version.demands] == [("b", Strength.SHOULD), ("a", Strength.MUST)]
    assert resolved(child, base).profile.license == "CC-BY-4.0"


def test_a_later_base_overrides_an_earlier_one():
    first, second = terms("first", demand("a", clause="The first.")), terms("second", demand("a", clause="The second."))
    (version,) = resolved(terms("child", extends=("first", "second")), first, second).versions
    assert [each.clause.text for each in version.demands] == ["The second."]


def test_bases_have_bases_and_their_gates_hold_too():
    gate = Gate(None, Clause("Not those."))
    chain = terms("a", demand("x"), gates=(gate,)), terms("b", demand("y"), extends=("a",))
    (version,) = resolved(terms("c", demand("z"), extends=("b",)), *chain).versions
    assert ([each.id for each in version.demands], version.gates) == (["z", "y", "x"], (gate,))


def test_of_a_base_the_version_of_the_time_counts():
    source = Source("https://base.example/", date(2026, 1, 1))
    old = Version("old", source, (demand("old"),), date(2010, 1, 1), date(2020, 1, 1))
    new = Version("new", source, (demand("new"),), date(2020, 1, 1))
    base = Terms(Profile("base"), (old, new))
    for since, expected in ((date(2015, 1, 1), "old"), (date(2021, 1, 1), "new"), (None, "new")):
        (version,) = resolved(terms("child", extends=("base",), since=since), base).versions
        assert [each.id for each in version.demands] == [expected]


def test_a_pack_that_extends_itself_is_refused():
    one, other = terms("one", extends=("other",)), terms("other", extends=("one",))
    with pytest.raises(RulesError, match="extends itself"):
        resolved(one, one, other)


def test_what_is_removed_or_silenced_must_be_there():
    base = terms("base", demand("noindex"))
    with pytest.raises(RulesError, match="'no_index' is removed, but not inherited; did you mean 'noindex'"):
        resolved(terms("child", extends=("base",), removed=("no_index",)), base)
    allowed = demand("headline_change", Strength.MAY, silences=("no_idex",))
    with pytest.raises(RulesError, match="silences 'no_idex'"):
        resolved(terms("child", allowed, extends=("base",)), base)


def test_a_folder_of_packs_is_read(pack, tmp_path):
    pack()
    assert [terms.id for terms in own.read([tmp_path])] == ["example-news"]
