"""What a person asks to be printed is queued, and filled in as things stand when it is printed."""

from __future__ import annotations

import pytest

from receiving_app.acts.outcome import Detail
from receiving_app.acts.printing import MOST_PLATES, PLATES_BY_COMMAND, Printing
from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import HandedOver
from receiving_app.domain.authorization import Address
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice
from receiving_app.domain.lpn import lpn_of
from receiving_app.domain.roles import NOBODY, NotAllowedError
from receiving_app.paperwork.following import Paperwork
from receiving_app.printing.documents import FORMS, CommandSheet, Document, HandOverList, LpnRoll
from receiving_app.storage import print_queue
from receiving_app.storage.forms import from_json
from tests.acts.benched import TECHNICIAN
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, STATION, WORKER, an_rma, an_rma_number, chicago

HOME = Address("Fleet Eyes LLC", "500 W Madison St", "Chicago", "IL", "60661")


def waiting(station: RunningStation) -> list[tuple[Document, bool]]:
    """Give what waits, filled in, and whether it is a copy."""
    Paperwork(station.store, plates_ahead=True).follow()
    with station.store.reading() as connection:
        jobs = print_queue.waiting(connection)
    return [(from_json(FORMS[job.kind], job.document), job.is_copy) for job in jobs]


def test_a_roll_has_plates_that_no_box_gets_by_itself(station: RunningStation) -> None:
    Printing(station.parts).roll(2, WORKER)
    package = station.scan(NUMBER).package

    assert waiting(station) == [(LpnRoll((lpn_of(STATION, 1), lpn_of(STATION, 2))), False)]
    assert package is not None
    assert package.lpn == lpn_of(STATION, 3)


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (-7, 1), (10**9, MOST_PLATES)])
def test_a_roll_has_as_many_plates_as_a_roll_can_have(station: RunningStation, asked: int, given: int) -> None:
    Printing(station.parts).roll(asked, WORKER)
    ((roll, _),) = waiting(station)

    assert isinstance(roll, LpnRoll)
    assert len(roll.lpns) == given


def test_a_scan_asks_for_plates_and_for_the_commands(station: RunningStation) -> None:
    assert station.scan(Command.PRINT_PLATES.barcode).detail is Detail.ROLL_ASKED
    assert station.scan(Command.PRINT_COMMANDS.barcode).detail is Detail.SHEET_ASKED
    (roll, _), (sheet, _) = waiting(station)

    assert isinstance(roll, LpnRoll)
    assert len(roll.lpns) == PLATES_BY_COMMAND
    assert sheet == CommandSheet()


def test_a_scan_prints_the_last_again(station: RunningStation) -> None:
    assert station.scan(Command.PRINT_AGAIN.barcode).detail is Detail.NOTHING_PRINTED
    Printing(station.parts).command_sheet(WORKER)
    assert station.scan(Command.PRINT_AGAIN.barcode).detail is Detail.PRINTED_AGAIN

    assert waiting(station) == [(CommandSheet(), False), (CommandSheet(), True)]


def test_any_print_comes_again_as_a_copy_and_an_unknown_one_does_not(station: RunningStation) -> None:
    printing = Printing(station.parts)
    printing.command_sheet(WORKER)

    assert (printing.again(1, WORKER), printing.again(7, WORKER)) == (True, False)
    assert [is_copy for _, is_copy in waiting(station)] == [False, True]


def test_each_carriers_driver_gets_a_list_of_what_left_today(station: RunningStation) -> None:
    late = an_rma(number=an_rma_number(900), receive_by=chicago(2026, 11, 6).date(), send_back_to=HOME)
    station.told(late)
    package = station.scan(late.number).package
    assert package is not None
    station.decide(package, Choice.UPHOLD)
    shipping, printing = Shipping(station.parts), Printing(station.parts)
    assert printing.drivers_lists(WORKER) == ()
    shipment = shipping.pack([package.lpn], WORKER).shipment
    assert shipment is not None
    assert shipping.sent(shipment.id, HandedOver("1Z999AA10123456784"), WORKER).done

    assert printing.drivers_lists(WORKER) == ("UPS",)
    (listed,) = [document for document, _ in waiting(station) if isinstance(document, HandOverList)]
    assert (listed.carrier, [row.reference for row in listed.shipments]) == ("UPS", [shipment.id])


def test_nobody_prints_without_signing_in_and_a_technician_no_drivers_list(station: RunningStation) -> None:
    printing = Printing(station.parts)
    for ask in (lambda: printing.roll(1, NOBODY), lambda: printing.drivers_lists(TECHNICIAN)):
        with pytest.raises(NotAllowedError):
            ask()
    assert waiting(station) == []
