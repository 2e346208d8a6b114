"""The shift's hand-over in words: three short tables that fit on one page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from receiving_app.domain.journal_check import JournalCheck
from receiving_app.domain.report import Age, Report, Waits
from receiving_app.domain.report_counts import Measure
from receiving_app.domain.report_sheet import Cell, Sheet, WrittenReport
from receiving_app.domain.shift import Shift
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Decision
from receiving_app.words import times
from receiving_app.words.journal_proof import check_sentence, last_check_sentence
from receiving_app.words.printing import waiting_sentence
from receiving_app.words.readings import shown
from receiving_app.words.report_heads import waits_word
from receiving_app.words.verdicts import verdict_word

translate = QCoreApplication.translate

#: A station that reaches the service has newer data than this.
OLD_DATA = timedelta(hours=1)


def hand_over(shift: Shift, calendar: SiteCalendar) -> WrittenReport:
    """Write a shift's hand-over."""
    sheets = (_done(shift.done), _open(shift.done), _broken(shift, calendar))
    return WrittenReport(translate("words", "Shift hand-over"), times.day_and_clock(shift.at, calendar), sheets)


def comes_sentence() -> str:
    """Say that the hand-over is printed."""
    return translate("words", "The hand-over comes out of the printer.")


def _done(done: Report) -> Sheet:
    counted = (
        (translate("words", "Packages arrived"), done.total(Measure.ARRIVED)),
        *((verdict_word(decision), done.total(Measure.VERDICT, decision)) for decision in Decision),
        (translate("words", "No returns"), done.total(Measure.ENDED)),
        (translate("words", "Outcomes at the bench"), done.total(Measure.OUTCOME)),
        (translate("words", "Decisions"), done.total(Measure.DECIDED)),
        (translate("words", "Shipments that left"), done.total(Measure.SENT)),
    )
    return Sheet(
        title=translate("words", "Done today"),
        about=translate("words", "By the site's day, at this station."),
        heads=(translate("words", "What"), translate("words", "Count")),
        rows=tuple((Cell(what), _number(count)) for what, count in counted),
    )


def _open(done: Report) -> Sheet:
    old = (Age.WEEK, Age.OLD)
    return Sheet(
        title=translate("words", "Open"),
        about=translate("words", "What waits here now, and how much of it for more than 5 days."),
        heads=(translate("words", "Waits for"), translate("words", "Count"), translate("words", "Over 5 days")),
        rows=tuple(
            (
                Cell(waits_word(waits)),
                _number(done.backlog.total(waits)),
                _number(sum(done.backlog.waiting.get((waits, age), 0) for age in old)),
            )
            for waits in Waits
        ),
    )


def _broken(shift: Shift, calendar: SiteCalendar) -> Sheet:
    troubles = tuple(_troubles(shift, calendar))
    nothing = translate("words", "Nothing is known to be out of order.")
    told = (*(troubles or (nothing,)), *_in_order(shift, calendar))
    return Sheet(
        title=translate("words", "Out of order"),
        about=translate(
            "words", "The journal, the ticket service, printer, camera, and unclaimed boxes that need somebody."
        ),
        heads=(translate("words", "What is known"),),
        rows=tuple((Cell(each),) for each in told),
    )


def _troubles(shift: Shift, calendar: SiteCalendar) -> Iterator[str]:
    if shift.journal.fault:
        yield _checked(shift.journal, calendar)
    if shift.service:
        yield shift.service
    if shift.waiting:
        told = translate("words", "Not yet told to the ticket service: {}.")
        yield told.format(QLocale().toString(shift.waiting))
    if shift.rejected:
        told = translate("words", "Refused by the ticket service: {}. See the review.")
        yield told.format(QLocale().toString(shift.rejected))
    if shift.data_as_of is None:
        yield translate("words", "The ticket service's data has never been complete here.")
    elif shift.at - shift.data_as_of > OLD_DATA:
        told = translate("words", "The ticket service's data is of {}.")
        yield told.format(times.day_and_clock(shift.data_as_of, calendar))
    if shift.printer:
        yield waiting_sentence(shift.printer, shift.prints)
    if shift.camera:
        yield shift.camera
    for kept in shift.unclaimed:
        told = translate("words", "Unclaimed: {number} at {place}, since {day}. See the review.")
        since = times.day(calendar.local(kept.kept_at).date())
        yield told.format(number=kept.number, place=shown(kept.place, 24) or "—", day=since)


def _in_order(shift: Shift, calendar: SiteCalendar) -> Iterator[str]:
    if not shift.waiting and not shift.rejected:
        yield translate("words", "Everything is told to the ticket service.")
    if shift.data_as_of is not None and shift.at - shift.data_as_of <= OLD_DATA:
        told = translate("words", "The ticket service's data is of {}.")
        yield told.format(times.day_and_clock(shift.data_as_of, calendar))
    if not shift.journal.fault:
        yield _checked(shift.journal, calendar)


def _checked(check: JournalCheck, calendar: SiteCalendar) -> str:
    if check.at is None:
        return last_check_sentence("")
    return f"{last_check_sentence(times.day_and_clock(check.at, calendar))} {check_sentence(check)}"


def _number(value: int) -> Cell:
    return Cell(QLocale().toString(value), value)
