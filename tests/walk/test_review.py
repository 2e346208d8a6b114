"""A supervisor at the review by scans alone: to a case, over several at once, and past their own work."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from receiving_app.domain.command import Command
from tests.demo_site import LATE, UNKNOWN, Hands
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_item_review import reviewed
from tests.walk.test_people import actors, type_pin
from tests.walk.test_unpacking import panel, received
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
        first, second, third = rejected(station, hands, LATE, UNKNOWN, LATE)
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
        first, second, third = rejected(station, hands, LATE, UNKNOWN, LATE)
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
