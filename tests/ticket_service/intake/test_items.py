"""Items and shipments: what the stations tell of them, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine

from tests.ticket_service.conftest import NOW, Caller
from tests.ticket_service.making import RULE, TECHNICIAN, Chain, Event, line, person, rma
from ticket_service.intake.event_types import BODIES, DECISIONS
from ticket_service.storage.state import get, put
from ticket_service.storage.store import reading, writing

NUMBER = "RMA-00001235"


@pytest.fixture(autouse=True)
def bench(engine: Engine) -> None:
    """A technician, and an RMA with one device and a pair of devices."""
    with writing(engine) as connection:
        staff = [person("U-03", "technician"), person("U-01", "dock"), person("U-09", "technician", active=False)]
        put(connection, [*staff, rma("RMA-00001260", lines=[line("1"), line("2", quantity=2)])])


def send(station: Caller, chain: Chain, *events: Event) -> list[str]:
    answer = station.post("/v1/events", chain.batch(*events))
    assert answer.status_code == 200, answer.text
    results: list[dict[str, Any]] = answer.json()["results"]
    return [result["result"] + (f" {result['problem']['type']}" if "problem" in result else "") for result in results]


def thing(engine: Engine, kind: str, id_: str) -> dict[str, Any] | None:
    with reading(engine) as connection:
        return get(connection, kind, [id_]).get(id_)


def rma_now(engine: Engine, number: str = NUMBER) -> tuple[str, str | None, list[int]]:
    """Give an RMA's state, its ticket's, and its lines' counts."""
    data = thing(engine, "rma", number)
    assert data is not None
    return data["state"], data.get("ticket_state"), [each["received"] for each in data["lines"]]


def whole_way(chain: Chain, *items: str) -> list[Event]:
    """Tell of items from the box to the carrier."""
    each = [(chain.found(item), chain.item_judged("accept", item), chain.ended(item=item)) for item in items]
    return [*(event for events in each for event in events), chain.packed(*items), chain.sent()]


def test_the_other_station_sees_the_item(station: Caller, other_station: Caller) -> None:
    chain = Chain()
    assert send(station, chain, chain.found(), judged := chain.item_judged()) == ["applied"] * 2

    rows = other_station.get("/v1/changes").json()["rows"]

    (item,) = [row for row in rows if row["kind"] == "item"]
    assert (item["id"], item["rev"], item["deleted"]) == ("ITM-1", 1, False)
    assert item["data"] == {
        "id": "ITM-1",
        "lpn": "LPN-1",
        "station": "DOCK-1",
        "serial": "S-ITM-1",
        "model": "KP2",
        "rma": NUMBER,
        "line": "1",
        "verdict": "accept",
        "judged": judged["id"],
        "inspecting": False,
        "outcome": None,
        "decided": None,
        "next": None,
        "left": False,
        "left_at": None,
    }


def test_an_accepted_item_is_counted_on_its_line_with_a_new_rev(station: Caller) -> None:
    chain = Chain()
    send(station, chain, chain.found(), chain.item_judged())

    row = station.get(f"/v1/rmas/{NUMBER}").json()

    assert row["rev"] == 2
    assert (row["data"]["lines"][0]["received"], row["data"]["ticket_state"]) == (1, "received")


@pytest.mark.parametrize("verdict", ["hold", "reject"])
def test_an_item_that_is_not_accepted_is_not_counted(verdict: str, station: Caller, engine: Engine) -> None:
    chain = Chain()
    send(station, chain, chain.found(), chain.item_judged(verdict))

    assert rma_now(engine) == ("open", None, [0])


def test_an_item_judged_again_is_counted_by_its_newest_verdict(station: Caller, engine: Engine) -> None:
    chain = Chain()
    send(station, chain, chain.found(), chain.item_judged("hold"), chain.item_judged("accept"))
    assert rma_now(engine) == ("open", "received", [1])

    send(station, chain, chain.item_judged("hold"))

    assert rma_now(engine) == ("open", "open", [0])


