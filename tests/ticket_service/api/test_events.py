from __future__ import annotations

import hashlib
import json
import random
import socket
import uuid
from collections.abc import Callable
from typing import Any

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Engine, func, select, text

from tests.ticket_service.conftest import Caller
from tests.ticket_service.making import RULE, Chain, Event, hash_of, person, rma
from ticket_service.storage.schema import journal
from ticket_service.storage.state import get, put
from ticket_service.storage.store import reading, writing


def send(station: Caller, chain: Chain, *events: Event) -> list[dict[str, Any]]:
    answer = station.post("/v1/events", chain.batch(*events))
    assert answer.status_code == 200, answer.text
    results: list[dict[str, Any]] = answer.json()["results"]
    return results


def words(results: list[dict[str, Any]]) -> list[str]:
    return [result["result"] + (f" {result['problem']['type']}" if "problem" in result else "") for result in results]


def package(engine: Engine, lpn: str = "LPN-1") -> dict[str, Any] | None:
    with reading(engine) as connection:
        return get(connection, "package", [lpn]).get(lpn)


def exceptions(station: Caller) -> list[dict[str, Any]]:
    rows = station.get("/v1/changes").json()["rows"]
    return [row["data"] for row in rows if row["kind"] == "exception"]


def test_every_element_gets_one_answer_in_order_and_the_head_is_countersigned(station: Caller, engine: Engine) -> None:
    chain = Chain()
    events = [chain.observation(), chain.arrived(), chain.judged("RMA-00001235")]

    answer = station.post("/v1/events", chain.batch(*events)).json()

    assert [result["station_seq"] for result in answer["results"]] == [1, 2, 3]
    assert [result["id"] for result in answer["results"]] == [None, events[1]["id"], events[2]["id"]]
    assert words(answer["results"]) == ["applied"] * 3
    head = answer["head"]
    assert (head["station_seq"], head["hash"]) == (3, chain.hash)
    assert head["key"] == station.get("/v1/health").json()["signing_key"]
    signed = f"receiving-station journal\nDOCK-1\n3\n{chain.hash}\n2026-11-23T15:00:00+00:00"
    assert head["received_at"] == "2026-11-23T15:00:00+00:00"
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(head["key"]))
    public.verify(bytes.fromhex(head["countersigned"]), signed.encode())
    assert answer["server_time"] == "2026-11-23T15:00:00.000+00:00"


def test_single_elements_are_countersigned_with_the_time_they_came_and_what_never_came_is_left_out(
    station: Caller, other_station: Caller
) -> None:
    chain = Chain()
    send(station, chain, chain.observation(), chain.arrived(), chain.judged("RMA-00001235"))

    answer = station.get("/v1/countersigned", seq=[3, 1, 9]).json()

    assert [each["station_seq"] for each in answer["events"]] == [1, 3]
    assert answer["events"][1] == answer["head"]
    nothing = other_station.get("/v1/countersigned", seq=[1]).json()
    assert (nothing["head"], nothing["events"]) == (None, [])
    assert station.get("/v1/countersigned", seq=[-1]).status_code == 422


def test_a_repeated_batch_changes_nothing(station: Caller) -> None:
    chain = Chain()
    events = [chain.observation(), chain.arrived(), chain.judged("RMA-00001243")]
    first = send(station, chain, *events)
    before = station.get("/v1/changes").json()

    again = send(station, chain, *events)

    assert words(first) == ["applied", "applied", "applied-with-exception rma-not-open"]
    assert words(again) == ["duplicate", "duplicate", "applied-with-exception rma-not-open"]
    assert station.get("/v1/changes").json() == before


def test_a_batch_may_overlap_what_was_sent_before(station: Caller) -> None:
    chain = Chain()
    first, second, third = chain.arrived(), chain.judged("RMA-00001235"), chain.observation()
    send(station, chain, first, second)

    assert words(send(station, chain, second, third)) == ["duplicate", "applied"]


def test_an_empty_batch_of_a_new_station_has_no_head(station: Caller) -> None:
    answer = station.post("/v1/events", Chain().batch()).json()

    assert (answer["results"], answer["head"]) == ([], None)


