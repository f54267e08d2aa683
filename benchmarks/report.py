"""How long a publisher's report over many pages takes, and how soon its page can be used.

    python benchmarks/report.py [--pages 10000] [--shown 5000] [RESULTS.json]

Results are made of the project's own test pages (or of the file), again and again under other addresses. See benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
_SITES = 97


def main() -> None:
    """Measures and prints one line each."""
    parser = argparse.ArgumentParser(description="The time and memory of a publisher's report.")
    parser.add_argument("results", nargs="?", help="a JSON report whose copies are multiplied (default: tests/pages)")
    parser.add_argument("--pages", type=int, default=10_000, help="pages of the JSON report (default: 10000)")
    parser.add_argument("--shown", type=int, default=5_000, help="pages of the HTML report (default: 5000)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = json.loads(Path(given.results).read_text("utf-8")) if given.results else _own(folder)
        seconds, megabytes = _run(_made(report, given.pages, folder / "many.json"), "json", folder / "out.json")
        print(f"JSON report on {given.pages} pages: {seconds:.1f} s, {megabytes:.0f} MB")
        seconds, _ = _run(_made(report, given.shown, folder / "some.json"), "html", folder / "out.html")
        size = (folder / "out.html").stat().st_size / 1e6
        print(f"HTML report on {given.shown} pages: {seconds:.1f} s, {size:.0f} MB{_opened(folder / 'out.html')}")


def _own(folder: Path) -> dict[str, Any]:
    file = folder / "own.json"
    command = [sys.executable, "-m", "checker", "check", "tests/pages", "--format", "json", "--output", str(file)]
    subprocess.run(command, cwd=ROOT, check=False)
    return json.loads(file.read_text("utf-8"))


def _made(report: dict[str, Any], count: int, file: Path) -> Path:
    """As many pages as are wanted, each with an address of its own."""
    copies = [page for page in report["pages"] if page["outcome"] != "not_republished"]
    urls = (f"https://site{number % _SITES}.example/post-{number}" for number in range(count))
    pages = [copies[number % len(copies)] | {"target": url, "url": url} for number, url in enumerate(urls)]
    file.write_text(json.dumps(report | {"pages": pages}), "utf-8")
    return file


def _run(results: Path, form: str, output: Path) -> tuple[float, float]:
    """The seconds and the highest memory of the whole program, in MB."""
    command = [sys.executable, "-m", "checker", "report", str(results), "--format", form, "--output", str(output)]
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _opened(file: Path) -> str:
    """How long a real browser takes until the page can be used: filtered once, a page unfolded."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  (an extra)
    except ImportError:
        return ""
    if not browser:
        return ""
    with sync_playwright() as started:
        opened = started.chromium.launch(
            executable_path=browser, args=["--no-sandbox", "--disable-background-networking"]
        )
        shown = opened.new_page()
        start = time.perf_counter()
        shown.goto(file.as_uri())
        shown.wait_for_selector("#filter:not([hidden])")
        usable = time.perf_counter() - start
        shown.locator("#pages .open").first.click()
        shown.fill("input[name=text]", "post-7")
        worked = time.perf_counter() - start
        opened.close()
    return f"; usable after {usable:.1f} s, filtered and unfolded after {worked:.1f} s"


if __name__ == "__main__":
    main()
