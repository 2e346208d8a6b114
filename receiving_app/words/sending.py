"""How far a decision is on its way, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.sending import Goes, Sending
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.words import times
from receiving_app.words.client import will_read

translate = QCoreApplication.translate


def goes_words(goes: Goes, calendar: SiteCalendar) -> str:
    """Say in a few words how far a decision is."""
    match goes.sending:
        case Sending.HELD if goes.at is not None:
            return translate("words", "goes at {}").format(times.clock(goes.at, calendar))
        case Sending.HELD | Sending.WAITING:
            return translate("words", "waits to be sent")
        case Sending.SENT:
            return translate("words", "sent")
        case Sending.REFUSED:
            return translate("words", "refused by the ticket service")
        case Sending.TAKEN_BACK:
            return translate("words", "taken back")


def decided_sentence(what: str, reads: str, goes: Goes, calendar: SiteCalendar) -> str:
    """Say of the last decision how far it is, and what the client reads."""
    match goes.sending:
        case Sending.HELD if goes.at is not None:
            said = translate("words", "{what}: decided. Until {clock} it can be taken back (F9); then it goes. {reads}")
            return said.format(what=what, clock=times.clock(goes.at, calendar), reads=will_read(reads))
        case Sending.HELD | Sending.WAITING:
            said = translate("words", "{what}: decided, and waits to be sent. {reads}")
        case Sending.SENT:
            said = translate("words", "{what}: decided, and the ticket service has it. {reads}")
        case Sending.REFUSED:
            return translate("words", "The ticket service refused what was decided of {}.").format(what)
        case Sending.TAKEN_BACK:
            return translate("words", "What was decided of {} was taken back. The client is told nothing.").format(what)
    return said.format(what=what, reads=will_read(reads))
