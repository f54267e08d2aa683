"""The README's picture of a report says what the program says. REWRITE_DOCS=1 draws it anew."""

import os
import re
import subprocess
import sys
from html import unescape
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "report.svg"
COMMAND = "check examples/us-nato-belarus.md"
# Nothing is fetched to show it: a font of the reader's own will do.
FORMAT = """<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="A report of creditline">
<style>.{unique_id}-matrix {{ font-family: monospace; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-family: sans-serif; font-size: 18px; }}
{styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def said():
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "PYTHONPATH", "HOME"}}
    environment = {**kept, "FORCE_COLOR": "1", "PYTHONUTF8": "1", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "checker", *COMMAND.split()]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    return Text.from_ansi(done.stdout)


def drawn(text):
    console = Console(record=True, width=110, file=StringIO(), force_terminal=True)
    console.print(text)
    return console.export_svg(title=f"creditline {COMMAND}", code_format=FORMAT, unique_id="report")


def words(text):
    return "".join(text.split())


def test_the_picture_is_fresh():
    text = said()
    if os.environ.get("REWRITE_DOCS"):
        PICTURE.write_text(drawn(text), "utf-8")
    svg = PICTURE.read_text("utf-8")
    shown = "".join(unescape(part) for part in re.findall(r"<text[^>]*>([^<]*)</text>", svg.partition('-matrix">')[2]))
    assert words(shown) == words(text.plain)


def test_the_picture_fetches_nothing_and_is_in_the_readme():
    svg = PICTURE.read_text("utf-8")
    assert re.findall(r"https?://[^\"' )<]+", re.sub(r"<text.*?</text>", "", svg)) == ["http://www.w3.org/2000/svg"]
    assert "](docs/report.svg)" in (ROOT / "README.md").read_text("utf-8")
