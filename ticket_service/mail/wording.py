"""What partners read, in plain words: a sentence or two for everything that stations report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

#: Why a package was not accepted, by the rule's code; `{}` is the RMA's last day. A code without words is about our
#: own work and no reason that a partner could do anything with.
PACKAGE_REASONS: Mapping[str, str | None] = {
    "hazard": "it could not be handled safely",
    "rma-missing": "it shows no RMA number",
    "rma-malformed": "the number on it is not one of our RMA numbers",
    "rma-unknown": "the number on it is not an RMA that we issued",
    "rma-not-open": "the RMA was cancelled or closed before it came",
    "late": "it came after the RMA's last day, {}",
    "late-dock-closed": "it came after the RMA's last day, {}",
    "advanced-exposure": None,
    "arrived-before-rma": "it came before the RMA was issued",
    "already-received": "everything on the RMA had come already",
    "sender-differs": "its sender is not the partner of the RMA",
    "data-stale": None,
}

#: Why a device was not accepted, by the rule's code; `{}` is the RMA's number.
ITEM_REASONS: Mapping[str, str | None] = {
    "hazard": "it could not be handled safely",
    "not-on-rma": "{} does not list it",
    "serial-unreadable": "its serial number cannot be read",
    "duplicate-serial": "a device with its serial number had come already",
    "wrong-model": "it is another model than the one that {} lists",
    "wrong-quantity": "more came than {} lists",
    "tampered": "its seals or its housing had been opened",
    "incomplete-item": "parts that belong to it are missing",
    "unauthorized-extra": "it came with equipment that {} does not list",
    "transit-damage": "it was damaged on its way to us",
}

#: What an inspection ended with; the bench shows the technician the same words before they are saved.
OUTCOMES: Mapping[str, str] = {
    "no-fault-found": "We tested your device {} and found no fault.",
    "repaired": "We repaired your device {}.",
    "replaced": "We confirmed the fault of your device {}.",
    "not-covered": "The fault of your device {} is not covered by the warranty.",
    "unrepairable": "Your device {} can't be repaired.",
    "awaiting-parts": "The repair of your device {} waits for parts.",
    "awaiting-stock": "The replacement of your device {} waits for stock.",
    "cannot-test": "The test of your device {} has to wait.",
}

_NEXT: Mapping[str, str] = {
    "return": "We will send it back to you.",
    "send-replacement": "We will send you a replacement, serial number {}.",
    "keep": "You have its replacement already.",
    "supervisor": "We will write to you about what happens next.",
    "scrap": "As you agreed, we dispose of it.",
    "wait": "",
}

#: What a supervisor decided; the supervisor is shown the same words before.
CHOICES: Mapping[str, str] = {
    "accept": "We received your device {}.",
    "identify": "We received your device {}.",
    "ask": "We have a question about your device {}. Please answer this ticket.",
    "quote": "We can repair your device {} at your expense. Please answer our quote.",
    "repair": "As you agreed, we repair your device {} at your expense.",
    "return": "We will send your device {} back to you.",
    "replace": "We will send you another unit for your device {}.",
    "keep": "You have the replacement for your device {}; nothing more is sent.",
    "scrap": "As you agreed, we dispose of your device {}.",
    "payer": "We have decided about the freight of your device {}.",
}

_PAYERS: Mapping[str | None, str] = {
    "smartwitness": "We pay the freight.",
    "partner": "The freight is at your expense.",
}

#: How an item's way ended, in the list of a resolution.
_ENDS: Mapping[str | None, str] = {
    "no-fault-found": "no fault found",
    "repaired": "repaired",
    "replaced": "replaced",
    "not-covered": "not covered by the warranty",
    "unrepairable": "can't be repaired",
    None: "not accepted",
}

_MEDIA: Mapping[str, str] = {"card": "memory card", "internal-memory": "internal memory"}


#: What is longer is no question.
LONGEST_QUESTION = 2000


@dataclass(frozen=True, slots=True)
class FoundWith:
    """What was noticed when a device was taken out of its box: names of missing parts and of other things."""

    missing: Sequence[str] = ()
    extras: Sequence[str] = ()
    transit_damage: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """How one device's way ended; `kept` says why it was not sent: `keep` or `scrap`."""

    serial: str
    outcome: str | None
    kept: str | None
    carrier: str | None
    tracking: str | None


def day(when: date) -> str:
    """Say a date in full."""
    return f"{when:%A} {when.day} {when:%B %Y}"


def package_received(number: str, on: date, late: bool = False) -> str:
    """Say that a package came and is accepted; `late`: although its time was over."""
    if late:
        return f"Your package for {number} came on {day(on)}, after the RMA's last day. We accept it all the same."
    return f"We received your package for {number} on {day(on)}."


