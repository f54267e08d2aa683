"""The report for the log of a GitHub Actions job: the text for people, then workflow commands that annotate the files.

GitHub shows ten annotations of a level for one step and drops the rest without a word, so the worst come first and the last says how
many there are. No text of a page can give the runner a command.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from checker.model import Report, Severity
from checker.page.text import printable
from checker.report import text
from checker.report.remarks import NOT_CHECKED, Remark, counted, remarks, sentence

_MOST = {Severity.ERROR: 10, Severity.WARNING: 10, Severity.NOTE: 9}  # one more note says how many there are
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_LONGEST = 4000


def write(report: Report) -> str:
    """The whole report for the log."""
    said = shielded(text.judged(report, text.Detail.NORMAL))
    return said + "".join(f"{line}\n" for line in _commands(report))


def shielded(lines: Iterable[object]) -> str:
    """Lines for the log of a job in which the runner finds no commands, whatever a page put into them."""
    said = "".join(f"{line}\n" for line in lines)
    return shield(said.encode("utf-8", "backslashreplace")).decode("utf-8")


def shield(said: bytes) -> bytes:
    """The same for output whose every byte is to stay."""
    # The runner listens again at the token. No page knows it, for it is made of all of them.
    token = hashlib.sha256(said).hexdigest().encode()
    return b"::stop-commands::%b\n%b::%b::\n" % (token, said, token)


def _commands(report: Report) -> Iterator[str]:
    """The annotations, the worst first. What no page can tell is in the text alone."""
    found = [each for page in report.pages for each in remarks(page) if each.rule != NOT_CHECKED]
    left = {}
    for severity, most in _MOST.items():
        some = [each for each in found if each.severity is severity]
        yield from map(_command, some[:most])
        left[severity] = max(0, len(some) - most)
    if any(left.values()):
        yield f"::notice title=creditline::{_data(f'and {_more(left)}. {sentence(report)}')}"


def _more(left: Mapping[Severity, int]) -> str:
    each = [counted(number, _COMMANDS[severity]) for severity, number in left.items() if number]
    return f"{sum(left.values())} more: {', '.join(each)}; the log and the summary of the job have them all"


def _command(remark: Remark) -> str:
    place = {"title": f"creditline {remark.rule}"}
    if not remark.is_live or remark.page.listed:
        place |= {"file": printable(remark.path), "line": str(remark.line)}
    if remark.place and remark.place.column:
        place |= {"col": str(remark.place.column)}
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    page = f"{printable(remark.page.target)}: " if remark.is_live else ""
    mend = f"\nTo mend it: {remark.snippet}" if remark.snippet else ""
    return f"::{_COMMANDS[remark.severity]} {properties}::{_data((page + remark.text + mend)[:_LONGEST])}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
