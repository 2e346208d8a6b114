from __future__ import annotations

import pytest

from receiving_app.domain.aim import without_aim


@pytest.mark.parametrize(
    ("sent", "text", "symbology"),
    [
        ("]C0RMA-00001235", "RMA-00001235", "code128"),
        ("]C1\x1d42012345", "\x1d42012345", "code128"),
        ("]d2RMA-00001235", "RMA-00001235", "datamatrix"),
        ("]Q3x", "x", "qr"),
        ("]e0hello", "hello", ""),
        ("RMA-00001235", "RMA-00001235", ""),
        ("]", "]", ""),
        ("", "", ""),
        ("x]C0", "x]C0", ""),
    ],
)
def test_the_identifier_before_a_code_is_no_part_of_it(sent: str, text: str, symbology: str) -> None:
    assert without_aim(sent) == (text, symbology)
