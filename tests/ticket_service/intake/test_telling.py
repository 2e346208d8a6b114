from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, update

from tests.ticket_service.conftest import Caller
from tests.ticket_service.making import SUPERVISOR, Chain, line, person, rma
from ticket_service.mail import updates
from ticket_service.mail.updates import Kind
from ticket_service.storage.mail_tables import updates as said_table
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import reading, writing

TICKET = "T-1001"
NUMBER = "RMA-00001235"


@pytest.fixture
def engine(engine: Engine) -> Engine:
    with writing(engine) as connection:
        put(
            connection,
            [
                rma(NUMBER, ticket=TICKET, receive_by="2026-11-20"),
                rma("RMA-00001251", ticket="T-1002", receive_by="2026-11-30", lines=[line("1"), line("2")]),
                person("U-03", "technician"),
                StateRow("policy", "site", {"time_zone": "America/Chicago"}),
            ],
        )
    return engine


@pytest.fixture
def chain() -> Chain:
    return Chain()


def send(station: Caller, chain: Chain, *events: dict[str, Any]) -> list[str]:
    answer = station.post("/v1/events", chain.batch(*events)).json()
    return [result["result"] for result in answer["results"]]


def told(engine: Engine, ticket: str = TICKET) -> list[tuple[Kind, str]]:
    with reading(engine) as connection:
        return [(each.kind, each.text) for each in updates.of_ticket(connection, ticket)]


def mailed(engine: Engine) -> None:
    """Let letters have told everything so far."""
    with writing(engine) as connection:
        connection.execute(update(said_table).values(posting="a-posting"))


def test_an_accepted_package_is_told_with_the_day_on_which_it_came_at_the_site(
    station: Caller, engine: Engine, chain: Chain
) -> None:
    late_evening = {"received_at": "2026-11-24T05:30:00+00:00", "received_by": "truck"}
    send(station, chain, chain.event("package.arrived", late_evening), chain.judged(NUMBER))

    assert told(engine) == [(Kind.RECEIVED, "We received your package for RMA-00001235 on Monday 23 November 2026.")]


@pytest.mark.parametrize("verdict", ["reject", "hold"])
def test_what_a_person_has_yet_to_look_at_is_told_to_nobody(
    verdict: str, station: Caller, engine: Engine, chain: Chain
) -> None:
    send(station, chain, chain.arrived(), chain.judged(NUMBER, verdict), chain.found(), chain.item_judged(verdict))
    assert told(engine) == []


def test_an_upheld_rejection_is_told_with_its_reason(station: Caller, engine: Engine, chain: Chain) -> None:
    arrived = chain.arrived()
    judged = chain.event("package.judged", {"number": NUMBER, "verdict": "reject", "codes": ["late"]})
    body = {"number": NUMBER, "judged": judged["id"], "decision": "uphold", "reason": "rule-stands", "note": "again!"}
    send(station, chain, arrived, judged)
    assert send(station, chain, chain.event("review.decided", body, actor=SUPERVISOR)) == ["applied"]

    ((kind, text),) = told(engine)
    assert kind is Kind.REJECTED
    assert text == (
        "We can't accept your package for RMA-00001235: it came after the RMA's last day, Friday 20 November 2026. "
        "It goes back to you at your expense."
    )


def test_a_late_package_that_is_accepted_all_the_same_says_so(station: Caller, engine: Engine, chain: Chain) -> None:
    arrived = chain.arrived()
    judged = chain.event("package.judged", {"number": NUMBER, "verdict": "reject", "codes": ["late"]})
    send(station, chain, arrived, judged)
    body = {"number": NUMBER, "judged": judged["id"], "decision": "override", "reason": "other", "note": "x"}
    send(station, chain, chain.event("review.decided", body, actor=SUPERVISOR))

    assert told(engine) == [
        (
            Kind.RECEIVED,
            "Your package for RMA-00001235 came on Monday 23 November 2026, after the RMA's last day. "
            "We accept it all the same.",
        )
    ]


