"""The commands of the sheet: what each does to the open package, inside the act that was begun for it."""

from __future__ import annotations

from collections.abc import Callable

from receiving_app.acts import boxes, people, printing
from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.judging import Judging
from receiving_app.acts.outcome import Answer, Detail, Outcome
from receiving_app.acts.station import Act, Station
from receiving_app.domain.command import (
    AT_SHIPPING,
    AT_THE_BENCH,
    AT_THE_DESK,
    AT_THE_REVIEW,
    IN_THE_BOX,
    KEYPAD,
    Command,
)
from receiving_app.domain.events import (
    TYPE_OF_BODY,
    ActUndone,
    ArrivalClosed,
    ArrivalStamped,
    Body,
    Ending,
    HazardFlagged,
    LabelStruckOut,
    Nature,
    NumberMissing,
    PackageConfirmed,
    PackageEnded,
    Subject,
)
from receiving_app.domain.item_events import FreightCredited, InspectionEnded
from receiving_app.domain.package import Package, fold
from receiving_app.domain.roles import Right, require
from receiving_app.storage import journal, outbox, packages, service_data, shipments

_Handler = Callable[[Act, Station, Judging], Outcome]

#: Who may take back a decision: who may take one.
_RIGHT_TO_DECIDE: dict[type[Body], Right] = {InspectionEnded: Right.INSPECT, FreightCredited: Right.INSPECT}


def carry_out(act: Act, station: Station, judging: Judging, command: Command) -> Outcome:
    """Do what a command says."""
    return _HANDLERS[command](act, station, judging)


def end(act: Act, station: Station, judging: Judging, ending: PackageEnded) -> Outcome:
    """End the open package, or one that begins with this act, as no return."""
    package = _open_or_new(act, station)
    package = judging.judge(act.connection, act.on(package, ending))
    return Outcome(Answer.DONE, package, detail=Detail.ENDED)


def _truck_arrived(act: Act, station: Station, _judging: Judging) -> Outcome:
    boxes.close_open(act)
    act.write(ArrivalStamped(str(station.new_id()), station.clock.moment()), Subject())
    return Outcome(Answer.DONE, detail=Detail.TRUCK_ARRIVED)


def _done(act: Act, _station: Station, _judging: Judging) -> Outcome:
    stamp = boxes.truck(act.connection)
    if stamp is None:
        return Outcome(Answer.REFUSED, detail=Detail.NO_TRUCK)
    boxes.close_open(act)
    act.write(ArrivalClosed(stamp.arrival), Subject())
    return Outcome(Answer.DONE, detail=Detail.TRUCK_DONE)


def _next(act: Act, _station: Station, _judging: Judging) -> Outcome:
    boxes.close_open(act)
    return Outcome(Answer.DONE, detail=Detail.NEXT)


def _same_box(act: Act, _station: Station, judging: Judging) -> Outcome:
    package = packages.open_package(act.connection)
    before = boxes.merge_into_previous(act, package) if package else None
    if before is None:
        return Outcome(Answer.REFUSED, package, detail=Detail.NO_QUESTION_OPEN)
    return _judged(act, judging, before, Detail.SAME_BOX)


def _another_box(act: Act, _station: Station, judging: Judging) -> Outcome:
    package = packages.open_package(act.connection)
    if package is None or not package.unconfirmed:
        return Outcome(Answer.REFUSED, package, detail=Detail.NO_QUESTION_OPEN)
    return _judged(act, judging, act.on(package, PackageConfirmed()), Detail.ANOTHER_BOX)


def _old_label(act: Act, _station: Station, judging: Judging) -> Outcome:
    package = packages.open_package(act.connection)
    if package is None:
        return Outcome(Answer.REFUSED, detail=Detail.NO_PACKAGE_OPEN)
    if not package.live_labels:
        return Outcome(Answer.REFUSED, package, detail=Detail.NO_LABEL_TO_STRIKE)
    # Labels of one picture were read at the same moment: the one taken last is struck out.
    label = max(reversed(package.live_labels), key=lambda each: each.last_read_at)
    # An old label looks like another box's; striking it out says that it was the same box after all.
    package = boxes.merge_into_previous(act, package) or package
    package = act.on(package, LabelStruckOut(label.key, label.number), label.key)
    return _judged(act, judging, package, Detail.OLD_LABEL)


