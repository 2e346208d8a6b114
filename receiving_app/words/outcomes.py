"""What became of a scan or an act, in a sentence for the person who did it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.events import Ending
from receiving_app.domain.package import Package
from receiving_app.words.verdicts import verdict_word

translate = QCoreApplication.translate


class Told(Protocol):
    """What `acts.outcome.Outcome` tells; acts stand above words, so it is named by its shape."""

    @property
    def answer(self) -> str: ...
    @property
    def detail(self) -> str | None: ...
    @property
    def package(self) -> Package | None: ...


def answer_word(answer: str) -> str:
    """Say in a word or two what became of a scan; a code that isn't known is shown as it is."""
    match answer:
        case "judged":
            return translate("words", "Judged")
        case "already-counted":
            return translate("words", "Already counted")
        case "looking-up":
            return translate("words", "Asking …")
        case "noted":
            return translate("words", "Noted")
        case "not-understood":
            return translate("words", "Not understood")
        case "done":
            return translate("words", "Done")
        case "refused":
            return translate("words", "Not now")
        case _:
            return answer


def answer_sentence(outcome: Told) -> str:
    """Say what became of a scan or an act, and where needed what to do about it."""
    if outcome.detail is not None:
        ended = outcome.package.ended if outcome.package else None
        return ending_sentence(ended) if outcome.detail == "ended" and ended else detail_sentence(outcome.detail)
    match outcome.answer:
        case "judged":
            decision = outcome.package.decision if outcome.package else None
            return translate("words", "Judged.") if decision is None else verdict_word(decision)
        case "already-counted":
            return translate("words", "This label was counted before. Nothing changed.")
        case "looking-up":
            return translate("words", "The ticket service is being asked. Go on scanning.")
        case "noted":
            return translate("words", "Noted for this box. Now scan the RMA number.")
        case "not-understood":
            return translate("words", "That is no RMA, serial or tracking number. It was recorded all the same.")
        case "done":
            return translate("words", "Done.")
        case "refused":
            return translate("words", "That doesn't fit now. Nothing changed.")
        case _:
            return outcome.answer


def ending_sentence(ended: Ending) -> str:
    """Say how a package that is no return ended."""
    match ended:
        case Ending.NOT_A_RETURN:
            return translate("words", "Not a return: recorded. Hand it to the office.")
        case Ending.OUR_UNDELIVERABLE:
            return translate("words", "Our own undeliverable: recorded. Hand it to shipping.")
        case Ending.REFUSED_AT_DOOR:
            return translate("words", "Refused at the door: recorded. It stays with the driver.")


def detail_sentence(detail: str) -> str:
    """Say what was done, or why it wasn't; a code that isn't known is shown as it is."""
    return _done(detail) or _refused(detail) or _of_photos(detail) or detail


def _done(detail: str) -> str:
    match detail:
        case "truck-arrived":
            return translate("words", "Truck stamped. The boxes scanned from now on share its time.")
        case "truck-done":
            return translate("words", "Truck unloaded. Boxes get their own time again.")
        case "next":
            return translate("words", "Ready for the next box.")
        case "same-box":
            return translate("words", "Same box: counted once.")
        case "another-box":
            return translate("words", "Another box: counted on its own.")
        case "old-label":
            return translate("words", "Old label struck out. It no longer counts.")
        case "no-number":
            return translate("words", "No number on this box: recorded.")
        case "ended":
            return translate("words", "The box is no return: recorded.")
        case "hazard":
            return translate("words", "Marked as dangerous. Don't open it. Call the supervisor.")
        case "undone":
            return translate("words", "The last act was taken back.")
        case "opened":
            return translate("words", "This box is open again.")
        case "signed-in":
            return translate("words", "Signed in.")
        case "signed-out":
            return translate("words", "Signed out.")
        case "unpack":
            return translate("words", "Unpacking.")
        case _:
            return _going(detail)


def _going(detail: str) -> str:
    match detail:
        case "who-works":
            return translate("words", "Who works here? Choose your name, or scan your badge; then the PIN.")
        case "to-dock":
            return translate("words", "The dock.")
        case "to-bench":
            return translate("words", "The bench.")
        case "to-shipping":
            return translate("words", "Shipping.")
        case "to-review":
            return translate("words", "The review.")
        case "to-prints":
            return translate("words", "The prints.")
        case "to-desk":
            return translate("words", "The desk: search and arrivals.")
        case "printed-again":
            return translate("words", "The last print comes out again, marked COPY.")
        case "roll-asked":
            return translate("words", "Licence plates come out of the printer.")
        case "sheet-asked":
            return translate("words", "The command sheet comes out of the printer.")
        case _:
            return ""


def _refused(detail: str) -> str:
    match detail:
        case "no-package-open":
            return translate("words", "No box is open. Scan its label first.")
        case "no-question-open":
            return translate("words", "Nothing was asked about this box.")
        case "no-truck":
            return translate("words", "No truck is stamped. Press Truck arrived when one comes.")
        case "nothing-to-undo":
            return translate("words", "Nothing to take back: the last act is too long ago.")
        case "nothing-printed":
            return translate("words", "Nothing was printed yet.")
        case "no-label-to-strike":
            return translate("words", "This box has no number to strike out.")
        case "not-allowed":
            return translate("words", "Your role may not do this. Ask a supervisor.")
        case "pin-needed":
            return translate("words", "This needs your PIN. Press Ctrl+L and sign in with it.")
        case "sign-in":
            return translate("words", "Nobody is signed in. Scan your badge, then do this again. A scan is recorded.")
        case "nobody-signed-in":
            return translate("words", "Nobody is signed in.")
        case "unknown-badge":
            return translate("words", "This badge isn't known. Ask a supervisor.")
        case "not-recorded":
            return translate("words", "This could not be recorded. Keep the box aside and call the supervisor.")
        case "other-station":
            return translate("words", "This box is being worked on at another station.")
        case _:
            return _elsewhere(detail)


def _elsewhere(detail: str) -> str:
    """Say where a command belongs that was scanned at the wrong screen."""
    match detail:
        case "unpacking-only":
            return translate("words", "That belongs to an opened box. Scan Unpack this box first.")
        case "shipping-only":
            return translate("words", "This command is for goods that leave. Go to shipping first.")
        case "bench-only":
            return translate("words", "This command is for a device on the bench. Go to the bench first.")
        case "review-only":
            return translate("words", "This command is for a case at the review. Go to the review first.")
        case "desk-only":
            return translate("words", "This command is for a page of the desk. Go to the desk first.")
        case "nothing-to-write":
            return translate("words", "No number is asked for now. Digits are for a PIN or a measured value.")
        case _:
            return ""


def _of_photos(detail: str) -> str:
    match detail:
        case "photo":
            return translate("words", "Look at the picture.")
        case "photo-kept":
            return translate("words", "The photo belongs to this box.")
        case "photo-lost":
            return translate("words", "The photo could not be saved: is the disk full? Everything else is recorded.")
        case "photo-first":
            return translate("words", "No picture was taken yet. Scan Photo first.")
        case _:
            return ""
