"""Puts the rooms together: a document and terms go in, a page report comes out. Knows no format and no network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from checker import acknowledgements, requirements
from checker.acknowledgements import hindsight
from checker.acknowledgements.scene import Scene
from checker.documents.document import Document
from checker.model import (
    Acknowledgement,
    Article,
    Audience,
    Finding,
    Kind,
    Outcome,
    PageOutcome,
    PageReport,
    Publisher,
    Recognition,
    Severity,
    TermsUsed,
)
from checker.page import address, host, read
from checker.page.page import Page
from checker.requirements.case import Case
from checker.terms import load
from checker.terms.directory import Directory, agencies
from checker.terms.pack import Demand, Strength, Terms
from checker.terms.recognise import original_url, recognise
from checker.wording import wordings
from checker.wording.wordings import Wordings

_SEVERITIES = {Strength.MUST: Severity.ERROR, Strength.ASK_FIRST: Severity.ERROR, Strength.SHOULD: Severity.WARNING}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a page. `terms` and `original` override what the page tells of itself."""

    terms: Terms | None = None
    original: str | None = None
    audience: Audience = Audience.COMMUNITY


class Engine:
    """The checker with its rule packs and wordings. Made once; its methods are pure and may run in any order."""

    def __init__(self, packs: Mapping[str, Terms], words: Wordings) -> None:
        self._packs = packs
        self._wordings = words
        self._directory = Directory(packs.values(), agencies())
        self._notices = tuple((pack.id, notice) for pack in packs.values() for notice in pack.notices)

    def inspect(self, document: Document) -> PageReport:
        """What a page credits, whatever any terms ask for."""
        page, found, recognition = self._observe(document, Question())
        return self._report(page, found, recognition)

    def check(self, document: Document, question: Question) -> PageReport:
        """What becomes of each requirement of the terms that apply to a page."""
        page, found, recognition = self._observe(document, question)
        report = self._report(page, found, recognition)
        if not recognition.republished:
            return report
        publisher = recognition.publisher
        terms = question.terms or self._packs[(publisher and publisher.id) or load.GOOD_PRACTICE]
        return self._judge(report, terms, question.audience)

    def _observe(self, document: Document, question: Question) -> tuple[Page, tuple[Acknowledgement, ...], Recognition]:
        page = read.read(document)
        scene = self._scene(page)
        found = acknowledgements.observe(scene)
        recognition = recognise(found, self._directory, incomplete=page.incomplete is not None)
        recognition = self._overridden(recognition, question)
        if recognition.republished is False:
            # An acknowledgement credits another's original: on the host's own article the byline and the licence are its own.
            return page, (), recognition
        if recognition.publisher and (domains := self._directory.domains_of(recognition.publisher)):
            found = hindsight.review(scene, domains, found)
            url = question.original or original_url(found, recognition.publisher, self._directory)
            recognition = replace(recognition, original_url=url)
        return page, found, recognition

    def _scene(self, page: Page) -> Scene:
        scene = Scene(page, host.identify(page), self._wordings, self._directory, self._notices)
        blocks = [block for block in page.blocks if scene.may_credit(block)]
        return replace(scene, matches=tuple(self._wordings.search(blocks)))

    def _overridden(self, recognition: Recognition, question: Question) -> Recognition:
        publisher = recognition.publisher
        if question.terms and question.terms.publisher:
            publisher = self._directory.of_pack(question.terms.id) or _publisher_of(question.terms)
            recognition = Recognition(True, publisher, None, (*recognition.reasons, "the call says whose terms apply"))
        if question.original:
            reasons = (*recognition.reasons, "the call says which original it copies")
            recognition = Recognition(True, publisher or self._at(question.original), question.original, reasons)
        elif question.terms and not question.terms.publisher:
            recognition = replace(recognition, republished=True)
        return recognition

    def _at(self, url: str) -> Publisher | None:
        found = address.parse(url)
        return (self._directory.at(found.host) or Publisher(None, None, found.host)) if found else None

    def _report(self, page: Page, found: tuple[Acknowledgement, ...], recognition: Recognition) -> PageReport:
        outcome = PageOutcome.NOT_REPUBLISHED if recognition.republished is False else PageOutcome.NEEDS_REVIEW
        return PageReport(
            target=page.document.target,
            url=page.document.url,
            outcome=outcome,
            recognition=recognition,
            article=_article(page, found, recognition),
            acknowledgements=found,
            incomplete=page.incomplete,
        )

    def _judge(self, report: PageReport, terms: Terms, audience: Audience) -> PageReport:
        version = terms.version_of()
        case = self._case(report, terms, audience)
        findings = tuple(_finding(demand, terms, case, report.incomplete) for demand in version.demands)
        used = TermsUsed(terms.id, version.id, version.url)
        return replace(report, outcome=_outcome(findings), terms=used, findings=findings)

    def _case(self, report: PageReport, terms: Terms, audience: Audience) -> Case:
        publisher = report.recognition.publisher or Publisher(None, None, None)
        facts = terms.publisher
        domains = facts.domains if facts else self._directory.domains_of(publisher)
        return Case(
            acknowledgements=report.acknowledgements,
            publisher=publisher,
            names=(facts.name, *facts.aliases) if facts else self._directory.names_of(publisher),
            domains=domains,
            article=_of_publisher(report.article, domains) if facts else report.article,
            audience=audience,
            contact=facts.contact if facts else None,
            pack=terms.id,
            is_agency=self._directory.is_agency(publisher),
        )


