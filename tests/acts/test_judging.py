from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from receiving_app.domain.authorization import Line, RmaState
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice, PackageJudged
from receiving_app.domain.label_rules import judge
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.verdict import Decision, Rule
from receiving_app.storage import packages, service_data
from tests.acts.running_station import NOON, RunningStation
from tests.factories import NUMBER, OTHER_NUMBER, an_rma, chicago

LATE = an_rma(receive_by=chicago(2026, 11, 6).date())
EXTENDED = replace(LATE, rev=2, receive_by=chicago(2026, 11, 20).date())


def scanned(station: RunningStation, text: str = NUMBER) -> Package:
    package = station.scan(text).package
    assert package is not None
    return package


def verdicts(station: RunningStation) -> list[PackageJudged]:
    return [body for body in station.bodies(PackageJudged) if isinstance(body, PackageJudged)]


def test_offline_an_unknown_number_is_held_and_judged_again_as_a_new_event_when_data_arrives(
    station: RunningStation,
) -> None:
    station.told()
    station.online = False
    held = scanned(station)
    assert (held.decision, held.judgements[0].verdict.headline) == (Decision.HOLD, Rule.RMA_UNKNOWN)
    station.online = True
    station.told(an_rma())
    assert station.judging.judge_again() == (held.lpn,)
    assert station.package(held.lpn).decision is Decision.ACCEPT
    assert [each.verdict for each in verdicts(station)] == [Decision.HOLD, Decision.ACCEPT]
    assert verdicts(station)[1].supersedes == held.judgements[0].event


def test_a_late_package_whose_rma_is_extended_is_accepted_as_a_new_event(station: RunningStation) -> None:
    station.told(LATE)
    package = scanned(station)
    assert package.decision is Decision.REJECT
    station.told(EXTENDED)
    assert station.judging.judge_again() == (package.lpn,)
    assert station.package(package.lpn).decision is Decision.ACCEPT
    assert [each.verdict for each in verdicts(station)] == [Decision.REJECT, Decision.ACCEPT]


def test_extended_centrally_while_offline_is_held_then_judged_again(station: RunningStation) -> None:
    station.told(LATE, as_of=NOON - timedelta(minutes=16))
    station.online = False
    held = scanned(station)
    assert held.decision is Decision.HOLD
    station.online = True
    station.told(EXTENDED)
    station.judging.judge_again()
    assert station.package(held.lpn).decision is Decision.ACCEPT


@pytest.mark.parametrize(("hours", "decision"), [(71, Decision.ACCEPT), (72, Decision.HOLD), (80, Decision.HOLD)])
def test_old_data_accepts_nothing(station: RunningStation, hours: int, decision: Decision) -> None:
    station.online = False
    station.told(an_rma(), as_of=NOON - timedelta(hours=hours))
    package = scanned(station)
    assert package.decision is decision
    station.online = True
    station.told(an_rma())
    station.judging.judge_again()
    assert station.package(package.lpn).decision is Decision.ACCEPT


def test_before_the_first_pull_has_ended_everything_is_held(station: RunningStation) -> None:
    with station.store.transaction() as connection:
        service_data.put_rmas(connection, [an_rma()])
    assert scanned(station).judgements[0].verdict.headline is Rule.DATA_STALE


@pytest.mark.parametrize("choice", Choice)
def test_what_a_person_has_reviewed_is_not_judged_again(station: RunningStation, choice: Choice) -> None:
    station.told(LATE)
    package = scanned(station)
    station.decide(package, choice)
    station.told(replace(EXTENDED, state=RmaState.CANCELLED))
    assert station.judging.judge_again() == ()
    assert len(verdicts(station)) == 1


def test_what_a_person_has_decided_stands_when_more_is_read_but_for_a_hazard(station: RunningStation) -> None:
    station.told(LATE)
    package = scanned(station)
    station.decide(package, Choice.OVERRIDE)
    station.told(replace(EXTENDED, state=RmaState.CANCELLED))
    station.scan("1Z999AA10123456784")
    assert station.package(package.lpn).decision is Decision.ACCEPT
    assert len(verdicts(station)) == 1
    station.say(Command.HAZARD)
    assert station.package(package.lpn).judgements[0].verdict.headline is Rule.HAZARD
    assert station.package(package.lpn).decision is Decision.HOLD


def test_nothing_new_is_not_written_down(station: RunningStation) -> None:
    station.told(an_rma(), LATE)
    scanned(station)
    station.wait(hours=5)
    station.told(LATE)
    count = len(station.journal())
    assert station.judging.judge_again() == ()
    assert len(station.journal()) == count


