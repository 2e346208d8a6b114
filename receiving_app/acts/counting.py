"""Counts the devices of an opened box: what a scanned text is, and which line it ticks."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.station import Act, Station
from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.domain.authorization import serial_key
from receiving_app.domain.carrier import tracking_key
from receiving_app.domain.events import Subject
from receiving_app.domain.expected import ExpectedLine
from receiving_app.domain.item import Item, step
from receiving_app.domain.item_events import ItemFound
from receiving_app.domain.label_reading import NUMBER_KINDS, Kind, Meaning
from receiving_app.domain.package import Package
from receiving_app.domain.serial_text import SerialForm, SerialText, serial_text
from receiving_app.domain.unpacking import ItemRule
from receiving_app.storage import crossed, items, service_data
from receiving_app.storage.expected import expected

#: Carriers' numbers this long are nothing else; shorter digits pass a check digit by chance.
_SURELY_A_CARRIERS = 16
_NO_SERIAL = {
    SerialForm.EMPTY: Code.EMPTY_SCAN,
    SerialForm.TOO_LONG: Code.TOO_LONG,
    SerialForm.SEVERAL: Code.SEVERAL_SERIALS,
    SerialForm.NONE: Code.NOT_A_SERIAL,
}


class Counting:
    """Finds what a text from a box stands for, inside the act that was begun for it."""

    def __init__(self, station: Station, judging: ItemJudging) -> None:
        self._station = station
        self._judging = judging

    def count(self, act: Act, package: Package, text: str, meaning: Meaning, model: str) -> UnpackingOutcome:
        """Count the device with a serial number; `model` chooses where several list it."""
        connection, read = act.connection, serial_text(text)
        lines = tuple(each for each in expected(connection, package) if _of_model(each, model))
        listing = tuple(each for each in lines if each.line.serial and serial_key(each.line.serial) in read.keys)
        models = _models(listing)
        if len(models) > 1:
            return UnpackingOutcome(Code.ASK_MODEL, package, text=text, numbers=models)
        if (known := self._counted(connection, package, read, model)) is not None:
            return UnpackingOutcome(Code.ALREADY_COUNTED, package, known, text)
        if listing:
            line = next((each for each in listing if each.awaited), listing[0])
            return self.found(act, package, line, line.line.serial or read.serial)
        if read.form is not SerialForm.SERIAL:
            return UnpackingOutcome(_NO_SERIAL[read.form], package, text=text, numbers=read.parts)
        if _is_the_cartons(package, meaning):
            return UnpackingOutcome(Code.CARTON_CODE, package, text=text)
        return self._unlisted(act, package, lines, read.serial, model)

    def found(
        self, act: Act, package: Package, line: ExpectedLine | None, serial: str, model: str = ""
    ) -> UnpackingOutcome:
        """Write a device down and judge it; `line` is what it was found to belong to."""
        body = ItemFound(
            item=items.next_id(act.connection, self._station.name),
            serial=serial_key(serial),
            model=line.line.model if line else model,
            line=line.line.id if line else "",
            rma_key=line.rma_key if line else "",
            number=line.number if line else "",
        )
        outcome = _answer(package, self._write(act, package, body))
        return _with_its_pair(act.connection, outcome) if outcome.code is Code.CROSSED_BOXES else outcome

    def placeholder(self, act: Act, package: Package) -> UnpackingOutcome:
        """Count a device whose serial number can't be read; its label stands for the number."""
        item = items.next_id(act.connection, self._station.name)
        found = self._write(act, package, ItemFound(item, serial=item, model="", placeholder=True))
        return UnpackingOutcome(Code.SERIAL_UNREADABLE, package, found)

    def _write(self, act: Act, package: Package, body: ItemFound) -> Item:
        item = step(None, act.write(body, Subject(package.lpn, body.rma_key or None)))
        if item is None:
            raise AssertionError("a finding makes an item")
        return self._judging.judge(act.connection, item)

    def _counted(self, connection: Connection, package: Package, read: SerialText, model: str) -> Item | None:
        """Give the item of this box that has the serial already."""
        for item in items.of_package(connection, package.lpn):
            if item.serial in read.keys and (not model or serial_key(item.model) == serial_key(model)):
                return item
        return None

    def _unlisted(
        self, act: Act, package: Package, lines: tuple[ExpectedLine, ...], serial: str, model: str
    ) -> UnpackingOutcome:
        by_quantity = tuple(each for each in lines if not each.line.serial)
        if any(serial == serial_key(each.line.model) for each in lines):
            return self._by_model(act, package, by_quantity, serial)
        here = {each.number for each in lines}
        elsewhere = set(service_data.open_with_serial(act.connection, serial)) - here
        if elsewhere or not by_quantity:
            return self.found(act, package, None, serial, model)
        models = _models(by_quantity)
        if len(models) > 1:
            return UnpackingOutcome(Code.ASK_MODEL, package, text=serial, numbers=models)
        line = next((each for each in by_quantity if each.awaited), by_quantity[0])
        return self.found(act, package, line, serial)

    def _by_model(
        self, act: Act, package: Package, by_quantity: tuple[ExpectedLine, ...], model: str
    ) -> UnpackingOutcome:
        """Count one unit of a model that is listed without serial numbers."""
        of_model = tuple(each for each in by_quantity if serial_key(each.line.model) == model)
        if not of_model:
            return UnpackingOutcome(Code.MODEL_CODE, package, text=model)
        return self.found(act, package, next((each for each in of_model if each.awaited), of_model[0]), "")


