"""Lines of a credit: text of which a part may be linked, written as HTML, as Markdown or as plain text.

Whatever a line is made of stays text in each of them: a title cannot open a tag, and a name cannot start a list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from checker.page.text import disarmed
from checker.wording import load

_SLOT = re.compile(r"\{([a-z]+)\}")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_OPENS_BLOCK = re.compile(r"(?:[-+=](?=[\s=-]|$)|\d{1,9}(?=[.)](?:\s|$)))")
"""What makes a list or a heading of a line that begins with it."""
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a line; `href` is where they lead."""

    text: str
    href: str | None = None
    rel: str | None = None


Line = tuple[Run, ...]


def worded(key: str, language: str | None, href: str | None = None, rel: str | None = None, **slots: str) -> Line:
    """A line as a language words it (`[credit]` in its wording file), what stands between its brackets linked to `href`."""
    own = load.default()
    template = own.of(language).credit.get(key) or own.of("en").credit[key]
    before, _, rest = template.partition("[")
    inside, _, after = rest.partition("]")
    texts = [_SLOT.sub(lambda slot: slots[slot[1]], part) for part in (before, inside, after)]
    return line(Run(texts[0]), Run(texts[1], href, rel), Run(texts[2]))


def line(*runs: Run) -> Line:
    """A line of those runs that have words, with white space as one space, and without what no page shows."""
    return tuple(Run(_on_one_line(run.text), run.href, run.rel) for run in runs if run.text)


def linked(text: str, words: str, href: str) -> Line:
    """A text with the first place of some words linked; without a link where it does not have them."""
    at = text.find(words) if words else -1
    if at < 0:
        return line(Run(text))
    return line(Run(text[:at]), Run(words, href), Run(text[at + len(words) :]))


def as_html(runs: Line) -> str:
    """A line as a paragraph of HTML."""
    return f"<p>{''.join(map(_html, runs))}</p>"


def as_markdown(runs: Line) -> str:
    """A line as a paragraph of Markdown (CommonMark)."""
    written = "".join(map(_markdown, runs))
    return _OPENS_BLOCK.sub(_escaped_start, written, count=1) if _OPENS_BLOCK.match(written) else written


def as_text(runs: Line) -> str:
    """A line as plain text, with the address behind the words that are linked."""
    return "".join(f"{run.text} ({run.href})" if run.href else run.text for run in runs)


def words_of(runs: Line) -> str:
    """The words of a line alone."""
    return "".join(run.text for run in runs)


def hrefs(lines: Iterable[Line]) -> list[str]:
    """Where the links of some lines lead."""
    return [run.href for runs in lines for run in runs if run.href]


def escape_markdown(text: str) -> str:
    """A text whose marks Markdown takes for letters."""
    return _MARKDOWN.sub(r"\\\1", text)


def _html(run: Run) -> str:
    if not run.href:
        return escape(run.text)
    rel = f'rel="{escape(run.rel)}" ' if run.rel else ""
    return f'<a {rel}href="{escape(run.href)}">{escape(run.text)}</a>'


def _markdown(run: Run) -> str:
    words = escape_markdown(run.text)
    return f"[{words}](<{_target(run.href)}>)" if run.href else words


def _escaped_start(start: re.Match[str]) -> str:
    """A number is no mark that a backslash takes back: its point is."""
    return f"{start[0]}\\" if start[0].isdigit() else f"\\{start[0]}"


def _target(url: str) -> str:
    """A URL for `<...>` in Markdown, which ends at `>` and at the line's end."""
    return url.replace("<", "%3C").replace(">", "%3E").replace("\n", "").replace(" ", "%20")


def _on_one_line(text: str) -> str:
    """Joiners stay, of which some scripts make their words."""
    return disarmed("".join(char for char in re.sub(r"\s+", " ", text) if is_shown(char)))


def is_shown(char: str) -> bool:
    """False for what no page shows, and for marks that turn the direction of all that follows."""
    return char not in _TURNS and unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"}
