"""Items that were taken out of an accepted box, for the tests of what comes after unpacking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from receiving_app.domain import inspection
from receiving_app.domain.authorization import Line, Rma
from receiving_app.domain.events import Body, Subject
from receiving_app.domain.inspection import ChoiceOption, Limits, StepKind, measured
from receiving_app.domain.item import Item, fold
from receiving_app.domain.item_events import ItemFound, ItemJudged
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.roles import RULES, Actor, Right, Role
from receiving_app.domain.unpacking import ItemFacts, judge_item
from receiving_app.storage import items, journal, service_data
from receiving_app.storage.service_data import Model
from tests.acts.running_station import RunningStation
from tests.factories import POLICY, WORKER, an_rma

TECHNICIAN = replace(WORKER, person="p-tech", role=Role.TECHNICIAN, how="badge+pin")
SERIAL = "SW0012345"
STEPS = (
    inspection.TestStep("power", "Does it start?", StepKind.PASS_FAIL, decisive=True),
    inspection.TestStep("volts", "Supply voltage", StepKind.MEASURE, Limits(measured("11.5"), measured("12.6"), "V")),
    inspection.TestStep(
        "lens", "The lens", StepKind.CHOICE, options=(ChoiceOption("clear"), ChoiceOption("scratched", fails=True))
    ),
    inspection.TestStep("last", "Records for a minute", StepKind.PASS_FAIL, final=True),
)
TEMPLATE = inspection.TestTemplate("KP2", 3, STEPS)


def stocked(station: RunningStation, rma: Rma | None = None, **template: Any) -> None:
    """Let the service tell the RMA, and the model with its tests."""
    station.told(rma or an_rma())
    with station.store.transaction() as connection:
        service_data.put_models(connection, [Model("KP2", 1, "KP2 camera", (), replace(TEMPLATE, **template))])


def unpacked(
    station: RunningStation, rma: Rma, line: Line, *more: Callable[[str], Body], serial: str | None = None
) -> Item:
    """Scan the box of an RMA, take one device out of it, and give it as the item rules accept it.

    `more` is what else is told of it, given its label.
    """
    package = station.scan(rma.number).package
    assert package is not None
    key = number_key(rma.number)
    with station.parts.act(WORKER, Right.UNPACK) as act:
        item_id = items.next_id(act.connection, station.parts.name)
        number = serial or line.serial or SERIAL
        subject = Subject(package.lpn, key)
        act.write(ItemFound(item_id, number, line.model, line.id, key, rma.number), subject)
        for body in more:
            act.write(body(item_id), subject)
        item = told(act.connection, item_id)
        facts = ItemFacts(number, line.model, line=line)
        verdict = judge_item(facts, POLICY)
        judged = ItemJudged(
            item_id, verdict.decision, verdict.headline, verdict.codes, verdict.notes, verdict.trace, facts, 0
        )
        station.parts.journal.append(act.connection, judged, subject, station.parts.stamp(act.connection, RULES))
        return told(act.connection, item.id)


def told(connection: Any, item_id: str) -> Item:
    """Give an item as the journal tells it, and keep it so."""
    item = fold(journal.of_item(connection, item_id))
    assert item is not None
    items.save(connection, item)
    return item


def noted(station: RunningStation, item: Item, body: Body, actor: Actor = WORKER) -> Item:
    """Write one more event about an item."""
    with station.parts.act(actor, Right.UNPACK) as act:
        act.write(body, Subject(item.lpn, item.rma_key))
        return told(act.connection, item.id)
