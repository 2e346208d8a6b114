"""At the door: what is scanned before the station's window stands."""

from __future__ import annotations

from pathlib import Path

from receiving_app.acts.outcome import Answer, Detail
from receiving_app.assembly import Parts
from receiving_app.desks.early import answered, answered_early
from receiving_app.domain.policy import Policy
from receiving_app.domain.roles import Known, Role
from receiving_app.qt.opening import Opened
from receiving_app.scanning.wedge import Scan
from receiving_app.storage import sign_ins
from receiving_app.storage.service_data import Person, put_people
from receiving_app.storage.sign_ins import SignIn
from receiving_app.storage.store import StoreError
from tests.demo_site import IN_TIME, NOW, Hands, station, station_settings, stored

ANN = Person("U-01", 1, "Ann", (Role.DOCK,), "")


def scanned(text: str) -> Scan:
    return Scan(text, "", 0, len(text))


def opened(parts: Parts) -> Opened:
    return Opened(parts, parts.dock.resume(), Policy())


def test_scans_of_the_start_are_answered_each_in_its_order(tmp_path: Path) -> None:
    with station(station_settings(tmp_path, None, tmp_path / "none"), Hands(), online=False) as parts:
        answers = answered_early(opened(parts), [scanned("?!"), scanned(IN_TIME)], NOW)
        assert answers is not None
        assert [each.answer for each in answers] == [Answer.NOT_UNDERSTOOD, Answer.JUDGED]


def test_a_locked_screen_shows_nothing_before_its_window_stands_and_nothing_is_taken_twice(tmp_path: Path) -> None:
    with station(station_settings(tmp_path, None, tmp_path / "none"), Hands()) as parts:
        with parts.store.transaction() as connection:
            put_people(connection, [ANN])
            sign_ins.begin(connection, SignIn(ANN.id, Role.DOCK, Known.BADGE))
        assert answered_early(opened(parts), [scanned(IN_TIME)], NOW) is None
        assert "reading.recorded" not in [row.type for row in stored(parts)]


def test_what_could_not_be_recorded_is_said() -> None:
    def full() -> tuple[()]:
        raise StoreError("no room")

    (answer,) = answered(full)
    assert answer.detail is Detail.NOT_RECORDED
