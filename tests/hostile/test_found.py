"""Inputs that once broke something, found by fuzzing (benchmarks/fuzz.py) or by users; and random ones."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import TARGETS

FOUND = sorted(file for file in (Path(__file__).parent / "found").rglob("*") if file.is_file())
MARKS = st.sampled_from(
    [
        "</p>",
        "<p ",
        "<!--",
        "]]>",
        "&#x",
        "\0",
        "\ud800",
        "---\n",
        "!!python/x ",
        "&a [*a]",
        "{{",
        "[[",
        "\x1b",
        "\u202e",
    ]
) | st.sampled_from(
    ["<a href=", "<script type=application/ld+json>", '{"@type":', "[a](", "originally published on ", "By ", "© "]
)


@pytest.mark.parametrize("file", FOUND, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_what_was_found_breaks_nothing_any_more(file):
    TARGETS[file.parent.name](file.read_bytes())


@pytest.mark.parametrize("target", [name for name in TARGETS if name != "warc"])
@given(data=st.lists(st.text(max_size=20) | MARKS, max_size=25).map("".join) | st.binary(max_size=200))
@settings(max_examples=60)
def test_random_input_breaks_nothing(target, data):
    TARGETS[target](data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
