"""Why readers cannot see an element: by attribute, by inline style, by the page's own style sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from lxml import etree

# Possessive, and from a word's start: style sheets hold pictures, which are very long words.
_DECLARATION = re.compile(r"(?<![\w-])([\w-]++)\s*+:\s*+([^;]++)")
_ZERO = re.compile(r"0*\.?0+(?:px|em|rem|pt|%|ex|ch|vw|vh)?$")
_FAR = re.compile(r"-(\d{4,})(?:\.\d+)?(?:px|pt)?$|-(\d{3,})(?:em|rem)$")
_CLIPPED = re.compile(
    r"rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?\s*\)|inset\((?:50|100)%"
)
_HEX = re.compile(r"#([0-9a-f]{3,8})$")
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+(\d*\.?\d+)%?)?\s*\)")
_MOST_GROUNDS = 60
_NOT_SAID = {"", "inherit", "initial", "unset", "revert", "currentcolor", "none", "auto"}
_NAMED = {"white": "ffffff", "black": "000000"}
_MIGHT_HIDE = re.compile(
    r"display|visibility|opacity|width|height|font|position|left|top|indent|clip|color", re.IGNORECASE
)
NEVER_SHOWN = {"noscript": "noscript", "template": "template", "datalist": "hidden", "object-fallback": "hidden"}


def hidden_by_markup(element: etree._Element) -> str | None:
    """Why an element is hidden by its own attributes: `hidden`, `aria_hidden`, or what its `style` says.

    What stands behind a tab, or is found by a search of the page, readers can open, as they can what is folded.
    """
    if element.get("role") == "tabpanel" or (element.get("hidden") or "").lower() == "until-found":
        return None
    if element.get("hidden") is not None:
        return "hidden"
    if (element.get("aria-hidden") or "").strip().lower() == "true":
        return "aria_hidden"
    if element.tag == "font" and element.get("color"):
        return _same_colour({"color": element.get("color") or ""}, element)
    style = element.get("style")
    return hidden_by_style(style, element) if style and _MIGHT_HIDE.search(style) else None


def hidden_by_style(style: str, element: etree._Element | None = None) -> str | None:
    """Why a list of CSS declarations hides what it applies to, or None."""
    said = _DECLARATION.findall(style.lower())
    if "!" in style:
        said.sort(key=lambda pair: "!important" in pair[1])
    rules = {name: value.replace("!important", "").strip() for name, value in said}
    if rules.get("display") == "none":
        return "display_none"
    if rules.get("visibility") in {"hidden", "collapse"}:
        return "visibility_hidden"
    if _is_zero(rules.get("opacity")):
        return "transparent"
    return _no_size(rules) or _off_screen(rules) or _same_colour(rules, element)


def _no_size(rules: dict[str, str]) -> str | None:
    if _is_zero(rules.get("font-size") or rules.get("font", "").split("/")[0].split(" ")[-1]):
        return "zero_size"
    clipped = rules.get("overflow", "") in {"hidden", "clip"}
    tiny = [rules.get(side) for side in ("width", "height", "max-width", "max-height")]
    if clipped and any(_is_zero(value) or value == "1px" for value in tiny if value):
        return "zero_size"
    return "zero_size" if _CLIPPED.search(rules.get("clip", "") + rules.get("clip-path", "")) else None


def _off_screen(rules: dict[str, str]) -> str | None:
    places = ["text-indent", "margin-left", "margin-top"]
    if rules.get("position") in {"absolute", "fixed", "relative"}:
        places += ["left", "top", "right", "bottom"]
    return "off_screen" if any(_FAR.match(rules.get(place, "")) for place in places) else None


def _same_colour(rules: dict[str, str], element: etree._Element | None) -> str | None:
    """Text in the colour of its ground, where both are said by the element or by what it stands in."""
    text = _colour(rules.get("color"))
    if text is None:
        return None
    if text == "transparent":
        return "same_colour"
    ground = _colour(rules.get("background-color") or rules.get("background"))
    return "same_colour" if text == (ground or _ground_behind(element)) else None


def _ground_behind(element: etree._Element | None) -> str | None:
    if element is None:
        return None
    # Not all of them: each of ten thousand nested elements would ask thousands.
    for outer in islice(element.iterancestors(), _MOST_GROUNDS):
        style = dict(_DECLARATION.findall((outer.get("style") or "").lower()))
        found = _colour(style.get("background-color") or style.get("background") or outer.get("bgcolor"))
        if found:
            return found
    return None


def _colour(value: str | None) -> str | None:
    """A colour as six hexadecimal digits, or as it is written; None where it is another element's."""
    value = (value or "").strip().lower()
    if found := _RGB.match(value):
        if found[4] and float(found[4]) == 0:
            return "transparent"
        return "".join(f"{min(int(part[:3]), 255):02x}" for part in found.group(1, 2, 3))
    value = value.split(" ")[0]
    if found := _HEX.match(value):
        digits = found[1]
        return "".join(digit * 2 for digit in digits[:3]) if len(digits) < 6 else digits[:6]
    return None if value in _NOT_SAID else _NAMED.get(value, value)