@pytest.mark.parametrize(("line_id", "number"), [("", ""), ("1", "RMA-00009999"), ("7", NUMBER)])
def test_an_item_of_no_line_that_is_known_is_kept_all_the_same(
    line_id: str, number: str, station: Caller, engine: Engine
) -> None:
    chain = Chain()

    assert send(station, chain, chain.found("ITM-1", line_id, number), chain.item_judged()) == ["applied"] * 2

    assert (thing(engine, "item", "ITM-1") or {})["serial"] == "S-ITM-1"
    assert rma_now(engine)[2] == [0]


@pytest.mark.parametrize("together", [True, False])
def test_an_undone_finding_leaves_the_rma_as_if_it_had_not_been(
    together: bool, station: Caller, engine: Engine
) -> None:
    chain = Chain()
    events = [found := chain.found(), judged := chain.item_judged(), chain.undone(found, judged)]
    for batch in [events] if together else [events[:2], events[2:]]:
        send(station, chain, *batch)

    rows = station.get("/v1/changes").json()["rows"]

    assert [(row["id"], row["deleted"]) for row in rows if row["kind"] == "item"] == [("ITM-1", True)]
    assert rma_now(engine)[0] == "open"
    assert rma_now(engine)[1] in {None, "open"}
    assert rma_now(engine)[2] == [0]


def test_another_station_goes_on_with_the_item(station: Caller, other_station: Caller, engine: Engine) -> None:
    chain, bench = Chain(), Chain("DOCK-2")
    send(station, chain, chain.found(), chain.item_judged())

    assert send(other_station, bench, bench.begun(), bench.ended()) == ["applied"] * 2

    item = thing(engine, "item", "ITM-1")
    assert item is not None
    assert (item["station"], item["outcome"], item["next"]) == ("DOCK-1", "repaired", "return")
    assert rma_now(engine)[1] == "inspecting"


@pytest.mark.parametrize(
    ("ending", "leaves", "resolved"),
    [
        (("repaired", "return"), True, True),
        (("replaced", "send-replacement"), True, True),
        (("replaced", "keep"), False, True),
        (("not-covered", "supervisor"), True, True),
        (("repaired", "return"), False, False),
        (("no-fault-found", "supervisor"), False, False),
        (("awaiting-parts", "wait"), False, False),
        (("cannot-test", "wait"), True, False),
    ],
)
def test_an_rma_is_resolved_when_its_item_is_settled(
    ending: tuple[str, str], leaves: bool, resolved: bool, station: Caller, engine: Engine
) -> None:
    chain = Chain()
    events = [chain.found(), chain.item_judged(), chain.begun(), chain.ended(*ending)]
    send(station, chain, *events, *([chain.packed("ITM-1"), chain.sent()] if leaves else []))

    assert rma_now(engine) == (("closed", "resolved", [1]) if resolved else ("open", "inspecting", [1]))
    data = thing(engine, "rma", NUMBER) or {}
    assert data.get("closed_because") == ("resolved" if resolved else None)
    assert data.get("closed_at") == (NOW.isoformat() if resolved else None)


def test_an_rma_waits_for_every_unit_of_every_line(station: Caller, engine: Engine) -> None:
    chain, number = Chain(), "RMA-00001260"
    states = []
    for turn, line_id in enumerate(["2", "1", "2"]):
        item = f"ITM-{turn}"
        finding = [chain.found(item, line_id, number), chain.item_judged("accept", item)]
        send(station, chain, *finding, chain.ended("replaced", "keep", item))
        states.append(rma_now(engine, number))

    assert states == [
        ("open", "inspecting", [0, 1]),
        ("open", "inspecting", [1, 1]),
        ("closed", "resolved", [1, 2]),
    ]