def test_the_other_station_sees_the_package(station: Caller, other_station: Caller) -> None:
    chain = Chain()
    send(station, chain, chain.arrived(), chain.judged("RMA-00001235"), chain.judged("RMA-00009999", "hold"))

    rows = other_station.get("/v1/changes").json()["rows"]

    assert [row["data"] for row in rows if row["kind"] == "package"] == [
        {
            "lpn": "LPN-1",
            "station": "DOCK-1",
            "received_at": "2026-11-23T08:55:00-06:00",
            "rmas": [
                {"number": "RMA-00001235", "verdict": "accept"},
                {"number": "RMA-00009999", "verdict": "hold"},
            ],
            "ended": None,
        }
    ]


def test_a_package_judged_again_keeps_the_newest_verdict(station: Caller, engine: Engine) -> None:
    chain = Chain()
    send(station, chain, chain.arrived(), chain.judged("rma 00001235", "hold"), chain.judged("RMA-00001235", "reject"))

    assert (package(engine) or {})["rmas"] == [{"number": "RMA-00001235", "verdict": "reject"}]


@pytest.mark.parametrize("missing", [None, ""])
def test_a_label_without_a_number_is_judged_without_an_rma(
    missing: str | None, station: Caller, engine: Engine
) -> None:
    chain = Chain()

    assert words(send(station, chain, chain.arrived(), chain.judged(missing, "reject"))) == ["applied", "applied"]
    assert (package(engine) or {})["rmas"] == []


@pytest.mark.parametrize(
    ("type_", "body", "ended"),
    [
        ("package.ended", {"how": "refused-at-door", "note": "driver waited"}, "refused-at-door"),
        ("package.merged", {"into": "LPN-2"}, "merged"),
    ],
)
def test_a_package_that_ended_says_how(
    type_: str, body: dict[str, Any], ended: str, station: Caller, engine: Engine
) -> None:
    chain = Chain()

    assert words(send(station, chain, chain.arrived(), chain.event(type_, body))) == ["applied", "applied"]
    assert (package(engine) or {})["ended"] == ended


def test_a_struck_out_label_takes_its_rma_off_the_package(station: Caller, engine: Engine) -> None:
    chain = Chain()
    struck = {"number": "RMA-00001235"}
    send(station, chain, chain.arrived(), chain.judged("RMA-00001235"), chain.event("label.struck-out", struck))

    assert (package(engine) or {})["rmas"] == []


def test_an_undone_act_leaves_the_package_as_if_it_had_not_been(station: Caller, engine: Engine) -> None:
    chain = Chain()
    kept, taken_back = [chain.arrived(), chain.judged("RMA-00001235", "hold")], chain.judged("RMA-00001235")
    ended = chain.event("package.ended", {"how": "not-a-return"})
    send(station, chain, *kept, taken_back, ended)

    assert words(send(station, chain, chain.undone(taken_back, ended))) == ["applied"]

    now = package(engine) or {}
    assert (now["rmas"], now["ended"]) == ([{"number": "RMA-00001235", "verdict": "hold"}], None)


def test_what_was_undone_stays_undone_when_something_else_is(station: Caller, engine: Engine) -> None:
    chain = Chain()
    first, second = chain.judged("RMA-00001235"), chain.judged("RMA-00009999", "hold")
    send(station, chain, first, second, chain.undone(first))

    send(station, chain, chain.undone(second))

    assert (package(engine) or {"rmas": []})["rmas"] == []


def test_an_undone_arrival_is_a_deleted_package(station: Caller) -> None:
    chain = Chain()
    arrived = chain.arrived()
    send(station, chain, arrived, chain.undone(arrived))

    rows = station.get("/v1/changes").json()["rows"]

    assert [(row["id"], row["deleted"]) for row in rows if row["kind"] == "package"] == [("LPN-1", True)]


@pytest.mark.parametrize("together", [True, False])
def test_undoing_what_made_an_exception_ends_the_exception(together: bool, station: Caller) -> None:
    chain = Chain()
    events = [chain.arrived(), judged := chain.judged("RMA-00001243"), chain.undone(judged)]
    for batch in [events] if together else [events[:2], events[2:]]:
        send(station, chain, *batch)

    rows = station.get("/v1/changes").json()["rows"]

    assert [(row["id"], row["deleted"]) for row in rows if row["kind"] == "exception"] == [(f"X-{judged['id']}", True)]


