"""Pages that are surely nobody's copy, told from their bytes for less than it takes to parse them.

Most pages of a site credit nobody. `Prefilter.may_be_copy` looks for what alone makes a page a copy (see `terms/recognise.py`):
credit lines, names of publishers where names stand alone, another's copyright line, a counter, a canonical address elsewhere. It says
False only where the engine would find none of these; wherever the bytes leave a doubt the page goes the long way.

| module | what it does |
|---|---|
| `markup.py` | bytes -> the text between the tags, or the doubt that text and tags can be told apart so simply |
| `words.py` | where in that text is one of the words of all wordings and names |
| `datelines.py`, `notices.py` | places without such words; publishers' own notices |
| `blocks.py` | the block around such a place, as the parser would make it; whether it stands in a menu or in a footer |
| `sieve.py` | what the engine's own observers say of these blocks |
| `head.py` | whose site it is, as far as that is sure; a canonical address elsewhere |
| `counters.py` | page counters |
| `walls.py` | what may stand in a page's place |
| `linear.py` | regular expressions in linear time |
"""

from __future__ import annotations

from checker.acknowledgements.likeness import KnownNotices
from checker.documents.document import Document, Media
from checker.page.decoding import decode
from checker.prefilter import head, markup, walls
from checker.prefilter.counters import Counters
from checker.prefilter.sieve import Sieve
from checker.prefilter.words import as_words, cleared
from checker.terms.directory import Directory
from checker.wording.wordings import Wordings

__all__ = ["Prefilter"]


class Prefilter:
    """Made once from what the engine knows; its method is pure and may run in any order."""

    def __init__(self, wordings: Wordings, directory: Directory, notices: KnownNotices) -> None:
        self._sieve = Sieve(wordings, directory, notices)
        self._counters = Counters(directory)

    def may_be_copy(self, document: Document) -> bool:
        """False where the engine would surely say that a page is nobody's copy, and that it could be read whole."""
        if (
            document.media is not Media.HTML
            or document.truncated
            or "canonical" in document.headers.get("link", "").lower()
        ):
            return True
        decoded = decode(document.content, document.headers.get("content-type"))
        whole = decoded.encoding == "utf-8" and not decoded.damaged and not document.content.startswith(b"\xef\xbb\xbf")
        source = document.content if whole else decoded.text.encode("utf-8", "replace")
        found = markup.read(source)
        if found is None or b"\0" in source:
            return True
        if self._counters.may_load(found) or head.leads_elsewhere(found, document.url):
            return True
        found = markup.laid_out(found)
        text = cleared(b"\2".join((*found.texts, *found.comments)))
        words = as_words(text)
        walled = document.url is not None and walls.may_stand(found, source, words)
        return walled or self._sieve.may_credit(found, document, text, words)
