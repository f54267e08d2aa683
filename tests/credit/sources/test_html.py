"""Where an element of an HTML source ends."""

import pytest

from checker.credit.sources.html import element_end

ENDS = [
    pytest.param("<p>a</p>|b", id="its end tag"),
    pytest.param("<p>a <b>b</b></p>|<p>c</p>", id="an element inside"),
    pytest.param("<p>a <!-- </p> --> b</p>|", id="an end tag in a comment"),
    pytest.param("<p>a|\n<p>b</p>", id="the next paragraph ends one without an end tag"),
    pytest.param("<p>a|\n</div>", id="what holds it ends one without an end tag"),
    pytest.param("<p>a|<ul><li>b</ul></p>", id="a list ends a paragraph"),
    pytest.param("<div>a<div>b</div>c</div>|d</div>", id="the same element inside"),
    pytest.param("<div>a<br>b<img src=x></div>|", id="elements without an end"),
    pytest.param("<div><script>a('</div>')</script>b</div>|", id="an end tag in a script"),
    pytest.param("<DIV>a</Div >|b", id="capitals"),
    pytest.param('<div title="</div>">a</div>|b', id="an end tag in an attribute"),
    pytest.param("<img src=x>|a", id="an element without an end"),
    pytest.param("<title>a <b></title>|b", id="a title"),
]


@pytest.mark.parametrize("marked", ENDS)
def test_the_end_of_an_element(marked):
    assert element_end(marked.replace("|", ""), 0) == marked.index("|")


@pytest.mark.parametrize("source", ["<div>a", "<div>a<div>b</div>", "a<p>", "</p>", ""])
def test_what_has_no_end_that_can_be_told(source):
    assert element_end(source, 0) is None