def test_a_station_cannot_undo_what_another_did(station: Caller, other_station: Caller, engine: Engine) -> None:
    chain, other = Chain(), Chain("DOCK-2")
    arrived = chain.arrived()
    send(station, chain, arrived)

    send(other_station, other, other.undone(arrived))

    assert package(engine) is not None


@pytest.mark.parametrize("type_", ["package.merged", "package.ended"])
def test_an_ended_package_accepts_nothing_any_more(type_: str, station: Caller, engine: Engine) -> None:
    chain = Chain()
    ended = [chain.arrived(), chain.judged("RMA-00001235"), chain.event(type_, {"into": "LPN-2", "how": "gone"})]
    send(station, chain, *ended, chain.judged("RMA-00001235"))

    assert (package(engine) or {})["rmas"] == []


@pytest.mark.parametrize(
    "type_", ["arrival.closed", "label.read", "label.missing", "package.confirmed", "package.hazard"]
)
def test_other_facts_are_kept_and_change_nothing(type_: str, station: Caller, engine: Engine) -> None:
    chain = Chain()
    send(station, chain, chain.arrived())
    before = package(engine)

    assert words(send(station, chain, chain.event(type_, {"kind": "rma"}))) == ["applied"]
    assert package(engine) == before


def test_a_truck_stamp_belongs_to_no_package(station: Caller) -> None:
    chain = Chain()
    stamped = chain.event("arrival.stamped", {"received_at": "2026-11-23T08:50:00-06:00"}, lpn=None)

    assert words(send(station, chain, stamped)) == ["applied"]


@pytest.mark.parametrize("state", ["cancelled", "closed"])
def test_a_box_accepted_for_an_rma_that_is_not_open_is_kept_and_an_exception_made(
    state: str, station: Caller, engine: Engine
) -> None:
    with writing(engine) as connection:
        put(connection, [rma("RMA-00001251", state=state)])
    chain = Chain()
    arrived, judged = chain.arrived(), chain.judged("RMA-00001251")

    assert words(send(station, chain, arrived, judged))[1] == "applied-with-exception rma-not-open"
    assert (package(engine) or {})["rmas"] == [{"number": "RMA-00001251", "verdict": "accept"}]
    assert exceptions(station) == [
        {
            "id": f"X-{judged['id']}",
            "event": judged["id"],
            "rma": "RMA-00001251",
            "lpn": "LPN-1",
            "type": "rma-not-open",
            "detail": f"RMA-00001251 was accepted, but it is {state}.",
        }
    ]


def test_rejecting_a_box_of_a_cancelled_rma_is_no_conflict(station: Caller) -> None:
    chain = Chain()

    assert words(send(station, chain, chain.arrived(), chain.judged("RMA-00001243", "reject"))) == ["applied"] * 2


def test_accepting_what_has_already_come_is_an_exception(station: Caller, engine: Engine) -> None:
    come = {"id": "1", "model": "KP2", "serial": "KP2-0001", "quantity": 1, "received": 1}
    with writing(engine) as connection:
        put(connection, [rma("RMA-00001251", lines=[come])])
    chain = Chain()

    results = send(station, chain, chain.arrived(), chain.judged("RMA-00001251"))

    assert words(results)[1] == "applied-with-exception already-received"


def test_accepting_a_number_that_was_never_issued_is_an_exception(station: Caller) -> None:
    chain = Chain()

    results = send(station, chain, chain.arrived(), chain.judged("RMA-99999999"))

    assert words(results)[1] == "applied-with-exception rma-unknown"


def test_a_supervisor_may_decide(station: Caller) -> None:
    chain = Chain()

    assert words(send(station, chain, chain.arrived(), chain.decided())) == ["applied", "applied"]


