from __future__ import annotations

from datetime import timedelta

import pytest

from receiving_app.acts.outcome import Answer, Detail
from receiving_app.domain.authorization import Line
from receiving_app.domain.command import Command
from receiving_app.domain.events import LabelRead, PackageArrived, PackageJudged, ReadingRecorded
from receiving_app.domain.label_facts import ArrivalSource, NumberOnLabel, ServiceSays
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.reading import Source
from receiving_app.domain.rma_number import Carton
from receiving_app.domain.roles import Actor, ActorKind, NotAllowedError
from receiving_app.domain.verdict import Decision, Rule
from receiving_app.storage import service_data
from receiving_app.storage.service_data import OtherPackage
from tests.acts.running_station import NOON, RunningStation
from tests.factories import KEY, NUMBER, OTHER_KEY, OTHER_NUMBER, an_rma, chicago

TRACKING = "1Z999AA10123456784"
THREE_UNITS = tuple(Line(f"l-{n}", "KP2", f"SW00{n}") for n in range(6))


def test_a_known_number_is_accepted_and_shown_with_its_trace(station: RunningStation) -> None:
    station.told(an_rma())
    outcome = station.scan(NUMBER)
    assert outcome.answer is Answer.JUDGED
    assert outcome.package is not None
    assert outcome.package.decision is Decision.ACCEPT
    assert station.package(outcome.package.lpn) == outcome.package
    assert {finding.rule for finding in outcome.package.judgements[0].verdict.trace} == set(Rule)


def test_the_raw_reading_stands_in_the_journal_before_what_was_made_of_it(station: RunningStation) -> None:
    station.told(an_rma())
    station.scan(f"]C1{NUMBER}\r")
    types = [type(event.body) for event in station.journal()]
    assert types == [ReadingRecorded, PackageArrived, LabelRead, PackageJudged]
    recorded = station.bodies(ReadingRecorded)[0]
    assert isinstance(recorded, ReadingRecorded)
    assert recorded.text == f"]C1{NUMBER}\r"


def test_a_reading_is_recorded_even_when_interpreting_it_fails(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a fault of our own")

    monkeypatch.setattr("receiving_app.acts.dock.classify", broken)
    with pytest.raises(RuntimeError, match="a fault of our own"):
        station.scan(NUMBER)
    assert [type(event.body) for event in station.journal()] == [ReadingRecorded]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\x1d",
        "\ud800",
        "SW00\udfff12345",
        "\u202eRMA מספר\u202c",
        "<b>hello</b>",
        "'; DROP TABLE events; --",
        "x" * 1_000_000,
        "RMA-" * 1000,
        "\U0001f4e6",
    ],
)
def test_whatever_a_scanner_sends_is_recorded_and_stops_nothing(station: RunningStation, text: str) -> None:
    station.told(an_rma())
    outcome = station.scan(text)
    assert outcome.answer is Answer.NOT_UNDERSTOOD
    assert outcome.package is None
    assert len(station.bodies(ReadingRecorded)) == 1
    assert station.scan(NUMBER).answer is Answer.JUDGED
    assert station.faults() == ()


def test_the_bytes_of_half_a_surrogate_pair_are_kept(station: RunningStation) -> None:
    station.scan("A\ud83dB")
    recorded = station.bodies(ReadingRecorded)[0]
    assert isinstance(recorded, ReadingRecorded)
    assert (recorded.text, recorded.raw) == ("A?B", "Qe2gvUI=")


def test_the_same_label_within_ten_seconds_is_already_counted(station: RunningStation) -> None:
    station.told(an_rma())
    first = station.scan(NUMBER)
    station.wait(10)
    again = station.scan(NUMBER)
    assert again.answer is Answer.ALREADY_COUNTED
    assert again.package == first.package


def test_the_same_label_later_is_another_box_until_somebody_says_otherwise(station: RunningStation) -> None:
    station.told(an_rma(lines=THREE_UNITS))
    first = station.scan(NUMBER).package
    station.wait(11)
    second = station.scan(NUMBER)
    assert second.asks_same_box
    assert second.package is not None
    assert first is not None
    assert second.package.previous == first.lpn
    station.wait(3600)
    station.say(Command.NEXT)
    assert station.package(second.package.lpn).unconfirmed, "unanswered, it stays flagged"


