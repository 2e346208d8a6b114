from __future__ import annotations

from decimal import Decimal

from receiving_app.domain.money import Money, worth

PRICES = {"KP2": Money(Decimal("189.00"), "USD"), "RC2": Money(Decimal("74.50"), "USD")}


def test_devices_are_worth_what_their_models_are_added_up() -> None:
    assert worth((("KP2", 2), ("RC2", 1)), PRICES) == Money(Decimal("452.50"), "USD")


def test_what_one_device_of_an_unpriced_model_adds_nobody_knows() -> None:
    assert worth((("KP2", 2), ("SR4", 1)), PRICES) is None


def test_nothing_that_anybody_knows_of_is_worth_nothing_that_anybody_knows_of() -> None:
    assert worth((), PRICES) is None


def test_amounts_of_different_currencies_are_never_added_up() -> None:
    mixed = {**PRICES, "RC2": Money(Decimal("70.00"), "EUR")}
    assert worth((("KP2", 1), ("RC2", 1)), mixed) is None
    assert worth((("RC2", 2),), mixed) == Money(Decimal("140.00"), "EUR")
