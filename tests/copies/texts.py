"""Articles and pages to look for them in."""

from checker.documents.document import Document, Media

RIVER = [
    "The water came early this year, stayed for nine days, and left a line on the school wall that the children have been measuring since.",
    "By the third morning the baker had moved his oven to the hall behind the church, and the whole street came to carry the flour.",
    "Nobody knew how long the bridge would hold, and so the ferry went twice an hour until the fuel ran out on the second Sunday.",
    "When the mud had dried, the council found that two of the three wells were fouled, and that the third had never been on any map.",
]
OTHER = [
    "A new reading room opens in the old customs house next month, with four thousand books and a stove that the architects wanted gone.",
    "The librarian says that she counted the steps from the market to the door, and that nobody will be able to call them too many.",
    "Borrowers from the islands may keep a book for six weeks, since the boat does not always go when its timetable says that it does.",
]
BELLS = [
    "Seven bells hang in the tower of the fire station, of which five have been cast again since a truck drove into the wall in spring.",
    "The ringers practise on Thursdays, when the crews have their supper, and everybody who wants to learn how to pull a rope may come.",
]
FOOT = (
    "The Valley Press lives on what its readers give, so if this story was of use to you, please think of a gift, however small it may be, "
    "and tell your neighbours where you have read this, for nobody else is going to pay for the paper that it is printed on."
)


def html(paragraphs, head="", title="The river comes back"):
    told = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{told}</article></body></html>"
    )


def document(paragraphs, target="page.html", url=None, **more):
    return Document(target, html(paragraphs, **more).encode(), Media.HTML, url)
