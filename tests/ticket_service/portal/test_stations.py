from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import requests
from sqlalchemy import Engine

from tests.ticket_service.conftest import NOW
from tests.ticket_service.portal.conftest import Browser, Folk
from ticket_service.accounts.caller import Role
from ticket_service.accounts.station_tokens import issue_token, station_of
from ticket_service.storage.store import reading, writing

Browsers = Callable[[], Browser]


@pytest.fixture
def admin(browser: Browsers, folk: Folk) -> Browser:
    person = browser()
    person.log_in_twice(folk.add("Admin", Role.ADMIN))
    person.open("/stations")
    return person


def test_an_administrator_enrols_sees_and_revokes_a_station(admin: Browser, url: str, engine: Engine) -> None:
    admin.send("/stations", station="DOCK 9")
    assert admin.fault("station").endswith("such as DOCK-1.")
    admin.send("/stations", station="DOCK-9")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", admin.text)
    assert code is not None
    admin.open("/stations")
    assert "DOCK-9 code given Never seen" in admin.text
    assert code[0] not in admin.text

    token = requests.post(f"{url}/v1/stations/enrol", json={"code": code[0]}, timeout=20).json()["token"]
    admin.open("/stations")
    assert "DOCK-9 enrolled" in admin.text
    admin.send("/stations/DOCK-9/revoke")

    assert "DOCK-9 is revoked." in admin.text
    with reading(engine) as connection:
        assert station_of(connection, token) is None


def test_a_station_with_a_token_of_the_command_line_is_listed(admin: Browser, engine: Engine) -> None:
    with writing(engine) as connection:
        issue_token(connection, "DOCK-2", NOW)

    admin.open("/stations")

    assert "DOCK-2 enrolled Never seen" in admin.text
    assert admin.send("/stations/DOCK-77/revoke").status_code == 404


def test_only_administrators_see_stations(browser: Browsers, folk: Folk) -> None:
    agent = browser()
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))

    assert agent.open("/stations").status_code == 403
    agent.open("/account")
    assert agent.send("/stations", station="DOCK-1").status_code == 403
