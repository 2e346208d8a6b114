from __future__ import annotations

import re

import pytest

from receiving_app.domain.events import TYPE_OF_BODY, Body
from receiving_app.queries.review import said_of
from receiving_app.words.story import said_words
from tests.golden.examples import EXAMPLES


@pytest.mark.parametrize("body", EXAMPLES, ids=lambda body: TYPE_OF_BODY[type(body)].name)
def test_no_event_shows_a_person_keys_hashes_or_program_text(body: Body) -> None:
    words = said_words(said_of(body))
    assert not re.search(r"[0-9a-f]{16}|datetime|\w+\(\w+=|_|<\w+\.", words), words


def test_what_an_event_says_is_said_in_words() -> None:
    assert said_words([("verdict", "reject"), ("number", "RMA-1"), ("key", "RMA1")]) == "REJECT, RMA-1"
    assert said_words([("step", "s-volt"), ("value", "12,5"), ("passed", "False")]) == "12,5, failed"


def test_what_people_wrote_is_plain_and_never_endless() -> None:
    assert said_words([("note", "<b>\x07" + "x" * 500)]).startswith("<b><BEL>xxx")
    assert len(said_words([("note", "x" * 500)])) < 100
