"""What is said at the bench of a scan or an act: what became of it, and what to do next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.inspection import Limits, StepKind, StepResult, TestStep
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.words import times
from receiving_app.words.bench import limits_words, outcome_word
from receiving_app.words.readings import shown

translate = QCoreApplication.translate


def answer_sentence(code: str) -> str:
    """Say what became of a scan or an act; the device or text it was about is put in for {}.

    A code that isn't known is shown as it is.
    """
    return _in_hand(code) or _done(code) or _of_outcomes(code) or _not_done(code) or code


def due_sentence(kind: StepKind) -> str:
    """Say how a step is answered."""
    match kind:
        case StepKind.PASS_FAIL:
            return translate("words", "Scan Pass or Fail, or press the button.")
        case StepKind.MEASURE:
            return translate("words", "Type the value and press Enter, or scan its digits and Enter.")
        case StepKind.CHOICE:
            return translate("words", "Scan the digit of what you see, or press the button.")
        case StepKind.PHOTO:
            return translate("words", "Scan Photo, or the digit of why there is none.")


def no_photo_words(why: str) -> str:
    """Say why a step has no photo; a code that isn't known is shown as it is."""
    match why:
        case "no-camera":
            return translate("words", "no camera here")
        case "not-there":
            return translate("words", "nothing there to see")
        case _:
            return shown(why)


def step_place(place: int, steps: int) -> str:
    """Say which of the steps it is."""
    return translate("words", "Step {place} of {steps}").format(place=place, steps=steps)


def marks_of(step: TestStep) -> str:
    """Say what hangs on a step."""
    said = []
    if step.decisive:
        said.append(translate("words", "If it fails, the test may end here."))
    if step.final:
        said.append(translate("words", "Final test: a device that fails it can't leave."))
    return " ".join(said)


def allowed(limits: Limits | None) -> str:
    """Say what a measured value should be."""
    if limits is None or (limits.low is None and limits.high is None):
        return translate("words", "Any value passes.")
    return translate("words", "Passes: {}").format(limits_words(limits))


def result_words(result: StepResult, step: TestStep) -> str:
    """Say one result in a word: what was measured or seen, and whether it passed."""
    passed = translate("words", "passed") if result.passed else translate("words", "failed")
    if step.kind is StepKind.PASS_FAIL:
        return passed
    if step.kind is StepKind.PHOTO:
        return translate("words", "photo taken") if result.photo else no_photo_words(result.value)
    unit = step.limits.unit if step.limits else ""
    return translate("words", "{value}: {passed}").format(value=f"{shown(result.value)} {unit}".strip(), passed=passed)


def history_sentence(earlier: int, no_fault_found: int) -> str:
    """Say how often a device came before, and how often no fault was found."""
    if not earlier:
        return translate("words", "It was never here before.")
    times_here = (
        translate("words", "It was here once before")
        if earlier == 1
        else translate("words", "It was here {} times before").format(earlier)
    )
    if not no_fault_found:
        return translate("words", "{}.").format(times_here)
    return translate("words", "{here}; no fault found: {count}.").format(here=times_here, count=no_fault_found)


def last_time_sentence(outcome: InspectionOutcome, reason: str) -> str:
    """Say how a device's last inspection ended, with the reason or repair where one was written."""
    said = outcome_word(outcome)
    if not reason:
        return translate("words", "Last time: {}.").format(said)
    return translate("words", "Last time: {outcome} ({reason}).").format(outcome=said, reason=shown(reason, 60))


def waiting_sentence(outcome: InspectionOutcome, reason: str) -> str:
    """Say what a device waits for."""
    return translate("words", "{outcome}: {reason}").format(outcome=outcome_word(outcome), reason=shown(reason, 60))


def offers_words(outcome: InspectionOutcome) -> str:
    """Say which digit chooses which text for an outcome."""
    return " · ".join(f"{place} {text}" for place, text in enumerate(offered(outcome), start=1))


def left_sentence(carrier: str, tracking: str, at: datetime, calendar: SiteCalendar) -> str:
    """Say when and with what a device left."""
    said = translate("words", "This device has left: {when}, with {carrier} {tracking}.")
    return said.format(when=times.day_and_clock(at, calendar), carrier=shown(carrier, 24), tracking=shown(tracking))


def newer_steps(version: int, own: int) -> str:
    """Say that support has changed the steps since this test began."""
    said = translate("words", "The steps are version {} now; this test keeps {}.")
    return said.format(version, own)


def rma_over(state: str) -> str:
    """Say that an RMA isn't open any more; empty where it is."""
    match state:
        case "cancelled":
            return translate("words", "This RMA was cancelled meanwhile: ask a supervisor.")
        case "closed":
            return translate("words", "This RMA was closed meanwhile: ask a supervisor.")
        case _:
            return ""


