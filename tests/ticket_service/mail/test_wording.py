from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from receiving_app.domain.authorization import Line
from receiving_app.domain.disposition import Disposition, InspectionOutcome, Next, Payer
from receiving_app.domain.events import Choice
from receiving_app.domain.item import Item, ItemJudgement
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import ItemChoice, Medium
from receiving_app.domain.item_review import Question
from receiving_app.domain.package import Judgement
from receiving_app.domain.unpacking import ItemFacts, ItemRule, ItemVerdict, PartCount
from receiving_app.domain.verdict import Decision, Rule, Verdict
from receiving_app.words.bench import client_reads
from receiving_app.words.client import (
    client_reads_of,
    reads_of_device,
    reads_of_empty_box,
    reads_of_package,
    reads_of_question,
    reads_of_rest,
)
from tests.factories import KEY, NUMBER, an_rma, chicago, facts
from ticket_service.mail import wording

#: What a partner must never read of how we work.
INTERNAL = re.compile(r"supervisor|technician|hold|review|stale|exposure|station|U-\d|LPN|ITM|[{}]|None", re.IGNORECASE)

LAST_DAY = date(2026, 11, 16)
NOW = chicago(2026, 11, 17)


@pytest.mark.parametrize("code", [*Rule, "a-code-of-a-newer-station"])
def test_every_reason_against_a_package_is_told_in_plain_words(code: str) -> None:
    text = wording.package_rejected("RMA-00001235", [code], LAST_DAY)

    assert text.startswith("We can't accept your package for RMA-00001235")
    assert text.endswith(". It goes back to you at your expense.")
    assert not INTERNAL.search(text)
    assert code not in text.split() or code in {"hazard", "late"}


@pytest.mark.parametrize("code", [*ItemRule, "a-code-of-a-newer-station"])
def test_every_reason_against_a_device_is_told_in_plain_words(code: str) -> None:
    text = wording.item_rejected("KP2-24C10057", "RMA-00001235", [code], "return", "partner")

    assert text.startswith("We can't accept your device KP2-24C10057")
    assert text.endswith(" We will send your device KP2-24C10057 back to you. The freight is at your expense.")
    assert not INTERNAL.search(text)


def test_the_station_has_no_rule_without_a_decision_on_its_words() -> None:
    assert set(wording.PACKAGE_REASONS) == set(Rule)
    assert set(wording.ITEM_REASONS) == set(ItemRule)
    assert set(wording.OUTCOMES) == set(InspectionOutcome)
    assert set(wording.CHOICES) == set(ItemChoice)
    for medium in Medium:
        assert not INTERNAL.search(wording.item_video("KP2-24C10057", medium))


@pytest.mark.parametrize(("outcome", "happens", "payer"), [*product(InspectionOutcome, Next, [*Payer, None])])
def test_partners_read_of_an_outcome_what_the_bench_showed(
    outcome: InspectionOutcome, happens: Next, payer: Payer | None
) -> None:
    shown = client_reads(outcome, Disposition(happens, payer, False, ()), "KP2-24C10057", "KP2-9")

    assert wording.inspected(outcome, happens, payer, "KP2-24C10057", "KP2-9") == shown
    assert not INTERNAL.search(shown)


@pytest.mark.parametrize(("choice", "payer"), [*product(ItemChoice, [*Payer, None])])
def test_partners_read_of_a_decision_what_the_supervisor_was_shown(choice: ItemChoice, payer: Payer | None) -> None:
    shown = client_reads_of(choice, "KP2-24C10057", payer)

    assert wording.decided(choice, "KP2-24C10057", payer) == shown
    assert not INTERNAL.search(shown)


TOLD = an_rma(ticket="T-1", receive_by=LAST_DAY)
CAME = date(2026, 11, 17)


def verdict_of(*codes: Rule) -> Judgement:
    verdict = Verdict(Decision.REJECT, codes[0], codes, (), 1)
    return Judgement(KEY, NUMBER, "e-1", NOW, verdict, facts(rma=TOLD))


@pytest.mark.parametrize("code", Rule)
def test_partners_read_of_a_package_what_the_supervisor_was_shown(code: Rule) -> None:
    judged = verdict_of(code, Rule.SENDER_DIFFERS)
    refused = wording.package_rejected(NUMBER, [code, "sender-differs"], LAST_DAY)
    assert reads_of_package(Choice.UPHOLD, judged, CAME) == refused
    late = code is Rule.LATE
    assert reads_of_package(Choice.OVERRIDE, judged, CAME) == wording.package_received(NUMBER, CAME, late)
    alone = wording.package_rejected(NUMBER, [code], LAST_DAY)
    assert reads_of_package(Choice.UPHOLD, verdict_of(code), CAME) == alone


