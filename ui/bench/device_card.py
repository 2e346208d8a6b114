"""The device in hand: what it is, whose it is, what it went through before, and what changed meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from receiving_app.domain.authorization import RmaKind
from receiving_app.domain.disposition import WAITING
from receiving_app.queries.bench import Device
from receiving_app.words.readings import shown
from receiving_app.words.workbench import history_sentence, last_time_sentence, newer_steps, rma_over, waiting_sentence
from ui.bench.message_bar import name_of
from ui.parts.labels import ElidedLabel, plain_label
from ui.theme import Role, Space, Tone, set_role


class DeviceCard(QWidget):
    """Shows one device, or the batch that is in hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._devices: tuple[Device, ...] = ()
        self._title = ElidedLabel(Role.TITLE, self)
        self._whose = ElidedLabel(Role.CAPTION, self)
        self._batch = plain_label(Role.LEAD, wraps=True, parent=self)
        self._fault = plain_label(Role.LEAD, wraps=True, parent=self)
        self._history = plain_label(Role.LEAD, wraps=True, parent=self)
        self._warning = plain_label(Role.LEAD, wraps=True, parent=self)
        self._warned = QWidget(self)
        set_role(self._warned, Role.VERDICT, Tone.HOLD)
        inner = QVBoxLayout(self._warned)
        inner.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        inner.addWidget(self._warning)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.HALF)
        for part in (self._title, self._whose, self._batch, self._fault, self._history, self._warned):
            column.addWidget(part)

    def show_devices(self, devices: tuple[Device, ...]) -> None:
        """Show what is in hand, the device in front first."""
        self._devices = devices
        if not devices:
            return
        front = devices[0]
        self._title.show_text(self._name(front))
        self._whose.show_text(self._owner(front))
        others = [name_of(each.item) for each in devices]
        batch = self.tr("Batch of {count}: {names}").format(count=len(devices), names=", ".join(others))
        _say(self._batch, batch if len(devices) > 1 else "")
        fault = front.line.fault if front.line else ""
        _say(self._fault, self.tr("Reported: {}").format(shown(fault, 120)) if fault else "")
        _say(self._history, self._story(front))
        warning = self._warnings(front)
        self._warning.setText(warning)
        self._warned.setVisible(bool(warning))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.show_devices(self._devices)

    def _name(self, device: Device) -> str:
        model = shown(device.line.model if device.line else device.item.model, 24)
        return " · ".join(filter(None, (name_of(device.item), model)))

    def _owner(self, device: Device) -> str:
        item, rma = device.item, device.rma
        kind = self.tr("advanced") if rma is not None and rma.kind is RmaKind.ADVANCED else ""
        partner = shown(rma.partner_name, 40) if rma else ""
        return " · ".join(filter(None, (shown(item.id, 24), shown(item.number, 24), kind, partner)))

    def _story(self, device: Device) -> str:
        earlier = device.history.earlier
        said = [history_sentence(device.history.times, device.history.no_fault_found)]
        before = earlier[0].inspection if earlier else None
        if before is not None and before.outcome is not None:
            said.append(last_time_sentence(before.outcome, before.reason or before.repair))
        return " ".join(said)

    def _warnings(self, device: Device) -> str:
        said = [rma_over(device.rma.state)] if device.rma else []
        inspection = device.item.inspection
        if inspection is not None and inspection.outcome in WAITING:
            said.append(waiting_sentence(inspection.outcome, inspection.reason))
        if device.newer is not None and inspection is not None and inspection.template is not None:
            said.append(newer_steps(device.newer, inspection.template.version))
        return " ".join(filter(None, said))


def _say(label: QLabel, text: str) -> None:
    label.setVisible(bool(text))
    label.setText(text)
