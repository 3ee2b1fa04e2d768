"""What an organization mention is."""

from __future__ import annotations

from typing import Literal, get_args

from ..article import Fact

Category = Literal[
    "government",
    "military",
    "armed_group",
    "media",
    "international",
    "party",
    "company",
    "ngo",
    "academic",
    "sports",
    "other",
]

CATEGORIES: tuple[Category, ...] = get_args(Category)


class OrganizationFact(Fact, frozen=True, kw_only=True):
    """One mention of a body with a name. `name` is the fullest name that the article uses for it."""

    name: str
    category: Category
