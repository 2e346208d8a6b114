"""Several cases in one act: which they are, the one form for all, and what could not be decided with the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from receiving_app.acts.decision import MOST_AT_ONCE
from receiving_app.domain.alike import only_kind
from receiving_app.domain.cases import Case, CaseKind
from receiving_app.domain.command import Command
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.policy import Policy
from receiving_app.words.readings import shown
from ui.models import Column, TableModel
from ui.parts.labels import plain_label
from ui.review.answers import answer, decisions, item_decisions, reads_of
from ui.review.case_list import Key, case_key
from ui.review.case_page import Evidence
from ui.review.decision_form import DecisionForm, Option, Said
from ui.review.options import DECIDE_KEYS, WAIT_KEYS, waits
from ui.theme import Role, Space, set_role


class TogetherPage(QWidget):
    """Shows cases that are decided in one act; each is checked by itself when they are."""

    decided = Signal(object)  # tuple of decisions, in the order of `cases`

    def __init__(self, reason: Callable[[Case], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[Case, ...] = ()
        self._all = 0
        self._reason = reason
        self._left: dict[Key, str] = {}
        self._about: object = None
        self._title = plain_label(Role.TITLE, parent=self)
        self._said = plain_label(Role.LEAD, wraps=True, parent=self)
        self._model = TableModel(self._columns())
        self._table = QTableView(self)
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form = DecisionForm([DECIDE_KEYS, WAIT_KEYS], self)
        self._form.decided.connect(self._decided)
        self._assemble()
        self._retranslate()

    def _assemble(self) -> None:
        card = QWidget(self)
        set_role(card, Role.CARD)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        inner.setSpacing(Space.S)
        inner.addWidget(self._title)
        inner.addWidget(self._said)
        inner.addWidget(self._table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(card, 1)
        column.addWidget(self._form)

    @property
    def cases(self) -> tuple[Case, ...]:
        """Which cases the form is about: the first, where they are more than one act may hold."""
        return self._cases

    @property
    def reads(self) -> str:
        """What the first client will read of what is chosen now."""
        return self._form.reads

    def show_cases(self, cases: Sequence[Case], evidence: Evidence, policy: Policy, today: date) -> None:
        """Show cases, all of each; what is half written for them stays while some of them wait."""
        before = {case_key(case) for case in self._cases}
        self._cases, self._all = tuple(cases[:MOST_AT_ONCE]), len(cases)
        self._model.show_rows(self._cases)
        self._table.resizeColumnsToContents()
        goes_on = bool(before & {case_key(case) for case in self._cases})
        self._left = self._left if goes_on else {}
        # What is written about three cases is still about the two of them that stay.
        self._about = self._about if goes_on else object()
        self._form.show_about(self._about, "", _options(self._cases, evidence, today), partial(self._reads, policy))
        self._retranslate()

    def forget(self) -> None:
        """Begin with an empty form next time: what was written has been decided."""
        self._cases, self._left = (), {}

    def show_left(self, why: Mapping[Key, str]) -> None:
        """Say beside each case that stays why it was not decided, until others are shown."""
        self._left = dict(why)
        self._table.viewport().update()

    def show_error(self, sentence: str) -> None:
        """Say beside the form why something was not decided."""
        self._form.show_error(sentence)

    def obey(self, command: Command) -> None:
        """Let the form do what a command barcode says."""
        self._form.obey(command)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Cases in one act: {}").format(len(self._cases)))
        said = self.tr(
            "Each is checked by itself. What can't be decided stays, and is named. Undo takes all of it back."
        )
        if self._all > len(self._cases):
            first = self.tr("These are the first {} of {}; the others come next.")
            said = f"{first.format(len(self._cases), self._all)} {said}"
        self._said.setText(said)
        self._table.setAccessibleName(self.tr("Cases that are decided together"))

    def _reads(self, policy: Policy, value: object, note: str) -> str:
        """Give what the first client reads that is told something; the others read the same of theirs."""
        told = [said for case in self._cases if (said := reads_of(case, policy, value, note))]
        if len(told) < 2:
            return "".join(told)
        return self.tr("{said} (and {count} others the same of theirs)").format(said=told[0], count=len(told) - 1)

    def _why(self, case: Case) -> str:
        return self._left.get(case_key(case)) or self._reason(case)

    def _decided(self, said: Said) -> None:
        found = (answer(case, said) for case in self._cases)
        self.decided.emit(tuple(each for each in found if each is not None))

    def _columns(self) -> tuple[Column[Case], ...]:
        return (
            Column("rma", lambda: self.tr("RMA"), lambda case: shown(case.head.number, 24)),
            Column("reason", lambda: self.tr("Reason"), self._why),
            Column("package", lambda: self.tr("Package"), lambda case: shown(case.head.thing, 24)),
            Column("partner", lambda: self.tr("Partner"), lambda case: shown(case.head.partner, 32)),
        )


def _options(cases: Sequence[Case], evidence: Evidence, today: date) -> tuple[Option | None, ...]:
    """Give what may be chosen for all, one for each key, None where a key has none."""
    kind = only_kind(cases)
    asks, later, hand_on = waits(None, today, evidence.supervisors)
    question: Option | None = asks
    own = decisions(kind) if kind is not None else ()
    devices = [case for case in cases if isinstance(case, ItemCase)]
    if devices:
        own, question = item_decisions(devices) if kind in {CaseKind.ITEM, CaseKind.OUTCOME} else ((), None)
    if any(case.put_off is not None and case.put_off.awaits_answer for case in cases):
        question = None
    first, second, *_ = (*own, None, None)
    return first, second, question, later, hand_on
