"""The schema of rule packs: as it is shipped, it is the one that the requirement types make."""

import dataclasses
import json
import os
from pathlib import Path

from jsonschema import Draft202012Validator

from checker import requirements
from checker.requirements.requirement import Requirement
from checker.terms import schema

FILE = Path(__file__).parents[2] / "schemas" / "terms.schema.json"


def test_the_shipped_schema_is_the_one_that_the_types_make():
    """REWRITE_SCHEMA=1 writes it anew."""
    made = json.dumps(schema.build(), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("REWRITE_SCHEMA"):
        FILE.write_text(made, "utf-8")
    assert FILE.read_text("utf-8") == made


def test_it_is_a_schema():
    Draft202012Validator.check_schema(schema.build())


def test_every_type_has_a_class_whose_fields_are_its_options():
    for name in requirements.TYPES:
        kind = requirements.type_of(name)
        assert issubclass(kind, Requirement)
        fields = {field.name for field in dataclasses.fields(kind)} - {
            "about",
            *(["forbidden"] if kind.FORBIDDABLE else []),
        }
        assert fields == set(kind.OPTIONS), name
        assert set(kind.REQUIRED) <= fields
