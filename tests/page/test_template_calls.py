"""Calls of templates that write credits, on sources of pages."""

import pytest

from checker.page import template_calls

PAGE = "# The valley\n\nA first paragraph.\n\n{call}\n\nA last paragraph."

# a call -> the text that is told
CALLS = {
    "{% include credit.html %}": "{% include credit.html %}",
    "{% include_relative parts/source-line.md %}": "{% include_relative parts/source-line.md %}",
    '{{< attribution name="The Lighthouse" >}}': '{{< attribution name="The Lighthouse" >}}',
    '{{ partial "articleCredit.html" . }}': '{{ partial "articleCredit.html" . }}',
    "By {{ page.author }}": "{{ page.author }}",
    "The `river` is credited {{ credit }}": "{{ credit }}",
    "<?php include('license.php'); ?>": None,  # to a reader of HTML a processing instruction, which is none of the page's text
    '<Credit href="https://lighthouse.example/1" />': "<credit>",
    "<ArticleCredit/>": "<articlecredit>",
}
NO_CALLS = [
    '{% include figure.html source="The Lighthouse" %}',
    "{{< youtube id >}}",
    "Write `{% include credit.html %}` in your layout.",
    "```\n{{ page.author }}\n```",
    "    <Credit />",
    "<Credit>The Lighthouse</Credit>",
    '<picture><source srcset="a.webp"></picture>',
    "{% include credit.html",
    "<!-- {% include credit.html %} -->",
]


@pytest.mark.parametrize(("call", "told"), CALLS.items())
def test_a_call_that_by_its_name_writes_a_credit(page_of, call, told):
    found = template_calls.credit_call(page_of(PAGE.format(call=call), "markdown"))
    assert (found.text if found else None) == told
    assert found is None or found.line == 5


@pytest.mark.parametrize("call", NO_CALLS)
def test_what_calls_nothing_that_tells_of_a_credit(page_of, call):
    assert template_calls.credit_call(page_of(PAGE.format(call=call), "markdown")) is None


def test_built_pages_call_nothing(page_of):
    assert template_calls.credit_call(page_of("<p>{{ page.author }}</p>")) is None
