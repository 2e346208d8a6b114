from __future__ import annotations

from datetime import timedelta

import pytest

from receiving_app.domain.arrivals import Due
from receiving_app.domain.authorization import Line, Rma, RmaState
from receiving_app.queries.arrivals import MOST_ARRIVALS, Wanted, arrivals
from receiving_app.storage import service_data
from receiving_app.storage.service_data import Partner
from tests.acts.running_station import NOON, RunningStation
from tests.factories import an_rma, an_rma_number

TODAY = NOON.date()  # a Saturday; the dock opens again on Monday 9 November


def rma(serial: int, days: int, **changes: object) -> Rma:
    return an_rma(number=an_rma_number(serial), receive_by=TODAY + timedelta(days=days), **changes)


@pytest.fixture
def expecting(station: RunningStation) -> RunningStation:
    """Give a station that expects one RMA of each kind."""
    station.told(
        rma(1, -3),
        rma(2, 0),
        rma(3, 2),
        rma(4, 30, partner="p-2"),
        rma(5, -1, replacement_shipped=True),
        rma(6, 5, state=RmaState.CANCELLED),
    )
    with station.store.transaction() as connection:
        service_data.put_partners(connection, [Partner("p-1", 1, "Fleet Eyes"), Partner("p-2", 1, "Road Watch")])
    return station


def numbers(station: RunningStation, wanted: Wanted) -> list[str]:
    return [each.rma.number for each in arrivals(station.store, NOON, wanted).rows]


@pytest.mark.parametrize(
    ("wanted", "serials"),
    [
        (Wanted(), [2, 3, 4]),
        (Wanted(Due.LAPSING), [2]),
        (Wanted(Due.SOON), [3]),
        (Wanted(Due.EXPECTED), [4]),
        (Wanted(Due.OVERDUE), [5, 1]),
        (Wanted(replaced=True), [5]),
        (Wanted(partner="road"), [4]),
        (Wanted(partner="fleet eyes"), [2, 3]),
        (Wanted(partner="nobody"), []),
    ],
)
def test_what_is_asked_for_is_given_by_its_last_day(
    expecting: RunningStation, wanted: Wanted, serials: list[int]
) -> None:
    found = arrivals(expecting.store, NOON, wanted)
    assert [each.rma.number for each in found.rows] == [an_rma_number(serial) for serial in serials]
    assert found.total == len(serials)


def test_all_are_counted_whatever_is_asked_for(expecting: RunningStation) -> None:
    found = arrivals(expecting.store, NOON, Wanted(Due.SOON, partner="nobody"))
    assert dict(found.counts) == {Due.LAPSING: 1, Due.SOON: 1, Due.EXPECTED: 1, Due.OVERDUE: 2}
    assert (found.replaced, found.owed) == (1, 1)


def test_what_has_arrived_is_expected_no_longer(expecting: RunningStation) -> None:
    expecting.scan(an_rma_number(2))
    assert numbers(expecting, Wanted(Due.LAPSING)) == []
    assert arrivals(expecting.store, NOON, Wanted()).counts[Due.LAPSING] == 0


def test_what_was_turned_away_is_still_expected(expecting: RunningStation) -> None:
    expecting.scan(an_rma_number(1))
    assert numbers(expecting, Wanted(Due.OVERDUE)) == [an_rma_number(5), an_rma_number(1)]


def test_what_another_station_has_counted_in_is_expected_no_longer(station: RunningStation) -> None:
    station.told(
        rma(1, 4, lines=(Line("l-1", "KP2", "A", received=1),)),
        rma(2, 4, lines=(Line("l-1", "KP2", "B", received=1), Line("l-2", "KP2", quantity=3, received=1))),
    )
    found = arrivals(station.store, NOON, Wanted())
    assert [(each.rma.number, each.awaited) for each in found.rows] == [(an_rma_number(2), 2)]
    assert found.total == sum(found.counts.values()) == 1


def test_more_than_a_person_reads_is_counted(station: RunningStation) -> None:
    station.told(*(rma(serial, 40) for serial in range(10, 10 + MOST_ARRIVALS + 7)))
    found = arrivals(station.store, NOON, Wanted())
    assert len(found.rows) == MOST_ARRIVALS
    assert found.total == found.counts[Due.EXPECTED] == MOST_ARRIVALS + 7


def test_with_nothing_stored_nothing_is_expected(station: RunningStation) -> None:
    found = arrivals(station.store, NOON, Wanted())
    assert (found.rows, found.total, found.replaced, sum(found.counts.values())) == ((), 0, 0, 0)
