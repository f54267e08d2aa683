"""From the words in a slot to a name: who published a work."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker.acknowledgements import name_bounds, name_words
from checker.acknowledgements.dates import is_date
from checker.acknowledgements.licence_families import families
from checker.acknowledgements.name_bounds import DOMAIN, EDGES, MAX_NAME, clean, is_capital
from checker.acknowledgements.scene import Scene
from checker.page import address
from checker.page.page import Block, Link
from checker.page.text import fold, is_ideographic
from checker.wording.wordings import Language

_TIME = re.compile(r"\d{1,2}:\d\d\b")
_URL = re.compile(r"https?://[^\s<>\"'）)】」]+|www\.[^\s<>\"'）)】」]+", re.IGNORECASE)
_DATED = re.compile(r"(?:the )?(?P<month>[^\W\d_]{3,9}) (?:19|20)\d\d (?=[A-Z])")
"""The date of an issue before the name: "the June 2015 Example Letters"."""
_ARTICLE = re.compile(r"[^\W\d_]{1,4}(?<![A-Z])")
_FILE_NAME = re.compile(r"\.(?:js|ts|md|py|sh|rs|pl|html?|txt|pdf)$", re.IGNORECASE)
_PATH = re.compile(r"~?/\w")
"""How the place of a file on a machine begins: "an excerpt from /etc/hosts"."""
_TEMPLATE_CODE = ("{{", "{%")
"""What a site's own generator fills in (`{{ site.url }}`): it names the site itself."""
_QUOTATION = re.compile(r"[“«][^”»]*[”»]?")
_TITLE_MARKS = ("《", "〈", "『")
_SLOT = 300
"""No slot is longer."""
_NEAR = 25
_ARTICLES = 12
"""So much of a link before a name is an article and an opening mark, and no credit's words."""
_SENTENCE_ENDS = (".", "!", "?")
_MIN_LINKED = 4
_MIN_FOREIGN = 4
_MAX_TITLE = 8
_LEADING = 70


@dataclass(frozen=True, slots=True)
class Named:
    """What a slot says: a name (None where it only links), where its words stand, and its link."""

    name: str | None
    start: int
    end: int
    link: Link | None = None
    address: address.Address | None = None
    address_at: tuple[int, int] | None = None
    """Where the address stands that is no link, if not in the name's own place."""
    address_in: Block | None = None
    """The block where it stands, if not in the name's own."""


def read_source(scene: Scene, block: Block, span: tuple[int, int], language: Language) -> Named | None:
    """The publisher that a slot names, or None where it names nobody: a date, a common noun, an empty slot."""
    start, end = _unwrapped(block, *_tightened(block, *span))
    start = _behind_lead(block, start, end, language)
    if start >= end or _names_nobody(block, start) or _is_unprinted(block, start, language):
        return None
    links = block.links_in(start, end)
    first = next(
        (link for link in links if link.start <= start + 3 or _is_article(block.text[start : link.start])), None
    )
    if first and first.end > start and _covers_name(first, start, end):
        return _linked(scene, block, first, start, language)
    text = block.text[start:end]
    if url := _URL.match(text):
        return _bare_url(scene, block, start, start + len(url[0].rstrip(".,;:")), links)
    stop = start + name_bounds.length(text, language)
    name = clean(block.text[start:stop])
    titled = block.text[max(0, start - 1) : start] in _TITLE_MARKS and not is_date(fold(name), language.dates)
    known = titled or scene.directory.named(name) or _is_foreign(block, start, name)
    vague = fold(name) in scene.wordings.vague
    if not known and (vague or not _is_publisher(name, block.folded[start:stop], language)):
        # "on my blog at annwriter.example": a common noun, but its link says where.
        near = (link for link in links if link.start < stop + _NEAR and not is_date(fold(name), language.dates))
        if _begins_with_ours(name, language) and block.text.startswith(_SENTENCE_ENDS, stop):
            return None
        inside = next((link for link in near if not _is_licence(scene, link)), None)
        return _linked(scene, block, inside, start, language) if inside else _bare_domain(block, start, stop)
    return _with_link(scene, block, Named(_without_owner(name), start, stop), links)


def _begins_with_ours(name: str, language: Language) -> bool:
    """True for what is the site's: "our newsletter". What the next sentence links says nothing of that."""
    return fold(name.partition(" ")[0]) in language.ours


