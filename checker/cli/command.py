"""A command of the program: what is wrong with a call whatever the command is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import typer
from typer.core import TyperCommand

from checker.errors import UsageError


class Command(TyperCommand):
    """A command whose options all have a value that is not empty: an empty one is what a variable that nobody set leaves behind."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """What is left of the words of a call. Raises UsageError for an option with an empty value."""
        valued = {name for each in self.params if not getattr(each, "is_flag", True) for name in each.opts}
        if empty := next(_empty(args, valued), None):
            raise UsageError(f"{empty}: its value is empty")
        return super().parse_args(ctx, args)


def _empty(words: Sequence[str], valued: set[str]) -> Iterator[str]:
    """The options that are given an empty value, as a word of its own or behind `=`."""
    before = ""
    for word in words:
        if before == "--":
            return
        name, _, value = word.partition("=")
        if before in valued:
            yield from () if word else (before,)
            before = ""
        elif name in valued and word != name and not value:
            yield name
        else:
            before = word
