"""Days, times and ages in words, by the site's wall clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from receiving_app.domain.site_calendar import SiteCalendar

translate = QCoreApplication.translate


def day(when: date, beside: date | None = None) -> str:
    """Say a date as "Mon 16 Nov"; the year is added where it isn't that of `beside`."""
    pattern = translate("words", "ddd d MMM", "pattern of a date within the year")
    if beside is not None and beside.year != when.year:
        pattern = translate("words", "ddd d MMM yyyy", "pattern of a date in another year")
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern)


def clock(moment: datetime, calendar: SiteCalendar) -> str:
    """Say a time as "14:30 CST"."""
    local = calendar.local(moment)
    return f"{short_clock(moment, calendar)} {local.tzname()}"


def short_clock(moment: datetime, calendar: SiteCalendar) -> str:
    """Say a time as "14:30", where the place is plain."""
    local = calendar.local(moment)
    pattern = translate("words", "HH:mm", "pattern of a time of day")
    return QLocale().toString(QTime(local.hour, local.minute), pattern)


def day_and_clock(moment: datetime, calendar: SiteCalendar, beside: date | None = None) -> str:
    """Say a moment as "Mon 2 Nov 14:30 CST"."""
    return f"{day(calendar.local(moment).date(), beside)} {clock(moment, calendar)}"


def age(span: timedelta) -> str:
    """Say how long ago something was, in the largest whole unit."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 1:
        return translate("words", "less than a minute")
    if minutes < 60:
        return translate("words", "one minute") if minutes == 1 else translate("words", "{} minutes").format(minutes)
    hours = minutes // 60
    if hours < 48:
        return translate("words", "one hour") if hours == 1 else translate("words", "{} hours").format(hours)
    return translate("words", "{} days").format(hours // 24)


def days_late(days: int) -> str:
    """Say by how many days something is late."""
    return translate("words", "one day late") if days == 1 else translate("words", "{} days late").format(days)
