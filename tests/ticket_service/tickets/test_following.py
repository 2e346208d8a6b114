"""What stations report moves the ticket, by the same table as people do."""

from __future__ import annotations

from sqlalchemy import select

from tests.ticket_service.conftest import Caller as StationCaller
from tests.ticket_service.desk import NEW, OLD, PARTNER, SUPPORT, Desk
from tests.ticket_service.making import Chain, person
from ticket_service.rules.ticket_states import TicketState
from ticket_service.storage.state import put
from ticket_service.storage.store import reading, writing
from ticket_service.storage.ticket_tables import item_serials, rmas
from ticket_service.tickets.conversation import write


def came_and_left(station: StationCaller, chain: Chain, number: str, item: str) -> None:
    shipment = f"SHP-{item}"
    events = [
        chain.found(item, "1", number),
        chain.item_judged("accept", item),
        chain.begun(item),
        chain.ended("repaired", "return", item),
        chain.packed(item, shipment=shipment),
        chain.sent(shipment),
    ]
    results = station.post("/v1/events", chain.batch(*events)).json()["results"]
    assert {result["result"] for result in results} == {"applied"}


def test_a_ticket_is_resolved_when_the_goods_of_all_its_rmas_are(desk: Desk, station: StationCaller) -> None:
    with writing(desk.engine) as connection:
        put(connection, [person("U-03", "technician")])
    id_ = desk.opened(f"{OLD.serial}\n{NEW.serial}")
    one, other = desk.issued(id_, 1, 2)
    chain = Chain()

    came_and_left(station, chain, one, "ITM-1")
    assert desk.ticket(id_).state is TicketState.AUTHORIZED
    came_and_left(station, chain, other, "ITM-2")
    assert desk.ticket(id_).state is TicketState.RESOLVED
    with reading(desk.engine) as connection:
        assert set(connection.execute(select(rmas.c.state)).scalars()) == {"resolved"}

    desk.do(write, PARTNER, id_, "It came back broken.")
    assert (desk.ticket(id_).state, desk.ticket(id_).waits_since) == (TicketState.OPEN, desk.now)


def test_what_is_taken_back_at_the_station_opens_the_ticket_again(desk: Desk, station: StationCaller) -> None:
    with writing(desk.engine) as connection:
        put(connection, [person("U-03", "technician")])
    id_ = desk.opened()
    (number,) = desk.issued(id_)
    chain = Chain()
    came_and_left(station, chain, number, "ITM-1")
    rev = desk.ticket(id_).rev

    again = chain.begun("ITM-1")
    station.post("/v1/events", chain.batch(again))

    assert (desk.ticket(id_).state, desk.ticket(id_).rev) == (TicketState.AUTHORIZED, rev + 1)


def test_a_found_item_is_known_by_its_serial_number_once(desk: Desk, station: StationCaller) -> None:
    chain = Chain()
    found = chain.found("ITM-1")
    station.post("/v1/events", chain.batch(found))
    station.post("/v1/events", chain.batch(chain.item_judged("hold"), chain.item_judged("accept")))

    with reading(desk.engine) as connection:
        assert connection.execute(select(item_serials)).all() == [("S-ITM-1", "ITM-1")]


def test_support_may_write_while_goods_come(desk: Desk, station: StationCaller) -> None:
    id_ = desk.opened()
    (number,) = desk.issued(id_)
    chain = Chain()
    station.post("/v1/events", chain.batch(chain.found("ITM-1", "1", number), chain.item_judged()))

    desk.do(write, SUPPORT, id_, "It is here.")

    assert desk.ticket(id_).state is TicketState.AUTHORIZED
