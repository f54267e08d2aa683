"""The report for people: one line a finding, clickable, the worst first; what mends it below."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from rich.text import Text

from checker.model import (
    Acknowledgement,
    Evidence,
    Finding,
    Form,
    Landing,
    Match,
    OriginalUsed,
    Outcome,
    PageOutcome,
    PageReport,
    Publisher,
    Rendering,
    Report,
    Severity,
    Suppression,
)
from checker.page.text import printable
from checker.report.remarks import counted, one_line

_STYLES = {
    PageOutcome.COMPLIANT: "bold green",
    PageOutcome.VIOLATION: "bold red",
    PageOutcome.NEEDS_REVIEW: "bold yellow",
    PageOutcome.NOT_REPUBLISHED: "dim",
    PageOutcome.ERROR: "bold red",
}
_FORMS = {
    None: "a copy from",
    Form.WHOLE: "a copy from",
    Form.EXCERPT: "an extract from",
    Form.TRANSLATION: "a translation from",
    Form.WIRE: "a wire story of",
    Form.CROSS_POST: "the author's own, first on",
    Form.ROUNDUP: "a roundup, mostly from",
}
_ORDER = [Outcome.FAILED, Outcome.CANT_TELL, Outcome.PASSED, Outcome.INAPPLICABLE]
_MAX_TEXT = 160


class Detail(IntEnum):
    """How much is said."""

    QUIET = 0
    NORMAL = 1
    VERBOSE = 2


def judged(report: Report, detail: Detail) -> Iterator[Text]:
    """The lines of a report on `check`."""
    for page in report.pages:
        yield from _page(page, detail)
    if detail > Detail.QUIET:
        yield _summary(report)


def listed(report: Report, detail: Detail) -> Iterator[Text]:
    """The lines of a report on `inspect`; quietly, only the pages that credit something."""
    for page in report.pages:
        if detail is Detail.QUIET and not (page.acknowledgements or page.error_message):
            continue
        yield _heading(page, "") if page.error_message else _recognition(page)
        if detail is Detail.VERBOSE:
            yield from _reasons(page)
        for ack in page.acknowledgements:
            if not (ack.hidden_by == "metadata" and detail < Detail.VERBOSE):
                yield _acknowledgement(ack)
        yield Text()


def _page(page: PageReport, detail: Detail) -> Iterator[Text]:
    shown = sorted(
        page.findings,
        key=lambda finding: (
            finding.suppression is not None,
            _ORDER.index(finding.outcome),
            list(Severity).index(finding.severity),
        ),
    )
    if page.error_message:
        shown = []  # the heading says it
    elif detail < Detail.VERBOSE:
        shown = [
            f for f in shown if f.outcome in {Outcome.FAILED, Outcome.CANT_TELL} and f.severity is not Severity.NOTE
        ]
        shown = [f for f in shown if detail is Detail.NORMAL or not f.suppression]
    if not shown and detail < Detail.VERBOSE and page.outcome in {PageOutcome.COMPLIANT, PageOutcome.NOT_REPUBLISHED}:
        if detail is Detail.NORMAL and page.outcome is PageOutcome.COMPLIANT:
            yield _heading(page, _terms(page))
            yield from map(_match, page.matches)
            yield from _open(page)
        return
    yield _heading(page, _terms(page))
    yield from _origin(page, detail)
    for finding in shown:
        yield from _finding(page, finding, detail)
    if detail is Detail.VERBOSE:
        yield from map(_link, page.links)
        yield from _rendering(page)
        yield from _original(page)
    if detail is Detail.NORMAL:
        yield from _open(page)
    yield Text()


def _origin(page: PageReport, detail: Detail) -> Iterator[Text]:
    """Whose work the page is, and how that is known, where it is worth a word."""
    if page.recognition.earlier and page.terms and detail > Detail.QUIET:
        names = ", ".join(filter(None, map(_called, page.recognition.earlier)))
        yield Text(
            f"    judged by the terms of the publisher that it was taken from; it credits {_one_line(names)} too", "dim"
        )
    if detail is Detail.NORMAL:
        yield from map(_match, page.matches)
    if (page.outcome is PageOutcome.NEEDS_REVIEW and not page.findings) or detail is Detail.VERBOSE:
        yield from _reasons(page)


def _match(match: Match) -> Text:
    """How much of an original is on the page."""
    return Text(
        f"    it has {match.of_original:.0%} of the words of {_one_line(match.original)}, {match.of_page:.0%} of its own",
        "dim",
    )


def _open(page: PageReport) -> Iterator[Text]:
    """What nobody could check on this page: it is no failure, and it has not passed either."""
    notes = [f for f in page.findings if f.outcome is Outcome.CANT_TELL and f.severity is Severity.NOTE]
    waiting = sum(finding.reason != "reminder" for finding in notes)
    if waiting:
        missed = page.original.message if page.original else None
        how = f"(--original FILE): {_one_line(missed)}" if missed else "(an audit, or --original FILE)"
        yield Text(
            f"  not checked: {waiting} of the terms' requirements, for want of the original {how}",
            "yellow",
        )
    if len(notes) > waiting:
        yield Text(f"  not checked: {len(notes) - waiting} that no machine can check (--verbose lists them)", "yellow")
    if page.rendering:
        yield from _scripts(page.rendering)


def _scripts(rendering: Rendering) -> Iterator[Text]:
    """In short, what scripts do to the page's credits."""
    if rendering.problem:
        yield Text(f"  not seen with its scripts: {_one_line(rendering.problem)}", "yellow")
    counts = {"with": len(rendering.only_with), "without": len(rendering.only_without)}
    for how, count in counts.items():
        if count:
            what = "acknowledgement" if count == 1 else "acknowledgements"
            yield Text(f"  only {how} scripts: {count} {what} (--verbose lists them)", "yellow")


