"""Every answer over a box has a headline, a sentence and a next step, and shows what was read as plain text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.domain.authorization import Line
from receiving_app.domain.expected import ExpectedLine, Unsettled
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import CartonCondition, Fate, Mark, Medium
from receiving_app.domain.unpacking import ItemRule
from receiving_app.words import custody, unpacking
from receiving_app.words.box_answers import words_of
from tests.ui.scenes import LATE, NOW, POLICY, judged

OUTCOME = UnpackingOutcome(
    Code.FOUND,
    judged(LATE),
    Item("ITM-DOCK-1-0000017", "LPN-1", "SW1", "KP2"),
    "SW0012345",
    ("SW0012399", "SW0012400"),
    (
        ExpectedLine("k", "RMA-1", date(2026, 11, 20), Line("2", "AP1", quantity=3)),
        ExpectedLine("k", "RMA-1", date(2026, 11, 16), Line("1", "KP2", "SW1")),
    ),
    (Unsettled(Item("i", "l", "s", "m"), ("SD card",), (Medium.CARD,)),),
)


@pytest.mark.parametrize("code", Code)
def test_every_code_says_what_it_is_why_and_what_is_next(code: Code) -> None:
    said = unpacking.sentence(replace(OUTCOME, code=code), POLICY, NOW)
    assert unpacking.headline(code) not in {"", code.value}
    assert said.endswith((".", "?"))
    assert "{" not in said
    assert unpacking.next_step(code).endswith((".", "?"))


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert words_of("painted").headline == "painted"


def test_what_is_awaited_is_told_by_its_first_last_day() -> None:
    said = unpacking.sentence(replace(OUTCOME, code=Code.DONE_WAITING), POLICY, NOW)
    assert said == "Still awaited: 4, SW1 first. Last day Mon 16 Nov."


def test_a_closed_box_says_the_dock_rules_reason() -> None:
    assert "16 Nov" in unpacking.sentence(replace(OUTCOME, code=Code.REJECTED), POLICY, NOW)


def test_a_text_with_braces_or_controls_is_only_a_text() -> None:
    said = unpacking.sentence(replace(OUTCOME, code=Code.NOT_A_SERIAL, text="{0}\x1d<b>" + "x" * 500), POLICY, NOW)
    assert "{0}<GS><b>" in said
    assert len(said) < 200


def test_the_small_words_are_there() -> None:
    words = [
        *map(unpacking.condition_word, CartonCondition),
        *map(unpacking.mark_word, Mark),
        *map(custody.medium_word, Medium),
        *map(custody.fate_word, Fate),
        *map(unpacking.item_rule_word, ItemRule),
    ]
    assert all(words)
    assert len(set(words)) == len(words)
