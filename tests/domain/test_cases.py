from __future__ import annotations

from datetime import UTC, datetime

import pytest

from receiving_app.domain.authorization import serial_key
from receiving_app.domain.cases import CaseKind, Head, Shown, Wanted
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.verdict import Decision

HEAD = Head(
    CaseKind.ITEM,
    ("IT-1",),
    datetime(2026, 11, 17, tzinfo=UTC),
    Decision.HOLD,
    "RMA-00001236",
    "Great Lakes Fleet Safety, LLC",
    "IT-DOCK-1-0000001",
    "CP4-0091-7731",
)


@pytest.mark.parametrize(
    ("wanted", "stays"),
    [
        (Wanted(), True),
        (Wanted(Shown.HOLDS), True),
        (Wanted(Shown.REJECTS), False),
        (Wanted(Shown.OTHERS), False),
        (Wanted(kind=CaseKind.ITEM), True),
        (Wanted(kind=CaseKind.PACKAGE), False),
        (Wanted(partner="Great Lakes Fleet Safety, LLC"), True),
        (Wanted(partner="Great Lakes"), False),
        (Wanted(text="rma 0000123"), True),
        (Wanted(text="fleet safety"), True),
        (Wanted(text="0091-77"), True),
        (Wanted(text="4711"), False),
        (Wanted(text=" - "), True),
        (Wanted(Shown.HOLDS, text="4711"), False),
    ],
)
def test_a_case_stays_in_the_list_when_all_that_was_chosen_fits(wanted: Wanted, stays: bool) -> None:
    assert wanted.leaves(HEAD) is stays


def test_a_case_is_named_by_its_label_its_serial_number_or_its_rma() -> None:
    assert HEAD.named_by({serial_key("it-dock-1-0000001")}, ())
    assert HEAD.named_by({"NOTHING", serial_key(" cp4-0091-7731 ")}, ())
    assert HEAD.named_by((), {number_key("rma 0000 1236")})
    assert not HEAD.named_by({"", "RMA-00001236"}, {"", "CP4-0091-7731"})