def package_rejected(number: str, codes: Iterable[str], last_day: date | None) -> str:
    """Say that a package is not accepted, why, and what becomes of it."""
    until = day(last_day) if last_day else "which is over"
    why = _reasons(PACKAGE_REASONS, codes, until)
    because = f": {why}" if why else "; it does not meet the terms of the RMA"
    return f"We can't accept your package for {number}{because}. It goes back to you at your expense."


def package_asked(number: str, question: str) -> str:
    """Ask the partner something about a package."""
    asked = question.strip()[:LONGEST_QUESTION]
    return f"Please answer this ticket: we have a question about your package for {number}. {asked}"


def package_empty(number: str) -> str:
    """Say that nothing was in the box."""
    return f"Your package for {number} was empty when we opened it."


def item_received(serial: str, found: FoundWith) -> str:
    """Say that a device came and is accepted, and what was noticed of it."""
    said = [CHOICES["accept"].format(serial)]
    if found.missing:
        said.append(f"Missing with it: {', '.join(found.missing)}.")
    if found.extras:
        said.append(
            f"With it came what the RMA does not list: {', '.join(found.extras)}. Its return is not guaranteed."
        )
    if found.transit_damage:
        said.append("It was damaged on its way to us.")
    return " ".join(said)


def item_rejected(serial: str, number: str, codes: Iterable[str], choice: str, payer: str | None) -> str:
    """Say that a device is not accepted, why, and what was decided of it."""
    why = _reasons(ITEM_REASONS, codes, number)
    because = f": {why}" if why else ""
    return f"We can't accept your device {serial}{because}. {decided(choice, serial, payer)}"


def item_video(serial: str, medium: str) -> str:
    """Ask what shall become of the video that came with a device."""
    where = _MEDIA[medium]
    return (
        f"There is video in the {where} of your device {serial}. "
        "Please answer this ticket: shall we return it, or may we erase it?"
    )


def item_credited(serial: str) -> str:
    """Say that the freight to us is credited."""
    return f"We credit you the freight that you paid to send us your device {serial}."


def inspected(outcome: str, happens: str, payer: str | None, serial: str, replacement: str | None) -> str:
    """Say what an inspection ended with, what follows and who pays for it."""
    pays = _PAYERS.get(payer, "") if happens in {"return", "send-replacement"} else ""
    said = (OUTCOMES[outcome].format(serial), _NEXT[happens].format(replacement or ""), pays)
    return " ".join(filter(None, said))


def decided(choice: str, serial: str, payer: str | None) -> str:
    """Say what a supervisor decided of a device, and who pays the freight."""
    return " ".join(filter(None, (CHOICES[choice].format(serial), _PAYERS.get(payer, ""))))


def not_returned(number: str, model: str, serial: str | None) -> str:
    """Say that what a line still awaited is no longer expected."""
    what = f"your device {serial}" if serial else f"the rest of your {model}"
    return f"We no longer expect {what} on {number}: its time is over."


def sent_back(things: Sequence[str], carrier: str, tracking: str) -> str:
    """Say what left, with whom, and under which number."""
    return f"Sent to you with {carrier}, tracking number {tracking}: {', '.join(things)}."


def resolved(number: str, endings: Sequence[Ending], not_returned_lines: Sequence[str]) -> str:
    """Say that everything on an RMA is settled, and how, device by device."""
    lines = [f"Everything on {number} is settled."]
    lines += [f"{ending.serial}: {_ended(ending)}." for ending in endings]
    lines += [f"{what}: not returned." for what in not_returned_lines]
    return "\n".join(lines)


def reopened(number: str) -> str:
    """Say that an RMA that was settled is not."""
    return f"Correction: {number} is not settled yet. We will write to you again."


def corrected(text: str) -> str:
    """Say anew what was told wrongly."""
    return f"Correction: {text}"


def withdrawn(text: str) -> str:
    """Say that what was told does not hold."""
    return f"Correction: this does not hold any more: “{text}”"


def _reasons(words: Mapping[str, str | None], codes: Iterable[str], value: str) -> str:
    # Two rules may give the same reason, and a newer station may know rules that nobody here has words for.
    reasons = dict.fromkeys(reason.format(value) for code in codes if (reason := words.get(code)))
    return "; ".join(reasons)


def _ended(ending: Ending) -> str:
    said = [_ENDS.get(ending.outcome, "settled")]
    if ending.kept == "scrap":
        said.append("disposed of, as you agreed")
    elif ending.kept == "keep":
        said.append("you have its replacement")
    if ending.tracking:
        said.append(f"sent with {ending.carrier}, tracking number {ending.tracking}")
    return ", ".join(said)
