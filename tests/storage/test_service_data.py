from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from receiving_app.domain import inspection
from receiving_app.domain.authorization import Address, Line, Part, Rma, RmaState
from receiving_app.domain.label_reading import Found
from receiving_app.domain.policy import Policy
from receiving_app.domain.roles import Role
from receiving_app.domain.verdict import Decision
from receiving_app.storage import service_data
from receiving_app.storage.service_data import Model, OtherPackage, Partner, Person
from tests.acts.running_station import NOON, RunningStation
from tests.factories import KEY, NUMBER, OTHER_NUMBER, an_rma, interpreted

SERIAL, TRACKING = "SW0012345", "1Z999AA10123456784"
THEIRS = "LPN-DOCK-2-0000017"


def put(station: RunningStation, *rmas: Rma) -> None:
    with station.store.transaction() as connection:
        service_data.put_rmas(connection, rmas)


def kept(station: RunningStation) -> Rma | None:
    with station.store.reading() as connection:
        return service_data.rma(connection, KEY)


def found(station: RunningStation, text: str) -> Found:
    with station.store.reading() as connection:
        return service_data.find(connection, interpreted(text))


def report(station: RunningStation, *rows: OtherPackage) -> None:
    with station.store.transaction() as connection:
        service_data.put_other_packages(connection, rows)


def siblings(station: RunningStation, number: str = NUMBER) -> list[tuple[str, Decision]]:
    key = "".join(filter(str.isalnum, number))
    with station.store.reading() as connection:
        return [(s.lpn, s.decision) for s in service_data.other_siblings(connection, key, NOON)]


@pytest.mark.parametrize(("rev", "applies"), [(4, False), (5, False), (6, True)])
def test_only_a_higher_rev_changes_an_rma(station: RunningStation, rev: int, applies: bool) -> None:
    put(station, an_rma(rev=5))
    put(station, an_rma(rev=rev, state=RmaState.CANCELLED))
    rma = kept(station)
    assert rma is not None
    assert (rma.state is RmaState.CANCELLED) is applies


@pytest.mark.parametrize(("rev", "new"), [(4, False), (6, True)])
def test_an_older_row_leaves_the_look_ups_alone_too(station: RunningStation, rev: int, new: bool) -> None:
    put(station, an_rma(rev=5, tracking=(TRACKING,)))
    put(station, an_rma(rev=rev, lines=(Line("l-1", "KP2", "OTHER"),), tracking=("1Z999AA10123456775",)))
    assert bool(found(station, "OTHER").serial_rmas) is new
    assert bool(found(station, SERIAL).serial_rmas) is not new
    assert bool(found(station, TRACKING).tracking_rmas) is not new


def test_rmas_that_are_new_and_rmas_that_are_known_come_together(station: RunningStation) -> None:
    put(station, an_rma(rev=5), an_rma(number=OTHER_NUMBER, rev=5, lines=(Line("l-1", "KP2", "KEPT"),)))
    moved, older = (Line("l-1", "KP2", "MOVED"),), (Line("l-1", "KP2", "OLDER"),)
    third = an_rma(number="RMA-00000018", rev=1, lines=(Line("l-1", "KP2", "THIRD"),))
    put(station, third, an_rma(rev=6, lines=moved), an_rma(number=OTHER_NUMBER, rev=4, lines=older))
    told = [found(station, serial).serial_rmas for serial in (SERIAL, "MOVED", "KEPT", "OLDER", "THIRD")]
    assert told == [(), (NUMBER,), (OTHER_NUMBER,), (), (third.number,)]


@pytest.mark.parametrize("text", [SERIAL, f" {SERIAL.lower()} ", TRACKING])
def test_serial_and_tracking_numbers_point_to_open_rmas_only(station: RunningStation, text: str) -> None:
    put(station, an_rma(tracking=(TRACKING,)), an_rma(number=OTHER_NUMBER, state=RmaState.CLOSED, tracking=(TRACKING,)))
    pointed = found(station, text)
    assert {*pointed.serial_rmas, *pointed.tracking_rmas} == {NUMBER}


