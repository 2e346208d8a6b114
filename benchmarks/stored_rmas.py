"""RMAs by the hundred thousand: made the same every time, and stored once as a station stores them."""

from __future__ import annotations

import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from receiving_app.domain.authorization import Line, Part, Rma, RmaState
from receiving_app.domain.policy import Policy
from receiving_app.domain.rma_number import mod_11_10
from receiving_app.settings import DataKind
from receiving_app.storage import service_data, sync_state
from receiving_app.storage.service_data import Partner
from receiving_app.storage.store import DATABASE, Store, open_store
from receiving_app.storage.sync_state import SyncState

STATION = "DOCK-1"
PARTNERS = 200
_AT_ONCE = 5_000
_PARTS = (Part("SD card", required=True), Part("power cable", required=False))


def number_of(serial: int) -> str:
    """Give a well-formed RMA number."""
    digits = f"{serial:07d}"
    return f"RMA-{digits}{mod_11_10(digits)}"


def rma_of(serial: int) -> Rma:
    """Make an RMA for two devices; of four one is late, one was cancelled and two are in time whenever this runs."""
    created = datetime(2026, 1, 1, 15, tzinfo=UTC) + timedelta(minutes=serial % 400_000)
    last_day = created.date() + timedelta(days=14 if serial % 4 == 0 else 25_000)
    lines = tuple(
        Line(f"l-{n}", "KP2", f"SW{2 * serial + n:08d}", fault="No picture at night", parts=_PARTS) for n in range(2)
    )
    return Rma(
        number=number_of(serial),
        rev=1,
        partner=f"p-{serial % PARTNERS}",
        partner_name="",
        created_at=created,
        receive_by=last_day,
        state=RmaState.CANCELLED if serial % 4 == 1 else RmaState.OPEN,
        ticket=f"T-{serial}",
        tracking=(f"1Z999AA1{serial:010d}",),
        lines=lines,
    )


def folder_with(cache: Path, count: int) -> Path:
    """Give a station's data folder that holds `count` RMAs; made and reported once, then kept in the cache."""
    folder = cache / f"{count}-rmas"
    done = folder / "built"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        started = time.perf_counter()
        store = open_store(folder)
        _fill(store, count)
        store.close()
        seconds = time.perf_counter() - started
        size = (folder / DATABASE).stat().st_size / 1e6
        done.write_text(f"{seconds:.1f} s, {size:.0f} MB", encoding="ascii")
    return folder


def _fill(store: Store, count: int) -> None:
    store.claim(STATION, DataKind.DEMO)
    put_rmas(store, count)


def put_rmas(store: Store, count: int) -> None:
    """Keep the first so many RMAs, their partners and a policy."""
    with store.transaction() as connection:
        service_data.put_partners(connection, [Partner(f"p-{n}", 1, f"Partner {n}") for n in range(PARTNERS)])
        service_data.put_policy(connection, Policy(version=1), 1)
    for start in range(0, count, _AT_ONCE):
        with store.transaction() as connection:
            service_data.put_rmas(connection, [rma_of(n) for n in range(start, min(start + _AT_ONCE, count))])


def working_copy(kept: Path, folder: Path) -> Path:
    """Copy a kept data folder, its data fresh as of now, so that every run begins without packages."""
    folder.mkdir(parents=True)
    shutil.copyfile(kept / DATABASE, folder / DATABASE)
    store = open_store(folder)
    with store.transaction() as connection:
        sync_state.put(connection, SyncState(data_as_of=datetime.now(UTC)))
    store.close()
    return folder
