"""The program as a process, and a server on this machine for it to ask."""

import os
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest


@pytest.fixture
def run(tmp_path):
    """Runs the program in a folder of its own."""

    def call(*arguments, **environment):
        command = [sys.executable, "-m", "checker", *arguments]
        return subprocess.run(
            command,
            cwd=tmp_path,
            env=around(tmp_path, **environment),
            capture_output=True,
            timeout=60,
            check=False,
        )

    return call


def around(folder, **environment):
    """The environment of a call; its cache is a folder of the test's own."""
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "SYSTEMROOT", "PYTHONPATH", "HOME"}}
    own = {"TERM": "xterm", "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(folder / "cache")}
    return {**kept, **own, **environment}


@pytest.fixture
def start(tmp_path):
    """Starts the program and leaves it running."""
    running = []

    def call(*arguments):
        command = [sys.executable, "-m", "checker", *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        running.append(subprocess.Popen(command, cwd=tmp_path, env=around(tmp_path), **pipes))
        return running[-1]

    yield call
    for process in running:
        process.kill()
        process.communicate()


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder's files and says nothing."""

    def log_message(self, *_):
        pass


@pytest.fixture
def hosted(tmp_path):
    """Puts a file on a server and gives its address."""
    folder = tmp_path / "hosted"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def put(name, content):
        (folder / name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return f"http://127.0.0.1:{server.server_port}/{name}"

    yield put
    server.shutdown()
    server.server_close()
