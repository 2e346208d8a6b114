from __future__ import annotations

import pytest

from tests.ticket_service.desk import OTHER, PARTNER, SUPPORT, Desk, nothing_stored
from ticket_service.accounts.refusals import (
    ChangedMeanwhileError,
    InvalidError,
    NotAllowedError,
    RefusalError,
    UnknownError,
)
from ticket_service.mail.updates import Kind, of_ticket
from ticket_service.rules.ticket_states import TicketState
from ticket_service.tickets.conversation import note, solve, write


def test_support_answers_and_then_it_is_the_partners_turn(desk: Desk) -> None:
    id_ = desk.opened()

    desk.do(write, SUPPORT, id_, "Does the lamp blink?")

    assert (desk.ticket(id_).state, desk.ticket(id_).waits_since) == (TicketState.ANSWERED, None)
    assert [(update.text, update.by) for update in desk.ask(of_ticket, id_)][-1] == (
        "Does the lamp blink?",
        SUPPORT.user,
    )


def test_a_partner_who_writes_waits_for_support_again(desk: Desk) -> None:
    id_ = desk.opened()
    desk.do(write, SUPPORT, id_, "Does the lamp blink?")

    desk.do(write, PARTNER, id_, "No.")

    assert (desk.ticket(id_).state, desk.ticket(id_).waits_since) == (TicketState.OPEN, desk.now)


def test_a_partner_who_writes_on_an_authorized_ticket_is_seen_by_support(desk: Desk) -> None:
    id_ = desk.opened()
    desk.issued(id_)

    desk.do(write, PARTNER, id_, "May I send it a day later?")

    assert (desk.ticket(id_).state, desk.ticket(id_).waits_since) == (TicketState.AUTHORIZED, desk.now)


def test_notes_are_for_support_alone(desk: Desk) -> None:
    id_ = desk.opened()
    desk.do(note, SUPPORT, id_, "Third one from this batch.")

    assert [each.text for each in desk.ticket(id_).notes] == ["Third one from this batch."]
    assert desk.ticket(id_, PARTNER).notes == ()
    assert Kind.MESSAGE not in {update.kind for update in desk.ask(of_ticket, id_)}
    with pytest.raises(NotAllowedError):
        desk.do(note, PARTNER, id_, "mine")


def test_a_ticket_is_resolved_from_afar_with_what_helped(desk: Desk) -> None:
    id_ = desk.opened()

    desk.do(solve, SUPPORT, desk.seen(id_), "A newer firmware helped.")

    ticket = desk.ticket(id_)
    assert (ticket.state, ticket.resolution, ticket.waits_since) == (
        TicketState.RESOLVED,
        "A newer firmware helped.",
        None,
    )
    assert desk.ask(of_ticket, id_)[-1].kind is Kind.RESOLVED


def test_a_resolved_ticket_opens_again_when_its_partner_writes(desk: Desk) -> None:
    id_ = desk.opened()
    desk.do(solve, SUPPORT, desk.seen(id_), "A newer firmware helped.")

    desk.do(write, PARTNER, id_, "It did not.")

    assert desk.ticket(id_).state is TicketState.OPEN


def test_a_ticket_with_an_open_rma_is_not_resolved_from_afar(desk: Desk) -> None:
    id_ = desk.opened()
    desk.issued(id_)

    with nothing_stored(desk), pytest.raises(RefusalError, match="authorized"):
        desk.do(solve, SUPPORT, desk.seen(id_), "never mind")


def test_who_decides_on_what_somebody_changed_meanwhile_is_told_so(desk: Desk) -> None:
    id_ = desk.opened()
    seen = desk.seen(id_)
    desk.do(write, PARTNER, id_, "It works again!")

    with nothing_stored(desk), pytest.raises(ChangedMeanwhileError):
        desk.do(solve, SUPPORT, seen, "A newer firmware helps.")


@pytest.mark.parametrize("text", ["", " \n ", "x" * 10_001])
def test_a_message_has_something_to_say_and_an_end(desk: Desk, text: str) -> None:
    id_ = desk.opened()

    with nothing_stored(desk), pytest.raises(InvalidError):
        desk.do(write, PARTNER, id_, text)


def test_other_partners_tickets_do_not_exist(desk: Desk) -> None:
    id_ = desk.opened()

    for act, asked in ((write, ("hello",)),):
        with nothing_stored(desk), pytest.raises(UnknownError):
            desk.do(act, OTHER, id_, *asked)
    with pytest.raises(UnknownError):
        desk.ticket(id_, OTHER)
    with pytest.raises(UnknownError):
        desk.ticket("T-404", PARTNER)
