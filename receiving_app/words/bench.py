"""The bench in words: outcomes, their consequences, what the client reads, and why something was not done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import Disposition, InspectionOutcome, Next, Payer, SwiPaysWhen
from receiving_app.domain.inspection import Limits, ValueFault

translate = QCoreApplication.translate


def outcome_word(outcome: InspectionOutcome) -> str:
    """Name an outcome as its button does."""
    match outcome:
        case InspectionOutcome.NO_FAULT_FOUND:
            return translate("words", "No fault found")
        case InspectionOutcome.REPAIRED:
            return translate("words", "Repaired")
        case InspectionOutcome.REPLACED:
            return translate("words", "Replaced")
        case InspectionOutcome.NOT_COVERED:
            return translate("words", "Not covered")
        case InspectionOutcome.UNREPAIRABLE:
            return translate("words", "Can't be repaired")
        case InspectionOutcome.AWAITING_PARTS:
            return translate("words", "Waits for parts")
        case InspectionOutcome.AWAITING_STOCK:
            return translate("words", "Waits for stock")
        case InspectionOutcome.CANNOT_TEST:
            return translate("words", "Can't be tested now")


def next_sentence(happens: Next) -> str:
    """Say what happens to the item."""
    match happens:
        case Next.RETURN:
            return translate("words", "The device goes back to the client.")
        case Next.SEND_REPLACEMENT:
            return translate("words", "A replacement goes to the client; this device stays here.")
        case Next.KEEP:
            return translate("words", "Nothing more is sent: the replacement is out. This device stays here.")
        case Next.WAIT:
            return translate("words", "The device waits.")
        case Next.SCRAP:
            return translate("words", "The device is scrapped here.")
        case Next.SUPERVISOR:
            return translate("words", "A supervisor decides what happens to the device.")


def payer_sentence(payer: Payer) -> str:
    """Say who pays the freight."""
    match payer:
        case Payer.SMARTWITNESS:
            return translate("words", "SmartWitness pays the freight.")
        case Payer.PARTNER:
            return translate("words", "The partner pays the freight.")
        case Payer.SUPERVISOR:
            return translate("words", "A supervisor says who pays the freight: it may be damage in transit.")


def consequence(disposition: Disposition, send_back_to: Address | None) -> tuple[str, ...]:
    """Say in sentences what an outcome leads to: what happens, where it goes, who pays."""
    said = [next_sentence(disposition.next)]
    if disposition.next in {Next.RETURN, Next.SEND_REPLACEMENT}:
        said.append(destination_sentence(send_back_to))
    if disposition.payer is not None and disposition.next is not Next.SUPERVISOR:
        said.append(payer_sentence(disposition.payer))
    if disposition.credits_inbound:
        said.append(translate("words", "The freight to us is credited to the partner."))
    return tuple(said)


def payer_because(disposition: Disposition) -> str:
    """Say by which rule, or by whose word, the payer pays; empty where nobody does or a supervisor has yet to say."""
    by_person = any(each.rule == "person" for each in disposition.trace)
    if by_person and disposition.payer in {Payer.SMARTWITNESS, Payer.PARTNER}:
        return translate("words", "A supervisor said so.")
    reason = next((each for each in disposition.trace if each.rule == "payer"), None)
    if reason is None or reason.answer == Payer.SUPERVISOR:
        return ""
    facts = reason.facts
    if facts.get("outcome") == InspectionOutcome.NO_FAULT_FOUND:
        return translate("words", "No fault was found.")
    if reason.answer == Payer.PARTNER:
        return translate("words", "It does not count as defective on receipt.")
    match facts.get("swi_pays_when"):
        case SwiPaysWhen.DOA_CLAIMED:
            return translate("words", "The RMA says that it was defective on receipt.")
        case SwiPaysWhen.FAULT_CONFIRMED:
            return translate("words", "The bench confirmed its fault.")
        case _:
            return translate("words", "The RMA says it was defective on receipt, and the bench confirmed its fault.")


def destination_sentence(send_back_to: Address | None) -> str:
    """Say where goods go, or that nobody knows yet."""
    if send_back_to is None:
        return translate("words", "Nobody has said where it goes: take the address from the label, or ask the partner.")
    place = ", ".join(filter(None, (send_back_to.name, send_back_to.street, send_back_to.city, send_back_to.region)))
    return translate("words", "It goes to {}.").format(place)


def client_reads(outcome: InspectionOutcome, disposition: Disposition, serial: str, replacement: str = "") -> str:
    """Give what the client will read of a device when the outcome is saved."""
    said = _found(outcome).format(serial)
    after = _what_follows(disposition.next).format(replacement)
    pays = _who_pays(disposition)
    return " ".join(filter(None, (said, after, pays)))


def limits_words(limits: Limits) -> str:
    """Say between what a measured value must lie."""
    low, high, unit = limits.low, limits.high, limits.unit
    if low is not None and high is not None:
        return translate("words", "{} to {} {}").format(low, high, unit).strip()
    if low is not None:
        return translate("words", "at least {} {}").format(low, unit).strip()
    if high is not None:
        return translate("words", "at most {} {}").format(high, unit).strip()
    return unit


def fault_sentence(fault: ValueFault) -> str:
    """Say why a step's answer can't be taken, and what to do."""
    match fault:
        case ValueFault.EMPTY:
            return translate("words", "Give a value first.")
        case ValueFault.NO_NUMBER:
            return translate("words", "This is no number that can be read. Write it as 12.5.")
        case ValueFault.TOO_LARGE:
            return translate("words", "This number is too large to be measured. Look at it again.")
        case ValueFault.NO_SUCH_OPTION:
            return translate("words", "This step has no such answer. Choose one of those shown.")
        case ValueFault.PHOTO_MISSING:
            return translate("words", "Take the photo first, or say why there is none.")


def refusal_sentence(code: str) -> str:
    """Say why something was not done at the bench, and what to do; a code that isn't known is shown as it is."""
    return _item_refused(code) or _outcome_refused(code) or _replacement_refused(code) or code


