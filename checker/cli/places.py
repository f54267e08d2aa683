"""Where terms are, as a command line names them: a pack, one version of it, or a page; a file, an address, or a known id."""

from __future__ import annotations

import os
import re
from pathlib import Path

from checker.cli import shelves
from checker.documents import files, web
from checker.documents.document import Document, Media
from checker.documents.web.settings import Limits
from checker.errors import TargetError, UsageError
from checker.page import address, read
from checker.page.page import Page
from checker.terms import own
from checker.terms.library import Library
from checker.terms.pack import Terms
from checker.terms.statements import PackVersion, Source, TermsPage

_MAX_BYTES = 8 * 1024 * 1024
_PACK = re.compile(rb"^\[\[version\]\]", re.MULTILINE)


def find(place: str, library: Library, *, private: bool) -> Source:
    """What stands at a place. Raises TargetError for what cannot be read, RulesError for a wrong pack, UsageError for an unknown one."""
    if not (shelves.is_address(place) or place == "-" or os.path.lexists(place)):
        return _called(place, library)
    document = document_of(place, private=private)
    return _version(_filled(own.parse(document), library), None) if is_pack(document) else page_of(document)


def document_of(place: str, *, private: bool) -> Document:
    """The document in a file, on standard input (`-`) or at an address. Raises TargetError that names it."""
    if shelves.is_address(place):
        document = web.fetch(place, Limits(_MAX_BYTES, private=private))
    else:
        try:
            document = files.read(place, _MAX_BYTES)
        except TargetError as error:
            raise TargetError(f"{place}: {error}", error.code) from error
    if document.content.startswith(b"%PDF-"):
        raise TargetError(f"{place}: a PDF; save its text in a file and give that", "not_a_page")
    return document


def page_of(document: Document) -> TermsPage:
    """A document as a page of terms. Raises TargetError where it cannot be read whole: half the terms are none."""
    page = read.read(document)
    if page.incomplete:
        raise TargetError(
            f"{document.target}: it cannot be read whole ({page.incomplete.replace('_', ' ')})", "incomplete"
        )
    return TermsPage(document.target, page, document.url or _told(page))


def is_pack(document: Document) -> bool:
    """True for a rule pack, by its name or by its text."""
    return document.target.lower().endswith(".toml") or bool(_PACK.search(document.content))


def _told(page: Page) -> str | None:
    """Where an HTML page says that it stands."""
    if page.document.media is not Media.HTML:
        return None
    told = [each.value for each in page.relations if each.name == "canonical"] + [page.meta("og:url") or ""]
    return next((url.strip() for url in told if shelves.is_address(url.strip()) and address.parse(url)), None)


def _called(place: str, library: Library) -> PackVersion:
    """The pack of an id or in a file, in the version that stands behind an `@`, if one does."""
    name, _, version = place.partition("@")
    if os.path.lexists(name):
        return _version(_filled(own.read([Path(name)])[0], library), version)
    if os.sep in name or Path(name).suffix[1:].isalpha():
        raise TargetError(f"{name}: there is no such file", "not_found")
    return _version(library.called(name), version)


def _filled(terms: Terms, library: Library) -> Terms:
    return library.with_own([terms])[terms.id]


def _version(terms: Terms, wanted: str | None) -> PackVersion:
    """The version that is wanted, else the newest."""
    if not wanted:
        return PackVersion(terms, terms.version_of())
    found = next((version for version in terms.versions if version.id == wanted), None)
    if found is None:
        known = ", ".join(version.id for version in terms.versions)
        raise UsageError(f"the rule pack {terms.id} has no version {wanted!r}; it has {known}")
    return PackVersion(terms, found)
