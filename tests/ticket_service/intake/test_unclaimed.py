"""Boxes that nobody can place: what the stations tell of them, and what the service takes."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine

from tests.ticket_service.conftest import Caller
from tests.ticket_service.intake.test_items import send, thing
from tests.ticket_service.making import SUPERVISOR, TECHNICIAN, Chain, Event, person, rma
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import writing

NUMBER, OTHER = "RMA-00001260", SUPERVISOR | {"person": "U-06"}


@pytest.fixture(autouse=True)
def site(engine: Engine) -> None:
    with writing(engine) as connection:
        put(
            connection,
            [
                person("U-06", "supervisor"),
                StateRow("partner", "P-1", {"id": "P-1", "name": "Fleet Eyes"}),
                StateRow("partner", "P-2", {"id": "P-2", "name": "Lakeshore"}),
                rma(NUMBER, partner="P-1"),
            ],
        )


def kept(chain: Chain, place: str = "B12", **other: Any) -> Event:
    return chain.event("unclaimed.kept", {"unclaimed": "UNC-1", "place": place}, **({"actor": SUPERVISOR} | other))


def identified(chain: Chain, number: str = NUMBER, partner: str = "P-1", before: str = "", **other: Any) -> Event:
    body = {"judged": "J-1", "before": before, "number": number, "partner": partner}
    return chain.event("package.identified", body, **({"actor": SUPERVISOR} | other))


def abandoned(chain: Chain, about: Event, day: str = "2027-02-21", **other: Any) -> Event:
    body = {"unclaimed": "UNC-1", "judged": about["id"], "becomes": "scrapped", "reason": "nobody-answered"}
    when = f"{day}T09:00:00-06:00"
    return chain.event("unclaimed.abandoned", body, **({"actor": OTHER, "occurred_at": when} | other))


def agreed(chain: Chain, about: Event) -> Event:
    body = {"unclaimed": "UNC-1", "judged": about["id"], "agreed_by": "Ann", "agreed_on": "2026-11-23"}
    return chain.event("unclaimed.agreed", body, actor=SUPERVISOR)


def box(engine: Engine) -> dict[str, Any]:
    found = thing(engine, "package", "LPN-1")
    assert found is not None
    return found


def test_support_sees_what_is_kept_where_since_when_and_of_what_it_was_reminded(
    station: Caller, engine: Engine
) -> None:
    chain = Chain()
    told = (chain.arrived(), chain.judged(None, "reject"), kept(chain))
    reminded = chain.event("unclaimed.reminded", {"unclaimed": "UNC-1", "days": 7})
    matched = chain.event("unclaimed.matched", {"unclaimed": "UNC-1", "number": NUMBER})
    assert send(station, chain, *told, reminded, matched) == ["applied"] * 5
    assert box(engine)["unclaimed"] == {
        "number": "UNC-1",
        "place": "B12",
        "since": "2026-11-23T09:00:00-06:00",
        "state": "waits",
        "reminded_days": 7,
        "may_be": [NUMBER],
    }


def test_moved_to_another_shelf_it_is_kept_since_the_same_day(station: Caller, engine: Engine) -> None:
    chain = Chain()
    send(station, chain, kept(chain), kept(chain, "C3", occurred_at="2026-12-01T09:00:00-06:00"), kept(chain, ""))
    assert (box(engine)["unclaimed"]["place"], box(engine)["unclaimed"]["since"][:10]) == ("C3", "2026-11-23")


def test_an_identified_box_is_judged_by_its_number_in_place_of_the_misread_one(station: Caller, engine: Engine) -> None:
    chain = Chain()
    told = (
        chain.arrived(),
        chain.judged("RMA-00001269", "reject"),
        kept(chain),
        identified(chain, before="RMA-00001269"),
    )
    assert send(station, chain, *told, chain.judged(NUMBER)) == ["applied"] * 5
    assert box(engine)["rmas"] == [{"number": NUMBER, "verdict": "accept"}]
    assert (box(engine)["partner"], box(engine)["unclaimed"]["state"]) == ("P-1", "claimed")


def test_what_was_identified_and_taken_back_stands_as_before(station: Caller, engine: Engine) -> None:
    chain = Chain()
    told = (chain.arrived(), chain.judged("RMA-00001269", "reject"), identified(chain, before="RMA-00001269"))
    send(station, chain, *told)
    send(station, chain, chain.undone(told[2]))
    assert box(engine)["rmas"] == [{"number": "RMA-00001269", "verdict": "reject"}]
    assert "partner" not in box(engine)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"number": "RMA-00009999"}, "rma-unknown"),
        ({"partner": "P-9", "number": ""}, "partner-unknown"),
        ({"partner": "P-2"}, "partner-differs"),
        ({"actor": TECHNICIAN}, "not-allowed"),
    ],
)
def test_a_box_is_identified_by_a_supervisor_as_what_exists(
    said: dict[str, Any], problem: str, station: Caller
) -> None:
    chain = Chain()
    assert send(station, chain, identified(chain, **said)) == [f"rejected {problem}"]


def test_a_box_is_abandoned_after_the_policys_days_by_somebody_else_than_its_keeper(
    station: Caller, engine: Engine
) -> None:
    chain = Chain()
    first = kept(chain)
    assert send(station, chain, first, abandoned(chain, first, "2027-02-20")) == ["applied", "rejected still-kept"]
    assert send(station, chain, abandoned(chain, first, actor=SUPERVISOR)) == ["rejected own-work"]
    assert send(station, chain, abandoned(chain, first)) == ["applied"]
    assert box(engine)["unclaimed"]["state"] == "scrapped"
    assert send(station, chain, abandoned(chain, first)) == ["rejected nothing-to-decide"]


def test_a_lone_supervisor_may_where_the_policy_says_so_and_is_flagged(station: Caller, engine: Engine) -> None:
    with writing(engine) as connection:
        put(connection, [StateRow("policy", "site", {"lone_supervisor": True, "unclaimed_abandon_days": 10})])
    chain = Chain()
    first = kept(chain)
    own = abandoned(chain, first, "2026-12-03", actor=SUPERVISOR)
    assert send(station, chain, first, own) == ["applied", "applied-with-exception own-work"]


def test_a_box_goes_back_once_somebody_pays(station: Caller, engine: Engine) -> None:
    chain = Chain()
    assert send(station, chain, agreed(chain, chain.arrived())) == ["retry out-of-order"]
    chain = Chain()
    first = kept(chain)
    assert send(station, chain, first, agreed(chain, first)) == ["applied"] * 2
    assert box(engine)["unclaimed"] | {"state": "goes-back", "agreed_by": "Ann"} == box(engine)["unclaimed"]
    assert send(station, chain, abandoned(chain, first)) == ["rejected nothing-to-decide"]


def test_another_reason_needs_a_note(station: Caller) -> None:
    chain = Chain()
    first = kept(chain)
    body = {"unclaimed": "UNC-1", "judged": first["id"], "becomes": "kept", "reason": "other"}
    assert send(station, chain, first, chain.event("unclaimed.abandoned", body, actor=OTHER))[1] == "rejected malformed"
