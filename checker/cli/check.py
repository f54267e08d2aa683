"""`creditline check`: judge pages by their publishers' terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from checker.cli import evidence, options, repository, watch
from checker.cli.asked import Asked, Call, asked
from checker.cli.exits import FailOn, code_of
from checker.cli.options import Format
from checker.documents.files import Selection
from checker.errors import UsageError
from checker.model import Report
from checker.run import Plan

AUDIT = "audit"
AUDITS = """Check pages, compare them with their originals, and follow their links back.

All that check does, with the same options and exit codes. The original is fetched from where the page or --original says it is. A link
back that leads to nothing, to a home page, to a page that says that nothing was found or to a domain for sale is none; one that refuses
to answer cannot be told.
"""


def check(  # noqa: PLR0913  (a command line has this many options)
    context: typer.Context,
    targets: options.Targets,
    terms: options.TermsId = None,
    terms_file: options.TermsFile = None,
    original: Annotated[
        str | None,
        typer.Option(
            "--original",
            metavar="URL-or-FILE",
            help="The original: its address (an audit fetches it), or a file of its page, with which the copy is then compared.",
        ),
    ] = None,
    audience: options.AudienceOf = None,
    fact: options.Fact = None,
    config: options.ConfigFile = None,
    strict: options.Strict = False,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Let the findings in this file pass; new ones fail."),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="REV", help="Of files, check those that git says changed since then."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How the report is written.")] = Format.TEXT,
    output: options.Output = None,
    report: Annotated[
        list[str] | None, typer.Option("--report", metavar="FORMAT=FILE", help="A further report. May be given again.")
    ] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="What makes the run fail.")] = FailOn.ERROR,
    include: options.Include = None,
    exclude: options.Exclude = None,
    max_bytes: options.MaxBytes = options.MAX_BYTES,
    timeout: options.Timeout = options.TIMEOUT,
    delay: options.Delay = options.DELAY,
    jobs: options.Jobs = None,
    private: options.PrivateHosts = False,
    offline: options.Offline = False,
    no_cache: options.NoCache = False,
    render: Annotated[
        bool, typer.Option("--render", help="Run the scripts of pages of the web in a browser (Chromium or Chrome).")
    ] = False,
    keep: evidence.Keep = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that was stopped, whose JSON lines are in --output.")
    ] = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Check republished pages against their publishers' terms.

    Exit codes: 0 all is well, 1 a page falls short, 2 the call is wrong, 3 a target could not be read or there was nothing to
    check, 70 an internal error, 130 somebody stopped it.
    """
    from checker.cli import adopted  # noqa: PLC0415  (what reads pages is slow to import)

    further = [_further(given) for given in report or []]
    call = Call(terms, terms_file, original, audience, tuple(fact or ()), config, strict, private)
    net = options.settings(max_bytes, timeout, delay, jobs, private=private, offline=offline, no_cache=no_cache)
    net = options.uncached(net) if keep else net
    net = options.rendering(net) if render else net
    selection = Selection(include or (), exclude or (), max_bytes)
    asking = asked(call, selection)
    per_path = asking.per_path
    adopting = adopted.adopted(per_path, baseline or per_path.config.baseline, changed_since, terms_file)
    before = watch.earlier(form, output) if resume else watch.Earlier()
    follows = context.info_name == AUDIT
    with (
        evidence.recording(keep, call, asking, net, follows=follows) as recorder,
        watch.watching(form, output, quiet=quiet, resume=resume) as watching,
    ):
        net = replace(net, recorder=recorder)
        plan = Plan(selection, net, follows, before.targets, watching, jobs=options.processes(jobs))
        plan = adopting.plan(plan)
        done = _checked(targets, asking, plan)
        if recorder:
            recorder.used(evidence.digests(done, asking.library))
    standing = adopting.standing(done, targets)
    done = replace(done, baseline=standing if adopting.file else None)
    places = further if form is Format.JSONL else [(form, output), *further]
    _write(done, places, repository.within(done, targets), lambda report: _text(report, quiet=quiet, verbose=verbose))
    watch.tell(done)
    adopted.tell(standing, adopting.file)
    done = replace(done, pages=before.pages + done.pages)
    empty = not (done.pages or done.interrupted)
    raise typer.Exit(adopted.unchecked(targets, adopting, plan.selection) if empty else code_of(done, fail_on))


def _checked(targets: Sequence[str], asking: Asked, plan: Plan) -> Report:
    from checker import check as checked  # noqa: PLC0415

    return checked(targets, asking.of, plan, asking.library)


def _write(
    done: Report,
    places: Sequence[tuple[Format, Path | None]],
    hosted: Report,
    as_text: Callable[[Report], Iterable[object]],
) -> None:
    """Writes a report wherever it is wanted; `hosted` is the same as a code host wants it."""
    written = [(hosted if kind in repository.FORMATS else done, kind, file) for kind, file in places]
    options.write_all(written, as_text)
    if Format.GITHUB in {kind for kind, _ in places}:
        repository.summarise(hosted)


def _text(report: Report, *, quiet: bool, verbose: bool) -> list[object]:
    from checker.report import text  # noqa: PLC0415

    detail = text.Detail.VERBOSE if verbose else text.Detail.QUIET if quiet else text.Detail.NORMAL
    return list(text.judged(report, detail))


def _further(given: str) -> tuple[Format, Path | None]:
    name, found, file = given.partition("=")
    if not found or not file or name not in {form.value for form in Format}:
        raise UsageError(
            f"--report {given!r}: write it as FORMAT=FILE, with one of {', '.join(form.value for form in Format)}"
        )
    return Format(name), options.stdout_or(Path(file))
