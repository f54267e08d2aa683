"""The documentation of a requirement, for whoever meets its name in a report: of a type, of a pack's requirement, of a
finding that is the program's own, of a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from checker import data, requirements
from checker.credit.prose import escape_markdown
from checker.errors import UsageError
from checker.terms.library import Library
from checker.terms.pack import Demand, Terms

_ROW = re.compile(r"^\| `([a-z_]+)` \| (.+) \|$", re.MULTILINE)
_OWN_START = "## Findings of its own"
_REASONS_START = "## Reasons"


def page(name: str, library: Library) -> str:
    """The page of a requirement type, of `pack/requirement`, of a finding of the program's own or of a reason, in Markdown.

    Raises UsageError, which tells the nearest names, for what is none of them.
    """
    if name in requirements.TYPES:
        return of_type(name)
    if "/" in name:
        return _of_pack(name, library)
    if name in (own := own_findings()):
        return f"# `{name}`\n\n{own[name]}\n\nNo rule pack asks for it: the program says so by itself.\n"
    if name in (told := reasons()):
        return f"# `{name}`\n\n{told[name]}\n\n{_mentions(name)}"
    raise UsageError(_unknown(name, [*requirements.TYPES, *own, *told]))


def of_type(name: str) -> str:
    """A requirement type's page."""
    return (data.folder("docs") / "requirements" / f"{name}.md").read_text("utf-8")


def own_findings() -> dict[str, str]:
    """What each finding means that stands in no rule pack, as docs/report.md says it."""
    return _rows(_OWN_START, _REASONS_START)


def reasons() -> dict[str, str]:
    """What each reason means, as docs/report.md says it."""
    return _rows(_REASONS_START)


def _rows(start: str, end: str | None = None) -> dict[str, str]:
    """The rows of a table of docs/report.md, between two texts."""
    text = (data.folder("docs") / "report.md").read_text("utf-8").partition(start)[2]
    return dict(_ROW.findall(text.partition(end)[0] if end else text))


def _of_pack(name: str, library: Library) -> str:
    pack, _, wanted = name.partition("/")
    terms = library.called(pack)
    demands = {demand.id: demand for demand in terms.version_of().demands}
    if wanted not in demands:
        raise UsageError(_unknown(wanted, list(demands), f" in {pack}"))
    types = dict.fromkeys(demands[wanted].test.types)
    return "\n\n".join(["\n\n".join(_said(terms, demands[wanted])), *map(of_type, types)])


def _said(terms: Terms, demand: Demand) -> Iterator[str]:
    version = terms.version_of()
    yield f"# `{terms.id}/{demand.id}`"
    yield f"{escape_markdown(terms.profile.name)}, terms {version.id}, {demand.strength.value.replace('_', ' ')}:"
    yield f"> {escape_markdown(' '.join(demand.clause.text.split()))}"
    yield f"Read on {version.source.read} at <{demand.clause.url or version.source.url}>."
    if demand.when:
        yield f"Asked only where {escape_markdown(str(demand.when))}."
    if not demand.sure:
        yield "The rule pack is not sure that the terms ask for this."


def _mentions(reason: str) -> str:
    """The types that give a reason."""
    named = [f"`{name}`" for name in requirements.TYPES if f"`{reason}`" in of_type(name)]
    return f"Given by {', '.join(named)}.\n" if named else "Given by any type.\n"


def _unknown(name: str, known: list[str], where: str = "") -> str:
    near = get_close_matches(name, known, 3, 0.5)
    hint = f"; did you mean {' or '.join(near)}?" if near else f"; known are {', '.join(known)}"
    return f"there is nothing to explain called {name!r}{where}{hint}"
