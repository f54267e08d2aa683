"""Pages from the web, with manners and without danger.

| module | what it does |
|---|---|
| `settings.py`, `answer.py` | the values: how the web is asked, and what a server answered |
| `guard.py` | which addresses may be reached, and a connection to the one that was checked |
| `transport.py` | connections that keep to a time and to a number of bytes, headers included |
| `fetching.py` | one request; and the chain of redirects behind one |
| `manners.py` | robots.txt, each host's turn, how long to wait when a server says so |
| `cache.py` | conclusive answers on disk |
| `client.py` | all of it together: `Web` |
| `rendering.py` | a page as its scripts make it, in an installed browser |
| `replay.py` | what `Web` does, out of the evidence of an earlier run |
| `errands.py` | many hosts at once, each at its own pace |
| `documented.py` | an answer as a document, or why it is none |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.documents.document import Document
    from checker.documents.web.settings import Limits


def fetch(url: str, limits: Limits | None = None) -> Document:
    """The document at an http(s) address, which somebody asked for by name: without robots.txt, waiting or a cache.

    Raises TargetError with a stable code where it cannot be had.
    """
    # Slow to import: local targets need no network.
    from checker.documents.document import Media  # noqa: PLC0415
    from checker.documents.web import documented, fetching  # noqa: PLC0415
    from checker.documents.web.settings import Limits  # noqa: PLC0415

    with fetching.Fetcher(limits or Limits()) as fetcher:
        answer = fetching.follow(url, fetcher.once)
    documented.refuse(answer)
    return documented.as_document(answer, documented.media_of(answer) or Media.HTML)
