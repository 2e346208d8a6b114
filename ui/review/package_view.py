"""A package with its evidence: verdict, trace, what was read, its photos, its story."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from receiving_app.domain.cases import PackageCase
from receiving_app.domain.package import Label, Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Source
from receiving_app.words.cases import put_off_words
from receiving_app.words.photos import photo_words
from receiving_app.words.readings import shown, source_word
from receiving_app.words.verdicts import reason, verdict_word
from ui.colors import Theme
from ui.dock.facts_card import FactsCard
from ui.parts.labels import ElidedLabel, pill, plain_label
from ui.parts.panel_content import TONES
from ui.parts.photo_view import CasePhoto, PhotoView
from ui.parts.trace_view import TraceView
from ui.review.case_page import Evidence
from ui.review.story_table import StoryTable
from ui.theme import Role, Space, set_role, set_tone


class PackageView(QWidget):
    """Shows one `PackageCase`; photo and story are asked for when their page is looked at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._shown: tuple[PackageCase, Policy, datetime] | None = None
        self._evidence = Evidence()
        self._verdict = pill(self)
        self._number = ElidedLabel(Role.TITLE, self)
        self._reason = plain_label(Role.LEAD, wraps=True, parent=self)
        self._trace = TraceView(theme, self)
        self._facts = FactsCard(self)
        self._readings = plain_label(Role.LEAD, wraps=True, parent=self)
        self._picture = PhotoView(self)
        self._story = StoryTable(self)
        self._tabs = QTabWidget(self)
        self._assemble()
        self._tabs.currentChanged.connect(self._fill_page)
        self._retranslate()

    def _assemble(self) -> None:
        facts = QWidget(self)
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.addWidget(self._facts)
        column.addWidget(self._readings)
        column.addStretch()
        self._facts_page = QScrollArea(self)
        self._facts_page.setWidgetResizable(True)
        self._facts_page.setWidget(facts)
        facts.setAutoFillBackground(False)
        for page in (self._trace, self._facts_page, self._picture, self._story):
            self._tabs.addTab(page, "")
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._number, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        whole.setSpacing(Space.S)
        whole.addLayout(head)
        whole.addWidget(self._reason)
        whole.addWidget(self._tabs, 1)

    def attach(self, evidence: Evidence) -> None:
        """Say whom to ask for photos and stories."""
        self._evidence = evidence
        self._fill_page()

    def show_case(self, case: PackageCase | None, policy: Policy, now: datetime) -> None:
        """Show a case, or that there is none."""
        self._shown = None if case is None else (case, policy, now)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._trace.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        titles = (self.tr("Why"), self.tr("Facts"), self.tr("Photo"), self.tr("Story"))
        for place, title in enumerate(titles):
            self._tabs.setTabText(place, title)
        self._tabs.setAccessibleName(self.tr("Evidence"))
        self._trace.setAccessibleName(self.tr("Every rule with its facts"))
        self._facts_page.setAccessibleName(self.tr("Facts and readings"))
        self._story.setAccessibleName(self.tr("What happened to the package"))
        self._show()

    def _show(self) -> None:
        self._verdict.setVisible(self._shown is not None)
        if self._shown is None:
            self._number.show_text("")
            self._reason.setText(self.tr("Nothing waits for a decision."))
            self._trace.clear()
            self._tabs.hide()
            return
        case, policy, now = self._shown
        self._tabs.show()
        self._verdict.setText(verdict_word(case.judgement.decision))
        set_tone(self._verdict, TONES[case.judgement.decision])
        self._number.show_text(shown(case.judgement.number) or self.tr("No RMA number"))
        waits = put_off_words(case.judgement.put_off, policy, now) if case.judgement.put_off else ""
        why = reason(case.package, case.judgement, policy, now)
        self._reason.setText("\n".join(filter(None, (why, waits, self._handed(case)))))
        self._trace.show_verdicts([("", case.judgement.verdict)], policy.calendar)
        self._facts.show_facts(case.package, case.judgement, policy, now)
        self._readings.setText("\n".join(filter(None, (self._readings_words(case.package), self._history(case)))))
        self._fill_page()

    def _history(self, case: PackageCase) -> str:
        rma = case.judgement.facts.rma
        known = self._evidence.history(rma.partner) if rma else None
        if known is None:
            return ""
        said = self.tr(
            "The partner so far: late boxes accepted in 90 days: {late}; tested devices without a fault: {sound} of "
            "{tested}; devices with something extra: {extras}."
        )
        return said.format(
            late=known.late_waivers, sound=known.no_fault_found, tested=known.tested, extras=known.with_extras
        )

    def _handed(self, case: PackageCase) -> str:
        person = case.head.handed_to
        name = dict(self._evidence.supervisors()).get(person, person) if person else ""
        return self.tr("Handed to {}.").format(shown(name)) if name else ""

    def _fill_page(self) -> None:
        if self._shown is None:
            return
        case, policy, _now = self._shown
        if self._tabs.currentWidget() is self._picture:
            label = [CasePhoto(photo, self.tr("Label")) for photo in case.package.photos[-1:]]
            taken = [CasePhoto(photo.photo, photo_words(photo, policy)) for photo in case.package.taken]
            self._picture.show_photos([*label, *taken], self._evidence.photo)
        if self._tabs.currentWidget() is self._story:
            self._story.show_story(self._evidence.story(case), policy)

    def _readings_words(self, package: Package) -> str:
        lines = [self._label_words(label) for label in package.labels]
        lines += [self.tr("Tracking {}").format(shown(tracking.number)) for tracking in package.trackings]
        lines += [self.tr("Serial {}").format(shown(serial)) for serial in package.serials]
        return "\n".join(lines) or self.tr("Nothing was read from this package.")

    def _label_words(self, label: Label) -> str:
        said = self.tr("{number}, by {source}").format(number=shown(label.number), source=source_word(label.source))
        if label.readings > 1:
            said = self.tr("{reading}, read {count} times").format(reading=said, count=label.readings)
        if label.struck_out:
            said = self.tr("{}, struck out as an old label").format(said)
        if label.source is Source.OCR:
            said = self.tr("{}, not sure").format(said)
        return said
