"""What a repository tells of its site: what builds it, where it stands, its folders, and what its front matter holds."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from checker import data
from checker.documents import files
from checker.errors import TargetError
from checker.page import address, front_matter
from checker.page.page import FrontMatterEntry

_HEAD = 256 * 1024
_MOST_FILES = 2000
_MARKDOWN = ("*.md", "*.markdown", "*.mdx")
_CNAMES = ("CNAME", "static/CNAME", "public/CNAME", "docs/CNAME", "src/CNAME")
_TOKEN = re.compile(r":[a-z]+")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. `generator` is a builder's name and `file` its own configuration; folders are relative to the repository.

    `known` are the front-matter keys in use that say something of an original, by what they say; `other` are keys in use that hold
    addresses of other sites.
    """

    generator: str | None = None
    file: str | None = None
    name: str | None = None
    domain: str | None = None
    language: str | None = None
    content: tuple[str, ...] = ()
    built: str | None = None
    permalinks: tuple[str, ...] = ()
    markdown: int = 0
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    other: tuple[str, ...] = ()


def look(folder: Path) -> Found:
    """What a folder tells. Reads no more than the first 2,000 Markdown files, and of each its head."""
    found = next(filter(None, (_generated(each, folder) for each in _data()["generator"])), None) or _Told()
    domain = _host(found.values.get("url")) or next(filter(None, (_cname(folder / name) for name in _CNAMES)), None)
    content = tuple(name for name in found.content if _pages(folder / name)) or _folders(folder)
    entries = [entry for name in content or ("",) for entry in _front_matter(folder / name)]
    known, other = _keys(entries, domain)
    return Found(
        generator=found.name,
        file=found.file,
        name=found.values.get("name"),
        domain=domain,
        language=_language(found.values.get("language")),
        content=content,
        built=found.built,
        permalinks=found.permalinks,
        markdown=sum(1 for name in content or ("",) for _ in _pages(folder / name)),
        known=known,
        other=other,
    )


def told(found: Found) -> Iterator[str]:
    """What was found, a line each, for people."""
    yield f"site builder: {found.generator} ({found.file})" if found.generator else "site builder: none that is known"
    yield f"site: {found.name or 'no name'}, at {found.domain or 'an unknown address'}"
    yield f"Markdown files: {found.markdown}, in {', '.join(found.content) or 'this folder'}"
    names = [name for each in found.known.values() for name in each]
    yield f"front matter about originals: {', '.join(names) or 'none'}"


@dataclass(frozen=True, slots=True)
class _Told:
    """What a builder's own configuration tells."""

    name: str | None = None
    file: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    content: tuple[str, ...] = ()
    built: str | None = None
    permalinks: tuple[str, ...] = ()


def _generated(generator: Mapping[str, Any], folder: Path) -> _Told | None:
    for file in (file for pattern in generator["files"] for file in sorted(folder.glob(pattern))):
        read = _by_pattern if "patterns" in generator else _by_key
        values = read(file, generator)
        if values is not None:
            return _Told(
                generator["name"],
                file.relative_to(folder).as_posix(),
                values,
                _given(generator, "content", values),
                next(iter(_given(generator, "built", values)), None),
                tuple(dict.fromkeys(filter(None, map(_pattern, values.get("permalinks", "").split("\n"))))),
            )
    return None


