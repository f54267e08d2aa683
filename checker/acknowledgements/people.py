"""From the words of a byline to persons: who wrote a work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.acknowledgements import name_words
from checker.acknowledgements.name_bounds import before_hard_ends, clean, is_capital
from checker.page.text import CAPITALS, fold, is_ideographic
from checker.wording.wordings import Language

_PEOPLE_END = re.compile(rf",\s*(?=[“„«])|[|•·(（。：【\[;；]|\s[–—-]\s|\.\s(?=[{CAPITALS}])(?<![{CAPITALS}]\.\s)|:\s")
_COUNTED = re.compile(r"[\u3400-\u9fff]\s*[:：]\s*$")
"""The end of a label before a figure, "字数统计: 2,319": in ideographs it is as long as a name."""


def people(text: str, language: Language, *, labelled: bool = False) -> tuple[str, ...]:
    """The persons in a byline: "Ann Writer and Bo Reader, Example News" -> Ann Writer, Bo Reader (not the rest of the line).

    Behind a label ("Author:") one word is a name too.
    """
    text = text.split("\n", 1)[0][:200]
    return tuple(_people(text[: before_hard_ends(text, language)], language, labelled=labelled))


def _people(text: str, language: Language, *, labelled: bool) -> Iterator[str]:
    text = _without_title(text.lstrip())
    text = _before_date(text, language)
    if _COUNTED.search(text):
        return
    text = _PEOPLE_END.split(text)[0]
    cleaned = (clean(part).removeprefix("@") for part in name_words.between().split(text))
    parts = [part for at, part in enumerate(cleaned) if part or not at]  # nothing stands between a comma and an "and"
    for name in parts:
        if not (is_person(name, language) or (labelled and len(parts) == 1 and _is_pen_name(name, language))):
            return
        yield name


def _is_pen_name(name: str, language: Language) -> bool:
    """True for one word that may be a name where a label says that one follows."""
    return (
        2 <= len(name) <= 30
        and re.sub(r"(?<=\w)[._-](?=\w)", "", name).isalnum()
        and fold(name) not in language.vague | language.dates
    )


def _before_date(text: str, language: Language) -> str:
    """What stands before a date, without a word that leads to it ("Ann Writer on"). It begins at a figure, or a month before one."""
    found = re.search(r"(?:\b([^\W\d_]+)\.?\s+)?\d", text)
    if not found:
        return text
    before = text[: found.start() if not found[1] or fold(found[1]) in language.dates else found.end() - 1]
    for word in reversed(list(re.finditer(r"[^\s,]+", before))):
        if fold(word[0]) in language.ends:
            return before[: word.start()]
        if fold(word[0]).strip(".") not in language.dates:  # but for the day's name: "on Friday, May 3"
            break
    return before


def is_person(name: str, language: Language) -> bool:
    """True for what may be a person's name: two to six words, all but particles with a capital; or a short name in ideographs."""
    bare = _without_title(name)
    if any(is_ideographic(char) for char in bare):
        # "Example News 블로그": a site's name beside a common noun.
        if " " in bare and any(char.isascii() and char.isalpha() for char in bare):
            return False
        return 2 <= len(bare) <= 24 and not any(char.isdigit() for char in bare)
    words = bare.split()
    if not 2 <= len(words) <= 6 or any(char.isdigit() or char in "@/:!?<>{}+=&" for char in bare):
        return False
    dated = all(fold(word).strip(".") in language.dates for word in words)
    return not dated and _is_written_as_name(words)


def _is_written_as_name(words: Sequence[str]) -> bool:
    """True where all words but particles have a capital, no particle ends them, and they begin like no publisher: "The Example Review"."""
    particles, last = name_words.particles(), words[-1]
    trailing = fold(last) in particles and not (is_capital(last) and fold(last) in name_words.surnames())
    return (
        not trailing
        and fold(words[0]) not in name_words.articles()
        and is_capital(words[0].strip("'’"))
        and all(is_capital(word) or fold(word) in particles for word in words)
    )


def _without_title(name: str) -> str:
    titled = name_words.title().match(name)
    return name[titled.end() :] if titled else name
