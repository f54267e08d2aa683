"""A credit block: the lines and elements that meet what terms ask of a credit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.credit.counter import counter
from checker.credit.prose import Line, Run, hrefs, line, linked, worded, words_of
from checker.credit.snippets import (
    canonical_snippet,
    copyright_of,
    license_of,
    noindex_snippet,
    syndication_source_snippet,
)
from checker.credit.work import Asked, Work
from checker.model import Article, Fix

TOP = frozenset({"top", "first_sentence", "first_paragraph", "byline", "heading"})


@dataclass(frozen=True, slots=True)
class Block:
    """A credit in the places where its parts belong: in the page's head, above the text, below it; elements stand below the lines."""

    head: tuple[Fix, ...]
    top: tuple[Line, ...]
    bottom: tuple[Line, ...]
    elements: tuple[Fix, ...] = ()


def blocks(work: Work, asked: Asked) -> list[Block]:
    """The blocks that may meet what is asked, the shorter first: in the second, a source line in the language's own words stands beside one
    that the terms prescribe. Raises UsageError where a demand needs a value that is not known.
    """
    source = _source(work, asked)
    made = [_block(work, asked, source[:count]) for count in range(min(1, len(source)), len(source) + 1)]
    asked.require()
    return made


def _block(work: Work, asked: Asked, source: Sequence[Line]) -> Block:
    above = [*_byline(work, asked)]
    below: list[Line] = []
    places = _source_places(asked)
    above += source if "top" in places else []
    below += source if "bottom" in places else []
    below += [*_statements(work, asked, above)]
    _add_links(work, asked, above, below)
    below += [*_copyright(work, asked), *_license(work, asked), *_notices(work, asked), *_terms(work, asked)]
    elements = tuple(counter(work, asked))
    head = tuple(_head(work, asked))
    return Block(head, tuple(above), tuple(below), elements)


def _byline(work: Work, asked: Asked) -> Iterator[Line]:
    """The authors, in the form that the terms ask for; their institutions, where those are asked for too."""
    patterns = [text for options in asked.of("byline_format") for text in _texts(options)]
    # "Ann Writer of Example News" could be a name; behind a comma the publisher's cannot be taken for a part of the author's.
    patterns.sort(key=lambda pattern: "{author}," not in pattern)
    beside = "byline" in asked.positions("source_attribution", "credit_placement")
    if not (patterns or beside or "author_credit" in asked):
        return
    if not work.original.authors:
        supplied = all(options.get("if_supplied") for options in asked.of("author_credit"))
        if patterns or not supplied:
            asked.need("--author", "byline_format", "author_credit")
        return
    names = ", ".join(work.original.authors)
    formed = next(filter(None, map(work.filled, patterns)), names)
    byline = worded("byline", work.language, author=formed) if formed.startswith(names) else line(Run(formed))
    yield byline
    institutions = ", ".join(work.original.affiliations)
    if institutions and "author_affiliation" in asked and institutions not in words_of(byline):
        yield line(Run(institutions))


def _source(work: Work, asked: Asked) -> list[Line]:
    """The line that says where the article was first published, as the terms word it or, without such words, as the language does."""
    kinds = ("source_attribution", "credit_line", "link_to_original", "date_shown")
    placed = any(_placed_kind(options) == "source_attribution" for options in asked.of("credit_placement"))
    if not (placed or any(kind in asked for kind in kinds)):
        return []
    if work.publisher is None:
        asked.need("--publisher", *kinds)
        return []
    prescribed = _prescribed(work, asked)
    own = worded("source", work.language, _goal(work, asked), publisher=work.publisher)
    return [_dated(work, asked, prescribed or own), *([own] if prescribed else [])]


def _prescribed(work: Work, asked: Asked) -> Line | None:
    for options in asked.of("credit_line"):
        if options.get("match", "similar") == "meaning" and not work.native and not _own_wording(work, options):
            continue
        for text in _texts(options, _own_wording(work, options)):
            if (found := _sentence(work, asked, text)) is not None:
                return found
        _need_slots(work, asked, options)
    return None


