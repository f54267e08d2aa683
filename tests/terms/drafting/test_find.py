"""Which requirements a sentence states, how strongly, and when."""

import pytest

from checker.terms.drafting import find, kinds, language, quotes, sentences
from checker.terms.drafting.values import Sentence

ENGLISH = language.languages()["en"]
NAMES = frozenset({"examplenews"})
STATED = {
    "source_attribution": [
        "Please give Example News credit for the story.",
        "Example News must be credited as the original source.",
        "Always name Example News as the source of the article.",
        "Make sure that the source is clearly identified.",
        "Attribution to Example News is mandatory.",
        "Say that the story came from Example News.",
    ],
    "author_credit": [
        "Keep the reporter's byline.",
        "The author's name must appear with the article.",
        "Include the author's full name.",
        "Name the author at the top of the piece.",
        "Do not remove the byline.",
        "Authors should be acknowledged by name.",
    ],
    "credit_line": [
        "Include the line “This story was originally published by Example News.”",
        "Add this credit: “First published on Example News.”",
        "The article must carry the words “Reprinted with permission from Example News.”",
        "State clearly that the article was originally published on our site.",
        "Use the credit line supplied with each story.",
        "A note must say that the article originally ran in Example News.",
    ],
    "credit_placement": [
        "The credit must appear at the top of the article.",
        "Place the attribution above the text.",
        "Put our name and link in the first paragraph.",
        "The link must be placed at the beginning of the story.",
        "Attribution should stand in a prominent position.",
        "Credit us near the headline.",
    ],
    "byline_format": [
        "The byline should read “Ann Writer, Example News.”",
        "Credit the piece in this format: “By Ann Writer, Example News.”",
        "We prefer the byline “Author Name / Example News.”",
        "Use the following byline: “Ann Writer for Example News.”",
        "Bylines must follow the form Author Name, Example News.",
    ],
    "mandated_statement": [
        "At the end of the story, add: “Example News is a nonprofit newsroom that covers schools.”",
        "Include our boilerplate at the bottom of the page.",
        "Please run the following tagline: “Example News is an independent, nonprofit newsroom.”",
        "Append this text: “Example News is a nonprofit newsroom. Sign up for its newsletter at news.example.”",
        "Stories must end with a short description of Example News.",
        "Add our about statement at the end.",
    ],
    "logo": [
        "Please display our logo next to the byline.",
        "Our logo must not be used without permission.",
        "Use the Example News logo with a link to our home page.",
        "You may download our logo here and should show it with the article.",
        "Do not use our logo or masthead.",
    ],
    "copyright_line": [
        "Keep the copyright notice.",
        "The copyright line must read © 2024 Example News.",
        "Do not remove any copyright notices.",
        "You may not claim copyright in our work.",
        "Include the copyright information that comes with the article.",
        "Do not present our work as your own.",
    ],
    "retain_taglines": [
        "Keep the author's bio at the end of the article.",
        "The note at the end about funding must stay with the story.",
        "Include the author's biographical note.",
        "Leave the shirttail in place.",
        "Do not delete the disclosure at the end of the piece.",
        "The author bio must be included.",
    ],
    "title_shown": [
        "Use the original headline.",
        "The title of the article must be given.",
        "Cite the title, the author and the date.",
        "The original headline must be kept.",
        "Include the title of the piece in the credit.",
    ],
    "author_affiliation": [
        "Name the author's university.",
        "Include the affiliation of the authors.",
        "Credit the authors and their institutions.",
        "The author's institution must be mentioned.",
    ],
    "date_shown": [
        "Give the date of first publication.",
        "Include the original publication date.",
        "The date on which the story was first published must be stated.",
    ],
    "link_to_original": [
        "Link back to the original article.",
        "A link to our site is required.",
        "Please include a hyperlink to the story.",
        "Every copy must point back to the article on news.example.",
        "Add a clickable link to Example News.",
        "Please link to the version on our website.",
    ],
    "links_preserved": [
        "Keep all links in the text.",
        "Do not strip our hyperlinks.",
        "All links in the article must be preserved.",
        "Please leave the embedded links intact.",
        "The story's links have to stay active.",
        "Preserve any hyperlinks in the piece.",
    ],
    "link_anchor": [
        "The words “Example News” must link to the story.",
        "Link our name to the article.",
        "The credit line should hyperlink the title to the original.",
        "Hyperlink the words “Example News.”",
    ],
    "link_quality": [
        "The link must not be nofollow.",
        "Links must be visible and clickable.",
        "Do not use URL shorteners.",
        "The link should be a normal HTML link that search engines can follow.",
        "Link to the article itself and not to the home page.",
    ],
    "author_profile_link": [
        "Link the author's name to the author's page on our site.",
        "Each author name must be hyperlinked to the profile page.",
    ],
    "license_notice": [
        "Name the Creative Commons licence.",
        "State that the article is available under a Creative Commons licence.",
        "Mention the licence under which we publish.",
        "The licence must be indicated.",
        "Include the licence notice with the article.",
    ],
    "license_link": [
        "Link to the licence.",
        "Include a link to the Creative Commons licence.",
        "Provide a link to the license text.",
    ],
    "share_alike": [
        "Derivative works must be shared under the same licence.",
        "If you build on our work, release the result under an identical licence.",
    ],
    "no_endorsement": [
        "Do not suggest that we endorse your product.",
        "You may not imply an endorsement by Example News.",
        "The use must not give the impression that Example News supports you.",
        "Nothing may imply that we are affiliated with your organization.",
    ],
    "no_donation_implication": [
        "Do not imply that gifts to your group fund our work.",
        "You can't use our stories to raise money.",
        "You may not state that donations to you support Example News.",
    ],
    "fair_use_notice": [
        "Include our disclaimer with each article.",
        "The disclaimer must accompany the text.",
    ],
    "terms_repeated": [
        "Include these terms with every copy.",
        "Copies must carry this notice.",
        "Make the licence terms clear to others.",
    ],
    "no_edits": [
        "Do not edit the text.",
        "Articles must be published unchanged.",
        "You may only change the text to fit your house style.",
        "Light edits for style and space are fine.",
        "Please reproduce the story word for word.",
        "Cuts are not allowed.",
    ],
    "edits_marked": [
        "If you change the text, say so.",
        "Note any changes that you make.",
        "Any edits must be clearly marked.",
        "Indicate if the article has been shortened.",
        "Add a note if you add reporting of your own.",
        "If you add reporting, include a line saying “Additional reporting by Your Name.”",
    ],
    "excerpt_limit": [
        "You may quote up to 200 words.",
        "No more than three paragraphs may be used.",
        "Excerpts of up to 100 words are fine.",
        "Do not republish the full text.",
        "Please use only the first two paragraphs and link to the rest.",
        "Only a short excerpt may be posted.",
    ],
    "headline_change": [
        "You may change the headline.",
        "Headlines can be rewritten.",
        "Do not alter our headlines.",
        "Feel free to write your own headline.",
        "The headline must not be changed.",
        "The title may be adapted.",
    ],
    "whole_article_only": [
        "Publish the whole article.",
        "Articles must be republished in full.",
        "Stories have to run in their entirety.",
        "Only complete articles may be republished.",
    ],
    "third_party_content_excluded": [
        "Stories from partners are not covered by these terms.",
        "Articles from the wire services may not be republished.",
        "We cannot give permission for material by others.",
        "This does not apply to guest posts or syndicated articles.",
        "If a story was first published elsewhere, ask its publisher.",
        "Only stories written by our staff may be republished.",
    ],
    "translation_rules": [
        "You may translate our articles.",
        "Translations need our approval.",
        "Please ask before you translate a story.",
        "Translating the work is allowed.",
        "Our stories may be translated into other languages.",
    ],
    "translation_marked": [
        "Translations must say that they are translations.",
        "Name the translator.",
        "State that the text has been translated from English.",
    ],
    "images_excluded": [
        "Photos are not included.",
        "Do not use our images.",
        "Images may be used only with permission.",
        "Please use your own pictures.",
        "This licence does not cover photographs, illustrations or video.",
        "Check the rights to every image.",
    ],
    "image_credit_kept": [
        "Photographers must be credited.",
        "Include the photo credit and the caption.",
        "Keep the captions and credits of all images.",
        "Images must carry the credit “Photographer / Example News.”",
        "Please credit our photographers.",
        "Photo credits have to be kept.",
    ],
    "image_only_with_story": [
        "Photos may only be used with the story they belong to.",
        "Do not use the images separately from the article.",
        "Pictures can be published only alongside the original story.",
        "Images cannot be used on their own.",
    ],
    "image_unaltered": [
        "Do not crop or alter our photos.",
        "Photographs must not be edited.",
        "Images may be resized but not otherwise changed.",
    ],
    "page_counter": [
        "Include our tracking pixel.",
        "Please keep the page counter in the code.",
        "Our republishing code contains an invisible image that counts readers.",
        "The script that counts page views must stay in the article.",
        "Do not remove the tracking code.",
    ],
    "canonical_link": [
        "Set the canonical URL to our article.",
        "Use a rel=canonical tag that points to the original.",
        "Please add a canonical link.",
    ],
    "noindex": [
        "Mark the page noindex.",
        "Keep the copy out of search engines.",
        "Please block Google from indexing the copy.",
    ],
    "syndication_source_meta": [
        "Add the syndication-source meta tag.",
    ],
    "republish_tool": [
        "Use the republish button under each article.",
        "Click “Republish this story” and copy the HTML.",
        "Copy and paste our code.",
        "Only stories with a republish button may be used.",
    ],
    "no_framing": [
        "Do not frame our pages.",
        "You may not display our site in an iframe.",
    ],
    "no_commercial_use": [
        "Non-commercial use only.",
        "You may not use our work for commercial purposes.",
        "Our articles are free for non-commercial publishers.",
        "Commercial use is not allowed.",
        "Do not use the text for profit.",
        "Republication is limited to nonprofit use.",
    ],
    "no_resale": [
        "Do not sell our stories.",
        "The material may not be resold.",
        "You may not sublicense or syndicate our articles.",
        "Our content is not for resale.",
    ],
    "no_systematic_republication": [
        "Do not republish everything we publish.",
        "Automated republication is forbidden.",
        "You may not scrape our site.",
        "Select stories one by one.",
        "Do not copy our feed automatically.",
        "Wholesale copying is not permitted.",
    ],
    "no_paywall": [
        "Do not put the story behind a paywall.",
        "Readers must not be charged.",
        "The article has to be free to read.",
        "You may not charge for access to our work.",
    ],
    "no_ads_against": [
        "Do not sell ads against our stories.",
        "Advertising may not be sold specifically around the article.",
    ],
    "no_ads_in_article": [
        "Do not place ads inside the article.",
        "The text must not be interrupted by advertising.",
    ],
    "embargo": [
        "Wait 24 hours before republishing.",
        "Stories may be republished three days after we publish them.",
        "Please respect our embargo of one week.",
        "Do not publish before we do.",
    ],
    "time_limit": [
        "Stories may be republished for 30 days.",
        "Remove the article after 60 days.",
        "You can republish within two weeks of publication.",
    ],
    "permission_required": [
        "Please ask us first.",
        "Written permission is required.",
        "Contact the editor before you reprint an article.",
        "To republish a story, write to us.",
        "Commercial publishers need our consent.",
        "Reproduction without permission is prohibited.",
    ],
    "eligibility": [
        "Only nonprofit newsrooms may republish.",
        "This offer is for news organizations.",
        "You must be a member of the network.",
        "Our stories are available to partner newsrooms only.",
        "Political groups may not republish our work.",
    ],
    "geographic_restriction": [
        "Only outlets in Canada may republish.",
        "The stories are not available in the United States.",
    ],
    "site_contact_required": [
        "Your site must show how to contact you.",
        "The page must give readers a way to reach you.",
    ],
    "payment_required": [
        "A fee applies.",
        "Commercial users pay a licence fee.",
        "We charge for reprints.",
        "Republication rights cost $100.",
        "Fees depend on your circulation.",
    ],
    "takedown_on_request": [
        "You must take the story down if we ask.",
        "We may ask you to remove an article.",
        "We reserve the right to withdraw permission.",
        "Delete the article at our request.",
    ],
    "notify_publisher": [
        "Let us know when you republish.",
        "Please send us a link.",
        "Tell us where the story ran.",
        "We would love to hear if you use our work.",
        "Send a copy of the printed page to our office.",
    ],
    "social_tagging": [
        "Tag us on social media.",
        "Please mention @examplenews when you share the story on Facebook.",
        "If you post it on Instagram, tag our account.",
    ],
    "other_media_rules": [
        "On radio, name Example News on air.",
        "Broadcasters must credit us verbally.",
        "For podcasts, please contact us.",
        "Books and anthologies need a separate licence.",
    ],
    "report_reach": [
        "Tell us how many readers the story had.",
        "Please share page views with us.",
        "Send us your readership figures every month.",
    ],
    "correction_updates": [
        "Update the story if we correct it.",
        "Corrections must be published promptly.",
        "Check our site for the latest version.",
    ],
}
UNSTATED = [
    "Your donation helps us to report stories that nobody else does.",
    "Gifts of $100 or more are tax-deductible.",
    "Please stay on topic and be kind.",
    "Comments are limited to 300 words.",
    "We may edit or remove comments without notice.",
    "Send us your pitch and a short bio.",
    "Submissions must be between 600 and 900 words.",
    "We do not sell or share your personal information.",
    "Our site uses cookies and a tracking pixel to count visits.",
    "You can change your settings in your browser.",
    "Sign up for our free newsletter.",
    "We are a nonprofit newsroom, and our work is free to read.",
    "Our reporters do not accept gifts from their sources.",
    "We correct errors promptly.",
    "Follow us on Facebook and Instagram.",
    "If you have any questions, please contact us.",
    "The views expressed are those of the authors.",
    "We may change these terms from time to time.",
    "We are not responsible for links to other sites.",
    "You may link to our home page.",
]


