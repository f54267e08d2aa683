"""A credit block as HTML, as Markdown, as plain text or as JSON-LD, each part for its place on the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.credit import json_ld
from checker.credit.block import Block
from checker.credit.form import Form
from checker.credit.prose import as_html, as_markdown, as_text
from checker.credit.work import Work


@dataclass(frozen=True, slots=True)
class Parts:
    """What goes where: into the head (of a Markdown source: into its front matter), into the head of a Markdown site's template, above and
    below the text.
    """

    head: str = ""
    template: str = ""
    top: str = ""
    bottom: str = ""


_PLACES: Mapping[Form, Mapping[str, str]] = {
    Form.HTML: {
        "head": "<!-- into the head of the page -->",
        "top": "<!-- above the text -->",
        "bottom": "<!-- below the text -->",
    },
    Form.MARKDOWN: {
        "head": "<!-- into the front matter -->",
        "template": "<!-- into the head of the site's template -->",
        "top": "<!-- above the text -->",
        "bottom": "<!-- below the text -->",
    },
    Form.TEXT: {"top": "[above the text]", "bottom": "[below the text]"},
    Form.JSON_LD: {"head": ""},
}


def parts(block: Block, work: Work, form: Form) -> Parts:
    """The parts of a block in a format; what a format cannot hold is left out."""
    if form is Form.JSON_LD:
        return Parts(head=json_ld.script(block, work))
    if form is Form.TEXT:
        return Parts(top="\n".join(map(as_text, block.top)), bottom="\n".join(map(as_text, block.bottom)))
    if form is Form.HTML:
        below = [*map(as_html, block.bottom), *(element.html for element in block.elements)]
        head = "\n".join(element.html for element in block.head)
        return Parts(head, "", "\n".join(map(as_html, block.top)), "\n".join(below))
    keys = [element.markdown for element in block.head if element.markdown != element.html]
    template = [element.html for element in block.head if element.markdown == element.html]
    below = [*map(as_markdown, block.bottom), *(element.markdown for element in block.elements)]
    return Parts("\n".join(keys), "\n".join(template), "\n\n".join(map(as_markdown, block.top)), "\n\n".join(below))


def write(block: Block, work: Work, form: Form) -> str:
    """A block for people to copy: where it has several parts, each under a line that says where it goes."""
    made = parts(block, work, form)
    held = [(label, str(text)) for name, label in _PLACES[form].items() if (text := getattr(made, name))]
    if not held:
        return ""
    if len(held) == 1 and not (made.top or made.template or (made.head and form is Form.MARKDOWN)):
        return held[0][1] + "\n"
    between = "\n\n" if form is Form.MARKDOWN else "\n"
    return "\n\n".join(f"{label}{between}{text}" for label, text in held) + "\n"
