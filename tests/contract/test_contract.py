"""Station and ticket service against the committed contract: everything that one really says to the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from uuid import uuid4

import pytest
import requests
from jsonschema import Draft202012Validator
from pydantic import BaseModel
from sqlalchemy import Engine
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from receiving_app.acts.decision import Decided, NotYet
from receiving_app.acts.station import Station
from receiving_app.assembly import Parts
from receiving_app.domain import item_events
from receiving_app.domain.authorization import Address
from receiving_app.domain.cases import CaseKind
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import DispositionFacts, FreightPolicy, InspectionOutcome, Payer, dispose
from receiving_app.domain.events import (
    EARLIER_TYPES,
    EVENT_TYPES,
    Body,
    CasePutOff,
    Choice,
    Nature,
    PersonSignedOut,
    Subject,
    Wait,
)
from receiving_app.domain.exchange import Exchanged, ExchangeDecided, LineEnd, LineSettled
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Source
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.unclaimed_events import (
    Becomes,
    Ground,
    GroundKind,
    PackageClue,
    PackageIdentified,
    UnclaimedAbandoned,
    UnclaimedAgreed,
    UnclaimedKept,
    UnclaimedMatched,
    UnclaimedReminded,
)
from receiving_app.domain.unpacking import ItemFacts, judge_item
from receiving_app.queries import review
from receiving_app.storage import service_data, sync_state
from receiving_app.storage.journal import Journal
from receiving_app.sync import wire
from receiving_app.sync.rounds import Rounds
from receiving_app.sync.service import TicketService
from tests.demo_site import (
    DOCK,
    IN_TIME,
    LATE,
    LEAD,
    NOW,
    STATION,
    UNKNOWN,
    Hands,
    Site,
    Stage,
    demo_site,
    scan,
    serving,
    station,
    station_settings,
)
from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.stations import make_code
from ticket_service.intake.event_types import BODIES
from ticket_service.storage.store import writing

CONTRACT = json.loads((Path(__file__).parents[2] / "docs" / "openapi.json").read_text("utf-8"))
Schema = dict[str, Any]


@dataclass(frozen=True)
class Exchange:
    """One request and its answer, as they went over the wire."""

    method: str
    path: str
    query: dict[str, str]
    sent: bytes
    status: int
    content_type: str
    answered: bytes

    def __str__(self) -> str:
        return f"{self.method} {self.path} {self.status}"


@dataclass
class Witness:
    """Stands in an app's place and writes down what passes."""

    app: ASGIApp
    exchanges: list[Exchange] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        sent, answered, head = bytearray(), bytearray(), {}

        async def hear() -> Message:
            message = await receive()
            sent.extend(message.get("body", b""))
            return message

        async def say(message: Message) -> None:
            head.update({key: message[key] for key in ("status", "headers") if key in message})
            answered.extend(message.get("body", b""))
            await send(message)

        await self.app(scope, hear, say)
        content_type = dict(head["headers"]).get(b"content-type", b"").decode().split(";")[0]
        query = dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
        self.exchanges.append(
            Exchange(scope["method"], scope["path"], query, bytes(sent), head["status"], content_type, bytes(answered))
        )


def work(parts: Parts, rounds: Rounds, hands: Hands) -> None:
    """Let a station do everything that it can say something about."""
    rounds.run_once()
    parts.dock.command(Command.TRUCK_ARRIVED, DOCK)
    scan(parts, "BADGE-1005", IN_TIME, LATE, UNKNOWN, "RMA-00001236", "1Z84R7W00373236737")
    hands.go(minutes=5)
    scan(parts, LATE, LATE)
    for command in (
        Command.ANOTHER_BOX,
        Command.NEXT,
        Command.NO_NUMBER,
        Command.HAZARD,
        Command.UNDO,
        Command.NEXT,
        Command.NOT_A_RETURN,
        Command.NEXT,
    ):
        parts.dock.command(command, DOCK)
    scan(parts, IN_TIME, LATE)
    parts.dock.command(Command.OLD_LABEL, DOCK)
    hands.go(minutes=5)
    scan(parts, LATE)
    hands.go(minutes=5)
    scan(parts, LATE)
    parts.dock.command(Command.SAME_BOX, DOCK)
    parts.dock.command(Command.DONE, DOCK)
    parts.dock.command(Command.SIGN_OUT, DOCK)
    parts.dock.refuse_at_door("J. Doe", "FedEx", "wet", DOCK)
    open_box(parts)
    case = review.package_cases(parts.store)[0]
    decided = Decided(case.package.lpn, case.judgement.key, case.judgement.event, Choice.UPHOLD, "as found")
    asked = NotYet(CaseKind.PACKAGE, case.head.key, case.judged, Wait.ASKED, "Which truck?")
    assert not parts.deciding.decide([asked], LEAD).objections
    parts.review.decide(decided, LEAD)
    rounds.run_once()
    hands.go(seconds=61)
    rounds.run_once()


