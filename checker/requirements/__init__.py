"""Terms x acknowledgements -> findings. One module a requirement type, in `types/`; this is their index."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

from checker.requirements.requirement import Requirement

REMINDERS = (
    "image_unaltered",
    "no_ads_against",
    "no_resale",
    "no_systematic_republication",
    "notify_publisher",
    "other_media_rules",
    "payment_required",
    "report_reach",
    "social_tagging",
    "takedown_on_request",
)
"""The types that no machine can check. They share one module."""

TYPES = (
    *(
        "author_affiliation author_credit author_profile_link byline_format canonical_link copyright_line correction_updates credit_line "
        "credit_placement date_shown edits_marked eligibility embargo excerpt_limit fair_use_notice geographic_restriction headline_change "
        "image_credit_kept image_only_with_story images_excluded license_link license_notice link_anchor link_quality link_to_original "
        "links_preserved logo mandated_statement no_ads_in_article no_commercial_use no_donation_implication no_edits no_endorsement "
        "no_framing no_paywall noindex page_counter permission_required republish_tool retain_taglines share_alike "
        "site_contact_required source_attribution syndication_source_meta terms_repeated third_party_content_excluded time_limit "
        "title_shown translation_marked translation_rules whole_article_only"
    ).split(),
    *REMINDERS,
)
"""All types, by the names that rule packs use. A type's module has its name, and its class has it without the dashes."""


@cache
def type_of(name: str) -> type[Requirement]:
    """The class of a requirement type. Modules are read when a pack first asks for them: a page needs ten of sixty."""
    if name in REMINDERS:
        return _class("reminder")
    return _class(name)


def make(name: str, options: Mapping[str, Any], *, forbidden: bool = False) -> Requirement:
    """A requirement of a type with a pack's options, turned round where it is forbidden."""
    kind = type_of(name)
    more: dict[str, object] = {"forbidden": True} if forbidden and kind.FORBIDDABLE else {}
    if name in REMINDERS:
        more["about"] = name
    return kind(**{key: _frozen(value) for key, value in options.items()}, **more)


def _class(module: str) -> type[Requirement]:
    name = module.title().replace("_", "")
    kind: type[Requirement] = getattr(import_module(f"checker.requirements.types.{module}"), name)
    return kind


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