def _heading(page: PageReport, more: str) -> Text:
    line = Text.assemble(
        (_first(page.target), "bold"), ": ", (page.outcome.value.replace("_", " "), _STYLES[page.outcome])
    )
    if page.error_message:
        return line.append(f": {_one_line(page.error_message)} [{page.error_code}]")
    return line.append(f" ({more})" if more else "")


def _terms(page: PageReport) -> str:
    if page.terms is None:
        return ""
    publisher = page.recognition.publisher
    name = _one_line(_called(publisher) or "")
    return f"{name + ', ' if name else ''}terms {page.terms.id} of {_one_line(page.terms.version)}"


def _recognition(page: PageReport) -> Text:
    name = _called(page.recognition.publisher) or "an unknown publisher"
    said = {
        True: (f"{_FORMS[page.recognition.form]} {_one_line(name)}{_earlier(page)}", "bold"),
        False: ("nobody's copy", "dim"),
        None: ("perhaps a copy", "yellow"),
    }
    return Text.assemble((_first(page.target), "bold"), ": ", said[page.recognition.republished])


def _called(publisher: Publisher | None) -> str | None:
    return publisher.name or publisher.domain if publisher else None


def _earlier(page: PageReport) -> str:
    """The other sources of a chain; the terms of the one that the page has it from apply."""
    names = [name for each in page.recognition.earlier if (name := _called(each))]
    return f" (which names {_one_line(', '.join(names))} too)" if names else ""


def _reasons(page: PageReport) -> Iterator[Text]:
    for reason in page.recognition.reasons:
        yield Text(f"    because {_one_line(reason)}", "dim")


def _finding(page: PageReport, finding: Finding, detail: Detail) -> Iterator[Text]:
    word, style = _word(finding)
    yield Text.assemble(
        f"  {_where(page, finding)}: ",
        (word, style),
        " ",
        (finding.requirement, "bold"),
        f": {_one_line(finding.message, 2000)}",
    )
    if finding.suppression:
        yield Text(f"      let pass: {_why(finding.suppression)}", "dim")
    quiet = finding.suppression or finding.outcome not in {Outcome.FAILED, Outcome.CANT_TELL}
    if quiet and detail < Detail.VERBOSE:
        return
    if detail > Detail.QUIET:
        clause = f"{_one_line(finding.clause.text, 2000)} {_one_line(finding.clause.url or '')}"
        yield Text(f"      clause: {clause}".rstrip(), "dim")
    if finding.edits and detail > Detail.QUIET:
        from checker.report import edits  # noqa: PLC0415  (few runs have an original)

        yield from edits.lines(finding.edits, whole=detail is Detail.VERBOSE)
    if finding.fix and detail > Detail.QUIET:
        snippet = finding.fix.markdown if page.target.endswith((".md", ".markdown", ".mdx")) else finding.fix.html
        yield Text(f"      mend:   {_one_line(snippet, 4000 if detail is Detail.VERBOSE else 200)}", "cyan")
    if detail is Detail.VERBOSE:
        for evidence in finding.evidence:
            href = f" -> {_one_line(evidence.href)}" if evidence.href is not None else ""
            yield Text(f"      seen:   {_place(evidence)} {_one_line(evidence.text)}{href}", "dim")