ITEM, SHIPMENT, SERIAL = f"ITM-{STATION}-0000017", f"SHP-{STATION}-0000017", "KP2-24C10057"


def open_box(parts: Parts) -> None:
    """Write down everything that can be said of an item on its way from the box to the carrier."""
    with parts.store.reading() as connection:
        model = service_data.model(connection, "KP2")
        (rma,) = service_data.rmas_listing(connection, SERIAL)
    assert model is not None
    assert model.template is not None
    facts = ItemFacts(SERIAL, line=rma.lines[0])
    verdict = judge_item(facts, Policy())
    disposition = dispose(DispositionFacts(InspectionOutcome.REPLACED, True, False), FreightPolicy())
    photo = "5a" * 32
    said: tuple[Body, ...] = (
        item_events.UnpackingBegun(item_events.CartonCondition.WHOLE),
        item_events.AddressCaptured(Address("Prairie Fleet Safety"), "chosen"),
        item_events.ItemFound(ITEM, SERIAL, "KP2", "1", number_key(IN_TIME), IN_TIME),
        item_events.ItemListed(ITEM, "KP2", "1", number_key(IN_TIME), IN_TIME),
        ExchangeDecided((Exchanged(ITEM, "", number_key(IN_TIME), IN_TIME, "1", "KP2"),), True, "serial-listed"),
        item_events.PartCounted(ITEM, "SD card", 1),
        item_events.ExtraNoted(ITEM, "a charger", "B-7"),
        item_events.ItemMarked(ITEM, item_events.Mark.TRANSIT_DAMAGE, "a dent"),
        item_events.CustodyRecorded(ITEM, item_events.Medium.CARD, True, "B-8", item_events.Fate.RETURNED),
        item_events.PhotoTaken(photo, parts.clock.now(), ITEM),
        item_events.ItemJudged(
            ITEM,
            verdict.decision,
            verdict.headline,
            verdict.codes,
            verdict.notes,
            verdict.trace,
            facts,
            verdict.policy_version,
        ),
        item_events.EmptyBoxReviewed("", "nothing-came"),
        item_events.UnpackingEnded("shelf 3"),
        item_events.InspectionBegun(ITEM, model.template),
        item_events.StepDone(ITEM, "supply", "0.3", True, photo=photo),
        item_events.InspectionEnded(ITEM, InspectionOutcome.REPLACED, disposition, replacement_serial="KP2-25A00001"),
        item_events.FreightCredited(ITEM, IN_TIME),
        item_events.ShipmentPacked(SHIPMENT, (ITEM,), Address("Prairie Fleet Safety"), Payer.SMARTWITNESS),
        item_events.ShipmentSent(SHIPMENT, "UPS", "1Z84R7W00373236737"),
        LineSettled(number_key(LATE), LATE, "1", LineEnd.NOT_RETURNED, 1, "client-keeps-it"),
        CasePutOff(IN_TIME, "", Wait.SNOOZED, "", NOW.date() + timedelta(days=3), item=ITEM),
        PackageClue(SERIAL, Source.TYPED, str(uuid4())),
        UnclaimedKept("UNC-1", "B12"),
        UnclaimedReminded("UNC-1", 7, "B12"),
        UnclaimedMatched("UNC-1", IN_TIME, number_key(IN_TIME), (Ground(GroundKind.SERIAL, SERIAL, SERIAL),)),
        UnclaimedAgreed("UNC-1", str(uuid4()), "Ann Rivers", NOW.date()),
        PackageIdentified(str(uuid4()), "", "", IN_TIME, number_key(IN_TIME), "P-001", "Prairie Fleet Safety", ()),
        PersonSignedOut("U-05"),
    )
    station = Station(parts.store, Journal(STATION, uuid4), parts.clock, uuid4, lambda: True)
    subject = Subject(f"LPN-{STATION}-0000017", rma.number)
    with station.act_of(LEAD) as act:
        for body in said:
            event = act.write(body, subject)
            if isinstance(body, item_events.InspectionEnded):
                decided = item_events.ItemDecided(
                    ITEM, event.id, item_events.ItemChoice.PAYER, "other", "", disposition
                )
                stamp = station.stamp(act.connection, replace(LEAD, person="U-06"))
                station.journal.append(act.connection, decided, subject, stamp)
        long_after = replace(act.stamp, occurred_at=act.stamp.occurred_at + timedelta(days=91))
        act.write(UnclaimedKept("UNC-1", "B12"), subject)
        given_up = UnclaimedAbandoned("UNC-1", str(uuid4()), Becomes.SCRAPPED, "nobody-answered")
        station.journal.append(act.connection, given_up, subject, long_after)


