"""Devices that wait for a supervisor, one for each look of their page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from receiving_app.acts.decision import ItemAnswer, ItemPreview
from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import Disposition, InspectionOutcome, Next, Payer
from receiving_app.domain.inspection import StepKind, StepResult, TestStep, TestTemplate
from receiving_app.domain.item import Inspection, Item, ItemReview
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import Identity, ItemChoice, Mark
from receiving_app.domain.item_review import leads_to, payers, question
from receiving_app.domain.unpacking import ItemFacts
from tests.ui.scenes import HOSTILE, NOW, RMA
from tests.ui.unpacking.scenes import ADDRESS, LINES, an_item, package

BOX = package()
NUMBER = "RMA-00001236"
STRAY = an_item(5, ItemFacts("CP4-0O91-7741", near=("CP4-0091-7741",)))
LISTED = ItemFacts("CP4-0091-7731", "CP4 Dash Camera", line=LINES[3])
MAY_BE = (
    Identity("RMA00001236", NUMBER, "l-4", "CP4 Dash Camera", "CP4-0091-7741"),
    Identity("RMA00001236", NUMBER, "l-5", "SVC1080-LCA", "SVC-44-01822"),
)
TEMPLATE = TestTemplate(
    "CP4 Dash Camera",
    2,
    (
        TestStep("power", "Does it start?", StepKind.PASS_FAIL, decisive=True),
        TestStep("last", "Records for a minute", StepKind.PASS_FAIL, final=True),
    ),
)


def after_test(outcome: InspectionOutcome, happens: Next, payer: Payer, review: ItemReview | None = None) -> Item:
    """Give a tested device."""
    item = an_item(6, LISTED, {part.name: 1 for part in LINES[3].parts})
    done = (StepResult("power", "fail", passed=False, at=NOW, person="U-03", note=HOSTILE[:40]),)
    disposition = Disposition(happens, payer, credits_inbound=False, trace=())
    inspection = Inspection(
        TEMPLATE,
        done,
        outcome,
        disposition,
        reason="water came in",
        decided="e-9",
        decided_by="U-03",
        decided_at=NOW - timedelta(hours=3),
        review=review,
    )
    return replace(item, rma_key="RMA00001236", number=NUMBER, inspection=inspection)


QUOTE = ItemReview(
    "e-10",
    ItemChoice.QUOTE,
    "partner-to-say",
    "",
    "U-05",
    NOW - timedelta(hours=2),
    Disposition(Next.WAIT, None, credits_inbound=False, trace=()),
)
TAMPERED = replace(
    an_item(4, replace(LISTED, tampered=True), {part.name: 1 for part in LINES[3].parts}),
    marks=frozenset({Mark.TAMPERED}),
    rma_key="RMA00001236",
    number=NUMBER,
)
_ITEMS = {
    "stray": STRAY,
    "tampered": TAMPERED,
    "not-covered": after_test(InspectionOutcome.NOT_COVERED, Next.SUPERVISOR, Payer.PARTNER),
    "quoted": after_test(InspectionOutcome.NOT_COVERED, Next.SUPERVISOR, Payer.PARTNER, QUOTE),
    "who-pays": after_test(InspectionOutcome.REPAIRED, Next.RETURN, Payer.SUPERVISOR),
}
ITEMS = {name: replace(item, id=f"ITM-DOCK-3-{place:06d}1") for place, (name, item) in enumerate(_ITEMS.items())}


def case_of(item: Item) -> ItemCase:
    """Give a device's case."""
    asks = question(item)
    assert asks is not None
    rma = replace(RMA, number=NUMBER)
    return ItemCase(item, asks, NOW - timedelta(hours=5), BOX, rma, () if item.line else MAY_BE)


def item_cases() -> tuple[ItemCase, ...]:
    """Give a case for each look."""
    return tuple(case_of(item) for item in ITEMS.values())


def previewed(answer: ItemAnswer) -> ItemPreview:
    """Say what an answer leads to, as the acts do."""
    item = next(item for item in ITEMS.values() if item.id == answer.item and case_of(item).judged == answer.judged)
    may = payers(item, answer.choice)
    payer = may[0] if len(may) == 1 else answer.payer
    where: Address = ADDRESS
    return ItemPreview(item, answer, leads_to(item, answer.choice, payer), where)
