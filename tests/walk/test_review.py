"""A supervisor at the review by scans alone: to a case, over several at once, and past their own work."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from receiving_app.acts.decision import NotReturned
from receiving_app.assembly import Parts
from receiving_app.domain.command import Command
from receiving_app.queries.incomplete import incomplete_cases
from tests.demo_site import CANCELLED, DOCK, IN_TIME, LATE, LEAD, Hands, Site, station_settings
from tests.demo_site import station as another_station
from tests.sync import test_two_stations as two_stations
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_item_review import reviewed
from tests.walk.test_people import actors, type_pin
from tests.walk.test_scan import all_sent
from tests.walk.test_unpacking import FIRST, panel, received
from ticket_service.accounts.station_tokens import issue_token
from ticket_service.storage.store import writing
from ui.station_screen import Screen

MARCUS, MARCUS_PIN = "BADGE-1006", "6006"


def command(station: OpenStation, *commands: Command) -> None:
    for each in commands:
        before = len(station.readings())
        station.scan(each.barcode)
        station.wait(partial(_recorded_more, station, before))


def _recorded_more(station: OpenStation, before: int) -> bool:
    return len(station.readings()) > before


def rejected(station: OpenStation, hands: Hands, *numbers: str) -> list[str]:
    """Receive boxes that are rejected, go to the review, and give their plates."""
    lpns = []
    for number in numbers:
        hands.go(minutes=5)
        station.scan(number)
        station.wait_verdict("REJECT", number)
        station.scan(Command.NEXT.barcode)
        lpns.append(str([row.lpn for row in station.journal() if row.lpn][-1]))
    station.scan(Command.TO_REVIEW.barcode)
    station.wait(lambda: station.app.window.shown is Screen.REVIEW and "Waiting for review" in reviewed(station))
    return lpns


def pointed(station: OpenStation) -> str:
    case = station.app.window.review.pointed
    return case.head.thing if case is not None else ""


def decided(station: OpenStation) -> list[str]:
    return [str(row.lpn) for row in station.journal() if row.type == "review.decided"]


def test_a_plate_and_an_rmas_number_lead_to_their_case_and_again_to_the_next(start: Start, hands: Hands) -> None:
    with start() as station:
        first, second, third = rejected(station, hands, LATE, CANCELLED, LATE)
        arrived = station.types().count("package.arrived")
        station.scan(second)
        station.wait(lambda: pointed(station) == second)
        station.scan(f"RMA: {LATE[4:]}")
        station.wait(lambda: pointed(station) == first)
        station.scan(LATE)
        station.wait(lambda: pointed(station) == third)
        assert station.types().count("package.arrived") == arrived
        assert station.readings()[-1] == LATE


def test_cases_are_marked_and_upheld_by_scans_alone_and_undo_takes_all_back(start: Start, hands: Hands) -> None:
    with start() as station:
        first, second, third = rejected(station, hands, LATE, CANCELLED, LATE)
        station.scan(first)
        station.wait(lambda: pointed(station) == first)
        command(station, Command.ALL_ALIKE, Command.CHOICE_1, Command.REASON_ON, Command.DECIDE)
        station.wait(lambda: decided(station) == [first, third])
        assert {body["reason"] for body in station.bodies("review.decided")} == {"partner-informed"}
        assert second not in decided(station)
        station.press(Qt.Key.Key_F9)
        station.wait(lambda: "Waiting for review: 3" in reviewed(station))
        assert "act.undone" in station.types()


def test_a_command_of_the_review_is_refused_elsewhere_with_a_word(start: Start) -> None:
    with start() as station:
        station.scan(Command.DECIDE.barcode)
        station.wait_for("This command is for a case at the review.")


def test_own_work_is_decided_by_another_supervisors_badge_and_pin_at_the_same_screen(start: Start) -> None:
    with start() as station:
        received(station)
        station.scan(Command.CARTON_EMPTY.barcode)
        station.wait(lambda: "unpacking.begun" in station.types() and "empty" in panel(station).lower())
        station.scan(Command.TO_REVIEW.barcode)
        station.wait(lambda: station.app.window.shown is Screen.REVIEW and "still awaited" in reviewed(station))
        command(station, Command.CHOICE_1, Command.DECIDE)
        station.wait_for("This is your own work.", "A supervisor must approve this")
        station.scan(MARCUS)
        station.wait(lambda: station.app.window.people._names.currentText().startswith("Marcus"))
        type_pin(station, MARCUS_PIN)
        station.wait(lambda: "unpacking.reviewed" in station.types())
        assert actors(station, "unpacking.reviewed") == [("U-06", "approval:U-05")]


@pytest.fixture
def other(tmp_path: Path, site: Site, hands: Hands) -> Iterator[Parts]:
    """Give another station of the site."""
    with writing(site.engine) as connection:
        token = issue_token(connection, "DOCK-2", hands())
    token_file = tmp_path / "other.token"
    token_file.write_text(token, encoding="ascii")
    with another_station(station_settings(tmp_path / "other", site.url, token_file, station="DOCK-2"), hands) as parts:
        yield parts


def test_what_another_station_decides_while_it_is_open_stays_with_what_was_written_and_is_offered_no_more(
    start: Start, site: Site, hands: Hands, other: Parts
) -> None:
    with start() as station:
        two_stations.finish(station.parts, two_stations.unpack(station.parts, hands, IN_TIME, FIRST))
        station.app.sync()
        station.wait(lambda: all_sent(station))
        two_stations.in_step(site, other)
        two_stations.unpack(other, hands, IN_TIME)
        other.unpacking.done(DOCK)
        hands.go(days=15)
        two_stations.in_step(site, other)
        station.sync()
        (case,) = incomplete_cases(other.store, hands())

        station.scan(Command.TO_REVIEW.barcode)
        station.wait(lambda: "INCOMPLETE" in reviewed(station))
        fields = station.app.window.review.findChildren(QLineEdit)
        note = next(field for field in fields if field.isVisible() and field.accessibleName() == "Note")
        note.setText("I called them")
        said = NotReturned(case.rma_key, tuple(each.line.id for each in case.awaited), "never-sent")
        assert other.deciding.decide([said], LEAD).objections == ()
        hands.go(seconds=61)
        two_stations.in_step(site, other)
        station.app.sync()
        station.wait(lambda: "Decided meanwhile: Not returned, by Ellen Kowalski at DOCK-2" in reviewed(station))
        assert (note.isVisible(), note.text()) == (True, "I called them")
        station.press(Qt.Key.Key_F8)
        assert station.bodies("line.settled") == []
