"""What a scan at the packing table is by its form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.shipping_code import CodeForm, shipping_code

UPS = "1Z999AA10123456784"
ITEM, OTHER = "ITM-DOCK-1-0000017", "ITM-DOCK-1-0000025"


@pytest.mark.parametrize(
    ("text", "form", "read"),
    [
        (f" {ITEM.lower()}\r\n", CodeForm.THING, ITEM),
        ("LPN-DOCK-1-0000017", CodeForm.THING, "LPN-DOCK-1-0000017"),
        ("SHP-DOCK-1-0000017", CodeForm.SHIPMENT, "SHP-DOCK-1-0000017"),
        ("1z 999 aa1 01 2345 6784", CodeForm.NUMBER, "1z 999 aa1 01 2345 6784"),
        ("PICKUP 7", CodeForm.NUMBER, "PICKUP 7"),
        ("ITM-DOCK-1-0000018", CodeForm.MISREAD, "ITM-DOCK-1-0000018"),
        ("BADGE-1001", CodeForm.MISREAD, "BADGE-1001"),
        ("📦", CodeForm.NONE, "📦"),
    ],
)
def test_a_scan_is_told_by_its_form(text: str, form: CodeForm, read: str) -> None:
    code = shipping_code(text)
    assert (code.form, code.text) == (form, read)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"{ITEM} {OTHER}", (ITEM, OTHER)),
        (ITEM + OTHER, (ITEM, OTHER)),
        (f"{UPS}\t{ITEM}", (UPS, ITEM)),
        (f"{UPS}\x1d986578788855", (UPS, "986578788855")),
    ],
)
def test_two_codes_in_one_scan_are_told_apart(text: str, parts: tuple[str, ...]) -> None:
    assert shipping_code(text).form is CodeForm.SEVERAL
    assert shipping_code(text).parts == parts


@given(st.text(max_size=600))
def test_any_text_has_a_form(text: str) -> None:
    assert shipping_code(text).form in CodeForm
