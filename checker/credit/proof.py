"""A credit block is judged before it is handed over: put on a page, it must pass what it claims to meet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from checker.credit.block import Block, blocks
from checker.credit.form import Form
from checker.credit.formats import Parts, parts
from checker.credit.prose import escape_markdown
from checker.credit.work import Work, asked, does
from checker.documents.document import Document, Media
from checker.errors import UsageError
from checker.model import Audience, Finding, Outcome
from checker.original.original import Original
from checker.terms.pack import Demand, Strength

if TYPE_CHECKING:
    from checker.engine import Engine

_TEXT = tuple(
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. "
    f"Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat {number}."
    for number in ("unus", "duo", "tres", "quattuor", "quinque", "sex", "septem", "octo")
)
"""A body that credits nobody, long enough to have a top and a bottom."""

_PLACE = re.compile(r" \(line \d+, column \d+\)")


@dataclass(frozen=True, slots=True)
class Host:
    """For whom the page is published, and the facts that were declared."""

    audience: Audience
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Left:
    """Something that the terms ask for and that the block does not do; `message` says what the judge said, where it could have done it."""

    demand: Demand
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A block, and what it leaves to whoever republishes."""

    block: Block
    left: tuple[Left, ...]
    met: tuple[str, ...]
    """The ids of the requirements that it meets."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How blocks are judged: by which engine, for which article and host, in which format."""

    engine: Engine
    work: Work
    host: Host
    form: Form

    def credit(self) -> Credit:
        """The block for the article under its terms. Raises UsageError where these are not about it, or demand a value that is missing."""
        bare = self._judged(Parts())
        if closed := bare.get("terms"):
            raise UsageError(closed.message)
        due = [each for each in self.work.version.demands if bare[each.id].outcome is not Outcome.INAPPLICABLE]
        wanted = asked([demand for demand in due if demand.strength is not Strength.MUST_NOT])
        # What the terms prescribe may name the author where a source line names the publisher: then both are there.
        return min((self._tried(block, due) for block in blocks(self.work, wanted)), key=lambda each: len(each.left))

    def _tried(self, block: Block, due: Sequence[Demand]) -> Credit:
        found = self._judged(parts(block, self.work, self.form))
        met = [each for each in due if does(each) and self._is_known(each) and found[each.id].outcome is Outcome.PASSED]
        left = (Left(each, _why(found[each.id]) if does(each) else None) for each in due if each not in met)
        return Credit(block, tuple(left), tuple(demand.id for demand in met))

    def _is_known(self, demand: Demand) -> bool:
        """False for a pass that only says that nothing is known which could be missing."""
        first = self.work.original
        known = {"author_credit": first.authors, "author_affiliation": first.affiliations}
        return all(known.get(name, True) for name in demand.test.types)

    def _judged(self, made: Parts) -> Mapping[str, Finding]:
        from checker.question import Question  # noqa: PLC0415  (the engine reads the requirements, and those read this room)

        known = {"language": self.work.language, "translated": _is_translated(self.work), "page_date": self.work.today}
        question = Question(self.work.terms, None, self.host.audience, _shown(self.work), {**known, **self.host.facts})
        report = self.engine.check(page(made, self.work, self.form), question)
        return {finding.requirement: finding for finding in report.findings}


def page(made: Parts, work: Work, form: Form) -> Document:
    """A page that has a headline, a text and the parts of a block."""
    if form is Form.MARKDOWN:
        return Document("credit.md", _markdown(made, work).encode(), Media.MARKDOWN)
    return Document("credit.html", _html(made, work, form).encode(), Media.HTML)


def _why(finding: Finding) -> str:
    """What the judge said, without the places: they are those of a page that nobody else sees."""
    return _PLACE.sub("", finding.message)


def _shown(work: Work) -> Original:
    """The original with a stand-in for its text, which the page has unchanged: what may be done to it is not the credit's to say."""
    return replace(
        work.original,
        paragraphs=_TEXT,
        language=work.language,
        frame=frozenset(),
        anchors=(),
        images=(),
        taglines=(),
    )


def _is_translated(work: Work) -> bool:
    """True for a credit in another language than the original's or, where that is not known, than any in which its publisher publishes."""
    facts = work.terms.publisher
    own = (work.original.language,) if work.original.language else facts.languages if facts else ()
    return bool(own) and work.language.split("-")[0].lower() not in {tag.split("-")[0].lower() for tag in own}


def _html(made: Parts, work: Work, form: Form) -> str:
    title = escape(work.original.title or work.publisher or "-")
    text = "\n".join(f"<p>{paragraph}</p>" for paragraph in _TEXT)
    top, bottom = (made.top, made.bottom) if form is not Form.TEXT else map(_typed, (made.top, made.bottom))
    return (
        f'<!doctype html><html lang="{escape(work.language)}"><head><meta charset="utf-8"><title>{title}</title>{made.head}</head>'
        f"<body><article><h1>{title}</h1>\n{top}\n{text}\n{bottom}\n</article></body></html>"
    )


def _typed(text: str) -> str:
    """Plain text as an editor makes paragraphs of it."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


def _markdown(made: Parts, work: Work) -> str:
    title = escape_markdown(" ".join((work.original.title or work.publisher or "-").split()))
    front = f"---\n{made.head}\n---\n\n" if made.head else ""
    return "\n\n".join([f"{front}# {title}", made.top, *_TEXT, made.bottom]) + "\n"
