"""Notes what is seen of one device: its parts, extras, marks and model."""

from __future__ import annotations

from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.station import Act
from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.domain.authorization import serial_key
from receiving_app.domain.events import Body, Subject
from receiving_app.domain.item import Item, step
from receiving_app.domain.item_events import (
    ExtraNoted,
    ItemFound,
    ItemMarked,
    Mark,
    PartCounted,
)
from receiving_app.domain.package import Package
from receiving_app.domain.unpacking import PartCount

#: More of one part than this in one box is a slip of the finger.
MOST_PARTS = 999
_MARKED = {
    Mark.HAZARD: Code.HAZARD,
    Mark.TAMPERED: Code.TAMPERED,
    Mark.TRANSIT_DAMAGE: Code.TRANSIT_DAMAGE,
}


class ItemNotes:
    """Writes one note and judges the device again, inside the act that was begun for it."""

    def __init__(self, judging: ItemJudging) -> None:
        self._judging = judging

    def part(self, act: Act, package: Package, item: Item, name: str, count: int) -> UnpackingOutcome:
        """Write how many of a part came."""
        known = next((part for part in _parts(item) if part.name.casefold() == name.strip().casefold()), None)
        if known is None:
            return UnpackingOutcome(Code.NO_SUCH_PART, package, item, name)
        if not 0 <= count <= MOST_PARTS:
            return UnpackingOutcome(Code.BAD_COUNT, package, item, known.name)
        item = self._write(act, item, PartCounted(item.id, known.name, count))
        if count == 0:
            code = Code.PART_MISSING if known.required else Code.PART_COUNTED
            return UnpackingOutcome(code, package, item, known.name)
        return _counted(package, item, known.name)

    def all_parts(self, act: Act, package: Package, item: Item) -> UnpackingOutcome:
        """Write that every part is there that nobody has counted yet."""
        for part in _parts(item):
            if part.found is None:
                item = self._write(act, item, PartCounted(item.id, part.name, 1))
        return _counted(package, item, "")

    def rest_missing(self, act: Act, package: Package, item: Item) -> UnpackingOutcome:
        """Write that no part came that nobody has counted yet."""
        for part in _parts(item):
            if part.found is None:
                item = self._write(act, item, PartCounted(item.id, part.name, 0))
        missing = [part.name for part in _parts(item) if part.required and not part.found]
        if missing:
            return UnpackingOutcome(Code.PART_MISSING, package, item, ", ".join(missing))
        return _counted(package, item, "")

    def note_extra(self, act: Act, package: Package, item: Item, what: str, bag: str) -> UnpackingOutcome:
        """Write that something came which no line lists."""
        if not what:
            return UnpackingOutcome(Code.EXTRA_UNNAMED, package, item)
        return UnpackingOutcome(Code.EXTRA_NOTED, package, self._write(act, item, ExtraNoted(item.id, what, bag)), what)

    def mark(self, act: Act, package: Package, item: Item, mark: Mark, note: str) -> UnpackingOutcome:
        """Write what is wrong with a device."""
        return UnpackingOutcome(_MARKED[mark], package, self._write(act, item, ItemMarked(item.id, mark, note)))

    def model(self, act: Act, package: Package, item: Item, text: str) -> UnpackingOutcome:
        """Write which model stands on a device, and compare it with its line's."""
        if not text:
            return UnpackingOutcome(Code.MODEL_UNNAMED, package, item)
        body = ItemFound(item.id, item.serial, text, item.line, item.rma_key, item.number, item.placeholder)
        item = self._write(act, item, body)
        line = item.judgement.facts.line if item.judgement else None
        differs = line is not None and serial_key(line.model) != serial_key(text)
        listed = (line.model,) if line else ()
        return UnpackingOutcome(Code.WRONG_MODEL if differs else Code.MODEL_RIGHT, package, item, text, listed)

    def _write(self, act: Act, item: Item, body: Body) -> Item:
        event = act.write(body, Subject(item.lpn, item.rma_key or None))
        return self._judging.judge(act.connection, step(item, event) or item)


def _parts(item: Item) -> tuple[PartCount, ...]:
    return item.judgement.facts.parts if item.judgement else ()


def _counted(package: Package, item: Item, name: str) -> UnpackingOutcome:
    complete = all(part.found for part in _parts(item) if part.required)
    return UnpackingOutcome(Code.PARTS_COMPLETE if complete else Code.PART_COUNTED, package, item, name)
