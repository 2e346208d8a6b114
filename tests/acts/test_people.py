from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from receiving_app.acts.outcome import Answer, Detail, SignedIn
from receiving_app.acts.people import People
from receiving_app.acts.people_outcome import Claim, Named, Refusal, Refused, Session
from receiving_app.domain.command import Command
from receiving_app.domain.events import (
    Choice,
    HazardFlagged,
    PackageArrived,
    PersonSignedIn,
    PersonSignedOut,
    PinFailed,
    ReadingRecorded,
    ReviewDecided,
    ScreenLocked,
)
from receiving_app.domain.label_reading import badge_hash
from receiving_app.domain.package import Package
from receiving_app.domain.roles import (
    AT_LOCKED_SCREEN,
    NOBODY,
    Actor,
    ActorKind,
    Known,
    NotAllowedError,
    Right,
    Role,
    may,
)
from receiving_app.storage.service_data import Person
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, WORKER, an_rma, chicago, reading

#: Weak on purpose: a test proves what follows from a PIN, not how long it takes to try them all.
PIN = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("4711")
ANN = Person("p-ann", 1, "Ann", (Role.DOCK,), badge_hash("BADGE-0042"))
LEA = Person("p-lea", 1, "Lea", (Role.SUPERVISOR,), badge_hash("BADGE-0007"), pin_argon2=PIN)


def test_a_badge_signs_in_and_later_acts_are_that_persons(station: RunningStation) -> None:
    station.employs(ANN)
    outcome = station.scan("BADGE-0042")
    assert outcome.detail is Detail.SIGNED_IN
    assert outcome.signed_in is not None
    assert outcome.signed_in.name == "Ann"
    station.say(Command.HAZARD, outcome.signed_in.actor)
    actors = {type(event.body): (event.actor.person, event.actor.how) for event in station.journal()}
    assert actors[ReadingRecorded] == actors[PersonSignedIn] == ("p-dock", "badge")
    assert actors[HazardFlagged] == ("p-ann", "badge")


def test_a_change_of_operator_leaves_the_box_open(station: RunningStation) -> None:
    station.told(an_rma())
    station.employs(ANN)
    package = station.scan(NUMBER).package
    station.scan("BADGE-0042")
    assert package is not None
    assert station.package(package.lpn) == package


@pytest.mark.parametrize(
    "nobody", [replace(ANN, active=False), replace(ANN, roles=()), replace(ANN, badge_sha256=None)]
)
def test_a_badge_of_nobody_who_works_here_is_refused(station: RunningStation, nobody: Person) -> None:
    station.employs(nobody)
    outcome = station.scan("BADGE-0042")
    assert (outcome.answer, outcome.detail) == (Answer.REFUSED, Detail.UNKNOWN_BADGE)
    assert station.bodies(PersonSignedIn) == []


def test_a_badge_handed_on_signs_in_who_carries_it_now(station: RunningStation) -> None:
    station.employs(replace(ANN, active=False), replace(ANN, id="p-zoe", name="Zoe"))
    signed_in = station.scan("BADGE-0042").signed_in
    assert signed_in is not None
    assert signed_in.name == "Zoe"


def test_the_badge_itself_is_written_nowhere(station: RunningStation) -> None:
    station.employs(ANN)
    station.scan("BADGE-0042")
    station.store.close()
    for file in station.folder.rglob("*"):
        assert not file.is_file() or b"BADGE-0042" not in file.read_bytes(), file


def test_undo_means_the_last_thing_done_to_a_box_not_the_sign_in(station: RunningStation) -> None:
    station.told(an_rma())
    station.employs(ANN)
    station.scan(NUMBER)
    station.scan("BADGE-0042")
    assert station.say(Command.UNDO).package is None


def test_a_pin_signs_in_who_claims_it_and_opens_what_a_badge_alone_does_not(station: RunningStation) -> None:
    station.employs(LEA)
    people = People(station.parts, NOBODY)
    session = people.at_start()
    by_badge = station.scan("BADGE-0007", actor=session.actor).signed_in
    assert by_badge is not None
    assert not may(by_badge.actor, Right.DECIDE)
    signed_in = people.sign_in(Claim("p-lea", Known.BADGE_AND_PIN), "4711", Session(by_badge.actor, "Lea"))
    assert isinstance(signed_in, SignedIn)
    assert (signed_in.actor.how, may(signed_in.actor, Right.DECIDE)) == ("badge+pin", True)
    assert [event.actor.how for event in station.journal() if isinstance(event.body, PersonSignedIn)] == [
        "not-signed-in",
        "badge+pin",
    ]


def test_the_badge_shown_once_more_takes_no_pin_away_but_another_badge_does(station: RunningStation) -> None:
    station.employs(LEA, ANN)
    sure = proven(station, "p-lea")
    again = station.scan("BADGE-0007", actor=sure).signed_in
    assert again is not None
    assert again.actor == sure
    other = station.scan("BADGE-0042", actor=sure).signed_in
    assert other is not None
    assert other.actor.how == "badge"


