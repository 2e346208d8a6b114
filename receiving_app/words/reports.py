"""Reports in words: each a sheet of rows, with what is counted said above them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from receiving_app.domain.events import Choice
from receiving_app.domain.item_events import ItemChoice
from receiving_app.domain.period import Period, Step
from receiving_app.domain.reading import Source
from receiving_app.domain.report import Age, Part, Report, Waits
from receiving_app.domain.report_counts import ClaimChoice, Measure, Span
from receiving_app.domain.report_sheet import Cell, Drawn, Shade, Sheet, WrittenReport
from receiving_app.domain.verdict import Decision
from receiving_app.words.item_review import item_choice_word, item_reason_words
from receiving_app.words.readings import shown
from receiving_app.words.review import choice_word, reason_words
from receiving_app.words.rules import fault_word
from receiving_app.words.unclaimed import claim_choice_word, claim_reason_words
from receiving_app.words.verdicts import verdict_word

translate = QCoreApplication.translate

_SHADES = {Decision.ACCEPT: Shade.ACCEPT, Decision.REJECT: Shade.REJECT, Decision.HOLD: Shade.HOLD}


def written(report: Report) -> WrittenReport:
    """Write a whole report."""
    sheets = (
        _volumes(report),
        _reasons(report),
        _times(report),
        _backlog(report),
        _no_fault_found(report),
        _partners(report),
        _decisions(report),
        _overrides(report),
        _readings(report),
    )
    return WrittenReport(translate("words", "Returns"), period_words(report.period), sheets)


def period_words(period: Period) -> str:
    """Say which days a report is about."""
    first, last = (QLocale().toString(_qdate(day), QLocale.FormatType.ShortFormat) for day in _ends(period))
    return first if period.first == period.last else translate("words", "{} to {}").format(first, last)


def period_fault_sentence() -> str:
    """Say why a period can't be reported on, and what to do."""
    return translate("words", "The last day is before the first. Choose a later last day.")


def counting_sentence(percent: int) -> str:
    """Say how far the journal is counted."""
    return translate("words", "Counting the journal: {} %. Esc stops it.").format(percent)


def saved_sentence(file: str) -> str:
    """Say where a report was saved."""
    return translate("words", "Saved as {}.").format(file)


def not_saved_sentence(file: str) -> str:
    """Say that a report could not be saved, and what to do."""
    return translate("words", "{} could not be saved. Is the disk full, or the file open? Then try again.").format(file)


def stopped_sentence() -> str:
    """Say that nothing was saved."""
    return translate("words", "Stopped. Nothing was saved.")


def no_report_sentence() -> str:
    """Say that the memory could not be asked."""
    return translate("words", "The report can't be read. Try again; if it fails again, call support.")


def _volumes(report: Report) -> Sheet:
    columns = (
        report.stepped(Measure.ARRIVED),
        *(report.stepped(Measure.VERDICT, decision) for decision in Decision),
        report.stepped(Measure.OUTCOME),
        report.stepped(Measure.GOODS_SENT),
    )
    rows = [
        (Cell(_step_word(step, report.period)), *(_number(column[step]) for column in columns))
        for step in report.period.steps()
    ]
    totals = (Cell(translate("words", "Together")), *(_number(sum(column.values())) for column in columns))
    return Sheet(
        title=translate("words", "Volumes"),
        about=translate(
            "words", "Packages and their verdicts count on the day of arrival; tests and shipments when they happened."
        ),
        heads=(
            _step_head(report.period.step),
            translate("words", "Packages"),
            *(verdict_word(decision) for decision in Decision),
            translate("words", "Outcomes"),
            translate("words", "Sent"),
        ),
        rows=tuple(rows),
        totals=totals,
        drawn=tuple(Drawn(place, _SHADES[decision]) for place, decision in enumerate(Decision, 2)),
        over_time=True,
    )


