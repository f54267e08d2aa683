"""A made-up article of any publisher with a rule pack, and its credit."""

import os
import subprocess
import sys
from datetime import date

import pytest

from checker.credit.form import Form
from checker.credit.proof import Host, Trial
from checker.credit.work import Work
from checker.engine import default
from checker.model import Audience
from checker.original.original import Original
from checker.terms.library import packaged

DAY = date(2026, 1, 15)
PATHS = {"stack-exchange": "/questions/123/the-river-comes-back"}


@pytest.fixture(scope="session")
def work_of():
    """An article under the terms of a pack; values of the original, and of the work, can be given."""

    def make(pack, language="en", *, publisher=None, license_="CC-BY-4.0", terms=None, **values):
        terms = terms or packaged()[pack]
        facts = terms.publisher
        path = PATHS.get(pack, "/2024/05/the-river-comes-back-123456")
        known = {
            "url": f"https://{facts.domains[0] if facts else 'news.example'}{path}",
            "title": "The river comes back",
            "authors": ("Ann Writer",),
            "affiliations": ("University of Riverton",),
            "published": date(2024, 5, 3),
            "language": language,
        }
        named = publisher or (facts.name if facts else "Example News")
        original = Original(**{**known, **values})
        return Work(original, named, terms.profile.license or license_, language, terms, terms.version_of(), DAY)

    return make


@pytest.fixture(scope="session")
def credited():
    """The credit of a work, judged."""

    def make(work, form=Form.HTML, audience=Audience.COMMUNITY, **facts):
        return Trial(default(), work, Host(audience, facts), form).credit()

    return make


@pytest.fixture
def cli(tmp_path):
    """Runs the program in a folder of its own."""

    def run(*arguments, **environment):
        kept = {key: value for key, value in os.environ.items() if key in {"PATH", "PYTHONPATH", "HOME"}}
        own = {
            "PYTHONUTF8": "1",
            "PYTHONWARNINGS": "error",
            "COLUMNS": "100",
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
        }
        return subprocess.run(
            [sys.executable, "-m", "checker", *arguments],
            cwd=tmp_path,
            env={**kept, **own, **environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run
