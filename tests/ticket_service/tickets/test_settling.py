"""Tickets: no order of events leads one where the table does not, or leaves it behind its goods."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from tests.ticket_service.conftest import NOW
from tests.ticket_service.making import Chain, Event, line, person, rma
from ticket_service.contract.wire import Link
from ticket_service.intake.chain import element_of
from ticket_service.intake.taking import begin_intake
from ticket_service.storage.schema import state
from ticket_service.storage.state import as_text, get, put
from ticket_service.storage.store import open_store, reading, writing
from ticket_service.tickets import settling
from ticket_service.tickets.settling import TRANSITIONS, Happening, Progress, happenings, ticket_after

NUMBER = "RMA-00001235"
ITEMS, SHIPMENTS = ("ITM-1", "ITM-2"), ("SHP-1", "SHP-2")

items, shipments = st.sampled_from(ITEMS), st.sampled_from(SHIPMENTS)
endings = st.sampled_from([("repaired", "return"), ("replaced", "keep"), ("awaiting-parts", "wait")])
#: What a station says, and what it takes back: a number counts from its newest event.
said = st.one_of(
    st.tuples(st.just("came"), items),
    st.tuples(st.just("kept"), items),
    st.tuples(st.just("returned"), items, shipments),
    st.tuples(st.just("found"), items, st.sampled_from(["1", ""])),
    st.tuples(st.just("item_judged"), st.sampled_from(["accept", "accept", "hold"]), items),
    st.tuples(st.just("begun"), items),
    st.tuples(st.just("ended"), items, endings),
    st.tuples(st.just("packed"), st.lists(items, max_size=3), shipments),
    st.tuples(st.just("sent"), shipments),
    st.tuples(st.just("undone"), st.integers(0, 5)),
)


@contextmanager
def service() -> Iterator[Engine]:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_store(Path(folder) / "service.db")
        with writing(engine) as connection:
            put(connection, [rma(NUMBER, lines=[line("1")]), person("U-03", "technician")])
        try:
            yield engine
        finally:
            engine.dispose()


def journal_of(acts: list[Any]) -> list[Event]:
    chain, events = Chain(), []
    for name, *told in acts:
        match name:
            case "came" | "kept" | "returned":
                events += way(chain, name, *told)
            case "found":
                events.append(chain.found(told[0], told[1], NUMBER if told[1] else ""))
            case "ended":
                events.append(chain.ended(told[1][0], told[1][1], told[0]))
            case "packed":
                events.append(chain.packed(*told[0], shipment=told[1]))
            case "undone":
                events.append(chain.undone(*events[-1 - told[0] :][:1]))
            case _:
                events.append(getattr(chain, name)(*told))
    return events


def way(chain: Chain, to: str, item: str, shipment: str = "") -> list[Event]:
    came = [chain.found(item, "1", NUMBER), chain.item_judged("accept", item)]
    if to == "came":
        return came
    if to == "kept":
        return [*came, chain.ended("replaced", "keep", item)]
    return [*came, chain.ended(item=item), chain.packed(item, shipment=shipment), chain.sent(shipment)]


def still_found(events: list[Event]) -> set[str]:
    """Name the items whose finding was not taken back."""
    undone = {id_ for event in events if event["type"] == "act.undone" for id_ in event["body"]["events"]}
    found = [event for event in events if event["type"] == "item.found" and event["id"] not in undone]
    return {event["body"]["item"] for event in found}


def tell(engine: Engine, events: list[Event]) -> None:
    with writing(engine) as connection:
        elements = [element_of(Link.model_validate(event), event) for event in events]
        intake = begin_intake(connection, "DOCK-1", elements, NOW)
        for element in elements:
            intake.take(element)
        intake.store()


def rma_of(engine: Engine) -> dict[str, Any]:
    with reading(engine) as connection:
        return get(connection, "rma", [NUMBER])[NUMBER]


def everything(engine: Engine) -> dict[str, str]:
    """Give what stands in the end; an RMA that nothing was said of and one that all was taken back of are equal."""
    with reading(engine) as connection:
        rows = connection.execute(select(state.c.id, state.c.data).where(state.c.deleted.is_(False))).all()
    told = {row.id: row.data for row in rows}
    told[NUMBER] = as_text({"ticket_state": "open", "closed_because": None, "closed_at": None} | rma_of(engine))
    return told


def test_the_table_leads_from_the_first_state_to_the_last_and_back() -> None:
    there = happenings(Progress.OPEN, Progress.RESOLVED)
    back = happenings(Progress.RESOLVED, Progress.OPEN)

    assert ticket_after(Progress.OPEN, there) is Progress.RESOLVED
    assert ticket_after(Progress.RESOLVED, back) is Progress.OPEN
    assert set(there) | set(back) == set(Happening)
    assert {happening for _, happening in TRANSITIONS} == set(Happening)


@pytest.mark.parametrize("old", Progress)
@pytest.mark.parametrize("new", Progress)
def test_a_ticket_beside_its_goods_stays_beside_them(old: Progress, new: Progress) -> None:
    assert ticket_after(old, happenings(old, new)) is new


@given(st.sampled_from(Progress), st.lists(st.sampled_from(Happening)))
def test_no_happening_moves_a_ticket_but_by_the_table(ticket: Progress, happened: list[Happening]) -> None:
    for happening in happened:
        moved = ticket_after(ticket, [happening])
        assert moved is TRANSITIONS.get((ticket, happening), ticket)
        ticket = moved
    assert ticket in Progress


@settings(max_examples=40, deadline=None)
@given(st.lists(said, max_size=10))
def test_after_every_event_the_ticket_stands_where_its_goods_do(acts: list[Any]) -> None:
    with service() as engine:
        events = journal_of(acts)
        for number, event in enumerate(events, start=1):
            tell(engine, [event])
            told = rma_of(engine)
            with reading(engine) as connection:
                everywhere = get(connection, "item", ITEMS)
            assert everywhere.keys() == still_found(events[:number])
            goods = [each for each in everywhere.values() if each["rma"] == NUMBER]
            assert settling.ticket_of(told) is settling.far(told, goods)
            counted = [each for each in goods if each["verdict"] == "accept"]
            assert [each["received"] for each in told["lines"]] == [len(counted)]
            resolved = settling.ticket_of(told) is Progress.RESOLVED
            assert (told["state"], told.get("closed_at")) == (
                ("closed", NOW.isoformat()) if resolved else ("open", None)
            )


@settings(max_examples=40, deadline=None)
@given(st.lists(said, max_size=12), st.lists(st.integers(1, 20)))
def test_however_the_events_are_cut_into_batches_the_end_is_the_same(acts: list[Any], cuts: list[int]) -> None:
    events = journal_of(acts)
    with service() as at_once, service() as piecewise:
        tell(at_once, events)
        rest = events
        for cut in cuts:
            tell(piecewise, rest[:cut])
            rest = rest[cut:]
        tell(piecewise, rest)

        assert everything(piecewise) == everything(at_once)