@pytest.mark.parametrize(
    "actor",
    [
        RULE,
        {"kind": "person", "person": "U-01", "role": "supervisor", "how": "badge"},
        {"kind": "person", "person": "U-09", "role": "supervisor", "how": "badge"},
        {"kind": "person", "person": "nobody", "role": "supervisor", "how": "badge"},
        {"kind": "device", "person": "U-05", "role": "supervisor", "how": "badge"},
    ],
)
def test_nobody_else_may_whatever_role_they_claim(actor: dict[str, Any], station: Caller, engine: Engine) -> None:
    with writing(engine) as connection:
        put(connection, [person("U-01", "dock"), person("U-09", "supervisor", active=False)])
    chain = Chain()
    decided = chain.decided(actor=actor)

    assert words(send(station, chain, decided)) == ["rejected not-allowed"]
    assert words(send(station, chain, decided)) == ["rejected not-allowed"]


def test_a_fact_with_a_nonsense_body_is_kept_and_an_exception_made(station: Caller, engine: Engine) -> None:
    chain = Chain()
    results = send(station, chain, chain.event("package.arrived", {"received_at": "yesterday"}))

    assert words(results) == ["applied-with-exception malformed"]
    assert [exception["type"] for exception in exceptions(station)] == ["malformed"]
    with reading(engine) as connection:
        (content,) = connection.execute(select(journal.c.content)).scalars()
    assert json.loads(content)["body"] == {"received_at": "yesterday"}


def test_a_package_event_without_a_licence_plate_is_nonsense(station: Caller) -> None:
    chain = Chain()
    body = {"received_at": "2026-11-23T08:55:00-06:00"}

    assert words(send(station, chain, chain.event("package.arrived", body, lpn=None))) == [
        "applied-with-exception malformed"
    ]


@pytest.mark.parametrize(
    "body", [{"number": None, "decision": "maybe"}, {"number": None, "decision": "override", "reason": " "}]
)
def test_a_decision_with_a_nonsense_body_is_rejected(body: dict[str, Any], station: Caller) -> None:
    chain = Chain()

    assert words(send(station, chain, chain.event("review.decided", body))) == ["rejected malformed"]


@pytest.mark.parametrize("change", [{"type": "package.danced"}, {"schema": 2}])
def test_an_unknown_type_or_schema_is_rejected_and_the_chain_goes_on(change: dict[str, Any], station: Caller) -> None:
    chain = Chain()
    strange = chain.event("package.arrived", {}, **change)

    assert words(send(station, chain, strange, chain.arrived())) == ["rejected unknown-type", "applied"]


@pytest.mark.parametrize(
    "change",
    [
        {"occurred_at": "2026-11-23T09:00:00"},
        {"occurred_at": "1763888400"},
        {"occurred_at": 1763888400},
        {"data_as_of": "2026-11-23"},
        {"clock_offset_ms": "12"},
        {"clock_offset_ms": 1.5},
        {"body": {"weight": 0.25}},
        {"body": []},
        {"id": "one"},
        {"actor": {"kind": "ghost", "person": None, "role": None, "how": ""}},
        {"subject": {"lpn": "", "rma": None}},
    ],
)
def test_a_malformed_event_is_rejected_alone(change: dict[str, Any], station: Caller) -> None:
    chain = Chain()
    broken = chain.event("package.hazard", {}, **change)

    assert words(send(station, chain, broken, chain.arrived())) == ["rejected malformed", "applied"]


def test_half_a_character_is_rejected_alone(station: Caller) -> None:
    chain = Chain()
    broken = chain.observation() | {"type": "package.hazard", "body": {"note": "\ud83d"}}

    assert words(send(station, chain, broken, chain.arrived())) == ["rejected malformed", "applied"]


def test_an_event_whose_hash_is_not_its_own_is_rejected_alone(station: Caller) -> None:
    chain = Chain()
    tampered = chain.arrived()
    tampered["body"]["received_at"] = "2026-11-20T08:55:00-06:00"

    assert words(send(station, chain, tampered, chain.observation())) == ["rejected hash-mismatch", "applied"]


def test_an_event_that_does_not_follow_the_one_before_is_rejected_alone(station: Caller) -> None:
    chain = Chain()
    first = chain.arrived()
    chain.hash = "f" * 64
    second = chain.observation()

    assert words(send(station, chain, first, second, chain.observation())) == [
        "applied",
        "rejected hash-mismatch",
        "applied",
    ]


