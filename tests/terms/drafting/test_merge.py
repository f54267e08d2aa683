"""Clauses become requirements."""

from checker.terms.drafting import merge
from checker.terms.drafting.values import Clause


def required(*clauses):
    return merge.requirements(clauses, "Example News")


def link(strength="must", quote="Link to us.", when=None, **options):
    return Clause("link_to_original", strength, quote, when or {}, options)


def test_clauses_of_one_type_become_one_with_all_their_sentences():
    (found,) = required(link(quote="Link to us."), link(quote="A link is needed."), link(quote="Link to us."))
    assert found.quotes == ("Link to us.", "A link is needed.")


def test_the_strongest_is_believed():
    assert required(link("should"), link("must"), link("may"))[0].strength == "must"


def test_the_first_sentence_that_tells_an_option_is_believed():
    (found,) = required(link(position="top"), link(position="bottom", target="article"))
    assert found.options == {"target": "article", "position": "top"}


def test_another_condition_is_another_requirement_with_an_id_of_its_own():
    found = required(link("should"), link("must", when={"medium": "online"}))
    assert [(each.id, each.when) for each in found] == [(None, {}), ("link_to_original-online", {"medium": "online"})]


def test_what_is_asked_always_is_not_asked_again_under_a_condition():
    assert len(required(link("must"), link("should", when={"medium": "online"}))) == 1


def test_ids_never_meet():
    found = required(*(link("must", when={"medium": "online", "edited": flag}) for flag in (True, False)), link("may"))
    assert len({each.id or each.type for each in found}) == len(found)


def test_the_order_is_that_of_the_page():
    found = required(Clause("logo", "must", "Show it."), link(), Clause("logo", "must", "Do."))
    assert [each.type for each in found] == ["logo", "link_to_original"]


def test_a_clause_is_worded_with_its_options():
    (found,) = required(link(target="home", position="bottom"))
    assert found.clause == "The copy links to the publisher's home page at the end."


def test_a_clause_is_worded_by_strength():
    (found,) = required(Clause("headline_change", "may", "You may."))
    assert found.clause == "The headline may be changed."


def test_options_that_a_type_cannot_do_without_are_there():
    (found,) = required(Clause("embargo", "must", "Wait."))
    assert found.options == {"min_days": 1}


def test_a_name_with_braces_is_only_a_name():
    (found,) = merge.requirements([Clause("source_attribution", "must", "Name us.")], "{x} News {0}")
    assert "{x} News {0}" in found.clause
