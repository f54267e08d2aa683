"""Every command, argument and option says what it does in its help, and is named in the documentation."""

import re
from pathlib import Path

import pytest
import typer

from checker.cli.app import command_line

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    ROOT / "README.md",
    *(file for file in (ROOT / "docs").rglob("*.md") if file.parent.name not in {"requirements", "publishers"}),
]
TEXT = "\n".join(file.read_text("utf-8") for file in DOCUMENTS)


def walk(command, path):
    """A command and all below it, each with the words that call it."""
    yield " ".join(path), command
    for name, each in sorted(getattr(command, "commands", {}).items()):
        yield from walk(each, [*path, name])


COMMANDS = dict(walk(typer.main.get_command(command_line()), ["creditline"]))
PARAMETERS = [
    pytest.param(parameter, id=f"{name} {parameter.name}")
    for name, command in COMMANDS.items()
    for parameter in command.params
    if parameter.name != "help"
]
OPTIONS = sorted(
    {
        option
        for command in COMMANDS.values()
        for each in command.params
        for option in each.opts
        if option.startswith("--")
    }
)


def test_a_command_that_is_called_is_made_alone_and_is_the_same():
    for name, whole in typer.main.get_command(command_line()).commands.items():
        alone = typer.main.get_command(command_line(name)).commands
        assert list(alone) == [name]
        assert dict(walk(alone[name], [])).keys() == dict(walk(whole, [])).keys()
        assert (alone[name].help, [each.opts for each in alone[name].params]) == (
            whole.help,
            [each.opts for each in whole.params],
        )


@pytest.mark.parametrize("word", ["chek", "--help", "-V", "", None])
def test_where_no_command_is_called_all_are_made(word):
    assert (
        len(typer.main.get_command(command_line(word)).commands)
        == len(typer.main.get_command(command_line()).commands)
        > 10
    )


def test_there_are_commands():
    assert {"creditline check", "creditline terms draft", "creditline credit", "creditline explain"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_does(name):
    first = (COMMANDS[name].help or "").strip().split("\n")[0]
    assert first.endswith(".")


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_an_argument_or_option_says_what_it_does(parameter):
    assert (parameter.help or "").strip()


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if not getattr(command, "commands", {})])
def test_a_command_is_documented(name):
    assert re.search(rf"\b{re.escape(name)}\b", TEXT)


@pytest.mark.parametrize("option", [each for each in OPTIONS if each != "--help"])
def test_an_option_is_documented(option):
    assert re.search(rf"{re.escape(option)}(?![\w-])", TEXT)


def test_nothing_is_documented_that_is_not_there():
    """Options in the documentation's own calls of the program."""
    calls = re.findall(r"^(?:\$ )?creditline ([^\n#|>]*)", TEXT, re.MULTILINE)
    named = {option for call in calls for option in re.findall(r"(?<!\S)--[a-z][\w-]*", call)}
    assert named - set(OPTIONS) == set()
