"""Every reason that a finding can give for `cant_tell` is one of the report's schema, and the schema has no other."""

import ast
import json
import os
import re
from pathlib import Path

from checker.liveness import absent, originals, settle

ROOT = Path(__file__).parents[2]
FILE = ROOT / "schemas" / "report.schema.json"
REASON = re.compile(r"[a-z]+(?:_[a-z]+)*\Z")
# Reasons that are no text at the place where a finding is made: why a page could not be read whole, and facts.
ELSEWHERE = {"notice_altered", "parse_truncated", "too_large", "link_dead"}
# What the network tells.
ELSEWHERE |= {reason for reason, _ in settle.UNTOLD.values()} | absent.UNTOLD | originals.REASONS


def called(call):
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def given(call):
    """The texts that a call gives as a reason."""
    if called(call) == "cant_tell":
        return call.args[:1]
    if called(call) == "Verdict" and call.args and ast.unparse(call.args[0]) == "Outcome.CANT_TELL":
        return call.args[3:4]
    return []


def reasons():
    """All reasons in the code."""
    found = set(ELSEWHERE)
    for file in (ROOT / "checker").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                texts = [*given(node), *(key.value for key in node.keywords if key.arg == "reason")]
                found |= {
                    each.value
                    for text in texts
                    for each in ast.walk(text)
                    if isinstance(each, ast.Constant) and REASON.match(str(each.value))
                }
    return found


def test_the_schema_has_every_reason_that_the_code_gives():
    schema = FILE.read_text("utf-8")
    listed = json.loads(schema)["$defs"]["finding"]["properties"]["reason"]["enum"]
    if os.environ.get("REWRITE_SCHEMA"):
        lines, line = [], ""
        for word in sorted(reasons()):
            if len(line) + len(word) > 120:
                lines, line = [*lines, line.rstrip()], ""
            line += f'"{word}", '
        body = "\n            ".join([*lines, line.rstrip(", ")])
        FILE.write_text(
            re.sub(r'("reason": \{\s+"enum": \[)[^\]]*(\])', rf"\1\n            {body}\n          \2", schema), "utf-8"
        )
        return
    assert listed == sorted(reasons())
