"""The answers at the packing table: for every code and refusal a headline, a sentence, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.words.answer import Words
from receiving_app.words.shipping import refusal_sentence

translate = QCoreApplication.translate


def words_of(code: str) -> Words:
    """Give what is said of a code; one that isn't known is shown as it is."""
    for group in (_on_table, _done, _elsewhere, _unread, _asked):
        words = group(code)
        if words is not None:
            return words
    return Words(code, code, "")


def _on_table(code: str) -> Words | None:
    match code:
        case "ready":
            return Words(
                translate("words", "Scan what leaves"),
                translate("words", "The list shows what may leave."),
                translate("words", "Scan its item label or plate, or the label of a packed box."),
            )
        case "chosen":
            return Words(
                translate("words", "Into the box"),
                translate("words", "{text} may leave."),
                translate("words", "Scan what goes with it, then Pack it (F5)."),
            )
        case "already-chosen":
            return Words(
                translate("words", "In the box already"),
                translate("words", "{text} was chosen before."),
                translate("words", "Go on, or take it out (F4)."),
            )
        case "taken-out":
            return Words(
                translate("words", "Taken out"),
                translate("words", "{text} does not go with this box."),
                translate("words", "Put it back on its shelf."),
            )
        case "all-out":
            return Words(
                translate("words", "All taken out"),
                translate("words", "Nothing is in the box any more."),
                translate("words", "Scan what leaves."),
            )
        case "packed":
            return Words(
                translate("words", "Packed"),
                translate("words", "{shipment} stands packed."),
                translate("words", "Scan the carrier's tracking number."),
            )
        case "opened":
            return Words(
                translate("words", "Stands packed"),
                translate("words", "{shipment} waits for its carrier."),
                translate("words", "Scan the carrier's tracking number."),
            )
        case "put-aside":
            return Words(
                translate("words", "Put aside"),
                translate("words", "What is packed waits; what was only chosen is back on the list."),
                translate("words", "Scan what leaves."),
            )
        case _:
            return None


def _done(code: str) -> Words | None:
    match code:
        case "left":
            return Words(translate("words", "Gone"), "", translate("words", "Scan what leaves."))
        case "undone":
            return Words(
                translate("words", "Taken back"),
                translate("words", "The last act does not count any more."),
                translate("words", "Go on with what is on the table."),
            )
        case "nothing-to-undo":
            return Words(
                translate("words", "Too late"),
                translate("words", "There is nothing to take back any more."),
                translate("words", "Ask a supervisor."),
            )
        case "address-taken":
            return Words(
                translate("words", "Address taken"),
                translate("words", "The goods go to this address."),
                translate("words", "Scan what goes with it, then Pack it (F5)."),
            )
        case "by-ground":
            return Words(
                translate("words", "By ground"),
                translate("words", "This box does not fly."),
                translate("words", "Go on with packing, or scan the tracking number."),
            )
        case "answered":
            return Words(
                translate("words", "No such answer"),
                translate("words", "No button has the number {text}."),
                translate("words", "Scan the number of a button, or press one."),
            )
        case "drivers-list":
            return Words(
                translate("words", "Driver's list"),
                translate("words", "This left today. A list for each driver is printed."),
                translate("words", "Esc leads back to the list."),
            )
        case "signed-in":
            return Words(
                translate("words", "Signed in"),
                translate("words", "What follows is done in your name."),
                translate("words", "Go on."),
            )
        case _:
            return None


def _elsewhere(code: str) -> Words | None:
    match code:
        case "already-left":
            return Words(
                translate("words", "Left already"), "", translate("words", "Is it still here? Call a supervisor.")
            )
        case "packed-elsewhere":
            return Words(
                translate("words", "In another box"),
                translate("words", "{shipment} holds {text} already."),
                translate("words", "Next box (F1), then scan the label of that one."),
            )
        case "pack-first":
            return Words(
                translate("words", "Pack first"),
                translate("words", "What is chosen isn't packed yet."),
                translate("words", "Pack it (F5), then scan the tracking number."),
            )
        case "open-first":
            return Words(
                translate("words", "Which box?"),
                translate("words", "{text} is a carrier's number, and no box is on the table."),
                translate("words", "Scan the box's own label (SHP-…) first."),
            )
        case "original-stays":
            return Words(
                translate("words", "This one stays"),
                translate("words", "A replacement goes in its place: {text}."),
                translate("words", "Scan the serial number of the replacement."),
            )
        case "several-devices":
            return Words(
                translate("words", "Which device?"),
                translate("words", "Several devices have the serial number: {numbers}."),
                translate("words", "Scan the item label."),
            )
        case "nothing-on-table":
            return Words(
                translate("words", "Nothing chosen"),
                translate("words", "The box on the table does not hold this."),
                translate("words", "Scan what leaves."),
            )
        case "nothing-asked":
            return Words(
                translate("words", "Nothing to answer"),
                translate("words", "No question is open."),
                translate("words", "Go on scanning."),
            )
        case _:
            return None


