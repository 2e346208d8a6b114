from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from receiving_app.domain.authorization import Rma
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice
from receiving_app.domain.policy import Policy
from receiving_app.domain.report_counts import Count, Counts, Measure
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.storage import journal, report_counts, service_data
from receiving_app.storage.schema import packages as packages_table
from receiving_app.storage.schema import report_counts as counts_table
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, OTHER_NUMBER, SUPERVISOR, an_rma, chicago


def kept(station: RunningStation) -> Counts:
    """Give the sums that reports are made of."""
    with station.store.reading() as connection:
        rows = connection.execute(select(counts_table)).all()
    sums: Counts = Counter()
    for row in rows:
        day = date.fromisoformat(row.day)
        sums[Count(day, Measure(row.measure), row.what, row.which, row.whose)] += row.amount
    return Counter({count: amount for count, amount in sums.items() if amount})


def take_in(station: RunningStation, block: int = 7) -> None:
    while report_counts.take_in(station.store, block=block):
        pass


def recounted(station: RunningStation) -> Counts:
    with station.store.reading() as connection:
        return report_counts.recount(connection)


def of(counts: Counts, measure: Measure) -> dict[str, int]:
    found: Counter[str] = Counter()
    for count, amount in counts.items():
        if count.measure is measure:
            found[count.what] += amount
    return {what: amount for what, amount in found.items() if amount}


ACTS = (
    "in time",
    "late",
    "again",
    "same box",
    "another box",
    "no number",
    "old label",
    "not a return",
    "undo",
    "hazard",
    "override",
    "extended",
    "next",
    "wait",
)


def act(station: RunningStation, what: str) -> None:
    match what:
        case "in time" | "again":
            station.scan(NUMBER)
        case "late":
            station.scan(OTHER_NUMBER)
        case "same box":
            station.say(Command.SAME_BOX)
        case "another box":
            station.say(Command.ANOTHER_BOX)
        case "no number":
            station.say(Command.NO_NUMBER)
        case "old label":
            station.say(Command.OLD_LABEL)
        case "not a return":
            station.say(Command.NOT_A_RETURN)
        case "undo":
            station.say(Command.UNDO, SUPERVISOR)
        case "hazard":
            station.say(Command.HAZARD)
        case "override":
            at_hand = station.dock.at_hand().package
            if at_hand is not None and at_hand.judgements:
                station.decide(at_hand, Choice.OVERRIDE)
        case "extended":
            station.told(late(20))
            station.judging.judge_again()
        case "next":
            station.say(Command.NEXT)
        case _:
            station.wait(40)


def late(last_day: int = 6) -> Rma:
    return an_rma(number=OTHER_NUMBER, receive_by=date(2026, 11, last_day), rev=last_day)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    done=st.lists(st.tuples(st.sampled_from(ACTS), st.booleans()), min_size=3, max_size=25),
    block=st.integers(min_value=1, max_value=30),
)
def test_report_sums_equal_a_recount_from_events(new_database: Path, done: list[tuple[str, bool]], block: int) -> None:
    with TemporaryDirectory() as folder:
        station = RunningStation(shutil.copytree(new_database, Path(folder) / "station"))
        station.told(an_rma(), late())
        for what, count_now in done:
            act(station, what)
            if count_now:
                take_in(station, block)
        take_in(station, block)
        assert kept(station) == recounted(station)
        assert_as_the_packages_stand(station)
        station.close()


def assert_as_the_packages_stand(station: RunningStation) -> None:
    """Hold the sums against what the screens show, which is told in another way."""
    with station.store.reading() as connection:
        lpns = connection.execute(select(packages_table.c.lpn).where(packages_table.c.state != "")).scalars().all()
    there = [station.package(lpn) for lpn in lpns]
    there = [package for package in there if package.merged_into is None]
    verdicts = Counter(judgement.verdict.decision.value for package in there for judgement in package.judgements)
    endings = Counter(package.ended.value for package in there if package.ended is not None)
    sums = kept(station)
    assert of(sums, Measure.ARRIVED) == ({"": len(there)} if there else {})
    assert of(sums, Measure.VERDICT) == verdicts
    assert of(sums, Measure.ENDED) == endings


def test_an_act_that_is_taken_back_later_is_counted_no_more(station: RunningStation) -> None:
    station.told(an_rma())
    station.scan(NUMBER)
    take_in(station, block=2)
    assert of(kept(station), Measure.VERDICT) == {"accept": 1}
    station.say(Command.UNDO)
    take_in(station, block=2)
    assert of(kept(station), Measure.VERDICT) == {}


def test_what_was_judged_again_before_it_was_taken_back_is_counted_no_more(station: RunningStation) -> None:
    station.told(late())
    station.scan(OTHER_NUMBER)
    take_in(station, block=1)
    station.told(late(20))
    station.judging.judge_again()
    take_in(station, block=1)
    assert of(kept(station), Measure.VERDICT) == {"accept": 1}
    station.say(Command.UNDO)
    take_in(station, block=1)
    assert of(kept(station), Measure.VERDICT) == {}
    assert kept(station) == recounted(station)


def test_a_decision_that_the_service_refuses_is_counted_no_more(station: RunningStation) -> None:
    station.told(late())
    package = station.scan(OTHER_NUMBER).package
    assert package is not None
    station.decide(package, Choice.OVERRIDE)
    take_in(station, block=3)
    assert of(kept(station), Measure.DECIDED) == {"override": 1}
    with station.store.transaction() as connection:
        journal.mark_refused(connection, [len(station.journal())])
    take_in(station, block=3)
    assert of(kept(station), Measure.DECIDED) == {}


def test_a_verdict_counts_on_the_day_its_package_came_however_late_it_changes(station: RunningStation) -> None:
    station.told(late())
    station.scan(OTHER_NUMBER)
    take_in(station, block=3)
    station.wait(days=3)
    station.told(late(20))
    station.judging.judge_again()
    take_in(station, block=3)
    verdicts = {count: amount for count, amount in kept(station).items() if count.measure is Measure.VERDICT}
    assert verdicts == {Count(date(2026, 11, 7), Measure.VERDICT, "accept", "", "p-1"): 1}


def test_the_day_is_the_sites_day(station: RunningStation) -> None:
    station.at(chicago(2026, 11, 9, 22, 30))
    station.told(an_rma())
    station.scan(NUMBER)
    take_in(station)
    assert {count.day for count in kept(station)} == {date(2026, 11, 9)}


def test_another_time_zone_counts_everything_anew(station: RunningStation) -> None:
    station.at(chicago(2026, 11, 9, 22, 30))
    station.told(an_rma())
    station.scan(NUMBER)
    take_in(station)
    berlin = Policy(version=2, calendar=SiteCalendar(time_zone="Europe/Berlin"))
    with station.store.transaction() as connection:
        service_data.put_policy(connection, berlin, 2)
    take_in(station)
    assert {count.day for count in kept(station)} == {date(2026, 11, 10)}


def test_the_block_that_still_grows_can_be_left(station: RunningStation) -> None:
    station.told(an_rma())
    station.scan(NUMBER)
    while report_counts.take_in(station.store, whole_only=True):
        pass
    assert kept(station) == {}
