"""Articles that are made up from templates: the same for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

# Slots of the sentences below.
SLOTS = {
    "name": "Ann Writer|Bea Holm|Carl Osei|Dana Petrov|Eli Marsh|Fay Okoro|Gus Lind|Hana Sato|Ivo Brandt|Jo Quill".split(
        "|"
    ),
    "mr": "Mr. Marsh|Dr. Holm|Mrs. Okoro|Prof. Lind|Ms. Sato|Dr. Brandt".split("|"),
    "town": "Riverton|Marlow|Eastbrook|Port Callan|Highmere|Stonefield|Lower Tarn|Wexley".split("|"),
    "office": "water office|school board|harbour council|road department|housing office|farmers' union|town library|fire brigade".split(
        "|"
    ),
    "thing": "dam|market hall|ferry|library|bus line|clinic|reservoir|bridge|footpath|school kitchen|sawmill|lighthouse".split(
        "|"
    ),
    "people": "fishers|teachers|nurses|farmers|engineers|students|drivers|bakers|carpenters|volunteers".split("|"),
    "number": "two|three|four|five|six|seven|eight|nine|eleven|twelve|fourteen|twenty|thirty|forty".split("|"),
    "month": "January|February|March|April|June|July|August|September|October|November".split("|"),
    "weekday": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday".split("|"),
    "british": "neighbours|colours|organisers|centres|programmes|labourers|theatres|rumours|travellers|catalogues|honours|harbours".split(
        "|"
    ),
    "verb": "repaired|closed|measured|painted|defended|sold|inspected|rebuilt|insured|abandoned|visited|photographed".split(
        "|"
    ),
    "adjective": "narrow|costly|quiet|crowded|rusty|wooden|famous|muddy|generous|unfinished|modern|steep".split("|"),
    "when": "today|yesterday|last week|this morning|last month|this year|last night".split("|"),
    "where": "here|in the state|in the city|across the county|in the region".split("|"),
    "percent": [str(number) for number in range(11, 89)],
    "year": [str(number) for number in range(1950, 2019)],
    "day": [str(number) for number in range(3, 28)],
}
SENTENCES = """
The {office} of {town} {verb} the {adjective} {thing} {when}, according to {name}.
“We never thought the {thing} would matter to {people},” said {mr}, who has lived in {town} since {year}.
About {percent} per cent of the {people} had {verb} the {thing} before the vote in {month}.
A report on {day} {month} {year} found that {number} {british} depended on the {adjective} {thing}.
Neither the {office} nor the {people} wanted a {adjective} {thing} beside the old road to {town}.
{name} counted {number} boats, {number} carts, and {percent} bicycles at the gate of the {thing}.
The {people} who work {where} say that the {adjective} {thing} costs them {number} hours every day.
In {town}, {british} and {people} {verb} the {thing} together, and nobody asked who would pay for the paint.
{mr} told the {office} that a {adjective} {thing} is worth more than {percent} new benches.
It took the {people} of {town} {number} summers to find out why the {thing} was never {verb}.
“It’s a {adjective} place,” {name} said — and the {people} agreed with her.
The {thing} stood empty for {number} winters, until {people} from {town} {verb} it in {year}.
On {weekday} evening the {office} published the list of {british} that it had {verb} {where}.
Records from {year} show a {adjective} {thing}, a mill, and {number} houses on the bank below {town}.
The cost rose by {percent} per cent {when}, which the {office} had not foreseen.
Most {people} walk past the {adjective} {thing} without a look, though {name} has written a book about it.
Some of the {british} moved to {town} in {year}; others stayed and {verb} what was left of the {thing}.
“Ask the {people},” {mr} answered, “and you will hear {number} different stories about this {thing}.”
A second {thing} was {verb} near {town} by {people} who had been trained at the {office}.
The first winter after the flood... nobody in {town} likes to speak of it, {name} writes.
At the meeting {people} complained that the {office} had {verb} {number} trees behind the {adjective} {thing}.
The map that hangs in the {office} gives the {thing} a {adjective} look that it never had.
Officials in the U.S. have studied the {adjective} {thing} of {town} for {number} years.
By e-mail, {name} explained why the {thing} was {verb} before the {british} could vote on it.
""".strip().splitlines()
GERMAN = """
Die Verwaltung von {town} hat die alte Brücke nach {number} Jahren wieder geöffnet, und viele Menschen sind gekommen.
Nach dem Hochwasser war der Markt auf dem Hügel, weil die Straßen in der Stadt nicht mehr zu benutzen waren.
Es ist nicht leicht, mit den Leuten über das Wasser zu sprechen, sagt {name}, die seit {year} in {town} wohnt.
Der Bericht zeigt, dass die Schule und das Krankenhaus auf die Fähre angewiesen sind, die nur im Sommer fährt.
Auch die Bauern haben sich an den Bürgermeister gewandt, um für ihre Felder eine neue Leitung zu bekommen.
""".strip().splitlines()
HOST = [
    '<div class="newsletter-box"><p>Sign up for our weekly newsletter and get the best stories of the valley in your inbox.</p></div>',
    '<p><a href="https://herald.example/other">Read more: what the valley thinks of its new road and who is to pay for it</a></p>',
    "<aside><p>The Riverton Herald is a paper of the valley. Its readers have paid for it since the first day.</p></aside>",
    "<p><em>Editor's note: this story has been edited for length and clarity by the Riverton Herald.</em></p>",
    '<figure><img src="own.jpg"><figcaption>The valley as our own photographer saw it from the hill.</figcaption></figure>',
]
CREDIT = '<p>This article was originally published on <a href="https://news.example/2024/valley">Example News</a>.</p>'


@dataclass(frozen=True)
class Page:
    """An article: its title, its paragraphs as sentences, and the links that stand behind some of them."""

    title: str
    paragraphs: tuple[tuple[str, ...], ...]
    links: tuple[tuple[str, str], ...]

    def html(self, host: Sequence[str] = (), language: str = "en") -> str:
        """Its page; what the host puts in stands between its paragraphs."""
        links = [
            f' See <a href="{url}">{text}</a> for it.' if url else f" See {text} for it." for text, url in self.links
        ]
        texts = [" ".join(sentences) for sentences in self.paragraphs]
        texts = [
            text + (links[at // 4] if at % 4 == 1 and at // 4 < len(links) else "") for at, text in enumerate(texts)
        ]
        blocks = [f"<p>{text}</p>" for text in texts]
        for number, note in enumerate(host):
            blocks.insert(3 + 4 * number, note)
        body = "\n".join(blocks)
        return (
            f'<html lang="{language}"><head><title>{self.title}</title></head><body><article><h1>{self.title}</h1>\n'
            f"<p>By Ann Writer</p>\n{body}\n{CREDIT}</article></body></html>"
        )


def drawn(seed: int) -> random.Random:
    """What all made-up texts are drawn from; the same for the same seed."""
    return random.Random(seed)  # noqa: S311


def article(rng: random.Random, language: str = "en") -> Page:
    """An article of about 1,500 words."""
    templates = SENTENCES if language == "en" else GERMAN
    said = [sentence(rng, templates[number % len(templates)]) for number in rng.sample(range(96), 84)]
    paragraphs = tuple(tuple(said[at : at + 3]) for at in range(0, len(said), 3))
    links = tuple(
        (f"record {number} of the archive", f"https://archive.example/r/{number}")
        for number in rng.sample(range(999), 5)
    )
    return Page(sentence(rng, "How the {people} of {town} {verb} their {adjective} {thing}"), paragraphs, links)


def sentence(rng: random.Random, template: str) -> str:
    """A sentence with something in each of a template's slots."""
    text = re.sub(r"\{(\w+)\}", lambda found: rng.choice(SLOTS[found[1]]), template)
    return text[0].upper() + text[1:]
