"""What the bench shows, one view for each of its looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from receiving_app.acts.bench_outcome import BenchRefusal, Ending, Preview
from receiving_app.acts.workbench_outcome import Code, Hand, WorkbenchOutcome
from receiving_app.domain import inspection
from receiving_app.domain.authorization import Address, Line, Rma, RmaKind, RmaState
from receiving_app.domain.disposition import DispositionFacts, FreightPolicy, InspectionOutcome, dispose
from receiving_app.domain.inspection import ChoiceOption, Limits, StepKind, StepResult
from receiving_app.domain.item import Inspection, Item
from receiving_app.queries.bench import Device, History, Queued
from tests.ui.scenes import NOW, RMA
from ui.bench.view import View

HOUSING = inspection.TestStep(
    "housing",
    "Housing, connectors and seal",
    StepKind.CHOICE,
    options=tuple(ChoiceOption(name) for name in ("untouched", "worn", "cracked", "opened by others", "wet")),
)
PHOTO = inspection.TestStep("photo", "Photo of the connectors", StepKind.PHOTO)
SUPPLY = inspection.TestStep(
    "supply", "Current at 12 V", StepKind.MEASURE, Limits(Decimal("0.15"), Decimal("0.45"), "A")
)
STARTS = inspection.TestStep("starts", "It starts within a minute", StepKind.PASS_FAIL, decisive=True)
RECORDS = inspection.TestStep("records", "It records ten minutes to a new card", StepKind.PASS_FAIL, final=True)
TEMPLATE = inspection.TestTemplate("KP2", 3, (HOUSING, PHOTO, SUPPLY, STARTS, RECORDS))
HOME = Address("Great Lakes Fleet Safety, LLC", "500 W Madison St", "Chicago", "IL", "60661")


def result(step: str, value: str, *, passed: bool) -> StepResult:
    """Give one result of a step."""
    return StepResult(step, value, passed, NOW, "U-03")


RESULTS = (
    result("housing", "untouched", passed=True),
    result("supply", "0.9", passed=False),
    result("supply", "0.31", passed=True),
)
LINE = Line("1", "KP2", "KP2-24C10057", fault="Time is wrong after a day, and the picture freezes in the cold")
ITEM = Item(
    "ITM-DOCK-3-0000017", "LP-000-118", "KP2-24C10057", "KP2", "1", "RMA00001236", RMA.number,
    inspection=Inspection(TEMPLATE, RESULTS, technician="U-03"),
)  # fmt: skip
OTHER = replace(ITEM, id="ITM-DOCK-3-0000025", serial="KP2-24C10074")
ADVANCED: Rma = replace(RMA, kind=RmaKind.ADVANCED, lines=(LINE,))
EARLIER = replace(
    OTHER, inspection=Inspection(TEMPLATE, outcome=InspectionOutcome.NO_FAULT_FOUND, reason="", repair="")
)
DEVICE = Device(ITEM, ADVANCED, LINE, History((EARLIER, OTHER), 1), None, NOW - timedelta(days=6))
WAITING = replace(
    ITEM, inspection=Inspection(TEMPLATE, RESULTS, InspectionOutcome.AWAITING_PARTS, reason="Lens is ordered")
)
WARNED = replace(DEVICE, rma=replace(ADVANCED, state=RmaState.CANCELLED), newer=4)
HAND = Hand((ITEM.id,))


def at(due: inspection.TestStep | None, code: Code, *devices: Device, **hand: object) -> View:
    """Give the view of a step."""
    held = replace(HAND, **hand)  # type: ignore[arg-type]
    return View(
        WorkbenchOutcome(code, held, ITEM, text=str(hand.get("value") or (due.title if due else ""))),
        devices or (DEVICE,),
        due,
    )


def ending(ended: Ending, refusal: BenchRefusal | None = None) -> View:
    """Give the view of an outcome that is being written."""
    leads_to = dispose(DispositionFacts(ended.outcome, True, replacement_shipped=False), FreightPolicy())
    code = Code.OUTCOME_CHOSEN if refusal is None else Code.REFUSED
    outcome = WorkbenchOutcome(code, replace(HAND, ending=ended), ITEM, refusal=refusal)
    return View(outcome, (DEVICE,), None, Preview(ITEM, ended, leads_to, HOME, refusal))


QUEUE = (
    Queued(ITEM, RMA.number, RMA.partner_name, True, timedelta(days=6), True, steps_done=2, steps=5),
    Queued(OTHER, RMA.number, RMA.partner_name, False, timedelta(hours=3), False),
    Queued(
        replace(OTHER, serial=""), RMA.number, RMA.partner_name, False, timedelta(days=9), True,
        InspectionOutcome.AWAITING_PARTS, timedelta(days=4), "Lens ordered from the maker, who has none",
    ),
)  # fmt: skip

SCENES: dict[str, View] = {
    "queue": View(WorkbenchOutcome(Code.READY, Hand())),
    "several": View(
        WorkbenchOutcome(Code.REFUSED, Hand(), ITEM, refusal=BenchRefusal.SEVERAL, candidates=(ITEM.id, OTHER.id))
    ),
    "choice": at(HOUSING, Code.BEGUN),
    "photo": at(PHOTO, Code.NO_PHOTO),
    "measure": at(SUPPLY, Code.WRITING, value="0.3"),
    "pass-fail": at(STARTS, Code.PASSED),
    "final": at(RECORDS, Code.FAILED),
    "warned": at(STARTS, Code.RESUMED, WARNED),
    "waits": at(STARTS, Code.RESUMED, replace(DEVICE, item=WAITING)),
    "ended": View(
        WorkbenchOutcome(
            Code.REFUSED,
            Hand(),
            replace(ITEM, inspection=Inspection(TEMPLATE, RESULTS, InspectionOutcome.REPAIRED)),
            refusal=BenchRefusal.ALREADY_ENDED,
        )
    ),
    "batch": at(STARTS, Code.ADDED, DEVICE, replace(DEVICE, item=OTHER), items=(ITEM.id, OTHER.id), collecting=True),
    "all-done": at(None, Code.NO_STEP),
    "replaced": ending(Ending(InspectionOutcome.REPLACED), BenchRefusal.REPLACEMENT_MISSING),
    "repaired": ending(Ending(InspectionOutcome.REPAIRED, repair="Part replaced", parts_used=("P-4711", "P-0815"))),
    "not-covered": ending(Ending(InspectionOutcome.NOT_COVERED), BenchRefusal.REASON_MISSING),
    "no-fault": ending(Ending(InspectionOutcome.NO_FAULT_FOUND)),
    "hazard": View(WorkbenchOutcome(Code.HAZARD, Hand(), ITEM)),
}