def _given(generator: Mapping[str, Any], kind: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The folders of a kind: the one that is configured, else the usual ones."""
    if kind in values and (name := values[kind].strip("./")) and not Path(name).is_absolute() and ".." not in name:
        return (name,)
    return tuple(generator.get(kind, {}).get("folders", ()))


def _by_key(file: Path, generator: Mapping[str, Any]) -> Mapping[str, str] | None:
    """The values of a configuration with keys; None where it is another program's."""
    values = _parsed(file)
    marks = () if file.name.startswith(tuple(generator.get("own_names", ()))) else generator.get("marked_by", ())
    if not isinstance(values, Mapping) or (marks and not set(marks) & values.keys()):
        return None
    wanted = {
        "url": generator.get("url", ()),
        "name": generator.get("name_keys", ()),
        "language": generator.get("language", ()),
        "content": generator.get("content", {}).get("keys", ()),
        "built": generator.get("built", {}).get("keys", ()),
        "permalinks": generator.get("permalinks", ()),
    }
    found = {name: next(filter(None, (_at(values, key) for key in keys)), "") for name, keys in wanted.items()}
    return {name: value for name, value in found.items() if value}


def _by_pattern(file: Path, generator: Mapping[str, Any]) -> Mapping[str, str] | None:
    """The values in a text; None where it is another program's."""
    text, patterns = _text(file), generator["patterns"]
    if "marked_by" in patterns and not re.search(patterns["marked_by"], text):
        return None
    found = {name: re.search(pattern, text) for name, pattern in patterns.items() if name != "marked_by"}
    return {name: unescape(match[1].strip()) for name, match in found.items() if match}


def _parsed(file: Path) -> Any:
    try:
        if file.suffix == ".toml":
            return tomllib.loads(_text(file))
        if file.suffix == ".json":
            return json.loads(_text(file))
        return yaml.safe_load(_text(file)) or {}
    except (ValueError, yaml.YAMLError, RecursionError):
        return None


def _at(values: Any, key: str) -> str | None:
    """The text under nested keys; the texts of a table, a line each."""
    for part in key.split("."):
        values = values.get(part) if isinstance(values, Mapping) else None
    if isinstance(values, Mapping):
        return "\n".join(each for each in values.values() if isinstance(each, str)) or None
    return values if isinstance(values, str) else None


def _pattern(permalink: str) -> str | None:
    """A builder's permalink as creditline writes it; None where it hangs on what no file name tells."""
    text = _data()["styles"].get(permalink, permalink).strip("/")
    tokens = _data()["tokens"]
    if not text or "{" in text or any(token not in tokens for token in _TOKEN.findall(text)):
        return None
    made = re.sub(r"/+", "/", _TOKEN.sub(lambda token: tokens[token[0]], text)).strip("/")
    return made if made.endswith(".html") else f"{made}/index.html"


def _host(url: str | None) -> str | None:
    found = address.parse(url or "")
    return found.host.removeprefix("www.") if found else None


def _cname(file: Path) -> str | None:
    return _host("https://" + _text(file).strip()) if file.is_file() else None


def _language(tag: str | None) -> str | None:
    return tag.replace("_", "-") if tag and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", tag) else None


def _folders(folder: Path) -> tuple[str, ...]:
    """The top folders with Markdown files, where no builder tells."""
    names = sorted(each.name for each in folder.iterdir() if each.is_dir() and not each.name.startswith("."))
    return tuple(name for name in names if name != "node_modules" and any(True for _ in _pages(folder / name)))


def _pages(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    try:
        return list(islice(files.expand(str(folder), files.Selection(_MARKDOWN)), _MOST_FILES))
    except TargetError:
        return []


def _front_matter(folder: Path) -> Iterator[FrontMatterEntry]:
    for name in _pages(folder):
        yield from front_matter.with_roles(front_matter.split(_text(Path(name)))[0])


def _keys(
    entries: Iterable[FrontMatterEntry], domain: str | None
) -> tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]:
    """The keys that are known, by what they say, and the unknown ones that hold addresses of other sites; the commonest first."""
    known: dict[str, Counter[str]] = {}
    other: Counter[str] = Counter()
    own = address.registered(domain) if domain else None
    for entry in entries:
        for role in entry.roles[:1]:
            known.setdefault(role, Counter())[entry.key] += 1
        at = address.parse(entry.value) if not entry.roles and entry.value.startswith("http") else None
        if at and at.is_article and at.domain != own and not at.is_picture:
            other[entry.key] += 1
    return {role: _commonest(count) for role, count in known.items()}, _commonest(other)


def _commonest(count: Counter[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in count.most_common(8))


def _text(file: Path) -> str:
    try:
        with open(file, "rb", opener=files.unwaiting) as content:
            return content.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return ""


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((data.folder("rules") / "setup" / "generators.toml").read_text("utf-8"))
