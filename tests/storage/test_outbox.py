from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from receiving_app.domain.events import Body, Choice, HazardFlagged, PackageOpened, ReviewDecided, Subject
from receiving_app.storage import outbox
from receiving_app.storage.journal import Delivery, Stamp
from receiving_app.storage.outbox import Outgoing
from tests.acts.running_station import RunningStation
from tests.factories import LPN, WORKER, chicago

FACT = HazardFlagged()
SEEN = PackageOpened()
DECISION = ReviewDecided("K", "N", "e", Choice.UPHOLD, "other", "")


@dataclass
class Outbox:
    """A journal that is written and delivered by hand."""

    station: RunningStation

    def write(self, *bodies: Body) -> None:
        with self.station.store.transaction() as connection:
            for body in bodies:
                held = self.now + timedelta(seconds=60) if body is DECISION else None
                stamp = Stamp(self.now, 0, None, WORKER)
                self.station.parts.journal.append(connection, body, Subject(LPN), stamp, held)

    @property
    def now(self) -> datetime:
        return self.station.time

    def due(self, limit: int = 100, at: datetime | None = None) -> tuple[Outgoing, ...]:
        with self.station.store.reading() as connection:
            return outbox.due(connection, at or self.now, limit)

    def kinds(self, limit: int = 100) -> list[tuple[int, bool]]:
        """Give what is due: (sequence number, whether it goes whole)."""
        return [(element.seq, element.payload is not None) for element in self.due(limit)]

    def deliver(self, elements: tuple[Outgoing, ...]) -> None:
        with self.station.store.transaction() as connection:
            for element in elements:
                if element.payload is not None:
                    outbox.settle(connection, element.seq, Delivery.APPLIED)
            outbox.advance(connection, [element.seq for element in elements])


@pytest.fixture
def box(station: RunningStation) -> Outbox:
    return Outbox(station)


def test_events_go_in_order_and_observations_as_bare_hashes(box: Outbox) -> None:
    box.write(FACT, SEEN, FACT)
    assert box.kinds() == [(1, True), (2, False), (3, True)]


def test_what_goes_whole_is_what_was_stored_with_its_hash(box: Outbox) -> None:
    box.write(FACT)
    (element,) = box.due()
    assert element.payload is not None
    assert (element.payload["type"], element.payload["station_seq"]) == ("package.hazard", 1)
    assert element.payload["hash"] == element.hash
    assert element.payload["prev_hash"] == element.prev_hash


def test_a_held_decision_holds_up_nothing_and_goes_whole_when_its_time_has_come(box: Outbox) -> None:
    box.write(FACT, DECISION, FACT)
    assert box.kinds() == [(1, True), (2, False), (3, True)]
    box.deliver(box.due())
    assert box.kinds() == []
    box.station.wait(60)
    assert box.kinds() == [(2, True)]
    box.write(FACT)
    assert box.kinds() == [(2, True), (4, True)]
    box.deliver(box.due())
    assert box.kinds() == []


def test_a_decision_whose_time_has_come_before_anything_was_sent_goes_whole_at_once(box: Outbox) -> None:
    box.write(FACT, DECISION)
    box.station.wait(60)
    assert box.kinds() == [(1, True), (2, True)]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_no_more_are_given_than_asked_for_and_nothing_is_left_out(box: Outbox, limit: int) -> None:
    box.write(FACT, DECISION, SEEN, FACT)
    box.deliver(box.due(2))
    box.station.wait(60)
    seen = []
    while elements := box.due(limit):
        assert len(elements) <= limit
        seen += [(element.seq, element.payload is not None) for element in elements]
        box.deliver(elements)
    assert seen == [(2, True), (3, False), (4, True)]


def test_what_was_not_confirmed_is_due_again(box: Outbox) -> None:
    box.write(FACT, FACT)
    before = box.due()
    assert box.due() == before
    box.deliver(before[:1])
    assert box.kinds() == [(2, True)]


def test_the_time_is_compared_whatever_zone_it_is_told_in(box: Outbox) -> None:
    box.write(DECISION)
    box.deliver(box.due())
    local = (box.now + timedelta(seconds=61)).astimezone(chicago(2026, 11, 7).tzinfo)
    assert len(box.due(at=local)) == 1
    assert box.due(at=local - timedelta(seconds=2)) == ()


def test_the_mark_never_goes_back_by_itself(box: Outbox) -> None:
    box.write(FACT, FACT, FACT)
    with box.station.store.transaction() as connection:
        outbox.advance(connection, [3])
        outbox.advance(connection, [1, 2])
        outbox.advance(connection, [])
        assert outbox.sent_up_to(connection) == 3
