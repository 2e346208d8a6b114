"""Waiting after wrong PINs, in words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from receiving_app.words.people import refusal_sentence


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (timedelta(seconds=29, milliseconds=100), "Too many wrong PINs. Try again in 30 seconds."),
        (timedelta(seconds=90), "Too many wrong PINs. Try again in 90 seconds."),
        (timedelta(seconds=91), "Too many wrong PINs. Try again in 2 minutes."),
        (timedelta(minutes=30), "Too many wrong PINs. Try again in 30 minutes."),
    ],
)
def test_the_wait_is_never_told_shorter_than_it_is(wait: timedelta, said: str) -> None:
    assert refusal_sentence("wait", wait) == said
    assert refusal_sentence("wrong-pin", wait) == f"That PIN is wrong. {said}"


def test_a_wrong_pin_among_the_free_tries_names_no_wait() -> None:
    assert refusal_sentence("wrong-pin") == "That PIN is wrong."
