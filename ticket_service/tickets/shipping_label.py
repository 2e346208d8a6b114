"""The shipping label as PDF: our address, the RMA number as bars, square code and large print, one page a carton."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

import segno
from barcode.codex import Code128
from fpdf import FPDF
from fpdf.enums import Align, MethodReturnValue
from fpdf.fonts import TTFFont

import resources
from ticket_service.tickets.site import DOCK

MOST_CARTONS = 99

#: 4 by 6 inches, what label printers and half a letter page take.
_WIDTH, _HEIGHT, _MARGIN = 101.6, 152.4, 5.0
_INNER = _WIDTH - 2 * _MARGIN
#: One dot of a label printer; bars that are whole dots wide stay sharp on it.
_DOT = 25.4 / 203
_QUIET_MODULES = 10
_REGULAR, _BOLD = "", "B"
#: Millimetres of a line for each point of its type; smaller than this nobody reads it.
_SPACING = 0.44
_SMALLEST = 4.0


@dataclass(frozen=True, slots=True)
class ShippingLabel:
    """What a label says; `sender` are address lines, printed as the place where goods return to."""

    number: str
    sender: Sequence[str]
    receive_by: date


def shipping_label(label: ShippingLabel, cartons: int, made_at: datetime) -> bytes:
    """Draw the label for each of so many cartons (1 to MOST_CARTONS)."""
    pdf = FPDF(unit="mm", format=(_WIDTH, _HEIGHT))
    pdf.set_auto_page_break(False)
    pdf.set_margins(0, 0)
    pdf.c_margin = 0
    for style, file in ((_REGULAR, "DejaVuSans.ttf"), (_BOLD, "DejaVuSans-Bold.ttf")):
        pdf.add_font("DejaVu", style, str(resources.path("fonts", "dejavu", file)))
    pdf.set_title(f"Shipping label {label.number}")
    pdf.set_lang("en-US")
    pdf.set_creation_date(made_at)
    for carton in range(1, cartons + 1):
        pdf.add_page()
        _draw(pdf, label, f"{carton} of {cartons}", f"{label.number} {carton}/{cartons}")
    return bytes(pdf.output())


def _draw(pdf: FPDF, label: ShippingLabel, carton: str, square_text: str) -> None:
    _lines(pdf, ["From"], (_MARGIN, 4, 20, 4), _REGULAR, 7)
    _lines(pdf, label.sender, (_MARGIN, 8, 60, 23), _REGULAR, 11)
    _lines(pdf, ["Carton"], (70, 4, 26.6, 4), _REGULAR, 7)
    _lines(pdf, [carton], (70, 8, 26.6, 12), _BOLD, 20)
    _rule(pdf, 32)
    _lines(pdf, ["To"], (_MARGIN, 33.5, 20, 4), _REGULAR, 7)
    _lines(pdf, [DOCK[0], f"ATTN: {label.number}", *DOCK[1:]], (_MARGIN, 37.5, _INNER, 31), _BOLD, 16)
    _rule(pdf, 70)
    _lines(pdf, [label.number], (_MARGIN, 72, _INNER, 13), _BOLD, 34)
    _bars(pdf, label.number, 87, 25)
    _square(pdf, square_text, 118, 29)
    _lines(pdf, ["Must arrive by", _day(label.receive_by)], (44, 119, 52.6, 14), _BOLD, 13)
    hint = "One label on the outside of every carton. Ship only what this RMA lists, with its parts."
    _lines(pdf, [hint], (44, 135, 52.6, 12), _REGULAR, 8)


def _lines(pdf: FPDF, lines: Sequence[str], box: tuple[float, float, float, float], style: str, size: float) -> None:
    """Write lines into a box, as large as they fit up to `size` points; a long one is broken and shrinks them all."""
    x, y, width, height = box
    text = _drawable(pdf, "\n".join(lines))
    while _height(pdf, text, width, style, size) > height and size > _SMALLEST:
        size -= 0.5
    pdf.set_xy(x, y)
    pdf.multi_cell(width, size * _SPACING, text, align=Align.L, max_line_height=size * _SPACING)


def _drawable(pdf: FPDF, text: str) -> str:
    """Show that a letter is missing where the typeface has none: a gap would hide it."""
    font = pdf.fonts["dejavu"]
    known = font.cmap if isinstance(font, TTFFont) else {}
    return "".join(sign if sign == "\n" or ord(sign) in known else "?" for sign in text)


def _height(pdf: FPDF, text: str, width: float, style: str, size: float) -> float:
    """Set the type and measure how high a text is in it."""
    pdf.set_font("DejaVu", style, size)
    measured = pdf.multi_cell(
        width, size * _SPACING, text, align=Align.L, dry_run=True, output=MethodReturnValue.HEIGHT
    )
    return measured if isinstance(measured, float) else 0.0


def _rule(pdf: FPDF, y: float) -> None:
    pdf.set_line_width(0.4)
    pdf.line(_MARGIN, y, _WIDTH - _MARGIN, y)


def _bars(pdf: FPDF, text: str, y: float, height: float) -> None:
    """Draw Code 128 in the widest whole dots that leave the quiet zone on both sides."""
    modules = Code128(text).build()[0]
    dots = max(1, int(_WIDTH / _DOT) // (len(modules) + 2 * _QUIET_MODULES))
    module = dots * _DOT
    x = round((_WIDTH - len(modules) * module) / 2 / _DOT) * _DOT
    for dark, run in groupby(modules, key="1".__eq__):
        width = len(list(run)) * module
        if dark:
            pdf.rect(x, y, width, height, style="F")
        x += width


def _square(pdf: FPDF, text: str, y: float, size: float) -> None:
    """Draw a QR code whose modules are whole dots, with its quiet zone, within `size`."""
    code = segno.make_qr(text, error="m")
    rows = [list(row) for row in code.matrix_iter(border=4)]
    module = int(size / _DOT) // len(rows) * _DOT
    top, left = round(y / _DOT) * _DOT, round(_MARGIN / _DOT) * _DOT
    for place, row in enumerate(rows):
        x = left
        for dark, run in groupby(row, key=bool):
            width = len(list(run)) * module
            if dark:
                pdf.rect(x, top + place * module, width, module, style="F")
            x += width


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
