from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

import pytest

import resources
from receiving_app.domain import inspection
from receiving_app.domain.disposition import FreightPolicy, Payer, SwiPaysWhen
from receiving_app.domain.money import Money
from receiving_app.domain.policy import ClipPolicy, OnExtra, OnMissingPart, Policy
from receiving_app.sync.wire import changes

STATION = "DOCK-1"
PACKAGE = {
    "lpn": "LPN-DOCK-2-0000017",
    "station": "DOCK-2",
    "received_at": "2026-11-16T09:12:00-06:00",
    "rmas": [{"number": "RMA-00001235", "verdict": "accept"}],
    "ended": None,
}


def row(**changed: object) -> dict[str, object]:
    data = {**PACKAGE, **changed}
    return {"seq": 1, "kind": "package", "id": data["lpn"], "rev": 1, "deleted": False, "data": data}


def test_another_stations_package_stands_for_its_rma() -> None:
    told = changes([row()], STATION)
    assert [package.rma_number for package in told.other_packages] == ["RMA-00001235"]
    assert told.deleted == ()


@pytest.mark.parametrize("changed", [{"ended": "not-a-return"}, {"rmas": []}])
def test_a_package_that_ended_or_lost_its_verdicts_no_longer_counts(changed: dict[str, object]) -> None:
    told = changes([row(**changed)], STATION)
    assert told.other_packages == ()
    assert told.deleted == (("package", "LPN-DOCK-2-0000017"),)


STEP: dict[str, object] = {"id": "power", "title": "Supply current", "kind": "measure"}
LIMITS = {"low": "11.5", "high": None, "unit": "V"}
CHOICE: dict[str, object] = {
    "id": "lens",
    "title": "Lens",
    "kind": "choice",
    "options": [{"name": "clear", "fails": False}],
}
MODEL = {"id": "KP2", "name": "KP2 dash camera", "parts": [{"name": "SD card", "required": True}]}
ANN = {"id": "U-03", "name": "Ann", "roles": ["technician"], "badge_sha256": None, "active": True}
SITE = json.loads(resources.path("demo", "service.json").read_text("utf-8"))["policy"]
ADDED = ("extras", "missing_parts", "swi_pays_when", "nff_payer", "photo_long_edge", "lock_after_minutes")


def named(kind: str, data: Mapping[str, object]) -> dict[str, object]:
    return {"seq": 1, "kind": kind, "id": data.get("id", "site"), "rev": 1, "deleted": False, "data": data}


def with_steps(*steps: dict[str, object]) -> dict[str, object]:
    return named("model", {**MODEL, "template": {"version": 3, "steps": list(steps)}})


def test_a_models_template_keeps_its_numbers_exactly() -> None:
    (model,) = changes([with_steps({**STEP, "limits": LIMITS, "final": True}, CHOICE)], STATION).models

    assert model.template is not None
    assert (model.template.model, model.template.version) == ("KP2", 3)
    assert model.template.steps == (
        inspection.TestStep(
            "power",
            "Supply current",
            inspection.StepKind.MEASURE,
            inspection.Limits(Decimal("11.5"), None, "V"),
            final=True,
        ),
        inspection.TestStep(
            "lens", "Lens", inspection.StepKind.CHOICE, options=(inspection.ChoiceOption("clear", fails=False),)
        ),
    )


def test_a_models_value_is_kept_to_the_cent_and_may_be_missing() -> None:
    priced = named("model", {**MODEL, "value": {"amount": "1249.50", "currency": "USD"}})
    models = changes([priced, named("model", MODEL), named("model", {**MODEL, "value": None})], STATION).models

    assert [model.value for model in models] == [Money(Decimal("1249.50"), "USD"), None, None]


@pytest.mark.parametrize("value", [("-1", "USD"), ("1.005", "USD"), ("NaN", "USD"), ("1", "dollars"), ("", "")])
def test_a_value_that_is_none_is_not_taken(value: tuple[str, str]) -> None:
    said = dict(zip(("amount", "currency"), value, strict=True))
    assert changes([named("model", {**MODEL, "value": said})], STATION).unreadable == (("model", "KP2"),)


