from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.ticket_service.desk import NEW, OLD, OTHER, PARTNER, SUPPORT, TODAY, Desk, nothing_stored
from ticket_service.accounts.refusals import (
    ChangedMeanwhileError,
    InvalidError,
    NotAllowedError,
    RefusalError,
    UnknownError,
)
from ticket_service.mail.updates import Kind, of_ticket
from ticket_service.rules.ticket_states import TicketState
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import writing
from ticket_service.tickets.rma_acts import (
    Cancellation,
    Extension,
    Replacement,
    cancel,
    extend,
    replacements_of,
    ship_replacement,
    tell_sent,
)

UPS = "1Z84R7W00373236737"
LATER = date(2026, 12, 24)


@pytest.fixture
def number(desk: Desk) -> str:
    return desk.issued(desk.opened())[0]


def stands(desk: Desk, number: str, **changed: Any) -> None:
    with writing(desk.engine) as connection:
        put(connection, [StateRow("rma", number, desk.row(number) | changed)])


def test_the_partner_tells_the_tracking_number_and_stations_know_it(desk: Desk, number: str) -> None:
    desk.do(tell_sent, PARTNER, number.lower(), "1z84 r7w0-0373 236737")
    desk.do(tell_sent, PARTNER, number, UPS)

    assert desk.row(number)["tracking"] == [UPS]
    assert UPS in desk.ask(of_ticket, "T-1")[-1].text


@pytest.mark.parametrize("tracking", ["", "123", "<script>alert</script>", "9" * 41])
def test_what_is_no_tracking_number_is_refused(desk: Desk, number: str, tracking: str) -> None:
    with nothing_stored(desk), pytest.raises(InvalidError):
        desk.do(tell_sent, PARTNER, number, tracking)


def test_another_partners_rma_does_not_exist(desk: Desk, number: str) -> None:
    with nothing_stored(desk), pytest.raises(UnknownError):
        desk.do(tell_sent, OTHER, number, UPS)


def test_an_extension_moves_the_last_day_and_keeps_why(desk: Desk, number: str) -> None:
    desk.do(extend, SUPPORT, desk.seen("T-1"), Extension(number, LATER, "Holiday at the partner's"))

    assert desk.row(number)["receive_by"] == "2026-12-24"
    assert "Holiday at the partner's" in desk.ticket("T-1").notes[-1].text
    told = desk.ask(of_ticket, "T-1")[-1]
    assert told.kind is Kind.RMA_EXTENDED
    assert "Thu 24 Dec 2026" in told.text


def test_a_last_day_on_which_the_dock_is_closed_says_when_it_opens_last(desk: Desk, number: str) -> None:
    desk.do(extend, SUPPORT, desk.seen("T-1"), Extension(number, date(2026, 12, 25), "Holiday"))

    assert "closed on that day and opens last on Thu 24 Dec" in desk.ask(of_ticket, "T-1")[-1].text


def test_an_rma_whose_time_ran_out_is_open_again_when_extended(desk: Desk, number: str) -> None:
    stands(desk, number, state="closed", closed_because="expired", closed_at="2026-12-08T06:00:00+00:00")

    desk.do(extend, SUPPORT, desk.seen("T-1"), Extension(number, LATER, "Truck broke down"))

    row = desk.row(number)
    assert (row["state"], row["closed_because"], row["closed_at"]) == ("open", None, None)


@pytest.mark.parametrize("until", [None, date(2026, 12, 7), TODAY - timedelta(days=1), TODAY + timedelta(days=400)])
def test_an_extension_goes_to_a_later_day_within_a_year(desk: Desk, number: str, until: date | None) -> None:
    with nothing_stored(desk), pytest.raises(InvalidError) as refused:
        desk.do(extend, SUPPORT, desk.seen("T-1"), Extension(number, until, "why"))

    assert refused.value.faults.keys() == {"until"}


@pytest.mark.parametrize("closed", [{"state": "cancelled"}, {"state": "closed", "closed_because": "resolved"}])
def test_what_is_over_is_neither_extended_nor_cancelled(desk: Desk, number: str, closed: dict[str, str]) -> None:
    stands(desk, number, **closed)

    with nothing_stored(desk), pytest.raises(RefusalError, match="cannot be done"):
        desk.do(extend, SUPPORT, desk.seen("T-1"), Extension(number, LATER, "why"))
    with nothing_stored(desk), pytest.raises(RefusalError, match="cannot be done"):
        desk.do(cancel, SUPPORT, desk.seen("T-1"), Cancellation(number, "why"))


