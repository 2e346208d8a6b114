"""A device with its evidence: found against listed, the rules, its test, its photos, its story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QTableView, QVBoxLayout, QWidget

from receiving_app.domain.authorization import ClosedBecause, RmaState
from receiving_app.domain.inspection import StepResult
from receiving_app.domain.item import Item
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.policy import Policy
from receiving_app.words.item_review import item_case_reason
from receiving_app.words.item_rules import item_rule_name, item_rule_sentence
from receiving_app.words.photos import photo_words
from receiving_app.words.readings import shown
from ui.colors import Theme
from ui.models import Column, TableModel
from ui.parts.photo_view import CasePhoto
from ui.parts.trace_view import Trace, TraceRow, TraceView
from ui.review.case_page import Evidence
from ui.review.device_facts import DeviceFacts
from ui.review.evidence_card import EvidenceCard, Page, Told


class ItemView(QWidget):
    """Shows one `ItemCase`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ItemCase, Policy, datetime] | None = None
        self._facts = DeviceFacts(theme, self)
        self._trace = TraceView(theme, self)
        self._steps = TableModel(self._step_columns())
        self._test = QTableView(self)
        pages = (
            Page(self._facts_page(), lambda: self.tr("Device"), lambda: self.tr("Found against listed")),
            Page(self._trace, lambda: self.tr("Why"), lambda: self.tr("Every rule with its facts")),
            Page(self._test, lambda: self.tr("Test"), lambda: self.tr("Test steps and their results")),
        )
        self._set_up_test()
        self._card = EvidenceCard(pages, lambda: self.tr("What happened to the device"), self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)

    def _facts_page(self) -> QScrollArea:
        page = QScrollArea(self)
        page.setWidgetResizable(True)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setFrameShape(QScrollArea.Shape.NoFrame)
        page.setWidget(self._facts)
        self._facts.setAutoFillBackground(False)
        page.viewport().setAutoFillBackground(False)
        return page

    def _set_up_test(self) -> None:
        self._test.setModel(self._steps)
        self._test.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self._test.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._test.setTabKeyNavigation(False)
        self._test.verticalHeader().hide()
        self._test.horizontalHeader().setStretchLastSection(True)

    def attach(self, evidence: Evidence) -> None:
        """Say whom to ask for photos and stories."""
        self._card.attach(evidence)

    def show_case(self, case: ItemCase, policy: Policy, now: datetime) -> None:
        """Show a device's case."""
        self._shown = case, policy, now
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._trace.set_theme(theme)
        self._facts.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        if self._shown is None:
            return
        case, policy, now = self._shown
        self._facts.show_case(case, policy, now)
        self._trace.show_traces(_traces(case.item))
        self._steps.show_rows(case.item.inspection.results if case.item.inspection else ())
        self._test.resizeColumnsToContents()
        rma = case.rma
        # One that is closed only because its time ran out still takes back what came in time.
        ended = rma is not None and rma.closed_because is not ClosedBecause.EXPIRED
        told = Told(
            shown(case.item.serial, 32),
            item_case_reason(case),
            case.head.decision,
            self.tr("TESTED"),
            rma.state if rma is not None and ended else RmaState.OPEN,
        )
        self._card.show_case(case, told, policy, now, lambda: self._photos(case, policy))

    def _photos(self, case: ItemCase, policy: Policy) -> list[CasePhoto]:
        """Give the photos of the device, of its test and of its carton."""
        taken = [CasePhoto(photo.photo, photo_words(photo, policy)) for photo in case.item.photos]
        results = case.item.inspection.results if case.item.inspection else ()
        tested = [CasePhoto(result.photo, self._title_of(result)) for result in results if result.photo]
        carton = [
            CasePhoto(photo.photo, self.tr("Carton: {}").format(photo_words(photo, policy)))
            for photo in (case.box.taken if case.box else ())
        ]
        return [*taken, *tested, *carton]

    def _step_columns(self) -> tuple[Column[StepResult], ...]:
        return (
            Column("step", lambda: self.tr("Step"), self._title_of),
            Column("value", lambda: self.tr("Result"), lambda result: shown(result.value, 32)),
            Column("passed", lambda: self.tr("Passed"), self._passed),
            Column("who", lambda: self.tr("Who"), lambda result: shown(result.person or "")),
            Column("note", lambda: self.tr("Note"), lambda result: shown(result.note, 60)),
        )

    def _title_of(self, result: StepResult) -> str:
        inspection = self._shown[0].item.inspection if self._shown else None
        step = inspection.template.step(result.step) if inspection and inspection.template else None
        return shown(step.title if step else result.step, 40)

    def _passed(self, result: StepResult) -> str:
        return self.tr("Yes") if result.passed else self.tr("No")


def _traces(item: Item) -> Sequence[Trace]:
    if item.judgement is None:
        return ()
    verdict = item.judgement.verdict
    rows = (TraceRow(each.answer, item_rule_name(each.rule), item_rule_sentence(each)) for each in verdict.trace)
    return (Trace("", tuple(rows), verdict.policy_version),)