def come_and_change_token(url: str, engine: Engine) -> None:
    """Enrol another station by its code, then change its token."""
    with writing(engine) as connection:
        code = make_code(connection, Caller("U-01", "Lee", Role.ADMIN), "DOCK-9", NOW)
    requests.post(f"{url}/v1/stations/enrol", json={"code": "WRONG"}, timeout=20)
    given = requests.post(f"{url}/v1/stations/enrol", json={"code": code}, timeout=20).json()
    bearer = {"Authorization": f"Bearer {given['token']}"}
    requests.post(f"{url}/v1/stations/token", headers=bearer, timeout=20)


def go_wrong(parts: Parts, rounds: Rounds, url: str) -> None:
    """Ask what the service must refuse."""
    service = TicketService(url, "wrong-token-of-nobody", parts.clock)
    Rounds(parts.store, service, parts.clock, STATION).run_once()
    service.close()
    with parts.store.transaction() as connection:
        state = sync_state.get(connection)
        sync_state.put(connection, sync_state.SyncState(state.epoch, "of-another-time", NOW))
    rounds.run_once()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def day(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[tuple[Site, list[Exchange]]]:
    """A day's work of a station, and everything that was said about it, with the service on each engine."""
    hands, folder = Hands(), tmp_path_factory.mktemp("site")
    on_server = request.param == "postgresql"
    database = request.getfixturevalue("postgresql").create("contract") if on_server else None
    with serving() as served, demo_site(folder, served, hands, database) as site:
        stage: Stage = served[0]
        stage.app = witness = Witness(stage.app)
        with station(station_settings(folder / "station", site.url, site.token_file), hands) as parts:
            service = TicketService(site.url, site.token, parts.clock)
            rounds = Rounds(parts.store, service, parts.clock, STATION)
            work(parts, rounds, hands)
            service.rma(IN_TIME, 5.0)
            service.rma(UNKNOWN, 5.0)
            service.health()
            service.countersigned([1, 2])
            come_and_change_token(site.url, site.engine)
            go_wrong(parts, rounds, site.url)
            service.close()
        yield site, witness.exchanges


def check(value: object, schema: Schema) -> None:
    Draft202012Validator(schema | {"components": CONTRACT["components"]}).validate(value)


def named(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def route_of(exchange: Exchange) -> tuple[str, Schema]:
    """Give the contract's word on a request."""
    for path, methods in CONTRACT["paths"].items():
        stem = path.split("{")[0]
        fits = exchange.path.startswith(stem) and exchange.path != stem if "{" in path else exchange.path == path
        if fits and exchange.method.lower() in methods:
            return path, methods[exchange.method.lower()]
    raise AssertionError(f"the contract knows no {exchange}")


def test_the_day_used_every_route_and_every_kind_of_answer(day: tuple[Site, list[Exchange]]) -> None:
    _, exchanges = day

    assert {route_of(each)[0] for each in exchanges} == set(CONTRACT["paths"])
    assert {each.status for each in exchanges} >= {200, 201, 401, 403, 404, 410}


def test_the_station_asks_only_what_the_contract_offers(day: tuple[Site, list[Exchange]]) -> None:
    for exchange in day[1]:
        offered = {each["name"]: each for each in route_of(exchange)[1].get("parameters", ())}
        for name, value in exchange.query.items():
            assert offered[name]["in"] == "query", exchange
            schema = offered[name]["schema"]
            each = schema.get("items", schema)
            told = int(value) if each["type"] == "integer" else value
            check([told] if each is not schema else told, schema)


def test_every_batch_and_every_event_is_as_the_contract_says(day: tuple[Site, list[Exchange]]) -> None:
    batches = [json.loads(each.sent) for each in day[1] if each.path == "/v1/events"]

    assert batches
    for batch in batches:
        check(batch, named("EventBatch"))
        for element in batch["events"]:
            check(element, named("Event" if "id" in element else "Link"))


def test_every_answer_is_one_that_the_contract_knows(day: tuple[Site, list[Exchange]]) -> None:
    for exchange in day[1]:
        known = route_of(exchange)[1]["responses"]
        assert str(exchange.status) in known, exchange
        content = known[str(exchange.status)]["content"]
        assert exchange.content_type in content, exchange
        check(json.loads(exchange.answered), content[exchange.content_type]["schema"])


def test_the_service_takes_every_type_of_event_that_it_knows_and_the_station_means_the_same_ones(
    day: tuple[Site, list[Exchange]],
) -> None:
    site, _ = day
    sendable = {
        (kind.name, kind.schema) for kind in (*EARLIER_TYPES, *EVENT_TYPES) if kind.nature is not Nature.OBSERVATION
    }

    assert set(site.types()) == {name for name, _ in BODIES}
    assert set(BODIES) == sendable
    assert {result for _, _, result in site.journal()} <= {"applied", "applied-with-exception"}


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (wire.Row, "Row"),
        (wire.Page, "Changes"),
        (wire.EventResult, "EventResult"),
        (wire.EventProblem, "EventProblem"),
        (wire.Results, "EventResults"),
        (wire.Head, "Head"),
        (wire.Health, "Health"),
    ],
)
def test_the_station_counts_on_nothing_that_the_contract_does_not_promise(model: type[BaseModel], name: str) -> None:
    promised = CONTRACT["components"]["schemas"][name]
    needed = {field for field, info in model.model_fields.items() if info.is_required()}

    assert set(model.model_fields) <= set(promised["properties"])
    assert needed <= set(promised["required"])