@pytest.mark.parametrize("text", [NUMBER, f"rma {NUMBER[4:]}", f"]C1{NUMBER}\r\n"])
def test_a_number_is_found_however_it_is_written(station: RunningStation, text: str) -> None:
    put(station, an_rma())
    assert found(station, text).numbers == ((KEY, NUMBER),)


def test_a_page_of_many_rmas_is_taken_at_once(station: RunningStation) -> None:
    put(station, *(an_rma(number=f"RMA-{n:08d}", lines=(Line("l", "KP2", f"S{n}"),)) for n in range(1201)))
    with station.store.reading() as connection:
        assert service_data.count_rmas(connection) == 1201
    assert found(station, "S1200").serial_rmas == ("RMA-00001200",)


def test_the_partners_name_stands_on_its_rmas(station: RunningStation) -> None:
    put(station, an_rma())
    rma = kept(station)
    assert rma is not None
    assert rma.partner_name == "p-1"
    with station.store.transaction() as connection:
        service_data.put_partners(connection, [Partner("p-1", 1, "Fleet Eyes LLC")])
    rma = kept(station)
    assert rma is not None
    assert rma.partner_name == "Fleet Eyes LLC"


def test_what_the_service_deleted_is_gone_with_all_that_hangs_on_it(station: RunningStation) -> None:
    put(station, an_rma(tracking=(TRACKING,)))
    report(station, OtherPackage(THEIRS, NUMBER, 1, "dock-2", Decision.ACCEPT, NOON - timedelta(days=1)))
    with station.store.transaction() as connection:
        service_data.put_partners(connection, [Partner("p-1", 1, "Fleet Eyes LLC")])
        service_data.put_models(connection, [Model("KP2", 1, "KP2")])
        service_data.put_people(connection, [Person("p-ann", 1, "Ann", (Role.DOCK,))])
        gone = [("rma", NUMBER), ("partner", "p-1"), ("model", "KP2"), ("person", "p-ann"), ("package", THEIRS)]
        service_data.remove(connection, [*gone, ("comet", "of a later version")])
        assert service_data.person(connection, "p-ann") is None
    assert kept(station) is None
    assert found(station, SERIAL) == found(station, TRACKING) == Found()
    assert siblings(station) == []


def test_other_stations_packages_count_from_the_moment_they_came(station: RunningStation) -> None:
    before, after = NOON - timedelta(hours=1), NOON + timedelta(hours=1)
    report(
        station,
        OtherPackage(THEIRS, NUMBER, 1, "dock-2", Decision.ACCEPT, before),
        OtherPackage("LPN-DOCK-2-0000025", NUMBER, 1, "dock-2", Decision.ACCEPT, after),
    )
    assert siblings(station) == [(THEIRS, Decision.ACCEPT)]
    with station.store.reading() as connection:
        assert service_data.station_of(connection, THEIRS) == "dock-2"
        assert service_data.station_of(connection, "LPN-DOCK-3-0000017") is None


@pytest.mark.parametrize(("rev", "applies"), [(4, False), (5, False), (6, True)])
def test_a_package_is_replaced_whole_by_a_higher_rev_only(station: RunningStation, rev: int, applies: bool) -> None:
    came = NOON - timedelta(hours=1)
    report(station, OtherPackage(THEIRS, NUMBER, 5, "dock-2", Decision.ACCEPT, came))
    report(station, OtherPackage(THEIRS, OTHER_NUMBER, rev, "dock-2", Decision.HOLD, came))
    assert siblings(station) == ([] if applies else [(THEIRS, Decision.ACCEPT)])
    assert siblings(station, OTHER_NUMBER) == ([(THEIRS, Decision.HOLD)] if applies else [])


