"""What scans write at the bench before anything is saved: values, choices and outcomes; pure."""

from __future__ import annotations

from dataclasses import replace

from receiving_app.acts.bench_outcome import Ending
from receiving_app.acts.workbench_outcome import Hand
from receiving_app.domain.command import DIGITS, Command
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.inspection import StepKind, TestStep, ValueFaultError, measured, progress
from receiving_app.domain.item import Item

#: Nobody types a longer value as fast as a scanner.
_QUICKLY_TYPED = 6


def step_due(item: Item, chosen: str | None) -> TestStep | None:
    """Give the step of an item's test that is due: the chosen one, else the next that has no result."""
    inspection = item.inspection
    if inspection is None or inspection.template is None:
        return None
    own = inspection.template.step(chosen) if chosen else None
    return own or progress(inspection.template, inspection.results).next_step


def option_chosen(test: TestStep, digit: Command) -> str:
    """Give the answer that stands behind a digit; a digit behind which none stands is no answer itself."""
    place = int(digit.value)
    return test.answers[place - 1] if 1 <= place <= len(test.answers) else digit.value


def ending_scanned(ending: Ending, text: str) -> Ending | None:
    """Give an outcome with what was scanned: the replacement, or a part that the repair used; None: neither."""
    match ending.outcome:
        case InspectionOutcome.REPLACED:
            return replace(ending, replacement_serial=text)
        case InspectionOutcome.REPAIRED if text:
            return replace(ending, parts_used=(*ending.parts_used, text))
        case _:
            return None


def ending_keyed(ending: Ending, key: Command, hand: Hand) -> Ending | None:
    """Give an outcome after a key: a digit chooses one of the texts offered, CLEAR begins anew; None: no such text."""
    if key is Command.CLEAR:
        return Ending(ending.outcome)
    place = int(key.value) if key in DIGITS else 0
    if not 1 <= place <= len(hand.offered):
        return None
    said = hand.offered[place - 1]
    repaired = ending.outcome is InspectionOutcome.REPAIRED
    return replace(ending, repair=said) if repaired else replace(ending, reason=said)


def may_be_typed(test: TestStep | None, text: str) -> bool:
    """Tell whether a scan may be a value that was typed as fast as a scanner types: Enter still has to say so."""
    if test is None or test.kind is not StepKind.MEASURE or len(text) > _QUICKLY_TYPED:
        return False
    try:
        measured(text)
    except ValueFaultError:
        return False
    return True
