"""A name for a finding that outlives edits of its page: by it, a baseline and a code host know the finding again."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import PurePosixPath

from checker.model import Finding, PageReport

_VERSION = "1"
_LENGTH = 32


def fingerprints(report: PageReport) -> tuple[str, ...]:
    """One for each finding of a page, in their order: 32 hexadecimal digits.

    It is made of the target, the terms, the requirement, and the words and the link that the finding is about; lines, columns and
    messages are no part of it. Findings that are alike in all of that are told apart by their order.
    """
    seen: Counter[str] = Counter()
    made = []
    for finding in report.findings:
        key = "\0".join(_parts(report, finding))
        made.append(
            hashlib.sha256(f"{_VERSION}\0{key}\0{seen[key]}".encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]
        )
        seen[key] += 1
    return tuple(made)


def _parts(report: PageReport, finding: Finding) -> tuple[str, ...]:
    evidence = finding.evidence[0] if finding.evidence else None
    words = " ".join(evidence.text.split()) if evidence else ""
    terms = report.terms.id if report.terms else ""
    return _name(report), terms, finding.requirement, words, (evidence.href if evidence else None) or ""


def _name(report: PageReport) -> str:
    """The page, however its path was written."""
    return report.url or PurePosixPath(report.target.replace("\\", "/")).as_posix()
