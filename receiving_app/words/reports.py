"""Reports in words: each a sheet of rows, with what is counted said above them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from receiving_app.domain.period import Period
from receiving_app.domain.report import Age, Part, Report, Waits
from receiving_app.domain.report_counts import Measure, Span
from receiving_app.domain.report_sheet import Cell, Drawn, Shade, Sheet, WrittenReport
from receiving_app.domain.verdict import Decision
from receiving_app.words.decided import because_words, decided_word
from receiving_app.words.readings import shown
from receiving_app.words.report_heads import age_word, read_by_word, span_word, step_head, step_word, waits_word
from receiving_app.words.rules import fault_word
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


def _volumes(report: Report) -> Sheet:
    columns = (
        report.stepped(Measure.ARRIVED),
        *(report.stepped(Measure.VERDICT, decision) for decision in Decision),
        report.stepped(Measure.OUTCOME),
        report.stepped(Measure.GOODS_SENT),
    )
    rows = [
        (Cell(step_word(step, report.period)), *(_number(column[step]) for column in columns))
        for step in report.period.steps()
    ]
    totals = (Cell(translate("words", "Together")), *(_number(sum(column.values())) for column in columns))
    return Sheet(
        title=translate("words", "Volumes"),
        about=translate(
            "words", "Packages and their verdicts count on the day of arrival; tests and shipments when they happened."
        ),
        heads=(
            step_head(report.period.step),
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
        rows.append((Cell(span_word(span)), _number(times.count), _time(times.median), _time(times.p90)))
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
            *(age_word(age) for age in Age),
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
            (Cell(shown(model, 32)), Cell(shown(firmware, 24)), *_share(part))
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
                _named(card.name),
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
            (Cell(decided_word(choice)), Cell(because_words(choice, reason)), _number(amount))
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
                _named(person),
                *_share(part),
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
        rows=tuple((Cell(read_by_word(source)), *_share(part)) for source, part in report.read_rates()),
        drawn=(Drawn(3),),
    )


def _ends(period: Period) -> tuple[date, date]:
    return period.first, period.last


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _number(value: int) -> Cell:
    return Cell(QLocale().toString(value), value)


def _share(part: Part) -> tuple[Cell, Cell, Cell]:
    """Say of how many, how many, and the rate."""
    return _number(part.whole), _number(part.part), _rate(part)


def _named(name: str) -> Cell:
    return Cell(shown(name, 48) or translate("words", "Unknown"))


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
