"""An answer as a document, or why it is none.

A server that refuses, that asks for patience or that sends something else has said nothing of what the page carries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from checker.documents.challenge import is_challenge
from checker.documents.document import Document, Media
from checker.documents.web.answer import Answer
from checker.errors import TargetError

_MARKDOWN = frozenset({"text/markdown", "text/x-markdown"})
_HTML = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml", ""})
_PLAIN = frozenset({"text/plain", "application/octet-stream", "application/toml"})
"""What servers call anything that they do not know better."""
_WORDS = 100
_CODES: Mapping[int, str] = {
    401: "blocked",
    402: "paywall",
    403: "blocked",
    404: "not_found",
    407: "blocked",
    410: "not_found",
    429: "rate_limited",
    451: "blocked",
}


def document(answer: Answer) -> Document:
    """The document that an answer holds. Raises TargetError, whose code says why there is none."""
    refuse(answer)
    media = media_of(answer)
    if media is None:
        said = "though it is called" if answer.media_type in _HTML | _PLAIN else "but"
        raise TargetError(f"{answer.asked}: no page of text {said} {_cut(answer.media_type) or 'a page'}", "not_html")
    return as_document(answer, media)


def as_document(answer: Answer, media: Media) -> Document:
    """The content of an answer, whatever it is."""
    return Document(answer.asked, answer.content, media, answer.url, answer.headers, truncated=answer.truncated)


def rendered(document: Document, content: bytes, most: int) -> Document:
    """A page with the content that its scripts gave it, in UTF-8."""
    headers = {**document.headers, "content-type": "text/html; charset=utf-8"}
    cut = document.truncated or len(content) > most
    return replace(document, content=content[:most], headers=headers, truncated=cut)


def refuse(answer: Answer) -> None:
    """Raises TargetError where the status, or a challenge to prove that one is a person, says that the page was not given."""
    if "challenge" in answer.headers.get("cf-mitigated", "").lower() or (
        answer.status != 200 and is_challenge(answer.content)
    ):
        raise TargetError(f"{answer.asked}: the server asks for proof that a person is reading", "challenge")
    if answer.status != 200:
        code = _CODES.get(answer.status, "http_error")
        raise TargetError(
            f"{answer.asked}: the server answers {answer.status} {_cut(answer.reason)}{_at(answer)}".rstrip(), code
        )


def media_of(answer: Answer) -> Media | None:
    """The format of a page, by the name that the server has for it and by how it starts; None for what is no page."""
    kind = answer.media_type
    if kind in _MARKDOWN:
        return Media.MARKDOWN
    if kind in _HTML:
        return None if answer.content.startswith(b"%PDF-") else Media.HTML
    if kind not in _PLAIN or b"\0" in answer.content[:1024]:
        return None
    return Media.HTML if answer.content.lstrip().startswith(b"<") else Media.MARKDOWN


def _cut(said: str) -> str:
    """As much of a server's words as a message has room for."""
    return said if len(said) <= _WORDS else f"{said[:_WORDS]}…"


def _at(answer: Answer) -> str:
    return f" at {answer.url}" if answer.hops else ""
