"""The index of formats."""

import pytest

from checker.cli.options import Format
from checker.report import WRITERS, writer


def test_every_format_but_text_is_in_the_index():
    assert set(WRITERS) == {form.value for form in Format if form is not Format.TEXT}


@pytest.mark.parametrize("form", WRITERS)
def test_every_format_can_say_that_nothing_was_checked(report_of, form):
    assert isinstance(writer(form)(report_of()), str)
