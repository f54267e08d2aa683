"""Templates of wordings: read once into a tree, from it a regular expression and the fixed words to search for.

The language is described in rules/wording/README.md. Both the template and the text are folded, so a template is matched
whatever the case, quotes and widths of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, count

from checker.errors import RulesError
from checker.page.text import IGNORABLE, fold, is_ideographic

SLOTS = frozenset({"source", "author", "translator", "title", "date", "license", "link"})
_TOKEN = re.compile(
    r"(?P<open>\()|(?P<close>\)\??)|(?P<bar>\|)|(?P<list><[a-z_]+>)|(?P<slot>\{[a-z_]+\})|(?P<gap>\.\.\.)|(?P<space>\s+)|(?P<text>(?:\\[()]|[^()|<{\s\\])+|[<{\\])"
)
_BRACKET = re.compile(r"\\([()])")
"""How a template writes a bracket that stands for itself."""
_COLON = re.compile(r"\s*:\s*")
_SPACE = r"[ \n]{0,3}"
_GAP = r"(?:[^\n.!?。！？]|\.(?=\w)|(?<=\d)\.){0,80}?"
_BEFORE_START = re.compile(
    r"[\n (\[>*。！？「『【《\"'](?:(?<=[\n(\[>*。！？「『【《])|(?<=[.!?…|•*·–:;-] )|(?<=\s[\"'])|(?<=\A[\"'])"
    r"|(?<=\A> )|(?<=\n> )|(?<=\*\) )|(?<=[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f] ))|/(?=[^\W\d_]{4,12}: )"
)
"""The last character before a place where a template that starts with `^` may start: to look for it is quicker than at each place."""
_END = r"[ .。!)\]\"'»›→↗*]{0,4}(?=\n|\Z)"
_LAST_SLOT = r"[^\n]{1,300}"
_INNER_SLOT = r"[^\n]{1,200}?"
_FIRST_SLOT = r"[^\n。！？]{1,120}?"
_WORD_END = r"(?!(?<=[a-z])[a-z])"
"""Before a space no slot ends within a word of Latin letters; other scripts have none between a name and what follows it."""
_FIGURE_END = r"(?![0-9a-z])"
"""Behind a figure a word of a script without spaces may follow at once: "10:20来源"."""
_MOST_WORDINGS = 400
_DATE_SLOT = r"[^\n,()]{0,15}?\d[^\n]{0,25}?"


@dataclass(frozen=True, slots=True)
class _Text:
    value: str


@dataclass(frozen=True, slots=True)
class _Slot:
    name: str


@dataclass(frozen=True, slots=True)
class _Space:
    pass


@dataclass(frozen=True, slots=True)
class _Gap:
    pass


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[tuple[_Node, ...], ...]
    optional: bool


_Node = _Text | _Slot | _Space | _Gap | _Choice


class Template:
    """One wording. `anchors` are words of which every match holds at least one.

    `lists` are the lists of words that it may name. Where the anchors are known already, it is read when its expression is first
    needed; else at once. Raises RulesError for what is no template, or has no anchors.
    """

    def __init__(self, text: str, lists: Mapping[str, Sequence[str]], anchors: Sequence[str] = ()) -> None:
        self.text = text
        self.at_start = text.lstrip().startswith("^")
        self._lists = lists
        self.anchors = tuple(anchors) or _anchors(self._nodes)
        if not self.anchors:
            raise RulesError(f"the template {text!r} has no fixed words to search for")

    @property
    def has_gap(self) -> bool:
        """True where anything may stand between two of its words."""
        return "..." in self.text

    @cached_property
    def _nodes(self) -> tuple[_Node, ...]:
        return _read(_COLON.sub(" : ", _folded(self.text.strip().strip("^$ "))), self._lists)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression over folded text; a slot is a group of its name and a number."""
        pattern = "".join(_write(self._nodes, count(), outer=True))
        return re.compile(pattern + (_END if self.text.rstrip().endswith("$") else ""))

    def may_match(self, folded: str) -> bool:
        """False where a folded text lacks words without which nothing in it matches: the expression need not be made for it."""
        # Plain loops: a page of short lines asks this a million times.
        for options in self._needs:
            for words in options:
                for word in words:
                    if word not in folded:
                        break
                else:
                    break
            else:
                return False
        return True

    @cached_property
    def _needs(self) -> tuple[_Options, ...]:
        """What must be there; what is soonest told comes first."""
        return tuple(sorted(_needed(self._nodes), key=lambda options: (len(options), -_least(options))))

    def may_start(self, folded: str, place: int) -> bool:
        """False where what stands at a place of a folded text is no word that a match starts with."""
        return not self._starts or folded.startswith(self._starts, place)

    @cached_property
    def _starts(self) -> tuple[str, ...]:
        return _first(self._nodes)


