"""What is done at the station calls for its papers, once, until it is taken back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtGui import QImage

from receiving_app.acts.shipping import Shipping
from receiving_app.domain.authorization import Address, Line
from receiving_app.domain.command import Command
from receiving_app.domain.events import Body, Choice, Event, Subject
from receiving_app.domain.item_events import Mark
from receiving_app.domain.lpn import lpn_of
from receiving_app.domain.papers import CALLING, JobState, PaperKind, due
from receiving_app.domain.roles import Role
from receiving_app.paperwork.following import Paperwork
from receiving_app.printing.documents import (
    FORMS,
    AddressLabel,
    Document,
    HazardLabel,
    ItemLabel,
    LpnLabel,
    PackingSlip,
    QuarantineLabel,
    RefusalSlip,
    RejectionSlip,
    UnclaimedLabel,
)
from receiving_app.printing.rendering import picture
from receiving_app.storage import journal, papers_told, plates, print_queue
from receiving_app.storage.forms import from_json
from receiving_app.storage.print_queue import Job
from receiving_app.storage.service_data import Person
from receiving_app.storage.store import DATABASE, open_store
from tests.acts.running_station import RunningStation
from tests.acts.unclaimed_boxes import Boxes
from tests.acts.unpacked_box import FIRST, SECOND, Table
from tests.factories import NUMBER, OTHER_NUMBER, STATION, WORKER, an_rma, an_rma_number, chicago
from tests.fixtures.make_database import DATABASES
from tests.golden.examples import EXAMPLES
from tests.printing.decoders import read_by_zbar, read_by_zxing

HOME = Address("Fleet Eyes LLC", "500 W Madison St", "Chicago", "IL", "60661")
RMA = an_rma(lines=(FIRST, SECOND))
D = TypeVar("D")


class Prints:
    """The station's print queue, with the paperwork that fills it."""

    def __init__(self, station: RunningStation) -> None:
        self.station = station
        self.paperwork = Paperwork(station.store)

    def jobs(self) -> tuple[Job, ...]:
        """Give what waits, after the journal was followed."""
        self.paperwork.follow()
        with self.station.store.reading() as connection:
            return print_queue.waiting(connection)

    def documents(self) -> list[Document]:
        return [from_json(FORMS[job.kind], job.document) for job in self.jobs()]

    def of(self, form: type[D]) -> list[D]:
        return [document for document in self.documents() if isinstance(document, form)]

    def come_out(self) -> None:
        """Print everything that waits."""
        for job in self.jobs():
            self.settle(job, JobState.PRINTED)

    def settle(self, job: Job, state: JobState) -> None:
        with self.station.store.transaction() as connection:
            print_queue.settle(connection, job.number, state)


@pytest.fixture
def prints(station: RunningStation) -> Prints:
    station.told(RMA)
    return Prints(station)


@pytest.fixture
def table(station: RunningStation) -> Table:
    return Table(station)


def upheld(station: RunningStation) -> str:
    """Give the plate of a late package that a supervisor upheld as rejected."""
    late = an_rma(number=an_rma_number(900), receive_by=chicago(2026, 11, 6).date(), send_back_to=HOME)
    station.told(late)
    package = station.scan(late.number).package
    assert package is not None
    station.decide(package, Choice.UPHOLD)
    station.say(Command.NEXT)
    return package.lpn


def test_a_box_gets_its_plate_when_it_arrives(station: RunningStation, prints: Prints) -> None:
    package = station.scan(NUMBER).package
    (plate,) = prints.of(LpnLabel)

    assert package is not None
    assert (plate.lpn, plate.lines[0]) == (package.lpn, NUMBER)


def test_a_box_that_nobody_claims_gets_its_label_and_a_new_one_on_another_shelf(
    station: RunningStation, prints: Prints
) -> None:
    boxes = Boxes(station)
    box = boxes.without_number()
    boxes.keep(box, "B12")
    (label,) = prints.of(UnclaimedLabel)
    assert (label.lpn, label.place) == (box.lpn, "B12")
    boxes.keep(box, "B12")
    assert len(prints.of(UnclaimedLabel)) == 1
    boxes.keep(box, "C3")
    assert [each.place for each in prints.of(UnclaimedLabel)] == ["C3"]


