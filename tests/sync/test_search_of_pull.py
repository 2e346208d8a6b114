"""What a pull brings can be searched for at once."""

from __future__ import annotations

from sqlalchemy import select

from receiving_app.assembly import Parts
from receiving_app.queries.search import Searcher
from receiving_app.storage import service_data
from receiving_app.storage.schema import rmas as rmas_table
from receiving_app.sync.rounds import Rounds


def test_every_rma_of_a_pull_is_found_by_each_of_its_numbers(rounds: Rounds, parts: Parts) -> None:
    assert rounds.run_once().online
    with parts.store.reading() as connection:
        keys = connection.execute(select(rmas_table.c.rma_key)).scalars().all()
        known = service_data.rmas_with(connection, list(keys))
    assert known
    searcher = Searcher(parts.store)
    for key, rma in known.items():
        for number in (rma.number, *(line.serial for line in rma.lines if line.serial), *rma.tracking):
            assert key in [hit.key for hit in searcher.find(number).hits], number
