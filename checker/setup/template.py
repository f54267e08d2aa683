"""What was found in a repository -> a commented configuration (rules/setup/creditline.toml)."""

from __future__ import annotations

from string import Template

from checker import data
from checker.config.values import PERMALINKS
from checker.setup.found import Found
from checker.terms.drafting.toml import comment, pair, string


def toml(found: Found) -> str:
    """The configuration. What was not found stands there as a comment, with an example."""
    template = Template((data.folder("rules") / "setup" / "creditline.toml").read_text("utf-8"))
    return template.substitute(
        name=_line("name", found.name, "Our Site"),
        domains=_line("domains", [found.domain] if found.domain else None, ["our-site.example"]),
        languages=_line("languages", [found.language] if found.language else None, ["en"]),
        example=string(f"{next(iter(found.content), 'content')}/partner/*"),
        known=_known(found),
        keys=_keys(found),
        content=_content(found),
    )


def _line(key: str, given: object, example: object) -> str:
    return pair(key, given) if given else f"# {pair(key, example)}"


def _known(found: Found) -> str:
    names = [name for each in found.known.values() for name in each]
    return comment(f"Known, and in use here: {', '.join(names)}." if names else "None that are known are in use here.")


def _keys(found: Found) -> str:
    if not found.other:
        return '# [front_matter]\n# original_url = ["our_original"]'
    hint = comment("These hold addresses of other sites; keep those that name the original, and take the # away.")
    return f"{hint}\n# [front_matter]\n# {pair('original_url', list(found.other))}"


def _content(found: Found) -> str:
    # A builder's own patterns seldom hold for all of its pages.
    patterns = {"permalinks": [*found.permalinks, *PERMALINKS[:2]]} if found.permalinks else {}
    tables = [{"source": source, "built": found.built, **patterns} for source in (found.content if found.built else ())]
    if not tables:
        return '# [[content]]\n# source = "content"\n# built = "public"'
    return "\n\n".join(
        "\n".join(["[[content]]", *(pair(key, value) for key, value in each.items())]) for each in tables
    )
