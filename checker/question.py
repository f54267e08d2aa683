"""What is asked of a page, beside what stands on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from checker.documents.web.answer import without_login
from checker.model import Audience
from checker.page.site import UNKNOWN, Site
from checker.terms.conditions import Facts
from checker.terms.pack import Terms

if TYPE_CHECKING:
    from checker.original.original import Original


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a page.

    `terms` and `original` (an address) override what the page tells of itself; `shown` is the original where somebody shows it, and
    `facts` are declared, by the names that conditions use. `site` is the one that the page belongs to, and `today` the day of the run. With
    `inline`, what a file's own source lets pass counts. `version` names the version of the terms, where the page's day does not decide.
    `fetched` is True where `shown` is what stands at the address that the page itself names: that makes no page a copy, and may be another
    text. `authors` are who wrote the original, for what mends a page that names nobody. `matched` is True where the text of `shown` was
    found on the page: that makes it a copy, whatever it says. `elsewhere` is the address that the page names, where another text stands.
    """

    terms: Terms | None = None
    original: str | None = None
    audience: Audience = Audience.COMMUNITY
    shown: Original | None = None
    facts: Facts = field(default_factory=dict)
    site: Site = UNKNOWN
    today: date = field(default_factory=date.today)
    inline: bool = True
    version: str | None = None
    fetched: bool = False
    authors: tuple[str, ...] = ()
    matched: bool = False
    elsewhere: str | None = None

    @property
    def original_url(self) -> str | None:
        """The original's address without a login, as far as the call tells it."""
        if self.original:
            return without_login(self.original)
        return self.shown.url if self.shown and not self.fetched else None