def _unread(code: str) -> Words | None:
    again = translate("words", "Scan one label after the other.")
    match code:
        case "empty-scan":
            return Words(
                translate("words", "Not understood"), translate("words", "The scan was empty. It is recorded."), again
            )
        case "too-long":
            return Words(
                translate("words", "Not understood"),
                translate("words", "No label here is this long: {text}. It is recorded."),
                again,
            )
        case "several-codes":
            return Words(
                translate("words", "Two in one scan"),
                translate("words", "Several codes came at once: {numbers}. Nothing was done."),
                again,
            )
        case "misread":
            return Words(
                translate("words", "Misread"),
                translate("words", "{text} looks like one of our labels, and is none."),
                translate("words", "Scan it again."),
            )
        case "not-understood":
            return Words(
                translate("words", "Not understood"),
                translate("words", "{text} is no label, serial or tracking number that is known here. It is recorded."),
                translate("words", "Scan the item label, the plate or the label of the box."),
            )
        case _:
            return None


def _asked(code: str) -> Words | None:
    match code:
        case "unknown-badge":
            return Words(
                translate("words", "Badge unknown"),
                translate("words", "This badge isn't known. Ask a supervisor."),
                translate("words", "Scan another badge."),
            )
        case "checker-unknown":
            return Words(
                translate("words", "Nobody by this name"),
                translate("words", "{text} does not work here."),
                translate("words", "Scan the badge of whoever checked."),
            )
        case "address-missing":
            return Words(
                translate("words", "Address incomplete"),
                translate("words", "A name, a street and a city are needed."),
                translate("words", "Give the address again (F8)."),
            )
        case "address-ours":
            return Words(
                translate("words", "That is our dock"),
                translate("words", "Nothing is sent back to ourselves."),
                translate("words", "Give the partner's address (F8)."),
            )
        case "not-allowed":
            return Words(
                translate("words", "Not allowed"),
                translate("words", "Shipping is a dock worker's or a supervisor's."),
                translate("words", "Scan a badge that may. The scan is recorded."),
            )
        case "not-recorded":
            return Words(
                translate("words", "Not recorded"),
                translate("words", "This could not be recorded."),
                translate("words", "Keep the box here, and call the supervisor."),
            )
        case _:
            return None


def refusal_words(refusal: str) -> Words:
    """Give what is said of a refusal."""
    sentence = refusal_sentence(refusal)
    match refusal:
        case "barred":
            return Words(translate("words", "It stays"), sentence, translate("words", "Put it back."))
        case "addresses-differ" | "payers-differ":
            then = translate("words", "Put it beside. Next box (F1), then scan it again.")
            return Words(translate("words", "Not with these"), sentence, then)
        case "check-missing":
            then = translate("words", "Scan the badge of whoever checked packing and marking.")
            return Words(translate("words", "Who checked it?"), sentence, then)
        case "ground-only":
            return Words(translate("words", "By ground?"), sentence, translate("words", "By ground: F12, or scan it."))
        case "tracking-elsewhere" | "tracking-inbound":
            then = translate("words", "Scan the right label. Is it right? F12.")
            return Words(translate("words", "Wrong label?"), sentence, then)
        case "carrier-missing":
            then = translate("words", "Scan it again, or choose the carrier.")
            return Words(translate("words", "Which carrier?"), sentence, then)
        case "carrier-reason-missing":
            then = translate("words", "Scan it again, or choose the reason.")
            return Words(translate("words", "Why is it right?"), sentence, then)
        case _:
            return Words(translate("words", "Not done"), sentence, translate("words", "Go on scanning."))