def test_every_policy_is_kept_and_the_newest_holds(station: RunningStation) -> None:
    with station.store.transaction() as connection:
        assert service_data.current_policy(connection) == Policy()
        for version in (2, 1):
            service_data.put_policy(connection, Policy(version=version, window_days=10 + version), version)
        assert service_data.current_policy(connection).window_days == 12
        old = service_data.policy_version(connection, 1)
        assert old is not None
        assert old.window_days == 11
        assert service_data.policy_version(connection, 0) == Policy()
        assert service_data.policy_version(connection, 9) is None


def test_a_service_restored_from_a_backup_leaves_journal_and_policies(station: RunningStation) -> None:
    station.told(an_rma())
    station.scan(NUMBER)
    count = len(station.journal())
    with station.store.transaction() as connection:
        service_data.put_policy(connection, Policy(version=1), 1)
        service_data.clear(connection)
        assert service_data.count_rmas(connection) == 0
        assert service_data.current_policy(connection).version == 1
    assert len(station.journal()) == count
    assert found(station, SERIAL) == Found()


def test_a_person_is_replaced_by_a_higher_rev(station: RunningStation) -> None:
    ann = Person("p-ann", 1, "Ann", (Role.DOCK,), "h")
    station.employs(ann)
    station.employs(replace(ann, rev=2, name="Ann B."))
    station.employs(replace(ann, rev=1, name="older"))
    with station.store.reading() as connection:
        person = service_data.person_with_badge(connection, "h")
    assert person is not None
    assert person.name == "Ann B."


def test_a_model_is_kept_with_its_parts_and_its_template(station: RunningStation) -> None:
    step = inspection.TestStep(
        "power", "Supply", inspection.StepKind.MEASURE, inspection.Limits(None, Decimal("12.60"), "V")
    )
    kp2 = Model("KP2", 1, "KP2", (Part("SD card", required=True),), inspection.TestTemplate("KP2", 2, (step,)))
    with station.store.transaction() as connection:
        service_data.put_models(connection, [kp2])

        assert service_data.model(connection, "KP2") == kp2
        assert service_data.model(connection, "SR4") is None


def test_a_partner_is_kept_with_its_addresses(station: RunningStation) -> None:
    fleet = Partner("p-1", 1, "Fleet Eyes LLC", (Address("Fleet Eyes LLC", "1 Main St", "Peoria"),))
    with station.store.transaction() as connection:
        service_data.put_partners(connection, [fleet])

        assert service_data.partner(connection, "p-1") == fleet
        assert service_data.partner(connection, "p-2") is None


@pytest.mark.parametrize("text", [SERIAL, f" {SERIAL.lower()} "])
def test_the_open_rmas_that_list_a_serial_are_given_whole(station: RunningStation, text: str) -> None:
    put(station, an_rma(), an_rma(number=OTHER_NUMBER, state=RmaState.CLOSED))
    with station.store.reading() as connection:
        assert [each.number for each in service_data.rmas_listing(connection, text)] == [NUMBER]
        assert service_data.rmas_listing(connection, "listed nowhere") == ()


ANN = Person("p-ann", 1, "Ann Bell", (Role.DOCK,), pin_argon2="$argon2id$")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("p-ann", ANN),
        (" P-ANN ", ANN),
        ("ann  bell", ANN),
        ("Ann", None),
        ("", None),
        ("Lee Cho", None),
        ("Bo Gone", None),
        ("x" * 500, None),
    ],
)
def test_a_person_is_known_by_id_or_whole_name(station: RunningStation, text: str, found: Person | None) -> None:
    namesakes = [Person(id_, 1, "Lee Cho", (Role.DOCK,)) for id_ in ("p-lee", "p-cho")]
    station.employs(ANN, *namesakes, Person("p-bo", 1, "Bo Gone", (Role.DOCK,), active=False))
    with station.store.reading() as connection:
        assert service_data.person_named(connection, text) == found