def test_same_box_gives_what_was_read_to_the_box_before(station: RunningStation) -> None:
    station.told(an_rma())
    first = station.scan(NUMBER).package
    station.wait(60)
    second = station.scan(NUMBER).package
    assert first is not None
    assert second is not None
    assert second.decision is Decision.HOLD
    merged = station.say(Command.SAME_BOX)
    assert merged.package is not None
    assert merged.package.lpn == first.lpn
    assert merged.package.decision is Decision.ACCEPT
    assert merged.package.is_open
    gone = station.package(second.lpn)
    assert (gone.merged_into, gone.counts, gone.judgements) == (first.lpn, False, ())


def test_a_hazard_outlives_same_box(station: RunningStation) -> None:
    station.told(an_rma())
    station.scan(NUMBER)
    station.wait(60)
    station.scan(NUMBER)
    station.say(Command.HAZARD)
    merged = station.say(Command.SAME_BOX).package
    assert merged is not None
    assert merged.hazard
    assert merged.judgements[0].verdict.headline is Rule.HAZARD


def test_the_plate_of_a_merged_box_opens_the_box_it_was(station: RunningStation) -> None:
    station.told(an_rma())
    first = station.scan(NUMBER).package
    station.wait(60)
    second = station.scan(NUMBER).package
    station.say(Command.SAME_BOX)
    station.say(Command.NEXT)
    assert first is not None
    assert second is not None
    opened = station.scan(second.lpn)
    assert opened.package is not None
    assert opened.package.lpn == first.lpn


def test_another_box_ends_the_question(station: RunningStation) -> None:
    station.told(an_rma(lines=THREE_UNITS))
    station.scan(NUMBER)
    station.wait(60)
    station.scan(NUMBER)
    confirmed = station.say(Command.ANOTHER_BOX)
    assert confirmed.package is not None
    assert not confirmed.package.unconfirmed
    assert not confirmed.asks_same_box


def test_carton_marks_tell_boxes_apart_without_asking(station: RunningStation) -> None:
    station.told(an_rma(lines=THREE_UNITS))
    one = station.scan(f"{NUMBER} 1/3")
    two = station.scan(f"{NUMBER} 2/3")
    station.wait(60)
    again = station.scan(f"{NUMBER} 2/3")
    assert one.package is not None
    assert two.package is not None
    assert one.package.lpn != two.package.lpn
    assert not two.asks_same_box
    assert again.answer is Answer.ALREADY_COUNTED
    assert two.package.labels[0].carton == Carton(2, 3)


def test_six_cartons_under_one_freight_number_in_two_minutes_are_six(station: RunningStation) -> None:
    station.told(an_rma(lines=THREE_UNITS))
    lpns = []
    for _ in range(6):
        station.scan(TRACKING)
        station.wait(2)
        outcome = station.scan(NUMBER)
        assert outcome.package is not None
        assert outcome.package.decision is Decision.ACCEPT
        lpns.append(outcome.package.lpn)
        station.wait(18)
    assert len(set(lpns)) == 6
    seventh = station.scan(NUMBER).package
    assert seventh is not None
    assert seventh.judgements[0].verdict.headline is Rule.ALREADY_RECEIVED


@pytest.mark.parametrize("order", [(TRACKING, NUMBER), (NUMBER, TRACKING)])
def test_a_tracking_number_joins_before_or_after_the_number(station: RunningStation, order: tuple[str, str]) -> None:
    station.told(an_rma())
    for text in order:
        outcome = station.scan(text)
    assert outcome.package is not None
    assert [tracking.number for tracking in outcome.package.trackings] == [TRACKING]
    assert outcome.package.decision is Decision.ACCEPT
    assert len(station.bodies(PackageArrived)) == 1


