"""What an element passes on to what it contains: region, what hides it, whether its text is the page's."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from lxml import etree

from checker.page.page import Region
from checker.page.prose import Names
from checker.page.regions import ARTICLES, region_of, typed
from checker.page.visibility import NEVER_SHOWN, hidden_by_markup

BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav noscript object ol option p pre "
    "section select summary svg table tbody td template tfoot th thead title tr ul video audio".split()
)
_NO_TEXT = frozenset({"script", "style", "title", "textarea", "option", "svg", "iframe", "noembed", "noframes"})
# libxml2 leaves what it does not know (`<main>`, `<article>`) in a head that was not closed: only these belong there.
OF_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
LOADS = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "amp-pixel": "src",
    "amp-img": "src",
}
NOTED = frozenset({"a", "br", "meta", "link", "title", "base", *LOADS})
# What may hide an element, or say more of it than its tag, its class and its id do.
_TELLING = frozenset({"hidden", "aria-hidden", "style", "color", "role", "itemprop", "itemtype"})
# Of these a class may still make another; what stands in a sidebar is the sidebar's.
_DIVIDED = frozenset({Region.ARTICLE, Region.MASTHEAD, Region.BYLINE})
_LISTS = frozenset({"ul", "ol"})
_AROUND_ARTICLES = frozenset({Region.MASTHEAD, Region.SIDEBAR})


class State(NamedTuple):
    """What an element passes on to what it contains."""

    region: Region
    hidden_by: str | None = None
    in_article: bool = False
    in_head: bool = False
    shut: bool = False
    """True where text is not the page's: scripts, options, titles."""


_Key = str | tuple[str, str | None, str | None]
"""An element as far as it matters: its tag where it has no attributes, else its tag, its class and its id."""


START = State(Region.ARTICLE)


class Step:
    """A way into an element: from one state into another, with what is to be done there.

    A page has thousands of elements and few kinds of them. So each step is made once, and remembers the next ones.
    """

    __slots__ = ("acts", "alike", "ends", "is_aside", "is_bare", "is_block", "next", "outer", "shut", "state", "tag")

    def __init__(self, tag: str, outer: State, state: State) -> None:
        self.tag = tag
        self.outer = outer
        self.state = state
        self.shut = state.shut
        self.is_block = tag in BLOCKS
        self.is_aside = not self.is_block and state.hidden_by != outer.hidden_by
        self.acts = self.is_block or self.is_aside or tag in NOTED
        """Something is to be done at its start tag, beside its text."""
        self.ends = self.is_block or self.is_aside or tag == "a"
        """Something is to be done at its end tag."""
        self.is_bare = self.is_block and tag not in NOTED
        """All that is to be done is to end the block before it."""
        self.next: dict[_Key, Step] = {}
        self.alike: dict[str, Step] = {}
        """The next steps that leave the state as it is, by their tags."""


class Steps:
    """The steps of one page. `hides` tells what its style sheets hide; `has_property` is told of elements with an `itemprop`.

    The names of `plain` elements say nothing of their region.
    """

    def __init__(
        self,
        hides: Callable[[etree._Element], str | None] | None,
        has_property: Callable[[etree._Element, str], None],
        plain: Collection[Names] = (),
    ) -> None:
        self._hides = hides
        self._plain = plain
        self._has_property = has_property
        self._known: dict[tuple[str, State, State], Step] = {}

    def into(self, node: etree._Element, outer: Step) -> Step:
        """The step into an element; nearly all have been made before."""
        attributes, tag = node.keys(), node.tag
        if not attributes:
            return outer.next.get(tag) or self._made(node, outer, tag)
        if _TELLING.isdisjoint(attributes):
            key = tag, node.get("class"), node.get("id")
            return outer.next.get(key) or self._made(node, outer, key)
        if name := node.get("itemprop") if tag not in NOTED else None:
            self._has_property(node, name)
        return self._step(tag, outer, self._state(node, outer.state, hidden_by_markup(node)))

    def forget(self) -> None:
        """Lets go of all steps: they lead to each other in circles, and would outlive their page."""
        for step in self._known.values():
            step.next.clear()
            step.alike.clear()

    def _made(self, node: etree._Element, outer: Step, key: _Key) -> Step:
        """A new step, remembered under its key."""
        step = outer.next[key] = self._step(node.tag, outer, self._state(node, outer.state))
        return step

    def _step(self, tag: str, outer: Step, state: State) -> Step:
        """The step into a state: one for all elements that lie in the same one."""
        if state is outer.state and tag in outer.alike:
            return outer.alike[tag]
        key = tag, outer.state, state
        if key not in self._known:
            self._known[key] = Step(tag, outer.state, state)
        if state is outer.state:
            outer.alike[tag] = self._known[key]
        return self._known[key]

    def _state(self, node: etree._Element, outer: State, marked: str | None = None) -> State:
        """The state inside an element, the outer one itself where it is the same; `marked` is why its own attributes hide it."""
        tag, names, ident = node.tag, node.get("class"), node.get("id")
        region, hidden, in_article, in_head, shut = outer
        hidden = hidden or NEVER_SHOWN.get(tag) or marked
        if not hidden and self._hides and (names or ident):
            hidden = self._hides(node)
        if region in _DIVIDED and (tag, names, ident) not in self._plain:
            part = typed(node.get("itemtype"))
            in_article = in_article and part is None
            region = part or region_of(tag, node.get("role"), names, ident, in_article=in_article) or region
        if region is Region.MASTHEAD and tag in _LISTS and _is_in_item(node):
            region = Region.NAVIGATION  # a list within a list of a site's head is a menu
        if tag in ARTICLES or node.get("role") in ARTICLES:
            in_article = True
            region = Region.ARTICLE if region in _AROUND_ARTICLES else region
        in_head = tag == "head" or (in_head and tag in OF_HEAD)
        inner = (region, hidden, in_article, in_head, shut or tag in _NO_TEXT)
        return outer if inner == outer else State(*inner)


def _is_in_item(node: etree._Element) -> bool:
    around = node.getparent()
    return around is not None and around.tag == "li"