def test_the_station_speaks_the_version_of_the_contract() -> None:
    assert CONTRACT["info"]["version"] == wire.CONTRACT


def test_what_the_service_said_is_what_the_station_reads(day: tuple[Site, list[Exchange]]) -> None:
    pages = [wire.page(each.answered) for each in day[1] if each.path == "/v1/changes" and each.status == 200]
    read = [wire.changes(page.rows, STATION) for page in pages]

    assert pages[0].server_time == NOW
    assert max(page.server_time for page in pages) > NOW + timedelta(minutes=10)
    assert not any(each.unreadable for each in read)


def test_the_service_understands_what_is_said_of_an_item(day: tuple[Site, list[Exchange]]) -> None:
    pages = [json.loads(each.answered) for each in day[1] if each.path == "/v1/changes" and each.status == 200]
    told = {(row["kind"], row["id"]): row["data"] for page in pages for row in page["rows"]}

    item, shipment, rma = told["item", ITEM], told["shipment", SHIPMENT], told["rma", IN_TIME]
    assert (item["verdict"], item["outcome"], item["left"]) == ("accept", "replaced", True)
    assert (item["rma"], item["line"], item["serial"]) == (IN_TIME, "1", SERIAL)
    assert (shipment["items"], shipment["carrier"]) == ([ITEM], "UPS")
    assert (rma["ticket_state"], [line["received"] for line in rma["lines"]]) == ("inspecting", [1, 0])


def test_a_reading_never_leaves_the_station(day: tuple[Site, list[Exchange]]) -> None:
    sent = b"".join(each.sent for each in day[1])

    assert b"BADGE-1005" not in sent
    assert b"reading.recorded" not in sent
