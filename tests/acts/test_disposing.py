"""What an outcome leads to, by the RMA as it is stored here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from receiving_app.acts.disposing import disposition
from receiving_app.domain.authorization import Line, RmaKind
from receiving_app.domain.disposition import Disposition, InspectionOutcome
from receiving_app.domain.item import Item
from tests.acts.benched import SERIAL, stocked, unpacked
from tests.acts.running_station import RunningStation
from tests.factories import an_rma

LINE = Line("l-1", "KP2", SERIAL)


@pytest.mark.parametrize("outcome", InspectionOutcome)
@pytest.mark.parametrize("claimed", [False, True], ids=["not-claimed", "claimed"])
@pytest.mark.parametrize("shipped", [False, True], ids=["none-out", "replacement-out"])
def test_an_advanced_rma_leads_where_a_standard_one_does_as_long_as_the_same_has_gone_out(
    station: RunningStation, outcome: InspectionOutcome, claimed: bool, shipped: bool
) -> None:
    standard = an_rma(lines=(replace(LINE, defective_on_receipt=claimed),), replacement_shipped=shipped)
    stocked(station, standard)
    item = unpacked(station, standard, standard.lines[0])

    def leads_to(item: Item) -> Disposition | None:
        with station.store.reading() as connection:
            return disposition(connection, item, outcome)

    as_standard = leads_to(item)
    assert as_standard is not None
    station.told(replace(standard, kind=RmaKind.ADVANCED, rev=standard.rev + 1))
    assert leads_to(item) == as_standard
