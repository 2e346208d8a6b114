from __future__ import annotations

import shutil
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import HandedOver
from receiving_app.domain.authorization import Line, Rma
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.events import Choice
from receiving_app.domain.item_events import CustodyRecorded, InspectionEnded, Medium, ShipmentPacked
from receiving_app.domain.period import Period
from receiving_app.domain.report import Age, Part, Report, Waits
from receiving_app.domain.report_counts import Measure, Span
from receiving_app.queries import shipping as shipping_queries
from receiving_app.queries.reports import report
from receiving_app.queries.shift import shift
from receiving_app.storage import report_counts
from receiving_app.storage.service_data import Person
from tests.acts.benched import stocked
from tests.acts.leaving_goods import HOME, PARTS, UPS, ended, rejected
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, SUPERVISOR, WORKER, an_rma, an_rma_number

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
OUTCOMES = (
    InspectionOutcome.REPAIRED,
    InspectionOutcome.NO_FAULT_FOUND,
    InspectionOutcome.UNREPAIRABLE,
    InspectionOutcome.AWAITING_PARTS,
)


def an_rma_of(n: int) -> Rma:
    lines = (Line("l-1", "KP2", f"SW{n:07d}", parts=PARTS),)
    return an_rma(number=an_rma_number(n), lines=lines, send_back_to=HOME, receive_by=date(2026, 12, 24))


def asked(station: RunningStation, period: Period = NOVEMBER, block: int = report_counts.BLOCK) -> Report:
    while report_counts.take_in(station.store, block=block):
        pass
    return report(station.store, period, station.time)


def inspected(station: RunningStation, n: int, outcome: InspectionOutcome) -> None:
    """Let a device come and be tested two hours later."""

    def unpacked_slowly(item: str) -> CustodyRecorded:
        station.wait(hours=2)
        return CustodyRecorded(item, Medium.CARD, present=False)

    stocked(station, an_rma_of(n))
    ended(station, outcome, rma=an_rma_of(n), line=an_rma_of(n).lines[0], custody=unpacked_slowly)
    station.say(Command.NEXT)


def sent(station: RunningStation) -> None:
    """Send all that may leave."""
    shipping = Shipping(station.parts)
    for group in shipping_queries.leaving(station.store).groups:
        shipment = shipping.pack([goods.thing for goods in group.goods], WORKER).shipment
        assert shipment is not None
        assert shipping.sent(shipment.id, HandedOver(UPS), WORKER).done


def test_a_devices_way_is_counted_and_timed(station: RunningStation) -> None:
    inspected(station, 1, InspectionOutcome.REPAIRED)
    station.wait(hours=5)
    sent(station)
    told = asked(station)
    assert told.total(Measure.ARRIVED) == told.total(Measure.VERDICT, "accept") == 1
    assert told.total(Measure.SENT, "UPS") == told.total(Measure.GOODS_SENT) == 1
    took = {span: told.times(span).median for span in Span}
    assert took == {
        Span.ARRIVAL_TO_OUTCOME: timedelta(hours=2),
        Span.OUTCOME_TO_SHIPMENT: timedelta(hours=5),
        Span.ARRIVAL_TO_SHIPMENT: timedelta(hours=7),
    }
    assert told.no_fault_found() == (("KP2", "", Part(0, 1)),)


