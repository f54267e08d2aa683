"""The report as JUnit XML, in the dialect that CI systems share: one suite a page, one case a requirement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from checker.model import Finding, Outcome, PageOutcome, PageReport, Report
from checker.page.text import printable
from checker.report.remarks import UNREADABLE, UNRECOGNISED, Remark, remarks

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Counts = Mapping[str, int]


def write(report: Report) -> str:
    """The whole report. What falls short is a failure, with its severity as type; what cannot be told is skipped, and says why."""
    root = etree.Element("testsuites", name="creditline", timestamp=report.created.strftime("%Y-%m-%dT%H:%M:%S"))
    for page in report.pages:
        root.append(_suite(page))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode", pretty_print=True)


def _suite(page: PageReport) -> etree._Element:
    suite = etree.Element("testsuite", name=_legal(page.target))
    suite.append(_properties(page))
    said = {id(remark.finding): remark for remark in remarks(page) if remark.finding}
    judged = () if page.error_code else page.findings
    suite.extend(_case(page, finding, said.get(id(finding))) for finding in judged)
    suite.extend(_whole_page(page))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite.findall("testcase"))))
    return suite


def _properties(page: PageReport) -> etree._Element:
    terms = {"terms": page.terms.id, "terms.version": page.terms.version} if page.terms else {}
    publisher = page.recognition.publisher
    named = {"publisher": publisher.name or publisher.domain or ""} if publisher else {}
    properties = etree.Element("properties")
    for name, value in {"outcome": page.outcome.value, **terms, **named}.items():
        etree.SubElement(properties, "property", name=name, value=_legal(value))
    return properties


def _whole_page(page: PageReport) -> Iterable[etree._Element]:
    """What became of a page that no requirement was tested on."""
    for remark in remarks(page):
        if remark.rule in {UNREADABLE, UNRECOGNISED}:
            case = etree.Element("testcase", classname="creditline", name=remark.rule)
            tag, kind = ("error", page.error_code) if remark.rule == UNREADABLE else ("skipped", None)
            etree.SubElement(case, tag, {"type": _legal(kind)} if kind else {}, message=_legal(remark.text))
            yield case
    if page.outcome is PageOutcome.NOT_REPUBLISHED:
        yield etree.Element("testcase", classname="creditline", name="nobody's copy")


def _case(page: PageReport, finding: Finding, remark: Remark | None) -> etree._Element:
    case = etree.Element(
        "testcase",
        classname=page.terms.id if page.terms else "creditline",
        name=_legal(f"{finding.requirement}: {finding.clause.text}"),
        file=_legal(page.target),
    )
    if remark and remark.place:
        case.set("line", str(remark.line))
    if finding.outcome is Outcome.FAILED and remark and not finding.suppression:
        failure = etree.SubElement(case, "failure", type=finding.severity.value, message=_legal(remark.text))
        failure.text = _legal(_details(finding, remark))
    elif finding.outcome is not Outcome.PASSED:
        etree.SubElement(case, "skipped", message=_legal(remark.text if remark else _untested(finding)))
    return case


def _untested(finding: Finding) -> str:
    reason = f" ({finding.reason.replace('_', ' ')})" if finding.reason else ""
    word = "Cannot tell" if finding.outcome is Outcome.CANT_TELL else "Does not apply"
    return f"{word}{reason}: {finding.message}"


def _details(finding: Finding, remark: Remark) -> str:
    clause = f"{finding.clause.text} {finding.clause.url or ''}".rstrip()
    mend = f"\nTo mend it: {remark.snippet}" if remark.snippet else ""
    return f"{remark.text}\nTerms: {clause}{mend}"


def _legal(text: str) -> str:
    """Without what XML 1.0 cannot hold; what readers cannot see is written out."""
    return _ILLEGAL.sub("", printable(text))
