"""Puts the rooms together: a document and a question go in, a page report comes out. Knows no format and no network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checker import acknowledgements
from checker.acknowledgements import counters
from checker.acknowledgements.scene import Scene
from checker.adoption import inline
from checker.documents.document import Document
from checker.errors import TargetError
from checker.model import (
    Acknowledgement,
    Article,
    Finding,
    Kind,
    OriginalUsed,
    Outcome,
    PageOutcome,
    PageReport,
    Publisher,
    Recognition,
    Severity,
    TermsUsed,
)
from checker.page import address, read, template_calls
from checker.page.page import Page
from checker.question import Question
from checker.recogniser import Recogniser
from checker.requirements import judge
from checker.requirements.case import Case, quoted
from checker.requirements.facts import Sources, gather
from checker.terms.conditions import Facts
from checker.terms.library import GOOD_PRACTICE, Library, packaged
from checker.terms.pack import PublisherFacts, Terms
from checker.terms.recognise import recognise
from checker.wording import load
from checker.wording.wordings import Wordings

if TYPE_CHECKING:
    from checker.original.compare import Comparison
    from checker.original.original import Original


_NO_TEXT = "cannot be read: binary data, where a page was expected"


class Engine:
    """The checker with its rule packs and wordings. Made once; its methods are pure and may run in any order."""

    def __init__(self, library: Library, words: Wordings) -> None:
        self._library = library
        self.recogniser = Recogniser(library, words)

    def inspect(self, document: Document, question: Question | None = None) -> PageReport:
        """What a page credits, whatever any terms ask for."""
        asked = question or Question()
        scene, found, recognition = self.recogniser.observe(document, asked)
        return self._report(scene.page, found, recognition)

    def check(self, document: Document, question: Question) -> PageReport:
        """What becomes of each requirement of the terms that apply to a page."""
        scene, found, recognition = self.recogniser.observe(document, question)
        report = self._report(scene.page, found, recognition)
        if not recognition.republished:
            return report
        publisher = recognition.publisher
        terms = question.terms or self._library[(publisher and publisher.id) or GOOD_PRACTICE]
        if question.shown is None:
            return self._judge(report, terms, question, scene)
        from checker.original.likeness import is_original  # noqa: PLC0415  (few runs have an original)

        compared = _compared(question.shown, report, scene)
        if question.fetched and not is_original(question.shown, compared, scene.page):
            used = OriginalUsed(question.shown.url, "original_unavailable", "what stands there is another text")
            unshown = replace(question, shown=None, elsewhere=question.shown.url)
            return self._judge(replace(report, original=used), terms, unshown, scene)
        report = replace(report, original=_used(question.shown, compared))
        return self._judge(report, terms, question, scene, compared)

    def is_counter(self, url: str) -> bool:
        """True for the address of a page counter: whoever requests it counts as a reader."""
        found = address.parse(url)
        return found is not None and counters.is_known(found, self.recogniser.directory)

    def counts(self, document: Document) -> Callable[[str], bool]:
        """Tells of addresses whether the publishers that a page credits count its readers there, known or not."""
        scene = self.recogniser.scene(document)
        return lambda url: (found := address.parse(url)) is not None and counters.is_counter(scene, found)

    def original_of(self, document: Document) -> Original:
        """The original that a page of its publisher's shows, for `Question.shown`. Raises TargetError for what is no text."""
        from checker.original import read as originals  # noqa: PLC0415  (few runs have an original)

        scene = self.recogniser.scene(document)
        if scene.page.incomplete == read.NOT_TEXT:
            raise TargetError(f"{document.url}: {_NO_TEXT}" if document.url else _NO_TEXT, read.NOT_TEXT)
        found = acknowledgements.observe(scene)
        recognition = recognise(found, self.recogniser.directory, incomplete=False)
        return originals.original(scene, found, recognition)

    def _report(self, page: Page, found: tuple[Acknowledgement, ...], recognition: Recognition) -> PageReport:
        if page.incomplete == read.NOT_TEXT:
            return _no_page(page)
        outcome = PageOutcome.NOT_REPUBLISHED if recognition.republished is False else PageOutcome.NEEDS_REVIEW
        return PageReport(
            target=page.document.target,
            url=page.document.url,
            outcome=outcome,
            recognition=recognition,
            article=_article(page, found, recognition),
            acknowledgements=found,
            incomplete=page.incomplete,
            language=None if recognition.republished is False else page.language,
        )

    def _judge(
        self, report: PageReport, terms: Terms, question: Question, scene: Scene, compared: Comparison | None = None
    ) -> PageReport:
        case = self._case(report, terms, question, scene, compared)
        # A page is judged by the terms of its own day: that is when somebody took the article and read them.
        version = terms.called(question.version) or terms.version_of(case.facts.get("page_date"))
        case = replace(case, terms_url=version.source.url)
        findings = judge.judge(version, case, _unseen(scene.page, report))
        if question.inline and scene.page.document.url is None:
            # A page of the web may be a stranger's: only on one's own does one say what is let pass.
            findings = inline.waived(findings, scene.page, question.today)
        used = TermsUsed(terms.id, version.id, version.source.url)
        return replace(report, outcome=outcome_of(findings), terms=used, findings=findings)

    def _case(
        self, report: PageReport, terms: Terms, question: Question, scene: Scene, compared: Comparison | None
    ) -> Case:
        publisher = report.recognition.publisher or Publisher(None, None, None)
        facts = terms.publisher
        domains = facts.domains if facts else self.recogniser.directory.domains_of(publisher)
        return Case(
            acknowledgements=report.acknowledgements,
            publisher=publisher,
            names=(facts.name, *facts.aliases) if facts else self.recogniser.directory.names_of(publisher),
            domains=domains,
            article=_told(_of_publisher(report.article, domains) if facts else report.article, question),
            audience=question.audience,
            scene=scene,
            contact=facts.contact if facts else None,
            pack=terms.id,
            license=terms.profile.license,
            notices={notice.id: notice.text for notice in terms.notices},
            facts=_facts(report, facts, question, scene, compared),
            original=question.shown,
            told=question.original_url,
            elsewhere=question.elsewhere,
            compared=compared,
            is_agency=self.recogniser.directory.is_agency(publisher),
        )


