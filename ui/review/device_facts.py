"""A device as it was found beside what its RMA lists."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.policy import Policy
from receiving_app.words import times
from receiving_app.words.bench import outcome_word
from receiving_app.words.readings import shown
from receiving_app.words.unpacking import mark_word
from ui.colors import Theme
from ui.parts.labels import plain_label
from ui.review.serial_pair import SerialPair
from ui.theme import Role, Space

_ROWS = 8


class DeviceFacts(QWidget):
    """Serial numbers under each other, then what else is known of device, box and RMA."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair = SerialPair(theme, self)
        self._names = [plain_label(Role.CAPTION, parent=self) for _ in range(_ROWS)]
        self._values = [plain_label(Role.LEAD, wraps=True, parent=self) for _ in range(_ROWS)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.HALF)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, Space.S, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._pair)
        column.addLayout(grid)
        column.addStretch()

    def show_case(self, case: ItemCase, policy: Policy, now: datetime) -> None:
        """Show a device's case."""
        self._pair.show_pair(case.item.serial, _listed(case), (self.tr("Found"), self.tr("Listed")))
        rows = [row for row in self._rows(case, policy, now) if row[1]]
        for place, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            said = rows[place] if place < len(rows) else ("", "")
            name.setText(said[0])
            value.setText(said[1])
            name.setVisible(bool(said[0]))
            value.setVisible(bool(said[0]))

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._pair.set_theme(theme)

    def _rows(self, case: ItemCase, policy: Policy, now: datetime) -> list[tuple[str, str]]:
        item, rma = case.item, case.rma
        today = policy.calendar.local(now).date()
        line = item.judgement.facts.line if item.judgement else None
        model = shown(item.model)
        if line is not None and line.model != item.model:
            model = self.tr("{found}; listed is {listed}").format(found=model, listed=shown(line.model))
        parts = item.judgement.facts.parts if item.judgement else ()
        missing = ", ".join(shown(part.name, 24) for part in parts if part.found == 0)
        inspection = item.inspection
        outcome = outcome_word(inspection.outcome) if inspection and inspection.outcome else ""
        received = times.day_and_clock(case.box.received.at, policy.calendar, today) if case.box else ""
        replacement = self.tr("A replacement has gone out.") if case.replacement_out else ""
        return [
            (self.tr("Outcome"), outcome),
            (self.tr("Model"), model),
            (self.tr("Missing"), missing),
            (self.tr("Seen"), ", ".join(mark_word(mark) for mark in sorted(item.marks))),
            (self.tr("RMA"), shown(item.number or (rma.number if rma else ""))),
            (self.tr("Partner"), shown(rma.partner_name) if rma else ""),
            (self.tr("Came"), self.tr("{when}, in {box}").format(when=received, box=item.lpn) if received else ""),
            (self.tr("Note"), replacement),
        ]


def _listed(case: ItemCase) -> str:
    """Give the listed serial number that it is held against: its line's, else the likeliest one's."""
    line = case.item.judgement.facts.line if case.item.judgement else None
    if line is not None:
        return line.serial or ""
    return case.may_be[0].serial if case.may_be else ""