def _no_number(act: Act, station: Station, judging: Judging) -> Outcome:
    package = boxes.at_hand(act.connection)
    if package is None or package.live_labels:
        # A package that shows a number is not the one the worker means.
        package = boxes.arrive(act, station, asking=False)
    return _judged(act, judging, act.on(package, NumberMissing()), Detail.NO_NUMBER)


def _hazard(act: Act, station: Station, judging: Judging) -> Outcome:
    return _judged(act, judging, act.on(_open_or_new(act, station), HazardFlagged()), Detail.HAZARD)


def _undo(act: Act, station: Station, judging: Judging) -> Outcome:
    policy = service_data.current_policy(act.connection)
    last = journal.last_act(act.connection, station.clock.now() - policy.undo_within)
    if last is None:
        return Outcome(Answer.REFUSED, packages.open_package(act.connection), detail=Detail.NOTHING_TO_UNDO)
    written = journal.of_act(act.connection, last)
    for event in written:
        if TYPE_OF_BODY[type(event.body)].nature is Nature.DECISION:
            require(act.stamp.actor, _RIGHT_TO_DECIDE.get(type(event.body), Right.DECIDE))
    ids = tuple(event.id for event in written)
    touched = tuple(dict.fromkeys(event.subject.lpn for event in written if event.subject.lpn))
    journal.mark_undone(act.connection, ids)
    # What is still held back is told before it is told to be undone.
    told_after = outbox.held_until(act.connection, ids)
    act.write(ActUndone(last, ids), Subject(touched[0] if touched else None), told_after)
    for lpn in touched:
        package = fold(journal.of_package(act.connection, lpn))
        if package is None:
            packages.take_back(act.connection, lpn)
        else:
            judging.judge(act.connection, package)
    ItemJudging(station).told_anew(act.connection, written)
    for shipment in dict.fromkeys(filter(None, (getattr(event.body, "shipment", None) for event in written))):
        shipments.tell_again(act.connection, shipment)
    return Outcome(Answer.DONE, packages.open_package(act.connection), detail=Detail.UNDONE)


def _unpack(act: Act, _station: Station, _judging: Judging) -> Outcome:
    # Without an open box a device's label is scanned there, to say what became of its video.
    return Outcome(Answer.DONE, packages.open_package(act.connection), detail=Detail.UNPACK)


def _in_the_box(act: Act, _station: Station, _judging: Judging) -> Outcome:
    return Outcome(Answer.REFUSED, packages.open_package(act.connection), detail=Detail.UNPACKING_ONLY)


def _photo(act: Act, _station: Station, _judging: Judging) -> Outcome:
    package = packages.open_package(act.connection)
    if package is None:
        return Outcome(Answer.REFUSED, detail=Detail.NO_PACKAGE_OPEN)
    return Outcome(Answer.DONE, package, detail=Detail.PHOTO)


def _no_photo_yet(act: Act, _station: Station, _judging: Judging) -> Outcome:
    return Outcome(Answer.REFUSED, packages.open_package(act.connection), detail=Detail.PHOTO_FIRST)


def _at_shipping(act: Act, _station: Station, _judging: Judging) -> Outcome:
    return Outcome(Answer.REFUSED, packages.open_package(act.connection), detail=Detail.SHIPPING_ONLY)


def _at_the_bench(act: Act, _station: Station, _judging: Judging) -> Outcome:
    return Outcome(Answer.REFUSED, packages.open_package(act.connection), detail=Detail.BENCH_ONLY)


def _at_the_review(act: Act, _station: Station, _judging: Judging) -> Outcome:
    return Outcome(Answer.REFUSED, packages.open_package(act.connection), detail=Detail.REVIEW_ONLY)


