"""Standard or advanced: the 30-day rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

#: A purchase this near to the request gets its replacement first.
ADVANCED_WITHIN = timedelta(days=30)

Product = TypeVar("Product")


class RmaKind(StrEnum):
    """Whether the replacement ships before the goods come back."""

    STANDARD = "standard"
    ADVANCED = "advanced"


def kind_by_rule(purchased_on: date | None, requested_on: date) -> RmaKind:
    """Give the kind by dates of the site's calendar; an unknown purchase, or one after the request, is standard."""
    if purchased_on is None or not timedelta(0) <= requested_on - purchased_on <= ADVANCED_WITHIN:
        return RmaKind.STANDARD
    return RmaKind.ADVANCED


def by_kind(products: Iterable[tuple[Product, date | None]], requested_on: date) -> dict[RmaKind, Sequence[Product]]:
    """Split products by the kind that the rule gives each: what differs goes on separate RMAs."""
    judged = sorted(
        ((kind_by_rule(bought, requested_on), product) for product, bought in products), key=lambda pair: pair[0]
    )
    return {kind: [product for _, product in pairs] for kind, pairs in groupby(judged, key=lambda pair: pair[0])}
