"""The index of the wordings: it says of each file what reading the file says, and a file that it does not know is read."""

import json
import os
import tomllib

import pytest

from checker.wording import load

FILES = sorted(load.folder().glob("*.toml"))


def test_the_shipped_index_is_the_one_that_the_files_make():
    """REWRITE_INDEX=1 writes it anew."""
    entries = {
        load.digest(file.read_bytes()): load.indexed(load.read(tomllib.loads(file.read_text("utf-8"))))
        for file in FILES
    }
    lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in entries.items())
    made = "{\n" + ",\n".join(lines) + "\n}\n"
    shipped = load.folder() / "index.json"
    if os.environ.get("REWRITE_INDEX"):
        shipped.write_text(made, "utf-8")
    assert shipped.read_text("utf-8") == made


@pytest.mark.parametrize("known", [{}, load.index()], ids=["read", "from the index"])
def test_wordings_are_the_same_however_they_come(known):
    words, plain = load.from_files(FILES, known), load.from_files(FILES)
    assert list(words.languages) == list(plain.languages)
    assert [_said(phrase) for phrase in words.phrases] == [_said(phrase) for phrase in plain.phrases]


def test_a_file_that_was_changed_is_read_anew(tmp_path):
    changed = tmp_path / "en.toml"
    added = '\n[[source_attribution]]\ntemplate = "washed ashore from {source}"\nexample = "Washed ashore from Example News"\n'
    changed.write_text((load.folder() / "en.toml").read_text("utf-8") + added, "utf-8")
    words = load.from_files([changed], load.index())
    assert "washed ashore from {source}" in [phrase.template.text for phrase in words.phrases]


def _said(phrase):
    template = phrase.template
    return (
        phrase.kind,
        phrase.language.tag,
        template.text,
        template.regex.pattern,
        template.anchors,
        phrase.weak,
        phrase.clue,
        phrase.paper,
    )
