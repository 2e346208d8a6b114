"""Boxes and answers as the acts give them, one for each look of the unpacking screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.domain.authorization import Address, Line, Part
from receiving_app.domain.expected import ExpectedLine, Unsettled
from receiving_app.domain.item import Item, ItemJudgement
from receiving_app.domain.item_events import (
    CartonCondition,
    CustodyRecorded,
    Fate,
    Mark,
    Medium,
    PartCounted,
    PhotoTaken,
)
from receiving_app.domain.package import Package, Unpacking
from receiving_app.domain.unpacking import ItemFacts, PartCount, judge_item
from receiving_app.queries.unpacking import Box
from tests.ui.scenes import FACTS, HOSTILE, LATE, NOW, POLICY, judged

PARTS = (Part("SD card", required=True), Part("Power cable", required=True), Part("Bracket", required=False))
LINES = tuple(Line(f"l-{n}", "CP4 Dash Camera", f"CP4-0091-77{n}1", parts=PARTS) for n in range(6))
UNITS = Line("l-u", "SVC1080-LCA", quantity=3)
ADDRESS = Address("Great Lakes Fleet Safety, LLC", "2200 S Ashland Avenue", "Green Bay", "WI", "54304")
LPN = "LPN-DOCK-3-0000118"


def package(condition: CartonCondition | None = CartonCondition.WHOLE, *, done: bool = False) -> Package:
    """Give an accepted package, opened where its carton was looked at."""
    accepted = judged(FACTS, lpn=LPN)
    return replace(accepted, unpacking=Unpacking(condition, "", NOW, done) if condition else None)


def an_item(place: int, facts: ItemFacts, found: dict[str, int] | None = None) -> Item:
    """Give a judged device of the box."""
    line = facts.line
    counts = tuple(PartCount(p.name, p.required, (found or {}).get(p.name)) for p in (line.parts if line else ()))
    facts = replace(facts, parts=counts)
    item = Item(f"ITM-DOCK-3-{place:06d}1", LPN, facts.serial, line.model if line else "", line.id if line else "")
    parts = tuple(PartCounted(item.id, name, count) for name, count in (found or {}).items())
    return replace(item, parts=parts, judgement=ItemJudgement(f"e-{place}", NOW, judge_item(facts, POLICY), facts))


FOUND = an_item(1, ItemFacts("CP4-0091-7701", line=LINES[0]), {"SD card": 1, "Power cable": 0})
WHOLE = an_item(2, ItemFacts("CP4-0091-7711", line=LINES[1]), {"SD card": 1, "Power cable": 2, "Bracket": 1})
NEW = an_item(3, ItemFacts("CP4-0091-7721", line=LINES[2]))
TAMPERED = an_item(4, ItemFacts("CP4-0091-7731", line=LINES[3], tampered=True), {"SD card": 1, "Power cable": 1})
STRAY = an_item(5, ItemFacts("CP4-0O91-7741", near=("CP4-0091-7741",)))
OPENED = replace(TAMPERED, marks=frozenset({Mark.TAMPERED}))
SHOWN = replace(STRAY, photos=tuple(PhotoTaken(f"{number:064x}", NOW) for number in range(6)))
HERE = {"l-0": (FOUND,), "l-1": (WHOLE,), "l-2": (NEW,), "l-3": (TAMPERED,)}


def a_box(*items: Item, condition: CartonCondition | None = CartonCondition.WHOLE, done: bool = False) -> Box:
    """Give a box with these devices in it."""
    lines = tuple(
        ExpectedLine(
            "RMA00001236",
            "RMA-00001236",
            date(2026, 11, 20),
            line,
            here=tuple(item for item in items if item.line == line.id),
        )
        for line in (*LINES, UNITS)
    )
    items = tuple(replace(item, rma_key="RMA00001236") if item.line else item for item in items)
    lines = tuple(replace(each, here=tuple(i for i in items if i.line == each.line.id)) for each in lines)
    missing = tuple(Unsettled(item, ("SD card",), (Medium.CARD,)) for item in items if item.id == NEW.id)
    return Box(package(condition, done=done), lines, items, missing, (ADDRESS,))


ELSEWHERE = replace(NEW, custody=(CustodyRecorded(NEW.id, Medium.CARD, True, "BAG-0815", Fate.AWAITING_ANSWER),))
FULL = a_box(STRAY, FOUND, WHOLE, NEW, TAMPERED)
SIMPLE = {
    Code.FOUND: (NEW, "CP4-0091-7721", ()),
    Code.ALREADY_COUNTED: (WHOLE, "CP4-0091-7711", ()),
    Code.NEARLY_LISTED: (STRAY, "CP4-0O91-7741", ("CP4-0091-7741",)),
    Code.CROSSED_BOXES: (STRAY, "CP4-0O91-7741", ("RMA-00007744",)),
    Code.DUPLICATE_SERIAL: (WHOLE, "CP4-0091-7711", ("ITM-DOCK-3-0000017",)),
    Code.PART_MISSING: (FOUND, "Power cable", ()),
    Code.PARTS_COMPLETE: (WHOLE, "", ()),
    Code.TAMPERED: (TAMPERED, "", ()),
    Code.WRONG_MODEL: (NEW, "SVC1080-LCA", ("CP4 Dash Camera",)),
    Code.SEVERAL_SERIALS: (None, "", ("CP4-0091-7711", "CP4-0091-7731", "CP4-0091-7741")),
    Code.NOT_A_SERIAL: (None, HOSTILE, ()),
    Code.ASK_MODEL: (None, "CP4-0091-7721", ("CP4 Dash Camera", "SVC1080-LCA")),
    Code.HAZARD: (NEW, "", ()),
    Code.UNDONE: (None, "", ()),
}
Scene = tuple[UnpackingOutcome, Box | None, str | None]
DAMAGED = a_box(OPENED, SHOWN, condition=CartonCondition.DAMAGED)

SCENES: dict[str, Scene] = {
    "no-box": (UnpackingOutcome(Code.NO_BOX), None, None),
    "closed": (UnpackingOutcome(Code.REJECTED, judged(LATE)), None, None),
    "carton-first": (UnpackingOutcome(Code.CARTON_FIRST, package(None)), a_box(condition=None), None),
    "ask-condition": (UnpackingOutcome(Code.ASK_CONDITION, package(None)), a_box(condition=None), None),
    "begun": (UnpackingOutcome(Code.BEGUN, package()), a_box(), None),
    "empty-box": (UnpackingOutcome(Code.EMPTY_BOX, package(CartonCondition.EMPTY)), a_box(), None),
    **{
        code.value: (
            UnpackingOutcome(code, FULL.package, item, text, numbers),
            FULL,
            item.id if item else None,
        )
        for code, (item, text, numbers) in SIMPLE.items()
    },
    "photo-lacking": (UnpackingOutcome(Code.TAMPERED, DAMAGED.package, OPENED), DAMAGED, OPENED.id),
    "photos": (UnpackingOutcome(Code.PHOTO_KEPT, DAMAGED.package, SHOWN), DAMAGED, SHOWN.id),
    "label-elsewhere": (
        UnpackingOutcome(Code.LABEL_ELSEWHERE, None, ELSEWHERE, ELSEWHERE.id, ("LPN-DOCK-1-0000017",)),
        None,
        None,
    ),
    "done-waiting": (
        UnpackingOutcome(Code.DONE_WAITING, package(done=True), awaited=FULL.awaited),
        a_box(WHOLE, done=True),
        None,
    ),
    "done-open": (
        UnpackingOutcome(Code.DONE_OPEN, package(done=True), unsettled=FULL.unsettled),
        a_box(NEW, done=True),
        None,
    ),
}
