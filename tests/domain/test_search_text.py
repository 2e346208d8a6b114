from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.search_text import LONGEST, PIECE, pieces, search_key, search_text


@pytest.mark.parametrize("written", ["RMA-00000018", "rma 0000 0018", "RMA#00000018\r\n", "ＲＭＡ－０００００018"])  # noqa: RUF001 - full-width on purpose
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert search_key(written) == "RMA00000018"


@pytest.mark.parametrize("text", ["", "  ", "📦🚚", '"*-', "\x00", "'; --"])
def test_a_text_without_letters_and_digits_has_nothing_to_compare(text: str) -> None:
    assert search_key(text) == ""


def test_operators_of_a_query_language_are_plain_text() -> None:
    assert search_key('SW* AND "NEAR"(x, 2) - NOT') == "SWANDNEARX2NOT"


def test_each_number_stands_once_in_a_search_text() -> None:
    assert search_text(["RMA-18", "", "sw-1", "SW1"]) == "RMA18 SW1"


def test_a_number_longer_than_any_label_is_cut() -> None:
    assert search_text(["9" * 500]) == "9" * LONGEST


def test_a_word_shorter_than_a_piece_is_one_by_itself() -> None:
    assert pieces("T1 SW0012") == ["T1", "SW00", "W001", "0012"]


@given(st.text(alphabet="ABC123", min_size=PIECE, max_size=20), st.data())
def test_every_part_of_a_word_has_pieces_that_the_word_has_too(word: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(word) - PIECE))
    end = data.draw(st.integers(start + PIECE, len(word)))
    assert set(pieces(word[start:end])) <= set(pieces(word))
