"""What a supervisor is asked about an item, what may be answered, and what each answer leads to: the whole table."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from receiving_app.domain.authorization import Line
from receiving_app.domain.disposition import Disposition, InspectionOutcome, Next, Payer
from receiving_app.domain.four_eyes import LONE_AFTER, Authored, Eyes, authors, eyes
from receiving_app.domain.inspection import StepKind, StepResult, TestStep, TestTemplate
from receiving_app.domain.item import Inspection, Item, ItemJudgement, ItemReview
from receiving_app.domain.item_events import ItemChoice, Mark
from receiving_app.domain.item_review import Question, choices, leads_to, payers, question, subject
from receiving_app.domain.unpacking import ItemFacts, judge_item
from receiving_app.domain.verdict import Decision
from tests.factories import KEY, LPN, NUMBER, POLICY, chicago

NOW = chicago(2026, 11, 9)
LINE = Line("l-1", "KP2", "SW0012345")
LISTED = ItemFacts("SW0012345", "KP2", line=LINE)
TEMPLATE = TestTemplate("KP2", 1, (TestStep("power", "Does it start?", StepKind.PASS_FAIL),))
C, N, P = ItemChoice, Next, Payer


def an_item(facts: ItemFacts = LISTED, review: ItemReview | None = None, **changes: Any) -> Item:
    judgement = ItemJudgement("e-judged", NOW, judge_item(facts, POLICY), facts, review)
    line = facts.line.id if facts.line else ""
    item = Item("ITM-DOCK-1-0000017", LPN, facts.serial, "KP2", line, KEY if line else "", NUMBER if line else "")
    return replace(item, judgement=judgement, **changes)


def reviewed(choice: ItemChoice, disposition: Disposition | None = None, **changes: Any) -> ItemReview:
    return replace(ItemReview("e-review", choice, "other", "", "p-lead", NOW, disposition), **changes)


def after_test(
    outcome: InspectionOutcome, happens: Next, payer: Payer | None = P.PARTNER, review: ItemReview | None = None
) -> Item:
    result = StepResult("power", "fail", passed=False, at=NOW, person="p-step")
    inspection = Inspection(
        TEMPLATE,
        (result,),
        outcome,
        Disposition(happens, payer, credits_inbound=payer is P.SMARTWITNESS, trace=()),
        decided="e-ended",
        decided_by="p-tech",
        decided_at=NOW,
        review=review,
    )
    return an_item(inspection=inspection)


STRAY = an_item(ItemFacts("SW9"))
HELD = an_item(replace(LISTED, tampered=True))
HAZARD = an_item(replace(LISTED, hazard=True), marks=frozenset({Mark.HAZARD}))
NOT_COVERED = after_test(InspectionOutcome.NOT_COVERED, N.SUPERVISOR)
SOUND = after_test(InspectionOutcome.NO_FAULT_FOUND, N.SUPERVISOR)
UNCLEAR = after_test(InspectionOutcome.UNREPAIRABLE, N.SUPERVISOR, P.SUPERVISOR)
OPEN_PAYER = after_test(InspectionOutcome.REPAIRED, N.RETURN, P.SUPERVISOR)
REPAIRED = after_test(InspectionOutcome.REPAIRED, N.RETURN)
WAIT = Disposition(N.WAIT, None, credits_inbound=False, trace=())
ASKED = an_item(ItemFacts("SW9"), reviewed(C.ASK, WAIT))
QUOTED = after_test(InspectionOutcome.NOT_COVERED, N.SUPERVISOR, review=reviewed(C.QUOTE, WAIT))

TABLE = [
    (an_item(), False, None, ()),
    (STRAY, False, Question.VERDICT, (C.IDENTIFY, C.RETURN, C.ASK, C.SCRAP)),
    (HELD, False, Question.VERDICT, (C.ACCEPT, C.RETURN, C.ASK, C.SCRAP)),
    (HAZARD, False, Question.VERDICT, (C.RETURN, C.ASK, C.SCRAP)),
    (ASKED, False, Question.VERDICT, (C.IDENTIFY, C.RETURN, C.SCRAP)),
    (NOT_COVERED, False, Question.OUTCOME, (C.QUOTE, C.RETURN, C.REPLACE, C.SCRAP)),
    (NOT_COVERED, True, Question.OUTCOME, (C.QUOTE, C.RETURN, C.KEEP, C.SCRAP)),
    (QUOTED, False, Question.OUTCOME, (C.REPAIR, C.RETURN, C.REPLACE, C.SCRAP)),
    (SOUND, True, Question.OUTCOME, (C.RETURN, C.KEEP)),
    (OPEN_PAYER, False, Question.PAYER, (C.PAYER,)),
    (REPAIRED, False, None, ()),
    (REPAIRED, True, Question.REPLACEMENT_OUT, (C.KEEP, C.RETURN)),
    (after_test(InspectionOutcome.AWAITING_PARTS, N.WAIT, None), False, None, ()),
    (after_test(InspectionOutcome.REPAIRED, N.KEEP, None), True, None, ()),
]


@pytest.mark.parametrize(("item", "out", "asks", "offered"), TABLE)
def test_what_is_asked_and_what_may_be_answered(
    item: Item, out: bool, asks: Question | None, offered: tuple[ItemChoice, ...]
) -> None:
    assert question(item, replacement_out=out) is asks
    assert choices(item, replacement_out=out) == offered


@pytest.mark.parametrize("choice", [C.RETURN, C.SCRAP])
def test_what_a_person_has_decided_is_asked_no_more(choice: ItemChoice) -> None:
    gone = Disposition(N.RETURN, P.PARTNER, credits_inbound=False, trace=())
    held = an_item(replace(LISTED, tampered=True), reviewed(choice, gone))
    assert question(held) is None
    assert question(after_test(InspectionOutcome.NOT_COVERED, N.SUPERVISOR, review=reviewed(choice, gone))) is None


def test_a_return_that_was_decided_with_the_replacement_out_is_not_asked_about_again() -> None:
    gone = Disposition(N.RETURN, P.PARTNER, credits_inbound=False, trace=())
    known = reviewed(C.RETURN, gone, replacement_out=True)
    item = after_test(InspectionOutcome.NO_FAULT_FOUND, N.SUPERVISOR, review=known)
    assert question(item, replacement_out=True) is None


def test_an_override_is_accepted_and_the_rules_verdict_stays_beside_it() -> None:
    item = an_item(replace(LISTED, tampered=True), reviewed(C.ACCEPT))
    assert item.judgement is not None
    assert (item.judgement.decision, item.judgement.verdict.decision) == (Decision.ACCEPT, Decision.HOLD)
    assert question(item) is None


BOTH = (P.PARTNER, P.SMARTWITNESS)


@pytest.mark.parametrize(
    ("item", "choice", "may"),
    [
        (STRAY, C.RETURN, (P.PARTNER,)),
        (STRAY, C.SCRAP, ()),
        (HELD, C.ACCEPT, ()),
        (NOT_COVERED, C.RETURN, (P.PARTNER,)),
        (NOT_COVERED, C.REPLACE, (P.PARTNER,)),
        (NOT_COVERED, C.QUOTE, ()),
        (after_test(InspectionOutcome.UNREPAIRABLE, N.SUPERVISOR, P.SMARTWITNESS), C.RETURN, (P.SMARTWITNESS,)),
        (UNCLEAR, C.RETURN, BOTH),
        (UNCLEAR, C.KEEP, ()),
        (OPEN_PAYER, C.PAYER, BOTH),
    ],
)
def test_a_person_says_who_pays_only_where_the_rules_dont(
    item: Item, choice: ItemChoice, may: tuple[Payer, ...]
) -> None:
    assert payers(item, choice) == may


@pytest.mark.parametrize(
    ("item", "choice", "payer", "happens", "credited"),
    [
        (STRAY, C.RETURN, P.PARTNER, N.RETURN, False),
        (STRAY, C.SCRAP, None, N.SCRAP, False),
        (STRAY, C.ASK, None, N.WAIT, False),
        (NOT_COVERED, C.REPLACE, P.PARTNER, N.SEND_REPLACEMENT, False),
        (SOUND, C.KEEP, None, N.KEEP, False),
        (after_test(InspectionOutcome.UNREPAIRABLE, N.SUPERVISOR, P.SMARTWITNESS), C.SCRAP, None, N.SCRAP, True),
        (
            after_test(InspectionOutcome.UNREPAIRABLE, N.SUPERVISOR, P.SUPERVISOR),
            C.RETURN,
            P.SMARTWITNESS,
            N.RETURN,
            True,
        ),
        (OPEN_PAYER, C.PAYER, P.SMARTWITNESS, N.RETURN, True),
        (OPEN_PAYER, C.PAYER, P.PARTNER, N.RETURN, False),
    ],
)
def test_each_answer_leads_to_what_happens_who_pays_and_what_is_credited(
    item: Item, choice: ItemChoice, payer: Payer | None, happens: Next, credited: bool
) -> None:
    disposition = leads_to(item, choice, payer)
    assert disposition is not None
    assert (disposition.next, disposition.payer, disposition.credits_inbound) == (happens, payer, credited)
    assert disposition.trace[-1].rule == "person"


@pytest.mark.parametrize("choice", [C.ACCEPT, C.IDENTIFY, C.REPAIR])
def test_after_these_the_rules_go_on(choice: ItemChoice) -> None:
    assert leads_to(HELD, choice, None) is None


def test_a_payer_of_nothing_is_nobody() -> None:
    with pytest.raises(ValueError, match="nothing was decided"):
        leads_to(STRAY, C.PAYER, P.PARTNER)


def test_a_decision_names_the_verdict_the_outcome_or_the_decision_that_it_is_about() -> None:
    gone = reviewed(C.RETURN, Disposition(N.RETURN, P.SUPERVISOR, credits_inbound=False, trace=()))
    assert subject(STRAY) == "e-judged"
    assert subject(NOT_COVERED) == subject(QUOTED) == "e-ended"
    assert subject(after_test(InspectionOutcome.NOT_COVERED, N.SUPERVISOR, review=gone)) == "e-review"


@pytest.mark.parametrize(
    ("person", "hours", "lone", "whose"),
    [
        ("p-lead", 9, False, Eyes.OTHERS),
        ("p-tech", 9, False, Eyes.OWN),
        ("p-step", 9, False, Eyes.OWN),
        ("p-tech", 4, True, Eyes.ALONE),
        ("p-tech", 3.999, True, Eyes.OWN),
        (None, 9, False, Eyes.OTHERS),
    ],
)
def test_nobody_decides_on_their_own_test_unless_alone_for_four_hours(
    person: str | None, hours: float, lone: bool, whose: Eyes
) -> None:
    assert eyes(person, authors(NOT_COVERED), NOW + timedelta(hours=hours), lone=lone) is whose


def test_a_verdict_by_rule_has_no_author_and_a_quote_may_be_answered_by_whoever_sent_it() -> None:
    assert authors(STRAY) == ()
    assert {each.person for each in authors(QUOTED)} == {"p-tech", "p-step"}


def test_who_decided_before_is_an_author_of_what_stands() -> None:
    gone = reviewed(C.RETURN, Disposition(N.RETURN, P.SUPERVISOR, credits_inbound=False, trace=()))
    assert Authored("p-lead", NOW) in authors(after_test(InspectionOutcome.NOT_COVERED, N.SUPERVISOR, review=gone))


def test_four_hours_count_from_the_last_thing_written() -> None:
    written = [Authored("p-lead", NOW), Authored("p-lead", NOW + timedelta(hours=2))]
    assert eyes("p-lead", written, NOW + LONE_AFTER, lone=True) is Eyes.OWN
