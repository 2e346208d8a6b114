from __future__ import annotations

import pytest

from receiving_app.sync.wire import changes

STATION = "DOCK-1"
PACKAGE = {
    "lpn": "LPN-DOCK-2-0000017",
    "station": "DOCK-2",
    "received_at": "2026-11-16T09:12:00-06:00",
    "rmas": [{"number": "RMA-00001235", "verdict": "accept"}],
    "ended": None,
}


def row(**changed: object) -> dict[str, object]:
    data = {**PACKAGE, **changed}
    return {"seq": 1, "kind": "package", "id": data["lpn"], "rev": 1, "deleted": False, "data": data}


def test_another_stations_package_stands_for_its_rma() -> None:
    told = changes([row()], STATION)
    assert [package.rma_number for package in told.other_packages] == ["RMA-00001235"]
    assert told.deleted == ()


@pytest.mark.parametrize("changed", [{"ended": "not-a-return"}, {"rmas": []}])
def test_a_package_that_ended_or_lost_its_verdicts_no_longer_counts(changed: dict[str, object]) -> None:
    told = changes([row(**changed)], STATION)
    assert told.other_packages == ()
    assert told.deleted == (("package", "LPN-DOCK-2-0000017"),)