def test_every_rma_of_a_consolidated_package_has_its_own_verdict(station: RunningStation) -> None:
    late = an_rma(number=OTHER_NUMBER, receive_by=chicago(2026, 11, 6).date())
    station.told(an_rma(), late)
    *_, outcome = station.see(NUMBER, OTHER_NUMBER)
    assert outcome.package is not None
    decisions = {judgement.key: judgement.decision for judgement in outcome.package.judgements}
    assert decisions == {KEY: Decision.ACCEPT, OTHER_KEY: Decision.REJECT}
    assert outcome.package.decision is Decision.HOLD


def test_of_one_picture_the_number_is_taken_before_what_hangs_on_it(station: RunningStation) -> None:
    station.told(an_rma())
    outcomes = station.see(TRACKING, NUMBER)
    assert [outcome.tape.kind for outcome in outcomes if outcome.tape] == [Kind.RMA, Kind.CARRIER]
    assert len({outcome.package.lpn for outcome in outcomes if outcome.package}) == 1


def test_the_camera_neither_commands_nor_signs_in(station: RunningStation) -> None:
    for command in Command:
        assert station.scan(command.barcode, Source.CAMERA).answer is Answer.NOT_UNDERSTOOD
    assert station.scan("BADGE-LEAD", Source.CAMERA).answer is Answer.NOT_UNDERSTOOD
    assert {type(event.body) for event in station.journal()} == {ReadingRecorded}


def test_a_serial_alone_waits_for_the_worker_to_say_that_no_number_is_there(station: RunningStation) -> None:
    station.told(an_rma())
    noted = station.scan("sw0012345")
    assert noted.answer is Answer.NOTED
    assert noted.package is not None
    assert noted.package.judgements == ()
    judged = station.say(Command.NO_NUMBER).package
    assert judged is not None
    (judgement,) = judged.judgements
    assert (judgement.decision, judgement.verdict.headline) == (Decision.REJECT, Rule.RMA_MISSING)
    assert judgement.facts.candidates == (NUMBER,)


def test_a_serial_found_after_no_number_reaches_the_supervisor_too(station: RunningStation) -> None:
    station.told(an_rma())
    lpn = station.say(Command.NO_NUMBER).package
    assert lpn is not None
    station.scan("SW0012345")
    assert station.judgement(lpn.lpn).facts.candidates == (NUMBER,)


def test_a_serial_on_two_open_rmas_points_to_both(station: RunningStation) -> None:
    station.told(an_rma(), an_rma(number=OTHER_NUMBER))
    noted = station.scan("SW0012345").package
    assert noted is not None
    assert noted.points_to == (NUMBER, OTHER_NUMBER)


def test_a_malformed_number_is_read_again_before_it_is_rejected(station: RunningStation) -> None:
    station.told(an_rma())
    wrong = NUMBER[:-1] + str((int(NUMBER[-1]) + 1) % 10)
    first = station.scan(wrong).package
    assert first is not None
    assert (first.decision, first.judgements[0].verdict.headline) == (Decision.HOLD, Rule.RMA_MALFORMED)
    second = station.scan(wrong).package
    assert second is not None
    assert second.lpn == first.lpn
    assert second.decision is Decision.REJECT
    assert second.judgements[0].facts.on_label is NumberOnLabel.MALFORMED_TWICE
    assert second.judgements[0].facts.near == (NUMBER,)


def test_an_unknown_number_is_looked_up_and_judged_by_the_answer(station: RunningStation) -> None:
    station.told()
    asked = station.scan(NUMBER)
    assert asked.answer is Answer.LOOKING_UP
    assert asked.package is not None
    assert asked.package.judgements == ()
    rejected = station.answer(asked, ServiceSays.UNKNOWN).package
    assert rejected is not None
    assert (rejected.decision, rejected.judgements[0].verdict.headline) == (Decision.REJECT, Rule.RMA_UNKNOWN)


