"""Cases of the review that are about more than one box."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from receiving_app.domain.authorization import Line
from receiving_app.domain.cases import Case
from receiving_app.domain.exchange import Exchange, Home, Side, Stray
from receiving_app.domain.exchange_cases import EmptyBoxCase, ExchangeCase, IncompleteCase
from receiving_app.domain.expected import ExpectedLine
from receiving_app.domain.item_events import CartonCondition
from receiving_app.domain.package import Unpacking
from receiving_app.domain.rma_number import number_key
from tests.factories import an_rma
from tests.ui.scenes import FACTS, NOW, judged

_A, _B = "RMA-00001235", "RMA-00001245"


def _side(item: str, serial: str, box: str, home: str) -> Side:
    belongs = Home(number_key(home), home, "2", "KP2 dash camera, northern edition")
    stray = Stray(item, serial, "", f"LPN-DOCK-1-00000{item[-2:]}", f"e-{item}", (number_key(box),), (box,), (belongs,))
    return Side(stray, belongs)


WHOLE = Exchange((_side("ITM-17", "KP2-24C10057", _A, _B), _side("ITM-25", "KP2-24C10074", _B, _A)))
ALONE = Exchange(WHOLE.sides[:1])


def _incomplete() -> IncompleteCase:
    lines = (Line("1", "KP2", "KP2-24C10057"), Line("2", "AP1 with a long name of its model", quantity=36, received=3))
    rma = an_rma(number=_A, lines=lines, receive_by=NOW.date() - timedelta(days=3))
    awaited = tuple(ExpectedLine(number_key(_A), _A, rma.receive_by, line) for line in lines)
    return IncompleteCase(number_key(_A), rma, awaited, ("LPN-DOCK-1-0000017",), NOW - timedelta(days=2))


INCOMPLETE = _incomplete()
CASES: dict[str, Case] = {
    "crossed": ExchangeCase(WHOLE, NOW - timedelta(hours=3), ("Fleet Eyes LLC", "Great Lakes Fleet Safety, LLC")),
    "half crossed": ExchangeCase(ALONE, NOW - timedelta(hours=2), ("Fleet Eyes LLC",)),
    "incomplete": INCOMPLETE,
    "empty box": EmptyBoxCase(
        replace(
            judged(FACTS),
            unpacking=Unpacking(CartonCondition.EMPTY, "weighed 0.4 kg on the dock's scale", NOW, event="e-1"),
        ),
        (INCOMPLETE.rma,),
    ),
}
