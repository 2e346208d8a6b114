"""Amounts of money in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from receiving_app.domain.money import Money

translate = QCoreApplication.translate


def amount_words(money: Money | None) -> str:
    """Say an amount as "1,249 USD", its cents only where it has some; or that nobody knows it."""
    if money is None:
        return translate("words", "unknown")
    cents = 0 if money.amount == money.amount.to_integral_value() else 2
    said = translate("words", "{amount} {currency}", "money: 1,249 USD")
    return said.format(amount=QLocale().toString(float(money.amount), "f", cents), currency=money.currency)
