"""`creditline check`: judge pages by their publishers' terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from checker.cli import evidence, options, outputs, reports, repository, watch
from checker.cli.asked import Asked, Call, asked
from checker.cli.exits import FailOn, code_of
from checker.cli.options import Format
from checker.documents.files import Selection
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
    form: options.ReportFormat = Format.TEXT,
    output: options.Output = None,
    report: options.Further = None,
    fail_on: options.FailsOn = FailOn.ERROR,
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

    further = [reports.further(given) for given in report or []]
    read = (*dict.fromkeys(targets), original, terms_file, config, baseline)
    outputs.apart(read, (output, *(file for _, file in further), keep))
    net = options.settings(max_bytes, timeout, delay, jobs, private=private, offline=offline, no_cache=no_cache)
    call = Call(terms, terms_file, original, audience, tuple(fact or ()), config, strict, net.limits)
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
    hosted = repository.within(done, targets)
    reports.write(done, places, hosted, lambda report: reports.text(report, quiet=quiet, verbose=verbose))
    if recorder and recorder.failure:
        raise recorder.failure
    watch.tell(done)
    adopted.tell(standing, adopting.file)
    done = replace(done, pages=before.pages + done.pages)
    empty = not (done.pages or done.interrupted)
    raise typer.Exit(adopted.unchecked(targets, adopting, plan.selection) if empty else code_of(done, fail_on))


def _checked(targets: Sequence[str], asking: Asked, plan: Plan) -> Report:
    from checker import check as checked  # noqa: PLC0415

    return checked(targets, asking.of, plan, asking.library)
