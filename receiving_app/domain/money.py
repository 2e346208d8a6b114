"""What goods are worth: amounts in a currency, added up only where that makes sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from receiving_app.domain.authorization import Units


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217)."""

    amount: Decimal
    currency: str


#: What one device of a model is worth, by the model's id.
Prices = Mapping[str, Money]


def worth(units: Units, prices: Prices) -> Money | None:
    """Add up what devices are worth; None where one of them has no price, or their currencies differ."""
    known = [(prices.get(model), many) for model, many in units]
    priced = [(price, many) for price, many in known if price is not None]
    currencies = {price.currency for price, _ in priced}
    if len(priced) < len(units) or len(currencies) != 1:
        return None
    return Money(sum((price.amount * many for price, many in priced), Decimal()), currencies.pop())
