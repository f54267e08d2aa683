"""The labelled pages of the project: no figure is below its floor, and each line of the manifest is well formed."""

import importlib.util
import json
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SPEC = importlib.util.spec_from_file_location("accuracy_of_recognition", ROOT / "benchmarks" / "accuracy.py")
accuracy = sys.modules.setdefault("accuracy_of_recognition", importlib.util.module_from_spec(SPEC))
SPEC.loader.exec_module(accuracy)
ROWS = accuracy.read(accuracy.PAGES)
SHARED = ROOT.parent / "shared" / "corpus" / "manifest.jsonl"


@pytest.mark.parametrize("row", ROWS, ids=[row["file"] for row in ROWS])
def test_a_line_names_a_page_and_labels_every_kind(row):
    assert (accuracy.PAGES.parent / row["file"]).is_file()
    assert row["kind"] in {"republished", "not_republished"}
    assert row["labels"].keys() == accuracy.LABELS.keys()


def figures(name, rows, folder):
    floors = tomllib.loads(accuracy.FLOORS.read_text("utf-8"))[name]
    counted = accuracy.score(rows, folder)
    return {
        key: (value, floors[key]) for key, value in counted.figures().items() if value < floors[key]
    }, counted.misses


def test_no_figure_is_below_its_floor():
    below, misses = figures("pages", ROWS, accuracy.PAGES.parent)
    assert below == {}, misses


def test_no_figure_on_real_pages_is_below_its_floor():
    if not SHARED.is_file():
        pytest.skip("the labelled real pages are not at hand")
    rows = [json.loads(line) for line in SHARED.read_text("utf-8").splitlines()]
    below, misses = figures("real", rows, SHARED.parent)
    assert below == {}, misses


def test_a_wrong_answer_is_counted_and_named():
    row = dict(ROWS[-1], labels={label: {"present": label == "page_counter_pixel"} for label in accuracy.LABELS})
    counted = accuracy.score([row], accuracy.PAGES.parent)
    assert counted.kinds["page_counter"].missed == 1
    assert any("page_counter is missed" in miss for miss in counted.misses)
