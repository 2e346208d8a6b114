"""The RMA that the verdict is about, and the package it came in."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from receiving_app.domain.authorization import Rma, RmaKind
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.policy import Policy
from receiving_app.words import times
from receiving_app.words.readings import shown
from receiving_app.words.rules import arrival_words
from ui.parts.labels import ElidedLabel, plain_label
from ui.theme import Role, Space, set_role

_ROWS = 8


class FactsCard(QWidget):
    """Number, partner, goods and days of one RMA, as the ticket service told them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._shown: tuple[Package, Judgement | None, Policy, datetime] | None = None
        self._number = ElidedLabel(Role.DOCK_NUMBER, self)
        self._captions = [plain_label(Role.DOCK_CAPTION, parent=self) for _ in range(_ROWS)]
        self._values = [ElidedLabel(Role.TAPE_TEXT, self) for _ in range(_ROWS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.HALF)
        column.addWidget(self._number)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, (caption, value) in enumerate(zip(self._captions, self._values, strict=True)):
            grid.addWidget(caption, row, 0)
            grid.addWidget(value, row, 1)
        column.addLayout(grid)

    def show_facts(self, package: Package, judgement: Judgement | None, policy: Policy, now: datetime) -> None:
        """Show what is known of a judgement's RMA, or of a package that has none."""
        self._shown = package, judgement, policy, now
        rma = judgement.facts.rma if judgement else None
        number = judgement.number if judgement else ""
        self._number.show_text(shown(number) if number else self.tr("No RMA number"))
        rows = [
            *(self._of_rma(rma, policy, now) if rma else []),
            *self._of_package(package, policy, now),
        ]
        for row, (caption, value) in enumerate(zip(self._captions, self._values, strict=True)):
            name, told = rows[row] if row < len(rows) else ("", "")
            self._fill(caption, value, name, told)

    @staticmethod
    def _fill(caption: QLabel, value: ElidedLabel, name: str, told: str) -> None:
        caption.setText(name)
        value.show_text(told)
        caption.setVisible(bool(name))
        value.setVisible(bool(name))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self._shown is not None:
            self.show_facts(*self._shown)

    def _of_rma(self, rma: Rma, policy: Policy, now: datetime) -> list[tuple[str, str]]:
        today = policy.calendar.local(now).date()
        products = dict.fromkeys(line.model for line in rma.lines)
        serials = [line.serial for line in rma.lines if line.serial]
        kind = self.tr("Advanced") if rma.kind is RmaKind.ADVANCED else self.tr("Standard")
        if rma.replacement_shipped:
            kind = self.tr("{}, replacement sent").format(kind)
        return [
            (self.tr("Partner"), shown(rma.partner_name)),
            (self.tr("Product"), shown(", ".join(products))),
            (self.tr("Serial"), shown(", ".join(serials))),
            (self.tr("Created"), times.day_and_clock(rma.created_at, policy.calendar, today)),
            (self.tr("Last day"), times.day(rma.receive_by, today)),
            (self.tr("Kind"), kind),
        ]

    def _of_package(self, package: Package, policy: Policy, now: datetime) -> list[tuple[str, str]]:
        today = policy.calendar.local(now).date()
        received = times.day_and_clock(package.received.at, policy.calendar, today)
        return [
            (self.tr("Received"), f"{received} {arrival_words(package.received_by)}"),
            (self.tr("Plate"), shown(package.lpn)),
        ]
