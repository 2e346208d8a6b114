"""The policy's values: what each is called, what it may be, and what is wrong with one that was typed.

A site's policy may hold more than this program knows; what is not named here is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from zoneinfo import available_timezones

from ticket_service.rules.rma_number import numbering

DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}

_NO_TIME = "Write both times like 08:00, the first before the second; leave both empty on a closed day."


@dataclass(frozen=True, slots=True)
class Amount:
    """A whole number with its bounds."""

    name: str
    title: str
    unit: str
    default: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words; each comes with what it means."""

    name: str
    title: str
    default: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """Yes or no."""

    name: str
    title: str
    default: bool = False


Value = Amount | Choice | Switch

_NOTE_HOLD = (("note", "note it"), ("hold", "hold"))

#: The values by what they are about, in the order shown.
GROUPS: Mapping[str, tuple[Value, ...]] = {
    "Time": (
        Amount("window_days", "Days to send goods in, after the RMA's day", "days", 14, 0, 3650),
        Amount("clock_unsure_minutes", "Clocks may be this far apart", "minutes", 5, 0, 1_000_000),
        Amount("inspect_within_days", "An item should have an outcome within", "days", 5, 1, 3650),
        Amount("review_within_hours", "A review should be done within", "hours", 24, 1, 10_000),
    ),
    "At the door": (
        Choice("sender_differs", "The sender is another than the partner", "note", _NOTE_HOLD),
        Amount("same_box_seconds", "A label read again is the same box within", "seconds", 10, 0, 1_000_000),
        Amount("live_lookup_seconds", "An unknown number is asked of the service for", "seconds", 2, 1, 1_000_000),
        Amount("undo_seconds", "An act can be taken back within", "seconds", 60, 0, 1_000_000),
    ),
    "In the box": (
        Choice("extras", "Things that the RMA does not list", "note", (*_NOTE_HOLD, ("reject", "reject"))),
        Choice("missing_parts", "A required part is missing", "hold", (("hold", "hold"), ("reject", "reject"))),
    ),
    "Who pays": (
        Choice(
            "swi_pays_when",
            "SmartWitness pays freight when",
            "doa_confirmed",
            (
                ("doa_confirmed", "defective on receipt is claimed and found"),
                ("doa_claimed", "defective on receipt is claimed"),
                ("fault_confirmed", "a fault is found"),
            ),
        ),
        Choice(
            "nff_payer",
            "Without a fault, freight back is paid by",
            "partner",
            (("partner", "the partner"), ("smartwitness", "SmartWitness")),
        ),
    ),
    "Without the network": (
        Amount("data_unsure_after_minutes", "Data supports no rejection after", "minutes", 15, 0, 1_000_000),
        Amount("data_warn_after_hours", "Its age is shown as a warning after", "hours", 24, 0, 1_000_000),
        Amount("data_stale_after_hours", "Everything is held after", "hours", 72, 0, 1_000_000),
    ),
    "People": (
        Amount("lock_after_minutes", "An idle screen locks after", "minutes", 10, 1, 1_000_000),
        Switch("lone_supervisor", "A supervisor who is alone may decide on their own work after four hours, flagged"),
    ),
    "Photos and clips": (
        Amount("photo_long_edge", "A photo's longer side", "pixels", 1600, 64, 20_000),
        Amount("clip_seconds", "A clip before a rejection; 0 for none", "seconds", 0, 0, 60),
        Amount("clip_megabytes", "A clip takes at most", "megabytes", 32, 1, 512),
        Amount("clip_days", "Clips are kept", "days", 30, 1, 3650),
    ),
    "Unclaimed goods": (Amount("unclaimed_abandon_days", "May be abandoned after", "days", 90, 1, 3650),),
}

CHECKS = (("mod11-10", "check digit, ISO 7064 MOD 11,10"), ("none", "no check digit"))
VALUES = tuple(value for group in GROUPS.values() for value in group)


