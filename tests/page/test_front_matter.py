"""Front matter: which entries a file has, where they stand, and where its text begins."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.page.front_matter import split


def entries(text):
    return [(entry.key, entry.value) for entry in split(text)[0]]


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        pytest.param("---\na: x\n---\nrest", [("a", "x")], "rest", id="YAML"),
        pytest.param("---\na: x\n...\nrest", [("a", "x")], "rest", id="YAML that ends with dots"),
        pytest.param("---\r\na: x\r\n---\r\nrest", [("a", "x")], "rest", id="YAML with CR LF"),
        pytest.param("---  \na: x\n--- \t\nrest", [("a", "x")], "rest", id="spaces behind the fences"),
        pytest.param("---\na: x\n---", [("a", "x")], "", id="nothing behind it"),
        pytest.param("---\n---\nrest", [], "rest", id="nothing in it"),
        pytest.param("\ufeff---\na: x\n---\nrest", [("a", "x")], "rest", id="behind a byte order mark"),
        pytest.param("+++\na = 'x'\n+++\nrest", [("a", "x")], "rest", id="TOML"),
        pytest.param("+++\r\na = 'x'\r\n+++\r\nrest", [("a", "x")], "rest", id="TOML with CR LF"),
        pytest.param('{"a": "x"}\nrest', [("a", "x")], "\nrest", id="JSON"),
        pytest.param('\n  {\n    "a": "x"\n  }\nrest', [("a", "x")], "\nrest", id="JSON behind an empty line"),
        pytest.param(
            "---\na: [x, y]\nb: {c: z}\n---\n",
            [("a", "x"), ("a", "y"), ("b.c", "z")],
            "",
            id="lists and tables in YAML",
        ),
        pytest.param(
            "+++\na = ['x', 'y']\n[b]\nc = 'z'\n+++\n",
            [("a", "x"), ("a", "y"), ("b.c", "z")],
            "",
            id="lists and tables in TOML",
        ),
        pytest.param(
            '{"a": ["x", "y"], "b": {"c": "z"}}',
            [("a", "x"), ("a", "y"), ("b.c", "z")],
            "",
            id="lists and tables in JSON",
        ),
        pytest.param(
            "---\nauthors:\n  - name: A\n  - name: B\n---\n",
            [("authors.name", "A"), ("authors.name", "B")],
            "",
            id="a list of tables",
        ),
        pytest.param(
            "---\na: 2024-01-05\nb: yes\nc: 0x10\n---\n",
            [("a", "2024-01-05"), ("b", "yes"), ("c", "0x10")],
            "",
            id="as it is written",
        ),
        pytest.param("---\na: !!python/object:os.system x\n---\n", [("a", "x")], "", id="a tag has no effect"),
        pytest.param("---\na: &n x\nb: *n\n---\n", [("a", "x"), ("b", "x")], "", id="an alias"),
        pytest.param("---\na: |\n  one\n  two\n---\n", [("a", "one\ntwo\n")], "", id="a text of several lines"),
        pytest.param("---\na: one --- two\n---\n", [("a", "one --- two")], "", id="dashes inside a line"),
        pytest.param("---\na: [\n---\nrest", [], "rest", id="YAML that cannot be read is still no text"),
        pytest.param("+++\na = \n+++\nrest", [], "rest", id="TOML that cannot be read is still no text"),
        pytest.param("---\njust a line\n---\nrest", [("", "just a line")], "rest", id="a text without a key"),
        pytest.param('{"a": null, "b": true}', [("b", "True")], "", id="nothing is no entry"),
        pytest.param("Title: x\nDate: y\n\nrest", [("title", "x"), ("date", "y")], "\nrest", id="a header"),
        pytest.param(
            "Author: x\nTags: y\n  z\n\nrest", [("author", "x"), ("tags", "y")], "\nrest", id="an item wrapped"
        ),
        pytest.param("Title: x\n\nrest", [], "Title: x\n\nrest", id="near miss: one line is no header"),
        pytest.param("Date: x\nText, y\n\n", [], "Date: x\nText, y\n\n", id="near miss: text right below"),
        pytest.param("Note: x\nDate: y\n\n", [], "Note: x\nDate: y\n\n", id="near miss: begins with another word"),
        pytest.param(" ---\na: x\n---\n", [], " ---\na: x\n---\n", id="near miss: indented"),
        pytest.param("\n---\na: x\n---\n", [], "\n---\na: x\n---\n", id="near miss: not at the very start"),
        pytest.param("---\na: x\n", [], "---\na: x\n", id="near miss: never closed"),
        pytest.param("---\na: x\n+++\n", [], "---\na: x\n+++\n", id="near miss: closed by another fence"),
        pytest.param("----\na: x\n----\n", [], "----\na: x\n----\n", id="near miss: four dashes"),
        pytest.param("--- a: x\n---\n", [], "--- a: x\n---\n", id="near miss: text behind the dashes"),
        pytest.param("{not json}", [], "{not json}", id="near miss: braces"),
        pytest.param("{{< shortcode >}}\n", [], "{{< shortcode >}}\n", id="near miss: a short code"),
        pytest.param("", [], "", id="nothing"),
    ],
)
def test_entries_and_the_rest(text, found, rest):
    assert entries(text) == found
    assert text[split(text)[1] :] == rest


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("---\ntitle: other\nsource: other\n---\n", ["other", "other"], id="YAML, the same value twice"),
        pytest.param("---\na: 'one'\nb: \"two\"\n---\n", ["one'", 'two"'], id="YAML in quotes"),
        pytest.param("---\r\n\r\na: é\r\nb: 🗞 x\r\n---\r\n", ["é\r", "🗞 x"], id="YAML with CR LF and beyond ASCII"),
        pytest.param("\ufeff---\na: x\n---\n", ["x"], id="YAML behind a byte order mark"),
        pytest.param("+++\na = 'x'\nb = 'x'\n+++\n", ["x'\nb", "x'\n+"], id="TOML, the same value twice"),
        pytest.param("+++\r\naxb = 'q'\r\nb = 'x'\r\n+++\r\n", ["q'", "x'"], id="TOML, a value that a key contains"),
        pytest.param('{"a": "b", "b": "x"}', ['b", "b', 'x"}'], id="JSON, a value that is a key too"),
        pytest.param('{"l": ["x", "y"]}', ['x"', 'y"'], id="a list in JSON"),
    ],
)
def test_where_the_values_stand(text, written):
    offsets = [entry.offset for entry in split(text)[0]]
    assert [text[offset : offset + len(value)] for offset, value in zip(offsets, written, strict=True)] == written


def test_evidence_gives_line_column_and_keys(page_of):
    page = page_of("---\ntitle: T\nauthor:\n  name: 'Ann Ná'\n---\nText\n", "markdown")
    found = page.front_matter_evidence(page.front_matter[1], "href")
    assert (found.text, found.href, found.line, found.column, found.path) == (
        "Ann Ná",
        "href",
        4,
        10,
        "/front-matter/author/name",
    )
    assert page.title == "T"


def test_html_may_have_front_matter_and_its_places_are_the_file_s(page_of, words_of):
    page = page_of("---\nlayout: post\n---\n<p>one</p>\n<p>two\n")
    assert dict(words_of(page)) == {"one": (4, 4), "two": (5, 4)}


@pytest.mark.parametrize(
    ("text", "incomplete"),
    [
        pytest.param("".join(f"k{each}: x\n" for each in range(1000)), None, id="near miss: a thousand entries"),
        pytest.param("".join(f"k{each}: x\n" for each in range(3000)), "too_many", id="more entries than are read"),
        pytest.param("a: " + "x" * 300_000 + "\n", "too_many", id="a longer text than is read"),
    ],
)
def test_front_matter_that_is_not_read_whole_says_so(text, incomplete, page_of):
    assert page_of(f"---\n{text}---\nThe river\n", "markdown").incomplete == incomplete


def test_what_is_nested_too_deep_takes_no_other_entry_with_it(page_of):
    page = page_of("---\na: " + "[" * 500 + "]" * 500 + "\noriginal_url: https://a.example/x\n---\n", "markdown")
    assert [(entry.key, entry.value) for entry in page.front_matter] == [("original_url", "https://a.example/x")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\n" + "[ " * 100_000 + "\n---\n", id="lists in lists that never end"),
        pytest.param("---\n" + "[ " * 5_000 + "] " * 5_000 + "\n---\n", id="lists in lists"),
        pytest.param("---\n" + "- " * 50_000 + "\n---\n", id="points in points"),
        pytest.param("+++\na = " + "[" * 50_000 + "\n+++\n", id="TOML in TOML"),
        pytest.param("+++\na = " + "[" * 200 + "]" * 200 + "\n+++\n", id="TOML in TOML, as deep as can be read"),
        pytest.param('{"a":' * 50_000, id="JSON in JSON that never ends"),
        pytest.param('{"a":' * 940 + "1" + "}" * 940, id="JSON in JSON, as deep as can be read"),
        pytest.param(
            "---\na: &a [x, x]\n"
            + "".join(f"b{n}: &b{n} [*{'a' if not n else f'b{n - 1}'}{', *b0' * (n > 0)}]\n" for n in range(9))
            + "---\n",
            id="aliases",
        ),
        pytest.param(
            "---\n"
            + "\n".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" if n else "a0: &a0 [x, x]" for n in range(40))
            + "\n---\n",
            id="a billion laughs",
        ),
        pytest.param("---\na: &a [*a]\n---\n", id="an alias of itself"),
        pytest.param("---\n" + "a: x\n" * 200_000 + "---\n", id="more than anybody writes"),
        pytest.param("---\na: \x07\n---\n", id="characters that YAML forbids"),
    ],
)
def test_hostile_front_matter_is_read_or_left(text):
    assert len(split(text)[0]) <= 2000


@settings(max_examples=300)
@given(
    st.sampled_from(["---\n", "+++\n", "{", ""]),
    st.text(st.sampled_from("ab:-[]{}'\"#&*!|>%@`,?=\n\r \t\\é.1")),
    st.sampled_from(["\n---\n", "\n+++\nx", "}"]),
)
def test_any_front_matter_is_read_or_left(fence, inner, end):
    text = fence + inner + end
    found, start = split(text)
    assert 0 <= start <= len(text)
    assert all(entry.offset is None or 0 <= entry.offset <= len(text) for entry in found)
