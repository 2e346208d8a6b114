"""A supervisor's decisions and a package's story in words."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.events import Choice, Wait
from receiving_app.words.bench import refusal_sentence

translate = QCoreApplication.translate


class ReviewReason(StrEnum):
    """Why a person upholds or overrides a verdict; the value is stored."""

    RULE_STANDS = "rule-stands"
    PARTNER_INFORMED = "partner-informed"
    SUPPORT_CONFIRMED = "support-confirmed"
    DELAY_NOT_PARTNERS = "delay-not-partners"
    LABEL_DAMAGED = "label-damaged"
    DATA_WAS_WRONG = "data-was-wrong"
    OTHER = "other"


#: What the lists offer, the usual reason first.
REASONS: dict[Choice, tuple[ReviewReason, ...]] = {
    Choice.UPHOLD: (ReviewReason.RULE_STANDS, ReviewReason.PARTNER_INFORMED, ReviewReason.OTHER),
    Choice.OVERRIDE: (
        ReviewReason.SUPPORT_CONFIRMED,
        ReviewReason.DELAY_NOT_PARTNERS,
        ReviewReason.LABEL_DAMAGED,
        ReviewReason.DATA_WAS_WRONG,
        ReviewReason.OTHER,
    ),
}


def reason_words(reason: str) -> str:
    """Say a review's reason; one that this version doesn't know is shown as it is."""
    match reason:
        case ReviewReason.RULE_STANDS:
            return translate("words", "The rule is right.")
        case ReviewReason.PARTNER_INFORMED:
            return translate("words", "The partner knows of it.")
        case ReviewReason.SUPPORT_CONFIRMED:
            return translate("words", "Support confirmed it.")
        case ReviewReason.DELAY_NOT_PARTNERS:
            return translate("words", "The delay was not the partner's.")
        case ReviewReason.LABEL_DAMAGED:
            return translate("words", "The label was damaged.")
        case ReviewReason.DATA_WAS_WRONG:
            return translate("words", "Our data was wrong.")
        case ReviewReason.OTHER:
            return translate("words", "Another reason, see the note.")
        case _:
            return reason


def choice_word(choice: Choice) -> str:
    """Name a supervisor's decision as the button does."""
    match choice:
        case Choice.UPHOLD:
            return translate("words", "Uphold")
        case Choice.OVERRIDE:
            return translate("words", "Override")


def wait_word(wait: Wait) -> str:
    """Name a way to leave a verdict undecided as the button does."""
    match wait:
        case Wait.ASKED:
            return translate("words", "Ask")
        case Wait.ANSWERED:
            return translate("words", "Answer")
        case Wait.SNOOZED:
            return translate("words", "Later")
        case Wait.DELEGATED:
            return translate("words", "Hand on")


def wait_fields(wait: Wait) -> tuple[str, str]:
    """Name what is chosen with a way to leave a case undecided, and its note."""
    match wait:
        case Wait.ASKED:
            return translate("words", "Reason"), translate("words", "Note: what to ask")
        case Wait.ANSWERED:
            return translate("words", "Reason"), translate("words", "Note: what they said")
        case Wait.SNOOZED:
            return translate("words", "Until"), translate("words", "Note")
        case Wait.DELEGATED:
            return translate("words", "To whom"), translate("words", "Note")


def decision_fields(*, note_needed: bool) -> tuple[str, str]:
    """Name the reason of a decision and its note."""
    note = translate("words", "Note (needed)") if note_needed else translate("words", "Note")
    return translate("words", "Reason"), note


def see_the_note() -> str:
    """Say that the note is all there is to write."""
    return translate("words", "See the note.")


def objection_sentence(objection: str) -> str:
    """Say why a decision was not written down; a code that isn't known is shown as it is."""
    match objection:
        case "reason-missing":
            return translate("words", "Choose a reason.")
        case "note-missing":
            return translate("words", "Write a note: say why you override the rules.")
        case "judged-again":
            return translate("words", "This was judged again meanwhile. Look at it anew.")
        case "still-awaited":
            return translate("words", "It may still come: the last day is not over.")
        case "already-decided":
            return translate("words", "Somebody has decided this meanwhile.")
        case "own-work":
            return translate("words", "This is your own work. Another supervisor must decide it.")
        case "not-offered":
            return translate("words", "This can't be decided here any more. Look at it anew.")
        case "payer-missing":
            return translate("words", "Say who pays the freight.")
        case "line-missing":
            return translate("words", "Choose which device of an RMA it is.")
        case "line-taken":
            return translate("words", "Another device here is this one already. Choose another line.")
        case "consent-missing":
            return translate("words", "Write who agreed to the scrapping, and on which day.")
        case "consent-too-late":
            return translate("words", "This day is still to come. Write the day on which they agreed.")
        case _:
            return _not_yet_sentence(objection)


