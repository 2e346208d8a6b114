"""What stands at the head of a report's rows and columns: the words of its codes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from receiving_app.domain.period import Period, Step
from receiving_app.domain.reading import Source
from receiving_app.domain.report import Age, Waits
from receiving_app.domain.report_counts import Span

translate = QCoreApplication.translate


def waits_word(waits: Waits) -> str:
    """Say for whom or what something waits."""
    match waits:
        case Waits.REVIEW:
            return translate("words", "A supervisor, at the door")
        case Waits.UNPACKING:
            return translate("words", "Unpacking")
        case Waits.BENCH:
            return translate("words", "The bench")
        case Waits.DECISION:
            return translate("words", "A supervisor, about a device")
        case Waits.SHIPPING:
            return translate("words", "Shipping")
        case Waits.CLAIM:
            return translate("words", "Whoever claims it")


def age_word(age: Age) -> str:
    """Say how old something is, in days."""
    match age:
        case Age.FRESH:
            return translate("words", "Up to 2 days")
        case Age.DAYS:
            return translate("words", "3 to 5")
        case Age.WEEK:
            return translate("words", "6 to 10")
        case Age.OLD:
            return translate("words", "Over 10")


def span_word(span: Span) -> str:
    """Name the two points between which time is taken."""
    match span:
        case Span.ARRIVAL_TO_OUTCOME:
            return translate("words", "Arrival to outcome")
        case Span.OUTCOME_TO_SHIPMENT:
            return translate("words", "Outcome to shipment")
        case Span.ARRIVAL_TO_SHIPMENT:
            return translate("words", "Arrival to shipment")


def read_by_word(source: str) -> str:
    """Name what read something; a source that isn't known is shown as it is."""
    match source:
        case Source.WEDGE:
            return translate("words", "Scanner as keyboard")
        case Source.SERIAL:
            return translate("words", "Scanner at a serial port")
        case Source.CAMERA:
            return translate("words", "Camera")
        case Source.PICTURE:
            return translate("words", "Picture file")
        case Source.OCR:
            return translate("words", "Print, read by camera")
        case Source.TYPED:
            return translate("words", "Typed by hand")
        case _:
            return source


def step_head(step: Step) -> str:
    """Say what stands above the steps of a period."""
    match step:
        case Step.DAY:
            return translate("words", "Day")
        case Step.WEEK:
            return translate("words", "Week from")
        case Step.MONTH:
            return translate("words", "Month")


def step_word(begin: date, period: Period) -> str:
    """Name one step of a period by its first day."""
    day = QDate(begin.year, begin.month, begin.day)
    if period.step is Step.MONTH:
        return QLocale().toString(day, translate("words", "MMM yyyy", "pattern of a month"))
    return QLocale().toString(day, translate("words", "ddd d MMM", "pattern of a date within the year"))