def test_an_id_used_for_another_event_is_rejected_alone(station: Caller) -> None:
    chain = Chain()
    first = chain.arrived()
    second = chain.event("package.hazard", {}, id=first["id"])

    assert words(send(station, chain, first, second, chain.observation())) == [
        "applied",
        "rejected id-reuse",
        "applied",
    ]


def test_another_station_cannot_reuse_an_id_either(station: Caller, other_station: Caller) -> None:
    chain, other = Chain(), Chain("DOCK-2")
    first = chain.arrived()
    send(station, chain, first)

    assert words(send(other_station, other, other.event("package.hazard", {}, id=first["id"]))) == ["rejected id-reuse"]


def test_after_a_gap_everything_is_to_be_sent_again(station: Caller) -> None:
    chain = Chain()
    first, missing, third, fourth = chain.arrived(), chain.observation(), chain.observation(), chain.observation()

    assert words(send(station, chain, first, third, fourth)) == [
        "applied",
        "retry out-of-order",
        "retry out-of-order",
    ]
    assert words(send(station, chain, missing, third, fourth)) == ["applied"] * 3


def test_after_a_gap_even_what_is_known_is_to_be_sent_again(station: Caller) -> None:
    chain = Chain()
    first, _missing, third = chain.arrived(), chain.observation(), chain.observation()
    send(station, chain, first)

    assert words(send(station, chain, third, first)) == ["retry out-of-order"] * 2


def test_a_station_the_service_has_forgotten_must_begin_at_the_beginning(station: Caller) -> None:
    chain = Chain()
    first, second = chain.observation(), chain.observation()

    assert words(send(station, chain, second)) == ["retry out-of-order"]
    assert words(send(station, chain, first, second)) == ["applied", "applied"]


def test_a_forked_station_stores_nothing(station: Caller, engine: Engine) -> None:
    chain, clone = Chain(), Chain()
    send(station, chain, chain.arrived())
    forked = [clone.arrived("LPN-7"), clone.arrived("LPN-8")]

    answer = station.post("/v1/events", clone.batch(*forked))

    assert (answer.status_code, answer.json()["type"]) == (409, "station-forked")
    assert package(engine, "LPN-8") is None
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(journal)).scalar_one() == 1


def test_a_batch_that_forks_within_itself_stores_nothing(station: Caller, engine: Engine) -> None:
    chain, clone = Chain(), Chain()

    answer = station.post("/v1/events", chain.batch(chain.arrived(), clone.arrived()))

    assert (answer.status_code, answer.json()["type"]) == (409, "station-forked")
    assert package(engine) is None


def test_a_token_speaks_for_its_own_station_only(station: Caller) -> None:
    chain = Chain("DOCK-2")

    answer = station.post("/v1/events", chain.batch(chain.arrived()))

    assert (answer.status_code, answer.json()["type"]) == (403, "wrong-station")


def test_an_event_of_another_station_is_rejected(station: Caller) -> None:
    chain = Chain()

    results = send(station, chain, chain.event("package.hazard", {}, station="DOCK-2"))

    assert words(results) == ["rejected wrong-station"]


@pytest.mark.parametrize(
    ("body", "status", "type_"),
    [
        (b"", 400, "malformed"),
        (b'{"station": "DOCK-1", "events": [', 400, "malformed"),
        (b"\xff\xfe\x00", 400, "malformed"),
        (b"[" * 100_000, 400, "malformed"),
        (b"[]", 422, "malformed"),
        (b'{"station": "DOCK-1"}', 422, "malformed"),
        (b'{"station": "DOCK-1", "events": [{"station_seq": "1"}]}', 422, "malformed"),
        (b'{"station": "DOCK-1", "events": [7]}', 422, "malformed"),
        (b" " * (8 * 1024 * 1024 + 1), 413, "too-large"),
    ],
)
def test_a_body_that_is_no_batch_is_refused_whole(
    body: bytes, status: int, type_: str, station: Caller, engine: Engine
) -> None:
    headers = {"Authorization": f"Bearer {station.token}"}

    answer = requests.post(f"{station.url}/v1/events", data=body, headers=headers, timeout=20)

    assert (answer.status_code, answer.json()["type"]) == (status, type_)
    assert answer.headers["Content-Type"] == "application/problem+json"
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(journal)).scalar_one() == 0


