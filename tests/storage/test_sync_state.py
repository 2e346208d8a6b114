from __future__ import annotations

from receiving_app.storage import sync_state
from receiving_app.storage.sync_state import SyncState
from tests.acts.running_station import NOON, RunningStation


def test_before_the_first_pull_nothing_is_known(station: RunningStation) -> None:
    with station.store.reading() as connection:
        assert sync_state.get(connection) == SyncState()


def test_where_the_pull_stands_is_kept_in_one_row(station: RunningStation) -> None:
    for state in (SyncState("e-1", "7", NOON, -1500), SyncState("e-2", "", None, 0)):
        with station.store.transaction() as connection:
            sync_state.put(connection, state)
            assert sync_state.get(connection) == state
