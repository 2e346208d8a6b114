from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from receiving_app.domain.authorization import Rma
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.events import Choice
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import ExtraNoted
from receiving_app.queries.answers import PartnerHistory
from receiving_app.queries.partner_history import partner_history
from receiving_app.storage import items
from receiving_app.storage.schema import items as items_table
from tests.acts.running_station import RunningStation
from tests.factories import KEY, NUMBER, OTHER_NUMBER, an_rma, chicago

LATE = an_rma(receive_by=chicago(2026, 11, 6).date())
ALSO_LATE: Rma = replace(LATE, number=OTHER_NUMBER)


def test_late_boxes_count_only_where_they_were_accepted_and_for_ninety_days(station: RunningStation) -> None:
    station.told(LATE, ALSO_LATE)
    for number, choice in ((NUMBER, Choice.OVERRIDE), (OTHER_NUMBER, Choice.UPHOLD)):
        station.say(Command.NEXT)
        package = station.scan(number).package
        assert package is not None
        station.decide(package, choice)
        station.wait(60)
    assert partner_history(station.store, LATE.partner, station.time).late_waivers == 1
    assert partner_history(station.store, "somebody", station.time) == PartnerHistory(0, 0, 0, 0)
    assert partner_history(station.store, LATE.partner, station.time + timedelta(days=91)).late_waivers == 0


def test_devices_count_by_their_outcome_and_by_what_came_with_them(station: RunningStation) -> None:
    station.told(LATE)
    device = Item("ITM-1", "LPN-1", "SW0012345", "KP2", "l-1", KEY, NUMBER)
    with station.store.transaction() as connection:
        items.save(connection, replace(device, extras=(ExtraNoted("ITM-1", "a charger", "B-7"),)))
        items.save(connection, replace(device, id="ITM-2"))
        sound = {"outcome": InspectionOutcome.NO_FAULT_FOUND.value}
        connection.execute(items_table.update().where(items_table.c.id == "ITM-2").values(**sound))
    assert partner_history(station.store, LATE.partner, station.time) == PartnerHistory(0, 1, 1, 1)
