from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from receiving_app.assembly import assemble
from receiving_app.clock import StationClock
from receiving_app.settings import Settings
from receiving_app.storage import sync_state
from receiving_app.storage.sync_state import SyncState


def test_a_clock_that_was_wrong_is_doubted_after_an_offline_start_too(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    noon = datetime(2026, 11, 16, 18, tzinfo=UTC)
    first = assemble(settings, StationClock(lambda: noon), lambda: False)
    with first.store.transaction() as connection:
        sync_state.put(connection, SyncState(offset_ms=-86_400_000))
    first.store.close()
    clock = StationClock(lambda: noon)
    assemble(settings, clock, lambda: False).store.close()
    moment = clock.moment()
    assert (moment.earliest, moment.latest) == (noon - timedelta(days=1), noon)
