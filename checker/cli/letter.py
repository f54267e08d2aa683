"""`creditline letter`: the message to a republisher. Nothing is sent."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import audits, options, outputs, report
from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.results.history import History
    from checker.results.kept import Kept
    from checker.results.look import Look

_NAMED = 10
"""So many sites or pages are named in a complaint."""


class Tone(StrEnum):
    """How a letter speaks."""

    POLITE = "polite"
    FIRM = "firm"


def letter(  # noqa: PLR0913  (a command line has this many options)
    sources: report.Sources = None,
    page: Annotated[
        str | None,
        typer.Option("--page", metavar="TARGET", help="Write about this page, as it is named in the results."),
    ] = None,
    host: Annotated[
        str | None, typer.Option("--host", metavar="HOST", help="Write about all pages of this site.")
    ] = None,
    store: report.StoreFile = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="TAG", help="Write in this language.  [default: that of the pages, or en]"),
    ] = None,
    tone: Annotated[
        Tone | None,
        typer.Option("--tone", help="How to speak.  [default: polite; firm where it was missing at an earlier look]"),
    ] = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help="A template of your own (Jinja).")
    ] = None,
    output: options.Output = None,
    private: options.PrivateHosts = False,
) -> None:
    """Write the message to a republisher: what is fine, what is missing with what mends it, and the clause. Nothing is sent.

    Exit codes: 0 the letter is written, or there is nothing to write about; 2 the call is wrong; 3 there are no results.
    """
    if page and host:
        raise UsageError("--page and --host say what is written about: give one of them")
    outputs.apart((*(sources or ()), store, template), (output,))
    with report.kept(store, sources or [], _auditing(private=private)) as kept:
        history = report.history_of(kept)
        looks = _chosen(history, page, host)
        if any(each.missing for look in looks for each in look.findings):
            options.put(_written(looks, history, kept, _template(template, language, looks), tone), output)
        else:
            typer.echo("Nothing is missing there: no letter is needed.", err=True)


def _auditing(*, private: bool) -> audits.Auditing:
    net = options.settings(
        options.MAX_BYTES, options.TIMEOUT, options.DELAY, None, private=private, offline=False, no_cache=False
    )
    return audits.Auditing(net)


def _template(file: Path | None, language: str | None, looks: Sequence[Look]) -> str:
    from checker.report import letter as letters  # noqa: PLC0415  (the template engine is slow to import)

    return letters.read_template(file) if file else letters.template(language or letters.language_of(looks))


def _written(looks: Sequence[Look], history: History, kept: Kept, template: str, tone: Tone | None) -> str:
    from checker.report import letter as letters  # noqa: PLC0415

    firm = tone is Tone.FIRM if tone else letters.is_second(looks, history)
    return letters.write(looks, history, kept.page, template, firm=firm)


def _chosen(history: History, page: str | None, host: str | None) -> Sequence[Look]:
    """The pages to write about: one, those of one site, or all where they are of one site."""
    looks = [look for look in history.latest if look.is_copy]
    if page:
        return _some([look for look in looks if page in {look.target, look.url}], page, [look.target for look in looks])
    hosts = sorted({look.host for look in looks})
    if host or len(hosts) == 1:
        return _some([look for look in looks if look.host == (host or hosts[0])], host or "", hosts)
    raise UsageError(f"the results are of {len(hosts)} sites; say --host or --page: {_listed(hosts)}")


def _some(found: Sequence[Look], wanted: str, known: Sequence[str]) -> Sequence[Look]:
    if not found:
        raise UsageError(f"there is no copy at {wanted!r} in the results; there are {_listed(known)}")
    return found


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return (", ".join(names[:_NAMED]) or "none") + more
