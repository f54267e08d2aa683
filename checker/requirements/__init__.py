"""Terms x acknowledgements -> verdicts. One module a requirement type; this is their index."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from checker.requirements.author_credit import AuthorCredit
from checker.requirements.case import Requirement
from checker.requirements.copyright_line import CopyrightLine
from checker.requirements.fair_use_notice import FairUseNotice
from checker.requirements.license_notice import LicenseNotice
from checker.requirements.link_to_original import LinkToOriginal
from checker.requirements.permission import Permission
from checker.requirements.source_attribution import SourceAttribution

TYPES: Mapping[str, Callable[..., Requirement]] = {
    "author_credit": AuthorCredit,
    "copyright_line": CopyrightLine,
    "fair_use_notice": FairUseNotice,
    "license_notice": LicenseNotice,
    "link_to_original": LinkToOriginal,
    "permission": Permission,
    "source_attribution": SourceAttribution,
}


def make(kind: str, options: Mapping[str, Any]) -> Requirement:
    """A requirement of a type with a pack's options."""
    return TYPES[kind](**options)
