"""The words of the link to the original are prescribed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import words_snippet
from checker.page.host import name_key
from checker.page.text import fold
from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, passed, quoted
from checker.requirements.links import Lead, leads
from checker.requirements.options import STRINGS, TARGET
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import filled

_NAMES = "{publisher}"
_TITLE = "{title}"
_SHORT = 3
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class LinkAnchor(Requirement):
    """Asks that a link to `target` covers one of `texts`, in which {publisher} and {title} stand for names and titles."""

    OPTIONS: ClassVar[Schema] = {"texts": STRINGS, "target": TARGET}
    REQUIRED: ClassVar[tuple[str, ...]] = ("texts",)

    texts: tuple[str, ...] = ()
    target: str = "article"

    def judge(self, case: Case) -> Verdict:
        """More words on the link do no harm; no link at all is for `link_to_original` to say."""
        found = [lead for lead in leads(case, self.target) if lead.text.strip()]
        right = [lead for lead in found if self._is_right(case, lead)]
        if right:
            return passed(f"The link stands on {quoted(right[0].text)}.", [right[0].evidence(case)])
        asked = listed((quoted(filled(case, text)) for text in self.texts), "or")
        fix = words_snippet(filled(case, self.texts[0]), case.article)
        if not found:
            return cant_tell("no_link", f"No link was found that could stand on {asked}.", (), fix)
        evidence = [lead.evidence(case) for lead in found]
        return failed(f"The link stands on {quoted(found[0].text)}, not on {asked}.", evidence, fix)

    def _is_right(self, case: Case, lead: Lead) -> bool:
        return any(_stands_in(text, lead.text) for text in self._wordings(case))

    def _wordings(self, case: Case) -> list[str]:
        """The texts with what is known put in; a title that nobody shows may be the page's own."""
        wordings: list[str] = []
        for text in self.texts:
            names = case.names if _NAMES in text else ("",)
            wordings += [text.replace(_NAMES, name).replace(_TITLE, case.article.title or _TITLE) for name in names]
        return [text for text in wordings if name_key(text)]


def _stands_in(text: str, said: str) -> bool:
    """An acronym counts as a word alone: "EN" is none in "opened"."""
    key = name_key(text)
    if key.isascii() and len(key) <= _SHORT:
        return key in _WORD.findall(fold(said))
    return key in name_key(said)
