"""The files of wordings, each with the index of what was read of it before -> `Wordings`."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from checker import data
from checker.errors import RulesError
from checker.page.text import fold, squeeze
from checker.wording.template import Template
from checker.wording.wordings import Language, Phrase, Wordings

KINDS = (
    "source_attribution",
    "author_credit",
    "translator_credit",
    "license_notice",
    "permission_statement",
    "fair_use_notice",
    "original_link",
    "demand",
    "digest_note",
    "edit_note",
    "excerpt_note",
    "further_reading",
    "endorsement_claim",
    "donation_claim",
    "paywall_notice",
)
_SHOWN = frozenset({"example", "near_misses"})


@cache
def default() -> Wordings:
    """The wordings that come with the program."""
    return from_files(sorted(folder().glob("*.toml")), index())


def folder() -> Path:
    """Where they lie, with their index."""
    return data.folder("rules") / "wording"


def index() -> Mapping[str, Any]:
    """The files as they are read already, by the digests of their contents; empty where somebody has not made it.

    Reading a thousand templates takes many times longer than checking a page. A file that was changed since is read anew.
    """
    file = folder() / "index.json"
    return dict(json.loads(file.read_bytes())) if file.is_file() else {}


def digest(content: bytes) -> str:
    """The key of a file's content in the index."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def from_files(files: Iterable[Path], known: Mapping[str, Any] = MappingProxyType({})) -> Wordings:
    """Wordings from files, those that an index knows from there. Raises RulesError that names the file."""
    languages, phrases = [], []
    for file in files:
        try:
            content = file.read_bytes()
            language, found = _made(known.get(digest(content)) or read(tomllib.loads(content.decode("utf-8"))))
        except (OSError, ValueError, KeyError, TypeError, RulesError) as error:
            raise RulesError(f"{file.name}: {error}") from error
        languages.append(language)
        phrases += found
    return Wordings(languages, phrases)


def parse(values: Mapping[str, Any]) -> tuple[Language, list[Phrase]]:
    """One language from the values of its file (see schemas/wording.schema.json)."""
    return _made(read(values))


def read(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same as plain values, as the index has them: all words folded, each template with its anchors."""
    slots, rights, lists = values.get("slots", {}), values.get("copyright", {}), values.get("words", {})
    return {
        "language": {
            "tag": values["language"],
            "ends": _folded(slots.get("end")),
            "hard_ends": _folded(slots.get("always_end")),
            "dates": _folded(slots.get("date")),
            "vague": _folded(slots.get("vague")),
            "ours": _folded(slots.get("ours")),
            "leads": _folded(slots.get("lead")),
            "unprinted": _folded(slots.get("unprinted")),
            "marks": _folded(rights.get("marks")),
            "reserved": _folded(rights.get("reserved")),
            "captions": _folded(values.get("captions", {}).get("words")),
            "pointers": _folded(values.get("pointers", {}).get("words")),
            "own": _folded(values.get("pointers", {}).get("own")),
            "parts": _folded(values.get("pointers", {}).get("part")),
            "work_parts": _folded(values.get("others", {}).get("parts")),
            "other_works": _folded(values.get("others", {}).get("works")),
            "credit": values.get("credit", {}),
        },
        "lists": lists,
        "phrases": [_read_phrase(kind, entry, lists) for kind in KINDS for entry in values.get(kind, [])],
    }


def _read_phrase(kind: str, entry: Mapping[str, Any], lists: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    weight = entry.get("weight")
    values = {
        "kind": kind,
        "template": entry["template"],
        "anchors": Template(entry["template"], lists).anchors,
        "weak": weight in {"weak", "clue", "line", "paper"},
        "clue": weight == "clue",
        "line": weight == "line",
        "paper": weight == "paper",
        "what": entry.get("what"),
        "example": entry["example"],
        "near_misses": entry.get("not"),
    }
    return {name: value for name, value in values.items() if value}


def indexed(values: Mapping[str, Any]) -> dict[str, Any]:
    """What an index has of a file that was read: all but what only shows how its wordings are used."""
    phrases = [{name: each[name] for name in each if name not in _SHOWN} for each in values["phrases"]]
    return {**values, "phrases": phrases}


def _made(values: Mapping[str, Any]) -> tuple[Language, list[Phrase]]:
    words = values["language"]
    language = Language(
        tag=words["tag"],
        ends=frozenset(words["ends"]),
        hard_ends=frozenset(words["hard_ends"]),
        dates=frozenset(words["dates"]),
        vague=frozenset(words["vague"]),
        ours=frozenset(words["ours"]),
        of_translation=tuple(_folded(values["lists"].get("of_translation"))),
        partners=frozenset(_folded(values["lists"].get("partner"))),
        leads=tuple(words["leads"]),
        unprinted=tuple(words["unprinted"]),
        marks=tuple(words["marks"]),
        reserved=tuple(words["reserved"]),
        captions=tuple(words["captions"]),
        pointers=tuple(words["pointers"]),
        works=frozenset(_folded(values["lists"].get("work"))),
        published=frozenset(_folded(values["lists"].get("published"))),
        own=tuple(words["own"]),
        parts=tuple(words["parts"]),
        work_parts=tuple(words["work_parts"]),
        other_works=tuple(words["other_works"]),
        credit=words["credit"],
    )
    return language, [_phrase(each, language, values["lists"]) for each in values["phrases"]]


def _phrase(values: Mapping[str, Any], language: Language, lists: Mapping[str, Sequence[str]]) -> Phrase:
    return Phrase(
        values["kind"],
        language,
        Template(values["template"], lists, values["anchors"]),
        values.get("weak", False),
        values.get("clue", False),
        values.get("line", False),
        values.get("paper", False),
        values.get("what"),
        values.get("example", ""),
        tuple(values.get("near_misses", ())),
    )


def _folded(words: Iterable[str] | None) -> list[str]:
    return list(dict.fromkeys(fold(squeeze(word)) for word in words or ()))
