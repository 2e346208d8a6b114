"""Items are judged again when what they were judged by changes, and never where a person has decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.unpacking_outcome import Code
from receiving_app.domain.authorization import Line, RmaState
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice
from receiving_app.domain.item_events import ItemJudged, ItemListed
from receiving_app.domain.roles import ActorKind
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Decision
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import CARD, FIRST, SECOND, UNITS, Table, two_devices, with_parts
from tests.factories import NUMBER, OTHER_NUMBER, an_rma

STRANGER = "SW0099999"
TWO = two_devices(lines=(FIRST, SECOND))


@pytest.fixture
def table(station: RunningStation) -> Table:
    return Table(station)


@pytest.fixture
def judging(station: RunningStation) -> ItemJudging:
    return ItemJudging(station.parts)


def found(table: Table, text: str) -> str:
    item = table.scan(text).item
    assert item is not None
    return item.id


def standing(table: Table, item: str) -> tuple[Decision, tuple[ItemRule, ...]]:
    judgement = table.stored(item).judgement
    assert judgement is not None
    return judgement.verdict.decision, judgement.verdict.codes


def complete(table: Table, text: str) -> str:
    item = found(table, text)
    table.say(Command.ALL_PARTS)
    return item


def test_a_serial_that_is_added_to_the_rma_finds_its_line_and_is_accepted(table: Table, judging: ItemJudging) -> None:
    lpn = table.open(TWO)
    item = found(table, STRANGER)
    assert standing(table, item)[0] is Decision.REJECT
    before = table.stored(item).judgement
    table.station.told(two_devices(rev=2, lines=(FIRST, SECOND, Line("l-9", "KP2", STRANGER))))

    assert judging.judge_again() == (lpn,)

    stored = table.stored(item)
    assert (stored.line, stored.number, stored.model) == ("l-9", NUMBER, "KP2")
    assert standing(table, item) == (Decision.ACCEPT, ())
    listed, judged = table.station.journal()[-2:]
    assert isinstance(listed.body, ItemListed)
    assert isinstance(judged.body, ItemJudged)
    assert {listed.actor.kind, judged.actor.kind} == {ActorKind.RULE}
    assert before is not None
    assert judged.body.supersedes == before.event


def test_a_line_that_is_taken_off_the_rma_takes_its_item_off_too(table: Table, judging: ItemJudging) -> None:
    table.open()
    item = complete(table, FIRST.serial or "")
    assert standing(table, item)[0] is Decision.ACCEPT
    table.station.told(two_devices(rev=2, lines=(SECOND, UNITS)))
    judging.judge_again()
    assert standing(table, item) == (Decision.REJECT, (ItemRule.NOT_ON_RMA,))
    table.station.told(two_devices(rev=3))
    judging.judge_again()
    assert standing(table, item)[0] is Decision.ACCEPT


def test_a_part_that_becomes_required_holds_the_item(table: Table, judging: ItemJudging) -> None:
    table.open(two_devices(lines=(with_parts(FIRST), SECOND)))
    item = found(table, FIRST.serial or "")
    assert standing(table, item)[0] is Decision.ACCEPT
    table.station.told(two_devices(rev=2, lines=(with_parts(FIRST, CARD), SECOND)))
    judging.judge_again()
    assert standing(table, item) == (Decision.HOLD, (ItemRule.INCOMPLETE_ITEM,))


def test_a_sibling_rma_that_lists_the_serial_is_named(table: Table, judging: ItemJudging) -> None:
    table.open(TWO)
    item = found(table, STRANGER)
    table.station.told(an_rma(number=OTHER_NUMBER, lines=(Line("l-1", "KP2", STRANGER),)))
    judging.judge_again()
    judgement = table.stored(item).judgement
    assert judgement is not None
    assert judgement.facts.elsewhere == (OTHER_NUMBER,)


def test_a_cancelled_rma_rejects_its_items_until_somebody_overrides(table: Table, judging: ItemJudging) -> None:
    lpn = table.open()
    item = complete(table, FIRST.serial or "")
    table.station.told(two_devices(rev=2, state=RmaState.CANCELLED))
    table.station.judging.judge_again()
    assert judging.judge_again() == (lpn,)
    assert standing(table, item) == (Decision.REJECT, (ItemRule.NOT_ON_RMA,))
    table.station.decide(table.station.package(lpn), Choice.OVERRIDE)
    assert standing(table, item)[0] is Decision.ACCEPT


def test_its_own_goods_counted_in_are_no_news(table: Table, judging: ItemJudging) -> None:
    table.open()
    complete(table, FIRST.serial or "")
    table.station.told(two_devices(rev=2, lines=(replace(FIRST, received=1), SECOND, UNITS)))
    count = len(table.station.journal())
    assert judging.judge_again() == ()
    assert len(table.station.journal()) == count


def test_of_two_models_that_list_the_serial_neither_is_chosen(table: Table, judging: ItemJudging) -> None:
    table.open(TWO)
    item = found(table, STRANGER)
    both = (Line("l-8", "KP2", STRANGER), Line("l-9", "AP1", STRANGER))
    table.station.told(two_devices(rev=2, lines=(FIRST, *both)))
    judging.judge_again()
    assert table.stored(item).line == ""
    assert standing(table, item)[0] is Decision.REJECT


def test_what_the_rules_listed_goes_with_the_finding_when_that_is_taken_back(
    table: Table, judging: ItemJudging
) -> None:
    lpn = table.open(TWO)
    found(table, STRANGER)
    table.station.told(two_devices(rev=2, lines=(FIRST, Line("l-9", "KP2", STRANGER))))
    judging.judge_again()
    assert table.say(Command.UNDO).code is Code.UNDONE
    assert table.box(lpn).items == ()
