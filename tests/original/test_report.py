"""Edits in the JSON report."""

import json

from jsonschema import Draft202012Validator

from checker import data
from checker.documents.document import Document, Media
from checker.engine import default
from checker.question import Question
from checker.report import json as report
from checker.terms.library import packaged

TEXT = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
PAGE = '<html lang="en"><body>\n<article><h1>The river</h1>\n<p>{}</p></article></body></html>'


def document(text):
    return Document("page.html", PAGE.format(text).encode(), Media.HTML)


def test_edits_are_in_the_report_and_in_its_schema():
    engine = default()
    question = Question(packaged()["the-conversation"], shown=engine.original_of(document(TEXT)))
    page = report.page(engine.check(document(TEXT.replace("metres", "meters").replace("old ", "")), question))
    edits = next(finding["edits"] for finding in page["findings"] if finding["type"] == "no_edits")
    assert edits == [
        {"class": "house_style", "original": "metres", "copy": "meters", "line": 3},
        {"class": "removed", "original": "old", "copy": "", "line": 3},
    ]
    schema = json.loads((data.folder("schemas") / "report.schema.json").read_text("utf-8"))
    finding = {"$defs": schema["$defs"], "$ref": "#/$defs/finding"}
    for each in page["findings"]:
        Draft202012Validator(finding).validate(each)


def test_how_much_of_the_original_is_there_is_in_the_report_and_in_its_schema():
    engine = default()
    question = Question(packaged()["the-conversation"], shown=engine.original_of(document(f"{TEXT} {TEXT[:60]}.")))
    page = report.page(engine.check(document(f"{TEXT} The mayor was told of it at noon. {TEXT[:60]}."), question))
    assert page["original"] == {"url": None, "reason": None, "message": None, "kept": 1.0, "words_added": 8}
    schema = json.loads((data.folder("schemas") / "report.schema.json").read_text("utf-8"))
    Draft202012Validator({"$defs": schema["$defs"], "$ref": "#/$defs/page"}).validate(page)