def _reasons(report: Report) -> Sheet:
    return Sheet(
        title=translate("words", "Why rejected or held"),
        about=translate("words", "The first rule that led to each verdict, as the rules left it."),
        heads=(translate("words", "Verdict"), translate("words", "Reason"), translate("words", "RMAs")),
        rows=tuple(
            (Cell(verdict_word(decision)), Cell(fault_word(rule) if rule else ""), _number(amount))
            for decision, rule, amount in report.reasons()
        ),
        drawn=(Drawn(2),),
        names=2,
    )


def _times(report: Report) -> Sheet:
    rows = []
    for span in Span:
        times = report.times(span)
        rows.append((Cell(_span_word(span)), _number(times.count), _time(times.median), _time(times.p90)))
    return Sheet(
        title=translate("words", "How long it took"),
        about=translate(
            "words", "Devices that reached the later point in this period. Half took no longer than the median."
        ),
        heads=(
            translate("words", "From and to"),
            translate("words", "Devices"),
            translate("words", "Median"),
            translate("words", "9 of 10 within"),
        ),
        rows=tuple(rows),
        drawn=(Drawn(2),),
    )


def _backlog(report: Report) -> Sheet:
    backlog = report.backlog
    shades = (Shade.ACCEPT, Shade.PLAIN, Shade.HOLD, Shade.REJECT)
    return Sheet(
        title=translate("words", "What waits, and how long"),
        about=translate("words", "As it stands now, by the age since arrival, whatever the period."),
        heads=(
            translate("words", "Waits for"),
            *(_age_word(age) for age in Age),
            translate("words", "Together"),
        ),
        rows=tuple(
            (
                Cell(waits_word(waits)),
                *(_number(backlog.waiting.get((waits, age), 0)) for age in Age),
                _number(backlog.total(waits)),
            )
            for waits in Waits
        ),
        drawn=tuple(Drawn(place, shade) for place, shade in enumerate(shades, 1)),
    )


def _no_fault_found(report: Report) -> Sheet:
    return Sheet(
        title=translate("words", "No fault found"),
        about=translate("words", "Of the outcomes that end a test. The firmware stands where a test step records it."),
        heads=(
            translate("words", "Model"),
            translate("words", "Firmware"),
            translate("words", "Outcomes"),
            translate("words", "No fault found"),
            translate("words", "Rate"),
        ),
        rows=tuple(
            (Cell(shown(model, 32)), Cell(shown(firmware, 24)), _number(part.whole), _number(part.part), _rate(part))
            for model, firmware, part in report.no_fault_found()
        ),
        drawn=(Drawn(4),),
        names=2,
    )


def _partners(report: Report) -> Sheet:
    return Sheet(
        title=translate("words", "Partners"),
        about=translate("words", "Verdicts on the RMAs of each partner, and what the bench found."),
        heads=(
            translate("words", "Partner"),
            translate("words", "RMAs"),
            verdict_word(Decision.REJECT),
            verdict_word(Decision.HOLD),
            translate("words", "Late"),
            translate("words", "Outcomes"),
            translate("words", "No fault found"),
            translate("words", "Rate"),
        ),
        rows=tuple(
            (
                Cell(shown(card.name, 48) or translate("words", "Unknown")),
                _number(card.verdicts),
                _number(card.rejected),
                _number(card.held),
                _number(card.late),
                _number(card.outcomes),
                _number(card.no_fault_found),
                _rate(Part(card.no_fault_found, card.outcomes)),
            )
            for card in report.partner_cards()
        ),
        drawn=(Drawn(2, Shade.REJECT), Drawn(3, Shade.HOLD)),
    )


def _decisions(report: Report) -> Sheet:
    return Sheet(
        title=translate("words", "Decisions by reason"),
        about=translate("words", "What supervisors decided in this period, and why."),
        heads=(translate("words", "Decision"), translate("words", "Reason"), translate("words", "Times")),
        rows=tuple(
            (Cell(_decided_word(choice)), Cell(_because(choice, reason)), _number(amount))
            for choice, reason, amount in report.decisions()
        ),
        drawn=(Drawn(2),),
        names=2,
    )


