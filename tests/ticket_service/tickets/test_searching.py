"""Lists and searches find what they should, show nobody what is not theirs, and stay flat."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, event, insert

from tests.ticket_service.conftest import NOW
from tests.ticket_service.desk import OLD, OTHER, PARTNER, SUPPORT, Desk
from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import NotAllowedError
from ticket_service.rules.ticket_states import TicketState
from ticket_service.storage.store import writing
from ticket_service.storage.ticket_tables import ticket_words, tickets
from ticket_service.tickets import searching
from ticket_service.tickets.conversation import note, solve, write
from ticket_service.tickets.rma_acts import tell_sent
from ticket_service.tickets.searching import PAGE, Search, queue, search
from ticket_service.tickets.words import asked_words, words_of


def found(desk: Desk, caller: Caller = SUPPORT, **wanted: Any) -> list[str]:
    return [each.id for each in desk.ask(search, caller, Search(**wanted)).tickets]


def many(desk: Desk, count: int, word_of: dict[int, str]) -> None:
    """Put tickets there at once; every one says `camera`, some say a word of their own."""
    rows = [
        {
            "id": f"T-{place}", "ordinal": place, "rev": 1, "partner": "P-001" if place % 2 else "P-002",
            "state": "open", "channel": "portal", "problem": "camera", "contact_name": "",
            "opened_at": NOW, "changed_at": NOW,
        }
        for place in range(1, count + 1)
    ]  # fmt: skip
    words = [{"word": "camera", "ordinal": row["ordinal"], "partner": row["partner"]} for row in rows]
    words += [
        {"word": word, "ordinal": place, "partner": "P-001" if place % 2 else "P-002"}
        for place, word in word_of.items()
    ]
    with writing(desk.engine) as connection:
        connection.execute(insert(tickets), rows)
        connection.execute(insert(ticket_words), words)


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """Collect what is asked of the database."""
    asked: list[str] = []

    def heard(_connection: Connection, _cursor: Any, statement: str, *_other: Any) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", heard)
    yield asked
    event.remove(engine, "before_cursor_execute", heard)


def test_a_ticket_is_found_by_whatever_is_known_of_it(desk: Desk) -> None:
    id_ = desk.opened(f"{OLD.serial},,blinks red", problem="Die Kamera läuft nicht", end_customer="City of Peoria")
    (number,) = desk.issued(id_)
    desk.do(tell_sent, PARTNER, number, "1Z84R7W00373236737")
    desk.do(write, SUPPORT, id_, "Please send the power-cable, too.")
    desk.opened("OTHER-1")

    for text in (
        id_.lower(), "KAMERA", "läuft kamera", OLD.serial.lower(), "kp21001", "1001", "red", "peoria", number,
        number.removeprefix("RMA-"), f"rma {number[4:]}", "1z84r7w00373236737", "power-cable", "cable",
    ):  # fmt: skip
        assert found(desk, text=text) == [id_], text
    assert found(desk, text="kamera purple") == []


def test_notes_are_not_searched(desk: Desk) -> None:
    id_ = desk.opened()
    desk.do(note, SUPPORT, id_, "swindler")

    assert found(desk, PARTNER, text="swindler") == []


def test_partners_find_their_own_alone_whatever_they_ask_for(desk: Desk) -> None:
    own, others = desk.opened("K-1"), desk.opened("K-2", OTHER)

    assert found(desk, PARTNER) == [own]
    assert found(desk, PARTNER, partner="P-002") == [own]
    assert found(desk, PARTNER, text=others) == []
    assert sorted(found(desk)) == [own, others]
    assert found(desk, partner="P-002") == [others]


def test_states_and_words_are_asked_together(desk: Desk) -> None:
    done, waiting = desk.opened("K-1"), desk.opened("K-2")
    desk.do(solve, SUPPORT, desk.seen(done), "A newer firmware helped.")

    assert found(desk, text="start", state=TicketState.RESOLVED) == [done]
    assert found(desk, text="start", state=TicketState.OPEN) == [waiting]


def test_the_queue_has_what_waits_the_longest_waiting_first(desk: Desk) -> None:
    first, second, answered = (desk.opened(f"K-{place}") for place in range(3))
    desk.do(write, SUPPORT, answered, "And now?")
    desk.do(write, SUPPORT, first, "And now?")
    desk.now += timedelta(hours=1)
    desk.do(write, PARTNER, first, "Still dark.")

    assert [each.id for each in desk.ask(queue, SUPPORT)] == [second, first]
    with pytest.raises(NotAllowedError):
        desk.ask(queue, PARTNER)


@pytest.mark.parametrize("wanted", [{}, {"text": "camera"}, {"partner": "P-001"}, {"text": "camera", "state": "open"}])
def test_pages_follow_one_another_without_gap_or_repeat(desk: Desk, wanted: dict[str, Any]) -> None:
    many(desk, 180, {})
    asked = wanted | ({"state": TicketState.OPEN} if "state" in wanted else {})
    seen: list[str] = []
    before = None
    while True:
        page = desk.ask(search, SUPPORT, Search(**asked, before=before))
        seen += [each.id for each in page.tickets]
        before = page.before
        if before is None:
            break
        assert len(page.tickets) == PAGE

    assert seen == [f"T-{place}" for place in range(180, 0, -1) if "partner" not in wanted or place % 2]


def test_a_search_asks_as_much_of_many_tickets_as_of_few(desk: Desk) -> None:
    many(desk, 60, {7: "rare", 9: "rare"})
    with statements(desk.engine) as few:
        assert found(desk, text="camera rare") == ["T-9", "T-7"]
    with writing(desk.engine) as connection:
        connection.execute(ticket_words.delete())
        connection.execute(tickets.delete())
    many(desk, 3000, {7: "rare", 9: "rare"})

    with statements(desk.engine) as asked:
        assert found(desk, text="camera rare") == ["T-9", "T-7"]
    assert len(asked) == len(few)


def test_a_search_without_end_stops_and_says_where_it_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "_CHUNK", 50)
    monkeypatch.setattr(searching, "MOST_LOOKED_AT", 100)
    many(desk, 400, dict.fromkeys(range(1, 201), "early"))

    seen, before, pages = [], None, 0
    while pages == 0 or before is not None:
        page = desk.ask(search, SUPPORT, Search("camera early", state=TicketState.OPEN, before=before))
        seen += [each.id for each in page.tickets]
        before, pages = page.before, pages + 1

    assert seen == [f"T-{place}" for place in range(200, 0, -1)]
    assert pages < 12


@given(st.text(max_size=200))
def test_any_text_is_found_by_each_of_its_own_words(text: str) -> None:
    asked = [word for word in asked_words(text) if len(word) < 40]

    assert set(asked) <= words_of(text)
