"""The same rows from a real cluster: a master and two workers on this machine, from the package's own programs."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from checker.errors import TargetError
from checker.scan import spark
from tests.scan.archives import COPY, OWN, packed, page, record

pyspark = pytest.importorskip("pyspark", reason="pip install --group cluster")
pytestmark = pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java 17")
ROOT = Path(__file__).parent.parent.parent
MASTER, WORKER = "org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker"


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """The address of a master with two workers of one processor each."""
    folder = tmp_path_factory.mktemp("spark")
    home = Path(pyspark.__file__).parent
    env = os.environ | {
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_HOSTNAME": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
    }
    port, web = free_port(), free_port()
    started = []

    def start(*arguments):
        log = (folder / f"{len(started)}.log").open("wb")
        call = [home / "bin" / "spark-class", *map(str, arguments)]
        started.append(subprocess.Popen(call, env=env, cwd=folder, stdout=log, stderr=log))
        log.close()

    start(MASTER, "--host", "127.0.0.1", "--port", port, "--webui-port", web)
    url = f"spark://127.0.0.1:{port}"
    for number in range(2):
        where = folder / str(number)
        start(
            WORKER,
            "--host",
            "127.0.0.1",
            "--cores",
            1,
            "--memory",
            "1g",
            "--work-dir",
            where,
            "--webui-port",
            free_port(),
            url,
        )
    try:
        wait_for_workers(web)
        yield url, env
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(20)


def wait_for_workers(port):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/", timeout=5) as answer:
                if json.load(answer)["aliveworkers"] == 2:
                    return
        except (OSError, ValueError, KeyError):
            pass
        time.sleep(0.3)
    pytest.fail("the cluster did not start")


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archives")
    for number in range(4):
        pages = [page(COPY if at % 3 else OWN, url=f"https://host.example/{number}/{at}") for at in range(8)]
        (folder / f"{number}.warc.gz").write_bytes(packed(*pages, record(b"x", length=-1)))
    return sorted(folder.iterdir())


def scan(archives, *arguments, env=None):
    call = [sys.executable, "-m", "checker", "scan", *archives, "--all", *arguments]
    return subprocess.run(
        list(map(str, call)), capture_output=True, text=True, check=False, timeout=150, cwd=ROOT, env=env
    )


def rows(path):
    from pyarrow import parquet  # noqa: PLC0415  (comes with the cluster)

    found = parquet.read_table(path).to_pylist()
    return sorted((row["archive"], row["offset"], row["page"]) for row in found)


def test_a_cluster_writes_the_rows_of_one_machine(cluster, archives, tmp_path):
    url, env = cluster
    scan(archives, "--format", "parquet", "--output", tmp_path / "local.parquet")
    goal = tmp_path / "cluster"
    done = scan(archives, "--format", "parquet", "--engine", "spark", "--master", url, "--output", goal, env=env)
    assert done.returncode == 3, done.stderr[-2000:]
    assert "4 error" in done.stderr
    assert (goal / "_SUCCESS").exists()
    assert rows(goal) == rows(tmp_path / "local.parquet")
    assert len(rows(goal)) == 36


FAILS_ONCE = """
import os, sys
from pathlib import Path
from checker.judging import Judging, Same
from checker.question import Question
from checker.scan import local, places, spark
from checker.scan.rows import Asked

# The workers have arguments of their own, so the place is a value of this program.
MARK = Path(sys.argv[3]) / "failed"

class FailsOnce(Judging):
    def __call__(self, document):
        if document.url.endswith("/2/5") and not MARK.exists():
            MARK.touch()
            os._exit(1)
        return super().__call__(document)
    def __reduce__(self):
        return FailsOnce, (self.library, self.asks, self.inspects)

found = [place for name in sys.argv[4:] for place in places.expand(name)]
asked = Asked(FailsOnce(None, Same(Question())), True)
print(spark.run(local.pieces(found), asked, sys.argv[1], Path(sys.argv[2])))
"""


def test_a_task_that_dies_is_tried_again_and_no_row_is_there_twice(cluster, archives, tmp_path):
    url, env = cluster
    goal = tmp_path / "cluster"
    call = [sys.executable, "-c", FAILS_ONCE, url, str(goal), str(tmp_path), *map(str, archives)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=150, cwd=ROOT, env=env)
    assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / "failed").exists()
    assert len(rows(goal)) == 36
    assert len({row[:2] for row in rows(goal)}) == 36


def test_no_cluster_is_told_of(archives, tmp_path):
    done = scan(archives, "--format", "jsonl", "--engine", "spark", "--output", tmp_path / "x")
    assert done.returncode == 2


@pytest.mark.parametrize(("master", "told"), [("local[2]", sys.executable), ("spark://host.example:7077", None)])
def test_a_cluster_on_this_machine_runs_this_python(monkeypatch, master, told):
    """Another one has its own."""
    monkeypatch.delenv("PYSPARK_PYTHON", raising=False)

    def none(*_):
        raise OSError("no cluster here")

    sql = pytest.importorskip("pyspark.sql")
    monkeypatch.setattr(sql.SparkSession.Builder, "getOrCreate", none)
    with pytest.raises(TargetError, match="no cluster here"), spark.session(master):
        pass
    assert os.environ.get("PYSPARK_PYTHON") == told
