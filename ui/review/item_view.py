"""A device with its evidence: found against listed, the rules, its test, its photos, its story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTableView, QTabWidget, QVBoxLayout, QWidget

from receiving_app.domain.inspection import StepResult
from receiving_app.domain.item import Item
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.policy import Policy
from receiving_app.words.item_review import item_case_reason
from receiving_app.words.item_rules import item_rule_name, item_rule_sentence
from receiving_app.words.photos import photo_words
from receiving_app.words.readings import shown
from receiving_app.words.verdicts import verdict_word
from ui.colors import Theme
from ui.models import Column, TableModel
from ui.parts.labels import ElidedLabel, pill, plain_label
from ui.parts.panel_content import TONES
from ui.parts.photo_view import CasePhoto, PhotoView
from ui.parts.trace_view import Trace, TraceRow, TraceView
from ui.review.case_page import Evidence
from ui.review.device_facts import DeviceFacts
from ui.review.story_table import StoryTable
from ui.theme import Role, Space, Tone, set_role, set_tone


class ItemView(QWidget):
    """Shows one `ItemCase`; photos and story are asked for when their page is looked at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._shown: tuple[ItemCase, Policy, datetime] | None = None
        self._evidence = Evidence()
        self._verdict = pill(self)
        self._serial = ElidedLabel(Role.TITLE, self)
        self._reason = plain_label(Role.LEAD, wraps=True, parent=self)
        self._facts = DeviceFacts(theme, self)
        self._trace = TraceView(theme, self)
        self._steps = TableModel(self._step_columns())
        self._test = QTableView(self)
        self._photo = PhotoView(self)
        self._story = StoryTable(self)
        self._tabs = QTabWidget(self)
        self._assemble()
        self._tabs.currentChanged.connect(self._fill_page)
        self._retranslate()

    def _assemble(self) -> None:
        self._facts_page = QScrollArea(self)
        self._facts_page.setWidgetResizable(True)
        self._facts_page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._facts_page.setFrameShape(QScrollArea.Shape.NoFrame)
        self._facts_page.setWidget(self._facts)
        self._facts.setAutoFillBackground(False)
        self._facts_page.viewport().setAutoFillBackground(False)
        self._test.setModel(self._steps)
        self._test.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self._test.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._test.setTabKeyNavigation(False)
        self._test.verticalHeader().hide()
        self._test.horizontalHeader().setStretchLastSection(True)
        for page in (self._facts_page, self._trace, self._test, self._photo, self._story):
            self._tabs.addTab(page, "")
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._serial, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        whole.setSpacing(Space.HALF)
        whole.addLayout(head)
        whole.addWidget(self._reason)
        whole.addWidget(self._tabs, 1)

    def attach(self, evidence: Evidence) -> None:
        """Say whom to ask for photos and stories."""
        self._evidence = evidence
        self._fill_page()

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
            self._retranslate()

    def _retranslate(self) -> None:
        titles = (self.tr("Device"), self.tr("Why"), self.tr("Test"), self.tr("Photos"), self.tr("Story"))
        for place, title in enumerate(titles):
            self._tabs.setTabText(place, title)
        self._tabs.setAccessibleName(self.tr("Evidence"))
        self._facts_page.setAccessibleName(self.tr("Found against listed"))
        self._trace.setAccessibleName(self.tr("Every rule with its facts"))
        self._test.setAccessibleName(self.tr("Test steps and their results"))
        self._story.setAccessibleName(self.tr("What happened to the device"))
        self._show()

    def _show(self) -> None:
        if self._shown is None:
            return
        case, policy, now = self._shown
        decision = case.head.decision
        self._verdict.setText(verdict_word(decision) if decision else self.tr("TESTED"))
        set_tone(self._verdict, TONES[decision] if decision else Tone.NEUTRAL)
        self._serial.show_text(shown(case.item.serial, 32))
        self._reason.setText(item_case_reason(case))
        self._facts.show_case(case, policy, now)
        self._trace.show_traces(_traces(case.item))
        self._steps.show_rows(case.item.inspection.results if case.item.inspection else ())
        self._test.resizeColumnsToContents()
        self._fill_page()

    def _fill_page(self) -> None:
        if self._shown is None:
            return
        case, policy, _now = self._shown
        if self._tabs.currentWidget() is self._photo:
            self._photo.show_photos(self._photos(case, policy), self._evidence.photo)
        if self._tabs.currentWidget() is self._story:
            self._story.show_story(self._evidence.story(case), policy)

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
