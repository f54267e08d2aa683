"""Every wording of every language is what rules/wording/README.md promises: its example is found, its near misses are not."""

import json
import re
import tomllib
from html import escape
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.acknowledgements.people import people
from checker.documents.document import Document, Media
from checker.engine import default
from checker.errors import RulesError
from checker.model import Kind
from checker.wording import load

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "rules" / "wording").glob("*.toml"))
SCHEMA = json.loads((ROOT / "schemas" / "wording.schema.json").read_text("utf-8"))
NAMING = {"source_attribution", "author_credit"}
SEEN_ON_A_PAGE = {kind.value for kind in Kind}
# Near misses that are found today, by another phrase than their own or for a name that is none. Mend one, and take it out.
every_language = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def required_slots(template):
    """The slots of a template that no optional group holds."""
    left = None
    while left != template:
        left, template = template, re.sub(r"\([^()]*\)\??", "", template)
    return set(re.findall(r"\{([a-z_]+)\}", template))


def seen_on_a_page(phrase, text):
    """The acknowledgements of the phrase's kind on a page that says nothing else; without a name a credit credits nobody."""
    page = default().inspect(Document("page.html", f"<article><p>{escape(text)}</p></article>".encode(), Media.HTML))
    return [
        ack.evidence.text
        for ack in page.acknowledgements
        if ack.kind == phrase.kind and (ack.names or ack.kind not in NAMING)
    ]


def matched(words, phrase, blocks):
    """What a phrase that makes no acknowledgement matches; one with a slot for people only where somebody is named in it."""
    found = [match for match in words.search(blocks) if match.phrase is phrase]
    if phrase.kind != "translator_credit":
        return [match.block.text for match in found]
    slots = [match.block.text[slice(*match.slots["translator"])] for match in found if "translator" in match.slots]
    return [slot for slot in slots if people(slot, phrase.language)]


def test_there_are_wordings_and_each_file_is_named_for_its_language():
    assert len(FILES) > 10
    assert [file.stem for file in FILES] == [tomllib.loads(file.read_text("utf-8"))["language"] for file in FILES]


@every_language
def test_the_file_is_valid_by_its_schema(file):
    errors = Draft202012Validator(SCHEMA).iter_errors(tomllib.loads(file.read_text("utf-8")))
    assert [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in errors] == []


def test_the_schema_refuses_a_key_that_nobody_reads():
    values = {
        "language": "en",
        "name": "English",
        "slots": {},
        "source_attribution": [{"template": "from {source}", "exmple": "From X"}],
    }
    messages = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(values)]
    assert any("exmple" in message for message in messages)


@every_language
def test_each_example_is_found_by_its_own_phrase_with_its_slots_filled(file, blocks_of):
    words = load.from_files([file])
    assert words.phrases
    lost = []
    for phrase in words.phrases:
        blocks = blocks_of(phrase.example)
        found = [match for match in words.search(blocks) if match.phrase is phrase]
        filled = {
            slot for match in found for slot, (start, end) in match.slots.items() if match.block.text[start:end].strip()
        }
        has_slots = "{" in phrase.template.text
        if not found or not required_slots(phrase.template.text) <= filled or (has_slots and not filled):
            lost.append((phrase.template.text, phrase.example, filled))
    assert lost == []


@every_language
def test_no_near_miss_is_taken_for_what_it_nearly_is(file, blocks_of):
    words = load.from_files([file])
    taken = []
    for phrase in words.phrases:
        for miss in set(phrase.near_misses):
            wrong = (
                seen_on_a_page(phrase, miss)
                if phrase.kind in SEEN_ON_A_PAGE
                else matched(words, phrase, blocks_of(miss))
            )
            if wrong:
                taken.append((phrase.template.text, miss, wrong))
    assert taken == []


def test_all_languages_together_find_what_each_finds_alone(blocks_of):
    together = load.from_files(sorted(load.folder().glob("*.toml")))
    lost = []
    for phrase in together.phrases:
        found = together.search(blocks_of(phrase.example))
        if not any(match.phrase is phrase for match in found):
            lost.append((phrase.language.tag, phrase.example))
    assert lost == []


def test_matches_come_in_the_order_of_the_page_with_their_places(blocks_of):
    blocks = blocks_of("By Ann Writer\nNothing here.\nThis article was originally published on Example News.")
    found = [match for match in load.default().search(blocks) if match.phrase.language.tag == "en"]
    assert (found[0].phrase.kind, found[0].block.index) == ("author_credit", blocks[0].index)
    last = next(match for match in found if match.phrase.kind == "source_attribution")
    start, end = last.slots["source"]
    assert last.block is blocks[2]
    assert last.block.text[start:end] == "Example News."


def test_a_word_is_no_part_of_a_longer_word(blocks_of):
    blocks = blocks_of("Hobby Ann Writer\nStandby Bo Reader")
    found = load.default().search(blocks)
    assert [match for match in found if match.phrase.language.tag == "en"] == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            'language = "xx"\nname = "X"\n[slots]\n[[demand]]\ntemplate = "(never this"\nexample = "never this"',
            "without its )",
        ),
        (
            'language = "xx"\nname = "X"\n[slots]\n[[demand]]\ntemplate = "never <such>"\nexample = "never such"',
            "<such>",
        ),
        ('language = "xx"\nname = "X"\n[slots]\n[[demand]]\ntemplate = "never this"', "example"),
        ("language = ", "xx.toml"),
        ('name = "X"', "language"),
    ],
    ids=["unbalanced template", "unknown list", "no example", "not TOML", "no language"],
)
def test_a_wrong_file_is_named_with_what_is_wrong(tmp_path, content, says):
    file = tmp_path / "xx.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(RulesError, match=r"xx\.toml") as caught:
        load.from_files([file])
    assert says in str(caught.value)


CAPTIONS = [
    pytest.param("photo by ann", 0, 5, id="a word"),
    pytest.param("*(photo: ann)*", 0, 7, id="behind marks"),
    pytest.param("text photo by ann", 5, 10, id="at an offset"),
    pytest.param("getty images by ann", 0, 12, id="the longest of several"),
    pytest.param("写真ann", 0, 2, id="a script without spaces"),
    pytest.param("photosynthesis", 0, None, id="the start of a longer word"),
    pytest.param("a photo by ann", 0, None, id="not at the start"),
    pytest.param("", 0, None, id="nothing"),
]


@pytest.mark.parametrize(("text", "start", "end"), CAPTIONS)
def test_the_word_that_a_picture_s_credit_starts_with(text, start, end):
    assert load.default().caption_end(text, start) == end