def test_a_number_that_the_service_knows_after_all_is_judged_by_its_data(station: RunningStation) -> None:
    station.told()
    asked = station.scan(NUMBER)
    with station.store.transaction() as connection:
        service_data.put_rmas(connection, [an_rma()])
    assert station.answer(asked, ServiceSays.NOT_ASKED).package.decision is Decision.ACCEPT  # type: ignore[union-attr]


def test_without_an_answer_the_number_is_held_and_judged_again_when_one_comes(station: RunningStation) -> None:
    station.told()
    held = station.answer(station.scan(NUMBER), ServiceSays.NO_ANSWER).package
    assert held is not None
    assert held.decision is Decision.HOLD
    (open_question,) = station.judging.unanswered()
    answered = station.dock.looked_up(open_question, ServiceSays.UNKNOWN).package
    assert answered is not None
    assert answered.decision is Decision.REJECT
    last = station.bodies(PackageJudged)[-1]
    assert isinstance(last, PackageJudged)
    assert last.supersedes == held.judgements[0].event
    assert station.judging.unanswered() == ()


def test_an_answer_about_a_package_taken_back_meanwhile_changes_nothing(station: RunningStation) -> None:
    station.told()
    asked = station.scan(NUMBER)
    station.say(Command.UNDO)
    assert station.answer(asked, ServiceSays.UNKNOWN).answer is Answer.NOTED
    assert station.bodies(PackageJudged) == []


def test_what_waited_for_an_answer_when_the_station_stopped_is_judged_at_the_next_start(
    station: RunningStation,
) -> None:
    station.told(an_rma(number=OTHER_NUMBER))
    *_, asked = station.see(OTHER_NUMBER, NUMBER)
    assert asked.package is not None
    assert len(asked.package.judgements) == 1
    station.close()
    after = RunningStation(station.folder)
    resumed = after.dock.resume().package
    after.close()
    assert resumed is not None
    assert {judgement.key for judgement in resumed.judgements} == {KEY, OTHER_KEY}


@pytest.mark.parametrize("says", [ServiceSays.UNKNOWN, ServiceSays.NO_ANSWER])
def test_a_start_changes_no_verdict_that_was_given(station: RunningStation, says: ServiceSays) -> None:
    late = an_rma(number=OTHER_NUMBER, receive_by=chicago(2026, 11, 6).date())
    station.told(late)
    station.answer(station.scan(NUMBER), says)
    station.scan(OTHER_NUMBER)
    before = station.journal()
    station.wait(hours=2)
    station.online = False
    station.dock.resume()
    assert station.journal() == before


def test_a_number_seen_beside_our_own_plate_belongs_to_that_package(station: RunningStation) -> None:
    station.told(an_rma())
    plate = station.say(Command.NO_NUMBER).package
    assert plate is not None
    station.say(Command.NEXT)
    outcomes = station.see(NUMBER, plate.lpn)
    assert {outcome.package.lpn for outcome in outcomes if outcome.package} == {plate.lpn}
    assert station.judgement(plate.lpn).number == NUMBER


def test_scanning_a_plate_opens_its_package_again(station: RunningStation) -> None:
    station.told(an_rma(), an_rma(number=OTHER_NUMBER))
    first = station.scan(NUMBER).package
    station.say(Command.NEXT)
    second = station.scan(OTHER_NUMBER).package
    assert first is not None
    assert second is not None
    opened = station.scan(first.lpn)
    assert (opened.answer, opened.detail) == (Answer.DONE, Detail.OPENED)
    assert opened.package is not None
    assert opened.package.is_open
    assert not station.package(second.lpn).is_open
    station.scan(TRACKING)
    assert station.package(first.lpn).trackings


@pytest.mark.parametrize("reported", [True, False])
def test_a_plate_of_another_station_is_refused(station: RunningStation, reported: bool) -> None:
    theirs = "LPN-DOCK-2-0000017"
    if reported:
        with station.store.transaction() as connection:
            other = OtherPackage(theirs, NUMBER, 1, "dock-2", Decision.ACCEPT, NOON)
            service_data.put_other_packages(connection, [other])
    outcome = station.scan(theirs)
    assert (outcome.answer, outcome.detail) == (Answer.REFUSED, Detail.OTHER_STATION)
    assert station.bodies(PackageArrived) == []


