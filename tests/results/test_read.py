"""Results are read back as they were written, and what is none says so."""

import json

import pytest

from checker.errors import TargetError, UsageError
from checker.report import json as report
from checker.results import read
from tests.results.made import page


def test_a_report_and_lines_give_the_same_pages(tmp_path, results):
    pages = [page("a.md", link_to_original="failed"), page("b.md", link_to_original="passed")]
    whole = read.read(results("a.json", "2026-11-01", *pages))
    lines = tmp_path / "b.jsonl"
    lines.write_text("".join(map(report.line, pages)), "utf-8")
    assert [each for each, _ in whole.pages()] == [each for each, _ in read.read(lines).pages()]
    assert f"{whole.created:%Y-%m-%d %H:%M}" == "2026-11-01 12:00"


def test_one_line_is_lines(tmp_path):
    file = tmp_path / "one.jsonl"
    file.write_text(report.line(page("a.md", link_to_original="failed")), "utf-8")
    (found,) = read.read(file).pages()
    assert found[0].findings[0].evidence[0].before == "First published by "


def test_what_is_not_known_is_passed_over(tmp_path):
    value = report.page(page("a.md", link_to_original="failed")) | {"from_the_future": {"a": [1]}}
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(value), "utf-8")
    assert [each.target for each, _ in read.read(file).pages()] == ["a.md"]


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b"https://news.example/a\n", b'{"pages": 3}', b"\xff\xfe", b"\0" * 100, b"[" * 100_000],
    ids=["empty", "a list", "cut", "addresses", "of the wrong type", "another encoding", "binary", "deep"],
)
def test_what_is_no_result_says_so_and_names_the_file(tmp_path, content):
    file = tmp_path / "results.json"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=r"results\.json: neither"):
        read.read(file)


def test_a_broken_page_is_named(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text(
        report.line(page("a.md", link_to_original="passed")) + '{"target": "b.md", "outcome": "odd"}\n', "utf-8"
    )
    with pytest.raises(UsageError, match=r"page 2 of it .*odd"):
        list(read.read(file).pages())


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(TargetError, match=r"none\.json: cannot be read: No such file"):
        read.read(tmp_path / "none.json")