def _publisher_of(terms: Terms) -> Publisher | None:
    facts = terms.publisher
    return Publisher(terms.id, facts.name, facts.domains[0]) if facts else None


def _of_publisher(article: Article, domains: tuple[str, ...]) -> Article:
    """The article without an address that is not the publisher's: an earlier source's is no link for a fix."""
    found = address.parse(article.url or "")
    own = found is not None and any(address.is_within(found.host, domain) for domain in domains)
    return article if own else replace(article, url=None)


def _article(page: Page, found: tuple[Acknowledgement, ...], recognition: Recognition) -> Article:
    """The original as far as the page tells: its title is the page's."""
    heading = next((block.text for block in page.visible if block.element.tag == "h1"), None)
    visible = [ack for ack in found if ack.kind is Kind.AUTHOR_CREDIT and ack.usable]
    authors = dict.fromkeys(name for ack in visible for name in ack.names)
    return Article(recognition.original_url, heading or page.title, tuple(authors))


def _finding(demand: Demand, terms: Terms, case: Case, incomplete: str | None) -> Finding:
    """One requirement judged. Of a page that was not read whole, nothing is ever missing."""
    severity = _SEVERITIES[demand.strength]
    if not demand.applies_to(case.audience):
        message = f"Asked of other audiences than a {case.audience.value} one."
        return Finding(demand.type, Outcome.INAPPLICABLE, severity, message, demand.clause)
    verdict = requirements.make(demand.type, _options(demand, terms)).judge(case)
    if incomplete and verdict.outcome is Outcome.FAILED:
        message = f"The page could not be read whole ({incomplete.replace('_', ' ')}), so this cannot be told: {verdict.message}"
        return Finding(
            demand.type, Outcome.CANT_TELL, severity, message, demand.clause, verdict.evidence, verdict.fix, incomplete
        )
    return Finding(
        demand.type,
        verdict.outcome,
        severity,
        verdict.message,
        demand.clause,
        verdict.evidence,
        verdict.fix,
        verdict.reason,
    )


def _options(demand: Demand, terms: Terms) -> dict[str, object]:
    """A requirement's options, with the text of the notice that it names."""
    options = dict(demand.options)
    if name := options.get("notice"):
        options["text"] = next((notice.text for notice in terms.notices if notice.id == name), None)
    return options


def _outcome(findings: tuple[Finding, ...]) -> PageOutcome:
    """Only what the terms demand decides; what they merely wish for is a warning."""
    demanded = {finding.outcome for finding in findings if finding.severity is Severity.ERROR}
    if Outcome.FAILED in demanded:
        return PageOutcome.VIOLATION
    return PageOutcome.NEEDS_REVIEW if Outcome.CANT_TELL in demanded else PageOutcome.COMPLIANT


@cache
def default() -> Engine:
    """The engine with the rule packs and wordings that come with the program."""
    return Engine(load.packaged(), wordings.default())


def with_pack(terms: Terms | None) -> Engine:
    """The same with a pack of the user's own, so that its publisher and its notices are recognised too."""
    packs = load.packaged()
    if terms is None or packs.get(terms.id) is terms:
        return default()
    return Engine({**packs, terms.id: terms}, wordings.default())
