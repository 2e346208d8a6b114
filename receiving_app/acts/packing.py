"""What a dock worker does at the packing table: one scan after the other, from the chosen device to the carrier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from receiving_app.acts import commands, people
from receiving_app.acts.choosing import chosen_by_serial
from receiving_app.acts.judging import Judging
from receiving_app.acts.outcome import Answer
from receiving_app.acts.packing_acts import PackingActs, refused
from receiving_app.acts.packing_outcome import Ask, Code, PackingOutcome, PackingTable, table_of
from receiving_app.acts.recording import record
from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import HandedOver, ShippingRefusal
from receiving_app.acts.station import Act, Station
from receiving_app.acts.written import kept
from receiving_app.domain.carrier import recognise
from receiving_app.domain.command import DIGITS, KEYPAD, Command
from receiving_app.domain.events import Event
from receiving_app.domain.item_events import ShipmentPacked, ShipmentSent
from receiving_app.domain.label_reading import interpret
from receiving_app.domain.reading import HAND_HELD, Reading, Source
from receiving_app.domain.rma_number import plain
from receiving_app.domain.roles import Actor, Right, require
from receiving_app.domain.shipping_code import CodeForm, ShippingCode, shipping_code
from receiving_app.storage import journal, service_data, shipments

_NO_CODE = {
    CodeForm.EMPTY: Code.EMPTY_SCAN,
    CodeForm.TOO_LONG: Code.TOO_LONG,
    CodeForm.SEVERAL: Code.SEVERAL_CODES,
    CodeForm.MISREAD: Code.MISREAD,
    CodeForm.NONE: Code.NOT_UNDERSTOOD,
}


class Packing(PackingActs):
    """The packing table with its scanner: what a scan or a command means there, by what lies on the table."""

    def __init__(self, station: Station, judging: Judging, shipping: Shipping) -> None:
        super().__init__(station, shipping)
        self._judging = judging

    def scan(self, readings: Sequence[Reading], table: PackingTable, actor: Actor) -> tuple[PackingOutcome, ...]:
        """Take what was read, committed before anybody interprets it."""
        record(self._station, readings, actor)
        outcomes = []
        for reading in readings:
            outcomes.append(self.take(reading, table, actor))
            table = outcomes[-1].table
        return tuple(outcomes)

    def take(self, reading: Reading, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Do what a recorded reading means; a label that only the camera saw sends nothing away."""
        if reading.source not in HAND_HELD and reading.source is not Source.TYPED:
            return PackingOutcome(Code.SEEN, table)
        with self._station.store.reading() as connection:
            meant = interpret(reading, service_data.current_policy(connection).number_format)
        if meant.command is not None:
            return self.command(meant.command, table, actor)
        if meant.badge is not None:
            return self._badge(meant.badge, table, actor)
        code = shipping_code(kept(reading.text))
        match code.form:
            case CodeForm.THING:
                return self.choose(code.text, table, actor)
            case CodeForm.SHIPMENT:
                return self.open(code.text, table, actor)
            case CodeForm.NUMBER:
                return self._number(code, table, actor)
            case _:
                return PackingOutcome(_NO_CODE[code.form], table, text=code.text, numbers=code.parts)

    def command(self, command: Command, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Carry out a command of the sheet; what belongs to the dock is done there."""
        match command:
            case Command.PACK:
                return self.pack(table, actor)
            case Command.TAKE_OUT:
                return self.take_out(table.in_hand, table, actor)
            case Command.TAKE_ALL_OUT:
                return self.take_all_out(table, actor)
            case Command.CHECKED:
                return self._ask_checker(table)
            case Command.BY_GROUND:
                return self.by_ground(table, actor)
            case Command.CONFIRM:
                return self.confirm(table, actor)
            case Command.DRIVERS_LIST:
                return self.drivers_lists(table, actor)
            case Command.NEXT:
                return PackingOutcome(Code.READY if table.is_empty else Code.PUT_ASIDE, PackingTable())
            case Command.UNDO:
                return self._undo(table, actor)
            case _ if command in KEYPAD:
                return _digit(command, table)
            case _:
                return self._at_the_dock(command, table, actor)

    def _number(self, code: ShippingCode, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Take a serial number of goods, else a carrier's number: look-up goes before form."""
        require(actor, Right.SHIP)
        with self._station.store.reading() as connection:
            by_serial = chosen_by_serial(connection, code.text, table)
            left = shipments.with_tracking(connection, code.text)
        if by_serial is not None:
            return by_serial
        if table.is_packed:
            return self.hand_over(HandedOver(plain(code.text), by_ground=table.by_ground), table, actor)
        if recognise(plain(code.text)) is None and not left:
            return PackingOutcome(Code.NOT_UNDERSTOOD, table, text=code.text)
        if table.is_empty and left:
            return PackingOutcome(Code.ALREADY_LEFT, table, shipment=left[-1], text=code.text)
        return PackingOutcome(Code.OPEN_FIRST if table.is_empty else Code.PACK_FIRST, table, text=code.text)

    def _badge(self, badge: str, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Take the badge of whoever checked dangerous goods, where that is asked; else sign in."""
        if table.asks is not Ask.CHECKER:
            with self._station.act_of(actor) as act:
                outcome = people.sign_in_by_badge(act, badge)
            code = Code.SIGNED_IN if outcome.signed_in else Code.UNKNOWN_BADGE
            return PackingOutcome(code, table, dock=outcome)
        require(actor, Right.SHIP)
        with self._station.store.reading() as connection:
            person = service_data.person_with_badge(connection, badge)
        if person is None:
            return PackingOutcome(Code.UNKNOWN_BADGE, table)
        return self.checked(person.id, table, actor)

    def _ask_checker(self, table: PackingTable) -> PackingOutcome:
        if table.is_empty:
            return PackingOutcome(Code.NOTHING_ON_TABLE, table)
        return refused(replace(table, asks=Ask.CHECKER), ShippingRefusal.CHECK_MISSING)

    def _undo(self, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Take the last choice back; with none open, the last act."""
        if table.chosen and not table.is_packed:
            return self.take_out(table.chosen[-1], table, actor)
        with self._station.act(actor, Right.SHIP) as act:
            policy = service_data.current_policy(act.connection)
            last = journal.last_act(act.connection, self._station.clock.now() - policy.undo_within)
            written = journal.of_act(act.connection, last) if last else ()
            outcome = commands.carry_out(act, self._station, self._judging, Command.UNDO)
            if outcome.answer is not Answer.DONE:
                return PackingOutcome(Code.NOTHING_TO_UNDO, table)
            return _taken_back(act, written, table)

    def _at_the_dock(self, command: Command, table: PackingTable, actor: Actor) -> PackingOutcome:
        with self._station.act(actor, Right.RECEIVE) as act:
            outcome = commands.carry_out(act, self._station, self._judging, command)
        return PackingOutcome(Code.AT_THE_DOCK, table, dock=outcome)


def _taken_back(act: Act, written: Sequence[Event], table: PackingTable) -> PackingOutcome:
    """Give the table as it was before an act that was taken back."""
    body = next((each.body for each in written if isinstance(each.body, ShipmentPacked | ShipmentSent)), None)
    if body is None:
        return PackingOutcome(Code.UNDONE, table)
    shipment = shipments.get(act.connection, body.shipment)
    if shipment is not None and shipment.things:
        return PackingOutcome(Code.UNDONE, table_of(shipment), shipment=shipment)
    things = (*body.items, *body.packages) if isinstance(body, ShipmentPacked) else ()
    return PackingOutcome(Code.UNDONE, PackingTable(chosen=things, in_hand=things[-1] if things else None))


def _digit(command: Command, table: PackingTable) -> PackingOutcome:
    """Take a digit of the sheet as the answer in that place."""
    if table.asks is None or command not in DIGITS:
        return PackingOutcome(Code.NOTHING_ASKED, table)
    return PackingOutcome(Code.ANSWERED, table, text=command.value)
