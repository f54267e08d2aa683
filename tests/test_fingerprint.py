"""Fingerprints: what may change on a page, and what makes a finding another one."""

from pathlib import Path

import pytest

import checker
from checker.fingerprint import fingerprints

PAGE = """# The river rises

By Ann Writer

The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.

First published by [Example News](#).
"""


@pytest.fixture
def named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def look(text, target="post.md"):
        Path(target).write_text(text, "utf-8")
        page = checker.check([target]).pages[0]
        assert page.findings
        return dict(zip([finding.requirement for finding in page.findings], fingerprints(page), strict=True))

    return look


def test_lines_above_change_nothing(named):
    assert named(PAGE) == named(PAGE.replace("By Ann", "A note.\n\n" * 25 + "By Ann"))


def test_the_way_a_path_is_written_changes_nothing(named):
    assert named(PAGE) == named(PAGE, "./post.md")


def test_another_page_has_others(named):
    assert not set(named(PAGE).values()) & set(named(PAGE, "other.md").values())


def test_another_dead_link_is_another_finding(named):
    before, after = named(PAGE), named(PAGE.replace("(#)", "(https://news.example/)"))
    assert before["link_to_original"] != after["link_to_original"]
    assert before["author_credit"] == after["author_credit"]


def test_each_finding_has_its_own(named):
    found = named(PAGE)
    assert len(set(found.values())) == len(found)
