"""The answers over the devices of a box: found, strange, unreadable, and what is noted of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.words.answer import Words

translate = QCoreApplication.translate


def device_words(code: str) -> Words | None:
    """Give what is said of a code about a device; None where it is about none."""
    for group in (
        _device,
        _no_device,
        _part,
        _seen,
    ):
        words = group(code)
        if words is not None:
            return words
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
                translate("words", "Photo (Ins), quarantine label, then go on."),
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
                translate("words", "Photo (Ins), quarantine label. Look in the other box, too."),
            )
        case "crossed-pair":
            return Words(
                translate("words", "Boxes are crossed"),
                translate("words", "{text} and {numbers} lie in each other's boxes."),
                translate("words", "Photo (Ins), quarantine label. A supervisor decides on both at once."),
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
                translate("words", "Take a photo (Ins) and label it."),
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
                translate("words", "Choose the model that stands on it, or scan its digit."),
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
                translate("words", "Take a photo (Ins)."),
            )
        case "transit-damage":
            return Words(
                translate("words", "Damage noted"),
                translate("words", "It is no reason to reject, but it decides later disputes."),
                translate("words", "Take a photo (Ins)."),
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
        case "consent-missing":
            return Words(
                translate("words", "Who agreed?"),
                translate("words", "Video is erased only where the client agreed. No ticket says so."),
                translate("words", "Type who agreed, or let the client be asked."),
            )
        case "label-elsewhere":
            return Words(
                translate("words", "Device of another box"),
                translate("words", "{text} came in {numbers}. Say what became of the client's video."),
                translate("words", "Scan the command, or press Shift+F5 or Shift+F6."),
            )
        case "judged-again":
            return Words(
                translate("words", "Judged again"),
                translate("words", "The RMA has changed. The list shows how the devices stand now."),
                translate("words", "Go on scanning."),
            )
        case "bag-missing":
            return Words(
                translate("words", "Which bag?"),
                translate("words", "A card lies in a numbered bag."),
                translate("words", "Scan the bag's number."),
            )
        case _:
            return None
