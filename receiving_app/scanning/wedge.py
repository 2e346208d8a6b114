"""Tells a keyboard-wedge scanner's burst from a person typing, by the times of the keys alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from receiving_app.domain.aim import without_aim
from receiving_app.domain.reading import Reading, Source


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    """When keys count as a scan; all times in milliseconds."""

    hold_ms: int = 35  # a first key waits this long for the next one
    pause_ms: int = 80  # a certain burst without Enter or Tab ends after this
    certain_after: int = 4  # keys this close together no person types
    prefix: str = ""  # a key's name ("F13") or character that the scanner sends first
    longest: int = 65_536  # characters kept of one burst


@dataclass(frozen=True, slots=True)
class Key:
    """One key going down.

    `at_ms` is the event's own time, not that of its arrival; `scan_code` is the key's place on the keyboard
    in PC set 1 numbers, 0 if unknown; `ends` marks Enter, Return and Tab.
    """

    text: str
    at_ms: int
    scan_code: int = 0
    shift: bool = False
    control: bool = False
    ends: bool = False
    repeats: bool = False
    name: str = ""

    @property
    def printable(self) -> bool:
        """Say whether the key would put a character into a field."""
        return bool(self.text) and not _is_control(self.text)


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanner sent: typed, as the keyboard layout made it and as a US keyboard would have, or on a line.

    `by_scan_code` is empty when a key's place was unknown; `truncated` says that the burst was longer; `entered`
    that Enter or Tab ended it. `raw` are the bytes of a line; keys have none.
    """

    text: str
    by_scan_code: str
    started_ms: int
    ended_ms: int
    truncated: bool = False
    entered: bool = field(default=False, compare=False)
    source: Source = Source.WEDGE
    raw: bytes = b""

    @property
    def pace_ms(self) -> float:
        """The mean time between two keys: a quick typist's is longer than any scanner's."""
        return (self.ended_ms - self.started_ms) / max(1, len(self.text) - (not self.entered))

    def reading(self, read_at: datetime, matches: Callable[[str], bool]) -> Reading:
        """Make the reading of this scan; `matches` knows the patterns that speak for one of the two texts."""
        sent = prefer(self.text, self.by_scan_code, lambda text: matches(without_aim(text)[0]))
        text, symbology = without_aim(sent)
        return Reading(text, self.raw or sent.encode("utf-8", "surrogatepass"), self.source, read_at, symbology)


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of the keys held so far and, after that, of the key just pressed."""

    take: bool = False  # this key is held or swallowed; otherwise it goes on to its window
    replay: bool = False  # the keys held before it were typed by a person: deliver them first
    scan: Scan | None = None  # the keys held before it were a scan: drop them


def prefer(text: str, by_scan_code: str, matches: Callable[[str], bool]) -> str:
    """Take the text unless only the scan codes make a known pattern (Caps Lock, a foreign layout)."""
    if by_scan_code and not matches(text) and matches(by_scan_code):
        return by_scan_code
    return text


class Wedge:
    """Holds keys back until their pace shows who pressed them."""

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self._settings = settings or WedgeSettings()
        self._burst: _Burst | None = None
        self._ended_ms: int | None = None

    @property
    def holding(self) -> bool:
        """Say whether keys have been taken whose end has not come."""
        return self._burst is not None

    @property
    def certain(self) -> bool:
        """Say whether the keys taken now are a scan whatever comes: none will be replayed."""
        burst = self._burst
        return burst is not None and (burst.prefixed or burst.keys >= self._settings.certain_after)

    def awaits(self, at_ms: int) -> bool:
        """Say whether a key at that time would follow closely on a held one."""
        return self._burst is not None and at_ms - self._burst.ended_ms <= self.patience_ms

    @property
    def patience_ms(self) -> int:
        """Tell how long after the last key the next one still belongs to it."""
        return self._settings.pause_ms if self.certain else self._settings.hold_ms

    def press(self, key: Key) -> Decision:
        """Judge one key; keys must come in the order of their times."""
        if key.repeats:
            return Decision(take=self.awaits(key.at_ms) and self.certain)
        settled = self.expire(key.at_ms)
        if self._starts_burst(key):
            settled = self._finish() if self._burst else settled
            self._burst = _Burst(key.at_ms, key.at_ms, prefixed=True)
            return replace(settled, take=True)
        if self._burst is None:
            return replace(settled, take=self._first(key))
        return self._follow(self._burst, key)

    def expire(self, now_ms: int) -> Decision:
        """Settle the held keys if no other followed in time; `now_ms` is on the clock of the keys."""
        if self._burst is None or self.awaits(now_ms):
            return Decision()
        return self._finish()

    def _starts_burst(self, key: Key) -> bool:
        return bool(self._settings.prefix) and self._settings.prefix in (key.name, key.text)

    def _first(self, key: Key) -> bool:
        if key.printable:
            self._burst = _Burst(key.at_ms, key.at_ms)
            self._burst.add(key, self._settings.longest)
            return True
        # Some scanners end with CR and LF: the second one is still the scanner's.
        echoes = self._ended_ms is not None and key.at_ms - self._ended_ms <= self._settings.hold_ms
        if echoes and (key.ends or key.text in {"\r", "\n"}):
            self._ended_ms = key.at_ms
            return True
        return False

    def _follow(self, burst: _Burst, key: Key) -> Decision:
        if key.ends:
            self._burst, self._ended_ms = None, key.at_ms
            return Decision(take=True, scan=burst.scan(key.at_ms, entered=True) if burst.keys else None)
        if not key.printable and burst.keys < 2 and not burst.prefixed:
            return self._finish()
        burst.add(key, self._settings.longest)
        return Decision(take=True)

    def _finish(self) -> Decision:
        burst, certain = self._burst, self.certain
        self._burst = None
        if burst is None or (certain and not burst.keys):
            return Decision()
        return Decision(scan=burst.scan(burst.ended_ms)) if certain else Decision(replay=True)


@dataclass(slots=True)
class _Burst:
    started_ms: int
    ended_ms: int
    prefixed: bool = False
    keys: int = 0
    truncated: bool = False
    texts: list[str] = field(default_factory=list)
    places: list[str | None] = field(default_factory=list)

    def add(self, key: Key, longest: int) -> None:
        self.ended_ms = key.at_ms
        self.keys += 1
        if self.keys > longest:
            self.truncated = True
            return
        self.texts.append(key.text)
        self.places.append(us_character(key.scan_code, shift=key.shift, control=key.control))

    def scan(self, ended_ms: int, *, entered: bool = False) -> Scan:
        by_place = "" if None in self.places else "".join(place for place in self.places if place)
        return Scan(_joined(self.texts), by_place, self.started_ms, ended_ms, self.truncated, entered)


def us_character(scan_code: int, *, shift: bool, control: bool = False) -> str | None:
    """Give the character at that place of a US keyboard, whatever layout and Caps Lock are set."""
    pair = _US_LAYOUT.get(scan_code)
    if pair is None:
        return None
    if control:
        return control_character(pair[0])
    return pair[1] if shift else pair[0]


def control_character(letter: str) -> str:
    """Give what a letter or bracket types together with Ctrl, empty if nothing."""
    upper = letter.upper()
    return chr(ord(upper) & 0x1F) if len(upper) == 1 and "@" <= upper <= "_" else ""


def _us_layout() -> dict[int, tuple[str, str]]:
    rows = (
        (2, "1234567890-=", "!@#$%^&*()_+"),
        (16, "qwertyuiop[]", "QWERTYUIOP{}"),
        (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
        (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
        (55, "*", "*"),
        (57, " ", " "),
        (71, "789-456+1230.", "789-456+1230."),
        (98, "/", "/"),  # the keypad's, as Linux numbers it
        (0x135, "/", "/"),  # and as Windows does
    )
    return {
        first + offset: pair
        for first, plain, shifted in rows
        for offset, pair in enumerate(zip(plain, shifted, strict=True))
    }


_US_LAYOUT = _us_layout()


def _is_control(text: str) -> bool:
    return ord(text[0]) < 0x20 or text == "\x7f"


def _joined(texts: list[str]) -> str:
    # A character beyond 16 bits may come as two keys with half of it each.
    return "".join(texts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
