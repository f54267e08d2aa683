"""A document -> what its page credits, and whose copy it is. What terms ask for is no matter here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from checker import acknowledgements
from checker.acknowledgements import hindsight
from checker.acknowledgements.form import form_of
from checker.acknowledgements.likeness import KnownNotices
from checker.acknowledgements.scene import MOST, Scene
from checker.documents.document import Document
from checker.model import Acknowledgement, Kind, Publisher, Recognition
from checker.page import address, host, read
from checker.page.page import Page
from checker.page.site import UNKNOWN, Site
from checker.question import Question
from checker.terms.directory import Directory, agencies, agency_words
from checker.terms.library import Library
from checker.terms.pack import Terms
from checker.terms.recognise import STUB, original_url, recognise, unsure
from checker.wording import wordings
from checker.wording.wordings import Wordings

if TYPE_CHECKING:
    from checker.original.original import Original


class Observed(NamedTuple):
    """A page with the wordings on it, all that it credits, and whose copy it is."""

    scene: Scene
    found: tuple[Acknowledgement, ...]
    recognition: Recognition


class Recogniser:
    """Reads pages with all wordings and the names of all publishers. Made once; its methods are pure."""

    def __init__(self, library: Library, words: Wordings) -> None:
        self._wordings = words
        self.directory = Directory(library.profiles, agencies(), agency_words())
        self._notices = KnownNotices((pack.id, notice) for pack in library.profiles for notice in pack.notices)

    def observe(self, document: Document, question: Question) -> Observed:
        """What a page credits and whose copy it is, as far as the page and the question tell."""
        page = read.read(document, question.site)
        if page.incomplete == read.NOT_TEXT:
            nowhere = Scene(page, host.Host(None, frozenset()), self._wordings, self.directory)
            return Observed(nowhere, (), Recognition(None))
        scene, found, told = self._recognised(self._hosted(self._scene(page, question.site), question))
        recognition = self._overridden(told, question)
        if recognition.republished is False:
            # An acknowledgement credits another's original: on the host's own article the byline and the licence are its own.
            return Observed(scene, (), recognition)
        if told.republished is False:
            found = acknowledgements.observe(scene)
        if recognition.republished:
            recognition = replace(recognition, form=form_of(scene, found, recognition.publisher))
        if recognition.publisher and (domains := self.directory.domains_of(recognition.publisher)):
            found = hindsight.review(scene, domains, found)
            scene = _as_read(scene, found)
            url = question.original_url or original_url(found, recognition.publisher, self.directory)
            publisher = self.directory.on_site(recognition.publisher, url)
            recognition = replace(recognition, publisher=publisher, original_url=url)
        return Observed(scene, found, recognition)

    def publisher_of(self, url: str | None, name: str | None) -> Publisher | None:
        """Whose an article is, by its address or, where that is nobody's who is known, by its publisher's name."""
        at = self._at(url) if url else None
        named = self.directory.named(name) if name else None
        return at if at and at.name else named or at

    def scene(self, document: Document) -> Scene:
        """A page with the wordings that were found on it."""
        return self._scene(read.read(document))

    def _recognised(self, scene: Scene) -> Observed:
        """What a page credits and whose copy it is. One whose links alone say where it stands may stand elsewhere than they lead."""
        seen = self._seen(scene)
        if not scene.host.guessed:
            return seen
        doubtful = self._calls_itself_otherwise(scene)
        if not (doubtful or any(scene.matching("source_attribution"))):
            return seen
        elsewhere = self._seen(replace(scene, host=scene.host.elsewhere()))
        if self._is_guest(scene.host, elsewhere):
            return elsewhere
        is_doubt = doubtful and not seen.recognition.republished
        return elsewhere._replace(recognition=unsure(elsewhere.recognition)) if is_doubt else seen

    def _calls_itself_otherwise(self, scene: Scene) -> bool:
        """True where only what a copy may have of its original puts a page on a known publisher's site, whose name it does not bear."""
        own, names = scene.host, tuple(host.told_names(scene.page, None))
        publisher = self.directory.at(own.domain) if own.domain else None
        if publisher is None or publisher.id is None or not names or own.is_named_so:
            return False
        return not any(map(own.elsewhere().is_called, self.directory.names_of(publisher)))

    def _seen(self, scene: Scene) -> Observed:
        """Whose copy a page is; what it credits is told whole where it is one: most pages of a site are nobody's."""
        observations = acknowledgements.Observations(scene)
        scene, found, recognition = self._told(scene, observations.by(acknowledgements.TELLING))
        if recognition.republished is False:
            return Observed(scene, found, recognition)
        return self._told(scene, observations.by(acknowledgements.OBSERVERS))

    def _told(self, scene: Scene, found: tuple[Acknowledgement, ...]) -> Observed:
        scene = _as_read(scene, found)
        if scene.is_stub:
            return Observed(scene, found, STUB)
        return Observed(scene, found, recognise(found, self.directory, incomplete=scene.page.incomplete is not None))

    def _is_guest(self, own: host.Host, seen: Observed) -> bool:
        """True where a page credits by name the publisher whose site it seemed to be, and never calls itself by that name."""
        publisher = seen.recognition.publisher
        if not seen.recognition.republished or publisher is None or own.is_named_so:
            return False
        domains, names = self.directory.domains_of(publisher), self.directory.names_of(publisher)
        at_home = any(own.owns(address.registered(domain)) for domain in domains)
        if not at_home or any(map(own.elsewhere().is_called, names)):
            return False
        sources = (ack for ack in seen.found if ack.kind is Kind.SOURCE_ATTRIBUTION and ack.usable and ack.certain)
        return any(ack.names for ack in sources)

    def _hosted(self, scene: Scene, question: Question) -> Scene:
        """A page in a file may tell of no address but its canonical one: that is not its host's where the call says whose work it is."""
        source, own = self._named_by(question), scene.host
        domains = self.directory.domains_of(source) if source else ()
        if (
            source is None
            or scene.page.document.url
            or own.domain not in {address.registered(each) for each in domains}
        ):
            return scene
        names = own.names - {host.name_key(name) for name in self.directory.names_of(source)}
        return replace(scene, host=replace(own.elsewhere(), names=names))

    def _named_by(self, question: Question) -> Publisher | None:
        """The publisher whose work the call says that pages are copies of."""
        if question.terms and question.terms.publisher:
            return self.directory.of_pack(question.terms.id) or _publisher_of(question.terms)
        if question.matched:
            return self._publisher_of(question.shown)
        return self._at(question.original_url) if question.original_url else None

    def _scene(self, page: Page, site: Site = UNKNOWN) -> Scene:
        scene = Scene(page, host.identify(page, site), self._wordings, self.directory, self._notices)
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
            publisher = self.directory.of_pack(question.terms.id) or _publisher_of(question.terms)
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
        return (self.directory.at(found.host) or Publisher(None, None, found.host)) if found else None


def _as_read(scene: Scene, found: tuple[Acknowledgement, ...]) -> Scene:
    """The scene, its page told as not read whole where it had more on it than is looked at: what is missing may stand in the rest."""
    if scene.page.incomplete or (len(scene.matches) < wordings.MOST and len(found) < MOST):
        return scene
    return replace(scene, page=replace(scene.page, incomplete="too_many"))


def _publisher_of(terms: Terms) -> Publisher | None:
    facts = terms.publisher
    return Publisher(terms.id, facts.name, facts.domains[0]) if facts else None
