"""The publisher's report in each format: it says what was found, and nothing of a page acts in it."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from checker.report.publisher import csv as as_csv
from checker.report.publisher import json as as_json
from checker.report.publisher import markdown, parquet
from checker.results import read
from checker.results.history import history
from checker.results.look import looks
from checker.results.tally import tally
from tests.results.made import page, write

SCHEMA = json.loads((Path(__file__).parents[3] / "schemas" / "publisher-report.schema.json").read_text("utf-8"))
NOW = datetime(2026, 11, 20, tzinfo=UTC)
DAY = datetime(2026, 11, 10, tzinfo=UTC)


@pytest.fixture
def made(tmp_path):
    """The figures and the history of some results."""

    def make(*files):
        found = history(look for look, _ in looks(map(read.read, files)))
        return tally(found), found

    return make


@pytest.fixture
def two(made, tmp_path):
    first = write(tmp_path / "a.json", "2026-11-01", page("https://a.example/1", link_to_original="failed"))
    second = write(
        tmp_path / "b.json",
        "2026-11-15",
        page("https://a.example/1", link_to_original="passed", author_credit="failed"),
        page("https://b.example/2", error="timeout"),
        page("https://b.example/3", link_to_original="renderer_decides"),
    )
    return made(first, second)


def test_json_keeps_to_its_schema_and_every_figure_names_pages(two):
    value = json.loads(as_json.write(*two, NOW, DAY))
    Draft202012Validator(SCHEMA).validate(value)
    names = {each["id"]: each["target"] for each in value["pages"]}
    by_name = {each["requirement"]: each for each in value["requirements"]}
    assert [names[number] for number in by_name["author_credit"]["failed"]] == ["https://a.example/1"]
    assert value["changes"]["fixed"] == [{"page": 0, "requirement": "link_to_original", "since": "2026-11-15"}]
    assert value["changes"]["new"][0]["requirement"] == "author_credit"
    assert value["summary"]["error"] == 1


def test_json_without_a_day_says_nothing_of_changes(two):
    value = json.loads(as_json.write(*two, NOW))
    Draft202012Validator(SCHEMA).validate(value)
    assert value["changes"] is None


def test_csv_has_a_row_for_each_thing_that_is_missing_or_open(two):
    rows = list(csv.DictReader(io.StringIO(as_csv.write(*two))))
    assert [(row["target"], row["requirement"], row["outcome"] or row["error"]) for row in rows] == [
        ("https://a.example/1", "author_credit", "failed"),
        ("https://b.example/2", "", "timeout"),
        ("https://b.example/3", "link_to_original", "cant_tell"),
    ]


@pytest.mark.parametrize("name", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_no_cell_of_csv_is_a_formula(made, tmp_path, name):
    figures = made(write(tmp_path / "a.json", "2026-11-01", page(name, name, link_to_original="failed")))
    (row,) = csv.DictReader(io.StringIO(as_csv.write(*figures)))
    assert row["target"].startswith("'")
    assert not any(value.lstrip().startswith(("=", "+", "-", "@", "\t", "＝")) for value in row.values())


@pytest.mark.parametrize("text", ["a;=1+1", "a\t@x", 'a; "-2', "a;\t=1"])
def test_no_cell_of_csv_has_a_formula_for_spreadsheets_that_part_cells_otherwise(made, tmp_path, text):
    figures = made(write(tmp_path / "a.json", "2026-11-01", page(text, text, link_to_original="failed")))
    written = as_csv.write(*figures)
    for separator in (";", "\t"):
        cells = [cell.lstrip(' "') for line in written.splitlines() for cell in line.split(separator)]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_parquet_has_the_rows_of_csv(two):
    table = pytest.importorskip("pyarrow.parquet", reason="PyArrow is not installed")
    rows = table.read_table(io.BytesIO(parquet.write(*two))).to_pylist()
    assert [row["requirement"] for row in rows] == ["author_credit", None, "link_to_original"]


def test_markdown_shows_nothing_of_a_page_as_markup(made, tmp_path):
    bad = "![x](https://evil.example/x.png) <script>alert(1)</script> [a](javascript:b) @somebody | x"
    figures = made(
        write(tmp_path / "a.json", "2026-11-01", page("https://a.example/1", bad, link_to_original="failed"))
    )
    shown = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(markdown.write(*figures, NOW, DAY))
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<a " not in shown
    assert "evil.example" in shown


def test_markdown_shows_nothing_of_a_results_file_as_markup(made, tmp_path):
    bad = "`![x](https://evil.example/x.png)|<script>alert(1)</script>\\n::error::y\\u001b[31m"
    file = write(tmp_path / "a.json", "2026-11-01", page("https://a.example/1", link_to_original="failed"))
    file.write_text(file.read_text("utf-8").replace("link_to_original", bad), "utf-8")
    written = markdown.write(*made(file), NOW, DAY)
    shown = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(written)
    assert not any(part in shown for part in ("<script", "<img", "<a ", "\x1b"))
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())
    assert "evil.example" in shown


def test_markdown_says_who_lacks_what(two):
    shown = markdown.write(*two, NOW, DAY)
    assert "| `author_credit` | 1 | 0 | 0 | 2026-11-15 |" in shown
    assert "- fixed: 1" in shown
    assert "1 could not be read" in shown


def test_a_long_report_in_markdown_is_cut_and_says_so(made, tmp_path):
    pages = [page(f"https://{number:02}.example/1", link_to_original="failed") for number in range(23)]
    long = page(f"https://00.example/{'x' * 900}", f"https://news.example/{'y' * 900}", link_to_original="failed")
    figures, found = made(write(tmp_path / "a.json", "2026-11-01", *pages, long))
    shown = markdown.write(figures, found, NOW, None)
    assert sum(line.startswith("| ") and ".example" in line.partition(" | ")[0] for line in shown.splitlines()) == 22
    assert "And 3 more." in shown
    assert "y" * 150 in shown
    assert "y" * 201 not in shown
