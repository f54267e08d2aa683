"""What is shipped: the wheel holds the code and its data, and works where nothing of the project lies beside it."""

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("hatchling") or not importlib.util.find_spec("pip"),
    reason="hatchling or pip is not installed",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check", "--quiet"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(folder), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (file,) = folder.glob("creditline-*.whl")
    return file


def files_of(folder, pattern="*"):
    return {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / folder).rglob(pattern)
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_wheel_holds_the_code_and_all_of_its_data(wheel):
    listed = set(zipfile.ZipFile(wheel).namelist())
    data = files_of("docs") | files_of("rules") | files_of("schemas")
    assert len(data) > 20
    assert {f"checker/_data/{name}" for name in data} - listed == set()
    assert files_of("checker", "*.py") - listed == set()
    assert "checker/py.typed" in listed


def test_the_wheel_holds_nothing_else(wheel):
    listed = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in listed if ".dist-info/" not in name} == {"checker"}
    assert [name for name in listed if "__pycache__" in name or name.endswith(".pyc")] == []


def test_the_wheel_has_the_program_its_licence_and_its_needs(wheel):
    archive = zipfile.ZipFile(wheel)
    told = {
        name.rpartition("/")[2]: archive.read(name).decode()
        for name in archive.namelist()
        if name.endswith(("METADATA", "entry_points.txt"))
    }
    assert "creditline = checker.cli.start:main" in told["entry_points.txt"]
    assert "License-Expression: Apache-2.0" in told["METADATA"]
    assert "Requires-Python: >=3.11" in told["METADATA"]
    assert any(name.endswith("/licenses/LICENSE") for name in archive.namelist())


def test_unpacked_anywhere_it_finds_its_rules(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "unpacked")
    call = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'unpacked')!r}); sys.argv = ['creditline', 'terms', 'show', 'good-practice'];"
        "from checker.cli.start import main; import checker; print(checker.__file__, file=sys.stderr); main()"
    )
    done = subprocess.run([sys.executable, "-c", call], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert str(tmp_path / "unpacked") in done.stderr
    assert "source_attribution" in done.stdout
