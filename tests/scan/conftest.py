import pytest


@pytest.fixture
def archive(tmp_path):
    """Writes an archive and gives its path."""

    def write(content, name="test.warc.gz"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write
