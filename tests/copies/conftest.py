"""What is asked of pages."""

import pytest

from checker.judging import Judging, Same
from checker.question import Question


@pytest.fixture(scope="session")
def judging():
    return Judging(None, Same(Question()))
