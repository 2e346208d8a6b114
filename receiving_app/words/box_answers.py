"""The answers over a box: for every code a headline, a sentence that says why, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.words.answer import Words
from receiving_app.words.device_answers import device_words

translate = QCoreApplication.translate


def words_of(code: str) -> Words:
    """Give what is said of a code; one that isn't known is shown as it is."""
    for group in (_box, _carton, device_words, _photo, _end, _anywhere):
        words = group(code)
        if words is not None:
            return words
    return Words(code, code, "")


def _box(code: str) -> Words | None:
    match code:
        case "no-box":
            return Words(
                translate("words", "Scan the box"),
                translate("words", "No box is open."),
                translate("words", "Scan the plate of the next box."),
            )
        case "unknown-plate":
            return Words(
                translate("words", "Unknown plate"),
                translate("words", "{text} was not received at this station."),
                translate("words", "Receive the box at the dock first."),
            )
        case "no-return":
            return Words(
                translate("words", "No return"),
                translate("words", "This box is no return, or was another box again."),
                translate("words", "Hand it to the office."),
            )
        case "not-judged":
            return Words(
                translate("words", "No verdict yet"),
                translate("words", "This box has not been accepted."),
                translate("words", "Scan its RMA number at the dock."),
            )
        case "rejected":
            return Words(
                translate("words", "Keep it closed"),
                translate("words", "This box has not been accepted."),
                translate("words", "Put it on the review shelf. Don't open it."),
            )
        case "held":
            return Words(
                translate("words", "Keep it closed"),
                translate("words", "This box has not been accepted."),
                translate("words", "Put it on the review shelf. Don't open it."),
            )
        case "begun":
            return Words(
                translate("words", "Scan each device"),
                translate("words", "The carton is whole. Open it."),
                translate("words", "Scan the serial number on each device."),
            )
        case "resumed":
            return Words(
                translate("words", "Scan each device"),
                translate("words", "This box is half done. What was counted stands."),
                translate("words", "Scan the serial number on each device."),
            )
        case "reopened":
            return Words(
                translate("words", "Scan each device"),
                translate("words", "This box was done and is open again."),
                translate("words", "Scan the serial number on each device."),
            )
        case "left":
            return Words(
                translate("words", "Left half done"),
                translate("words", "What was counted stands."),
                translate("words", "Scan the plate of the next box."),
            )
        case "box-is-done":
            return Words(
                translate("words", "Box is done"),
                translate("words", "Everything in it was counted."),
                translate("words", "Scan its plate again to add something."),
            )
        case _:
            return None


def _carton(code: str) -> Words | None:
    match code:
        case "ask-condition":
            return Words(
                translate("words", "Look at the carton"),
                translate("words", "Before you open it: is it whole?"),
                translate("words", "Whole: F5. Damaged: F7. Seal broken: F8. Empty: F11."),
            )
        case "carton-first":
            return Words(
                translate("words", "The carton first"),
                translate("words", "That was recorded, and nothing was counted."),
                translate("words", "Say how the carton looks, then scan it again."),
            )
        case "carton-damaged":
            return Words(
                translate("words", "Carton damaged"),
                translate("words", "Damage in transit is noted. It is no reason to reject."),
                translate("words", "Take a photo (Ins), then open it."),
            )
        case "carton-tampered":
            return Words(
                translate("words", "Seal broken"),
                translate("words", "Somebody may have opened it before us. What is in it will be held."),
                translate("words", "Take a photo (Ins), then open it."),
            )
        case "empty-box":
            return Words(
                translate("words", "Box empty"),
                translate("words", "Nothing was in it. It is held."),
                translate("words", "Take a photo (Ins), then press F12. Call the supervisor."),
            )
        case "not-empty":
            return Words(
                translate("words", "Not empty"),
                translate("words", "Devices from this box are counted already."),
                translate("words", "Scan the serial number on each device."),
            )
        case "hazard":
            return Words(
                translate("words", "STOP"),
                translate("words", "Dangerous: swollen, hot, leaking or smoking."),
                translate("words", "Put it down, set it apart, call the supervisor."),
            )
        case "address-taken":
            return Words(
                translate("words", "Address noted"),
                translate("words", "Goods from this box can go back there."),
                translate("words", "Go on scanning."),
            )
        case "address-missing":
            return Words(
                translate("words", "Address incomplete"),
                translate("words", "A return address needs a name, a street and a city."),
                translate("words", "Fill in what is missing."),
            )
        case _:
            return None


def _photo(code: str) -> Words | None:
    match code:
        case "photo":
            return Words(
                translate("words", "Photo"),
                translate("words", "Look at the picture."),
                translate("words", "Keep it, or go on scanning: that keeps it, too."),
            )
        case "photo-kept":
            return Words(
                translate("words", "Photo kept"),
                translate("words", "The photo stands in the record."),
                translate("words", "Go on scanning."),
            )
        case "photo-lost":
            return Words(
                translate("words", "Photo lost"),
                translate("words", "The photo could not be saved: is the disk full? Everything else is recorded."),
                translate("words", "Call the supervisor, then go on scanning."),
            )
        case "photo-first":
            return Words(
                translate("words", "No picture yet"),
                translate("words", "No picture was taken yet."),
                translate("words", "Scan Photo first."),
            )
        case _:
            return None


def _end(code: str) -> Words | None:
    match code:
        case "done":
            return Words(
                translate("words", "Box done"),
                translate("words", "Everything has come and was looked at."),
                translate("words", "Put the devices in their place."),
            )
        case "done-waiting":
            return Words(
                translate("words", "Done, more to come"),
                translate("words", "Something is still awaited."),
                translate("words", "Put the devices in their place."),
            )
        case "done-overdue":
            return Words(
                translate("words", "Done, not all came"),
                translate("words", "Something is still awaited."),
                translate("words", "Tell the supervisor, or scan the plate to go on."),
            )
        case "done-open":
            return Words(
                translate("words", "Done, with gaps"),
                translate("words", "Nobody has looked for everything."),
                translate("words", "Tell the supervisor, or scan the plate to go on."),
            )
        case "undone":
            return Words(
                translate("words", "Taken back"),
                translate("words", "The last act was taken back."),
                translate("words", "Go on scanning."),
            )
        case "nothing-to-undo":
            return Words(
                translate("words", "Not now"),
                translate("words", "Nothing to take back: the last act is too long ago."),
                translate("words", "Go on scanning."),
            )
        case _:
            return None


def _anywhere(code: str) -> Words | None:
    match code:
        case "signed-in":
            return Words(
                translate("words", "Signed in"),
                translate("words", "The box stays open."),
                translate("words", "Go on scanning."),
            )
        case "unknown-badge":
            return Words(
                translate("words", "Unknown badge"),
                translate("words", "This badge can't sign in here. Ask a supervisor."),
                translate("words", "Go on scanning."),
            )
        case "at-the-dock":
            return Words(
                translate("words", "Not now"),
                translate("words", "That was done at the dock."),
                translate("words", "Go on scanning."),
            )
        case "not-allowed":
            return Words(
                translate("words", "Not now"),
                translate("words", "Your role may not do this. Ask a supervisor."),
                translate("words", "Go on scanning."),
            )
        case "not-recorded":
            return Words(
                translate("words", "Not recorded"),
                translate("words", "This could not be recorded. Keep the box aside and call the supervisor."),
                translate("words", "Go on scanning."),
            )
        case _:
            return None
