"""The page of figures: its table, its markers, and the README's rows, which are the page's."""

import pytest

from benchmarks import performance
from benchmarks.figures import Figure, Goal

PROMISED = Figure("`check` of a page", "times a parse", (1.0, 2.0, 4.0), Goal(1.6), "3 pages", headline=True)
HELD = Figure("Memory of a worker", "MB", (120.0,), Goal(300), "3 pages", headline=True)
ASIDE = Figure("`read` of a page", "times a parse", (1.5,), None, "3 pages")
ROWS = [
    "| `check` of a page | ≤ 1.6 | no | 2.00 times a parse | 1.00-4.00 | 3 passes; 3 pages |",
    "| Memory of a worker | ≤ 300 | yes | 120 MB | 120-120 | 1 passes; 3 pages |",
    "| `read` of a page |  |  | 1.50 times a parse | 1.50-1.50 | 1 passes; 3 pages |",
]


def rows(text):
    return [line for line in text.splitlines() if line.startswith("| ")][1:]


def test_the_table_has_a_row_a_figure():
    assert rows(performance.table([PROMISED, HELD, ASIDE])) == ROWS


def test_the_readme_tells_what_is_promised_and_nothing_else():
    assert rows(performance.headlines([PROMISED, ASIDE, HELD])) == ROWS[:2]


def test_what_was_not_at_hand_is_told():
    assert performance.conditions(1.5, ["extruct", "Spark"]).endswith("not at hand: extruct, Spark.")
    assert "not at hand" not in performance.conditions(1.5, [])


def test_what_match_printed_stands_below_the_table():
    assert performance.block("So.", [HELD], "recall 1.0\n").endswith("says:\n\n```\nrecall 1.0\n```")
    assert "```" not in performance.block("So.", [HELD], "")


def test_only_what_stands_between_the_markers_is_replaced():
    before = "a\n<!-- x -->\nold\nolder\n<!-- /x -->\nb\n"
    after = performance.between(before, "x", "new")
    assert after == "a\n<!-- x -->\nnew\n<!-- /x -->\nb\n"
    assert performance.between(after, "x", "new") == after


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<!-- y -->\n<!-- /y -->\n", id="others"),
        pytest.param("<!-- x -->\nold\n", id="no end"),
        pytest.param("\n<!-- /x -->\n<!-- x -->\n", id="the end before the beginning"),
    ],
)
def test_a_document_without_the_markers_is_refused(text):
    with pytest.raises(ValueError, match="no <!-- x -->"):
        performance.between(text, "x", "new")


def test_both_documents_are_written(tmp_path):
    page, readme = tmp_path / "performance.md", tmp_path / "README.md"
    page.write_text("<!-- figures -->\n<!-- /figures -->\n", "utf-8")
    readme.write_text("# It\n<!-- speed -->\nold\n<!-- /speed -->\n", "utf-8")
    performance.write("So.", [PROMISED, ASIDE], "", page, readme)
    assert rows(performance.held(page.read_text("utf-8"), "figures")) == [ROWS[0], ROWS[2]]
    assert rows(performance.held(readme.read_text("utf-8"), "speed")) == [ROWS[0]]


def test_the_readmes_figures_are_those_of_the_page():
    told = rows(performance.held(performance.README.read_text("utf-8"), "speed"))
    measured = rows(performance.held(performance.PAGE.read_text("utf-8"), "figures"))
    assert told
    assert set(told) <= set(measured)