def test_an_item_that_is_held_keeps_its_rma_open(station: Caller, engine: Engine) -> None:
    chain = Chain()
    send(station, chain, chain.found("ITM-2"), chain.item_judged("hold", "ITM-2"), *whole_way(chain, "ITM-1"))

    assert rma_now(engine) == ("open", "inspecting", [1])


def test_a_sending_taken_back_opens_the_rma_again(station: Caller, engine: Engine) -> None:
    chain = Chain()
    *before, sent = whole_way(chain, "ITM-1")
    send(station, chain, *before, sent)
    assert rma_now(engine) == ("closed", "resolved", [1])

    send(station, chain, chain.undone(sent))

    assert rma_now(engine) == ("open", "inspecting", [1])
    assert (thing(engine, "rma", NUMBER) or {})["closed_at"] is None
    assert (thing(engine, "item", "ITM-1") or {})["left"] is False
    assert (thing(engine, "shipment", "SHP-1") or {})["sent_at"] is None


def test_a_cancelled_rma_stays_cancelled_whatever_is_settled(station: Caller, engine: Engine) -> None:
    chain = Chain()
    send(
        station,
        chain,
        chain.found(number="RMA-00001243"),
        chain.item_judged(),
        chain.ended("replaced", "keep"),
    )

    assert rma_now(engine, "RMA-00001243") == ("cancelled", "resolved", [1])


def test_a_package_judged_again_does_not_stumble_over_its_own_goods(station: Caller) -> None:
    chain = Chain()
    send(station, chain, chain.arrived(), chain.judged(NUMBER), *whole_way(chain, "ITM-1"))

    assert send(station, chain, chain.judged(NUMBER)) == ["applied"]
    assert send(station, chain, chain.judged(NUMBER, lpn="LPN-2")) == ["applied-with-exception rma-not-open"]


def test_the_other_station_sees_the_shipment(station: Caller, other_station: Caller) -> None:
    chain = Chain()
    send(station, chain, *whole_way(chain, "ITM-1", "ITM-2"))

    rows = other_station.get("/v1/changes").json()["rows"]

    assert [row["data"] for row in rows if row["kind"] == "shipment"] == [
        {
            "id": "SHP-1",
            "station": "DOCK-1",
            "items": ["ITM-1", "ITM-2"],
            "packages": [],
            "carrier": "UPS",
            "tracking": "1Z84R7W00373236737",
            "sent_at": "2026-11-23T09:00:00-06:00",
        }
    ]


def test_sending_what_had_left_is_kept_and_an_exception_made(station: Caller, engine: Engine) -> None:
    chain = Chain()
    send(station, chain, *whole_way(chain, "ITM-1"), chain.packed("ITM-1", "ITM-1", shipment="SHP-2"))

    again = chain.sent("SHP-2")
    assert send(station, chain, again) == ["applied-with-exception already-shipped"]

    assert (thing(engine, "shipment", "SHP-2") or {})["carrier"] == "UPS"
    assert "ITM-1" in (thing(engine, "exception", f"X-{again['id']}") or {})["detail"]


def test_sending_goods_of_a_cancelled_rma_is_kept_and_an_exception_made(station: Caller, engine: Engine) -> None:
    chain = Chain()
    found, judged = chain.found(), chain.item_judged()
    send(station, chain, found, judged, chain.ended(), chain.packed("ITM-1"))
    with writing(engine) as connection:
        put(connection, [rma(NUMBER, state="cancelled")])

    assert send(station, chain, chain.sent()) == ["applied-with-exception rma-not-open"]

    assert (thing(engine, "item", "ITM-1") or {})["left"] is True


def test_sending_what_nobody_packed_is_kept_and_an_exception_made(station: Caller, engine: Engine) -> None:
    chain = Chain()

    assert send(station, chain, chain.sent()) == ["applied-with-exception shipment-unknown"]

    assert (thing(engine, "shipment", "SHP-1") or {})["items"] == []


