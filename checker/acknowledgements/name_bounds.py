"""Where a name begins and ends among words, whoever it names."""

from __future__ import annotations

import re

from checker.acknowledgements import name_words
from checker.acknowledgements.dates import is_date
from checker.page.text import fold, is_ideographic
from checker.wording.wordings import Language

DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24})(?=(?-i:[/\s,.;:)\]\u3040-\u9fff\uac00-\ud7af])|$)(?:/\S*)?",
    re.IGNORECASE,  # but for ideographs, each of which would be looked up: that takes longer than all else here
)
MAX_NAME = 90
"""Characters."""
_STOP = re.compile(
    r"[\n;|•·。；]|[.!?](?=\s|$|[\"')\]])|(?<=\s)[–—-](?=\s)|——|(?<=[^\s\d]),(?=\s)|(?<=[\u3400-\u9fff]),(?=[\u3400-\u9fff])|\s\(|\((?=https?:|www\.)|(?<=\S)（|[）)\]}]|\s\[|,$|[！？，、،؛]|https?://\S+\s|\s@|：|(?<=\S):(?=\s)"
    r"|(?<=[\u3040-\u9fff》」』])\s?(?=(?:19|20)\d\d年)"  # the issue: "江城季刊2021年第3期"
    r"|(?<=\d),(?=\s[^\W\d])|\s(?=(?:[Nn][or]|[Vv]ol)\.\s?\d|[№#]\s?\d)"  # "Example Magazine 12, May 2004", "Example Letters No. 3"
    r"|\s(?=\d{1,3}\s?\([^()\n]{0,12}(?:19|20)\d\d\))"  # "Example Review 5 (2004)"
)
_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}")
_QUOTED = re.compile(r"^[\"“„«《〈「『]([^\"”»》〉」』]{2,120})[\"”»》〉」』]")
_CLOSED = re.compile(r"[^《「『\n]{2,60}?(?=[》」』])")
"""A name up to the mark that closes it, where the one that opens it stands before the slot: "《Example News》2021年第3期"."""
EDGES = " \t\n\"'“”‘’„«»‹›*_`~.,;:–—-|/\\<>《》〈〉「」『』【】[]()（）：，。、#→>›"


def length(text: str, language: Language) -> int:
    """How much of a text is the name it starts with."""
    if quoted := _QUOTED.match(text) or _CLOSED.match(text):
        return quoted.end()
    if domain := DOMAIN.match(text):
        return domain.end(1)
    stop = len(text)
    for match in _STOP.finditer(text):
        if match[0] == "." and name_words.abbreviation().search(text[: match.start()]):
            continue
        stop = match.start()
        break
    return min(_before_ends(text[:stop], language), MAX_NAME)


def _before_ends(text: str, language: Language) -> int:
    """Where a word that ends a name stands: "on" before a small letter or a date, "by" whatever follows."""
    hard = before_hard_ends(text, language)
    text = text[:hard]
    for match in re.finditer(r"\s+(\S+)", text):
        if _is_open(text[: match.start()]):
            continue
        word = fold(match[1]).strip(".,")
        following = text[match.end() :].strip().split(" ", 1)[0]
        if word in language.ends and (
            not following or not is_capital(following) or is_date(fold(following), language.dates)
        ):
            return match.start()
        if _DAY.fullmatch(word) or (is_date(word, language.dates) and word.isdecimal() and int(word) > 31):
            return match.start()
    return len(text)


def _is_open(text: str) -> bool:
    """True where a quotation mark is open: "the programme “Rivers and seas”" is one name."""
    return text.count("“") > text.count("”") or text.count("«") > text.count("»")


def before_hard_ends(text: str, language: Language) -> int:
    """Where the first of the words that always end a name stands, as a word; in scripts without spaces anywhere."""
    folded = fold(text)
    if any(folded.startswith(word) for word in language.hard_ends if is_ideographic(word[0])):
        return 0
    stop = len(text)
    for word in language.hard_ends:
        at = folded.find(word if is_ideographic(word[0]) else f" {word}", 1)
        after = folded[at + len(word) + 1 : at + len(word) + 2]
        if 0 < at < stop and (is_ideographic(word[0]) or not after.isalpha()):
            stop = at
    return stop


def is_capital(word: str) -> bool:
    """True for a word whose first letter is a capital, also behind an elided particle ("d'Example"), or of a script without case."""
    letter = next((char for char in name_words.elided().sub("", word) if char.isalpha()), "")
    return bool(letter) and (letter.isupper() or not letter.islower())


def clean(text: str) -> str:
    """A name without the marks and spaces around it."""
    return " ".join(text.split()).strip(EDGES)
