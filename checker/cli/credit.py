"""`creditline credit`: a credit block that satisfies an article's terms."""

from __future__ import annotations

import re
import sys
from dataclasses import astuple, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote

import typer

from checker.cli import options, outputs, shelves
from checker.cli.asked import Asked, Call, asked
from checker.credit.form import Form
from checker.documents.files import Selection
from checker.errors import TargetError, UsageError
from checker.page.text import printable

if TYPE_CHECKING:
    from checker.credit.proof import Credit
    from checker.credit.work import Work
    from checker.documents.document import Document
    from checker.documents.web.settings import Settings
    from checker.engine import Engine
    from checker.original.original import Original

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_UNSAFE = re.compile(r"[^\x21-\x7e]")
"""What an address has only percent-encoded (RFC 3986)."""
_INSTEAD = "say what it would tell: --url, --title, --author, --publisher, --date"


@dataclass(frozen=True, slots=True)
class Given:
    """What the options say of the article, before what its page says."""

    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    day: str | None
    license: str | None
    url: str | None
    language: str | None


def credit(  # noqa: PLR0913  (an article has this many facts)
    original: Annotated[
        str | None,
        typer.Argument(
            metavar="[ORIGINAL]", help="The original: its address, or a file of its page.", show_default=False
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", callback=options.utf8, help="The article's title.")] = None,
    author: Annotated[
        list[str] | None,
        typer.Option("--author", metavar="NAME", callback=options.utf8, help="An author. May be given again."),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", callback=options.utf8, help="Who published it.")
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day on which it was published.")
    ] = None,
    license_: Annotated[
        str | None,
        typer.Option(
            "--license", metavar="SPDX-ID", callback=options.utf8, help="The article's own licence: CC-BY-4.0."
        ),
    ] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="The article's address.")] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language", metavar="TAG", help="The language of the credit.  [default: the original's, else en]"
        ),
    ] = None,
    terms: options.TermsId = None,
    terms_file: options.TermsFile = None,
    audience: options.AudienceOf = None,
    fact: options.Fact = None,
    config: options.ConfigFile = None,
    strict: options.Strict = False,
    form: Annotated[Form, typer.Option("--format", "-f", help="How the block is written.")] = Form.HTML,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", callback=options.stdout_or, help="Write the block to a file instead of standard output."
        ),
    ] = None,
    timeout: options.Timeout = options.TIMEOUT,
    private: options.PrivateHosts = False,
    offline: options.Offline = False,
    no_cache: options.NoCache = False,
) -> None:
    """Print a credit block for an article that satisfies its publisher's terms.

    The block holds what the terms demand and nothing else. What they ask for and a block cannot do is listed on standard error.
    """
    net = options.settings(
        options.MAX_BYTES, timeout, options.DELAY, 1, private=private, offline=offline, no_cache=no_cache
    )
    call = Call(terms, terms_file, None, audience, tuple(fact or ()), config, strict, net.limits)
    given = Given(title, tuple(author or ()), publisher, day, license_, url, language)
    _check(given)
    outputs.apart((original, terms_file, config), (output,))
    asking = asked(call, Selection((), (), options.MAX_BYTES))
    work, made = _made(original, given, asking, net, form)
    if not (original or terms or terms_file or any(astuple(given))):
        raise UsageError(f"nothing tells which article it is: name its page, or {_INSTEAD}")
    _write(made, work, form, output)
    _say_left(made, work)


def _made(original: str | None, given: Given, asking: Asked, net: Settings, form: Form) -> tuple[Work, Credit]:
    from checker import engine as engines  # noqa: PLC0415  (reading the engine takes longer than reading the options)
    from checker.credit.proof import Host, Trial  # noqa: PLC0415
    from checker.original.original import Original  # noqa: PLC0415

    engine = engines.of(asking.library)
    found = _original(original, engine, net) if original else Original()
    work = _work(_told(found, given), given, asking, engine)
    question = asking.question
    return work, Trial(engine, work, Host(question.audience, question.facts), form).credit()