@pytest.mark.parametrize("template", [{}, {"template": None}])
def test_a_model_without_a_template_has_none(template: dict[str, object]) -> None:
    (model,) = changes([named("model", {**MODEL, **template})], STATION).models

    assert model.template is None


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (STEP, STEP),
        ({**CHOICE, "options": []},),
        ({**STEP, "kind": "smell"},),
        ({**STEP, "limits": {"low": "2", "high": "1", "unit": "A"}},),
        ({**STEP, "limits": {"low": "NaN", "high": None, "unit": "A"}},),
        ({**STEP, "limits": {"low": "12,5", "high": None, "unit": "A"}},),
    ],
)
def test_a_template_that_nobody_could_follow_is_left_out_alone(steps: tuple[dict[str, object], ...]) -> None:
    told = changes([with_steps(*steps), named("person", {**ANN})], STATION)

    assert told.unreadable == (("model", "KP2"),)
    assert len(told.people) == 1


@pytest.mark.parametrize(("pin", "kept"), [({}, None), ({"pin_argon2": None}, None), ({"pin_argon2": "$a"}, "$a")])
def test_a_persons_pin_comes_as_its_hash_or_not_at_all(pin: dict[str, object], kept: str | None) -> None:
    (person,) = changes([named("person", {**ANN, **pin})], STATION).people

    assert person.pin_argon2 == kept


def test_a_policy_of_an_older_service_has_the_defaults() -> None:
    older = {key: value for key, value in SITE.items() if key not in {*ADDED, "lone_supervisor"}}
    ((policy, _),) = changes([named("policy", older)], STATION).policies

    defaults = Policy()
    assert (policy.freight, policy.extras, policy.missing_parts) == (
        defaults.freight,
        defaults.extras,
        defaults.missing_parts,
    )
    assert (policy.photo_long_edge, policy.lock_after, policy.lone_supervisor) == (1600, timedelta(minutes=10), False)


def test_clips_are_off_unless_the_policy_asks_for_them() -> None:
    ((silent, _),) = changes([named("policy", SITE)], STATION).policies
    asked = {"clip_seconds": 8, "clip_megabytes": 16, "clip_days": 14}
    ((filming, _),) = changes([named("policy", {**SITE, **asked})], STATION).policies

    assert silent.clips.seconds == 0
    assert filming.clips == ClipPolicy(8, 16 * 2**20, timedelta(days=14))


@pytest.mark.parametrize("asked", [{"clip_seconds": 3600}, {"clip_megabytes": 0}, {"clip_days": -1}])
def test_a_policy_whose_clips_know_no_bounds_is_left_out(asked: dict[str, int]) -> None:
    told = changes([named("policy", {**SITE, **asked})], STATION)

    assert (told.policies, len(told.unreadable)) == ((), 1)


def test_a_sites_own_policy_holds_in_the_box_and_at_the_bench() -> None:
    changed = dict(zip(ADDED, ("reject", "reject", "doa_claimed", "smartwitness", 900, 3), strict=True))
    ((policy, _),) = changes([named("policy", {**SITE, **changed, "lone_supervisor": True})], STATION).policies

    assert (policy.extras, policy.missing_parts) == (OnExtra.REJECT, OnMissingPart.REJECT)
    assert policy.freight == FreightPolicy(SwiPaysWhen.DOA_CLAIMED, Payer.SMARTWITNESS)
    assert (policy.photo_long_edge, policy.lock_after, policy.lone_supervisor) == (900, timedelta(minutes=3), True)


def test_another_stations_item_is_kept_and_our_own_is_not() -> None:
    theirs: dict[str, object] = {
        "id": "ITM-DOCK-2-0000017",
        "station": "DOCK-2",
        "serial": "S",
        "model": "KP2",
        "outcome": "of-tomorrow",
    }
    found = changes([named("item", theirs), named("item", theirs | {"station": STATION})], STATION)
    assert [(each.station, each.serial, each.outcome) for each in found.other_items] == [("DOCK-2", "S", None)]
    assert found.unreadable == ()


@pytest.mark.parametrize("kind", ["shipment", "of-tomorrow"])
def test_a_kind_that_is_not_kept_here_is_no_nonsense(kind: str) -> None:
    assert changes([named(kind, {"id": "ITM-DOCK-2-0000017"})], STATION).unreadable == ()