def as_typed(policy: Mapping[str, Any]) -> dict[str, str]:
    """Write a policy as the texts of its form."""
    texts = {value.name: _text(policy.get(value.name, value.default)) for value in VALUES}
    texts |= {name: policy.get(name, "") for name in ("time_zone", "number_prefix", "number_body", "number_check")}
    texts["unclaimed_remind_days"] = ", ".join(map(str, policy.get("unclaimed_remind_days", (7, 30, 60))))
    texts["dock_closed"] = "\n".join(policy.get("dock_closed", ()))
    for day in DAYS:
        opens, closes = policy.get("dock_hours", {}).get(day) or ("", "")
        texts |= {f"{day}_opens": opens[:5], f"{day}_closes": closes[:5]}
    return texts


def read(texts: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """Read a policy's form: its values, and what is wrong by field; with a fault the values mean nothing."""
    faults: dict[str, str] = {}
    read: dict[str, Any] = {value.name: _value(value, texts.get(value.name, ""), faults) for value in VALUES}
    read["time_zone"] = _zone(texts.get("time_zone", ""), faults)
    read |= _number_format(texts, faults)
    read["unclaimed_remind_days"] = _remind_days(texts.get("unclaimed_remind_days", ""), faults)
    read["dock_hours"] = {day: _hours(day, texts, faults) for day in DAYS}
    read["dock_closed"] = _dates(texts.get("dock_closed", ""), faults)
    if not faults and not any(read["dock_hours"].values()):
        faults["mon_opens"] = "The dock opens on no day; give one its hours."
    if not faults and read["data_warn_after_hours"] > read["data_stale_after_hours"]:
        faults["data_warn_after_hours"] = "The warning comes before everything is held."
    return read, faults


def _text(value: Any) -> str:
    return ("yes" if value else "") if isinstance(value, bool) else str(value)


def _value(value: Value, text: str, faults: dict[str, str]) -> Any:
    if isinstance(value, Switch):
        return text == "yes"
    if isinstance(value, Choice):
        if text not in {word for word, _ in value.options}:
            faults[value.name] = "Choose one of these."
        return text
    number = _whole(text)
    if number is None or not value.least <= number <= value.most:
        faults[value.name] = f"Type a whole number from {value.least} to {value.most:,}."
    return number


def _whole(text: str) -> int | None:
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else None


def _zone(text: str, faults: dict[str, str]) -> str:
    if text not in available_timezones():
        faults["time_zone"] = "Type a time zone's name, such as America/Chicago."
    return text


def _number_format(texts: Mapping[str, str], faults: dict[str, str]) -> dict[str, str]:
    told = {name: texts.get(name, "").strip() for name in ("number_prefix", "number_body", "number_check")}
    prefix = told["number_prefix"]
    if not (prefix.isascii() and prefix.isalnum() and len(prefix) <= 10):
        faults["number_prefix"] = "Use up to ten letters and digits, such as RMA."
    try:
        numbering(prefix, told["number_body"], told["number_check"])
    except ValueError:
        faults["number_body"] = "Write how many digits a number has, such as [0-9]{8}."
    return told


def _remind_days(text: str, faults: dict[str, str]) -> list[int]:
    days = [_whole(part) for part in text.split(",")]
    known = [day for day in days if day is not None and 1 <= day <= 3650]
    if len(known) != len(days) or known != sorted(set(known)) or len(known) > 50:
        faults["unclaimed_remind_days"] = "Type days in rising order with commas between, such as 7, 30, 60."
    return known


def _hours(day: str, texts: Mapping[str, str], faults: dict[str, str]) -> list[str] | None:
    opens, closes = (texts.get(f"{day}_{which}", "").strip() for which in ("opens", "closes"))
    if not opens and not closes:
        return None
    try:
        if time.fromisoformat(opens) < time.fromisoformat(closes) and len(opens) == len(closes) == 5:
            return [opens, closes]
    except ValueError:
        pass
    faults[f"{day}_opens"] = _NO_TIME
    return None


def _dates(text: str, faults: dict[str, str]) -> list[str]:
    known: set[date] = set()
    for line in text.split():
        try:
            known.add(date.fromisoformat(line))
        except ValueError:
            faults["dock_closed"] = f"{line[:20]} is no date; write one a line, such as 2026-11-26."
    return [day.isoformat() for day in sorted(known)]
