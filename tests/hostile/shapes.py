"""Pages that somebody made to break a checker: what each is filled with, over and over, up to any size.

Every one begins with an honest heading, byline and credit, so that there is something to be judged.
"""

from collections.abc import Callable

Shape = Callable[[int], bytes]
"""The page of about so many bytes."""

_CREDIT = '<a href="https://www.globalresearch.ca/the-river/5123">Global Research</a>'
_HEAD = f"<h1>The river rises</h1><p>By Ann Writer</p><p>First published by {_CREDIT}.</p>"
_MARKDOWN_HEAD = (
    "# The river rises\n\nBy Ann Writer\n\n"
    "First published by [Global Research](https://www.globalresearch.ca/the-river/5123).\n\n"
)
_SENTENCE = "The river rose by two metres in the night, and the town moved its market to the hill behind the old mill."
_SCRIPT = '<script type="application/ld+json">'


def again(text: str, size: int) -> str:
    """A text over and over, cut at a size in bytes."""
    each = len(text.encode("utf-8", "surrogatepass"))
    return text * max(1, size // each)


def article(filling: str, head: str = "") -> bytes:
    """A page whose article holds the filling, behind an honest credit."""
    page = f"<html lang=en><head>{head}</head><body><article>{_HEAD}{filling}</article></body></html>"
    return page.encode("utf-8", "surrogatepass")


def ordinary(size: int) -> bytes:
    """What the others are measured by: an article of paragraphs."""
    return article(again(f"<p>{_SENTENCE}</p>\n", size))


def ordinary_markdown(size: int) -> bytes:
    """The same in Markdown."""
    return markdown(again(f"{_SENTENCE}\n\n", size))


def markdown(filling: str, front_matter: str = "") -> bytes:
    """A Markdown source that holds the filling, behind an honest credit."""
    return (front_matter + _MARKDOWN_HEAD + filling).encode("utf-8", "surrogatepass")


def _filled(text: str) -> Shape:
    return lambda size: article(again(text, size))


def _headed(text: str) -> Shape:
    return lambda size: article("", again(text, size))


def _written(text: str) -> Shape:
    return lambda size: markdown(again(text, size))


def _between(before: str, text: str, after: str) -> Shape:
    return lambda size: article(before + again(text, size) + after)


def _fronted(before: str, text: str, after: str) -> Shape:
    return lambda size: markdown("", before + again(text, size) + after)


def _numbered(text: str) -> Callable[[int], str]:
    return lambda size: "".join(text.format(number) for number in range(size // (len(text) + 3)))


_ELEMENTS = {
    "nested in earnest": "<div>",
    "nested, each with a word": "<span>x",
    "formatting that is never closed": "<b><i><a href=x>",
    "siblings without a word": "<i></i>",
    "siblings of a letter": "<p>a</p>",
    "paragraphs that are never closed": "<p>a",
    "line breaks": "<br>",
    "rules": "<hr>",
    "headings": "<h1>T</h1>",
    "nested tables": "<table><tr><td>",
    "nested lists": "<ul><li>",
    "forms": "<form>",
    "choices": "<select><option>",
    "templates": "<template>",
    "noscript": "<noscript>",
    "drawings": "<svg><g>",
    "frames": '<iframe src="x">',
    "text areas": "<textarea>",
    "scripts that are never closed": "<script>",
    "plain text": "<plaintext>",
    "quotations": "<blockquote>",
    "asides": '<aside class="related sidebar">',
    "classes of every part": '<div class="comment-list footer byline author">x</div>',
    "hidden stretches of a line": "<span hidden>x</span> y ",
    "ruby": "<ruby>a<rt>b</ruby>",
    "frame sets": "<frameset>",
    "end tags of nothing": "</div></p></b>",
    "misnested": "<b><p></b></p>",
    "custom elements": "<x-y z>q</x-y>",
    "XML namespaces": '<a:b xmlns:a="urn:x">q</a:b>',
    "definition lists": "<dl><dt>Source<dd>x",
}
_MARKUP = {
    "comments that credit": "<!-- Originally published on Global Research -->",
    "comments that are never closed": "<!--",
    "comments with links": f"<!-- {_CREDIT} ",
    "comments without end": "<!-->",
    "comments of nothing": "<!>",
    "end tags without a name": "</3>",
    "comments with images": "<!-- <img src='https://a.example/x.gif'> -->",
    "angle brackets": "<",
    "ends of tags": "</",
    "tags that are never closed": "<a ",
    "attributes that are never closed": '<a href="',
    "equals signs": "<a =",
    "CDATA": "<![CDATA[",
    "document types": "<!DOCTYPE html>",
    "processing instructions": "<?xml version='1.0'?>",
    "entities": "&amp;",
    "entities without a name": "&#",
    "entities beyond Unicode": "&#99999999999;",
    "entities of nobody": "&bogus;",
    "entities of surrogates": "&#xD800;",
    "entities without an end": "&copy",
    "entities of NUL": "&#0;",
    "entities of spaces": "&nbsp;",
}
_TEXT = {
    "one line": "word ",
    "one word": "x",
    "quotes": '"',
    "brackets": "[",
    "parentheses": "(",
    "full stops": ".",
    "stops of sentences": ". ",
    "dashes": "-",
    "dashes between spaces": " - ",
    "commas": ", ",
    "colons": ": ",
    "figures": "1",
    "years": "2024 ",
    "spaces": " ",
    "line ends": "\n",
    "carriage returns": "\r",
    "NULs": "\0",
    "NULs in words": "Glo\0bal Research ",
    "unseen characters": "\u200b",
    "accents": "e\u0301",
    "directions": "\u202e",
    "pictures": "😀",
    "a capital that grows when lowered": "İ",
    "a letter that grows when raised": "ß",
    "Chinese credits": "来源：环球",
    "Arabic credits": "المصدر: ",
    "lone surrogates": "\ud800",
}
_CREDITS = {
    "a credit": "The original source of this article is Global Research. ",
    "a credit a paragraph": "<p>Originally published on Global Research.</p>",
    "a credit a line": "Source: Global Research<br>",
    "a linked credit in one paragraph": f"Originally published on {_CREDIT}. ",
    "a linked credit a paragraph": f"<p>Originally published on {_CREDIT}.</p>",
    "a word of many credits a paragraph": "<p>It is original</p>",
    "a credit below each heading": f"<h2>A river</h2><p>First published in {_CREDIT}</p>",
    "a credit below each title of a list": "<h3>Read more</h3><p>Originally published on Global Research.</p>",
    "a byline a line": "By Ann Writer<br>",
    "permissions and credits in one sentence": "reprinted with permission from Example and republished from Example News ",
    "half a credit": "Esta es una traducción de un artículo escrito por Ana Pluma. ",
    "copyright lines": "Copyright © Ann Writer, Global Research, 2024 ",
    "copyright lines, one a paragraph": "<p>© 2024 Ann Writer</p>",
    "copyright lines, one a line": "© 2024 Ann Writer<br>",
    "copyright signs": "©",
    "copyright signs and years": "© 2024 ",
    "copyright words": "copyright ",
    "by": "By ",
    "bylines": "<p>By Ann Writer</p>",
    "bylines in one paragraph": "By Ann Writer. ",
    "many authors": "Ann Writer, ",
    "labels": "Source: ",
    "labels a line": "Source: x<br>",
    "fair-use notices": (
        "This site contains copyrighted material the use of which has not always been specifically authorized "
        "by the copyright owner. "
    ),
    "words of notices": "copyrighted material fair use ",
    "datelines": "<p>PARIS (AP) — </p>",
    "agencies": "(AP) ",
    "dates": '<time datetime="2024-01-01">January 1, 2024</time> ',
    "licences": "CC BY-ND 4.0 ",
    "licences that are linked": '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY</a> ',
    "demands": "Please credit Global Research and link to the original. ",
    "translations": "Translated by Ann Writer. ",
    "pointers": "Read the original article here. ",
    "permissions": "Reprinted with permission. ",
}
_LINKS = {
    "links": '<a href="https://www.globalresearch.ca/x/5">y</a> ',
    "links to different articles": '<a href="https://www.globalresearch.ca/x/{0}">Global Research</a> ',
    "short links": "<a href=/a>y</a>",
    "dead links": '<a href="#">Global Research</a> ',
    "links to archives": '<a href="https://web.archive.org/web/2024/https://web.archive.org/web/2024/https://a.example/">x</a>',
    "links to addresses that are none": '<a href="http://[::1">x</a><a href="http://a:b:c/">x</a><a href="//">x</a>',
    "links with NULs": '<a href="http://\0">x</a><a href="http:\\\\a.example\\x">y</a>',
    "links to international names": '<a href="http://xn--' + "a" * 60 + '.com/">x</a>',
    "links to long hosts": '<a href="http://' + "a." * 1000 + 'com">y</a>',
    "links to programs": '<a href="javascript:alert(1)">Global Research</a><a href="data:text/html,x">y</a>',
    "links around blocks": '<a href="https://a.example/x"><div>a</div><div>b</div>',
    "addresses in text": "https://www.globalresearch.ca/a/5 ",
    "addresses of hosts": "www.a.example ",
    "counters": '<img src="https://counter.theconversation.com/content/1/count.gif">',
    "pictures with everything": '<img src=a data-src=b data-lazy-src=c data-original=d alt="Photo: Ann Writer">',
}
_HEADS = {
    "author tags": '<meta name="author" content="Ann Writer">',
    "canonical links": '<link rel="canonical" href="https://www.globalresearch.ca/x">',
    "bases": '<base href="https://a.example/x/">',
    "titles": "<title>x</title>",
    "relations": '<link rel="a b c d e f g h i j k l m n o p" href=x>',
    "names of sites": '<meta property="og:site_name" content="Example">',
}


def _attributes(size: int) -> bytes:
    return article("<p " + _numbered("a{}=b ")(size) + ">x</p>")


def _tags_in_values(size: int) -> bytes:
    return article("<p " + _numbered('a{}="><b" ')(size) + ">x</p>")


def _style_rules(size: int) -> bytes:
    rules = _numbered(".c{}{{display:none}}")(size * 3 // 4)
    return article(again("<p class=c1>x</p>", size // 4), f"<style>{rules}</style>")


def _same_style_rules(size: int) -> bytes:
    rules = again(".a{display:none}.a{display:block}", size // 2)
    return article(again("<p class=a>x</p>", size // 2), f"<style>{rules}</style>")


def _nested_colours(size: int) -> bytes:
    return article(again('<div style="color:red">', size))


def _shut(opening: str, text: str, closing: str) -> Shape:
    return lambda size: article("", opening + again(text, size) + closing)


_SPECIAL: dict[str, Shape] = {
    "attributes without end": _attributes,
    "attributes with tags in their values": _tags_in_values,
    "a script like a tag": _between("<script>a<b ", "x ", "</script>"),
    "a giant class": _between('<p class="', "a ", '">x</p>'),
    "a giant class of different words": lambda size: article(f'<p class="{_numbered("a{} ")(size)}">x</p>'),
    "a giant style": _between('<p style="', "color:red;", '">x</p>'),
    "a giant address": _between('<a href="https://www.globalresearch.ca/', "a/", '">Global Research</a>'),
    "a giant query": _between('<a href="https://www.globalresearch.ca/x?', "a=b&", '">Global Research</a>'),
    "a giant id": _between('<p id="', "related-", '">x</p>'),
    "a giant title": _headed("<title>The river rises | "),
    "a giant language": lambda size: f"<html lang='{again('en-', size)}'><p>x".encode(),
    "a giant tag": lambda size: article("<" + "x" * size + ">y"),
    "a listing": _between("<pre>", "a\n", "</pre>"),
    "links to different articles": lambda size: article(_numbered(_LINKS["links to different articles"])(size)),
    "many rules that hide": _style_rules,
    "the same rule that hides": _same_style_rules,
    "colours on colours": _nested_colours,
    "rules that are never closed": _shut("<style>", "a{", "</style>"),
    "rules in rules": _shut("<style>", "@media x{", "</style>"),
    "comments of style sheets": _shut("<style>", "/*", "</style>"),
    "strings of style sheets": _shut("<style>", "'\"", "</style>"),
    "selectors": _shut("<style>", ".a,", ".a{display:none}</style>"),
    "style sheets": _headed("<style>.a{display:none}</style>"),
    "data that nests": _shut(_SCRIPT, "[", "</script>"),
    "data that nests by name": _shut(_SCRIPT, '{"@graph":', "</script>"),
    "data of many works": _shut(
        _SCRIPT + "[", '{"@type":"Article","author":{"name":"Ann"},"isBasedOn":"https://a.example/1"},', "0]</script>"
    ),
    "data of wrong types": _headed(
        _SCRIPT + '{"@type":5,"author":[true,{"name":[]}],"isBasedOn":{"url":["x",1]},"license":{},"@graph":3,'
        '"publisher":[1],"headline":{},"isPartOf":[[]],"sourceOrganization":7,"isAccessibleForFree":[]}</script>'
    ),
    "data of one number": _shut(_SCRIPT + '{"author":', "9", "}</script>"),
    "data of many authors": _shut(_SCRIPT + '{"@type":"Article","author":[', '{"name":"Ann Writer"},', "{}]}</script>"),
    "data that is cut": _headed(_SCRIPT + '{"@type":"Article","author":'),
    "properties": _filled('<span itemprop="author">Ann</span>'),
    "properties with many names": _between('<span itemprop="', "author ", '">Ann</span>'),
}
HTML: dict[str, Shape] = (
    {name: _filled(text) for name, text in (_ELEMENTS | _MARKUP | _TEXT | _CREDITS | _LINKS).items()}
    | {name: _headed(text) for name, text in _HEADS.items()}
    | _SPECIAL
)

_MARKS = {
    "brackets": "[",
    "ends of links": "](",
    "images": "![",
    "stars": "*",
    "emphasis that is never closed": "*a ",
    "emphasis of two kinds": "**a *b ",
    "strong": "**",
    "underlines": "_a",
    "ticks": "`",
    "ticks of two lengths": "` `` ",
    "angle brackets": "<",
    "addresses that are never closed": "<http:",
    "tags that are never closed": "<a <a ",
    "quotations": "> ",
    "nested quotations": ">",
    "lists": "- ",
    "numbered lists": "1. ",
    "headings": "# ",
    "pipes": "|",
    "tables": "a|b\n-|-\n",
    "a table": "|a|b|\n",
    "struck": "~~",
    "references": "[a]: x\n",
    "links by reference": "[a][b] ",
    "footnotes": "[^a]: x\n",
    "entities": "&#",
    "HTML": "<div>\n\n",
    "comments": "<!--",
    "links": "[a](b) ",
    "calls of templates in code": "`{{ credit }}` ",
    "links to the original": "[Global Research](https://www.globalresearch.ca/x/5) ",
    "addresses": "https://a.example ",
    "rules": "---\n",
    "fences": "```\n",
    "items": "  - a\n",
    "backslashes": "\\",
    "tabs": "\t",
    "mail": "a@b.c ",
    "credits": "Originally published on Global Research. ",
    "bylines": "By Ann Writer\n\n",
    "lines": "a\n",
    "one line": "word ",
    "line ends": "\n",
    "carriage returns": "\r",
    "NULs": "\0",
    "quotes": '"',
    "HTML's own": "<p>a</p>\n",
}


def _nested_lists(size: int) -> bytes:
    depth = int(size**0.5)
    return markdown("\n".join("  " * each + "- a" for each in range(depth)))


MARKDOWN: dict[str, Shape] = {name: _written(text) for name, text in _MARKS.items()} | {
    "nested lists": _nested_lists,
    "a defined reference, used": lambda size: markdown("[a]: https://a.example/x\n\n" + again("[a] ", size)),
    "many definitions": lambda size: markdown(_numbered("[a{}]: x\n\n")(size)),
    "front matter without end": _fronted("---\n", "a: b\n", ""),
    "front matter that nests": _fronted("---\na: ", "[", "\n---\n"),
    "front matter of many keys": lambda size: markdown("", "---\n" + _numbered("k{}: v\n")(size) + "---\n"),
    "front matter of one number": _fronted("---\na: ", "9", "\n---\n"),
    "front matter of one key": _fronted("---\n", "title: x\n", "---\n"),
    "front matter in TOML that nests": _fronted("+++\na=", "[", "\n+++\n"),
    "front matter in TOML of many keys": lambda size: markdown("", "+++\n" + _numbered("k{} = 'v'\n")(size) + "+++\n"),
    "front matter in TOML of dots": _fronted("+++\n", "a.", "b = 1\n+++\n"),
    "front matter in TOML of one number": _fronted("+++\na=", "9", "\n+++\n"),
    "front matter in JSON that nests": _fronted("", '{"a":', ""),
    "front matter in JSON of many keys": lambda size: markdown(
        "", "{" + _numbered('"k{}":"v",')(size) + '"title":"x"}\n'
    ),
}

_LAUGHS = "\n".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9) if before else 'x'}]"
    for before, name in zip(["", *"abcdefgh"], "abcdefghi", strict=True)
)
FRONT_MATTER = {
    "aliases of aliases": _LAUGHS,
    "an alias of itself": "a: &a [*a]",
    "an alias of nothing": "a: *b",
    "a tag that runs a program": 'a: !!python/object/apply:os.system ["touch {}"]\nb: !foo bar',
    "days that are none": "date: 2024-13-45\nx: 99999-01-01\ny: 0xffffffffffffffffffff",
    "NULs": 'a: "\\0"\nb: \0',
    "merges": "a: &a {b: c}\nd:\n  <<: *a\n  <<: [*a,*a]",
    "rare types": "a: !!binary aGVsbG8=\nb: !!set {a,b}\nc: !!omap [a: b]\n? [x]\n: y",
    "keys of every type": "? {a: b}\n: c\n1: 2\nnull: 3\ntrue: x\n[a]: b",
    "nothing": "",
    "a scalar": "just words",
    "a list": "- a\n- b",
    "tabs": "a:\n\t- b",
    "two documents": "a: b\n--- \nc: d",
    "a lone surrogate": "title: \ud800",
    "a surrogate by its escape": 'title: "\\ud800"\noriginal_url: "\\ud83d"',
}
