from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ticket_service.rules.serial_list import MOST_PRODUCTS, ListedProduct, read_list, serial_key


def test_a_pasted_column_is_a_list() -> None:
    assert [product.serial for product in read_list("KP2-1\n\n  KP2-2  \r\nKP2-3")] == ["KP2-1", "KP2-2", "KP2-3"]


@pytest.mark.parametrize("parting", [",", ";", "\t"])
def test_a_csv_file_says_purchase_date_and_problem_too(parting: str) -> None:
    text = (
        parting.join(["\ufeffSerial number", "Purchased", "Problem"])
        + "\n"
        + parting.join(["K-1", "11/02/2026", "no GPS"])
    )

    assert read_list(text) == (ListedProduct(2, "K-1", date(2026, 11, 2), "no GPS"),)


def test_a_quoted_cell_may_hold_the_sign_that_parts_cells() -> None:
    assert read_list('K-1,2026-11-02,"dark, then off"')[0].problem == "dark, then off"


def test_the_same_serial_twice_is_told_with_its_first_line() -> None:
    first, second = read_list("KP2-1\n kp2-1 ")

    assert (first.fault, second.fault) == (None, "It is in the list already, in line 1.")


@pytest.mark.parametrize("bought", ["soon", "13/45/2026", "2026-02-30", "1/2/3/4"])
def test_what_is_no_date_is_told_at_its_line(bought: str) -> None:
    assert "is no date" in (read_list(f"K-1,{bought}")[0].fault or "")


@pytest.mark.parametrize(("line", "fault"), [(",2026-11-02", "missing"), ("K" * 65, "at most"), ("K\x07-1", "printed")])
def test_what_is_no_serial_number_is_told_at_its_line(line: str, fault: str) -> None:
    assert fault in (read_list(line)[0].fault or "")


def test_a_list_that_is_too_long_says_so_once_and_is_read_no_further() -> None:
    products = read_list("\n".join(f"K-{number}" for number in range(MOST_PRODUCTS + 50)))

    assert [product.line for product in products if product.fault] == [MOST_PRODUCTS + 1]


@given(st.text())
def test_any_text_is_answered_line_by_line_and_never_twice_the_same_serial(text: str) -> None:
    taken = [serial_key(product.serial) for product in read_list(text) if product.fault is None]

    assert len(taken) == len(set(taken))