ITEM_FACTS = sorted(
    type_
    for type_, _ in BODIES
    if type_ not in DECISIONS and type_.startswith(("item.", "shipment.", "unpacking.b", "inspection.b", "photo."))
)


@pytest.mark.parametrize("type_", [*ITEM_FACTS, "inspection.step", "package.address"])
def test_a_fact_about_an_item_that_makes_no_sense_is_kept(type_: str, station: Caller, engine: Engine) -> None:
    chain = Chain()
    strange = chain.event(type_, {"item": ["ITM-1"], "shipment": "x" * 500, "found": -1})

    assert send(station, chain, strange, chain.found()) == ["applied-with-exception malformed", "applied"]
    assert thing(engine, "exception", f"X-{strange['id']}") is not None


def test_facts_about_an_item_that_was_never_found_change_nothing(station: Caller, engine: Engine) -> None:
    chain = Chain()

    assert send(station, chain, chain.item_judged(), chain.begun()) == ["applied"] * 2

    assert thing(engine, "item", "ITM-1") is None


# Decisions.


@pytest.mark.parametrize(
    "actor",
    [
        RULE,
        TECHNICIAN | {"person": "U-01"},
        TECHNICIAN | {"person": "U-09"},
        TECHNICIAN | {"person": "U-99"},
        TECHNICIAN | {"person": None},
        TECHNICIAN | {"kind": "device"},
    ],
)
def test_only_an_active_technician_or_supervisor_gives_an_outcome(
    actor: dict[str, Any], station: Caller, engine: Engine
) -> None:
    chain = Chain()
    send(station, chain, chain.found(), chain.item_judged())

    assert send(station, chain, chain.ended(actor=actor)) == ["rejected not-allowed"]

    assert (thing(engine, "item", "ITM-1") or {})["outcome"] is None


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"item": "ITM-404"}, "item-unknown"),
        ({"outcome": "good-enough"}, "malformed"),
        ({"outcome": "replaced", "serial": " s-itm-1 "}, "replacement-same"),
    ],
)
def test_an_outcome_that_cannot_be_is_refused(changed: dict[str, Any], problem: str, station: Caller) -> None:
    chain = Chain()
    send(station, chain, chain.found(), chain.item_judged())

    assert send(station, chain, chain.ended(**changed)) == [f"rejected {problem}"]


def test_an_outcome_is_refused_once_the_item_has_left(station: Caller) -> None:
    chain = Chain()
    send(station, chain, *whole_way(chain, "ITM-1"))

    late = chain.ended(occurred_at="2026-11-23T10:00:00-06:00")

    assert send(station, chain, late) == ["rejected already-shipped"]


def test_an_outcome_held_back_until_the_item_had_left_still_counts(station: Caller, engine: Engine) -> None:
    chain = Chain()
    found, judged, ended = chain.found(), chain.item_judged(), chain.ended(occurred_at="2026-11-23T08:59:30-06:00")
    bare = {key: ended[key] for key in ("station_seq", "prev_hash", "hash")}
    send(station, chain, found, judged, bare, chain.packed("ITM-1"), chain.sent())
    assert rma_now(engine) == ("open", "received", [1])

    assert send(station, chain, ended) == ["applied"]

    assert rma_now(engine) == ("closed", "resolved", [1])


@pytest.mark.parametrize(
    ("actor", "answer"),
    [(RULE, "applied"), (TECHNICIAN, "applied"), (TECHNICIAN | {"person": "U-01"}, "rejected not-allowed")],
)
def test_freight_is_credited_by_the_rules_or_the_bench(actor: dict[str, Any], answer: str, station: Caller) -> None:
    chain = Chain()
    body = {"item": "ITM-1", "number": NUMBER}
    assert send(station, chain, chain.event("freight.credited", body, actor=RULE)) == ["rejected item-unknown"]
    send(station, chain, chain.found())

    assert send(station, chain, chain.event("freight.credited", body, actor=actor)) == [answer]