def starts(folded: str) -> list[int]:
    """The places of a folded text where a template that starts with `^` may start: its own, a line's, a sentence's and the like."""
    return [0, *(before.end() for before in _BEFORE_START.finditer(folded))]


def _read(text: str, lists: Mapping[str, Sequence[str]]) -> tuple[_Node, ...]:
    stack: list[list[list[_Node]]] = [[[]]]
    for match in _TOKEN.finditer(text):
        kind, value = match.lastgroup, match[0]
        if kind == "open":
            stack.append([[]])
        elif kind == "bar":
            stack[-1].append([])
        elif kind == "close":
            if len(stack) < 2:
                raise RulesError(f"a ) too many in {text!r}")
            options = tuple(tuple(option) for option in stack.pop())
            stack[-1][-1].append(_Choice(options, value.endswith("?")))
        else:
            stack[-1][-1].append(_leaf(str(kind), value, lists, text))
    if len(stack) != 1 or len(stack[0]) != 1:
        raise RulesError(f"a ( without its ), or a | outside of one, in {text!r}")
    return tuple(stack[0][0])


def _leaf(kind: str, value: str, lists: Mapping[str, Sequence[str]], text: str) -> _Node:
    if kind == "space":
        return _Space()
    if kind == "gap":
        return _Gap()
    if kind == "list":
        if value[1:-1] not in lists:
            raise RulesError(f"{text!r} names the list {value}, which is not under [words]")
        return _Choice(tuple(_words(word) for word in lists[value[1:-1]]), optional=False)
    if kind == "slot":
        if value[1:-1] not in SLOTS:
            raise RulesError(f"{text!r} has the slot {value}, which nobody knows")
        return _Slot(value[1:-1])
    return _Text(_BRACKET.sub(r"\1", value))


def _folded(text: str) -> str:
    """As the text of a page is: folded, without the characters that nobody sees."""
    return fold(IGNORABLE.sub("", text))


_Options = tuple[tuple[str, ...], ...]
"""Words of which those of one group must all be there."""


def _needed(nodes: tuple[_Node, ...]) -> Iterator[_Options]:
    """The words of a sequence's parts; none of a part that may be made of anything."""
    if words := tuple(node.value for node in nodes if isinstance(node, _Text)):
        yield (words,)
    for node in nodes:
        if isinstance(node, _Choice) and not node.optional:
            found = [max(_needed(option), key=_least, default=()) for option in node.options]
            if all(found):
                yield tuple(dict.fromkeys(chain.from_iterable(found)))


def _least(options: _Options) -> int:
    """How many letters must be there at least."""
    return min(sum(map(len, words)) for words in options)


def _first(nodes: tuple[_Node, ...]) -> tuple[str, ...]:
    """The words that a sequence starts with; none where it may start with anything."""
    first = nodes[0] if nodes else None
    if isinstance(first, _Text):
        return (first.value,)
    if not isinstance(first, _Choice) or first.optional:
        return ()
    options = [_first(option) for option in first.options]
    return tuple(dict.fromkeys(word for option in options for word in option)) if all(options) else ()


@cache
def _words(text: str) -> tuple[_Node, ...]:
    """The words of a list's entry, which many templates name."""
    nodes: list[_Node] = []
    for word in _folded(text).split():
        nodes += [_Space(), _Text(word)] if nodes else [_Text(word)]
    return tuple(nodes)


def _write(
    nodes: tuple[_Node, ...],
    numbers: Iterator[int],
    *,
    outer: bool = False,
    last: bool = True,
    bounds: tuple[bool, bool] = (True, True),
) -> Iterator[str]:
    """The expression of a sequence: all of a template (`outer`) or a part, behind which nothing need follow (`last`).

    `bounds` tell whether a word may not touch what stands before it and behind it.
    """
    for index, node in enumerate(nodes):
        left = bounds[0] if index == 0 else isinstance(nodes[index - 1], _Space)
        right = bounds[1] if index == len(nodes) - 1 else isinstance(nodes[index + 1], _Space)
        if isinstance(node, _Text):
            yield (r"\b" if left and _is_word(node.value[0]) else "") + re.escape(node.value)
            yield _bound(node.value[-1]) if right else ""
        elif isinstance(node, _Space):
            yield _SPACE
        elif isinstance(node, _Gap):
            # The first words between two gaps are as good as any further ones: to try each of them takes the square of the time.
            yield (r"(?>" if _is_between_gaps(nodes, index) else "") + _GAP
        elif isinstance(node, _Slot):
            yield f"(?P<{node.name}_{next(numbers)}>{_slot(nodes, index, outer=outer, last=last)})"
        else:
            ends = last and not _must_follow(nodes, index)
            options = ("".join(_write(option, numbers, last=ends, bounds=(left, right))) for option in node.options)
            yield f"(?:{'|'.join(options)})" + ("?" if node.optional else "")
        if index > 1 and not isinstance(node, _Space) and isinstance(nodes[index - 2], _Gap):
            yield ")" if _is_between_gaps(nodes, index - 2) else ""