def _answer(package: Package, item: Item) -> UnpackingOutcome:
    """Say what a found device comes to: the worst that is wrong with itself, whatever its parts."""
    if item.judgement is None:
        raise AssertionError("a found item is judged")
    codes, facts = item.judgement.verdict.codes, item.judgement.facts
    if ItemRule.NOT_ON_RMA in codes and facts.elsewhere:
        return UnpackingOutcome(Code.CROSSED_BOXES, package, item, item.serial, facts.elsewhere)
    if ItemRule.NOT_ON_RMA in codes and facts.near:
        return UnpackingOutcome(Code.NEARLY_LISTED, package, item, item.serial, facts.near)
    if ItemRule.NOT_ON_RMA in codes:
        return UnpackingOutcome(Code.NOT_ON_RMA, package, item, item.serial)
    if ItemRule.DUPLICATE_SERIAL in codes:
        return UnpackingOutcome(Code.DUPLICATE_SERIAL, package, item, item.serial, facts.in_building)
    if ItemRule.WRONG_QUANTITY in codes:
        return UnpackingOutcome(Code.WRONG_QUANTITY, package, item, item.serial)
    counted = Code.FOUND if facts.line and facts.line.serial else Code.UNIT_COUNTED
    return UnpackingOutcome(counted, package, item, item.serial)


def _with_its_pair(connection: Connection, outcome: UnpackingOutcome) -> UnpackingOutcome:
    """Name the device that lies in this one's box, where it is here already."""
    exchange = crossed.proposal_with(connection, outcome.item.id) if outcome.item else None
    if exchange is None or not exchange.is_whole:
        return outcome
    others = (side.stray for side in exchange.sides if outcome.item and side.stray.item != outcome.item.id)
    return replace(outcome, code=Code.CROSSED_PAIR, numbers=tuple(f"{each.serial} ({each.lpn})" for each in others))


def _is_the_cartons(package: Package, meaning: Meaning) -> bool:
    """Tell a code of the carton's own from a serial number."""
    if meaning.kind in NUMBER_KINDS or meaning.kind in {Kind.LPN, Kind.COMMAND, Kind.BADGE, Kind.TRACKING}:
        return True
    if meaning.kind is not Kind.CARRIER or meaning.tracking is None:
        return False
    own = {tracking_key(tracking.number) for tracking in package.trackings}
    return meaning.tracking in own or len(meaning.tracking) >= _SURELY_A_CARRIERS


def _of_model(each: ExpectedLine, model: str) -> bool:
    return not model or serial_key(each.line.model) == serial_key(model)


def _models(lines: tuple[ExpectedLine, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.line.model for each in lines))