def _without_owner(name: str) -> str:
    """The name in "my MSDN blog" and "der Beispiel-Zeitung"; "Our Example", "Der Beispiel" and "my friends" keep all their words."""
    owned = name_words.owner().match(name)
    return name[owned.end() :] if owned else name


def _is_article(text: str) -> bool:
    """True for what may be an article in front of a name that is a link: "the [Example News Blog](...)"."""
    return _ARTICLE.fullmatch(text.strip()) is not None


def _is_foreign(block: Block, start: int, name: str) -> bool:
    """True for one word of another script behind words without spaces: a name, whatever its case ("转载自examplenews")."""
    before = block.text[:start].rstrip(EDGES)[-1:]
    return bool(before) and is_ideographic(before) and name.isascii() and name.isalpha() and len(name) >= _MIN_FOREIGN


def _behind_lead(block: Block, start: int, end: int, language: Language) -> int:
    """Where a name begins behind words that lead to it: "the May 2020 issue of Example News"; other names before them are the name."""
    for lead in language.leads:
        at = block.folded.find(f" {lead} ", start, min(end, start + _LEADING))
        words = re.findall(r"[^\W\d_]+", block.text[start:at]) if at > 0 else []
        if at > 0 and not any(is_capital(word) and fold(word) not in language.dates for word in words):
            return _tightened(block, at + len(lead) + 2, end)[0]
    dated = _DATED.match(block.text, start, end)
    return _tightened(block, dated.end(), end)[0] if dated and fold(dated["month"]) in language.dates else start


def _names_nobody(block: Block, start: int) -> bool:
    """True for template code, and for a file's place on a machine."""
    return block.text.startswith(_TEMPLATE_CODE, start) or _PATH.match(block.text, start) is not None


def _is_unprinted(block: Block, start: int, language: Language) -> bool:
    """True for what nobody published: "a talk at Example Days"."""
    found = next((words for words in language.unprinted if block.folded.startswith(words, start)), None)
    return found is not None and not block.folded[start + len(found) :][:1].isalpha()


def _is_licence(scene: Scene, link: Link) -> bool:
    found = scene.address(link.href)
    return found is not None and any(family.is_at(found) for family in families())


def _unwrapped(block: Block, start: int, end: int) -> tuple[int, int]:
    """A source that wraps its lines may do so right behind the article ("on the"): the name is on the next line."""
    wrapped = block.text[end : end + 1] == "\n" and _ARTICLE.fullmatch(block.text, start, end)
    if wrapped and not is_ideographic(block.text[start]):
        return _tightened(block, end + 1, block.line_at(end + 1)[1])
    return start, end


def _bare_domain(block: Block, start: int, end: int) -> Named | None:
    """The domain behind a common noun: "on my old site annwriter.example"."""
    found = next((each for each in DOMAIN.finditer(block.text, start, end) if not _FILE_NAME.search(each[1])), None)
    return Named(found[1], *found.span(1)) if found else None


def _with_link(scene: Scene, block: Block, named: Named, links: list[Link]) -> Named:
    """The name with the link on it, or with an address behind it: "Example News (here)", "Example News: https://..."."""
    inside = [link for link in links if link.start < named.end and link.end > named.start]
    following = [
        link for link in links if named.end <= link.start < named.end + _NEAR and _says_where(scene, block, link)
    ]
    if link := next(iter(inside or following), None):
        name = _on_link(scene, named.name, clean(block.text[link.start : link.end])) if inside else named.name
        return replace(named, name=name, link=link, address=scene.address(link.href))
    bare = _URL.search(block.text, named.end, named.end + _NEAR + MAX_NAME)
    if bare is None or bare.start() > named.end + _NEAR:
        return named
    if link := next(iter(block.links_in(*bare.span())), None):
        # On the line below: the slot ends with its line.
        return replace(named, link=link, address=scene.address(link.href))
    url = bare[0].rstrip(".,;:")
    return replace(named, address=address.parse(url), address_at=(bare.start(), bare.start() + len(url)))


def _on_link(scene: Scene, name: str | None, linked: str) -> str | None:
    """The name in a stretch that a link ends: "der [Example-Zeitung]" has an article before it, "Example News [link]" no name on it."""
    if name is None or not name.endswith(linked) or len(linked) < _MIN_LINKED:
        return name
    bare = clean(name.removesuffix(linked)) if fold(linked) in scene.wordings.vague else linked
    return bare or name


