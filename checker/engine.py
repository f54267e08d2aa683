"""Puts the rooms together: a document and terms go in, a page report comes out. Knows no format and no network."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from checker import acknowledgements
from checker.acknowledgements import counters, hindsight
from checker.acknowledgements.form import form_of
from checker.acknowledgements.likeness import KnownNotices
from checker.acknowledgements.scene import MOST, Scene
from checker.adoption import inline
from checker.documents.document import Document
from checker.documents.web.answer import without_login
from checker.errors import TargetError
from checker.model import (
    Acknowledgement,
    Article,
    Audience,
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
from checker.page import address, host, read, template_calls
from checker.page.page import Page
from checker.page.site import UNKNOWN, Site
from checker.requirements import judge
from checker.requirements.case import Case, quoted
from checker.requirements.facts import Sources, gather
from checker.terms.conditions import Facts
from checker.terms.directory import Directory, agencies, agency_words
from checker.terms.library import GOOD_PRACTICE, Library, packaged
from checker.terms.pack import PublisherFacts, Terms
from checker.terms.recognise import STUB, original_url, recognise
from checker.wording import wordings
from checker.wording.wordings import Wordings

if TYPE_CHECKING:
    from checker.original.compare import Comparison
    from checker.original.original import Original


_NO_TEXT = "cannot be read: binary data, where a page was expected"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a page.

    `terms` and `original` (an address) override what the page tells of itself; `shown` is the original where somebody shows it, and
    `facts` are declared, by the names that conditions use. `site` is the one that the page belongs to, and `today` the day of the run. With
    `inline`, what a file's own source lets pass counts. `version` names the version of the terms, where the page's day does not decide.
    `fetched` is True where `shown` is what stands at the address that the page itself names: that makes no page a copy, and may be another
    text. `authors` are who wrote the original, for what mends a page that names nobody. `matched` is True where the text of `shown` was
    found on the page: that makes it a copy, whatever it says. `elsewhere` is the address that the page names, where another text stands.
    """

    terms: Terms | None = None
    original: str | None = None
    audience: Audience = Audience.COMMUNITY
    shown: Original | None = None
    facts: Facts = field(default_factory=dict)
    site: Site = UNKNOWN
    today: date = field(default_factory=date.today)
    inline: bool = True
    version: str | None = None
    fetched: bool = False
    authors: tuple[str, ...] = ()
    matched: bool = False
    elsewhere: str | None = None

    @property
    def original_url(self) -> str | None:
        """The original's address without a login, as far as the call tells it."""
        if self.original:
            return without_login(self.original)
        return self.shown.url if self.shown and not self.fetched else None


