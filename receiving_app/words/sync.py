"""How the station stands with the ticket service, in words."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from receiving_app.words import times

translate = QCoreApplication.translate


class Standing(Protocol):
    """What `queries.answers.Backlog` tells; queries stand above words, so it is named by its shape."""

    @property
    def online(self) -> bool: ...
    @property
    def waiting(self) -> int: ...
    @property
    def rejected(self) -> int: ...
    @property
    def data_as_of(self) -> datetime | None: ...


def backlog_words(backlog: Standing, now: datetime) -> str:
    """Say whether the service is reached, what waits for it, and how old the data is once that matters."""
    told = _sent(backlog)
    if backlog.rejected:
        told += " · " + translate("words", "{} refused").format(backlog.rejected)
    if not backlog.online or backlog.data_as_of is None:
        told += " · " + data_words(backlog.data_as_of, now)
    return told


def data_words(data_as_of: datetime | None, now: datetime) -> str:
    """Say how old the service's data is at this station."""
    if data_as_of is None:
        return translate("words", "no data yet")
    return translate("words", "data {} old").format(times.age(now - data_as_of))


def _sent(backlog: Standing) -> str:
    if backlog.online:
        if backlog.waiting == 0:
            return translate("words", "Online · all sent")
        return translate("words", "Online · {} waiting").format(backlog.waiting)
    if backlog.waiting == 0:
        return translate("words", "Offline · all sent")
    return translate("words", "Offline · {} waiting").format(backlog.waiting)