def test_the_label_of_a_box_that_is_kept_no_more_by_undo_is_not_printed(
    station: RunningStation, prints: Prints
) -> None:
    boxes = Boxes(station)
    boxes.keep(boxes.without_number())
    assert prints.of(UnclaimedLabel)
    boxes.undo()
    assert not prints.of(UnclaimedLabel)


def test_a_box_gets_one_plate_however_often_it_is_turned_to(station: RunningStation, prints: Prints) -> None:
    package = station.scan(NUMBER).package
    assert package is not None
    prints.come_out()
    station.say(Command.NEXT)
    station.scan(package.lpn)
    station.say(Command.NEXT)

    assert prints.jobs() == ()


def test_a_box_that_may_be_the_one_before_waits_for_the_answer(station: RunningStation, prints: Prints) -> None:
    station.scan(NUMBER)
    prints.come_out()
    station.wait(60)
    again = station.scan(NUMBER)
    assert again.asks_same_box
    assert prints.jobs() == ()

    station.say(Command.ANOTHER_BOX)
    assert [plate.lpn for plate in prints.of(LpnLabel)] == [lpn_of(STATION, 2)]


def test_a_box_about_which_nobody_answers_gets_its_plate_when_it_is_left(
    station: RunningStation, prints: Prints
) -> None:
    station.scan(NUMBER)
    station.wait(60)
    station.scan(NUMBER)
    station.say(Command.NEXT)

    assert [plate.lpn for plate in prints.of(LpnLabel)] == [lpn_of(STATION, 1), lpn_of(STATION, 2)]


def test_the_same_box_again_gets_no_second_plate(station: RunningStation, prints: Prints) -> None:
    station.scan(NUMBER)
    station.wait(60)
    station.scan(NUMBER)
    station.say(Command.SAME_BOX)
    station.say(Command.NEXT)

    assert [plate.lpn for plate in prints.of(LpnLabel)] == [lpn_of(STATION, 1)]


def test_a_box_that_carries_a_plate_printed_ahead_gets_no_other(station: RunningStation, prints: Prints) -> None:
    with station.store.transaction() as connection:
        first, _ = plates.new_roll(connection, STATION, 2)
    station.scan(first)
    station.scan(NUMBER)

    assert prints.jobs() == ()


def test_where_plates_are_printed_ahead_none_is_printed_at_arrival(station: RunningStation, prints: Prints) -> None:
    prints.paperwork = Paperwork(station.store, plates_ahead=True)
    station.scan(NUMBER)
    station.say(Command.HAZARD)

    assert [type(document) for document in prints.documents()] == [HazardLabel]


def test_what_is_taken_back_before_it_was_printed_is_not_printed(station: RunningStation, prints: Prints) -> None:
    station.scan(NUMBER)
    assert len(prints.jobs()) == 1
    station.say(Command.UNDO)

    assert prints.jobs() == ()


def test_what_is_taken_back_before_anybody_looked_is_never_queued(station: RunningStation, prints: Prints) -> None:
    station.scan(NUMBER)
    station.say(Command.UNDO)
    prints.jobs()
    with station.store.reading() as connection:
        assert print_queue.newest(connection, 9) == ()


def test_what_came_out_before_it_was_taken_back_is_void_and_comes_anew(station: RunningStation, prints: Prints) -> None:
    station.scan(NUMBER)
    station.say(Command.HAZARD)
    prints.come_out()
    station.say(Command.UNDO)
    assert prints.jobs() == ()
    with station.store.reading() as connection:
        assert print_queue.newest(connection, 1)[0].state is JobState.WITHDRAWN

    station.say(Command.HAZARD)
    assert len(prints.of(HazardLabel)) == 1


