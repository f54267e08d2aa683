"""`creditline match`: find copies of given articles, whether they say so or not, and check them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from checker.cli import command, options, outputs, reports, repository, watch
from checker.cli.asked import Call, asked
from checker.cli.exits import FailOn, code_of
from checker.cli.options import Format
from checker.documents.files import Selection
from checker.run import Plan

_IN = "--in"
Originals = Annotated[
    list[str],
    typer.Argument(
        metavar="ORIGINALS...",
        help="The articles: files, folders, globs, addresses, or lists of addresses.",
        show_default=False,
    ),
]
In = Annotated[
    list[str],
    typer.Option(
        _IN,
        metavar="TARGETS...",
        help="Where copies may be: what check takes, and web archives.",
        show_default=False,
    ),
]
Least = Annotated[
    float | None,
    typer.Option(
        "--least",
        min=0.01,
        max=1,
        metavar="SHARE",
        help="Take a page for a copy from this share of an original's words on.  [default: 0.15]",
    ),
]


class Command(command.Command):
    """A command whose `--in` takes all words up to the next option: a shell makes many of one glob."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """What is left of the words of a call."""
        return super().parse_args(ctx, list(_each_alone(args)))


def match(  # noqa: PLR0913
    originals: Originals,
    targets: In,
    least: Least = None,
    terms: options.TermsId = None,
    terms_file: options.TermsFile = None,
    audience: options.AudienceOf = None,
    fact: options.Fact = None,
    config: options.ConfigFile = None,
    strict: options.Strict = False,
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
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Find the pages that have the text of given articles, whole or in part, whether they say so or not, and check them.

    The exit codes are those of check. Pages that have none of the text are nobody's copy.
    """
    from checker import match as matched  # noqa: PLC0415  (what reads pages is slow to import)
    from checker.cli import adopted  # noqa: PLC0415

    further = [reports.further(given) for given in report or []]
    outputs.apart(
        (*dict.fromkeys(originals), *dict.fromkeys(targets), terms_file, config),
        (output, *(file for _, file in further)),
    )
    net = options.settings(max_bytes, timeout, delay, jobs, private=private, offline=offline, no_cache=no_cache)
    call = Call(terms, terms_file, None, audience, tuple(fact or ()), config, strict, net.limits)
    selection = Selection(include or (), exclude or (), max_bytes)
    asking = asked(call, selection)
    with watch.watching(form, output, quiet=quiet, resume=False) as watching:
        plan = Plan(selection, net, watch=watching, jobs=options.processes(jobs))
        plan = adopted.adopted(asking.per_path).plan(plan)
        done = matched(originals, targets, asking.of, plan, asking.library, least)
    places = further if form is Format.JSONL else [(form, output), *further]
    hosted = repository.within(done, targets)
    reports.write(done, places, hosted, lambda report: reports.text(report, quiet=quiet, verbose=verbose))
    watch.tell(done)
    empty = not (done.pages or done.interrupted)
    raise typer.Exit(adopted.nothing(targets) if empty else code_of(done, fail_on))


def _each_alone(words: Sequence[str]) -> Iterator[str]:
    """The words of a call, each one behind `--in` with a `--in` of its own."""
    within = False
    for word in words:
        within = word == _IN or (within and not (word.startswith("-") and word != "-"))
        yield from () if word == _IN else (_IN, word) if within else (word,)