def _unseen(page: Page, report: PageReport) -> judge.Unseen | None:
    """Why not all that readers see of a page was read; None where all was."""
    if report.incomplete:
        return judge.not_read(report.incomplete)
    if call := template_calls.credit_call(page):
        return judge.Unseen(
            "not_in_source",
            f"What {quoted(call.text)} on line {call.line} writes is not in this source (check the built page)",
        )
    return None


def _used(original: Original, compared: Comparison | None) -> OriginalUsed:
    if compared is None or compared.translated or not compared.whole:
        return OriginalUsed(original.url)
    return OriginalUsed(original.url, kept=compared.kept, words_added=compared.words_added)


def _compared(original: Original, report: PageReport, scene: Scene) -> Comparison | None:
    """The original's text beside all that the page has where its article stands, its host's own notes told apart."""
    from checker.original.compare import Text, compare  # noqa: PLC0415  (few runs have an original)
    from checker.original.frame import frame  # noqa: PLC0415

    texts = [block.text for block in scene.article]
    copy = Text(texts, scene.page.language, frame(scene, scene.article, report.acknowledgements))
    return compare(Text(original.paragraphs, original.language, original.frame), copy)


def _facts(
    report: PageReport, publisher: PublisherFacts | None, question: Question, scene: Scene, compared: Comparison | None
) -> Facts:
    languages = publisher.languages if publisher else ()
    sources = Sources(
        scene, report.acknowledgements, question.audience, languages, question.shown, compared, report.recognition.form
    )
    return gather(sources, question.facts)


def _told(article: Article, question: Question) -> Article:
    """The article as the original tells it, where somebody shows the original; then as the page does, then as the call does."""
    shown = question.shown
    if shown is None:
        return replace(article, authors=article.authors or question.authors)
    authors = shown.authors or article.authors or question.authors
    return Article(shown.url or article.url, shown.title or article.title, authors)


def _of_publisher(article: Article, domains: tuple[str, ...]) -> Article:
    """The article without an address that is not the publisher's: an earlier source's is no link for a fix."""
    found = address.parse(article.url or "")
    own = found is not None and any(address.is_within(found.host, domain) for domain in domains)
    return article if own else replace(article, url=None)


def _no_page(page: Page) -> PageReport:
    """The report on what is no text at all, whatever its name says."""
    report = PageReport(page.document.target, PageOutcome.ERROR, page.document.url, incomplete=page.incomplete)
    return replace(report, error_code=read.NOT_TEXT, error_message=_NO_TEXT)


def _article(page: Page, found: tuple[Acknowledgement, ...], recognition: Recognition) -> Article:
    """The original as far as the page tells: its title is the page's. A page that copies none tells of none."""
    if recognition.republished is False:
        return Article()
    heading = next((block.text for block in page.visible if block.element.tag == "h1"), None)
    visible = [ack for ack in found if ack.kind is Kind.AUTHOR_CREDIT and ack.usable]
    authors = dict.fromkeys(name for ack in visible for name in ack.names)
    return Article(recognition.original_url, heading or page.title, tuple(authors))


def outcome_of(findings: tuple[Finding, ...]) -> PageOutcome:
    """What findings make of a page: only what the terms demand decides; what they merely wish for is a warning.

    What was suppressed decides nothing; a severity that was configured makes the run fail or not, and no page compliant.
    """
    standing = (finding for finding in findings if finding.suppression is None)
    demanded = {finding.outcome for finding in standing if (finding.by_terms or finding.severity) is Severity.ERROR}
    if Outcome.FAILED in demanded:
        return PageOutcome.VIOLATION
    return PageOutcome.NEEDS_REVIEW if Outcome.CANT_TELL in demanded else PageOutcome.COMPLIANT


@cache
def default() -> Engine:
    """The engine with the rule packs and wordings that come with the program."""
    return Engine(packaged(), load.default())


def of(library: Library) -> Engine:
    """The engine for a library that has the user's own packs too."""
    return default() if library is packaged() else Engine(library, load.default())
