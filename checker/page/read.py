"""Document -> Page: the one place where bytes become something that can be asked."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.documents.document import Document, Media
from checker.page import front_matter, html
from checker.page.decoding import Decoded, decode
from checker.page.page import FrontMatterEntry, Page
from checker.page.site import UNKNOWN, Site
from checker.page.source import OffsetMap, Source
from checker.page.walk import walk

NOT_TEXT = "not_text"
"""Why nothing of a document could be read: a picture, an archive, a program, whatever its name says."""
_LANGUAGE = frozenset({"lang", "language"})
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def read(document: Document, site: Site = UNKNOWN) -> Page:
    """The page in a document. Never raises: what cannot be read whole is said in `incomplete`. `site` is the page's own."""
    decoded = decode(document.content, document.headers.get("content-type"))
    source = Source(decoded.text)
    found, start = front_matter.split(decoded.text)
    entries = front_matter.with_roles(found, site.keys)
    too_many = front_matter.is_crowded(decoded.text, found)
    texts = _texts(entries)
    made, offsets = _html(document, source, start, texts)
    root, incomplete = html.parse(made)
    parts = walk(root, site.excluded)
    page = Page(
        document=document,
        source=source,
        html=made,
        offsets=offsets,
        root=root,
        blocks=tuple(parts.blocks),
        resources=tuple(parts.resources),
        metas=tuple(parts.metas),
        relations=tuple(parts.relations),
        properties=tuple(parts.properties),
        structured=tuple(parts.structured),
        front_matter=entries,
        headers=document.headers,
        title=parts.title or next((entry.value for entry in entries if entry.key == "title"), None),
        language=root.get("lang") or _told_language(entries) or site.language,
        base=parts.base,
        incomplete=_incomplete(document, decoded, "too_many" if too_many else incomplete, source, start),
    )
    if document.url is None or page.incomplete:
        return page
    from checker.page import walls  # noqa: PLC0415  (nobody saves one as a file)

    return replace(page, incomplete=walls.wall(page))


def _html(
    document: Document, source: Source, start: int, texts: list[FrontMatterEntry]
) -> tuple[str, OffsetMap | None]:
    if document.media is Media.MARKDOWN:
        from checker.page import markdown  # noqa: PLC0415  (slow to import; many sites have no Markdown)

        return markdown.render(source, start, texts)
    if not start:
        return source.text, None
    offsets = OffsetMap()
    offsets.add(0, start, linear=True)
    return source.text[start:], offsets


def _texts(entries: tuple[FrontMatterEntry, ...]) -> list[FrontMatterEntry]:
    """The texts that themes print, each linked where its table has an address beside it: `editPost.Text`, and `editPost.URL`."""
    texts = [entry for entry in entries if "text" in entry.roles]
    urls = {entry.key.lower(): entry.value for entry in entries if _ADDRESS.fullmatch(entry.value)} if texts else {}
    return [_linked(entry, urls.get(entry.key.lower().rpartition(".")[0] + ".url")) for entry in texts]


def _linked(text: FrontMatterEntry, url: str | None) -> FrontMatterEntry:
    return replace(text, value=f"[{text.value}](<{url}>)") if url and "](" not in text.value else text


def _is_crowded(source: Source, start: int) -> bool:
    from checker.page import markdown  # noqa: PLC0415  (slow to import; many sites have no Markdown)

    return markdown.end(source, start) < len(source.text)


def _told_language(entries: tuple[FrontMatterEntry, ...]) -> str | None:
    """The language that a source's front matter tells, as a tag (BCP-47)."""
    said = (entry.value.strip() for entry in entries if entry.key.lower() in _LANGUAGE)
    return next((value for value in said if _TAG.fullmatch(value)), None)


def _incomplete(document: Document, decoded: Decoded, parsed: str | None, source: Source, start: int) -> str | None:
    if document.truncated:
        return "too_large"
    if decoded.binary or decoded.garbled:
        return NOT_TEXT if decoded.binary else "garbled"
    if document.media is Media.MARKDOWN and _is_crowded(source, start):
        return "too_many"
    # A Markdown source has no end that could be missing: what looks cut is its author's.
    return None if parsed == "cut" and document.media is Media.MARKDOWN else parsed