def test_a_supervisors_question_reaches_the_partner(station: Caller, engine: Engine, chain: Chain) -> None:
    arrived = chain.arrived()
    judged = chain.judged(NUMBER, "hold")
    body = {"number": NUMBER, "judged": judged["id"], "why": "asked", "note": "Which of the two?"}
    send(station, chain, arrived, judged, chain.event("review.put-off", body, actor=SUPERVISOR))

    ((kind, text),) = told(engine)
    assert kind is Kind.QUESTION
    assert "Which of the two?" in text


def test_a_device_from_box_to_truck_is_told_step_by_step_and_ends_with_its_tracking_number(
    station: Caller, engine: Engine, chain: Chain
) -> None:
    facts = {"parts": [{"name": "SD card", "required": True, "found": 0}], "extras": [], "transit_damage": False}
    judged = {"item": "ITM-1", "verdict": "accept", "codes": [], "facts": facts}
    send(station, chain, chain.arrived(), chain.judged(NUMBER), chain.found(), chain.event("item.judged", judged))
    send(station, chain, chain.begun(), chain.ended(), chain.packed("ITM-1"), chain.sent())

    assert told(engine) == [
        (Kind.RECEIVED, "We received your package for RMA-00001235 on Monday 23 November 2026."),
        (Kind.RECEIVED, "We received your device S-ITM-1. Missing with it: SD card."),
        (Kind.INSPECTED, "We repaired your device S-ITM-1. We will send it back to you."),
        (Kind.SENT_BACK, "Sent to you with UPS, tracking number 1Z84R7W00373236737: your device S-ITM-1."),
        (
            Kind.RESOLVED,
            "Everything on RMA-00001235 is settled.\n"
            "S-ITM-1: repaired, sent with UPS, tracking number 1Z84R7W00373236737.",
        ),
    ]


def test_a_device_that_is_turned_away_is_told_why(station: Caller, engine: Engine, chain: Chain) -> None:
    send(station, chain, chain.arrived(), chain.judged(NUMBER), chain.found(line_id="", number=""))
    judged = chain.event("item.judged", {"item": "ITM-1", "verdict": "reject", "codes": ["not-on-rma"]})
    send(station, chain, judged)
    mailed(engine)
    disposition = {"next": "return", "payer": "partner", "credits_inbound": False, "trace": []}
    send(station, chain, chain.item_decided(judged, "return", said={"disposition": disposition}))

    kind, text = told(engine)[-1]
    assert kind is Kind.REJECTED
    assert text == (
        "We can't accept your device S-ITM-1: RMA-00001235 does not list it. "
        "We will send your device S-ITM-1 back to you. The freight is at your expense."
    )


def test_what_is_taken_back_before_its_letter_never_was(station: Caller, engine: Engine, chain: Chain) -> None:
    arrived = chain.arrived()
    judged = chain.judged(NUMBER)
    send(station, chain, arrived, judged)
    send(station, chain, chain.undone(judged))
    assert told(engine) == []


def test_what_is_taken_back_in_the_batch_that_told_it_never_was(station: Caller, engine: Engine, chain: Chain) -> None:
    arrived = chain.arrived()
    judged = chain.judged(NUMBER)
    send(station, chain, arrived, judged, chain.undone(judged))
    assert told(engine) == []


def test_what_is_taken_back_after_its_letter_is_corrected(station: Caller, engine: Engine, chain: Chain) -> None:
    arrived = chain.arrived()
    judged = chain.judged(NUMBER)
    send(station, chain, arrived, judged)
    mailed(engine)
    send(station, chain, chain.undone(judged))

    first, second = told(engine)
    assert second == (Kind.CORRECTION, f"Correction: this does not hold any more: “{first[1]}”")


def test_an_outcome_taken_back_leaves_what_held_before(station: Caller, engine: Engine, chain: Chain) -> None:
    send(station, chain, chain.found(), chain.item_judged(), chain.begun(), chain.ended("awaiting-parts", "wait"))
    mailed(engine)
    begun, again = chain.begun(), chain.ended("repaired", "return")
    send(station, chain, begun, again)
    mailed(engine)
    send(station, chain, chain.undone(again))

    assert [text for _, text in told(engine)][1:] == [
        "The repair of your device S-ITM-1 waits for parts.",
        "We repaired your device S-ITM-1. We will send it back to you.",
        "Correction: The repair of your device S-ITM-1 waits for parts.",
    ]