def _is_zero(value: str | None) -> bool:
    return bool(value and _ZERO.match(value))


_CSS_NOISE = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)
_NAME = re.compile(r"[.#](?:[\w-]|\\.)+")
_COMPOUND = re.compile(rf"(?P<tag>[a-z][a-z0-9]*)?(?P<names>(?:{_NAME.pattern})+)$", re.IGNORECASE)
_COMBINED = re.compile(r"\s*[\s>+~]\s*")
_FAR_OFF = re.compile(r"-\d{3}")
_NO_FONT = re.compile(r"font(?:-size)?\s*:\s*0")


_ALWAYS = re.compile(r"@media\s+(?:only\s+)?(?:all|screen)|@layer\b.*", re.IGNORECASE)
"""What surrounds rules that hold on every screen."""


class _Written(NamedTuple):
    """A rule as it is written, and whether it stands in another rule's braces."""

    selectors: str
    style: str
    conditional: bool


class _Rule(NamedTuple):
    """One selector of a style sheet's rule: the tag, classes and id that it asks for, and what it says."""

    weight: tuple[int, int, bool, int]
    tag: str | None
    names: frozenset[str]
    style: str

    def matches(self, tag: str, names: AbstractSet[str]) -> bool:
        return self.tag in (None, tag) and self.names <= names


def style_sheet_hider(sheets: Iterable[str]) -> Callable[[etree._Element], str | None] | None:
    """A test for elements that the page's own style sheets hide, or None where no rule of theirs hides anything.

    Only selectors of one compound (`.note`, `p#x.y`) count: what a state or a script may show again (`:hover`,
    `.open .note`) is not taken for hidden, nor what another rule shows there. A rule in `@media` and the like, but for that of
    all screens, hides nothing, but it shows again what others hide.
    """
    rules = [rule for sheet in sheets for rule in _rules(_CSS_NOISE.sub("", sheet))]
    hiding = [rule for rule in rules if not rule.conditional and _hides(rule.style)]
    return _Hider(hiding, rules).why if hiding else None


def _hides(style: str) -> bool:
    """True for a style that hides. A sheet has hundreds of rules, and most have not even a word for it, which is told fast."""
    style = style.lower()
    may = (
        ("display" in style and "none" in style)
        or "visibility" in style
        or "clip" in style
        or ("opacity" in style and "0" in style)
        or ("font" in style and _NO_FONT.search(style))
        or ("overflow" in style and ("width" in style or "height" in style))
        or ("color" in style and ("transparent" in style or "rgba" in style or _has_ground(style)))
        or ("-" in style and _FAR_OFF.search(style))
    )
    return bool(may) and hidden_by_style(style) is not None


def _has_ground(style: str) -> bool:
    """True where a style gives the colour of a text beside that of its ground."""
    return "background" in style and style.count("color") > style.count("-color")