def _not_yet_sentence(objection: str) -> str:
    match objection:
        case "words-missing":
            return translate("words", "Write it into the note.")
        case "day-is-past":
            return translate("words", "Choose a day that is still to come.")
        case "person-missing":
            return translate("words", "Choose a supervisor who is to decide it.")
        case "candidate-missing":
            return translate("words", "Choose whose it is. Type or scan what is found on the box or in it.")
        case "place-missing":
            return translate("words", "Write or scan the shelf it stands on.")
        case "agreement-missing":
            return translate("words", "Write who has agreed to pay.")
        case "still-kept":
            return translate("words", "It can't be abandoned yet: its time is not over.")
        case _:
            return refusal_sentence(objection)


def event_words(type_name: str) -> str:
    """Say what an event of the journal was; a newer type is shown by its name."""
    if type_name.startswith("package."):
        return _package_event(type_name)
    if type_name.startswith(("item.", "unpacking.", "photo.", "exchange.", "line.")):
        return _event_in_the_box(type_name)
    if type_name.startswith(("inspection.", "freight.", "shipment.")):
        return _event_at_the_bench(type_name)
    if type_name.startswith(("label.", "review.", "case.")):
        return _event_of_a_number(type_name)
    if type_name.startswith("unclaimed."):
        return _event_of_an_unclaimed_box(type_name)
    match type_name:
        case "reading.recorded":
            return translate("words", "Something was read")
        case "arrival.stamped":
            return translate("words", "Truck arrived")
        case "arrival.closed":
            return translate("words", "Truck unloaded")
        case "person.signed-in":
            return translate("words", "Signed in")
        case "person.signed-out":
            return translate("words", "Signed out")
        case "person.locked":
            return translate("words", "Screen locked")
        case "clip.kept":
            return translate("words", "Last seconds filmed")
        case "person.pin-failed":
            return translate("words", "Wrong PIN")
        case "act.undone":
            return translate("words", "Taken back")
        case _:
            return type_name


def _event_of_a_number(type_name: str) -> str:
    match type_name:
        case "label.read":
            return translate("words", "Label read")
        case "label.missing":
            return translate("words", "No RMA number, says the worker")
        case "label.struck-out":
            return translate("words", "Old label struck out")
        case "review.decided":
            return translate("words", "Decided by a person")
        case "review.put-off" | "case.put-off":
            return translate("words", "Left undecided for now")
        case _:
            return type_name


def _package_event(type_name: str) -> str:
    match type_name:
        case "package.arrived":
            return translate("words", "Package arrived")
        case "package.opened":
            return translate("words", "Worked on again")
        case "package.closed":
            return translate("words", "Set aside for the next one")
        case "package.merged":
            return translate("words", "Same box as another")
        case "package.confirmed":
            return translate("words", "Another box, says the worker")
        case "package.hazard":
            return translate("words", "Marked as dangerous")
        case "package.ended":
            return translate("words", "Ended: no return")
        case "package.judged":
            return translate("words", "Judged by the rules")
        case "package.address":
            return translate("words", "Return address taken from the label")
        case "package.clue":
            return translate("words", "Found on the box")
        case "package.identified":
            return translate("words", "Whose it is, said by a person")
        case _:
            return type_name


def _event_of_an_unclaimed_box(type_name: str) -> str:
    match type_name:
        case "unclaimed.kept":
            return translate("words", "Kept until somebody claims it")
        case "unclaimed.reminded":
            return translate("words", "Time to ask around")
        case "unclaimed.matched":
            return translate("words", "A claim may have turned up")
        case "unclaimed.agreed":
            return translate("words", "Somebody pays for the way back")
        case "unclaimed.abandoned":
            return translate("words", "Abandoned")
        case _:
            return type_name


def _event_in_the_box(type_name: str) -> str:
    match type_name:
        case "unpacking.begun":
            return translate("words", "Carton looked at and opened")
        case "unpacking.reviewed":
            return translate("words", "Empty box looked at by a supervisor")
        case "unpacking.ended":
            return translate("words", "Box done")
        case "item.found":
            return translate("words", "Device found")
        case "item.listed":
            return translate("words", "A line of the RMA lists the device now")
        case "exchange.decided":
            return translate("words", "Crossed boxes decided by a person")
        case "line.settled":
            return translate("words", "Rest of a line settled: not returned")
        case "item.part-counted":
            return translate("words", "Part counted")
        case "item.extra-noted":
            return translate("words", "Something extra noted")
        case "item.marked":
            return translate("words", "Something wrong with a device")
        case "item.custody":
            return translate("words", "Client's video noted")
        case "item.judged":
            return translate("words", "Device judged by the rules")
        case "item.decided":
            return translate("words", "Device decided by a person")
        case "photo.taken":
            return translate("words", "Photo taken")
        case _:
            return type_name


def _event_at_the_bench(type_name: str) -> str:
    match type_name:
        case "inspection.begun":
            return translate("words", "Test begun")
        case "inspection.step":
            return translate("words", "Test step done")
        case "inspection.ended":
            return translate("words", "Test ended with an outcome")
        case "freight.credited":
            return translate("words", "Freight credited")
        case "shipment.packed":
            return translate("words", "Packed for return")
        case "shipment.sent":
            return translate("words", "Left with the carrier")
        case _:
            return type_name
