from __future__ import annotations

import re
from datetime import date
from itertools import product

import pytest

from receiving_app.domain.disposition import Disposition, InspectionOutcome, Next, Payer
from receiving_app.domain.item_events import ItemChoice, Medium
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Rule
from receiving_app.words.bench import client_reads
from receiving_app.words.item_review import client_reads_of
from ticket_service.mail import wording

#: What a partner must never read of how we work.
INTERNAL = re.compile(r"supervisor|technician|hold|review|stale|exposure|station|U-\d|LPN|ITM|[{}]|None", re.IGNORECASE)

LAST_DAY = date(2026, 11, 16)


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
