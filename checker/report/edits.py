"""What differs between a copy and its original as lines for people, word by word: [-taken out-], {+put in+}, as GNU wdiff marks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from checker.model import Edit, EditClass
from checker.original.segments import segments
from checker.page.text import printable

_MOST = 5
_LONGEST = 240
_EQUAL = 40
_WHOLE = frozenset({EditClass.MOVED, EditClass.HEADLINE, EditClass.LINK_REMOVED, EditClass.LINK_CHANGED})
"""What stands nowhere in a text, or in two places: it is shown without the words around it."""
_MARKS = {"removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}


def lines(edits: Sequence[Edit], *, whole: bool) -> Iterator[Text]:
    """A line an edit, in the order of the original: the first few of them, cut where they are long, or all with `whole`.

    How many are of typography alone is only counted.
    """
    shown = [edit for edit in edits if edit.kind not in {EditClass.TYPOGRAPHY, EditClass.TRANSLATED}]
    for edit in shown if whole else shown[:_MOST]:
        yield _line(edit, whole=whole)
    more = [] if whole or len(shown) <= _MOST else [f"{len(shown) - _MOST} more edits (--verbose lists them)"]
    if typed := sum(edit.kind is EditClass.TYPOGRAPHY for edit in edits):
        more.append(f"{typed} of typography alone")
    if more:
        yield Text(f"      - and {', '.join(more)}", "dim")


def _line(edit: Edit, *, whole: bool) -> Text:
    place = f" (line {edit.line})" if edit.line else ""
    line = Text.assemble("      - ", (edit.kind.value.replace("_", " "), "bold"), f"{place}: ")
    if edit.kind is EditClass.MOVED:
        return line.append(_safe(edit.copy, _LONGEST))
    before, after = ("", "") if edit.kind in _WHOLE else (edit.before, edit.after)
    line.append(_safe(before.lstrip(), _LONGEST))
    for kind, text in _pieces(edit):
        line.append_text(_piece(kind, text, whole=whole))
    return line.append(_safe(after.rstrip(), _LONGEST))


def _pieces(edit: Edit) -> Iterator[tuple[str, str]]:
    if edit.kind in {EditClass.LINK_CHANGED, EditClass.LINK_REMOVED}:
        yield from (("removed", edit.original), ("added", edit.copy))
    else:
        yield from ((each.kind, each.text) for each in segments(edit.original, edit.copy))


def _piece(kind: str, text: str, *, whole: bool) -> Text:
    """A stretch with its marks behind the space that it begins with."""
    if kind == "equal":
        return Text(_safe(text, _LONGEST if whole else _EQUAL))
    if not text:
        return Text()
    opens, closes, style = _MARKS[kind]
    bare = text.lstrip()
    said = _safe(bare, len(bare) if whole else _LONGEST)
    return Text.assemble(" " * (len(bare) < len(text)), (f"{opens}{said}{closes}", style))


def _safe(text: str, most: int) -> str:
    """Page text that cannot do anything to a terminal, on one line; the space at its ends is kept. Its middle goes where it is long."""
    words = " ".join(text.split())
    if not words:
        return " " * bool(text)
    said = f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"
    if len(said) > most:
        said = f"{said[: most // 2]} […] {said[-most // 2 :]}"
    return printable(said)
