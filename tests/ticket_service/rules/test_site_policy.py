from __future__ import annotations

import json
from pathlib import Path

import pytest

from receiving_app.sync import wire
from receiving_app.sync.row_data import PolicyData
from ticket_service.rules.site_policy import VALUES, as_typed, read

DEMO = json.loads((Path(__file__).parents[3] / "resources" / "demo" / "service.json").read_text("utf-8"))["policy"]


def test_the_demos_policy_typed_and_read_is_the_same_and_what_is_added_is_the_default() -> None:
    told, faults = read(as_typed(DEMO))

    assert faults == {}
    assert {name: told[name] for name in DEMO if name != "version"} == {k: v for k, v in DEMO.items() if k != "version"}
    assert {name for name in told if name not in DEMO} == {
        "inspect_within_days", "review_within_hours", "clip_seconds", "clip_megabytes", "clip_days"
    }  # fmt: skip


def test_a_station_reads_what_was_read_and_every_value_of_it_can_be_set() -> None:
    told, _ = read(as_typed(DEMO))

    row = {"seq": 1, "kind": "policy", "id": "site", "rev": 1, "deleted": False, "data": told | {"version": 2}}
    assert wire.changes([row], "DOCK-1").unreadable == ()
    assert set(told) >= set(PolicyData.model_fields) - {"version"}


@pytest.mark.parametrize("value", [value for value in VALUES if hasattr(value, "least")], ids=lambda value: value.name)
def test_an_amount_keeps_its_bounds(value: object) -> None:
    name, least, most = (getattr(value, each) for each in ("name", "least", "most"))
    for text in ("", "x", "1.5", str(least - 1), str(most + 1), "٣", "9" * 12):
        assert read(as_typed(DEMO) | {name: text})[1] == {name: f"Type a whole number from {least} to {most:,}."}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("time_zone", "Chicago"),
        ("time_zone", "../etc/passwd"),
        ("number_prefix", "RMA-"),
        ("number_body", ".*"),
        ("extras", "eat"),
        ("unclaimed_remind_days", "30, 7"),
        ("unclaimed_remind_days", "soon"),
        ("dock_closed", "2026-02-30"),
        ("mon_opens", "8"),
        ("mon_opens", "18:00"),
        ("mon_opens", ""),
        ("data_warn_after_hours", "73"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field(field: str, text: str) -> None:
    assert list(read(as_typed(DEMO) | {field: text})[1]) == [field]


def test_a_dock_that_never_opens_is_refused() -> None:
    closed = {f"{day}_{which}": "" for day in ("mon", "tue", "wed", "thu", "fri") for which in ("opens", "closes")}

    assert "The dock opens on no day" in read(as_typed(DEMO) | closed)[1]["mon_opens"]


def test_a_day_with_empty_times_is_closed_and_dates_are_sorted_once_each() -> None:
    typed = as_typed(DEMO) | {"mon_opens": "", "mon_closes": "", "dock_closed": "2026-12-25\n2026-01-01 2026-12-25"}

    told, faults = read(typed)

    assert (faults, told["dock_hours"]["mon"]) == ({}, None)
    assert told["dock_closed"] == ["2026-01-01", "2026-12-25"]