def _original(original: str, engine: Engine, net: Settings) -> Original:
    """What the page of the original tells. Raises TargetError that says which options do without it."""
    from checker.documents import files  # noqa: PLC0415
    from checker.documents.web.client import Web  # noqa: PLC0415
    from checker.documents.web.documented import document  # noqa: PLC0415

    try:
        if not shelves.is_address(original):
            return engine.original_of(files.read(original, net.limits.max_bytes))
        with Web(replace(net, avoids=engine.is_counter)) as web:
            return engine.original_of(_real(original, document(web.get(original)), engine))
    except TargetError as error:
        said = str(error) if shelves.is_address(original) else f"{original}: {error}"
        raise TargetError(f"{said}; without it, {_INSTEAD}", error.code) from error


def _real(original: str, found: Document, engine: Engine) -> Document:
    """A page of the web, unless something else stands in its place: that tells nothing of the article. Raises TargetError."""
    from checker.liveness import absent  # noqa: PLC0415

    report = absent.judged(engine.inspect(found))
    if report.error_code:
        raise TargetError(f"{original}: {report.error_message}", report.error_code)
    return found


def _told(found: Original, given: Given) -> Original:
    """The original as its page tells, and as the options do."""
    url = given.url or found.url
    return replace(
        found,
        url=_quoted(url) if url else None,
        title=given.title or found.title,
        authors=given.authors or found.authors,
        published=date.fromisoformat(given.day) if given.day else found.published,
    )


def _quoted(url: str) -> str:
    return _UNSAFE.sub(lambda char: quote(char[0], errors="replace"), url)


def _check(given: Given) -> None:
    """Raises UsageError for a value that cannot be one."""
    if given.url:
        shelves.web_address("--url", _quoted(given.url))
    if given.language and not _TAG.fullmatch(given.language):
        raise UsageError(f"--language {given.language!r}: no language tag such as en or pt-BR")
    try:
        date.fromisoformat(given.day or "2000-01-01")
    except ValueError as error:
        raise UsageError(f"--date {given.day!r}: no date (YYYY-MM-DD)") from error


def _work(original: Original, given: Given, asking: Asked, engine: Engine) -> Work:
    from checker.credit.work import Work  # noqa: PLC0415
    from checker.terms.library import GOOD_PRACTICE  # noqa: PLC0415

    who = engine.recogniser.publisher_of(original.url, given.publisher or original.publisher)
    terms = asking.question.terms or asking.library[(who and who.id) or GOOD_PRACTICE]
    day = asking.question.facts.get("page_date") or date.today()
    name = terms.publisher.name if terms.publisher else (who and who.name) or original.publisher
    return Work(
        original,
        given.publisher or name,
        given.license or original.license or terms.profile.license,
        _language(original, given),
        terms,
        terms.version_of(day),
        day,
    )


def _language(original: Original, given: Given) -> str:
    """The tag that was asked for, else the original's where its wording is known. Raises UsageError for one without a wording."""
    from checker.wording import load  # noqa: PLC0415

    known = load.default().languages
    wanted = given.language or original.language or "en"
    if wanted.replace("_", "-").lower().split("-")[0] in known:
        return wanted
    if given.language:
        raise UsageError(f"--language {wanted!r}: no wording is known; known are {', '.join(sorted(known))}")
    return "en"


def _write(made: Credit, work: Work, form: Form, output: Path | None) -> None:
    from checker.credit.formats import write  # noqa: PLC0415

    options.put(write(made.block, work, form), output)


def _say_left(made: Credit, work: Work) -> None:
    """Says on standard error what the terms ask for beside the block."""
    whose = work.terms.profile.name
    lines = [f"creditline: by {whose}'s terms ({work.terms.id} of {work.version.id})"]
    if work.original.third_party:
        lines.append(f"  the original says that it comes from {work.original.third_party}: those terms may hold too")
    if made.left:
        lines.append("  this block does not do:")
    for left in made.left:
        why = f" ({left.message})" if left.message else ""
        lines.append(f"    {left.demand.id}: {' '.join(left.demand.clause.text.split())}{why}")
    facts = work.terms.publisher
    if made.left and facts and facts.contact:
        lines.append(f"  questions go to {facts.contact}")
    sys.stderr.write("".join(printable(line) + "\n" for line in lines))
