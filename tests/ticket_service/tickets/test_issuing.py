from __future__ import annotations

import threading
from dataclasses import asdict

import pytest
from sqlalchemy import select, update

from tests.ticket_service.desk import ADMIN, DEMO, NEW, OLD, PARTNER, SUPPORT, Desk, nothing_stored
from ticket_service.accounts.refusals import (
    ChangedMeanwhileError,
    InvalidError,
    NotAllowedError,
    RefusalError,
    UnknownError,
)
from ticket_service.mail.updates import Kind, of_ticket
from ticket_service.rules.rma_kind import RmaKind
from ticket_service.rules.ticket_states import TicketState
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import reading, writing
from ticket_service.storage.ticket_tables import counters, rmas
from ticket_service.tickets.issuing import Address, Issue, PartChoice, issue

BOTH = f"{OLD.serial}\n{NEW.serial}"


def test_stations_read_an_rma_as_they_read_any_other(desk: Desk) -> None:
    (number,) = desk.issued(desk.opened("KP2-1001,,no GPS", end_customer="City buses"))

    row = desk.row(number)

    shape = DEMO["rmas"][0]
    assert row.keys() == shape.keys() - {"created", "closed"} | {
        "created_at",
        "closed_at",
        "receive_by",
        "ticket_state",
    }
    assert row["lines"][0].keys() == shape["lines"][0].keys()
    assert row == {
        "number": "RMA-00000015",
        "ticket": "T-1",
        "partner": "P-001",
        "kind": "standard",
        "state": "open",
        "closed_because": None,
        "closed_at": None,
        "created_at": "2026-11-23T09:00:00-06:00",
        "receive_by": "2026-12-07",
        "replacement_shipped": False,
        "end_customer": "City buses",
        "send_back_to": None,
        "tracking": [],
        "ticket_state": "open",
        "lines": [
            {
                "id": "1",
                "model": "KP2",
                "serial": "KP2-1001",
                "quantity": 1,
                "received": 0,
                "fault": "no GPS",
                "defective_on_receipt": False,
                "parts": DEMO["models"][0]["parts"],
            }
        ],
    }


def test_products_that_differ_go_on_separate_rmas(desk: Desk) -> None:
    numbers = desk.issued(desk.opened(BOTH), 1, 2)

    kinds = {(row := desk.row(number))["kind"]: [line["serial"] for line in row["lines"]] for number in numbers}
    assert kinds == {"advanced": [NEW.serial], "standard": [OLD.serial]}


def test_the_partner_reads_number_address_and_last_day(desk: Desk) -> None:
    id_ = desk.opened()
    (number,) = desk.issued(id_)

    told = desk.ask(of_ticket, id_)[-1]

    assert told.kind is Kind.RMA_ISSUED
    assert all(part in told.text for part in (number, "1016 Lunt Avenue", "Mon 7 Dec 2026", OLD.serial))
    assert desk.ticket(id_).state is TicketState.AUTHORIZED


def test_against_the_rule_needs_a_reason_and_keeps_it(desk: Desk) -> None:
    id_ = desk.opened(BOTH)

    with nothing_stored(desk), pytest.raises(InvalidError, match="give the reason"):
        desk.issued(id_, 1, 2, kind=RmaKind.ADVANCED)
    (number,) = desk.issued(id_, 1, 2, kind=RmaKind.ADVANCED, reason="Fleet stands still; agreed with M. Ross.")

    with reading(desk.engine) as connection:
        kept = connection.execute(select(rmas).where(rmas.c.number == number)).one()
    assert (kept.kind, kept.kind_by_rule) == ("advanced", "standard")
    assert kept.reason == "Fleet stands still; agreed with M. Ross."
    assert desk.ticket(id_).notes[-1].text.endswith("it would be standard: Fleet stands still; agreed with M. Ross.")


def test_a_device_that_our_records_do_not_know_needs_its_model(desk: Desk) -> None:
    id_ = desk.opened("NOBODY-1")

    with nothing_stored(desk), pytest.raises(InvalidError) as refused:
        desk.issued(id_)
    (number,) = desk.issued(id_, models={1: "RC2"})

    assert refused.value.faults == {"model-1": "Choose the model."}
    assert desk.row(number)["lines"][0]["model"] == "RC2"
    assert desk.ticket(id_).products[0].model == "RC2"