class _Hider:
    """The rules that hide, and all others: those are looked at when an element is hidden, which is rare."""

    def __init__(self, hiding: Iterable[_Written], rules: list[_Written]) -> None:
        self._rules = rules
        self._said: dict[int, tuple[_Rule, ...]] = {}
        self._found: dict[tuple[str, frozenset[str], str], str | None] = {}
        self._hiding: dict[str, list[_Rule]] = {}
        for written in hiding:
            for rule in _compounds(written, 0):
                # Under the name that fewest others stand under: a hostile sheet has thousands of rules for one class.
                name = min(sorted(rule.names), key=lambda name: len(self._hiding.get(name, ())))
                self._hiding.setdefault(name, []).append(rule)
        self._classes = frozenset(name[1:] for name in self._hiding if name.startswith("."))
        self._ids = frozenset(name[1:] for name in self._hiding if name.startswith("#"))

    @cached_property
    def _naming(self) -> dict[str, list[int]]:
        """The numbers of the rules that name a class or an id."""
        found: dict[str, list[int]] = {}
        for number, rule in enumerate(self._rules):
            for name in _NAME.findall(rule.selectors):
                found.setdefault(_plain(name), []).append(number)
        return found

    def why(self, element: etree._Element) -> str | None:
        """Why an element is hidden once all that is said of it is put together, or None."""
        classes = element.get("class")
        if element.get("id") not in self._ids and (not classes or self._classes.isdisjoint(classes.split())):
            return None
        names = {"." + name for name in (element.get("class") or "").split()}
        if ident := element.get("id"):
            names.add("#" + ident)
        tag = str(element.tag)
        if not any(rule.matches(tag, names) for name in names for rule in self._hiding.get(name, ())):
            return None
        # What differs only in names that no rule has is hidden alike.
        key = tag, frozenset(names & self._naming.keys()), element.get("style") or ""
        if key not in self._found:
            self._found[key] = self._put_together(*key)
        return self._found[key]

    def _put_together(self, tag: str, names: frozenset[str], own: str) -> str | None:
        rules = sorted(self._matching(tag, names), key=lambda rule: rule.weight)
        return hidden_by_style(";".join([*(rule.style for rule in rules), own]))

    def _matching(self, tag: str, names: frozenset[str]) -> Iterator[_Rule]:
        for number in {number for name in names for number in self._naming[name]}:
            if number not in self._said:
                self._said[number] = tuple(self._speaking(number))
            yield from (rule for rule in self._said[number] if rule.matches(tag, names))

    def _speaking(self, number: int) -> Iterator[_Rule]:
        """The selectors of a rule that may say what shows or hides."""
        written = self._rules[number]
        if _MIGHT_HIDE.search(written.style) and not (written.conditional and hidden_by_style(written.style)):
            yield from _compounds(written, number)


class _Around(NamedTuple):
    """What opens braces, and whether rules right inside of them hold under a condition."""

    prelude: str
    conditional: bool


_SHEET = _Around("@", conditional=False)


def _rules(css: str) -> Iterator[_Written]:
    """The rules of a style sheet, also those in `@media`."""
    around = [_SHEET]
    for closed in css.split("}"):
        *opening, body = closed.split("{")
        for text in opening:
            if not around[-1].prelude.startswith("@"):
                yield _Written(around[-1].prelude, text, around[-2].conditional)
            prelude = text.rpartition(";")[2].strip()
            around.append(_Around(prelude, around[-1].conditional or not _ALWAYS.fullmatch(prelude)))
        ended = around.pop() if len(around) > 1 else _SHEET
        if not ended.prelude.startswith("@"):
            yield _Written(ended.prelude, body, around[-1].conditional)


def _compounds(written: _Written, number: int) -> Iterator[_Rule]:
    """The selectors of a rule. One of several compounds shows, and hides not: readers may come to see what some state shows again."""
    shows = not hidden_by_style(written.style)
    for selector in written.selectors.split(","):
        last = _COMBINED.split(selector.strip())[-1] if shows else selector.strip()
        if match := _COMPOUND.match(last):
            weighing = list(map(_plain, _NAME.findall(selector)))
            ids = sum(name.startswith("#") for name in weighing)
            tag = match["tag"] and match["tag"].lower()
            names = frozenset(map(_plain, _NAME.findall(match["names"])))
            yield _Rule((ids, len(weighing) - ids, bool(tag), number), tag, names, written.style)


def _plain(name: str) -> str:
    return name.replace("\\", "")
