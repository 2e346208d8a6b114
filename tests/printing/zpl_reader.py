"""Reads ZPL as a label printer does."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

FORMAT = re.compile(rb"\^XA\^PW(\d+)\^LL(\d+)\^LH0,0((?:\^FO[^^]*\^GFA[^^]*\^FS)+)\^PQ(\d+)\^XZ\n")
FIELD = re.compile(rb"\^FO0,(\d+)\^GFA,(\d+),(\d+),(\d+),([^^]*)\^FS")


def printed(label: bytes) -> npt.NDArray[np.bool_]:
    """Give the dots that a printer blackens, as the ZPL manual reads the field."""
    match = FORMAT.fullmatch(label)
    assert match is not None, label[:80]
    width, height = int(match[1]), int(match[2])
    rows: list[bytes] = []
    for top, sent, size, across, data in FIELD.findall(match[3]):
        assert int(top) == len(rows)
        assert int(sent) == int(size) <= 99_999
        rows += spelled_out(data.decode(), int(across), int(size) // int(across))
    assert len(rows) == height
    return np.unpackbits(np.frombuffer(b"".join(rows), np.uint8).reshape(height, -1), axis=1)[:, :width].astype(bool)


def spelled_out(data: str, across: int, count: int) -> list[bytes]:
    rows: list[bytes] = []
    row, times = "", 0
    for sign in data:
        if sign == ":":
            rows.append(rows[-1])
        elif sign in ",!":
            rows.append(bytes.fromhex(row.ljust(2 * across, "0" if sign == "," else "F")))
            row = ""
        elif "G" <= sign <= "Y":
            times += ord(sign) - ord("F")
        elif "g" <= sign <= "z":
            times += 20 * (ord(sign) - ord("f"))
        else:
            row += sign * (times or 1)
            times = 0
            if len(row) == 2 * across:
                rows.append(bytes.fromhex(row))
                row = ""
    assert (row, times, len(rows)) == ("", 0, count)
    return rows