def read(text, lead=""):
    """The clauses of a text, by type."""
    masked, wordings = quotes.masked(text, ENGLISH)
    found = []
    for part in sentences.split(masked):
        own = [wordings.pop(0) for _ in quotes.MASKED.findall(part) if wordings]
        found.append(Sentence(part, lead, wordings=tuple(own)))
    return {clause.type: clause for clause in find.clauses(found, ENGLISH, NAMES)}


@pytest.mark.parametrize(
    ("kind", "text"), [pytest.param(kind, text, id=text) for kind, texts in STATED.items() for text in texts]
)
def test_what_a_sentence_asks(kind, text):
    assert kind in read(text)


def test_every_type_has_sentences():
    assert set(STATED) == set(kinds.kinds())


@pytest.mark.parametrize("text", [pytest.param(text, id=text) for text in UNSTATED])
def test_sentences_that_ask_nothing(text):
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "kind", "strength"),
    [
        pytest.param("You must link to the story.", "link_to_original", "must", id="must"),
        pytest.param("Please link to the story where possible.", "link_to_original", "should", id="where possible"),
        pytest.param(
            "It would be nice if you included a link back.", "link_to_original", "should", id="it would be nice"
        ),
        pytest.param("You may not edit the text.", "no_edits", "must_not", id="may not"),
        pytest.param("Headlines may be changed.", "headline_change", "may", id="may"),
        pytest.param("Ask us before you change the headline.", "headline_change", "ask_first", id="ask before"),
        pytest.param("Do not sell our stories.", "no_resale", "must_not", id="do not"),
        pytest.param("Link to the story.", "link_to_original", "must", id="an order"),
        pytest.param("Our logo must not be used.", "logo", "must_not", id="a thing that is forbidden"),
    ],
)
def test_how_strongly(text, kind, strength):
    assert read(text)[kind].strength == strength


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("You do not need to ask for permission.", id="no need to ask"),
        pytest.param("A link is not required.", id="not required"),
        pytest.param("You may reprint the text without asking us.", id="without asking"),
    ],
)
def test_what_is_not_asked(text):
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        pytest.param(
            "If you publish online, link to the story.", "link_to_original", {"medium": "online"}, id="online"
        ),
        pytest.param(
            "In print, name Example News as the source.", "source_attribution", {"medium": "print"}, id="print"
        ),
        pytest.param("Whether online or in print, credit us.", "source_attribution", {}, id="both are no condition"),
        pytest.param("If you edit the text, say what was changed.", "edits_marked", {"edited": True}, id="edited"),
        pytest.param(
            "For commercial use, contact us for permission.",
            "permission_required",
            {"audience": "commercial"},
            id="commercial",
        ),
    ],
)
def test_when(text, kind, when):
    assert read(text)[kind].when == when


def test_the_lead_of_a_list_counts_for_its_items():
    assert read("Edit the text.", lead="You may not:")["no_edits"].strength == "must_not"
    assert "no_edits" not in read("Edit the text.")


def test_the_lead_alone_states_nothing_for_an_item():
    assert set(read("Name the author.", lead="You may republish our stories if you link to them and:")) == {
        "author_credit"
    }


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("Please credit Example News.", True, id="the publisher"),
        pytest.param("Please credit River Post.", True, id="any name"),
        pytest.param("Please credit generously.", False, id="no name"),
    ],
)
def test_a_credit_needs_a_name(text, named):
    assert ("source_attribution" in read(text)) is named


def test_the_quote_is_the_page_s_own_sentence():
    text = "Include the line “This story was originally published by Example News.”"
    assert read(text)["credit_line"].quote.startswith(text[:-1])
