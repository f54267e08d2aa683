"""A wrong pack is told what is wrong with it: file, line, key, and the nearest right one."""

import re

import pytest

from checker.errors import RulesError
from checker.terms import own

# (what is changed, what the error must name)
WRONG = [
    pytest.param(
        ('contact = "', 'contct = "'), ["line 8", "publisher.contct", "'contact'"], id="unknown key of the publisher"
    ),
    pytest.param(("license =", "licence ="), ["line 2: licence", "'license'"], id="unknown key of the pack"),
    pytest.param(
        ('target = "article_or_home"', 'targt = "article"'),
        ["line 30", "version.0.requirement.0.targt", "type link_to_original", "'target'"],
        id="unknown key of a requirement",
    ),
    pytest.param(
        ('notice = "fair-use"\n', 'target = "article"\n'),
        ["line 36", "requirement.1.target", "type fair_use_notice"],
        id="another type's option",
    ),
    pytest.param(
        ('target = "article_or_home"', 'target = "articel"'),
        ["requirement.0.target", "'articel'", "'article'"],
        id="a bad option",
    ),
    pytest.param(
        ('strength = "must"', 'strength = "musst"'),
        ["requirement.0.strength", "'musst'", "did you mean 'must'"],
        id="bad strength",
    ),
    pytest.param(
        ('type = "link_to_original"', 'type = "link_to_orignal"'),
        ["line 28", "requirement.0.type", "did you mean 'link_to_original'"],
        id="unknown type",
    ),
    pytest.param(
        ('{ type = "noindex" }', '{ type = "no_index" }'), ["any_of.1.type", "'noindex'"], id="unknown type inside"
    ),
    pytest.param(
        ('{ type = "noindex" }', '{ type = "noindex", target = "home" }'),
        ["any_of.1.target", "type noindex"],
        id="unknown key inside",
    ),
    pytest.param(('type = "link_to_original"\n', ""), ["requirement.0", "needs a type"], id="no type"),
    pytest.param(('"commercial"]', '"everyone"]'), ["when.audience", "everyone"], id="unknown audience"),
    pytest.param(
        ("when = { audience =", "when = { audiense ="), ["when.audiense", "did you mean 'audience'"], id="unknown fact"
    ),
    pytest.param(("third_party = true", 'third_party = "yes"'), ["gate.0.when.third_party"], id="a flag in words"),
    pytest.param(('notice = "fair-use"', 'notice = "unfair-use"'), ["line 36", "unfair-use"], id="dangling notice"),
    pytest.param(
        ('from = "2023-01-01"', 'from = "1 January 2023"'),
        ["line 20", "version.0.in_force.from", "1 January 2023"],
        id="a date in words",
    ),
    pytest.param(('from = "2023-01-01"', "from = 2023-01-01"), ["version.0.in_force.from"], id="a date without quotes"),
    pytest.param(('from = "2023-01-01"', 'from = "2023-02-30"'), ["'2023-02-30' is no day"], id="no such day"),
    pytest.param(
        ('from = "2023-01-01"', 'from = "2023-01-01", until = "2022-01-01"'),
        ["until 2022-01-01 is not after from 2023-01-01"],
        id="an end before the beginning",
    ),
    pytest.param(('id = "example-news"', 'id = "Example News"'), ["id", "Example News"], id="a bad id"),
    pytest.param(('id = "example-news"\n', ""), ["'id'"], id="no id"),
    pytest.param(('domains = ["news.example"]', "domains = []"), ["publisher.domains"], id="no domain"),
    pytest.param(
        ('domains = ["news.example"]', 'domains = ["https://news.example/"]'),
        ["publisher.domains.0"],
        id="an address as a domain",
    ),
    pytest.param(('languages = ["en", "fr-CA"]', 'languages = ["English"]'), ["publisher.languages.0"], id="no tag"),
    pytest.param(('url = "https://news', 'url = "news'), ["version.0.source.url"], id="no address"),
    pytest.param(
        ('type = "fair_use_notice"', 'type = "link_to_original"\nid = "link_to_original"'),
        ["line 33", "two requirements", "'link_to_original'"],
        id="one id twice",
    ),
    pytest.param(
        ('strength = "must"', 'strength = "must_not"'),
        ["requirement.0.strength", "takes no must_not"],
        id="a link that must not be",
    ),
]


