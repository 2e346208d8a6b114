"""Whether a file is the photo it says it is: told by its first and last bytes, never by its name."""

from __future__ import annotations

import struct

#: A telephone's photo has 2 to 6 MB.
MOST_BYTES = 10 * 1024 * 1024
#: A picture that says it is larger is a trap for whoever opens it.
LONGEST_EDGE = 20_000

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xae\x42\x60\x82"
#: JPEG's markers that begin a frame and so tell its size; C4, C8 and CC mean other things.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def media_type(content: bytes) -> str:
    """Name the kind of photo; raise ValueError with a sentence where it is none that is taken."""
    if len(content) > MOST_BYTES:
        raise ValueError(f"A photo has at most {MOST_BYTES // 1024 // 1024} MB.")
    for name, size in (("image/png", _png_size(content)), ("image/jpeg", _jpeg_size(content))):
        if size is not None:
            if not all(0 < edge <= LONGEST_EDGE for edge in size):
                raise ValueError(f"A photo has at most {LONGEST_EDGE:,} pixels along an edge.")
            return name
    raise ValueError("This is no complete JPEG or PNG photo.")


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR" or not content.endswith(_PNG_END):
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walk the segments up to the frame; cameras may write something behind the end mark."""
    if not content.startswith(b"\xff\xd8\xff") or b"\xff\xd9" not in content[-64 * 1024 :]:
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:  # fill bytes
            at += 1
            continue
        length = int.from_bytes(content[at + 2 : at + 4])
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        if length < 2:
            return None
        at += 2 + length
    return None
