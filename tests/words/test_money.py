from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from receiving_app.domain.money import Money
from receiving_app.words.money import amount_words


@pytest.fixture
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("amount", "said"), [("1249.00", "1,249 USD"), ("74.5", "74.50 USD"), ("0", "0 USD"), ("0.05", "0.05 USD")]
)
@pytest.mark.usefixtures("english")
def test_an_amount_is_said_with_its_currency_and_cents_only_where_it_has_some(amount: str, said: str) -> None:
    assert amount_words(Money(Decimal(amount), "USD")) == said


def test_what_nobody_knows_is_said_plainly() -> None:
    assert amount_words(None) == "unknown"