@pytest.mark.parametrize(("change", "named"), WRONG)
def test_a_wrong_pack_is_refused_and_told_where(pack, change, named):
    changes = [change]
    if 'link_to_original"\nid' in change[1]:
        changes.append(('notice = "fair-use"\n', ""))
    with pytest.raises(RulesError) as caught:
        pack(*changes)
    for word in ["example-news.toml", *named]:
        assert word in str(caught.value)


def test_all_that_is_wrong_is_said_at_once_in_the_order_of_the_lines(pack):
    with pytest.raises(RulesError) as caught:
        pack(('strength = "must"', 'strength = "perhaps"'), ('contact = "', 'contct = "'))
    first, second = str(caught.value).splitlines()
    assert "contct" in first
    assert "perhaps" in second


def test_a_wrong_value_is_not_blamed_on_the_right_keys_beside_it(pack):
    with pytest.raises(RulesError) as caught:
        pack(('strength = "must"', 'strength = "perhaps"'))
    assert len(str(caught.value).splitlines()) == 1


def test_a_key_inside_a_long_text_is_no_key(pack):
    long = 'clause = """\ncontct = 1\n[[version.requirement]]\nThe copy links to the story."""'
    with pytest.raises(RulesError, match=re.escape("line 40: version.0.requirement.1.targt")):
        pack(
            ('clause = "The copy links to the story on the publisher\'s site."', long),
            ('notice = "fair-use"\n', 'notice = "fair-use"\ntargt = "article"\n'),
        )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"# " + b"x" * 1024 * 1024, "larger than", id="too large"),
        pytest.param(b"\xff\xfe\x00", "not a TOML file", id="not UTF-8"),
        pytest.param(b"", "'id'", id="empty"),
        pytest.param(b"a = " + b"[" * 5000, "not a TOML file", id="nested too deep"),
        pytest.param(b'id = "a"\nid = "b"', "not a TOML file", id="a key twice"),
    ],
)
def test_what_is_no_pack_at_all_is_refused(tmp_path, content, says):
    file = tmp_path / "pack.toml"
    file.write_bytes(content)
    with pytest.raises(RulesError, match=re.escape("pack.toml")) as caught:
        own.read([file])
    assert says in str(caught.value)


def test_a_file_or_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(RulesError, match=r"missing\.toml"):
        own.read([tmp_path / "missing.toml"])
    with pytest.raises(RulesError, match="no rule packs"):
        own.read([tmp_path])


def test_two_packs_of_one_id_are_refused(pack, tmp_path):
    pack()
    (tmp_path / "other.toml").write_text((tmp_path / "example-news.toml").read_text("utf-8"), "utf-8")
    with pytest.raises(RulesError, match=r"other\.toml: there is another rule pack 'example-news'"):
        own.read([tmp_path])


def test_a_draft_is_refused_where_strictness_is_asked_for(pack, tmp_path):
    pack(('strength = "must"\n', 'strength = "must"\nreview = "needed"\n'))
    assert len(own.read([tmp_path])) == 1
    with pytest.raises(RulesError, match="1 of its requirements are drafts"):
        own.read([tmp_path], strict=True)


def test_of_very_much_that_is_wrong_the_first_is_said_and_the_rest_counted(pack):
    with pytest.raises(RulesError) as caught:
        pack(('contact = "', "".join(f'wrong{number} = "{"x" * 20}"\n' for number in range(30)) + 'contact = "'))
    lines = str(caught.value).splitlines()
    assert len(lines) == 21
    assert lines[-1].endswith(": and 10 more")


def test_what_is_wrong_is_said_in_a_bounded_number_of_words(pack):
    with pytest.raises(RulesError) as caught:
        pack(('strength = "must"', f'strength = "{"m" * 5000}"\n{"k" * 5000} = 1'))
    assert "m" * 900 in str(caught.value)
    assert "m" * 1001 not in str(caught.value)
    assert "k" * 201 not in str(caught.value)