def test_a_dangerous_box_gets_one_warning_with_the_name_of_who_saw_it(station: RunningStation, prints: Prints) -> None:
    station.employs(Person(WORKER.person or "", 1, "Ann Dock", (Role.DOCK,)))
    package = station.scan(NUMBER).package
    station.say(Command.HAZARD)
    station.say(Command.HAZARD)
    (label,) = prints.of(HazardLabel)

    assert package is not None
    assert label.code == package.lpn
    assert label.found[-1] == "Ann Dock"


def test_a_box_refused_at_the_door_gets_a_slip_and_no_plate(station: RunningStation, prints: Prints) -> None:
    station.say(Command.REFUSED_AT_DOOR)
    station.dock.refuse_at_door("J. Moreno", "UPS", "Wet and torn.", WORKER)
    (slip, with_details) = prints.of(RefusalSlip)

    assert prints.of(LpnLabel) == []
    assert (slip.driver, with_details.driver) == ("", "J. Moreno")


def test_a_done_box_gets_a_label_for_each_device_with_its_place(prints: Prints, table: Table) -> None:
    table.open(RMA)
    table.scan(FIRST.serial or "")
    table.scan(SECOND.serial or "")
    prints.come_out()
    table.unpacking.done(WORKER, "B-12")

    assert [(label.serial, label.place) for label in prints.of(ItemLabel)] == [
        (FIRST.serial, "B-12"),
        (SECOND.serial, "B-12"),
    ]


def test_a_box_done_once_more_labels_only_what_changed(prints: Prints, table: Table) -> None:
    lpn = table.open(RMA)
    table.scan(FIRST.serial or "")
    table.unpacking.done(WORKER, "B-12")
    prints.come_out()
    table.unpacking.begin(lpn, WORKER)
    table.scan(SECOND.serial or "")
    table.unpacking.done(WORKER, "B-12")

    assert [label.serial for label in prints.of(ItemLabel)] == [SECOND.serial]


def test_a_device_that_is_not_on_the_rma_is_set_apart_at_once(prints: Prints, table: Table) -> None:
    table.open(RMA)
    prints.come_out()
    item = table.scan("ZZ0099999").item
    (label,) = prints.of(QuarantineLabel)
    table.unpacking.done(WORKER, "B-12")

    assert item is not None
    assert (label.code, label.serial) == (item.id, "ZZ0099999")
    assert prints.of(ItemLabel) == []


def test_a_device_whose_finding_is_taken_back_is_not_set_apart(prints: Prints, table: Table) -> None:
    table.open(RMA)
    prints.come_out()
    table.scan("ZZ0099999")
    assert len(prints.of(QuarantineLabel)) == 1
    table.say(Command.UNDO)

    assert prints.jobs() == ()


def test_a_device_that_is_listed_after_all_gets_its_own_label_instead(prints: Prints, table: Table) -> None:
    table.open(RMA)
    item = table.scan("ZZ0099999").item
    table.unpacking.done(WORKER, "B-12")
    prints.come_out()
    table.station.told(replace(RMA, rev=2, lines=(FIRST, SECOND, Line("l-9", "KP2", "ZZ0099999"))))
    table.station.item_judging.judge_again()

    assert item is not None
    (label,) = prints.of(ItemLabel)
    assert (label.item, label.place) == (item.id, "B-12")
    with table.station.store.reading() as connection:
        assert print_queue.of_thing(connection, "quarantine-label", item.id) == ()


def test_a_dangerous_device_and_its_box_each_get_a_warning(prints: Prints, table: Table) -> None:
    lpn = table.open(RMA)
    item = table.scan(FIRST.serial or "").item
    assert item is not None
    table.unpacking.mark(item.id, Mark.HAZARD, WORKER)

    assert {label.code for label in prints.of(HazardLabel)} == {lpn, item.id}