@pytest.mark.parametrize(
    ("person", "pin", "why"),
    [
        ("p-lea", "4712", Refusal.WRONG_PIN),
        ("p-lea", "471", Refusal.NOT_A_PIN),
        ("p-lea", "4711; DROP", Refusal.NOT_A_PIN),
        ("p-nobody", "4711", Refusal.UNKNOWN_PERSON),
        ("p-ann", "4711", Refusal.NO_PIN),
        ("p-gone", "4711", Refusal.UNKNOWN_PERSON),
        ("p-odd", "4711", Refusal.NO_PIN),
    ],
)
def test_a_refusal_says_why_and_signs_nobody_in(station: RunningStation, person: str, pin: str, why: Refusal) -> None:
    station.employs(LEA, ANN, replace(LEA, id="p-gone", active=False), replace(LEA, id="p-odd", pin_argon2="plain"))
    refused = People(station.parts, NOBODY).sign_in(Claim(person), pin, Session(NOBODY))
    assert refused == Refused(why)
    assert station.bodies(PersonSignedIn) == []


def test_wrong_pins_make_that_person_wait_longer_each_time_and_a_restart_does_not_help(station: RunningStation) -> None:
    station.employs(LEA, replace(LEA, id="p-zoe"))
    for _ in range(2):
        assert sign_in(station, "0000") == Refused(Refusal.WRONG_PIN)
    assert sign_in(station, "0000") == Refused(Refusal.WRONG_PIN, timedelta(seconds=30))
    station.wait(29)
    # A new set of acts stands on what the disk holds.
    assert sign_in(station, "4711") == Refused(Refusal.WAIT, timedelta(seconds=1))
    assert isinstance(sign_in(station, "4711", "p-zoe"), SignedIn)
    station.wait(1)
    assert sign_in(station, "0000") == Refused(Refusal.WRONG_PIN, timedelta(seconds=60))
    station.wait(60)
    assert isinstance(sign_in(station, "4711"), SignedIn)
    assert sign_in(station, "0000") == Refused(Refusal.WRONG_PIN)
    assert station.bodies(PinFailed) == [PinFailed("p-lea")] * 5


def test_no_pin_is_written_anywhere(station: RunningStation) -> None:
    station.employs(LEA)
    sign_in(station, "90817263")
    sign_in(station, "4711")
    station.store.close()
    for file in station.folder.rglob("*"):
        assert not file.is_file() or b"90817263" not in file.read_bytes(), file


def test_a_supervisor_approves_one_act_and_the_worker_stays_signed_in(
    station: RunningStation, rejected: Package
) -> None:
    station.employs(LEA, ANN)
    worker = station.scan("BADGE-0042").signed_in
    assert worker is not None
    approved = People(station.parts, NOBODY).approve(Right.DECIDE, Claim("p-lea"), "4711", worker.actor)
    assert isinstance(approved, Actor)
    station.decide(rejected, Choice.UPHOLD, approved)
    (decision,) = [event for event in station.journal() if isinstance(event.body, ReviewDecided)]
    assert (decision.actor.person, decision.actor.role, decision.actor.how) == (
        "p-lea",
        Role.SUPERVISOR,
        "approval:p-ann",
    )
    assert station.bodies(PersonSignedIn) == [PersonSignedIn("p-ann", Role.DOCK)]


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (Claim("p-lea", Known.BADGE_AND_PIN), Refusal.OWN_WORK),
        (Claim("p-tim"), Refusal.ROLE),
    ],
)
def test_nobody_approves_their_own_act_nor_without_the_right(
    station: RunningStation, claim: Claim, why: Refusal
) -> None:
    station.employs(LEA, replace(LEA, id="p-tim", roles=(Role.TECHNICIAN,)))
    worker = Actor(ActorKind.PERSON, "p-lea", Role.DOCK, Known.BADGE)
    assert People(station.parts, NOBODY).approve(Right.DECIDE, claim, "4711", worker) == Refused(why)


def test_only_others_with_the_right_and_a_pin_are_offered_to_approve(station: RunningStation) -> None:
    zoe, tim = replace(LEA, id="p-zoe", name="Zoe"), replace(LEA, id="p-tim", roles=(Role.TECHNICIAN,))
    station.employs(LEA, zoe, tim, ANN, replace(LEA, id="p-gone", active=False), replace(LEA, id="x", pin_argon2=None))
    people = People(station.parts, NOBODY)
    lea = Actor(ActorKind.PERSON, "p-lea", Role.DOCK, Known.BADGE)
    assert people.who_may(Right.DECIDE, lea) == (Named("p-zoe", "Zoe"),)
    assert [named.person for named in people.who_may()] == ["p-lea", "p-tim", "p-zoe"]