@pytest.mark.parametrize(("rule", "choice"), [*product(ItemRule, ItemChoice)])
def test_partners_read_of_a_device_that_was_stopped_what_the_supervisor_was_shown(
    rule: ItemRule, choice: ItemChoice
) -> None:
    seen = ItemFacts(
        "KP2-24C10057",
        parts=(PartCount("SD card", required=True, found=0), PartCount("bracket", required=False, found=0)),
        extras=("dash mount",),
        transit_damage=True,
    )
    verdict = ItemVerdict(Decision.HOLD, rule, (rule,), (), (), 1)
    device = Item("ITM-1", "LPN-1", "KP2-24C10057", "KP2", judgement=ItemJudgement("e-1", NOW, verdict, seen))
    shown = reads_of_device(ItemCase(device, Question.VERDICT, NOW, rma=TOLD), choice, Payer.PARTNER)
    if choice in {ItemChoice.ACCEPT, ItemChoice.IDENTIFY}:
        told = wording.item_received(
            "KP2-24C10057", wording.FoundWith(["SD card"], ["dash mount"], transit_damage=True)
        )
    elif choice in {ItemChoice.RETURN, ItemChoice.SCRAP}:
        told = wording.item_rejected("KP2-24C10057", NUMBER, [rule], choice, "partner")
    else:
        told = wording.decided(choice, "KP2-24C10057", "partner")
    assert shown == told


def test_partners_read_of_everything_else_what_the_supervisor_was_shown() -> None:
    (serial,) = TOLD.lines
    bulk = Line("l-2", "AP1", quantity=3)
    assert reads_of_question(TOLD, "Which truck?") == wording.package_asked(NUMBER, "Which truck?")
    assert reads_of_empty_box([TOLD]) == wording.package_empty(NUMBER)
    rest = (wording.not_returned(NUMBER, each.model, each.serial) for each in (serial, bulk))
    assert reads_of_rest(TOLD, [serial, bulk]) == " ".join(rest)


def test_who_has_no_ticket_reads_nothing_here_or_there() -> None:
    untold = an_rma(ticket="")
    judged = replace(verdict_of(Rule.LATE), facts=facts(rma=untold))
    device = Item("ITM-1", "LPN-1", "KP2-24C10057", "KP2")
    assert reads_of_package(Choice.UPHOLD, judged, CAME) == ""
    assert reads_of_package(Choice.UPHOLD, replace(judged, facts=facts(rma=None)), CAME) == ""
    assert reads_of_device(ItemCase(device, Question.OUTCOME, NOW, rma=untold), ItemChoice.RETURN, None) == ""
    assert reads_of_question(untold, "Which truck?") == reads_of_empty_box([untold]) == ""
    assert reads_of_rest(untold, untold.lines) == ""


def test_a_late_package_is_told_its_last_day() -> None:
    assert wording.package_rejected("RMA-00001235", ["late", "sender-differs"], LAST_DAY) == (
        "We can't accept your package for RMA-00001235: it came after the RMA's last day, Monday 16 November 2026; "
        "its sender is not the partner of the RMA. It goes back to you at your expense."
    )


def test_a_device_is_received_with_what_was_noticed_of_it() -> None:
    found = wording.FoundWith(["SD card", "power cable"], ["dash mount"], transit_damage=True)
    assert wording.item_received("KP2-24C10057", found) == (
        "We received your device KP2-24C10057. Missing with it: SD card, power cable. "
        "With it came what the RMA does not list: dash mount. Its return is not guaranteed. "
        "It was damaged on its way to us."
    )


def test_a_resolution_names_each_device_how_it_ended_and_its_tracking_number() -> None:
    endings = [
        wording.Ending("KP2-1", "repaired", None, "UPS", "1Z84R7W00373236737"),
        wording.Ending("KP2-2", "replaced", "keep", None, None),
        wording.Ending("KP2-3", "unrepairable", "scrap", None, None),
        wording.Ending("KP2-4", None, None, "UPS", "1Z84R7W00373236737"),
    ]
    assert wording.resolved("RMA-00001235", endings, ["KP2-5"]).split("\n") == [
        "Everything on RMA-00001235 is settled.",
        "KP2-1: repaired, sent with UPS, tracking number 1Z84R7W00373236737.",
        "KP2-2: replaced, you have its replacement.",
        "KP2-3: can't be repaired, disposed of, as you agreed.",
        "KP2-4: not accepted, sent with UPS, tracking number 1Z84R7W00373236737.",
        "KP2-5: not returned.",
    ]
