"""A station killed over an open box, or while a supervisor decides on a device."""

from __future__ import annotations

from pathlib import Path

from receiving_app.domain.item import fold
from receiving_app.domain.item_events import ItemDecided, UnpackingEnded
from receiving_app.storage import items, journal
from tests.acts.running_station import RunningStation
from tests.acts.test_recorded_before_shown import shown_until_killed


def test_what_was_shown_over_a_box_is_kept_and_nothing_is_half_written(tmp_path: Path) -> None:
    shown = [line for after in (0.03, 0.2, 0.5) for line in shown_until_killed(tmp_path, after, "unpack_until_killed")]
    station = RunningStation(tmp_path)
    assert station.faults() == ()
    decided = {body.item for body in station.bodies(ItemDecided) if isinstance(body, ItemDecided)}
    done = sum(isinstance(body, UnpackingEnded) for body in station.bodies(UnpackingEnded))
    with station.store.reading() as connection:
        for what, thing, *numbers in (line.split() for line in shown):
            if what == "seen":
                item = items.get(connection, thing)
                assert item is not None
                assert item == fold(journal.of_item(connection, thing))
                assert [len(item.parts), len(item.custody)] >= [int(number) for number in numbers]
                assert item.judgement is not None, "a device is never counted without its verdict"
    assert {line.split()[1] for line in shown if line.startswith("decided")} <= decided
    assert sum(line.startswith("done") for line in shown) <= done
    station.close()