def _link(landing: Landing) -> Text:
    """Where a link back leads, and over which addresses."""
    way = " -> ".join(_one_line(each) for each in (*landing.redirects, landing.url or landing.href))
    status = f" ({landing.status})" if landing.status else ""
    return Text(f"    link {way}{status}: {landing.end.value.replace('_', ' ')}", "dim")


def _rendering(page: PageReport) -> Iterator[Text]:
    """What scripts do to the page's credits."""
    if page.rendering is None:
        return
    if page.rendering.problem:
        yield Text(f"    not seen with its scripts: {_one_line(page.rendering.problem)}", "yellow")
    found = {"with": page.rendering.only_with, "without": page.rendering.only_without}
    for how, acks in found.items():
        for ack in acks:
            yield Text(f"    only {how} scripts: {ack.kind.value} {_one_line(ack.evidence.text)}", "yellow")


def _original(page: PageReport) -> Iterator[Text]:
    """Which original the page was held against, or why it was not."""
    if used := page.original:
        said = f"not had, {_one_line(used.message)}" if used.message else _numbers(used)
        yield Text(f"    original {_one_line(used.url or '')}".rstrip() + f": {said}", "dim")


def _numbers(used: OriginalUsed) -> str:
    if used.kept is None:
        return "compared"
    return f"compared; {used.kept:.1%} of its text is there, words put in: {used.words_added}"


def _place(evidence: Evidence) -> str:
    return f"{evidence.line}:{evidence.column}" if evidence.line else _one_line(evidence.path or "")


def _where(page: PageReport, finding: Finding) -> str:
    """The place of a finding: in the file that the page was built from, where that is known."""
    if source := finding.source:
        return f"{_first(source.file)}:{source.line}:{source.column}"
    place = next((f":{evidence.line}:{evidence.column}" for evidence in finding.evidence if evidence.line), "")
    return f"{_first(page.target)}{place}"


def _why(suppression: Suppression) -> str:
    """The reason of a suppression, where it was given, by whom and until when."""
    line = f" line {suppression.line}" if suppression.line else ""
    owner = f", {_one_line(suppression.owner)}" if suppression.owner else ""
    until = f", until {_one_line(suppression.expires)}" if suppression.expires else ""
    return f"{_one_line(suppression.reason)} ({suppression.waiver.value}{line}{owner}{until})"


def _word(finding: Finding) -> tuple[str, str]:
    word, style = _outcome(finding)
    if finding.by_terms:
        word = f"{word} ({finding.by_terms.value} by the terms)"
    return (f"suppressed {word}", "dim") if finding.suppression else (word, style)


def _outcome(finding: Finding) -> tuple[str, str]:
    if finding.outcome is Outcome.FAILED:
        return (finding.severity.value, "red" if finding.severity is Severity.ERROR else "yellow")
    if finding.outcome is Outcome.CANT_TELL:
        return f"cannot tell ({(finding.reason or 'unknown').replace('_', ' ')})", "yellow"
    return finding.outcome.value, "green" if finding.outcome is Outcome.PASSED else "dim"


def _acknowledgement(ack: Acknowledgement) -> Text:
    line = Text.assemble(f"  {_place(ack.evidence):>9} ", (ack.kind.value, "bold"), f" {_one_line(ack.evidence.text)}")
    if ack.evidence.href is not None:
        line.append(f" -> {_one_line(ack.evidence.href) or '(empty)'}", "cyan")
    if ack.hidden_by or ack.broken:
        line.append(f"  [{(ack.hidden_by or ack.broken or '').replace('_', ' ')}]", "yellow")
    return line


def _summary(report: Report) -> Text:
    """How many pages were checked, and what became of them; one that could not be was not checked."""
    counts = {outcome: report.count(outcome) for outcome in PageOutcome}
    lost = counts.pop(PageOutcome.ERROR)
    said = ", ".join(f"{number} {outcome.value.replace('_', ' ')}" for outcome, number in counts.items() if number)
    told = [f"{counted(sum(counts.values()), 'page')} checked: {said}." if said else "Nothing was checked."]
    told += [f"{counted(lost, 'page')} could not be read."] if lost else []
    told += [f"{counted(report.suppressed, 'finding')} suppressed."] if report.suppressed else []
    return Text(" ".join(told))


def _first(name: str) -> str:
    """A name at the beginning of a line, where it must be no command of a CI system."""
    return printable(_one_line(name))


def _one_line(text: str, most: int = _MAX_TEXT) -> str:
    """Page text that cannot do anything to a terminal, on one line."""
    safe = one_line(text)
    return safe if len(safe) <= most else safe[: most - 1] + "…"
