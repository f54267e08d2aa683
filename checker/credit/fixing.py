"""A page that falls short -> its source with what is missing put in, and a reason for all that is not.

One thing is put in at a time, and the page is checked again. It stays only where its requirement passes now, no other came off
worse, and nothing else of the page is read differently. So whatever is claimed to be mended is, and a second run has nothing to do.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from checker.acknowledgements.scene import Scene
from checker.credit.known import completed, is_contradicted
from checker.credit.offers import REFUSED, Offers, offers
from checker.credit.proposals import Means, proposals
from checker.credit.sources.splice import Edit, spliced
from checker.credit.sources.unchanged import only_changed
from checker.documents.document import Document
from checker.engine import Engine
from checker.errors import TargetError
from checker.model import Finding, Outcome, PageReport, Publisher, Severity
from checker.page import templates
from checker.question import Question
from checker.requirements.judge import not_read

_ORDER = (
    "author_credit", "byline_format", "credit_line", "source_attribution", "link_to_original", "link_anchor", "link_quality",
    "copyright_line", "license_notice", "license_link",
)  # fmt: skip
"""What is put in first: words of the terms' own may name the source, and a line that names the source links to it.

What is not here comes behind, in the order of the terms.
"""
_BY_KEY = frozenset({"canonical_link"})
"""Types that a source can meet by its front matter, though it is silent on them."""
_SETTLED = frozenset({"metadata_only", "named_in_copyright_line"})
_SAID = {
    "template": "the only place for it is inside of template code",
    "would_not_help": "nothing that can be inserted safely would meet it",
    "no_place": "the source has no place for it that could be told",
    "incomplete": "the page could not be read whole",
    "author_contradicted": "--author names somebody else than the page or the original does",
    **REFUSED,
}
"""Why nothing is put in, in words."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked: the question that pages are judged by, and the front-matter key for a canonical address."""

    question: Question = field(default_factory=Question)
    canonical_key: str = "canonical_url"


