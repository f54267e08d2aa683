"""The report as Markdown for a comment on a pull request, and for the summary of a job: short, with what mends each page folded.

Pages are hostile, and so are their names: nothing of theirs becomes a link, a picture, an element, a mention or a reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from textwrap import indent
from urllib.parse import quote

from checker.model import Clause, PageReport, Report, Severity
from checker.page.text import printable
from checker.report.remarks import NOT_CHECKED, WORST_FIRST, Remark, one_line, remarks, sentence

COMMENT = 60_000
"""Bytes; a comment on GitHub has room for 65,536 characters."""
_MOST = 20  # remarks on one page
_LONGEST = 1000
_LONGEST_SNIPPET = 4000
_PLAIN = re.compile(r"[“‘\"'(]*[^\W_]+(?:[’'\-][^\W_]+)*[.,;:!?)”’\"'…]*")
_REFERENCE = re.compile(r"gh-\d|www|https?|ftp|mailto|[0-9a-f]{7,}\b", re.IGNORECASE)
_LABELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SAFE_IN_URL = ":/?#@!$&'*+,;=%~"


def write(report: Report, most: int = COMMENT) -> str:
    """The report in no more than so many bytes: pages that fall short first, and how many were left out."""
    head = f"### creditline\n\n{sentence(report)}\n\n"
    return head + _within(list(_pages(report)), most - len(head.encode()))


def literally(text: str) -> str:
    """A text on one line that reads as it is: of all that Markdown or a code host could make something of, the words are set as code."""
    return " ".join(map(_word, printable(text).split()))


def code_block(text: str, language: str = "") -> str:
    """A text as it is, to copy; its own fences do not end it."""
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def address(clause: Clause) -> str | None:
    """Where a clause was read, fit for a link; None where that is no address of the web."""
    url = clause.url or ""
    return quote(url, safe=_SAFE_IN_URL) if url.lower().startswith(("http://", "https://")) else None


def _within(blocks: list[str], room: int) -> str:
    room -= 100  # for the last line
    taken: list[str] = []
    for block in blocks:
        size = len(block.encode("utf-8", "backslashreplace"))
        if size <= room:
            taken.append(block)
            room -= size
    left = len(blocks) - len(taken)
    more = f"And {left} more {'page' if left == 1 else 'pages'}, which have no room here.\n" if left else ""
    return "".join(taken) + more


def _pages(report: Report) -> Iterator[str]:
    """The pages of which there is something to say. What no page can tell is only counted, unless there is more."""
    found = [(page, remarks(page)) for page in report.pages]
    shown = [(page, some) for page, some in found if any(each.rule != NOT_CHECKED for each in some)]
    for page, some in sorted(shown, key=lambda each: WORST_FIRST.index(each[1][0].severity)):
        yield _page(page, some)


def _page(page: PageReport, some: Sequence[Remark]) -> str:
    name = f"<code>{escape(_short(one_line(page.target)))}</code>"
    outcome = page.outcome.value.replace("_", " ")
    body = "\n".join(map(_remark, some[:_MOST]))
    body += f"\nAnd {len(some) - _MOST} more on this page.\n" if len(some) > _MOST else ""
    return f"<details><summary>{name}: {outcome}</summary>\n\n{body}\n</details>\n\n"


def _remark(remark: Remark) -> str:
    where = f" (line {remark.line})" if remark.place or remark.page.listed else ""
    name = remark.finding.requirement if remark.finding else remark.rule.replace("_", " ")
    line = f"- **{_LABELS[remark.severity]}** {literally(name)}{where}: {literally(_short(remark.text))}"
    return line + _terms(remark) + _mend(remark) + "\n"


def _terms(remark: Remark) -> str:
    clause = remark.finding.clause if remark.finding else None
    if clause is None:
        return ""
    url = address(clause)
    source = f" ([source](<{url}>))" if url else ""
    return f"\n\n  Terms: {literally(_short(clause.text))}{source}"


def _mend(remark: Remark) -> str:
    """The snippet, where it is short enough to be pasted from here."""
    snippet = remark.snippet
    if not snippet or len(snippet) > _LONGEST_SNIPPET:
        return ""
    block = code_block(snippet, "markdown" if remark.is_markdown else "html")
    return f"\n\n  Put on the page:\n\n{indent(block, '  ')}"


def _word(word: str) -> str:
    return word if _PLAIN.fullmatch(word) and not _REFERENCE.match(word.lstrip("“‘\"'(")) else _code(word)


def _code(word: str) -> str:
    mark = "`" * (_longest_run(word) + 1)
    pad = " " if word.startswith("`") or word.endswith("`") else ""
    return f"{mark}{pad}{word}{pad}{mark}"


def _longest_run(text: str) -> int:
    """The length of the longest run of backticks."""
    return max(map(len, re.findall("`+", text)), default=0)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
