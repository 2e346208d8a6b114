"""What is said about photos."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.events import ClipKept, ClipReason
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import PhotoTaken
from receiving_app.domain.policy import Policy
from receiving_app.words import times
from receiving_app.words.readings import shown

translate = QCoreApplication.translate


def photo_of(lpn: str, item: Item | None) -> str:
    """Say what a photo is of: a device, else its box."""
    if item is None:
        return translate("words", "Photo of the box {}").format(shown(lpn))
    return translate("words", "Photo of {}").format(shown(item.serial or item.model or item.id))


def photo_words(photo: PhotoTaken, policy: Policy) -> str:
    """Say when a photo was taken, and its caption."""
    when = times.day_and_clock(photo.taken_at, policy.calendar)
    if not photo.caption:
        return when
    return translate("words", "{caption} ({when})").format(caption=shown(photo.caption), when=when)


def film_words(clip: ClipKept, policy: Policy) -> str:
    """Say when a film begins, how long it is, and what happened at its end."""
    rejected = clip.reason is ClipReason.REJECT
    said = translate("words", "{seconds} s before the rejection, from {when}")
    said = said if rejected else translate("words", "{seconds} s before the override, from {when}")
    when = times.day_and_clock(clip.began_at, policy.calendar)
    return said.format(seconds=round(clip.lasted_ms / 1000), when=when)


def trouble_sentence(trouble: str) -> str:
    """Say why a photo can't be shown; a code that isn't known is shown as it is."""
    match trouble:
        case "gone":
            return translate("words", "This photo's file is no longer on the disk. Take it again if you can.")
        case "damaged":
            return translate("words", "This photo's file is damaged. Take it again if you can.")
        case "unreadable":
            return translate("words", "This photo's file can't be read. Check the disk.")
        case "film-gone":
            return translate("words", "This film is no longer here: its time is over, or its file is lost.")
        case "film-damaged":
            return translate("words", "This film's file was changed: it is not the one that was kept.")
        case "film-unreadable":
            return translate("words", "This film can't be shown. Its file is among the originals of the evidence.")
        case _:
            return trouble
