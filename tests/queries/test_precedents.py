from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from receiving_app.domain.authorization import Rma
from receiving_app.domain.cases import PackageCase
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.events import Choice
from receiving_app.domain.item import Inspection, Item, ItemReview
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import ExtraNoted, ItemChoice
from receiving_app.domain.item_review import Question
from receiving_app.domain.package import Package
from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.queries.answers import Past
from receiving_app.queries.precedents import past
from receiving_app.queries.review import package_cases
from receiving_app.storage import items, service_data
from receiving_app.storage.service_data import Partner, Person
from tests.acts.running_station import RunningStation
from tests.factories import KEY, NUMBER, SUPERVISOR, an_rma, an_rma_number, chicago

LATE = an_rma(receive_by=chicago(2026, 11, 6).date())


def numbered(place: int, **changes: object) -> Rma:
    return replace(LATE, number=an_rma_number(200 + place), **changes)  # type: ignore[arg-type]


def rejected(station: RunningStation, rma: Rma) -> Package:
    station.say(Command.NEXT)
    package = station.scan(rma.number).package
    assert package is not None
    return package


def past_of(station: RunningStation, package: Package) -> Past:
    (case,) = [each for each in package_cases(station.store) if each.package.lpn == package.lpn]
    return past(station.store, case, station.time)


@pytest.fixture
def decided(station: RunningStation) -> RunningStation:
    """Two late boxes of the partner, upheld and overridden, and then one of somebody else's, upheld."""
    theirs = numbered(3, partner="p-2", partner_name="Road Watch")
    station.told(numbered(1), numbered(2), theirs, LATE)
    station.employs(Person("p-lead", 1, "Lea Brandt", ()))
    with station.store.transaction() as connection:
        service_data.put_partners(connection, [Partner("p-1", 1, "Fleet Eyes LLC"), Partner("p-2", 1, "Road Watch")])
    for rma, choice in ((numbered(1), Choice.UPHOLD), (numbered(2), Choice.OVERRIDE), (theirs, Choice.UPHOLD)):
        station.decide(rejected(station, rma), choice, note=f"about {rma.number}")
        station.wait(60)
    return station


def test_late_boxes_count_only_where_they_were_accepted_and_for_ninety_days(decided: RunningStation) -> None:
    package = rejected(decided, LATE)
    known = past_of(decided, package).partner
    assert known is not None
    assert known.late_waivers == 1
    decided.wait(days=91)
    later = past_of(decided, package).partner
    assert later is not None
    assert later.late_waivers == 0


def test_devices_count_by_their_outcome_and_by_what_came_with_them(station: RunningStation) -> None:
    station.told(LATE)
    device = Item("ITM-1", "LPN-1", "SW0012345", "KP2", "l-1", KEY, NUMBER)
    sound = replace(device, id="ITM-2", inspection=Inspection(None, outcome=InspectionOutcome.NO_FAULT_FOUND))
    with station.store.transaction() as connection:
        items.save(connection, replace(device, extras=(ExtraNoted("ITM-1", "a charger", "B-7"),)))
        items.save(connection, sound)
        items.save(connection, replace(sound, id="ITM-3"))
        items.take_back(connection, "ITM-3")
    assert past_of(station, rejected(station, LATE)).partner == PartnerHistory(0, 1, 1, 1)


def test_a_device_stays_its_partners_while_the_services_data_is_pulled_anew(station: RunningStation) -> None:
    station.told(LATE)
    device = Item("ITM-1", "LPN-1", "SW0012345", "KP2", "l-1", KEY, NUMBER)
    with station.store.transaction() as connection:
        items.save(connection, device)
        service_data.clear(connection)
        items.save(connection, replace(device, extras=(ExtraNoted("ITM-1", "a charger", "B-7"),)))
    station.told(LATE)
    assert past_of(station, rejected(station, LATE)).partner == PartnerHistory(0, 0, 0, 1)


def test_cases_with_the_same_reasons_are_told_the_same_partners_first_and_counted(decided: RunningStation) -> None:
    alike = past_of(decided, rejected(decided, LATE)).alike
    told = [(each.number, each.own, each.choice) for each in alike.newest]
    assert told == [
        (an_rma_number(202), True, "override"),
        (an_rma_number(201), True, "uphold"),
        (an_rma_number(203), False, "uphold"),
    ]
    assert alike.counts == {"uphold": 2, "override": 1}
    newest = alike.newest[0]
    assert (newest.person, newest.partner, newest.reason) == ("Lea Brandt", "Fleet Eyes LLC", "other")
    assert newest.note == f"about {an_rma_number(202)}"
    assert newest.decided_at == decided.time - timedelta(seconds=120)


def test_a_case_with_other_reasons_has_no_part_in_it(decided: RunningStation) -> None:
    assert past_of(decided, rejected(decided, an_rma(number="RMA-99999991"))).alike.newest == ()


def test_a_decision_that_was_taken_back_was_never_made(station: RunningStation) -> None:
    station.told(LATE, numbered(1))
    station.decide(rejected(station, numbered(1)), Choice.OVERRIDE)
    station.say(Command.UNDO, SUPERVISOR)
    past = past_of(station, rejected(station, LATE))
    assert past.alike.newest == ()
    assert past.partner == PartnerHistory(0, 0, 0, 0)


def test_a_tested_device_is_held_against_others_of_the_same_outcome(station: RunningStation) -> None:
    device = Item("ITM-1", "LPN-1", "SW0012345", "KP2", "l-1", KEY, NUMBER)
    tested = Inspection(None, outcome=InspectionOutcome.NOT_COVERED, decided="e-1")
    said = ItemReview("e-2", ItemChoice.QUOTE, "partner-to-say", "", "p-lead", station.time)
    settled = replace(said, choice=ItemChoice.SCRAP, reason="partner-agreed")
    with station.store.transaction() as connection:
        for place, review in enumerate((said, settled), start=2):
            items.save(connection, replace(device, id=f"ITM-{place}", inspection=replace(tested, review=review)))
    case = ItemCase(replace(device, inspection=tested), Question.OUTCOME, station.time)
    assert past(station.store, case, station.time).alike.counts == {"scrap": 1}


def test_whose_package_nobody_knows_has_no_history(station: RunningStation) -> None:
    station.told()
    package = station.scan("RMA-99999991").package
    assert package is not None
    (judgement,) = package.judgements
    assert past(station.store, PackageCase(package, judgement), station.time).partner is None
