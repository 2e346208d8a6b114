"""Everything around one thing that was found: what belongs to it, and its story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.domain.authorization import Rma
from receiving_app.domain.hits import Found, Hit
from receiving_app.domain.policy import Policy
from receiving_app.queries.custody import Custody
from receiving_app.words import times
from receiving_app.words.readings import shown
from receiving_app.words.rules import state_word
from receiving_app.words.search import found_word
from receiving_app.words.verdicts import verdict_word
from ui.parts.labels import ElidedLabel, plain_label
from ui.review.story_table import StoryTable
from ui.theme import Role, Space, set_role

#: More lines would push the story out of sight.
_MOST_LINES = 6


class CustodyView(QWidget):
    """Shows a number, what belongs to it in a few lines, and what happened, oldest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._shown: tuple[Hit, Custody, Policy, datetime] | None = None
        self._title = ElidedLabel(Role.TITLE, self)
        self._lines = [ElidedLabel(Role.LEAD, self) for _ in range(_MOST_LINES)]
        self._story_title = plain_label(Role.CAPTION, parent=self)
        self._story = StoryTable(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        for line in self._lines:
            column.addWidget(line)
        column.addSpacing(Space.S)
        column.addWidget(self._story_title)
        column.addWidget(self._story, 1)
        column.addStretch()
        self._retranslate()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._shown = None
        self._title.show_text(self.tr("Nothing is chosen"))
        self._fill(())
        self._story.show_story((), Policy())
        self._head_story()

    def show_waiting(self, hit: Hit) -> None:
        """Name what was chosen while its story is being read."""
        named = self.tr("{what} {number}").format(what=found_word(hit.found), number=shown(hit.name))
        self._title.show_text(shown(hit.name) if hit.found is Found.RMA else named)

    def show_custody(self, hit: Hit, custody: Custody, policy: Policy, now: datetime) -> None:
        """Show everything around what was found."""
        self._shown = hit, custody, policy, now
        self.show_waiting(hit)
        self._fill(tuple(self._told(custody, policy, now)))
        self._story.show_story(custody.story, policy, custody.names)
        self._head_story()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._head_story()
        self._story.setAccessibleName(self.tr("What happened, oldest first"))
        if self._shown is not None:
            self.show_custody(*self._shown)

    def _head_story(self) -> None:
        """Say what the table tells, or that there is nothing to tell."""
        told = bool(self._shown and self._shown[1].story)
        self._story.setVisible(told)
        nothing = self.tr("Nothing of it has come to this station yet.") if self._shown else ""
        self._story_title.setText(self.tr("What happened, oldest first") if told else nothing)

    def _fill(self, told: tuple[str, ...]) -> None:
        for place, line in enumerate(self._lines):
            line.show_text(told[place] if place < len(told) else "")
            line.setVisible(place < len(told))

    def _told(self, custody: Custody, policy: Policy, now: datetime) -> Iterator[str]:
        for rma in custody.rmas[:2]:
            yield from self._of_rma(rma, policy, now)
        if custody.packages:
            yield self.tr("Packages: {}").format(
                ", ".join(
                    f"{package.lpn} {verdict_word(package.decision) if package.decision else ''}".strip()
                    for package in custody.packages
                )
            )
        for each in custody.elsewhere:
            yield self.tr("At {station}: {lpn} {verdict}, {day}").format(
                station=shown(each.station, 24),
                lpn=shown(each.lpn, 28),
                verdict=verdict_word(each.decision),
                day=times.day(policy.calendar.local(each.received_at).date(), now.date()),
            )
        if custody.items:
            named = ", ".join(f"{shown(item.serial, 24)} {item.id}".strip() for item in custody.items)
            yield self.tr("Devices: {}").format(named)
        for shipment in custody.shipments:
            tracking = shipment.tracking or self.tr("still here")
            yield self.tr("Shipment {name}: {carrier} {tracking}").format(
                name=shipment.id, carrier=shipment.carrier or "", tracking=shown(tracking, 40)
            )

    def _of_rma(self, rma: Rma, policy: Policy, now: datetime) -> Iterator[str]:
        today = policy.calendar.local(now).date()
        told = self.tr("{number}, {state}: {partner}").format(
            number=shown(rma.number, 24), state=state_word(rma.state), partner=shown(rma.partner_name, 32)
        )
        yield self.tr("{rma}, ticket {ticket}").format(rma=told, ticket=shown(rma.ticket, 24)) if rma.ticket else told
        created = times.day(policy.calendar.local(rma.created_at).date(), today)
        last = times.day(rma.receive_by, today)
        goods = ", ".join(shown(line.serial or f"{line.model} ({line.quantity})", 24) for line in rma.lines)
        yield self.tr("Issued {created}, last day {last}; {goods}").format(created=created, last=last, goods=goods)
