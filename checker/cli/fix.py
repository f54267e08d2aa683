"""`creditline fix`: insert what pages are missing into their sources."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import options, outputs
from checker.cli.asked import Asked, Call, asked
from checker.cli.exits import Exit
from checker.documents import files
from checker.documents.document import Media
from checker.documents.files import Selection
from checker.documents.web.settings import Limits
from checker.errors import TargetError, UsageError
from checker.model import Severity
from checker.page.text import printable
from checker.run import is_address

if TYPE_CHECKING:
    from checker.credit.fixing import Fixed

STDIN = "-"
_TEMPLATES = (".njk", ".liquid", ".j2", ".jinja", ".jinja2", ".hbs", ".twig", ".tmpl", ".gohtml", ".erb", ".ejs")
"""Endings of HTML with template code in it."""
_LONGEST_NAME = 200
_WORST_FIRST = (Exit.INTERNAL, Exit.FALLS_SHORT, Exit.NOT_CHECKED, Exit.OK)


def fix(  # noqa: PLR0913  (a command line has this many options)
    targets: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Files, folders, globs, or - for standard input.", show_default=False),
    ],
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what would change, and change nothing.  [default]")
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Change the files; of standard input, print the changed source.")
    ] = False,
    terms: options.TermsId = None,
    terms_file: options.TermsFile = None,
    original: Annotated[
        str | None,
        typer.Option("--original", metavar="URL-or-FILE", help="The original: its address, or a file of its page."),
    ] = None,
    author: Annotated[
        list[str] | None,
        typer.Option("--author", metavar="NAME", help="Who wrote the original. May be given again."),
    ] = None,
    audience: options.AudienceOf = None,
    fact: options.Fact = None,
    config: options.ConfigFile = None,
    strict: options.Strict = False,
    include: options.Include = None,
    exclude: options.Exclude = None,
    max_bytes: options.MaxBytes = options.MAX_BYTES,
    private: options.PrivateHosts = False,
) -> None:
    """Insert what pages are missing, and nothing else.

    Shows a diff that git apply and patch take; --write changes the files. What was inserted and what was refused is told on standard
    error.

    Exit codes: 0 nothing is wanting, 1 the diff is not empty or something that the terms demand is still wanting, 2 the call is
    wrong, 3 a file could not be read or written, or there was none, 70 an internal error, 130 somebody stopped it.
    """
    if diff and write:
        raise UsageError("--diff shows and --write writes: give one of them")
    outputs.apart((*dict.fromkeys(targets), original), ())
    selection = Selection(include or (), exclude or (), max_bytes)
    call = Call(terms, terms_file, original, audience, tuple(fact or ()), config, strict, Limits(private=private))
    asking = _by(asked(call, selection), author or ())
    names = list(_names(targets, selection))
    if original and len(names) > 1:
        raise UsageError(f"--original is one page's; there are {len(names)} here")
    run = _Run(asking, max_bytes, write)
    codes = {run.one(name) for name in names} or {Exit.NOT_CHECKED}
    run.sum_up()
    raise typer.Exit(next(code for code in _WORST_FIRST if code in codes))


def _by(asking: Asked, names: Sequence[str]) -> Asked:
    """The same, with the authors of the original that the call names."""
    return replace(asking, question=replace(asking.question, authors=tuple(map(_author, names))))


def _author(name: str) -> str:
    told = " ".join(name.split())
    if not told or len(told) > _LONGEST_NAME or printable(told) != told:
        raise UsageError(f"--author {printable(name[:_LONGEST_NAME])!r}: no name")
    return told


def _names(targets: Sequence[str], selection: Selection) -> Iterator[str | TargetError]:
    """The files, each once; what cannot be found is told of when its turn comes."""
    seen: set[str] = set()
    for target in targets:
        if is_address(target):
            raise UsageError(f"{target}: fix mends files; save the page first")
        try:
            for name in files.expand(target, selection):
                folder, last = os.path.split(name)
                same = os.path.join(os.path.realpath(folder), last)  # of two names of one file, too
                if same not in seen:
                    yield name
                seen.add(same)
        except TargetError as error:
            yield error


class _Run:
    """Goes through the files, and counts."""

    def __init__(self, asking: Asked, max_bytes: int, write: bool) -> None:
        self._asking, self._max_bytes, self._write = asking, max_bytes, write
        self._done: list[Fixed] = []

    def one(self, name: str | TargetError) -> Exit:
        """One file: its exit code. Nothing that goes wrong with it stops the rest."""
        try:
            if isinstance(name, TargetError):
                raise name
            fixed = _fixed(name, self._asking, self._max_bytes)
            _deliver(fixed, write=self._write)
        except UsageError:
            raise  # nobody can be shown what is done
        except TargetError as error:
            _say(str(error) if error is name else f"{name}: {error}")
            return Exit.NOT_CHECKED
        except Exception as error:
            _say(f"{name}: internal error: {type(error).__name__}: {error}")
            return Exit.INTERNAL
        self._done.append(fixed)
        _tell(fixed, write=self._write)
        wanting = any(refused.severity is Severity.ERROR for refused in fixed.refusals)
        return Exit.FALLS_SHORT if wanting or (fixed.changed and not self._write) else Exit.OK

    def sum_up(self) -> None:
        """Says how many pages there were, and what became of them."""
        changed = sum(fixed.changed for fixed in self._done)
        inserted = sum(len(fixed.insertions) for fixed in self._done)
        refused = sum(len(fixed.refusals) for fixed in self._done)
        done = "changed" if self._write else "to change"
        pages = "page" if len(self._done) == 1 else "pages"
        _say(f"{len(self._done)} {pages}: {changed} {done}, {inserted} inserted, {refused} refused.")


def _fixed(name: str, asking: Asked, max_bytes: int) -> Fixed:
    from checker import engine  # noqa: PLC0415  (reading the engine takes longer than reading the options)
    from checker.cli import site  # noqa: PLC0415
    from checker.credit import fixing  # noqa: PLC0415

    is_template = name.lower().endswith(_TEMPLATES)
    if name != STDIN and not is_template and not files.is_page(name):
        raise TargetError("neither HTML nor Markdown by its name; what a program makes of it cannot be told", "no_page")
    document = files.read(name, max_bytes)
    document = replace(document, media=Media.HTML) if is_template else document
    wish = fixing.Wish(asking.question, site.canonical_key(name))
    return fixing.fix(engine.of(asking.library), document, wish)


def _deliver(fixed: Fixed, *, write: bool) -> None:
    """Writes the file, or shows the difference; a source from standard input goes to standard output, changed or not."""
    from checker.documents import writing  # noqa: PLC0415
    from checker.report.diff import unified  # noqa: PLC0415

    target = fixed.document.target
    if write and target == STDIN:
        options.say(fixed.content)
    elif write and fixed.changed:
        writing.replace(target, fixed.document.content, fixed.content)
    elif not write:
        shown = unified(target, fixed.document.content, fixed.content)
        options.say(_for_reader(shown))


def _for_reader(shown: bytes) -> bytes:
    """A diff as it is for a program, without a page's control characters for a terminal, and without its commands for a job's log."""
    if sys.stdout.isatty():
        return printable(shown.decode("utf-8", "replace")).encode("utf-8", "backslashreplace")
    if shown and options.in_github_job():
        from checker.report import github  # noqa: PLC0415  (only there)

        return github.shield(shown)
    return shown


def _tell(fixed: Fixed, *, write: bool) -> None:
    target = fixed.document.target
    done = "inserted" if write else "to insert"
    for each in fixed.insertions:
        _say(f"{target}:{each.line}: {each.requirement}: {done} {each.place}")
    for refused in fixed.refusals:
        _say(f"{target}: {refused.requirement}: refused ({refused.reason}): {refused.message}")


def _say(line: str) -> None:
    sys.stderr.write(printable(line.replace("\n", "\\n")) + "\n")
