"""Command barcodes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.command import PREFIX, Command, command_named
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.reading import HAND_HELD, Source
from tests.factories import meaning


@pytest.mark.parametrize("command", Command)
@pytest.mark.parametrize("written", ["{}", "]C1{}\r\n", " {}\t", "\x1d{}"])
def test_each_command_is_named_by_its_barcode(command: Command, written: str) -> None:
    assert command_named(written.format(command.barcode)) is command
    assert command_named(written.format(command.barcode).lower().replace("]c1", "]C1")) is command


@pytest.mark.parametrize("text", ["", PREFIX, PREFIX + "ACCEPT", PREFIX + "REJECT", "NEXT", "SW-CMD", "XSW-CMD-NEXT"])
def test_nothing_else_is_a_command_least_of_all_accept_or_reject(text: str) -> None:
    assert command_named(text) is None


@pytest.mark.parametrize("source", set(Source) - HAND_HELD)
def test_a_command_that_no_hand_scanner_read_is_only_a_text(source: Source) -> None:
    assert meaning(Command.UNDO.barcode, source).kind is Kind.OTHER
    assert meaning(Command.UNDO.barcode, source).command is None


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_a_command_or_not_one(text: str) -> None:
    named = command_named(text)
    assert named is None or named in Command