def test_a_rejected_box_leaves_with_the_reason_a_packing_slip_and_an_address(
    station: RunningStation, prints: Prints
) -> None:
    lpn = upheld(station)
    prints.come_out()
    shipment = Shipping(station.parts).pack([lpn], WORKER).shipment
    (packing,), (slip,), (label,) = prints.of(PackingSlip), prints.of(RejectionSlip), prints.of(AddressLabel)

    assert shipment is not None
    assert slip.lpn == lpn
    assert "late" in slip.reasons[0]
    assert [row.item for row in packing.items] == [lpn]
    assert (label.reference, label.to[0]) == (shipment.id, HOME.name)


def test_packing_anew_or_taking_all_out_voids_the_papers_before(station: RunningStation, prints: Prints) -> None:
    lpn = upheld(station)
    shipping = Shipping(station.parts)
    shipment = shipping.pack([lpn], WORKER).shipment
    assert shipment is not None
    prints.come_out()
    shipping.repack(shipment.id, [lpn], WORKER)
    assert len(prints.of(PackingSlip)) == 1

    shipping.repack(shipment.id, [], WORKER)
    assert prints.jobs() == ()


def test_nothing_is_queued_twice_after_a_restart(station: RunningStation, prints: Prints) -> None:
    station.scan(NUMBER)
    before = prints.jobs()
    prints.paperwork = Paperwork(station.store)

    assert prints.jobs() == before


def test_how_far_the_journal_was_read_is_kept(station: RunningStation, prints: Prints) -> None:
    station.scan(NUMBER)
    prints.jobs()
    with station.store.reading() as connection:
        assert papers_told.get(connection) == journal.head(connection)[0]


def test_what_was_done_before_anything_could_be_printed_stays_unprinted(tmp_path: Path) -> None:
    shutil.copy(DATABASES / "0001.sqlite3", tmp_path / DATABASE)
    store = open_store(tmp_path)
    Paperwork(store).follow()
    with store.reading() as connection:
        assert journal.head(connection)[0] > 0
        assert print_queue.newest(connection, 9) == ()
    store.close()


def test_what_was_done_while_nothing_followed_is_printed_later(station: RunningStation, prints: Prints) -> None:
    station.scan(NUMBER)
    station.say(Command.NEXT)
    station.say(Command.NO_NUMBER)

    assert len(prints.of(LpnLabel)) == 2


def test_every_document_that_can_be_queued_has_a_kind_with_words() -> None:
    assert set(FORMS) == set(PaperKind)


def test_only_events_that_are_followed_call_for_paper() -> None:
    def event(body: Body) -> Event:
        return Event("e-1", 1, Subject(), chicago(2026, 11, 7), WORKER, STATION, body)

    assert all(isinstance(body, CALLING) for body in EXAMPLES if due(event(body)))


def unpacks(table: Table) -> None:
    table.open(RMA)
    table.scan(FIRST.serial or "")
    table.unpacking.done(WORKER)


def sets_apart(table: Table) -> None:
    table.open(RMA)
    table.scan("ZZ0099999")


DAYS: dict[str, Callable[[Table], object]] = {
    "arrival": lambda table: table.station.scan(NUMBER),
    "hazard": lambda table: table.station.say(Command.HAZARD),
    "unpacked": unpacks,
    "quarantine": sets_apart,
    "shipment": lambda table: Shipping(table.station.parts).pack([upheld(table.station)], WORKER),
}


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("day", DAYS)
def test_both_decoders_read_what_an_act_brings_out(prints: Prints, table: Table, day: str, dpi: int) -> None:
    DAYS[day](table)
    jobs = prints.jobs()
    assert jobs
    for job in jobs:
        image = picture(from_json(FORMS[job.kind], job.document), dpi=dpi)
        assert job.thing in read(image, read_by_zxing), job.kind
        assert job.thing in read(image, read_by_zbar), job.kind


def read(image: QImage, decoder: Callable[[QImage], list[tuple[str, str]]]) -> set[str]:
    return {text for one in decoder(image) for text in one}


def test_an_unknown_number_is_labelled_all_the_same(station: RunningStation, prints: Prints) -> None:
    station.scan(OTHER_NUMBER)

    assert len(prints.of(LpnLabel)) == 1
