"""Rule packs for people and for programs: a list of them, and one in plain words, as what a republisher must do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.page.text import printable
from checker.report import inert
from checker.terms.pack import Demand, Strength, Terms, Test, Version

_HEADINGS: Mapping[Strength, str] = {
    Strength.MUST: "You must",
    Strength.MUST_NOT: "You must not",
    Strength.ASK_FIRST: "Ask first",
    Strength.SHOULD: "You should",
    Strength.MAY: "You may",
}


def table(packs: Iterable[Terms]) -> str:
    """One line a pack: id, name, licence, how many requirements its newest version has, its versions, its domains."""
    rows = [("ID", "NAME", "LICENCE", "REQUIREMENTS", "VERSIONS", "DOMAINS"), *map(_row, packs)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in rows
    )
    return "".join(printable(line.rstrip()) + "\n" for line in lines)


def _row(pack: Terms) -> tuple[str, ...]:
    domains = pack.publisher.domains if pack.publisher else ()
    versions = ", ".join(version.id for version in pack.versions)
    asked = str(len(pack.version_of().demands))
    license_ = pack.profile.license or "-"
    return pack.id, pack.profile.name, license_, asked, versions, ", ".join(domains) or "(any publisher)"


def as_json(packs: Iterable[Terms]) -> str:
    """The list for programs."""
    return inert.dumps([summary(pack) for pack in packs], indent=1) + "\n"


def summary(pack: Terms) -> dict[str, Any]:
    """A pack in a list: `requirements` are the ids of its newest version."""
    return {
        "id": pack.id,
        "name": pack.profile.name,
        "domains": list(pack.publisher.domains) if pack.publisher else [],
        "license": pack.profile.license,
        "requirements": [demand.id for demand in pack.version_of().demands],
        "versions": [version.id for version in pack.versions],
    }


def whole_json(pack: Terms) -> str:
    """One pack for programs, each requirement with its clause."""
    facts = pack.publisher
    whole = summary(pack) | {
        "aliases": list(facts.aliases) if facts else [],
        "contact": facts.contact if facts else None,
        "languages": list(facts.languages) if facts else [],
        "extends": list(pack.profile.extends),
        "versions": [_version_values(version) for version in pack.versions],
    }
    return inert.dumps(whole, indent=1) + "\n"


def _version_values(version: Version) -> dict[str, Any]:
    return {
        "id": version.id,
        "from": version.since.isoformat() if version.since else None,
        "until": version.until.isoformat() if version.until else None,
        "source": {"url": version.source.url, "read": version.source.read.isoformat(), "note": version.source.note},
        "gates": [{"when": str(gate.when), "clause": gate.clause.text} for gate in version.gates],
        "requirements": [demand_values(demand) for demand in version.demands],
    }


def demand_values(demand: Demand) -> dict[str, Any]:
    """A requirement as plain values; `when` is in words."""
    return {
        "id": demand.id,
        "strength": demand.strength.value,
        "clause": {"text": demand.clause.text, "url": demand.clause.url},
        "when": str(demand.when) if demand.when else None,
        "confidence": "sure" if demand.sure else "unsure",
        "test": test_values(demand.test),
    }


def test_values(test: Test) -> dict[str, Any]:
    """A test as plain values, as a pack writes it."""
    values: dict[str, Any] = {"type": test.type, **test.options} if test.type else {}
    values |= {key: [test_values(each) for each in inner] for key, inner in _inner(test) if inner}
    return values | ({"else": test_values(test.otherwise)} if test.otherwise else {})


def _inner(test: Test) -> list[tuple[str, Sequence[Test]]]:
    return [("any_of", test.any_of), ("all_of", test.all_of)]


def text(pack: Terms) -> str:
    """One pack in plain words, for a terminal."""
    lines = [f"{pack.profile.name} ({pack.id})"]
    if facts := pack.publisher:
        lines.append(f"  {', '.join(facts.domains)}{f'; ask {facts.contact}' if facts.contact else ''}")
    if pack.profile.license:
        lines.append(f"  licence: {pack.profile.license}")
    for version in _newest_first(pack):
        lines += ["", f"{_period(version)}, read on {version.source.read} at {version.source.url}"]
        lines += [f"  These terms do not apply where {gate.when}: {gate.clause.text}" for gate in version.gates]
        for heading, demands in _grouped(version):
            lines += [f"  {heading}:", *(f"    - {_said(demand)} [{demand.id}]" for demand in demands)]
    return "".join(printable(line) + "\n" for line in lines)


def markdown(pack: Terms) -> str:
    """One pack in plain words, as Markdown: a checklist for a republisher."""
    lines = [f"# {_escaped(pack.profile.name)}", ""]
    if facts := pack.publisher:
        contact = f" Questions go to {_escaped(facts.contact)}." if facts.contact else ""
        lines += [f"Published at {', '.join(facts.domains)}.{contact}", ""]
    if pack.profile.license:
        lines += [f"Licence: {_escaped(pack.profile.license)}", ""]
    for version in _newest_first(pack):
        lines += [f"## {_period(version)}", "", f"Read on {version.source.read} at <{version.source.url}>.", ""]
        lines += [f"Not where {gate.when}: {_escaped(gate.clause.text)}\n" for gate in version.gates]
        for heading, demands in _grouped(version):
            lines += [
                f"### {heading}",
                "",
                *(f"- [ ] {_escaped(_said(demand))} (`{demand.id}`)" for demand in demands),
                "",
            ]
    return "\n".join(lines).rstrip() + "\n"


def _newest_first(pack: Terms) -> list[Version]:
    newest = pack.version_of()
    others = [version for version in pack.versions if version is not newest]
    return [newest, *sorted(others, key=lambda version: str(version.since or ""), reverse=True)]


def _period(version: Version) -> str:
    since = f"Since {version.since}" if version.since else "Terms"
    return f"{since}{f' until {version.until}' if version.until else ''}"


def _grouped(version: Version) -> list[tuple[str, list[Demand]]]:
    groups = (
        (heading, [d for d in version.demands if d.strength is strength]) for strength, heading in _HEADINGS.items()
    )
    return [(heading, demands) for heading, demands in groups if demands]


def _said(demand: Demand) -> str:
    condition = f" (only where {demand.when})" if demand.when else ""
    doubt = "" if demand.sure else " (not sure)"
    return f"{' '.join(demand.clause.text.split())}{condition}{doubt}"


def _escaped(text_: str) -> str:
    from checker.credit.snippets import escape_markdown  # noqa: PLC0415  (only Markdown needs it)

    return printable(escape_markdown(text_))
