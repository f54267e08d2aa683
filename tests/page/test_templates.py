"""Template code, and where nothing may be put."""

import pytest

from checker.page import templates

INSIDE = [
    pytest.param("a {{ x HERE }} b", id="an expression"),
    pytest.param("{% if a %}HERE{% endif %}", id="a condition"),
    pytest.param("{%- if a -%}x{%- if b -%}y{%- endif -%}HERE{%- endif -%}", id="behind an inner pair"),
    pytest.param("{% raw %}{{ HERE }}{% endraw %}", id="raw"),
    pytest.param("{{ if .A }}HERE{{ end }}", id="Go condition"),
    pytest.param("{{- range .Pages -}}x{{ with .B }}y{{ end }}HERE{{ end }}", id="Go loop behind an inner pair"),
    pytest.param("{{< box >}}HERE{{< /box >}}", id="shortcode"),
    pytest.param("{{% box %}}HERE{{% /box %}}", id="Markdown shortcode"),
    pytest.param("{{#each xs}}HERE{{/each}}", id="Handlebars"),
    pytest.param("{# HERE #}", id="comment"),
    pytest.param("<% HERE %>", id="ERB"),
    pytest.param("<?php HERE ?>", id="PHP"),
    pytest.param("<?php if (x) HERE", id="PHP without an end"),
    pytest.param("{% block a %}{% for b in c %}HERE{% endfor %}{% endblock %}", id="a loop in a layout's part"),
]
OUTSIDE = [
    pytest.param("HERE{% if a %}x{% endif %}", id="before"),
    pytest.param("{% if a %}x{% endif %}HERE", id="behind"),
    pytest.param("{% include a %}HERE{% include b %}", id="between tags that are no pair"),
    pytest.param("{{ a }}HERE{{ b }}", id="between expressions"),
    pytest.param("{% block a %}HERE{% endblock %}", id="in a layout's part"),
    pytest.param('{{ define "main" }}HERE{{ end }}', id="in a Go layout's part"),
    pytest.param("{{ if a }}x{{ end }}HERE", id="behind a Go condition"),
    pytest.param("a { b: HERE } c", id="braces of other code"),
    pytest.param("{{ never closed HERE", id="what nothing closes"),
    pytest.param('<?xml:namespace prefix="o" />HERE', id="a word processor's mark"),
]


def _covers(text, **more):
    at = text.index("HERE")
    return templates.code(text.replace("HERE", ""), **more).covers(at)


@pytest.mark.parametrize("text", INSIDE)
def test_inside(text):
    assert _covers(text)


@pytest.mark.parametrize("text", OUTSIDE)
def test_outside(text):
    assert not _covers(text)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param("<Box a={1}>\n\nHERE\n\n</Box>", True, id="in a component"),
        pytest.param("a {b.HEREc} d", True, id="in an expression"),
        pytest.param("export const a = {\n  HERE\n}\n\ntext", True, id="in an export"),
        pytest.param("import A from 'a'\n\nHERE text", False, id="behind an import"),
        pytest.param("<Box />\n\nHERE", False, id="behind a component"),
        pytest.param("a \\{ HERE b", False, id="an escaped brace"),
    ],
)
def test_mdx(text, inside):
    assert _covers(text, mdx=True) is inside


def test_what_opens_a_tag_becomes_a_reference():
    assert templates.inert("{{ a }} {% b %} {c} <% d %> <p>") == "&#123;{ a }} &#123;% b %} {c} &#60;% d %> <p>"
    assert templates.inert("{c}", mdx=True) == "&#123;c&#125;"


@pytest.mark.parametrize("mark", ["{{", "{%", "{% if a %}", "{{ if a }}", "{% endif %}", "<%", "{#", "{{ end }}"])
def test_a_hundred_thousand_marks_have_an_end(mark):
    """If each were looked at together with all others, this would take hours."""
    text = mark * 100_000 if len(mark) < 4 else mark * 20_000
    assert all(start < end <= len(text) for start, end in templates.code(text).spans)
