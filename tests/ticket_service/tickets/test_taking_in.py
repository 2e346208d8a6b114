from __future__ import annotations

from tests.ticket_service.conftest import NOW
from tests.ticket_service.desk import DEMO, SUPPORT, Desk
from ticket_service.demo import load_demo
from ticket_service.rules.ticket_states import TicketState
from ticket_service.tickets.searching import Search, queue, search


def test_tickets_come_along_with_their_rmas_and_new_ones_are_numbered_after_them(desk: Desk) -> None:
    load_demo(desk.engine, DEMO, NOW)
    newest = max(int(rma["ticket"].removeprefix("T-")) for rma in DEMO["rmas"])

    ticket = desk.ticket("T-1001")
    assert [rma["number"] for rma in ticket.rmas] == ["RMA-00001235"]
    assert [product.serial for product in ticket.products] == ["KP2-24C10057", "KP2-24C10074"]
    assert desk.opened("K-1") == f"T-{newest + 1}"


def test_taking_in_again_changes_nothing_that_people_did_since(desk: Desk) -> None:
    load_demo(desk.engine, DEMO, NOW)
    id_ = desk.opened("K-1")
    before = desk.ticket("T-1001")

    load_demo(desk.engine, DEMO, NOW)

    assert desk.ticket("T-1001") == before
    assert desk.ticket(id_).products[0].serial == "K-1"


def test_a_ticket_stands_where_its_rma_stands_and_nobody_waits(desk: Desk) -> None:
    load_demo(desk.engine, DEMO, NOW)

    assert desk.ticket("T-1006").state is TicketState.RESOLVED
    assert desk.ask(queue, SUPPORT) == ()
    assert desk.ask(search, SUPPORT, Search("RMA-00001235")).tickets[0].id == "T-1001"