def test_support_says_which_parts_come_with_a_device_on_this_rma(desk: Desk) -> None:
    parts = {
        1: {"SD card": PartChoice.STAYS, "bracket": PartChoice.REQUIRED, "a part of another model": PartChoice.STAYS}
    }

    (number,) = desk.issued(desk.opened(), parts=parts)

    assert desk.row(number)["lines"][0]["parts"] == [
        {"name": "power cable", "required": True},
        {"name": "bracket", "required": True},
    ]


def test_goods_go_back_elsewhere_where_the_ticket_says_so(desk: Desk) -> None:
    address = Address("Repair Desk", "52 Harbor Blvd", "Milwaukee", "WI", "53202")

    (number,) = desk.issued(desk.opened(), send_back_to=address)

    assert desk.row(number)["send_back_to"] == asdict(address)


@pytest.mark.parametrize(
    ("address", "field"),
    [(Address("", "1 Road", "Town"), "back-name"), (Address("Us", "1016 lunt avenue", "Schaumburg"), "back-street")],
)
def test_goods_never_go_back_to_nobody_or_to_our_own_dock(desk: Desk, address: Address, field: str) -> None:
    id_ = desk.opened()

    with pytest.raises(InvalidError) as refused:
        desk.issued(id_, send_back_to=address)

    assert refused.value.faults.keys() == {field}


def test_a_serial_is_on_one_open_rma_at_a_time(desk: Desk) -> None:
    one, other = desk.opened(), desk.opened()
    (number,) = desk.issued(one)

    with nothing_stored(desk), pytest.raises(InvalidError, match=f"is on {number} already"):
        desk.issued(other)


def test_what_was_decided_on_an_older_ticket_is_refused(desk: Desk) -> None:
    id_ = desk.opened(BOTH)
    seen = desk.seen(id_)
    desk.do(issue, SUPPORT, seen, Issue((1,)))

    with nothing_stored(desk), pytest.raises(ChangedMeanwhileError):
        desk.do(issue, ADMIN, seen, Issue((2,)))


def test_only_support_issues_and_only_for_products_of_the_ticket(desk: Desk) -> None:
    id_ = desk.opened()

    with nothing_stored(desk), pytest.raises(NotAllowedError):
        desk.do(issue, PARTNER, desk.seen(id_), Issue((1,)))
    with nothing_stored(desk), pytest.raises(UnknownError):
        desk.issued(id_, 7)
    with nothing_stored(desk), pytest.raises(InvalidError, match="at least one"):
        desk.do(issue, SUPPORT, desk.seen(id_), Issue(()))


def test_a_number_that_exists_is_passed_over_even_when_its_rma_is_deleted(desk: Desk) -> None:
    with writing(desk.engine) as connection:
        put(connection, [StateRow("rma", "RMA-00000015", {"number": "RMA-00000015"}, deleted=True)])

    assert desk.issued(desk.opened()) == ["RMA-00000023"]


def test_a_site_whose_numbers_are_used_up_hears_what_to_do(desk: Desk) -> None:
    id_ = desk.opened()
    desk.issued(desk.opened("K-9"), models={1: "KP2"})
    with writing(desk.engine) as connection:
        connection.execute(update(counters).where(counters.c.name == "rma").values(newest=9_999_999))

    with nothing_stored(desk), pytest.raises(RefusalError, match="longer pattern"):
        desk.issued(id_)


def test_agents_who_issue_at_once_never_draw_the_same_number(desk: Desk) -> None:
    tickets = [desk.opened(f"K-{place}") for place in range(12)]
    numbers: list[str] = []

    def work(ids: list[str]) -> None:
        for id_ in ids:
            numbers.extend(desk.issued(id_, models={1: "KP2"}))

    agents = [threading.Thread(target=work, args=(tickets[place::4],)) for place in range(4)]
    for agent in agents:
        agent.start()
    for agent in agents:
        agent.join()

    assert len(numbers) == len(set(numbers)) == 12
