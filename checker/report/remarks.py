"""What a code host or a CI is told of a page: one remark for each finding that somebody should look at, and for what was not judged.

All formats for CI are written from these. Texts are plain and on one line; each format escapes them as its readers need it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.fingerprint import fingerprints
from checker.model import Evidence, Finding, Outcome, PageOutcome, PageReport, Report, Severity
from checker.page.text import printable
from checker.run import is_address

UNREADABLE = "unreadable"
"""The rule of a page that could not be read."""
UNRECOGNISED = "unrecognised"
"""The rule of a page of which it cannot be told whether it is a copy."""
NOT_CHECKED = "not_checked"
"""The rule of what no page can tell: requirements that wait for the original, and reminders. One remark a page has them all."""
WORST_FIRST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say about a page.

    `rule` is stable: `terms/requirement`, or one of the rules above. `severity` is the finding's where it failed; what cannot be told
    and what is suppressed is a note. `fingerprint` outlives edits of the page elsewhere.
    """

    page: PageReport
    rule: str
    severity: Severity
    text: str
    fingerprint: str
    finding: Finding | None = None

    @property
    def path(self) -> str:
        """The file to point at: of a built page, its source.

        A page of the web has none: the list that names it, or else its address without the scheme.
        """
        named = self.page.listed.file if self.page.listed else self.page.target
        if self.finding and self.finding.source:
            named = self.finding.source.file
        found = named.partition("://")[2] if is_address(named) else named
        # A file name's undecodable bytes come as lone surrogates.
        return found.encode("utf-8", "backslashreplace").decode("utf-8")

    @property
    def is_live(self) -> bool:
        """True for a page of the web, which no repository has as a file."""
        return is_address(self.page.target)

    @property
    def place(self) -> Evidence | None:
        """The first evidence with a line in the file; None for what is missing, and for pages of the web.

        Of a built page, the place in its source goes before all.
        """
        if self.finding and self.finding.source:
            source = self.finding.source
            return Evidence("", line=source.line, column=source.column)
        if self.finding is None or self.is_live:
            return None
        return next((evidence for evidence in self.finding.evidence if evidence.line), None)

    @property
    def line(self) -> int:
        """The line to point at, from 1; what is missing is said at the top."""
        if self.page.listed and not (self.finding and self.finding.source):
            return self.page.listed.line
        return (self.place.line if self.place else None) or 1

    @property
    def snippet(self) -> str | None:
        """What mends it, in the page's own format."""
        fix = self.finding.fix if self.finding and self.finding.outcome is Outcome.FAILED else None
        if fix is None:
            return None
        return "\n".join(map(printable, (fix.markdown if self.is_markdown else fix.html).splitlines()))

    @property
    def is_markdown(self) -> bool:
        """True for a page whose source is Markdown."""
        return self.page.target.lower().endswith((".md", ".markdown", ".mdx"))


def remarks(page: PageReport) -> tuple[Remark, ...]:
    """What is to be said of a page, the worst first; nothing of what passed or does not apply."""
    return tuple(sorted(_all(page), key=lambda each: WORST_FIRST.index(each.severity)))


def sentence(report: Report) -> str:
    """How many pages were checked, could not be told and were skipped, and what was found: never left out of a report."""
    skipped = report.count(PageOutcome.ERROR)
    pages = (
        f"{counted(len(report.pages) - skipped, 'page')} checked, {report.count(PageOutcome.NEEDS_REVIEW)} of them could not be told; "
        f"{skipped} skipped, unreadable."
    )
    counts = Counter(_word(remark) for page in report.pages for remark in remarks(page) if remark.finding)
    open_ = sum(len(_open(page)) for page in report.pages)
    said = [counted(counts[word], word) for word in ("error", "warning") if counts[word]]
    said += [f"{counts[word]} {word}" for word in ("cannot tell", "suppressed") if counts[word]]
    said += [f"{open_} not checked"] if open_ else []
    return f"{pages} {', '.join(said).capitalize() or 'Nothing to mend'}."


def _word(remark: Remark) -> str:
    if remark.finding and remark.finding.suppression:
        return "suppressed"
    return "cannot tell" if remark.severity is Severity.NOTE else remark.severity.value


def counted(number: int, word: str) -> str:
    """A number of things: `1 page`, `2 pages`."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def _all(page: PageReport) -> Iterator[Remark]:
    if page.error_code:
        said = f"The page was not checked: {page.error_message} [{page.error_code}]"
        yield _on_page(page, UNREADABLE, Severity.ERROR, said)
        return
    if page.outcome is PageOutcome.NEEDS_REVIEW and not page.findings:
        why = "; ".join(page.recognition.reasons)
        yield _on_page(page, UNRECOGNISED, Severity.NOTE, f"It cannot be told whether the page is a copy: {why}.")
    for finding, fingerprint in zip(page.findings, fingerprints(page), strict=True):
        if finding.outcome is Outcome.FAILED or (_is_untold(finding) and finding.severity is not Severity.NOTE):
            yield _of(page, finding, fingerprint)
    if waiting := _open(page):
        names = ", ".join(f"{finding.requirement} ({_reason(finding)})" for finding in waiting)
        yield _on_page(page, NOT_CHECKED, Severity.NOTE, f"Not checked, and neither passed nor failed: {names}.")


def _of(page: PageReport, finding: Finding, fingerprint: str) -> Remark:
    text = finding.message
    if finding.outcome is Outcome.CANT_TELL:
        text = f"Cannot tell ({_reason(finding)}): {text}"
    if finding.suppression:
        until = f" until {finding.suppression.expires}" if finding.suppression.expires else ""
        text = f"Suppressed ({finding.suppression.waiver.value}{until}: {finding.suppression.reason}): {text}"
    quiet = finding.suppression or finding.outcome is Outcome.CANT_TELL
    rule = f"{page.terms.id}/{finding.requirement}" if page.terms else finding.requirement
    return Remark(page, rule, Severity.NOTE if quiet else finding.severity, one_line(text), fingerprint, finding)


def _on_page(page: PageReport, rule: str, severity: Severity, text: str) -> Remark:
    """A remark on a page as a whole."""
    key = f"{rule}\0{page.target}".encode("utf-8", "backslashreplace")
    return Remark(page, rule, severity, one_line(text), hashlib.sha256(key).hexdigest()[:32])


def _open(page: PageReport) -> list[Finding]:
    return [finding for finding in page.findings if _is_untold(finding) and finding.severity is Severity.NOTE]


def _is_untold(finding: Finding) -> bool:
    return finding.outcome is Outcome.CANT_TELL


def _reason(finding: Finding) -> str:
    return (finding.reason or "unknown").replace("_", " ")


def one_line(text: str) -> str:
    """A page's text on one line, with all that readers cannot see written out."""
    return printable(" ".join(text.split()))
