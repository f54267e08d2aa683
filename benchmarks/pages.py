"""The pages that are measured, and what any program that looks at them has to do at least."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from lxml import etree

from checker.documents import files
from checker.documents.document import Document, Media
from checker.documents.files import Selection

BARE = "a bare lxml parse"


def html(folder: str) -> list[Document]:
    """The HTML pages of a folder, already in memory: the disk is not measured. Markdown has no bare parse to compare with.

    Ends the program where there is none.
    """
    documents = [files.read(name) for name in files.expand(folder, Selection())]
    found = [document for document in documents if document.media is Media.HTML]
    if not found:
        raise SystemExit(f"{folder}: no HTML page")
    return found


def bare_parse(document: Document) -> None:
    """What any program that looks at HTML through lxml has to do at least."""
    try:
        etree.fromstring(document.content, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.XMLSyntaxError:
        return  # an empty page


def counted(documents: Sequence[Document]) -> str:
    """How many pages there are, and their sizes."""
    sizes = [len(document.content) for document in documents]
    return f"{len(sizes)} pages, {sum(sizes) / 1e6:.1f} MB (median {median(sizes) / 1e3:.0f} kB)"