def _sentence(work: Work, asked: Asked, text: str) -> Line | None:
    """A sentence of the terms, linked on its address, on the words that the terms want linked, on the title or on the publisher."""
    filled, goal = work.filled(text), _goal(work, asked)
    if filled is None:
        return None
    if "{link}" in filled and work.original.url:
        before, _, after = filled.partition("{link}")
        return line(Run(before), Run(work.original.url, work.original.url), Run(after))
    anchors = [*_anchors(work, asked), *([work.original.title] if "{title}" in text else []), *_names(work)]
    words = next((anchor for anchor in anchors if anchor and anchor in filled), "")
    return linked(filled, words, goal) if goal else line(Run(filled))


def _need_slots(work: Work, asked: Asked, options: Mapping[str, Any]) -> None:
    """Notes what a sentence that must be there word for word lacks."""
    values = {"{author}": work.original.authors, "{title}": work.original.title, "{link}": work.original.url}
    given = {"{author}": "--author", "{title}": "--title", "{link}": "--url"}
    first = next(iter(_texts(options)), "")
    if options.get("match", "similar") != "meaning":
        for slot, value in values.items():
            if slot in first and not value:
                asked.need(given[slot], "credit_line")


def _dated(work: Work, asked: Asked, source: Line) -> Line:
    """The line with the day (ISO 8601) behind it, where the terms want one in the credit."""
    for options in asked.of("date_shown"):
        accessed = options.get("which") == "accessed"
        day = work.today if accessed else work.original.published
        if day is None:
            asked.need("--date", "date_shown")
        elif day.isoformat() not in words_of(source):
            return (*source, Run(f" ({day.isoformat()})"))
    return source


def _source_places(asked: Asked) -> set[str]:
    """Above the text, below it, or both; below it where the terms do not say."""
    asking = asked.positions("source_attribution", "credit_line")
    asking |= {each["position"] for each in asked.of("credit_placement") if _placed_kind(each) == "source_attribution"}
    if any(each.get("same_block") for each in asked.of("credit_placement")):
        asking |= asked.positions("link_to_original")
    places = {"top" if position in TOP else "bottom" for position in asking if position != "top_or_bottom"}
    return places or {"bottom"}


def _placed_kind(options: Mapping[str, Any]) -> str:
    return str(options.get("of", "source_attribution"))


def _goal(work: Work, asked: Asked) -> str | None:
    """Where the source's link leads: to the article, but to the home page where only that is asked for."""
    targets = {options.get("target", "article") for options in asked.of("link_to_original")}
    if targets and targets <= {"home"}:
        return work.home
    return work.original.url or work.home


def _add_links(work: Work, asked: Asked, above: list[Line], below: list[Line]) -> None:
    """Adds the links that are asked for and that no line has yet: on prescribed words, in their place and number, to the home page."""
    url, publisher, targets = work.original.url, work.publisher or "", asked.of("link_to_original")
    if url is None:
        if any(options.get("target", "article") == "article" for options in targets):
            asked.need("--url", "link_to_original", "link_anchor")
        return
    if (anchor := _anchors(work, asked)) and not _linked_on(anchor, [*above, *below]):
        below.append(line(Run(anchor[0], url)))
    for place in _link_places(asked):
        lines = above if place == "top" else below
        if url not in hrefs(lines):
            lines.append(worded("link", work.language, url, publisher=publisher))
    most = max([options.get("at_least", 1) for options in targets if options.get("target") != "home"], default=0)
    while hrefs([*above, *below]).count(url) < most:
        below.append(worded("link", work.language, url, publisher=publisher))
    homes = [options for options in targets if options.get("target") == "home"]
    if homes and work.home and work.home not in hrefs([*above, *below]):
        below.append(line(Run(publisher, work.home)))


def _link_places(asked: Asked) -> set[str]:
    asking = asked.positions("link_to_original") - {"top_or_bottom"}
    asking |= {each["position"] for each in asked.of("credit_placement") if _placed_kind(each) == "link_to_original"}
    return {"top" if position in TOP else "bottom" for position in asking}


def _anchors(work: Work, asked: Asked) -> list[str]:
    """The words that the terms want linked, as far as they can be filled in."""
    texts = [text for options in asked.of("link_anchor") for text in options["texts"]]
    found = [filled for text in texts if (filled := work.filled(text))]
    if texts and not found:
        asked.need("--title", "link_anchor")
    return found