def offered(outcome: InspectionOutcome) -> tuple[str, ...]:
    """Give what is mostly written for an outcome; a digit chooses one, and anything else can be typed."""
    match outcome:
        case InspectionOutcome.REPAIRED:
            return (
                translate("words", "Part replaced"),
                translate("words", "Connector resoldered"),
                translate("words", "Software installed anew"),
                translate("words", "Cleaned and adjusted"),
            )
        case InspectionOutcome.NOT_COVERED:
            return (
                translate("words", "Damaged by its user"),
                translate("words", "Damaged in transit"),
                translate("words", "Opened by others"),
                translate("words", "Outside the warranty"),
            )
        case InspectionOutcome.UNREPAIRABLE:
            return (
                translate("words", "Board is broken"),
                translate("words", "Water got in"),
                translate("words", "No parts are made any more"),
            )
        case InspectionOutcome.AWAITING_PARTS:
            return (translate("words", "Part is ordered"), translate("words", "Part must be ordered"))
        case InspectionOutcome.AWAITING_STOCK:
            return (translate("words", "No replacement in stock"), translate("words", "Replacement is on its way"))
        case InspectionOutcome.CANNOT_TEST:
            return (
                translate("words", "Test equipment is missing"),
                translate("words", "Locked: the client must unlock it"),
                translate("words", "No test steps for this model"),
            )
        case _:
            return ()


def _in_hand(code: str) -> str:
    match code:
        case "ready":
            return translate("words", "Scan an item label or a serial number.")
        case "begun":
            return translate("words", "The test of {} begins.")
        case "at-hand":
            return translate("words", "{} is in hand.")
        case "resumed":
            return translate("words", "The test of {} goes on where it was left.")
        case "seen":
            return translate("words", "Seen by the camera and recorded.")
        case "put-away":
            return translate("words", "{} is put away. Its label brings it back.")
        case "collecting":
            return translate("words", "Batch: scan the labels of equal devices, then do the step for all.")
        case "added":
            return translate("words", "{} is in the batch.")
        case "already-in-batch":
            return translate("words", "{} is in the batch already.")
        case "alone":
            return translate("words", "Only {} is in hand now.")
        case _:
            return ""


def _done(code: str) -> str:
    match code:
        case "passed":
            return translate("words", "Passed: {}.")
        case "failed":
            return translate("words", "Failed: {}. Do it again, go on, or say how it ended.")
        case "step-chosen":
            return translate("words", "Do this step. Earlier results stay.")
        case "writing":
            return translate("words", "Value: {}. Scan Enter when it is whole.")
        case "take-photo":
            return translate("words", "Taking the photo …")
        case "hazard":
            return translate("words", "STOP. {} is dangerous: set it apart, keep away, call the supervisor.")
        case "undone":
            return translate("words", "The last act was taken back.")
        case "signed-in":
            return translate("words", "Signed in.")
        case "pin-due":
            return translate("words", "Signed in. Now type your PIN, or scan its digits and Enter.")
        case "no-technician":
            return translate("words", "Signed in. Bench work needs a technician, or a supervisor who approves it.")
        case "at-the-dock":
            return translate("words", "That was done at the dock.")
        case _:
            return ""


def _of_outcomes(code: str) -> str:
    match code:
        case "outcome-chosen":
            return translate("words", "Look at what follows from it, then save.")
        case "outcome-left":
            return translate("words", "The outcome was not saved. The test goes on.")
        case "saved":
            return translate("words", "Saved for {}. Undo takes it back for a short time. Scan the next device.")
        case "outcome-open":
            return translate("words", "An outcome is open. Save it, or scan Put away to leave it.")
        case "no-outcome":
            return translate("words", "Say first how it ended.")
        case "one-at-a-time":
            return translate("words", "A batch shares steps only. Scan one label to give its outcome.")
        case _:
            return ""


def _not_done(code: str) -> str:
    match code:
        case "no-device":
            return translate("words", "No device is in hand. Scan an item label or a serial number.")
        case "no-step":
            return translate("words", "Every step has its result. Say how it ended.")
        case "other-answer":
            return translate("words", "This step asks for another answer. Look at the step.")
        case "nothing-to-write":
            return translate("words", "Nothing is asked for that has digits.")
        case "no-photo":
            return translate("words", "The photo could not be saved: is the disk full? Take it again, or go on.")
        case "empty-scan":
            return translate("words", "There is nothing in this scan. Scan the item label.")
        case "too-long":
            return translate("words", "This is too long for a serial number. Scan the item label.")
        case "several-serials":
            return translate("words", "Several serial numbers in one scan. Scan the item label.")
        case "nothing-to-undo":
            return translate("words", "Nothing to take back: the last act is too long ago.")
        case "unknown-badge":
            return translate("words", "This badge isn't known. Ask a supervisor.")
        case "not-allowed":
            return translate(
                "words", "Bench work needs a technician and the PIN. Give it in the corner, then scan again."
            )
        case "not-recorded":
            return translate("words", "This could not be recorded. Keep the device aside and call the supervisor.")
        case "refused" | "fault":
            return translate("words", "That was not done.")
        case _:
            return ""