def test_a_cancelled_rma_frees_its_serial_and_gives_the_ticket_back_to_support(desk: Desk, number: str) -> None:
    desk.do(cancel, SUPPORT, desk.seen("T-1"), Cancellation(number, "Sent the wrong one"))

    ticket = desk.ticket("T-1")
    assert desk.row(number)["state"] == "cancelled"
    assert (ticket.state, ticket.waits_since) == (TicketState.OPEN, desk.now)
    assert desk.issued("T-1") != [number]


def test_what_has_come_is_not_cancelled(desk: Desk, number: str) -> None:
    lines = [line | {"received": 1} for line in desk.row(number)["lines"]]
    stands(desk, number, lines=lines)

    with nothing_stored(desk), pytest.raises(RefusalError, match="here already"):
        desk.do(cancel, SUPPORT, desk.seen("T-1"), Cancellation(number, "why"))


@pytest.mark.parametrize("reason", ["", "  ", "x" * 1001])
def test_extending_and_cancelling_need_a_reason(desk: Desk, number: str, reason: str) -> None:
    for act, wanted in ((extend, Extension(number, LATER, reason)), (cancel, Cancellation(number, reason))):
        with nothing_stored(desk), pytest.raises(InvalidError) as refused:
            desk.do(act, SUPPORT, desk.seen("T-1"), wanted)
        assert refused.value.faults.keys() == {"reason"}


def test_a_replacement_shipped_ahead_is_a_fact_that_stations_know(desk: Desk, number: str) -> None:
    sent = Replacement(number, NEW.serial, "UPS", UPS)

    desk.do(ship_replacement, SUPPORT, desk.seen("T-1"), sent)

    assert desk.row(number)["replacement_shipped"] is True
    assert desk.ask(replacements_of, [number]) == {number: [sent]}
    told = desk.ask(of_ticket, "T-1")[-1]
    assert told.kind is Kind.REPLACEMENT_SENT
    assert UPS in told.text


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ((OLD.serial.lower(), "UPS", UPS), "serial"),
        (("", "UPS", UPS), "serial"),
        ((NEW.serial, " ", UPS), "carrier"),
        ((NEW.serial, "UPS", "1Z"), "tracking"),
    ],
)
def test_a_replacement_is_another_device_with_carrier_and_tracking(
    desk: Desk, number: str, sent: tuple[str, str, str], field: str
) -> None:
    with nothing_stored(desk), pytest.raises(InvalidError) as refused:
        desk.do(ship_replacement, SUPPORT, desk.seen("T-1"), Replacement(number, *sent))

    assert refused.value.faults.keys() == {field}


def test_one_device_replaces_one_device(desk: Desk, number: str) -> None:
    sent = Replacement(number, NEW.serial, "UPS", UPS)
    desk.do(ship_replacement, SUPPORT, desk.seen("T-1"), sent)

    with nothing_stored(desk), pytest.raises(InvalidError, match="shipped as a replacement before"):
        desk.do(ship_replacement, SUPPORT, desk.seen("T-1"), sent)


def test_partners_tell_what_they_sent_and_decide_nothing(desk: Desk, number: str) -> None:
    seen = desk.seen("T-1")
    for act, wanted in (
        (extend, Extension(number, LATER, "mine")),
        (cancel, Cancellation(number, "mine")),
        (ship_replacement, Replacement(number, NEW.serial, "UPS", UPS)),
    ):
        with nothing_stored(desk), pytest.raises(NotAllowedError):
            desk.do(act, PARTNER, seen, wanted)


def test_what_was_decided_on_an_older_ticket_is_refused(desk: Desk, number: str) -> None:
    seen = desk.seen("T-1")
    desk.do(extend, SUPPORT, seen, Extension(number, LATER, "Holiday"))

    with nothing_stored(desk), pytest.raises(ChangedMeanwhileError):
        desk.do(cancel, SUPPORT, seen, Cancellation(number, "why"))