def _linked_on(words: list[str], lines: list[Line]) -> bool:
    return any(run.href and any(each in run.text for each in words) for runs in lines for run in runs)


def _statements(work: Work, asked: Asked, above: list[Line]) -> Iterator[Line]:
    """The sentences that the terms prescribe, word for word; those that belong above the text are put there."""
    for options in asked.of("mandated_statement"):
        notice = _notice(work, options.get("notice"))
        texts = _texts({**options, "text": options.get("text") or notice}, _own_wording(work, options))
        found = next((made for text in texts if (made := _sentence_of(work, asked, text, options))), None)
        if found and options.get("position") in TOP:
            above.extend(found)
        elif found:
            yield from found


def _sentence_of(work: Work, asked: Asked, text: str, options: Mapping[str, Any]) -> list[Line]:
    """A statement, with the link that is asked for in it or right behind it."""
    filled = work.filled(text)
    if filled is None:
        return []
    if not options.get("link"):
        return [line(Run(filled))] if "{link}" not in filled else [_sentence(work, asked, text) or ()]
    made = _sentence(work, asked, text) or ()
    if hrefs([made]) or not work.original.url:
        return [made]
    return [made, worded("link", work.language, work.original.url, publisher=work.publisher or "")]


def _copyright(work: Work, asked: Asked) -> Iterator[Line]:
    """The copyright line; where the terms only want the original's kept, nobody knows here whether there is one."""
    wanted = [o for o in asked.of("copyright_line") if not o.get("if_supplied") and o.get("effect") != "no_claim"]
    for options in wanted[:1]:
        holder = next(iter(options.get("holders", ())), work.publisher)
        if holder is None:
            asked.need("--publisher", "copyright_line")
            continue
        year = str(work.original.published.year) if work.original.published else None
        yield copyright_of([*work.original.authors, holder], year, work.language)


def _license(work: Work, asked: Asked) -> Iterator[Line]:
    kinds = ("license_notice", "license_link", "share_alike")
    if not any(kind in asked for kind in kinds):
        return
    named = next((o["license"] for o in asked.of(*kinds) if o.get("license")), work.license)
    if named is None:
        asked.need("--license", *kinds)
        return
    name, url = license_of(named) or (named, None)
    yield worded("license", work.language, url, "license", publisher=work.publisher or "", license=name)


def _notices(work: Work, asked: Asked) -> Iterator[Line]:
    for options in asked.of("fair_use_notice"):
        if text := _notice(work, options.get("notice")):
            yield line(Run(text))


def _terms(work: Work, asked: Asked) -> Iterator[Line]:
    for options in asked.of("terms_repeated"):
        if options.get("text"):
            yield line(Run(options["text"]))
        else:
            yield worded("terms", work.language, work.version.source.url, publisher=work.publisher or "")


def _head(work: Work, asked: Asked) -> Iterator[Fix]:
    article = Article(work.original.url)
    for kind, make in (("canonical_link", canonical_snippet), ("syndication_source_meta", syndication_source_snippet)):
        if kind in asked and article.url:
            yield make(article)
        elif kind in asked:
            asked.need("--url", kind)
    if "noindex" in asked:
        yield noindex_snippet()


def _texts(options: Mapping[str, Any], own: str | None = None) -> list[str]:
    """The wordings that will do, the one in the credit's language first."""
    rest = [options.get("text"), *options.get("texts", ()), *options.get("wording", {}).values()]
    return [text for text in dict.fromkeys([own, *rest]) if text]


def _own_wording(work: Work, options: Mapping[str, Any]) -> str | None:
    by_language = {tag.lower(): text for tag, text in options.get("wording", {}).items()}
    tag = work.language.lower()
    return by_language.get(tag) or by_language.get(tag.split("-")[0])


def _notice(work: Work, name: str | None) -> str | None:
    return next((notice.text for notice in work.terms.notices if notice.id == name), None)


def _names(work: Work) -> list[str]:
    """What the publisher may be called in a sentence of its terms, the longest name first."""
    facts = work.terms.publisher
    known = [work.publisher or "", *([facts.name, *facts.aliases] if facts else [])]
    return sorted(filter(None, known), key=len, reverse=True)