def _item_refused(code: str) -> str:
    match code:
        case "not-here":
            return translate("words", "No device here has this number. Scan its item label, or unpack its box first.")
        case "several":
            return translate("words", "Several devices have this serial number. Scan the item label.")
        case "has-left":
            return translate("words", "This device has left the building.")
        case "hazard":
            return translate("words", "This device is dangerous. Don't test it. Call the supervisor.")
        case "not-accepted":
            return translate("words", "This device was not accepted when its box was unpacked. Ask a supervisor.")
        case "rma-over":
            return translate(
                "words", "Its RMA was cancelled or closed meanwhile. What was tested stays. Ask a supervisor."
            )
        case "no-template":
            return translate("words", "This model has no test steps yet. Save it as waiting, and tell support.")
        case "not-begun":
            return translate("words", "Scan its label first: that begins the test.")
        case "already-ended":
            return translate("words", "This device has its outcome already.")
        case "no-such-step":
            return translate("words", "This test has no such step.")
        case "unequal":
            return translate("words", "These devices are tested by different steps. Take out those that differ.")
        case _:
            return ""


def _outcome_refused(code: str) -> str:
    match code:
        case "steps-open":
            return translate("words", "Steps are still open. Do them, or save the device as waiting.")
        case "fault-found":
            return translate("words", "A step failed. Do it again, or choose another outcome.")
        case "final-test-failed":
            return translate("words", "The final test is not passed. A device that fails it can't leave.")
        case "reason-missing":
            return translate("words", "Write the reason.")
        case "repair-missing":
            return translate("words", "Write what was repaired.")
        case "rma-unknown":
            return translate("words", "This device's RMA isn't known here now. Wait for the next sync, then try again.")
        case _:
            return ""


def _replacement_refused(code: str) -> str:
    match code:
        case "replacement-missing":
            return translate("words", "Scan the replacement's serial number.")
        case "replacement-not-needed":
            return translate("words", "No replacement is sent here. Leave its serial number out.")
        case "replacement-no-serial":
            return translate("words", "This is no serial number. Scan the one on the replacement itself.")
        case "replacement-same":
            return translate("words", "This is the device itself. Scan the replacement.")
        case "replacement-in-building":
            return translate("words", "This unit is here as a return. Take one from the stock.")
        case "replacement-failed":
            return translate("words", "This unit failed here before. Take one from the stock.")
        case "replacement-used":
            return translate("words", "This unit was given out for another device. Take another one.")
        case "replacement-listed":
            return translate("words", "An open RMA lists this unit: a client has it. Take one from the stock.")
        case _:
            return ""


def _found(outcome: InspectionOutcome) -> str:
    match outcome:
        case InspectionOutcome.NO_FAULT_FOUND:
            return translate("words", "We tested your device {} and found no fault.")
        case InspectionOutcome.REPAIRED:
            return translate("words", "We repaired your device {}.")
        case InspectionOutcome.REPLACED:
            return translate("words", "We confirmed the fault of your device {}.")
        case InspectionOutcome.NOT_COVERED:
            return translate("words", "The fault of your device {} is not covered by the warranty.")
        case InspectionOutcome.UNREPAIRABLE:
            return translate("words", "Your device {} can't be repaired.")
        case InspectionOutcome.AWAITING_PARTS:
            return translate("words", "The repair of your device {} waits for parts.")
        case InspectionOutcome.AWAITING_STOCK:
            return translate("words", "The replacement of your device {} waits for stock.")
        case InspectionOutcome.CANNOT_TEST:
            return translate("words", "The test of your device {} has to wait.")


def _what_follows(happens: Next) -> str:
    match happens:
        case Next.RETURN:
            return translate("words", "We will send it back to you.")
        case Next.SEND_REPLACEMENT:
            return translate("words", "We will send you a replacement, serial number {}.")
        case Next.KEEP:
            return translate("words", "You have its replacement already.")
        case Next.SUPERVISOR:
            return translate("words", "We will write to you about what happens next.")
        case Next.SCRAP:
            return translate("words", "As you agreed, we dispose of it.")
        case Next.WAIT:
            return ""


def _who_pays(disposition: Disposition) -> str:
    if disposition.next not in {Next.RETURN, Next.SEND_REPLACEMENT}:
        return ""
    match disposition.payer:
        case Payer.SMARTWITNESS:
            return translate("words", "We pay the freight.")
        case Payer.PARTNER:
            return translate("words", "The freight is at your expense.")
        case _:
            return ""
