from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine

from tests.ticket_service.portal.conftest import Browser, Folk
from ticket_service.storage.state import StateRow, get, put
from ticket_service.storage.store import reading, writing

Browsers = Callable[[], Browser]
PEORIA = {
    "name": "Fleet", "street": "2210 Commerce Dr", "city": "Peoria", "region": "IL", "postal_code": "61615",
    "country": "US",
}  # fmt: skip
GENEVA = PEORIA | {"name": "Desk", "street": "1 Rue du Lac", "city": "Genève", "country": "CH"}


@pytest.fixture
def dana(browser: Browsers, folk: Folk, engine: Engine) -> Browser:
    with writing(engine) as connection:
        put(connection, [StateRow("partner", "P-001", {"id": "P-001", "name": "Fleet", "addresses": [PEORIA]})])
    person = browser()
    person.log_in(folk.add("Dana", partner="P-001"))
    person.open("/account/company")
    return person


def typed(place: int, address: dict[str, str]) -> dict[str, str]:
    return {f"a{place}_{name}": text for name, text in address.items()}


def told(engine: Engine) -> list[dict[str, Any]]:
    with reading(engine) as connection:
        addresses: list[dict[str, Any]] = get(connection, "partner", ["P-001"])["P-001"]["addresses"]
    return addresses


def test_a_partner_keeps_its_addresses(dana: Browser, engine: Engine) -> None:
    dana.send("/account/company", rev=dana.hidden("rev"), **typed(1, PEORIA), **typed(2, GENEVA | {"country": "ch"}))
    assert told(engine) == [PEORIA, GENEVA]

    dana.send("/account/company", rev=dana.hidden("rev"), **typed(2, GENEVA | {"name": ""}))

    assert told(engine) == [GENEVA | {"name": "Fleet"}]
    assert 'value="1 Rue du Lac"' in dana.answer.text


def test_one_address_stays_and_faults_stand_at_their_fields(dana: Browser, engine: Engine) -> None:
    dana.send("/account/company", rev=1)
    assert dana.fault("a1_street") == "Give one address at least, and 10 at most."

    dana.send("/account/company", rev=1, **typed(1, PEORIA), **typed(2, {"street": "<b>", "country": "US"}))

    assert dana.fault("a2_city") == "Type the city."
    assert 'value="&lt;b&gt;"' in dana.answer.text
    assert told(engine) == [PEORIA]


def test_two_who_change_at_once_do_not_overrule_each_other(dana: Browser, engine: Engine) -> None:
    dana.send("/account/company", rev=1, **typed(1, GENEVA))

    assert dana.send("/account/company", rev=1, **typed(1, PEORIA)).status_code == 409

    assert told(engine) == [GENEVA]


def test_a_partner_needs_no_second_step(dana: Browser) -> None:
    assert dana.open("/second-step/new").status_code == 403
    dana.open("/account")
    assert dana.send("/account/recovery-codes").status_code == 403
