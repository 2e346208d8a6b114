"""The answers over a box: for every code a headline, a sentence that says why, and the next step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one code; the sentence may name the `{text}` that was read and the `{numbers}` it is about."""

    headline: str
    sentence: str
    next_step: str


def words_of(code: str) -> Words:
    """Give what is said of a code; one that isn't known is shown as it is."""
    for group in (_box, _carton, _device, _no_device, _part, _seen, _end, _anywhere):
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
        case "carton-damaged":
            return Words(
                translate("words", "Carton damaged"),
                translate("words", "Damage in transit is noted. It is no reason to reject."),
                translate("words", "Take a photo, then open it."),
            )
        case "carton-tampered":
            return Words(
                translate("words", "Seal broken"),
                translate("words", "Somebody may have opened it before us. What is in it will be held."),
                translate("words", "Take a photo, then open it."),
            )
        case "empty-box":
            return Words(
                translate("words", "Box empty"),
                translate("words", "Nothing was in it. It is held."),
                translate("words", "Take a photo, then press F12. Call the supervisor."),
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


def _device(code: str) -> Words | None:
    match code:
        case "found":
            return Words(
                translate("words", "Found"),
                translate("words", "{text} is on the RMA."),
                translate("words", "Tick its parts."),
            )
        case "unit-counted":
            return Words(
                translate("words", "Found"),
                translate("words", "One more of this model is counted."),
                translate("words", "Tick its parts."),
            )
        case "already-counted":
            return Words(
                translate("words", "Already counted"),
                translate("words", "{text} was counted before. It is one device."),
                translate("words", "Scan the next device."),
            )
        case "duplicate-serial":
            return Words(
                translate("words", "Serial is here twice"),
                translate("words", "{text} is in the building already, as {numbers}."),
                translate("words", "Label it and put it on the review shelf."),
            )
        case "not-on-rma":
            return Words(
                translate("words", "Not on this RMA"),
                translate("words", "{text} is on no accepted RMA of this box."),
                translate("words", "Photo, quarantine label, then go on."),
            )
        case "nearly-listed":
            return Words(
                translate("words", "Not on this RMA"),
                translate("words", "{text} is not listed, but {numbers} is. Look again."),
                translate("words", "Misread? Press F9 and scan again. Else quarantine."),
            )
        case "crossed-boxes":
            return Words(
                translate("words", "From another RMA"),
                translate("words", "{text} belongs to {numbers}. The boxes may be crossed."),
                translate("words", "Quarantine label. Look in the other box, too."),
            )
        case "wrong-quantity":
            return Words(
                translate("words", "One too many"),
                translate("words", "More came than the RMA lists."),
                translate("words", "Label it and put it on the review shelf."),
            )
        case "serial-unreadable":
            return Words(
                translate("words", "Serial unreadable"),
                translate("words", "Its label stands for the serial number until somebody reads it."),
                translate("words", "Take a photo and label it."),
            )
        case "selected":
            return Words(
                translate("words", "This device"),
                translate("words", "What you note now is of this device."),
                translate("words", "Tick its parts."),
            )
        case "ask-model":
            return Words(
                translate("words", "Which model?"),
                translate("words", "{text} may be: {numbers}."),
                translate("words", "Choose the model that stands on the device."),
            )
        case _:
            return None


def _no_device(code: str) -> Words | None:
    match code:
        case "empty-scan":
            return Words(
                translate("words", "No serial number"),
                translate("words", "The scan was empty."),
                translate("words", "Scan the device's own serial number, alone."),
            )
        case "too-long":
            return Words(
                translate("words", "No serial number"),
                translate("words", "That is too long for a serial number. It was recorded."),
                translate("words", "Scan the device's own serial number, alone."),
            )
        case "several-serials":
            return Words(
                translate("words", "Two in one scan"),
                translate("words", "Read together: {numbers}. Nothing was counted."),
                translate("words", "Scan the device's own serial number, alone."),
            )
        case "not-a-serial":
            return Words(
                translate("words", "No serial number"),
                translate("words", "{text} has characters that no serial number has. It was recorded."),
                translate("words", "Scan the device's own serial number, alone."),
            )
        case "carton-code":
            return Words(
                translate("words", "Code of the carton"),
                translate("words", "{text} stands for the carton or its RMA, not for a device."),
                translate("words", "Scan the device's own serial number, alone."),
            )
        case "model-code":
            return Words(
                translate("words", "That is the model"),
                translate("words", "{text} is a model whose devices are listed by serial number."),
                translate("words", "Scan the device's own serial number, alone."),
            )
        case "no-item":
            return Words(
                translate("words", "Which device?"),
                translate("words", "No device of this box is in hand."),
                translate("words", "Scan the device first."),
            )
        case _:
            return None


def _part(code: str) -> Words | None:
    match code:
        case "part-counted":
            return Words(
                translate("words", "Part noted"),
                translate("words", "The parts of this device are noted."),
                translate("words", "Tick the next part."),
            )
        case "part-missing":
            return Words(
                translate("words", "Part missing"),
                translate("words", "{text} is required and missing."),
                translate("words", "Look once more in the box. Found? Tick it."),
            )
        case "parts-complete":
            return Words(
                translate("words", "All parts there"),
                translate("words", "The parts of this device are noted."),
                translate("words", "Scan the next device."),
            )
        case "no-such-part":
            return Words(
                translate("words", "Not its part"),
                translate("words", "{text} is not listed for this device."),
                translate("words", "Note it as an extra."),
            )
        case "bad-count":
            return Words(
                translate("words", "No such count"),
                translate("words", "A count is a whole number from 0 to 999."),
                translate("words", "Type it again."),
            )
        case "extra-noted":
            return Words(
                translate("words", "Extra noted"),
                translate("words", "Nobody listed it, so its return is not guaranteed."),
                translate("words", "Bag it with the device."),
            )
        case "extra-unnamed":
            return Words(
                translate("words", "What is it?"),
                translate("words", "An extra needs a name."),
                translate("words", "Type it again."),
            )
        case _:
            return None


def _seen(code: str) -> Words | None:
    match code:
        case "tampered":
            return Words(
                translate("words", "Was opened"),
                translate("words", "Seal or housing was touched. The device is held."),
                translate("words", "Take a photo."),
            )
        case "transit-damage":
            return Words(
                translate("words", "Damage noted"),
                translate("words", "It is no reason to reject, but it decides later disputes."),
                translate("words", "Take a photo."),
            )
        case "model-right":
            return Words(
                translate("words", "Right model"),
                translate("words", "{text} is what the RMA says."),
                translate("words", "Scan the next device."),
            )
        case "wrong-model":
            return Words(
                translate("words", "Wrong model"),
                translate("words", "It says {text}; the RMA says {numbers}. The device is held."),
                translate("words", "Put it on the review shelf."),
            )
        case "model-unnamed":
            return Words(
                translate("words", "Which model?"),
                translate("words", "No model was named."),
                translate("words", "Type it again."),
            )
        case "custody-recorded":
            return Words(
                translate("words", "Video noted"),
                translate("words", "Where the client's video is was noted."),
                translate("words", "Scan the next device."),
            )
        case "bag-missing":
            return Words(
                translate("words", "Which bag?"),
                translate("words", "A card lies in a numbered bag."),
                translate("words", "Scan the bag's number."),
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
