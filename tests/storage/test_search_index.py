from __future__ import annotations

import random
from dataclasses import replace

import pytest
from sqlalchemy import select

from receiving_app.domain.authorization import Line, Rma, RmaState
from receiving_app.domain.search_text import search_key
from receiving_app.storage import search_index, service_data
from receiving_app.storage.schema import search_texts
from receiving_app.storage.search_index import Entries
from tests.acts.running_station import RunningStation
from tests.factories import KEY, NUMBER, an_rma

TRACKING = "1Z999AA10123456784"


def rma(n: int) -> Rma:
    return an_rma(
        number=f"RMA-{n:08d}",
        ticket=f"T-{n}",
        lines=(Line("l-1", "KP2", f"SW-{7 * n:07d}"),),
        tracking=(f"1Z999AA1{13 * n:010d}",),
    )


def put(station: RunningStation, *rmas: Rma) -> None:
    with station.store.transaction() as connection:
        service_data.put_rmas(connection, rmas)


def take_in(station: RunningStation) -> None:
    more = True
    while more:
        with station.store.transaction() as connection:
            more = search_index.take_in(connection)


def find(station: RunningStation, text: str, most: int = 50) -> Entries:
    with station.store.reading() as connection:
        return search_index.find(connection, search_key(text), search_index.rarity(connection), most)


def texts(station: RunningStation) -> list[tuple[int, str]]:
    with station.store.reading() as connection:
        rows = connection.execute(select(search_texts.c.id, search_texts.c.text).order_by(search_texts.c.id))
        return [(row.id, row.text) for row in rows]


@pytest.fixture
def many(station: RunningStation) -> RunningStation:
    """Give a station with 2,500 RMAs, of which the index has taken in 2,000."""
    for start in range(0, 2_500, 500):
        put(station, *map(rma, range(start, start + 500)))
    take_in(station)
    return station


@pytest.mark.parametrize("n", [3, 1_999, 2_000, 2_499])
def test_an_rma_is_found_by_any_part_of_any_number_whether_taken_in_or_waiting(many: RunningStation, n: int) -> None:
    wanted = rma(n)
    numbers = (wanted.number, wanted.ticket, wanted.lines[0].serial or "", wanted.tracking[0])
    chance = random.Random(n)  # noqa: S311 - guards nothing
    for key in map(search_key, numbers):
        for _ in range(10):
            start = chance.randint(0, len(key) - 1)
            part = key[start : chance.randint(start + 1, len(key))]
            found = find(many, part, most=3_000)
            assert search_key(wanted.number) in found.keys or not found.complete, part


@pytest.mark.parametrize("part", ["0017", "RMA0000", "999AA1000", "SW", "24", "T-24"])
def test_the_index_finds_what_looking_at_every_text_finds(many: RunningStation, part: str) -> None:
    key = search_key(part)
    looked_at = {
        search_key(each.number)
        for each in map(rma, range(2_500))
        if any(key in search_key(n) for n in (each.number, each.ticket, each.lines[0].serial or "", *each.tracking))
    }
    found = find(many, part, most=3_000)
    assert set(found.keys) == looked_at if found.complete else set(found.keys) <= looked_at


def test_the_number_itself_comes_before_those_that_begin_with_it_and_those_before_the_newest(
    many: RunningStation,
) -> None:
    assert find(many, "T-12", most=3).keys[0] == "RMA00000012"
    assert not find(many, "T-12", most=3).complete


def test_a_changed_rma_is_found_by_its_new_numbers_alone(many: RunningStation) -> None:
    put(many, an_rma(number="RMA-00000007", rev=6, lines=(Line("l", "KP2", "NEWSERIAL"),)))
    put(many, an_rma(number="RMA-00002400", rev=6, lines=(Line("l", "KP2", "NEWERSERIAL"),)))
    assert find(many, "NEWSER").keys == ("RMA00000007",)
    assert find(many, "NEWERSER").keys == ("RMA00002400",)
    assert find(many, "SW-0000049").keys == ()
    take_in(many)
    assert find(many, "NEWSER").keys == ("RMA00000007",)


def test_a_change_that_touches_no_number_leaves_the_index_as_it_is(many: RunningStation) -> None:
    before = texts(many)
    put(many, replace(rma(7), rev=6, state=RmaState.CANCELLED))
    assert texts(many) == before


def test_what_the_service_deleted_is_found_no_longer(many: RunningStation) -> None:
    with many.store.transaction() as connection:
        service_data.remove(connection, [("rma", "RMA-00000007"), ("rma", "RMA-00002400")])
    assert find(many, "RMA-00000007").keys == find(many, "RMA-00002400").keys == ()


def test_after_the_service_started_over_only_what_it_told_anew_is_found(many: RunningStation) -> None:
    with many.store.transaction() as connection:
        service_data.clear(connection)
    put(many, an_rma(tracking=(TRACKING,)))
    assert find(many, "9999").keys == find(many, "RMA-00000007").keys == ()
    assert find(many, TRACKING).keys == find(many, NUMBER).keys == (KEY,)


def test_in_an_empty_memory_nothing_is_found(station: RunningStation) -> None:
    assert find(station, "RMA1") == find(station, "R") == find(station, "") == Entries((), complete=True)