@dataclass(frozen=True, slots=True)
class Insertion:
    """What was put in for a requirement, where, and on which line of the new source it begins (counted from 1)."""

    requirement: str
    text: str
    place: str
    line: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not put in, with a stable word for the reason and a sentence."""

    requirement: str
    severity: Severity
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of one page: its bytes before and after, what was put in, and what was refused."""

    document: Document
    content: bytes
    report: PageReport
    insertions: tuple[Insertion, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def changed(self) -> bool:
        """True where something was put in."""
        return self.content != self.document.content


class _Draft:
    """A state of the page between two insertions. Its scene is made when it is asked for."""

    def __init__(self, engine: Engine, document: Document, report: PageReport) -> None:
        self.engine, self.document, self.report = engine, document, report

    @cached_property
    def scene(self) -> Scene:
        """The page, with the wordings on it."""
        return self.engine.recogniser.scene(self.document)

    @property
    def is_mdx(self) -> bool:
        """True for Markdown with JSX in it."""
        return self.document.target.lower().endswith(".mdx")

    @cached_property
    def code(self) -> templates.Code:
        """The template code of the source."""
        return templates.code(self.scene.page.source.text, mdx=self.is_mdx)


@dataclass(frozen=True, slots=True)
class _Step:
    draft: _Draft
    edit: Edit
    requirement: str


def fix(engine: Engine, document: Document, wish: Wish) -> Fixed:
    """The page with what its terms ask for and it does not have. Pages that are nobody's copy are left as they are.

    Raises TargetError for what is no page.
    """
    steps: list[_Step] = []
    while True:
        # What one insertion brings can make room for another, so it ends with a pass that has nothing to do, as any later one has.
        now = steps[-1].draft.document if steps else document
        done, refusals, report = _pass(engine, now, wish)
        steps += done
        if not done:
            return Fixed(document, now.content, report, _insertions(steps), tuple(refusals))


def _pass(engine: Engine, document: Document, wish: Wish) -> tuple[list[_Step], list[Refusal], PageReport]:
    """What can be put in, one thing after another, what is refused, and the report on the page before that."""
    report = engine.check(document, wish.question)
    if report.error_code:
        raise TargetError(report.error_message or "", report.error_code)
    first = _Draft(engine, document, report)
    steps: list[_Step] = []
    refusals: list[Refusal] = []
    if report.incomplete:
        unread = not_read(report.incomplete).reason
        refusals = [_refusal(each, "incomplete") for each in report.findings if each.reason == unread]
    elif any(_calls(finding, first, wish) for finding in report.findings):
        steps, refusals = _all(first, wish)
    if report.findings and is_contradicted(report, wish.question):
        refusals = _contradicted(refusals)
    return steps, refusals, report


def _all(draft: _Draft, wish: Wish) -> tuple[list[_Step], list[Refusal]]:
    """Every finding that calls for something, one after another, each on the page as the last one left it."""
    # What is known of the original from elsewhere goes into the snippets alone: the page is judged as any check judges it.
    known = completed(wish.question, draft.report)
    told = draft.engine.check(draft.document, known)
    told = told if told.terms == draft.report.terms else draft.report
    steps: list[_Step] = []
    refusals: list[Refusal] = []
    for number in _ranked(draft.report):
        finding = draft.report.findings[number]
        if not _calls(finding, draft, wish):
            continue
        offered = offers(told.findings[number], told, known, mdx=draft.is_mdx)
        done = _mended(draft, number, offered, replace(wish, question=replace(wish.question, authors=known.authors)))
        if isinstance(done, str):
            refusals += [_refusal(finding, done)] if finding.outcome is Outcome.FAILED else []
        else:
            steps.append(done)
            draft = done.draft
    return steps, refusals


def _ranked(report: PageReport) -> list[int]:
    ranks = {name: rank for rank, name in enumerate(_ORDER)}
    types = [(each.type or "").split("+")[0] for each in report.findings]
    return sorted(range(len(types)), key=lambda number: ranks.get(types[number], len(_ORDER)))


def _calls(finding: Finding, draft: _Draft, wish: Wish) -> bool:
    """True for what failed, and for what cannot be told only as long as the source is silent on it."""
    if finding.suppression or finding.severity is Severity.NOTE:
        return False
    if finding.outcome is not Outcome.CANT_TELL:
        return finding.outcome is Outcome.FAILED
    if finding.type in _BY_KEY and finding.reason == "not_in_source":
        return bool(draft.scene.page.front_matter)
    # Where the metadata names an author, or the copyright line may, the call settles it.
    return finding.type == "author_credit" and finding.reason in _SETTLED and bool(wish.question.authors)


def _mended(draft: _Draft, number: int, offered: Offers, wish: Wish) -> _Step | str:
    """The page with what a finding calls for, or why not."""
    finding = draft.report.findings[number]
    reasons: set[str] = set()
    for snippet in offered.fixes or (None,):
        means = Means(snippet, draft.report, wish.question.authors, wish.canonical_key)
        for edit in proposals(draft.scene, finding, means):
            if draft.code.touches(edit.start, edit.end):
                reasons.add("template")
            elif step := _tried(draft, number, edit, wish):
                return step
            else:
                reasons.add("would_not_help")
    if not offered.fixes:
        return offered.reason
    return "would_not_help" if "would_not_help" in reasons else next(iter(reasons), "no_place")


def _tried(draft: _Draft, number: int, edit: Edit, wish: Wish) -> _Step | None:
    """The page with one change, where that helps and harms nothing."""
    content = spliced(draft.document.content, edit, entities=edit.place != "in the front matter")
    if content is None:
        return None
    document = replace(draft.document, content=content)
    report = draft.engine.check(document, wish.question)
    after = _Draft(draft.engine, document, report)
    if not _helps(draft.report, report, number) or not only_changed(draft.scene.page, after.scene.page, edit):
        return None
    return _Step(after, edit, draft.report.findings[number].requirement)


def _helps(before: PageReport, after: PageReport, number: int) -> bool:
    """True where the requirement passes now, by the same terms of the same publisher, and no other came off worse."""
    if before.terms != after.terms or not _same(before.recognition.publisher, after.recognition.publisher):
        return False
    if after.findings[number].outcome is not Outcome.PASSED:
        return False
    return all(_rank(new) >= _rank(old) for old, new in zip(before.findings, after.findings, strict=True))


def _same(old: Publisher | None, new: Publisher | None) -> bool:
    """True for one publisher, of whom more or less may be known now: a new link tells a domain."""
    if old is None or new is None or old.id != new.id:
        return old == new
    if old.id is not None:
        # One of its sites, told by the link that was added.
        return True
    known = ((old.name, new.name), (old.domain, new.domain))
    return all(one == two for one, two in known if one and two)


def _rank(finding: Finding) -> int:
    return {Outcome.FAILED: 0, Outcome.CANT_TELL: 1}.get(finding.outcome, 2)


def _insertions(steps: list[_Step]) -> tuple[Insertion, ...]:
    """What was put in, with its line in the last source: what came later may stand above and push it down."""
    return tuple(_placed(steps, number) for number in range(len(steps)))


def _placed(steps: list[_Step], number: int) -> Insertion:
    step = steps[number]
    at = step.edit.start + len(step.edit.text) - len(step.edit.text.lstrip())
    for later in (each.edit for each in steps[number + 1 :]):
        at += len(later.text) - (later.end - later.start) if later.start <= at else 0
    line, _ = steps[-1].draft.scene.page.source.position(at)
    return Insertion(step.requirement, step.edit.text.strip(), step.edit.place, line)


def _refusal(finding: Finding, reason: str) -> Refusal:
    return Refusal(finding.requirement, finding.severity, reason, _SAID[reason])


def _contradicted(refusals: list[Refusal]) -> list[Refusal]:
    """Tells that --author was not believed: of the findings that wait for an author, else of the page."""
    told = [_doubted(each) if each.reason == "author_unknown" else each for each in refusals]
    return told if told != refusals else [*told, _doubted(Refusal("author_credit", Severity.WARNING, "", ""))]


def _doubted(refusal: Refusal) -> Refusal:
    return Refusal(refusal.requirement, refusal.severity, "author_contradicted", _SAID["author_contradicted"])