def test_a_plate_printed_ahead_keeps_its_package_when_the_count_reaches_it(station: RunningStation) -> None:
    station.told(an_rma(lines=THREE_UNITS), an_rma(number=OTHER_NUMBER))
    second_plate = "LPN-DOCK-1-0000025"
    ahead = station.scan(second_plate)
    assert ahead.detail is Detail.OPENED
    station.scan(OTHER_NUMBER)
    for _ in range(2):
        station.say(Command.NEXT)
        station.scan(NUMBER)
        station.wait(60)
    assert station.package(second_plate).labels[0].number == OTHER_NUMBER
    lpns = [event.subject.lpn for event in station.journal() if isinstance(event.body, PackageArrived)]
    assert len(set(lpns)) == 3


def test_a_label_scanned_after_an_ended_package_was_opened_begins_one_of_its_own(station: RunningStation) -> None:
    station.told(an_rma())
    ended = station.say(Command.NOT_A_RETURN).package
    assert ended is not None
    station.scan(ended.lpn)
    outcome = station.scan(NUMBER).package
    assert outcome is not None
    assert outcome.lpn != ended.lpn
    assert outcome.decision is Decision.ACCEPT


def test_a_package_another_station_took_counts_as_come(station: RunningStation) -> None:
    station.told(an_rma())
    with station.store.transaction() as connection:
        other = OtherPackage("LPN-DOCK-2-0000017", NUMBER, 1, "dock-2", Decision.ACCEPT, NOON - timedelta(hours=1))
        service_data.put_other_packages(connection, [other])
    package = station.scan(NUMBER).package
    assert package is not None
    assert package.judgements[0].verdict.headline is Rule.ALREADY_RECEIVED


@pytest.mark.parametrize("fast_by", [timedelta(days=1), timedelta(days=-1)])
def test_a_clock_a_day_off_on_the_last_day_holds_and_never_rejects(station: RunningStation, fast_by: timedelta) -> None:
    true = chicago(2026, 11, 16, 10) if fast_by > timedelta(0) else chicago(2026, 11, 17, 10)
    station.at(true + fast_by)
    station.clock.learn(true, station.time, station.time)
    station.told(an_rma())
    package = station.scan(NUMBER).package
    assert package is not None
    assert package.decision is Decision.HOLD
    assert package.judgements[0].verdict.headline is Rule.LATE
    assert package.received.at == true


def test_a_device_may_record_a_reading_but_not_receive(station: RunningStation) -> None:
    device = Actor(ActorKind.DEVICE, None, None, "camera")
    with pytest.raises(NotAllowedError):
        station.scan(NUMBER, actor=device)
    with pytest.raises(NotAllowedError):
        station.say(Command.HAZARD, device)
    assert [type(event.body) for event in station.journal()] == [ReadingRecorded]


def test_a_typed_number_is_marked_so(station: RunningStation) -> None:
    station.told(an_rma())
    package = station.scan(NUMBER.removeprefix("RMA-"), Source.TYPED).package
    assert package is not None
    assert package.labels[0].source is Source.TYPED
    assert package.decision is Decision.ACCEPT


def test_the_verdict_is_dated_by_the_corrected_clock_and_says_the_offset(station: RunningStation) -> None:
    station.clock.learn(station.time + timedelta(seconds=3), station.time, station.time)
    station.told(an_rma())
    package = station.scan(NUMBER).package
    assert package is not None
    assert package.received.at == NOON + timedelta(seconds=3)
    assert package.received_by is ArrivalSource.SCAN
    assert package.opened_at == NOON


def test_everything_one_scan_wrote_has_one_actor_and_one_act(station: RunningStation) -> None:
    station.told(an_rma())
    station.scan(NUMBER)
    acts = {type(event.body): (event.actor.person, event.act is not None) for event in station.journal()}
    assert acts[PackageArrived] == acts[LabelRead] == ("p-dock", True)
    assert acts[PackageJudged] == (None, False)
