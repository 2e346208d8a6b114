"""Which cases the review's list leaves: by verdict, kind, partner, a part of a number or name; and their order."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from receiving_app.domain.cases import CaseKind, Order, Shown, Wanted
from receiving_app.words.cases import kind_word, order_word, shown_word
from receiving_app.words.readings import shown
from ui.parts.key_button import on_key
from ui.theme import Space

_FIND_KEY = "Ctrl+F"


class CaseFilter(QWidget):
    """Four choices and a field; each change goes up at once. Escape leaves everything again, in the same order."""

    changed = Signal(object)  # Wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = QComboBox(self)
        self._kind = QComboBox(self)
        self._partner = QComboBox(self)
        self._order = QComboBox(self)
        self._text = QLineEdit(self)
        self._text.setMaxLength(64)
        self._text.setClearButtonEnabled(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.S)
        for fields in ((self._verdict, self._kind, self._partner), (self._order, self._text)):
            row = QHBoxLayout()
            row.setSpacing(Space.S)
            for field in fields:
                # A long partner's name is cut in the closed box, and whole in the open one.
                field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                row.addWidget(field, 1)
            rows.addLayout(row)
        for choice in (self._verdict, self._kind, self._partner, self._order):
            choice.currentIndexChanged.connect(self._tell)
        self._text.textChanged.connect(self._tell)
        on_key(_FIND_KEY, self, self._find)
        self._partners: tuple[str, ...] = ()
        self._retranslate()

    @property
    def wanted(self) -> Wanted:
        """What is chosen now."""
        return Wanted(
            Shown(self._verdict.currentData() or Shown.ALL),
            CaseKind(self._kind.currentData()) if self._kind.currentData() else None,
            self._partner.currentData() or "",
            self._text.text().strip(),
            Order(self._order.currentData() or Order.URGENCY),
        )

    def show_wanted(self, wanted: Wanted) -> None:
        """Choose this, and tell nobody."""
        with QSignalBlocker(self):
            if wanted.partner:
                self.offer({*self._partners, wanted.partner})
            self._verdict.setCurrentIndex(self._verdict.findData(wanted.shown.value))
            self._kind.setCurrentIndex(self._kind.findData(wanted.kind.value if wanted.kind else ""))
            self._partner.setCurrentIndex(self._partner.findData(wanted.partner))
            self._order.setCurrentIndex(self._order.findData(wanted.order.value))
            self._text.setText(wanted.text)

    def offer(self, partners: Collection[str]) -> None:
        """Offer these partners; the chosen one stays offered though nothing of it waits."""
        chosen = self._partner.currentData() or ""
        names = tuple(sorted({name for name in (*partners, chosen) if name}, key=str.casefold))
        if names != self._partners:
            self._partners = names
            self._list_partners()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        everything = Wanted(order=self.wanted.order)
        if event.key() == Qt.Key.Key_Escape and self.wanted != everything:
            self.show_wanted(everything)
            self._tell()
            return
        super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self._refill(self._verdict, [(shown_word(each), each.value) for each in Shown])
        kinds = [(kind_word(each), each.value) for each in CaseKind]
        self._refill(self._kind, [(self.tr("All kinds"), ""), *kinds])
        self._list_partners()
        self._refill(self._order, [(order_word(each), each.value) for each in Order])
        self._text.setPlaceholderText(self.tr("Find ({})").format(_FIND_KEY))
        self._verdict.setAccessibleName(self.tr("Which verdicts"))
        self._kind.setAccessibleName(self.tr("Which kinds"))
        self._partner.setAccessibleName(self.tr("Which partner"))
        self._order.setAccessibleName(self.tr("In which order"))
        self._text.setAccessibleName(self.tr("Part of a number or name"))

    def _list_partners(self) -> None:
        named = [(shown(name, 40), name) for name in self._partners]
        self._refill(self._partner, [(self.tr("All partners"), ""), *named])

    def _refill(self, choice: QComboBox, entries: list[tuple[str, str]]) -> None:
        kept = choice.currentData() or entries[0][1]
        with QSignalBlocker(choice):
            choice.clear()
            for words, value in entries:
                choice.addItem(words, value)
            choice.setCurrentIndex(max(0, choice.findData(kept)))

    def _find(self) -> None:
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._text.selectAll()

    def _tell(self) -> None:
        self.changed.emit(self.wanted)
