"""Why readers cannot see an element: by attribute, by inline style, by the page's own style sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_ZERO = re.compile(r"0+(?:\.0+)?(?:px|em|rem|pt|%|ex|ch|vw|vh)?$")
_FAR = re.compile(r"-(\d{4,})(?:\.\d+)?(?:px|pt)?$|-(\d{3,})(?:em|rem)$")
_CLIPPED = re.compile(
    r"rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?\s*\)|inset\((?:50|100)%"
)
_HEX = re.compile(r"#([0-9a-f]{3,8})$")
_NAMED = {"white": "ffffff", "black": "000000"}
_MIGHT_HIDE = re.compile(
    r"display|visibility|opacity|width|height|font|position|left|top|indent|clip|color", re.IGNORECASE
)
NEVER_SHOWN = {"noscript": "noscript", "template": "template", "datalist": "hidden", "object-fallback": "hidden"}


def hidden_by_markup(element: etree._Element) -> str | None:
    """Why an element is hidden by its own attributes: `hidden`, `aria_hidden`, or what its `style` says."""
    if element.get("hidden") is not None:
        return "hidden"
    if (element.get("aria-hidden") or "").strip().lower() == "true":
        return "aria_hidden"
    style = element.get("style")
    return hidden_by_style(style, element) if style and _MIGHT_HIDE.search(style) else None


def hidden_by_style(style: str, element: etree._Element | None = None) -> str | None:
    """Why a list of CSS declarations hides what it applies to, or None."""
    rules = {
        name.lower(): value.replace("!important", "").strip().lower() for name, value in _DECLARATION.findall(style)
    }
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
    for outer in element.iterancestors():
        style = dict(_DECLARATION.findall((outer.get("style") or "").lower()))
        found = _colour(style.get("background-color") or style.get("background") or outer.get("bgcolor"))
        if found:
            return found
    return None


def _colour(value: str | None) -> str | None:
    value = (value or "").split(" ")[0].strip().lower()
    if found := _HEX.match(value):
        digits = found[1]
        return "".join(digit * 2 for digit in digits[:3]) if len(digits) < 6 else digits[:6]
    if value.startswith("rgb("):
        parts = re.findall(r"\d+", (value))
        return "".join(f"{min(int(part[:3]), 255):02x}" for part in parts[:3])
    return _NAMED.get(value, value or None)


def _is_zero(value: str | None) -> bool:
    return bool(value and _ZERO.match(value))


_Rule = tuple[str | None, frozenset[str], frozenset[str], str]
_CSS_NOISE = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)
_COMPOUND = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<rest>(?:[.#][\w-]+)+)$", re.IGNORECASE)
_HIDING_WORDS = re.compile(r"none|hidden|collapse|opacity|clip|-\d{3,}|font(?:-size)?\s*:\s*0|color", re.IGNORECASE)


def style_sheet_hider(sheets: Iterable[str]) -> Callable[[etree._Element], str | None] | None:
    """A test for elements that the page's own style sheets hide, or None where no rule of theirs hides anything.

    Only rules outside `@media` and the like count, with selectors of one compound (`.note`, `p#x.y`): what a state or a script
    may show again (`:hover`, `.open .note`) is not taken for hidden.
    """
    rules: dict[str, list[_Rule]] = {}
    for rule in (rule for sheet in sheets for rule in _hiding_rules(sheet)):
        _, names, ids, _ = rule
        rules.setdefault(min(ids or names), []).append(rule)
    if not rules:
        return None

    def hides(element: etree._Element) -> str | None:
        classes, own = (element.get("class") or "").split(), element.get("id") or ""
        for key in (*classes, own):
            for tag, names, ids, why in rules.get(key, ()):
                if tag in (None, element.tag) and names <= set(classes) and ids <= {own}:
                    return why
        return None

    return hides


def _hiding_rules(sheet: str) -> Iterator[_Rule]:
    if not _HIDING_WORDS.search(sheet):
        return
    for selectors, declarations in _top_level(_CSS_NOISE.sub("", sheet)):
        if _HIDING_WORDS.search(declarations) and (why := hidden_by_style(declarations)):
            yield from _compounds(selectors, why)


def _top_level(css: str) -> Iterator[tuple[str, str]]:
    """The (selectors, declarations) of rules that stand in no other rule's braces."""
    depth, prelude = 0, ""
    for part in re.split(r"([{}])", css):
        if part == "{":
            depth += 1
        elif part == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            prelude = part.rpartition(";")[2].strip()
        elif depth == 1 and not prelude.startswith("@"):
            yield prelude, part


def _compounds(selectors: str, why: str) -> Iterator[_Rule]:
    for selector in selectors.split(","):
        if match := _COMPOUND.match(selector.strip()):
            parts = re.findall(r"[.#][\w-]+", match["rest"])
            names = frozenset(part[1:] for part in parts if part[0] == ".")
            ids = frozenset(part[1:] for part in parts if part[0] == "#")
            yield match["tag"] and match["tag"].lower(), names, ids, why
