"""Whether what stands at an address is a page's original at all: a credit may link to another article of its publisher's."""

from __future__ import annotations

from checker.original.compare import Comparison
from checker.original.headline import headlines, is_same
from checker.original.original import Original
from checker.page.page import Page, Region
from checker.page.text import word_count

_SHARE = 0.05
_SENTENCES = 2
_LATE = 0.5
"""What articles of one publisher share (who the author is, what to subscribe to) stands at their end: there, it proves nothing alone."""
_TRANSLATED = 5
"""A text in another language of which a copy has more than so many times the words is none that was translated: a note, an error."""
_TITLE = 3
"""A title of fewer words may be a section's or a site's."""


def is_original(original: Original, compared: Comparison | None, page: Page) -> bool:
    """True where a page shares text or the title with it, or is in another language, which shares neither."""
    if compared is not None:
        shared = compared.kept >= _SHARE or compared.kept * compared.sentences >= _SENTENCES
        if (shared and compared.late < _LATE) or (compared.translated and _is_long(original, page)):
            return True
    title = original.title or ""
    return len(title.split()) >= _TITLE and any(is_same(headline.text, title) for headline in headlines(page))


def _is_long(original: Original, page: Page) -> bool:
    words = sum(word_count(block.text) for block in page.visible if block.region is Region.ARTICLE)
    return _TRANSLATED * sum(map(word_count, original.paragraphs)) >= words