def _overrides(report: Report) -> Sheet:
    return Sheet(
        title=translate("words", "Overrides by person"),
        about=translate("words", "How many of a person's decisions let through what the rules had not."),
        heads=(
            translate("words", "Person"),
            translate("words", "Decisions"),
            translate("words", "Overrides"),
            translate("words", "Rate"),
        ),
        rows=tuple(
            (
                Cell(shown(person, 48) or translate("words", "Unknown")),
                _number(part.whole),
                _number(part.part),
                _rate(part),
            )
            for person, part in report.overrides()
        ),
        drawn=(Drawn(3),),
    )


def _readings(report: Report) -> Sheet:
    return Sheet(
        title=translate("words", "Scanner and camera"),
        about=translate(
            "words", "How much of what was read stands on a label; the rest were commands, badges and repeats."
        ),
        heads=(
            translate("words", "Read by"),
            translate("words", "Readings"),
            translate("words", "On labels"),
            translate("words", "Rate"),
        ),
        rows=tuple(
            (Cell(_source_word(source)), _number(part.whole), _number(part.part), _rate(part))
            for source, part in report.read_rates()
        ),
        drawn=(Drawn(3),),
    )


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


def _age_word(age: Age) -> str:
    match age:
        case Age.FRESH:
            return translate("words", "Up to 2 days")
        case Age.DAYS:
            return translate("words", "3 to 5")
        case Age.WEEK:
            return translate("words", "6 to 10")
        case Age.OLD:
            return translate("words", "Over 10")


def _span_word(span: Span) -> str:
    match span:
        case Span.ARRIVAL_TO_OUTCOME:
            return translate("words", "Arrival to outcome")
        case Span.OUTCOME_TO_SHIPMENT:
            return translate("words", "Outcome to shipment")
        case Span.ARRIVAL_TO_SHIPMENT:
            return translate("words", "Arrival to shipment")


def _source_word(source: str) -> str:
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


def _decided_word(choice: str) -> str:
    if choice in set(Choice):
        return choice_word(Choice(choice))
    if choice in set(ClaimChoice):
        return claim_choice_word(ClaimChoice(choice))
    return item_choice_word(ItemChoice(choice)) if choice in set(ItemChoice) else choice


def _because(choice: str, reason: str) -> str:
    if choice in set(ClaimChoice):
        return claim_reason_words(reason)
    return reason_words(reason) if choice in set(Choice) else item_reason_words(reason)


def _step_head(step: Step) -> str:
    match step:
        case Step.DAY:
            return translate("words", "Day")
        case Step.WEEK:
            return translate("words", "Week from")
        case Step.MONTH:
            return translate("words", "Month")


def _step_word(begin: date, period: Period) -> str:
    if period.step is Step.MONTH:
        return QLocale().toString(_qdate(begin), translate("words", "MMM yyyy", "pattern of a month"))
    return QLocale().toString(_qdate(begin), translate("words", "ddd d MMM", "pattern of a date within the year"))


def _ends(period: Period) -> tuple[date, date]:
    return period.first, period.last


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _number(value: int) -> Cell:
    return Cell(QLocale().toString(value), value)


def _rate(part: Part) -> Cell:
    if part.percent is None:
        return Cell("")
    return Cell(translate("words", "{} %").format(QLocale().toString(part.percent, "f", 1)), round(part.percent, 4))


def _time(span: timedelta | None) -> Cell:
    """Say a time in hours or days with one decimal; the number behind it is hours."""
    if span is None:
        return Cell("")
    hours = span / timedelta(hours=1)
    if hours < 48:
        return Cell(translate("words", "{} h").format(QLocale().toString(hours, "f", 1)), round(hours, 4))
    return Cell(translate("words", "{} days").format(QLocale().toString(hours / 24, "f", 1)), round(hours, 4))
