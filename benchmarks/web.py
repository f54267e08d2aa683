"""Pages per second from many hosts, as a ratio to the bare requests client that fetches the same pages and does nothing else.

    python benchmarks/web.py [--hosts 16] [--pages 20] [--milliseconds 50] [--passes 5]

Every host answers after that many milliseconds. See benchmarks/README.md for what is in the figures.
"""

from __future__ import annotations

import argparse
import multiprocessing
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection

import requests

import checker
from benchmarks.figures import Figure, in_turns, ratios, told
from checker import engine
from checker.documents.web.client import Web
from checker.documents.web.errands import Errands
from checker.documents.web.settings import Limits, Pace, Settings
from checker.run import Plan

_TEXT = "The water came early this year, stayed for nine days, and left a line on the school wall. " * 60
PAGE = f"""<!doctype html><html><head><title>The river comes back</title></head><body><article><h1>The river comes back</h1>
<p>By Ann Writer</p><p>{_TEXT}</p><p>This article was originally published on
<a href="https://news.example/2024/river">Example News</a>.</p></article></body></html>""".encode()


def main() -> None:
    """Measures and prints a line each."""
    parser = argparse.ArgumentParser(description="Pages per second, as a ratio to the bare client.")
    parser.add_argument("--hosts", type=int, default=16, help="how many hosts at once (default: 16)")
    parser.add_argument("--pages", type=int, default=20, help="pages of each (default: 20)")
    parser.add_argument("--milliseconds", type=int, default=50, help="how long each answer takes (default: 50)")
    parser.add_argument("--passes", type=int, default=5, help="how often all is fetched (default: 5)")
    given = parser.parse_args()
    engine.default()
    with served(given.milliseconds / 1000) as port:
        told(measure(port, given.hosts, given.pages, given.passes))


@contextmanager
def served(delay: float) -> Iterator[int]:
    """A server in a process of its own, which takes its time; gives its port."""
    near, far = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(far, delay), daemon=True)
    process.start()
    try:
        yield near.recv()
    finally:
        process.kill()
        process.join()


def _serve(pipe: Connection, delay: float) -> None:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            time.sleep(delay)
            there = not self.path.startswith("/robots")
            self.send_response(200 if there else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(PAGE) if there else 0))
            self.end_headers()
            self.wfile.write(PAGE if there else b"")

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 256
        daemon_threads = True

    server = Server(("127.0.0.1", 0), Handler)
    pipe.send(server.server_port)
    server.serve_forever()


def measure(port: int, hosts: int, pages: int, passes: int) -> tuple[Figure, ...]:
    """How many pages a second the bare client fetches, and how much of that the other ways come to; the ways take turns."""
    urls = [f"http://host{host}.example:{port}/{page}" for page in range(pages) for host in range(hosts)]
    ways = {
        "bare": lambda: bare(port, hosts, pages),
        "fetched": lambda: fetched(urls, hosts),
        "checked": lambda: checked(urls, hosts),
    }
    taken = in_turns(ways, passes, time.perf_counter)
    said = f"{len(urls)} pages of {hosts} hosts; by the clock"
    rates = tuple(len(urls) / seconds for seconds in taken["bare"])
    return (
        Figure("The bare client", "pages a second", rates, None, said),
        *(
            Figure(f"Pages {name}", "times as fast as the bare client", ratios(taken, "bare", name), None, said)
            for name in ("fetched", "checked")
        ),
    )


def bare(port: int, hosts: int, pages: int) -> None:
    """One session and a thread for each host, which asks for one page after another."""
    with requests.Session() as session, ThreadPoolExecutor(hosts) as pool:
        session.mount("http://", requests.adapters.HTTPAdapter(pool_maxsize=hosts))

        def host(number: int) -> None:
            for page in range(pages):
                assert session.get(f"http://127.0.0.1:{port}/{number}/{page}", timeout=30).content == PAGE

        list(pool.map(host, range(hosts)))


def fetched(urls: list[str], hosts: int) -> None:
    """The same by this program's client: robots.txt, turns, limits, checked addresses; nothing is judged."""
    got: list[bytes] = []
    lock = threading.Lock()
    with Web(_settings(hosts)) as web:
        errands = Errands(hosts, web.ready_at)

        def fetch(url: str) -> None:
            content = web.get(url).content
            with lock:
                got.append(content)

        for url in urls:
            errands.add(url, lambda url=url: fetch(url))
        errands.run()
    assert got == [PAGE] * len(urls)


def checked(urls: list[str], hosts: int) -> None:
    """All of `creditline check`, but for the report."""
    report = checker.check(urls, plan=Plan(settings=_settings(hosts)))
    assert all(page.outcome == "compliant" for page in report.pages)


def _settings(hosts: int) -> Settings:
    """Without a pause between two requests to a host: the bare client makes none."""
    limits, pace = Limits(private=True), Pace(delay=0)
    return Settings(limits, pace, hosts, resolve=lambda _host, _port: ["127.0.0.1"])


if __name__ == "__main__":
    main()
