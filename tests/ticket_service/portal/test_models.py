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
from ticket_service.storage.state import get
from ticket_service.storage.store import reading

Browsers = Callable[[], Browser]
DEMO = json.loads((Path(__file__).parents[3] / "resources" / "demo" / "service.json").read_text("utf-8"))


@pytest.fixture
def admin(browser: Browsers, folk: Folk, engine: Engine) -> Browser:
    load_demo(engine, DEMO, NOW)
    person = browser()
    person.log_in_twice(folk.add("Admin", Role.ADMIN))
    return person


def model(engine: Engine, id_: str) -> dict[str, Any]:
    with reading(engine) as connection:
        return get(connection, "model", [id_])[id_]


def steps(*typed: dict[str, str]) -> dict[str, list[str]]:
    names = ("id", "order", "title", "kind", "low", "high", "unit", "passes", "fails")
    blank = {"kind": "pass-fail"}
    return {f"step_{name}": [(blank | step).get(name, "") for step in typed] for name in names}


def test_a_model_is_added_with_parts_and_a_test(admin: Browser, engine: Engine) -> None:
    admin.open("/models/new")
    typed = steps(
        {"title": "Current at 12 V", "kind": "measure", "low": "0.15", "unit": "A", "order": "2"},
        {"title": "Housing", "kind": "choice", "passes": "whole\n", "fails": "cracked", "order": "1"},
        {},
    )
    said = {"id": "cp9", "name": "CP9 camera", "price": "99.00", "required": "SD card\ncable", "optional": "bracket"}

    admin.send("/models/new", key=admin.hidden("key"), **said, **typed, step_final="0")

    told = model(engine, "CP9")
    assert told["value"] == {"amount": "99.00", "currency": "USD"}
    assert [(part["name"], part["required"]) for part in told["parts"]] == [
        ("SD card", True), ("cable", True), ("bracket", False)
    ]  # fmt: skip
    housing, current = told["template"]["steps"]
    assert told["template"]["version"] == 1
    assert (housing["id"], housing["final"], housing["limits"]) == ("housing", False, None)
    assert housing["options"] == [{"name": "whole", "fails": False}, {"name": "cracked", "fails": True}]
    assert (current["id"], current["final"], current["options"]) == ("current-at-12-v", True, [])
    assert current["limits"] == {"low": "0.15", "high": None, "unit": "A"}


def test_other_steps_make_a_new_version_and_other_words_do_not(admin: Browser, engine: Engine) -> None:
    before = model(engine, "KP2")
    admin.open("/models/KP2")
    kept = steps(*({"title": step["title"], "id": step["id"]} for step in before["template"]["steps"][:2]))

    admin.send("/models/KP2", rev=1, name="KP2 camera", required="SD card", **kept)
    second = model(engine, "KP2")
    admin.send("/models/KP2", rev=2, name="KP2", required="SD card", **kept)
    third = model(engine, "KP2")

    assert (before["template"]["version"], second["template"]["version"]) == (3, 4)
    assert (third["name"], third["template"]) == ("KP2", second["template"])
    assert "4 · Mon 23 Nov 2026 09:00 CST · Admin" in admin.text
    assert admin.send("/models/KP2", rev=2, name="KP2", **kept).status_code == 409


def test_faults_stand_at_their_step_and_nothing_typed_is_lost(admin: Browser) -> None:
    admin.open("/models/KP2")
    typed = steps({"title": "<b>Supply</b>", "kind": "measure", "low": "2", "high": "1"}, {}, {"title": "Photo"})

    admin.send("/models/KP2", rev=1, name="", price="cheap", required="SD card\nsd card", **typed)

    assert (admin.fault("name"), admin.fault("price")) == ("Type the model's name.", "")
    admin.send("/models/KP2", rev=1, name="KP2", price="cheap", required="SD card\nsd card", **typed)
    assert admin.fault("price") == "Write an amount like 189.00, or leave it empty."
    assert admin.fault("required") == "A part stands there twice."
    assert 'href="#step-0">No value meets both limits.' in admin.answer.text
    assert 'value="&lt;b&gt;Supply&lt;/b&gt;"' in admin.answer.text
    assert 'value="Photo"' in admin.answer.text


@pytest.mark.parametrize(("id_", "said"), [("K P", "Use up to 32"), ("kp2", "There is a model of this name already.")])
def test_a_model_needs_a_short_name_of_its_own(id_: str, said: str, admin: Browser) -> None:
    admin.open("/models/new")

    admin.send("/models/new", key=admin.hidden("key"), id=id_, name="X")

    assert admin.fault("id").startswith(said)


def test_an_unknown_model_is_not_there(admin: Browser) -> None:
    assert admin.open("/models/NONE").status_code == 404
    admin.open("/models")
    assert admin.send("/models/NONE", rev=1, name="X").status_code == 404
