"""What is still to arrive, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.arrivals import Arrival, Due

translate = QCoreApplication.translate


def due_word(due: Due) -> str:
    """Name how near a last day is."""
    match due:
        case Due.LAPSING:
            return translate("words", "Lapsing")
        case Due.SOON:
            return translate("words", "Due soon")
        case Due.EXPECTED:
            return translate("words", "Expected")
        case Due.OVERDUE:
            return translate("words", "Overdue")


def due_sentence(due: Due | None) -> str:
    """Say what a filter shows."""
    match due:
        case Due.LAPSING:
            return translate("words", "What doesn't arrive before the dock closes is late when it opens again.")
        case Due.SOON:
            return translate("words", "The last day comes within three days, and the dock is open before it ends.")
        case Due.EXPECTED:
            return translate("words", "More than three days are left.")
        case Due.OVERDUE:
            return translate("words", "The last day is past: what arrives now is late. The latest come first.")
        case None:
            return translate("words", "Everything that can still arrive in time, the nearest last day first.")


def replaced_sentence(owed: int) -> str:
    """Say what the filter of advance replacements shows, and how many devices are owed for them in all."""
    if owed == 1:
        return translate("words", "The replacement has gone out; the old device has not come back. 1 device is owed.")
    told = translate("words", "The replacement has gone out; the old devices have not come back. {} devices are owed.")
    return told.format(owed)


def days_left_words(days: int) -> str:
    """Say how far the last day is."""
    if days == 0:
        return translate("words", "today")
    if days > 0:
        return translate("words", "tomorrow") if days == 1 else translate("words", "in {} days").format(days)
    return translate("words", "1 day ago") if days == -1 else translate("words", "{} days ago").format(-days)


def awaited_words(arrival: Arrival) -> str:
    """Say how many devices are still to come."""
    units = arrival.rma.units
    if arrival.awaited == units:
        return str(units)
    return translate("words", "{awaited} of {units}").format(awaited=arrival.awaited, units=units)


def out_words(arrival: Arrival) -> str:
    """Say for how long a replacement has been out, and how many devices are owed for it; nothing where none is."""
    if arrival.out_for is None:
        return ""
    if arrival.out_for == 1:
        return translate("words", "1 day, {} owed").format(arrival.awaited)
    return translate("words", "{days} days, {devices} owed").format(days=arrival.out_for, devices=arrival.awaited)


def list_comes_sentence() -> str:
    """Say that the list of arrivals was sent to the printer."""
    return translate("words", "The list of arrivals comes out of the printer.")
