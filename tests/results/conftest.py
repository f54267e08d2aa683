import pytest

from tests.results import made


@pytest.fixture
def results(tmp_path):
    """Writes a file of results, made at a day."""

    def write(name, created, *pages):
        return made.write(tmp_path / name, created, *pages)

    return write
