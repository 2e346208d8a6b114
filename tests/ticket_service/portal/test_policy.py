from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from tests.ticket_service.conftest import NOW
from tests.ticket_service.portal.conftest import Browser, Folk
from ticket_service.accounts.caller import Role
from ticket_service.demo import load_demo
from ticket_service.rules.site_policy import as_typed
from ticket_service.storage.state import get
from ticket_service.storage.store import reading

Browsers = Callable[[], Browser]
DEMO = json.loads((Path(__file__).parents[3] / "resources" / "demo" / "service.json").read_text("utf-8"))


@pytest.fixture
def admin(browser: Browsers, folk: Folk) -> Browser:
    person = browser()
    person.log_in_twice(folk.add("Admin", Role.ADMIN))
    return person


def policy(engine: Engine) -> dict[str, Any]:
    with reading(engine) as connection:
        return get(connection, "policy", ["site"])["site"]


def test_a_change_makes_a_new_version_and_nothing_new_makes_none(admin: Browser, engine: Engine) -> None:
    load_demo(engine, DEMO, NOW)
    admin.open("/policy")
    typed = as_typed(policy(engine))

    admin.send("/policy", **(typed | {"version": "1", "window_days": "21", "lone_supervisor": "yes"}))
    assert "Version 2 holds" in admin.text
    held = policy(engine)
    admin.send("/policy", **(as_typed(held) | {"version": "2"}))
    assert "Nothing is other than before." in admin.text

    assert (held["version"], held["window_days"], held["lone_supervisor"]) == (2, 21, True)
    assert policy(engine) == held
    assert "2 · Mon 23 Nov 2026 09:00 CST · Admin" in admin.text


def test_two_who_save_at_once_do_not_overrule_each_other(admin: Browser, engine: Engine) -> None:
    load_demo(engine, DEMO, NOW)
    admin.open("/policy")
    typed = as_typed(policy(engine)) | {"version": "1"}
    admin.send("/policy", **(typed | {"window_days": "21"}))

    answer = admin.send("/policy", **(typed | {"window_days": "7"}))

    assert (answer.status_code, policy(engine)["window_days"]) == (409, 21)
    assert "Somebody saved version 2 meanwhile." in admin.text


def test_a_site_without_a_policy_gets_its_first(admin: Browser, engine: Engine) -> None:
    admin.open("/policy")
    typed = as_typed(DEMO["policy"]) | {"version": "0"}

    admin.send("/policy", **(typed | {"window_days": "-1"}))
    assert admin.fault("window_days") == "Type a whole number from 0 to 3,650."
    admin.send("/policy", **typed)

    assert policy(engine)["version"] == 1


def test_only_administrators_see_the_policy_and_the_models(browser: Browsers, folk: Folk) -> None:
    agent = browser()
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))

    for path in ("/policy", "/models", "/models/new", "/models/KP2"):
        assert agent.open(path).status_code == 403
    for path in ("/policy", "/models/new", "/models/KP2"):
        agent.open("/account")
        assert agent.send(path, version=1, rev=1, id="X", name="X").status_code == 403
