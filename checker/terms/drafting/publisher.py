"""Whose terms a page has: name, domain, contact and licence, as far as the page tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from checker.errors import TargetError
from checker.page import address
from checker.page.host import name_key
from checker.page.page import Page, Region
from checker.terms.drafting import licence, options, toml
from checker.terms.drafting.values import Heading, Sentence

_NAME = 80
_MARKS = re.compile(r"\s[|–—»:·-]+\s|\s::\s")
_CAPITALS = re.compile(r"[A-Z][\w’'&.]{0,30}(?:\s(?:of|for|the|and|de|du|la|&|[A-Z0-9][\w’'&.]{0,30})){0,5}")
_ENDING = re.compile(r"['’]s\b.*|(?:[\s.'’]+(?:of|for|the|and|de|du|la|&))*[\s.'’]*\Z")
_TEXT = 60_000


def heading(page: Page, url: str, sentences: Sequence[Sentence], tag: str) -> Heading:
    """The head of the pack for terms at an address. Raises TargetError where the address has no host."""
    at = address.parse(url)
    if at is None or "." not in at.domain:
        raise TargetError(f"{toml.clean(url, 200)}: no web address, so nobody's terms", "not_terms")
    name = next(_names(page, at), at.domain)
    return Heading(
        id=identifier(name) or identifier(at.domain.partition(".")[0]) or "publisher",
        name=name,
        domains=(at.domain,),
        contact=_contact(page, sentences),
        language=tag,
        license=_licence(page),
    )


def keys(page: Page, url: str) -> frozenset[str]:
    """The publisher's names and its host's, as keys of four letters or more."""
    at = address.parse(url)
    names = [*_names(page, at), at.domain.partition(".")[0]] if at else []
    return frozenset(key for name in names if len(key := name_key(name)) >= 4)


def identifier(name: str) -> str:
    """A name as a pack's id: lower case letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")


def _names(page: Page, at: address.Address) -> Iterator[str]:
    """Names from the metadata, then from the title and the text as far as they are the host's."""
    label = name_key(at.domain.partition(".")[0])
    for key in ("og:site_name", "application-name", "publisher", "dc.publisher"):
        if (value := page.meta(key)) and (name := toml.clean(value, _NAME)):
            yield name
    for name in (*_MARKS.split(toml.clean(page.title or "", 300)), *_capitals(page, label)):
        if _is_of(name, label):
            yield toml.clean(name, _NAME)


def _is_of(name: str, label: str) -> bool:
    key = name_key(name)
    return len(key) >= 3 and (
        key == label or (len(key) >= 4 and label.startswith(key)) or (len(label) >= 4 and key.startswith(label))
    )


def _capitals(page: Page, label: str) -> Iterator[str]:
    """Runs of capitalised words and their ends (`Credit Example News`, `Example News`), what is most like the host's name first."""
    text = "\n".join(block.text for block in page.visible)[:_TEXT]
    found = (_ENDING.sub("", run[0]).split() for run in _CAPITALS.finditer(text))
    # Of a longer run, one word alone is no name.
    ends = ((words, start) for words in found for start in range(max(1, len(words) - 1)))
    runs = dict.fromkeys(" ".join(words[start:]) for words, start in ends)
    yield from sorted(runs, key=lambda run: abs(len(name_key(run)) - len(label)))


def _contact(page: Page, sentences: Sequence[Sentence]) -> str | None:
    """The first address for mail in a sentence, else the first that is linked."""
    for sentence in sentences:
        if found := options.email(sentence.text):
            return found
    for block in page.visible:
        if block.region in {Region.ARTICLE, Region.MASTHEAD, Region.FOOTER}:
            for link in block.links:
                if link.href.lower().startswith("mailto:") and (
                    found := options.email(link.href.partition("?")[0].partition(":")[2])
                ):
                    return found
    return None


def _licence(page: Page) -> str | None:
    """The first licence of the page's main part, else of any of it; one with a version before one without."""
    blocks = sorted(page.visible, key=lambda block: block.region is Region.FOOTER)
    found = [spdx for block in blocks if (spdx := licence.named(block.text[:5000], block.links))]
    return next((spdx for spdx in found if spdx[-1].isdigit() or spdx.count(".")), found[0] if found else None)
