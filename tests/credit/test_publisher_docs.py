"""docs/publishers/: a page for each rule pack, made from the pack. REWRITE_DOCS=1 writes all of them anew."""

import os
import re
import shlex
from pathlib import Path

import pytest

from checker import requirements
from checker.credit.form import Form
from checker.credit.formats import write
from checker.credit.prose import escape_markdown
from checker.requirements.requirement import Bound
from checker.terms.library import packaged

DOCS = Path(__file__).parents[2] / "docs" / "publishers"
ROOT = DOCS.parents[1]
FLAGGED = re.compile(r"^\| \[`(\w+)`\].*\boriginal\b[^|]*\|$", re.MULTILINE)
NEEDS_ORIGINAL = set(FLAGGED.findall((DOCS.parent / "requirements" / "README.md").read_text("utf-8")))
PACKS = list(packaged())
SHELVES = {
    "Publishers": sorted(file.stem for file in (ROOT / "rules" / "publishers").glob("*.toml")),
    "Families and networks": sorted(file.stem for file in (ROOT / "rules" / "families").glob("*.toml")),
    "Licences": sorted(file.stem for file in (ROOT / "rules" / "licences").glob("*.toml")),
    "Where no terms are known": ["good-practice"],
}
FENCE = "`" * 3


def said(text):
    return escape_markdown(" ".join(text.split()))


def checked(demand):
    """By whom a requirement can be checked, in the words of the table."""
    types = demand.test.types
    bounds = {requirements.type_of(name).BOUND for name in types}
    if bounds == {Bound.REMINDS}:
        return "by a person"
    how = "with the original" if set(types) <= NEEDS_ORIGINAL else "on the page"
    return f"{how}{'' if Bound.FIRM in bounds else ', as a warning'}"


def row(demand):
    where = f" Only where {said(str(demand.when))}." if demand.when else ""
    doubt = "" if demand.sure else " *The pack is not sure of it.*"
    types = ", ".join(f"[`{name}`](../requirements/{name}.md)" for name in dict.fromkeys(demand.test.types))
    strength = demand.strength.value.replace("_", " ")
    return f"| `{demand.id}` | {strength} | {said(demand.clause.text)}{where}{doubt} | {types} | {checked(demand)} |"


def version(terms, number):
    shown = terms.versions[number]
    since = f"Terms since {shown.since}" if shown.since else f"Terms {shown.id}"
    yield f"## {since}{f' until {shown.until}' if shown.until else ''}\n"
    yield f"Read on {shown.source.read} at <{shown.source.url}>."
    if shown.source.note:
        yield f"What was read: {said(shown.source.note)}."
    yield ""
    for gate in shown.gates:
        yield f"These terms do not apply where {said(str(gate.when))}: {said(gate.clause.text)}\n"
    yield "| requirement | strength | what is asked | type | can be checked |\n|---|---|---|---|---|"
    yield from map(row, shown.demands)
    yield ""


def command(work, form=None):
    given = [
        *("--terms", work.terms.id, "--url", work.original.url, "--title", work.original.title),
        *("--author", work.original.authors[0], "--date", str(work.original.published)),
    ]
    if work.terms.publisher is None:
        given += ["--publisher", work.publisher]
    if work.terms.profile.license is None and work.license:
        given += ["--license", work.license]
    return ["credit", *given, *(["--format", form.value] if form else [])]


def example(work, credited):
    yield "## An example credit\n"
    yield f"{FENCE}sh\ncreditline {shlex.join(command(work))}\n{FENCE}\n"
    made = credited(work, Form.HTML)
    yield f"{FENCE}html\n{write(made.block, work, Form.HTML)}{FENCE}\n"
    yield "With `--format markdown`:\n"
    yield f"{FENCE}{FENCE[:1]}markdown\n{write(credited(work, Form.MARKDOWN).block, work, Form.MARKDOWN)}{FENCE}{FENCE[:1]}\n"
    if made.left:
        yield "What it leaves to whoever republishes:\n"
        yield from (f"- `{left.demand.id}`: {said(left.demand.clause.text)}" for left in made.left)
        yield ""


def page(work, credited):
    terms, facts = work.terms, work.terms.publisher
    lines = [f"# {said(terms.profile.name)}\n"]
    lines.append(
        f"What `creditline check` asks by the rule pack `{terms.id}`, and `creditline terms show {terms.id}` says."
    )
    if facts:
        contact = f" Questions go to {said(facts.contact)}." if facts.contact else ""
        lines.append(
            f"Pages are taken for copies of it where they credit it by name or link to {', '.join(facts.domains)}.{contact}"
        )
    if terms.profile.license:
        lines.append(f"Licence: {terms.profile.license}.")
    if terms.profile.extends:
        lines.append(f"It builds on {', '.join(f'[`{name}`]({name}.md)' for name in terms.profile.extends)}.")
    lines.append(
        "The words are this project's own; what counts is what the publisher says. This is not legal advice.\n"
    )
    newest = terms.versions.index(terms.version_of())
    for number in [newest, *(each for each in range(len(terms.versions)) if each != newest)]:
        lines += version(terms, number)
    return "\n".join([*lines, *example(work, credited)]).rstrip("\n") + "\n"


@pytest.fixture(scope="module")
def shown(work_of):
    """The article of the example: no institution, and a licence only where the terms leave it open."""

    def make(pack):
        asked = {name for demand in packaged()[pack].version_of().demands for name in demand.test.types}
        open_ = asked & {"license_notice", "license_link", "share_alike"}
        return work_of(pack, affiliations=(), license_="CC-BY-4.0" if open_ else None)

    return make


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_has_its_page(shown, credited, pack):
    made, file = page(shown(pack), credited), DOCS / f"{pack}.md"
    if os.environ.get("REWRITE_DOCS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, "utf-8")
    assert file.read_text("utf-8") == made


def index():
    yield "# Rule packs\n"
    yield "A page a pack: what its terms ask, what of that can be checked, and an example of a credit that meets it. The pages are made"
    yield "from [the packs](../../rules/README.md); [how much of the real terms they say](../coverage.md) is measured. This is no legal"
    yield "advice.\n"
    for name, packs in SHELVES.items():
        yield f"## {name}\n\n| pack | name | terms read on | requirements |\n|---|---|---|---|"
        for pack in packs:
            terms = packaged()[pack]
            newest = terms.version_of()
            yield f"| [`{pack}`]({pack}.md) | {said(terms.profile.name)} | {newest.source.read} | {len(newest.demands)} |"
        yield ""


def test_the_index_lists_all_pages():
    made = "\n".join(index()).rstrip("\n") + "\n"
    if os.environ.get("REWRITE_DOCS"):
        (DOCS / "README.md").write_text(made, "utf-8")
    assert (DOCS / "README.md").read_text("utf-8") == made
    assert {file.stem for file in DOCS.glob("*.md")} == {"README", *PACKS}
    assert sorted(each for packs in SHELVES.values() for each in packs) == sorted(PACKS)


@pytest.mark.parametrize("pack", ["globalresearch", "the-conversation", "cc-by-sa-4.0", "prism"])
def test_the_command_on_a_page_prints_what_stands_there(cli, pack):
    text = (DOCS / f"{pack}.md").read_text("utf-8")
    name, *arguments = shlex.split(re.search(r"```sh\n(.*?)\n```", text)[1])
    assert name == "creditline"
    done = cli(*arguments)
    assert (done.returncode, done.stdout) == (0, re.search(r"```html\n(.*?)```", text, re.DOTALL)[1])