def test_an_rma_that_changed_in_nothing_a_package_is_judged_by_writes_nothing(station: RunningStation) -> None:
    station.told(an_rma(tracking=()))
    package = scanned(station)
    count = len(station.journal())
    station.told(an_rma(rev=2, tracking=("1Z999AA10123456784",)))

    assert station.judging.judge_again() == ()
    assert len(station.journal()) == count
    with station.store.reading() as connection:
        assert package.lpn not in packages.to_judge_again(connection), "it is looked at once"


def test_what_is_shown_of_an_rma_is_judged_again_with_it(station: RunningStation) -> None:
    station.told(an_rma(lines=(Line("1", "KP2", "KP2-1"),)))
    package = scanned(station)
    station.told(an_rma(rev=2, lines=(Line("1", "KP2", "KP2-2"),)))

    assert station.judging.judge_again() == (package.lpn,)
    rma = station.judgement(package.lpn).facts.rma
    assert rma is not None
    assert [line.serial for line in rma.lines] == ["KP2-2"]


def test_a_cancelled_rma_turns_an_accepted_package_over(station: RunningStation) -> None:
    station.told(an_rma())
    package = scanned(station)
    station.told(an_rma(rev=2, state=RmaState.CANCELLED))
    station.judging.judge_again()
    assert station.package(package.lpn).judgements[0].verdict.headline is Rule.RMA_NOT_OPEN


def test_an_ended_or_merged_package_is_not_judged_again(station: RunningStation) -> None:
    station.told(an_rma())
    scanned(station)
    station.say(Command.NOT_A_RETURN)
    station.told(an_rma(rev=2, state=RmaState.CANCELLED))
    assert station.judging.judge_again() == ()


def test_a_package_whose_replacement_is_out_is_never_rejected_by_rule(station: RunningStation) -> None:
    station.told(replace(LATE, replacement_shipped=True))
    package = scanned(station)
    assert package.decision is Decision.HOLD
    assert package.judgements[0].verdict.headline is Rule.ADVANCED_EXPOSURE


@pytest.mark.parametrize("decides", [True, False])
def test_an_overridden_package_counts_as_come(station: RunningStation, decides: bool) -> None:
    station.told(replace(LATE, lines=(Line("l-1", "KP2"),)))
    first = scanned(station)
    if decides:
        station.decide(first, Choice.OVERRIDE)
    station.told(replace(EXTENDED, lines=(Line("l-1", "KP2"),)))
    station.wait(60)
    second = scanned(station)
    assert (Rule.ALREADY_RECEIVED in second.judgements[0].verdict.codes) is decides


def test_every_stored_verdict_follows_again_from_its_stored_facts_and_policy(station: RunningStation) -> None:
    with station.store.transaction() as connection:
        service_data.put_policy(connection, Policy(version=3, window_days=10), 1)
    station.told(LATE, an_rma(number=OTHER_NUMBER, replacement_shipped=True))
    scanned(station)
    with station.store.transaction() as connection:
        service_data.put_policy(connection, Policy(version=4), 2)
    scanned(station, OTHER_NUMBER)
    station.say(Command.HAZARD)
    station.say(Command.NO_NUMBER)
    stored = verdicts(station)
    assert {each.policy_version for each in stored} == {3, 4}
    for body in stored:
        with station.store.reading() as connection:
            policy = service_data.policy_version(connection, body.policy_version)
        assert policy is not None
        again = judge(body.facts, policy)
        assert (again.decision, again.headline, again.codes) == (body.verdict, body.headline, body.codes)
        assert again.trace == body.trace


def test_verdicts_are_the_rules_and_have_no_author(station: RunningStation) -> None:
    station.told(an_rma())
    scanned(station)
    (judged,) = (event for event in station.journal() if isinstance(event.body, PackageJudged))
    assert (judged.actor.kind, judged.actor.person) == ("rule", None)


def test_goods_counted_in_since_do_not_speak_against_the_package_that_brought_them(station: RunningStation) -> None:
    line = Line("1", "KP2", "KP2-1")
    station.told(an_rma(lines=(line,)))
    accepted = station.scan(NUMBER).package
    assert accepted is not None
    station.told(an_rma(rev=2, lines=(replace(line, received=1),)))
    station.judging.judge_again()
    assert station.judgement(accepted.lpn).decision is Decision.ACCEPT