def _bound(last: str) -> str:
    """What may not go on behind a word's last character."""
    return _FIGURE_END if last.isdigit() else r"\b" if _is_word(last) else ""


def _is_between_gaps(nodes: tuple[_Node, ...], index: int) -> bool:
    """True for a gap behind which words that must be there stand alone before another gap: "... (sole|own) ..."."""
    match nodes[index + 1 : index + 5]:
        case (_Space(), _Text() | _Choice(optional=False) as words, _Space(), _Gap()):
            return bool(_spelled(words))
    return False


def _slot(nodes: tuple[_Node, ...], index: int, *, outer: bool, last: bool) -> str:
    if isinstance(nodes[index], _Slot) and nodes[index].name == "date":  # type: ignore[union-attr]
        return _DATE_SLOT
    ends = _WORD_END if _is_before_words(nodes, index) else ""
    if outer and index == 0:
        return _FIRST_SLOT + ends
    return _LAST_SLOT if last and not _must_follow(nodes, index) else _INNER_SLOT + ends


def _is_before_words(nodes: tuple[_Node, ...], index: int) -> bool:
    """True where a space, and no gap, follows a slot: what is written right behind it may be the ending of a name."""
    match nodes[index + 1 : index + 3]:
        case (_Space(), following):
            return not isinstance(following, _Gap)
    return False


def _must_follow(nodes: tuple[_Node, ...], index: int) -> bool:
    """True where more than a gap and what may be missing stands behind a part of a sequence."""
    return any(
        isinstance(node, (_Text, _Slot)) or (isinstance(node, _Choice) and not node.optional)
        for node in nodes[index + 1 :]
    )


def _is_word(char: str) -> bool:
    return char.isalnum() and not is_ideographic(char)


def _anchors(nodes: tuple[_Node, ...]) -> tuple[str, ...]:
    """Of all the things that must be there, the one whose shortest wording is the longest."""
    best: tuple[str, ...] = ()
    for found in _required(nodes):
        if _weight(found) > _weight(best):
            best = found
    return best


def _spelled(node: _Node) -> tuple[str, ...]:
    """All wordings of a part that must be there; none where they cannot be told, or are too many."""
    if isinstance(node, _Text):
        return (node.value,)
    if not isinstance(node, _Choice) or node.optional:
        return ()
    found: list[str] = []
    for option in node.options:
        whole: tuple[str, ...] = ("",)
        for part in option:
            spelled = (" ",) if isinstance(part, _Space) else _spelled(part)
            whole = tuple(one + other for one in whole for other in spelled)
        found += whole
        if not whole or len(found) > _MOST_WORDINGS:
            return ()
    return tuple(dict.fromkeys(found))


def _required(nodes: tuple[_Node, ...]) -> Iterator[tuple[str, ...]]:
    run: list[str] = []
    for node in (*nodes, _Gap()):
        if isinstance(node, _Text) and node.value != ":":
            run.append(node.value)
        elif isinstance(node, _Space) and run and not is_ideographic(run[-1][-1]):
            run.append(" ")
        else:
            if text := "".join(run).strip():
                yield (text,)
            run = []
        if isinstance(node, _Choice) and not node.optional:
            options = [_anchors(option) for option in node.options]
            if all(options):
                yield tuple(dict.fromkeys(anchor for option in options for anchor in option))


def _weight(anchors: tuple[str, ...]) -> float:
    """Long words are rare, and few are cheaper to look for than many; ideographs say more a character."""
    if not anchors:
        return 0
    shortest = min(sum(2.5 if is_ideographic(char) else 1 for char in anchor) for anchor in anchors)
    return shortest - len(anchors) * 0.01 if shortest >= 2 else 0.5
