"""Serial numbers as people paste or upload them, line by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

#: A pallet; more are told to come in a second ticket.
MOST_PRODUCTS = 500
LONGEST_SERIAL = 64
LONGEST_FAULT = 500

_HEADINGS = frozenset({"serial", "serial number", "serial no", "serial no.", "s/n", "sn"})


@dataclass(frozen=True, slots=True)
class ListedProduct:
    """One line of a list: a serial number, and what may stand behind it; `fault` says why it cannot be taken."""

    line: int
    serial: str
    purchased_on: date | None = None
    problem: str = ""
    fault: str | None = None

    @property
    def key(self) -> str:
        """What it is compared by."""
        return serial_key(self.serial)


def serial_key(serial: str) -> str:
    """Give what serial numbers are compared by: trimmed and upper-case, nothing else."""
    return serial.strip().upper()


def read_list(text: str) -> tuple[ListedProduct, ...]:
    """Read a pasted list or a CSV file: serial number, then if wanted purchase date (2026-11-02) and problem.

    Columns are parted by comma, semicolon or tab; a heading line is left out, an empty line too.
    """
    seen: dict[str, int] = {}
    products = []
    for number, cells in islice(_lines(text), MOST_PRODUCTS + 1):
        product = _product(number, cells, seen)
        if product.fault is None:
            seen[product.key] = number
        products.append(product)
    return tuple(products)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the numbered lines that say something, each as its trimmed cells."""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        cells = _cells(line)
        if any(cells) and cells[0].lower() not in _HEADINGS:
            yield number, cells


def _cells(line: str) -> list[str]:
    """Part a line by itself, so that one open quotation mark spoils no other line."""
    parting = next((sign for sign in "\t;," if sign in line), ",")
    try:
        return [cell.strip() for row in csv.reader(io.StringIO(line), delimiter=parting) for cell in row]
    except csv.Error:  # a cell of more than 128 KiB, or a control character that no list has
        return [line.strip()]


def _product(line: int, cells: list[str], seen: dict[str, int]) -> ListedProduct:
    serial = cells[0]
    problem = (cells[2] if len(cells) > 2 else "")[:LONGEST_FAULT]
    try:
        bought = _date(cells[1]) if len(cells) > 1 else None
    except ValueError:
        return ListedProduct(line, serial[:LONGEST_SERIAL], fault=f"“{cells[1][:20]}” is no date; write 2026-11-02.")
    return ListedProduct(line, serial[:LONGEST_SERIAL], bought, problem, _fault(serial, seen))


def _fault(serial: str, seen: dict[str, int]) -> str | None:
    if not serial:
        return "The serial number is missing."
    if len(serial) > LONGEST_SERIAL:
        return f"A serial number has at most {LONGEST_SERIAL} characters."
    if not serial.isprintable():
        return "The serial number has characters that cannot be printed."
    if (before := seen.get(serial_key(serial))) is not None:
        return f"It is in the list already, in line {before}."
    if len(seen) >= MOST_PRODUCTS:
        return f"A ticket takes {MOST_PRODUCTS} products; open another one for the rest."
    return None


def _date(text: str) -> date | None:
    """Read a date as ISO or US people write it."""
    if not text:
        return None
    if "/" not in text:
        return date.fromisoformat(text)
    month, day, year = (int(part) for part in text.split("/"))
    return date(year, month, day)
