"""The files of cues: read whole, or refused with their name."""

import pytest

from checker.errors import RulesError
from checker.page.text import fold
from checker.terms.drafting import kinds, language
from checker.wording.template import Template

LANGUAGES = language.languages()
SMALL = 'language = "en"\n[page]\ntopic = ["republish"]\n'


def test_the_languages_that_there_are():
    assert {"de", "en", "es", "fr", "pt", "ru"} <= set(LANGUAGES)


@pytest.mark.parametrize("found", [pytest.param(found, id=tag) for tag, found in LANGUAGES.items()])
def test_a_language_is_told_by_its_file_and_knows_its_types(found):
    assert LANGUAGES[found.tag] is found
    assert {cue.says["type"] for cue in found.cues} <= set(kinds.kinds())
    assert all(set(rule.types) <= set(kinds.kinds()) for rule in (*found.options, *found.conditions, *found.strengths))


@pytest.mark.parametrize("found", [pytest.param(found, id=tag) for tag, found in LANGUAGES.items()])
def test_every_template_can_be_searched_for(found):
    rules = (found.topic, found.other, *found.quotes, *found.slots, *found.strengths, *found.conditions, *found.cues)
    assert all(template.regex for rule in rules for template in (*rule.any, *rule.unless))


@pytest.mark.parametrize("found", [pytest.param(found, id=tag) for tag, found in LANGUAGES.items()])
def test_strengths_that_a_cue_settles_are_ones_that_its_type_takes(found):
    settled = [cue.says for cue in found.cues if "strength" in cue.says]
    assert all(says["strength"] in {*kinds.kinds()[says["type"]].takes, "may"} for says in settled)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("language = ", id="no TOML"),
        pytest.param('[page]\ntopic = ["republish"]\n', id="no language"),
        pytest.param('language = "en"\n', id="no page"),
        pytest.param(SMALL + "[[clue]]\n", id="a table that nobody knows"),
        pytest.param(SMALL + '[[cue]]\ntype = "logo"\nany = ["a (logo"]\n', id="a bracket that never ends"),
        pytest.param(SMALL + '[[cue]]\ntype = "logo"\nany = ["<mark>"]\n', id="a list of words that is missing"),
    ],
)
def test_a_wrong_file_is_named(tmp_path, source):
    file = tmp_path / "xx.toml"
    file.write_text(source, "utf-8")
    with pytest.raises(RulesError, match=r"xx\.toml: not a drafting file"):
        language.read(file)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(RulesError, match=r"none\.toml"):
        language.read(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "start", "found"),
    [
        pytest.param("Keep the link.", 0, True, id="there"),
        pytest.param("Keep the line.", 0, False, id="not there"),
        pytest.param("Keep the link, not the logo.", 0, False, id="barred"),
        pytest.param("Keep the link: name us.", 15, False, id="in the lead alone"),
    ],
)
def test_where_a_rule_holds(text, start, found):
    rule = language.Rule((Template("keep ... link", {}),), (Template("logo", {}),))
    assert (rule.find(fold(text), start) is not None) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Link to us.", True, id="at the start"),
        pytest.param("• Link to us.", True, id="behind a bullet"),
        pytest.param("Please link to us.", True, id="with the word that may stand before it"),
        pytest.param("You link to us.", False, id="in the middle"),
    ],
)
def test_what_must_start_a_sentence(text, found):
    rule = language.Rule((Template("^ (please)? link to us", {}),))
    assert (rule.find(fold(text)) is not None) is found