def _at_the_desk(act: Act, _station: Station, _judging: Judging) -> Outcome:
    return Outcome(Answer.REFUSED, packages.open_package(act.connection), detail=Detail.DESK_ONLY)


def _print_again(act: Act, station: Station, _judging: Judging) -> Outcome:
    package = packages.open_package(act.connection)
    if not printing.print_again(act, station):
        return Outcome(Answer.REFUSED, package, detail=Detail.NOTHING_PRINTED)
    return Outcome(Answer.DONE, package, detail=Detail.PRINTED_AGAIN)


def _print_roll(act: Act, station: Station, _judging: Judging) -> Outcome:
    printing.print_roll(act, station)
    return Outcome(Answer.DONE, packages.open_package(act.connection), detail=Detail.ROLL_ASKED)


def _print_commands(act: Act, station: Station, _judging: Judging) -> Outcome:
    printing.print_commands(act, station)
    return Outcome(Answer.DONE, packages.open_package(act.connection), detail=Detail.SHEET_ASKED)


def _going(where: Detail) -> _Handler:
    return lambda act, _station, _judging: Outcome(Answer.DONE, packages.open_package(act.connection), detail=where)


def _written(act: Act, _station: Station, _judging: Judging) -> Outcome:
    return Outcome(Answer.REFUSED, packages.open_package(act.connection), detail=Detail.NOTHING_TO_WRITE)


def _ending(how: Ending) -> _Handler:
    return lambda act, station, judging: end(act, station, judging, PackageEnded(how))


def _open_or_new(act: Act, station: Station) -> Package:
    return packages.open_package(act.connection) or boxes.arrive(act, station, asking=False)


def _judged(act: Act, judging: Judging, package: Package, detail: Detail) -> Outcome:
    package = judging.judge(act.connection, package)
    look_ups = judging.look_ups(act.connection, package)
    return Outcome(Answer.DONE, package, detail=detail, asks_same_box=package.unconfirmed, look_ups=look_ups)


_HANDLERS: dict[Command, _Handler] = {
    Command.TRUCK_ARRIVED: _truck_arrived,
    Command.DONE: _done,
    Command.NEXT: _next,
    Command.SAME_BOX: _same_box,
    Command.ANOTHER_BOX: _another_box,
    Command.OLD_LABEL: _old_label,
    Command.NO_NUMBER: _no_number,
    Command.NOT_A_RETURN: _ending(Ending.NOT_A_RETURN),
    Command.OUR_UNDELIVERABLE: _ending(Ending.OUR_UNDELIVERABLE),
    Command.REFUSED_AT_DOOR: _ending(Ending.REFUSED_AT_DOOR),
    Command.HAZARD: _hazard,
    Command.UNDO: _undo,
    Command.SIGN_OUT: lambda act, _station, _judging: people.sign_out(act),
    Command.UNPACK: _unpack,
    Command.PHOTO: _photo,
    Command.KEEP_PHOTO: _no_photo_yet,
    Command.RETAKE: _no_photo_yet,
    Command.SIGN_IN: _going(Detail.WHO_WORKS),
    Command.TO_DOCK: _going(Detail.TO_DOCK),
    Command.TO_BENCH: _going(Detail.TO_BENCH),
    Command.TO_SHIPPING: _going(Detail.TO_SHIPPING),
    Command.TO_REVIEW: _going(Detail.TO_REVIEW),
    Command.TO_PRINTS: _going(Detail.TO_PRINTS),
    Command.TO_DESK: _going(Detail.TO_DESK),
    Command.PRINT_AGAIN: _print_again,
    Command.PRINT_PLATES: _print_roll,
    Command.PRINT_COMMANDS: _print_commands,
    **dict.fromkeys(IN_THE_BOX, _in_the_box),
    **dict.fromkeys(AT_SHIPPING, _at_shipping),
    **dict.fromkeys(AT_THE_BENCH, _at_the_bench),
    **dict.fromkeys(AT_THE_REVIEW, _at_the_review),
    **dict.fromkeys(AT_THE_DESK, _at_the_desk),
    **dict.fromkeys(KEYPAD, _written),
}
