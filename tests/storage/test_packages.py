from __future__ import annotations

from typing import Any

import sqlalchemy

from receiving_app.domain.command import Command
from receiving_app.domain.events import PackageArrived
from receiving_app.domain.package import fold
from receiving_app.storage import journal, packages
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, OTHER_NUMBER, an_rma


def test_what_is_kept_of_a_package_is_what_its_events_tell(station: RunningStation) -> None:
    station.told(an_rma(), an_rma(number=OTHER_NUMBER))
    station.scan(NUMBER)
    station.scan(OTHER_NUMBER)
    station.say(Command.SAME_BOX)
    station.say(Command.HAZARD)
    station.say(Command.UNDO)
    station.say(Command.OLD_LABEL)
    station.say(Command.NOT_A_RETURN)
    arrived = [event.subject.lpn or "" for event in station.journal() if isinstance(event.body, PackageArrived)]
    with station.store.reading() as connection:
        for lpn in arrived:
            assert packages.get(connection, lpn) == fold(journal.of_package(connection, lpn))
    assert len(arrived) == 2


def test_only_one_package_is_open(station: RunningStation) -> None:
    station.told(an_rma())
    for _ in range(3):
        station.scan(NUMBER)
        station.wait(20)
    with station.store.reading() as connection:
        package = packages.open_package(connection)
        assert package is not None
        assert package.lpn == packages.open_package(connection).lpn  # type: ignore[union-attr]
    standing = [station.package(event.subject.lpn or "") for event in station.journal() if event.subject.lpn]
    assert {each.lpn for each in standing if each.is_open} == {package.lpn}


def test_a_package_that_was_taken_back_leaves_no_verdict(station: RunningStation) -> None:
    station.told(an_rma())
    first = station.scan(NUMBER).package
    assert first is not None
    station.say(Command.UNDO)
    with station.store.reading() as connection:
        assert packages.get(connection, first.lpn) is None
        assert packages.siblings(connection, first.labels[0].key, "LPN-DOCK-1-0000025") == ()
        assert packages.to_judge_again(connection) == ()


def test_siblings_are_the_packages_that_came_before(station: RunningStation) -> None:
    station.told(an_rma())
    lpns: list[str] = []
    for _ in range(3):
        package = station.scan(NUMBER).package
        assert package is not None
        lpns.append(package.lpn)
        station.wait(20)
    key = station.package(lpns[0]).labels[0].key
    with station.store.reading() as connection:
        before = [sibling.lpn for sibling in packages.siblings(connection, key, lpns[1])]
        unknown = [sibling.lpn for sibling in packages.siblings(connection, key, "LPN-DOCK-1-0000991")]
    assert before == lpns[:1]
    assert unknown == lpns


def test_what_nobody_judged_is_found_without_reading_every_package(station: RunningStation) -> None:
    asked: list[tuple[str, tuple[Any, ...]]] = []

    def listen(_connection: object, _cursor: object, statement: str, values: tuple[Any, ...], *_rest: object) -> None:
        asked.append((statement, values))

    sqlalchemy.event.listen(station.store.engine, "before_cursor_execute", listen)
    with station.store.reading() as connection:
        packages.unjudged(connection)
        plans = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values) for query, values in asked[1:]]
        steps = [row.detail for plan in plans for row in plan]
    assert steps
    assert not [step for step in steps if step.startswith("SCAN")]