class Engine:
    """The checker with its rule packs and wordings. Made once; its methods are pure and may run in any order."""

    def __init__(self, library: Library, words: Wordings) -> None:
        self._library = library
        self._wordings = words
        self._directory = Directory(library.profiles, agencies(), agency_words())
        self._notices = KnownNotices((pack.id, notice) for pack in library.profiles for notice in pack.notices)

    def inspect(self, document: Document, question: Question | None = None) -> PageReport:
        """What a page credits, whatever any terms ask for."""
        asked = question or Question()
        scene, found, recognition = self._observe(document, asked)
        return self._report(scene.page, found, recognition)

    def check(self, document: Document, question: Question) -> PageReport:
        """What becomes of each requirement of the terms that apply to a page."""
        scene, found, recognition = self._observe(document, question)
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
        report = replace(report, original=OriginalUsed(question.shown.url))
        return self._judge(report, terms, question, scene, compared)

    def is_counter(self, url: str) -> bool:
        """True for the address of a page counter: whoever requests it counts as a reader."""
        found = address.parse(url)
        return found is not None and counters.is_known(found, self._directory)

    def publisher_of(self, url: str | None, name: str | None) -> Publisher | None:
        """Whose an article is, by its address or, where that is nobody's who is known, by its publisher's name."""
        at = self._at(url) if url else None
        named = self._directory.named(name) if name else None
        return at if at and at.name else named or at

    def scene(self, document: Document) -> Scene:
        """A page with the wordings that were found on it."""
        return self._scene(read.read(document))

    def original_of(self, document: Document) -> Original:
        """The original that a page of its publisher's shows, for `Question.shown`. Raises TargetError for what is no text."""
        from checker.original import read as originals  # noqa: PLC0415  (few runs have an original)

        scene = self.scene(document)
        if scene.page.incomplete == read.NOT_TEXT:
            raise TargetError(f"{document.url}: {_NO_TEXT}" if document.url else _NO_TEXT, read.NOT_TEXT)
        found = acknowledgements.observe(scene)
        recognition = recognise(found, self._directory, incomplete=False)
        return originals.original(scene, found, recognition)

    def _observe(
        self, document: Document, question: Question
    ) -> tuple[Scene, tuple[Acknowledgement, ...], Recognition]:
        page = read.read(document, question.site)
        if page.incomplete == read.NOT_TEXT:
            return Scene(page, host.Host(None, frozenset()), self._wordings, self._directory), (), Recognition(None)
        scene, found, recognition = self._recognised(self._hosted(self._scene(page, question.site), question))
        recognition = self._overridden(recognition, question)
        if recognition.republished is False:
            # An acknowledgement credits another's original: on the host's own article the byline and the licence are its own.
            return scene, (), recognition
        if recognition.republished:
            recognition = replace(recognition, form=form_of(scene, found, recognition.publisher))
        if recognition.publisher and (domains := self._directory.domains_of(recognition.publisher)):
            found = hindsight.review(scene, domains, found)
            scene = _as_read(scene, found)
            url = question.original_url or original_url(found, recognition.publisher, self._directory)
            publisher = self._directory.on_site(recognition.publisher, url)
            recognition = replace(recognition, publisher=publisher, original_url=url)
        return scene, found, recognition

    def _recognised(self, scene: Scene) -> tuple[Scene, tuple[Acknowledgement, ...], Recognition]:
        """What a page credits and whose copy it is. One whose links alone say where it stands may stand elsewhere than they lead."""
        seen = self._seen(scene)
        if not scene.host.guessed or not any(scene.matching("source_attribution")):
            return seen
        elsewhere = self._seen(replace(scene, host=scene.host.elsewhere()))
        return elsewhere if self._is_guest(scene.host, elsewhere[1], elsewhere[2]) else seen

    def _seen(self, scene: Scene) -> tuple[Scene, tuple[Acknowledgement, ...], Recognition]:
        found = acknowledgements.observe(scene)
        scene = _as_read(scene, found)
        if scene.is_stub:
            return scene, found, STUB
        return scene, found, recognise(found, self._directory, incomplete=scene.page.incomplete is not None)

    def _is_guest(self, own: host.Host, found: tuple[Acknowledgement, ...], recognition: Recognition) -> bool:
        """True where a page credits by name the publisher whose site it seemed to be, and never calls itself by that name."""
        publisher = recognition.publisher
        if not recognition.republished or publisher is None or own.is_named_so:
            return False
        domains, names = self._directory.domains_of(publisher), self._directory.names_of(publisher)
        if not any(own.owns(address.registered(domain)) for domain in domains) or any(
            map(own.elsewhere().is_called, names)
        ):
            return False
        sources = (ack for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION and ack.usable and ack.certain)
        return any(ack.names for ack in sources)

    def _hosted(self, scene: Scene, question: Question) -> Scene:
        """A page in a file may tell of no address but its canonical one: that is not its host's where the call says whose work it is."""
        source, own = self._named_by(question), scene.host
        domains = self._directory.domains_of(source) if source else ()
        if (
            source is None
            or scene.page.document.url
            or own.domain not in {address.registered(each) for each in domains}
        ):
            return scene
        names = own.names - {host.name_key(name) for name in self._directory.names_of(source)}
        return replace(scene, host=replace(own.elsewhere(), names=names))

    def _named_by(self, question: Question) -> Publisher | None:
        """The publisher whose work the call says that pages are copies of."""
        if question.terms and question.terms.publisher:
            return self._directory.of_pack(question.terms.id) or _publisher_of(question.terms)
        if question.matched:
            return self._publisher_of(question.shown)
        return self._at(question.original_url) if question.original_url else None

    def _scene(self, page: Page, site: Site = UNKNOWN) -> Scene:
        scene = Scene(page, host.identify(page, site), self._wordings, self._directory, self._notices)
        blocks = [block for block in page.blocks if scene.may_credit(block)]
        return replace(scene, matches=tuple(self._wordings.search(blocks)))

    def _overridden(self, recognition: Recognition, question: Question) -> Recognition:
        publisher = recognition.publisher
        if question.matched:
            # The text tells more than a credit, which may name somebody else; a file alone may not tell whose it is.
            whose = self._publisher_of(question.shown)
            if publisher is None or (whose and (whose.name or whose.domain)):
                publisher = whose
            recognition = replace(recognition, republished=True, publisher=publisher)
        if question.terms and question.terms.publisher:
            publisher = self._directory.of_pack(question.terms.id) or _publisher_of(question.terms)
            recognition = Recognition(True, publisher, None, (*recognition.reasons, "the call says whose terms apply"))
        if url := question.original_url:
            told = () if question.matched else ("the call says which original it copies",)
            reasons = (*recognition.reasons, *told)
            recognition = Recognition(True, publisher or self._at(url), url, reasons)
        elif question.terms and not question.terms.publisher:
            recognition = replace(recognition, republished=True)
        return recognition

    def _publisher_of(self, original: Original | None) -> Publisher | None:
        """Whose an original is, by its address, or by what its site calls itself."""
        if original is None:
            return None
        found = self.publisher_of(original.url, original.publisher) or Publisher(None, None, None)
        return replace(found, name=found.name or original.publisher)

    def _at(self, url: str) -> Publisher | None:
        found = address.parse(url)
        return (self._directory.at(found.host) or Publisher(None, None, found.host)) if found else None

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
        domains = facts.domains if facts else self._directory.domains_of(publisher)
        return Case(
            acknowledgements=report.acknowledgements,
            publisher=publisher,
            names=(facts.name, *facts.aliases) if facts else self._directory.names_of(publisher),
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
            is_agency=self._directory.is_agency(publisher),
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


def _as_read(scene: Scene, found: tuple[Acknowledgement, ...]) -> Scene:
    """The scene, its page told as not read whole where it had more on it than is looked at: what is missing may stand in the rest."""
    if scene.page.incomplete or (len(scene.matches) < wordings.MOST and len(found) < MOST):
        return scene
    return replace(scene, page=replace(scene.page, incomplete="too_many"))


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


def _publisher_of(terms: Terms) -> Publisher | None:
    facts = terms.publisher
    return Publisher(terms.id, facts.name, facts.domains[0]) if facts else None


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
    return Engine(packaged(), wordings.default())


def of(library: Library) -> Engine:
    """The engine for a library that has the user's own packs too."""
    return default() if library is packaged() else Engine(library, wordings.default())