def test_a_rejected_package_that_goes_back_is_timed_too(station: RunningStation) -> None:
    rejected(station, send_back_to=HOME)
    station.wait(hours=3)
    sent(station)
    told = asked(station)
    assert told.times(Span.ARRIVAL_TO_SHIPMENT).median == timedelta(hours=3)
    (card,) = told.partner_cards()
    assert (card.verdicts, card.rejected, card.late) == (1, 1, 1)
    assert told.overrides() == (("p-lead", Part(0, 1)),)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    done=st.lists(st.tuples(st.sampled_from(OUTCOMES), st.integers(0, 40), st.booleans()), min_size=1, max_size=4),
    block=st.integers(5, 60),
)
def test_what_is_tested_and_sent_equals_a_recount_from_events(
    new_database: Path, done: list[tuple[InspectionOutcome, int, bool]], block: int
) -> None:
    with TemporaryDirectory() as folder:
        station = RunningStation(shutil.copytree(new_database, Path(folder) / "station"))
        for n, (outcome, hours, ship) in enumerate(done, 1):
            inspected(station, n, outcome)
            station.wait(hours=hours)
            if ship:
                sent(station)
            asked(station, block=block)
        told = asked(station, block=block)
        outcomes = Counter(
            body.outcome for body in station.bodies(InspectionEnded) if isinstance(body, InspectionEnded)
        )
        goods = [
            item for body in station.bodies(ShipmentPacked) if isinstance(body, ShipmentPacked) for item in body.items
        ]
        assert {outcome: told.total(Measure.OUTCOME, outcome) for outcome in outcomes} == outcomes
        assert told.total(Measure.PARTNER_OUTCOME) == outcomes.total()
        assert told.total(Measure.GOODS_SENT) == told.times(Span.ARRIVAL_TO_SHIPMENT).count == len(goods)
        with station.store.reading() as connection:
            again = report_counts.recount(connection)
        recounted = Counter[Measure]()
        for count, amount in again.items():
            recounted[count.measure] += amount
        assert {measure: told.total(measure) for measure in Measure if told.total(measure)} == +recounted
        station.close()


def test_a_period_holds_its_own_days_alone(station: RunningStation) -> None:
    station.told(an_rma())
    station.scan(NUMBER)
    assert asked(station, Period(date(2026, 11, 7), date(2026, 11, 7))).total(Measure.ARRIVED) == 1
    assert asked(station, Period(date(2026, 11, 8), date(2026, 11, 30))).total(Measure.ARRIVED) == 0


def test_the_steps_of_a_picture_add_up_to_the_whole(station: RunningStation) -> None:
    station.told(an_rma())
    for _ in range(3):
        station.scan(NUMBER)
        station.say(Command.NEXT)
        station.wait(days=1)
    told = asked(station)
    assert sum(told.stepped(Measure.VERDICT).values()) == told.total(Measure.VERDICT)
    assert sum(told.stepped(Measure.ARRIVED).values()) == told.total(Measure.ARRIVED) == 3


def test_what_waits_is_counted_where_it_waits_with_its_age(station: RunningStation) -> None:
    rejected(station, choice=None)
    station.wait(days=4)
    station.say(Command.NEXT)
    station.told(an_rma())
    station.scan(NUMBER)
    backlog = asked(station).backlog
    assert backlog.waiting == {(Waits.REVIEW, Age.DAYS): 1, (Waits.UNPACKING, Age.FRESH): 1}
    inspected(station, 1, InspectionOutcome.AWAITING_PARTS)
    inspected(station, 2, InspectionOutcome.REPAIRED)
    inspected(station, 3, InspectionOutcome.UNREPAIRABLE)
    nobodys = station.say(Command.NO_NUMBER).package
    assert nobodys is not None
    station.decide(nobodys, Choice.UPHOLD)
    backlog = asked(station).backlog
    assert [backlog.total(waits) for waits in Waits] == [1, 1, 1, 1, 1, 1]


def test_names_stand_in_the_place_of_ids(station: RunningStation) -> None:
    station.employs(Person("p-lead", 1, "Ann Lead", (SUPERVISOR.role,) if SUPERVISOR.role else (), None))
    rejected(station, choice=Choice.OVERRIDE)
    assert asked(station).overrides() == (("Ann Lead", Part(1, 1)),)


def test_the_hand_over_is_about_today(station: RunningStation) -> None:
    station.told(an_rma())
    station.scan(NUMBER)
    asked(station)
    today = shift(station.store, station.time, camera="No camera is set up.")
    assert (today.done.total(Measure.ARRIVED), today.camera, today.rejected) == (1, "No camera is set up.", 0)
    assert today.waiting > 0
    station.wait(days=1)
    assert shift(station.store, station.time).done.total(Measure.ARRIVED) == 0