def test_500_events_are_a_batch_and_501_are_not(station: Caller) -> None:
    chain = Chain()
    events = [chain.observation() for _ in range(501)]

    assert station.post("/v1/events", chain.batch(*events)).status_code == 413
    assert words(send(station, chain, *events[:500])) == ["applied"] * 500


def test_people_write_in_every_script_and_the_hash_still_agrees(station: Caller) -> None:
    chain = Chain()
    body = {"how": "not-a-return", "note": "días · 箱 · \u0000\u2028 \U0001f4e6", "count": 10**30}

    assert words(send(station, chain, chain.event("package.ended", body))) == ["applied"]


def test_ids_are_the_same_in_either_case(station: Caller) -> None:
    chain = Chain()
    id_ = str(uuid.uuid4())
    first, second = chain.event("package.hazard", {}, id=id_), chain.event("package.hazard", {}, id=id_.upper())

    assert words(send(station, chain, first, second)) == ["applied", "rejected id-reuse"]


def test_the_factory_hashes_by_the_contract() -> None:
    make: Callable[[Event], str] = hash_of

    assert (
        make({"b": "é", "a": [1, None], "hash": "x"}) == hashlib.sha256('{"a":[1,null],"b":"é"}'.encode()).hexdigest()
    )


def test_a_station_that_is_cut_off_in_the_middle_of_a_batch_has_sent_nothing(station: Caller, engine: Engine) -> None:
    chain = Chain()
    event = chain.arrived()
    body = json.dumps(chain.batch(event)).encode()
    host, port = station.url.removeprefix("http://").split(":")
    head = f"POST /v1/events HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {station.token}\r\n"
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:-10])

    assert package(engine) is None
    assert words(send(station, chain, event)) == ["applied"]


def test_a_batch_that_fails_half_way_stores_nothing_and_says_so(station: Caller, engine: Engine) -> None:
    chain = Chain()
    with writing(engine) as connection:
        connection.execute(text("ALTER TABLE state RENAME TO elsewhere"))

    answer = station.post("/v1/events", chain.batch(chain.observation(), chain.arrived()))

    with writing(engine) as connection:
        connection.execute(text("ALTER TABLE elsewhere RENAME TO state"))

    assert (answer.status_code, answer.json()["type"]) == (500, "internal")
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(journal)).scalar_one() == 0


@pytest.mark.parametrize("seed", range(3))
def test_however_the_chain_is_cut_into_batches_the_end_is_the_same(seed: int, station: Caller, engine: Engine) -> None:
    choose = random.Random(seed)  # noqa: S311 - batch sizes, no secret
    chain = Chain()
    events: list[Event] = []
    for turn in range(20):
        lpn = f"LPN-{turn % 4}"
        events += [chain.arrived(lpn), chain.observation(), chain.judged("RMA-00001235", "hold", lpn)]
        if turn % 5 == 4:
            events.append(chain.undone(choose.choice([event for event in events if "id" in event])))
    sent = 0
    while sent < len(events):
        send(station, chain, *events[max(0, sent - choose.randrange(3)) : (sent := sent + choose.randrange(1, 9))])

    piecewise = {f"LPN-{turn}": package(engine, f"LPN-{turn}") for turn in range(4)}
    assert piecewise == at_once(events)


def at_once(events: list[Event]) -> dict[str, dict[str, Any] | None]:
    """Say what the packages are by the contract: everything told of them but what was undone, in order."""
    undone = {id_ for event in events if event.get("type") == "act.undone" for id_ in event["body"]["events"]}
    packages: dict[str, dict[str, Any] | None] = {f"LPN-{turn}": None for turn in range(4)}
    for event in events:
        if event.get("type") in {"package.arrived", "package.judged"} and event["id"] not in undone:
            lpn = event["subject"]["lpn"]
            now = packages[lpn] or {"lpn": lpn, "station": "DOCK-1", "received_at": "", "rmas": [], "ended": None}
            if event["type"] == "package.arrived":
                now["received_at"] = event["body"]["received_at"]
            else:
                now["rmas"] = [{"number": "RMA-00001235", "verdict": "hold"}]
            packages[lpn] = now
    return packages