def _covers_name(link: Link, start: int, end: int) -> bool:
    """A link over the slot's beginning that isn't a link over the whole sentence before it."""
    return link.start >= start - _ARTICLES or link.end <= end


def _is_over_words(before: str) -> bool:
    """True for what a link has before a name where that is a credit's words, and no article or mark."""
    return len(before) > _ARTICLES or any(map(is_ideographic, before))


def _says_where(scene: Scene, block: Block, link: Link) -> bool:
    text = clean(block.text[link.start : link.end])
    return fold(text) in scene.wordings.vague or bool(_URL.match(text) or DOMAIN.fullmatch(text))


def _linked(scene: Scene, block: Block, link: Link, start: int, language: Language) -> Named | None:
    said = block.text[max(link.start, start) : link.end]
    # "[This article first appeared in Example News on May 3](...)": a link over all of the words is no title.
    over = _is_over_words(block.text[link.start : start])
    text = clean(said[: name_bounds.length(said[:_SLOT], language)] if over else said)
    found = scene.address(link.href)
    if ("@" in text and address.is_dead(link.href)) or _is_download(text, found):
        return None
    if fold(text) in scene.wordings.vague or not text or text.isdigit():
        return Named(None, link.start, link.end, link, found) if found else None
    if url := _URL.match(text) or DOMAIN.fullmatch(text):
        parsed = address.parse(url[0] if "://" in url[0] else "http://" + url[0])
        # A portal leads to whoever it names by an address of its own.
        own = found is not None and scene.host.seems(found.domain)
        at = parsed if parsed and own else found
        return Named(parsed.host if parsed else None, link.start, link.end, link, at)
    if is_date(fold(text), scene.wordings.dates):
        # "on [7 October 2018](...)": its link says where, unless it is the site's own.
        return Named(None, link.start, link.end, link, found) if found and found.is_article else None
    # A long link text is the work's title; a book's has a volume and a subtitle behind its name.
    if len(text.split()) > _MAX_TITLE:
        text = name_words.volume().split(text, maxsplit=1)[0]
    name = _without_owner(text) if len(text.split()) <= _MAX_TITLE and len(text) <= MAX_NAME else None
    return Named(name, max(link.start, start), link.end, link, found)


def _is_download(text: str, found: address.Address | None) -> bool:
    """True for a link to a file that is called by the file's name: "Source: [river-2.0.tar.gz](...)"."""
    return found is not None and found.target is address.Target.FILE and found.path.endswith(f"/{text}")


def _bare_url(scene: Scene, block: Block, start: int, end: int, links: list[Link]) -> Named | None:
    text = block.text[start:end]
    found = address.parse(text if "://" in text else "http://" + text)
    link = next((link for link in links if link.start < end and link.end > start), None)
    if found is None:
        return None
    return Named(found.host, start, end, link, scene.address(link.href) if link else found)


def _tightened(block: Block, start: int, end: int) -> tuple[int, int]:
    text = block.text
    while start < end and text[start] in " \n\"'“”‘’*_(:：（[【《「『※＊":
        start += 1
    while end > start and text[end - 1] in " \n*_":
        end -= 1
    return start, end


def _is_publisher(name: str, folded: str, language: Language) -> bool:
    """A name starts with a capital, a letter of a script without case, or is a domain; and is no date."""
    if not 2 <= len(name) <= MAX_NAME or len(_QUOTATION.sub("", name).split()) > 12:
        return False
    if is_date(folded, language.dates) or _TIME.match(name) or fold(name) in language.vague:
        return False
    if DOMAIN.fullmatch(name):
        return True
    words = name.split()
    content = [word for word in words if fold(word) not in name_words.particles()] or words
    if (
        is_capital(words[0])
        or any(is_ideographic(char) for char in name)
        or any(is_capital(word) for word in content[:3])
    ):
        return True
    # "exampleNews", "news.de": a capital inside, or a mark that prose does not have.
    return any(char.isupper() for char in words[0]) or _is_foreign_word(name, language)


def _is_foreign_word(name: str, language: Language) -> bool:
    """A Latin word in a language that is written without spaces is a name, whatever its case: "最初发表于examplenews"."""
    spaceless = any(is_ideographic(work[0]) for work in language.works)
    return spaceless and len(name) >= _MIN_LINKED and name.isascii() and name.isalpha()
