"""When an RMA is settled: all that it lists has come and gone, or stays for good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from receiving_app.domain.authorization import Line
from receiving_app.domain.disposition import Disposition, InspectionOutcome, Next, Payer
from receiving_app.domain.item import Inspection, Item, ItemJudgement
from receiving_app.domain.settling import open_units
from receiving_app.domain.unpacking import ItemFacts, judge_item
from tests.factories import CREATED, KEY, LPN, NUMBER, POLICY, an_rma

LINE = Line("l-1", "KP2", "SW1")
RMA = an_rma(lines=(LINE,))


def item(outcome: InspectionOutcome | None = None, happens: Next = Next.RETURN, *, tampered: bool = False) -> Item:
    """Give the device of the line, with its outcome if it has one."""
    told = ItemFacts("SW1", "KP2", line=LINE, tampered=tampered)
    judgement = ItemJudgement("e-1", CREATED, judge_item(told, POLICY), told)
    disposition = Disposition(happens, Payer.PARTNER, credits_inbound=False, trace=())
    inspection = Inspection(None, outcome=outcome, disposition=disposition) if outcome else None
    return Item("ITM-1", LPN, "SW1", "KP2", "l-1", KEY, NUMBER, judgement=judgement, inspection=inspection)


REPAIRED = InspectionOutcome.REPAIRED


@pytest.mark.parametrize(
    ("found", "gone", "still_open"),
    [
        ((), (), 1),
        ((item(),), (), 1),
        ((item(REPAIRED),), (), 1),
        ((item(REPAIRED),), ("ITM-1",), 0),
        ((item(REPAIRED, Next.KEEP),), (), 0),
        ((item(InspectionOutcome.UNREPAIRABLE, Next.SUPERVISOR),), (), 1),
        ((item(InspectionOutcome.AWAITING_PARTS, Next.WAIT),), ("ITM-1",), 1),
        ((item(REPAIRED, Next.SCRAP),), (), 0),
        ((item(tampered=True),), ("ITM-1",), 1),
        ((item(REPAIRED), replace(item(tampered=True), id="ITM-2")), ("ITM-1",), 1),
        ((item(REPAIRED), replace(item(tampered=True), id="ITM-2")), ("ITM-1", "ITM-2"), 0),
    ],
)
def test_an_rma_is_settled_when_nothing_of_it_is_open(
    found: tuple[Item, ...], gone: tuple[str, ...], still_open: int
) -> None:
    assert open_units(RMA, found, gone) == still_open


def test_units_without_serial_numbers_are_counted() -> None:
    rma = an_rma(lines=(replace(LINE, serial=None, quantity=3),))
    assert open_units(rma, (item(REPAIRED),), ("ITM-1",)) == 2


def test_of_a_line_that_a_person_has_closed_nothing_more_is_awaited() -> None:
    assert open_units(RMA, (), (), {"l-1"}) == 0
    assert open_units(RMA, (item(),), (), {"l-1"}) == 1