def test_an_rma_that_turns_out_unsettled_is_told_to_be_open_again(
    station: Caller, engine: Engine, chain: Chain
) -> None:
    send(station, chain, chain.found(), chain.item_judged(), chain.begun(), chain.ended(), chain.packed("ITM-1"))
    left = chain.sent()
    send(station, chain, left)
    mailed(engine)
    send(station, chain, chain.undone(left))

    assert told(engine)[-1] == (
        Kind.REOPENED,
        "Correction: RMA-00001235 is not settled yet. We will write to you again.",
    )


def test_a_label_struck_out_takes_its_package_from_the_ticket(station: Caller, engine: Engine, chain: Chain) -> None:
    send(station, chain, chain.arrived(), chain.judged(NUMBER), chain.judged("RMA-00001251"))
    send(station, chain, chain.event("label.struck-out", {"number": NUMBER, "key": "RMA00001235"}))

    assert told(engine) == []
    assert len(told(engine, "T-1002")) == 1


def test_a_package_that_was_no_return_is_told_to_nobody(station: Caller, engine: Engine, chain: Chain) -> None:
    send(station, chain, chain.arrived(), chain.judged(NUMBER))
    send(station, chain, chain.event("package.ended", {"how": "not-a-return"}))
    assert told(engine) == []


def test_a_repeated_batch_tells_nothing_twice(station: Caller, engine: Engine, chain: Chain) -> None:
    events = [chain.arrived(), chain.judged(NUMBER)]
    send(station, chain, *events)
    assert send(station, chain, *events) == ["duplicate", "duplicate"]
    assert len(told(engine)) == 1


def test_goods_of_two_tickets_in_one_shipment_are_told_to_each_its_own(
    station: Caller, engine: Engine, chain: Chain
) -> None:
    both = chain.found(), chain.found("ITM-2", number="RMA-00001251")
    send(station, chain, *both, chain.packed("ITM-1", "ITM-2"), chain.sent())

    assert told(engine)[-1][1].endswith(": your device S-ITM-1.")
    assert told(engine, "T-1002")[-1][1].endswith(": your device S-ITM-2.")


def test_a_line_that_will_not_come_is_told(station: Caller, engine: Engine, chain: Chain) -> None:
    body = {"number": NUMBER, "line": "1", "how": "not-returned", "reason": "client-keeps-it", "note": "", "missing": 1}
    assert send(station, chain, chain.event("line.settled", body, lpn=None, actor=SUPERVISOR)) == ["applied"]

    assert [kind for kind, _ in told(engine)] == [Kind.NOT_RETURNED, Kind.RESOLVED]
    assert told(engine)[-1][1] == "Everything on RMA-00001235 is settled.\nKP2-0001: not returned."


def test_what_came_of_a_device_of_nobodys_ticket_is_told_to_nobody(
    station: Caller, engine: Engine, chain: Chain
) -> None:
    send(station, chain, chain.found(number="RMA-00001243"), chain.item_judged(), chain.begun(), chain.ended())
    with reading(engine) as connection:
        assert connection.execute(said_table.select()).all() == []


def test_a_refused_decision_is_told_to_nobody(station: Caller, engine: Engine, chain: Chain) -> None:
    send(station, chain, chain.found(), chain.item_judged())
    mailed(engine)
    before = told(engine)
    nobody = {"kind": "person", "person": "U-99", "role": "technician", "how": "badge"}
    assert send(station, chain, chain.ended(actor=nobody)) == ["rejected"]
    assert told(engine) == before


def test_video_that_waits_for_an_answer_is_asked_about_and_credit_is_told(
    station: Caller, engine: Engine, chain: Chain
) -> None:
    custody = {"item": "ITM-1", "medium": "card", "present": True, "bag": "B-1", "fate": "awaiting-answer"}
    credit = {"item": "ITM-1", "number": NUMBER}
    send(station, chain, chain.found(), chain.event("item.custody", custody), chain.event("freight.credited", credit))

    assert [kind for kind, _ in told(engine)] == [Kind.QUESTION, Kind.DECIDED]
    assert "may we erase it?" in told(engine)[0][1]