def test_an_approvers_badge_is_recorded_and_signs_nobody_in(station: RunningStation) -> None:
    station.employs(LEA)
    people = People(station.parts, NOBODY)
    assert people.whose_badge(reading("BADGE-0007"), WORKER) == Named("p-lea", "Lea")
    assert people.whose_badge(reading("BADGE-9999"), WORKER) == Refused(Refusal.UNKNOWN_PERSON)
    assert len(station.bodies(ReadingRecorded)) == 2
    assert station.bodies(PersonSignedIn) == []


def test_a_start_finds_the_screen_locked_and_the_badge_goes_on(station: RunningStation) -> None:
    station.employs(ANN)
    people = People(station.parts, NOBODY)
    assert people.at_start() == Session(NOBODY)
    station.scan("BADGE-0042", actor=NOBODY)
    session = people.at_start()
    assert (session.name, session.locked, session.actor) == ("Ann", True, AT_LOCKED_SCREEN)
    unlocked = station.scan("BADGE-0042", actor=session.actor).signed_in
    assert unlocked is not None
    assert unlocked.actor.person == "p-ann"


def test_who_left_the_site_meanwhile_is_signed_in_no_more(station: RunningStation) -> None:
    station.employs(ANN)
    station.scan("BADGE-0042", actor=NOBODY)
    station.employs(replace(ANN, rev=2, active=False))
    assert People(station.parts, NOBODY).at_start() == Session(NOBODY)


def test_the_scan_that_wakes_a_locked_screen_is_judged_and_nobodys_by_name(station: RunningStation) -> None:
    station.told(an_rma())
    station.employs(ANN)
    people = People(station.parts, NOBODY)
    ann = station.scan("BADGE-0042", actor=NOBODY).signed_in
    assert ann is not None
    session = people.lock(Session(ann.actor, ann.name))
    assert people.lock(session) == session
    assert station.bodies(ScreenLocked) == [ScreenLocked("p-ann")]
    outcome = station.scan(NUMBER, actor=session.actor)
    assert outcome.package is not None
    assert outcome.package.judgements
    (arrived,) = [event for event in station.journal() if isinstance(event.body, PackageArrived)]
    assert (arrived.actor.person, arrived.actor.role, arrived.actor.how) == (None, Role.DOCK, "locked")


def test_signing_out_ends_the_session_and_leaves_the_box_open(station: RunningStation) -> None:
    station.told(an_rma())
    station.employs(ANN)
    package = station.scan(NUMBER).package
    ann = station.scan("BADGE-0042").signed_in
    assert ann is not None
    assert station.scan(Command.SIGN_OUT.barcode, actor=ann.actor).detail is Detail.SIGNED_OUT
    assert station.say(Command.SIGN_OUT).detail is Detail.NOBODY_SIGNED_IN
    assert station.bodies(PersonSignedOut) == [PersonSignedOut("p-ann")]
    assert People(station.parts, NOBODY).at_start() == Session(NOBODY)
    assert package is not None
    assert station.package(package.lpn) == package


def test_signing_out_at_the_panel_names_whoever_was_signed_in(station: RunningStation) -> None:
    station.employs(ANN)
    people = People(station.parts, NOBODY)
    station.scan("BADGE-0042", actor=NOBODY)
    assert people.sign_out(people.at_start()) == Session(NOBODY)
    assert station.bodies(PersonSignedOut) == [PersonSignedOut("p-ann")]


def test_what_nobody_scans_is_recorded_and_told_to_sign_in(station: RunningStation) -> None:
    station.told(an_rma())
    outcome = station.scan(NUMBER, actor=NOBODY)
    assert (outcome.answer, outcome.detail, outcome.package) == (Answer.REFUSED, Detail.SIGN_IN, None)
    assert outcome.tape is not None
    assert len(station.bodies(ReadingRecorded)) == 1
    with pytest.raises(NotAllowedError):
        station.say(Command.NEXT, actor=NOBODY)


def test_in_the_middle_of_a_box_each_act_is_its_operators(station: RunningStation) -> None:
    station.told(an_rma())
    station.employs(ANN, LEA)
    ann = station.scan("BADGE-0042").signed_in
    assert ann is not None
    station.scan(NUMBER, actor=ann.actor)
    lea = station.scan("BADGE-0007", actor=ann.actor).signed_in
    assert lea is not None
    station.say(Command.HAZARD, lea.actor)
    assert [
        event.actor.person for event in station.journal() if isinstance(event.body, PackageArrived | HazardFlagged)
    ] == ["p-ann", "p-lea"]


def sign_in(station: RunningStation, pin: str, person: str = "p-lea") -> SignedIn | Refused:
    return People(station.parts, NOBODY).sign_in(Claim(person), pin, Session(NOBODY))


def proven(station: RunningStation, person: str) -> Actor:
    signed_in = sign_in(station, "4711", person)
    assert isinstance(signed_in, SignedIn)
    return signed_in.actor


@pytest.fixture
def rejected(station: RunningStation) -> Package:
    station.told(an_rma(receive_by=chicago(2026, 11, 6).date()))
    package = station.scan(NUMBER).package
    assert package is not None
    return package
